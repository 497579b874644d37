/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The effect of other rules: the evidence that is in memory scored once more, and both tables
 * compared. Only where the questionnaire differs are the answers counted again. */

#include "config.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "app/mer-what-if.h"
#include "methodology/mer-methodology-edit.h"
#include "store/mer-block.h"

/* In percent of the maximum. (transfer full) */
static MerRational
percent (const MerScoreTable *table,
         const MerRational   *total)
{
  g_auto (MerRational) hundred = mer_rational_new (100, 1);
  g_auto (MerRational) product = mer_rational_mul (total, &hundred);

  return mer_rational_div (&product, &table->methodology->maximum);
}

static void
compare_row (MerWhatIf    *self,
             MerWhatIfRow *row)
{
  gboolean had = row->before != NULL && row->before->total.defined;
  gboolean has = row->after->total.defined;

  self->n_undefined += had && !has;
  self->n_defined += has && !had;
  row->has_change = had && has;
  if (!row->has_change)
    return;
  if (self->same_scale)
    row->change = mer_rational_sub (&row->after->total.value, &row->before->total.value);
  if (!self->same_scale)
    {
      g_auto (MerRational) before = percent (self->before, &row->before->total.value);
      g_auto (MerRational) after = percent (self->after, &row->after->total.value);

      row->change = mer_rational_sub (&after, &before);
    }
  self->n_changed += !mer_rational_is_zero (&row->change);
  if (row->before->rank > 0 && row->after->rank > 0)
    row->places = (int) row->before->rank - (int) row->after->rank;
  self->n_moved += row->places != 0;
}

static int
compare_changes (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const MerWhatIf    *self = user_data;
  const guint        *first = a;
  const guint        *second = b;
  const MerWhatIfRow *one = &self->rows[*first];
  const MerWhatIfRow *other = &self->rows[*second];
  int                 order = mer_rational_cmp (&other->change, &one->change);

  return order != 0 ? order : (*first > *second) - (*first < *second);
}

static void
sort_changes (MerWhatIf *self)
{
  MerRational zero = MER_RATIONAL_ZERO;

  self->by_change = g_new (guint, MAX (self->n_rows, 1));
  for (guint i = 0; i < self->n_rows; i++)
    {
      int sign = 0;

      if (!self->rows[i].has_change)
        continue;
      self->by_change[self->n_by_change++] = i;
      sign = mer_rational_cmp (&self->rows[i].change, &zero);
      self->n_gains += sign > 0;
      self->n_losses += sign < 0;
    }
  g_qsort_with_data (self->by_change, (int) self->n_by_change, sizeof (guint), compare_changes,
                     self);
}

/**
 * mer_what_if_new:
 * @in_force: a cycle's scores
 * @rules: other rules, without errors
 * @evidence: (nullable) (element-type MerEvidence): of the cycle in terms of @rules; %NULL: that
 *   of @in_force
 *
 * Pure. Any thread.
 *
 * Returns: (transfer full): the scores under both
 */
MerWhatIf *
mer_what_if_new (MerScoreTable  *in_force,
                 MerMethodology *rules,
                 GPtrArray      *evidence)
{
  g_autoptr (GPtrArray) items = mer_items_under (in_force->items, rules);
  MerWhatIf *self = g_new0 (MerWhatIf, 1);

  self->before = mer_score_table_ref (in_force);
  self->after = mer_score_table_new (rules, in_force->organizations, items,
                                     evidence != NULL ? evidence : in_force->evidence);
  self->same_scale =
    mer_rational_cmp (&in_force->methodology->maximum, &rules->maximum) == 0;
  self->n_rows = self->after->n_rows;
  self->rows = g_new0 (MerWhatIfRow, MAX (self->n_rows, 1));
  for (guint i = 0; i < self->n_rows; i++)
    {
      MerWhatIfRow *row = &self->rows[i];

      row->after = &self->after->rows[i];
      row->before = mer_score_table_find (in_force, row->after->organization->id);
      compare_row (self, row);
    }
  sort_changes (self);
  return self;
}

/**
 * mer_what_if_needs_evidence:
 * @in_force: the rules that answers were counted by
 * @rules: other rules
 *
 * Any thread.
 *
 * Returns: whether the counts would be others
 */
gboolean
mer_what_if_needs_evidence (const MerMethodology *in_force,
                            const MerMethodology *rules)
{
  g_autofree MerBlockReading *reading = g_new0 (MerBlockReading, 1);

  if (!mer_block_reading_init (reading, in_force, rules, NULL) || !reading->is_same)
    return TRUE;
  for (guint q = 0; q < reading->wanted.n_questions; q++)
    {
      if (reading->packed.questions[q].filter != reading->wanted.questions[q].filter ||
          reading->packed.questions[q].passing != reading->wanted.questions[q].passing)
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_sound (const MerMethodology *rules,
             GError              **error)
{
  g_autoptr (GPtrArray) problems = mer_methodology_problems (rules);

  for (guint i = 0; i < problems->len; i++)
    {
      const MerMethodologyProblem *problem = g_ptr_array_index (problems, i);

      if (!problem->is_error)
        continue;
      g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID, problem->text);
      return FALSE;
    }
  return TRUE;
}

/**
 * mer_what_if_for:
 * @doc: a document of the calling thread
 * @results: a cycle of it, scored by the rules in force
 * @rules: other rules
 * @error: the first error of @rules, or a failure of the store
 *
 * Returns: (transfer full): the scores under both; %NULL and error when they cannot be made
 */
MerWhatIf *
mer_what_if_for (MerDocument    *doc,
                 MerResults     *results,
                 MerMethodology *rules,
                 GError        **error)
{
  g_autoptr (GPtrArray) evidence = NULL;

  if (!check_sound (rules, error))
    return NULL;
  if (mer_what_if_needs_evidence (results->scores->methodology, rules))
    {
      evidence = mer_store_evidence (doc, results->cycle->id, rules, error);
      if (evidence == NULL)
        return NULL;
    }
  return mer_what_if_new (results->scores, rules, evidence);
}

void
mer_what_if_free (MerWhatIf *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_rows; i++)
    mer_rational_clear (&self->rows[i].change);
  g_free (self->rows);
  g_free (self->by_change);
  mer_score_table_unref (self->before);
  mer_score_table_unref (self->after);
  g_free (self);
}
