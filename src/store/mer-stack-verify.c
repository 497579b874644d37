/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check of stacks: every row can be read by its rules, and a closed stack is
 * row by row what stands in the blocks of its batch. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "store/mer-batch-readings.h"
#include "store/mer-block.h"
#include "store/mer-query.h"
#include "store/mer-registry-store.h"
#include "store/mer-stack-private.h"

static gboolean
is_same_row (const MerStackRow  *row,
             const MerBlockRows *block,
             guint               i)
{
  return row->number == block->rows[i] && row->n_questions == block->n_questions &&
         memcmp (row->codes, block->codes + (gsize) i * block->n_questions,
                 block->n_questions) == 0;
}

/* Damaged blocks are told of where blocks are checked. */
static gboolean
is_same (GPtrArray            *rows,
         MerQuery             *blocks,
         const MerBlockLayout *layout,
         GError              **error)
{
  guint    n = 0;
  gboolean same = TRUE;

  while (mer_query_next (blocks, error))
    {
      g_autoptr (GBytes) bytes = mer_query_bytes (blocks, 0);
      g_autoptr (MerBlockRows) block = mer_block_unpack (bytes, layout, NULL);

      for (guint i = 0; same && block != NULL && i < block->n_rows; i++, n++)
        same = n < rows->len && is_same_row (g_ptr_array_index (rows, n), block, i);
      same = same && block != NULL;
    }
  return same && n == rows->len;
}

static gboolean
verify_closed (MerDocument          *doc,
               const MerStack       *stack,
               GPtrArray            *rows,
               const MerMethodology *methodology,
               GPtrArray            *problems,
               GError              **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  MerBlockLayout layout;

  if (!mer_block_layout_init (&layout, methodology, NULL))
    return TRUE;
  if (!mer_query_prepare (&query, doc,
                          "SELECT data FROM block WHERE batch_id = ?1 ORDER BY source_id, segment",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, stack->batch_id);
  if (!is_same (rows, &query, &layout, error) && mer_query_done (&query))
    g_ptr_array_add (problems, /* Translators: name of a stack of paper, number of a batch. */
                     g_strdup_printf (_("Stack “%s”: its questionnaires are not those of "
                                        "import %lld."),
                                         stack->title, (long long) stack->batch_id));
  return mer_query_done (&query);
}

static gboolean
verify_stack (MerDocument    *doc,
              const MerStack *stack,
              GPtrArray      *problems,
              GError        **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, stack->cycle_id, &local);
  g_autoptr (MerMethodology) methodology = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (cycle != NULL && stack->batch_id != 0)
    mer_store_batch_methodology (doc, stack->batch_id, &methodology, &local);
  if (cycle != NULL && methodology == NULL && local == NULL)
    methodology = mer_store_methodology (doc, cycle->methodology_id, &local);
  if (methodology != NULL)
    rows = mer_store_stack_rows (doc, stack->id, methodology, &local);
  if (rows == NULL)
    {
      g_ptr_array_add (problems, /* Translators: name of a stack of paper, a sentence. */
                       g_strdup_printf (_("Stack “%s”: %s"), stack->title, local->message));
      return TRUE;
    }
  return stack->batch_id == 0 ||
         verify_closed (doc, stack, rows, methodology, problems, error);
}

gboolean
mer_stacks_verify (MerDocument *doc,
                   GPtrArray   *problems,
                   GError     **error)
{
  g_autoptr (GPtrArray) stacks = mer_store_stacks (doc, 0, error);

  for (guint i = 0; stacks != NULL && i < stacks->len; i++)
    {
      if (!verify_stack (doc, g_ptr_array_index (stacks, i), problems, error))
        return FALSE;
    }
  return stacks != NULL;
}
