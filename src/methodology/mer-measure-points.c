/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The expert indicators of 2014: points that an expert gives by hand, from 0 to the cap
 * (domain A2). Where nobody gave them there is no value, and a blank is not a zero. */

#include <glib/gi18n.h>

#include "methodology/mer-measure-private.h"

static const char *
check (const MerIndicator *indicator, const MerMethodology *methodology)
{
  if (indicator->inputs->len > 0)
    return N_("this kind of measure has no inputs: an expert gives the points");
  return mer_measure_check_unused (indicator);
}

static void
compute (const MerIndicator *indicator, const MerMeasureContext *context, MerMeasurement *out)
{
  out->undefined = mer_measurement_add_typed (out, context, indicator->code)->undefined;
}

/* clang-format off */
const MerMeasureKind mer_measure_points = {
  .id = "points",
  .title = N_("Expert's points"),
  .words = N_("points given by an expert"),
  .signs = "p",
  .uses = MER_MEASURE_TYPED,
  .check = check,
  .compute = compute,
};
/* clang-format on */
