/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli demo: the invented district, as a document or as tables. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-new-document.h"
#include "cli/mer-cli.h"

static MerExit
run (int    argc,
     char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  /* clang-format off */
  const GOptionEntry options[] = {
    { "tables", 0, 0, G_OPTION_ARG_FILENAME, &folder,
      N_("Write the district's tables into a folder instead"), "FOLDER" },
    { NULL },
  };
  /* clang-format on */

  if (!mer_cli_parse (&mer_command_demo, options, &argc, &argv, 0, 1))
    return MER_EXIT_USAGE;
  if ((argc > 1) == (folder != NULL))
    return mer_cli_usage (&mer_command_demo, "%s", _("Give either a document or --tables."));
  if (folder != NULL)
    return mer_demo_write_tables (folder, &error) ? MER_EXIT_DONE : mer_cli_fail (error);
  doc = mer_demo_document (argv[1], &error);
  return doc != NULL ? MER_EXIT_DONE : mer_cli_fail (error);
}

const MerCommand mer_command_demo = { "demo", "DOC | --tables FOLDER",
                                      N_("Makes an invented district with three cycles"), run };
