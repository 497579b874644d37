/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli verify: whether a document is sound, and approved scores are still what its data
 * make. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-approval.h"
#include "cli/mer-cli.h"

static MerExit
run (int    argc,
     char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  const GOptionEntry options[] = { { NULL } };

  if (!mer_cli_parse (&mer_command_verify, options, &argc, &argv, 1, 1))
    return MER_EXIT_USAGE;
  doc = mer_document_open (argv[1], MER_OPEN_READ_ONLY, &error);
  problems = doc != NULL ? mer_document_verify (doc, &error) : NULL;
  if (problems == NULL || !mer_approvals_verify (doc, problems, notes, &error))
    return mer_cli_fail (error);
  mer_cli_print ("problems: %u\n", problems->len);
  for (guint i = 0; i < problems->len; i++)
    mer_cli_print ("%s\n", (const char *) g_ptr_array_index (problems, i));
  for (guint i = 0; i < notes->len; i++)
    mer_cli_print ("note: %s\n", (const char *) g_ptr_array_index (notes, i));
  return problems->len == 0 ? MER_EXIT_DONE : MER_EXIT_NOTHING_CHANGED;
}

const MerCommand mer_command_verify = {
  "verify", "DOC", N_("Checks that a document is sound"), run
  };
