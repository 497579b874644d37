/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-results.h"

G_BEGIN_DECLS

/* One value in both cycles, in the unit of the comparison. */
typedef struct
{
  gboolean    has_one;   /* of the cycle that is compared */
  gboolean    has_other; /* of the one that it is compared with */
  MerRational one;
  MerRational other;
} MerComparedScore;

typedef struct
{
  const MerOrganization *organization;
  gboolean               in_one; /* whether it is assessed in the cycle at all */
  gboolean               in_other;
  guint                  place_one; /* over all; 0: it has none */
  guint                  place_other;
  MerComparedScore       total;
  MerComparedScore      *criteria; /* as many as there are comparable ones */
} MerComparedRow;

/**
 * MerCycleComparison:
 *
 * The scores of two cycles side by side. Cycles of one edition are compared point by point,
 * with the criteria that both have and that are made of the same indicators. Where the editions
 * differ, no criterion means the same; what is left is the total in percent of its maximum.
 */
typedef struct
{
  MerResults     *one;     /* owned */
  MerResults     *other;   /* owned */
  gboolean        percent; /* values are percent of the maximum, not points */
  GPtrArray      *codes;   /* of char*: comparable criteria of `one`, in their order */
  GPtrArray      *notes;   /* of char*: sentences on what was not compared, and why */
  MerComparedRow *rows;    /* in the rating order of `one`, then those of `other` alone */
  guint           n_rows;
} MerCycleComparison;

/* Whether totals of both cycles may be compared in points: (same edition, same maximum). */
gboolean mer_scores_are_comparable (const MerMethodology *one,
                                    const MerMethodology *other);
/* A total in percent of the maximum of its rules: (transfer full). */
MerRational mer_percent_of_maximum (const MerMethodology *methodology,
                                    const MerRational    *total);

/* Places gained since `other`, below zero: lost; FALSE where there is nothing to tell, which is so
 * for all rows of cycles of different editions. */
gboolean mer_cycle_comparison_moved (const MerCycleComparison *self,
                                     const MerComparedRow     *row,
                                     int                      *places);
/* The exact change of a value: (transfer full); FALSE where one of them is undefined. */
gboolean mer_compared_change (const MerComparedScore *score,
                              MerRational            *change);

/* (transfer full): of a document's cycles; 0: the latest, and as `other_id` the one before it. */
MerCycleComparison *mer_cycle_comparison_new (MerDocument *doc,
                                              gint64       cycle_id,
                                              gint64       other_id,
                                              GError     **error);
void                mer_cycle_comparison_free (MerCycleComparison *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerCycleComparison, mer_cycle_comparison_free)

G_END_DECLS
