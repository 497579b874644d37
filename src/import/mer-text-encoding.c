/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds out the encoding of a text file from a part of it. */

#include "config.h"

#include "import/mer-text-encoding.h"

#include <string.h>

#include "import/mer-russian-text.h"
#include "import/mer-utf8.h"

static const struct
{
  const char *encoding;
  const char *bytes;
  gsize       length;
} marks[] = {
  /* The longer mark of UTF-32 begins like that of UTF-16. */
  { "UTF-8", "\xef\xbb\xbf", 3 },
  { "UTF-32LE", "\xff\xfe\0\0", 4 },
  { "UTF-32BE", "\0\0\xfe\xff", 4 },
  { "UTF-16LE", "\xff\xfe", 2 },
  { "UTF-16BE", "\xfe\xff", 2 },
};

gsize
mer_text_encoding_mark_length (const guint8 *head,
                               gsize         length,
                               const char   *encoding)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (strcmp (marks[i].encoding, encoding) == 0 && length >= marks[i].length &&
          memcmp (head, marks[i].bytes, marks[i].length) == 0)
        return marks[i].length;
    }
  return 0;
}

/* --- UTF-16 and UTF-32 -------------------------------------------------------------------- */

typedef struct
{
  const char *encoding;
  guint       width;
  gboolean    big;
} WideForm;

static const WideForm wide_forms[] = {
  { "UTF-32LE", 4, FALSE },
  { "UTF-32BE", 4, TRUE },
  { "UTF-16LE", 2, FALSE },
  { "UTF-16BE", 2, TRUE },
};

static guint32
read_unit (const guint8   *at,
           const WideForm *form)
{
  guint32 unit = 0;

  for (guint i = 0; i < form->width; i++)
    unit |= (guint32) at[i] << 8 * (form->big ? form->width - 1 - i : i);
  return unit;
}

/* What tables in Russian are written with. */
static gboolean
is_usual_sign (guint32 c)
{
  if (c < 0x100)
    return c == '\t' || c == '\n' || c == '\r' || (c >= ' ' && c < 0x7f) || c >= 0xa0;
  return (c >= 0x400 && c < 0x500) || (c >= 0x2010 && c < 0x2044) || c == 0x20bd || c == 0x2116 ||
         c == 0xfeff;
}

static gboolean
reads_as (const guint8   *text,
          gsize           length,
          const WideForm *form)
{
  gsize n = length / form->width;
  gsize n_usual = 0;

  for (gsize i = 0; i < n; i++)
    n_usual += is_usual_sign (read_unit (text + i * form->width, form)) ? 1 : 0;
  return n > 0 && n_usual * 100 >= n * 90;
}

/* --- single bytes ------------------------------------------------------------------------- */

typedef struct
{
  guint n_nul;
  guint n_control; /* besides NUL and white space */
  guint n_high;
  guint n_four; /* the high byte of Cyrillic in UTF-16 */
} ByteCounts;

static ByteCounts
count_bytes (const guint8 *text,
             gsize         length)
{
  ByteCounts counts = { 0 };

  for (gsize i = 0; i < length; i++)
    {
      counts.n_nul += text[i] == 0;
      counts.n_four += text[i] == 4;
      counts.n_high += text[i] >= 0x80;
      counts.n_control += text[i] != 0 && text[i] < ' ' && !(text[i] >= '\t' && text[i] <= '\r');
    }
  return counts;
}

/* Characters of several bytes against bytes that belong to none. */
static gboolean
is_nearly_utf8 (const guint8 *text,
                gsize         length)
{
  gsize n_characters = 0;
  gsize n_broken = 0;

  for (gsize i = 0; i < length;)
    {
      gsize good = mer_utf8_valid_length (text + i, MIN (length - i, 4096));

      for (gsize j = i; j < i + good; j++)
        n_characters += text[j] >= 0xc0;
      i += good;
      if (good < 4093 && i < length)
        {
          n_broken++;
          i++;
        }
    }
  return n_characters > 10 * n_broken;
}

/* Whether text that is valid UTF-8 holds only characters that no Russian office has: «сад» in
 * CP866 is a letter of Mongolian. */
static gboolean
is_exotic (const guint8 *text,
           gsize         length)
{
  gboolean found = FALSE;

  for (gsize i = 0; i < length; i += (gsize) g_utf8_skip[text[i]])
    {
      gunichar c = g_utf8_get_char ((const char *) text + i);

      if (c < 0x80)
        continue;
      if (c < 0x530 || (c >= 0x2000 && c < 0x2800) || c >= 0xfe00)
        return FALSE;
      found = TRUE;
    }
  return found;
}

static MerTextVerdict
guess_bytes (const guint8     *text,
             gsize             length,
             gboolean          is_whole,
             const ByteCounts *counts,
             MerTextGuess     *out)
{
  gsize       whole = is_whole ? length : length - mer_utf8_cut_length (text, length);
  const char *russian = NULL;
  gboolean    certain = FALSE;
  gboolean    is_utf8 = FALSE;

  out->certain = TRUE;
  if (counts->n_high == 0)
    return MER_TEXT_ASCII;
  is_utf8 = mer_utf8_valid_length (text, whole) == whole;
  if ((is_utf8 && !is_exotic (text, whole)) || (!is_utf8 && is_nearly_utf8 (text, whole)))
    return MER_TEXT_KNOWN;
  russian = mer_russian_text_guess (text, length, &certain);
  out->certain = certain;
  if (russian != NULL)
    out->encoding = russian;
  else if (is_utf8)
    out->certain = TRUE;
  /* A few odd signs in what else is plain text are no reason to refuse it. */
  else if (counts->n_control > 0 || counts->n_high > length / 8)
    return MER_TEXT_BINARY;
  else
    out->encoding = "WINDOWS-1251";
  return MER_TEXT_KNOWN;
}

MerTextVerdict
mer_text_encoding_guess (const guint8 *text,
                         gsize         length,
                         gboolean      is_whole,
                         MerTextGuess *out)
{
  ByteCounts counts = count_bytes (text, length);

  *out = (MerTextGuess){ "UTF-8", 0, TRUE };
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      out->bom = mer_text_encoding_mark_length (text, length, marks[i].encoding);
      out->encoding = marks[i].encoding;
      if (out->bom > 0)
        return MER_TEXT_KNOWN;
    }
  for (guint i = 0; i < G_N_ELEMENTS (wide_forms) && counts.n_nul + counts.n_four > 0; i++)
    {
      out->encoding = wide_forms[i].encoding;
      out->certain = length >= 16;
      if (reads_as (text, length, &wide_forms[i]))
        return MER_TEXT_KNOWN;
    }
  out->encoding = "UTF-8";
  if (counts.n_nul > 0 || counts.n_control > length / 100)
    return MER_TEXT_BINARY;
  return guess_bytes (text, length, is_whole, &counts, out);
}
