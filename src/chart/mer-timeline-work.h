/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/mer-timeline-chart.h"
#include "cycle/mer-work-rules.h"

G_BEGIN_DECLS

/* What is not dropped, in the order of the plan: (transfer full) (element-type MerTimelineRow). */
GPtrArray *mer_timeline_rows_of_work (const MerWorkContext *context);

G_END_DECLS
