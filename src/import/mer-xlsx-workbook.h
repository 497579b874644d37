/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-xlsx-format.h"
#include "import/mer-xml-part.h"

G_BEGIN_DECLS

typedef struct
{
  char    *name;
  char    *part; /* "xl/worksheets/sheet1.xml" */
  gboolean hidden;
  GArray  *merges; /* of MerSheetMerge; NULL until the sheet was opened once */
} MerXlsxSheet;

/**
 * MerXlsxWorkbook:
 *
 * What all sheets of a file share. Strings lie one after the other in one array.
 */
typedef struct
{
  GPtrArray  *sheets; /* of MerXlsxSheet */
  gboolean    date1904;
  GArray     *formats; /* of guint8: MerXlsxFormat of each cell style */
  GByteArray *strings;
  GArray     *string_ends; /* of guint32 */
} MerXlsxWorkbook;

/* Fills `self`, which the caller clears in either case, with sheets, styles and strings. */
gboolean mer_xlsx_workbook_load (MerXlsxWorkbook  *self,
                                 MerOfficeArchive *archive,
                                 GError          **error);
void     mer_xlsx_workbook_clear (MerXlsxWorkbook *self);

static inline MerXlsxFormat
mer_xlsx_workbook_format (const MerXlsxWorkbook *self,
                          guint                  style)
{
  return style < self->formats->len ? g_array_index (self->formats, guint8, style) : MER_XLSX_PLAIN;
}

/* FALSE when there is no such string. */
static inline gboolean
mer_xlsx_workbook_string (const MerXlsxWorkbook *self,
                          guint                  index,
                          const char           **text,
                          gsize                 *length)
{
  guint32 start = 0;

  if (index >= self->string_ends->len)
    return FALSE;
  start = index > 0 ? g_array_index (self->string_ends, guint32, index - 1) : 0;
  *text = (const char *) self->strings->data + start;
  *length = g_array_index (self->string_ends, guint32, index) - start;
  return TRUE;
}

G_END_DECLS
