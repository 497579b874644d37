/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 1.2, 2.1, 3.1, 3.2: points for each condition that is there, up to the cap. 30·n with four
 * and more giving 100, and 20·n with five and more giving 100 (domain A1.2, A1.5 no. 7). */

#include <glib/gi18n.h>

#include "methodology/mer-measure-private.h"

static const char *
check (const MerIndicator *indicator, const MerMethodology *methodology)
{
  if (mer_rational_is_zero (&indicator->points))
    return N_("this kind of measure needs the points of an item");
  if (indicator->inputs->len != 1)
    return N_("this kind of measure takes one input");
  return mer_measure_check_places (indicator);
}

static void
compute (const MerIndicator *indicator, const MerMeasureContext *context, MerMeasurement *out)
{
  MerTerm *term =
    mer_measurement_add_place (out, context, mer_indicator_input (indicator, 0)->place);

  term->denominator = 1;
  out->factor = &indicator->points;
  out->undefined = term->undefined;
}

/* clang-format off */
const MerMeasureKind mer_measure_items = {
  .id = "items",
  .title = N_("Conditions that are there"),
  .words = N_("points for each condition that is there, up to the maximum"),
  .signs = "min(p·n; max)",
  .uses = MER_MEASURE_PLACES | MER_MEASURE_ONE_INPUT | MER_MEASURE_POINTS,
  .check = check,
  .compute = compute,
};
/* clang-format on */
