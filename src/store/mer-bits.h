/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* Runs of equally wide numbers, lowest bit first, at most 56 bits each. */

static inline guint64
mer_bits_load (const guint8 *p,
               gsize         n)
{
  guint64 word = 0;
  memcpy (&word, p, MIN (n, sizeof word));
  return GUINT64_FROM_LE (word);
}

static inline void
mer_bits_store (guint8 *p,
                gsize   n,
                guint64 word)
{
  word = GUINT64_TO_LE (word);
  memcpy (p, &word, MIN (n, sizeof word));
}

static inline guint
mer_bits_width (guint64 value)
{
  return value == 0 ? 0 : 64 - (guint) __builtin_clzll (value);
}

/* `size`: bytes of the whole run; nothing outside it is touched. */
static inline guint64
mer_bits_get (const guint8 *run,
              gsize         size,
              guint64       index,
              guint         width)
{
  guint64 bit = index * width;
  gsize   byte = (gsize) (bit / 8);

  if (width == 0 || byte >= size)
    return 0;
  return mer_bits_load (run + byte, size - byte) >> (bit % 8) &
         ((G_GUINT64_CONSTANT (1) << width) - 1);
}

/* The run must be zeroed first. */
static inline void
mer_bits_put (guint8 *run,
              gsize   size,
              guint64 index,
              guint   width,
              guint64 value)
{
  guint64 bit = index * width;
  gsize   byte = (gsize) (bit / 8);

  if (width == 0 || byte >= size)
    return;
  mer_bits_store (run + byte, size - byte,
                  mer_bits_load (run + byte, size - byte) | value << (bit % 8));
}

static inline guint
mer_bits_count (guint64 x)
{
  const guint64 pairs = G_GUINT64_CONSTANT (0x3333333333333333);

  x -= x >> 1 & G_GUINT64_CONSTANT (0x5555555555555555);
  x = (x & pairs) + (x >> 2 & pairs);
  x = (x + (x >> 4)) & G_GUINT64_CONSTANT (0x0f0f0f0f0f0f0f0f);
  return (guint) (x * G_GUINT64_CONSTANT (0x0101010101010101) >> 56);
}

/* Bit j of word i becomes bit i of word j. */
static inline void
mer_bits_transpose32 (guint32 m[32])
{
  guint32 mask = 0x0000ffffu;

  for (guint j = 16; j != 0; j >>= 1, mask ^= mask << j)
    {
      for (guint k = 0; k < 32; k = (k + j + 1) & ~j)
        {
          guint32 t = (m[k] >> j ^ m[k + j]) & mask;
          m[k] ^= t << j;
          m[k + j] ^= t;
        }
    }
}

G_END_DECLS
