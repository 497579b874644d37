/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/import/mer-import-queue.h"

G_BEGIN_DECLS

/**
 * MerImportFilePage:
 *
 * The first step of an import: which files, what each holds, and how it is read, with a preview
 * of the one that is selected.
 */
#define MER_TYPE_IMPORT_FILE_PAGE (mer_import_file_page_get_type ())
G_DECLARE_FINAL_TYPE (MerImportFilePage, mer_import_file_page, MER, IMPORT_FILE_PAGE, GtkBox)

void mer_import_file_page_set_queue (MerImportFilePage *self,
                                     MerImportQueue    *queue);
void mer_import_file_page_choose (MerImportFilePage *self);

G_END_DECLS
