/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/import/mer-import-state.h"

G_BEGIN_DECLS

/**
 * MerImportNameRow:
 *
 * A line of the table of names. Signal `changed` (): what is decided about the name is another.
 */
#define MER_TYPE_IMPORT_NAME_ROW (mer_import_name_row_get_type ())
G_DECLARE_FINAL_TYPE (MerImportNameRow, mer_import_name_row, MER, IMPORT_NAME_ROW, GObject)

/* `name` belongs to the state's scan: the row is of no use without it. */
MerImportNameRow    *mer_import_name_row_new (MerImportState      *state,
                                              const MerImportName *name);
const MerImportName *mer_import_name_row_get_name (MerImportNameRow *self);
void                 mer_import_name_row_emit_changed (MerImportNameRow *self);
/* Words of the table's cells: (transfer full). */
char *mer_import_name_row_found (MerImportNameRow *self);
char *mer_import_name_row_match (MerImportNameRow *self);
/* (transfer none) */
const char *mer_import_name_row_action (MerImportNameRow *self);
/* Whether it had to be decided about, now or before a decision. */
gboolean mer_import_name_row_needed (MerImportNameRow *self);
/* Order of the table: those that need a decision first. */
int mer_import_name_row_compare (gconstpointer a,
                                 gconstpointer b);

/* The button that opens the choice while the row is shown; borrowed. */
void       mer_import_name_row_set_button (MerImportNameRow *self,
                                           GtkWidget        *button);
GtkWidget *mer_import_name_row_get_button (MerImportNameRow *self);

G_END_DECLS
