/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ready counts that enter the scores, in groups of one batch and organization. */
#include "config.h"

#include "store/mer-batch-counts.h"

#include <glib/gi18n.h>

#include "methodology/mer-measure.h"
#include "store/mer-query.h"

typedef struct
{
  const MerMethodology *methodology;
  MerCountsFunc         func;
  gpointer              user_data;
  gint64                batch_id; /* of the group under way */
  gint64                organization_id;
  GArray               *answers;
  GArray               *sources;
} Walk;

static void
end_group (Walk *self)
{
  if (self->answers->len > 0)
    self->func (self->organization_id, self->answers, self->sources, self->user_data);
  g_array_set_size (self->answers, 0);
  g_array_set_size (self->sources, 0);
}

static gboolean
take (Walk     *self,
      MerQuery *query,
      GError  **error)
{
  g_autofree char  *code = mer_query_text_or_empty (query, 2);
  gint64            asked = mer_query_int (query, 3);
  gint64            positive = mer_query_int (query, 4);
  MerReadyAnswer    answer = { mer_methodology_find_question (self->methodology, code), 0, 0 };
  MerEvidenceSource source = { .kind = MER_EVIDENCE_COUNTS, .question = answer.question };

  if (positive < 0 || positive > asked || asked > MER_READY_COUNT_MAX)
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_DAMAGED,
                   _("A ready count in “%s” is damaged."), query->document->name);
      return FALSE;
    }
  source.batch_id = mer_query_int (query, 0);
  source.row = mer_query_int (query, 5);
  source.n = answer.asked = (guint32) asked;
  source.positive = answer.positive = (guint32) positive;
  if (source.batch_id != self->batch_id || mer_query_int (query, 1) != self->organization_id)
    end_group (self);
  self->batch_id = source.batch_id;
  self->organization_id = mer_query_int (query, 1);
  if (answer.question < 0 || asked == 0 ||
      mer_methodology_takes_scores (self->methodology, answer.question))
    return TRUE;
  g_array_append_val (self->answers, answer);
  g_array_append_val (self->sources, source);
  return TRUE;
}

gboolean
mer_batch_counts_foreach (MerDocument          *doc,
                          gint64                cycle_id,
                          const MerMethodology *methodology,
                          MerCountsFunc         func,
                          gpointer              user_data,
                          GError              **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (MerReadyAnswer));
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (MerEvidenceSource));
  Walk walk = { methodology, func, user_data, 0, 0, answers, sources };

  if (!mer_query_prepare (&query, doc,
                          "SELECT r.batch_id, s.organization_id, r.question, r.asked, r.positive, "
                          "r.file_row FROM batch t JOIN ready_count r ON r.batch_id = t.id "
                          "JOIN source s ON s.id = r.source_id "
                          "WHERE t.cycle_id = ?1 AND t.removed = 0 AND t.counted = 1 "
                          "AND s.organization_id IS NOT NULL "
                          "ORDER BY r.batch_id, s.organization_id, r.file_row, r.question",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, cycle_id);
  while (mer_query_next (&query, error))
    {
      if (!take (&walk, &query, error))
        return FALSE;
    }
  if (!mer_query_done (&query))
    return FALSE;
  end_group (&walk);
  return TRUE;
}
