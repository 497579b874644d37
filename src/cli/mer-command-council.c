/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli council: who sits in the council, when it met, what it decided. */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/mer-council-verbs.h"

static const char *const kinds[] = {
  "council-member",
  "meeting",
  "attendance",
  "agenda-item",
  "vote",
  "link",
  NULL,
};

/* clang-format off */
static const MerCliVerb verbs[] = {
  { "check", "DOC [--cycle ID]", N_("Tells what is wrong with the council and its meetings"),
    mer_council_verb_check },
  { "quorum", "DOC MEETING [--cycle ID]", N_("Tells whether a meeting may decide"),
    mer_council_verb_quorum },
  { "meeting", "add DOC [KEY=VALUE…] [--cycle ID]",
    N_("Adds a meeting with its number and the members in office"), mer_council_verb_meeting },
  { "attend", "DOC MEETING [NAME…] [--state present|absent|writing] [--only] [--cycle ID]",
    N_("Records who took part"), mer_council_verb_attend },
  { "agenda", "DOC MEETING QUESTION… [--cycle ID] | --list",
    N_("Adds usual questions to the agenda"), mer_council_verb_agenda },
  { "vote", "DOC ITEM for=NAME,NAME|N [against=…] [abstained=…] [--cycle ID]",
    N_("Records votes, by name or by number"), mer_council_verb_vote },
  { "decide", "DOC ITEM adopted|rejected|postponed|none [WORDING] [--cycle ID]",
    N_("Records a decision"), mer_council_verb_decide },
  { "links", "DOC [--cycle ID]", N_("Tells what decisions are about"), mer_council_verb_links },
  { "link", "DOC ITEM KIND NAME|ID [--remove] [--cycle ID]",
    N_("Connects a decision with what it decides"), mer_council_verb_link },
  { "form", "DOC ITEM places|kinds|bands|alphabet [--cycle ID]",
    N_("Sets the form of publication by a decision"), mer_council_verb_form },
  { NULL },
};
/* clang-format on */

static const MerCliRecords records = { &mer_command_council, kinds, verbs };

static MerExit
run (int    argc,
     char **argv)
{
  return mer_cli_records_run (&records, argc, argv);
}

/* clang-format off */
const MerCommand mer_command_council = {
  "council", MER_CLI_RECORDS_ARGUMENTS,
  N_("Keeps the council: members, meetings, questions, votes, decisions"), run
};
/* clang-format on */
