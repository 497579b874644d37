/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What builders and readers of blocks share: the layout that a methodology asks for, the header,
 * the checksum, and the check that a block that comes out of a file is sound. A block passes only
 * when every size in it agrees with its length, so that readers need no further bounds. */

#include "config.h"

#include "store/mer-block-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "store/mer-bits.h"
#include "store/mer-document.h"

/* Row numbers of real files are far smaller; sums of gaps cannot overflow below it. */
#define MAX_ROW_NUMBER (G_GINT64_CONSTANT (1) << 47)
#define MAX_GAP_BITS 40
#define MAX_TIME_BITS 40
#define MAX_TIME (G_GINT64_CONSTANT (1) << 40)

#define CHECKSUM_OFFSET 8
#define CHECKED_FROM 16

gboolean
mer_block_damaged (GError    **error,
                   const char *what)
{
  g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_DAMAGED,
               _("A block of answers is damaged: %s."), what);
  return FALSE;
}

static guint16
passing_codes (const MerQuestion *question)
{
  guint mask = 0;

  for (guint i = 0; i < question->options->len; i++)
    {
      const MerOption *option = g_ptr_array_index (question->options, i);
      if (option->positive)
        mask |= 1u << (MER_ANSWER_FIRST_OPTION + i);
    }
  return (guint16) mask;
}

/**
 * mer_block_layout_init:
 * @self: filled
 * @methodology: whose questions are laid out, in their order
 *
 * Any thread.
 *
 * Returns: FALSE and %MER_STORE_ERROR_INVALID when there are too many questions or options
 */
gboolean
mer_block_layout_init (MerBlockLayout       *self,
                       const MerMethodology *methodology,
                       GError              **error)
{
  guint bit = 0;

  memset (self, 0, sizeof *self);
  for (guint i = 0; i < methodology->questions->len; i++)
    {
      const MerQuestion *question = g_ptr_array_index (methodology->questions, i);
      guint              n_codes = question->options->len + MER_ANSWER_FIRST_OPTION;
      guint              bits = mer_bits_width (n_codes - 1);

      if (i >= MER_BLOCK_MAX_QUESTIONS || n_codes > MER_ANSWER_MAX_CODES)
        {
          g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                       _("A questionnaire can have at most %d questions with %d options each."),
                          MER_BLOCK_MAX_QUESTIONS, MER_ANSWER_MAX_CODES - MER_ANSWER_FIRST_OPTION);
          return FALSE;
        }
      if ((bit & 31) + bits > 32)
        bit = (bit + 31) & ~31u;
      self->questions[i].bits = (guint8) bits;
      self->questions[i].n_codes = (guint8) n_codes;
      self->questions[i].filter = (gint8) question->filter;
      self->questions[i].start = (guint16) bit;
      self->questions[i].passing = passing_codes (question);
      bit += bits;
    }
  self->n_questions = methodology->questions->len;
  self->n_words = (bit + 31) / 32;
  return TRUE;
}

/* Not against an adversary, but every changed word changes it: each step is a bijection. */
guint64
mer_block_checksum (const guint8 *data,
                    gsize         size,
                    guint32       n_rows)
{
  guint64 hash = G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) ^ n_rows ^ (guint64) size << 32;

  for (gsize i = 0; i < size; i += 8)
    {
      hash ^= mer_bits_load (data + i, size - i);
      hash *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
      hash ^= hash >> 32;
    }
  return hash;
}

void
mer_block_header_write (const MerBlockHeader *self,
                        guint8               *block,
                        gsize                 size)
{
  mer_bits_store (block, 4, MER_BLOCK_MAGIC);
  mer_bits_store (block + 4, 4, self->n_rows);
  block[16] = self->n_questions;
  block[17] = self->flags;
  block[18] = self->gap_bits;
  block[19] = self->time_bits;
  mer_bits_store (block + 20, 4, self->time_unit);
  mer_bits_store (block + 24, 8, (guint64) self->first_row);
  mer_bits_store (block + 32, 8, (guint64) self->base_time);
  mer_bits_store (block + 40, 8, 0);
  mer_bits_store (block + CHECKSUM_OFFSET, 8,
                  mer_block_checksum (block + CHECKED_FROM, size - CHECKED_FROM, self->n_rows));
}

static void
header_read (MerBlockHeader *self,
             const guint8   *block)
{
  self->n_rows = (guint32) mer_bits_load (block + 4, 4);
  self->n_questions = block[16];
  self->flags = block[17];
  self->gap_bits = block[18];
  self->time_bits = block[19];
  self->time_unit = (guint32) mer_bits_load (block + 20, 4);
  self->first_row = (gint64) mer_bits_load (block + 24, 8);
  self->base_time = (gint64) mer_bits_load (block + 32, 8);
}

static gboolean
header_is_sane (const MerBlockHeader *self)
{
  return self->n_rows > 0 && self->n_rows <= MER_BLOCK_MAX_ROWS &&
         self->n_questions <= MER_BLOCK_MAX_QUESTIONS &&
         (self->flags & ~MER_BLOCK_ALL_FLAGS) == 0 && self->gap_bits <= MAX_GAP_BITS &&
         self->time_bits <= MAX_TIME_BITS &&
         (self->time_unit == 1 || self->time_unit == 60 || self->time_unit == 86400) &&
         self->first_row >= 0 && self->first_row < MAX_ROW_NUMBER &&
         self->base_time > -MAX_TIME && self->base_time < MAX_TIME;
}

/* Takes `size` bytes off the front of what is left; NULL when there are too few. */
static const guint8 *
take (const guint8 **rest,
      gsize         *left,
      gsize          size,
      gboolean      *short_of)
{
  const guint8 *start = *rest;

  if (size > *left)
    {
      *short_of = TRUE;
      return NULL;
    }
  *rest += size;
  *left -= size;
  return start;
}

/* Points into the block, one run after the other; FALSE unless they fill it exactly. */
static gboolean
view_split (MerBlockView *self,
            const guint8 *rest,
            gsize         left)
{
  const MerBlockHeader *header = &self->header;
  gsize                 n = header->n_rows;
  gsize                 n_planes = 0;
  gboolean              short_of = FALSE;

  self->plane_size = mer_bits_to_bytes (n);
  self->bits = take (&rest, &left, header->n_questions, &short_of);
  for (guint i = 0; !short_of && i < header->n_questions; i++)
    n_planes += self->bits[i];
  self->gaps = take (&rest, &left, mer_bits_to_bytes ((n - 1) * header->gap_bits), &short_of);
  if (header->flags & MER_BLOCK_TIME_MIXED)
    self->has_time = take (&rest, &left, self->plane_size, &short_of);
  if (header->flags & MER_BLOCK_CLOCK_MIXED)
    self->clock = take (&rest, &left, self->plane_size, &short_of);
  if (header->flags & MER_BLOCK_TIME_ANY)
    self->times = take (&rest, &left, mer_bits_to_bytes (n * header->time_bits), &short_of);
  if (header->flags & MER_BLOCK_RESPONDENTS)
    self->respondents = take (&rest, &left, n * 8, &short_of);
  self->planes = take (&rest, &left, n_planes * self->plane_size, &short_of);
  return !short_of && left == 0;
}

gboolean
mer_block_view_init (MerBlockView         *self,
                     GBytes               *block,
                     const MerBlockLayout *layout,
                     GError              **error)
{
  gsize         size = 0;
  const guint8 *data = g_bytes_get_data (block, &size);

  memset (self, 0, sizeof *self);
  if (size < MER_BLOCK_HEADER_SIZE || mer_bits_load (data, 4) != MER_BLOCK_MAGIC)
    return mer_block_damaged (error, _("it has no header"));
  header_read (&self->header, data);
  if (mer_bits_load (data + CHECKSUM_OFFSET, 8) !=
      mer_block_checksum (data + CHECKED_FROM, size - CHECKED_FROM, self->header.n_rows))
    return mer_block_damaged (error, _("its checksum is wrong"));
  if (!header_is_sane (&self->header) ||
      !view_split (self, data + MER_BLOCK_HEADER_SIZE, size - MER_BLOCK_HEADER_SIZE))
    return mer_block_damaged (error, _("its sizes contradict each other"));
  if (self->header.n_questions != layout->n_questions)
    return mer_block_damaged (error, _("it belongs to another questionnaire"));
  for (guint i = 0; i < layout->n_questions; i++)
    {
      if (self->bits[i] != layout->questions[i].bits)
        return mer_block_damaged (error, _("it belongs to another questionnaire"));
    }
  return TRUE;
}

/* The header alone: all zeros when it is damaged. */
static MerBlockHeader
header_of (GBytes *block)
{
  gsize          size = 0;
  const guint8  *data = g_bytes_get_data (block, &size);
  MerBlockHeader header = { 0 };
  MerBlockHeader none = { 0 };

  if (size < MER_BLOCK_HEADER_SIZE || mer_bits_load (data, 4) != MER_BLOCK_MAGIC)
    return none;
  header_read (&header, data);
  return header_is_sane (&header) ? header : none;
}

gint64
mer_block_first_row (GBytes *block)
{
  return header_of (block).first_row;
}

guint
mer_block_n_rows (GBytes *block)
{
  return header_of (block).n_rows;
}
