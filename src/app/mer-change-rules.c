/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deciding the open readings of the rules. Versions of a methodology are immutable rows, so
 * a decision adds one and binds the cycle to it; the old version and its scores stay. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-change-rules.h"
#include "store/mer-draft-store.h"
#include "store/mer-registry-store.h"

static MerMethodology *
with_policies (MerMethodology *methodology,
               GHashTable     *policies,
               GError        **error)
{
  g_autoptr (MerMethodology) result = mer_methodology_ref (methodology);
  GHashTableIter iter;
  gpointer       key = NULL;
  gpointer       value = NULL;

  g_hash_table_iter_init (&iter, policies);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_autoptr (MerMethodology) next =
        mer_methodology_with_policy (result, key, value, error);

      if (next == NULL)
        return NULL;
      mer_methodology_unref (result);
      result = g_steal_pointer (&next);
    }
  return g_steal_pointer (&result);
}

static gboolean
may_change (const MerCycle *cycle,
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

static gboolean
bind_cycle (MerDocument    *document,
            const MerCycle *cycle,
            gint64          methodology_id,
            GError        **error)
{
  g_autoptr (MerCycle) changed = mer_cycle_new (cycle->title, cycle->year);

  changed->id = cycle->id;
  changed->methodology_id = methodology_id;
  changed->operator_name = g_strdup (cycle->operator_name);
  changed->approved = cycle->approved;
  return mer_store_save_cycle (document, changed, error);
}

/* Once there is a checklist its grid shows what the rules ask for now. */
static gboolean
bring_up_items (MerDocument          *document,
                gint64                cycle_id,
                const MerMethodology *methodology,
                GError              **error)
{
  g_autoptr (GPtrArray) items = mer_store_items (document, cycle_id, error);

  return items != NULL && (items->len == 0 || mer_store_ensure_items (document, cycle_id,
                                                                      methodology, error));
}

static gint64
version_in_force (MerDocument    *document,
                  const MerCycle *cycle)
{
  return cycle != NULL ? cycle->methodology_id : mer_store_latest_methodology_id (document);
}

/* A change beside the draft would be lost when that is applied. */
static gboolean
check_no_draft (MerDocument    *document,
                const MerCycle *cycle,
                GError        **error)
{
  if (!mer_store_has_draft (document, cycle != NULL ? cycle->id : 0))
    return TRUE;
  g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                       _("The rules of this cycle are being edited. Apply the draft or drop it "
                         "first."));
  return FALSE;
}

static gboolean
adopt (MerDocument           *document,
       const MerCycle        *cycle,
       const MerMethodology  *methodology,
       const MerRulesVersion *note,
       GError               **error)
{
  gint64 id = mer_store_add_version (document, methodology, note, error);

  return id != 0 && (cycle == NULL || (bind_cycle (document, cycle, id, error) &&
                                       bring_up_items (document, cycle->id, methodology, error)));
}

/**
 * mer_change_methodology_by:
 * @document: a document with an action under way
 * @cycle_id: a cycle, 0 for the latest, or for the next one where there is none yet
 * @methodology: the rules from now on
 * @reason: (nullable): why; required when the results of the cycle are approved
 * @decision: (nullable): the council's decision in words
 * @error: a missing reason, a draft that is in the way, or a failure of the store
 *
 * Returns: whether the cycle is bound to a new version with these rules
 */
gboolean
mer_change_methodology_by (MerDocument          *document,
                           gint64                cycle_id,
                           const MerMethodology *methodology,
                           const char           *reason,
                           const char           *decision,
                           GError              **error)
{
  g_autoptr (MerCycle) cycle = NULL;
  g_autoptr (MerRulesVersion) note = g_new0 (MerRulesVersion, 1);

  if (!mer_store_find_cycle (document, cycle_id, &cycle, error) ||
      !may_change (cycle, reason, error) || !check_no_draft (document, cycle, error))
    return FALSE;
  note->base_id = version_in_force (document, cycle);
  note->reason = g_strdup (reason);
  note->decision = g_strdup (decision);
  return adopt (document, cycle, methodology, note, error);
}

/**
 * mer_change_methodology:
 * @document: a document with an action under way
 * @cycle_id: a cycle, 0 for the latest, or for the next one where there is none yet
 * @methodology: the rules from now on
 * @reason: (nullable): why; required when the results of the cycle are approved
 * @error: a missing reason, a draft that is in the way, or a failure of the store
 *
 * Returns: whether the cycle is bound to a new version with these rules
 */
gboolean
mer_change_methodology (MerDocument          *document,
                        gint64                cycle_id,
                        const MerMethodology *methodology,
                        const char           *reason,
                        GError              **error)
{
  return mer_change_methodology_by (document, cycle_id, methodology, reason, NULL, error);
}

/**
 * mer_methodology_in_force:
 * @document: a document
 * @cycle_id: a cycle, 0 for the latest, or for the next one where there is none yet
 *
 * Returns: (transfer full): the rules that the cycle is scored by; %NULL and error when they
 *   cannot be read
 */
MerMethodology *
mer_methodology_in_force (MerDocument *document,
                          gint64       cycle_id,
                          GError     **error)
{
  g_autoptr (MerCycle) cycle = NULL;

  if (!mer_store_find_cycle (document, cycle_id, &cycle, error))
    return NULL;
  return mer_store_methodology (document, version_in_force (document, cycle), error);
}

/**
 * mer_change_policies:
 * @document: a document with an action under way
 * @cycle_id: a cycle, 0 for the latest, or for the next one where there is none yet
 * @policies: (element-type utf8 utf8): keys of mer_policies() and their new values
 * @reason: (nullable): why; required when the results of the cycle are approved
 * @error: an unknown key or value, a missing reason, or a failure of the store
 *
 * Returns: whether the cycle is bound to the new version
 */
gboolean
mer_change_policies (MerDocument *document,
                     gint64       cycle_id,
                     GHashTable  *policies,
                     const char  *reason,
                     GError     **error)
{
  g_autoptr (MerMethodology) old = mer_methodology_in_force (document, cycle_id, error);
  g_autoptr (MerMethodology) changed = NULL;

  changed = old != NULL ? with_policies (old, policies, error) : NULL;
  return changed != NULL &&
         mer_change_methodology (document, cycle_id, changed, reason, error);
}
