/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scoring/mer-score-table.h"

G_BEGIN_DECLS

/* What became of one organization between results that were kept as text and those of now. */
typedef struct
{
  gint64   organization_id;
  char    *name;
  gboolean was_there; /* took part then, takes part now */
  gboolean is_there;
  char    *was; /* totals as decimal text with a point; NULL: undefined, or not there */
  char    *is;
  guint    was_rank; /* 0: none */
  guint    is_rank;
  char    *codes; /* «3.1, K3»: indicators and criteria that are not what they were; "" if none */
} MerScoreDifference;

/**
 * mer_score_differences:
 * @kept: scores as `scores --format csv` has them, with a last column `id`
 * @now: the scores of now
 * @n_kept: (out) (nullable): how many organizations there are in @kept
 *
 * Compares by what is printed: totals, places, indicators and criteria that both have.
 *
 * Returns: (transfer full) (element-type MerScoreDifference): organizations of which anything
 *   differs, in the order of @now, those that left it last; %NULL when @kept is no such text
 */
GPtrArray *mer_score_differences (const char          *kept,
                                  const MerScoreTable *now,
                                  guint               *n_kept);
void       mer_score_difference_free (MerScoreDifference *self);

G_END_DECLS
