/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli workplan: the items of the work plan, and days that are not as the weekday says. */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/mer-cli-records.h"

static const char *const kinds[] = { "work-item", "holiday", NULL };

static const MerCliRecords records = { &mer_command_workplan, kinds, NULL };

static MerExit
run (int    argc,
     char **argv)
{
  return mer_cli_records_run (&records, argc, argv);
}

const MerCommand mer_command_workplan = {
  "workplan", MER_CLI_RECORDS_ARGUMENTS, N_("Keeps the work plan and the days off"), run
};
