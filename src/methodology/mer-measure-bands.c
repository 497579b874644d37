/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 2.2 of culture and the social sphere: what is measured gives the points of the band in which
 * it is. Measured is the share of those served in time, or the mean of a scale (minutes,
 * days), or what an expert types: how long people wait. The bands are data of the indicator,
 * since no act that could be read fixes them (domain A1.2). */

#include <glib/gi18n.h>

#include "methodology/mer-measure-private.h"

static const MerPointBand *
band_at (const MerIndicator *indicator, guint i)
{
  return &g_array_index (indicator->bands, MerPointBand, i);
}

static const char *
check_bands (const MerIndicator *indicator)
{
  if (indicator->bands->len == 0)
    return N_("this kind of measure needs bands of points");
  if (!mer_rational_is_zero (&band_at (indicator, 0)->from))
    return N_("its first band must begin at zero");
  for (guint i = 0; i < indicator->bands->len; i++)
    {
      if (i > 0 && mer_rational_cmp (&band_at (indicator, i)->from,
                                     &band_at (indicator, i - 1)->from) <= 0)
        return N_("its bands must be listed from the lowest value to the highest");
      if (mer_rational_cmp (&band_at (indicator, i)->points, &indicator->cap) > 0)
        return N_("a band gives more points than the largest value");
    }
  return mer_measure_check_unused (indicator);
}

static const MerQuestion *
question_of (const MerIndicator *indicator, const MerMethodology *methodology)
{
  return g_ptr_array_index (methodology->questions, mer_indicator_input (indicator, 0)->question);
}

static const char *
check (const MerIndicator *indicator, const MerMethodology *methodology)
{
  const MerQuestion *question = NULL;
  const char        *problem = NULL;

  if (indicator->inputs->len > 1)
    return N_("this kind of measure takes one input");
  if (indicator->inputs->len == 0)
    return indicator->base != MER_BASE_NONE ? N_("without a question it has no base")
                                            : check_bands (indicator);
  problem = mer_measure_check_questions (indicator, methodology);
  if (problem != NULL)
    return problem;
  question = question_of (indicator, methodology);
  if (mer_question_is_scale (question))
    problem = mer_measure_check_scale (question, NULL);
  return problem != NULL ? problem : check_bands (indicator);
}

/* The last band that begins at or below the value. */
static const MerPointBand *
find_band (const MerIndicator *indicator, const MerRational *value)
{
  const MerPointBand *found = band_at (indicator, 0);

  for (guint i = 1; i < indicator->bands->len; i++)
    if (mer_rational_cmp (value, &band_at (indicator, i)->from) >= 0)
      found = band_at (indicator, i);
  return found;
}

static const MerTerm *
add_term (const MerIndicator *indicator, const MerMeasureContext *context, MerMeasurement *out)
{
  int question;

  if (indicator->inputs->len == 0)
    return mer_measurement_add_typed (out, context, indicator->code);
  question = mer_indicator_input (indicator, 0)->question;
  if (mer_question_is_scale (question_of (indicator, context->methodology)))
    return mer_measurement_add_scale (out, context, indicator->base, question);
  return mer_measurement_add_question (out, context, indicator->base, question);
}

static void
compute (const MerIndicator *indicator, const MerMeasureContext *context, MerMeasurement *out)
{
  g_auto (MerRational) value = MER_RATIONAL_ZERO;

  out->undefined = add_term (indicator, context, out)->undefined;
  if (out->undefined != MER_UNDEFINED_NOT)
    return;
  mer_measurement_measured (out, &value);
  out->band = find_band (indicator, &value);
}

/* clang-format off */
const MerMeasureKind mer_measure_bands = {
  .id = "bands",
  .title = N_("Points by bands"),
  .words = N_("points of the band in which the measured value is"),
  .signs = "p(x)",
  .uses = MER_MEASURE_QUESTIONS | MER_MEASURE_TYPED | MER_MEASURE_ONE_INPUT | MER_MEASURE_BASE |
          MER_MEASURE_BANDS,
  .check = check,
  .compute = compute,
};
/* clang-format on */
