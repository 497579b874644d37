/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "methodology/mer-measure.h"

G_BEGIN_DECLS

extern const MerMeasureKind mer_measure_place_ratio;
extern const MerMeasureKind mer_measure_items;
extern const MerMeasureKind mer_measure_share;
extern const MerMeasureKind mer_measure_share_mean;

/* What the kinds share. */

/* A hundred: the factor of shares. */
extern const MerRational mer_measure_hundred;

/* Adds a term for an input of the checklist, undefined where nothing is required. */
MerTerm *mer_measurement_add_place (MerMeasurement          *self,
                                    const MerMeasureContext *context,
                                    int                      place);
/* Adds a term for a question: satisfied answers by the base that policies say. */
MerTerm *mer_measurement_add_question (MerMeasurement          *self,
                                       const MerMeasureContext *context,
                                       MerBase                  base,
                                       int                      question);

/* Msgids of what is wrong when not all inputs are places, or not all questions. */
const char *mer_measure_check_places (const MerIndicator *indicator);
const char *mer_measure_check_questions (const MerIndicator   *indicator,
                                         const MerMethodology *methodology);

static inline const MerMeasureInput *
mer_indicator_input (const MerIndicator *indicator, guint i)
{
  return &g_array_index (indicator->inputs, MerMeasureInput, i);
}

G_END_DECLS
