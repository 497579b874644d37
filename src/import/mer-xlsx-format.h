/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a number format shows, as far as it matters for reading. */
typedef enum
{
  MER_XLSX_PLAIN = 0,
  MER_XLSX_PERCENT = 1 << 0,
  MER_XLSX_DATE = 1 << 1,
  MER_XLSX_TIME = 1 << 2,
  MER_XLSX_SECONDS = 1 << 3,
  MER_XLSX_ELAPSED = 1 << 4, /* hours of whole days are counted, not taken off */
} MerXlsxFormat;

/* Of a format with this number that the file does not describe. */
MerXlsxFormat mer_xlsx_format_builtin (guint id);
/* Of a description such as «DD.MM.YYYY H:MM:SS» or «0.0%». */
MerXlsxFormat mer_xlsx_format_parse (const char *code);

/**
 * mer_xlsx_format_number:
 * @text: (array length=length): the number as the file has it
 * @format: of the cell
 * @date1904: days are counted from 1904
 * @out: appended to
 *
 * A number as its user sees it: «14.10.2024 8:12», «45%», «0,5». Decimals that a format hides are
 * kept: a half mark that is shown as 1 is still a half.
 */
void mer_xlsx_format_number (const char   *text,
                             gsize         length,
                             MerXlsxFormat format,
                             gboolean      date1904,
                             GString      *out);

G_END_DECLS
