/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Slips of the pen in a phrase: what a proof-reader would mark. None of them keeps it from being
 * understood. */

#include "config.h"

#include "core/mer-period-private.h"

#include <string.h>

static void
free_defect (gpointer data)
{
  MerPeriodDefect *self = data;

  g_free (self->text);
  g_free (self->suggestion);
  g_free (self);
}

static void
add (GPtrArray          *defects,
     const char         *phrase,
     MerPeriodDefectKind kind,
     gsize               start,
     gsize               end,
     const char         *suggestion)
{
  MerPeriodDefect *defect = g_new0 (MerPeriodDefect, 1);

  defect->kind = kind;
  defect->start = start;
  defect->end = end;
  defect->text = g_strndup (phrase + start, end - start);
  defect->suggestion = g_strdup (suggestion);
  g_ptr_array_add (defects, defect);
}

/* «Непозднее»: «Не позднее», in the case of its first letter. */
static void
find_joined (GPtrArray      *defects,
             const char     *phrase,
             const MerToken *token)
{
  static const char *const words[] = { "непозднее", "непозже", "неранее", "нереже", "невыше",
                                       "неменее", "неболее" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GString) suggestion = NULL;
      const char *second = NULL;

      if (token->kind != MER_TOKEN_WORD || !g_str_equal (token->text, words[i]))
        continue;
      second = g_utf8_offset_to_pointer (phrase + token->start, 2);
      suggestion = g_string_new_len (phrase + token->start, second - (phrase + token->start));
      g_string_append_c (suggestion, ' ');
      g_string_append_len (suggestion, second,
                           (gssize) (token->end - (gsize) (second - phrase)));
      add (defects, phrase, MER_PERIOD_DEFECT_JOINED_WORDS, token->start, token->end,
           suggestion->str);
    }
}

/* «в течении года»: the noun is another one. */
static void
find_misspelt (GPtrArray    *defects,
               const char   *phrase,
               const GArray *tokens,
               guint         at)
{
  const MerToken *token = mer_period_token (tokens, at + 1);
  g_autoptr (GString) suggestion = NULL;
  gboolean capital = FALSE;

  if (mer_period_match (tokens, at, "в течении|продолжении", NULL) == 0)
    return;
  suggestion = g_string_new_len (phrase + token->start, (gssize) (token->end - token->start));
  g_string_truncate (suggestion, suggestion->len - strlen ("и"));
  capital = g_unichar_isupper (g_utf8_get_char (phrase + token->end - strlen ("и")));
  g_string_append (suggestion, capital ? "Е" : "е");
  add (defects, phrase, MER_PERIOD_DEFECT_SPELLING, token->start, token->end, suggestion->str);
}

/* «сентбрь»: told only of a phrase that is not understood as it stands. */
static void
find_guessed (GPtrArray      *defects,
              const char     *phrase,
              const MerToken *token)
{
  const char *word =
    token->kind == MER_TOKEN_WORD ? mer_period_guess_word (token->text) : NULL;
  g_autofree char *suggestion = NULL;
  gunichar         first = g_utf8_get_char (phrase + token->start);

  if (word == NULL)
    return;
  if (g_unichar_isupper (first))
    {
      g_autofree char *capital = g_utf8_strup (word, mer_period_next_letter (word) - word);

      suggestion = g_strconcat (capital, mer_period_next_letter (word), NULL);
    }
  else
    suggestion = g_strdup (word);
  add (defects, phrase, MER_PERIOD_DEFECT_SPELLING, token->start, token->end, suggestion);
}

/* «г.г.» of several years is «гг.». */
static guint
find_years (GPtrArray    *defects,
            const char   *phrase,
            const GArray *tokens,
            guint         at)
{
  guint n = mer_period_match (tokens, at, "г . г ?.", NULL);

  if (n > 0)
    add (defects, phrase, MER_PERIOD_DEFECT_YEARS_POINTS, mer_period_token (tokens, at)->start,
         mer_period_token (tokens, at + n - 1)->end, "гг.");
  return n;
}

/* «..», «,,», «;;»: three points are dots that were meant. */
static guint
find_doubled_mark (GPtrArray    *defects,
                   const char   *phrase,
                   const GArray *tokens,
                   guint         at)
{
  const MerToken *token = mer_period_token (tokens, at);
  guint           n = 1;

  if (token->kind != MER_TOKEN_MARK || strchr (".,;:", *token->text) == NULL)
    return 0;
  while (mer_period_token (tokens, at + n)->kind == MER_TOKEN_MARK &&
         g_str_equal (mer_period_token (tokens, at + n)->text, token->text))
    n++;
  if (n < 2 || (n > 2 && *token->text == '.'))
    return n > 1 ? n : 0;
  add (defects, phrase, MER_PERIOD_DEFECT_DOUBLED_POINT, token->start,
       mer_period_token (tokens, at + n - 1)->end, token->text);
  return n;
}

/* «до до 1 марта»: the first is kept, with its capital. */
static void
find_repeated (GPtrArray    *defects,
               const char   *phrase,
               const GArray *tokens,
               guint         at)
{
  const MerToken  *token = mer_period_token (tokens, at);
  const MerToken  *next = mer_period_token (tokens, at + 1);
  g_autofree char *first = NULL;

  if (!mer_period_is_repeated (tokens, at + 1))
    return;
  first = g_strndup (phrase + token->start, token->end - token->start);
  add (defects, phrase, MER_PERIOD_DEFECT_REPEATED_WORD, token->start, next->end, first);
}

static gboolean
is_latin (gunichar letter)
{
  return letter < 0x80 && g_ascii_isalpha ((char) letter);
}

/* A Russian word with Latin letters, or a Roman numeral of Cyrillic ones before what it counts. */
static void
find_mixed (GPtrArray    *defects,
            const char   *phrase,
            const GArray *tokens,
            guint         at)
{
  static const char *const numerals[] = { "", "I", "II", "III", "IV" };
  const MerToken          *token = mer_period_token (tokens, at);
  g_autofree char         *text = g_strndup (phrase + token->start, token->end - token->start);
  gboolean                 latin = FALSE;
  gboolean                 other = FALSE;

  for (const char *c = text; *c != '\0'; c = mer_period_next_letter (c))
    {
      latin = latin || is_latin (g_utf8_get_char (c));
      other = other || (!is_latin (g_utf8_get_char (c)) && !g_ascii_isdigit (*c));
    }
  if (token->kind != MER_TOKEN_WORD)
    return;
  if (token->roman > 0 && token->roman <= 4)
    {
      if (!g_str_equal (text, numerals[token->roman]) &&
          mer_period_match (tokens, at + 1, "квартал*|кв|полугоди*|-|и", NULL) > 0)
        add (defects, phrase, MER_PERIOD_DEFECT_MIXED_LETTERS, token->start, token->end,
             numerals[token->roman]);
    }
  else if (latin && other)
    add (defects, phrase, MER_PERIOD_DEFECT_MIXED_LETTERS, token->start, token->end, token->text);
}

/* Only blanks of the same line, as people type them. */
static void
find_blanks (GPtrArray  *defects,
             const char *phrase)
{
  for (const char *at = strstr (phrase, "  "); at != NULL; at = strstr (at, "  "))
    {
      const char *end = at + strspn (at, " ");

      add (defects, phrase, MER_PERIOD_DEFECT_DOUBLED_BLANK, (gsize) (at - phrase),
           (gsize) (end - phrase), " ");
      at = end;
    }
}

static int
compare_defects (gconstpointer a,
                 gconstpointer b)
{
  const MerPeriodDefect *const *one = a;
  const MerPeriodDefect *const *other = b;

  if ((*one)->start != (*other)->start)
    return (*one)->start < (*other)->start ? -1 : 1;
  return (int) (*one)->kind - (int) (*other)->kind;
}

/**
 * mer_period_defects:
 * @phrase: what was typed
 *
 * Returns: (transfer full) (element-type MerPeriodDefect): its slips in their order
 */
GPtrArray *
mer_period_defects (const char *phrase)
{
  GPtrArray *defects = g_ptr_array_new_with_free_func (free_defect);
  g_autoptr (GArray) tokens = mer_period_tokenize (phrase);
  g_autoptr (MerPeriod) period = mer_period_parse (phrase, MER_YEAR_LEAST);

  if (tokens->len == 0)
    return defects;
  for (guint at = 0; at < tokens->len; at++)
    {
      guint n = find_years (defects, phrase, tokens, at);

      if (n == 0)
        n = find_doubled_mark (defects, phrase, tokens, at);
      if (n > 0)
        {
          at += n - 1;
          continue;
        }
      find_joined (defects, phrase, mer_period_token (tokens, at));
      find_mixed (defects, phrase, tokens, at);
      find_misspelt (defects, phrase, tokens, at);
      if (period->guessed)
        find_guessed (defects, phrase, mer_period_token (tokens, at));
      find_repeated (defects, phrase, tokens, at);
    }
  find_blanks (defects, phrase);
  g_ptr_array_sort (defects, compare_defects);
  return defects;
}

/**
 * mer_period_defect_to_text:
 * @self: a slip
 * @language: of the reader
 *
 * Returns: (transfer full): a sentence
 */
char *
mer_period_defect_to_text (const MerPeriodDefect *self,
                           MerLanguage            language)
{
  switch (self->kind)
    {
    case MER_PERIOD_DEFECT_JOINED_WORDS:
      return g_strdup_printf (mer_tr (language, "“%s” is written as two words: “%s”."),
                              self->text, self->suggestion);
    case MER_PERIOD_DEFECT_SPELLING:
    case MER_PERIOD_DEFECT_YEARS_POINTS:
      return g_strdup_printf (mer_tr (language, "“%s” is written “%s”."),
                              self->text, self->suggestion);
    case MER_PERIOD_DEFECT_DOUBLED_POINT:
      return g_strdup_printf (mer_tr (language, "“%s” stands doubled: “%s” is meant."),
                              self->text, self->suggestion);
    case MER_PERIOD_DEFECT_REPEATED_WORD:
      return g_strdup_printf (mer_tr (language, "A word is repeated: “%s”; “%s” is enough."),
                              self->text, self->suggestion);
    case MER_PERIOD_DEFECT_MIXED_LETTERS:
      return g_strdup_printf (mer_tr (language, "“%s” has letters of another alphabet: “%s”."),
                              self->text, self->suggestion);
    case MER_PERIOD_DEFECT_DOUBLED_BLANK:
    default:
      return g_strdup (mer_tr (language, "There are several blanks in a row."));
    }
}

/**
 * mer_period_mend:
 * @phrase: what was typed
 *
 * Returns: (transfer full): the phrase with all suggestions taken
 */
char *
mer_period_mend (const char *phrase)
{
  g_autoptr (GPtrArray) defects = mer_period_defects (phrase);
  GString *mended = g_string_new (NULL);
  gsize    at = 0;

  for (guint i = 0; i < defects->len; i++)
    {
      const MerPeriodDefect *defect = g_ptr_array_index (defects, i);

      if (defect->start < at)
        continue;
      g_string_append_len (mended, phrase + at, (gssize) (defect->start - at));
      g_string_append (mended, defect->suggestion);
      at = defect->end;
    }
  g_string_append (mended, phrase + at);
  return g_string_free (mended, FALSE);
}
