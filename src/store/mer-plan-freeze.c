/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An approved plan is changed by its next version alone, see app/mer-plans.h. This is for those who
 * come by another way: tables, forms of records, the tool's `set`. */

#include "config.h"

#include "store/mer-plan-freeze.h"

#include <glib/gi18n.h>

#include "cycle/mer-plan-rules.h"
#include "store/mer-record-store.h"
#include "store/mer-store-error.h"

static gboolean
check_plan (MerDocument *doc,
            gint64       plan_id,
            GError     **error)
{
  g_autoptr (MerPlan) plan = mer_store_record (doc, &mer_record_plan, plan_id, error);

  if (plan == NULL)
    return FALSE;
  if (!mer_plan_is_frozen (plan))
    return TRUE;
  g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                       _("The plan is approved. Begin its next version to change what is "
                         "planned."));
  return FALSE;
}

static gboolean
is_planned_otherwise (const MerPlanItem *stored,
                      const MerPlanItem *item)
{
  return mer_plan_item_differs (stored, item) || stored->plan != item->plan ||
         (stored->state == MER_PLAN_ITEM_DROPPED) != (item->state == MER_PLAN_ITEM_DROPPED);
}

gboolean
mer_plan_freeze_may_save (MerDocument     *doc,
                          const MerRecord *record,
                          GError         **error)
{
  g_autoptr (MerPlanItem) stored = NULL;

  if (record->kind != &mer_record_plan_item || record->id == 0)
    return TRUE;
  stored = mer_store_record (doc, &mer_record_plan_item, record->id, error);
  if (stored == NULL)
    return FALSE;
  return !is_planned_otherwise (stored, (const MerPlanItem *) record) ||
         check_plan (doc, stored->plan, error);
}

gboolean
mer_plan_freeze_may_delete (MerDocument     *doc,
                            const MerRecord *record,
                            GError         **error)
{
  return record->kind != &mer_record_plan_item ||
         check_plan (doc, ((const MerPlanItem *) record)->plan, error);
}
