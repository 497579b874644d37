/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scoring/mer-score-past.h"

G_BEGIN_DECLS

/* What one invented organization of a test was found to be. */
typedef struct
{
  const char         *name;
  MerOrganizationKind kind;
  guint               n;         /* questionnaires */
  guint               items;     /* items present of each place; 99: all of them */
  guint               satisfied; /* of a hundred who answered */
  guint               disabled;  /* questionnaires of people with a disability */
} MerTestOrganization;

/* Scores them by the federal edition, with a policy of its own when `key` is not NULL. */
MerScoreTable *mer_test_scores (const MerTestOrganization *organizations,
                                guint                      n,
                                const char                *key,
                                const char                *value);
/* `n` organizations of all kinds with scores spread over the scale. */
MerScoreTable *mer_test_scores_many (guint n);
/* (transfer full) (nullable) (element-type MerPastYear): @previous (nullable) as «НОКО 2021». */
GPtrArray *mer_test_past (MerScoreTable *previous);
/* All rows, in rating order: (element-type MerScoreRow). */
GPtrArray *mer_test_rows (MerScoreTable *table);
/* The twelve organizations that most tests look at; the last has no base for 3.3. */
extern const MerTestOrganization mer_test_district[];
#define MER_TEST_DISTRICT_N 12

G_END_DECLS
