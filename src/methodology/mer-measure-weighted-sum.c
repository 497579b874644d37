/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A sum of several shares and ratios, each with a weight of its own: Σ wᵢ·(aᵢ/bᵢ)·100. An
 * input without a ratio leaves the whole without a value: to be settled by policy. */

#include <glib/gi18n.h>

#include "methodology/mer-measure-private.h"

/* What the weights of all inputs give at most: Σ wᵢ·100. */
static gboolean
fills_cap (const MerIndicator *indicator)
{
  g_auto (MerRational) sum = MER_RATIONAL_ZERO;
  g_auto (MerRational) most = MER_RATIONAL_ZERO;

  for (guint i = 0; i < indicator->inputs->len; i++)
    {
      MerRational old = sum;

      sum = mer_rational_add (&old, &mer_indicator_input (indicator, i)->weight);
      mer_rational_clear (&old);
    }
  most = mer_rational_mul (&sum, &mer_measure_hundred);
  return mer_rational_cmp (&most, &indicator->cap) == 0;
}

static const char *
check_question (const MerIndicator *indicator, const MerMethodology *methodology, int index)
{
  const MerQuestion *question = g_ptr_array_index (methodology->questions, index);

  if (indicator->base == MER_BASE_NONE)
    return N_("this kind of measure needs a base");
  if (indicator->base != MER_BASE_ANSWERS && question->filter < 0)
    return N_("this base needs a question with a filter");
  return NULL;
}

static const char *
check (const MerIndicator *indicator, const MerMethodology *methodology)
{
  gboolean    asks = FALSE;
  const char *problem = NULL;

  if (indicator->inputs->len == 0)
    return N_("this kind of measure needs an input");
  for (guint i = 0; i < indicator->inputs->len; i++)
    {
      const MerMeasureInput *input = mer_indicator_input (indicator, i);

      if (mer_rational_is_zero (&input->weight))
        return N_("each of its inputs needs a weight greater than zero");
      if (input->question < 0)
        continue;
      asks = TRUE;
      problem = check_question (indicator, methodology, input->question);
      if (problem != NULL)
        return problem;
    }
  if (!asks && indicator->base != MER_BASE_NONE)
    return N_("without a question it has no base");
  if (!fills_cap (indicator))
    return N_("the weights of its inputs times 100 must add up to the largest value");
  return mer_measure_check_unused (indicator);
}

static void
compute (const MerIndicator *indicator, const MerMeasureContext *context, MerMeasurement *out)
{
  for (guint i = 0; i < indicator->inputs->len; i++)
    {
      const MerMeasureInput *input = mer_indicator_input (indicator, i);
      MerTerm               *term = NULL;

      if (input->place >= 0)
        term = mer_measurement_add_place (out, context, input->place);
      else
        term = mer_measurement_add_question (out, context, indicator->base, input->question);
      term->weight = &input->weight;
      if (out->undefined == MER_UNDEFINED_NOT)
        out->undefined = term->undefined;
    }
}

/* clang-format off */
const MerMeasureKind mer_measure_weighted_sum = {
  .id = "weighted-sum",
  .title = N_("Weighted sum of shares"),
  .words = N_("sum of the shares of several inputs, each times its weight"),
  .signs = "(w₁·a/b + w₂·c/d + …)·100",
  .uses = MER_MEASURE_PLACES | MER_MEASURE_QUESTIONS | MER_MEASURE_BASE | MER_MEASURE_WEIGHTS,
  .check = check,
  .compute = compute,
};
/* clang-format on */
