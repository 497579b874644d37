/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli publication: what is published where, what is held, what is filed. */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/mer-cli-records.h"

static const char *const kinds[] = { "publication", "event", "paper", NULL };

static const MerCliRecords records = { &mer_command_publication, kinds, NULL };

static MerExit
run (int    argc,
     char **argv)
{
  return mer_cli_records_run (&records, argc, argv);
}

const MerCommand mer_command_publication = {
  "publication", MER_CLI_RECORDS_ARGUMENTS,
  N_("Keeps publications, events and papers"), run
  };
