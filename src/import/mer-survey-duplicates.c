/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A set of 64-bit fingerprints of the rows of one organization: two different rows share one with
 * a probability of 2⁻⁶⁴ a pair. */

#include "config.h"

#include "import/mer-survey-duplicates.h"

#include <string.h>

#include "store/mer-batch-readings.h"
#include "store/mer-batch-store.h"

struct _MerSurveyDuplicates
{
  const MerBlockLayout *layout; /* borrowed */
  MerBatchReadings     *readings;
  GHashTable           *earlier; /* gint64* organization → GPtrArray of Earlier */
  guint64              *set;     /* 0: free */
  gsize                 room;    /* allocated; a power of two */
  gsize                 mask;    /* of the part in use */
};

typedef struct
{
  GBytes                *block;
  const MerBlockReading *reading; /* borrowed */
} Earlier;

static void
earlier_free (gpointer data)
{
  Earlier *self = data;

  g_bytes_unref (self->block);
  g_free (self);
}

static gboolean
keep_block_cb (gint64   batch_id,
               gint64   source_id,
               gint64   organization_id,
               GBytes  *block,
               gpointer user_data,
               GError **error)
{
  MerSurveyDuplicates *self = user_data;
  GHashTable          *earlier = self->earlier;
  GPtrArray           *blocks = NULL;
  Earlier             *kept = NULL;

  if (organization_id == 0)
    return TRUE;
  blocks = g_hash_table_lookup (earlier, &organization_id);
  if (blocks == NULL)
    {
      blocks = g_ptr_array_new_with_free_func (earlier_free);
      g_hash_table_insert (earlier, g_memdup2 (&organization_id, sizeof organization_id), blocks);
    }
  kept = g_new0 (Earlier, 1);
  kept->block = g_bytes_ref (block);
  kept->reading = mer_batch_readings_of (self->readings, batch_id);
  g_ptr_array_add (blocks, kept);
  return TRUE;
}

MerSurveyDuplicates *
mer_survey_duplicates_new (MerDocument          *doc,
                           gint64                cycle_id,
                           const MerMethodology *methodology,
                           const MerBlockLayout *layout,
                           GError              **error)
{
  g_autoptr (MerSurveyDuplicates) self = g_new0 (MerSurveyDuplicates, 1);

  self->layout = layout;
  self->earlier = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                         (GDestroyNotify) g_ptr_array_unref);
  self->readings = mer_batch_readings_new (doc, cycle_id, methodology, error);
  if (self->readings == NULL ||
      !mer_store_foreach_block (doc, cycle_id, keep_block_cb, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
mer_survey_duplicates_free (MerSurveyDuplicates *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->earlier);
  mer_batch_readings_free (self->readings);
  g_free (self->set);
  g_free (self);
}

static inline guint64
mix (guint64 hash,
     guint64 value)
{
  hash = (hash ^ value) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  return hash ^ hash >> 32;
}

/* 0 when the row has nothing that two respondents would not share. */
static guint64
fingerprint (const MerSurveyDuplicates *self,
             const MerBlockRow         *row)
{
  guint64 hash = 1;

  if (row->respondent != 0)
    hash = mix (2, row->respondent);
  else if (row->has_time_of_day)
    hash = mix (3, (guint64) row->time);
  else
    return 0;
  for (guint i = 0; i < self->layout->n_words; i++)
    hash = mix (hash, row->answers[i]);
  hash = mix (hash, 4);
  return hash != 0 ? hash : 1;
}

static void
reserve (MerSurveyDuplicates *self,
         gsize                n_rows)
{
  gsize room = 64;

  while (room < n_rows * 2)
    room *= 2;
  if (room > self->room)
    {
      g_free (self->set);
      self->set = g_new (guint64, room);
      self->room = room;
    }
  memset (self->set, 0, room * sizeof (guint64));
  self->mask = room - 1;
}

static gboolean
insert (MerSurveyDuplicates *self,
        guint64              value)
{
  gsize i = (gsize) value & self->mask;

  for (; self->set[i] != 0; i = (i + 1) & self->mask)
    {
      if (self->set[i] == value)
        return FALSE;
    }
  self->set[i] = value;
  return TRUE;
}

gboolean
mer_survey_duplicates_seen (MerSurveyDuplicates *self,
                            const MerBlockRow   *row)
{
  guint64 value = fingerprint (self, row);

  return value != 0 && !insert (self, value);
}

static void
remember_rows (MerSurveyDuplicates *self,
               const MerBlockRows  *rows)
{
  for (guint i = 0; i < rows->n_rows; i++)
    {
      MerBlockRow row = { rows->answers + (gsize) i * rows->n_words, rows->rows[i], rows->times[i],
                          rows->has_time_of_day[i], rows->respondents[i] };
      guint64     value = fingerprint (self, &row);

      if (value != 0)
        insert (self, value);
    }
}

gboolean
mer_survey_duplicates_begin (MerSurveyDuplicates *self,
                             gint64               organization_id,
                             guint                n_rows,
                             GError             **error)
{
  GPtrArray *blocks = g_hash_table_lookup (self->earlier, &organization_id);
  g_autoptr (GPtrArray) unpacked =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mer_block_rows_free);
  gsize n = n_rows;

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const Earlier *kept = g_ptr_array_index (blocks, i);
      MerBlockRows  *rows = mer_block_reading_unpack (kept->block, kept->reading, error);

      if (rows == NULL)
        return FALSE;
      n += rows->n_rows;
      g_ptr_array_add (unpacked, rows);
    }
  reserve (self, n);
  for (guint i = 0; i < unpacked->len; i++)
    remember_rows (self, g_ptr_array_index (unpacked, i));
  return TRUE;
}
