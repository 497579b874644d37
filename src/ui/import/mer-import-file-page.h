/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/import/mer-import-state.h"

G_BEGIN_DECLS

/**
 * MerImportFilePage:
 *
 * The first step of an import: which file, what it holds, how its text is written.
 */
#define MER_TYPE_IMPORT_FILE_PAGE (mer_import_file_page_get_type ())
G_DECLARE_FINAL_TYPE (MerImportFilePage, mer_import_file_page, MER, IMPORT_FILE_PAGE, AdwBin)

void mer_import_file_page_set_state (MerImportFilePage *self,
                                     MerImportState    *state);
void mer_import_file_page_choose (MerImportFilePage *self);

G_END_DECLS
