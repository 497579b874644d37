/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-council.h"
#include "ui/mer-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MerMeetingQuestion:
 *
 * A question of an agenda: a line with its votes and outcome, which opens to what was said, decided
 * and voted, and what the decision is about. Everything is changed in place.
 */
#define MER_TYPE_MEETING_QUESTION (mer_meeting_question_get_type ())
G_DECLARE_FINAL_TYPE (MerMeetingQuestion, mer_meeting_question, MER, MEETING_QUESTION, GtkBox)

GtkWidget *mer_meeting_question_new (MerSession *session);
/* Shows the question as the council has it now. `fresh`: those who vote may be others. */
void   mer_meeting_question_show (MerMeetingQuestion *self,
                                  MerCouncil         *council,
                                  gint64              item_id,
                                  guint               number,
                                  gboolean            fresh);
gint64 mer_meeting_question_get_id (MerMeetingQuestion *self);
/* Opens it and goes to its first field. */
void mer_meeting_question_open (MerMeetingQuestion *self);
/* Saves what was typed and not left. */
void mer_meeting_question_commit (MerMeetingQuestion *self);

G_END_DECLS
