/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words of deadlines that are cut short or misspelt. What is cut short is certain and always read;
 * a word with one letter too many, too few, wrong or exchanged is only guessed when the phrase is
 * not understood without it, so that no good word is taken for another. */

#include "config.h"

#include <string.h>

#include "core/mer-period-private.h"

/* Shorter words are too much like each other. */
#define LEAST_LETTERS 5
#define MOST_LETTERS 20

static void
replace_word (MerToken   *token,
              const char *word)
{
  g_free ((gpointer) (gsize) token->text);
  token->text = g_strdup (word);
  token->number = mer_period_number_of_word (word);
  token->roman = 0;
}

/* Documented in mer-period-private.h. */
void
mer_period_expand (GArray *tokens)
{
  static const struct
  {
    const char *cut;
    const char *whole;
    gboolean    pointed; /* without a point it is a word of its own, or none */
  } words[] = {
    { "ежекв", "ежеквартально", FALSE },
    { "ежекварт", "ежеквартально", FALSE },
    { "ежемес", "ежемесячно", FALSE },
    { "ежемесячн", "ежемесячно", TRUE },
    { "ежегодн", "ежегодно", TRUE },
    { "ежег", "ежегодно", FALSE },
    { "еженед", "еженедельно", FALSE },
    { "теч", "течение", TRUE },
    { "пост", "постоянно", TRUE },
    { "регул", "регулярно", TRUE },
    { "вкл", "включительно", TRUE },
    { "включ", "включительно", TRUE },
    { "позд", "позднее", TRUE },
    { "нач", "начала", TRUE },
    { "сентяб", "сентября", TRUE },
    { "октяб", "октября", TRUE },
    { "дека", "декабря", TRUE },
    { "декаб", "декабря", TRUE },
    { "янвр", "января", TRUE },
    { "след", "следующего", TRUE },
  };

  for (guint at = 0; at < tokens->len; at++)
    {
      MerToken *token = &g_array_index (tokens, MerToken, at);
      gboolean  pointed = mer_period_match (tokens, at + 1, ".", NULL) > 0;

      for (guint i = 0; token->kind == MER_TOKEN_WORD && i < G_N_ELEMENTS (words); i++)
        {
          if (!g_str_equal (token->text, words[i].cut) || (words[i].pointed && !pointed))
            continue;
          replace_word (token, words[i].whole);
          if (pointed)
            g_array_remove_index (tokens, at + 1);
          break;
        }
    }
}

static guint
skip_equal (const gunichar *a,
            guint           n_a,
            const gunichar *b,
            guint           n_b)
{
  guint i = 0;

  while (i < n_a && i < n_b && a[i] == b[i])
    i++;
  return i;
}

static gboolean
is_same (const gunichar *a,
         guint           n_a,
         const gunichar *b,
         guint           n_b)
{
  return n_a == n_b && memcmp (a, b, n_a * sizeof *a) == 0;
}

/* One letter more or less, another one, or two exchanged. */
static gboolean
is_near (const gunichar *a,
         guint           n_a,
         const gunichar *b,
         guint           n_b)
{
  guint at = skip_equal (a, n_a, b, n_b);

  if (n_a == n_b)
    return at < n_a &&
           (is_same (a + at + 1, n_a - at - 1, b + at + 1, n_b - at - 1) ||
            (at + 1 < n_a && a[at] == b[at + 1] && a[at + 1] == b[at] &&
             is_same (a + at + 2, n_a - at - 2, b + at + 2, n_b - at - 2)));
  if (n_a + 1 == n_b)
    return is_same (a + at, n_a - at, b + at + 1, n_b - at - 1);
  return n_a == n_b + 1 && is_same (a + at + 1, n_a - at - 1, b + at, n_b - at);
}

static gboolean
is_misspelt (const gunichar *word,
             guint           n,
             const char     *right,
             glong           least)
{
  glong                length = 0;
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast (right, -1, &length);

  return length >= least && is_near (word, n, letters, (guint) length);
}

/* The months, in the cases that deadlines have; `least`: letters of those that are asked. */
static const char *
guess_month (const gunichar *word,
             guint           n,
             glong           least)
{
  static const char *const within[12] = { "январе", "феврале", "марте", "апреле",
                                          "мае", "июне", "июле", "августе",
                                          "сентябре", "октябре", "ноябре", "декабре" };

  for (int month = 1; month <= 12; month++)
    {
      const char *cases[] = { mer_period_month_name (month, FALSE),
                              mer_period_month_name (month, TRUE), within[month - 1] };

      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        if (is_misspelt (word, n, cases[i], least))
          return cases[i];
    }
  return NULL;
}

/* Documented in mer-period-private.h. */
gboolean
mer_period_is_like_month (const char *word)
{
  glong                length = 0;
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast (word, -1, &length);

  if (length + 1 < LEAST_LETTERS || length > MOST_LETTERS)
    return FALSE;
  return mer_period_month_of_word (word) > 0 || guess_month (letters, (guint) length, 0) != NULL;
}

const char *
mer_period_guess_word (const char *word)
{
  static const char *const words[] = {
    "квартал", "квартала", "квартале", "полугодие", "полугодии", "полугодия", "постоянно",
    "регулярно", "ежегодно", "ежеквартально", "ежемесячно", "еженедельно", "течение", "позднее",
    "учебного", "декада", "половина", "рабочих", "календарных", "согласно", "графику", "конца",
    "начала", "окончания"
  };
  /* near to those, and right */
  static const char *const others[] = { "конец", "конце", "концу", "начало", "начале", "началу" };
  glong                    length = 0;
  g_autofree gunichar     *letters = g_utf8_to_ucs4_fast (word, -1, &length);
  const char              *month = NULL;

  if (length + 1 < LEAST_LETTERS || length > MOST_LETTERS ||
      mer_period_month_of_word (word) > 0 || mer_period_number_of_word (word) > 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (word, others[i]))
      return NULL;
  month = guess_month (letters, (guint) length, LEAST_LETTERS);
  for (guint i = 0; month == NULL && i < G_N_ELEMENTS (words); i++)
    if (is_misspelt (letters, (guint) length, words[i], LEAST_LETTERS))
      return words[i];
  return month;
}

/* Documented in mer-period-private.h. */
gboolean
mer_period_guess (GArray *tokens)
{
  gboolean any = FALSE;

  for (guint at = 0; at < tokens->len; at++)
    {
      MerToken   *token = &g_array_index (tokens, MerToken, at);
      const char *word =
        token->kind == MER_TOKEN_WORD ? mer_period_guess_word (token->text) : NULL;

      if (word == NULL)
        continue;
      replace_word (token, word);
      any = TRUE;
    }
  return any;
}
