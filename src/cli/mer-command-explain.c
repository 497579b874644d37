/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli explain: how one score came about, down to counts and files. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-results.h"
#include "cli/mer-cli.h"
#include "cli/mer-cli-find.h"
#include "report/mer-explain-text.h"

static MerExit
explain (MerDocument *doc,
         MerResults  *results,
         const char  *name,
         const char  *code)
{
  g_autoptr (GError) error = NULL;
  const MerScoreRow *row = mer_cli_find_row (results, doc, name, &error);
  g_autoptr (MerExplanation) explanation = NULL;
  g_autofree char *text = NULL;

  if (row == NULL)
    return mer_cli_fail (error);
  explanation = mer_explanation_new (results->scores, row, code);
  if (explanation == NULL)
    {
      g_set_error (&error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                   _("The methodology has no score “%s”."), code);
      return mer_cli_fail (error);
    }
  text = mer_explain_text (explanation, mer_document_get_language (doc), results->batches);
  mer_cli_print ("%s%s", text, g_str_has_suffix (text, "\n") ? "" : "\n");
  return MER_EXIT_DONE;
}

static MerExit
run (int    argc,
     char **argv)
{
  g_autofree char *cycle = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (MerResults) results = NULL;
  gint64 cycle_id = 0;
  /* clang-format off */
  const GOptionEntry options[] = {
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &cycle, N_("Cycle; the latest by default"), "ID" },
    { NULL },
  };
  /* clang-format on */

  if (!mer_cli_parse (&mer_command_explain, options, &argc, &argv, 3, 3) ||
      !mer_cli_parse_id (&mer_command_explain, cycle, &cycle_id) ||
      !mer_cli_check_text (&mer_command_explain, argv[2]) ||
      !mer_cli_check_text (&mer_command_explain, argv[3]))
    return MER_EXIT_USAGE;
  doc = mer_document_open (argv[1], MER_OPEN_READ_ONLY, &error);
  results = doc != NULL ? mer_results_load (doc, cycle_id, MER_RESULTS_AS_RULED, &error) : NULL;
  if (results == NULL)
    return mer_cli_fail (error);
  return explain (doc, results, argv[2], argv[3]);
}

const MerCommand mer_command_explain = { "explain", "DOC ORGANIZATION CODE",
                                         N_("Shows how a score came about"), run };
