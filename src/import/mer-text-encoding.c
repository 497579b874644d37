/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds out the encoding of a text file from its first bytes. */

#include "config.h"

#include "import/mer-text-encoding.h"

#include <string.h>

#include "import/mer-utf8.h"

typedef struct
{
  guint n_nul_even;
  guint n_nul_odd;
  guint n_control; /* besides white space */
  guint n_high;
} ByteCounts;

static ByteCounts
count_bytes (const guint8 *head,
             gsize         length)
{
  ByteCounts counts = { 0 };

  for (gsize i = 0; i < length; i++)
    {
      if (head[i] == 0 && i % 2 == 0)
        counts.n_nul_even++;
      else if (head[i] == 0)
        counts.n_nul_odd++;
      else if (head[i] < ' ' && !(head[i] >= '\t' && head[i] <= '\r'))
        counts.n_control++;
      else if (head[i] >= 0x80)
        counts.n_high++;
    }
  return counts;
}

/* Characters of several bytes against bytes that belong to none. */
static gboolean
is_nearly_utf8 (const guint8 *head,
                gsize         length)
{
  gsize n_characters = 0;
  gsize n_broken = 0;

  for (gsize i = 0; i < length;)
    {
      gsize good = mer_utf8_valid_length (head + i, MIN (length - i, 4096));

      for (gsize j = i; j < i + good; j++)
        n_characters += head[j] >= 0xc0;
      i += good;
      if (good < 4093 && i < length)
        {
          n_broken++;
          i++;
        }
    }
  return n_characters > 10 * n_broken;
}

/* Where an encoding has а…я and А…Я: 32 letters in alphabetical order, ё aside. */
typedef struct
{
  const char   *name;
  const guint8 *lower;
  const guint8 *upper;
} Codepage;

#define RUN16(x) (x), (x) + 1, (x) + 2, (x) + 3, (x) + 4, (x) + 5, (x) + 6, (x) + 7, (x) + 8, \
                 (x) + 9, (x) + 10, (x) + 11, (x) + 12, (x) + 13, (x) + 14, (x) + 15

static const guint8 lower_1251[32] = { RUN16 (0xe0), RUN16 (0xf0) };
static const guint8 upper_1251[32] = { RUN16 (0xc0), RUN16 (0xd0) };
static const guint8 lower_866[32] = { RUN16 (0xa0), RUN16 (0xe0) };
static const guint8 upper_866[32] = { RUN16 (0x80), RUN16 (0x90) };
static const guint8 lower_koi8[32] = {
  0xc1, 0xc2, 0xd7, 0xc7, 0xc4, 0xc5, 0xd6, 0xda, 0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf, 0xd0,
  0xd2, 0xd3, 0xd4, 0xd5, 0xc6, 0xc8, 0xc3, 0xde, 0xdb, 0xdd, 0xdf, 0xd9, 0xd8, 0xdc, 0xc0, 0xd1
};
static const guint8 upper_koi8[32] = {
  0xe1, 0xe2, 0xf7, 0xe7, 0xe4, 0xe5, 0xf6, 0xfa, 0xe9, 0xea, 0xeb, 0xec, 0xed, 0xee, 0xef, 0xf0,
  0xf2, 0xf3, 0xf4, 0xf5, 0xe6, 0xe8, 0xe3, 0xfe, 0xfb, 0xfd, 0xff, 0xf9, 0xf8, 0xfc, 0xe0, 0xf1
};

static const Codepage codepages[] = {
  { "WINDOWS-1251", lower_1251, upper_1251 },
  { "CP866", lower_866, upper_866 },
  { "KOI8-R", lower_koi8, upper_koi8 },
};

/* Letters of a thousand in Russian texts, а…я. */
static const guint8 frequency[32] = {
  80, 16, 45, 17, 30, 85, 9, 16, 74, 12, 35, 44, 32, 67, 110, 28,
  47, 55, 63, 26, 3, 10, 5, 14, 7, 4, 1, 19, 17, 3, 6, 20
};

/* How Russian the high bytes read: the mean frequency of their letters; a small letter followed
 * by a capital costs, other signs give nothing. */
static guint
score_codepage (const Codepage *codepage,
                const guint8   *head,
                gsize           length,
                guint           n_high)
{
  guint8 letter[256] = { 0 };
  guint8 is_lower[256] = { 0 };
  guint8 is_upper[256] = { 0 };
  gint64 sum = 0;

  for (guint i = 0; i < 32; i++)
    {
      letter[codepage->lower[i]] = letter[codepage->upper[i]] = frequency[i];
      is_lower[codepage->lower[i]] = 1;
      is_upper[codepage->upper[i]] = 1;
    }
  for (gsize i = 0; i < length; i++)
    {
      sum += letter[head[i]];
      if (i > 0 && is_lower[head[i - 1]] && is_upper[head[i]])
        sum -= 100;
    }
  return sum > 0 ? (guint) (sum / n_high) : 0;
}

static MerTextVerdict
guess_single_byte (const guint8 *head,
                   gsize         length,
                   guint         n_high,
                   const char  **encoding)
{
  guint best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (codepages); i++)
    {
      guint score = score_codepage (&codepages[i], head, length, n_high);

      if (score > best)
        {
          best = score;
          *encoding = codepages[i].name;
        }
    }
  /* Even a list of abbreviations scores over 20, noise about 15. */
  return best >= 20 ? MER_TEXT_KNOWN : MER_TEXT_BINARY;
}

MerTextVerdict
mer_text_encoding_guess (const guint8 *head,
                         gsize         length,
                         const char  **encoding,
                         gsize        *bom)
{
  ByteCounts counts = { 0 };
  gsize      whole = length - mer_utf8_cut_length (head, length);

  *encoding = "UTF-8";
  *bom = 0;
  if (length >= 3 && memcmp (head, "\xef\xbb\xbf", 3) == 0)
    {
      *bom = 3;
      return MER_TEXT_KNOWN;
    }
  if (length >= 2 && (memcmp (head, "\xff\xfe", 2) == 0 || memcmp (head, "\xfe\xff", 2) == 0))
    {
      *bom = 2;
      *encoding = head[0] == 0xff ? "UTF-16LE" : "UTF-16BE";
      return MER_TEXT_KNOWN;
    }
  counts = count_bytes (head, length);
  if (counts.n_control > length / 100)
    {
      /* UTF-16 Cyrillic has its high bytes, 0x04, among the controls. */
      if (counts.n_nul_even + counts.n_nul_odd == 0 || counts.n_nul_even * counts.n_nul_odd > 0)
        return MER_TEXT_BINARY;
    }
  if (counts.n_nul_odd > length / 32 + 1 && counts.n_nul_even == 0)
    {
      *encoding = "UTF-16LE";
      return MER_TEXT_KNOWN;
    }
  if (counts.n_nul_even > length / 32 + 1 && counts.n_nul_odd == 0)
    {
      *encoding = "UTF-16BE";
      return MER_TEXT_KNOWN;
    }
  if (counts.n_nul_even + counts.n_nul_odd > 0)
    return MER_TEXT_BINARY;
  if (mer_utf8_valid_length (head, whole) == whole || is_nearly_utf8 (head, whole))
    return MER_TEXT_KNOWN;
  return guess_single_byte (head, length, counts.n_high, encoding);
}
