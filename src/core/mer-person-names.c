/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds persons in what respondents wrote. The rules look at words and their neighbours: initials
 * beside a word, a patronymic behind a word, a surname behind a post. What a street or a school is
 * named after is left alone. */

#include "config.h"

#include "core/mer-person-names.h"

#include <string.h>

#include "core/mer-person-private.h"

/* Words that are looked back over for «им.» or a post. */
#define REACH 6

typedef struct
{
  const char *text;
  GArray     *words; /* of MerPersonWord */
  GArray     *ranges;
} Search;

static const char *
next_char (const char *p)
{
  return p + g_utf8_skip[(guchar) *p];
}

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalpha (c) || c == '-' || c == 0x2011;
}

static const char *
read_word (const char    *p,
           MerPersonWord *word)
{
  gsize size = 0;

  memset (word, 0, sizeof *word);
  word->start = p;
  for (gunichar c = g_utf8_get_char (p); is_word_char (c); c = g_utf8_get_char (p))
    {
      gunichar lower = g_unichar_tolower (c);
      gboolean fits = size + 6 < MER_PERSON_MAX_WORD;

      if (word->n_letters++ == 0)
        word->capital = lower != c;
      if (lower == 0x0451)
        lower = 0x0435;
      if (fits)
        size += (gsize) g_unichar_to_utf8 (lower, word->folded + size);
      p = next_char (p);
    }
  word->last = p;
  word->initial = word->n_letters == 1 && word->capital && *p == '.';
  word->end = word->initial ? p + 1 : p;
  return word->end;
}

static GArray *
read_words (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (MerPersonWord));

  for (const char *p = text; *p != '\0';)
    {
      MerPersonWord word;

      if (!g_unichar_isalpha (g_utf8_get_char (p)))
        {
          p = next_char (p);
          continue;
        }
      p = read_word (p, &word);
      g_array_append_val (words, word);
    }
  return words;
}

/* A word that is there. */
static const MerPersonWord *
nth (const Search *self,
     guint         i)
{
  return &g_array_index (self->words, MerPersonWord, i);
}

/* NULL behind the last. */
static const MerPersonWord *
word_at (const Search *self,
         guint         i)
{
  return i < self->words->len ? nth (self, i) : NULL;
}

static gboolean
is_space (const char *from,
          const char *to)
{
  for (; from < to; from = next_char (from))
    {
      if (!g_unichar_isspace (g_utf8_get_char (from)) || *from == '\n')
        return FALSE;
    }
  return TRUE;
}

/* Nothing but blanks between two words; initials may stand without. */
static gboolean
are_close (const MerPersonWord *first,
           const MerPersonWord *second)
{
  return is_space (first->end, second->start) &&
         (first->end < second->start || first->initial);
}

/* Whether a sentence ends between two words; the point of «им.» or «ул.» ends none. */
static gboolean
is_sentence_end (const MerPersonWord *first,
                 const MerPersonWord *second)
{
  for (const char *p = first->end; p < second->start; p = next_char (p))
    {
      if (strchr ("!?;\n", *p) != NULL)
        return TRUE;
      if (*p == '.' && !mer_person_is_bearer (first))
        return TRUE;
    }
  return FALSE;
}

/* Whether a post stands shortly before the word: «директор школы». */
static gboolean
has_role_before (const Search *self,
                 guint         i)
{
  for (guint n = 0; n < 3 && i > 0; n++, i--)
    {
      if (is_sentence_end (nth (self, i - 1), nth (self, i)))
        return FALSE;
      if (mer_person_is_role (nth (self, i - 1)))
        return TRUE;
    }
  return FALSE;
}

/* Whether the name that begins at `i` is that of a street, a school, a monument. */
static gboolean
is_borne (const Search *self,
          guint         i)
{
  for (guint n = 0; n < REACH && i > 0; n++, i--)
    {
      const MerPersonWord *before = nth (self, i - 1);

      if (is_sentence_end (before, nth (self, i)))
        return FALSE;
      if (mer_person_is_bearer (before))
        return TRUE;
      if (mer_person_is_institution (before))
        return !has_role_before (self, i - 1);
      if (!before->initial && !mer_person_is_honour (before) &&
          !mer_person_is_given_name (before))
        return FALSE;
    }
  return FALSE;
}

static void
add_range (Search *self,
           guint   first,
           guint   last)
{
  const char  *end = nth (self, last)->end;
  MerTextRange range = { (gsize) (nth (self, first)->start - self->text),
                         (gsize) (end - self->text) };

  g_array_append_val (self->ranges, range);
}

static gboolean
is_name_like (const MerPersonWord *word)
{
  return word->capital && word->n_letters > 1 && !word->initial;
}

/* The surname beside a name, where there is one: moves the ends of the part outwards. */
static void
extend (const Search *self,
        guint        *first,
        guint        *last)
{
  const MerPersonWord *before = *first > 0 ? nth (self, *first - 1) : NULL;
  const MerPersonWord *after = word_at (self, *last + 1);

  if (before != NULL && is_name_like (before) && are_close (before, nth (self, *first)) &&
      !mer_person_is_common (before) && mer_person_is_surname (before))
    (*first)--;
  else if (after != NULL && is_name_like (after) && are_close (nth (self, *last), after) &&
           mer_person_is_surname (after))
    (*last)++;
}

/* «И. И. Иванова», «Иванова И. И.», «Иванова И.»; returns the last word that was used. */
static guint
find_initials (Search *self,
               guint   i)
{
  const MerPersonWord *word = nth (self, i);
  const MerPersonWord *next = word_at (self, i + 1);
  guint                n = 1;

  while (i + n < self->words->len && nth (self, i + n)->initial && n < 3 &&
         are_close (nth (self, i + n - 1), nth (self, i + n)))
    n++;
  if (word->initial)
    {
      next = word_at (self, i + n);
      if (next == NULL || !is_name_like (next) || !are_close (nth (self, i + n - 1), next) ||
          (n == 1 && !mer_person_is_surname (next)) || is_borne (self, i))
        return i;
      add_range (self, i, i + n);
      return i + n;
    }
  if (n == 1 || !is_name_like (word) || word->n_letters < 3 || mer_person_is_bearer (word) ||
      mer_person_is_common (word) || mer_person_is_institution (word) ||
      (n == 2 && !mer_person_is_surname (word)) || is_borne (self, i))
    return i;
  add_range (self, i, i + n - 1);
  return i + n - 1;
}

/* «Мария Петровна», also in small letters where the first is a known name. */
static guint
find_patronymic (Search *self,
                 guint   i)
{
  const MerPersonWord *name = nth (self, i);
  const MerPersonWord *patronymic = word_at (self, i + 1);
  guint                first = i;
  guint                last = i + 1;

  if (patronymic == NULL || !mer_person_is_patronymic (patronymic) ||
      !are_close (name, patronymic) || is_borne (self, i))
    return i;
  if (!(name->capital && patronymic->capital) && !mer_person_is_given_name (name))
    return i;
  if (mer_person_is_common (name) && !mer_person_is_given_name (name))
    first = last;
  extend (self, &first, &last);
  add_range (self, first, last);
  return last;
}

/* «Анна Смирнова», «Смирнова Анна». */
static guint
find_full_name (Search *self,
                guint   i)
{
  const MerPersonWord *first = nth (self, i);
  const MerPersonWord *second = word_at (self, i + 1);
  gboolean             straight;
  gboolean             reverse;

  if (second == NULL || !is_name_like (first) || !is_name_like (second) ||
      !are_close (first, second) || mer_person_is_common (first) || is_borne (self, i))
    return i;
  if (i + 2 < self->words->len && mer_person_is_patronymic (nth (self, i + 2)))
    return i;
  straight = mer_person_is_given_name (first) && mer_person_is_surname (second) &&
             !mer_person_is_adjective (second);
  reverse = mer_person_is_surname (first) && mer_person_is_given_name (second) &&
            !mer_person_is_bearer (first) && !mer_person_is_institution (first);
  if (!straight && !reverse)
    return i;
  add_range (self, i, i + 1);
  return i + 1;
}

/* Whether a word in -ской says what a thing is called: «Ольховской школы», «русского языка». */
static gboolean
is_of_thing (const MerPersonWord *word,
             const MerPersonWord *after)
{
  static const char *const things[] = { "язык", "район", "област", "отделени", "групп", "школ" };
  gboolean                 known = FALSE;

  if (!mer_person_is_adjective (word) || after == NULL || !are_close (word, after))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    known |= g_str_has_prefix (after->folded, things[i]);
  return known || mer_person_is_institution (after) || mer_person_is_bearer (after);
}

/* «учитель Иванова», «воспитателю Марине»; a longer name behind a post is what other rules find. */
static guint
find_role (Search *self,
           guint   i)
{
  const MerPersonWord *name = word_at (self, i + 1);
  guint                last = i + 1;

  if (name == NULL || !is_name_like (name) || !mer_person_is_role (nth (self, i)) ||
      !are_close (nth (self, i), name))
    return i;
  last = find_patronymic (self, i + 1);
  if (last == i + 1)
    last = find_initials (self, i + 1);
  if (last == i + 1)
    last = find_full_name (self, i + 1);
  if (last != i + 1)
    return last;
  if (mer_person_is_common (name) || is_of_thing (name, word_at (self, i + 2)) ||
      (!mer_person_is_given_name (name) && !mer_person_is_surname (name)))
    return i;
  add_range (self, i + 1, i + 1);
  return i + 1;
}

static int
compare_ranges (gconstpointer a,
                gconstpointer b)
{
  const MerTextRange *first = a;
  const MerTextRange *second = b;

  return (first->start > second->start) - (first->start < second->start);
}

/* In ascending order, without overlap. */
static void
tidy (GArray *ranges)
{
  guint n = 0;

  g_array_sort (ranges, compare_ranges);
  for (guint i = 0; i < ranges->len; i++)
    {
      MerTextRange  range = g_array_index (ranges, MerTextRange, i);
      MerTextRange *last = n > 0 ? &g_array_index (ranges, MerTextRange, n - 1) : NULL;

      if (last != NULL && range.start < last->end)
        last->end = MAX (last->end, range.end);
      else
        g_array_index (ranges, MerTextRange, n++) = range;
    }
  g_array_set_size (ranges, n);
}

gboolean
mer_comment_names_person (const char *text,
                          GArray     *ranges)
{
  static guint (*const rules[]) (Search *, guint) = { find_patronymic, find_initials,
                                                      find_full_name, find_role };
  g_autoptr (GArray) words = NULL;
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (MerTextRange));
  Search self = { text, NULL, ranges != NULL ? ranges : own };

  g_return_val_if_fail (text != NULL, FALSE);
  g_array_set_size (self.ranges, 0);
  words = read_words (text);
  self.words = words;
  for (guint i = 0; i < words->len; i++)
    {
      guint last = i;

      for (guint rule = 0; rule < G_N_ELEMENTS (rules) && last == i; rule++)
        last = rules[rule](&self, i);
      i = last;
    }
  mer_person_find_contacts (text, self.ranges);
  tidy (self.ranges);
  return self.ranges->len > 0;
}

char *
mer_comment_mask (const char *text,
                  const char *mark)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (MerTextRange));
  GString *masked = NULL;
  gsize    at = 0;

  if (!mer_comment_names_person (text, ranges))
    return g_strdup (text);
  masked = g_string_new (NULL);
  for (guint i = 0; i < ranges->len; i++)
    {
      const MerTextRange *range = &g_array_index (ranges, MerTextRange, i);

      g_string_append_len (masked, text + at, (gssize) (range->start - at));
      g_string_append (masked, mark);
      at = range->end;
    }
  g_string_append (masked, text + at);
  return g_string_free (masked, FALSE);
}
