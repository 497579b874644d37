/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deciding the open readings of the rules. Versions of a methodology are immutable rows, so
 * a decision adds one and binds the cycle to it; the old version and its scores stay. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-change-rules.h"
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

static MerCycle *
bound_to (const MerCycle *cycle,
          gint64          methodology_id)
{
  MerCycle *changed = mer_cycle_new (cycle->title, cycle->year);

  changed->id = cycle->id;
  changed->methodology_id = methodology_id;
  changed->operator_name = g_strdup (cycle->operator_name);
  changed->approved = cycle->approved;
  return changed;
}

/**
 * mer_change_policies:
 * @document: a document with an action under way
 * @cycle_id: a cycle, 0 for the latest
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
  g_autoptr (MerCycle) cycle = mer_store_cycle (document, cycle_id, error);
  g_autoptr (MerMethodology) old = NULL;
  g_autoptr (MerMethodology) changed = NULL;
  g_autoptr (MerCycle) bound = NULL;
  gint64 id = 0;

  if (cycle == NULL)
    return FALSE;
  if (cycle->approved && (reason == NULL || *reason == '\0'))
    {
      g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                           _("The results of this cycle are approved. Give the reason for "
                             "changing its rules."));
      return FALSE;
    }
  old = mer_store_methodology (document, cycle->methodology_id, error);
  changed = old != NULL ? with_policies (old, policies, error) : NULL;
  id = changed != NULL ? mer_store_add_methodology (document, changed, reason, error) : 0;
  if (id == 0)
    return FALSE;
  bound = bound_to (cycle, id);
  return mer_store_save_cycle (document, bound, error);
}
