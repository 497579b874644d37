/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-data-view.h"

G_BEGIN_DECLS

/**
 * MerDecisionsView:
 *
 * Management decisions above, the items of the selected one below. Adding, finding and exporting
 * are those of the decisions.
 */
#define MER_TYPE_DECISIONS_VIEW (mer_decisions_view_get_type ())
G_DECLARE_FINAL_TYPE (MerDecisionsView, mer_decisions_view, MER, DECISIONS_VIEW, MerDataView)

G_END_DECLS
