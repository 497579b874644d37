/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 1.1: how complete the information is in each place. ½·(Ист/Инорм-ст + Ис/Инорм-с)·100, or
 * with one norm (Ист + Ис)/(Инорм-ст + Инорм-с)·100 (domain A1.2, A1.5 no. 3). */

#include <glib/gi18n.h>

#include "methodology/mer-measure-private.h"

static const char *
check (const MerIndicator *indicator, const MerMethodology *methodology)
{
  return mer_measure_check_places (indicator);
}

/* One norm for all places: over a common denominator the sum of the ratios is the pooled
 * share, so a place without marks of its own adds nothing and needs none. */
static void
pool (MerMeasurement *out)
{
  guint64 required = 0;

  for (guint i = 0; i < out->n_terms; i++)
    required += out->terms[i].required;
  for (guint i = 0; i < out->n_terms; i++)
    {
      out->terms[i].denominator = required;
      if (required > 0)
        out->terms[i].undefined = MER_UNDEFINED_NOT;
    }
  out->divisor = 1;
}

static void
compute (const MerIndicator *indicator, const MerMeasureContext *context, MerMeasurement *out)
{
  out->divisor = indicator->inputs->len;
  for (guint i = 0; i < indicator->inputs->len; i++)
    mer_measurement_add_place (out, context, mer_indicator_input (indicator, i)->place);
  if (context->rules->norm_pooled)
    pool (out);
  for (guint i = 0; i < out->n_terms; i++)
    if (out->terms[i].undefined != MER_UNDEFINED_NOT)
      out->undefined = out->terms[i].undefined;
}

/* clang-format off */
const MerMeasureKind mer_measure_place_ratio = {
  .id = "place-ratio",
  .title = N_("Completeness of places"),
  .words = N_("mean over the places of the share of required materials that are there"),
  .signs = "½·(a/b + c/d)·100",
  .uses = MER_MEASURE_PLACES,
  .check = check,
  .compute = compute,
};
/* clang-format on */
