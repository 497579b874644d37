/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-evidence.h"
#include "core/mer-organization.h"
#include "methodology/mer-measure.h"
#include "methodology/mer-methodology.h"

G_BEGIN_DECLS

/* How an undefined indicator was settled, if it was. */
typedef enum
{
  MER_SETTLED_NOT_NEEDED, /* it was defined */
  MER_SETTLED_UNDECIDED,  /* stays undefined */
  MER_SETTLED_ZERO,
  MER_SETTLED_MEAN,
  MER_SETTLED_HUNDRED,  /* the maximum */
  MER_SETTLED_EXCLUDED, /* left out, the other weights renormalized */
} MerSettled;

/* An indicator, a criterion or the total of one organization. */
typedef struct
{
  gboolean     defined;
  MerSettled   settled;
  MerUndefined undefined; /* why the measure itself gave none; of a criterion or the total: of
                           * the first indicator that keeps it undefined */
  guint       averaged;   /* organizations that it is the mean of, policy `branches`; else 0 */
  MerRational value;      /* as further calculation uses it: rounded by stages, or exact */
} MerScore;

typedef struct
{
  const MerOrganization *organization;
  const MerEvidence     *evidence;   /* nullable */
  MerScore              *indicators; /* in the order of mer_methodology_indicators() */
  MerScore              *criteria;
  MerScore               total;
  guint                  rank; /* over all; 0 without a total */
  guint                  rank_in_kind;
} MerScoreRow;

/**
 * MerScoreTable:
 *
 * The scores of one cycle: an immutable, reference-counted snapshot; it keeps
 * its methodology, organizations and evidence alive. Rows stand in rating order:
 * by the displayed total descending, then by name; rows without total last.
 */
typedef struct
{
  MerMethodology *methodology;
  GPtrArray      *organizations; /* of MerOrganization: those of the cycle */
  GPtrArray      *items;         /* of MerCycleItem */
  GPtrArray      *evidence;      /* of MerEvidence */
  guint           n_indicators;
  guint           n_criteria;
  guint           n_rows;
  MerScoreRow    *rows;
  guint           n_ranked;
  guint           decimals; /* of displayed scores */
  MerScore       *scores;   /* private: what the rows point into */
  gpointer        by_id;    /* private */
} MerScoreTable;

#define MER_TYPE_SCORE_TABLE (mer_score_table_get_type ())
GType mer_score_table_get_type (void);
/**
 * mer_score_table_new:
 * @methodology: the rules
 * @organizations: (element-type MerOrganization): who is scored
 * @items: (element-type MerCycleItem): the cycle's checklist items, in the order of the marks
 * @evidence: (element-type MerEvidence): at most one an organization; none means no data
 *
 * Pure: no clock, locale, globals or database. Any thread.
 */
MerScoreTable *mer_score_table_new (MerMethodology *methodology,
                                    GPtrArray      *organizations,
                                    GPtrArray      *items,
                                    GPtrArray      *evidence);
/* Totals that are known without what they come from, on the scale of the methodology: `totals` of
 * MerRational, one an organization, copied. Indicators and criteria are undefined. */
MerScoreTable *mer_score_table_new_of_totals (MerMethodology *methodology,
                                              GPtrArray      *organizations,
                                              const GArray   *totals);
MerScoreTable *mer_score_table_ref (MerScoreTable *self);
void           mer_score_table_unref (MerScoreTable *self);
/* NULL when the organization is not in the table. */
const MerScoreRow *mer_score_table_find (const MerScoreTable *self,
                                         gint64               organization_id);
/* Mean of the totals that are defined; FALSE when there is none. */
gboolean mer_score_table_mean (const MerScoreTable *self,
                               MerRational         *out);
/* The value of a calculated row (2.2), for information; FALSE when it has none. */
gboolean mer_score_table_calculated (const MerScoreTable *self,
                                     const MerScoreRow   *row,
                                     const char          *code,
                                     MerRational         *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerScoreTable, mer_score_table_unref)

G_END_DECLS
