/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-tab-page.h"

G_BEGIN_DECLS

/**
 * MerPublicationsPage:
 *
 * What was published where and what is still due, events, and the papers on file.
 */
#define MER_TYPE_PUBLICATIONS_PAGE (mer_publications_page_get_type ())
G_DECLARE_FINAL_TYPE (MerPublicationsPage,
                      mer_publications_page,
                      MER,
                      PUBLICATIONS_PAGE,
                      MerTabPage)

/* How many publications are overdue, for the sidebar: (transfer full) (nullable). */
char *mer_publications_page_counter (MerSession *session);

G_END_DECLS
