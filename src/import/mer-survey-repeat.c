/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole file once more: in another format it has another hash, and where its rows tell neither
 * a time nor a respondent none of them is a duplicate by itself. Compared are organizations and
 * answers, in any order, as a sum of the rows' fingerprints. */
#include "config.h"

#include <glib/gi18n.h>

#include "import/mer-survey-repeat.h"
#include "import/mer-table-reader.h"
#include "store/mer-batch-readings.h"
#include "store/mer-batch-store.h"

/* Few questionnaires, or all alike, may well come twice. */
#define LEAST_ROWS 20
#define LEAST_DIFFERENT 5

typedef struct
{
  const MerBatchReadings *readings;
  GHashTable             *sums;      /* gint64* batch → guint64*: of those to be compared */
  GHashTable             *different; /* fingerprints of our own batch: a set */
  gint64                  own;
} Repeat;

static guint64
fingerprint (const MerBlockRows *rows,
             guint               row,
             gint64              organization_id)
{
  guint64 hash = (guint64) organization_id + 1;

  for (guint i = 0; i < rows->n_words; i++)
    {
      hash = (hash ^ rows->answers[(gsize) row * rows->n_words + i]) *
             G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
      hash ^= hash >> 32;
    }
  return hash;
}

static gboolean
add_block_cb (gint64   batch_id,
              gint64   source_id,
              gint64   organization_id,
              GBytes  *block,
              gpointer user_data,
              GError **error)
{
  Repeat       *self = user_data;
  guint64      *sum = g_hash_table_lookup (self->sums, &batch_id);
  MerBlockRows *rows;

  if (sum == NULL)
    return TRUE;
  rows = mer_block_reading_unpack (block, mer_batch_readings_of (self->readings, batch_id), error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->n_rows; i++)
    {
      guint64 value = fingerprint (rows, i, organization_id);

      *sum += value;
      if (batch_id == self->own && g_hash_table_size (self->different) < LEAST_DIFFERENT)
        g_hash_table_add (self->different, g_memdup2 (&value, sizeof value));
    }
  mer_block_rows_free (rows);
  return TRUE;
}

/* Batches that may be the same: of as many questionnaires. */
static void
find_candidates (Repeat             *self,
                 const MerImportJob *job,
                 const GPtrArray    *batches,
                 gint64              accepted)
{
  for (guint i = 0; i < batches->len; i++)
    {
      const MerBatch *batch = batches->pdata[i];

      if (batch->id == self->own || (!batch->removed && batch->kind == MER_BATCH_SURVEY &&
                                     batch->accepted == accepted))
        g_hash_table_insert (self->sums, g_memdup2 (&batch->id, sizeof batch->id),
                             g_new0 (guint64, 1));
    }
}

static gboolean
compare (const Repeat       *self,
         const MerImportJob *job,
         GError            **error)
{
  const guint64 *own = g_hash_table_lookup (self->sums, &self->own);
  GHashTableIter iter;
  gpointer       id, sum;

  g_hash_table_iter_init (&iter, self->sums);
  while (own != NULL && g_hash_table_iter_next (&iter, &id, &sum))
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, *(const gint64 *) id);

      if (*(const gint64 *) id == self->own || *(const guint64 *) sum != *own)
        continue;
      g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_DUPLICATE_FILE,
                   _("The file “%s” has the very questionnaires of import %s: the same "
                     "organizations and answers. Nothing was imported, so that nobody is counted "
                     "twice."),
                      job->batch->file_name, number);
      return FALSE;
    }
  return TRUE;
}

gboolean
mer_survey_check_repeat (const MerImportJob *job,
                         GError            **error)
{
  g_autoptr (GHashTable) sums =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) different =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) batches = NULL;
  g_autoptr (MerBatchReadings) readings = NULL;
  Repeat self = { NULL, sums, different, job->batch->id };
  gint64 accepted = (gint64) job->result->accepted;

  if (job->options->keep_duplicates || accepted < LEAST_ROWS)
    return TRUE;
  self.readings = readings =
    mer_batch_readings_new (job->doc, job->cycle->id, job->methodology, error);
  if (readings == NULL)
    return FALSE;
  batches = mer_store_batches (job->doc, job->cycle->id, error);
  if (batches == NULL)
    return FALSE;
  find_candidates (&self, job, batches, accepted);
  if (g_hash_table_size (sums) < 2)
    return TRUE;
  if (!mer_store_foreach_block (job->doc, job->cycle->id, add_block_cb, &self, error))
    return FALSE;
  return g_hash_table_size (different) < LEAST_DIFFERENT || compare (&self, job, error);
}
