/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Likeness of folded names, for suggestions only: nothing is ever matched by it alone.
 * Legal forms and usual abbreviations are evened out first; names that speak of
 * different numbers (schools № 3 and № 8) are never alike, whatever else they share. */

#include "core/mer-name.h"

#include <string.h>

#define MAX_CHARACTERS 160
#define MAX_NUMBERS 8
#define OTHER_NUMBER_CEILING 40

/* What operators write out in full and what they leave away. Longer phrases first. */
static const struct
{
  const char *phrase;
  const char *shorter;
} abbreviations[] = {
  { "средняя общеобразовательная школа", "сош" },
  { "основная общеобразовательная школа", "оош" },
  { "начальная общеобразовательная школа", "нош" },
  { "детско юношеская спортивная школа", "дюсш" },
  { "детская музыкальная школа", "дмш" },
  { "детская школа искусств", "дши" },
  { "детская художественная школа", "дхш" },
  { "дом детского творчества", "ддт" },
  { "центр детского творчества", "цдт" },
  { "станция юных натуралистов", "сюн" },
  { "станция юных техников", "сют" },
  { "центр развития ребенка", "црр" },
  { "начальная школа", "нш" },
  { "комбинированного вида", "" },
  { "общеразвивающего вида", "" },
  { "компенсирующего вида", "" },
  { "дошкольное образовательное учреждение", "" },
  { "общеобразовательное учреждение", "" },
  { "образовательное учреждение", "" },
  { "профессиональное", "" },
  { "дополнительного образования", "" },
  { "муниципальное", "" },
  { "бюджетное", "" },
  { "автономное", "" },
  { "казенное", "" },
  { "учреждение", "" },
  { "детский сад", "дс" },
  { "д/с", "дс" },
  { "мбдоу", "" },
  { "мадоу", "" },
  { "мкдоу", "" },
  { "мдоу", "" },
  { "мбоу", "" },
  { "маоу", "" },
  { "мкоу", "" },
  { "мбудо", "" },
  { "маудо", "" },
  { "мбу до", "" },
  { "мау до", "" },
  { "мку до", "" },
  { "гбпоу", "" },
};

typedef struct
{
  gunichar characters[MAX_CHARACTERS];
  guint    n;
  guint64  numbers[MAX_NUMBERS];
  guint    n_numbers;
} Spelling;

static gboolean
is_word_edge (const char *text,
              const char *at)
{
  return at == text || at[-1] == ' ';
}

/* Replaces a phrase wherever it stands as whole words. */
static void
shorten (GString    *text,
         const char *phrase,
         const char *shorter)
{
  gsize length = strlen (phrase);
  char *at = strstr (text->str, phrase);

  while (at != NULL)
    {
      gsize position = (gsize) (at - text->str);

      if (is_word_edge (text->str, at) && (at[length] == ' ' || at[length] == '\0'))
        {
          g_string_erase (text, (gssize) position, (gssize) length);
          g_string_insert (text, (gssize) position, shorter);
          position += strlen (shorter);
        }
      else
        position += length;
      at = strstr (text->str + position, phrase);
    }
}

/* A Latin letter that looks like a Russian one is one that was typed on the wrong layout. */
static gunichar
unmask (gunichar c)
{
  static const char        latin[] = "aceopxkmthby";
  static const char *const russian = "асеорхкмтнву";
  const char              *found = c < 0x80 && c != 0 ? strchr (latin, (int) c) : NULL;

  return found == NULL ? c : g_utf8_get_char (g_utf8_offset_to_pointer (russian, found - latin));
}

static void
add_number (Spelling   *self,
            const char *digits)
{
  if (self->n_numbers < MAX_NUMBERS)
    self->numbers[self->n_numbers++] = g_ascii_strtoull (digits, NULL, 10);
}

/* --- slips of the pen ------------------------------------------------------------------- */

/* Words of three or four letters are other words after one edit, not after a swap. */
#define LETTERS_FOR_EDITS 5

typedef struct
{
  const char *text; /* as it stands in a phrase, not terminated */
  gsize       size;
  gunichar   *letters;
  glong       n;
} Word;

static gpointer
make_words (gpointer data)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  for (guint i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    {
      for (const char *at = abbreviations[i].phrase; *at != '\0'; at += strspn (at, " "))
        {
          Word word = { .text = at, .size = strcspn (at, " ") };

          word.letters = g_utf8_to_ucs4_fast (at, (glong) word.size, &word.n);
          g_array_append_val (words, word);
          at += word.size;
        }
    }
  return words;
}

/* The words of the phrases: (transfer none) (element-type Word). */
static const GArray *
phrase_words (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_words, NULL);
}

/* Whether a word differs by two neighbours swapped or by one letter. */
static gboolean
is_slip (const gunichar *a,
         glong           n,
         const Word     *b)
{
  glong head = 0, tail = 0;

  while (head < MIN (n, b->n) && a[head] == b->letters[head])
    head++;
  while (tail < MIN (n, b->n) - head && a[n - 1 - tail] == b->letters[b->n - 1 - tail])
    tail++;
  if (n == b->n && n - head - tail == 2)
    return a[head] == b->letters[head + 1] && a[head + 1] == b->letters[head];
  return MIN (n, b->n) >= LETTERS_FOR_EDITS && MAX (n, b->n) - head - tail == 1;
}

/* A word of the phrases in the place of one that is a slip of it. */
static void
append_mended (GString    *out,
               const char *text,
               gsize       size)
{
  const GArray        *words = phrase_words ();
  const Word          *meant = NULL;
  glong                n = 0;
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast (text, (glong) size, &n);

  for (guint i = 0; n >= 3 && i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      if (word->size == size && memcmp (word->text, text, size) == 0)
        {
          meant = NULL;
          break;
        }
      if (meant == NULL && is_slip (letters, n, word))
        meant = word;
    }
  if (meant != NULL)
    g_string_append_len (out, meant->text, (gssize) meant->size);
  else
    g_string_append_len (out, text, (gssize) size);
}

static GString *
mend_words (const char *folded)
{
  GString *out = g_string_sized_new (strlen (folded));

  for (const char *at = folded; *at != '\0';)
    {
      gsize blanks = strspn (at, " ");
      gsize size = strcspn (at + blanks, " ");

      g_string_append_len (out, at, (gssize) blanks);
      append_mended (out, at + blanks, size);
      at += blanks + size;
    }
  return out;
}

/**
 * mer_name_even_out:
 * @folded: a name, folded by mer_name_fold()
 *
 * Returns: (transfer full): the name without legal form, usual words abbreviated, as
 *   mer_name_similarity() compares it
 */
char *
mer_name_even_out (const char *folded)
{
  GString *text = mend_words (folded);

  for (guint i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    shorten (text, abbreviations[i].phrase, abbreviations[i].shorter);
  return g_string_free (text, FALSE);
}

static void
read_spelling (Spelling   *self,
               const char *folded)
{
  g_autofree char *text = mer_name_even_out (folded);
  gboolean         in_number = FALSE;

  self->n = self->n_numbers = 0;
  for (const char *at = text; *at != '\0' && self->n < MAX_CHARACTERS;
       at += g_utf8_skip[(guchar) *at])
    {
      gunichar c = unmask (g_utf8_get_char (at));

      if (g_ascii_isdigit (*at) && !in_number)
        add_number (self, at);
      in_number = g_ascii_isdigit (*at);
      if (c != ' ' && c != 0x2116)
        self->characters[self->n++] = c;
    }
}

/* Edits (one letter more, less or other) that make `a` of `b`: Levenshtein's distance. */
static guint
distance (const Spelling *a,
          const Spelling *b)
{
  guint row[MAX_CHARACTERS + 1];

  for (guint j = 0; j <= b->n; j++)
    row[j] = j;
  for (guint i = 0; i < a->n; i++)
    {
      guint diagonal = row[0];

      row[0] = i + 1;
      for (guint j = 0; j < b->n; j++)
        {
          guint changed = diagonal + (a->characters[i] != b->characters[j] ? 1 : 0);

          diagonal = row[j + 1];
          row[j + 1] = MIN (changed, MIN (diagonal, row[j]) + 1);
        }
    }
  return row[b->n];
}

/* Whether one name speaks of numbers that the other contradicts. */
static gboolean
numbers_differ (const Spelling *a,
                const Spelling *b)
{
  guint n = MIN (a->n_numbers, b->n_numbers);

  for (guint i = 0; i < n; i++)
    if (a->numbers[i] != b->numbers[i])
      return TRUE;
  return FALSE;
}

/* Whether the shorter spelling stands within the longer one («радуга», «дс радуга ольховка»). */
static gboolean
contains (const Spelling *longer,
          const Spelling *shorter)
{
  for (guint i = 0; i + shorter->n <= longer->n; i++)
    if (memcmp (longer->characters + i, shorter->characters, shorter->n * sizeof (gunichar)) == 0)
      return TRUE;
  return FALSE;
}

/**
 * mer_name_similarity:
 * @folded_a: a name, folded by mer_name_fold()
 * @folded_b: another
 *
 * Returns: 0..100; 100 only for equal names. From 70 on a suggestion makes sense.
 */
guint
mer_name_similarity (const char *folded_a,
                     const char *folded_b)
{
  Spelling a;
  Spelling b;
  guint    longer = 0;
  guint    shorter = 0;
  guint    score = 0;

  if (strcmp (folded_a, folded_b) == 0)
    return 100;
  read_spelling (&a, folded_a);
  read_spelling (&b, folded_b);
  longer = MAX (a.n, b.n);
  shorter = MIN (a.n, b.n);
  if (shorter == 0)
    return 0;
  score = 100 - distance (&a, &b) * 100 / longer;
  if (shorter >= 4 && (a.n > b.n ? contains (&a, &b) : contains (&b, &a)))
    score = MAX (score, 60 + 40 * shorter / longer);
  if (numbers_differ (&a, &b))
    score = MIN (score, OTHER_NUMBER_CEILING);
  return MIN (score, 99);
}
