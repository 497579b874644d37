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
    { 1, "один|одного|одному|одном|одна|одной|одну|одно|первый|первого|первому|первом|"
         "первая|первой|первую|первое|первые|первых" },
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
      if (token->kind == MER_TOKEN_NUMBER || token->kind == MER_TOKEN_WORD)
        found = token->number;
      if (found == 0)
        return FALSE;
      *number = found;
      return TRUE;
    }
  if (token->kind != MER_TOKEN_WORD && token->kind != MER_TOKEN_MARK)
    return FALSE;
  if (*item != *token->text || (length > 1 && item[1] != token->text[1]))
    return length == 1 && *item == '*';
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

guint
mer_period_match_phrase (const GArray          *tokens,
                         guint                  at,
                         const MerPeriodPhrase *phrases,
                         guint                  n_phrases,
                         MerRecurrence         *out)
{
  for (guint i = 0; i < n_phrases; i++)
    {
      guint n = mer_period_match (tokens, at, phrases[i].pattern, NULL);

      if (n == 0)
        continue;
      *out = phrases[i].recurrence;
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
