/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-council.h"
#include "cli/mer-cli-records.h"

G_BEGIN_DECLS

/* Verbs of `merilo-cli council` besides those of records. */
MerExit mer_council_verb_check (const MerCliCall *call,
                                int               argc,
                                char            **argv);
MerExit mer_council_verb_quorum (const MerCliCall *call,
                                 int               argc,
                                 char            **argv);
MerExit mer_council_verb_meeting (const MerCliCall *call,
                                  int               argc,
                                  char            **argv);
MerExit mer_council_verb_attend (const MerCliCall *call,
                                 int               argc,
                                 char            **argv);
MerExit mer_council_verb_agenda (const MerCliCall *call,
                                 int               argc,
                                 char            **argv);
MerExit mer_council_verb_vote (const MerCliCall *call,
                               int               argc,
                               char            **argv);
MerExit mer_council_verb_decide (const MerCliCall *call,
                                 int               argc,
                                 char            **argv);
MerExit mer_council_verb_links (const MerCliCall *call,
                                int               argc,
                                char            **argv);
MerExit mer_council_verb_link (const MerCliCall *call,
                               int               argc,
                               char            **argv);
MerExit mer_council_verb_form (const MerCliCall *call,
                               int               argc,
                               char            **argv);

/* --- what they share ------------------------------------------------------------------------- */

typedef struct
{
  MerDocument    *doc;
  gint64          cycle_id;
  MerRecordNames *names;
} MerCouncilCall;

/* Parses --cycle and `more` (nullable), opens argv[1], and finds the cycle. On FALSE `status` tells
 * how it ended. */
gboolean mer_council_call_open (const MerCliCall   *call,
                                const GOptionEntry *more,
                                int                *argc,
                                char             ***argv,
                                int                 least,
                                int                 most,
                                MerOpenMode         mode,
                                MerCouncilCall     *self,
                                MerExit            *status);
void     mer_council_call_clear (MerCouncilCall *self);
/* The meeting, the question, the member of the council that a text names; 0 and error. */
gint64 mer_council_call_meeting (MerCouncilCall *self,
                                 const char     *text,
                                 GError        **error);
gint64 mer_council_call_question (MerCouncilCall *self,
                                  const char     *text,
                                  GError        **error);
gint64 mer_council_call_member (MerCouncilCall *self,
                                const char     *text,
                                GError        **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MerCouncilCall, mer_council_call_clear)

G_END_DECLS
