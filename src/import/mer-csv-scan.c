/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds what divides a CSV text, 64 bytes at a time: each group of bytes is compared with the
 * separator, CR and LF, the results are one mask, and only its set bits are walked. */

#include "config.h"

#include "import/mer-csv-scan.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define HAVE_X86 1
#include <immintrin.h>
#endif

static inline guint32 *
write_positions (guint64  mask,
                 guint32  base,
                 guint32 *out)
{
  while (mask != 0)
    {
      *out++ = base + (guint32) __builtin_ctzll (mask);
      mask &= mask - 1;
    }
  return out;
}

static guint32 *
scan_bytes (const guint8 *text,
            gsize         from,
            gsize         to,
            guint8        separator,
            guint32      *out)
{
  for (gsize i = from; i < to; i++)
    {
      if (text[i] == separator || text[i] == '\n' || text[i] == '\r')
        *out++ = (guint32) i;
    }
  return out;
}

#ifdef HAVE_X86

__attribute__ ((target ("avx2"))) static inline guint64
mask_avx2 (const guint8 *p,
           __m256i       separator)
{
  const __m256i lf = _mm256_set1_epi8 ('\n');
  const __m256i cr = _mm256_set1_epi8 ('\r');
  guint64       mask = 0;

  for (guint i = 0; i < 2; i++)
    {
      __m256i x;
      __m256i hit;

      __builtin_memcpy (&x, p + i * 32, sizeof x);
      hit = _mm256_or_si256 (_mm256_cmpeq_epi8 (x, separator),
                             _mm256_or_si256 (_mm256_cmpeq_epi8 (x, lf),
                                              _mm256_cmpeq_epi8 (x, cr)));
      mask |= (guint64) (guint32) _mm256_movemask_epi8 (hit) << (i * 32);
    }
  return mask;
}

__attribute__ ((target ("avx2,bmi"))) static gsize
scan_avx2 (const guint8 *text,
           gsize         length,
           guint8        separator,
           guint32     **out)
{
  __m256i wanted = _mm256_set1_epi8 ((char) separator);
  gsize   i = 0;

  for (; i + 64 <= length; i += 64)
    *out = write_positions (mask_avx2 (text + i, wanted), (guint32) i, *out);
  return i;
}

static gsize
scan_sse2 (const guint8 *text,
           gsize         length,
           guint8        separator,
           guint32     **out)
{
  const __m128i wanted = _mm_set1_epi8 ((char) separator);
  const __m128i lf = _mm_set1_epi8 ('\n');
  const __m128i cr = _mm_set1_epi8 ('\r');
  gsize         i = 0;

  for (; i + 64 <= length; i += 64)
    {
      guint64 mask = 0;

      for (guint j = 0; j < 4; j++)
        {
          __m128i x;
          __m128i hit;

          __builtin_memcpy (&x, text + i + j * 16, sizeof x);
          hit = _mm_or_si128 (_mm_cmpeq_epi8 (x, wanted),
                              _mm_or_si128 (_mm_cmpeq_epi8 (x, lf), _mm_cmpeq_epi8 (x, cr)));
          mask |= (guint64) (guint32) _mm_movemask_epi8 (hit) << (j * 16);
        }
      *out = write_positions (mask, (guint32) i, *out);
    }
  return i;
}

#endif

gsize
mer_csv_scan (const guint8 *text,
              gsize         length,
              guint8        separator,
              guint32      *out)
{
  guint32 *end = out;
  gsize    done = 0;

#ifdef HAVE_X86
  if (__builtin_cpu_supports ("avx2") && __builtin_cpu_supports ("bmi"))
    done = scan_avx2 (text, length, separator, &end);
  else
    done = scan_sse2 (text, length, separator, &end);
#endif
  end = scan_bytes (text, done, length, separator, end);
  return (gsize) (end - out);
}
