/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/mer-council.h"
#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerMeetingPane:
 *
 * A meeting of the council in place: its head, who takes part and whether that is a quorum, the
 * agenda with votes and decisions. Each change is saved at once.
 *
 * Actions stand in a group of the prefix `meeting.`: `add-question`, `usual` (s: a usual question),
 * `print`, `save`, `issue` (its minutes), `ballot` (the sheet for voting in writing).
 */
#define MER_TYPE_MEETING_PANE (mer_meeting_pane_get_type ())
G_DECLARE_FINAL_TYPE (MerMeetingPane, mer_meeting_pane, MER, MEETING_PANE, AdwBin)

GtkWidget *mer_meeting_pane_new (MerSession *session);
/* Shows the meeting as the council has it now; 0: none. */
void   mer_meeting_pane_show (MerMeetingPane *self,
                              MerCouncil     *council,
                              gint64          meeting_id);
gint64 mer_meeting_pane_get_id (MerMeetingPane *self);
/* Opens a question of the meeting that is shown. */
void mer_meeting_pane_open_question (MerMeetingPane *self,
                                     gint64          item_id);
/* Gives the keyboard to its first field. */
void mer_meeting_pane_edit (MerMeetingPane *self);
/* Prints the minutes of the meeting that is shown. */
void mer_meeting_pane_print (MerMeetingPane *self);

G_END_DECLS
