/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A cycle as rules see it. */

#include "config.h"

#include "app/mer-cycle-facts.h"

#include "core/mer-day.h"
#include "cycle/mer-cycle-settings.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"

static gboolean
load_selection (MerCycleFacts *self)
{
  g_auto (MerSelectionRules) rules = { 0 };

  mer_selection_rules_init (&rules, self->settings, self->cycle->year, self->today);
  self->selection =
    mer_selection_new (self->cycle, self->organizations, self->members, self->assessed,
                       mer_cycle_facts_records (self, &mer_record_scheduled), &rules);
  return TRUE;
}

static gboolean
load (MerCycleFacts *self,
      MerDocument   *doc,
      gint64         cycle_id,
      GError       **error)
{
  self->today = mer_today ();
  self->cycle = mer_store_cycle (doc, cycle_id, error);
  if (self->cycle == NULL)
    return FALSE;
  if (self->cycle->methodology_id != 0)
    {
      self->methodology = mer_store_methodology (doc, self->cycle->methodology_id, error);
      if (self->methodology == NULL)
        return FALSE;
    }
  return (self->settings = mer_store_cycle_settings (doc, self->cycle->id, error)) != NULL &&
         (self->organizations = mer_store_organization_snapshot (doc, error)) != NULL &&
         (self->members = mer_store_member_snapshot (doc, self->cycle->id, error)) != NULL &&
         (self->assessed = mer_store_assessed (doc, error)) != NULL &&
         (self->records = mer_store_record_set (doc, self->cycle->id, error)) != NULL &&
         load_selection (self);
}

MerCycleFacts *
mer_cycle_facts_load (MerDocument *doc,
                      gint64       cycle_id,
                      GError     **error)
{
  g_autoptr (MerCycleFacts) self = g_new0 (MerCycleFacts, 1);

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  return load (self, doc, cycle_id, error) ? g_steal_pointer (&self) : NULL;
}

void
mer_cycle_facts_free (MerCycleFacts *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->selection, mer_selection_free);
  g_clear_pointer (&self->cycle, mer_cycle_unref);
  g_clear_pointer (&self->methodology, mer_methodology_unref);
  g_clear_pointer (&self->settings, g_hash_table_unref);
  g_clear_pointer (&self->organizations, g_ptr_array_unref);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_pointer (&self->assessed, g_array_unref);
  g_clear_pointer (&self->records, mer_record_set_unref);
  g_free (self->today);
  g_free (self);
}

GPtrArray *
mer_cycle_facts_records (const MerCycleFacts *self,
                         const MerRecordKind *kind)
{
  return mer_record_set_get (self->records, kind);
}

const char *
mer_cycle_facts_setting (const MerCycleFacts *self,
                         const char          *key)
{
  return mer_cycle_settings_get (self->settings, key);
}

MerSelection *
mer_cycle_selection_load (MerDocument *doc,
                          gint64       cycle_id,
                          GError     **error)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, cycle_id, error);
  g_autoptr (GPtrArray) organizations = NULL;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GPtrArray) scheduled = NULL;
  g_autoptr (GHashTable) set = NULL;
  g_autoptr (GArray) assessed = NULL;
  g_auto (MerSelectionRules) rules = { 0 };
  g_autofree char *today = mer_today ();

  if (cycle == NULL || (organizations = mer_store_organization_snapshot (doc, error)) == NULL ||
      (members = mer_store_member_snapshot (doc, cycle->id, error)) == NULL ||
      (set = mer_store_cycle_settings (doc, cycle->id, error)) == NULL ||
      (assessed = mer_store_assessed (doc, error)) == NULL ||
      (scheduled = mer_store_record_snapshot (doc, &mer_record_scheduled, 0, error)) == NULL)
    return NULL;
  mer_selection_rules_init (&rules, set, cycle->year, today);
  return mer_selection_new (cycle, organizations, members, assessed, scheduled, &rules);
}
