/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The allocation table of an OLE2 container. Memory is bounded by what the file's size needs. */

#include "config.h"

#include "import/mer-ole-table.h"

#include <string.h>
#include <unistd.h>

#define HEADER_TABLE 0x4c /* where its list of the table's own blocks begins */
#define HEADER_N_TABLE 109
#define MAX_THRESHOLD 65536

#define BLOCK_SPECIAL 0xfffffffcu /* and all above: no number of a block */
#define BLOCK_UNUSED 0xffffffffu

static gboolean
read_at (const MerOleTable *self,
         guint64            offset,
         guint8            *to,
         gsize              length)
{
  while (length > 0)
    {
      gssize n = pread (self->fd, to, length, (off_t) offset);

      if (n <= 0)
        return FALSE;
      to += n;
      offset += (guint64) n;
      length -= (gsize) n;
    }
  return TRUE;
}

gboolean
mer_ole_read_block (const MerOleTable *self,
                    guint32            block,
                    guint8            *to)
{
  return block < self->n_blocks &&
         read_at (self, mer_ole_block_offset (self, block), to, mer_ole_block_size (self));
}

static gboolean
read_header (MerOleTable *self)
{
  guint64 first = 0;

  if (self->size < MER_OLE_HEADER_SIZE || !read_at (self, 0, self->header, MER_OLE_HEADER_SIZE) ||
      memcmp (self->header, MER_OLE_MAGIC, 8) != 0)
    return FALSE;
  self->shift = mer_ole_get16 (self->header + 0x1e);
  if ((self->shift != 9 && self->shift != 12) ||
      mer_ole_get16 (self->header + 0x20) != MER_OLE_MINI_SHIFT ||
      mer_ole_get32 (self->header + MER_OLE_THRESHOLD) > MAX_THRESHOLD)
    return FALSE;
  first = mer_ole_block_offset (self, 0);
  if (self->size <= first)
    return FALSE;
  self->n_blocks =
    (guint32) ((self->size - first + mer_ole_block_size (self) - 1) >> self->shift);
  return TRUE;
}

/* Appends the numbers of one block of a table; `block` may be a gap in it. */
static gboolean
append_numbers (MerOleTable *self,
                guint32      block,
                GArray      *numbers)
{
  guint8 bytes[4096];

  if (block == BLOCK_UNUSED)
    memset (bytes, 0xff, mer_ole_block_size (self));
  else if (!mer_ole_read_block (self, block, bytes))
    return FALSE;
  for (gsize i = 0; i < mer_ole_block_size (self); i += 4)
    {
      guint32 number = mer_ole_get32 (bytes + i);

      g_array_append_val (numbers, number);
    }
  return TRUE;
}

/* Every number is one of a block that the table has, or a mark. */
static gboolean
numbers_are_sound (const GArray *numbers)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      guint32 number = g_array_index (numbers, guint32, i);

      if (number >= numbers->len && number < BLOCK_SPECIAL)
        return FALSE;
    }
  return TRUE;
}

/* The blocks of the table that the header has no room for stand in blocks of their own, each
 * ending in the number of the next. */
static gboolean
read_far_table (MerOleTable *self,
                guint32      n_table)
{
  guint32 per_block = (guint32) mer_ole_block_size (self) / 4 - 1;
  guint32 left = n_table - MIN (n_table, HEADER_N_TABLE);
  guint32 block = mer_ole_get32 (self->header + 0x44);
  guint8  bytes[4096];

  if (mer_ole_get32 (self->header + 0x48) != (left + per_block - 1) / per_block)
    return FALSE;
  while (left > 0)
    {
      guint32 n = MIN (left, per_block);

      if (!mer_ole_read_block (self, block, bytes))
        return FALSE;
      for (guint32 i = 0; i < n; i++)
        {
          if (!append_numbers (self, mer_ole_get32 (bytes + 4 * i), self->next))
            return FALSE;
        }
      block = mer_ole_get32 (bytes + 4 * per_block);
      left -= n;
    }
  return TRUE;
}

static gboolean
read_table (MerOleTable *self)
{
  guint32 n_table = mer_ole_get32 (self->header + 0x2c);

  /* Twice what the file needs is more than any program sets aside. */
  if (n_table == 0 || n_table >= self->n_blocks ||
      n_table > HEADER_N_TABLE + 2 * (self->n_blocks / (mer_ole_block_size (self) / 4) + 1))
    return FALSE;
  for (guint32 i = 0; i < MIN (n_table, HEADER_N_TABLE); i++)
    {
      if (!append_numbers (self, mer_ole_get32 (self->header + HEADER_TABLE + 4 * i), self->next))
        return FALSE;
    }
  return read_far_table (self, n_table) && numbers_are_sound (self->next);
}

GArray *
mer_ole_follow (const GArray *table,
                guint32       block,
                guint32       n_blocks)
{
  g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (guint32));

  while (block != MER_OLE_BLOCK_END)
    {
      if (block >= table->len || block >= n_blocks || chain->len >= table->len)
        return NULL;
      g_array_append_val (chain, block);
      block = g_array_index (table, guint32, block);
    }
  return g_steal_pointer (&chain);
}

GArray *
mer_ole_read_mini_table (MerOleTable *self)
{
  g_autoptr (GArray) blocks = NULL;
  g_autoptr (GArray) table = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (mer_ole_get32 (self->header + MER_OLE_N_MINI) >= self->n_blocks)
    return NULL;
  blocks = mer_ole_follow (self->next, mer_ole_get32 (self->header + MER_OLE_MINI_START),
                           self->n_blocks);
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      if (!append_numbers (self, g_array_index (blocks, guint32, i), table))
        return NULL;
    }
  return blocks != NULL && numbers_are_sound (table) ? g_steal_pointer (&table) : NULL;
}

gboolean
mer_ole_table_load (MerOleTable *self,
                    int          fd,
                    guint64      size)
{
  self->fd = fd;
  self->size = size;
  self->next = g_array_new (FALSE, FALSE, sizeof (guint32));
  return read_header (self) && read_table (self);
}

void
mer_ole_table_clear (MerOleTable *self)
{
  g_clear_pointer (&self->next, g_array_unref);
}
