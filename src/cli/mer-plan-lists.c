/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli plan control, overdue, heads, effect: what plans came to, as CSV. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-plan-effect.h"
#include "cli/mer-plan-verbs.h"
#include "report/mer-head-change.h"

/* Opens, reads the options that all of them have, and loads the book. */
static gboolean
load (const MerCliCall   *call,
      const GOptionEntry *options,
      char              **cycle,
      int                *argc,
      char             ***argv,
      MerDocument       **doc,
      MerPlanBook       **book,
      MerExit            *status)
{
  g_autoptr (GError) error = NULL;
  gint64 cycle_id = 0;

  *status = MER_EXIT_USAGE;
  if (!mer_cli_parse (&call->command, options, argc, argv, 1, 1) ||
      !mer_cli_parse_id (&call->command, *cycle, &cycle_id))
    return FALSE;
  *doc = mer_document_open ((*argv)[1], MER_OPEN_READ_ONLY, &error);
  *book = *doc != NULL ? mer_plans_load (*doc, cycle_id, &error) : NULL;
  if (*book == NULL)
    *status = mer_cli_fail (error);
  return *book != NULL;
}

static char *
share_text (const MerExecution *execution)
{
  g_auto (MerRational) share = MER_RATIONAL_ZERO;

  return mer_execution_share (execution, &share) ? mer_rational_to_decimal (&share, 1) : NULL;
}

static const char *
name_of (const MerOrganization *organization)
{
  return organization != NULL ? organization->name : "-";
}

/* --- control --------------------------------------------------------------------------------- */

static void
print_sheet (const MerPlanSheet *sheet)
{
  const guint     *n = sheet->execution.n;
  g_autofree char *due = mer_day_to_iso (sheet->due);
  g_autofree char *share = share_text (&sheet->execution);
  const char      *state =
    sheet->plan != NULL ? mer_plan_state_to_code ((MerPlanState) sheet->plan->state) : NULL;
  char            *counts[6] = { NULL };
  g_autofree char *version = NULL;

  version = sheet->plan != NULL ? g_strdup_printf ("%d", (int) sheet->plan->version) : NULL;
  counts[0] = g_strdup_printf ("%u", mer_execution_count (&sheet->execution));
  counts[1] = g_strdup_printf ("%u", n[MER_STANDING_DONE]);
  counts[2] = g_strdup_printf ("%u", n[MER_STANDING_WORK]);
  counts[3] = g_strdup_printf ("%u", n[MER_STANDING_OVERDUE]);
  counts[4] = g_strdup_printf ("%u", sheet->n_findings);
  counts[5] = g_strdup_printf ("%u", sheet->n_unanswered);
  mer_cli_print_row ((const char *const[]){
                       name_of (sheet->organization), version,
                       state, due, mer_plan_timing_to_code (sheet->timing), counts[4], counts[5],
                       counts[0], counts[1], counts[2], counts[3], share },
                     12);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_clear_pointer (&counts[i], g_free);
}

static void
print_sheets (const MerPlanBook *book)
{
  mer_cli_print ("organization,version,state,due,timing,findings,unanswered,items,done,work,"
                 "overdue,share\n");
  for (guint i = 0; i < book->sheets->len; i++)
    print_sheet (&g_array_index (book->sheets, MerPlanSheet, i));
}

static void
print_quarters (const MerPlanBook *book)
{
  g_autoptr (GArray) quarters = mer_plan_book_quarters (book, NULL);

  mer_cli_print ("quarter,total,due,kept,done,ahead\n");
  for (guint i = 0; i < quarters->len; i++)
    {
      const MerPlanQuarter *one = &g_array_index (quarters, MerPlanQuarter, i);

      mer_cli_print ("%d-%d,%u,%u,%u,%u,%s\n", one->year, one->quarter, one->total, one->due,
                     one->kept, one->done, one->ahead ? "yes" : "no");
    }
}

MerExit
mer_plan_print_control (const MerCliCall *call,
                        int               argc,
                        char            **argv)
{
  g_autofree char *cycle = NULL;
  gboolean         quarters = FALSE;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (MerPlanBook) book = NULL;
  MerExit status = MER_EXIT_DONE;
  /* clang-format off */
  const GOptionEntry options[] = {
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &cycle, N_("Cycle; the latest by default"), "ID" },
    { "quarters", 0, 0, G_OPTION_ARG_NONE, &quarters, N_("By the ends of quarters"), NULL },
    { NULL },
  };
  /* clang-format on */

  if (!load (call, options, &cycle, &argc, &argv, &doc, &book, &status))
    return status;
  if (quarters)
    print_quarters (book);
  else
    print_sheets (book);
  return MER_EXIT_DONE;
}

/* --- overdue --------------------------------------------------------------------------------- */

static void
print_missing (const MerPlanBook  *book,
               const MerPlanSheet *sheet)
{
  g_autofree char *due = mer_day_to_iso (sheet->due);
  g_autofree char *days = g_strdup_printf ("%d", book->facts.today - sheet->due);

  mer_cli_print_row ((const char *const[]){ "plan", NULL, name_of (sheet->organization), due, days,
                                            NULL, NULL },
                     7);
}

static void
print_line (const MerPlanBook *book,
            const MerPlanLine *line)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, line->item->record.id);
  g_autofree char *last = mer_day_to_iso (line->last);
  g_autofree char *days = g_strdup_printf ("%d", book->facts.today - line->last);

  mer_cli_print_row ((const char *const[]){ "item", id, name_of (line->organization), last, days,
                                            line->item->person, line->item->measure },
                     7);
}

MerExit
mer_plan_print_overdue (const MerCliCall *call,
                        int               argc,
                        char            **argv)
{
  g_autofree char *cycle = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (MerPlanBook) book = NULL;
  MerExit status = MER_EXIT_DONE;
  /* clang-format off */
  const GOptionEntry options[] = {
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &cycle, N_("Cycle; the latest by default"), "ID" },
    { NULL },
  };
  /* clang-format on */

  if (!load (call, options, &cycle, &argc, &argv, &doc, &book, &status))
    return status;
  mer_cli_print ("what,item,organization,due,days,person,measure\n");
  for (guint i = 0; i < book->sheets->len; i++)
    if (g_array_index (book->sheets, MerPlanSheet, i).timing == MER_TIMING_MISSING)
      print_missing (book, &g_array_index (book->sheets, MerPlanSheet, i));
  for (guint i = 0; i < book->n_lines; i++)
    if (book->lines[i].standing == MER_STANDING_OVERDUE)
      print_line (book, &book->lines[i]);
  return MER_EXIT_DONE;
}

/* --- heads ----------------------------------------------------------------------------------- */

static char *
change_text (const MerHead    *head,
             const MerResults *results)
{
  g_auto (MerRational) change = MER_RATIONAL_ZERO;

  if (!mer_head_change (head, results->scores, results->cycle->year, results->past, &change))
    return NULL;
  return mer_rational_to_decimal (&change, results->scores->decimals);
}

static void
print_head (const MerPlanBook *book,
            const MerResults  *results,
            const MerHead     *head)
{
  MerExecution       execution = mer_plan_book_execution_of (book, head);
  const MerScoreRow *now = mer_score_table_find (results->scores, head->organization);
  const char        *whose = name_of (mer_plan_book_organization (book, head->organization));
  g_autofree char   *score = now != NULL && now->total.defined
                               ? mer_rational_to_decimal (&now->total.value,
                                                          results->scores->decimals)
                               : NULL;
  g_autofree char   *change = change_text (head, results);
  guint              rank = now != NULL ? now->rank : 0;
  g_autofree char   *place = rank > 0 ? g_strdup_printf ("%u", rank) : NULL;
  g_autofree char   *items = g_strdup_printf ("%u", mer_execution_count (&execution));
  g_autofree char   *done = g_strdup_printf ("%u", execution.n[MER_STANDING_DONE]);
  g_autofree char   *share = share_text (&execution);

  mer_cli_print_row ((const char *const[]){ head->name,
                                            whose, head->since, head->until, score, change,
                                            place, items, done, share },
                     10);
}

MerExit
mer_plan_print_heads (const MerCliCall *call,
                      int               argc,
                      char            **argv)
{
  g_autofree char *cycle = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (MerPlanBook) book = NULL;
  g_autofree char *first = NULL;
  MerResults      *results = NULL;
  MerExit          status = MER_EXIT_DONE;
  /* clang-format off */
  const GOptionEntry options[] = {
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &cycle, N_("Cycle; the latest by default"), "ID" },
    { NULL },
  };
  /* clang-format on */

  if (!load (call, options, &cycle, &argc, &argv, &doc, &book, &status))
    return status;
  results = mer_results_load (doc, book->facts.cycle->id, MER_RESULTS_AS_RULED, &error);
  if (results == NULL)
    return mer_cli_fail (error);
  first = g_strdup_printf ("%04d-01-01", book->facts.cycle->year);
  mer_cli_print ("head,organization,since,until,score,change,place,items,done,share\n");
  for (guint i = 0; i < book->facts.heads->len; i++)
    if (mer_head_overlaps (book->facts.heads->pdata[i], mer_day_from_iso (first),
                           book->facts.today))
      print_head (book, results, book->facts.heads->pdata[i]);
  mer_results_unref (results);
  return MER_EXIT_DONE;
}

/* --- did it help ----------------------------------------------------------------------------- */

static char *
score_text (gboolean           has,
            const MerRational *value)
{
  return has ? mer_rational_to_decimal (value, 2) : NULL;
}

static void
print_effect (const MerPlanEffect *effect)
{
  const MerComparedScore *score = &effect->score;
  g_autofree char        *before = score_text (score->has_other, &score->other);
  g_autofree char        *after = score_text (score->has_one, &score->one);
  g_autofree char        *change = NULL;

  if (score->has_one && score->has_other)
    {
      g_auto (MerRational) difference = mer_rational_sub (&score->one, &score->other);

      change = mer_rational_to_decimal (&difference, 2);
    }
  mer_cli_print_row ((const char *const[]){ name_of (effect->line->organization),
                                            effect->line->item->criterion, before, after, change,
                                            mer_standing_to_code (effect->line->standing),
                                            effect->line->item->measure },
                     7);
}

MerExit
mer_plan_print_help (const MerCliCall *call,
                     int               argc,
                     char            **argv)
{
  g_autofree char *cycle = NULL;
  g_autofree char *plans = NULL;
  gint64           later_id = 0;
  gint64           plans_id = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (MerPlanEffects) effects = NULL;
  /* clang-format off */
  const GOptionEntry options[] = {
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &cycle,
      N_("Cycle that shows the effect; the latest by default"), "ID" },
    { "plans", 0, 0, G_OPTION_ARG_FILENAME, &plans,
      N_("Cycle of the plans; the one before by default"), "ID" },
    { NULL },
  };
  /* clang-format on */

  if (!mer_cli_parse (&call->command, options, &argc, &argv, 1, 1) ||
      !mer_cli_parse_id (&call->command, cycle, &later_id) ||
      !mer_cli_parse_id (&call->command, plans, &plans_id))
    return MER_EXIT_USAGE;
  doc = mer_document_open (argv[1], MER_OPEN_READ_ONLY, &error);
  if (doc != NULL)
    effects = mer_plan_effects_load (doc, plans_id, later_id, &error);
  if (effects == NULL)
    return mer_cli_fail (error);
  mer_cli_print ("organization,criterion,before,after,change,state,measure\n");
  for (guint i = 0; i < effects->effects->len; i++)
    print_effect (&g_array_index (effects->effects, MerPlanEffect, i));
  return MER_EXIT_DONE;
}
