/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/import/mer-import-state.h"

G_BEGIN_DECLS

/**
 * MerImportColumnHead:
 *
 * What stands above a column of the preview: a button that says what the column is taken
 * for and lets the user decide, how certain that is in a word, and the file's own header.
 *
 * Signal `chosen` (): the user looks at this column.
 */
#define MER_TYPE_IMPORT_COLUMN_HEAD (mer_import_column_head_get_type ())
G_DECLARE_FINAL_TYPE (MerImportColumnHead,
                      mer_import_column_head,
                      MER,
                      IMPORT_COLUMN_HEAD,
                      GtkBox)

/* The head of column `index`, from 0. */
GtkWidget *mer_import_column_head_new (MerImportState *state,
                                       guint           index);
guint      mer_import_column_head_get_index (MerImportColumnHead *self);
/* Takes over what is recognized now. */
void mer_import_column_head_update (MerImportColumnHead *self);
void mer_import_column_head_popup (MerImportColumnHead *self);

G_END_DECLS
