/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When a deadline comes again, and when it is over. Occurrences are numbered and their days grow
 * with the number, so that the wanted one is found by halving. */

#include "config.h"

#include "core/mer-period-private.h"

/* Weeks from MER_YEAR_LEAST to the last day that there is. */
#define OCCURRENCES_MOST 16384

/* Of what does not come in whole months; of so many times a year about. */
static int
days_between (const MerPeriod *self)
{
  if (self->recurrence == MER_RECURRENCE_WEEKLY)
    return 7;
  if (self->recurrence == MER_RECURRENCE_TWO_WEEKLY)
    return 14;
  return self->recurrence == MER_RECURRENCE_TIMES_YEARLY ? 366 / self->times : 0;
}

static gboolean
is_slicing (const MerPeriod *self)
{
  MerDay end = MER_DAY_NONE;

  if (self->recurrence == MER_RECURRENCE_NONE || self->first == MER_DAY_NONE)
    return FALSE;
  /* what only begins somewhere is cut by the calendar */
  if (self->since && mer_recurrence_months (self->recurrence) < 12)
    return TRUE;
  if (days_between (self) > 0)
    end = self->first + days_between (self);
  else
    end = mer_day_add_months (self->first, mer_recurrence_months (self->recurrence));
  return self->last >= end;
}

/* Documented in mer-period-private.h. */
gboolean
mer_period_is_sliced (const MerPeriod *self)
{
  return self->parts == NULL && (self->day_of_month > 0 || is_slicing (self));
}

/* The number, counted from the year 0, of the month in which the first slice begins: slices of a
 * year and less are those of the calendar. */
static int
first_slice_month (const MerPeriod *self)
{
  int months = mer_recurrence_months (self->recurrence);
  int year = 0;
  int month = 0;

  mer_day_split (self->first, &year, &month, NULL);
  month = year * 12 + month - 1;
  return month - month % MIN (months, 12);
}

static MerDay
month_start (int month)
{
  return mer_day_new (month / 12, month % 12 + 1, 1);
}

static MerDay
day_within (MerDay month,
            int    number)
{
  return MIN (month + number - 1, mer_day_end_of_month (month));
}

/* The day that is named of the slice that begins with a month. */
static MerDay
day_of_slice (const MerPeriod *self,
              int              month,
              int              number)
{
  MerDay start = month_start (month + self->month_of_slice);

  return start != MER_DAY_NONE ? day_within (start, number) : MER_DAY_NONE;
}

static void
week_at (const MerPeriod *self,
         int              i,
         MerDay          *first,
         MerDay          *last)
{
  int days = days_between (self);

  /* day 1 was a Monday */
  *first = self->first - (self->first - 1) % 7 + days * i;
  *last = *first + days - 1;
}

/* The first day of one of the equal spans of a year: of twenty-four they are halves of months. */
static MerDay
span_start (int year,
            int i,
            int times)
{
  int months = i * 12;
  int day = 1 + months % times * 30 / times;

  return mer_day_new (year + i / times, months / times % 12 + 1, MIN (day, 28));
}

static gboolean
times_at (const MerPeriod *self,
          int              i,
          MerDay          *first,
          MerDay          *last)
{
  int year = mer_day_get_year (self->first);
  int before = 0;

  while (span_start (year, before + 1, self->times) <= self->first)
    before++;
  *first = span_start (year, before + i, self->times);
  *last = span_start (year, before + i + 1, self->times) - 1;
  return *first != MER_DAY_NONE && *last >= *first;
}

static gboolean
months_at (const MerPeriod *self,
           int              i,
           MerDay          *first,
           MerDay          *last)
{
  int    months = mer_recurrence_months (self->recurrence);
  int    month = first_slice_month (self);
  MerDay start = MER_DAY_NONE;
  MerDay end = MER_DAY_NONE;

  /* the day of the first one may be over when the period begins */
  if (self->day_of_month > 0 && !self->behind &&
      day_of_slice (self, month, self->day_of_month) < self->first)
    month += months;
  month += i * months;
  start = month_start (month);
  end = month_start (month + months);
  if (start == MER_DAY_NONE || end == MER_DAY_NONE)
    return FALSE;
  *first = start;
  *last = end - 1;
  if (self->day_of_month > 0)
    {
      int named = self->behind ? month + months : month;

      *last = day_of_slice (self, named, self->day_of_month);
      *first = self->by_day ? month_start (named) : day_of_slice (self, named, self->day_from);
    }
  return TRUE;
}

/* «до 5 числа месяца, следующего за отчётным кварталом»: whether the quarter is one of the
 * period's, which may be over by that day. */
static gboolean
is_about (const MerPeriod *self,
          MerDay           first,
          MerDay           limit)
{
  int year = 0;
  int month = 0;

  mer_day_split (first, &year, &month, NULL);
  month = year * 12 + month - 1;
  return month_start (month - mer_recurrence_months (self->recurrence)) <= limit &&
         year <= MER_YEAR_MOST;
}

static gboolean
slice_at (const MerPeriod *self,
          int              i,
          MerDay          *first,
          MerDay          *last)
{
  MerDay limit = self->since ? mer_day_new (MER_YEAR_MOST, 12, 31) : self->last;

  if (self->recurrence == MER_RECURRENCE_TIMES_YEARLY)
    {
      if (!times_at (self, i, first, last))
        return FALSE;
    }
  else if (days_between (self) > 0)
    week_at (self, i, first, last);
  else if (!months_at (self, i, first, last))
    return FALSE;
  if (self->behind)
    return is_about (self, *first, limit);
  if (*first > limit || (self->day_of_month > 0 && *last > limit))
    return FALSE;
  *first = MAX (*first, self->first);
  *last = MIN (*last, limit);
  return TRUE;
}

static int
compare_lasts (gconstpointer a,
               gconstpointer b)
{
  const MerPeriod *const *one = a;
  const MerPeriod *const *other = b;

  return (*one)->last - (*other)->last;
}

static int
compare_firsts (gconstpointer a,
                gconstpointer b)
{
  const MerPeriod *const *one = a;
  const MerPeriod *const *other = b;

  return (*one)->first - (*other)->first;
}

/* The first of several parts recurs to the end of their span: «декабрь 2013 г., далее ежегодно до
 * 2016 г.» */
static gboolean
is_bounded (const MerPeriod *self)
{
  return self->parts != NULL && is_slicing (self);
}

/* (transfer container): those with days, in the order of what is looked for. */
static GPtrArray *
sorted_parts (const MerPeriod *self,
              gboolean         by_first)
{
  GPtrArray *parts = g_ptr_array_new ();

  for (guint i = 0; i < mer_period_get_n_parts (self); i++)
    {
      const MerPeriod *part = mer_period_get_part (self, i);

      if (part->last != MER_DAY_NONE)
        g_ptr_array_add (parts, (gpointer) (gsize) part);
    }
  if (is_bounded (self))
    g_ptr_array_set_size (parts, parts->len > 0 ? 1 : 0);
  g_ptr_array_sort (parts, by_first ? compare_firsts : compare_lasts);
  return parts;
}

static MerDay
shift (const MerPeriod *self,
       MerDay           day,
       int              times,
       gboolean         keep_end)
{
  MerDay moved = MER_DAY_NONE;

  if (times == 0)
    return day;
  if (days_between (self) > 0)
    return day + days_between (self) * times;
  moved = mer_day_add_months (day, mer_recurrence_months (self->recurrence) * times);
  return keep_end && mer_day_end_of_month (day) == day ? mer_day_end_of_month (moved) : moved;
}

static gboolean
shifted_at (const MerPeriod *self,
            GPtrArray       *parts,
            int              i,
            MerDay          *first,
            MerDay          *last)
{
  int              n = (int) parts->len;
  const MerPeriod *part = NULL;

  if (n == 0 || (self->recurrence == MER_RECURRENCE_NONE && i >= n))
    return FALSE;
  part = g_ptr_array_index (parts, i % n);
  *first = shift (self, part->first, i / n, FALSE);
  *last = shift (self, part->last, i / n, part->to.unit != MER_UNIT_DAY);
  if (*first == MER_DAY_NONE || *last == MER_DAY_NONE || mer_day_get_year (*last) > MER_YEAR_MOST)
    return FALSE;
  return !is_bounded (self) || *first <= self->last;
}

static gboolean
occurrence_at (const MerPeriod *self,
               GPtrArray       *parts,
               int              i,
               MerDay          *first,
               MerDay          *last)
{
  return mer_period_is_sliced (self) ? slice_at (self, i, first, last)
                                     : shifted_at (self, parts, i, first, last);
}

static gboolean
tell (MerDay  from,
      MerDay  to,
      MerDay *first,
      MerDay *last)
{
  if (first != NULL)
    *first = from;
  if (last != NULL)
    *last = to;
  return TRUE;
}

/* What comes once: most deadlines do, and a region has tens of thousands. */
static gboolean
find_only (const MerPeriod *self,
           MerDay           day,
           gboolean         by_first,
           MerDay          *first,
           MerDay          *last)
{
  if (self->last == MER_DAY_NONE || (by_first ? self->first : self->last) < day)
    return FALSE;
  return tell (self->first, self->last, first, last);
}

/* The earliest occurrence whose last day, or first day, is not before `day`, of several. */
static gboolean
find_among (const MerPeriod *self,
            MerDay           day,
            gboolean         by_first,
            MerDay          *first,
            MerDay          *last)
{
  g_autoptr (GPtrArray) parts = sorted_parts (self, by_first);
  int    low = 0;
  int    high = OCCURRENCES_MOST;
  MerDay from = MER_DAY_NONE;
  MerDay to = MER_DAY_NONE;

  while (low < high)
    {
      int middle = low + (high - low) / 2;

      if (occurrence_at (self, parts, middle, &from, &to) && (by_first ? from : to) < day)
        low = middle + 1;
      else
        high = middle;
    }
  return occurrence_at (self, parts, low, &from, &to) && tell (from, to, first, last);
}

static gboolean
find (const MerPeriod *self,
      MerDay           day,
      gboolean         by_first,
      MerDay          *first,
      MerDay          *last)
{
  if (self->kind != MER_PERIOD_RANGE || self->needs_year)
    return FALSE;
  if (self->recurrence == MER_RECURRENCE_NONE && self->parts == NULL &&
      !mer_period_is_sliced (self))
    return find_only (self, day, by_first, first, last);
  return find_among (self, day, by_first, first, last);
}

/* Documented in the header. */
gboolean
mer_period_next (const MerPeriod *self,
                 MerDay           day,
                 MerDay          *first,
                 MerDay          *last)
{
  return find (self, day, FALSE, first, last);
}

/**
 * mer_period_occurrence:
 * @self: a period
 * @after: a day, or %MER_DAY_NONE
 * @first: (out) (optional): first day of the occurrence
 * @last: (out) (optional): its last day
 *
 * Returns: whether one begins after @after; the earliest of these
 */
gboolean
mer_period_occurrence (const MerPeriod *self,
                       MerDay           after,
                       MerDay          *first,
                       MerDay          *last)
{
  return find (self, after + 1, TRUE, first, last);
}

/* Documented in the header. */
gboolean
mer_period_is_overdue (const MerPeriod *self,
                       MerDay           today,
                       MerDay           done)
{
  MerDay last = MER_DAY_NONE;

  if (self->since && self->recurrence == MER_RECURRENCE_NONE)
    return FALSE;
  return mer_period_occurrence (self, done, NULL, &last) && last < today;
}

static MerPeriod *
resolve_until (MerDay day)
{
  MerPeriod *range = mer_period_new_range (mer_day_new (mer_day_get_year (day), 1, 1), day);

  range->until = range->kind == MER_PERIOD_RANGE;
  return range;
}

/* «после …» has no end, «до …» only one; what is done on the eve is done the day before. */
static MerPeriod *
resolve_moment (const MerPeriod *self,
                MerDay           event_day)
{
  MerEventRelation relation = mer_period_get_relation (self);
  MerPeriod       *range = NULL;

  if (relation == MER_RELATION_BEFORE)
    return resolve_until (g_strcmp0 (self->link, "накануне") == 0 ? event_day - 1 : event_day);
  if (relation != MER_RELATION_AFTER)
    return mer_period_new_range (event_day, event_day);
  range = mer_period_new_range (event_day, mer_day_new (mer_day_get_year (event_day), 12, 31));
  range->to = range->from;
  range->since = range->kind == MER_PERIOD_RANGE;
  return range;
}

/* Documented in mer-period-private.h. */
MerDay
mer_period_count_from (MerDay             day,
                       int                count,
                       MerTermUnit        unit,
                       const MerCalendar *calendar)
{
  if (unit == MER_TERM_WORKING_DAYS)
    return mer_calendar_add_working (calendar, day, count);
  return unit == MER_TERM_MONTHS ? mer_day_add_months (day, count) : day + count;
}

/* Working days that were counted from a date, with the days off that are known now. */
static MerPeriod *
recount (const MerPeriod   *self,
         const MerCalendar *calendar)
{
  MerDay     date = mer_period_point_first (&self->from);
  MerDay     day = mer_period_count_from (date, self->count, self->count_unit, calendar);
  MerPeriod *range = self->count < 0 ? resolve_until (day) : mer_period_new_range (date, day);

  range->recurrence = self->recurrence;
  range->default_year = self->default_year;
  return range;
}

/* Documented in the header. */
MerPeriod *
mer_period_resolve (const MerPeriod   *self,
                    MerDay             event_day,
                    const MerCalendar *calendar)
{
  MerDay day = MER_DAY_NONE;

  if (self->kind == MER_PERIOD_RANGE && self->count != 0 && !self->needs_year)
    return recount (self, calendar);
  if (self->kind != MER_PERIOD_AFTER_EVENT || event_day == MER_DAY_NONE)
    return mer_period_ref (self);
  if (self->term_unit == MER_TERM_NONE)
    return resolve_moment (self, event_day);
  day = mer_period_count_from (event_day, self->term, self->term_unit, calendar);
  return self->term >= 0 ? mer_period_new_range (event_day, day) : resolve_until (day);
}
