/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ranges of days and lists of them: «с 1 по 15 марта 2021 г.», «до 5 декабря», «март, сентябрь».
 * What is left out beside one number is taken from the next: the unit, the month. Years are given
 * by mer-period-parse.c, which sees the whole phrase. */

#include "config.h"

#include "core/mer-period-private.h"

/* A list that is longer is no deadline. */
#define RANGES_MOST 24

typedef enum
{
  OPENING_NONE,
  OPENING_SINCE,
  OPENING_AFTER, /* «после 1 сентября» */
  OPENING_UNTIL,
  OPENING_BEFORE,      /* «до» and no more: of what is long, before it begins */
  OPENING_UNTIL_START, /* «к 1 сентября», «до начала марта» */
  OPENING_UNTIL_MIDDLE,
} Opening;

static gboolean
is_mark (const GArray *tokens,
         guint         at,
         const char   *mark)
{
  const MerToken *token = mer_period_token (tokens, at);

  return token->kind == MER_TOKEN_MARK && g_str_equal (token->text, mark);
}

/* Words before a date that say no more than that it is one. */
static void
skip_fillers (const GArray *tokens,
              guint        *at)
{
  static const char *const fillers[] = {
    "в|во течение|течении|продолжение|период|ходе|срок|сроки|время",
    "на протяжении", "на|за период",
    "срок|сроки|период ?исполнения|реализации|проведения", "весь|всего|всей|все",
    "ориентировочно|примерно|предположительно|предварительно", "в|во", "на|за", ":", "-"
  };
  guint n = 0;

  while ((n = mer_period_match_list (tokens, *at, fillers)) > 0)
    *at += n;
}

static Opening
read_until (const GArray *tokens,
            guint        *at)
{
  static const char *const limits[] = {
    "непозднее|непозже ?до", "не позднее|позже|поздней ?, ?чем ?до", "до", "по"
  };
  gboolean before = mer_period_match (tokens, *at, "до", NULL) > 0;
  guint    n = mer_period_match_list (tokens, *at, limits);
  guint    towards = n == 0 ? mer_period_match (tokens, *at, "к|ко|перед", NULL) : 0;
  gboolean starts = towards > 0;

  if (n + towards == 0)
    return OPENING_NONE;
  *at += n + towards;
  n = mer_period_match (tokens, *at, "середины|середине", NULL);
  *at += n;
  if (n > 0)
    return OPENING_UNTIL_MIDDLE;
  n = mer_period_match (tokens, *at, "начала|началу|началом", NULL);
  *at += n;
  if (n > 0 || (starts && mer_period_match (tokens, *at, "концу|окончанию|завершению", NULL) == 0))
    return OPENING_UNTIL_START;
  return before ? OPENING_BEFORE : OPENING_UNTIL;
}

static Opening
read_opening (const GArray *tokens,
              guint        *at)
{
  static const char *const starts[] = { "не ранее|раньше ?, ?чем ?с|со", "начиная ?с|со|от",
                                        "с|со|от ?начала" };
  guint                    n = 0;

  skip_fillers (tokens, at);
  n = mer_period_match_list (tokens, *at, starts);
  *at += n;
  if (n > 0)
    return OPENING_SINCE;
  n = mer_period_match (tokens, *at, "после", NULL);
  *at += n;
  if (n > 0)
    return OPENING_AFTER;
  return read_until (tokens, at);
}

/* «– », «по», «до» between two ends; what it is made of may be doubled: «– по». */
static guint
read_joint (const GArray *tokens,
            guint         at,
            gboolean      since)
{
  static const char *const words[] = { "?, ?и ?- по|до ?-", "?. -" };
  guint                    n = mer_period_match (tokens, at, words[0], NULL);

  if (n > 0 && (since || is_mark (tokens, at, "-")))
    return n;
  if (mer_period_month_of_word (mer_period_token (tokens, at + 1)->text) > 0 &&
      is_mark (tokens, at, "/"))
    return 1;
  return mer_period_match (tokens, at, words[1], NULL);
}

/* «2013–15 гг.» */
static gboolean
read_short_year (const GArray   *tokens,
                 guint          *at,
                 MerPeriodPoint *out)
{
  const MerToken *token = mer_period_token (tokens, *at);
  MerPeriodPoint  year = { 0 };

  if (token->kind != MER_TOKEN_NUMBER || token->digits != 2 ||
      mer_period_match (tokens, *at + 1, "квартал*|полугоди*|числ*|/", NULL) > 0 ||
      mer_period_match (tokens, *at + 1, ". #", NULL) > 0 ||
      mer_period_month_of_word (mer_period_token (tokens, *at + 1)->text) > 0)
    return FALSE;
  year.unit = MER_UNIT_YEAR;
  year.year = out->year / 100 * 100 + token->number;
  *out = year;
  *at += 1;
  *at += mer_period_match (tokens, *at, "гг|г|год|года|годы|годов|годах ?. ?г ?.", NULL);
  return TRUE;
}

static gboolean
read_other_end (const GArray *tokens,
                guint        *at,
                MerPeriod    *range)
{
  skip_fillers (tokens, at);
  if (range->from.unit == MER_UNIT_YEAR)
    {
      range->to = range->from;
      if (read_short_year (tokens, at, &range->to))
        return TRUE;
    }
  return mer_period_read_point (tokens, at, &range->to);
}

/* Turns the end of «до начала …» into the day that it is. */
static gboolean
take_start (MerPeriodPoint *point,
            gboolean        middle)
{
  MerPeriodPoint probe = *point;

  /* the second half of a school year begins in January */
  if (point->unit == MER_UNIT_HALF_YEAR && point->school && mer_period_point_exists (point))
    {
      probe.unit = MER_UNIT_MONTH;
      probe.month = point->number == 1 ? 9 : 1;
    }
  if (point->unit == MER_UNIT_NONE || !mer_period_point_exists (point))
    return TRUE; /* refused later */
  if (point->unit == MER_UNIT_DAY)
    return !middle;
  if (middle && point->unit != MER_UNIT_MONTH)
    return FALSE;
  probe.year = 2001;
  probe.school = FALSE;
  mer_day_split (mer_period_point_first (&probe), NULL, &point->month, &point->number);
  point->number = middle ? 15 : point->number;
  point->unit = MER_UNIT_DAY;
  return TRUE;
}

/* One that has only one end. */
static gboolean
take_opening (MerPeriod *range,
              Opening    opening)
{
  switch (opening)
    {
    case OPENING_AFTER:
      range->exclusive = TRUE;
      range->since = TRUE;
      return TRUE;
    case OPENING_SINCE:
      range->since = TRUE;
      if (range->from.unit == MER_UNIT_SCHOOL_YEAR && !take_start (&range->from, FALSE))
        return FALSE;
      range->to = range->from;
      return TRUE;
    case OPENING_UNTIL_START:
    case OPENING_UNTIL_MIDDLE:
      range->until = TRUE;
      if (!take_start (&range->from, opening == OPENING_UNTIL_MIDDLE))
        return FALSE;
      range->to = range->from;
      return TRUE;
    case OPENING_UNTIL:
    case OPENING_BEFORE:
      range->until = TRUE;
      return TRUE;
    case OPENING_NONE:
    default:
      return TRUE;
    }
}

/* «до конца марта» and «до марта» are one; a school year ends in May for those who teach. */
static guint
read_end_word (const GArray *tokens,
               guint         at)
{
  static const char *const words[] = { "конца|конец|концу", "окончания|окончанию",
                                       "завершения|завершению" };

  return mer_period_match_list (tokens, at, words);
}

/* «до лета», «до II полугодия» and «до 2 квартала» are over when these begin; of months and years
 * people mean the end as often. */
static gboolean
ends_at_start (const GArray         *tokens,
               guint                 at,
               const MerPeriodPoint *point)
{
  return (point->unit == MER_UNIT_QUARTER || point->unit == MER_UNIT_HALF_YEAR ||
          point->unit == MER_UNIT_SEASON) &&
         mer_period_match (tokens, at, "?( включительно", NULL) == 0;
}

static void
end_school_year (MerPeriodPoint *point)
{
  if (point->unit != MER_UNIT_SCHOOL_YEAR)
    return;
  point->unit = MER_UNIT_MONTH;
  point->month = 5;
  point->school = point->year > 0 || point->relative;
}

/* «с 2014 г. до 1 марта» of what recurs: two ranges, not one. */
static gboolean
is_year_then_day (const MerPeriod *range)
{
  return range->from.unit == MER_UNIT_YEAR && range->to.unit != MER_UNIT_YEAR &&
         range->to.unit != MER_UNIT_SCHOOL_YEAR && range->to.year == 0;
}

/* (transfer full) (nullable) */
static MerPeriod *
read_range (const GArray *tokens,
            guint        *at)
{
  g_autoptr (MerPeriod) range = mer_period_alloc (MER_PERIOD_RANGE);
  Opening  opening = read_opening (tokens, at);
  gboolean since = opening == OPENING_SINCE;
  guint    joint = 0;

  skip_fillers (tokens, at);
  if (opening == OPENING_UNTIL || opening == OPENING_BEFORE)
    {
      guint n = read_end_word (tokens, *at);

      *at += n;
      opening = n > 0 ? OPENING_UNTIL : opening;
    }
  if (!mer_period_read_point (tokens, at, &range->from))
    return NULL;
  if (opening == OPENING_BEFORE && ends_at_start (tokens, *at, &range->from))
    opening = OPENING_UNTIL_START;
  if (opening == OPENING_UNTIL || opening == OPENING_BEFORE)
    end_school_year (&range->from);
  range->to = range->from;
  joint = since || opening == OPENING_NONE ? read_joint (tokens, *at, since) : 0;
  if (joint > 0)
    {
      guint end = *at + joint;

      if (read_other_end (tokens, &end, range) && !is_year_then_day (range))
        {
          *at = end;
          opening = OPENING_NONE;
        }
      else
        range->to = range->from;
    }
  if (!take_opening (range, opening))
    return NULL;
  *at += mer_period_match (tokens, *at, "включительно|ориентировочно|примерно", NULL);
  return g_steal_pointer (&range);
}

/* What the number of one end is a number of, from the end that stands next to it. */
static void
borrow_unit (MerPeriodPoint       *point,
             const MerPeriodPoint *next)
{
  if (point->unit == MER_UNIT_NONE && !point->numbered &&
      (next->unit == MER_UNIT_QUARTER || next->unit == MER_UNIT_HALF_YEAR ||
       next->unit == MER_UNIT_TEN_DAYS || next->unit == MER_UNIT_HALF_MONTH))
    point->unit = next->unit;
  if (point->unit == MER_UNIT_NONE && next->unit == MER_UNIT_DAY)
    point->unit = MER_UNIT_DAY;
  if (point->month == 0 &&
      (point->unit == MER_UNIT_DAY || point->unit == MER_UNIT_TEN_DAYS ||
       point->unit == MER_UNIT_HALF_MONTH))
    point->month = next->month;
}

static void
borrow_units (GPtrArray *ranges)
{
  const MerPeriodPoint *next = NULL;

  for (guint i = ranges->len; i-- > 0;)
    {
      MerPeriod *range = g_ptr_array_index (ranges, i);
      gboolean   single = mer_period_has_single_point (range);

      if (range->kind != MER_PERIOD_RANGE)
        continue;
      if (next != NULL)
        borrow_unit (&range->to, next);
      if (single)
        range->from = range->to;
      else
        {
          borrow_unit (&range->from, &range->to);
          /* «с 15 марта по 20» */
          borrow_unit (&range->to, &range->from);
        }
      next = &range->from;
    }
}

/* «до 1 марта и 1 сентября»: the second is no day by itself. */
static void
inherit_until (GPtrArray *ranges,
               MerPeriod *range)
{
  const MerPeriod *last = ranges->len > 0 ? g_ptr_array_index (ranges, ranges->len - 1) : NULL;

  if (last != NULL && last->until && !range->since && last->from.unit == range->from.unit &&
      range->from.unit == MER_UNIT_DAY && range->to.number == range->from.number &&
      range->to.month == range->from.month)
    range->until = TRUE;
}

/* A dash is left over where what recurs was taken out; between two dates it is none. */
static gboolean
is_stray_dash (const GArray *tokens,
               guint         at)
{
  return is_mark (tokens, at, "-") &&
         (at == 0 || mer_period_token (tokens, at - 1)->kind == MER_TOKEN_MARK ||
          mer_period_token (tokens, at + 1)->kind == MER_TOKEN_MARK || at + 1 == tokens->len ||
          mer_period_is_schedule (tokens, at + 1));
}

static gboolean
skip_separators (const GArray *tokens,
                 guint        *at)
{
  guint start = *at;

  while (mer_period_match (tokens, *at, ",|.|(|)|и|а|также|:|или|включительно", NULL) > 0 ||
         is_stray_dash (tokens, *at))
    *at += 1;
  return *at > start;
}

/* «с 2014 г. до 1 марта»: no comma is needed before such words. */
static gboolean
begins_limit (const GArray *tokens,
              guint         at)
{
  return mer_period_match (tokens, at, "до|не|непозднее", NULL) > 0;
}

/**
 * mer_period_read_ranges:
 * @tokens: (element-type MerToken): a phrase without what recurs and what is continuous
 * @at: where to begin
 *
 * Returns: (transfer full) (element-type MerPeriod) (nullable): ranges, and a schedule behind
 *   them, in the order of the phrase; %NULL when something is neither
 */
GPtrArray *
mer_period_read_ranges (const GArray *tokens,
                        guint         at)
{
  g_autoptr (GPtrArray) ranges = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_period_unref);
  gboolean separated = TRUE;

  while (skip_separators (tokens, &at) || separated || begins_limit (tokens, at) ||
         mer_period_is_schedule (tokens, at))
    {
      MerPeriod *range = NULL;

      if (at >= tokens->len)
        break;
      if (ranges->len >= RANGES_MOST)
        return NULL;
      if (mer_period_is_schedule (tokens, at))
        {
          g_ptr_array_add (ranges, mer_period_alloc (MER_PERIOD_SCHEDULE));
          at = tokens->len;
          break;
        }
      range = read_range (tokens, &at);
      if (range == NULL)
        return NULL;
      inherit_until (ranges, range);
      g_ptr_array_add (ranges, range);
      separated = FALSE;
    }
  if (at < tokens->len)
    return NULL;
  borrow_units (ranges);
  return g_steal_pointer (&ranges);
}
