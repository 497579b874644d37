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

/* --- items ------------------------------------------------------------------------------------ */

/* Neither may what was signed go, nor may anything come to it. */
static gboolean
may_save_item (MerDocument       *doc,
               const MerPlanItem *item,
               GError           **error)
{
  g_autoptr (MerPlanItem) stored = NULL;

  if (item->record.id == 0)
    return check_plan (doc, item->plan, error);
  stored = mer_store_record (doc, &mer_record_plan_item, item->record.id, error);
  if (stored == NULL)
    return FALSE;
  if (stored->plan == item->plan && !mer_plan_item_is_replanned (stored, item))
    return TRUE;
  return check_plan (doc, stored->plan, error) &&
         (stored->plan == item->plan || check_plan (doc, item->plan, error));
}

/* --- plans ------------------------------------------------------------------------------------ */

/* What nobody had told can be told later, but not otherwise than it was. */
static gboolean
is_retold (const char *was,
           const char *is)
{
  return was != NULL && g_strcmp0 (was, is) != 0;
}

static gboolean
may_save_plan (MerDocument   *doc,
               const MerPlan *plan,
               GError       **error)
{
  g_autoptr (MerPlan) stored = NULL;

  if (plan->record.id == 0)
    return TRUE;
  stored = mer_store_record (doc, &mer_record_plan, plan->record.id, error);
  if (stored == NULL)
    return FALSE;
  if (!mer_plan_is_frozen (stored) ||
      (plan->state == stored->state && plan->organization == stored->organization &&
       plan->version == stored->version && plan->record.cycle_id == stored->record.cycle_id &&
       !is_retold (stored->approved, plan->approved) &&
       !is_retold (stored->approver, plan->approver)))
    return TRUE;
  g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                       _("The plan is approved: its organization, version and state, and when and "
                         "by whom it was approved, stay as they were signed. Begin its next "
                         "version."));
  return FALSE;
}

/* --- records ---------------------------------------------------------------------------------- */

gboolean
mer_plan_freeze_may_save (MerDocument     *doc,
                          const MerRecord *record,
                          GError         **error)
{
  if (record->kind == &mer_record_plan)
    return may_save_plan (doc, (const MerPlan *) record, error);
  return record->kind != &mer_record_plan_item ||
         may_save_item (doc, (const MerPlanItem *) record, error);
}

gboolean
mer_plan_freeze_may_delete (MerDocument     *doc,
                            const MerRecord *record,
                            GError         **error)
{
  if (record->kind == &mer_record_plan && mer_plan_is_frozen ((const MerPlan *) record))
    {
      g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                           _("The plan is approved and cannot be deleted."));
      return FALSE;
    }
  return record->kind != &mer_record_plan_item ||
         check_plan (doc, ((const MerPlanItem *) record)->plan, error);
}

gboolean
mer_plan_freeze_may_move (MerDocument     *doc,
                          const MerRecord *record,
                          GError         **error)
{
  return record->kind != &mer_record_plan_item ||
         check_plan (doc, ((const MerPlanItem *) record)->plan, error);
}
