/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cycle/mer-selection-rules.h"

G_BEGIN_DECLS

/* The schedule of assessments: a year for each organization, as many years as may lie between two
 * assessments at most. */

typedef struct
{
  gint64 organization_id;
  int    year;
} MerTurn;

/* Last year of the schedule that begins with the cycle's year. */
int mer_schedule_last_year (const MerSelection *self);

/* A year for every organization that counts: as evenly over the years as the intervals allow, who
 * waits longest first, kinds in turn; who is chosen for the cycle has its year. In the order of
 * the organizations: (transfer full) (element-type MerTurn). */
GArray *mer_schedule_propose (const MerSelection *self);

/* What is wrong with the schedule that there is; nothing when there is none: (transfer full)
 * (element-type MerRuleNote). */
GPtrArray *mer_schedule_checks (const MerSelection *self);

G_END_DECLS
