/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-results.h"

G_BEGIN_DECLS

/* What the overview of a cycle says, for the document of that kind: (transfer full) (nullable):
 * NULL where there is no cycle, or where it cannot be read. `results` (nullable): of that cycle.
 * Thread of the document. */
MerReportOverview *mer_overview_report_new (MerDocument *doc,
                                            gint64       cycle_id,
                                            MerResults  *results);

G_END_DECLS
