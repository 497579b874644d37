/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli operator: the operator's contract, what was delivered, what was remarked. */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/mer-cli-records.h"

static const char *const kinds[] = { "contract", "delivery", "remark", NULL };

static const MerCliRecords records = { &mer_command_operator, kinds, NULL };

static MerExit
run (int    argc,
     char **argv)
{
  return mer_cli_records_run (&records, argc, argv);
}

const MerCommand mer_command_operator = {
  "operator", MER_CLI_RECORDS_ARGUMENTS,
  N_("Keeps the operator's contract, deliveries and remarks"), run
  };
