/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-data-view.h"

G_BEGIN_DECLS

/**
 * MerPlanControlView:
 *
 * The board of control: how plans are carried out by organization, and by the ends of quarters.
 *
 * Signal `opened` (organization): a row was opened; 0: the municipal plan.
 */
#define MER_TYPE_PLAN_CONTROL_VIEW (mer_plan_control_view_get_type ())
G_DECLARE_FINAL_TYPE (MerPlanControlView,
                      mer_plan_control_view,
                      MER,
                      PLAN_CONTROL_VIEW,
                      MerDataView)

G_END_DECLS
