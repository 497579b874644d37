/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "methodology/mer-methodology.h"

G_BEGIN_DECLS

typedef enum
{
  MER_UNDEFINED_NOT,               /* the value is defined */
  MER_UNDEFINED_NO_DATA,           /* neither checklist nor questionnaire */
  MER_UNDEFINED_NO_CHECKLIST,      /* no checklist at all */
  MER_UNDEFINED_NO_QUESTIONNAIRES, /* no questionnaire at all */
  MER_UNDEFINED_NO_MARKS,          /* nothing is required in the place */
  MER_UNDEFINED_NO_ANSWERS,        /* nobody answered the question */
  MER_UNDEFINED_NO_BASE,           /* nobody passed the filter */
  MER_UNDEFINED_NO_POINTS,         /* no expert gave the points */
} MerUndefined;

/* Whether policies may settle what is undefined for that reason: not where nothing was
 * collected at all. */
gboolean mer_undefined_is_open (MerUndefined undefined);

/* The policies that measures obey, looked up once. */
typedef struct
{
  gboolean base_all;       /* base = all */
  gboolean channel_all;    /* base.channel = all */
  gboolean norm_pooled;    /* norm = pooled */
  gboolean missing_zero;   /* channel.missing = zero */
  gboolean other_is_blank; /* hard-to-say = blank */
} MerMeasureRules;

void mer_measure_rules_init (MerMeasureRules      *self,
                             const MerMethodology *methodology);

/* One part of a measure's calculation: a ratio of counts, and what explains it. */
typedef struct
{
  int     place;            /* index, or −1 */
  int     question;         /* index, or −1; where neither, an expert's value */
  guint64 halves;           /* twice the numerator: present items, satisfied answers; of a scale,
                             * `units` times the sum of the scores */
  guint64      denominator; /* required items, the base, or 1 where items are simply counted */
  guint32      units;       /* of a scale: what its scores are whole numbers of, 2 of 2.5; else 0 */
  guint32      required;    /* non-empty marks of the place */
  guint32      passed;      /* who answered the filter positively */
  guint32      answered;    /* who answered the question, as policies count it */
  guint32      other;       /* answers that fit no option */
  guint32      n;           /* questionnaires in all */
  guint32      asked;       /* of those who answered: by ready counts, without questionnaires */
  guint32      reached;     /* respondents behind these ready counts */
  MerUndefined undefined;   /* has no ratio, and is left out of the mean */

  /* Borrowed from the tally and the indicator. */
  const guint32     *counts; /* of a scale: answers by code */
  const MerRational *weight; /* in a weighted sum; NULL: 1 */
} MerTerm;

#define MER_MAX_TERMS 4

/* What a measure gives: min (cap, factor · Σ weight · ratio / divisor), over the terms that have
 * one; or the points of the band in which that value is. */
typedef struct
{
  MerUndefined        undefined;
  const MerRational  *factor; /* 100, 1, or the points of an item; borrowed */
  const MerRational  *cap;    /* borrowed from the indicator */
  guint               divisor;
  const MerPointBand *band; /* borrowed from the indicator; NULL: the value itself counts */
  guint               n_terms;
  MerTerm             terms[MER_MAX_TERMS];
} MerMeasurement;

/* Sums of one place's marks of an organization. */
typedef struct
{
  guint required;
  guint halves; /* present counts 2, half counts 1 */
} MerPlaceSum;

/* The inputs of all measures of one organization, gathered once. */
typedef struct
{
  const MerMethodology  *methodology;
  const MerMeasureRules *rules;
  const MerTally        *tally;  /* NULL: no questionnaires */
  const MerPlaceSum     *places; /* by index of the methodology's places */
  gboolean               has_checklist;
  const GPtrArray       *points; /* of MerExpertPoint; NULL: none were given */
} MerMeasureContext;

/* What an indicator of a kind is made of besides weight and cap: what an editor asks for. */
typedef enum
{
  MER_MEASURE_PLACES = 1 << 0,    /* its inputs are places of the checklist */
  MER_MEASURE_QUESTIONS = 1 << 1, /* … or questions */
  MER_MEASURE_TYPED = 1 << 2,     /* … or it has none, and an expert types the value */
  MER_MEASURE_ONE_INPUT = 1 << 3, /* at most one input */
  MER_MEASURE_POINTS = 1 << 4,    /* points an item */
  MER_MEASURE_BASE = 1 << 5,      /* a base, where an input is a question */
  MER_MEASURE_WEIGHTS = 1 << 6,   /* a weight an input */
  MER_MEASURE_BANDS = 1 << 7,     /* bands of points */
  MER_MEASURE_SCALE = 1 << 8,     /* its question's options have scores */
} MerMeasureUses;

/**
 * MerMeasureKind:
 *
 * A kind of formula. Adding one is one file with such a table entry and one line
 * in mer-measure.c.
 */
struct _MerMeasureKind
{
  const char *id;    /* as in XML: "place-ratio", "items", "share", "mean-score", … */
  const char *title; /* English msgid: its name in a few words, to choose it by */
  const char *words; /* English msgid: the formula in words */
  const char *signs; /* the formula in signs, language-free, e.g. "½·(a/b + c/d)·100" */
  guint       uses;  /* of MerMeasureUses */
  /* NULL when the indicator fits the kind, else an English msgid that says what is wrong. */
  const char *(*check) (const MerIndicator   *indicator,
                        const MerMethodology *methodology);
  /* Fills terms, n_terms, divisor, factor and undefined of `out`. */
  void (*compute) (const MerIndicator      *indicator,
                   const MerMeasureContext *context,
                   MerMeasurement          *out);
};

/* All kinds, in the order in which they are offered. */
const MerMeasureKind *const *mer_measure_kinds (guint *n);
/* NULL when there is no kind of that id. */
const MerMeasureKind *mer_measure_kind_find (const char *id);

/* Measures one indicator of one organization. Pure; any thread. */
void mer_measure (const MerIndicator      *indicator,
                  const MerMeasureContext *context,
                  MerMeasurement          *out);

/* Whether an expert types the indicator's value; the largest that may be typed. */
gboolean           mer_indicator_is_typed (const MerIndicator *indicator);
const MerRational *mer_indicator_typed_limit (const MerIndicator *indicator);
/* Whether a question's options have scores. */
gboolean mer_question_is_scale (const MerQuestion *question);
/* Whether an indicator takes the mean of a question's scores, so that a ready count of those who
 * answered positively does not tell enough. */
gboolean mer_methodology_takes_scores (const MerMethodology *self,
                                       int                   question);

/* What is measured before bands and cap, factor · Σ weight · ratio / divisor. The caller clears
 * *value. */
void mer_measurement_measured (const MerMeasurement *self,
                               MerRational          *value);
/* The exact value of a measurement that is defined, cap applied; *capped (nullable) says
 * whether it cut. The caller clears *value. */
void mer_measurement_value (const MerMeasurement *self,
                            MerRational          *value,
                            gboolean             *capped);

/* The same before the cap as an unreduced fraction of 64-bit integers, multiplied by `scale`;
 * FALSE when it does not fit and mer_measurement_value() must be used. */
gboolean mer_measurement_fraction (const MerMeasurement *self,
                                   gint64                scale,
                                   gint64               *num,
                                   gint64               *den);

G_END_DECLS
