/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The overview put into rows of text, in the language of the document. */

#include "config.h"

#include "app/mer-overview-report.h"

#include "app/mer-overview.h"
#include "core/mer-day.h"
#include "core/mer-spoken.h"
#include "cycle/mer-rule-note.h"

static void
add_row (GPtrArray  *rows,
         const char *first,
         const char *second,
         const char *third)
{
  GStrv cells = g_new0 (char *, 4);

  cells[0] = g_strdup (first);
  cells[1] = g_strdup (second);
  cells[2] = g_strdup (third);
  g_ptr_array_add (rows, cells);
}

static void
add_stages (GPtrArray         *rows,
            const MerOverview *overview)
{
  for (guint i = 0; i < MER_N_STAGES; i++)
    {
      const char *state = i < overview->stage       ? C_ ("stage", "behind")
                                                    : i == overview->stage
                                                    ? C_ ("stage", "current")
                                                          : C_ ("stage", "ahead");

      add_row (rows, overview->stages[i].title, state, overview->stages[i].note);
    }
}

static void
add_deadlines (GPtrArray         *rows,
               const MerOverview *overview)
{
  for (guint i = 0; i < overview->deadlines->len; i++)
    {
      const MerOverviewDeadline *deadline = overview->deadlines->pdata[i];
      g_autofree char           *iso = mer_day_to_iso (deadline->day);
      g_autofree char           *day = mer_day_to_words (iso);
      g_autofree char           *left = mer_overview_in_days (overview, deadline);

      add_row (rows, day, deadline->text, left);
    }
}

static void
add_rules (GPtrArray       *rows,
           const GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const MerRuleNote *note = notes->pdata[i];
      gboolean           broken = note->severity == MER_RULE_WARNING;

      add_row (rows, note->text, broken ? C_ ("rule", "not kept") : C_ ("rule", "note"), NULL);
    }
}

MerReportOverview *
mer_overview_report_new (MerDocument *doc,
                         gint64       cycle_id,
                         MerResults  *results)
{
  g_auto (MerSpeech) speech = mer_speech_begin (mer_document_get_language (doc));
  g_autoptr (MerCycleFacts) facts = mer_cycle_facts_load (doc, cycle_id, NULL);
  g_autoptr (MerOverview) overview = NULL;
  MerReportOverview *self = NULL;

  if (facts == NULL)
    return NULL;
  if (results != NULL && results->cycle->id != facts->cycle->id)
    results = NULL;
  overview = mer_overview_new (facts, results);
  self = mer_report_overview_new ();
  self->day = g_strdup (facts->today);
  for (guint i = 0; i < MER_N_OVERVIEW_FIGURES; i++)
    add_row (self->figures, overview->figures[i].title, overview->figures[i].value,
             overview->figures[i].note);
  add_stages (self->stages, overview);
  for (guint i = 0; i < overview->attention->len; i++)
    {
      const MerOverviewRow *row = overview->attention->pdata[i];

      add_row (self->attention, row->title, row->detail != NULL ? row->detail : "", NULL);
    }
  add_deadlines (self->deadlines, overview);
  add_rules (self->rules, overview->notes);
  return self;
}
