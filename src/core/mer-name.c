/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Folding of names, so that spellings of one name give one key. Dashes, points, quotes
 * and spaces are separators: a run of them is one space, none at the ends. The number
 * signs `№`, `N`, `No` before a number become `№` right before it. ASCII and Russian
 * letters, nearly all text there is, are folded by table without decoding. */

#include "core/mer-name.h"

#include <string.h>

#define NUMERO "№"
/* The longest that folding makes of a byte: "N3" becomes " №3". */
#define MAX_GROWTH 4

typedef struct
{
  const guchar *cursor;
  const guchar *end;
  char         *start; /* of the output */
  char         *out;
  gboolean      separated; /* a separator waits to be written before the next letter */
} Folder;

static gboolean
is_joiner (gunichar c)
{
  return c == 0x00ad || (c >= 0x200b && c <= 0x200d) || c == 0x2060 || c == 0xfeff;
}

static gboolean
is_combining (gunichar c)
{
  return c >= 0x0300 && c <= 0x036f;
}

static gboolean
is_separator (gunichar c)
{
  static const guint separators = 1U << G_UNICODE_SPACE_SEPARATOR | 1U << G_UNICODE_LINE_SEPARATOR |
                                  1U << G_UNICODE_PARAGRAPH_SEPARATOR | 1U << G_UNICODE_CONTROL |
                                  1U << G_UNICODE_DASH_PUNCTUATION |
                                  1U << G_UNICODE_INITIAL_PUNCTUATION |
                                  1U << G_UNICODE_FINAL_PUNCTUATION;

  /* „ ‚ are "open", the primes and the minus are "other" to Unicode */
  return ((separators >> g_unichar_type (c)) & 1U) != 0 || c == 0x201e || c == 0x201a ||
         c == 0x2032 || c == 0x2033 || c == 0x2212 || c == 0x00b4 || c == 0x02bc ||
         c == 0x2026 || c == 0x00b7 || (c >= 0x301d && c <= 0x301f);
}

static gboolean
is_ascii_separator (guchar c)
{
  return c <= ' ' || c == '.' || c == '-' || c == '"' || c == '\'' || c == '`' ||
         c == 0x7f;
}

static void
put_separator (Folder *self)
{
  if (self->separated && self->out != self->start)
    *self->out++ = ' ';
  self->separated = FALSE;
}

static gunichar
peek (const guchar *cursor,
      const guchar *end)
{
  return cursor < end ? g_utf8_get_char ((const char *) cursor) : 0;
}

static const guchar *
step (const guchar *cursor)
{
  return cursor + g_utf8_skip[*cursor];
}

/* The digit that follows `cursor` after separators, or NULL. */
static const guchar *
find_digit (const guchar *cursor,
            const guchar *end)
{
  while (cursor < end && (is_separator (peek (cursor, end)) ||
                          (*cursor < 0x80 && is_ascii_separator (*cursor))))
    cursor = step (cursor);
  return cursor < end && g_ascii_isdigit (*cursor) ? cursor : NULL;
}

/* `cursor` stands behind a `№` or `N`. Where a number follows, writes the sign and moves on. */
static gboolean
fold_number_sign (Folder       *self,
                  const guchar *cursor)
{
  const guchar *digit = NULL;
  gunichar      next = peek (cursor, self->end);

  /* "No" with a Latin or a Russian o, "Nº", "N°" */
  if (next == 'o' || next == 'O' || next == 0x043e || next == 0x041e || next == 0x00ba ||
      next == 0x00b0)
    cursor = step (cursor);
  digit = find_digit (cursor, self->end);
  if (digit == NULL)
    return FALSE;
  self->separated = TRUE;
  put_separator (self);
  memcpy (self->out, NUMERO, strlen (NUMERO));
  self->out += strlen (NUMERO);
  self->cursor = digit;
  return TRUE;
}

/* A letter N is a number sign only where no Latin word goes before it. */
static gboolean
follows_latin_letter (const Folder *self)
{
  return !self->separated && self->out != self->start && g_ascii_isalpha (self->out[-1]);
}

static void
fold_ascii (Folder *self)
{
  guchar c = *self->cursor;

  if (is_ascii_separator (c))
    {
      self->separated = TRUE;
      self->cursor++;
      return;
    }
  if ((c == 'N' || c == 'n') && !follows_latin_letter (self) &&
      fold_number_sign (self, self->cursor + 1))
    return;
  put_separator (self);
  *self->out++ = g_ascii_tolower ((char) c);
  self->cursor++;
}

static void
put_two (Folder *self,
         guchar  first,
         guchar  second)
{
  put_separator (self);
  *self->out++ = (char) first;
  *self->out++ = (char) second;
  self->cursor += 2;
}

/* А-Я, а-я, Ё, ё, which begin with 0xd0 or 0xd1; FALSE for what else begins so. */
static gboolean
fold_russian (Folder *self)
{
  guchar first = self->cursor[0];
  guchar second = self->cursor[1];

  if (first == 0xd0 && second >= 0xb0)
    put_two (self, 0xd0, second);
  else if (first == 0xd1 && second < 0x90)
    put_two (self, 0xd1, second);
  else if (first == 0xd0 && second >= 0x90 && second < 0xa0)
    put_two (self, 0xd0, (guchar) (second + 0x20));
  else if (first == 0xd0 && second >= 0xa0)
    put_two (self, 0xd1, (guchar) (second - 0x20));
  else if ((first == 0xd0 && second == 0x81) || (first == 0xd1 && second == 0x91))
    put_two (self, 0xd0, 0xb5);
  else
    return FALSE;
  return TRUE;
}

static void
fold_other (Folder *self)
{
  gunichar c = peek (self->cursor, self->end);

  if (c == 0x2116 && fold_number_sign (self, step (self->cursor)))
    return;
  if (is_separator (c))
    self->separated = TRUE;
  else if (!is_joiner (c))
    {
      put_separator (self);
      self->out += g_unichar_to_utf8 (g_unichar_tolower (c), self->out);
    }
  self->cursor = step (self->cursor);
}

/* Whether letters come decomposed («й» as и and a breve), as some systems write them. */
static gboolean
has_combining (const char *name,
               gsize       length)
{
  const char *end = name + length;
  const char *mark = memchr (name, 0xcc, length);

  if (mark == NULL)
    mark = memchr (name, 0xcd, length);
  for (; mark != NULL && mark < end; mark += g_utf8_skip[(guchar) *mark])
    if (is_combining (g_utf8_get_char (mark)))
      return TRUE;
  return FALSE;
}

static void
fold_composed (const char *name,
               gsize       length,
               GString    *out)
{
  Folder folder = { 0 };

  g_string_set_size (out, length * MAX_GROWTH);
  folder.cursor = (const guchar *) name;
  folder.end = folder.cursor + length;
  folder.start = folder.out = out->str;
  while (folder.cursor < folder.end)
    {
      guchar c = *folder.cursor;

      if (c < 0x80)
        fold_ascii (&folder);
      else if ((c != 0xd0 && c != 0xd1) || !fold_russian (&folder))
        fold_other (&folder);
    }
  g_string_truncate (out, (gsize) (folder.out - folder.start));
}

/**
 * mer_name_fold_into:
 * @name: (array length=length): valid UTF-8
 * @length: bytes, or -1 when zero-terminated
 * @out: a buffer, overwritten
 *
 * As mer_name_fold(). Any thread.
 */
void
mer_name_fold_into (const char *name,
                    gssize      length,
                    GString    *out)
{
  gsize            size = length < 0 ? strlen (name) : (gsize) length;
  g_autofree char *composed = NULL;

  if (has_combining (name, size))
    composed = g_utf8_normalize (name, (gssize) size, G_NORMALIZE_NFC);
  if (composed != NULL)
    fold_composed (composed, strlen (composed), out);
  else
    fold_composed (name, size, out);
}

/**
 * mer_name_fold:
 * @name: (array length=length): valid UTF-8
 * @length: bytes, or -1 when zero-terminated
 *
 * Text of nothing but quotes, dashes, points and spaces gives the empty key.
 *
 * Returns: (transfer full): the key by which two spellings are equal
 */
char *
mer_name_fold (const char *name,
               gssize      length)
{
  GString *out = g_string_new (NULL);

  mer_name_fold_into (name, length, out);
  return g_string_free (out, FALSE);
}

/* A number so that strcmp() orders by value: how many digits, then the digits. */
static const char *
append_number_key (GString    *key,
                   const char *cursor)
{
  gsize digits = 0;

  while (*cursor == '0' && g_ascii_isdigit (cursor[1]))
    cursor++;
  digits = strspn (cursor, "0123456789");
  /* bytes from '0' on keep numbers before letters */
  g_string_append_c (key, (char) ('0' + MIN (digits, 9)));
  g_string_append_len (key, cursor, (gssize) digits);
  return cursor + digits;
}

/**
 * mer_name_sort_key:
 * @name: UTF-8
 *
 * Returns: (transfer full): a key to be compared with strcmp()
 */
char *
mer_name_sort_key (const char *name)
{
  g_autofree char *folded = mer_name_fold (name, -1);
  GString         *key = g_string_sized_new (strlen (folded) + 4);
  const char      *cursor = folded;

  while (*cursor != '\0')
    {
      if (g_ascii_isdigit (*cursor))
        cursor = append_number_key (key, cursor);
      else if (g_str_has_prefix (cursor, NUMERO))
        cursor += strlen (NUMERO);
      else
        g_string_append_c (key, *cursor++);
    }
  return g_string_free (key, FALSE);
}
