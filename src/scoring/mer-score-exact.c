/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scores in exact rationals: П, then K = Σ w·П / Σ w (of those not excluded, times Σ of all
 * weights), then S the same from K (domain A1.2). By stages each is rounded before the next
 * one takes it (domain A1.5 no. 8); what is undefined is settled by policy (nos. 4 to 6). */

#include "scoring/mer-score-private.h"

static void
set_value (const MerScorePlan *plan, MerScore *score, const MerRational *value)
{
  score->defined = TRUE;
  score->value =
    plan->stages ? mer_rational_round (value, plan->decimals) : mer_rational_copy (value);
}

static void
set_undefined (MerScore *score, MerSettled settled, MerUndefined why)
{
  score->defined = FALSE;
  score->settled = settled;
  score->undefined = why;
  score->value = MER_RATIONAL_ZERO;
}

static void
add_to (MerRational *sum, const MerRational *value)
{
  MerRational old = *sum;

  *sum = mer_rational_add (&old, value);
  mer_rational_clear (&old);
}

/* The mean of the criterion's indicators that were measured; FALSE when none was. */
static gboolean
mean_of_measured (const MerScore *scores, guint n, MerRational *mean)
{
  g_auto (MerRational) sum = MER_RATIONAL_ZERO;
  g_auto (MerRational) count = MER_RATIONAL_ZERO;
  guint measured = 0;

  for (guint i = 0; i < n; i++)
    if (scores[i].settled == MER_SETTLED_NOT_NEEDED)
      {
        add_to (&sum, &scores[i].value);
        measured++;
      }
  if (measured == 0)
    return FALSE;
  count = mer_rational_new (measured, 1);
  *mean = mer_rational_div (&sum, &count);
  return TRUE;
}

/* Settles one undefined indicator of a criterion whose scores are scores[0 … n). */
static void
settle (const MerScorePlan *plan, guint index, MerScore *score, const MerScore *scores, guint n)
{
  const MerIndicator *indicator = g_ptr_array_index (plan->indicators, index);
  MerSettled          settled = plan->settle[index];
  g_auto (MerRational) value = MER_RATIONAL_ZERO;

  if (settled == MER_SETTLED_MEAN && !mean_of_measured (scores, n, &value))
    settled = MER_SETTLED_UNDECIDED;
  else if (settled == MER_SETTLED_HUNDRED)
    value = mer_rational_copy (&indicator->cap);
  score->settled = settled;
  if (settled != MER_SETTLED_UNDECIDED && settled != MER_SETTLED_EXCLUDED)
    set_value (plan, score, &value);
}

static void
score_indicators (const MerScorePlan *plan, const MerMeasureContext *context, MerScoreRow *row)
{
  for (guint i = 0; i < plan->indicators->len; i++)
    {
      MerScore      *score = &row->indicators[i];
      MerMeasurement measurement;
      g_auto (MerRational) value = MER_RATIONAL_ZERO;

      mer_measure (g_ptr_array_index (plan->indicators, i), context, &measurement);
      if (measurement.undefined != MER_UNDEFINED_NOT)
        {
          set_undefined (score, MER_SETTLED_UNDECIDED,
                         mer_score_reason (context, measurement.undefined));
          continue;
        }
      mer_measurement_value (&measurement, &value, NULL);
      score->settled = MER_SETTLED_NOT_NEEDED;
      score->undefined = MER_UNDEFINED_NOT;
      set_value (plan, score, &value);
    }
}

static void
settle_indicators (const MerScorePlan *plan, MerScoreRow *row)
{
  for (guint c = 0; c < plan->n_criteria; c++)
    for (guint i = plan->first[c]; i < plan->first[c + 1]; i++)
      if (!row->indicators[i].defined && mer_undefined_is_open (row->indicators[i].undefined))
        settle (plan, i, &row->indicators[i], &row->indicators[plan->first[c]],
                plan->first[c + 1] - plan->first[c]);
}

/* One part of a weighted sum. */
typedef struct
{
  const MerScore    *score;
  const MerRational *weight;
} Part;

/* The weighted sum of what is defined, scaled up for what is excluded. */
static void
combine (const MerScorePlan *plan, const Part *parts, guint n, MerScore *out)
{
  g_auto (MerRational) sum = MER_RATIONAL_ZERO;
  g_auto (MerRational) included = MER_RATIONAL_ZERO;
  g_auto (MerRational) all = MER_RATIONAL_ZERO;
  g_auto (MerRational) scaled = MER_RATIONAL_ZERO;
  g_auto (MerRational) value = MER_RATIONAL_ZERO;

  for (guint i = 0; i < n; i++)
    {
      g_auto (MerRational) product = MER_RATIONAL_ZERO;

      add_to (&all, parts[i].weight);
      if (!parts[i].score->defined && parts[i].score->settled != MER_SETTLED_EXCLUDED)
        {
          set_undefined (out, MER_SETTLED_UNDECIDED, parts[i].score->undefined);
          return;
        }
      if (!parts[i].score->defined)
        continue;
      product = mer_rational_mul (parts[i].weight, &parts[i].score->value);
      add_to (&sum, &product);
      add_to (&included, parts[i].weight);
    }
  if (mer_rational_is_zero (&included))
    {
      set_undefined (out, MER_SETTLED_EXCLUDED,
                     n > 0 ? parts[0].score->undefined : MER_UNDEFINED_NO_DATA);
      return;
    }
  scaled = mer_rational_mul (&sum, &all);
  value = mer_rational_div (&scaled, &included);
  out->settled = MER_SETTLED_NOT_NEEDED;
  out->undefined = MER_UNDEFINED_NOT;
  set_value (plan, out, &value);
}

void
mer_score_row_combine (const MerScorePlan *plan, MerScoreRow *row)
{
  g_autofree Part *parts = g_new (Part, plan->indicators->len + plan->n_criteria + 1);
  guint            counted = 0;

  for (guint c = 0; c < plan->n_criteria; c++)
    {
      guint n = 0;

      for (guint i = plan->first[c]; i < plan->first[c + 1]; i++)
        {
          const MerIndicator *indicator = g_ptr_array_index (plan->indicators, i);

          parts[n++] = (Part){ &row->indicators[i], &indicator->weight };
        }
      combine (plan, parts, n, &row->criteria[c]);
    }
  for (guint c = 0; c < plan->n_criteria; c++)
    {
      const MerCriterion *criterion = g_ptr_array_index (plan->methodology->criteria, c);

      if (plan->counts[c])
        parts[counted++] = (Part){ &row->criteria[c], &criterion->weight };
    }
  combine (plan, parts, counted, &row->total);
}

void
mer_score_row_exact (const MerScorePlan      *plan,
                     const MerMeasureContext *context,
                     MerScoreRow             *row)
{
  score_indicators (plan, context, row);
  settle_indicators (plan, row);
  mer_score_row_combine (plan, row);
}
