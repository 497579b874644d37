/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/import/mer-import-state.h"

G_BEGIN_DECLS

/**
 * MerImportFileRow:
 *
 * A file of the list: its name, what it is and holds, and what is wrong with it.
 *
 * Signal `removed` (): it is not to be imported.
 */
#define MER_TYPE_IMPORT_FILE_ROW (mer_import_file_row_get_type ())
G_DECLARE_FINAL_TYPE (MerImportFileRow, mer_import_file_row, MER, IMPORT_FILE_ROW, GtkListBoxRow)

GtkWidget      *mer_import_file_row_new (MerImportState *state);
MerImportState *mer_import_file_row_get_state (MerImportFileRow *self);

G_END_DECLS
