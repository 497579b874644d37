/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of a phrase leave out is taken from each other and from the plan: years are handed
 * from those who have one to those who have none; then days are counted. */

#include "config.h"

#include "core/mer-period-private.h"

static gboolean
has_only_ranges (const GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const MerPeriod *part = g_ptr_array_index (parts, i);

      if (part->kind != MER_PERIOD_RANGE)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_within_a_year (MerRecurrence recurrence)
{
  int months = mer_recurrence_months (recurrence);

  return months > 0 && months < 12;
}

/* «до 5 числа» of what recurs is no day of its own. */
static void
take_day_of_month (MerPeriodReading *reading)
{
  for (guint i = 0; i < reading->parts->len; i++)
    {
      const MerPeriod *part = g_ptr_array_index (reading->parts, i);

      if (part->kind != MER_PERIOD_RANGE || part->from.unit != MER_UNIT_NONE ||
          part->to.unit != MER_UNIT_NONE ||
          part->since || part->from.number < 1 || !is_within_a_year (reading->frequency.recurrence))
        continue;
      reading->day_from = part->from.number;
      reading->day_of_month = part->to.number;
      reading->by_day = part->until;
      reading->year = part->to;
      reading->year.unit = MER_UNIT_YEAR;
      reading->year.number = 0;
      g_ptr_array_remove_index (reading->parts, i);
      return;
    }
}

static gboolean
has_year (const MerPeriodPoint *point)
{
  return point->year > 0 || point->relative || point->school;
}

/* What recurs without a day is of the plan's year. */
static void
fill_empty (MerPeriodReading *reading)
{
  MerPeriod *year = NULL;

  if (reading->parts->len > 0 || reading->continuous ||
      reading->frequency.recurrence == MER_RECURRENCE_NONE)
    return;
  year = mer_period_alloc (MER_PERIOD_RANGE);
  year->from = reading->year;
  year->from.unit = MER_UNIT_YEAR;
  year->from.numbered = FALSE;
  year->to = year->from;
  g_ptr_array_add (reading->parts, year);
}

static gboolean
is_year_for_others (const MerPeriod        *part,
                    const MerPeriodReading *reading)
{
  return part->kind == MER_PERIOD_RANGE && !part->until && mer_period_has_single_point (part) &&
         (part->from.unit == MER_UNIT_YEAR || part->from.unit == MER_UNIT_SCHOOL_YEAR) &&
         has_year (&part->from) &&
         (!part->since || reading->frequency.recurrence != MER_RECURRENCE_NONE);
}

static gboolean
lacks_year (const MerPeriod *part)
{
  return part->kind == MER_PERIOD_RANGE && !has_year (&part->from) && !has_year (&part->to) &&
         part->from.unit != MER_UNIT_YEAR && part->from.unit != MER_UNIT_SCHOOL_YEAR;
}

static void
take_year (MerPeriodPoint       *point,
           const MerPeriodPoint *from)
{
  point->year = from->year;
  point->year_offset = from->year_offset;
  point->relative = from->relative;
  point->school = from->school || from->unit == MER_UNIT_SCHOOL_YEAR;
}

/* «2 раза в год: апрель, октябрь» is both of them every year. */
static void
take_times_a_year (MerPeriodReading *reading)
{
  int months = mer_recurrence_months (reading->frequency.recurrence);
  int times = is_within_a_year (reading->frequency.recurrence) ? 12 / months
                                                               : reading->frequency.times;

  if (reading->day_of_month > 0 || times == 0 || (int) reading->parts->len != times ||
      !has_only_ranges (reading->parts))
    return;
  reading->frequency.recurrence = MER_RECURRENCE_YEARLY;
  reading->frequency.times = 0;
}

/* «2013–2015 гг., ежегодно до 1 марта»: the years are how long it recurs, and stand behind. */
static void
move_years_behind (MerPeriodReading *reading)
{
  GPtrArray *parts = reading->parts;
  guint      at = parts->len;

  if (mer_recurrence_months (reading->frequency.recurrence) < 12)
    return;
  for (guint i = 0; i < parts->len; i++)
    {
      const MerPeriod *part = g_ptr_array_index (parts, i);

      if (lacks_year (part))
        continue;
      if (part->kind != MER_PERIOD_RANGE || part->until || part->since || at < parts->len ||
          part->from.unit != MER_UNIT_YEAR || part->to.unit != MER_UNIT_YEAR)
        return;
      at = i;
    }
  if (at < parts->len)
    g_ptr_array_add (parts, g_ptr_array_steal_index (parts, at));
}

/* «2021 г.: I квартал», «сентябрь, 2013 г.», «ежегодно с 2014 г. до 1 марта»: a year that is no
 * part of its own. */
static void
spread_year (MerPeriodReading *reading)
{
  guint at = reading->parts->len;

  if (reading->parts->len < 2)
    return;
  for (guint i = 0; i < reading->parts->len; i++)
    {
      const MerPeriod *part = g_ptr_array_index (reading->parts, i);

      if (lacks_year (part))
        continue;
      if (!is_year_for_others (part, reading) || at < reading->parts->len)
        return;
      at = i;
    }
  if (at == reading->parts->len)
    return;
  for (guint i = 0; i < reading->parts->len; i++)
    {
      const MerPeriod *year = g_ptr_array_index (reading->parts, at);
      MerPeriod       *part = g_ptr_array_index (reading->parts, i);

      if (i == at)
        continue;
      take_year (&part->from, &year->from);
      take_year (&part->to, &year->from);
    }
  g_ptr_array_remove_index (reading->parts, at);
}

/* From the right to the left: «март, сентябрь 2021 г.» */
static void
borrow_years_behind (GPtrArray *parts)
{
  MerPeriodPoint next = { 0 };

  for (guint i = parts->len; i-- > 0;)
    {
      MerPeriod *part = g_ptr_array_index (parts, i);

      if (part->kind != MER_PERIOD_RANGE)
        continue;
      if (!has_year (&part->to))
        {
          if (mer_period_has_single_point (part) || !has_year (&part->from))
            take_year (&part->to, &next);
          if (mer_period_has_single_point (part))
            part->from = part->to;
        }
      if (!has_year (&part->from))
        take_year (&part->from, &part->to);
      if (has_year (&part->from))
        next = part->from;
    }
}

static gboolean
ends_before (const MerPeriodPoint *to,
             const MerPeriodPoint *from)
{
  return to->year > 0 && mer_period_point_exists (to) && mer_period_point_exists (from) &&
         mer_period_point_last (to) < mer_period_point_first (from);
}

/* «с 1 сентября 2020 г. по 31 мая»: the end lies in the next year when it must. */
static void
borrow_years_before (GPtrArray *parts)
{
  MerPeriodPoint last = { 0 };

  for (guint i = 0; i < parts->len; i++)
    {
      MerPeriod *part = g_ptr_array_index (parts, i);

      if (part->kind != MER_PERIOD_RANGE)
        continue;
      if (!has_year (&part->from) && has_year (&last))
        {
          gboolean single = mer_period_has_single_point (part);

          take_year (&part->from, &last);
          if (ends_before (&part->from, &last))
            part->from.year++;
          if (single)
            part->to = part->from;
        }
      if (!has_year (&part->to) && has_year (&part->from))
        {
          take_year (&part->to, &part->from);
          if (ends_before (&part->to, &part->from))
            part->to.year++;
        }
      last = part->to;
    }
}

/* FALSE where there is none to give. */
static gboolean
settle_year (MerPeriodPoint *point,
             int             default_year,
             gboolean       *defaulted)
{
  if (point->year > 0)
    return TRUE;
  if (default_year <= 0)
    return FALSE;
  point->year = default_year + point->year_offset;
  *defaulted = TRUE;
  return TRUE;
}

/* «I полугодие 2020/21 учебного года»: September to December; the second ends in May. */
static void
settle_school_half (MerPeriod *part)
{
  MerPeriodPoint *ends[] = { &part->from, &part->to };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      if (!ends[i]->school || ends[i]->unit != MER_UNIT_HALF_YEAR ||
          !mer_period_point_exists (ends[i]))
        continue;
      if (ends[i]->number == 1)
        ends[i]->month = i == 0 ? 9 : 12;
      else
        ends[i]->month = i == 0 ? 1 : 5;
      ends[i]->unit = MER_UNIT_MONTH;
      ends[i]->number = 0;
    }
}

/* From here on the years of months are those of the calendar. */
static void
settle_school_year (MerPeriodPoint *point)
{
  if (point->school && point->month > 0 && point->month < 9)
    point->year++;
  point->school = FALSE;
}

static gboolean
is_year_in_reach (int year)
{
  return year >= MER_YEAR_LEAST && year <= MER_YEAR_MOST;
}

static gboolean
has_unit (const MerPeriodPoint *point)
{
  if (point->unit == MER_UNIT_DAY || point->unit == MER_UNIT_TEN_DAYS ||
      point->unit == MER_UNIT_HALF_MONTH)
    return point->month > 0;
  return point->unit != MER_UNIT_NONE;
}

/* «10 дней с 1 марта 2021 г.» is as good as its days; of working days more may become known. */
static void
count_term (MerPeriod *part)
{
  MerDay day = mer_period_count_from (part->first, part->count, part->count_unit, NULL);

  part->last = day;
  if (part->count < 0)
    part->first = day;
  if (part->count_unit == MER_TERM_WORKING_DAYS)
    return;
  part->count = 0;
  part->count_unit = MER_TERM_NONE;
  part->from = mer_period_point_of_day (part->first);
  part->to = mer_period_point_of_day (part->last);
}

static MerPeriodProblem
count_days (MerPeriod *part)
{
  if (part->exclusive)
    {
      MerDay next = mer_period_point_last (&part->from) + 1;

      part->exclusive = FALSE;
      part->from.unit = MER_UNIT_DAY;
      mer_day_split (next, &part->from.year, &part->from.month, &part->from.number);
      part->to = part->from;
    }
  part->first = mer_period_point_first (&part->from);
  part->last = mer_period_point_last (&part->to);
  if (part->count != 0)
    count_term (part);
  if (part->last == MER_DAY_NONE)
    return MER_PERIOD_PROBLEM_YEAR_TOO_FAR;
  if (part->last < part->first)
    return MER_PERIOD_PROBLEM_BACKWARDS;
  if (part->until)
    part->first = mer_day_new (mer_day_get_year (part->last), 1, 1);
  if (part->since)
    part->last = mer_day_new (mer_day_get_year (part->first), 12, 31);
  if (!is_year_in_reach (mer_day_get_year (part->first)) ||
      !is_year_in_reach (mer_day_get_year (part->last)))
    return MER_PERIOD_PROBLEM_YEAR_TOO_FAR;
  return MER_PERIOD_PROBLEM_NONE;
}

/* «с ноября по февраль», with no year named: over the new year. Within one month it is a slip. */
static gboolean
may_pass_new_year (const MerPeriod *part)
{
  const MerPeriodPoint *from = &part->from;
  const MerPeriodPoint *to = &part->to;

  return from->unit == to->unit && !from->relative && !to->relative && !from->school &&
         !to->school && from->year_offset == 0 && to->year_offset == 0 &&
         (from->unit == MER_UNIT_MONTH || from->unit == MER_UNIT_QUARTER ||
          from->unit == MER_UNIT_SEASON || from->unit == MER_UNIT_HALF_YEAR ||
          (from->unit == MER_UNIT_DAY && from->month != to->month));
}

/* Without a year the order of the ends is all that can be asked. */
static MerPeriodProblem
check_without_year (MerPeriod *part)
{
  MerPeriodPoint from = part->from;
  MerPeriodPoint to = part->to;

  from.year = 2000;
  to.year = 2000 + to.year_offset - from.year_offset;
  if (mer_period_point_last (&to) >= mer_period_point_first (&from) || may_pass_new_year (part))
    return MER_PERIOD_PROBLEM_NONE;
  return MER_PERIOD_PROBLEM_BACKWARDS;
}

static MerPeriodProblem
settle_part (MerPeriod *part,
             int        default_year)
{
  gboolean named = FALSE;

  if (part->kind == MER_PERIOD_UNKNOWN)
    return part->problem;
  if (part->kind != MER_PERIOD_RANGE || part->first != MER_DAY_NONE)
    return MER_PERIOD_PROBLEM_NONE;
  if (!has_unit (&part->from) || !has_unit (&part->to))
    return MER_PERIOD_PROBLEM_NOT_UNDERSTOOD;
  named = part->from.year > 0 || part->to.year > 0;
  part->needs_year = !settle_year (&part->from, default_year, &part->default_year);
  if (!settle_year (&part->to, default_year, &part->default_year))
    part->needs_year = TRUE;
  settle_school_half (part);
  if (!part->needs_year &&
      (!is_year_in_reach (part->from.year) || !is_year_in_reach (part->to.year)))
    return MER_PERIOD_PROBLEM_YEAR_TOO_FAR;
  if (!mer_period_point_exists (&part->from) || !mer_period_point_exists (&part->to))
    return MER_PERIOD_PROBLEM_NO_SUCH_DAY;
  if (part->needs_year)
    return check_without_year (part);
  if (!named && ends_before (&part->to, &part->from) && may_pass_new_year (part))
    part->to.year++;
  settle_school_year (&part->from);
  settle_school_year (&part->to);
  return count_days (part);
}

/* «III квартал 2013 г., далее ежегодно в III квартале» names one part twice. */
static void
drop_doubles (GPtrArray *parts)
{
  for (guint i = parts->len; i-- > 1;)
    {
      for (guint j = 0; j < i; j++)
        {
          if (mer_period_equal (g_ptr_array_index (parts, i), g_ptr_array_index (parts, j)))
            {
              g_ptr_array_remove_index (parts, i);
              break;
            }
        }
    }
}

/* A later part that would begin before the earlier one is over begins behind it: «сентябрь 2013
 * г.; затем 2013–2015 гг.» */
static void
clip_parts (GPtrArray *parts)
{
  const MerPeriod *before = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      MerPeriod *part = g_ptr_array_index (parts, i);

      if (part->kind != MER_PERIOD_RANGE || part->first == MER_DAY_NONE)
        continue;
      if (before != NULL && part->first <= before->last && part->last > before->last)
        {
          part->clipped = TRUE;
          part->first = before->last + 1;
        }
      before = part;
    }
}

/* Hands out the roles: which number is a day of the month, which year that of the others. */
static MerPeriodProblem
arrange (MerPeriodReading *reading)
{
  /* «ежемесячно до конца квартала» says two things */
  if (reading->slice != MER_RECURRENCE_NONE && reading->slice != reading->frequency.recurrence)
    return MER_PERIOD_PROBLEM_NOT_UNDERSTOOD;
  if (reading->day_of_month == 0)
    take_day_of_month (reading);
  if (reading->month_of_slice > 0 && reading->day_of_month == 0)
    return MER_PERIOD_PROBLEM_NOT_UNDERSTOOD;
  fill_empty (reading);
  spread_year (reading);
  take_times_a_year (reading);
  move_years_behind (reading);
  if (reading->day_of_month > 0 && !has_only_ranges (reading->parts))
    return MER_PERIOD_PROBLEM_NOT_UNDERSTOOD;
  if (reading->day_of_month > 31 || reading->day_from > reading->day_of_month)
    return MER_PERIOD_PROBLEM_NO_SUCH_DAY;
  if (reading->parts->len == 0 && !reading->continuous)
    return MER_PERIOD_PROBLEM_NOT_UNDERSTOOD;
  return MER_PERIOD_PROBLEM_NONE;
}

/**
 * mer_period_settle:
 * @reading: (inout): the parts as they were read
 * @default_year: the plan's year, or 0
 *
 * Returns: what keeps the phrase from being a deadline
 */
MerPeriodProblem
mer_period_settle (MerPeriodReading *reading,
                   int               default_year)
{
  MerPeriodProblem problem = arrange (reading);
  int              year = is_year_in_reach (default_year) ? default_year : 0;

  if (problem != MER_PERIOD_PROBLEM_NONE)
    return problem;
  borrow_years_behind (reading->parts);
  borrow_years_before (reading->parts);
  for (guint i = 0; i < reading->parts->len; i++)
    {
      problem = settle_part (g_ptr_array_index (reading->parts, i), year);
      if (problem != MER_PERIOD_PROBLEM_NONE)
        return problem;
    }
  drop_doubles (reading->parts);
  clip_parts (reading->parts);
  return MER_PERIOD_PROBLEM_NONE;
}
