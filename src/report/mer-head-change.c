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

gboolean
mer_head_change (const MerHead       *head,
                 const MerScoreTable *now,
                 int                  year,
                 const GPtrArray     *past,
                 MerRational         *change)
{
  const MerScoreRow *one = now != NULL ? mer_score_table_find (now, head->organization) : NULL;
  const MerScoreRow *other = NULL;
  const MerPastYear *last = mer_score_past_find (past, head->organization, &other);

  if (one == NULL || !one->total.defined || last == NULL || !other->total.defined ||
      mer_rational_cmp (&now->methodology->maximum, &last->scores->methodology->maximum) != 0 ||
      !in_office (head, year) || !in_office (head, last->cycle->year))
    return FALSE;
  mer_rational_clear (change);
  *change = mer_rational_sub (&one->total.value, &other->total.value);
  return TRUE;
}
