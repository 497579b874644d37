/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli approve and reopen: the council's approval of a cycle's results, given and taken
 * back. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-approval.h"
#include "cli/mer-cli.h"

static void
print_warnings (MerDocument      *doc,
                const MerResults *results)
{
  g_autoptr (GPtrArray) warnings = mer_approval_warnings (doc, results);

  for (guint i = 0; i < warnings->len; i++)
    mer_cli_print ("warning: %s\n", (const char *) g_ptr_array_index (warnings, i));
}

static MerExit
approve (MerDocument *doc,
         gint64       cycle_id,
         const char  *decision)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerResults) results = mer_results_load (doc, cycle_id, MER_RESULTS_AS_RULED, &error);
  g_autoptr (MerApproval) approval = NULL;
  g_autofree char *label = NULL;

  if (results == NULL)
    return mer_cli_fail (error);
  /* Translators: title of a cycle. */
  label = g_strdup_printf (_("Approval of the results of “%s”"), results->cycle->title);
  if (!mer_document_begin (doc, label, &error))
    return mer_cli_fail (error);
  if (mer_cli_finish (doc, mer_approve_results (doc, results->cycle->id, decision, &error),
                      &error) != MER_EXIT_DONE)
    return MER_EXIT_NOTHING_CHANGED;
  print_warnings (doc, results);
  if (!mer_store_find_approval (doc, MER_APPROVAL_FINAL, results->cycle->id, &approval, &error))
    return mer_cli_fail (error);
  mer_cli_print ("approved: %u\nversion: %" G_GINT64_FORMAT "\nsha256: %s\n",
                 results->scores->n_ranked, approval->methodology_id, approval->sha256);
  return MER_EXIT_DONE;
}

static MerExit
run_approve (int    argc,
             char **argv)
{
  g_autofree char *cycle = NULL;
  g_autofree char *decision = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  gint64 cycle_id = 0;
  /* clang-format off */
  const GOptionEntry options[] = {
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &cycle, N_("Cycle; the latest by default"), "ID" },
    { "decision", 0, 0, G_OPTION_ARG_FILENAME, &decision, N_("The council's decision in words"),
      "TEXT" },
    { NULL },
  };
  /* clang-format on */

  if (!mer_cli_parse (&mer_command_approve, options, &argc, &argv, 1, 1) ||
      !mer_cli_parse_id (&mer_command_approve, cycle, &cycle_id) ||
      !mer_cli_check_text (&mer_command_approve, decision))
    return MER_EXIT_USAGE;
  doc = mer_document_open (argv[1], MER_OPEN_READ_WRITE, &error);
  return doc != NULL ? approve (doc, cycle_id, decision) : mer_cli_fail (error);
}

static MerExit
reopen (MerDocument *doc,
        gint64       cycle_id,
        const char  *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, cycle_id, &error);
  g_autofree char *label = NULL;

  if (cycle == NULL)
    return mer_cli_fail (error);
  /* Translators: title of a cycle, a reason. */
  label = g_strdup_printf (_("Results of “%s” reopened: %s"), cycle->title, reason);
  if (!mer_document_begin (doc, label, &error))
    return mer_cli_fail (error);
  if (mer_cli_finish (doc, mer_reopen_results (doc, cycle->id, reason, &error), &error) !=
      MER_EXIT_DONE)
    return MER_EXIT_NOTHING_CHANGED;
  mer_cli_print ("reopened: %s\n", cycle->title);
  return MER_EXIT_DONE;
}

static MerExit
run_reopen (int    argc,
            char **argv)
{
  g_autofree char *cycle = NULL;
  g_autofree char *reason = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  gint64 cycle_id = 0;
  /* clang-format off */
  const GOptionEntry options[] = {
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &cycle, N_("Cycle; the latest by default"), "ID" },
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &reason, N_("Why the results are reopened"), "TEXT" },
    { NULL },
  };
  /* clang-format on */

  if (!mer_cli_parse (&mer_command_reopen, options, &argc, &argv, 1, 1) ||
      !mer_cli_parse_id (&mer_command_reopen, cycle, &cycle_id) ||
      !mer_cli_check_text (&mer_command_reopen, reason))
    return MER_EXIT_USAGE;
  if (reason == NULL || *reason == '\0')
    return mer_cli_usage (&mer_command_reopen, "%s",
                          _("Give the reason for reopening approved results."));
  doc = mer_document_open (argv[1], MER_OPEN_READ_WRITE, &error);
  return doc != NULL ? reopen (doc, cycle_id, reason) : mer_cli_fail (error);
}

const MerCommand mer_command_approve = {
  "approve", "DOC", N_("Approves the results of a cycle"), run_approve
  };
const MerCommand mer_command_reopen = {
  "reopen", "DOC --reason TEXT", N_("Takes back the approval of results"), run_reopen
  };
