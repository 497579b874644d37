/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deadlines that are named by the span that they come in: a day of one of its months, or its end.
 * «до конца месяца» is each month's. */

#include "config.h"

#include "core/mer-period-private.h"

/* Longer than any month: its last day. */
#define LAST_DAY 31

/* Behind «до 15 числа». */
static const struct
{
  const char   *pattern;
  MerRecurrence slice;
  int           month;
} months[] = {
  /* clang-format off */
  { "последн*|третьего|3 месяца ?кажд*|текущего|отчетного|данного|этого квартала|кв",
    MER_RECURRENCE_QUARTERLY, 2 },
  { "второго|2 месяца ?кажд*|текущего|отчетного|данного|этого квартала|кв",
    MER_RECURRENCE_QUARTERLY, 1 },
  { "первого|1 месяца ?кажд*|текущего|отчетного|данного|этого квартала|кв",
    MER_RECURRENCE_QUARTERLY, 0 },
  { "последн*|шестого|6 месяца ?кажд*|текущего|отчетного|данного|этого полугод*",
    MER_RECURRENCE_HALF_YEARLY, 5 },
  { "первого|1 месяца ?кажд*|текущего|отчетного|данного|этого полугод*",
    MER_RECURRENCE_HALF_YEARLY, 0 },
  /* clang-format on */
};

static guint
read_month (const GArray     *tokens,
            guint             at,
            MerPeriodReading *reading)
{
  if (at == 0 || mer_period_match (tokens, at - 1, "числ*|число", NULL) == 0)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      guint n = mer_period_match (tokens, at, months[i].pattern, NULL);

      if (n == 0)
        continue;
      reading->slice = months[i].slice;
      reading->month_of_slice = months[i].month;
      return n;
    }
  return 0;
}

static guint
read_lead (const GArray *tokens,
           guint         at)
{
  static const char *const leads[] = {
    "?не ?позднее|позже ?до|к|на|в конца|концу|конце",
    "?не ?позднее|позже ?до|к|на|в последнего|последний|последнему дня|день|дню|числа|число|числу",
  };

  return mer_period_match_list (tokens, at, leads);
}

guint
mer_period_read_next (const GArray  *tokens,
                      guint          at,
                      MerRecurrence *slice)
{
  static const MerPeriodPhrase phrases[] = {
    { "месяца ?, следующего за ?отчетным|истекшим|прошедшим кварталом", MER_RECURRENCE_QUARTERLY },
    { "месяца ?, следующего за ?отчетным|истекшим|прошедшим полугодием",
      MER_RECURRENCE_HALF_YEARLY },
  };

  return mer_period_match_phrase (tokens, at, phrases, G_N_ELEMENTS (phrases), slice);
}

/* «до конца месяца, следующего за отчётным кварталом»: that of the first month of the next one. */
static guint
read_next_end (const GArray     *tokens,
               guint             at,
               MerPeriodReading *reading)
{
  guint n = mer_period_read_next (tokens, at, &reading->slice);

  if (n == 0)
    return 0;
  reading->day_from = LAST_DAY;
  reading->day_of_month = LAST_DAY;
  reading->by_day = TRUE;
  reading->behind = TRUE;
  return n;
}

static guint
read_end (const GArray     *tokens,
          guint             at,
          MerPeriodReading *reading)
{
  static const MerPeriodPhrase ends[] = {
    { "?кажд*|текущего|отчетного|данного|этого|соответствующего месяца", MER_RECURRENCE_MONTHLY },
    { "?кажд*|текущего|отчетного|данного|этого|соответствующего квартала",
      MER_RECURRENCE_QUARTERLY },
    { "?кажд*|текущего|отчетного|данного|этого|соответствующего полугод*",
      MER_RECURRENCE_HALF_YEARLY },
  };
  guint lead = read_lead (tokens, at);
  guint n = lead > 0 ? read_next_end (tokens, at + lead, reading) : 0;

  if (lead > 0 && n == 0)
    n = mer_period_match_phrase (tokens, at + lead, ends, G_N_ELEMENTS (ends), &reading->slice);
  return n > 0 ? lead + n : 0;
}

/**
 * mer_period_read_slice:
 * @tokens: (element-type MerToken): a phrase
 * @at: where to begin
 * @reading: (inout): learns whose month or end it is
 *
 * Returns: the number of tokens that say so, or 0
 */
guint
mer_period_read_slice (const GArray     *tokens,
                       guint             at,
                       MerPeriodReading *reading)
{
  guint n = read_month (tokens, at, reading);

  return n > 0 ? n : read_end (tokens, at, reading);
}
