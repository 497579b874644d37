/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The procedure after the results: publication, plans, control, conclusions. */

#include "config.h"

#include <glib/gi18n.h>

#include "cycle/mer-cycle-settings.h"
#include "cycle/mer-improvement.h"
#include "cycle/mer-procedure-private.h"

static void
check_rating (const MerProcedureFacts *facts,
              GPtrArray               *notes)
{
  for (guint i = 0; i < mer_procedure_n (facts->publications); i++)
    {
      const MerPublication *publication = facts->publications->pdata[i];

      if (publication->done_on != NULL && (publication->what == MER_PUBLICATION_RATING ||
                                           publication->what == MER_PUBLICATION_RESULTS))
        return;
    }
  if (facts->cycle->approved)
    g_ptr_array_add (notes,
                     mer_rule_note_new ("procedure.rating", MER_RULE_NOTE, "publications",
                                        mer_record_publication.id, 0,
                                        g_strdup (_("The results are approved, but neither rating "
                                                    "nor results are published."))));
}

/* --- plans ----------------------------------------------------------------------------------- */

static MerDay
earlier_day (MerDay      known,
             const char *iso)
{
  MerDay day = mer_day_from_iso (iso);

  return day != MER_DAY_NONE && (known == MER_DAY_NONE || day < known) ? day : known;
}

/* When the organization first had a plan to show. */
static MerDay
plan_day (const MerProcedureFacts *facts,
          gint64                   organization_id)
{
  MerDay first = MER_DAY_NONE;

  for (guint i = 0; i < mer_procedure_n (facts->plans); i++)
    {
      const MerPlan *plan = facts->plans->pdata[i];

      if (plan->organization != organization_id || plan->state == MER_PLAN_DRAFT)
        continue;
      first = earlier_day (first, plan->submitted);
      first = earlier_day (first, plan->agreed);
      first = earlier_day (first, plan->approved);
    }
  return first;
}

static MerDay
received_day (const MerProcedureFacts *facts,
              gint64                   organization_id,
              guint                   *index)
{
  MerDay last = MER_DAY_NONE;

  for (guint i = 0; i < mer_procedure_n (facts->recommendations); i++)
    {
      const MerRecommendation *recommendation = facts->recommendations->pdata[i];
      MerDay                   day = mer_day_from_iso (recommendation->received);

      if (recommendation->organization != organization_id || day == MER_DAY_NONE || day < last)
        continue;
      last = day;
      *index = i;
    }
  return last;
}

static void
check_plan_day (const MerProcedureFacts *facts,
                gint64                   organization_id,
                MerDay                   received,
                GPtrArray               *notes)
{
  gint64           days = mer_cycle_settings_get_number (facts->settings, MER_SETTING_PLAN_DAYS);
  MerDay           due = received + (MerDay) days;
  MerDay           done = plan_day (facts, organization_id);
  const char      *name = mer_procedure_organization (facts, organization_id);
  g_autofree char *since = mer_day_to_text (received);
  g_autofree char *until = mer_day_to_text (due);
  g_autofree char *on = mer_day_to_text (done);
  char            *text = NULL;

  if (done == MER_DAY_NONE && mer_day_from_iso (facts->today) > due)
    text = g_strdup_printf (_("“%s” received the recommendations on %s and has not sent its plan, "
                              "which was due by %s."),
                               name, since, until);
  else if (done != MER_DAY_NONE && done > due)
    text = g_strdup_printf (_("“%s” received the recommendations on %s and sent its plan on %s; it "
                              "was due by %s."),
                               name, since, on, until);
  if (text != NULL)
    g_ptr_array_add (notes, mer_rule_note_new ("procedure.plan-due", MER_RULE_WARNING, "plans",
                                               "organization", organization_id, text));
}

/* Once for each organization, at the recommendation that it received last. */
static void
check_plans (const MerProcedureFacts *facts,
             GPtrArray               *notes)
{
  for (guint i = 0; i < mer_procedure_n (facts->recommendations); i++)
    {
      const MerRecommendation *recommendation = facts->recommendations->pdata[i];
      guint                    index = G_MAXUINT;
      gint64                   organization = recommendation->organization;
      MerDay                   received = received_day (facts, organization, &index);

      if (received != MER_DAY_NONE && index == i)
        check_plan_day (facts, organization, received, notes);
    }
}

static gboolean
is_published (const MerProcedureFacts *facts,
              const MerPlan           *plan)
{
  if (plan->published != NULL)
    return TRUE;
  for (guint i = 0; i < mer_procedure_n (facts->publications); i++)
    {
      const MerPublication *publication = facts->publications->pdata[i];

      if (publication->what == MER_PUBLICATION_PLAN && publication->done_on != NULL &&
          publication->organization == plan->organization)
        return TRUE;
    }
  return FALSE;
}

static const char *
plan_name (const MerProcedureFacts *facts,
           const MerPlan           *plan)
{
  return plan->organization != 0 ? mer_procedure_organization (facts, plan->organization)
                                 : _("Consolidated plan");
}

static void
check_published (const MerProcedureFacts *facts,
                 GPtrArray               *notes)
{
  for (guint i = 0; i < mer_procedure_n (facts->plans); i++)
    {
      const MerPlan *plan = facts->plans->pdata[i];

      if (plan->state != MER_PLAN_APPROVED || is_published (facts, plan))
        continue;
      g_ptr_array_add (
        notes, mer_rule_note_new ("procedure.plan-published", MER_RULE_WARNING, "publications",
                                  mer_record_plan.id, plan->record.id,
                                  g_strdup_printf (_("The plan of “%s” is approved, but not "
                                                     "published."),
                                                      plan_name (facts, plan))));
    }
}

/* --- control --------------------------------------------------------------------------------- */

static gboolean
is_marked (const MerProcedureFacts *facts,
           gint64                   plan_item)
{
  for (guint i = 0; i < mer_procedure_n (facts->control_marks); i++)
    if (((const MerControlMark *) facts->control_marks->pdata[i])->plan_item == plan_item)
      return TRUE;
  return FALSE;
}

static void
check_control_of (const MerProcedureFacts *facts,
                  const MerPlan           *plan,
                  GPtrArray               *notes)
{
  guint n = 0;

  for (guint i = 0; i < mer_procedure_n (facts->plan_items); i++)
    {
      const MerPlanItem *item = facts->plan_items->pdata[i];

      n += item->plan == plan->record.id && item->state == MER_PLAN_ITEM_DONE &&
               !is_marked (facts, item->record.id)
             ? 1
             : 0;
    }
  if (n == 0)
    return;
  g_ptr_array_add (
    notes,
    mer_rule_note_new (
      "procedure.control", MER_RULE_WARNING, "plans", mer_record_plan.id, plan->record.id,
      g_strdup_printf (
        ngettext ("Plan of “%s”: %u item is reported as done, but nobody has controlled it.",
                  "Plan of “%s”: %u items are reported as done, but nobody has controlled them.",
                  n),
        plan_name (facts, plan), n)));
}

static void
check_control (const MerProcedureFacts *facts,
               GPtrArray               *notes)
{
  for (guint i = 0; i < mer_procedure_n (facts->plans); i++)
    check_control_of (facts, facts->plans->pdata[i], notes);
}

/* The department takes what came out of it into account. */
static void
check_conclusions (const MerProcedureFacts *facts,
                   GPtrArray               *notes)
{
  guint stage = mer_procedure_stage (facts);

  if (stage < MER_STAGE_CONTROL || mer_procedure_n (facts->management_decisions) > 0)
    return;
  g_ptr_array_add (notes,
                   mer_rule_note_new ("procedure.conclusions",
                                      stage >= MER_STAGE_ARCHIVE ? MER_RULE_WARNING : MER_RULE_NOTE,
                                      "plans", mer_record_management_decision.id, 0,
                                      g_strdup (_("The department has drawn no conclusions: no "
                                                  "management decision is recorded."))));
}

void
mer_procedure_check_use (const MerProcedureFacts *facts,
                         GPtrArray               *notes)
{
  check_rating (facts, notes);
  check_plans (facts, notes);
  check_published (facts, notes);
  check_control (facts, notes);
  check_conclusions (facts, notes);
}
