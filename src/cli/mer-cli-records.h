/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/mer-cli.h"
#include "core/mer-record.h"

G_BEGIN_DECLS

/* Commands that own some kinds of records. All have the verbs list, add, set, delete, move,
 * import, export and fields, and may have more of their own:
 *
 *   static const char *const kinds[] = { "publication", "event", NULL };
 *   static const MerCliVerb verbs[] = {
 *     { "overdue", "DOC [--cycle ID]", N_("What is not published yet"), run_overdue },
 *     { NULL },
 *   };
 *   static const MerCliRecords records = { &mer_command_publication, kinds, verbs };
 *
 *   static MerExit
 *   run (int argc, char **argv)
 *   {
 *     return mer_cli_records_run (&records, argc, argv);
 *   }
 *   const MerCommand mer_command_publication = {
 *     "publication", MER_CLI_RECORDS_ARGUMENTS, N_("…"), run
 *   };
 */
typedef struct _MerCliRecords MerCliRecords;

/* One call of a verb. */
typedef struct
{
  const MerCliRecords *records;
  /* Named "publication overdue", with the verb's arguments: for mer_cli_parse() and
   * mer_cli_usage(). */
  MerCommand command;
} MerCliCall;

typedef struct _MerCliVerb
{
  const char *name;
  const char *arguments; /* "DOC [KIND] KEY=VALUE…" */
  const char *summary;   /* English msgid */
  /* argv[0] is the verb: parse options with mer_cli_parse (&call->command, …). */
  MerExit (*run) (const MerCliCall *call,
                  int               argc,
                  char            **argv);
} MerCliVerb;

struct _MerCliRecords
{
  const MerCommand  *command;
  const char *const *kinds; /* ids; the first is meant where none is named; ends with NULL */
  const MerCliVerb  *verbs; /* own; go before the generic ones of the same name; nullable, ends
                               with a NULL name */
};

#define MER_CLI_RECORDS_ARGUMENTS "VERB DOC [KIND] …"

/* Runs the verb that argv[1] names. */
MerExit mer_cli_records_run (const MerCliRecords *self,
                             int                  argc,
                             char               **argv);
/* The generic verb of this name, for own verbs that only add to it: run it with the same
 * arguments. */
const MerCliVerb *mer_cli_records_generic (const char *name);

/* --- for own verbs --------------------------------------------------------------------------- */

/* The owned kind of that id: (transfer none) (nullable). */
const MerRecordKind *mer_cli_records_kind (const MerCliRecords *self,
                                           const char          *id);
/* The cycle that --cycle names: `text` NULL is the latest. FALSE: the usage or the reason was
 * told, `status` is to be returned. */
gboolean mer_cli_records_cycle (const MerCliCall *call,
                                MerDocument      *doc,
                                const char       *text,
                                gint64           *cycle_id,
                                MerExit          *status);
/* Parses --cycle and `more` (nullable) with so many arguments, opens argv[1], finds the cycle. On
 * FALSE `status` tells how it ended. `doc`: (transfer full). */
gboolean mer_cli_records_open (const MerCliCall   *call,
                               const GOptionEntry *more,
                               int                *argc,
                               char             ***argv,
                               int                 least,
                               int                 most,
                               MerOpenMode         mode,
                               MerDocument       **doc,
                               gint64             *cycle_id,
                               MerExit            *status);
/* What a check of rules says (element-type MerRuleNote), a line each: "warning RULE ID: sentence".
 */
void mer_cli_records_print_notes (const GPtrArray *notes);
/* Records of one kind as CSV or JSON on standard output, as `list` prints them. */
MerExit mer_cli_records_print (MerDocument         *doc,
                               const MerRecordKind *kind,
                               const GPtrArray     *records,
                               gboolean             json);
/* Sets a record from arguments KEY=VALUE; FALSE and a sentence that names the key, or lists all. */
gboolean mer_cli_records_assign (MerDocument *doc,
                                 gpointer     record,
                                 int          n,
                                 char       **arguments,
                                 GError     **error);

G_END_DECLS
