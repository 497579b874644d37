/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Versions of a plan. What was approved stays as it was signed; the next version begins as a draft
 * with all its items, what was done of them, their control marks and evidence. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-plan-private.h"
#include "cycle/mer-work-plan.h"

static gboolean
copy_marks (MerDocument *doc,
            gint64       from,
            gint64       to,
            GError     **error)
{
  g_autoptr (GPtrArray) marks = mer_store_records_where (doc, &mer_record_control_mark,
                                                         "plan_item", from, error);

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      MerControlMark *mark = marks->pdata[i];

      mark->record.id = 0;
      mark->plan_item = to;
      if (!mer_store_save_record (doc, mark, error))
        return FALSE;
    }
  return marks != NULL;
}

static gboolean
copy_links (MerDocument *doc,
            GPtrArray   *links,
            gint64       from,
            gint64       to,
            GError     **error)
{
  for (guint i = 0; i < links->len; i++)
    {
      const MerLink *link = links->pdata[i];
      g_autoptr (MerLink) copy = NULL;

      if (link->from_id != from || g_strcmp0 (link->from_kind, mer_record_plan_item.id) != 0)
        continue;
      copy = mer_record_copy (link);
      copy->record.id = 0;
      copy->record.position = 0;
      copy->from_id = to;
      if (!mer_store_save_record (doc, copy, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
copy_items (MerDocument *doc,
            gint64       plan_id,
            gint64       new_id,
            GHashTable  *moved,
            GError     **error)
{
  g_autoptr (GPtrArray) items = mer_store_records_where (doc, &mer_record_plan_item, "plan",
                                                         plan_id, error);
  g_autoptr (GPtrArray) links = NULL;

  links = items != NULL ? mer_store_records (doc, &mer_record_link, 0, error) : NULL;
  for (guint i = 0; links != NULL && i < items->len; i++)
    {
      MerPlanItem *item = items->pdata[i];
      gint64       old = item->record.id;

      item->record.id = 0;
      item->plan = new_id;
      if (!mer_store_save_record (doc, item, error) ||
          !copy_marks (doc, old, item->record.id, error) ||
          !copy_links (doc, links, old, item->record.id, error))
        return FALSE;
      if (moved != NULL)
        g_hash_table_insert (moved, GSIZE_TO_POINTER (old), GSIZE_TO_POINTER (item->record.id));
    }
  return links != NULL;
}

gboolean
mer_plan_copy_version (MerDocument *doc,
                       gint64       plan_id,
                       gint64      *new_id,
                       GHashTable  *moved,
                       GError     **error)
{
  g_autoptr (MerPlan) plan = mer_store_record (doc, &mer_record_plan, plan_id, error);

  if (plan == NULL)
    return FALSE;
  plan->record.id = 0;
  plan->record.position = 0;
  plan->version++;
  plan->state = MER_PLAN_DRAFT;
  g_clear_pointer (&plan->submitted, g_free);
  g_clear_pointer (&plan->agreed, g_free);
  g_clear_pointer (&plan->approved, g_free);
  g_clear_pointer (&plan->published, g_free);
  g_clear_pointer (&plan->link, g_free);
  if (!mer_store_save_record (doc, plan, error))
    return FALSE;
  *new_id = plan->record.id;
  return copy_items (doc, plan_id, *new_id, moved, error);
}

/* Only the newest version goes on. */
static gboolean
check_newest (const GPtrArray *plans,
              const MerPlan   *plan,
              GError         **error)
{
  if (mer_plan_current (plans, plan->organization)->record.id == plan->record.id)
    return TRUE;
  g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
               _("This is version %d of the plan, which a newer one has replaced. Change that."),
                  (int) plan->version);
  return FALSE;
}

gboolean
mer_plans_new_version (MerDocument *doc,
                       gint64       plan_id,
                       gint64      *new_id,
                       GError     **error)
{
  g_autoptr (MerPlan) plan = mer_store_record (doc, &mer_record_plan, plan_id, error);
  g_autoptr (GPtrArray) plans = NULL;

  if (plan != NULL)
    plans = mer_store_records (doc, &mer_record_plan, plan->record.cycle_id, error);
  return plans != NULL && check_newest (plans, plan, error) &&
         mer_plan_copy_version (doc, plan_id, new_id, NULL, error);
}

/* --- changes that may make versions ---------------------------------------------------------- */

void
mer_plan_edit_init (MerPlanEdit *self,
                    MerDocument *doc)
{
  self->doc = doc;
  self->all = NULL;
  self->moved = g_hash_table_new (NULL, NULL);
  self->next = g_hash_table_new (NULL, NULL);
  self->n_versions = 0;
}

void
mer_plan_edit_clear (MerPlanEdit *self)
{
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_hash_table_unref (self->moved);
  g_hash_table_unref (self->next);
}

const MerPlan *
mer_plan_edit_plan (MerPlanEdit *self,
                    gint64       plan_id,
                    GError     **error)
{
  const MerPlan *plan = mer_records_find (self->all, plan_id);

  if (plan == NULL)
    {
      g_autoptr (MerPlan) found = mer_store_record (self->doc, &mer_record_plan, plan_id, error);

      if (found == NULL)
        return NULL;
      g_clear_pointer (&self->all, g_ptr_array_unref);
      self->all = mer_store_records (self->doc, &mer_record_plan, found->record.cycle_id, error);
      plan = mer_records_find (self->all, plan_id);
    }
  return plan != NULL && check_newest (self->all, plan, error) ? plan : NULL;
}

gboolean
mer_plan_edit_thaw (MerPlanEdit *self,
                    gint64       plan_id,
                    GError     **error)
{
  gpointer key = GSIZE_TO_POINTER (plan_id);
  gint64   new_id = 0;

  if (g_hash_table_contains (self->next, key))
    return TRUE;
  if (!mer_plan_copy_version (self->doc, plan_id, &new_id, self->moved, error))
    return FALSE;
  g_hash_table_insert (self->next, key, GSIZE_TO_POINTER (new_id));
  self->n_versions++;
  return TRUE;
}
