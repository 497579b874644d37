/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-record-names.h"
#include "cli/mer-cli-records.h"

G_BEGIN_DECLS

/* The generic verbs; ends with a NULL name. */
extern const MerCliVerb mer_cli_records_verbs[];

/* import and export are in a file of their own. */
MerExit mer_cli_records_import (const MerCliCall *call,
                                int               argc,
                                char            **argv);
MerExit mer_cli_records_export (const MerCliCall *call,
                                int               argc,
                                char            **argv);
/* The fields of a kind as CSV. */
void mer_cli_records_print_fields (const MerRecordKind *kind);

/* The kind that argv[2] names, which is taken out; the command's first one when it names none. */
const MerRecordKind *mer_cli_records_take_kind (const MerCliCall *call,
                                                int              *argc,
                                                char            **argv);
MerExit              mer_cli_records_no_kind (const MerCliCall *call,
                                              const char       *text);
/* As mer_cli_records_cycle(), but 0 for kinds of the department where no cycle is named. */
gboolean mer_cli_records_cycle_of_kind (const MerCliCall    *call,
                                        MerDocument         *doc,
                                        const MerRecordKind *kind,
                                        const char          *text,
                                        gint64              *cycle_id,
                                        MerExit             *status);
/* The field and the value of KEY=VALUE; NULL and an error of G_OPTION_ERROR when it is none.
 * `error` may not be NULL. */
const MerField *mer_cli_records_split (const MerRecordKind *kind,
                                       const char          *argument,
                                       const char         **value,
                                       GError             **error);
/* Wrong usage (G_OPTION_ERROR) or why nothing was done. */
MerExit mer_cli_records_fail (const MerCliCall *call,
                              const GError     *error);

G_END_DECLS
