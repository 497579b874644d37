/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-cycle.h"
#include "scoring/mer-score-past.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/* What was entered of assessments before `before`, each year as if it were a cycle without an id:
 * totals on the scale of `methodology` of `organizations` (of MerOrganization) go into `past` (of
 * MerPastYear). FALSE is only an error. */
gboolean mer_earlier_results_load (MerDocument    *doc,
                                   const MerCycle *before,
                                   MerMethodology *methodology,
                                   GPtrArray      *organizations,
                                   GPtrArray      *past,
                                   GError        **error);

G_END_DECLS
