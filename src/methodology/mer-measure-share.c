/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 2.3, 3.3, 4.x, 5.x: the share of those who are satisfied, У/Ч·100 (domain A1.2; the base
 * Ч by A1.5 nos. 1, 2). */

#include <glib/gi18n.h>

#include "methodology/mer-measure-private.h"

static const char *
check (const MerIndicator *indicator, const MerMethodology *methodology)
{
  if (indicator->inputs->len != 1)
    return N_("this kind of measure takes one input");
  return mer_measure_check_questions (indicator, methodology);
}

static void
compute (const MerIndicator *indicator, const MerMeasureContext *context, MerMeasurement *out)
{
  const MerTerm *term = mer_measurement_add_question (
    out, context, indicator->base, mer_indicator_input (indicator, 0)->question);

  out->undefined = term->undefined;
}

/* clang-format off */
const MerMeasureKind mer_measure_share = {
  .id = "share",
  .title = N_("Share of the satisfied"),
  .words = N_("share of the satisfied among the base"),
  .signs = "a/b·100",
  .uses = MER_MEASURE_QUESTIONS | MER_MEASURE_ONE_INPUT | MER_MEASURE_BASE,
  .check = check,
  .compute = compute,
};
/* clang-format on */
