/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/mer-cli-records.h"

G_BEGIN_DECLS

/* Verbs of `merilo-cli cycle` besides those of records. */
MerExit mer_cycle_verb_settings (const MerCliCall *call,
                                 int               argc,
                                 char            **argv);
MerExit mer_cycle_verb_set (const MerCliCall *call,
                            int               argc,
                            char            **argv);
MerExit mer_cycle_verb_add (const MerCliCall *call,
                            int               argc,
                            char            **argv);
MerExit mer_cycle_verb_close (const MerCliCall *call,
                              int               argc,
                              char            **argv);
MerExit mer_cycle_verb_archive (const MerCliCall *call,
                                int               argc,
                                char            **argv);
MerExit mer_cycle_verb_reopen (const MerCliCall *call,
                               int               argc,
                               char            **argv);

G_END_DECLS
