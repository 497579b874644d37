/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What wants attention in a cycle: scores without a value, samples that are short, what is overdue,
 * rules that are broken; like with like in one row. */

#include "config.h"

#include <string.h>

#include "app/mer-overview-private.h"
#include "app/mer-work-plan.h"
#include "core/mer-spoken.h"
#include "cycle/mer-improvement.h"
#include "cycle/mer-work-rules.h"
#include "methodology/mer-methodology-edit.h"
#include "report/mer-explain-text.h"

static void
add (MerOverview *self,
     MerAttention what,
     char        *title,
     char        *detail,
     const char  *page,
     gint64       organization_id)
{
  MerOverviewRow *row = g_new0 (MerOverviewRow, 1);

  row->what = what;
  row->title = title;
  row->detail = detail;
  row->page = page;
  row->organization_id = organization_id;
  g_ptr_array_add (self->attention, row);
}

/* The record that the last row leads to: the first of several. */
static void
lead_to (MerOverview *self,
         const char  *kind,
         gint64       id)
{
  MerOverviewRow *row = self->attention->pdata[self->attention->len - 1];

  row->kind = kind;
  row->record_id = id;
}

/* --- data ------------------------------------------------------------------------------------ */

static void
add_undefined (MerOverview           *self,
               MerResults            *results,
               const MerOverviewData *data)
{
  const MerScoreRow *row = data->first_undefined;
  g_autoptr (MerExplanation) explanation = NULL;

  if (row == NULL)
    return;
  explanation = mer_explanation_new (results->scores, row, "S");
  if (data->undefined == 1)
    add (self, MER_ATTENTION_WARNING,
         g_strdup_printf (_("The score is not defined: “%s”"), row->organization->name),
                          mer_explain_undefined (explanation, mer_spoken_language ()), "rating",
                          row->organization->id);
  else
    add (self, MER_ATTENTION_WARNING,
         g_strdup_printf (ngettext ("The score of %u organization is not defined",
                                    "The scores of %u organizations are not defined",
                                    data->undefined),
                          data->undefined),
         /* Translators: the first of several organizations that something is said of */
         g_strdup_printf (_("“%s” and others"), row->organization->name), "rating",
                          row->organization->id);
}

static void
add_short_samples (MerOverview           *self,
                   const MerOverviewData *data)
{
  guint short_of = data->planned - data->reached;

  if (short_of == 0 || data->questionnaires == 0)
    return;
  add (self, MER_ATTENTION_WARNING,
       g_strdup_printf (ngettext ("The sample is not reached: %u organization",
                                  "The sample is not reached: %u organizations", short_of),
                        short_of),
       g_strdup_printf (ngettext ("%d questionnaire is missing", "%d questionnaires are missing",
                                  (unsigned long) data->missing),
                        (int) data->missing),
       "data", 0);
}

static void
add_differences (MerOverview         *self,
                 const MerCycleFacts *facts)
{
  g_autoptr (MerMethodology) federal =
    facts->methodology != NULL ? mer_methodology_federal (facts->methodology) : NULL;
  g_autoptr (GPtrArray) differences =
    federal != NULL ? mer_methodology_differences (facts->methodology, federal) : NULL;

  if (differences == NULL || differences->len == 0)
    return;
  add (self, MER_ATTENTION_NOTE,
       g_strdup_printf (ngettext ("%u property of the methodology differs from the federal edition",
                                  "%u properties of the methodology differ from the federal "
                                  "edition",
                                  differences->len),
                        differences->len),
       NULL, "methodology", 0);
}

/* --- overdue --------------------------------------------------------------------------------- */

static void
add_overdue_plan_items (MerOverview       *self,
                        const MerPlanBook *plans)
{
  const MerPlanLine *first = NULL;
  guint              n = plans->execution.n[MER_STANDING_OVERDUE];

  for (guint i = 0; i < plans->n_lines && first == NULL; i++)
    first = plans->lines[i].standing == MER_STANDING_OVERDUE ? &plans->lines[i] : NULL;
  if (n == 0 || first == NULL)
    return;
  add (self, MER_ATTENTION_OVERDUE,
       g_strdup_printf (ngettext ("%u item of the plans is overdue",
                                  "%u items of the plans are overdue", n),
                        n),
       NULL, "plans", 0);
  lead_to (self, mer_record_plan_item.id, first->item->record.id);
}

static void
add_overdue_work (MerOverview       *self,
                  const MerWorkPlan *plan)
{
  const MerWorkItem *first = NULL;
  guint              n = 0;

  for (guint i = 0; i < plan->context.items->len; i++)
    {
      const MerWorkItem *item = plan->context.items->pdata[i];

      if (item->level != MER_WORK_ITEM ||
          mer_work_item_status (&plan->context, item) != MER_WORK_STATUS_OVERDUE)
        continue;
      first = n++ == 0 ? item : first;
    }
  if (n == 0)
    return;
  add (self, MER_ATTENTION_OVERDUE,
       g_strdup_printf (ngettext ("%u item of the work plan is overdue",
                                  "%u items of the work plan are overdue", n),
                        n),
       g_strdup (first->what), "workplan", 0);
  lead_to (self, mer_record_work_item.id, first->record.id);
}

static void
add_overdue_publications (MerOverview         *self,
                          const MerCycleFacts *facts,
                          const MerDueDates   *dates)
{
  const GPtrArray *list = mer_cycle_facts_records (facts, &mer_record_publication);
  gint64           first = 0;
  guint            n = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const MerPublication *publication = list->pdata[i];

      if (mer_publication_state (&dates->context, publication) == MER_DUE_OVERDUE)
        first = n++ == 0 ? publication->record.id : first;
    }
  if (n == 0)
    return;
  add (self, MER_ATTENTION_OVERDUE,
       g_strdup_printf (ngettext ("%u publication is overdue", "%u publications are overdue", n),
                        n),
       NULL, "publications", 0);
  lead_to (self, mer_record_publication.id, first);
}

/* --- rules ----------------------------------------------------------------------------------- */

/* Of each rule, how many notes of the severity there are: rule → number. */
static GHashTable *
count_rules (const GPtrArray *notes,
             MerRuleSeverity  severity)
{
  GHashTable *numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < notes->len; i++)
    {
      const MerRuleNote *note = notes->pdata[i];
      gpointer           rule = (gpointer) (guintptr) note->rule;
      guint              n = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, rule));

      if (note->severity == severity)
        g_hash_table_insert (numbers, rule, GUINT_TO_POINTER (n + 1));
    }
  return numbers;
}

/* The first of a rule stands for all of it. */
static void
add_rules (MerOverview    *self,
           MerRuleSeverity severity)
{
  g_autoptr (GHashTable) numbers = count_rules (self->notes, severity);

  for (guint i = 0; i < self->notes->len; i++)
    {
      const MerRuleNote *note = self->notes->pdata[i];
      guint              n = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, note->rule));

      if (note->severity != severity || !g_hash_table_remove (numbers, note->rule))
        continue;
      add (self, severity == MER_RULE_WARNING ? MER_ATTENTION_WARNING : MER_ATTENTION_NOTE,
           g_strdup (note->text),
           n > 1 ? g_strdup_printf (ngettext ("and %u more of the same kind",
                                              "and %u more of the same kind", n - 1),
                                    n - 1)
                 : NULL,
           note->page, g_strcmp0 (note->kind, "organization") == 0 ? note->id : 0);
      if (g_strcmp0 (note->kind, "organization") != 0)
        lead_to (self, note->kind, note->id);
    }
}

void
mer_overview_fill_attention (MerOverview           *self,
                             const MerCycleFacts   *facts,
                             MerResults            *results,
                             const MerOverviewWork *work,
                             const MerOverviewData *data)
{
  add_undefined (self, results, data);
  add_short_samples (self, data);
  add_overdue_plan_items (self, work->plans);
  add_overdue_work (self, work->work);
  add_overdue_publications (self, facts, work->publications);
  add_rules (self, MER_RULE_WARNING);
  add_differences (self, facts);
  add_rules (self, MER_RULE_NOTE);
}
