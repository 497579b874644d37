/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scoring/mer-score-table.h"

G_BEGIN_DECLS

/* Items that follow each other in the list and are of one place. */
typedef struct
{
  guint place; /* one past the last where they have none */
  guint end;   /* one past the last of them */
} MerItemRun;

/* A methodology looked up once, for scoring many organizations. Borrows from it. */
typedef struct
{
  const MerMethodology *methodology;
  MerMeasureRules       rules;
  GPtrArray            *indicators; /* of MerIndicator */
  guint                 n_criteria;
  gboolean             *counts; /* of each criterion: whether it enters the total */
  guint                *first;  /* first indicator of each criterion, and one past the last */
  MerSettled           *settle; /* of each indicator: what is done when it is undefined */
  GArray               *runs;   /* of MerItemRun */
  guint                 n_items;
  gboolean              stages;
  guint                 decimals;
  /* Whole numbers for the usual case: by stages, weights with a small common denominator. */
  gboolean integral;
  gint64   scale;             /* 10 ^ decimals */
  gint64  *weights;           /* of each indicator, in the denominator of its criterion */
  gint64  *caps;              /* of each indicator, rounded, times scale */
  gint64  *denominators;      /* of each criterion's weights */
  gint64  *criterion_weights; /* −1: stands beside the total */
  gint64   total_denominator;
} MerScorePlan;

/* Looks up what scoring needs; `items` (element-type MerCycleItem): the cycle's list. The plan
 * borrows the methodology. */
void mer_score_plan_init (MerScorePlan         *self,
                          const MerMethodology *methodology,
                          GPtrArray            *items);
void mer_score_plan_clear (MerScorePlan *self);

/* What measures need of an organization; `places` has room for one more
 * than there are places: for items of none. */
void mer_score_plan_context (const MerScorePlan *self,
                             const MerEvidence  *evidence,
                             MerPlaceSum        *places,
                             MerMeasureContext  *context);

/* Why a measure gave nothing, in view of what there is at all. */
MerUndefined mer_score_reason (const MerMeasureContext *context,
                               MerUndefined             measured);

/* Scores one organization exactly, rounding at stages where the plan says so. */
void mer_score_row_exact (const MerScorePlan      *plan,
                          const MerMeasureContext *context,
                          MerScoreRow             *row);
/* Criteria and total from indicators that are already there. */
void mer_score_row_combine (const MerScorePlan *plan,
                            MerScoreRow        *row);
/* The same as mer_score_row_exact() in whole numbers; FALSE when this row needs the other. */
gboolean mer_score_row_fast (const MerScorePlan      *plan,
                             const MerMeasureContext *context,
                             MerScoreRow             *row);
/* Replaces the scores of organizations that have branches, policy `branches`. */
void mer_score_average_branches (const MerScorePlan *plan,
                                 MerScoreTable      *table);
/* Puts the rows into rating order and gives them their places. */
void mer_score_rank (MerScoreTable *table);

G_END_DECLS
