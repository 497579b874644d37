/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "methodology/mer-methodology.h"

G_BEGIN_DECLS

typedef enum
{
  MER_UNDEFINED_NOT,          /* the value is defined */
  MER_UNDEFINED_NO_CHECKLIST, /* no mark in the place */
  MER_UNDEFINED_NO_ANSWERS,   /* nobody answered the question */
  MER_UNDEFINED_NO_BASE,      /* nobody passed the filter */
  MER_UNDEFINED_NO_DATA,      /* neither checklist nor questionnaire */
} MerUndefined;

/* One part of a measure's calculation, for its explanation. */
typedef struct
{
  int place;            /* index, or −1 */
  int question;         /* index, or −1 */
  MerRational numerator;   /* present items (halves count ½), or satisfied answers */
  MerRational denominator; /* required items, or the base; 0 when there is none */
  guint32 answered;     /* who answered the question, "other" included */
  guint32 n;            /* questionnaires in all */
  guint32 other;        /* answers that fit no option */
  MerUndefined undefined;
} MerTerm;

/* What a measure gives: exact value before rounding, and the terms it came from. */
typedef struct
{
  MerUndefined undefined;
  MerRational value;
  gboolean capped;      /* the cap cut it */
  guint n_terms;
  MerTerm terms[4];
} MerMeasurement;

void mer_measurement_clear (MerMeasurement *self);

/* Sums of one place's marks of an organization. */
typedef struct
{
  guint required;
  guint halves; /* present counts 2, half counts 1 */
} MerPlaceSum;

/* The inputs of all measures of one organization, gathered once. */
typedef struct
{
  const MerMethodology *methodology;
  const MerTally *tally;
  const MerPlaceSum *places; /* by index of the methodology's places */
  gboolean has_checklist;
} MerMeasureContext;

/**
 * MerMeasureKind:
 *
 * A kind of formula. Adding one is one file with such a table entry and one line
 * in mer-measure.c.
 */
struct _MerMeasureKind
{
  const char *id;      /* as in XML: "place-ratio", "items", "share", "share-mean" */
  const char *words;   /* English msgid: the formula in words */
  const char *signs;   /* the formula in signs, language-free, e.g. "½·(a/b + c/d)·100" */
  /* NULL when the indicator fits the kind, else an English msgid that says what is wrong. */
  const char *(*check) (const MerIndicator *indicator);
  void (*compute) (const MerIndicator      *indicator,
                   const MerMeasureContext *context,
                   MerMeasurement          *out);
};

const MerMeasureKind *mer_measure_kind_find (const char *id);

G_END_DECLS
