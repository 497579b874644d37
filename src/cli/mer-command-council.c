/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli council: who sits in the council, when it met, what it decided. */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/mer-cli-records.h"

static const char *const kinds[] = {
  "council-member",
  "meeting",
  "attendance",
  "agenda-item",
  "vote",
  "link",
  NULL,
};

static const MerCliRecords records = { &mer_command_council, kinds, NULL };

static MerExit
run (int    argc,
     char **argv)
{
  return mer_cli_records_run (&records, argc, argv);
}

const MerCommand mer_command_council = {
  "council", MER_CLI_RECORDS_ARGUMENTS,
  N_("Keeps the council: members, meetings, questions, votes, decisions"), run
  };
