/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-tab-page.h"

G_BEGIN_DECLS

/**
 * MerWorkPage:
 *
 * The work plan as a table and on a time scale, and the days off that its deadlines are counted by.
 */
#define MER_TYPE_WORK_PAGE (mer_work_page_get_type ())
G_DECLARE_FINAL_TYPE (MerWorkPage, mer_work_page, MER, WORK_PAGE, MerTabPage)

/* How many items are overdue: (transfer full) (nullable). */
char *mer_work_page_counter (MerSession *session);

G_END_DECLS
