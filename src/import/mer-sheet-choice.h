/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-table-reader.h"

G_BEGIN_DECLS

/* What a reader of files with several sheets lets be done with one of them, by its index. */
typedef struct
{
  gboolean (*is_hidden) (MerTableReader *reader,
                         guint           index);
  gboolean (*open) (MerTableReader *reader,
                    guint           index,
                    GError        **error);
} MerSheetMethods;

/* Opens the sheet that is wanted by name or number; NULL: the first visible one with a row, or
 * the first where there is none. Its info lists the sheets. `file`: what to call it. */
gboolean mer_sheet_choice_open (MerTableReader        *reader,
                                const MerSheetMethods *methods,
                                const char            *file,
                                const char            *wanted,
                                GError               **error);

G_END_DECLS
