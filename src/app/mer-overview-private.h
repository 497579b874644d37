/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-overview.h"
#include "core/mer-period.h"
#include "cycle/mer-plan-rules.h"

G_BEGIN_DECLS

/* What the parts of an overview share. */

/* Progress of the cycle's data. */
typedef struct
{
  guint              n;          /* organizations that take part */
  guint              checklists; /* of these, with a checklist */
  gint64             questionnaires;
  guint              planned; /* with a plan of the sample */
  guint              reached; /* of these, that have it */
  gint64             missing; /* questionnaires to the plans */
  guint              ranked;
  guint              undefined;
  const MerScoreRow *first_undefined; /* nullable */
} MerOverviewData;

void mer_overview_count (const MerCycleFacts *facts,
                         const MerResults    *results,
                         MerOverviewData     *data);

void mer_overview_fill_stages (MerOverview           *self,
                               const MerCycleFacts   *facts,
                               const MerOverviewData *data);
void mer_overview_fill_figures (MerOverview           *self,
                                const MerCycleFacts   *facts,
                                MerResults            *results,
                                const MerOverviewData *data);
void mer_overview_fill_attention (MerOverview           *self,
                                  const MerCycleFacts   *facts,
                                  MerResults            *results,
                                  const MerOverviewData *data);
void mer_overview_fill_deadlines (MerOverview         *self,
                                  const MerCycleFacts *facts);

/* Items of the plans that are in force, the newest version of each organization's: (transfer
 * container) (element-type MerPlanItem). */
GPtrArray *mer_overview_plan_items (const MerCycleFacts *facts);
/* What inspectors said last: id of an item → MerControlMark; borrowed from the facts. */
GHashTable *mer_overview_control_marks (const MerCycleFacts *facts);
/* How an item stands by the rule of the plans; `last`: its last day, or %MER_DAY_NONE. */
MerStanding mer_overview_standing (const MerOverview *self,
                                   GHashTable        *marks,
                                   const MerPlanItem *item,
                                   MerDay             last);

/* Phrases that were understood already: text → MerPeriod. */
GHashTable *mer_overview_periods_new (void);
/* (transfer none) */
const MerPeriod *mer_overview_period (GHashTable *periods,
                                      const char *phrase,
                                      int         year);
/* «1 ноября»: (transfer full). */
char *mer_overview_day_words (MerDay day);

G_END_DECLS
