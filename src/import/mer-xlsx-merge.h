/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-sheet-rows.h"
#include "import/mer-xml-part.h"

G_BEGIN_DECLS

/* Column (from 0) and row (from 1) of «AB12»; FALSE when it is none. */
gboolean mer_xlsx_parse_reference (const char *text,
                                   gsize       length,
                                   guint      *column,
                                   gint64     *row);

/* The merged areas of more than one row, by first row: (transfer full) (element-type
 * MerSheetMerge). They stand behind all rows of a sheet, so the part is unpacked once for them
 * alone, without parsing it. NULL and error when it cannot be. */
GArray *mer_xlsx_find_merges (MerOfficeArchive *archive,
                              const char       *part,
                              GError          **error);

G_END_DECLS
