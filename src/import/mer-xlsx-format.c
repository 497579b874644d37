/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Number formats of spreadsheets and numbers as text. */

#include "config.h"

#include "import/mer-xlsx-format.h"

#include <math.h>
#include <string.h>

/* Days from 1899-12-30, which makes the spreadsheets' false 29 February 1900 come out right for
 * all days after it, and the last day of the year 9999. */
#define EPOCH_1900 693594 /* 1899-12-30 as GDate counts days from 0001-01-01 */
#define EPOCH_1904_SHIFT 1462
#define MAX_SERIAL 2958466.0

MerXlsxFormat
mer_xlsx_format_builtin (guint id)
{
  if (id == 9 || id == 10)
    return MER_XLSX_PERCENT;
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
    return MER_XLSX_DATE;
  if (id == 18 || id == 20 || id == 32 || id == 34)
    return MER_XLSX_TIME;
  if (id == 19 || id == 21 || id == 33 || id == 35 || (id >= 45 && id <= 47))
    return MER_XLSX_TIME | MER_XLSX_SECONDS;
  if (id == 22)
    return MER_XLSX_DATE | MER_XLSX_TIME;
  return MER_XLSX_PLAIN;
}

/* Steps over «"text"», «\x», «_x» and «[Red]»; an elapsed time «[h]» is not skipped. */
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
  if (*p == '[' && strchr ("hHmMsS", p[1]) == NULL)
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
        case '%':
          format |= MER_XLSX_PERCENT;
          break;
        default:
          break;
        }
      p++;
    }
  if (months_or_minutes && !(format & MER_XLSX_TIME))
    format |= MER_XLSX_DATE;
  return format;
}

static void
append_date (double   serial,
             gboolean date1904,
             GString *out)
{
  GDate   date;
  guint32 day = (guint32) serial + EPOCH_1900 + (date1904 ? EPOCH_1904_SHIFT : 0);

  if (!date1904 && serial < 60)
    day++;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  g_string_append_printf (out, "%02u.%02u.%04u", g_date_get_day (&date), g_date_get_month (&date),
                          g_date_get_year (&date));
}

static void
append_time (guint         seconds,
             MerXlsxFormat format,
             GString      *out)
{
  g_string_append_printf (out, "%u:%02u", seconds / 3600, seconds / 60 % 60);
  if (format & MER_XLSX_SECONDS)
    g_string_append_printf (out, ":%02u", seconds % 60);
}

/* FALSE when it is no day that a calendar has. */
static gboolean
append_moment (double        serial,
               MerXlsxFormat format,
               gboolean      date1904,
               GString      *out)
{
  double days = floor (serial);
  double seconds = round ((serial - days) * 86400);

  if (!(serial >= 0) || serial >= MAX_SERIAL - (date1904 ? EPOCH_1904_SHIFT : 0) - 1)
    return FALSE;
  if (seconds >= 86400)
    {
      days++;
      seconds = 0;
    }
  if (format & MER_XLSX_DATE)
    append_date (days, date1904, out);
  if ((format & MER_XLSX_DATE) && (format & MER_XLSX_TIME))
    g_string_append_c (out, ' ');
  if (format & MER_XLSX_TIME)
    {
      guint hours_before = format & MER_XLSX_DATE ? 0 : (guint) days * 86400;
      append_time (hours_before + (guint) seconds, format, out);
    }
  return TRUE;
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
  if ((format & (MER_XLSX_DATE | MER_XLSX_TIME)) && append_moment (value, format, date1904, out))
    return;
  append_decimal (format & MER_XLSX_PERCENT ? value * 100 : value, out);
  if (format & MER_XLSX_PERCENT)
    g_string_append_c (out, '%');
}
