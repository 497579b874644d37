/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inspector of plans, where whole plans are selected: how one stands and what comes next, what
 * can be done with several at once. */

#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-day.h"
#include "cycle/mer-cycle-settings.h"
#include "ui/pages/mer-plan-inspector-private.h"

const char *
mer_plan_inspector_name_of (const MerOrganization *organization)
{
  return organization != NULL ? organization->name : _("The municipality");
}

void
mer_plan_inspector_add_findings (MerPlanInspector   *self,
                                 const MerPlanSheet *sheet,
                                 guint               criterion)
{
  const MerMethodology *methodology = self->book->facts.methodology;

  for (guint i = 0; sheet->organization != NULL && i < self->book->facts.findings->len; i++)
    {
      const MerFinding *finding = self->book->facts.findings->pdata[i];
      guint             index = 0;
      g_autofree char  *text = NULL;

      if (finding->organization_id != sheet->organization->id)
        continue;
      index = mer_plan_criterion (methodology, finding->criterion);
      if (criterion <= methodology->criteria->len && index != criterion)
        continue;
      text = index < methodology->criteria->len
               ? g_strdup_printf ("%s. %s",
                                  ((MerCriterion *) methodology->criteria->pdata[index])->symbol,
                                  finding->text)
               : g_strdup (finding->text);
      mer_plan_inspector_add_label (self, text, "small");
    }
}

/* --- one plan -------------------------------------------------------------------------------- */

static void
add_plan_words (MerPlanInspector   *self,
                const MerPlanSheet *sheet)
{
  gboolean         missing = sheet->timing == MER_TIMING_MISSING;
  g_autofree char *received = mer_day_to_text (sheet->received);
  g_autofree char *due = mer_day_to_text (sheet->due);
  g_autofree char *state = NULL;

  if (sheet->plan != NULL)
    state = g_strdup_printf (_("Plan, version %d: %s"), (int) sheet->plan->version,
                                _(mer_plan_state_title ((MerPlanState) sheet->plan->state)));
  mer_plan_inspector_add_label (self, state != NULL ? state : _("There is no plan yet"), NULL);
  if (*received != '\0')
    {
      g_autofree char *text = g_strdup_printf (_("Recommendations were received on %s"), received);

      mer_plan_inspector_add_label (self, text, "mer-secondary");
    }
  if (*due != '\0')
    {
      g_autofree char *text = g_strdup_printf (_("The plan is due on %s"), due);

      mer_plan_inspector_add_label (self, text, missing ? "mer-overdue" : "mer-secondary");
    }
  if (sheet->n_lines > 0)
    {
      g_autofree char *text = g_strdup_printf (_("Done: %u of %u, overdue: %u"),
                                                  sheet->execution.n[MER_STANDING_DONE],
                                                  mer_execution_count (&sheet->execution),
                                                  sheet->execution.n[MER_STANDING_OVERDUE]);

      mer_plan_inspector_add_label (self, text, NULL);
    }
}

/* Where it was published, as a link that opens. */
static void
add_publication (MerPlanInspector *self,
                 const MerPlan    *plan)
{
  g_autofree char *day = mer_day_to_words (plan->published);
  g_autofree char *text = NULL;
  GtkLabel        *label = NULL;

  if (plan->published == NULL && plan->link == NULL)
    return;
  text = plan->published != NULL ? g_strdup_printf (_("Published on %s"), day)
                                 : g_strdup (_("Published"));
  mer_plan_inspector_add_label (self, text, NULL);
  if (plan->link == NULL)
    return;
  label = mer_plan_inspector_add_label (self, NULL, "small");
  if (g_str_has_prefix (plan->link, "http://") || g_str_has_prefix (plan->link, "https://"))
    {
      g_autofree char *markup = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", plan->link,
                                                         plan->link);

      gtk_label_set_markup (label, markup);
    }
  else
    gtk_label_set_text (label, plan->link);
}

static guint
steps_of (MerPlanInspector *self,
          const MerPlan    *plan,
          MerPlanStep       steps[MER_PLAN_MOST_STEPS])
{
  GHashTable *settings = self->book->facts.settings;

  return mer_plan_steps (mer_cycle_settings_get (settings, MER_SETTING_PLAN_ROUTE),
                         mer_cycle_settings_get (settings, MER_SETTING_PLAN_AUTHOR),
                         (MerPlanState) plan->state, steps);
}

static void
add_step (MerPlanInspector  *self,
          const MerPlanStep *step,
          guint              n)
{
  /* Translators: the next state of a plan and who brings it about: «утверждён: отдел». */
  const char      *state = _(mer_plan_state_title (step->to));
  const char      *hand = _(mer_plan_hand_title (step->who));
  g_autofree char *label = g_strdup_printf (_("%s: %s"), state, hand);
  g_autofree char *counted = n > 0 ? g_strdup_printf ("%s (%u)", label, n) : NULL;
  g_autofree char *action = g_strdup_printf ("view.step::%s", mer_plan_state_to_code (step->to));

  mer_plan_inspector_add_button (self, counted != NULL ? counted : label, action);
}

static void
add_steps (MerPlanInspector   *self,
           const MerPlanSheet *sheet)
{
  MerPlanStep steps[MER_PLAN_MOST_STEPS];
  guint       n = sheet->plan != NULL ? steps_of (self, sheet->plan, steps) : 0;

  for (guint i = 0; i < n; i++)
    add_step (self, &steps[i], 0);
}

static gboolean
is_selected (MerPlanInspector *self,
             gint64            organization)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const MerPlanSheet *sheet = ((MerPlanNode *) self->nodes->pdata[i])->sheet;

      if (sheet != NULL && sheet->organization != NULL && sheet->organization->id == organization)
        return TRUE;
    }
  return FALSE;
}

/* The way from findings to a plan that is due: what of it is still to be done for those who are
 * selected. */
static void
add_receipt (MerPlanInspector *self)
{
  const MerPlanFacts *facts = &self->book->facts;
  g_autoptr (GHashTable) answered = g_hash_table_new (NULL, NULL);
  gboolean found = FALSE;
  gboolean awaited = FALSE;

  for (guint i = 0; i < facts->recommendations->len; i++)
    {
      const MerRecommendation *one = facts->recommendations->pdata[i];

      g_hash_table_add (answered, GSIZE_TO_POINTER ((gsize) one->finding));
      awaited = awaited || (one->received == NULL && is_selected (self, one->organization));
    }
  for (guint i = 0; !found && i < facts->findings->len; i++)
    {
      const MerFinding *finding = facts->findings->pdata[i];

      found = !g_hash_table_contains (answered, GSIZE_TO_POINTER ((gsize) finding->id)) &&
              is_selected (self, finding->organization_id);
    }
  if (found)
    mer_plan_inspector_add_button (self, _("_Recommendations from findings"), "view.recommend");
  if (awaited)
    mer_plan_inspector_add_button (self, _("Recommendations were recei_ved…"), "view.receive");
}

void
mer_plan_inspector_show_plan (MerPlanInspector *self,
                              MerPlanNode      *node)
{
  const MerPlanSheet *sheet = node->sheet;

  mer_plan_inspector_add_label (self, mer_plan_inspector_name_of (sheet->organization), "title-4");
  add_plan_words (self, sheet);
  if (sheet->plan != NULL)
    add_publication (self, sheet->plan);
  add_steps (self, sheet);
  if (sheet->organization != NULL && sheet->n_unanswered > 0)
    mer_plan_inspector_add_button (self, _("Make items of _findings"), "view.make");
  add_receipt (self);
  if (sheet->plan != NULL)
    mer_plan_inspector_add_button (self, _("Details of the _plan…"), "view.plan");
  if (sheet->n_lines > 0)
    {
      mer_plan_inspector_add_button (self, _("Pre_view of the form"), "view.preview");
      mer_plan_inspector_add_button (self, _("Form to be _filled in…"), "view.form");
      mer_plan_inspector_add_button (self, _("_Read the form back…"), "view.read");
    }
  if (sheet->n_findings > 0)
    {
      mer_plan_inspector_add_heading (self, _("Findings by criterion"));
      mer_plan_inspector_add_findings (self, sheet, G_MAXUINT);
    }
}

/* --- several plans --------------------------------------------------------------------------- */

/* Of sheets that stand alone: where items are selected too, these are meant. */
guint
mer_plan_inspector_count_sheets (MerPlanInspector *self)
{
  guint n = 0;

  for (guint i = 0; i < self->nodes->len; i++)
    n += ((MerPlanNode *) self->nodes->pdata[i])->kind == MER_PLAN_NODE_SHEET;
  return n;
}

/* Each step that some of them may take, with how many. */
static void
add_steps_of_all (MerPlanInspector *self)
{
  MerPlanStep steps[MER_PLAN_MOST_STEPS];
  MerPlanStep found[MER_PLAN_APPROVED + 1] = { { 0 } };
  guint       counts[MER_PLAN_APPROVED + 1] = { 0 };

  for (guint i = 0; i < self->nodes->len; i++)
    {
      MerPlanNode   *node = self->nodes->pdata[i];
      const MerPlan *plan = node->sheet != NULL ? node->sheet->plan : NULL;
      guint          n = node->kind == MER_PLAN_NODE_SHEET && plan != NULL
                           ? steps_of (self, plan, steps)
                           : 0;

      for (guint j = 0; j < n; j++)
        {
          found[steps[j].to] = steps[j];
          counts[steps[j].to]++;
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > 0)
      add_step (self, &found[i], counts[i]);
}

void
mer_plan_inspector_show_sheets (MerPlanInspector *self,
                                guint             n)
{
  g_autofree char *title = NULL;
  guint            n_unanswered = 0;
  MerExecution     execution = { 0 };
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      MerPlanNode *node = self->nodes->pdata[i];

      if (node->kind != MER_PLAN_NODE_SHEET)
        continue;
      n_unanswered += node->sheet->n_unanswered;
      mer_execution_join (&execution, &node->sheet->execution);
    }
  title = g_strdup_printf (ngettext ("%u organization selected", "%u organizations selected", n),
                           n);
  text = g_strdup_printf (_("Done: %u of %u, overdue: %u"), execution.n[MER_STANDING_DONE],
                             mer_execution_count (&execution), execution.n[MER_STANDING_OVERDUE]);
  mer_plan_inspector_add_label (self, title, "title-4");
  mer_plan_inspector_add_label (self, text, NULL);
  add_steps_of_all (self);
  add_receipt (self);
  if (n_unanswered > 0)
    mer_plan_inspector_add_button (self, _("Make items of _findings"), "view.make");
  mer_plan_inspector_add_button (self, _("Form to be _filled in…"), "view.form");
}

/* --- a finding ------------------------------------------------------------------------------- */

void
mer_plan_inspector_show_finding (MerPlanInspector *self,
                                 MerPlanNode      *node)
{
  mer_plan_inspector_add_label (self, node->sheet->organization->name, "title-4");
  mer_plan_inspector_add_label (self, _("No item of the plan answers this finding."),
                                         "mer-secondary");
  mer_plan_inspector_add_label (self, node->finding->text, NULL);
  mer_plan_inspector_add_button (self, _("Make items of _findings"), "view.make");
}
