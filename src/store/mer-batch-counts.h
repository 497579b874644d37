/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-evidence.h"
#include "methodology/mer-ready-tally.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/* What one batch counted of one organization: `sources` (of MerEvidenceSource) and `answers`
 * (of MerReadyAnswer) go in parallel. */
typedef void (*MerCountsFunc) (gint64        organization_id,
                               const GArray *answers,
                               const GArray *sources,
                               gpointer      user_data);

/* Calls func for the ready counts of a cycle that enter the scores, by batch and organization.
 * DAMAGED when one cannot be true; questions that the methodology lacks are left out. */
gboolean mer_batch_counts_foreach (MerDocument          *doc,
                                   gint64                cycle_id,
                                   const MerMethodology *methodology,
                                   MerCountsFunc         func,
                                   gpointer              user_data,
                                   GError              **error);

G_END_DECLS
