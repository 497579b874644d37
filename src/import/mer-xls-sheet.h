/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-table-reader.h"
#include "import/mer-xls-workbook.h"

G_BEGIN_DECLS

/**
 * MerXlsSheetStream:
 *
 * The rows of one sheet of an XLS file. Merged cells give their text as
 * #MerSheetMerges says. Rows come in ascending order whatever their order in the file is; one that
 * has them in another order, which no program writes, is held in memory.
 */
typedef struct _MerXlsSheetStream MerXlsSheetStream;

/* `workbook` is borrowed; only one of its sheets is open at a time. */
MerXlsSheetStream *mer_xls_sheet_stream_new (MerXlsWorkbook *workbook,
                                             MerXlsSheet    *sheet,
                                             GError        **error);
void               mer_xls_sheet_stream_free (MerXlsSheetStream *self);
/* As MerTableReader's next. */
int  mer_xls_sheet_stream_next (MerXlsSheetStream *self,
                                MerRow            *row,
                                GError           **error);
void mer_xls_sheet_stream_position (MerXlsSheetStream *self,
                                    guint64           *done,
                                    guint64           *total);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerXlsSheetStream, mer_xls_sheet_stream_free)

G_END_DECLS
