/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days as numbers, and which of them are worked. A calendar is a sorted array of marks over a
 * rule that needs no data. */

#include "config.h"

#include <string.h>

#include "core/mer-calendar.h"

#include "core/mer-day.h"

/* What days are made of: a term of many years may start in MER_YEAR_MOST. */
#define YEAR_FIRST 1900
#define YEAR_LAST 2199

struct _MerCalendar
{
  GArray *marks; /* of MerCalendarMark, sorted by day, one a day */
};

G_DEFINE_BOXED_TYPE (MerCalendar, mer_calendar, mer_calendar_copy, mer_calendar_free)

static const char *const kind_codes[MER_N_CALENDAR_KINDS] = { "usual", "holiday", "working" };

/**
 * mer_day_new:
 * @year: of four digits
 * @month: from 1
 * @day: from 1
 *
 * Returns: the day, or %MER_DAY_NONE when there is none
 */
MerDay
mer_day_new (int year,
             int month,
             int day)
{
  GDate date;

  if (year < YEAR_FIRST || year > YEAR_LAST || month < 1 || month > 12 || day < 1 || day > 31 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return MER_DAY_NONE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (MerDay) g_date_get_julian (&date);
}

/**
 * mer_day_from_iso:
 * @text: (nullable): any text
 *
 * Returns: the day, or %MER_DAY_NONE when @text is not exactly «YYYY-MM-DD»
 */
MerDay
mer_day_from_iso (const char *text)
{
  int numbers[3] = { 0 };
  int part = 0;

  if (text == NULL || strlen (text) != 10)
    return MER_DAY_NONE;
  for (int i = 0; i < 10; i++)
    {
      if (i == 4 || i == 7)
        {
          part++;
          if (text[i] != '-')
            return MER_DAY_NONE;
        }
      else if (!g_ascii_isdigit (text[i]))
        return MER_DAY_NONE;
      else
        numbers[part] = numbers[part] * 10 + (text[i] - '0');
    }
  return mer_day_new (numbers[0], numbers[1], numbers[2]);
}

/**
 * mer_day_split:
 * @day: a day
 * @year: (out) (optional): its year
 * @month: (out) (optional): its month, from 1
 * @day_of_month: (out) (optional): from 1
 *
 * Returns: %FALSE and zeros for %MER_DAY_NONE
 */
gboolean
mer_day_split (MerDay day,
               int   *year,
               int   *month,
               int   *day_of_month)
{
  GDate    date;
  gboolean valid = day > 0 && g_date_valid_julian ((guint32) day);

  g_date_clear (&date, 1);
  if (valid)
    g_date_set_julian (&date, (guint32) day);
  if (year != NULL)
    *year = valid ? g_date_get_year (&date) : 0;
  if (month != NULL)
    *month = valid ? (int) g_date_get_month (&date) : 0;
  if (day_of_month != NULL)
    *day_of_month = valid ? g_date_get_day (&date) : 0;
  return valid;
}

int
mer_day_get_year (MerDay day)
{
  int year = 0;

  mer_day_split (day, &year, NULL, NULL);
  return year;
}

char *
mer_day_to_iso (MerDay day)
{
  int year = 0;
  int month = 0;
  int number = 0;

  if (!mer_day_split (day, &year, &month, &number))
    return g_strdup ("");
  return g_strdup_printf ("%04d-%02d-%02d", year, month, number);
}

char *
mer_day_to_text (MerDay day)
{
  int year = 0;
  int month = 0;
  int number = 0;

  if (!mer_day_split (day, &year, &month, &number))
    return g_strdup ("");
  return g_strdup_printf ("%02d.%02d.%04d", number, month, year);
}

static int
days_in_month (int year,
               int month)
{
  return g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

/**
 * mer_day_add_months:
 * @day: a day
 * @n: months, negative to go back
 *
 * Returns: the same day of another month, or the last one of that month; %MER_DAY_NONE beyond
 *   what days are made of
 */
MerDay
mer_day_add_months (MerDay day,
                    int    n)
{
  int year = 0;
  int month = 0;
  int number = 0;
  int months = 0;

  if (!mer_day_split (day, &year, &month, &number) || ABS (n) > (YEAR_LAST - YEAR_FIRST) * 12)
    return MER_DAY_NONE;
  months = year * 12 + month - 1 + n;
  year = months / 12;
  month = months % 12 + 1;
  if (year < YEAR_FIRST || year > YEAR_LAST)
    return MER_DAY_NONE;
  return mer_day_new (year, month, MIN (number, days_in_month (year, month)));
}

MerDay
mer_day_end_of_month (MerDay day)
{
  int year = 0;
  int month = 0;

  if (!mer_day_split (day, &year, &month, NULL))
    return MER_DAY_NONE;
  return mer_day_new (year, month, days_in_month (year, month));
}

MerDay
mer_day_today (void)
{
  g_autofree char *today = mer_today ();

  return mer_day_from_iso (today);
}

gboolean
mer_day_is_fixed_holiday (MerDay day)
{
  static const struct
  {
    int month;
    int first;
    int last;
  } holidays[] = {
    { 1, 1, 8 },
    { 2, 23, 23 },
    { 3, 8, 8 },
    { 5, 1, 1 },
    { 5, 9, 9 },
    { 6, 12, 12 },
    { 11, 4, 4 },
  };
  int month = 0;
  int number = 0;

  mer_day_split (day, NULL, &month, &number);
  for (guint i = 0; i < G_N_ELEMENTS (holidays); i++)
    {
      if (month == holidays[i].month && number >= holidays[i].first && number <= holidays[i].last)
        return TRUE;
    }
  return FALSE;
}

MerCalendar *
mer_calendar_new (void)
{
  MerCalendar *self = g_new0 (MerCalendar, 1);

  self->marks = g_array_new (FALSE, FALSE, sizeof (MerCalendarMark));
  return self;
}

MerCalendar *
mer_calendar_copy (const MerCalendar *self)
{
  MerCalendar *copy = g_new0 (MerCalendar, 1);

  copy->marks = g_array_copy (self->marks);
  return copy;
}

void
mer_calendar_free (MerCalendar *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->marks);
  g_free (self);
}

/* Where the mark of a day is, or would be. */
static guint
find_mark (const MerCalendar *self,
           MerDay             day)
{
  guint low = 0;
  guint high = self->marks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->marks, MerCalendarMark, middle).day < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static MerCalendarKind
kind_of (const MerCalendar *self,
         MerDay             day)
{
  guint at = self != NULL ? find_mark (self, day) : 0;

  if (self == NULL || at == self->marks->len ||
      g_array_index (self->marks, MerCalendarMark, at).day != day)
    return MER_CALENDAR_USUAL;
  return g_array_index (self->marks, MerCalendarMark, at).kind;
}

/**
 * mer_calendar_mark:
 * @self: a calendar
 * @day: a day
 * @kind: what it is; %MER_CALENDAR_USUAL takes its mark away
 */
void
mer_calendar_mark (MerCalendar    *self,
                   MerDay          day,
                   MerCalendarKind kind)
{
  MerCalendarMark mark = { day, kind };
  guint           at = 0;

  g_return_if_fail (self != NULL && (guint) kind < MER_N_CALENDAR_KINDS);
  if (mer_day_get_year (day) < YEAR_FIRST || mer_day_get_year (day) > YEAR_LAST)
    return;
  at = find_mark (self, day);
  if (kind_of (self, day) != MER_CALENDAR_USUAL)
    g_array_remove_index (self->marks, at);
  if (kind != MER_CALENDAR_USUAL)
    g_array_insert_val (self->marks, at, mark);
}

guint
mer_calendar_get_n_marks (const MerCalendar *self)
{
  return self->marks->len;
}

MerCalendarMark
mer_calendar_get_mark (const MerCalendar *self,
                       guint              i)
{
  MerCalendarMark none = { MER_DAY_NONE, MER_CALENDAR_USUAL };

  g_return_val_if_fail (i < self->marks->len, none);
  return g_array_index (self->marks, MerCalendarMark, i);
}

char *
mer_calendar_to_text (const MerCalendar *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const MerCalendarMark *mark = &g_array_index (self->marks, MerCalendarMark, i);
      g_autofree char       *day = mer_day_to_iso (mark->day);

      g_string_append_printf (text, "%s %s\n", day, kind_codes[mark->kind]);
    }
  return g_string_free (text, FALSE);
}

static gboolean
read_line (MerCalendar *self,
           char        *line)
{
  char           *comment = strchr (line, '#');
  MerCalendarKind kind = MER_CALENDAR_USUAL;
  MerDay          day = MER_DAY_NONE;

  if (comment != NULL)
    *comment = '\0';
  g_strstrip (line);
  if (*line == '\0')
    return TRUE;
  if (strlen (line) < 12 || line[10] != ' ')
    return FALSE;
  line[10] = '\0';
  day = mer_day_from_iso (line);
  if (day == MER_DAY_NONE || !mer_calendar_kind_from_code (g_strchug (line + 11), &kind))
    return FALSE;
  mer_calendar_mark (self, day, kind);
  return TRUE;
}

/**
 * mer_calendar_from_text:
 * @text: lines of «2021-02-20 working»
 * @bad_line: (out) (optional): the number, from 1, of the line that cannot be read
 *
 * Returns: (transfer full) (nullable): the calendar
 */
MerCalendar *
mer_calendar_from_text (const char *text,
                        guint      *bad_line)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (MerCalendar) self = mer_calendar_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (read_line (self, lines[i]))
        continue;
      if (bad_line != NULL)
        *bad_line = i + 1;
      return NULL;
    }
  return g_steal_pointer (&self);
}

const char *
mer_calendar_kind_to_code (MerCalendarKind kind)
{
  g_return_val_if_fail ((guint) kind < MER_N_CALENDAR_KINDS, NULL);
  return kind_codes[kind];
}

gboolean
mer_calendar_kind_from_code (const char      *code,
                             MerCalendarKind *out)
{
  for (guint i = 0; code != NULL && i < MER_N_CALENDAR_KINDS; i++)
    {
      if (g_str_equal (kind_codes[i], code))
        {
          *out = (MerCalendarKind) i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * mer_calendar_is_working:
 * @self: (nullable): a calendar
 * @day: a day
 *
 * Returns: whether people work on it
 */
gboolean
mer_calendar_is_working (const MerCalendar *self,
                         MerDay             day)
{
  MerCalendarKind kind = kind_of (self, day);

  if (day <= MER_DAY_NONE)
    return FALSE;
  if (kind != MER_CALENDAR_USUAL)
    return kind == MER_CALENDAR_WORKING;
  /* the first day of all was a Monday */
  return (day - 1) % 7 < 5 && !mer_day_is_fixed_holiday (day);
}

/**
 * mer_calendar_add_working:
 * @self: (nullable): a calendar
 * @day: where to count from; not counted itself
 * @n: working days, negative to go back
 *
 * Returns: the day, or %MER_DAY_NONE beyond what days are made of
 */
MerDay
mer_calendar_add_working (const MerCalendar *self,
                          MerDay             day,
                          int                n)
{
  int step = n < 0 ? -1 : 1;

  while (n != 0)
    {
      int year = 0;

      day += step;
      year = mer_day_get_year (day);
      if (year < YEAR_FIRST || year > YEAR_LAST)
        return MER_DAY_NONE;
      if (mer_calendar_is_working (self, day))
        n -= step;
    }
  return day;
}

guint
mer_calendar_count_working (const MerCalendar *self,
                            MerDay             first,
                            MerDay             last)
{
  guint n = 0;

  if (first <= MER_DAY_NONE)
    return 0;
  for (MerDay day = first; day <= last && mer_day_get_year (day) <= YEAR_LAST; day++)
    n += mer_calendar_is_working (self, day) ? 1 : 0;
  return n;
}
