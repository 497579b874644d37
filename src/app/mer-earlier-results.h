/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-cycle.h"
#include "scoring/mer-score-table.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/* Assessments of a year before this document as if they were a cycle: totals on the scale of
 * `methodology` of the year that is known of most of `organizations` (of MerOrganization), the
 * latest of several. The cycle has no id. Both stay NULL where nothing is known, and FALSE is only
 * an error. */
gboolean mer_earlier_results_load (MerDocument    *doc,
                                   const MerCycle *before,
                                   MerMethodology *methodology,
                                   GPtrArray      *organizations,
                                   MerCycle      **cycle,
                                   MerScoreTable **scores,
                                   GError        **error);

G_END_DECLS
