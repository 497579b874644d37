/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Number formats of spreadsheets and numbers as text. */

#include "config.h"

#include "import/mer-xlsx-format.h"

#include <math.h>
#include <string.h>

#include "import/mer-office-moment.h"

MerXlsxFormat
mer_xlsx_format_builtin (guint id)
{
  if (id == 9 || id == 10)
    return MER_XLSX_PERCENT;
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
    return MER_XLSX_DATE;
  if (id == 18 || id == 20 || id == 32 || id == 34)
    return MER_XLSX_TIME;
  if (id == 46)
    return MER_XLSX_TIME | MER_XLSX_SECONDS | MER_XLSX_ELAPSED;
  if (id == 19 || id == 21 || id == 33 || id == 35 || id == 45 || id == 47)
    return MER_XLSX_TIME | MER_XLSX_SECONDS;
  if (id == 22)
    return MER_XLSX_DATE | MER_XLSX_TIME;
  return MER_XLSX_PLAIN;
}

/* «[h]», «[mm]», «[ss]», but not «[Magenta]». */
static gboolean
is_elapsed (const char *p)
{
  gsize length = strspn (p + 1, "hHmMsS");

  return length > 0 && p[1 + length] == ']';
}

/* Steps over «"text"», «\x», «_x» and «[Red]»; not over an elapsed time «[h]». */
static const char *
skip_literal (const char *p)
{
  const char *end = NULL;

  if ((*p == '\\' || *p == '_' || *p == '*') && p[1] != 0)
    return p + 2;
  if (*p == '"')
    {
      end = strchr (p + 1, '"');
      return end != NULL ? end + 1 : p + strlen (p);
    }
  if (*p == '[' && !is_elapsed (p))
    {
      end = strchr (p, ']');
      return end != NULL ? end + 1 : p + strlen (p);
    }
  return p;
}

MerXlsxFormat
mer_xlsx_format_parse (const char *code)
{
  MerXlsxFormat format = MER_XLSX_PLAIN;
  gboolean      months_or_minutes = FALSE;

  if (g_ascii_strncasecmp (code, "general", 7) == 0)
    return MER_XLSX_PLAIN;
  /* Only the first section: the others are for negative numbers and text. */
  for (const char *p = code; *p != 0 && *p != ';';)
    {
      const char *next = skip_literal (p);

      if (next != p)
        {
          p = next;
          continue;
        }
      switch (g_ascii_tolower (*p))
        {
        case 'y':
        case 'd':
          format |= MER_XLSX_DATE;
          break;
        case 'h':
          format |= MER_XLSX_TIME;
          break;
        case 's':
          format |= MER_XLSX_TIME | MER_XLSX_SECONDS;
          break;
        case 'm':
          months_or_minutes = TRUE;
          break;
        case '[':
          format |= MER_XLSX_ELAPSED;
          break;
        case '%':
          format |= MER_XLSX_PERCENT;
          break;
        default:
          break;
        }
      p++;
    }
  if (months_or_minutes && !(format & MER_XLSX_TIME))
    format |= format & MER_XLSX_ELAPSED ? MER_XLSX_TIME : MER_XLSX_DATE;
  return format;
}

static gboolean
is_integer (const char *text,
            gsize       length)
{
  gsize i = length > 0 && text[0] == '-' ? 1 : 0;

  if (i == length || length > 18)
    return FALSE;
  for (; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
    }
  return TRUE;
}

/* Fifteen digits are what a spreadsheet keeps; the rest is the tail of binary fractions. */
static void
append_decimal (double   value,
                GString *out)
{
  char   buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char  *point = NULL;
  double size = fabs (value);

  if (size >= 1e15 || (size < 1e-4 && size > 0))
    g_ascii_formatd (buffer, sizeof buffer, "%.14e", value);
  else
    g_ascii_formatd (buffer, sizeof buffer, "%.15g", value);
  point = strchr (buffer, '.');
  if (point != NULL)
    *point = ',';
  g_string_append (out, buffer);
}

void
mer_xlsx_format_number (const char   *text,
                        gsize         length,
                        MerXlsxFormat format,
                        gboolean      date1904,
                        GString      *out)
{
  char   buffer[64];
  char  *end = NULL;
  double value = 0;

  if (length >= sizeof buffer || (format == MER_XLSX_PLAIN && is_integer (text, length)))
    {
      g_string_append_len (out, text, (gssize) length);
      return;
    }
  memcpy (buffer, text, length);
  buffer[length] = 0;
  value = g_ascii_strtod (buffer, &end);
  if (end == buffer || !isfinite (value))
    {
      g_string_append_len (out, text, (gssize) length);
      return;
    }
  if ((format & (MER_XLSX_DATE | MER_XLSX_TIME)) &&
      mer_office_append_serial (value, format, date1904, out))
    return;
  append_decimal (format & MER_XLSX_PERCENT ? value * 100 : value, out);
  if (format & MER_XLSX_PERCENT)
    g_string_append_c (out, '%');
}
