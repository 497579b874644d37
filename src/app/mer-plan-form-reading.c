/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What filled forms would do, from the answers to its questions to the records. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-plan-form.h"
#include "store/mer-registry-store.h"

void
mer_plan_reading_count (MerPlanReading *self)
{
  self->changed = self->added = self->dropped = self->doubtful = self->missing = 0;
  for (guint i = 0; i < self->changes->len; i++)
    {
      const MerFormChange *change = self->changes->pdata[i];
      guint               *counts[] = { [MER_FORM_CHANGED] = &self->changed,
                                        [MER_FORM_ADDED] = &self->added,
                                        [MER_FORM_MISSING] = &self->dropped };

      if (change->taken)
        (*counts[change->kind])++;
      else if (change->kind == MER_FORM_MISSING)
        self->missing++;
      else
        self->doubtful++;
    }
}

void
mer_plan_reading_take (MerPlanReading *self,
                       gboolean        doubtful,
                       gboolean        missing)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      MerFormChange *change = self->changes->pdata[i];

      change->taken = change->taken || (change->kind == MER_FORM_MISSING ? missing : doubtful);
    }
  mer_plan_reading_count (self);
}

gboolean
mer_plan_reading_apply (MerPlanReading *self,
                        MerDocument    *doc,
                        guint          *n_versions,
                        GError        **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (mer_record_free);

  for (guint i = 0; i < self->changes->len; i++)
    {
      const MerFormChange *change = self->changes->pdata[i];

      if (change->taken)
        g_ptr_array_add (items, mer_record_copy (change->item));
    }
  return mer_plans_save_items (doc, items, n_versions, error);
}

void
mer_plan_reading_free (MerPlanReading *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->files);
  mer_plan_book_unref (self->book);
  g_free (self);
}

static char *
name_of (MerDocument *doc,
         gint64       organization)
{
  g_autoptr (GPtrArray) registry = mer_store_organizations (doc, NULL);
  const MerOrganization *one = mer_organizations_find (registry, organization);

  return g_strdup (one != NULL ? one->name : _("The municipality"));
}

char *
mer_plan_form_elsewhere (gint64   item_id,
                         gpointer doc)
{
  g_autoptr (MerPlanItem) item = mer_store_record (doc, &mer_record_plan_item, item_id, NULL);
  g_autoptr (MerPlan) plan = NULL;
  g_autoptr (MerCycle) cycle = NULL;
  g_autofree char *name = NULL;

  plan = item != NULL ? mer_store_record (doc, &mer_record_plan, item->plan, NULL) : NULL;
  cycle = plan != NULL ? mer_store_cycle (doc, plan->record.cycle_id, NULL) : NULL;
  if (cycle == NULL)
    return NULL;
  name = name_of (doc, plan->organization);
  return g_strdup_printf ("%s, %s", cycle->title, name);
}
