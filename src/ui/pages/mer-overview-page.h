/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/mer-page.h"

G_BEGIN_DECLS

/**
 * MerOverviewPage:
 *
 * Where the work of a cycle has got to, four figures, what wants attention, what is due next; each
 * row goes to the page where it is mended. Of a new document: the three steps to a rating.
 */
#define MER_TYPE_OVERVIEW_PAGE (mer_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (MerOverviewPage, mer_overview_page, MER, OVERVIEW_PAGE, MerPage)

G_END_DECLS
