/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli: everything that needs no window. One table of commands. */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "cli/mer-cli.h"
#include "core/mer-locale.h"

static const MerCommand *const commands[] = {
  &mer_command_new,
  &mer_command_demo,
  &mer_command_import,
  &mer_command_objections,
  &mer_command_organizations,
  &mer_command_template,
  &mer_command_scan,
  &mer_command_mapping,
  &mer_command_cycle,
  &mer_command_cycles,
  &mer_command_select,
  &mer_command_check_rules,
  &mer_command_batches,
  &mer_command_remove_batch,
  &mer_command_checklist,
  &mer_command_scores,
  &mer_command_explain,
  &mer_command_compare,
  &mer_command_report,
  &mer_command_evidence,
  &mer_command_methodology,
  &mer_command_results,
  &mer_command_approve,
  &mer_command_reopen,
  &mer_command_settings,
  &mer_command_comments,
  &mer_command_findings,
  &mer_command_profile,
  &mer_command_period,
  &mer_command_workplan,
  &mer_command_council,
  &mer_command_operator,
  &mer_command_plan,
  &mer_command_publication,
  &mer_command_issued,
  &mer_command_search,
  &mer_command_verify,
  &mer_command_journal,
  &mer_command_undo,
  &mer_command_redo,
};

static const MerCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];
  return NULL;
}

static void
print_help (FILE *stream)
{
  fprintf (stream, "%s\n\n", _("Usage: merilo-cli COMMAND [options] arguments"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (stream, "  %s %s\n      %s\n", commands[i]->name, commands[i]->arguments,
             _(commands[i]->summary));
  fprintf (stream, "\n%s\n", _("“merilo-cli COMMAND --help” lists a command's options."));
}

static MerExit
run (int    argc,
     char **argv)
{
  const MerCommand *command = NULL;

  if (argc < 2)
    {
      print_help (stderr);
      return MER_EXIT_USAGE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    {
      print_help (stdout);
      return MER_EXIT_DONE;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      mer_cli_print ("merilo-cli %s\n", MER_VERSION);
      return MER_EXIT_DONE;
    }
  command = find_command (argv[1]);
  if (command != NULL)
    return command->run (argc - 1, argv + 1);
  fprintf (stderr, _("There is no command “%s”."), argv[1]);
  fputs ("\n\n", stderr);
  print_help (stderr);
  return MER_EXIT_USAGE;
}

int
main (int   argc,
      char *argv[])
{
  MerExit status = MER_EXIT_DONE;

  mer_locale_init ();
  status = run (argc, argv);
  /* a full disk behind standard output must not pass for success */
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      fprintf (stderr, "%s\n", _("The output could not be written."));
      return status == MER_EXIT_DONE ? MER_EXIT_NOTHING_CHANGED : (int) status;
    }
  return (int) status;
}
