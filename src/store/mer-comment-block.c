/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks of comments: a header of magic, number and checksum, then for each comment its row and
 * length, seven bits a byte, and its text. */

#include "config.h"

#include "store/mer-comment-block.h"

#include <glib/gi18n.h>
#include <string.h>

#include "store/mer-bits.h"
#include "store/mer-block-private.h"

#define MAGIC 0x3143524du /* "MRC1" */
#define HEADER_SIZE 16

static void
append_number (GByteArray *block,
               guint64     value)
{
  while (value >= 0x80)
    {
      guint8 byte = (guint8) (value | 0x80);
      g_byte_array_append (block, &byte, 1);
      value >>= 7;
    }
  g_byte_array_append (block, &(guint8){ (guint8) value }, 1);
}

void
mer_comment_block_append (GByteArray *block,
                          gint64      row,
                          const char *text,
                          gsize       length)
{
  guint32 n = 0;

  if (block->len == 0)
    g_byte_array_set_size (block, HEADER_SIZE);
  else
    n = (guint32) mer_bits_load (block->data + 4, 4);
  mer_bits_store (block->data + 4, 4, n + 1);
  append_number (block, (guint64) row);
  append_number (block, length);
  g_byte_array_append (block, (const guint8 *) text, (guint) length);
}

GBytes *
mer_comment_block_finish (GByteArray *block)
{
  guint32 n = 0;
  GBytes *bytes = NULL;

  if (block->len == 0)
    return NULL;
  n = (guint32) mer_bits_load (block->data + 4, 4);
  mer_bits_store (block->data, 4, MAGIC);
  mer_bits_store (block->data + 8, 8,
                  mer_block_checksum (block->data + HEADER_SIZE, block->len - HEADER_SIZE, n));
  bytes = g_bytes_new (block->data, block->len);
  g_byte_array_set_size (block, 0);
  return bytes;
}

/* FALSE when the bytes end first or the number has more than 63 bits. */
static gboolean
take_number (const guint8 **at,
             const guint8  *end,
             guint64       *value)
{
  *value = 0;
  for (guint shift = 0; shift < 63 && *at < end; shift += 7)
    {
      guint8 byte = *(*at)++;

      *value |= (guint64) (byte & 0x7f) << shift;
      if (byte < 0x80)
        return TRUE;
    }
  return FALSE;
}

/* Walks over `n` comments; `func` may be NULL to check only. */
static gboolean
walk (const guint8  *at,
      const guint8  *end,
      guint32        n,
      MerCommentFunc func,
      gpointer       user_data)
{
  for (guint32 i = 0; i < n; i++)
    {
      guint64 row = 0;
      guint64 length = 0;

      if (!take_number (&at, end, &row) || !take_number (&at, end, &length) ||
          length > (guint64) (end - at) || row > G_MAXINT64)
        return FALSE;
      if (func != NULL)
        func ((gint64) row, (const char *) at, (gsize) length, user_data);
      else if (!g_utf8_validate_len ((const char *) at, (gsize) length, NULL))
        return FALSE;
      at += length;
    }
  return at == end;
}

gboolean
mer_comment_block_foreach (GBytes        *block,
                           MerCommentFunc func,
                           gpointer       user_data,
                           GError       **error)
{
  gsize         size = 0;
  const guint8 *data = g_bytes_get_data (block, &size);
  guint32       n = 0;

  if (size < HEADER_SIZE || mer_bits_load (data, 4) != MAGIC)
    return mer_block_damaged (error, _("it has no header"));
  n = (guint32) mer_bits_load (data + 4, 4);
  if (mer_bits_load (data + 8, 8) != mer_block_checksum (data + HEADER_SIZE, size - HEADER_SIZE, n))
    return mer_block_damaged (error, _("its checksum is wrong"));
  if (!walk (data + HEADER_SIZE, data + size, n, NULL, NULL))
    return mer_block_damaged (error, _("its sizes contradict each other"));
  walk (data + HEADER_SIZE, data + size, n, func, user_data);
  return TRUE;
}
