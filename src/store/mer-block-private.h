/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-block.h"

G_BEGIN_DECLS

/*
 * A block on disk, little-endian, without gaps:
 *
 *   header        48 bytes, MerBlockHeader
 *   bits          n_questions bytes: bit planes of each question
 *   row gaps      n_rows − 1 numbers of gap_bits bits: difference to the row before, less one
 *   has time      a bit a row, when MER_BLOCK_TIME_MIXED
 *   time of day   a bit a row, when MER_BLOCK_CLOCK_MIXED
 *   times         n_rows numbers of time_bits bits: (time − base_time) / time_unit,
 *                 when there is any time
 *   respondents   n_rows × 8 bytes, when MER_BLOCK_RESPONDENTS
 *   planes        question after question, lowest bit first: ⌈n_rows / 8⌉ bytes each
 *
 * Each run of bits begins at a byte. The checksum covers all bytes behind itself and n_rows.
 */
#define MER_BLOCK_MAGIC 0x314b424du /* "MBK1" */
#define MER_BLOCK_HEADER_SIZE 48

enum
{
  MER_BLOCK_TIME_ANY = 1 << 0,
  MER_BLOCK_TIME_MIXED = 1 << 1,
  MER_BLOCK_CLOCK_ALL = 1 << 2,
  MER_BLOCK_CLOCK_MIXED = 1 << 3,
  MER_BLOCK_RESPONDENTS = 1 << 4,
  MER_BLOCK_ALL_FLAGS = (1 << 5) - 1,
};

typedef struct
{
  guint32 n_rows;
  guint8  n_questions;
  guint8  flags;
  guint8  gap_bits;
  guint8  time_bits;
  guint32 time_unit; /* 1, 60 or 86400 */
  gint64  first_row;
  gint64  base_time;
} MerBlockHeader;

/* The rows of one block on their way into it. */
typedef struct
{
  guint          n;
  MerBlockHeader header;
  guint32       *answers; /* n rounded up to 32 rows, n_words each; zero behind the last */
  gint64        *numbers;
  gint64        *times;
  guint8        *clock;
  guint64       *respondents;
} MerBlockColumns;

/* A sound block, taken apart; all pointers into its bytes. */
typedef struct
{
  MerBlockHeader header;
  gsize          plane_size;
  const guint8  *bits;
  const guint8  *gaps;
  const guint8  *has_time; /* NULL: all or none */
  const guint8  *clock;    /* NULL: all or none */
  const guint8  *times;    /* NULL: none */
  const guint8  *respondents;
  const guint8  *planes;
} MerBlockView;

/* Instead of a filter's question in a reading. */
#define MER_READING_ALL_PASS (-1)
#define MER_READING_NONE_PASSES (-2)

static inline gsize
mer_bits_to_bytes (guint64 n_bits)
{
  return (gsize) ((n_bits + 7) / 8);
}

guint64 mer_block_checksum (const guint8 *data,
                            gsize         size,
                            guint32       n_rows);
/* Writes the header with magic and checksum in front of `size` bytes of a whole block. */
void    mer_block_header_write (const MerBlockHeader *self,
                                guint8               *block,
                                gsize                 size);
void    mer_block_columns_clear (MerBlockColumns *self);
GBytes *mer_block_columns_encode (MerBlockColumns      *self,
                                  const MerBlockLayout *layout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MerBlockColumns, mer_block_columns_clear)

/* Checks magic, sizes, checksum, and that the block fits the layout. */
gboolean mer_block_view_init (MerBlockView         *self,
                              GBytes               *block,
                              const MerBlockLayout *layout,
                              GError              **error);
/* FALSE and error, always. */
gboolean mer_block_damaged (GError    **error,
                            const char *what);

G_END_DECLS
