/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-due-dates.h"
#include "app/mer-overview.h"
#include "app/mer-work-plan.h"
#include "cycle/mer-plan-book.h"

G_BEGIN_DECLS

/* What the parts of an overview share. */

/* What has a deadline, as the pages of these count it. */
typedef struct
{
  MerPlanBook *plans; /* without findings: nobody asks for them here */
  MerWorkPlan *work;
  MerDueDates *publications; /* what their deadlines go by */
} MerOverviewWork;

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
                               const MerOverviewWork *work,
                               const MerOverviewData *data);
void mer_overview_fill_figures (MerOverview           *self,
                                const MerCycleFacts   *facts,
                                MerResults            *results,
                                const MerOverviewData *data);
void mer_overview_fill_attention (MerOverview           *self,
                                  const MerCycleFacts   *facts,
                                  MerResults            *results,
                                  const MerOverviewWork *work,
                                  const MerOverviewData *data);
void mer_overview_fill_deadlines (MerOverview           *self,
                                  const MerCycleFacts   *facts,
                                  const MerOverviewWork *work);

G_END_DECLS
