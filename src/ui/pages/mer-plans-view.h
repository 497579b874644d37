/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-data-view.h"

G_BEGIN_DECLS

/**
 * MerPlansView:
 *
 * Plans of improvement as a tree by organization or by deadline, with filters, and an inspector
 * in which what is selected is edited. Space marks as done, Ctrl+T goes to the deadline.
 */
#define MER_TYPE_PLANS_VIEW (mer_plans_view_get_type ())
G_DECLARE_FINAL_TYPE (MerPlansView, mer_plans_view, MER, PLANS_VIEW, MerDataView)

/* The organizations that are selected, 0 for the municipality: (transfer full) (element-type
 * gint64). */
GArray *mer_plans_view_get_organizations (MerPlansView *self);
/* Only items that stand so (a MerStanding), or all (−1). */
void mer_plans_view_filter (MerPlansView *self,
                            int           standing);

G_END_DECLS
