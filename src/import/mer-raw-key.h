/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* Keys of short texts by their raw bytes. Nothing outside the text is read. */

/* The first eight bytes; together with the length, the whole of a text that is no longer. */
static inline guint64
mer_raw_head (const char *text,
              gsize       length)
{
  guint64 head = 0;
  guint32 low = 0;
  guint32 high = 0;

  if (length >= 8)
    {
      memcpy (&head, text, 8);
      return head;
    }
  if (length >= 4)
    {
      memcpy (&low, text, 4);
      memcpy (&high, text + length - 4, 4);
      return low | (guint64) high << 32;
    }
  for (gsize i = 0; i < length; i++)
    head = head << 8 | (guint8) text[i];
  return head;
}

static inline guint64
mer_raw_hash (const char *text,
              gsize       length)
{
  guint64 hash = G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) ^ length;
  guint64 other = 0;

  /* Two chains side by side: each waits for its own multiplication only. */
  for (; length >= 16; text += 16, length -= 16)
    {
      hash = (hash ^ mer_raw_head (text, 8)) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
      hash ^= hash >> 32;
      other = (other ^ mer_raw_head (text + 8, 8)) * G_GUINT64_CONSTANT (0x9fb21c651e98df25);
      other ^= other >> 32;
    }
  hash ^= other;
  if (length >= 8)
    {
      hash = (hash ^ mer_raw_head (text, 8)) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
      hash ^= hash >> 32;
      text += 8;
      length -= 8;
    }
  hash = (hash ^ mer_raw_head (text, length)) * G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  return hash ^ hash >> 29;
}

G_END_DECLS
