/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One end of a range as days: its first, its last, and whether there is such a thing. */

#include "config.h"

#include "core/mer-period-private.h"

gboolean
mer_period_has_single_point (const MerPeriod *self)
{
  return self->from.unit == self->to.unit && self->from.number == self->to.number &&
         self->from.month == self->to.month && self->from.year == self->to.year &&
         self->from.year_offset == self->to.year_offset;
}

static int
school_calendar_year (const MerPeriodPoint *point)
{
  return point->school && point->month > 0 && point->month < 9 ? point->year + 1 : point->year;
}

/**
 * mer_period_point_exists:
 * @point: an end of a range
 *
 * Returns: whether there is such a thing; of the 29 February without a year it is assumed
 */
gboolean
mer_period_point_exists (const MerPeriodPoint *point)
{
  int year = point->year > 0 ? school_calendar_year (point) : 2000;

  switch (point->unit)
    {
    case MER_UNIT_DAY:
      return mer_day_new (year, point->month, point->number) != MER_DAY_NONE;
    case MER_UNIT_TEN_DAYS:
      return point->number >= 1 && point->number <= 3 && point->month >= 1 && point->month <= 12;
    case MER_UNIT_HALF_MONTH:
      return point->number >= 1 && point->number <= 2 && point->month >= 1 && point->month <= 12;
    case MER_UNIT_MONTH:
      return point->month >= 1 && point->month <= 12;
    case MER_UNIT_QUARTER:
      return point->number >= 1 && point->number <= 4;
    case MER_UNIT_HALF_YEAR:
      return point->number == 1 || point->number == 2;
    case MER_UNIT_SEASON:
    case MER_UNIT_YEAR:
    case MER_UNIT_SCHOOL_YEAR:
      return TRUE;
    case MER_UNIT_NONE:
    default:
      return FALSE;
    }
}

/* The first of the months of a point, counted from January of its year. */
static int
first_month (const MerPeriodPoint *point)
{
  switch (point->unit)
    {
    case MER_UNIT_QUARTER:
      return point->number * 3 - 2;
    case MER_UNIT_HALF_YEAR:
      return point->number * 6 - 5;
    case MER_UNIT_SEASON:
      return point->number * 3;
    case MER_UNIT_YEAR:
      return 1;
    case MER_UNIT_SCHOOL_YEAR:
      return 9;
    case MER_UNIT_NONE:
    case MER_UNIT_DAY:
    case MER_UNIT_TEN_DAYS:
    case MER_UNIT_HALF_MONTH:
    case MER_UNIT_MONTH:
    default:
      return point->month;
    }
}

static int
count_months (const MerPeriodPoint *point)
{
  switch (point->unit)
    {
    case MER_UNIT_QUARTER:
    case MER_UNIT_SEASON:
      return 3;
    case MER_UNIT_HALF_YEAR:
      return 6;
    case MER_UNIT_YEAR:
    case MER_UNIT_SCHOOL_YEAR:
      return 12;
    case MER_UNIT_NONE:
    case MER_UNIT_DAY:
    case MER_UNIT_TEN_DAYS:
    case MER_UNIT_HALF_MONTH:
    case MER_UNIT_MONTH:
    default:
      return 1;
    }
}

MerDay
mer_period_point_first (const MerPeriodPoint *point)
{
  int day = 1;

  if (point->unit == MER_UNIT_DAY)
    day = point->number;
  else if (point->unit == MER_UNIT_TEN_DAYS)
    day = point->number * 10 - 9;
  else if (point->unit == MER_UNIT_HALF_MONTH)
    day = point->number * 15 - 14;
  return mer_day_new (school_calendar_year (point), first_month (point), day);
}

MerDay
mer_period_point_last (const MerPeriodPoint *point)
{
  MerDay first = mer_period_point_first (point);

  if (point->unit == MER_UNIT_DAY)
    return first;
  if (point->unit == MER_UNIT_TEN_DAYS && point->number < 3)
    return first + 9;
  if (point->unit == MER_UNIT_HALF_MONTH && point->number < 2)
    return first + 14;
  return mer_day_end_of_month (mer_day_add_months (first, count_months (point) - 1));
}
