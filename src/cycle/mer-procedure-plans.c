/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The procedure between the results and the plans: who has recommendations and whose plan is
 * missing. */

#include "config.h"

#include "core/mer-spoken.h"
#include "cycle/mer-improvement.h"
#include "cycle/mer-procedure-private.h"

#define KEY(id) GSIZE_TO_POINTER ((gsize) (id))

/* Organizations whose plan is there; of `shown` only what is more than a draft. */
static GHashTable *
with_plan (const MerProcedureFacts *facts,
           gboolean                 shown)
{
  GHashTable *found = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < mer_procedure_n (facts->plans); i++)
    {
      const MerPlan *plan = mer_procedure_at (facts->plans, i);

      if (!shown || plan->state != MER_PLAN_DRAFT)
        g_hash_table_add (found, KEY (plan->organization));
    }
  return found;
}

/* Days for plans run from the receipt: where nobody notes it, none is ever due. */
static guint
count_waiting (const MerProcedureFacts *facts)
{
  g_autoptr (GHashTable) settled = with_plan (facts, TRUE);
  g_autoptr (GHashTable) waiting = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < mer_procedure_n (facts->recommendations); i++)
    {
      const MerRecommendation *one = mer_procedure_at (facts->recommendations, i);

      if (one->received != NULL)
        g_hash_table_add (settled, KEY (one->organization));
    }
  for (guint i = 0; i < mer_procedure_n (facts->recommendations); i++)
    {
      const MerRecommendation *one = mer_procedure_at (facts->recommendations, i);

      if (!g_hash_table_contains (settled, KEY (one->organization)))
        g_hash_table_add (waiting, KEY (one->organization));
    }
  return g_hash_table_size (waiting);
}

static void
check_received (const MerProcedureFacts *facts,
                GPtrArray               *notes)
{
  guint n = mer_procedure_stage (facts) >= MER_STAGE_PLANS ? count_waiting (facts) : 0;

  if (n > 0)
    g_ptr_array_add (
      notes,
      mer_rule_note_new (
        "procedure.received", MER_RULE_WARNING, "plans", mer_record_recommendation.id, 0,
        g_strdup_printf (ngettext ("%u organization has recommendations, but nobody noted when it "
                                   "received them: no day is set for its plan.",
                                   "%u organizations have recommendations, but nobody noted when "
                                   "they received them: no day is set for their plans.",
                                   n),
                         n)));
}

/* The department works out a plan of each organization. Who has no shortcoming needs none, so it is
 * no more than a note. */
static void
check_missing (const MerProcedureFacts *facts,
               GPtrArray               *notes)
{
  g_autoptr (GHashTable) planned = with_plan (facts, FALSE);
  gint64 first = 0;
  guint  n = 0;

  if (mer_procedure_stage (facts) < MER_STAGE_CONTROL)
    return;
  for (guint i = 0; i < mer_procedure_n (facts->members); i++)
    {
      const MerCycleMember *member = mer_procedure_at (facts->members, i);

      if (!member->selected || g_hash_table_contains (planned, KEY (member->organization_id)))
        continue;
      first = n++ == 0 ? member->organization_id : first;
    }
  if (n > 0)
    g_ptr_array_add (
      notes,
      mer_rule_note_new (
        "procedure.plan-none", MER_RULE_NOTE, "plans", "organization", first,
        g_strdup_printf (
          ngettext ("%u of the assessed organizations has no improvement plan: “%s”.",
                    "%u of the assessed organizations have no improvement plan, “%s” first.", n),
          n, mer_procedure_organization (facts, first))));
}

void
mer_procedure_check_plans (const MerProcedureFacts *facts,
                           GPtrArray               *notes)
{
  check_received (facts, notes);
  check_missing (facts, notes);
}
