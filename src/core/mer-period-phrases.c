/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Phrases that name no day: how often, without an end, by a schedule. Tables of patterns, see
 * mer_period_match(). */

#include "config.h"

#include "core/mer-period-private.h"

static const MerPeriodPhrase recurrences[] = {
  { "ежегодно|погодно", MER_RECURRENCE_YEARLY },
  { "?в кажд* год*", MER_RECURRENCE_YEARLY },
  { "ежеквартально|поквартально", MER_RECURRENCE_QUARTERLY },
  { "?в кажд* квартал*", MER_RECURRENCE_QUARTERLY },
  { "по кварталам", MER_RECURRENCE_QUARTERLY },
  { "ежемесячно|помесячно", MER_RECURRENCE_MONTHLY },
  { "?в кажд* месяц*", MER_RECURRENCE_MONTHLY },
  { "по месяцам", MER_RECURRENCE_MONTHLY },
  { "еженедельно|понедельно", MER_RECURRENCE_WEEKLY },
  { "кажд* недел*", MER_RECURRENCE_WEEKLY },
  { "раз|раза в недел*", MER_RECURRENCE_WEEKLY },
  { "?в кажд* полугод*", MER_RECURRENCE_HALF_YEARLY },
  { "кажд* полгода", MER_RECURRENCE_HALF_YEARLY },
  { "ежеполугодно", MER_RECURRENCE_HALF_YEARLY },
  { "по полугодиям", MER_RECURRENCE_HALF_YEARLY },
  { "дважды в год*", MER_RECURRENCE_HALF_YEARLY },
  { "трижды в год*", MER_RECURRENCE_THRICE_YEARLY },
};

/* Once a week has a word of its own. */
#define TIMES_MOST 52

static void
set_times (MerFrequency *out,
           int           times)
{
  static const struct
  {
    int           times;
    MerRecurrence recurrence;
  } known[] = {
    { 1, MER_RECURRENCE_YEARLY },
    { 2, MER_RECURRENCE_HALF_YEARLY },
    { 3, MER_RECURRENCE_THRICE_YEARLY },
    { 4, MER_RECURRENCE_QUARTERLY },
    { 12, MER_RECURRENCE_MONTHLY },
  };

  out->recurrence = MER_RECURRENCE_TIMES_YEARLY;
  out->times = times;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (known[i].times == times)
      {
        out->recurrence = known[i].recurrence;
        out->times = 0;
      }
}

/* «N раз в год», where N is 1 when not said. */
static guint
read_times (const GArray *tokens,
            guint         at,
            MerFrequency *out)
{
  static const struct
  {
    const char *pattern;
    int         in_year;
  } units[] = {
    { "?# раз|раза|р ?. в|за ?течение ?календарн*|учебн* год*", 1 },
    { "?# раз|раза|р ?. / год*", 1 },
    { "?# раз|раза|р ?. в|за|/ полугод*|полгода", 2 },
    { "?# раз|раза|р ?. в|за|/ квартал*|кв", 4 },
    { "?# раз|раза|р ?. в|за|/ месяц*|мес", 12 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      int   number = 1;
      guint n = mer_period_match (tokens, at, units[i].pattern, &number);

      if (n == 0 || number < 1 || number * units[i].in_year > TIMES_MOST)
        continue;
      set_times (out, number * units[i].in_year);
      return n + mer_period_match (tokens, at + n, ".", NULL);
    }
  return 0;
}

/* «раз в два месяца», «каждые две недели»: the number stands behind. */
static guint
read_between (const GArray *tokens,
              guint         at,
              MerFrequency *out)
{
  static const char *const leads[] = { "?один|одного раз|раза в|за", "# раз|раза в|за", "кажд*" };
  int                      number = 1;
  int                      once = 1;
  guint                    lead = mer_period_match_any (tokens, at, leads, 3, &once);
  guint                    n = 0;

  if (lead == 0 || once != 1)
    return 0;
  at += lead;
  out->times = 0;
  if ((n = mer_period_match (tokens, at, "# год*|лет", &number)) > 0 && number >= 1 && number <= 3)
    out->recurrence = number == 1   ? MER_RECURRENCE_YEARLY
                      : number == 2 ? MER_RECURRENCE_TWO_YEARLY
                                    : MER_RECURRENCE_THREE_YEARLY;
  else if ((n = mer_period_match (tokens, at, "# месяц*|мес", &number)) > 0 && number >= 1 &&
           number <= 12 && 12 % number == 0)
    set_times (out, 12 / number);
  else if ((n = mer_period_match (tokens, at, "# недел*", &number)) > 0 &&
           (number == 1 || number == 2))
    out->recurrence = number == 1 ? MER_RECURRENCE_WEEKLY : MER_RECURRENCE_TWO_WEEKLY;
  else if ((n = mer_period_match (tokens, at, "недел*", NULL)) > 0)
    out->recurrence = MER_RECURRENCE_WEEKLY;
  else if ((n = mer_period_match (tokens, at, "?# декад*|дней", &number)) > 0 &&
           (number == 10 || mer_period_match (tokens, at, "декад*", NULL) > 0))
    set_times (out, 36);
  else
    return 0;
  return lead + n;
}

static guint
read_count (const GArray *tokens,
            guint         at,
            MerFrequency *out)
{
  guint n = read_between (tokens, at, out);

  return n > 0 ? n : read_times (tokens, at, out);
}

/* «каждый декабрь» */
static gboolean
is_every_month (const GArray *tokens,
                guint         at)
{
  return mer_period_match (tokens, at, "каждый", NULL) > 0 &&
         mer_period_month_of_word (mer_period_token (tokens, at + 1)->text) > 0;
}

/**
 * mer_period_read_recurrence:
 * @tokens: (element-type MerToken): a phrase
 * @at: where to begin
 * @out: (out): how often
 *
 * Returns: the number of tokens that say so, or 0
 */
guint
mer_period_read_recurrence (const GArray *tokens,
                            guint         at,
                            MerFrequency *out)
{
  static const char *const leads[] = { "не реже|менее|чаще ?чем", "как минимум", "минимум" };
  guint                    lead = mer_period_match_list (tokens, at, leads);
  guint                    n = read_count (tokens, at + lead, out);

  if (n > 0)
    return lead + n;
  if (is_every_month (tokens, at))
    {
      out->recurrence = MER_RECURRENCE_YEARLY;
      out->times = 0;
      return 1;
    }
  n = mer_period_match_phrase (tokens, at, recurrences, G_N_ELEMENTS (recurrences),
                               &out->recurrence);
  if (n > 0)
    out->times = 0;
  return n;
}

/* The words that tell what a continuous deadline is of: up to a comma, a date or the end. */
static guint
count_words (const GArray *tokens,
             guint         at)
{
  guint n = 0;

  while (mer_period_token (tokens, at + n)->kind == MER_TOKEN_WORD &&
         mer_period_month_of_word (mer_period_token (tokens, at + n)->text) == 0)
    n++;
  if (mer_period_token (tokens, at + n)->kind == MER_TOKEN_MARK || at + n == tokens->len)
    return n;
  /* a date follows: words before it may be its own */
  n = 0;
  while (mer_period_token (tokens, at + n)->kind == MER_TOKEN_WORD &&
         mer_period_month_of_word (mer_period_token (tokens, at + n)->text) == 0 &&
         mer_period_match (tokens, at + n, "до|с|со|к|не|в|во|по|на", NULL) == 0)
    n++;
  return n;
}

/**
 * mer_period_read_continuous:
 * @tokens: (element-type MerToken): a phrase
 * @at: where to begin
 *
 * Returns: the number of tokens that mean «постоянно», or 0
 */
guint
mer_period_read_continuous (const GArray *tokens,
                            guint         at)
{
  static const char *const alone[] = {
    "постоянно|непрерывно|регулярно|систематически|бессрочно|круглогодично|ежедневно|повседневно",
    "на постоянной|регулярной|систематической|непрерывной основе",
    "в постоянном|непрерывном|регулярном|ежедневном режиме",
    "кажд* день",
    "по|при необходимости",
    "все время",
    "круглый год",
    "по готовности",
  };
  static const char *const leads[] = {
    "по мере|факту", "по|при запросу|запросам|требованию|обращению|обращениям|обращении"
  };
  static const char *const spans[] = {
    "?в|на|за ?течение|течении|протяжении|продолжение|ходе весь|всего период*|срок*|времени|время"
  };
  guint n = mer_period_match_list (tokens, at, alone);
  guint words = 0;

  if (n > 0)
    return n;
  n = mer_period_match_list (tokens, at, leads);
  if (n > 0)
    return n + count_words (tokens, at + n);
  n = mer_period_match_list (tokens, at, spans);
  words = n > 0 ? count_words (tokens, at + n) : 0;
  /* «весь период 2013–2015 гг.» is a range */
  if (n == 0 || mer_period_token (tokens, at + n + words)->kind == MER_TOKEN_NUMBER)
    return 0;
  return n + words;
}

static gboolean
has_word (const GArray      *tokens,
          guint              at,
          const char *const *stems,
          guint              n_stems)
{
  for (; at < tokens->len; at++)
    {
      for (guint i = 0; i < n_stems; i++)
        {
          if (g_str_has_prefix (mer_period_token (tokens, at)->text, stems[i]))
            return TRUE;
        }
    }
  return FALSE;
}

/* «срок не установлен» */
static gboolean
has_denial (const GArray *tokens,
            guint         at)
{
  while (at < tokens->len && mer_period_match (tokens, at, "не", NULL) == 0)
    at++;
  return at < tokens->len;
}

/* What stands for a schedule by itself: «отдельный план», «план-график». */
static gboolean
is_bare_schedule (const GArray *tokens,
                  guint         at)
{
  guint n = mer_period_match (tokens, at, "?отдельный|утвержденный план|график ?- ?график", NULL);

  return n > 0 && at + n == tokens->len;
}

/**
 * mer_period_is_schedule:
 * @tokens: (element-type MerToken): a phrase
 * @at: where to begin
 *
 * Returns: whether all from there to the end names what sets the days: a plan, a schedule, a
 *   contract, an agreement
 */
gboolean
mer_period_is_schedule (const GArray *tokens,
                        guint         at)
{
  static const char *const sources[] = {
    "план", "график", "расписани", "программ", "договор", "контракт", "порядк", "регламент",
    "приказ", "положени", "решени", "законодательств", "соглашени", "согласовани", "поручени",
    "дорожн", "задани", "тз", "сетк", "требовани", "закон", "постановлени", "распоряжени"
  };
  static const char *const settings[] = { "определ", "установл", "предусмотр", "указан", "утвержд",
                                          "назнач", "согласован", "обозначен", "устанавлив" };
  static const char *const by[] = { "по", "согласно", "в соответствии с|со", "в рамках",
                                    "исходя из", "на основании" };
  static const char *const within[] = {
    "?в ?на течение|течении|протяжении|пределах срока|сроков|периода|времени",
    "?в ?на срок|сроки|период|порядке|сроках",
    "в установленн*|определенн*|утвержденн*|согласованн* ?планом ?графиком срок*|порядке",
    "в определ*|установл*|утвержд*|предусмотр*|указан*",
    "определяется|определяются|устанавливается|устанавливаются",
  };
  guint n = mer_period_match_list (tokens, at, by);

  if (n > 0 && has_word (tokens, at + n, sources, G_N_ELEMENTS (sources)))
    return TRUE;
  n = mer_period_match_list (tokens, at, within);
  if (n > 0 && !has_denial (tokens, at) &&
      (has_word (tokens, at, settings, G_N_ELEMENTS (settings)) ||
       has_word (tokens, at, sources, G_N_ELEMENTS (sources))))
    return TRUE;
  return is_bare_schedule (tokens, at);
}
