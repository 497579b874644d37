/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The same scores as mer-score-exact.c in whole numbers, for the usual case: rounding by
 * stages, weights with a small common denominator, nothing excluded. A score is held as
 * score · 10^decimals. A region is scored with this while a weight is dragged; a test holds
 * both ways equal. */

#include "scoring/mer-score-private.h"

/* Half away from zero of a fraction that is not negative. */
static gint64
divide_rounding (gint64 num, gint64 den)
{
  gint64 quotient = num / den;
  gint64 rest = num % den;

  return quotient + (rest >= den - rest);
}

/* The greatest common divisor of a power of ten and another number, neither of them 0: only twos
 * and fives can be in it. */
static guint32
common_divisor (guint32 scale, guint32 number)
{
  guint32 divisor = 1;

  for (; scale % 5 == 0 && number % 5 == 0; scale /= 5, number /= 5)
    divisor *= 5;
  return divisor << MIN (__builtin_ctz (scale), __builtin_ctz (number));
}

static void
store (const MerScorePlan *plan, MerScore *score, MerSettled settled, gint64 scaled)
{
  guint32 rest = (guint32) (scaled % plan->scale);
  guint32 scale = (guint32) plan->scale;
  guint32 divisor = rest == 0 ? scale : common_divisor (scale, rest);

  score->defined = TRUE;
  score->settled = settled;
  if (settled == MER_SETTLED_NOT_NEEDED)
    score->undefined = MER_UNDEFINED_NOT;
  score->value = (MerRational){ scaled / divisor, plan->scale / divisor, NULL };
}

static void
store_undefined (MerScore *score, MerUndefined why)
{
  score->defined = FALSE;
  score->settled = MER_SETTLED_UNDECIDED;
  score->undefined = why;
  score->value = MER_RATIONAL_ZERO;
}

/* The rounded value of one indicator, −1 where it is undefined, −2 where it does not fit. */
static gint64
measure (const MerScorePlan *plan, guint index, const MerMeasureContext *context, MerScore *score)
{
  MerMeasurement measurement;
  gint64         num, den;

  mer_measure (g_ptr_array_index (plan->indicators, index), context, &measurement);
  if (measurement.undefined != MER_UNDEFINED_NOT)
    {
      store_undefined (score, mer_score_reason (context, measurement.undefined));
      return -1;
    }
  if (!mer_measurement_fraction (&measurement, plan->scale, &num, &den))
    return -2;
  return MIN (divide_rounding (num, den), plan->caps[index]);
}

static gint64
mean_of_measured (const gint64 *values, const MerScore *scores, guint n)
{
  gint64 sum = 0, measured = 0;

  for (guint i = 0; i < n; i++)
    if (scores[i].defined && scores[i].settled == MER_SETTLED_NOT_NEEDED)
      {
        sum += values[i];
        measured++;
      }
  return measured > 0 ? divide_rounding (sum, measured) : -1;
}

/* Settles the undefined ones of scores[0 … n); FALSE when one is excluded. */
static gboolean
settle (const MerScorePlan *plan, guint first, gint64 *values, MerScore *scores, guint n)
{
  gint64 mean = mean_of_measured (values, scores, n);

  for (guint i = 0; i < n; i++)
    {
      MerSettled settled = plan->settle[first + i];

      if (scores[i].defined || !mer_undefined_is_open (scores[i].undefined))
        continue;
      if (settled == MER_SETTLED_EXCLUDED)
        return FALSE;
      if (settled == MER_SETTLED_ZERO)
        values[i] = 0;
      else if (settled == MER_SETTLED_HUNDRED)
        values[i] = plan->caps[first + i];
      else if (settled == MER_SETTLED_MEAN)
        values[i] = mean;
      if (values[i] >= 0)
        store (plan, &scores[i], settled, values[i]);
    }
  return TRUE;
}

/* Rounded Σ w·v / denominator, −1 when one of them is undefined; a weight of −1 leaves its value
 * out. Cannot overflow: at most
 * MER_MAX_INDICATORS indicators, weights up to 10^6, values up to 10^10 (the plan's bounds). */
static gint64
combine (const gint64   *weights,
         gint64          denominator,
         const gint64   *values,
         const MerScore *scores,
         guint           n,
         MerUndefined   *why)
{
  gint64   sum = 0;
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++)
    {
      if (weights[i] < 0)
        continue;
      any = TRUE;
      if (values[i] < 0)
        {
          *why = scores[i].undefined;
          return -1;
        }
      sum += weights[i] * values[i];
    }
  return any ? divide_rounding (sum, denominator) : -1;
}

static void
store_combined (const MerScorePlan *plan, MerScore *score, gint64 value, MerUndefined why)
{
  if (value < 0)
    store_undefined (score, why);
  else
    store (plan, score, MER_SETTLED_NOT_NEEDED, value);
}

static gboolean
score_criterion (const MerScorePlan      *plan,
                 guint                    index,
                 const MerMeasureContext *context,
                 MerScoreRow             *row,
                 gint64                  *value)
{
  guint        first = plan->first[index], n = plan->first[index + 1] - first;
  MerScore    *scores = &row->indicators[first];
  MerUndefined why = MER_UNDEFINED_NO_DATA;
  gint64       values[MER_MAX_INDICATORS];
  gboolean     complete = TRUE;

  for (guint i = 0; i < n; i++)
    {
      values[i] = measure (plan, first + i, context, &scores[i]);
      if (values[i] == -2)
        return FALSE;
      if (values[i] >= 0)
        store (plan, &scores[i], MER_SETTLED_NOT_NEEDED, values[i]);
      complete = complete && values[i] >= 0;
    }
  if (!complete && !settle (plan, first, values, scores, n))
    return FALSE;
  *value = combine (&plan->weights[first], plan->denominators[index], values, scores, n, &why);
  store_combined (plan, &row->criteria[index], *value, why);
  return TRUE;
}

gboolean
mer_score_row_fast (const MerScorePlan *plan, const MerMeasureContext *context, MerScoreRow *row)
{
  gint64       values[MER_MAX_INDICATORS];
  MerUndefined why = MER_UNDEFINED_NO_DATA;
  gint64       total;

  if (!plan->integral)
    return FALSE;
  for (guint i = 0; i < plan->n_criteria; i++)
    if (!score_criterion (plan, i, context, row, &values[i]))
      return FALSE;
  total = combine (plan->criterion_weights, plan->total_denominator, values, row->criteria,
                   plan->n_criteria, &why);
  store_combined (plan, &row->total, total, why);
  return TRUE;
}
