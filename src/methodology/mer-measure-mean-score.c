/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The survey indicators of 2014: the mean score over those who answered a question whose
 * options are points of a scale, Σ балл·ответов / Ч (domain A2). Who could not say is in the
 * base without a score, unless policy hard-to-say leaves him out. */

#include <glib/gi18n.h>

#include "methodology/mer-measure-private.h"

static const char *
check (const MerIndicator *indicator, const MerMethodology *methodology)
{
  const char *problem = mer_measure_check_questions (indicator, methodology);

  if (problem != NULL)
    return problem;
  if (indicator->inputs->len != 1)
    return N_("this kind of measure takes one input");
  return mer_measure_check_scale (
    g_ptr_array_index (methodology->questions, mer_indicator_input (indicator, 0)->question),
    &indicator->cap);
}

static void
compute (const MerIndicator *indicator, const MerMeasureContext *context, MerMeasurement *out)
{
  const MerTerm *term = mer_measurement_add_scale (
    out, context, indicator->base, mer_indicator_input (indicator, 0)->question);

  out->undefined = term->undefined;
}

/* clang-format off */
const MerMeasureKind mer_measure_mean_score = {
  .id = "mean-score",
  .title = N_("Mean score of answers"),
  .words = N_("mean score of the answers among the base"),
  .signs = "(p₁·n₁ + p₂·n₂ + …)/b",
  .uses = MER_MEASURE_QUESTIONS | MER_MEASURE_ONE_INPUT | MER_MEASURE_BASE | MER_MEASURE_SCALE,
  .check = check,
  .compute = compute,
};
/* clang-format on */
