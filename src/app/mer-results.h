/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-cycle.h"
#include "cycle/mer-sample-rule.h"
#include "report/mer-report.h"
#include "scoring/mer-score-past.h"
#include "store/mer-batch-store.h"
#include "store/mer-profile-store.h"
#include "store/mer-registry-store.h"

G_BEGIN_DECLS

/* What was put to public discussion: app/mer-preliminary.h. */
typedef struct _MerPreliminary MerPreliminary;

/**
 * MerResults:
 *
 * A cycle of a document, read and scored: what both the window and the tool show.
 * Reference-counted and immutable.
 */
typedef struct
{
  MerCycle       *cycle;
  MerMethodology *methodology;
  GPtrArray      *batches; /* of MerBatch, of the cycle, not removed */
  GPtrArray      *members; /* of MerCycleMember */
  MerScoreTable  *scores;
  MerCycle       *previous_cycle; /* nullable */
  GPtrArray      *past;           /* of MerPastYear: as far back as changes are told against */
  guint           n_registry;     /* organizations of which the share of the assessed is taken */
  MerSampleRule   sample;         /* of the cycle's settings */
  GPtrArray      *profile;        /* of MerProfileCount; read when a report first asks for it */
  GPtrArray      *objections;     /* of MerObjection; the same */
  MerRecordSet   *records;        /* of cycle and department; the same, as what follows */
  GPtrArray      *registry;       /* of MerOrganization */
  GPtrArray      *findings;       /* of MerFinding */
  GHashTable     *settings;       /* of the cycle */
  MerPreliminary *preliminary;    /* nullable */
  gint64          revision;       /* of what reports asked for */
} MerResults;

/* cycle_id 0: the latest. `decimals`: −1 as the methodology says, −2 exact, else by stages to
 * so many. */
#define MER_RESULTS_AS_RULED (-1)
#define MER_RESULTS_EXACT (-2)
MerResults *mer_results_load (MerDocument *doc,
                              gint64       cycle_id,
                              int          decimals,
                              GError     **error);
/* The same as the rules say, and all years before. */
MerResults *mer_results_load_all_years (MerDocument  *doc,
                                        gint64        cycle_id,
                                        GCancellable *cancellable,
                                        GError      **error);
MerResults *mer_results_ref (MerResults *self);
void        mer_results_unref (MerResults *self);

/* A cycle's checklist items (element-type MerCycleItem) as rules see them: (transfer full). */
GPtrArray *mer_items_under (GPtrArray            *items,
                            const MerMethodology *methodology);

/* A cycle's evidence scored by rules that need not be those in force. */
MerScoreTable *mer_score_cycle_by (MerDocument    *doc,
                                   const MerCycle *cycle,
                                   MerMethodology *methodology,
                                   GError        **error);

/* Fills `input` with the document's settings and these results (NULL: none yet); strings that
 * it had to read are kept in `strings` (element-type utf8, free func set). What is to outlive a
 * change of the document is better made by app/mer-report-source.h. */
void mer_results_report_input (MerResults     *self,
                               MerDocument    *doc,
                               MerReportInput *input,
                               GPtrArray      *strings);

/* The row of the organization that a user means: by folded name, full name, alias, INN or id. */
const MerScoreRow *mer_results_find_organization (MerResults  *self,
                                                  MerDocument *doc,
                                                  const char  *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerResults, mer_results_unref)

G_END_DECLS
