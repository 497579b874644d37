/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-cycle.h"
#include "scoring/mer-score-table.h"

G_BEGIN_DECLS

/* A year in which organizations were assessed before. */
typedef struct
{
  MerCycle      *cycle; /* without an id where only totals were entered */
  MerScoreTable *scores;
} MerPastYear;

/* (transfer full) (element-type MerPastYear): no year yet. */
GPtrArray *mer_score_past_new (void);
/**
 * mer_score_past_add:
 * @past: (element-type MerPastYear): the newest first
 * @cycle: a cycle; kept
 * @scores: its scores; kept
 *
 * Stands behind the cycles of its year, and before what was only entered of it.
 */
void mer_score_past_add (GPtrArray     *past,
                         MerCycle      *cycle,
                         MerScoreTable *scores);
/**
 * mer_score_past_find:
 * @past: (nullable) (element-type MerPastYear): the newest first
 * @organization_id: whose
 * @row: (out) (optional): its scores of that year
 *
 * Where a third is assessed a year, the cycle before is that of others: changes are told against
 * the organization's own last assessment. Any thread.
 *
 * Returns: (nullable): the last year in which the organization had a total; without one, the last
 *   that it was assessed in
 */
const MerPastYear *mer_score_past_find (const GPtrArray    *past,
                                        gint64              organization_id,
                                        const MerScoreRow **row);
/* The scores of a cycle: (transfer none), NULL where it is not among them. */
MerScoreTable *mer_score_past_of_cycle (const GPtrArray *past,
                                        const MerCycle  *cycle);

G_END_DECLS
