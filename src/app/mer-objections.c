/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an objection changes: the mark that it is about, in the same action, and the score, which
 * is calculated before and after from the document itself and never typed in. */

#include "config.h"

#include "app/mer-objections.h"

#include <glib/gi18n.h>

/* The score of a code in a row; NULL when there is no such code. */
static const MerScore *
find_score (const MerScoreTable *table,
            const MerScoreRow   *row,
            const char          *code)
{
  g_autoptr (GPtrArray) indicators = mer_methodology_indicators (table->methodology);

  if (g_str_equal (code, "S"))
    return &row->total;
  for (guint i = 0; i < table->n_criteria; i++)
    {
      const MerCriterion *criterion = g_ptr_array_index (table->methodology->criteria, i);

      if (g_str_equal (criterion->code, code))
        return &row->criteria[i];
    }
  for (guint i = 0; i < indicators->len; i++)
    {
      const MerIndicator *indicator = g_ptr_array_index (indicators, i);

      if (g_str_equal (indicator->code, code))
        return &row->indicators[i];
    }
  return NULL;
}

/* The score as it is now; *text is NULL where it is undefined. */
static gboolean
read_score (MerDocument        *doc,
            const MerObjection *objection,
            char              **text,
            GError            **error)
{
  g_autoptr (MerResults) results =
    mer_results_load (doc, objection->cycle_id, MER_RESULTS_AS_RULED, error);
  const MerScoreRow *row = NULL;
  const MerScore    *score = NULL;

  if (results == NULL)
    return FALSE;
  row = mer_score_table_find (results->scores, objection->organization_id);
  if (row == NULL)
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                   _("The organization does not take part in the cycle “%s”."),
                      results->cycle->title);
      return FALSE;
    }
  score = find_score (results->scores, row, objection->subject);
  if (score == NULL)
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                   _("The methodology has no score “%s”."), objection->subject);
      return FALSE;
    }
  *text = score->defined ? mer_rational_to_string (&score->value) : NULL;
  return TRUE;
}

/**
 * mer_objection_enter:
 * @doc: a document with an action under way
 * @objection: a new one; gets its id and the score before
 * @error: INVALID with a sentence, or a failure of the store
 *
 * Returns: whether it was stored
 */
gboolean
mer_objection_enter (MerDocument  *doc,
                     MerObjection *objection,
                     GError      **error)
{
  g_clear_pointer (&objection->before, g_free);
  return read_score (doc, objection, &objection->before, error) &&
         mer_store_save_objection (doc, objection, error);
}

static const MerCycleItem *
find_item (const MerMarkTable *marks,
           gint64              id)
{
  for (guint i = 0; i < marks->items->len; i++)
    {
      const MerCycleItem *item = g_ptr_array_index (marks->items, i);

      if (item->id == id)
        return item;
    }
  return NULL;
}

static gboolean
check_mark (const MerObjection         *objection,
            const MerObjectionDecision *decision,
            GError                    **error)
{
  const char *problem = NULL;

  if (!decision->set_mark)
    return TRUE;
  if (objection->item_id == 0)
    problem = _("The objection is about no mark of a checklist: no mark can be changed by it.");
  else if (decision->state != MER_OBJECTION_ACCEPTED && decision->state != MER_OBJECTION_PARTLY)
    problem = _("A mark is changed only by an objection that is accepted.");
  if (problem != NULL)
    g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID, problem);
  return problem == NULL;
}

static gboolean
change_mark (MerDocument                *doc,
             const MerObjection         *objection,
             const MerObjectionDecision *decision,
             GError                    **error)
{
  g_autoptr (MerMarkTable) marks = NULL;
  MerMarkChange change = { objection->organization_id, NULL, decision->mark };

  if (!decision->set_mark)
    return TRUE;
  marks = mer_store_mark_table (doc, objection->cycle_id, error);
  if (marks == NULL)
    return FALSE;
  change.item = find_item (marks, objection->item_id);
  if (change.item == NULL)
    {
      g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                           _("The item that the objection is about is not in the checklist any "
                             "more."));
      return FALSE;
    }
  return mer_store_set_marks (doc, objection->cycle_id, &change, 1, NULL, error);
}

/**
 * mer_objection_decide:
 * @doc: a document with an action under way
 * @decision: what is decided
 * @error: INVALID with a sentence, NOT_FOUND, or a failure of the store
 *
 * Returns: whether the decision, the mark and the score after it are stored
 */
gboolean
mer_objection_decide (MerDocument                *doc,
                      const MerObjectionDecision *decision,
                      GError                    **error)
{
  g_autoptr (MerObjection) objection = mer_store_objection (doc, decision->objection_id, error);

  if (objection == NULL || !check_mark (objection, decision, error))
    return FALSE;
  g_free (objection->decision);
  g_free (objection->decided);
  objection->state = decision->state;
  objection->decision = g_strdup (decision->decision);
  objection->decided = g_strdup (decision->day);
  g_clear_pointer (&objection->after, g_free);
  /* written first: a cycle that is approved refuses in the words of objections */
  if (!mer_store_save_objection (doc, objection, error) ||
      !change_mark (doc, objection, decision, error))
    return FALSE;
  if (decision->state == MER_OBJECTION_OPEN)
    return TRUE;
  return read_score (doc, objection, &objection->after, error) &&
         mer_store_save_objection (doc, objection, error);
}
