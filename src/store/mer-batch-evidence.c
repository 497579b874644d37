/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The evidence of a cycle: all blocks tallied and all checklists laid over each other, in
 * one pass over each table. Of several checklists of an organization the newest batch wins
 * an item, and only those that still win one are named as its sources. */
#include "config.h"

#include "store/mer-batch-store.h"

#include <glib/gi18n.h>

#include "store/mer-batch-checklist.h"
#include "store/mer-batch-counts.h"
#include "store/mer-batch-readings.h"
#include "store/mer-checklist-lines.h"
#include "store/mer-point-store.h"
#include "store/mer-query.h"
#include "store/mer-registry-store.h"

/* One organization while it is gathered. */
typedef struct
{
  MerEvidence *evidence;
  GArray      *lines;  /* of MerEvidenceSource: its checklists */
  guint       *winner; /* of each mark: index of its line + 1; 0: none */
} MerGathered;

typedef struct
{
  MerBatchReadings     *readings;
  const MerMethodology *methodology;
  GArray               *items;         /* of gint64 ids, ascending: the order of marks */
  GHashTable           *organizations; /* id → MerGathered */
  GPtrArray            *order;         /* of MerGathered, as they were met */
} MerGathering;

static void
gathered_free (gpointer data)
{
  MerGathered *self = data;

  g_clear_pointer (&self->evidence, mer_evidence_free);
  g_array_unref (self->lines);
  g_free (self->winner);
  g_free (self);
}

static void
gathering_clear (MerGathering *self)
{
  g_clear_pointer (&self->readings, mer_batch_readings_free);
  g_clear_pointer (&self->items, g_array_unref);
  g_clear_pointer (&self->organizations, g_hash_table_unref);
  g_clear_pointer (&self->order, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MerGathering, gathering_clear)

static MerGathered *
gather_for (MerGathering *self,
            gint64        organization_id)
{
  MerGathered *gathered = g_hash_table_lookup (self->organizations, &organization_id);

  if (gathered != NULL)
    return gathered;
  gathered = g_new0 (MerGathered, 1);
  gathered->evidence = mer_evidence_new (organization_id, self->methodology->questions->len,
                                         self->items->len);
  gathered->lines = g_array_new (FALSE, FALSE, sizeof (MerEvidenceSource));
  gathered->winner = g_new0 (guint, self->items->len + 1);
  g_ptr_array_add (self->order, gathered);
  g_hash_table_insert (self->organizations, &gathered->evidence->organization_id, gathered);
  return gathered;
}

static gboolean
load_items (MerGathering *self,
            MerDocument  *doc,
            gint64        cycle_id,
            GError      **error)
{
  g_autoptr (GPtrArray) items = mer_store_items (doc, cycle_id, error);

  if (items == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      const MerCycleItem *item = g_ptr_array_index (items, i);

      g_array_append_val (self->items, item->id);
    }
  return TRUE;
}

/* --- checklists -------------------------------------------------------------------------- */

/* Both the items and the marks of a line ascend: one walk over both. */
typedef struct
{
  const GArray *items;
  MerGathered  *gathered;
  guint         next;
} MerMarkTarget;

static void
set_mark_cb (gint64   item_id,
             MerMark  mark,
             gpointer user_data)
{
  MerMarkTarget *target = user_data;
  const gint64  *items = (const gint64 *) (gconstpointer) target->items->data;
  guint          i = target->next;

  while (i < target->items->len && items[i] < item_id)
    i++;
  target->next = i;
  if (i == target->items->len || items[i] != item_id)
    return;
  target->gathered->evidence->marks[i] = mark;
  target->gathered->winner[i] = target->gathered->lines->len;
}

static gboolean
take_line (const MerChecklistLine *line,
           gpointer                user_data)
{
  MerGathering     *self = user_data;
  MerGathered      *gathered = gather_for (self, line->organization_id);
  MerMarkTarget     target = { self->items, gathered, 0 };
  MerEvidenceSource source = { line->batch_id, 0, line->row, MER_EVIDENCE_CHECKLIST, -1, 0 };

  g_array_append_val (gathered->lines, source);
  gathered->evidence->has_checklist = TRUE;
  return mer_checklist_unpack (line->marks, line->length, set_mark_cb, &target);
}

/* Sources stand with checklists first; a line that wins no item any more is left out. */
static void
name_checklists (MerGathering *self,
                 MerGathered  *gathered)
{
  g_autofree gboolean *wins = g_new0 (gboolean, gathered->lines->len + 1);

  for (guint i = 0; i < self->items->len; i++)
    wins[gathered->winner[i]] = TRUE;
  for (guint i = 0; i < gathered->lines->len; i++)
    {
      if (wins[i + 1])
        g_array_append_val (gathered->evidence->sources,
                            g_array_index (gathered->lines, MerEvidenceSource, i));
    }
}

/* --- answers ----------------------------------------------------------------------------- */

/* Blocks of one batch that mean the same organization are one source. */
static void
name_survey (MerEvidence *evidence,
             gint64       batch_id,
             guint32      n,
             gint64       first_row)
{
  MerEvidenceSource  added = { batch_id, n, first_row, MER_EVIDENCE_SURVEY, -1, 0 };
  MerEvidenceSource *source = NULL;

  for (guint i = 0; i < evidence->sources->len; i++)
    {
      source = &g_array_index (evidence->sources, MerEvidenceSource, i);
      if (source->batch_id != batch_id || source->kind != MER_EVIDENCE_SURVEY)
        continue;
      source->n += n;
      source->row = MIN (source->row, first_row);
      return;
    }
  g_array_append_val (evidence->sources, added);
}

static gboolean
take_block (MerGathering *self,
            MerQuery     *query,
            GError      **error)
{
  g_autoptr (GBytes) block = mer_query_bytes_in_place (query, 2);
  MerEvidence *evidence = gather_for (self, mer_query_int (query, 1))->evidence;
  guint32      before = evidence->tally->n;
  gint64       batch_id = mer_query_int (query, 0);

  if (!mer_block_reading_tally (block, mer_batch_readings_of (self->readings, batch_id),
                                evidence->tally, error))
    {
      g_prefix_error (error, "“%s”: ", query->document->name);
      return FALSE;
    }
  name_survey (evidence, batch_id, evidence->tally->n - before,
               mer_block_first_row (block));
  return TRUE;
}

static gboolean
take_blocks (MerGathering *self,
             MerDocument  *doc,
             gint64        cycle_id,
             GError      **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc,
                          "SELECT b.batch_id, s.organization_id, b.data "
                          "FROM batch t JOIN block b ON b.batch_id = t.id "
                          "JOIN source s ON s.id = b.source_id "
                          "WHERE t.cycle_id = ?1 AND t.removed = 0 "
                          "AND s.organization_id IS NOT NULL "
                          "ORDER BY b.batch_id, b.source_id, b.segment",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, cycle_id);
  while (mer_query_next (&query, error))
    {
      if (!take_block (self, &query, error))
        return FALSE;
    }
  return mer_query_done (&query);
}

/* --- ready counts ------------------------------------------------------------------------ */

static void
take_counts_cb (gint64        organization_id,
                const GArray *answers,
                const GArray *sources,
                gpointer      user_data)
{
  MerGathering *self = user_data;
  MerEvidence  *evidence = gather_for (self, organization_id)->evidence;

  mer_ready_tally_add (evidence->tally, self->methodology,
                       (const MerReadyAnswer *) (gconstpointer) answers->data, answers->len);
  g_array_append_vals (evidence->sources, sources->data, sources->len);
}

/* --- points of experts ------------------------------------------------------------------- */

static void
take_point_cb (gint64                   organization_id,
               const char              *code,
               const MerRational       *value,
               const MerEvidenceSource *source,
               gpointer                 user_data)
{
  mer_evidence_set_point (gather_for (user_data, organization_id)->evidence, code, value, source);
}

/**
 * mer_store_evidence:
 * @doc: a document
 * @cycle_id: the cycle
 * @methodology: its rules
 * @error: return location
 *
 * Tallies all answers, adds the ready counts that are to enter the scores, and lays all
 * checklists of a cycle over each other, and the points of experts, too.
 *
 * Returns: (transfer full) (element-type MerEvidence): one an organization that has any,
 *   marks in the order of mer_store_items(); DAMAGED when a block is not sound
 */
GPtrArray *
mer_store_evidence (MerDocument          *doc,
                    gint64                cycle_id,
                    const MerMethodology *methodology,
                    GError              **error)
{
  g_auto (MerGathering) self = { 0 };
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  self.items = g_array_new (FALSE, FALSE, sizeof (gint64));
  self.organizations = g_hash_table_new (g_int64_hash, g_int64_equal);
  self.order = g_ptr_array_new_with_free_func (gathered_free);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_evidence_free);
  self.methodology = methodology;
  self.readings = mer_batch_readings_new (doc, cycle_id, methodology, error);
  if (self.readings == NULL || !load_items (&self, doc, cycle_id, error) ||
      !mer_checklist_each_line (doc, cycle_id, take_line, &self, error))
    return NULL;
  for (guint i = 0; i < self.order->len; i++)
    name_checklists (&self, g_ptr_array_index (self.order, i));
  if (!take_blocks (&self, doc, cycle_id, error) ||
      !mer_batch_counts_foreach (doc, cycle_id, methodology, take_counts_cb, &self, error) ||
      !mer_store_points_foreach (doc, cycle_id, take_point_cb, &self, error))
    return NULL;
  for (guint i = 0; i < self.order->len; i++)
    {
      MerGathered *gathered = g_ptr_array_index (self.order, i);

      g_ptr_array_add (list, g_steal_pointer (&gathered->evidence));
    }
  return g_steal_pointer (&list);
}
