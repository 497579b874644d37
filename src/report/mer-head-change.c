/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a head is credited with, the same in the window, the tool and the document. */
#include "config.h"

#include "report/mer-head-change.h"

#include "cycle/mer-plan-rules.h"

static gboolean
in_office (const MerHead *head,
           int            year)
{
  return mer_head_overlaps (head, mer_day_new (year, 1, 1), mer_day_new (year, 12, 31));
}

static const MerScoreRow *
total_of (const MerHead       *head,
          const MerScoreTable *scores)
{
  const MerScoreRow *row =
    scores != NULL ? mer_score_table_find (scores, head->organization) : NULL;

  return row != NULL && row->total.defined ? row : NULL;
}

gboolean
mer_head_change (const MerHead       *head,
                 const MerScoreTable *now,
                 int                  year,
                 const MerScoreTable *before,
                 int                  year_before,
                 MerRational         *change)
{
  const MerScoreRow *one = total_of (head, now);
  const MerScoreRow *other = total_of (head, before);

  if (one == NULL || other == NULL ||
      mer_rational_cmp (&now->methodology->maximum, &before->methodology->maximum) != 0 ||
      !in_office (head, year) || !in_office (head, year_before))
    return FALSE;
  mer_rational_clear (change);
  *change = mer_rational_sub (&one->total.value, &other->total.value);
  return TRUE;
}
