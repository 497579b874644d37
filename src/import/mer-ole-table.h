/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MER_OLE_MAGIC "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#define MER_OLE_HEADER_SIZE 512
#define MER_OLE_MINI_SHIFT 6 /* of a small block's size */

/* Where in the header which number stands. */
enum
{
  MER_OLE_DIRECTORY = 0x30,
  MER_OLE_THRESHOLD = 0x38, /* shorter streams lie in small blocks */
  MER_OLE_MINI_START = 0x3c,
  MER_OLE_N_MINI = 0x40,
};

#define MER_OLE_BLOCK_END 0xfffffffeu

/**
 * MerOleTable:
 *
 * The blocks of an OLE2 container and which of them follows which. Nothing in it is believed:
 * every number of a block is one that the table has.
 */
typedef struct
{
  int     fd; /* borrowed */
  guint64 size;
  guint8  header[MER_OLE_HEADER_SIZE];
  guint   shift; /* of a block's size */
  guint32 n_blocks;
  GArray *next; /* of guint32 */
} MerOleTable;

/* Fills a zeroed `self`, which is to be cleared in either case; FALSE: no sound container. */
gboolean mer_ole_table_load (MerOleTable *self,
                             int          fd,
                             guint64      size);
void     mer_ole_table_clear (MerOleTable *self);
gboolean mer_ole_read_block (const MerOleTable *self,
                             guint32            block,
                             guint8            *to);
/* The table of small blocks: (transfer full), or NULL. */
GArray *mer_ole_read_mini_table (MerOleTable *self);
/* The blocks of one chain, which ends as it should and does not bite its tail, each below
 * `n_blocks`: (transfer full), or NULL. */
GArray *mer_ole_follow (const GArray *table,
                        guint32       block,
                        guint32       n_blocks);

static inline guint16
mer_ole_get16 (const guint8 *p)
{
  return (guint16) (p[0] | p[1] << 8);
}

static inline guint32
mer_ole_get32 (const guint8 *p)
{
  return mer_ole_get16 (p) | (guint32) mer_ole_get16 (p + 2) << 16;
}

static inline gsize
mer_ole_block_size (const MerOleTable *self)
{
  return (gsize) 1 << self->shift;
}

/* The header takes a whole block where blocks are larger than it. */
static inline guint64
mer_ole_block_offset (const MerOleTable *self,
                      guint32            block)
{
  return MAX ((gsize) MER_OLE_HEADER_SIZE, mer_ole_block_size (self)) +
         ((guint64) block << self->shift);
}

G_END_DECLS
