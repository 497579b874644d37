/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ready counts, values and points typed in: found by organization and not by spelling, so that
 * merged organizations and corrected matches leave one row of a source and not two. */
#include "config.h"

#include "store/mer-evidence-typed.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-rational.h"
#include "methodology/mer-measure.h"
#include "store/mer-batch-store.h"
#include "store/mer-evidence-store.h"
#include "store/mer-point-store.h"
#include "store/mer-registry-private.h"
#include "store/mer-registry-store.h"
#include "store/mer-store-error.h"

/* The kinds differ in table and key. */
typedef struct
{
  MerBatchKind kind;
  const char  *remove_row; /* ?1 batch, ?2 organization, ?3 key */
  const char  *count_rows; /* ?1 batch */
  gboolean     scored;     /* approved results keep it as it is */
} Kind;

static const Kind counts = {
  MER_BATCH_COUNTS,
  "DELETE FROM ready_count WHERE batch_id = ?1 AND question = ?3 AND source_id IN "
  "(SELECT id FROM source WHERE organization_id = ?2)",
  "SELECT count (*) FROM ready_count WHERE batch_id = ?1",
  TRUE,
};

static const Kind values = {
  MER_BATCH_VALUES,
  "DELETE FROM ready_value WHERE batch_id = ?1 AND code = ?3 AND source_id IN "
  "(SELECT id FROM source WHERE organization_id = ?2)",
  "SELECT count (*) FROM ready_value WHERE batch_id = ?1",
  FALSE,
};

static const Kind points = {
  MER_BATCH_POINTS,
  "DELETE FROM expert_point WHERE batch_id = ?1 AND code = ?3 AND source_id IN "
  "(SELECT id FROM source WHERE organization_id = ?2)",
  "SELECT count (*) FROM expert_point WHERE batch_id = ?1",
};

/* --- batches ----------------------------------------------------------------------------- */

/* (element-type MerBatch): typed in, not removed, of the source (NULL: of any). */
static GPtrArray *
find_batches (MerDocument *doc,
              gint64       cycle_id,
              const Kind  *kind,
              const char  *source,
              GError     **error)
{
  g_autoptr (GPtrArray) all = mer_store_batches (doc, cycle_id, error);
  GPtrArray *found = NULL;

  if (all == NULL)
    return NULL;
  found = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_batch_unref);
  for (guint i = 0; i < all->len; i++)
    {
      MerBatch *batch = all->pdata[i];

      if (batch->kind == kind->kind && batch->file_name == NULL && !batch->removed &&
          (source == NULL || g_strcmp0 (batch->source, source) == 0))
        g_ptr_array_add (found, mer_batch_ref (batch));
    }
  return found;
}

static MerBatch *
ensure_batch (MerDocument *doc,
              gint64       cycle_id,
              const Kind  *kind,
              const char  *source,
              GError     **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (source != NULL ? source : ""));
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (MerBatch) batch = NULL;

  if (*stripped == '\0')
    {
      mer_store_refuse (error, MER_STORE_ERROR_INVALID,
                        _("What is typed in needs a source: where it is from."));
      return NULL;
    }
  found = find_batches (doc, cycle_id, kind, stripped, error);
  if (found == NULL)
    return NULL;
  if (found->len > 0)
    return mer_batch_ref (found->pdata[0]);
  batch = mer_batch_new (kind->kind);
  batch->cycle_id = cycle_id;
  batch->source = g_steal_pointer (&stripped);
  batch->imported_at = g_get_real_time () / G_USEC_PER_SEC;
  batch->who = g_strdup (g_get_user_name ());
  batch->mapping = g_strdup ("");
  return mer_store_save_batch (doc, batch, error) ? g_steal_pointer (&batch) : NULL;
}

static gboolean
count_rows (MerDocument *doc,
            const Kind  *kind,
            gint64       batch_id,
            gint64      *n,
            GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  *n = 0;
  if (!mer_query_prepare (&query, doc, kind->count_rows, error))
    return FALSE;
  mer_query_bind_int (&query, 1, batch_id);
  if (!mer_query_next (&query, error))
    return FALSE;
  *n = mer_query_int (&query, 0);
  return TRUE;
}

/* The batch says how many rows it has; without any it goes. */
static gboolean
settle_batch (MerDocument *doc,
              const Kind  *kind,
              MerBatch    *batch,
              GError     **error)
{
  if (!count_rows (doc, kind, batch->id, &batch->accepted, error) ||
      !mer_store_save_batch (doc, batch, error))
    return FALSE;
  return batch->accepted > 0 || mer_store_remove_batch (doc, batch->id, error);
}

/* --- rows -------------------------------------------------------------------------------- */

static gboolean
remove_row (MerDocument *doc,
            const Kind  *kind,
            gint64       batch_id,
            gint64       organization_id,
            const char  *key,
            GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc, kind->remove_row, error))
    return FALSE;
  mer_query_bind_int (&query, 1, batch_id);
  mer_query_bind_int (&query, 2, organization_id);
  mer_query_bind_text (&query, 3, key);
  return mer_query_run (&query, error);
}

static gboolean
require_open (MerDocument *doc,
              const Kind  *kind,
              gint64       cycle_id,
              GError     **error)
{
  return mer_document_require_action (doc, error) &&
         (!kind->scored || mer_registry_require_unapproved (doc, cycle_id, error));
}

static gboolean
remove_rows (MerDocument *doc,
             const Kind  *kind,
             gint64       cycle_id,
             gint64       organization_id,
             const char  *key,
             const char  *source,
             GError     **error)
{
  g_autoptr (GPtrArray) batches = NULL;
  gboolean any = FALSE;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!require_open (doc, kind, cycle_id, error))
    return FALSE;
  batches = find_batches (doc, cycle_id, kind, source, error);
  for (guint i = 0; batches != NULL && i < batches->len; i++)
    {
      MerBatch *batch = batches->pdata[i];
      gint64    before = 0, after = 0;

      if (!count_rows (doc, kind, batch->id, &before, error) ||
          !remove_row (doc, kind, batch->id, organization_id, key, error) ||
          !count_rows (doc, kind, batch->id, &after, error))
        return FALSE;
      if (after == before)
        continue;
      any = TRUE;
      if (!settle_batch (doc, kind, batch, error))
        return FALSE;
    }
  if (batches == NULL || any)
    return any;
  return mer_store_refuse (error, MER_STORE_ERROR_NOT_FOUND,
                           _("Nothing of the kind was typed in. What came from a file goes with "
                             "its import."));
}

/* The batch of the source, without the row that is to be replaced, and the spelling for the new,
 * which the caller writes. */
static MerBatch *
begin_row (MerDocument *doc,
           const Kind  *kind,
           gint64       cycle_id,
           gint64       organization_id,
           const char  *key,
           const char  *source,
           gint64      *source_id,
           GError     **error)
{
  g_autoptr (MerBatch) batch = ensure_batch (doc, cycle_id, kind, source, error);

  if (batch == NULL || !remove_row (doc, kind, batch->id, organization_id, key, error))
    return NULL;
  *source_id = mer_store_typed_source (doc, organization_id, error);
  return *source_id != 0 ? g_steal_pointer (&batch) : NULL;
}

static MerMethodology *
methodology_of (MerDocument *doc,
                gint64       cycle_id,
                GError     **error)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, cycle_id, error);

  return cycle != NULL ? mer_store_methodology (doc, cycle->methodology_id, error) : NULL;
}

/* --- counts ------------------------------------------------------------------------------ */

static gboolean
check_question (MerDocument *doc,
                gint64       cycle_id,
                const char  *question,
                GError     **error)
{
  g_autoptr (MerMethodology) methodology = methodology_of (doc, cycle_id, error);

  int index = -1;

  if (methodology == NULL)
    return FALSE;
  index = mer_methodology_find_question (methodology, question);
  if (index < 0)
    return mer_store_refuse (error, MER_STORE_ERROR_INVALID,
                             _("The methodology has no question “%s”."), question);
  return !mer_methodology_takes_scores (methodology, index) ||
         mer_store_refuse (error, MER_STORE_ERROR_INVALID,
                           _("Of the question “%s” the mean score counts: how many answered "
                             "positively does not tell it."),
                              question);
}

/**
 * mer_store_set_typed_count:
 * @doc: a document with an action under way
 * @cycle_id: the cycle
 * @count: what was counted
 * @error: return location
 *
 * Returns: whether it was written; INVALID when it cannot be
 */
gboolean
mer_store_set_typed_count (MerDocument         *doc,
                           gint64               cycle_id,
                           const MerTypedCount *count,
                           GError             **error)
{
  g_autofree char *question = g_strdup (count->question);
  g_autoptr (MerBatch) batch = NULL;
  MerReadyCount row = {
    .question = question,
    .asked = count->asked,
    .positive = count->positive,
  };

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!require_open (doc, &counts, cycle_id, error) ||
      !check_question (doc, cycle_id, question, error))
    return FALSE;
  batch = begin_row (doc, &counts, cycle_id, count->organization_id, question, count->source,
                     &row.source_id, error);
  if (batch == NULL)
    return FALSE;
  row.batch_id = batch->id;
  return mer_store_add_ready_count (doc, &row, error) && settle_batch (doc, &counts, batch, error);
}

/**
 * mer_store_remove_typed_count:
 * @doc: a document with an action under way
 * @cycle_id: the cycle
 * @organization_id: whose
 * @question: code of the question
 * @source: (nullable): of which source; %NULL: of all
 * @error: return location
 *
 * Returns: whether it was removed; NOT_FOUND when it was not typed in
 */
gboolean
mer_store_remove_typed_count (MerDocument *doc,
                              gint64       cycle_id,
                              gint64       organization_id,
                              const char  *question,
                              const char  *source,
                              GError     **error)
{
  return remove_rows (doc, &counts, cycle_id, organization_id, question, source, error);
}

/* --- values ------------------------------------------------------------------------------ */

static gboolean
knows_code (const MerMethodology *methodology,
            const char           *code)
{
  for (guint i = 0; i < methodology->criteria->len; i++)
    {
      const MerCriterion *criterion = methodology->criteria->pdata[i];

      if (strcmp (criterion->code, code) == 0)
        return TRUE;
      for (guint j = 0; j < criterion->indicators->len; j++)
        if (strcmp (((MerIndicator *) criterion->indicators->pdata[j])->code, code) == 0)
          return TRUE;
      for (guint j = 0; j < criterion->calculated->len; j++)
        if (strcmp (((MerCalculated *) criterion->calculated->pdata[j])->code, code) == 0)
          return TRUE;
    }
  return strcmp (code, "S") == 0;
}

static gboolean
check_code (MerDocument *doc,
            gint64       cycle_id,
            const char  *code,
            GError     **error)
{
  g_autoptr (MerMethodology) methodology = methodology_of (doc, cycle_id, error);

  if (methodology == NULL)
    return FALSE;
  return knows_code (methodology, code) ||
         mer_store_refuse (error, MER_STORE_ERROR_INVALID,
                           _("“%s” is no indicator, no criterion and not S."), code);
}

/**
 * mer_store_set_typed_value:
 * @doc: a document with an action under way
 * @cycle_id: the cycle
 * @value: what the operator says
 * @error: return location
 *
 * It enters no score, so that approved results do not keep it out.
 *
 * Returns: whether it was written; INVALID when it is no decimal or its code is unknown
 */
gboolean
mer_store_set_typed_value (MerDocument         *doc,
                           gint64               cycle_id,
                           const MerTypedValue *value,
                           GError             **error)
{
  g_autofree char *code = g_strdup (value->code);
  g_autofree char *text = g_strdup (value->value);
  g_autoptr (MerBatch) batch = NULL;
  MerReadyValue row = { .code = code, .value = text };

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!require_open (doc, &values, cycle_id, error) || !check_code (doc, cycle_id, code, error))
    return FALSE;
  batch = begin_row (doc, &values, cycle_id, value->organization_id, code, value->source,
                     &row.source_id, error);
  if (batch == NULL)
    return FALSE;
  row.batch_id = batch->id;
  return mer_store_add_ready_value (doc, &row, error) && settle_batch (doc, &values, batch, error);
}

/**
 * mer_store_remove_typed_value:
 * @doc: a document with an action under way
 * @cycle_id: the cycle
 * @organization_id: whose
 * @code: of the value
 * @source: (nullable): of which source; %NULL: of all
 * @error: return location
 *
 * Returns: whether it was removed; NOT_FOUND when it was not typed in
 */
gboolean
mer_store_remove_typed_value (MerDocument *doc,
                              gint64       cycle_id,
                              gint64       organization_id,
                              const char  *code,
                              const char  *source,
                              GError     **error)
{
  return remove_rows (doc, &values, cycle_id, organization_id, code, source, error);
}

/* --- points ------------------------------------------------------------------------------ */

static gboolean
check_point (MerDocument         *doc,
             gint64               cycle_id,
             const MerTypedValue *value,
             GError             **error)
{
  g_autoptr (MerMethodology) methodology = methodology_of (doc, cycle_id, error);
  const MerIndicator *indicator = NULL;
  g_autofree char    *limit = NULL;
  g_auto (MerRational) given = MER_RATIONAL_ZERO;

  if (methodology == NULL)
    return FALSE;
  indicator = mer_methodology_find_indicator (methodology, value->code);
  if (indicator == NULL || !mer_indicator_is_typed (indicator))
    return mer_store_refuse (error, MER_STORE_ERROR_INVALID,
                             _("“%s” is no indicator that an expert gives points."), value->code);
  limit = mer_rational_to_string (mer_indicator_typed_limit (indicator));
  return !mer_rational_parse (value->value, &given) ||
         mer_rational_cmp (&given, mer_indicator_typed_limit (indicator)) <= 0 ||
         mer_store_refuse (error, MER_STORE_ERROR_INVALID,
                           _("Indicator %s takes no more than %s."), indicator->code, limit);
}

/**
 * mer_store_set_typed_point:
 * @doc: a document with an action under way
 * @cycle_id: the cycle
 * @value: what the expert gave; its code is an indicator's
 * @error: return location
 *
 * Returns: whether it was written; INVALID when it cannot be
 */
gboolean
mer_store_set_typed_point (MerDocument         *doc,
                           gint64               cycle_id,
                           const MerTypedValue *value,
                           GError             **error)
{
  g_autofree char *code = g_strdup (value->code);
  g_autofree char *text = g_strdup (value->value);
  g_autoptr (MerBatch) batch = NULL;
  MerReadyValue row = { .code = code, .value = text };

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error) ||
      !mer_registry_require_unapproved (doc, cycle_id, error) ||
      !check_point (doc, cycle_id, value, error))
    return FALSE;
  batch = begin_row (doc, &points, cycle_id, value->organization_id, code, value->source,
                     &row.source_id, error);
  if (batch == NULL)
    return FALSE;
  row.batch_id = batch->id;
  return mer_store_add_expert_point (doc, &row, error) &&
         settle_batch (doc, &points, batch, error);
}

/**
 * mer_store_remove_typed_point:
 * @doc: a document with an action under way
 * @cycle_id: the cycle
 * @organization_id: whose
 * @code: of the indicator
 * @source: (nullable): of which source; %NULL: of all
 * @error: return location
 *
 * Returns: whether it was removed; NOT_FOUND when it was not typed in
 */
gboolean
mer_store_remove_typed_point (MerDocument *doc,
                              gint64       cycle_id,
                              gint64       organization_id,
                              const char  *code,
                              const char  *source,
                              GError     **error)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  return mer_document_require_action (doc, error) &&
         mer_registry_require_unapproved (doc, cycle_id, error) &&
         remove_rows (doc, &points, cycle_id, organization_id, code, source, error);
}
