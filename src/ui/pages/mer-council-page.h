/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-tab-page.h"

G_BEGIN_DECLS

/**
 * MerCouncilPage:
 *
 * The Public Council: its members and whether they may sit in it, its meetings, its decisions.
 */
#define MER_TYPE_COUNCIL_PAGE (mer_council_page_get_type ())
G_DECLARE_FINAL_TYPE (MerCouncilPage, mer_council_page, MER, COUNCIL_PAGE, MerTabPage)

/* Goes to a meeting, and to a question of it (0: none). */
void mer_council_page_show_meeting (MerCouncilPage *self,
                                    gint64          meeting_id,
                                    gint64          item_id);

/* How many rules are broken: (transfer full) (nullable). */
char *mer_council_page_counter (MerSession *session);

G_END_DECLS
