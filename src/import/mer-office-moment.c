/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates and times of spreadsheets as text, the same from each of the formats. */

#include "config.h"

#include "import/mer-office-moment.h"

#include <math.h>
#include <string.h>

/* Days from 1899-12-30, which makes the spreadsheets' false 29 February 1900 come out right for
 * all days after it, and the last day of the year 9999. */
#define EPOCH_1900 693594 /* 1899-12-30 as GDate counts days from 0001-01-01 */
#define EPOCH_1904_SHIFT 1462
#define MAX_SERIAL 2958466.0
#define DAY 86400

static void
append_date (guint32  day,
             GString *out)
{
  GDate date;

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

/* `elapsed`: whole days that a time without a date counts as hours. */
static void
append_moment (guint32       day,
               guint         elapsed,
               guint         seconds,
               MerXlsxFormat format,
               GString      *out)
{
  if (format & MER_XLSX_DATE)
    append_date (day, out);
  if ((format & MER_XLSX_DATE) && (format & MER_XLSX_TIME))
    g_string_append_c (out, ' ');
  if (format & MER_XLSX_TIME)
    append_time (((format & MER_XLSX_ELAPSED) ? elapsed * DAY : 0) + seconds, format, out);
}

gboolean
mer_office_append_serial (double        serial,
                          MerXlsxFormat format,
                          gboolean      date1904,
                          GString      *out)
{
  double  days = floor (serial);
  double  seconds = round ((serial - days) * DAY);
  guint32 day = 0;

  if (!(serial >= 0) || serial >= MAX_SERIAL - (date1904 ? EPOCH_1904_SHIFT : 0) - 1)
    return FALSE;
  if (seconds >= DAY)
    {
      days++;
      seconds = 0;
    }
  day = (guint32) days + EPOCH_1900 + (date1904 ? EPOCH_1904_SHIFT : 0);
  if (!date1904 && days < 60)
    day++;
  if (format & MER_XLSX_DATE)
    format &= ~(guint) MER_XLSX_ELAPSED;
  /* More hours than 32 bits count in seconds are of no table. */
  if ((format & MER_XLSX_ELAPSED) && days >= G_MAXUINT32 / DAY)
    return FALSE;
  append_moment (day, (guint) days, (guint) seconds, format, out);
  return TRUE;
}

/* --- as the OpenDocument format writes them ---------------------------------------------- */

/* Digits at `*p`, exactly `n` of them. */
static gboolean
take_digits (const char **p,
             const char  *end,
             guint        n,
             guint       *value)
{
  *value = 0;
  for (; n > 0; n--, (*p)++)
    {
      if (*p == end || !g_ascii_isdigit (**p))
        return FALSE;
      *value = *value * 10 + (guint) (**p - '0');
    }
  return TRUE;
}

static gboolean
take (const char **p,
      const char  *end,
      char         c)
{
  if (*p == end || **p != c)
    return FALSE;
  (*p)++;
  return TRUE;
}

/* «:33», «:33.75»: rounded to whole seconds; nothing is 0. */
static gboolean
take_seconds (const char **p,
              const char  *end,
              guint       *seconds)
{
  *seconds = 0;
  if (!take (p, end, ':'))
    return TRUE;
  if (!take_digits (p, end, 2, seconds))
    return FALSE;
  if (take (p, end, '.'))
    {
      if (*p < end && **p >= '5')
        (*seconds)++;
      while (*p < end && g_ascii_isdigit (**p))
        (*p)++;
    }
  return TRUE;
}

static gboolean
take_clock (const char **p,
            const char  *end,
            guint       *of_day)
{
  guint hour = 0;
  guint minute = 0;
  guint second = 0;

  if (!take_digits (p, end, 2, &hour) || !take (p, end, ':') || !take_digits (p, end, 2, &minute) ||
      !take_seconds (p, end, &second) || hour > 24 || minute > 59 || second > 60)
    return FALSE;
  *of_day = hour * 3600 + minute * 60 + second;
  take (p, end, 'Z');
  return *p == end;
}

/* What shows all that the moment has. */
static MerXlsxFormat
natural_format (guint seconds)
{
  guint format = seconds > 0 ? MER_XLSX_TIME : 0;

  return format | (seconds % 60 > 0 ? MER_XLSX_SECONDS : 0);
}

gboolean
mer_office_append_iso (const char   *text,
                       gsize         length,
                       MerXlsxFormat format,
                       GString      *out)
{
  const char *p = text;
  const char *end = text + length;
  guint       year = 0;
  guint       month = 0;
  guint       day = 0;
  guint       seconds = 0;
  guint32     julian = 0;
  GDate       date;

  if (!take_digits (&p, end, 4, &year) || !take (&p, end, '-') ||
      !take_digits (&p, end, 2, &month) || !take (&p, end, '-') ||
      !take_digits (&p, end, 2, &day) ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year) ||
      (p < end && (!take (&p, end, 'T') || !take_clock (&p, end, &seconds))))
    return FALSE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  julian = g_date_get_julian (&date) + seconds / DAY;
  seconds %= DAY;
  if (!(format & (MER_XLSX_DATE | MER_XLSX_TIME)))
    format = MER_XLSX_DATE | natural_format (seconds);
  append_moment (julian, julian - MIN (julian, EPOCH_1900), seconds,
                 julian - MIN (julian, EPOCH_1900) < G_MAXUINT32 / DAY
                   ? format
                   : format & ~(guint) MER_XLSX_ELAPSED,
                 out);
  return TRUE;
}

gboolean
mer_office_append_duration (const char   *text,
                            gsize         length,
                            MerXlsxFormat format,
                            GString      *out)
{
  static const struct
  {
    char  unit;
    guint seconds;
  } units[] = { { 'D', DAY }, { 'H', 3600 }, { 'M', 60 }, { 'S', 1 } };
  char        buffer[64] = { 0 };
  const char *p = buffer;
  double      seconds = 0;
  guint       next = 0;

  if (length >= sizeof buffer)
    return FALSE;
  memcpy (buffer, text, length);
  if (*p++ != 'P')
    return FALSE;
  while (*p != 0)
    {
      char  *behind = NULL;
      double value = 0;

      if (*p == 'T')
        {
          p++;
          continue;
        }
      if (!g_ascii_isdigit (*p))
        return FALSE;
      value = g_ascii_strtod (p, &behind);
      while (next < G_N_ELEMENTS (units) && units[next].unit != *behind)
        next++;
      if (next == G_N_ELEMENTS (units))
        return FALSE;
      seconds += value * units[next++].seconds;
      p = behind + 1;
    }
  if (!(format & (MER_XLSX_DATE | MER_XLSX_TIME)))
    format = MER_XLSX_TIME | MER_XLSX_ELAPSED | natural_format ((guint) fmod (seconds, DAY));
  return mer_office_append_serial (seconds / DAY, format, FALSE, out);
}
