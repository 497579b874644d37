/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/import/mer-import-state.h"

G_BEGIN_DECLS

/**
 * MerImportColumnsPage:
 *
 * The second step of an import: the head of the table with the spreadsheet's own row numbers,
 * above each column what it is taken for, beside it one column at length.
 */
#define MER_TYPE_IMPORT_COLUMNS_PAGE (mer_import_columns_page_get_type ())
G_DECLARE_FINAL_TYPE (MerImportColumnsPage,
                      mer_import_columns_page,
                      MER,
                      IMPORT_COLUMNS_PAGE,
                      GtkBox)

/* NULL: none. */
void mer_import_columns_page_set_state (MerImportColumnsPage *self,
                                        MerImportState       *state);
/* Looks at a column. */
void mer_import_columns_page_show_column (MerImportColumnsPage *self,
                                          guint                 column);

G_END_DECLS
