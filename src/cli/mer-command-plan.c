/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli plan: what follows from the results. */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/mer-plan-verbs.h"

static const char *const kinds[] = {
  "plan",
  "plan-item",
  "recommendation",
  "measure",
  "control-mark",
  "management-decision",
  "road-item",
  "head",
  NULL,
};

static const MerCliRecords records = { &mer_command_plan, kinds, mer_plan_verbs };

static MerExit
run (int    argc,
     char **argv)
{
  return mer_cli_records_run (&records, argc, argv);
}

const MerCommand mer_command_plan = {
  "plan", MER_CLI_RECORDS_ARGUMENTS,
  N_("Keeps recommendations, improvement plans and their control"), run
  };
