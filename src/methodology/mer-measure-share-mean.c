/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 1.3: the mean over the channels of the share of those who are satisfied,
 * ½·(Уст/Чст + Ус/Чс)·100 over the channels that somebody used, or with the missing half
 * counted as zero (domain A1.2, A1.5 nos. 2, 5). */

#include <glib/gi18n.h>

#include "methodology/mer-measure-private.h"

static void
compute (const MerIndicator *indicator, const MerMeasureContext *context, MerMeasurement *out)
{
  guint defined = 0;

  for (guint i = 0; i < indicator->inputs->len; i++)
    {
      const MerTerm *term = mer_measurement_add_question (
        out, context, indicator->base, mer_indicator_input (indicator, i)->question);

      if (term->undefined == MER_UNDEFINED_NOT)
        defined++;
      else if (out->undefined == MER_UNDEFINED_NOT)
        out->undefined = term->undefined;
    }
  if (defined > 0)
    out->undefined = MER_UNDEFINED_NOT;
  out->divisor = context->rules->missing_zero ? out->n_terms : MAX (defined, 1);
}

/* clang-format off */
const MerMeasureKind mer_measure_share_mean = {
  .id = "share-mean",
  .title = N_("Mean of shares"),
  .words = N_("mean over the channels of the share of the satisfied among the base"),
  .signs = "½·(a/b + c/d)·100",
  .uses = MER_MEASURE_QUESTIONS | MER_MEASURE_BASE,
  .check = mer_measure_check_questions,
  .compute = compute,
};
/* clang-format on */
