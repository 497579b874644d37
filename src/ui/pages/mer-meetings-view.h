/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-data-view.h"

G_BEGIN_DECLS

/**
 * MerMeetingsView:
 *
 * The meetings of the council: a list, and the chosen one in place (mer-meeting-pane.h).
 */
#define MER_TYPE_MEETINGS_VIEW (mer_meetings_view_get_type ())
G_DECLARE_FINAL_TYPE (MerMeetingsView, mer_meetings_view, MER, MEETINGS_VIEW, MerDataView)

/* Goes to a meeting, and to a question of it (0: none). */
void mer_meetings_view_show (MerMeetingsView *self,
                             gint64           meeting_id,
                             gint64           item_id);
/* Prints the minutes of the chosen one. */
void mer_meetings_view_print (MerMeetingsView *self);

G_END_DECLS
