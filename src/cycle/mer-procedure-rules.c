/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The procedure up to the results: council, model, choice, operator, discussion. */

#include "config.h"

#include "cycle/mer-procedure-rules.h"

#include <string.h>

#include "core/mer-organization.h"
#include "core/mer-spoken.h"
#include "cycle/mer-council-decisions.h"
#include "cycle/mer-cycle-settings.h"
#include "cycle/mer-improvement.h"
#include "cycle/mer-operator.h"
#include "cycle/mer-procedure-private.h"
#include "cycle/mer-work-plan.h"

guint
mer_procedure_n (const GPtrArray *records)
{
  return records != NULL ? records->len : 0;
}

gconstpointer
mer_procedure_at (const GPtrArray *records,
                  guint            i)
{
  return records->pdata[i];
}

const char *
mer_procedure_organization (const MerProcedureFacts *facts,
                            gint64                   id)
{
  return mer_organizations_name (facts->organizations, id);
}

guint
mer_procedure_stage (const MerProcedureFacts *facts)
{
  return mer_cycle_settings_get_choice (facts->settings, MER_SETTING_STAGE);
}

static MerDay
meeting_day (const MerProcedureFacts *facts,
             gint64                   id)
{
  const MerMeeting *meeting = mer_records_find (facts->meetings, id);

  return meeting != NULL ? mer_day_from_iso (meeting->day) : MER_DAY_NONE;
}

const MerAgendaItem *
mer_procedure_decision (const MerProcedureFacts *facts,
                        MerDecisionSubject       about,
                        MerDay                  *day)
{
  const MerAgendaItem *first = NULL;
  MerDay               first_day = MER_DAY_NONE;

  for (guint i = 0; i < mer_procedure_n (facts->agenda); i++)
    {
      const MerAgendaItem *item = facts->agenda->pdata[i];
      MerDay               met = meeting_day (facts, item->meeting);

      if (item->about != (int) about || item->outcome != MER_DECISION_ADOPTED ||
          (first != NULL && met >= first_day))
        continue;
      first = item;
      first_day = met;
    }
  if (day != NULL)
    *day = first_day;
  return first;
}

static gboolean
is_decided (const MerProcedureFacts *facts,
            MerDecisionSubject       about)
{
  return mer_procedure_decision (facts, about, NULL) != NULL;
}

static void
tell (GPtrArray      *notes,
      const char     *rule,
      MerRuleSeverity severity,
      const char     *page,
      const char     *text)
{
  g_ptr_array_add (notes, mer_rule_note_new (rule, severity, page, NULL, 0, g_strdup (text)));
}

/* --- the model ----------------------------------------------------------------------- */

static void
check_model (const MerProcedureFacts *facts,
             GPtrArray               *notes)
{
  gboolean decided = is_decided (facts, MER_ABOUT_METHODOLOGY);

  if (facts->n_indicators == 0)
    tell (notes, "procedure.indicators", MER_RULE_WARNING, "methodology",
          _("An assessment is expressed in indicators, but the methodology has none."));
  if (facts->n_council_criteria > 0 && !decided)
    g_ptr_array_add (
      notes,
      mer_rule_note_new (
        "procedure.criteria", MER_RULE_WARNING, "council", NULL, 0,
        g_strdup_printf (
          ngettext ("%u criterion was added to those of the edition without a decision of the "
                    "council.",
                    "%u criteria were added to those of the edition without a decision of the "
                    "council.",
                    facts->n_council_criteria),
          facts->n_council_criteria)));
  else if (!decided && mer_procedure_stage (facts) >= MER_STAGE_COLLECTION)
    tell (notes, "procedure.model", MER_RULE_NOTE, "council",
          _("The council has not decided by which criteria and methods is assessed."));
}

/* --- the choice ------------------------------------------------------------------------------ */

/* A decision that names organizations is about these only. */
static gboolean
is_named (const MerProcedureFacts *facts,
          const MerAgendaItem     *decision,
          gint64                   organization_id)
{
  gboolean names = FALSE;

  for (guint i = 0; i < mer_procedure_n (facts->links); i++)
    {
      const MerLink *link = facts->links->pdata[i];

      if (link->role != MER_LINK_DECIDES || link->from_id != decision->record.id ||
          g_strcmp0 (link->from_kind, mer_record_agenda_item.id) != 0 ||
          g_strcmp0 (link->to_kind, "organization") != 0)
        continue;
      names = TRUE;
      if (link->to_id == organization_id)
        return TRUE;
    }
  return !names;
}

static gboolean
pilot_is_decided (const MerProcedureFacts *facts,
                  gint64                   organization_id)
{
  for (guint i = 0; i < mer_procedure_n (facts->agenda); i++)
    {
      const MerAgendaItem *item = facts->agenda->pdata[i];

      if (item->about == MER_ABOUT_SELECTION && item->outcome == MER_DECISION_ADOPTED &&
          is_named (facts, item, organization_id))
        return TRUE;
    }
  return FALSE;
}

static void
check_pilots (const MerProcedureFacts *facts,
              GPtrArray               *notes)
{
  for (guint i = 0; i < mer_procedure_n (facts->members); i++)
    {
      const MerCycleMember *member = facts->members->pdata[i];

      if (!member->selected || !member->pilot || pilot_is_decided (facts, member->organization_id))
        continue;
      g_ptr_array_add (
        notes,
        mer_rule_note_new ("procedure.pilot", MER_RULE_WARNING, "council", "organization",
                           member->organization_id,
                           g_strdup_printf (_("“%s” is a pilot, but no decision of the council on "
                                              "the choice names it."),
                                               mer_procedure_organization (
                                                 facts, member->organization_id))));
    }
}

static void
check_choice (const MerProcedureFacts *facts,
              GPtrArray               *notes)
{
  guint           n = 0;
  MerRuleSeverity severity =
    mer_procedure_stage (facts) >= MER_STAGE_COLLECTION ? MER_RULE_WARNING : MER_RULE_NOTE;

  for (guint i = 0; i < mer_procedure_n (facts->members); i++)
    n += ((const MerCycleMember *) facts->members->pdata[i])->selected ? 1 : 0;
  if (n == 0 || is_decided (facts, MER_ABOUT_SELECTION))
    return;
  g_ptr_array_add (
    notes, mer_rule_note_new (
             "procedure.selection", severity, "council", NULL, 0,
             g_strdup_printf (
               ngettext ("%u organization is chosen, but the council has not approved the list.",
                         "%u organizations are chosen, but the council has not approved the list.",
                         n),
               n)));
}

/* The list is kept as it was approved once it has changed. */
static gboolean
is_kept (const MerProcedureFacts *facts,
         gint64                   decision)
{
  for (guint i = 0; i < mer_procedure_n (facts->members); i++)
    if (((const MerCycleMember *) facts->members->pdata[i])->approved == decision)
      return TRUE;
  return FALSE;
}

static void
count_changes (const MerProcedureFacts *facts,
               MerListApproval         *approval)
{
  for (guint i = 0; i < mer_procedure_n (facts->members); i++)
    {
      const MerCycleMember *member = facts->members->pdata[i];
      gboolean              was = member->approved == approval->decision;

      if (was == (member->selected != FALSE))
        continue;
      if (was)
        approval->n_taken++;
      else
        approval->n_added++;
      if (approval->first == 0)
        approval->first = member->organization_id;
    }
}

MerListApproval
mer_procedure_list_approval (const MerProcedureFacts *facts)
{
  const MerAgendaItem *latest =
    mer_council_list_approval (facts->meetings, facts->agenda, facts->links);
  MerListApproval approval = { 0 };

  if (latest == NULL)
    return approval;
  approval.decision = latest->record.id;
  if (is_kept (facts, approval.decision))
    count_changes (facts, &approval);
  return approval;
}

gboolean
mer_procedure_list_is_settled (const MerProcedureFacts *facts)
{
  MerListApproval approval = mer_procedure_list_approval (facts);

  return approval.decision != 0 && approval.first == 0;
}

static void
check_list_change (const MerProcedureFacts *facts,
                   GPtrArray               *notes)
{
  MerListApproval  approval = mer_procedure_list_approval (facts);
  g_autofree char *text = NULL;

  if (approval.first == 0)
    return;
  text = g_strdup_printf (
    /* Translators: numbers of organizations, and the name of one of them. */
    _("The list was changed after the council had approved it: added %u, taken off %u, among them "
      "“%s”. The council has to approve the change."),
       approval.n_added, approval.n_taken,
       mer_procedure_organization (facts, approval.first));
  g_ptr_array_add (notes, mer_rule_note_new ("procedure.list-changed", MER_RULE_WARNING,
                                             "organizations", "organization", approval.first,
                                             g_steal_pointer (&text)));
}

/* --- the operator ---------------------------------------------------------------------------- */

static gboolean
has_remark (const MerProcedureFacts *facts,
            MerRemarkSubject         a,
            MerRemarkSubject         b)
{
  for (guint i = 0; i < mer_procedure_n (facts->remarks); i++)
    {
      const MerRemark *remark = facts->remarks->pdata[i];

      if (remark->about == (int) a || remark->about == (int) b)
        return TRUE;
    }
  return FALSE;
}

static void
check_terms (const MerProcedureFacts *facts,
             GPtrArray               *notes)
{
  if (mer_procedure_n (facts->contracts) > 0 && !is_decided (facts, MER_ABOUT_OPERATOR) &&
      !has_remark (facts, MER_REMARK_TERMS, MER_REMARK_TENDER))
    tell (notes, "procedure.terms", MER_RULE_WARNING, "council",
          _("There is a contract with the operator, but no proposals of the council for its terms "
            "of reference."));
}

/* The first accepted report of the operator. */
static MerDay
report_day (const MerProcedureFacts *facts)
{
  MerDay first = MER_DAY_NONE;

  for (guint i = 0; i < mer_procedure_n (facts->deliveries); i++)
    {
      const MerDelivery *delivery = facts->deliveries->pdata[i];
      MerDay             day = mer_day_from_iso (delivery->decided);

      if (delivery->is_report && delivery->state == MER_DELIVERY_ACCEPTED &&
          day != MER_DAY_NONE && (first == MER_DAY_NONE || day < first))
        first = day;
    }
  return first;
}

static void
check_report (const MerProcedureFacts *facts,
              GPtrArray               *notes)
{
  if (facts->cycle->approved && mer_procedure_n (facts->contracts) > 0 &&
      report_day (facts) == MER_DAY_NONE)
    tell (notes, "procedure.report", MER_RULE_WARNING, "data",
          _("The results are approved, but no report of the operator was accepted."));
}

/* --- results --------------------------------------------------------------------------------- */

/* The council's month: results and proposals, by whichever decision came first. */
static void
check_hand_over (const MerProcedureFacts *facts,
                 GPtrArray               *notes)
{
  gint64 months =
    mer_cycle_settings_get_number (facts->settings, MER_SETTING_COUNCIL_DAYS);
  MerDay accepted = report_day (facts);
  MerDay today = mer_day_from_iso (facts->today);
  MerDay last =
    accepted != MER_DAY_NONE ? mer_day_add_months (accepted, (int) months) : MER_DAY_NONE;
  MerDay           done = MER_DAY_NONE;
  g_autofree char *since = mer_day_to_text (accepted);
  g_autofree char *until = mer_day_to_text (last);
  g_autofree char *on = NULL;
  char            *text = NULL;

  if (last == MER_DAY_NONE)
    return;
  mer_procedure_decision (facts, MER_ABOUT_RECOMMENDATIONS, &done);
  on = mer_day_to_text (done);
  if (done == MER_DAY_NONE && today > last)
    text = g_strdup_printf (_("The operator's report was accepted on %s: the council's proposals "
                              "were due by %s."),
                               since, until);
  else if (done != MER_DAY_NONE && done > last)
    text = g_strdup_printf (_("The operator's report was accepted on %s: the council's proposals "
                              "were due by %s, but decided on %s."),
                               since, until, on);
  if (text != NULL)
    g_ptr_array_add (notes, mer_rule_note_new ("procedure.hand-over", MER_RULE_WARNING, "council",
                                               NULL, 0, text));
}

static void
check_discussion (const MerProcedureFacts *facts,
                  GPtrArray               *notes)
{
  guint n = 0;

  for (guint i = 0; facts->cycle->approved && i < mer_procedure_n (facts->remarks); i++)
    {
      const MerRemark *remark = facts->remarks->pdata[i];

      n += remark->state == MER_REMARK_OPEN &&
               (remark->about == MER_REMARK_RATING || remark->about == MER_REMARK_REVIEW)
             ? 1
             : 0;
    }
  if (n > 0)
    g_ptr_array_add (
      notes,
      mer_rule_note_new (
        "procedure.discussion", MER_RULE_WARNING, "council", mer_record_remark.id, 0,
        g_strdup_printf (ngettext ("The results are approved, but %u remark or review of the "
                                   "public discussion was not decided on.",
                                   "The results are approved, but %u remarks and reviews of the "
                                   "public discussion were not decided on.",
                                   n),
                         n)));
}

static void
check_results (const MerProcedureFacts *facts,
               GPtrArray               *notes)
{
  const char *form = mer_cycle_settings_get (facts->settings, MER_SETTING_FORM);
  /* a cycle that was made from another takes its form over long before there is anything to show */
  gboolean early = mer_procedure_stage (facts) < MER_STAGE_COUNCIL && !facts->cycle->approved;

  if (facts->cycle->approved && !is_decided (facts, MER_ABOUT_RESULTS))
    tell (notes, "procedure.results", MER_RULE_NOTE, "council",
          _("The results are approved, but no decision of the council on them is recorded."));
  if (!g_str_equal (form, "places") && !is_decided (facts, MER_ABOUT_PUBLICATION))
    tell (notes, "procedure.form", early ? MER_RULE_NOTE : MER_RULE_WARNING, "council",
          _("The results are shown in another form than places by total, which the council has "
            "not approved."));
}

GPtrArray *
mer_procedure_checks (const MerProcedureFacts *facts)
{
  static void (*const checks[]) (const MerProcedureFacts *facts, GPtrArray *notes) = {
    check_model,
    check_choice,
    check_list_change,
    check_pilots,
    check_terms,
    check_report,
    check_hand_over,
    check_discussion,
    check_results,
    mer_procedure_check_plans,
    mer_procedure_check_use,
  };
  GPtrArray *notes = mer_rule_notes_new ();

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    checks[i](facts, notes);
  return notes;
}
