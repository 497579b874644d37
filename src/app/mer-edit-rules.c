/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Editing the rules of a cycle. The draft lives in the document, so that nothing is unsaved and
 * undo takes back an edit; what is in force changes only when the draft is applied, as a new
 * version that only this cycle is bound to. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/mer-change-rules.h"
#include "app/mer-edit-rules.h"
#include "methodology/mer-methodology-edit.h"
#include "methodology/mer-methodology-xml.h"
#include "store/mer-registry-store.h"

/* The cycle that is meant, and what its draft is filed under. */
static gboolean
find_cycle (MerDocument *document,
            gint64       cycle_id,
            MerCycle   **cycle,
            gint64      *key,
            GError     **error)
{
  if (!mer_store_find_cycle (document, cycle_id, cycle, error))
    return FALSE;
  *key = *cycle != NULL ? (*cycle)->id : 0;
  return TRUE;
}

static gint64
version_in_force (MerDocument    *document,
                  const MerCycle *cycle)
{
  return cycle != NULL ? cycle->methodology_id : mer_store_latest_methodology_id (document);
}

static gboolean
not_edited (GError **error)
{
  g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                       _("The rules of this cycle are not being edited."));
  return FALSE;
}

/**
 * mer_edit_rules_find:
 * @document: a document
 * @cycle_id: a cycle, 0 for the latest, or for the next one where there is none yet
 * @draft: (out) (transfer full) (nullable): what is being edited; %NULL when nothing is
 * @error: a failure of the store
 *
 * Returns: whether it could be told
 */
gboolean
mer_edit_rules_find (MerDocument    *document,
                     gint64          cycle_id,
                     MerRulesDraft **draft,
                     GError        **error)
{
  g_autoptr (MerCycle) cycle = NULL;
  gint64 key = 0;

  *draft = NULL;
  return find_cycle (document, cycle_id, &cycle, &key, error) &&
         mer_store_find_draft (document, key, draft, error);
}

/**
 * mer_edit_rules_begin:
 * @document: a document with an action under way
 * @cycle_id: a cycle, 0 for the latest, or for the next one where there is none yet
 * @error: INVALID when its rules are being edited already, or a failure of the store
 *
 * Returns: whether there is a draft now, the same as the version in force
 */
gboolean
mer_edit_rules_begin (MerDocument *document,
                      gint64       cycle_id,
                      GError     **error)
{
  g_autoptr (MerCycle) cycle = NULL;
  g_autoptr (MerMethodology) methodology = NULL;
  MerRulesDraft draft = { 0 };

  if (!find_cycle (document, cycle_id, &cycle, &draft.cycle_id, error))
    return FALSE;
  if (mer_store_has_draft (document, draft.cycle_id))
    {
      g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                           _("The rules of this cycle are being edited already."));
      return FALSE;
    }
  draft.base_id = version_in_force (document, cycle);
  methodology = mer_store_methodology (document, draft.base_id, error);
  draft.methodology = methodology;
  return methodology != NULL && mer_store_save_draft (document, &draft, error);
}

/**
 * mer_edit_rules_change:
 * @document: a document with an action under way
 * @cycle_id: a cycle, 0 for the latest, or for the next one where there is none yet
 * @methodology: what the draft is from now on; it may have problems
 * @error: a failure of the store
 *
 * Begins a draft where there is none.
 *
 * Returns: whether the draft was written
 */
gboolean
mer_edit_rules_change (MerDocument    *document,
                       gint64          cycle_id,
                       MerMethodology *methodology,
                       GError        **error)
{
  g_autoptr (MerCycle) cycle = NULL;
  MerRulesDraft draft = { .methodology = methodology };

  if (!find_cycle (document, cycle_id, &cycle, &draft.cycle_id, error))
    return FALSE;
  draft.base_id = version_in_force (document, cycle);
  return mer_store_save_draft (document, &draft, error);
}

/**
 * mer_edit_rules_drop:
 * @document: a document with an action under way
 * @cycle_id: a cycle, 0 for the latest, or for the next one where there is none yet
 * @error: NOT_FOUND when nothing is being edited, or a failure of the store
 *
 * Returns: whether the draft is gone
 */
gboolean
mer_edit_rules_drop (MerDocument *document,
                     gint64       cycle_id,
                     GError     **error)
{
  g_autoptr (MerCycle) cycle = NULL;
  gint64 key = 0;

  return find_cycle (document, cycle_id, &cycle, &key, error) &&
         mer_store_delete_draft (document, key, error);
}

static gboolean
check_reason (const MerCycle *cycle,
              const char     *reason,
              GError        **error)
{
  if (cycle == NULL || !cycle->approved || (reason != NULL && *reason != '\0'))
    return TRUE;
  g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                       _("The results of this cycle are approved. Give the reason for "
                         "changing its rules."));
  return FALSE;
}

static const MerMethodologyProblem *
first_error (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const MerMethodologyProblem *problem = g_ptr_array_index (problems, i);

      if (problem->is_error)
        return problem;
    }
  return NULL;
}

/* A version is what can be read again by everyone: the draft without its leniency. */
static gboolean
check_sound (const MerMethodology *methodology,
             GError              **error)
{
  g_autoptr (GPtrArray) problems = mer_methodology_problems (methodology);
  const MerMethodologyProblem *problem = first_error (problems);
  g_autofree char             *xml = mer_methodology_to_xml (methodology);
  g_autoptr (MerMethodology) strict = NULL;

  if (problem != NULL)
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID, "%s %s",
                   _("The rules cannot be put in force yet."), problem->text);
      return FALSE;
    }
  strict = mer_methodology_from_xml (xml, strlen (xml), methodology->title, error);
  if (strict == NULL)
    g_prefix_error (error, "%s ", _("The rules cannot be put in force yet."));
  return strict != NULL;
}

static gboolean
check_differs (MerDocument         *document,
               const MerRulesDraft *draft,
               const MerCycle      *cycle,
               GError             **error)
{
  g_autoptr (MerMethodology) base = NULL;
  g_autofree char *ours = mer_methodology_to_xml (draft->methodology);
  g_autofree char *theirs = NULL;

  base = mer_store_methodology (document, version_in_force (document, cycle), error);
  if (base == NULL)
    return FALSE;
  theirs = mer_methodology_to_xml (base);
  if (!g_str_equal (ours, theirs))
    return TRUE;
  g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                       _("Nothing differs from the rules in force."));
  return FALSE;
}

static gboolean
check (MerDocument    *document,
       const MerCycle *cycle,
       gint64          key,
       const char     *reason,
       MerRulesDraft **draft,
       GError        **error)
{
  if (!mer_store_find_draft (document, key, draft, error))
    return FALSE;
  if (*draft == NULL)
    return not_edited (error);
  return check_sound ((*draft)->methodology, error) &&
         check_differs (document, *draft, cycle, error) && check_reason (cycle, reason, error);
}

/**
 * mer_edit_rules_may_apply:
 * @document: a document
 * @cycle_id: a cycle, 0 for the latest, or for the next one where there is none yet
 * @reason: (nullable): why the rules change
 * @error: what is in the way: the draft has errors or differs in nothing, or the results are
 *   approved and no reason is given
 *
 * Returns: whether mer_edit_rules_apply() would take the draft
 */
gboolean
mer_edit_rules_may_apply (MerDocument *document,
                          gint64       cycle_id,
                          const char  *reason,
                          GError     **error)
{
  g_autoptr (MerCycle) cycle = NULL;
  g_autoptr (MerRulesDraft) draft = NULL;
  gint64 key = 0;

  return find_cycle (document, cycle_id, &cycle, &key, error) &&
         check (document, cycle, key, reason, &draft, error);
}

/**
 * mer_edit_rules_apply:
 * @document: a document with an action under way
 * @cycle_id: a cycle, 0 for the latest, or for the next one where there is none yet
 * @reason: (nullable): why the rules change; required when the results are approved
 * @decision: (nullable): the council's decision in words
 * @error: as of mer_edit_rules_may_apply(), or a failure of the store
 *
 * Returns: whether the cycle is bound to a new version made of the draft, which is gone
 */
gboolean
mer_edit_rules_apply (MerDocument *document,
                      gint64       cycle_id,
                      const char  *reason,
                      const char  *decision,
                      GError     **error)
{
  g_autoptr (MerCycle) cycle = NULL;
  g_autoptr (MerRulesDraft) draft = NULL;
  gint64 key = 0;

  return find_cycle (document, cycle_id, &cycle, &key, error) &&
         check (document, cycle, key, reason, &draft, error) &&
         mer_store_delete_draft (document, key, error) &&
         mer_change_methodology_by (document, cycle_id, draft->methodology, reason, decision,
                                    error);
}
