/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/mer-page.h"

G_BEGIN_DECLS

/**
 * MerRatingPage:
 *
 * The rating of a cycle: table and chart side by side, and under them how the selected
 * organization's score came about.
 */
#define MER_TYPE_RATING_PAGE (mer_rating_page_get_type ())
G_DECLARE_FINAL_TYPE (MerRatingPage, mer_rating_page, MER, RATING_PAGE, MerPage)

G_END_DECLS
