/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Readings of batches: one a version of the rules, looked up by batch. */
#include "config.h"

#include "store/mer-batch-readings.h"

#include "store/mer-query.h"
#include "store/mer-registry-store.h"

struct _MerBatchReadings
{
  GHashTable     *by_version; /* gint64* → MerBlockReading* */
  GHashTable     *by_batch;   /* gint64* → MerBlockReading*, borrowed */
  MerBlockReading same;
};

void
mer_batch_readings_free (MerBatchReadings *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->by_batch, g_hash_table_unref);
  g_clear_pointer (&self->by_version, g_hash_table_unref);
  g_free (self);
}

static const MerBlockReading *
reading_of_version (MerBatchReadings     *self,
                    MerDocument          *doc,
                    gint64                version,
                    const MerMethodology *wanted,
                    GError              **error)
{
  g_autoptr (MerMethodology) packed = NULL;
  g_autofree MerBlockReading *reading = NULL;
  MerBlockReading            *known = g_hash_table_lookup (self->by_version, &version);

  if (known != NULL)
    return known;
  packed = mer_store_methodology (doc, version, error);
  if (packed == NULL)
    return NULL;
  reading = g_new0 (MerBlockReading, 1);
  if (!mer_block_reading_init (reading, packed, wanted, error))
    return NULL;
  known = g_steal_pointer (&reading);
  g_hash_table_insert (self->by_version, g_memdup2 (&version, sizeof version), known);
  return known;
}

static gboolean
load (MerBatchReadings     *self,
      MerDocument          *doc,
      gint64                cycle_id,
      const MerMethodology *wanted,
      GError              **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc,
                          "SELECT id, methodology_id FROM batch "
                          "WHERE ?1 IN (0, cycle_id) AND kind = 'survey' AND removed = 0 "
                          "AND methodology_id IS NOT NULL",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, cycle_id);
  while (mer_query_next (&query, error))
    {
      gint64                 batch = mer_query_int (&query, 0);
      const MerBlockReading *reading = reading_of_version (self, doc, mer_query_int (&query, 1),
                                                           wanted, error);

      if (reading == NULL)
        return FALSE;
      g_hash_table_insert (self->by_batch, g_memdup2 (&batch, sizeof batch),
                           (gpointer) (guintptr) reading);
    }
  return mer_query_done (&query);
}

/**
 * mer_batch_readings_new:
 * @doc: a document
 * @cycle_id: a cycle, or 0 for all
 * @wanted: the rules that answers are read by
 * @error: return location
 *
 * Returns: (transfer full): the readings; %NULL and error when a version cannot be read
 */
MerBatchReadings *
mer_batch_readings_new (MerDocument          *doc,
                        gint64                cycle_id,
                        const MerMethodology *wanted,
                        GError              **error)
{
  g_autoptr (MerBatchReadings) self = g_new0 (MerBatchReadings, 1);
  MerBlockLayout layout;

  self->by_version = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->by_batch = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!mer_block_layout_init (&layout, wanted, error))
    return NULL;
  mer_block_reading_init_same (&self->same, &layout);
  return load (self, doc, cycle_id, wanted, error) ? g_steal_pointer (&self) : NULL;
}

const MerBlockReading *
mer_batch_readings_of (const MerBatchReadings *self,
                       gint64                  batch_id)
{
  const MerBlockReading *reading = g_hash_table_lookup (self->by_batch, &batch_id);

  return reading != NULL ? reading : &self->same;
}

gboolean
mer_store_batch_methodology (MerDocument     *doc,
                             gint64           batch_id,
                             MerMethodology **out,
                             GError         **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  gint64 version = 0;

  *out = NULL;
  if (!mer_query_prepare (&query, doc, "SELECT methodology_id FROM batch WHERE id = ?1", error))
    return FALSE;
  mer_query_bind_int (&query, 1, batch_id);
  if (mer_query_next (&query, error))
    version = mer_query_int (&query, 0);
  if (!mer_query_done (&query) || version == 0)
    return mer_query_done (&query);
  *out = mer_store_methodology (doc, version, error);
  return *out != NULL;
}
