/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The procedure after the results: publication, plans, control, conclusions. */

#include "config.h"

#include "core/mer-spoken.h"
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

#define KEY(id) GSIZE_TO_POINTER ((gsize) (id))

/* When each organization first had a plan to show: id → day. */
static GHashTable *
plan_days (const MerProcedureFacts *facts)
{
  GHashTable *days = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < mer_procedure_n (facts->plans); i++)
    {
      const MerPlan *plan = facts->plans->pdata[i];
      gpointer       there = NULL;
      MerDay         first = MER_DAY_NONE;

      if (plan->state == MER_PLAN_DRAFT)
        continue;
      if (g_hash_table_lookup_extended (days, KEY (plan->organization), NULL, &there))
        first = GPOINTER_TO_INT (there);
      first = earlier_day (first, plan->submitted);
      first = earlier_day (first, plan->agreed);
      first = earlier_day (first, plan->approved);
      g_hash_table_insert (days, KEY (plan->organization), GINT_TO_POINTER (first));
    }
  return days;
}

static MerDay
day_in (GHashTable *days,
        gint64      organization_id)
{
  gpointer day = NULL;

  return g_hash_table_lookup_extended (days, KEY (organization_id), NULL, &day)
           ? GPOINTER_TO_INT (day)
           : MER_DAY_NONE;
}

/* The recommendation that each organization received last: id → 1 + its index. */
static GHashTable *
last_received (const MerProcedureFacts *facts)
{
  GHashTable *last = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < mer_procedure_n (facts->recommendations); i++)
    {
      const MerRecommendation *one = facts->recommendations->pdata[i];
      const MerRecommendation *other = NULL;
      MerDay                   day = mer_day_from_iso (one->received);
      gpointer                 key = KEY (one->organization);
      guint                    found = GPOINTER_TO_UINT (g_hash_table_lookup (last, key));

      if (found > 0)
        other = facts->recommendations->pdata[found - 1];
      if (day != MER_DAY_NONE && (other == NULL || day >= mer_day_from_iso (other->received)))
        g_hash_table_insert (last, key, GUINT_TO_POINTER (i + 1));
    }
  return last;
}

static void
check_plan_day (const MerProcedureFacts *facts,
                gint64                   organization_id,
                MerDay                   received,
                MerDay                   done,
                GPtrArray               *notes)
{
  gint64           days = mer_cycle_settings_get_number (facts->settings, MER_SETTING_PLAN_DAYS);
  MerDay           due = received + (MerDay) days;
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
  g_autoptr (GHashTable) days = plan_days (facts);
  g_autoptr (GHashTable) last = last_received (facts);

  for (guint i = 0; i < mer_procedure_n (facts->recommendations); i++)
    {
      const MerRecommendation *recommendation = facts->recommendations->pdata[i];
      gint64                   organization = recommendation->organization;

      if (GPOINTER_TO_UINT (g_hash_table_lookup (last, KEY (organization))) == i + 1)
        check_plan_day (facts, organization, mer_day_from_iso (recommendation->received),
                        day_in (days, organization), notes);
    }
}

/* Ids of organizations whose plan was published somewhere. */
static GHashTable *
published_plans (const MerProcedureFacts *facts)
{
  GHashTable *published = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < mer_procedure_n (facts->publications); i++)
    {
      const MerPublication *publication = facts->publications->pdata[i];

      if (publication->what == MER_PUBLICATION_PLAN && publication->done_on != NULL)
        g_hash_table_add (published, KEY (publication->organization));
    }
  return published;
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
  g_autoptr (GHashTable) published = published_plans (facts);

  for (guint i = 0; i < mer_procedure_n (facts->plans); i++)
    {
      const MerPlan *plan = facts->plans->pdata[i];

      if (plan->state != MER_PLAN_APPROVED || plan->published != NULL ||
          g_hash_table_contains (published, KEY (plan->organization)))
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

/* How many items of each plan are said to be done and were looked at by nobody: id → number. */
static GHashTable *
uncontrolled (const MerProcedureFacts *facts)
{
  GHashTable *numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) marked = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < mer_procedure_n (facts->control_marks); i++)
    g_hash_table_add (marked,
                      KEY (((const MerControlMark *) facts->control_marks->pdata[i])->plan_item));
  for (guint i = 0; i < mer_procedure_n (facts->plan_items); i++)
    {
      const MerPlanItem *item = facts->plan_items->pdata[i];
      guint              n = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, KEY (item->plan)));

      if (item->state == MER_PLAN_ITEM_DONE &&
          !g_hash_table_contains (marked, KEY (item->record.id)))
        g_hash_table_insert (numbers, KEY (item->plan), GUINT_TO_POINTER (n + 1));
    }
  return numbers;
}

static void
check_control_of (const MerProcedureFacts *facts,
                  const MerPlan           *plan,
                  guint                    n,
                  GPtrArray               *notes)
{
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
  g_autoptr (GHashTable) numbers = uncontrolled (facts);

  for (guint i = 0; i < mer_procedure_n (facts->plans); i++)
    {
      const MerPlan *plan = facts->plans->pdata[i];

      check_control_of (facts, plan,
                        GPOINTER_TO_UINT (g_hash_table_lookup (numbers, KEY (plan->record.id))),
                        notes);
    }
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
