/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes of items, of one or of many at once: each a part of one action. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-plan-private.h"

/* --- storing items --------------------------------------------------------------------------- */

/* Whether the change touches what was planned and approved. */
static gboolean
needs_version (MerPlanEdit       *self,
               const MerPlan     *plan,
               const MerPlanItem *item,
               gboolean          *needed,
               GError           **error)
{
  g_autoptr (MerPlanItem) stored = NULL;

  *needed = FALSE;
  if (!mer_plan_is_frozen (plan))
    return TRUE;
  if (item->record.id == 0)
    {
      *needed = TRUE;
      return TRUE;
    }
  stored = mer_store_record (self->doc, &mer_record_plan_item, item->record.id, error);
  if (stored == NULL)
    return FALSE;
  *needed = mer_plan_item_is_replanned (stored, item);
  return TRUE;
}

/* The item goes to where its plan went. */
static void
follow (MerPlanEdit *self,
        MerPlanItem *item)
{
  gpointer next = g_hash_table_lookup (self->next, GSIZE_TO_POINTER (item->plan));
  gpointer moved = g_hash_table_lookup (self->moved, GSIZE_TO_POINTER (item->record.id));

  if (next == NULL)
    return;
  item->plan = (gint64) GPOINTER_TO_SIZE (next);
  if (item->record.id != 0)
    item->record.id = (gint64) GPOINTER_TO_SIZE (moved);
}

static gboolean
last_position (MerPlanEdit *self,
               MerPlanItem *item,
               GError     **error)
{
  g_autoptr (GPtrArray) items = NULL;

  if (item->record.position != 0)
    return TRUE;
  items = mer_store_records_where (self->doc, &mer_record_plan_item, "plan", item->plan, error);
  for (guint i = 0; items != NULL && i < items->len; i++)
    item->record.position = MAX (item->record.position,
                                 ((MerRecord *) items->pdata[i])->position);
  item->record.position++;
  return items != NULL;
}

static gboolean
save_item (MerPlanEdit *self,
           MerPlanItem *item,
           GError     **error)
{
  const MerPlan *plan = mer_plan_edit_plan (self, item->plan, error);
  gboolean       needed = FALSE;

  if (plan == NULL || !needs_version (self, plan, item, &needed, error) ||
      (needed && !mer_plan_edit_thaw (self, item->plan, error)))
    return FALSE;
  follow (self, item);
  return last_position (self, item, error) && mer_store_save_record (self->doc, item, error);
}

gboolean
mer_plans_save_items (MerDocument     *doc,
                      const GPtrArray *items,
                      guint           *n_versions,
                      GError         **error)
{
  MerPlanEdit edit;
  gboolean    done = TRUE;

  mer_plan_edit_init (&edit, doc);
  for (guint i = 0; done && i < items->len; i++)
    done = save_item (&edit, items->pdata[i], error);
  if (n_versions != NULL)
    *n_versions = edit.n_versions;
  mer_plan_edit_clear (&edit);
  return done;
}

static gboolean
delete_item (MerPlanEdit *self,
             gint64       id,
             GError     **error)
{
  g_autoptr (MerPlanItem) item = mer_store_record (self->doc, &mer_record_plan_item, id, error);
  const MerPlan *plan = NULL;

  plan = item != NULL ? mer_plan_edit_plan (self, item->plan, error) : NULL;
  if (plan == NULL ||
      (mer_plan_is_frozen (plan) && !mer_plan_edit_thaw (self, item->plan, error)))
    return FALSE;
  follow (self, item);
  return mer_store_delete_record (self->doc, &mer_record_plan_item, item->record.id, error);
}

gboolean
mer_plans_delete_items (MerDocument  *doc,
                        const gint64 *ids,
                        guint         n,
                        guint        *n_versions,
                        GError      **error)
{
  MerPlanEdit edit;
  gboolean    done = TRUE;

  mer_plan_edit_init (&edit, doc);
  for (guint i = 0; done && i < n; i++)
    done = delete_item (&edit, ids[i], error);
  if (n_versions != NULL)
    *n_versions = edit.n_versions;
  mer_plan_edit_clear (&edit);
  return done;
}

/* --- copies for other organizations ---------------------------------------------------------- */

/* The plan of the organization, made where there is none. */
static gboolean
plan_of (MerDocument *doc,
         GPtrArray   *plans,
         gint64       cycle_id,
         gint64       organization,
         gint64      *plan_id,
         GError     **error)
{
  const MerPlan *there = mer_plan_current (plans, organization);
  MerPlan       *made = NULL;

  if (there != NULL)
    {
      *plan_id = there->record.id;
      return TRUE;
    }
  if (!mer_plan_start (doc, cycle_id, organization, 0, &made, error))
    {
      mer_record_free (made);
      return FALSE;
    }
  g_ptr_array_add (plans, made);
  *plan_id = made->record.id;
  return TRUE;
}

static gboolean
has_measure (MerDocument       *doc,
             gint64             plan_id,
             const MerPlanItem *item,
             gboolean          *has,
             GError           **error)
{
  g_autoptr (GPtrArray) items = mer_store_records_where (doc, &mer_record_plan_item, "plan",
                                                         plan_id, error);

  *has = FALSE;
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const MerPlanItem *other = items->pdata[i];

      *has = *has || (g_strcmp0 (other->measure, item->measure) == 0 &&
                      g_strcmp0 (other->criterion, item->criterion) == 0);
    }
  return items != NULL;
}

/* What was done there is nothing to the others. */
static MerPlanItem *
bare_copy (const MerPlanItem *item,
           gint64             plan_id)
{
  MerPlanItem *copy = mer_record_copy (item);

  copy->record.id = 0;
  copy->record.position = 0;
  copy->plan = plan_id;
  copy->finding = -1;
  copy->state = MER_PLAN_ITEM_PLANNED;
  copy->share = -1;
  g_clear_pointer (&copy->person, g_free);
  g_clear_pointer (&copy->taken, g_free);
  g_clear_pointer (&copy->done_on, g_free);
  g_clear_pointer (&copy->evidence, g_free);
  return copy;
}

static gboolean
copy_item (MerDocument       *doc,
           GPtrArray         *plans,
           const MerPlanItem *item,
           gint64             organization,
           GPtrArray         *copies,
           GError           **error)
{
  gint64   plan_id = 0;
  gboolean has = FALSE;

  if (!plan_of (doc, plans, item->record.cycle_id, organization, &plan_id, error) ||
      !has_measure (doc, plan_id, item, &has, error))
    return FALSE;
  if (!has)
    g_ptr_array_add (copies, bare_copy (item, plan_id));
  return TRUE;
}

gboolean
mer_plans_copy_items (MerDocument  *doc,
                      const gint64 *ids,
                      guint         n_ids,
                      const gint64 *organizations,
                      guint         n_organizations,
                      guint        *n_copied,
                      GError      **error)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (mer_record_free);
  g_autoptr (GPtrArray) plans = NULL;

  *n_copied = 0;
  for (guint i = 0; i < n_ids; i++)
    {
      g_autoptr (MerPlanItem) item = mer_store_record (doc, &mer_record_plan_item, ids[i], error);

      if (item == NULL)
        return FALSE;
      if (plans == NULL)
        plans = mer_store_records (doc, &mer_record_plan, item->record.cycle_id, error);
      if (plans == NULL)
        return FALSE;
      for (guint j = 0; j < n_organizations; j++)
        if (!copy_item (doc, plans, item, organizations[j], copies, error))
          return FALSE;
    }
  *n_copied = copies->len;
  return mer_plans_save_items (doc, copies, NULL, error);
}
