/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/mer-document.h"

G_BEGIN_DECLS

/* What the commands of merilo-cli share. Keywords and numbers go to standard output as
 * they stand in the contract, in UTF-8 whatever the locale; sentences are translated. */

typedef enum
{
  MER_EXIT_DONE = 0,
  MER_EXIT_NOTHING_CHANGED = 1,
  MER_EXIT_USAGE = 2,
  MER_EXIT_SOME_REJECTED = 3,
} MerExit;

/* A command is one file with such an entry and one line in main.c. */
typedef struct
{
  const char *name;      /* "scores" */
  const char *arguments; /* "DOC", as the usage line prints it */
  const char *summary;   /* English msgid */
  MerExit (*run) (int    argc,
                  char **argv);
} MerCommand;

extern const MerCommand mer_command_approve;
extern const MerCommand mer_command_batches;
extern const MerCommand mer_command_check_rules;
extern const MerCommand mer_command_comments;
extern const MerCommand mer_command_checklist;
extern const MerCommand mer_command_compare;
extern const MerCommand mer_command_council;
extern const MerCommand mer_command_cycle;
extern const MerCommand mer_command_cycles;
extern const MerCommand mer_command_demo;
extern const MerCommand mer_command_evidence;
extern const MerCommand mer_command_explain;
extern const MerCommand mer_command_findings;
extern const MerCommand mer_command_import;
extern const MerCommand mer_command_issued;
extern const MerCommand mer_command_journal;
extern const MerCommand mer_command_mapping;
extern const MerCommand mer_command_methodology;
extern const MerCommand mer_command_new;
extern const MerCommand mer_command_objections;
extern const MerCommand mer_command_operator;
extern const MerCommand mer_command_organizations;
extern const MerCommand mer_command_period;
extern const MerCommand mer_command_plan;
extern const MerCommand mer_command_profile;
extern const MerCommand mer_command_publication;
extern const MerCommand mer_command_redo;
extern const MerCommand mer_command_remove_batch;
extern const MerCommand mer_command_reopen;
extern const MerCommand mer_command_report;
extern const MerCommand mer_command_results;
extern const MerCommand mer_command_scan;
extern const MerCommand mer_command_scores;
extern const MerCommand mer_command_select;
extern const MerCommand mer_command_search;
extern const MerCommand mer_command_settings;
extern const MerCommand mer_command_template;
extern const MerCommand mer_command_undo;
extern const MerCommand mer_command_verify;
extern const MerCommand mer_command_workplan;

/* Parses options out of argv (argv[0] is the command's name) and checks that what is left
 * are between `least` and `most` arguments. Text options should be
 * %G_OPTION_ARG_FILENAME, which takes the bytes as they are in any locale; they must be
 * UTF-8 nevertheless, see mer_cli_check_text(). On FALSE the usage was explained. */
gboolean mer_cli_parse (const MerCommand   *command,
                        const GOptionEntry *options,
                        int                *argc,
                        char             ***argv,
                        int                 least,
                        int                 most);
/* One translated sentence and the usage line, on standard error. */
MerExit mer_cli_usage (const MerCommand *command,
                       const char       *format,
                       ...) G_GNUC_PRINTF (2, 3);
/* Says on standard error why nothing was done. */
MerExit  mer_cli_fail (const GError *error);
gboolean mer_cli_check_text (const MerCommand *command,
                             const char       *text);
/* The same of `n` texts, each of which may be NULL. */
gboolean mer_cli_check_texts (const MerCommand  *command,
                              const char *const *texts,
                              guint              n);
/* A whole number from `least`; explains the usage when it is none. */
gboolean mer_cli_parse_id (const MerCommand *command,
                           const char       *text,
                           gint64           *out);

/* "csv" (the default) or "json"; explains the usage when it is neither. */
gboolean mer_cli_parse_format (const MerCommand *command,
                               const char       *text,
                               gboolean         *json);

/* Ends the action that a change was made in, or takes it back and says why. */
MerExit mer_cli_finish (MerDocument *doc,
                        gboolean     done,
                        GError     **error);

/* Standard output. */
void mer_cli_print (const char *format,
                    ...) G_GNUC_PRINTF (1, 2);

/* Text without what would break a line or a field in two: (transfer full). */
char *mer_cli_line (const char *text);

/* One row of CSV; NULL is an empty cell. */
void mer_cli_csv_row (GString           *csv,
                      const char *const *cells,
                      guint              n);

/* The same on standard output. */
void mer_cli_print_row (const char *const *cells,
                        guint              n);

/* JSON as text: a string in quotes, or null. */
void mer_cli_json_string (GString    *json,
                          const char *text);
/* An object; `numbers` has the bits of those cells that are numbers. NULL is null. */
void mer_cli_json_object (GString           *json,
                          const char *const *keys,
                          const char *const *cells,
                          guint              n,
                          guint              numbers);

G_END_DECLS
