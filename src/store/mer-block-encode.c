/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of one block, column-wise, into its bytes. */

#include "config.h"

#include "store/mer-block-private.h"

#include "store/mer-bits.h"

void
mer_block_columns_clear (MerBlockColumns *self)
{
  g_free (self->answers);
  g_free (self->numbers);
  g_free (self->times);
  g_free (self->clock);
  g_free (self->respondents);
}

static void
measure_gaps (MerBlockColumns *self)
{
  guint64 widest = 0;

  for (guint i = 1; i < self->n; i++)
    widest |= (guint64) (self->numbers[i] - self->numbers[i - 1] - 1);
  self->header.first_row = self->numbers[0];
  self->header.gap_bits = (guint8) mer_bits_width (widest);
}

static guint32
time_unit (const MerBlockColumns *self,
           gint64                 base)
{
  guint32 unit = 86400;

  for (guint i = 0; i < self->n && unit > 1; i++)
    {
      if (self->times[i] == MER_BLOCK_NO_TIME)
        continue;
      while ((self->times[i] - base) % unit != 0)
        unit = unit == 86400 ? 60 : 1;
    }
  return unit;
}

static void
measure_times (MerBlockColumns *self)
{
  gint64 lowest = G_MAXINT64;
  gint64 highest = G_MININT64;
  guint  n_times = 0;
  guint  n_clocks = 0;

  for (guint i = 0; i < self->n; i++)
    {
      if (self->times[i] == MER_BLOCK_NO_TIME)
        continue;
      lowest = MIN (lowest, self->times[i]);
      highest = MAX (highest, self->times[i]);
      n_times++;
      n_clocks += self->clock[i];
    }
  self->header.time_unit = 1;
  if (n_times == 0)
    return;
  self->header.flags |= MER_BLOCK_TIME_ANY;
  if (n_times < self->n)
    self->header.flags |= MER_BLOCK_TIME_MIXED;
  if (n_clocks == n_times)
    self->header.flags |= MER_BLOCK_CLOCK_ALL;
  else if (n_clocks > 0)
    self->header.flags |= MER_BLOCK_CLOCK_MIXED;
  self->header.base_time = lowest;
  self->header.time_unit = time_unit (self, lowest);
  self->header.time_bits =
    (guint8) mer_bits_width ((guint64) (highest - lowest) / self->header.time_unit);
}

static void
measure_respondents (MerBlockColumns *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      if (self->respondents[i] != 0)
        self->header.flags |= MER_BLOCK_RESPONDENTS;
    }
}

static gsize
encoded_size (const MerBlockColumns *self,
              const MerBlockLayout  *layout)
{
  gsize n = self->n;
  gsize plane_size = mer_bits_to_bytes (n);
  gsize size = MER_BLOCK_HEADER_SIZE + layout->n_questions +
               mer_bits_to_bytes ((n - 1) * self->header.gap_bits);

  for (guint i = 0; i < layout->n_questions; i++)
    size += layout->questions[i].bits * plane_size;
  if (self->header.flags & MER_BLOCK_TIME_MIXED)
    size += plane_size;
  if (self->header.flags & MER_BLOCK_CLOCK_MIXED)
    size += plane_size;
  if (self->header.flags & MER_BLOCK_TIME_ANY)
    size += mer_bits_to_bytes (n * self->header.time_bits);
  if (self->header.flags & MER_BLOCK_RESPONDENTS)
    size += n * 8;
  return size;
}

static guint8 *
write_gaps (const MerBlockColumns *self,
            guint8                *out)
{
  guint width = self->header.gap_bits;
  gsize size = mer_bits_to_bytes ((guint64) (self->n - 1) * width);

  for (guint i = 1; i < self->n; i++)
    mer_bits_put (out, size, i - 1, width, (guint64) (self->numbers[i] - self->numbers[i - 1] - 1));
  return out + size;
}

static guint8 *
write_times (const MerBlockColumns *self,
             guint8                *out)
{
  const MerBlockHeader *header = &self->header;
  gsize                 plane_size = mer_bits_to_bytes (self->n);
  gsize                 size = mer_bits_to_bytes ((guint64) self->n * header->time_bits);

  if (header->flags & MER_BLOCK_TIME_MIXED)
    {
      for (guint i = 0; i < self->n; i++)
        mer_bits_put (out, plane_size, i, 1, self->times[i] != MER_BLOCK_NO_TIME);
      out += plane_size;
    }
  if (header->flags & MER_BLOCK_CLOCK_MIXED)
    {
      for (guint i = 0; i < self->n; i++)
        mer_bits_put (out, plane_size, i, 1, self->clock[i] != 0);
      out += plane_size;
    }
  if (!(header->flags & MER_BLOCK_TIME_ANY))
    return out;
  for (guint i = 0; i < self->n; i++)
    {
      if (self->times[i] != MER_BLOCK_NO_TIME)
        mer_bits_put (out, size, i, header->time_bits,
                      (guint64) (self->times[i] - header->base_time) / header->time_unit);
    }
  return out + size;
}

static guint8 *
write_respondents (const MerBlockColumns *self,
                   guint8                *out)
{
  if (!(self->header.flags & MER_BLOCK_RESPONDENTS))
    return out;
  for (guint i = 0; i < self->n; i++, out += 8)
    mer_bits_store (out, 8, self->respondents[i]);
  return out;
}

/* 32 rows at a time: their packed words, transposed, are 32 bits of each plane. */
static void
write_planes (const MerBlockColumns *self,
              const MerBlockLayout  *layout,
              guint8                *out)
{
  gsize plane_size = mer_bits_to_bytes (self->n);

  for (guint word = 0; word < layout->n_words; word++)
    {
      for (guint row = 0; row < self->n; row += 32)
        {
          guint32 m[32];
          guint8 *plane = out + row / 8;
          gsize   bytes = MIN (4, plane_size - row / 8);

          for (guint i = 0; i < 32; i++)
            m[i] = self->answers[(gsize) (row + i) * layout->n_words + word];
          mer_bits_transpose32 (m);
          for (guint q = 0; q < layout->n_questions; q++)
            {
              guint start = layout->questions[q].start;
              for (guint bit = 0; bit < layout->questions[q].bits; bit++, plane += plane_size)
                {
                  if (start >> 5 == word)
                    mer_bits_store (plane, bytes, m[(start & 31) + bit]);
                }
            }
        }
    }
}

GBytes *
mer_block_columns_encode (MerBlockColumns      *self,
                          const MerBlockLayout *layout)
{
  guint8 *block = NULL;
  guint8 *out = NULL;
  gsize   size = 0;

  self->header.n_rows = self->n;
  self->header.n_questions = (guint8) layout->n_questions;
  measure_gaps (self);
  measure_times (self);
  measure_respondents (self);
  size = encoded_size (self, layout);
  block = g_malloc0 (size);
  out = block + MER_BLOCK_HEADER_SIZE;
  for (guint i = 0; i < layout->n_questions; i++)
    *out++ = layout->questions[i].bits;
  out = write_gaps (self, out);
  out = write_times (self, out);
  out = write_respondents (self, out);
  write_planes (self, layout, out);
  mer_block_header_write (&self->header, block, size);
  return g_bytes_new_take (block, size);
}
