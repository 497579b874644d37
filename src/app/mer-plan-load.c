/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what plans of a cycle consist of into a book: one place for window, tool and documents. */

#include "config.h"

#include "app/mer-plans.h"

#include "core/mer-day.h"
#include "cycle/mer-work-plan.h"
#include "store/mer-finding-store.h"
#include "store/mer-registry-store.h"

static gboolean
read_records (MerDocument         *doc,
              const MerRecordKind *kind,
              gint64               cycle_id,
              GPtrArray          **out,
              GError             **error)
{
  *out = mer_store_record_snapshot (doc, kind, cycle_id, error);
  return *out != NULL;
}

static gboolean
read_facts (MerDocument  *doc,
            gint64        cycle_id,
            MerPlanFacts *facts,
            GError      **error)
{
  facts->cycle = mer_store_cycle (doc, cycle_id, error);
  if (facts->cycle == NULL)
    return FALSE;
  cycle_id = facts->cycle->id;
  facts->methodology = mer_store_methodology (doc, facts->cycle->methodology_id, error);
  if (facts->methodology == NULL)
    return FALSE;
  facts->settings = mer_store_cycle_settings (doc, cycle_id, error);
  facts->organizations =
    facts->settings != NULL ? mer_store_organization_snapshot (doc, error) : NULL;
  if (facts->organizations == NULL)
    return FALSE;
  facts->findings = mer_store_finding_snapshot (doc, cycle_id, error);
  return facts->findings != NULL &&
         read_records (doc, &mer_record_recommendation, cycle_id, &facts->recommendations,
                       error) &&
         read_records (doc, &mer_record_plan, cycle_id, &facts->plans, error) &&
         read_records (doc, &mer_record_plan_item, cycle_id, &facts->items, error) &&
         read_records (doc, &mer_record_control_mark, cycle_id, &facts->marks, error) &&
         read_records (doc, &mer_record_head, 0, &facts->heads, error) &&
         read_records (doc, &mer_record_management_decision, cycle_id, &facts->decisions,
                       error) &&
         read_records (doc, &mer_record_road_item, cycle_id, &facts->road_items, error) &&
         read_records (doc, &mer_record_holiday, 0, &facts->holidays, error);
}

void
mer_plan_facts_clear (MerPlanFacts *self)
{
  g_clear_pointer (&self->cycle, mer_cycle_unref);
  g_clear_pointer (&self->methodology, mer_methodology_unref);
  g_clear_pointer (&self->settings, g_hash_table_unref);
  g_clear_pointer (&self->organizations, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->recommendations, g_ptr_array_unref);
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_pointer (&self->heads, g_ptr_array_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->road_items, g_ptr_array_unref);
  g_clear_pointer (&self->holidays, g_ptr_array_unref);
}

gboolean
mer_plans_gather (MerDocument  *doc,
                  gint64        cycle_id,
                  MerPlanFacts *facts,
                  GError      **error)
{
  g_autofree char *today = mer_today ();

  *facts = (MerPlanFacts){ .today = mer_day_from_iso (today) };
  if (read_facts (doc, cycle_id, facts, error))
    return TRUE;
  mer_plan_facts_clear (facts);
  return FALSE;
}

MerPlanBook *
mer_plans_load (MerDocument *doc,
                gint64       cycle_id,
                GError     **error)
{
  MerPlanFacts facts;
  MerPlanBook *book = NULL;

  if (!mer_plans_gather (doc, cycle_id, &facts, error))
    return NULL;
  book = mer_plan_book_new (&facts);
  mer_plan_facts_clear (&facts);
  return book;
}

gboolean
mer_plan_scope_has (const MerPlanScope *self,
                    gint64              organization)
{
  for (guint i = 0; self != NULL && i < self->n; i++)
    if (self->ids[i] == organization)
      return TRUE;
  return self == NULL;
}
