/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cycle/mer-selection.h"
#include "scoring/mer-score-past.h"

G_BEGIN_DECLS

/**
 * mer_head_change:
 * @head: of whose organization
 * @now: (nullable): the scores of @year
 * @past: (nullable) (element-type MerPastYear): the years before, to whose last it is compared
 * @change: (out): by how much the total has changed; cleared by the caller
 *
 * Returns: whether a change can be put down to this head: both totals are known and out of as much,
 *   and the head was in office in both years
 */
gboolean mer_head_change (const MerHead       *head,
                          const MerScoreTable *now,
                          int                  year,
                          const GPtrArray     *past,
                          MerRational         *change);

G_END_DECLS
