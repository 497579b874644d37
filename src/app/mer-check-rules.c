/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One registry of the checks of a cycle: a new one is a function here, or in a file of its own,
 * and a line in the table. */

#include "config.h"

#include "app/mer-check-rules.h"

#include "app/mer-delivery-notes.h"
#include "app/mer-work-plan.h"
#include "cycle/mer-council-rules.h"
#include "cycle/mer-cycle-settings.h"
#include "cycle/mer-improvement.h"
#include "cycle/mer-operator.h"
#include "cycle/mer-plan-rules.h"
#include "cycle/mer-procedure-rules.h"
#include "cycle/mer-schedule-rules.h"
#include "cycle/mer-work-plan.h"

void
mer_check_rules_take (GPtrArray *notes,
                      GPtrArray *more)
{
  while (more->len > 0)
    g_ptr_array_add (notes, g_ptr_array_steal_index (more, 0));
  g_ptr_array_unref (more);
}

static void
check_schedule (const MerCycleFacts *facts,
                GPtrArray           *notes)
{
  mer_check_rules_take (notes, mer_schedule_checks (facts->selection));
}

static void
count_criteria (const MerMethodology *methodology,
                MerProcedureFacts    *procedure)
{
  for (guint i = 0; methodology != NULL && i < methodology->criteria->len; i++)
    {
      const MerCriterion *criterion = methodology->criteria->pdata[i];

      procedure->n_indicators += criterion->indicators->len;
      procedure->n_council_criteria += criterion->council ? 1 : 0;
    }
}

static MerProcedureFacts
procedure_of (const MerCycleFacts *facts)
{
  MerProcedureFacts procedure = {
    .cycle = facts->cycle,
    .settings = facts->settings,
    .today = facts->today,
    .organizations = facts->organizations,
    .members = facts->members,
    .meetings = mer_cycle_facts_records (facts, &mer_record_meeting),
    .agenda = mer_cycle_facts_records (facts, &mer_record_agenda_item),
    .links = mer_cycle_facts_records (facts, &mer_record_link),
    .contracts = mer_cycle_facts_records (facts, &mer_record_contract),
    .deliveries = mer_cycle_facts_records (facts, &mer_record_delivery),
    .remarks = mer_cycle_facts_records (facts, &mer_record_remark),
    .recommendations = mer_cycle_facts_records (facts, &mer_record_recommendation),
    .plans = mer_cycle_facts_records (facts, &mer_record_plan),
    .plan_items = mer_cycle_facts_records (facts, &mer_record_plan_item),
    .control_marks = mer_cycle_facts_records (facts, &mer_record_control_mark),
    .publications = mer_cycle_facts_records (facts, &mer_record_publication),
    .management_decisions = mer_cycle_facts_records (facts, &mer_record_management_decision),
  };

  return procedure;
}

/* What advises on the choice is of no use once the list is approved. */
static gboolean
is_advice (const MerRuleNote *note)
{
  return g_str_equal (note->rule, "selection.due-next") ||
         g_str_equal (note->rule, "selection.kind");
}

static void
check_selection (const MerCycleFacts *facts,
                 GPtrArray           *notes)
{
  MerProcedureFacts procedure = procedure_of (facts);
  gboolean          settled = mer_procedure_list_is_settled (&procedure);
  GPtrArray        *checks = mer_selection_checks (facts->selection);

  for (guint i = checks->len; settled && i > 0; i--)
    if (is_advice (checks->pdata[i - 1]))
      g_ptr_array_remove_index (checks, i - 1);
  mer_check_rules_take (notes, checks);
}

static void
check_procedure (const MerCycleFacts *facts,
                 GPtrArray           *notes)
{
  MerProcedureFacts procedure = procedure_of (facts);

  count_criteria (facts->methodology, &procedure);
  mer_check_rules_take (notes, mer_procedure_checks (&procedure));
}

static void
check_council (const MerCycleFacts *facts,
               GPtrArray           *notes)
{
  MerCouncilContext context = {
    .members = mer_cycle_facts_records (facts, &mer_record_member),
    .meetings = mer_cycle_facts_records (facts, &mer_record_meeting),
    .attendance = mer_cycle_facts_records (facts, &mer_record_attendance),
    .agenda = mer_cycle_facts_records (facts, &mer_record_agenda_item),
    .votes = mer_cycle_facts_records (facts, &mer_record_vote),
    .law = mer_council_law (mer_cycle_facts_setting (facts, MER_SETTING_LAW), facts->cycle->year),
    .quorum = (int) mer_cycle_settings_get_number (facts->settings, MER_SETTING_QUORUM),
    .year = facts->cycle->year,
    .today = mer_day_from_iso (facts->today),
  };

  mer_check_rules_take (notes, mer_council_check (&context));
}

static void
check_work_plan (const MerCycleFacts *facts,
                 GPtrArray           *notes)
{
  g_autoptr (MerWorkPlan) plan =
    mer_work_plan_new (facts->records, facts->settings, facts->cycle->year);

  mer_check_rules_take (notes, mer_work_check (&plan->context));
}

static void
check_plans (const MerCycleFacts *facts,
             GPtrArray           *notes)
{
  mer_check_rules_take (notes,
                        mer_plan_check (mer_cycle_facts_records (facts, &mer_record_plan),
                                        mer_cycle_facts_records (facts, &mer_record_plan_item),
                                        facts->cycle->year));
}

static void
check_operator (const MerCycleFacts *facts,
                GPtrArray           *notes)
{
  mer_check_rules_take (notes, mer_delivery_notes_of (facts->records, facts->settings,
                                                      facts->cycle, facts->today));
}

static const MerRuleCheckFunc checks[] = {
  check_selection,
  check_schedule,
  check_procedure,
  check_council,
  check_work_plan,
  check_plans,
  check_operator,
};

GPtrArray *
mer_check_rules (const MerCycleFacts *facts)
{
  g_autoptr (GPtrArray) all = mer_rule_notes_new ();
  GPtrArray *sorted = mer_rule_notes_new ();

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    checks[i](facts, all);
  for (int severity = MER_RULE_WARNING; severity >= MER_RULE_NOTE; severity--)
    for (guint i = 0; i < all->len; i++)
      {
        const MerRuleNote *note = all->pdata[i];

        if ((int) note->severity == severity)
          g_ptr_array_add (sorted, mer_rule_note_new (note->rule, note->severity, note->page,
                                                      note->kind, note->id, g_strdup (note->text)));
      }
  return sorted;
}
