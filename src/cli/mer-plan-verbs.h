/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-plans.h"
#include "cli/mer-cli-records.h"

G_BEGIN_DECLS

/* Verbs of `merilo-cli plan` of its own; ends with a NULL name. */
extern const MerCliVerb mer_plan_verbs[];

/* Those that only print. */
MerExit mer_plan_print_control (const MerCliCall *call,
                                int               argc,
                                char            **argv);
MerExit mer_plan_print_overdue (const MerCliCall *call,
                                int               argc,
                                char            **argv);
MerExit mer_plan_print_heads (const MerCliCall *call,
                              int               argc,
                              char            **argv);
MerExit mer_plan_print_help (const MerCliCall *call,
                             int               argc,
                             char            **argv);
/* The form out and in. */
MerExit mer_plan_write_form (const MerCliCall *call,
                             int               argc,
                             char            **argv);
MerExit mer_plan_read_form (const MerCliCall *call,
                            int               argc,
                            char            **argv);

/* The organization that a user names among those of the registry; 0 of NULL. FALSE: the reason is
 * in `error`. */
gboolean mer_plan_find_organization (MerDocument *doc,
                                     const char  *name,
                                     gint64      *id,
                                     GError     **error);

G_END_DECLS
