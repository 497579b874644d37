/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-tab-page.h"

G_BEGIN_DECLS

/**
 * MerPlansPage:
 *
 * What follows from the results: plans of improvement, their control, recommendations, management
 * decisions, heads of organizations, and the library of measures.
 */
#define MER_TYPE_PLANS_PAGE (mer_plans_page_get_type ())
G_DECLARE_FINAL_TYPE (MerPlansPage, mer_plans_page, MER, PLANS_PAGE, MerTabPage)

/* «3 !»: items that are overdue, for the sidebar: (transfer full) (nullable). */
char *mer_plans_page_counter (MerSession *session);

G_END_DECLS
