/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates and times out of cells. Numbers are read by hand, without locale: this runs
 * once for each row of a region. The clock is that of the file: no zone is applied. */
#include "config.h"

#include <string.h>

#include "import/mer-timestamp.h"

#define SECONDS_A_DAY 86400
/* 1899-12-30, day 0 of spreadsheets, counted from 1970-01-01. */
#define SPREADSHEET_EPOCH (-25569)
/* Serial numbers that are taken for days: 1990-01-01 to 2100-12-31. */
#define FIRST_SERIAL 32874
#define LAST_SERIAL 73415

typedef struct
{
  const char *at;
  const char *end;
  gboolean    day_first; /* of 3/5/2024 */
} Scan;

static gboolean
is_digit (char c)
{
  return c >= '0' && c <= '9';
}

static void
skip_blanks (Scan *scan)
{
  while (scan->at < scan->end)
    {
      if (*scan->at == ' ' || *scan->at == '\t' || *scan->at == ',')
        scan->at++;
      else if (scan->end - scan->at >= 2 && memcmp (scan->at, "\xc2\xa0", 2) == 0)
        scan->at += 2;
      else if (scan->end - scan->at >= 3 && memcmp (scan->at, "\xe2\x80\xaf", 3) == 0)
        scan->at += 3;
      else
        return;
    }
}

/* Reads at most 9 digits; returns how many. */
static guint
read_number (Scan  *scan,
             guint *out)
{
  guint n = 0;

  *out = 0;
  while (scan->at < scan->end && is_digit (*scan->at) && n < 9)
    {
      *out = *out * 10 + (guint) (*scan->at++ - '0');
      n++;
    }
  return n;
}

static gboolean
take (Scan *scan,
      char  c)
{
  if (scan->at == scan->end || *scan->at != c)
    return FALSE;
  scan->at++;
  return TRUE;
}

/* Days since 1970-01-01 of a day of the Gregorian calendar; FALSE when there is no such day.
 * The arithmetic is Howard Hinnant's days_from_civil. */
static gboolean
days_from_civil (guint   year,
                 guint   month,
                 guint   day,
                 gint64 *out)
{
  static const guint8 lengths[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean            leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  gint64              y = year, era, year_of_era, day_of_year;

  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 ||
      day > lengths[month - 1] || (month == 2 && day == 29 && !leap))
    return FALSE;
  y -= month <= 2;
  era = y / 400;
  year_of_era = y - era * 400;
  day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  *out = era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100;
  *out += day_of_year - 719468;
  return TRUE;
}

#define WORD_SIZE 32

/* Reads a word of Latin or Russian letters in small letters; FALSE when there is none. */
static gboolean
read_word (Scan *scan,
           char  word[WORD_SIZE])
{
  guint n = 0;

  for (; scan->at < scan->end && n < WORD_SIZE - 3; scan->at++)
    {
      guchar first = (guchar) scan->at[0];
      guchar second = scan->end - scan->at >= 2 ? (guchar) scan->at[1] : 0;

      if (g_ascii_isalpha (first))
        {
          word[n++] = g_ascii_tolower ((char) first);
          continue;
        }
      if ((first != 0xd0 && first != 0xd1) || (second & 0xc0) != 0x80)
        break;
      /* А…П, then Р…Я, whose small letters begin with the next byte. */
      if (first == 0xd0 && second >= 0x90 && second < 0xa0)
        second = (guchar) (second + 0x20);
      else if (first == 0xd0 && second >= 0xa0 && second < 0xb0)
        {
          first = 0xd1;
          second = (guchar) (second - 0x20);
        }
      word[n++] = (char) first;
      word[n++] = (char) second;
      scan->at++;
    }
  word[n] = '\0';
  return n > 0;
}

/* The number of a month's word, 1 to 12; 0 when it is none. */
static guint
month_of (const char *word)
{
  static const char *const russian[] = { "янв", "фев", "мар", "апр", "ма", "июн",
                                         "июл", "авг", "сен", "окт", "ноя", "дек" };
  static const char *const english[] = { "jan", "feb", "mar", "apr", "may", "jun",
                                         "jul", "aug", "sep", "oct", "nov", "dec" };

  for (guint i = 0; i < G_N_ELEMENTS (russian); i++)
    {
      if (g_str_has_prefix (word, russian[i]) || g_str_has_prefix (word, english[i]))
        return i + 1;
    }
  return 0;
}

static gboolean
is_weekday (const char *word)
{
  static const char *const beginnings[] = { "пн", "пон", "вт", "ср", "чт", "чет", "пт",
                                            "пят", "сб", "суб", "вс", "вос", "mon", "tue",
                                            "wed", "thu", "fri", "sat", "sun" };

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      if (g_str_has_prefix (word, beginnings[i]))
        return TRUE;
    }
  return FALSE;
}

/* «марта» of «5 марта 2024 г.»: its number; 0 when there is no month. */
static guint
read_month_word (Scan *scan)
{
  char  word[WORD_SIZE];
  guint month = read_word (scan, word) ? month_of (word) : 0;

  if (month > 0)
    take (scan, '.');
  return month;
}

/* «г.» or «года» behind a year. */
static void
skip_year_word (Scan *scan)
{
  skip_blanks (scan);
  if (scan->end - scan->at < 2 || memcmp (scan->at, "г", 2) != 0)
    return;
  while (scan->at < scan->end && (guchar) *scan->at >= 0x80)
    scan->at++;
  take (scan, '.');
}

static gboolean
read_worded_date (Scan   *scan,
                  guint   day,
                  gint64 *days)
{
  guint month, year;

  skip_blanks (scan);
  month = read_month_word (scan);
  skip_blanks (scan);
  if (month == 0 || read_number (scan, &year) != 4)
    return FALSE;
  skip_year_word (scan);
  return days_from_civil (year, month, day, days);
}

/* «Oct 14, 2024», «Oct 14 2024», whose month was read. */
static gboolean
read_english_date (Scan   *scan,
                   guint   month,
                   gint64 *days)
{
  guint day, year;

  take (scan, '.');
  skip_blanks (scan);
  if (read_number (scan, &day) == 0)
    return FALSE;
  skip_blanks (scan);
  return read_number (scan, &year) == 4 && days_from_civil (year, month, day, days);
}

static gboolean read_date (Scan   *scan,
                           gint64 *days);

/* A date that begins with a word: a day of the week, or the month. */
static gboolean
read_date_after_word (Scan   *scan,
                      gint64 *days)
{
  char  word[WORD_SIZE];
  guint month;

  if (!read_word (scan, word))
    return FALSE;
  month = month_of (word);
  if (!is_weekday (word))
    return month > 0 && read_english_date (scan, month, days);
  take (scan, '.');
  skip_blanks (scan);
  if (scan->at < scan->end && is_digit (*scan->at))
    return read_date (scan, days);
  month = read_month_word (scan);
  return month > 0 && read_english_date (scan, month, days);
}

static gboolean
read_date (Scan   *scan,
           gint64 *days)
{
  guint first, second, third, digits;
  char  mark;

  digits = read_number (scan, &first);
  if (digits == 0)
    return read_date_after_word (scan, days);
  if (scan->at == scan->end)
    return FALSE;
  mark = *scan->at;
  if (mark != '-' && mark != '.' && mark != '/')
    return digits <= 2 && read_worded_date (scan, first, days);
  scan->at++;
  if (read_number (scan, &second) == 0)
    {
      second = digits <= 2 ? read_month_word (scan) : 0;
      if (second == 0 || !take (scan, mark) || read_number (scan, &third) != 4)
        return FALSE;
      return days_from_civil (third, second, first, days);
    }
  if (!take (scan, mark))
    return FALSE;
  if (digits == 4)
    return read_number (scan, &third) > 0 && days_from_civil (first, second, third, days);
  digits = read_number (scan, &third);
  if (digits == 2)
    third += 2000;
  else if (digits != 4)
    return FALSE;
  if (mark == '/' && first <= 12 && !scan->day_first)
    return days_from_civil (third, first, second, days);
  return days_from_civil (third, second, first, days);
}

/* 14:22, 14.22, 14:22:10, 14:22:10.345, 2:22:10 PM; a zone behind is skipped. */
static gboolean
read_time (Scan  *scan,
           guint *seconds)
{
  guint hours, minutes, rest = 0;
  char  mark = ':';

  if (read_number (scan, &hours) == 0)
    return FALSE;
  if (scan->at < scan->end && *scan->at == '.')
    mark = '.';
  if (!take (scan, mark) || read_number (scan, &minutes) != 2)
    return FALSE;
  if (take (scan, mark) && read_number (scan, &rest) != 2)
    return FALSE;
  if (scan->at < scan->end && (*scan->at == '.' || *scan->at == ','))
    {
      guint fraction;

      scan->at++;
      read_number (scan, &fraction);
    }
  skip_blanks (scan);
  if (scan->end - scan->at >= 2 && strchr ("AaPp", *scan->at) != NULL && *scan->at != '\0' &&
      (scan->at[1] == 'M' || scan->at[1] == 'm'))
    {
      if (hours < 1 || hours > 12)
        return FALSE;
      if (*scan->at == 'P' || *scan->at == 'p')
        hours = hours % 12 + 12;
      else
        hours %= 12;
      scan->at += 2;
    }
  if (hours > 23 || minutes > 59 || rest > 60)
    return FALSE;
  *seconds = hours * 3600 + minutes * 60 + rest;
  return TRUE;
}

/* What may stand behind a time: nothing, Z, +03:00, GMT+3, MSK, МСК, and in brackets the name of
 * the zone, whatever it is. */
static gboolean
is_zone (Scan *scan)
{
  const char *p = NULL;

  skip_blanks (scan);
  p = scan->at;
  if (scan->end - p >= 6 && memcmp (p, "МСК", 6) == 0)
    p += 6;
  while (p < scan->end && p - scan->at <= 12 &&
         (g_ascii_isalnum (*p) || *p == '+' || *p == '-' || *p == ':'))
    p++;
  if (p - scan->at > 12)
    return FALSE;
  scan->at = p;
  skip_blanks (scan);
  return scan->at == scan->end || (*scan->at == '(' && scan->end[-1] == ')');
}

/* A spreadsheet's serial number, «45356» or «45356,599». */
static gboolean
read_serial (Scan     *scan,
             gint64   *out,
             gboolean *has_time_of_day)
{
  guint   days, fraction = 0, digits;
  guint64 scale = 1, seconds;

  if (read_number (scan, &days) != 5 || days < FIRST_SERIAL || days > LAST_SERIAL)
    return FALSE;
  if (scan->at < scan->end)
    {
      if (*scan->at != '.' && *scan->at != ',')
        return FALSE;
      scan->at++;
      digits = read_number (scan, &fraction);
      if (digits == 0)
        return FALSE;
      for (guint i = 0; i < digits; i++)
        scale *= 10;
      while (scan->at < scan->end && is_digit (*scan->at))
        scan->at++;
      if (scan->at < scan->end)
        return FALSE;
    }
  seconds = ((guint64) fraction * SECONDS_A_DAY + scale / 2) / scale;
  *out = ((gint64) days + SPREADSHEET_EPOCH) * SECONDS_A_DAY + (gint64) seconds;
  *has_time_of_day = fraction != 0;
  return TRUE;
}

/* «T», «в» or «at» between a date and a time. */
static void
skip_joint (Scan *scan)
{
  if (scan->at < scan->end && (*scan->at == 'T' || *scan->at == 't'))
    scan->at++;
  skip_blanks (scan);
  if (scan->end - scan->at >= 2 &&
      (memcmp (scan->at, "в", 2) == 0 || memcmp (scan->at, "at", 2) == 0))
    {
      scan->at += 2;
      skip_blanks (scan);
    }
}

/* «14:22 05.03.2024» */
static gboolean
read_time_and_date (Scan   *scan,
                    guint  *seconds,
                    gint64 *days)
{
  if (!read_time (scan, seconds))
    return FALSE;
  skip_blanks (scan);
  return read_date (scan, days) && scan->at == scan->end;
}

/* LimeSurvey writes this for every answer to an anonymous questionnaire. */
static gboolean
is_no_moment (gint64 days,
              guint  seconds)
{
  return days == 3652 && seconds == 0;
}

/* --- what nearly every file has ------------------------------------------------------------ */

/* Two digits; more than 99 when there are none. */
static inline guint
two_digits (const char *text)
{
  guint high = (guint) (guchar) text[0] - '0';
  guint low = (guint) (guchar) text[1] - '0';

  return high > 9 || low > 9 ? 100 : high * 10 + low;
}

/* «H:MM:SS» or «HH:MM:SS». */
static gboolean
read_plain_time (const char *text,
                 gsize       length,
                 guint      *seconds)
{
  const char *minutes = text + length - 5;
  guint       hours = length == 8 ? two_digits (text) : (guint) (guchar) text[0] - '0';
  guint       minute = two_digits (minutes);
  guint       second = two_digits (minutes + 3);

  *seconds = hours * 3600 + minute * 60 + second;
  return minutes[-1] == ':' && minutes[2] == ':' && hours <= (length == 8 ? 23 : 9) &&
         minute <= 59 && second <= 59;
}

/* «DD.MM.YYYY H:MM:SS», as Google Forms and spreadsheets write it, and nothing else. */
static gboolean
parse_plain (const char *text,
             gsize       length,
             gint64     *out)
{
  gint64 days = 0;
  guint  seconds = 0;

  if ((length != 18 && length != 19) || text[2] != '.' || text[5] != '.' || text[10] != ' ' ||
      two_digits (text + 6) > 99 || two_digits (text + 8) > 99 ||
      !read_plain_time (text + 11, length - 11, &seconds) ||
      !days_from_civil (two_digits (text + 6) * 100 + two_digits (text + 8),
                        two_digits (text + 3), two_digits (text), &days) ||
      is_no_moment (days, seconds))
    return FALSE;
  *out = days * SECONDS_A_DAY + seconds;
  return TRUE;
}

static gboolean
parse (Scan      scan,
       gint64   *out,
       gboolean *has_time_of_day)
{
  Scan   again;
  gint64 days;
  guint  seconds = 0;

  if (parse_plain (scan.at, (gsize) (scan.end - scan.at), out))
    {
      *has_time_of_day = TRUE;
      return TRUE;
    }
  skip_blanks (&scan);
  while (scan.end > scan.at && (scan.end[-1] == ' ' || scan.end[-1] == '\t'))
    scan.end--;
  again = scan;
  *has_time_of_day = FALSE;
  if (read_date (&scan, &days))
    {
      skip_joint (&scan);
      if (scan.at < scan.end)
        {
          if (!read_time (&scan, &seconds) || !is_zone (&scan))
            return FALSE;
          *has_time_of_day = !is_no_moment (days, seconds);
        }
    }
  else
    {
      scan = again;
      if (read_serial (&again, out, has_time_of_day))
        return TRUE;
      if (!read_time_and_date (&scan, &seconds, &days))
        return FALSE;
      *has_time_of_day = TRUE;
    }
  *out = days * SECONDS_A_DAY + seconds;
  return TRUE;
}

gboolean
mer_timestamp_parse (const char *text,
                     gsize       length,
                     gint64     *out,
                     gboolean   *has_time_of_day)
{
  const Scan scan = { text, text + length, FALSE };

  return parse (scan, out, has_time_of_day);
}

gboolean
mer_timestamp_parse_day_first (const char *text,
                               gsize       length,
                               gint64     *out,
                               gboolean   *has_time_of_day)
{
  const Scan scan = { text, text + length, TRUE };

  return parse (scan, out, has_time_of_day);
}

gboolean
mer_timestamp_is_day_first (const char *text,
                            gsize       length)
{
  Scan     scan = { text, text + length, FALSE };
  guint    first;
  gint64   time;
  gboolean has_time_of_day;

  skip_blanks (&scan);
  return read_number (&scan, &first) > 0 && first > 12 && first <= 31 && take (&scan, '/') &&
         mer_timestamp_parse (text, length, &time, &has_time_of_day);
}
