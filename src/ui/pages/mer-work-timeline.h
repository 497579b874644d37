/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-data-view.h"

G_BEGIN_DECLS

/**
 * MerWorkTimeline:
 *
 * The work plan on a time scale.
 */
#define MER_TYPE_WORK_TIMELINE (mer_work_timeline_get_type ())
G_DECLARE_FINAL_TYPE (MerWorkTimeline, mer_work_timeline, MER, WORK_TIMELINE, MerDataView)

G_END_DECLS
