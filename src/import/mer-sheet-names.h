/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-table-reader.h"

G_BEGIN_DECLS

/* The index of the sheet that is wanted by its name or by its number from 1; FALSE and
 * %MER_IMPORT_ERROR_SHEET when there is none, in a sentence that lists those of the file. */
gboolean mer_sheet_names_find (char      **names,
                               const char *file,
                               const char *wanted,
                               guint      *index,
                               GError    **error);

G_END_DECLS
