/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-xlsx-workbook.h"

G_BEGIN_DECLS

/**
 * MerXlsxSheetStream:
 *
 * The rows of one sheet, a piece of the file at a time.
 */
typedef struct _MerXlsxSheetStream MerXlsxSheetStream;

/* `workbook` and `archive` are borrowed. */
MerXlsxSheetStream *mer_xlsx_sheet_stream_new (MerOfficeArchive      *archive,
                                               const MerXlsxWorkbook *workbook,
                                               MerXlsxSheet          *sheet,
                                               GError               **error);
void                mer_xlsx_sheet_stream_free (MerXlsxSheetStream *self);
/* As MerTableReader's next. */
int  mer_xlsx_sheet_stream_next (MerXlsxSheetStream *self,
                                 MerRow             *row,
                                 GError            **error);
void mer_xlsx_sheet_stream_position (MerXlsxSheetStream *self,
                                     guint64            *done,
                                     guint64            *total);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerXlsxSheetStream, mer_xlsx_sheet_stream_free)

G_END_DECLS
