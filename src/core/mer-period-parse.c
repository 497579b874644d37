/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a phrase to a period: cut at «;» and «затем», read part by part, then years are handed
 * from those who have one to those who have none, and days are counted. */

#include "config.h"

#include "core/mer-period-private.h"

typedef struct
{
  const char    *phrase;
  GPtrArray     *parts; /* of MerPeriod */
  MerRecurrence  recurrence;
  gboolean       continuous;
  gboolean       open_end; /* «сентябрь 2013 г., далее постоянно» */
  int            day_from;
  int            day_of_month;
  gboolean       by_day;
  MerPeriodPoint year; /* «ежемесячно до 5 числа 2021 г.» */
} Reading;

static MerPeriod *
new_problem (MerPeriodProblem problem)
{
  MerPeriod *self = mer_period_alloc (MER_PERIOD_UNKNOWN);

  self->problem = problem;
  return self;
}

/* Tokens of a part, which belong to those of the phrase. */
static GArray *
new_slice (void)
{
  return g_array_new (FALSE, TRUE, sizeof (MerToken));
}

static guint
read_sequence (const GArray *tokens,
               guint         at)
{
  static const char *const words[] = {
    "?и ?а затем|далее|потом|впоследствии|then", "?и в дальнейшем|последующем", "в последующие годы"
  };

  return mer_period_match_any (tokens, at, words, G_N_ELEMENTS (words), NULL);
}

/* (transfer full) (element-type GArray): no word within brackets parts a phrase. */
static GPtrArray *
split (const GArray *tokens)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  GArray    *part = new_slice ();
  int        depth = 0;

  g_ptr_array_add (parts, part);
  for (guint at = 0; at < tokens->len;)
    {
      guint n = mer_period_match (tokens, at, ";", NULL);

      if (n > 0)
        depth = 0;
      else if (depth == 0)
        n = read_sequence (tokens, at);
      if (n > 0)
        {
          part = new_slice ();
          g_ptr_array_add (parts, part);
          at += n;
          continue;
        }
      if (mer_period_match (tokens, at, "(", NULL) > 0)
        depth++;
      else if (mer_period_match (tokens, at, ")", NULL) > 0)
        depth = MAX (depth - 1, 0);
      g_array_append_vals (part, mer_period_token (tokens, at), 1);
      at++;
    }
  return parts;
}

/* «месяца, следующего за отчётным кварталом», behind «до 3 числа». */
static guint
read_next_month (const GArray  *tokens,
                 guint          at,
                 MerRecurrence *out)
{
  static const struct
  {
    const char   *pattern;
    MerRecurrence recurrence;
  } phrases[] = {
    { "месяца ?, следующего за ?отчетным|истекшим|прошедшим кварталом", MER_RECURRENCE_QUARTERLY },
    { "месяца ?, следующего за ?отчетным|истекшим|прошедшим полугодием", MER_RECURRENCE_HALF_YEARLY },
    { "месяца ?, следующего за ?отчетным|истекшим|прошедшим ?месяцем|периодом", MER_RECURRENCE_MONTHLY },
    { "следующего|текущего|отчетного месяца", MER_RECURRENCE_MONTHLY },
  };

  if (at == 0 || mer_period_match (tokens, at - 1, "числ*", NULL) == 0)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      guint n = mer_period_match (tokens, at, phrases[i].pattern, NULL);

      if (n > 0)
        {
          *out = phrases[i].recurrence;
          return n;
        }
    }
  return 0;
}

/* The tokens without what says how often, and that it never ends: a comma stands instead. */
static GArray *
extract (const GArray *tokens,
         Reading      *reading,
         gboolean     *continuous)
{
  static const MerToken comma = { MER_TOKEN_MARK, ",", 0, 0, 0, FALSE, 0, 0 };
  GArray               *rest = new_slice ();
  MerRecurrence         guess = MER_RECURRENCE_NONE;

  for (guint at = 0; at < tokens->len;)
    {
      guint n = mer_period_read_recurrence (tokens, at, &reading->recurrence);

      if (n == 0)
        n = read_next_month (tokens, at, &guess);
      if (n == 0)
        {
          n = mer_period_read_continuous (tokens, at);
          *continuous = *continuous || n > 0;
        }
      g_array_append_vals (rest, n > 0 ? &comma : mer_period_token (tokens, at), 1);
      at += MAX (n, 1);
    }
  if (reading->recurrence == MER_RECURRENCE_NONE)
    reading->recurrence = guess;
  return rest;
}

/* «ежегодно, не позднее 10 дней после …, ежегодно»: what stands between. */
static GArray *
strip_recurrence (const GArray *tokens,
                  Reading      *reading)
{
  MerRecurrence found = MER_RECURRENCE_NONE;
  GArray       *rest = new_slice ();
  guint         at = 0;
  guint         end = tokens->len;
  guint         n = 0;

  while ((n = mer_period_match (tokens, at, ",|.|-|:", NULL)) > 0 ||
         (n = mer_period_read_recurrence (tokens, at, &found)) > 0)
    at += n;
  while (end > at && mer_period_match (tokens, end - 1, ",|.|-|:", NULL) > 0 &&
         !mer_period_is_year_point (tokens, end - 1))
    end--;
  for (guint i = at + 1; i < end && found == MER_RECURRENCE_NONE; i++)
    {
      if (mer_period_match (tokens, i - 1, ",|-", NULL) > 0 &&
          i + mer_period_read_recurrence (tokens, i, &found) == end)
        end = i - 1;
      else
        found = MER_RECURRENCE_NONE;
    }
  if (at < end)
    g_array_append_vals (rest, mer_period_token (tokens, at), end - at);
  if (found != MER_RECURRENCE_NONE)
    reading->recurrence = found;
  return rest;
}

static gboolean
read_event (const GArray *tokens,
            Reading      *reading)
{
  MerRecurrence kept = reading->recurrence;
  g_autoptr (GArray) inner = strip_recurrence (tokens, reading);
  MerPeriod *event = mer_period_read_event (inner, 0, reading->phrase);

  if (event == NULL)
    {
      reading->recurrence = kept;
      return FALSE;
    }
  g_ptr_array_add (reading->parts, event);
  return TRUE;
}

static gboolean
read_part (const GArray *tokens,
           gboolean      sequel,
           Reading      *reading)
{
  gboolean continuous = FALSE;
  g_autoptr (GArray) rest = NULL;
  g_autoptr (GPtrArray) ranges = NULL;

  if (read_event (tokens, reading))
    return TRUE;
  rest = extract (tokens, reading, &continuous);
  ranges = mer_period_read_ranges (rest, 0);
  if (ranges == NULL)
    return FALSE;
  reading->continuous = reading->continuous || continuous;
  reading->open_end = reading->open_end || (continuous && sequel && ranges->len == 0);
  for (guint i = 0; i < ranges->len; i++)
    g_ptr_array_add (reading->parts, mer_period_ref (g_ptr_array_index (ranges, i)));
  return TRUE;
}

static gboolean
has_single_point (const MerPeriod *part)
{
  return part->from.unit == part->to.unit && part->from.number == part->to.number &&
         part->from.month == part->to.month && part->from.year == part->to.year &&
         part->from.year_offset == part->to.year_offset;
}

static gboolean
is_within_a_year (MerRecurrence recurrence)
{
  int months = mer_recurrence_months (recurrence);

  return months > 0 && months < 12;
}

/* «до 5 числа» of what recurs is no day of its own. */
static void
take_day_of_month (Reading *reading)
{
  for (guint i = 0; i < reading->parts->len; i++)
    {
      const MerPeriod *part = g_ptr_array_index (reading->parts, i);

      if (part->kind != MER_PERIOD_RANGE || part->from.unit != MER_UNIT_NONE ||
          part->to.unit != MER_UNIT_NONE || part->since || !is_within_a_year (reading->recurrence))
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
  return point->year > 0 || point->relative;
}

/* What recurs without a day is of the plan's year. */
static void
fill_empty (Reading *reading)
{
  MerPeriod *year = NULL;

  if (reading->parts->len > 0 || reading->continuous ||
      reading->recurrence == MER_RECURRENCE_NONE)
    return;
  year = mer_period_alloc (MER_PERIOD_RANGE);
  year->from = reading->year;
  year->from.unit = MER_UNIT_YEAR;
  year->from.numbered = FALSE;
  year->to = year->from;
  g_ptr_array_add (reading->parts, year);
}

static gboolean
is_year_for_others (const MerPeriod *part,
                    const Reading   *reading)
{
  return part->kind == MER_PERIOD_RANGE && !part->until && has_single_point (part) &&
         (part->from.unit == MER_UNIT_YEAR || part->from.unit == MER_UNIT_SCHOOL_YEAR) &&
         has_year (&part->from) &&
         (!part->since || reading->recurrence != MER_RECURRENCE_NONE);
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

/* «2021 г.: I квартал», «сентябрь, 2013 г.», «ежегодно с 2014 г. до 1 марта»: a year that is no
 * part of its own. */
static void
spread_year (Reading *reading)
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
          if (has_single_point (part) || !has_year (&part->from))
            take_year (&part->to, &next);
          if (has_single_point (part))
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
          gboolean single = has_single_point (part);

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

/* Without a year the order of the ends is all that can be asked. */
static MerPeriodProblem
check_without_year (MerPeriod *part)
{
  MerPeriodPoint from = part->from;
  MerPeriodPoint to = part->to;

  from.year = 2000;
  to.year = 2000 + to.year_offset - from.year_offset;
  return mer_period_point_last (&to) < mer_period_point_first (&from) ? MER_PERIOD_PROBLEM_BACKWARDS
                                                                      : MER_PERIOD_PROBLEM_NONE;
}

static MerPeriodProblem
settle_part (MerPeriod *part,
             int        default_year)
{
  if (part->kind == MER_PERIOD_UNKNOWN)
    return part->problem;
  if (part->kind != MER_PERIOD_RANGE || part->first != MER_DAY_NONE)
    return MER_PERIOD_PROBLEM_NONE;
  if (!has_unit (&part->from) || !has_unit (&part->to))
    return MER_PERIOD_PROBLEM_NOT_UNDERSTOOD;
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

static MerPeriodProblem
settle (Reading *reading,
        int      default_year)
{
  borrow_years_behind (reading->parts);
  borrow_years_before (reading->parts);
  for (guint i = 0; i < reading->parts->len; i++)
    {
      MerPeriodProblem problem = settle_part (g_ptr_array_index (reading->parts, i), default_year);

      if (problem != MER_PERIOD_PROBLEM_NONE)
        return problem;
    }
  drop_doubles (reading->parts);
  clip_parts (reading->parts);
  return MER_PERIOD_PROBLEM_NONE;
}

/* «постоянно» within bounds is one part. */
static MerPeriod *
new_continuous (Reading *reading)
{
  MerPeriod *self = NULL;

  if (reading->parts->len == 0)
    return mer_period_alloc (MER_PERIOD_CONTINUOUS);
  self = mer_period_ref (g_ptr_array_index (reading->parts, 0));
  self->kind = MER_PERIOD_CONTINUOUS;
  if (reading->open_end)
    {
      self->since = TRUE;
      self->until = FALSE;
      self->to = self->from;
    }
  if (self->since)
    self->last = MER_DAY_NONE;
  return self;
}

static MerPeriodKind
kind_of_parts (const GPtrArray *parts)
{
  MerPeriodKind kind = ((const MerPeriod *) g_ptr_array_index (parts, 0))->kind;

  for (guint i = 0; i < parts->len; i++)
    {
      const MerPeriod *part = g_ptr_array_index (parts, i);

      if (part->kind == MER_PERIOD_CONTINUOUS)
        return MER_PERIOD_CONTINUOUS;
      if (part->kind == MER_PERIOD_RANGE)
        kind = MER_PERIOD_RANGE;
    }
  return kind;
}

static MerPeriod *
new_composite (GPtrArray *parts)
{
  MerPeriod *self = mer_period_alloc (kind_of_parts (parts));

  self->parts = g_ptr_array_ref (parts);
  for (guint i = 0; i < parts->len; i++)
    {
      const MerPeriod *part = g_ptr_array_index (parts, i);

      self->needs_year = self->needs_year || part->needs_year;
      self->default_year = self->default_year || part->default_year;
      self->since = part->kind == MER_PERIOD_RANGE ? part->since : self->since;
      if (part->first != MER_DAY_NONE && (self->first == MER_DAY_NONE || part->first < self->first))
        self->first = part->first;
      self->last = MAX (self->last, part->last);
    }
  if (self->kind == MER_PERIOD_AFTER_EVENT)
    {
      const MerPeriod *event = g_ptr_array_index (parts, 0);

      self->term = event->term;
      self->term_unit = event->term_unit;
      self->event = g_strdup (event->event);
    }
  return self;
}

static MerPeriod *
combine (Reading *reading)
{
  const MerPeriod *only = reading->parts->len > 0 ? g_ptr_array_index (reading->parts, 0) : NULL;
  MerPeriod       *self = NULL;

  if (reading->continuous &&
      (only == NULL || (reading->parts->len == 1 && only->kind == MER_PERIOD_RANGE)))
    return new_continuous (reading);
  if (reading->continuous)
    g_ptr_array_add (reading->parts, mer_period_alloc (MER_PERIOD_CONTINUOUS));
  self = reading->parts->len == 1 ? mer_period_ref (only) : new_composite (reading->parts);
  if (reading->continuous)
    return self;
  self->recurrence = reading->recurrence;
  self->day_from = reading->day_from;
  self->day_of_month = reading->day_of_month;
  self->by_day = reading->by_day;
  return self;
}

static MerPeriodProblem
read_parts (const GArray *tokens,
            Reading      *reading)
{
  g_autoptr (GPtrArray) parts = split (tokens);

  for (guint i = 0; i < parts->len; i++)
    {
      if (!read_part (g_ptr_array_index (parts, i), i > 0, reading))
        return MER_PERIOD_PROBLEM_NOT_UNDERSTOOD;
    }
  take_day_of_month (reading);
  fill_empty (reading);
  spread_year (reading);
  if (reading->day_of_month > 31 || reading->day_from > reading->day_of_month)
    return MER_PERIOD_PROBLEM_NO_SUCH_DAY;
  if (reading->parts->len == 0 && !reading->continuous)
    return MER_PERIOD_PROBLEM_NOT_UNDERSTOOD;
  return MER_PERIOD_PROBLEM_NONE;
}

/* «до до 1 марта»: a slip for the checker, but no riddle. */
static GArray *
drop_repeated (const GArray *tokens)
{
  GArray *once = new_slice ();

  for (guint at = 0; at < tokens->len; at++)
    {
      if (!mer_period_is_repeated (tokens, at))
        g_array_append_vals (once, mer_period_token (tokens, at), 1);
    }
  return once;
}

/* Documented in the header. */
MerPeriod *
mer_period_parse (const char *phrase,
                  int         default_year)
{
  g_autoptr (GArray) all = mer_period_tokenize (phrase != NULL ? phrase : "");
  g_autoptr (GArray) tokens = drop_repeated (all);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_period_unref);
  Reading          reading = { 0 };
  MerPeriodProblem problem = MER_PERIOD_PROBLEM_NONE;

  if (tokens->len == 0)
    {
      g_autofree char *text = g_strdup (phrase != NULL ? phrase : "");

      return new_problem (*g_strstrip (text) == '\0' ? MER_PERIOD_PROBLEM_EMPTY
                                                     : MER_PERIOD_PROBLEM_NOT_UNDERSTOOD);
    }
  reading.phrase = phrase;
  reading.parts = parts;
  problem = read_parts (tokens, &reading);
  if (problem == MER_PERIOD_PROBLEM_NONE)
    problem = settle (&reading, is_year_in_reach (default_year) ? default_year : 0);
  return problem == MER_PERIOD_PROBLEM_NONE ? combine (&reading) : new_problem (problem);
}
