/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scoring/mer-score-table.h"

G_BEGIN_DECLS

typedef enum
{
  MER_EXPLAIN_TOTAL,
  MER_EXPLAIN_CRITERION,
  MER_EXPLAIN_INDICATOR,
} MerExplainLevel;

/**
 * MerExplanation:
 *
 * How one score came about: a tree from the total (or a criterion, or an
 * indicator) down to the counts. It holds facts, not words: src/report puts
 * them into words of any language.
 */
typedef struct _MerExplanation
{
  MerExplainLevel level;
  const char     *code;   /* "S", "K3", "3.3"; owned by the methodology */
  const char     *symbol; /* as it is shown: "S", «К3», "3.3" */
  const char     *title;  /* NULL of the total */
  MerRational     weight; /* in the level above; of the total 1 */
  MerRational     maximum;
  MerScore        score;
  MerRational     unrounded;       /* value before its own rounding; equal to the score's where
                                    * that was not calculated but settled */
  gboolean            capped;      /* INDICATOR only: the cap cut it */
  const MerIndicator *indicator;   /* INDICATOR only */
  MerMeasurement      measurement; /* INDICATOR only */
  const char         *base_key;    /* "base" or "base.channel": the policy of its base; or NULL */
  const char         *base;        /* policy value in force for its base, or NULL */
  GArray             *sources;     /* of MerEvidenceSource that feed it; INDICATOR only */
  GPtrArray          *parts;       /* of MerExplanation: the criteria, or the indicators */
  GPtrArray          *beside;      /* of MerExplanation: of the total, what it leaves out */
  const MerScoreRow  *row;         /* whose */
  MerScoreTable      *table;       /* keeps what is borrowed above alive */
} MerExplanation;

/* `code`: "S", a criterion's or an indicator's; NULL when there is no such code. */
MerExplanation *mer_explanation_new (MerScoreTable     *table,
                                     const MerScoreRow *row,
                                     const char        *code);
void            mer_explanation_free (MerExplanation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerExplanation, mer_explanation_free)

G_END_DECLS
