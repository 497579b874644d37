/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli undo and redo: takes the newest action back, or does it again. */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/mer-cli.h"

typedef gboolean (*Step) (MerDocument *doc,
                          GError     **error);

static MerExit
step_over (const MerCommand *command,
           int               argc,
           char            **argv,
           const char       *keyword,
           const char *(*get_label) (MerDocument *doc),
           Step step)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autofree char   *label = NULL;
  const GOptionEntry options[] = { { NULL } };

  if (!mer_cli_parse (command, options, &argc, &argv, 1, 1))
    return MER_EXIT_USAGE;
  doc = mer_document_open (argv[1], MER_OPEN_READ_WRITE, &error);
  if (doc == NULL)
    return mer_cli_fail (error);
  label = g_strdup (get_label (doc));
  if (!step (doc, &error))
    return mer_cli_fail (error);
  mer_cli_print ("%s: %s\n", keyword, label);
  return MER_EXIT_DONE;
}

static MerExit
run_undo (int    argc,
          char **argv)
{
  return step_over (&mer_command_undo, argc, argv, "undone", mer_document_get_undo_label,
                    mer_document_undo);
}

static MerExit
run_redo (int    argc,
          char **argv)
{
  return step_over (&mer_command_redo, argc, argv, "redone", mer_document_get_redo_label,
                    mer_document_redo);
}

const MerCommand mer_command_undo = {
  "undo", "DOC", N_("Takes back the newest action"), run_undo
  };
const MerCommand mer_command_redo = {
  "redo", "DOC", N_("Does again what was taken back"), run_redo
  };
