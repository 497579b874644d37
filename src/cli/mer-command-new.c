/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli new: an empty document with a methodology. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-new-document.h"
#include "cli/mer-cli.h"
#include "methodology/mer-methodology-xml.h"

static MerExit
run (int    argc,
     char **argv)
{
  g_autofree char *methodology = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  /* clang-format off */
  const GOptionEntry options[] = {
    { "methodology", 0, 0, G_OPTION_ARG_FILENAME, &methodology,
      N_("The rules to begin with"), "ID" },
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &title,
      N_("What the document is called"), "TITLE" },
    { NULL },
  };
  /* clang-format on */

  if (!mer_cli_parse (&mer_command_new, options, &argc, &argv, 1, 1) ||
      !mer_cli_check_text (&mer_command_new, title) ||
      !mer_cli_check_text (&mer_command_new, methodology))
    return MER_EXIT_USAGE;
  doc = mer_new_document (argv[1], title, methodology, &error);
  if (g_error_matches (error, MER_METHODOLOGY_ERROR, MER_METHODOLOGY_ERROR_UNKNOWN))
    return mer_cli_usage (&mer_command_new, "%s", error->message);
  return doc != NULL ? MER_EXIT_DONE : mer_cli_fail (error);
}

const MerCommand mer_command_new = { "new", "DOC", N_("Makes an empty document"), run };
