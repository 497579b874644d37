/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Checks UTF-8 at the speed of memory: 32 bytes at a time where the processor can (the method of
 * Keiser and Lemire, "Validating UTF-8 in less than one instruction per byte", 2020), and GLib's
 * check elsewhere and to find the very place of an error. */

#include "config.h"

#include "import/mer-utf8.h"

#include <string.h>

#if defined(__x86_64__) && defined(__GNUC__)
#define HAVE_AVX2_PATH 1
#include <immintrin.h>
#endif

static gsize
scalar_valid_length (const guint8 *text,
                     gsize         length)
{
  const char *end = NULL;

  g_utf8_validate_len ((const char *) text, length, &end);
  return (gsize) (end - (const char *) text);
}

#ifdef HAVE_AVX2_PATH

/* What a byte and the one before it can be wrong by; a bit that all three tables agree on is an
 * error. */
enum
{
  TOO_SHORT = 1 << 0,
  TOO_LONG = 1 << 1,
  OVERLONG_3 = 1 << 2,
  TOO_LARGE = 1 << 3,
  SURROGATE = 1 << 4,
  OVERLONG_2 = 1 << 5,
  TOO_LARGE_1000 = 1 << 6,
  OVERLONG_4 = 1 << 6,
  TWO_CONTINUATIONS = 1 << 7,
  CARRY = TOO_SHORT | TOO_LONG | TWO_CONTINUATIONS,
  LARGE = CARRY | TOO_LARGE | TOO_LARGE_1000,
  CONTINUED = TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS,
};

static const guint8 first_high[16] = {
  TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
  TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
  TWO_CONTINUATIONS, TWO_CONTINUATIONS, TWO_CONTINUATIONS, TWO_CONTINUATIONS,
  TOO_SHORT | OVERLONG_2, TOO_SHORT, TOO_SHORT | OVERLONG_3 | SURROGATE,
  TOO_SHORT | TOO_LARGE | TOO_LARGE_1000 | OVERLONG_4
};

static const guint8 first_low[16] = {
  CARRY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4, CARRY | OVERLONG_2, CARRY, CARRY,
  CARRY | TOO_LARGE, LARGE, LARGE, LARGE, LARGE, LARGE, LARGE, LARGE, LARGE,
  LARGE | SURROGATE, LARGE, LARGE
};

static const guint8 second_high[16] = {
  TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
  TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
  CONTINUED | OVERLONG_3 | TOO_LARGE_1000 | OVERLONG_4, CONTINUED | OVERLONG_3 | TOO_LARGE,
  CONTINUED | SURROGATE | TOO_LARGE, CONTINUED | SURROGATE | TOO_LARGE,
  TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT
};

#define AVX2 __attribute__ ((target ("avx2")))

AVX2 static inline __m256i
table (const guint8 values[16])
{
  __m128i half;

  memcpy (&half, values, sizeof half);
  return _mm256_broadcastsi128_si256 (half);
}

AVX2 static inline __m256i
high_nibbles (__m256i x)
{
  return _mm256_and_si256 (_mm256_srli_epi16 (x, 4), _mm256_set1_epi8 (15));
}

/* Non-zero bytes where the 32 bytes, after `before`, are not UTF-8 or are NUL. */
AVX2 static inline __m256i
errors_of (__m256i input,
           __m256i before)
{
  __m256i joint = _mm256_permute2x128_si256 (before, input, 0x21);
  __m256i prev1 = _mm256_alignr_epi8 (input, joint, 15);
  __m256i prev2 = _mm256_alignr_epi8 (input, joint, 14);
  __m256i prev3 = _mm256_alignr_epi8 (input, joint, 13);
  __m256i low = _mm256_and_si256 (prev1, _mm256_set1_epi8 (15));
  __m256i special = _mm256_and_si256 (
    _mm256_and_si256 (_mm256_shuffle_epi8 (table (first_high), high_nibbles (prev1)),
                      _mm256_shuffle_epi8 (table (first_low), low)),
    _mm256_shuffle_epi8 (table (second_high), high_nibbles (input)));
  __m256i third = _mm256_subs_epu8 (prev2, _mm256_set1_epi8 ((char) (0xe0 - 0x80)));
  __m256i fourth = _mm256_subs_epu8 (prev3, _mm256_set1_epi8 ((char) (0xf0 - 0x80)));
  __m256i must = _mm256_and_si256 (_mm256_or_si256 (third, fourth), _mm256_set1_epi8 ((char) 0x80));
  __m256i nul = _mm256_cmpeq_epi8 (input, _mm256_setzero_si256 ());

  return _mm256_or_si256 (_mm256_xor_si256 (must, special), nul);
}

AVX2 static inline __m256i
load (const guint8 *p)
{
  __m256i x;

  memcpy (&x, p, sizeof x);
  return x;
}

AVX2 static gboolean
avx2_is_valid (const guint8 *text,
               gsize         length)
{
  __m256i before = _mm256_set1_epi8 (' ');
  __m256i errors = _mm256_setzero_si256 ();
  guint8  tail[32];
  gsize   i = 0;

  for (; i + 32 <= length; i += 32)
    {
      __m256i input = load (text + i);
      errors = _mm256_or_si256 (errors, errors_of (input, before));
      before = input;
    }
  /* The blanks behind the end show up a character that is cut off there. */
  memset (tail, ' ', sizeof tail);
  memcpy (tail, text + i, length - i);
  errors = _mm256_or_si256 (errors, errors_of (load (tail), before));
  return _mm256_testz_si256 (errors, errors) != 0;
}

#endif

gsize
mer_utf8_valid_length (const guint8 *text,
                       gsize         length)
{
#ifdef HAVE_AVX2_PATH
  if (__builtin_cpu_supports ("avx2") && avx2_is_valid (text, length))
    return length;
#endif
  return scalar_valid_length (text, length);
}

gsize
mer_utf8_cut_length (const guint8 *text,
                     gsize         length)
{
  for (gsize back = 1; back <= 3 && back <= length; back++)
    {
      guint8 byte = text[length - back];

      if ((byte & 0xc0) == 0x80)
        continue;
      if (byte >= 0xf0)
        return back < 4 ? back : 0;
      if (byte >= 0xe0)
        return back < 3 ? back : 0;
      if (byte >= 0xc0)
        return back < 2 ? back : 0;
      return 0;
    }
  return 0;
}
