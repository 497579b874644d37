/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-record-names.h"
#include "cycle/mer-council-decisions.h"
#include "cycle/mer-council-rules.h"
#include "cycle/mer-work-plan.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/**
 * MerCouncil:
 *
 * The council and its meetings in a cycle as a document holds them, at the moment at which it was
 * loaded. Reference-counted.
 */
typedef struct
{
  gint64            cycle_id;
  MerRecordSet     *records; /* of the cycle and of the department */
  GHashTable       *settings;
  MerCouncilContext context; /* borrows from the above */
} MerCouncil;

/* cycle_id: a cycle that there is. Any thread that may read `doc`. */
MerCouncil *mer_council_load (MerDocument *doc,
                              gint64       cycle_id,
                              GError     **error);
/* The same with records of members, meetings and links alone: what rules and pages go by. */
MerCouncil *mer_council_load_meetings (MerDocument *doc,
                                       gint64       cycle_id,
                                       GError     **error);
MerCouncil *mer_council_ref (MerCouncil *self);
void        mer_council_unref (MerCouncil *self);

/* --- meetings: writers need an action under way ---------------------------------------------- */

/* A meeting on that day (NULL: today) with the next number of its year, counted over all cycles,
 * and with chair and secretary of the council in their roles; not stored yet: (transfer full). */
MerMeeting *mer_council_new_meeting (MerDocument *doc,
                                     gint64       cycle_id,
                                     const char  *day,
                                     GError     **error);
/* Stores it with the attendance of those who are in office on its day: present, or in writing where
 * the council does not come together. */
gboolean mer_council_add_meeting (MerDocument *doc,
                                  MerMeeting  *meeting,
                                  GError     **error);
/* Stores a meeting. When it is held in absentia from now on, those who were present vote in
 * writing; when it is held in person, those who would have voted in writing are present. */
gboolean mer_council_save_meeting (MerDocument *doc,
                                   MerMeeting  *meeting,
                                   GError     **error);
/* Who is to be listed at a meeting: those in office on its day and those whose attendance is
 * recorded: (transfer container) (element-type MerCouncilMember). */
GPtrArray *mer_council_members_of (const MerCouncil *self,
                                   const MerMeeting *meeting);
/* (transfer none) (nullable): NULL where nothing is recorded. */
const MerAttendance *mer_council_attendance_of (const MerCouncil *self,
                                                gint64            meeting_id,
                                                gint64            member_id);
const MerVote       *mer_council_vote_of (const MerCouncil *self,
                                          gint64            item_id,
                                          gint64            member_id);
gboolean             mer_council_set_attendance (MerDocument       *doc,
                                                 gint64             meeting_id,
                                                 gint64             member_id,
                                                 MerAttendanceState state,
                                                 GError           **error);

/* --- questions ------------------------------------------------------------------------------- */

/* A question that councils usually decide, and the usual wording of the decision. */
typedef struct
{
  const char        *id;
  const char        *stage; /* of MER_SETTING_STAGE, at which it comes up */
  MerDecisionSubject about;
  const char        *question; /* in Russian and English by mer_tr() */
  const char        *decision;
} MerAgendaTemplate;

/* (transfer none): in the order of the stages. */
const MerAgendaTemplate *mer_agenda_templates (guint *n);
/* (transfer none) (nullable) */
const MerAgendaTemplate *mer_agenda_template_find (const char *id);
/* Those that are not on the meeting's agenda: first, `n_now` of them, what comes up at the cycle's
 * stage and is not decided yet, then the others: (transfer container) (element-type
 * MerAgendaTemplate). */
GPtrArray *mer_agenda_suggest (const MerCouncil *council,
                               gint64            meeting_id,
                               guint            *n_now);
/* Adds the question to the agenda, with the wording as a draft, and sets `item_id` (optional). */
gboolean mer_council_add_question (MerDocument *doc,
                                   gint64       meeting_id,
                                   const MerAgendaTemplate *template,
                                   gint64  *item_id,
                                   GError **error);
/* Stores a question. One that is adopted for the first time on what concerns the cycle as a whole
 * (its list, its rating) is connected with the cycle. */
gboolean mer_council_save_question (MerDocument   *doc,
                                    MerAgendaItem *item,
                                    GError       **error);
/* What a member votes; −1 takes the vote away. */
gboolean mer_council_set_vote (MerDocument *doc,
                               gint64       item_id,
                               gint64       member_id,
                               int          vote,
                               GError     **error);
/* Takes all single votes away and keeps numbers in their place; −1: not counted. */
gboolean mer_council_set_counts (MerDocument *doc,
                                 gint64       item_id,
                                 const gint64 counts[MER_VOTE_ABSTAINED + 1],
                                 GError     **error);

/* --- what decisions are about ---------------------------------------------------------------- */

/* Connects a decision with what it decides; once is enough. `kind`: id of a kind of records,
 * "cycle", "organization", "methodology" (a version). */
gboolean mer_council_link (MerDocument *doc,
                           gint64       item_id,
                           const char  *kind,
                           gint64       id,
                           GError     **error);
gboolean mer_council_unlink (MerDocument *doc,
                             gint64       item_id,
                             const char  *kind,
                             gint64       id,
                             GError     **error);
/* The council's decision on the form of publication: sets it for the cycle and connects both.
 * INVALID when the question is not on publication or was not adopted. `form`: as MER_SETTING_FORM
 * stores it. */
gboolean mer_council_decide_form (MerDocument *doc,
                                  gint64       item_id,
                                  const char  *form,
                                  GError     **error);
/* «the rating of НОКО 2024», «Improvement plans: ДС „Радуга“, version 2»: (transfer full). */
char *mer_council_target_words (MerDocument         *doc,
                                MerRecordNames      *names,
                                const MerAgendaItem *item,
                                const MerLink       *link);
/* The page of the window that shows the part of the cycle which the decision is on: (transfer
 * none). */
const char *mer_council_part_page (const MerAgendaItem *item);
/* What a decision may be connected with besides organizations: ids of kinds, NULL ends them. */
const char *const *mer_council_target_kinds (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerCouncil, mer_council_unref)

G_END_DECLS
