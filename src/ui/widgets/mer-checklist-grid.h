/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/widgets/mer-checklist-data.h"

G_BEGIN_DECLS

/**
 * MerChecklistGrid:
 *
 * Checklists as a table of marks: an organization a row, an item a column, names and headers
 * always in sight. Only what is visible is painted. It shows and lets choose; changing is
 * its owner's matter.
 *
 * Keys: 1, 2 or /, 0, n and Delete mark the chosen cells; arrows, Home, End, Page Up, Page
 * Down with Ctrl move, with Shift they choose a range; Enter goes down, Tab to the right.
 *
 * Signals:
 *   `mark` (int state)  the chosen cells are to get this MerMark, or MER_MARK_CLEAR
 *   `activate` ()       the details of the cell are wanted: F2 is the owner's, this is a
 *                       double click
 *   `moved` ()          another cell or range is chosen
 */
#define MER_TYPE_CHECKLIST_GRID (mer_checklist_grid_get_type ())
G_DECLARE_FINAL_TYPE (MerChecklistGrid, mer_checklist_grid, MER, CHECKLIST_GRID, GtkWidget)

/* Chosen cells: rows as shown, columns of the data; both ends belong to it. */
typedef struct
{
  guint row, column, last_row, last_column;
} MerChecklistRange;

GtkWidget *mer_checklist_grid_new (void);
/* What is shown: `rows` (of guint) are the organizations in their order. Cursor and range stay
 * on their organizations and items as far as these are still there. Both nullable. */
void mer_checklist_grid_set_data (MerChecklistGrid *self,
                                  MerChecklistData *data,
                                  GArray           *rows);
/* (transfer none) (nullable) */
MerChecklistData *mer_checklist_grid_get_data (MerChecklistGrid *self);
guint             mer_checklist_grid_n_rows (MerChecklistGrid *self);
/* The row of the data that is shown there. */
guint mer_checklist_grid_data_row (MerChecklistGrid *self,
                                   guint             row);
/* FALSE when there is no cell at all. */
gboolean mer_checklist_grid_get_range (MerChecklistGrid  *self,
                                       MerChecklistRange *out);
gboolean mer_checklist_grid_get_cursor (MerChecklistGrid *self,
                                        guint            *row,
                                        guint            *column);
/* Chooses one cell, or with `extend` the range to it, and scrolls there. */
void mer_checklist_grid_move_to (MerChecklistGrid *self,
                                 int               row,
                                 int               column,
                                 gboolean          extend);
/* For a menu: chooses the cell under a point unless it is chosen already; where the cursor is. */
void mer_checklist_grid_choose_at (MerChecklistGrid *self,
                                   double            x,
                                   double            y);
void mer_checklist_grid_get_cursor_area (MerChecklistGrid *self,
                                         GdkRectangle     *out);
/* What a key press does: FALSE when it is not the grid's. */
gboolean mer_checklist_grid_press_key (MerChecklistGrid *self,
                                       guint             key,
                                       GdkModifierType   state);
/* «Навигация, СОШ № 7: есть»: (transfer full) (nullable). */
char *mer_checklist_grid_describe (MerChecklistGrid *self);

G_END_DECLS
