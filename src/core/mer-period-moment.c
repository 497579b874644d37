/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deadlines that hang on an event without a number: «после получения рекомендаций», «в ходе
 * оценки», «до заседания совета». What leads to the event is kept, for the case of the event's
 * words goes by it; where that is not «после», what is printed begins with it too. */

#include "config.h"

#include <string.h>

#include "core/mer-period-private.h"

/* What leads to an event, as it is printed. */
static const struct
{
  const char      *words;
  MerEventRelation relation;
} links[] = {
  { "после", MER_RELATION_AFTER },
  { "до", MER_RELATION_BEFORE },
  { "к", MER_RELATION_BEFORE },
  { "ко", MER_RELATION_BEFORE },
  { "перед", MER_RELATION_BEFORE },
  { "накануне", MER_RELATION_BEFORE },
  { "не позднее", MER_RELATION_BEFORE },
  { "в день", MER_RELATION_ON },
  { "одновременно с", MER_RELATION_ON },
  { "одновременно со", MER_RELATION_ON },
  { "в ходе", MER_RELATION_DURING },
  { "во время", MER_RELATION_DURING },
  { "в период", MER_RELATION_DURING },
  { "в процессе", MER_RELATION_DURING },
};

static const char *
find_link (const char *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    if (g_str_equal (links[i].words, words))
      return links[i].words;
  return links[0].words;
}

MerEventRelation
mer_period_relation_of_link (const char *link)
{
  for (guint i = 0; link != NULL && i < G_N_ELEMENTS (links); i++)
    if (g_str_equal (links[i].words, link))
      return links[i].relation;
  return MER_RELATION_AFTER;
}

static MerPeriod *
new_moment (const char *link,
            char       *event)
{
  MerPeriod *self = mer_period_alloc (MER_PERIOD_AFTER_EVENT);

  self->link = find_link (link);
  self->event = event;
  return self;
}

static gboolean
is_date (const GArray *tokens,
         guint         at)
{
  MerPeriodPoint point = { 0 };

  at += mer_period_match (tokens, at, "дня|даты|момента", NULL);
  return mer_period_read_point (tokens, &at, &point) && point.unit != MER_UNIT_NONE &&
         mer_period_token (tokens, at)->kind != MER_TOKEN_WORD;
}

MerPeriod *
mer_period_read_moment (const GArray *tokens,
                        guint         at,
                        const char   *phrase)
{
  static const struct
  {
    const char *pattern;
    const char *genitive; /* what it becomes before the event */
    const char *link;
  } openings[] = {
    { "?сразу|немедленно|незамедлительно ?же после ?дня", "", "после" },
    { "по окончании", "окончания", "после" },
    { "по завершении", "завершения", "после" },
    { "по получении", "получения", "после" },
    { "по поступлении", "поступления", "после" },
    { "по утверждении", "утверждения", "после" },
    { "по истечении", "истечения", "после" },
    { "по итогам", "подведения итогов", "после" },
    { "по результатам", "получения результатов", "после" },
    { "при получении", "получения", "после" },
    { "при поступлении", "поступления", "после" },
    { "в день", "", "в день" },
    { "со|с дня|момента|даты", "", "после" },
    { "одновременно со", "", "одновременно со" },
    { "одновременно с", "", "одновременно с" },
    { "в ходе", "", "в ходе" },
    { "во время", "", "во время" },
    { "в процессе", "", "в процессе" },
    { "в|на период", "", "в период" },
  };

  static const char *const no_events[] = { "с|со|до|по|отчетн*|летн*|зимн*|весь|всего" };

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      guint            n = mer_period_match (tokens, at, openings[i].pattern, NULL);
      g_autofree char *rest = NULL;

      if (n == 0 || !mer_period_has_event (tokens, at + n) || is_date (tokens, at + n))
        continue;
      /* what is longer than a word of time: «в период с 1 по 5 марта», «в ходе года» */
      if (mer_period_relation_of_link (openings[i].link) == MER_RELATION_DURING &&
          (mer_period_token (tokens, at + n)->kind != MER_TOKEN_WORD ||
           mer_period_match_list (tokens, at + n, no_events) > 0))
        continue;
      rest = mer_period_cut_event (tokens, at + n, phrase);
      return new_moment (openings[i].link,
                         *openings[i].genitive == '\0'
                           ? g_steal_pointer (&rest)
                           : g_strconcat (openings[i].genitive, " ", rest, NULL));
    }
  return NULL;
}

/* Words of time that are no event, in the cases behind «до», «к» and «перед». */
static gboolean
is_word_of_time (const GArray *tokens,
                 guint         at)
{
  static const char *const words[] = {
    "недел*|месяц*|квартал*|год|года|году|годом|полугод*|срок*|час*|дня|дней|дню|днем|времен*|"
    "нового|новому|новым|праздник*|каникул*|завтр*|сих|тех|этого|того|него|нее|них|"
    "востребования|упора|после",
  };

  return mer_period_match_list (tokens, at, words) > 0;
}

/* «заседания», «утверждения»: long enough to name something, and no date. */
static gboolean
names_event (const GArray *tokens,
             guint         at)
{
  static const char *const edges[] = {
    "начала|началу|началом|конца|концу|концом", "окончания|окончанию|окончанием",
    "завершения|завершению|завершением"
  };
  guint           skipped = mer_period_match_list (tokens, at, edges);
  const MerToken *word = mer_period_token (tokens, at + skipped);

  if (word->kind != MER_TOKEN_WORD || g_utf8_strlen (word->text, -1) < 4 || word->roman > 0 ||
      word->number > 0 || mer_period_month_of_word (word->text) > 0 ||
      is_word_of_time (tokens, at + skipped))
    return FALSE;
  return TRUE;
}

/* «15 марта 2024 г.», «I квартала»; a year alone may well belong to an event. */
static gboolean
is_within_year (const MerPeriodPoint *point)
{
  return point->unit != MER_UNIT_NONE && point->unit != MER_UNIT_YEAR &&
         point->unit != MER_UNIT_SCHOOL_YEAR && point->unit != MER_UNIT_SEASON;
}

/* Where a year begins that the phrase ends with; where it ends when there is none. */
static guint
year_at_end (const GArray *tokens,
             guint         end)
{
  for (guint at = end > 3 ? end - 3 : 0; at < end; at++)
    {
      MerPeriodPoint point = { 0 };
      guint          stop = at;

      if (mer_period_token (tokens, at)->kind == MER_TOKEN_NUMBER &&
          mer_period_read_point (tokens, &stop, &point) && stop >= end &&
          point.unit == MER_UNIT_YEAR)
        return at;
    }
  return end;
}

/* «конца маря 2030 г.», «до начала работы 15 маря»: a month that nobody can read. */
static gboolean
ends_in_month_like (const GArray *tokens,
                    guint         at,
                    guint         end)
{
  guint year = year_at_end (tokens, end);
  guint word = year - 1;

  if (year <= at + 1 || mer_period_token (tokens, word)->kind != MER_TOKEN_WORD ||
      !mer_period_is_like_month (mer_period_token (tokens, word)->text))
    return FALSE;
  return year < end || mer_period_token (tokens, word - 1)->kind == MER_TOKEN_NUMBER ||
         mer_period_match (tokens, word - 1, "начал*|конец|конц*|середин*", NULL) > 0;
}

/* «до коца марта 2024 г.» is a date with a slip and no event; a date that belongs to the event has
 * a word before it: «отчёта за март 2024 г.», «приказа от 15.03.2024». */
static gboolean
ends_in_date (const GArray *tokens,
              guint         at)
{
  guint end = tokens->len;

  while (end > at && mer_period_match (tokens, end - 1, ".|,|-|:", NULL) > 0 &&
         !mer_period_is_year_point (tokens, end - 1))
    end--;
  for (guint i = at + 1; i < end; i++)
    {
      MerPeriodPoint point = { 0 };
      guint          stop = i;

      if (mer_period_read_point (tokens, &stop, &point) && stop >= end && is_within_year (&point))
        return mer_period_match (tokens, i - 1, "за|на|от|о|об|в|во|с|со|к|ко|по", NULL) == 0;
    }
  return ends_in_month_like (tokens, at, end);
}

MerPeriod *
mer_period_read_limit (const GArray *tokens,
                       guint         at,
                       const char   *phrase)
{
  static const struct
  {
    const char *pattern;
    const char *link;
  } openings[] = {
    { "?не ?позднее|позже|непозднее ?, ?чем до ?дня|даты|момента", "до" },
    { "в срок до ?дня|даты|момента", "до" },
    { "ко|к дню", "до" },
    { "ко", "ко" },
    { "к", "к" },
    { "перед|пред", "перед" },
    { "накануне ?дня", "накануне" },
    { "не позднее|позже ?дня|даты|момента", "не позднее" },
    { "непозднее ?дня|даты|момента", "не позднее" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      guint n = mer_period_match (tokens, at, openings[i].pattern, NULL);

      if (n > 0)
        return names_event (tokens, at + n) && !ends_in_date (tokens, at + n)
                 ? new_moment (openings[i].link, mer_period_cut_event (tokens, at + n, phrase))
                 : NULL;
    }
  return NULL;
}
