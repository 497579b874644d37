/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What organizations had when they were assessed before, year by year. */

#include "config.h"

#include "scoring/mer-score-past.h"

static void
past_year_free (gpointer data)
{
  MerPastYear *self = data;

  mer_cycle_unref (self->cycle);
  mer_score_table_unref (self->scores);
  g_free (self);
}

GPtrArray *
mer_score_past_new (void)
{
  return g_ptr_array_new_with_free_func (past_year_free);
}

/* What was assessed in this document tells more than what was entered of the same year. */
static gboolean
goes_before (const MerCycle *one,
             const MerCycle *other)
{
  return one->year > other->year || (one->year == other->year && one->id != 0 && other->id == 0);
}

void
mer_score_past_add (GPtrArray     *past,
                    MerCycle      *cycle,
                    MerScoreTable *scores)
{
  MerPastYear *added = g_new0 (MerPastYear, 1);
  guint        i = 0;

  added->cycle = mer_cycle_ref (cycle);
  added->scores = mer_score_table_ref (scores);
  while (i < past->len && !goes_before (cycle, ((MerPastYear *) past->pdata[i])->cycle))
    i++;
  g_ptr_array_insert (past, (int) i, added);
}

const MerPastYear *
mer_score_past_find (const GPtrArray    *past,
                     gint64              organization_id,
                     const MerScoreRow **row)
{
  const MerPastYear *last = NULL;
  const MerScoreRow *found = NULL;

  for (guint i = 0; past != NULL && i < past->len && (found == NULL || !found->total.defined); i++)
    {
      const MerPastYear *year = past->pdata[i];
      const MerScoreRow *of_year = mer_score_table_find (year->scores, organization_id);

      if (of_year == NULL || (found != NULL && !of_year->total.defined))
        continue;
      last = year;
      found = of_year;
    }
  if (row != NULL)
    *row = found;
  return last;
}

MerScoreTable *
mer_score_past_of_cycle (const GPtrArray *past,
                         const MerCycle  *cycle)
{
  for (guint i = 0; past != NULL && cycle != NULL && i < past->len; i++)
    {
      const MerPastYear *year = past->pdata[i];

      if (year->cycle->id == cycle->id)
        return year->scores;
    }
  return NULL;
}
