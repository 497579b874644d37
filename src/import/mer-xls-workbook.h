/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-xls-record.h"
#include "import/mer-xls-text.h"
#include "import/mer-xlsx-format.h"

G_BEGIN_DECLS

typedef struct
{
  char    *name;
  guint64  offset; /* of its first record */
  guint64  limit;  /* where it must have ended: the next sheet or the end of the stream */
  gboolean hidden;

  /* Found out when the sheet is opened for the first time. */
  GArray  *merges; /* of MerSheetMerge, by first row; NULL until then */
  guint64  end;
  gboolean unordered; /* a row stands behind one further down */
} MerXlsSheet;

/**
 * MerXlsWorkbook:
 *
 * What all sheets of an XLS file share. Strings lie one after the other in one array.
 */
typedef struct
{
  char          *file_name; /* base name, for messages */
  MerXlsRecords  records;
  gboolean       wide; /* Excel 97 and later: texts are UTF-16 */
  MerXlsCodepage codepage;
  GPtrArray     *sheets; /* of MerXlsSheet: tables alone, no charts or macros */
  gboolean       date1904;
  GArray        *formats; /* of guint8: MerXlsxFormat of each cell style */
  GString       *strings;
  GArray        *string_ends; /* of guint32 */
} MerXlsWorkbook;

/* Opens the file and reads what stands before the sheets. `encoding` is for texts of files older
 * than Excel 97, NULL to believe the file. The caller clears `self` in either case. */
gboolean mer_xls_workbook_load (MerXlsWorkbook *self,
                                const char     *path,
                                const char     *encoding,
                                GError        **error);
void     mer_xls_workbook_clear (MerXlsWorkbook *self);

/* Sets the error that says that the file is damaged, and returns FALSE. */
gboolean mer_xls_workbook_fail (const MerXlsWorkbook *self,
                                GError              **error);

/* A text in the kind that the file has, behind its count of characters. */
gboolean mer_xls_workbook_text (MerXlsWorkbook *self,
                                MerXlsCursor   *cursor,
                                guint           n,
                                GString        *out);

static inline MerXlsxFormat
mer_xls_workbook_format (const MerXlsWorkbook *self,
                         guint                 style)
{
  return style < self->formats->len ? g_array_index (self->formats, guint8, style) : MER_XLSX_PLAIN;
}

/* FALSE when there is no such string. */
static inline gboolean
mer_xls_workbook_string (const MerXlsWorkbook *self,
                         guint                 index,
                         const char          **text,
                         gsize                *length)
{
  guint32 start = 0;

  if (index >= self->string_ends->len)
    return FALSE;
  start = index > 0 ? g_array_index (self->string_ends, guint32, index - 1) : 0;
  *text = self->strings->str + start;
  *length = g_array_index (self->string_ends, guint32, index) - start;
  return TRUE;
}

G_END_DECLS
