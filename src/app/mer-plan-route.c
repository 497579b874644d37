/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The way of a plan from hand to hand. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-plans.h"
#include "cycle/mer-cycle-settings.h"

static gboolean
check_step (MerDocument   *doc,
            const MerPlan *plan,
            MerPlanState   state,
            GError       **error)
{
  g_autoptr (GHashTable) settings = mer_store_cycle_settings (doc, plan->record.cycle_id, error);
  g_autoptr (GPtrArray) items = NULL;

  if (settings == NULL)
    return FALSE;
  if (!mer_plan_may_become (mer_cycle_settings_get (settings, MER_SETTING_PLAN_ROUTE),
                            mer_cycle_settings_get (settings, MER_SETTING_PLAN_AUTHOR),
                            (MerPlanState) plan->state, state))
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                   /* Translators: states of a plan. */
                   _("The plan is “%s”; by the route of the cycle it cannot become “%s” next."),
                      _(mer_plan_state_title ((MerPlanState) plan->state)),
                         _(mer_plan_state_title (state)));
      return FALSE;
    }
  items = mer_store_records_where (doc, &mer_record_plan_item, "plan", plan->record.id, error);
  if (items == NULL)
    return FALSE;
  if (items->len > 0 || plan->organization == 0)
    return TRUE;
  g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                       _("The plan has no items yet."));
  return FALSE;
}

static void
set_day (char      **day,
         const char *value)
{
  g_free (*day);
  *day = g_strdup (value);
}

static void
enter_state (MerPlan     *plan,
             MerPlanState state,
             const char  *day)
{
  plan->state = (int) state;
  switch (state)
    {
    case MER_PLAN_SUBMITTED:
      set_day (&plan->submitted, day);
      break;
    case MER_PLAN_AGREED:
      set_day (&plan->agreed, day);
      break;
    case MER_PLAN_APPROVED:
      set_day (&plan->approved, day);
      break;
    case MER_PLAN_DRAFT:
    case MER_PLAN_RETURNED:
    default:
      break;
    }
}

gboolean
mer_plans_set_state (MerDocument *doc,
                     gint64       plan_id,
                     MerPlanState state,
                     const char  *day,
                     const char  *approver,
                     GError     **error)
{
  g_autoptr (MerPlan) plan = mer_store_record (doc, &mer_record_plan, plan_id, error);

  if (plan == NULL || !check_step (doc, plan, state, error))
    return FALSE;
  enter_state (plan, state, day);
  if (approver != NULL)
    {
      g_free (plan->approver);
      plan->approver = g_strdup (approver);
    }
  return mer_store_save_record (doc, plan, error);
}

gboolean
mer_plans_may_become (const MerPlanBook *book,
                      const MerPlan     *plan,
                      MerPlanState       state)
{
  return mer_plan_may_become (mer_cycle_settings_get (book->facts.settings, MER_SETTING_PLAN_ROUTE),
                              mer_cycle_settings_get (book->facts.settings,
                                                      MER_SETTING_PLAN_AUTHOR),
                              (MerPlanState) plan->state, state);
}
