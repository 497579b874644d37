/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A methodology made ready for scoring: policies compared once, items bound to places, and
 * weights as whole numbers over a common denominator where these are small. */

#include "scoring/mer-score-private.h"

/* Bounds that keep every whole-number sum below 2^63: see mer_score_row_fast(). */
#define MAX_WEIGHT 1000000
#define MAX_SCALED 10000000000

static const gint64 powers_of_ten[] = { 1, 10, 100, 1000, 10000 };

static MerSettled
settled_of_policy (const char *policy)
{
  if (strcmp (policy, "zero") == 0)
    return MER_SETTLED_ZERO;
  if (strcmp (policy, "mean") == 0)
    return MER_SETTLED_MEAN;
  if (strcmp (policy, "hundred") == 0)
    return MER_SETTLED_HUNDRED;
  return strcmp (policy, "exclude") == 0 ? MER_SETTLED_EXCLUDED : MER_SETTLED_UNDECIDED;
}

/* Each indicator may have a policy of its own; the others share `undefined`. */
static void
plan_settling (MerScorePlan *self)
{
  MerSettled common = settled_of_policy (mer_methodology_policy (self->methodology, "undefined"));

  self->settle = g_new (MerSettled, MAX (self->indicators->len, 1));
  for (guint i = 0; i < self->indicators->len; i++)
    {
      const MerIndicator *indicator = g_ptr_array_index (self->indicators, i);

      self->settle[i] = common;
      if (indicator->may_be_undefined)
        self->settle[i] = settled_of_policy (
          mer_methodology_undefined_policy (self->methodology, indicator->code));
    }
}

static void
plan_items (MerScorePlan *self, GPtrArray *items)
{
  self->n_items = items->len;
  self->runs = g_array_new (FALSE, FALSE, sizeof (MerItemRun));
  for (guint i = 0; i < items->len; i++)
    {
      const MerCycleItem *item = g_ptr_array_index (items, i);
      int                 found = mer_methodology_find_place (self->methodology, item->place);
      guint               place = found >= 0 ? (guint) found : self->methodology->places->len;
      MerItemRun         *last =
        i > 0 ? &g_array_index (self->runs, MerItemRun, self->runs->len - 1) : NULL;
      MerItemRun run = { place, i + 1 };

      if (last != NULL && last->place == place)
        last->end = i + 1;
      else
        g_array_append_val (self->runs, run);
    }
}

static gint64
common_divisor (gint64 a, gint64 b)
{
  while (b != 0)
    {
      gint64 rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

/* Makes *common a multiple of the number's denominator; FALSE when it grows too large. */
static gboolean
extend_denominator (gint64 *common, const MerRational *number)
{
  if (number->big != NULL || number->den > MAX_WEIGHT)
    return FALSE;
  *common = *common / common_divisor (*common, number->den) * number->den;
  return *common <= MAX_WEIGHT;
}

static gboolean
whole_weight (const MerRational *weight, gint64 common, gint64 *out)
{
  *out = weight->num > MAX_WEIGHT ? G_MAXINT64 : weight->num * (common / weight->den);
  return *out <= MAX_WEIGHT;
}

static gboolean
whole_cap (const MerScorePlan *self, const MerRational *cap, gint64 *out)
{
  g_auto (MerRational) rounded = mer_rational_round (cap, self->decimals);

  if (rounded.big != NULL || rounded.num > MAX_SCALED)
    return FALSE;
  *out = rounded.num * (self->scale / rounded.den);
  return *out <= MAX_SCALED;
}

static gboolean
plan_criterion (MerScorePlan *self, guint index)
{
  gint64   common = 1;
  gboolean fits = TRUE;

  for (guint i = self->first[index]; i < self->first[index + 1]; i++)
    fits = fits && extend_denominator (
                     &common, &((MerIndicator *) g_ptr_array_index (self->indicators, i))->weight);
  self->denominators[index] = common;
  for (guint i = self->first[index]; fits && i < self->first[index + 1]; i++)
    {
      const MerIndicator *indicator = g_ptr_array_index (self->indicators, i);

      fits = whole_weight (&indicator->weight, common, &self->weights[i]) &&
             whole_cap (self, &indicator->cap, &self->caps[i]);
    }
  return fits;
}

static gboolean
plan_whole_numbers (MerScorePlan *self)
{
  GPtrArray *criteria = self->methodology->criteria;

  self->total_denominator = 1;
  for (guint i = 0; i < self->n_criteria; i++)
    if (!plan_criterion (self, i) ||
        (self->counts[i] &&
         !extend_denominator (&self->total_denominator,
                              &((MerCriterion *) g_ptr_array_index (criteria, i))->weight)))
      return FALSE;
  for (guint i = 0; i < self->n_criteria; i++)
    if (!self->counts[i])
      self->criterion_weights[i] = -1;
    else if (!whole_weight (&((MerCriterion *) g_ptr_array_index (criteria, i))->weight,
                            self->total_denominator, &self->criterion_weights[i]))
      return FALSE;
  return TRUE;
}

void
mer_score_plan_init (MerScorePlan *self, const MerMethodology *methodology, GPtrArray *items)
{
  guint n;

  memset (self, 0, sizeof *self);
  self->methodology = methodology;
  mer_measure_rules_init (&self->rules, methodology);
  self->indicators = mer_methodology_indicators (methodology);
  self->n_criteria = methodology->criteria->len;
  self->stages = strcmp (mer_methodology_policy (methodology, "rounding"), "stages") == 0;
  self->decimals = (guint) (mer_methodology_policy (methodology, "rounding.decimals")[0] - '0');
  self->scale = powers_of_ten[MIN (self->decimals, G_N_ELEMENTS (powers_of_ten) - 1)];
  self->first = g_new0 (guint, self->n_criteria + 1);
  self->counts = g_new0 (gboolean, self->n_criteria + 1);
  for (guint i = 0; i < self->n_criteria; i++)
    self->counts[i] =
      mer_methodology_counts (methodology, g_ptr_array_index (methodology->criteria, i));
  for (guint i = 0; i < self->n_criteria; i++)
    self->first[i + 1] =
      self->first[i] +
      ((MerCriterion *) g_ptr_array_index (methodology->criteria, i))->indicators->len;
  plan_settling (self);
  plan_items (self, items);
  n = MAX (self->indicators->len, 1);
  self->weights = g_new0 (gint64, n);
  self->caps = g_new0 (gint64, n);
  self->denominators = g_new0 (gint64, self->n_criteria + 1);
  self->criterion_weights = g_new0 (gint64, self->n_criteria + 1);
  self->integral = self->stages && plan_whole_numbers (self);
}

void
mer_score_plan_clear (MerScorePlan *self)
{
  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->counts, g_free);
  g_clear_pointer (&self->settle, g_free);
  g_clear_pointer (&self->runs, g_array_unref);
  g_clear_pointer (&self->weights, g_free);
  g_clear_pointer (&self->caps, g_free);
  g_clear_pointer (&self->denominators, g_free);
  g_clear_pointer (&self->criterion_weights, g_free);
}

/* Without branches: marks follow no pattern that a processor could foresee. */
static void
add_marks (MerPlaceSum *sum, const MerMark *marks, guint n)
{
  guint required = 0, all = 0;

  for (guint i = 0; i < n; i++)
    {
      required += marks[i] != MER_MARK_NOT_REQUIRED;
      all += marks[i];
    }
  sum->required += required;
  sum->halves += all - required * MER_MARK_ABSENT;
}

void
mer_score_plan_context (const MerScorePlan *self,
                        const MerEvidence  *evidence,
                        MerPlaceSum        *places,
                        MerMeasureContext  *context)
{
  guint n_marks = evidence != NULL ? MIN (evidence->n_marks, self->n_items) : 0;

  memset (places, 0, sizeof *places * (self->methodology->places->len + 1));
  for (guint i = 0, done = 0; done < n_marks; i++)
    {
      const MerItemRun *run = &g_array_index (self->runs, MerItemRun, i);
      guint             end = MIN (run->end, n_marks);

      add_marks (&places[run->place], &evidence->marks[done], end - done);
      done = end;
    }
  context->methodology = self->methodology;
  context->rules = &self->rules;
  context->tally = evidence != NULL ? evidence->tally : NULL;
  context->places = places;
  context->has_checklist = evidence != NULL && evidence->has_checklist;
  context->points = evidence != NULL ? evidence->points : NULL;
}

MerUndefined
mer_score_reason (const MerMeasureContext *context, MerUndefined measured)
{
  gboolean nothing = !context->has_checklist &&
                     (context->points == NULL || context->points->len == 0) &&
                     (context->tally == NULL || mer_tally_is_empty (context->tally));

  return nothing && measured != MER_UNDEFINED_NOT ? MER_UNDEFINED_NO_DATA : measured;
}
