/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of answers: written once with their batch, outside undo. */
#include "config.h"

#include "store/mer-batch-store.h"

#include "store/mer-registry-private.h"

/**
 * mer_store_add_block:
 * @doc: a document with an action under way
 * @batch_id: the import
 * @source_id: the spelling of the organization's name
 * @segment: counts the blocks of one spelling, from 0
 * @block: an encoded block
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
mer_store_add_block (MerDocument *doc,
                     gint64       batch_id,
                     gint64       source_id,
                     guint        segment,
                     GBytes      *block,
                     GError     **error)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  return mer_registry_add_block (doc,
                                 "INSERT INTO block (batch_id, source_id, segment, data) "
                                 "VALUES (?1, ?2, ?3, ?4)",
                                 batch_id, source_id, segment, block, error);
}

/**
 * mer_store_foreach_block:
 * @doc: a document
 * @cycle_id: the cycle
 * @func: called for each block of batches that are not removed; %FALSE ends the walk
 * @user_data: for `func`
 * @error: return location
 *
 * Blocks come by batch, spelling and segment; organization 0: the spelling means nobody.
 *
 * Returns: whether all were seen
 */
gboolean
mer_store_foreach_block (MerDocument *doc,
                         gint64       cycle_id,
                         MerBlockFunc func,
                         gpointer     user_data,
                         GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_query_prepare (&query, doc,
                          "SELECT b.batch_id, b.source_id, s.organization_id, b.data "
                          "FROM batch t JOIN block b ON b.batch_id = t.id "
                          "LEFT JOIN source s ON s.id = b.source_id "
                          "WHERE t.cycle_id = ?1 AND t.removed = 0 "
                          "ORDER BY b.batch_id, b.source_id, b.segment",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, cycle_id);
  while (mer_query_next (&query, error))
    {
      g_autoptr (GBytes) block = mer_query_bytes (&query, 3);

      if (!func (mer_query_int (&query, 0), mer_query_int (&query, 1), mer_query_int (&query, 2),
                 block, user_data, error))
        return FALSE;
    }
  return mer_query_done (&query);
}
