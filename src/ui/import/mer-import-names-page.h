/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/import/mer-import-state.h"

G_BEGIN_DECLS

/**
 * MerImportNamesPage:
 *
 * The third step of an import: whom the names in the file mean. Equal names and spellings that
 * files used before are accepted by themselves; names that are only alike never are.
 */
#define MER_TYPE_IMPORT_NAMES_PAGE (mer_import_names_page_get_type ())
G_DECLARE_FINAL_TYPE (MerImportNamesPage, mer_import_names_page, MER, IMPORT_NAMES_PAGE, GtkBox)

/* NULL: none. */
void  mer_import_names_page_set_state (MerImportNamesPage *self,
                                       MerImportState     *state);
guint mer_import_names_page_get_n_shown (MerImportNamesPage *self);

G_END_DECLS
