/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Readers of blocks and of comments. The checksum is put right first, because no mutation
 * would. */

#include "config.h"

#include <string.h>

#include "fuzz.h"
#include "store/mer-block-private.h"
#include "store/mer-comment-block.h"

static void
set_up_layout (MerBlockLayout *layout)
{
  static const guint8 n_codes[] = { 4, 4, 11, 3 };
  static const guint8 bits[] = { 2, 2, 4, 2 };

  memset (layout, 0, sizeof *layout);
  layout->n_questions = 4;
  layout->n_words = 1;
  for (guint i = 0, start = 0; i < 4; start += bits[i++])
    {
      layout->questions[i].bits = bits[i];
      layout->questions[i].n_codes = n_codes[i];
      layout->questions[i].filter = i == 1 ? 0 : -1;
      layout->questions[i].passing = 1 << 2;
      layout->questions[i].start = (guint16) start;
    }
}

static void
read_block (GBytes *block)
{
  MerBlockLayout layout;
  g_autoptr (MerBlockRows) rows = NULL;
  g_autoptr (MerTally) tally = g_malloc0 (sizeof (MerTally) + 4 * sizeof (MerQuestionTally));

  set_up_layout (&layout);
  tally->n_questions = 4;
  rows = mer_block_unpack (block, &layout, NULL);
  g_assert_true (mer_block_tally (block, &layout, tally, NULL) == (rows != NULL));
  if (rows != NULL)
    g_assert_cmpuint (tally->n, ==, rows->n_rows);
}

static void
add_length_cb (gint64      row,
               const char *text,
               gsize       length,
               gpointer    user_data)
{
  g_assert_true (g_utf8_validate_len (text, length, NULL));
  *(gsize *) user_data += length;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree guint8 *copy = g_memdup2 (data, size);
  g_autoptr (GBytes) block = NULL;
  guint32 n_rows = 0;
  gsize   sum = 0;

  if (size >= 16)
    {
      gboolean is_comment = memcmp (data, "MRC1", 4) == 0;
      guint64  checksum = 0;

      memcpy (&n_rows, copy + 4, 4);
      checksum = mer_block_checksum (copy + 16, size - 16, GUINT32_FROM_LE (n_rows));
      checksum = GUINT64_TO_LE (checksum);
      memcpy (copy + 8, &checksum, 8);
      block = g_bytes_new (copy, size);
      if (is_comment)
        mer_comment_block_foreach (block, add_length_cb, &sum, NULL);
      g_assert_cmpuint (sum, <=, size);
      read_block (block);
    }
  return 0;
}
