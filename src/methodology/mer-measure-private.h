/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "methodology/mer-measure.h"

G_BEGIN_DECLS

extern const MerMeasureKind mer_measure_place_ratio;
extern const MerMeasureKind mer_measure_items;
extern const MerMeasureKind mer_measure_share;
extern const MerMeasureKind mer_measure_share_mean;
extern const MerMeasureKind mer_measure_mean_score;
extern const MerMeasureKind mer_measure_bands;
extern const MerMeasureKind mer_measure_weighted_sum;
extern const MerMeasureKind mer_measure_points;

/* What the kinds share. */

/* A hundred: the factor of shares. */
extern const MerRational mer_measure_hundred;
/* One: the factor of means and of what experts say. */
extern const MerRational mer_measure_one;

/* Bounds of a scale that keep its sums below 2^63: fourteen codes, each of 2^32 answers. */
#define MER_MEASURE_MAX_SCORE 10000
#define MER_MEASURE_MAX_UNITS 1000

/* What all scores of a question are whole numbers of: 2 of 2.5; more than the bound where that
 * is too fine. */
gint64 mer_measure_scale_units (const MerQuestion *question);

/* Adds a term for an input of the checklist, undefined where nothing is required. */
MerTerm *mer_measurement_add_place (MerMeasurement          *self,
                                    const MerMeasureContext *context,
                                    int                      place);
/* Adds a term for a question: satisfied answers by the base that policies say. */
MerTerm *mer_measurement_add_question (MerMeasurement          *self,
                                       const MerMeasureContext *context,
                                       MerBase                  base,
                                       int                      question);

/* Adds a term for a scale question: the sum of the scores by the same base. The measurement's
 * factor and divisor are set for it. */
MerTerm *mer_measurement_add_scale (MerMeasurement          *self,
                                    const MerMeasureContext *context,
                                    MerBase                  base,
                                    int                      question);
/* Adds a term for the value that an expert gave. */
MerTerm *mer_measurement_add_typed (MerMeasurement          *self,
                                    const MerMeasureContext *context,
                                    const char              *code);

/* Msgids of what is wrong when not all inputs are places, or not all questions. */
const char *mer_measure_check_places (const MerIndicator *indicator);
const char *mer_measure_check_questions (const MerIndicator   *indicator,
                                         const MerMethodology *methodology);
/* The same of the scores of a scale question: each certain option has one, none over `limit`
 * (nullable). */
const char *mer_measure_check_scale (const MerQuestion *question,
                                     const MerRational *limit);
/* Whether the indicator has anything that its kind does not use: points, a base, weights of
 * inputs, bands. */
const char *mer_measure_check_unused (const MerIndicator *indicator);

static inline const MerMeasureInput *
mer_indicator_input (const MerIndicator *indicator, guint i)
{
  return &g_array_index (indicator->inputs, MerMeasureInput, i);
}

G_END_DECLS
