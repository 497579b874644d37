/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stages of a cycle, what each needs, closing and the archive. */

#include "config.h"

#include "app/mer-cycle-stage.h"

#include <string.h>

#include "core/mer-day.h"
#include "core/mer-spoken.h"
#include "cycle/mer-cycle-settings.h"
#include "cycle/mer-improvement.h"
#include "cycle/mer-rule-note.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"

guint
mer_cycle_stage (const MerCycleFacts *facts)
{
  return mer_cycle_settings_get_choice (facts->settings, MER_SETTING_STAGE);
}

const char *
mer_stage_to_code (guint stage)
{
  const MerCycleSetting *setting = mer_cycle_setting_find (MER_SETTING_STAGE);

  return setting->choices[MIN (stage, setting->n_choices - 1)].code;
}

const char *
mer_stage_to_words (guint stage)
{
  const MerCycleSetting *setting = mer_cycle_setting_find (MER_SETTING_STAGE);

  return _(setting->choices[MIN (stage, setting->n_choices - 1)].title);
}

/* --- what a stage needs ---------------------------------------------------------------------- */

static const struct
{
  guint       stage;
  const char *rules; /* beginning of their ids */
} belongs[] = {
  { 0, "council." },
  { 0, "selection." },
  { 0, "procedure.council" },
  { 0, "procedure.selection" },
  { 0, "procedure.pilot" },
  { 0, "procedure.model" },
  { 0, "procedure.criteria" },
  { 0, "procedure.indicators" },
  { 1, "procedure.terms" },
  { 3, "procedure.report" },
  { 3, "procedure.hand-over" },
  { 3, "procedure.discussion" },
  { 3, "procedure.results" },
  { 3, "procedure.form" },
  { 3, "procedure.rating" },
  { 4, "procedure.received" },
  { 4, "procedure.plan-due" },
  { 4, "procedure.plan-published" },
  { 5, "procedure.plan-none" },
  { 5, "procedure.control" },
  { 5, "procedure.conclusions" },
};

static gboolean
is_of_stage (const MerRuleNote *note,
             guint              stage)
{
  for (guint i = 0; i < G_N_ELEMENTS (belongs); i++)
    if (belongs[i].stage == stage && g_str_has_prefix (note->rule, belongs[i].rules))
      return TRUE;
  return FALSE;
}

static void
need (GPtrArray  *needs,
      const char *rule,
      const char *page,
      const char *text)
{
  g_ptr_array_add (needs, mer_rule_note_new (rule, MER_RULE_NOTE, page, NULL, 0, g_strdup (text)));
}

static guint
count_approved_plans (const MerCycleFacts *facts)
{
  const GPtrArray *plans = mer_cycle_facts_records (facts, &mer_record_plan);
  guint            n = 0;

  for (guint i = 0; i < plans->len; i++)
    n += ((const MerPlan *) plans->pdata[i])->state == MER_PLAN_APPROVED ? 1 : 0;
  return n;
}

GPtrArray *
mer_cycle_stage_needs (const MerCycleFacts *facts,
                       const GPtrArray     *notes,
                       guint                stage)
{
  GPtrArray *needs = mer_rule_notes_new ();

  for (guint i = 0; i < notes->len; i++)
    {
      const MerRuleNote *note = notes->pdata[i];

      if (is_of_stage (note, stage))
        g_ptr_array_add (needs, mer_rule_note_new (note->rule, note->severity, note->page,
                                                   note->kind, note->id, g_strdup (note->text)));
    }
  if (stage == 0 && facts->selection->chosen == 0)
    need (needs, "stage.selection", "organizations", _("No organization is chosen yet."));
  if (stage == 3 && !facts->cycle->approved)
    need (needs, "stage.council", "rating", _("The results are not approved yet."));
  if (stage == 4 && count_approved_plans (facts) == 0)
    need (needs, "stage.plans", "plans", _("No plan is approved yet."));
  return needs;
}

/* --- going on, closing ----------------------------------------------------------------------- */

gboolean
mer_cycle_set_stage (MerDocument *doc,
                     gint64       cycle_id,
                     const char  *stage,
                     GError     **error)
{
  return mer_store_set_cycle_setting (doc, cycle_id, MER_SETTING_STAGE, stage, error);
}

static gboolean
refuse (const char *sentence,
        GError    **error)
{
  g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
read_closed (MerDocument *doc,
             gint64       cycle_id,
             MerCycle   **cycle,
             gboolean    *closed,
             GError     **error)
{
  g_autoptr (GHashTable) set = NULL;

  *cycle = mer_store_cycle (doc, cycle_id, error);
  if (*cycle == NULL)
    return FALSE;
  set = mer_store_cycle_settings (doc, (*cycle)->id, error);
  *closed = set != NULL && *mer_cycle_settings_get (set, MER_SETTING_CLOSED) != '\0';
  return set != NULL;
}

gboolean
mer_cycle_close (MerDocument *doc,
                 gint64       cycle_id,
                 gboolean     confirmed,
                 GError     **error)
{
  g_autoptr (MerCycle) cycle = NULL;
  g_autofree char *today = mer_today ();
  gboolean         closed = FALSE;

  if (!read_closed (doc, cycle_id, &cycle, &closed, error))
    return FALSE;
  if (closed)
    return refuse (_("The cycle is closed already."), error);
  if (!cycle->approved && !confirmed)
    return refuse (_("The results of the cycle are not approved. Approve them first, or confirm "
                     "that it is to be closed without."),
                      error);
  return mer_store_set_cycle_setting (doc, cycle->id, MER_SETTING_CLOSED, today, error);
}

gboolean
mer_cycle_archive (MerDocument *doc,
                   gint64       cycle_id,
                   gboolean     confirmed,
                   GError     **error)
{
  g_autoptr (MerCycle) cycle = NULL;
  gboolean closed = FALSE;

  return read_closed (doc, cycle_id, &cycle, &closed, error) &&
         (closed || mer_cycle_close (doc, cycle->id, confirmed, error)) &&
         mer_cycle_set_stage (doc, cycle->id, mer_stage_to_code (MER_N_STAGES), error);
}

gboolean
mer_cycle_open_again (MerDocument *doc,
                      gint64       cycle_id,
                      GError     **error)
{
  g_autoptr (MerCycle) cycle = NULL;
  g_autoptr (GHashTable) set = NULL;
  gboolean closed = FALSE;

  if (!read_closed (doc, cycle_id, &cycle, &closed, error))
    return FALSE;
  if (!closed)
    return refuse (_("The cycle is not closed."), error);
  set = mer_store_cycle_settings (doc, cycle->id, error);
  if (set == NULL || !mer_store_set_cycle_setting (doc, cycle->id, MER_SETTING_CLOSED, NULL, error))
    return FALSE;
  return !g_str_equal (mer_cycle_settings_get (set, MER_SETTING_STAGE), "archive") ||
         mer_cycle_set_stage (doc, cycle->id, mer_stage_to_code (MER_N_STAGES - 1), error);
}
