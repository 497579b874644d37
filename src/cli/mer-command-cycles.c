/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli cycles: the numbers that --cycle takes. */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/mer-cli.h"
#include "store/mer-registry-store.h"

static MerExit
run (int    argc,
     char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (GPtrArray) cycles = NULL;
  const GOptionEntry options[] = { { NULL } };

  if (!mer_cli_parse (&mer_command_cycles, options, &argc, &argv, 1, 1))
    return MER_EXIT_USAGE;
  doc = mer_document_open (argv[1], MER_OPEN_READ_ONLY, &error);
  cycles = doc != NULL ? mer_store_cycles (doc, &error) : NULL;
  if (cycles == NULL)
    return mer_cli_fail (error);
  mer_cli_print ("cycle\tyear\tapproved\ttitle\n");
  for (guint i = 0; i < cycles->len; i++)
    {
      const MerCycle  *cycle = g_ptr_array_index (cycles, i);
      g_autofree char *title = mer_cli_line (cycle->title);

      mer_cli_print ("%" G_GINT64_FORMAT "\t%d\t%s\t%s\n", cycle->id, cycle->year,
                     cycle->approved ? "yes" : "no", title);
    }
  return MER_EXIT_DONE;
}

const MerCommand mer_command_cycles = { "cycles", "DOC", N_("Lists the assessment cycles"), run };
