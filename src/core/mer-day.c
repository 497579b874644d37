/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days as text. */

#include "config.h"

#include "core/mer-day.h"

#include <string.h>

#define FIRST_YEAR 1900
#define LAST_YEAR 2100

/* clang-format off */
static const char *const months[] = {
  "января", "февраля", "марта", "апреля", "мая", "июня",
  "июля", "августа", "сентября", "октября", "ноября", "декабря",
};
/* clang-format on */

static gboolean
is_day (gint64 year,
        gint64 month,
        gint64 day)
{
  return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 &&
         day <= 31 &&
         g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/* Reads up to `most` digits; −1 when there is none. */
static int
read_digits (const char **at,
             guint        most)
{
  int   value = 0;
  guint n = 0;

  for (; n < most && g_ascii_isdigit (**at); n++, (*at)++)
    value = value * 10 + (**at - '0');
  return n > 0 ? value : -1;
}

static gboolean
read_iso (const char *text,
          int        *year,
          int        *month,
          int        *day)
{
  if (text == NULL || strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  *year = read_digits (&text, 4);
  text++;
  *month = read_digits (&text, 2);
  text++;
  *day = read_digits (&text, 2);
  return *text == '\0' && is_day (*year, *month, *day);
}

gboolean
mer_day_is_iso (const char *text)
{
  int year = 0, month = 0, day = 0;

  return read_iso (text, &year, &month, &day);
}

static char *
to_iso (int year,
        int month,
        int day)
{
  return is_day (year, month, day) ? g_strdup_printf ("%04d-%02d-%02d", year, month, day) : NULL;
}

static const char *
skip_blanks (const char *at)
{
  while (g_ascii_isspace (*at) || g_str_has_prefix (at, "\302\240"))
    at += *at == '\302' ? 2 : 1;
  return at;
}

static int
read_month (const char **at)
{
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_has_prefix (*at, months[i]))
      {
        *at += strlen (months[i]);
        return (int) i + 1;
      }
  return -1;
}

/* «г.», «года», or nothing, to the end. */
static gboolean
is_year_word (const char *at)
{
  at = skip_blanks (at);
  if (g_str_has_prefix (at, "года"))
    at += strlen ("года");
  else if (g_str_has_prefix (at, "г"))
    at += strlen ("г") + (at[strlen ("г")] == '.' ? 1 : 0);
  return *skip_blanks (at) == '\0';
}

static char *
parse_day_first (const char *text)
{
  int  day = read_digits (&text, 2);
  int  month = 0, year = 0;
  char mark = *text;

  if (mark == '.' || mark == '/')
    {
      text++;
      month = read_digits (&text, 2);
      if (*text++ != mark)
        return NULL;
    }
  else
    {
      text = skip_blanks (text);
      month = read_month (&text);
      text = skip_blanks (text);
    }
  year = read_digits (&text, 4);
  return is_year_word (text) ? to_iso (year, month, day) : NULL;
}

char *
mer_day_parse (const char *text)
{
  g_autofree char *lower = NULL;
  g_autofree char *trimmed = NULL;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return NULL;
  lower = g_utf8_strdown (text, -1);
  trimmed = g_strdup (skip_blanks (lower));
  g_strchomp (trimmed);
  if (mer_day_is_iso (trimmed))
    return g_steal_pointer (&trimmed);
  return parse_day_first (trimmed);
}

char *
mer_day_to_words (const char *iso)
{
  int year = 0, month = 0, day = 0;

  if (!read_iso (iso, &year, &month, &day))
    return g_strdup (iso != NULL ? iso : "");
  return g_strdup_printf ("%02d.%02d.%04d", day, month, year);
}

/* 1970-01-01 as GDate counts days. */
#define EPOCH 719163

gboolean
mer_day_to_number (const char *iso,
                   gint64     *number)
{
  int   year = 0, month = 0, day = 0;
  GDate date;

  if (!read_iso (iso, &year, &month, &day))
    return FALSE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  *number = (gint64) g_date_get_julian (&date) - EPOCH;
  return TRUE;
}

char *
mer_today (void)
{
  const char *given = g_getenv ("MERILO_TODAY");
  g_autoptr (GDateTime) now = NULL;

  if (given != NULL && mer_day_is_iso (given))
    return g_strdup (given);
  now = g_date_time_new_now_local ();
  return g_date_time_format (now, "%Y-%m-%d");
}
