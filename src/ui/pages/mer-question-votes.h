/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-council.h"
#include "ui/mer-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MerQuestionVotes:
 *
 * The votes on a question: of each who takes part in the meeting, or in numbers while no single
 * vote is recorded.
 */
#define MER_TYPE_QUESTION_VOTES (mer_question_votes_get_type ())
G_DECLARE_FINAL_TYPE (MerQuestionVotes, mer_question_votes, MER, QUESTION_VOTES, GtkBox)

GtkWidget *mer_question_votes_new (MerSession *session);
/* `fresh`: those who take part may be others. */
void mer_question_votes_show (MerQuestionVotes    *self,
                              MerCouncil          *council,
                              const MerAgendaItem *item,
                              gboolean             fresh);
void mer_question_votes_commit (MerQuestionVotes *self);

G_END_DECLS
