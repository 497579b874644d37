/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/mer-checklist-grid.h"

G_BEGIN_DECLS

#define MER_GRID_N_SIGNS 4

struct _MerChecklistGrid
{
  GtkWidget parent_instance;

  MerChecklistData *data;                      /* owned, nullable */
  GArray           *rows;                      /* owned: of guint, rows of the data */
  GtkAdjustment    *hadjustment, *vadjustment; /* owned, nullable */
  guint             hpolicy, vpolicy;

  int      row, column;               /* the cursor; −1: there is no cell */
  int      anchor_row, anchor_column; /* where a range began */
  gboolean dragging;

  /* sizes in px for the present text */
  int          last_width;
  int          pitch, cell_width, name_width, place_height, header_height;
  PangoLayout *signs[MER_GRID_N_SIGNS]; /* owned: by MerMark, made when needed */
  PangoLayout *name;                    /* owned: made when needed */
  GPtrArray   *heads;                   /* owned: PangoLayout of the columns so far */
};

/* mer-checklist-grid.c */
void mer_checklist_grid_set_anchor (MerChecklistGrid *self,
                                    int               row,
                                    int               column,
                                    int               anchor_row,
                                    int               anchor_column);

/* mer-checklist-grid-geometry.c: sizes from the text size and the width; the scroll bars too. */
void  mer_checklist_grid_measure_cells (MerChecklistGrid *self);
void  mer_checklist_grid_configure (MerChecklistGrid *self);
void  mer_checklist_grid_measure (GtkWidget     *widget,
                                  GtkOrientation orientation,
                                  int            for_size,
                                  int           *minimum,
                                  int           *natural,
                                  int           *minimum_baseline,
                                  int           *natural_baseline);
void  mer_checklist_grid_size_allocate (GtkWidget *widget,
                                        int        width,
                                        int        height,
                                        int        baseline);
guint mer_checklist_grid_n_columns (MerChecklistGrid *self);
/* Where the cell stands in the widget. */
void mer_checklist_grid_cell_area (MerChecklistGrid *self,
                                   int               row,
                                   int               column,
                                   GdkRectangle     *out);
/* The cell under a point: −1 for the header, the names; FALSE outside of both. */
gboolean mer_checklist_grid_cell_at (MerChecklistGrid *self,
                                     double            x,
                                     double            y,
                                     int              *row,
                                     int              *column);
void     mer_checklist_grid_scroll_to_cursor (MerChecklistGrid *self);

/* mer-checklist-grid-words.c */
void     mer_checklist_grid_update_accessible (MerChecklistGrid *self);
gboolean mer_checklist_grid_query_tooltip (GtkWidget  *widget,
                                           int         x,
                                           int         y,
                                           gboolean    keyboard,
                                           GtkTooltip *tooltip);

/* mer-checklist-grid-paint.c */
void mer_checklist_grid_drop_layouts (MerChecklistGrid *self);
void mer_checklist_grid_snapshot (GtkWidget   *widget,
                                  GtkSnapshot *snapshot);

/* mer-checklist-grid-input.c */
void mer_checklist_grid_add_controllers (MerChecklistGrid *self);

G_END_DECLS
