/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of deadlines: months and numbers in every case, and the patterns by which phrases are
 * told from each other. Words come folded, see mer-period-tokens.c. */

#include "config.h"

#include <string.h>

#include "core/mer-period-private.h"

static const struct
{
  const char *name;
  const char *genitive;
  const char *stem;
  const char *short_forms;
} months[12] = {
  { "январь", "января", "январ", "янв" },
  { "февраль", "февраля", "феврал", "фев|февр" },
  { "март", "марта", "март", "мар" },
  { "апрель", "апреля", "апрел", "апр" },
  { "май", "мая", "ма", "май" },
  { "июнь", "июня", "июн", "июн" },
  { "июль", "июля", "июл", "июл" },
  { "август", "августа", "август", "авг" },
  { "сентябрь", "сентября", "сентябр", "сен|сент" },
  { "октябрь", "октября", "октябр", "окт" },
  { "ноябрь", "ноября", "ноябр", "ноя|нояб" },
  { "декабрь", "декабря", "декабр", "дек" },
};

/* Whether `word` is one of the words in `list`, between which «|» stands. */
static gboolean
is_listed (const char *word,
           const char *list)
{
  gsize length = strlen (word);

  for (const char *at = list; at != NULL && length > 0;)
    {
      const char *bar = strchr (at, '|');
      gsize       n = bar != NULL ? (gsize) (bar - at) : strlen (at);

      if (n == length && memcmp (at, word, n) == 0)
        return TRUE;
      at = bar != NULL ? bar + 1 : NULL;
    }
  return FALSE;
}

/* The endings of May are fewer: «ма» begins many words. */
static gboolean
is_month_ending (const char *ending,
                 int         month)
{
  if (month == 5)
    return is_listed (ending, "й|я|ю|е|ем");
  if (month == 3 || month == 8)
    return *ending == '\0' || is_listed (ending, "а|у|е|ом|ы|ов");
  return is_listed (ending, "ь|я|ю|е|ем|и|ей");
}

/**
 * mer_period_month_of_word:
 * @word: a folded word
 *
 * Returns: the month that it names in any case, or in short; 0 for none
 */
int
mer_period_month_of_word (const char *word)
{
  for (int i = 0; i < 12; i++)
    {
      gsize stem = strlen (months[i].stem);

      if (is_listed (word, months[i].short_forms) ||
          (strncmp (word, months[i].stem, stem) == 0 && is_month_ending (word + stem, i + 1)))
        return i + 1;
    }
  return 0;
}

const char *
mer_period_month_name (int      month,
                       gboolean genitive)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");
  return genitive ? months[month - 1].genitive : months[month - 1].name;
}

/**
 * mer_period_number_of_word:
 * @word: a folded word
 *
 * Returns: the number that it is, cardinal or ordinal; 0 for none
 */
int
mer_period_number_of_word (const char *word)
{
  static const struct
  {
    int         number;
    const char *words;
  } numbers[] = {
    { 1, "один|одного|одному|одном|одна|одной|одну|одно|первый|первого|первому|первом|первая|первой|"
         "первую|первое|первые|первых" },
    { 2, "два|две|двух|двум|двумя|второй|второго|второму|втором|вторая|вторую|второе" },
    { 3, "три|трех|трем|тремя|третий|третьего|третьему|третьем|третья|третьей|третью|третье" },
    { 4, "четыре|четырех|четырем|четвертый|четвертого|четвертому|четвертом|четвертая|четвертой|"
         "четвертую" },
    { 5, "пять|пяти|пятью" },
    { 6, "шесть|шести" },
    { 7, "семь|семи" },
    { 8, "восемь|восьми" },
    { 9, "девять|девяти" },
    { 10, "десять|десяти" },
    { 11, "одиннадцать|одиннадцати" },
    { 12, "двенадцать|двенадцати" },
    { 14, "четырнадцать|четырнадцати" },
    { 15, "пятнадцать|пятнадцати" },
    { 20, "двадцать|двадцати" },
    { 30, "тридцать|тридцати" },
    { 60, "шестьдесят|шестидесяти" },
    { 90, "девяносто|девяноста" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      if (is_listed (word, numbers[i].words))
        return numbers[i].number;
    }
  return 0;
}

/* One of the alternatives of an item, `length` bytes long. */
static gboolean
fits_word (const MerToken *token,
           const char     *item,
           gsize           length,
           int            *number)
{
  int found = 0;

  if (length == 1 && *item == '#')
    {
      if (token->kind == MER_TOKEN_NUMBER)
        found = token->number;
      else if (token->kind == MER_TOKEN_WORD)
        found = mer_period_number_of_word (token->text);
      if (found == 0)
        return FALSE;
      *number = found;
      return TRUE;
    }
  if (token->kind != MER_TOKEN_WORD && token->kind != MER_TOKEN_MARK)
    return FALSE;
  if (length > 0 && item[length - 1] == '*')
    return strncmp (token->text, item, length - 1) == 0;
  return strlen (token->text) == length && memcmp (token->text, item, length) == 0;
}

static gboolean
fits_item (const MerToken *token,
           const char     *item,
           gsize           length,
           int            *number)
{
  const char *end = item + length;

  while (item < end)
    {
      const char *bar = memchr (item, '|', (gsize) (end - item));
      const char *stop = bar != NULL ? bar : end;

      if (fits_word (token, item, (gsize) (stop - item), number))
        return TRUE;
      item = stop + 1;
    }
  return FALSE;
}

/**
 * mer_period_match:
 * @tokens: (element-type MerToken): a phrase
 * @at: where to begin
 * @pattern: see mer-period-private.h
 * @number: (out) (optional): what stands for the last «#»
 *
 * Returns: the number of tokens that fit, or 0
 */
guint
mer_period_match (const GArray *tokens,
                  guint         at,
                  const char   *pattern,
                  int          *number)
{
  guint start = at;
  int   ignored = 0;

  while (*pattern != '\0')
    {
      gboolean    optional = *pattern == '?';
      const char *item = optional ? pattern + 1 : pattern;
      gsize       length = strcspn (item, " ");

      if (fits_item (mer_period_token (tokens, at), item, length,
                     number != NULL ? number : &ignored))
        at++;
      else if (!optional)
        return 0;
      pattern = item + length + (item[length] == ' ' ? 1 : 0);
    }
  return at - start;
}

guint
mer_period_match_any (const GArray      *tokens,
                      guint              at,
                      const char *const *patterns,
                      guint              n_patterns,
                      int               *number)
{
  for (guint i = 0; i < n_patterns; i++)
    {
      guint n = mer_period_match (tokens, at, patterns[i], number);

      if (n > 0)
        return n;
    }
  return 0;
}

/* The point of «г.»: no end of a sentence. */
gboolean
mer_period_is_year_point (const GArray *tokens,
                          guint         at)
{
  return at > 0 && mer_period_match (tokens, at - 1, "г|гг .", NULL) > 0;
}

/* The same word as before it: «до до». */
gboolean
mer_period_is_repeated (const GArray *tokens,
                        guint         at)
{
  const MerToken *token = mer_period_token (tokens, at);
  const MerToken *before = at > 0 ? mer_period_token (tokens, at - 1) : NULL;

  return before != NULL && token->kind == MER_TOKEN_WORD && before->kind == MER_TOKEN_WORD &&
         token->roman == 0 && g_str_equal (token->text, before->text);
}

static const struct
{
  const char   *pattern;
  MerRecurrence recurrence;
} recurrences[] = {
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
  { "?в кажд* полугод*", MER_RECURRENCE_HALF_YEARLY },
  { "кажд* полгода", MER_RECURRENCE_HALF_YEARLY },
  { "ежеполугодно", MER_RECURRENCE_HALF_YEARLY },
  { "по полугодиям", MER_RECURRENCE_HALF_YEARLY },
  { "дважды в год*", MER_RECURRENCE_HALF_YEARLY },
  { "трижды в год*", MER_RECURRENCE_THRICE_YEARLY },
};

/* «N раз в год», where N is 1 when not said. */
static const struct
{
  const char   *pattern;
  int           number;
  MerRecurrence recurrence;
} counts[] = {
  { "?# раз|раза в год*", 1, MER_RECURRENCE_YEARLY },
  { "?# раз|раза в год*", 2, MER_RECURRENCE_HALF_YEARLY },
  { "?# раз|раза в год*", 3, MER_RECURRENCE_THRICE_YEARLY },
  { "?# раз|раза в год*", 4, MER_RECURRENCE_QUARTERLY },
  { "?# раз|раза в год*", 12, MER_RECURRENCE_MONTHLY },
  { "?# раз|раза в полугод*|полгода", 1, MER_RECURRENCE_HALF_YEARLY },
  { "?# раз|раза в полугод*|полгода", 2, MER_RECURRENCE_QUARTERLY },
  { "?# раз|раза в квартал*", 1, MER_RECURRENCE_QUARTERLY },
  { "?# раз|раза в квартал*", 3, MER_RECURRENCE_MONTHLY },
  { "?# раз|раза в месяц*", 1, MER_RECURRENCE_MONTHLY },
  { "?# раз|раза в месяц*", 4, MER_RECURRENCE_WEEKLY },
  { "?# раз|раза в недел*", 1, MER_RECURRENCE_WEEKLY },
};

/* «раз в три года»: the number stands behind. */
static guint
read_years_between (const GArray  *tokens,
                    guint          at,
                    MerRecurrence *out)
{
  int   years = 0;
  guint n = mer_period_match (tokens, at, "?один|одного раз|раза в # год*|лет", &years);

  if (n == 0 && mer_period_token (tokens, at)->number == 1)
    {
      n = mer_period_match (tokens, at + 1, "раз|раза в # год*|лет", &years);
      n += n > 0 ? 1 : 0;
    }
  if (n == 0)
    n = mer_period_match (tokens, at, "кажд* # год*", &years);
  if (n == 0 || years < 1 || years > 3)
    return 0;
  *out = years == 1   ? MER_RECURRENCE_YEARLY
         : years == 2 ? MER_RECURRENCE_TWO_YEARLY
                      : MER_RECURRENCE_THREE_YEARLY;
  return n;
}

static guint
read_count (const GArray  *tokens,
            guint          at,
            MerRecurrence *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      int   number = 1;
      guint n = mer_period_match (tokens, at, counts[i].pattern, &number);

      if (n > 0 && number == counts[i].number)
        {
          *out = counts[i].recurrence;
          return n;
        }
    }
  return read_years_between (tokens, at, out);
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
mer_period_read_recurrence (const GArray  *tokens,
                            guint          at,
                            MerRecurrence *out)
{
  static const char *const leads[] = { "не реже|менее|чаще ?чем", "как минимум", "минимум" };
  guint                    lead = mer_period_match_any (tokens, at, leads, G_N_ELEMENTS (leads), NULL);
  guint                    n = read_count (tokens, at + lead, out);

  if (n > 0)
    return lead + n;
  for (guint i = 0; i < G_N_ELEMENTS (recurrences); i++)
    {
      n = mer_period_match (tokens, at, recurrences[i].pattern, NULL);
      if (n > 0)
        {
          *out = recurrences[i].recurrence;
          return n;
        }
    }
  return 0;
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
  };
  static const char *const leads[] = {
    "по мере", "по|при запросу|запросам|требованию|обращению|обращениям|обращении"
  };
  static const char *const spans[] = {
    "?в|на|за ?течение|течении|протяжении|продолжение|ходе весь|всего период*|срок*|времени|время"
  };
  guint n = mer_period_match_any (tokens, at, alone, G_N_ELEMENTS (alone), NULL);
  guint words = 0;

  if (n > 0)
    return n;
  n = mer_period_match_any (tokens, at, leads, G_N_ELEMENTS (leads), NULL);
  if (n > 0)
    return n + count_words (tokens, at + n);
  n = mer_period_match_any (tokens, at, spans, G_N_ELEMENTS (spans), NULL);
  words = n > 0 ? count_words (tokens, at + n) : 0;
  /* «весь период 2013–2015 гг.» is a range */
  return n > 0 && mer_period_token (tokens, at + n + words)->kind != MER_TOKEN_NUMBER ? n + words : 0;
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
  guint n = mer_period_match_any (tokens, at, by, G_N_ELEMENTS (by), NULL);

  if (n > 0 && has_word (tokens, at + n, sources, G_N_ELEMENTS (sources)))
    return TRUE;
  n = mer_period_match_any (tokens, at, within, G_N_ELEMENTS (within), NULL);
  if (n > 0 && (has_word (tokens, at, settings, G_N_ELEMENTS (settings)) ||
                has_word (tokens, at, sources, G_N_ELEMENTS (sources))))
    return TRUE;
  return is_bare_schedule (tokens, at);
}
