/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all kinds of measures share: the table of kinds, and the value min (cap, factor · Σ
 * weight · ratio / divisor) or the points of its band, exactly and as a 64-bit fraction. */

#include <glib/gi18n.h>

#include "methodology/mer-measure-private.h"

const MerRational mer_measure_hundred = { 100, 1, NULL };
const MerRational mer_measure_one = { 1, 1, NULL };

/* The largest waiting time that can be typed, in whatever it is measured. */
static const MerRational typed_limit = { 1000000, 1, NULL };

static const MerMeasureKind *const kinds[] = {
  &mer_measure_place_ratio,
  &mer_measure_items,
  &mer_measure_share,
  &mer_measure_share_mean,
  &mer_measure_mean_score,
  &mer_measure_points,
  &mer_measure_weighted_sum,
  &mer_measure_bands,
};

/**
 * mer_measure_kinds:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): all kinds
 */
const MerMeasureKind *const *
mer_measure_kinds (guint *n)
{
  *n = G_N_ELEMENTS (kinds);
  return kinds;
}

/**
 * mer_measure_kind_find:
 * @id: as in XML
 *
 * Returns: (transfer none) (nullable): the kind
 */
const MerMeasureKind *
mer_measure_kind_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i]->id, id) == 0)
      return kinds[i];
  return NULL;
}

/**
 * mer_undefined_is_open:
 * @undefined: why a measure gave nothing
 *
 * Returns: whether policies may settle it
 */
gboolean
mer_undefined_is_open (MerUndefined undefined)
{
  return undefined == MER_UNDEFINED_NO_MARKS || undefined == MER_UNDEFINED_NO_ANSWERS ||
         undefined == MER_UNDEFINED_NO_BASE || undefined == MER_UNDEFINED_NO_POINTS;
}

static gboolean
policy_is (const MerMethodology *methodology, const char *key, const char *value)
{
  return strcmp (mer_methodology_policy (methodology, key), value) == 0;
}

/**
 * mer_measure_rules_init:
 * @self: (out caller-allocates): the policies that measures obey
 * @methodology: whose
 */
void
mer_measure_rules_init (MerMeasureRules *self, const MerMethodology *methodology)
{
  self->base_all = policy_is (methodology, "base", "all");
  self->channel_all = policy_is (methodology, "base.channel", "all");
  self->norm_pooled = policy_is (methodology, "norm", "pooled");
  self->missing_zero = policy_is (methodology, "channel.missing", "zero");
  self->other_is_blank = policy_is (methodology, "hard-to-say", "blank");
}

/**
 * mer_indicator_is_typed:
 * @indicator: an indicator
 *
 * Returns: whether an expert types its value
 */
gboolean
mer_indicator_is_typed (const MerIndicator *indicator)
{
  return indicator->inputs->len == 0 && (indicator->kind->uses & MER_MEASURE_TYPED) != 0;
}

/**
 * mer_indicator_typed_limit:
 * @indicator: an indicator whose value is typed
 *
 * Returns: (transfer none): the largest value that may be: the cap of points, and of what is
 *   mapped by bands more than anybody waits
 */
const MerRational *
mer_indicator_typed_limit (const MerIndicator *indicator)
{
  return (indicator->kind->uses & MER_MEASURE_BANDS) != 0 ? &typed_limit : &indicator->cap;
}

/**
 * mer_question_is_scale:
 * @question: a question
 *
 * Returns: whether its options have scores
 */
gboolean
mer_question_is_scale (const MerQuestion *question)
{
  for (guint i = 0; i < question->options->len; i++)
    if (((const MerOption *) g_ptr_array_index (question->options, i))->has_score)
      return TRUE;
  return FALSE;
}

static gboolean
takes_scores (const MerIndicator *indicator, const MerMethodology *methodology, int question)
{
  if ((indicator->kind->uses & (MER_MEASURE_SCALE | MER_MEASURE_BANDS)) == 0)
    return FALSE;
  for (guint i = 0; i < indicator->inputs->len; i++)
    if (mer_indicator_input (indicator, i)->question == question)
      return mer_question_is_scale (
        g_ptr_array_index (methodology->questions, (guint) question));
  return FALSE;
}

/**
 * mer_methodology_takes_scores:
 * @self: a methodology
 * @question: index of a question
 *
 * Returns: whether an indicator takes the mean of the question's scores
 */
gboolean
mer_methodology_takes_scores (const MerMethodology *self, int question)
{
  for (guint i = 0; i < self->criteria->len; i++)
    {
      const MerCriterion *criterion = g_ptr_array_index (self->criteria, i);

      for (guint j = 0; j < criterion->indicators->len; j++)
        if (takes_scores (g_ptr_array_index (criterion->indicators, j), self, question))
          return TRUE;
    }
  return FALSE;
}

/**
 * mer_measure:
 * @indicator: what is measured
 * @context: the organization's evidence and the policies
 * @out: (out caller-allocates): the measurement
 */
void
mer_measure (const MerIndicator *indicator, const MerMeasureContext *context, MerMeasurement *out)
{
  out->undefined = MER_UNDEFINED_NOT;
  out->factor = &mer_measure_hundred;
  out->cap = &indicator->cap;
  out->divisor = 1;
  out->band = NULL;
  out->n_terms = 0;
  indicator->kind->compute (indicator, context, out);
}

/* Halves over the denominator, times the weight of the input. */
static MerRational
weighted_ratio (const MerTerm *term)
{
  g_auto (MerRational) ratio =
    mer_rational_new ((gint64) term->halves, (gint64) term->denominator);

  return term->weight != NULL ? mer_rational_mul (&ratio, term->weight)
                              : mer_rational_copy (&ratio);
}

/**
 * mer_measurement_measured:
 * @self: a measurement that is defined
 * @value: (out): what was measured, before bands of points and the cap
 */
void
mer_measurement_measured (const MerMeasurement *self, MerRational *value)
{
  g_auto (MerRational) sum = MER_RATIONAL_ZERO;
  g_auto (MerRational) scaled = MER_RATIONAL_ZERO;
  g_auto (MerRational) divisor = mer_rational_new (2 * (gint64) self->divisor, 1);

  for (guint i = 0; i < self->n_terms; i++)
    {
      const MerTerm *term = &self->terms[i];
      g_auto (MerRational) ratio = MER_RATIONAL_ZERO;
      MerRational old = sum;

      if (term->undefined != MER_UNDEFINED_NOT)
        continue;
      ratio = weighted_ratio (term);
      sum = mer_rational_add (&old, &ratio);
      mer_rational_clear (&old);
    }
  scaled = mer_rational_mul (&sum, self->factor);
  *value = mer_rational_div (&scaled, &divisor);
}

/**
 * mer_measurement_value:
 * @self: a measurement that is defined
 * @value: (out): its exact value
 * @capped: (out) (optional): whether the cap cut it
 */
void
mer_measurement_value (const MerMeasurement *self, MerRational *value, gboolean *capped)
{
  g_auto (MerRational) result = MER_RATIONAL_ZERO;
  gboolean cut;

  if (self->band != NULL)
    result = mer_rational_copy (&self->band->points);
  else
    mer_measurement_measured (self, &result);
  cut = mer_rational_cmp (&result, self->cap) > 0;
  *value = mer_rational_copy (cut ? self->cap : &result);
  if (capped != NULL)
    *capped = cut;
}

/**
 * mer_measurement_fraction:
 * @self: a measurement that is defined
 * @scale: what the value is multiplied by
 * @num: (out): numerator
 * @den: (out): denominator
 *
 * Returns: %FALSE when it does not fit 64 bits. The cap is not applied.
 */
gboolean
mer_measurement_fraction (const MerMeasurement *self, gint64 scale, gint64 *num, gint64 *den)
{
  gint64   n = 0, d = 1;
  gboolean overflow = self->factor->big != NULL;

  if (self->band != NULL)
    {
      *den = self->band->points.den;
      return !__builtin_mul_overflow (self->band->points.num, scale, num);
    }
  for (guint i = 0; i < self->n_terms; i++)
    {
      const MerTerm     *term = &self->terms[i];
      const MerRational *weight = term->weight != NULL ? term->weight : &mer_measure_one;
      gint64             above, below, cross;

      if (term->undefined != MER_UNDEFINED_NOT)
        continue;
      overflow |= __builtin_mul_overflow ((gint64) term->halves, weight->num, &above);
      overflow |= __builtin_mul_overflow ((gint64) term->denominator, weight->den, &below);
      overflow |= __builtin_mul_overflow (d, above, &cross);
      overflow |= __builtin_mul_overflow (n, below, &n);
      overflow |= __builtin_add_overflow (n, cross, &n);
      overflow |= __builtin_mul_overflow (d, below, &d);
    }
  overflow |= __builtin_mul_overflow (n, self->factor->num, &n);
  overflow |= __builtin_mul_overflow (n, scale, &n);
  overflow |= __builtin_mul_overflow (d, self->factor->den, &d);
  overflow |= __builtin_mul_overflow (d, 2 * (gint64) self->divisor, &d);
  *num = n;
  *den = d;
  return !overflow;
}
