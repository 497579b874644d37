/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Did it help: holds the items of plans against the scores of the cycle after them. Only criteria
 * that mean the same in both cycles are compared. */

#include "config.h"

#include "app/mer-plan-effect.h"

#include <glib/gi18n.h>

/* The cycle after the one given; 0 where there is none. */
static gint64
cycle_after (const GPtrArray *cycles,
             gint64           id)
{
  for (guint i = 0; i + 1 < cycles->len; i++)
    if (((MerCycle *) cycles->pdata[i])->id == id)
      return ((MerCycle *) cycles->pdata[i + 1])->id;
  return 0;
}

static gint64
cycle_before (const GPtrArray *cycles,
              gint64           id)
{
  for (guint i = 1; i < cycles->len; i++)
    if (((MerCycle *) cycles->pdata[i])->id == id)
      return ((MerCycle *) cycles->pdata[i - 1])->id;
  return 0;
}

static gboolean
find_cycles (MerDocument *doc,
             gint64      *plans_cycle,
             gint64      *later_cycle,
             GError     **error)
{
  g_autoptr (GPtrArray) cycles = mer_store_cycles (doc, error);

  if (cycles == NULL)
    return FALSE;
  if (*later_cycle == 0 && *plans_cycle != 0)
    *later_cycle = cycle_after (cycles, *plans_cycle);
  else if (*later_cycle == 0 && cycles->len > 0)
    *later_cycle = ((MerCycle *) cycles->pdata[cycles->len - 1])->id;
  if (*plans_cycle == 0)
    *plans_cycle = cycle_before (cycles, *later_cycle);
  if (*plans_cycle != 0 && *later_cycle != 0)
    return TRUE;
  g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                       _("Whether measures helped is seen in a later cycle. There is none yet."));
  return FALSE;
}

static const MerComparedRow *
find_row (const MerCycleComparison *comparison,
          gint64                    organization)
{
  for (guint i = 0; i < comparison->n_rows; i++)
    if (comparison->rows[i].organization->id == organization)
      return &comparison->rows[i];
  return NULL;
}

static int
find_code (const MerPlanEffects *self,
           guint                 criterion)
{
  const GPtrArray *criteria = self->book->facts.methodology->criteria;

  for (guint i = 0; criterion < criteria->len && i < self->comparison->codes->len; i++)
    if (g_str_equal (self->comparison->codes->pdata[i],
                     ((MerCriterion *) criteria->pdata[criterion])->code))
      return (int) i;
  return -1;
}

/* An indicator that the item names, where both cycles measure it alike. */
static const MerScore *
indicator_score (const MerResults *results,
                 gint64            organization,
                 const char       *code)
{
  const MerScoreRow *row = mer_score_table_find (results->scores, organization);
  g_autoptr (GPtrArray) indicators = mer_methodology_indicators (results->methodology);

  for (guint i = 0; row != NULL && i < indicators->len; i++)
    if (g_str_equal (((MerIndicator *) indicators->pdata[i])->code, code))
      return &row->indicators[i];
  return NULL;
}

static void
compare_indicator (const MerPlanEffects *self,
                   MerPlanEffect        *effect)
{
  const char     *code = effect->line->item->criterion;
  gint64          organization = effect->line->organization->id;
  const MerScore *after = indicator_score (self->comparison->one, organization, code);
  const MerScore *before = indicator_score (self->comparison->other, organization, code);

  effect->score = (MerComparedScore){ 0 };
  effect->score.has_one = after != NULL && after->defined;
  effect->score.has_other = before != NULL && before->defined;
  if (effect->score.has_one)
    effect->score.one = after->value;
  if (effect->score.has_other)
    effect->score.other = before->value;
}

static void
add_effect (MerPlanEffects    *self,
            const MerPlanLine *line)
{
  MerPlanEffect         effect = { .line = line };
  int                   code = find_code (self, line->criterion);
  const MerComparedRow *row = NULL;

  if (line->organization == NULL || line->standing == MER_STANDING_DROPPED || code < 0)
    return;
  row = find_row (self->comparison, line->organization->id);
  if (row == NULL)
    return;
  effect.score = row->criteria[code];
  if (mer_methodology_find_criterion (self->book->facts.methodology, line->item->criterion) == NULL)
    compare_indicator (self, &effect);
  g_array_append_val (self->effects, effect);
}

MerPlanEffects *
mer_plan_effects_load (MerDocument *doc,
                       gint64       plans_cycle,
                       gint64       later_cycle,
                       GError     **error)
{
  g_autoptr (MerPlanEffects) self = NULL;

  if (!find_cycles (doc, &plans_cycle, &later_cycle, error))
    return NULL;
  self = g_new0 (MerPlanEffects, 1);
  self->effects = g_array_new (FALSE, TRUE, sizeof (MerPlanEffect));
  self->book = mer_plans_load (doc, plans_cycle, error);
  if (self->book == NULL)
    return NULL;
  self->comparison = mer_cycle_comparison_new (doc, later_cycle, plans_cycle, error);
  if (self->comparison == NULL)
    return NULL;
  for (guint i = 0; i < self->book->n_lines; i++)
    add_effect (self, &self->book->lines[i]);
  return g_steal_pointer (&self);
}

void
mer_plan_effects_free (MerPlanEffects *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->effects);
  g_clear_pointer (&self->book, mer_plan_book_unref);
  g_clear_pointer (&self->comparison, mer_cycle_comparison_free);
  g_free (self);
}
