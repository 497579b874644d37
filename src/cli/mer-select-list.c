/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli select list, share, propose, schedule: what the choice of organizations looks like. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-results.h"
#include "app/mer-schedule.h"
#include "cli/mer-select-private.h"
#include "cycle/mer-schedule-rules.h"

/* As CSV, or as an object of JSON where `numbers` has the bits of those that are numbers. */
static void
print_row (const char *const *keys,
           const char *const *cells,
           guint              n,
           guint              numbers,
           gboolean           json,
           gboolean           first)
{
  g_autoptr (GString) out = g_string_new (first ? "\n  " : ",\n  ");

  mer_cli_json_object (out, keys, cells, n, numbers);
  if (json)
    mer_cli_print ("%s", out->str);
  else
    mer_cli_print_row (cells, n);
}

static void
print_head (const char *const *keys,
            guint              n,
            gboolean           json)
{
  if (json)
    mer_cli_print ("[");
  else
    mer_cli_print_row (keys, n);
}

static void
print_foot (guint    n,
            gboolean json)
{
  if (json)
    mer_cli_print (n > 0 ? "\n]\n" : "]\n");
}

/* --- list ------------------------------------------------------------------------------------ */

static const char *const list_keys[] = { "id", "organization", "kind", "selected",
                                         "pilot", "recipients", "sample", "collected",
                                         "last", "scheduled", "due", "ground" };
#define LIST_NUMBERS 0x3E1 /* id, recipients, sample, collected, last, scheduled */

static char *
number (gint64 value,
        gint64 from)
{
  return value >= from ? g_strdup_printf ("%" G_GINT64_FORMAT, value) : NULL;
}

static gint64
collected_of (MerResults *results,
              gint64      organization_id)
{
  const MerScoreRow *row =
    results != NULL ? mer_score_table_find (results->scores, organization_id) : NULL;

  if (results == NULL)
    return -1;
  return row != NULL && row->evidence != NULL && row->evidence->tally != NULL
           ? row->evidence->tally->n
           : 0;
}

static void
print_organization (const MerCycleFacts   *facts,
                    const MerSelectionRow *row,
                    MerResults            *results,
                    gboolean               json,
                    gboolean               first)
{
  const MerCycleMember *member = row->member;
  g_autofree char      *id = number (row->organization->id, 1);
  g_autofree char      *recipients = number (member != NULL ? member->recipients : -1, 0);
  g_autofree char      *sample = number (mer_selection_sample (facts->selection, row), 0);
  g_autofree char      *collected = number (collected_of (results, row->organization->id), 0);
  g_autofree char      *last = number (row->last, 1);
  g_autofree char      *scheduled = number (row->scheduled, 1);
  const char           *cells[] = {
              id,
              row->organization->name,
              mer_organization_kind_to_code (row->organization->kind),
    row->selected ? "yes" : "no",
    member != NULL && member->pilot ? "yes" : "no",
              recipients,
              sample,
              collected,
              last,
              scheduled,
    row->counts ? mer_due_to_code (row->due) : "gone",
    member != NULL ? member->ground : NULL,
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (cells) == G_N_ELEMENTS (list_keys));
  print_row (list_keys, cells, G_N_ELEMENTS (cells), LIST_NUMBERS, json, first);
}

MerExit
mer_select_list (MerDocument            *doc,
                 const MerCycleFacts    *facts,
                 const MerSelectOptions *given,
                 char                  **argv)
{
  const GArray *rows = facts->selection->rows;
  /* nothing was collected by rules that there are not */
  g_autoptr (MerResults) results =
    facts->methodology != NULL
      ? mer_results_load (doc, facts->cycle->id, MER_RESULTS_AS_RULED, NULL)
      : NULL;

  print_head (list_keys, G_N_ELEMENTS (list_keys), given->json);
  for (guint i = 0; i < rows->len; i++)
    print_organization (facts, &g_array_index (rows, MerSelectionRow, i), results, given->json,
                        i == 0);
  print_foot (rows->len, given->json);
  return MER_EXIT_DONE;
}

/* --- share ----------------------------------------------------------------------------------- */

MerExit
mer_select_share (MerDocument            *doc,
                  const MerCycleFacts    *facts,
                  const MerSelectOptions *given,
                  char                  **argv)
{
  const MerSelection *selection = facts->selection;
  g_auto (MerRational) share = mer_rational_new ((gint64) selection->chosen * 100,
                                                 selection->total > 0 ? selection->total : 1);
  g_autofree char *per_cent = mer_rational_to_decimal (&share, 1);

  mer_cli_print ("chosen: %u\ntotal: %u\nshare: %s\nleast: %d\nrequired: %u\n", selection->chosen,
                 selection->total, per_cent, selection->rules.share,
                 mer_selection_required (selection));
  mer_cli_print ("day: %s\nbranches: %s\nenough: %s\n", selection->rules.day,
                 selection->rules.branches ? "yes" : "no",
                 mer_selection_is_enough (selection) ? "yes" : "no");
  return MER_EXIT_DONE;
}

/* --- propose --------------------------------------------------------------------------------- */

MerExit
mer_select_propose (MerDocument            *doc,
                    const MerCycleFacts    *facts,
                    const MerSelectOptions *given,
                    char                  **argv)
{
  static const char *const keys[] = { "id", "organization", "kind", "last", "reason" };
  g_autoptr (GArray) proposed = mer_selection_propose (facts->selection);

  print_head (keys, G_N_ELEMENTS (keys), given->json);
  for (guint i = 0; i < proposed->len; i++)
    {
      const MerProposed *line = &g_array_index (proposed, MerProposed, i);
      g_autofree char   *id = number (line->row->organization->id, 1);
      g_autofree char   *last = number (line->row->last, 1);
      const char        *cells[] = { id, line->row->organization->name,
                                     mer_organization_kind_to_code (line->row->organization->kind),
                                     last, mer_proposed_reason_to_code (line->reason) };

      print_row (keys, cells, G_N_ELEMENTS (cells), 0x9, given->json, i == 0);
    }
  print_foot (proposed->len, given->json);
  return MER_EXIT_DONE;
}

/* --- schedule -------------------------------------------------------------------------------- */

static void
print_turns (const MerCycleFacts *facts,
             const GArray        *turns,
             gboolean             json)
{
  static const char *const keys[] = { "id", "organization", "last", "year" };

  print_head (keys, G_N_ELEMENTS (keys), json);
  for (guint i = 0; i < turns->len; i++)
    {
      const MerTurn         *turn = &g_array_index (turns, MerTurn, i);
      const MerSelectionRow *row = mer_selection_find (facts->selection, turn->organization_id);
      g_autofree char       *id = number (turn->organization_id, 1);
      g_autofree char       *last = number (row != NULL ? row->last : 0, 1);
      g_autofree char       *year = number (turn->year, 1);
      const char            *name = row != NULL ? row->organization->name : NULL;
      const char            *cells[] = { id, name, last, year };

      print_row (keys, cells, G_N_ELEMENTS (cells), 0xD, json, i == 0);
    }
  print_foot (turns->len, json);
}

static GArray *
turns_of (const GPtrArray *scheduled)
{
  GArray *turns = g_array_new (FALSE, FALSE, sizeof (MerTurn));

  for (guint i = 0; i < scheduled->len; i++)
    {
      const MerScheduled *line = scheduled->pdata[i];
      MerTurn             turn = { line->organization, (int) line->year };

      g_array_append_val (turns, turn);
    }
  return turns;
}

MerExit
mer_select_schedule (MerDocument            *doc,
                     const MerCycleFacts    *facts,
                     const MerSelectOptions *given,
                     char                  **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) turns = given->propose || given->apply
                               ? mer_schedule_propose (facts->selection)
                               : turns_of (facts->selection->scheduled);

  if (given->apply)
    {
      if (!mer_document_begin (doc, _("Schedule of assessments"), &error))
        return mer_cli_fail (error);
      return mer_cli_finish (doc, mer_schedule_apply (doc, facts, turns, &error), &error);
    }
  print_turns (facts, turns, given->json);
  return MER_EXIT_DONE;
}
