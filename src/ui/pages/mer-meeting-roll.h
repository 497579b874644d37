/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/mer-council.h"
#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerMeetingRoll:
 *
 * Who takes part in a meeting of the council, a line each, and whether that is a quorum. Each
 * choice is saved at once.
 */
#define MER_TYPE_MEETING_ROLL (mer_meeting_roll_get_type ())
G_DECLARE_FINAL_TYPE (MerMeetingRoll, mer_meeting_roll, MER, MEETING_ROLL, GtkBox)

GtkWidget *mer_meeting_roll_new (MerSession *session);
/* Shows the meeting as the council has it now. TRUE when others are listed than before: of another
 * meeting, or somebody came into office. */
gboolean mer_meeting_roll_show (MerMeetingRoll   *self,
                                MerCouncil       *council,
                                const MerMeeting *meeting);

G_END_DECLS
