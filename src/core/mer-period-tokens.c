/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A phrase cut into numbers, words and marks. Here all spellings become one: cases of letters,
 * ё, kinds of blanks and dashes, Latin letters that were typed for Cyrillic ones, Roman numerals
 * made of either, and the endings of «1-й» and «10-ти». */

#include "config.h"

#include <string.h>

#include "core/mer-period-private.h"

/* Longer ones are no deadlines, and are not worth the time. */
#define PHRASE_MOST 4000

static void
clear_token (gpointer data)
{
  MerToken *token = data;

  g_free ((gpointer) (gsize) token->text);
}

/**
 * mer_period_token:
 * @tokens: (element-type MerToken): a phrase
 * @at: an index, also beyond the last
 *
 * Returns: (transfer none): the token
 */
const MerToken *
mer_period_token (const GArray *tokens,
                  guint         at)
{
  static const MerToken end = { MER_TOKEN_END, "", 0, 0, 0, FALSE, 0, 0 };

  return at < tokens->len ? &g_array_index (tokens, MerToken, at) : &end;
}

/* The Cyrillic letter that a Latin one is drawn like; 0 for others. */
static gunichar
look_alike (gunichar letter)
{
  static const char     latin[] = "ABCEHKMOPTXYaceopxyk";
  static const gunichar cyrillic[] = { 0x430, 0x432, 0x441, 0x435, 0x43d, 0x43a, 0x43c,
                                       0x43e, 0x440, 0x442, 0x445, 0x443, 0x430, 0x441,
                                       0x435, 0x43e, 0x440, 0x445, 0x443, 0x43a };

  for (guint i = 0; i < G_N_ELEMENTS (cyrillic); i++)
    {
      if (letter == (gunichar) latin[i])
        return cyrillic[i];
    }
  return 0;
}

static gboolean
is_cyrillic (gunichar letter)
{
  return letter >= 0x400 && letter <= 0x4ff;
}

/* I, V or X of a letter of either alphabet; 0 for others. The Cyrillic У stands for V where
 * nothing better is on the keyboard. */
static char
roman_letter (gunichar letter)
{
  switch (letter)
    {
    case 'I':
    case 'i':
    case 'l':
    case 0x406: /* І */
    case 0x456:
    case 0x4c0: /* Ӏ */
      return 'I';
    case 'V':
    case 'v':
    case 0x423: /* У */
      return 'V';
    case 'X':
    case 'x':
    case 0x425: /* Х */
    case 0x445:
      return 'X';
    default:
      return 0;
    }
}

static int
roman_value (const char *word,
             gsize       length)
{
  static const char *const numerals[] = { "I", "II", "III", "IV", "V", "VI", "VII", "VIII",
                                          "IX", "X", "XI", "XII" };
  char                     letters[5] = { 0 };
  gsize                    n = 0;

  for (const char *at = word; at < word + length; at = mer_period_next_letter (at))
    {
      char letter = roman_letter (g_utf8_get_char (at));

      if (letter == 0 || n == 4)
        return 0;
      letters[n++] = letter;
    }
  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
    {
      if (g_str_equal (letters, numerals[i]))
        return (int) i + 1;
    }
  return 0;
}

/* Capitals that look like two or three strokes. */
static int
stroke_value (const char *word,
              gsize       length)
{
  if (length == 2 && memcmp (word, "П", 2) == 0)
    return 2;
  return length == 2 && memcmp (word, "Ш", 2) == 0 ? 3 : 0;
}

/* Soft hyphens, joiners: no reader sees them. */
static gboolean
is_unseen (gunichar letter)
{
  return g_unichar_type (letter) == G_UNICODE_FORMAT;
}

static char *
fold_word (const char *word,
           gsize       length)
{
  g_autofree char *whole = g_utf8_normalize (word, (gssize) length, G_NORMALIZE_NFC);
  GString         *folded = g_string_sized_new (length);
  gboolean         russian = FALSE;
  gboolean         alike = TRUE;

  for (const char *at = whole; *at != '\0'; at = mer_period_next_letter (at))
    {
      russian = russian || is_cyrillic (g_utf8_get_char (at));
      alike = alike && (look_alike (g_utf8_get_char (at)) != 0 || is_unseen (g_utf8_get_char (at)));
    }
  for (const char *at = whole; *at != '\0'; at = mer_period_next_letter (at))
    {
      gunichar letter = g_utf8_get_char (at);
      gunichar cyrillic = russian || alike ? look_alike (letter) : 0;

      if (is_unseen (letter))
        continue;
      letter = cyrillic != 0 ? cyrillic : g_unichar_tolower (letter);
      g_string_append_unichar (folded, letter == 0x451 ? 0x435 : letter);
    }
  return g_string_free (folded, FALSE);
}

static const char *
read_number (const char *at,
             MerToken   *token)
{
  token->kind = MER_TOKEN_NUMBER;
  for (; g_ascii_isdigit (*at); at++)
    {
      token->number = MIN (token->number * 10 + (*at - '0'), 99999999);
      token->digits++;
    }
  token->text = g_strdup ("");
  return at;
}

/* «III» of «IIIкв.»: the bytes of a Latin numeral that a Russian word was glued to; an X alone may
 * be a Russian letter. */
static gsize
glued_numeral (const char *at)
{
  gsize n = strspn (at, "IVX");

  return n > 0 && strcspn (at, "IV") < n && is_cyrillic (g_utf8_get_char (at + n)) &&
             roman_letter (g_utf8_get_char (at + n)) == 0
           ? n
           : 0;
}

static const char *
read_word (const char *at,
           MerToken   *token)
{
  const char *start = at;
  gsize       length = glued_numeral (at);

  at += length;
  while (length == 0 &&
         (g_unichar_isalpha (g_utf8_get_char (at)) || g_unichar_ismark (g_utf8_get_char (at)) ||
          is_unseen (g_utf8_get_char (at))))
    at = mer_period_next_letter (at);
  length = (gsize) (at - start);
  token->kind = MER_TOKEN_WORD;
  token->text = fold_word (start, length);
  token->number = mer_period_number_of_word (token->text);
  token->roman = roman_value (start, length);
  if (token->roman == 0)
    token->roman = stroke_value (start, length);
  return at;
}

/* What carries no meaning: blanks, controls, quotes, and marks that are not seen. */
static gboolean
is_blank (gunichar letter)
{
  return g_unichar_isspace (letter) || g_unichar_iscntrl (letter) ||
         is_unseen (letter) || letter == '"' || letter == '\'' ||
         letter == 0xab || letter == 0xbb || (letter >= 0x2018 && letter <= 0x201f);
}

static gboolean
is_dash (gunichar letter)
{
  return g_unichar_type (letter) == G_UNICODE_DASH_PUNCTUATION || letter == 0x2212;
}

static const char *
read_mark (const char *at,
           MerToken   *token)
{
  gunichar    letter = g_utf8_get_char (at);
  const char *next = mer_period_next_letter (at);

  token->kind = MER_TOKEN_MARK;
  if (is_dash (letter))
    token->text = g_strdup ("-");
  else if (letter == 0x2026) /* … */
    token->text = g_strdup (".");
  else
    token->text = g_strndup (at, (gsize) (next - at));
  return next;
}

/* «й» of «1-й», «ти» of «10-ти», «го» of «5го». */
static gboolean
is_ending (const MerToken *token)
{
  static const char *const endings[] = { "й", "ый", "ой", "ий", "го", "ого", "его", "му", "ому",
                                         "ему", "м", "ом", "ем", "е", "ое", "ье", "я", "ая", "ья",
                                         "ю", "ую", "ью", "х", "ых", "ти", "и", "ми", "ые" };

  for (guint i = 0; token->kind == MER_TOKEN_WORD && i < G_N_ELEMENTS (endings); i++)
    {
      if (g_str_equal (token->text, endings[i]))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_countable (const MerToken *token)
{
  return token->kind == MER_TOKEN_NUMBER || token->roman != 0;
}

/* Drops the ending that the last token is, with the dash before it. */
static void
drop_ending (GArray *tokens)
{
  guint           n = tokens->len;
  const MerToken *last = mer_period_token (tokens, n - 1);

  if (n < 2 || !is_ending (last) || !last->glued)
    return;
  if (is_countable (mer_period_token (tokens, n - 2)))
    g_array_set_size (tokens, n - 1);
  else if (n > 2 && g_str_equal (mer_period_token (tokens, n - 2)->text, "-") &&
           mer_period_token (tokens, n - 2)->glued &&
           is_countable (mer_period_token (tokens, n - 3)))
    g_array_set_size (tokens, n - 2);
}

/* «1V» is a Roman four that was begun with a digit. */
static gboolean
join_roman (GArray         *tokens,
            const MerToken *word)
{
  MerToken *last = tokens->len > 0 ? &g_array_index (tokens, MerToken, tokens->len - 1) : NULL;

  if (last == NULL || !word->glued || word->kind != MER_TOKEN_WORD || word->roman != 5 ||
      last->kind != MER_TOKEN_NUMBER || last->number != 1 || last->digits != 1)
    return FALSE;
  last->kind = MER_TOKEN_WORD;
  last->roman = 4;
  last->end = word->end;
  return TRUE;
}

static void
append_token (GArray   *tokens,
              MerToken *token)
{
  if (join_roman (tokens, token))
    {
      clear_token (token);
      return;
    }
  g_array_append_vals (tokens, token, 1);
  drop_ending (tokens);
}

/**
 * mer_period_tokenize:
 * @phrase: any bytes
 *
 * Returns: (transfer full) (element-type MerToken): the tokens; none where it is not UTF-8, or
 *   far too long
 */
GArray *
mer_period_tokenize (const char *phrase)
{
  GArray     *tokens = g_array_new (FALSE, TRUE, sizeof (MerToken));
  const char *at = phrase;
  gboolean    glued = FALSE;

  g_array_set_clear_func (tokens, clear_token);
  if (strlen (phrase) > PHRASE_MOST || !g_utf8_validate (phrase, -1, NULL))
    return tokens;
  while (*at != '\0')
    {
      MerToken token = { 0 };
      gunichar letter = g_utf8_get_char (at);

      if (is_blank (letter))
        {
          at = mer_period_next_letter (at);
          glued = FALSE;
          continue;
        }
      token.glued = glued;
      token.start = (gsize) (at - phrase);
      if (g_ascii_isdigit (*at))
        at = read_number (at, &token);
      else if (g_unichar_isalpha (letter))
        at = read_word (at, &token);
      else
        at = read_mark (at, &token);
      token.end = (gsize) (at - phrase);
      glued = TRUE;
      append_token (tokens, &token);
    }
  return tokens;
}
