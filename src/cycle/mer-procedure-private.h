/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-calendar.h"
#include "cycle/mer-council.h"
#include "cycle/mer-procedure-rules.h"

G_BEGIN_DECLS

/* What the parts of the checks share. */

guint         mer_procedure_n (const GPtrArray *records);
gconstpointer mer_procedure_at (const GPtrArray *records,
                                guint            i);
/* "" when it is not there any more */
const char *mer_procedure_organization (const MerProcedureFacts *facts,
                                        gint64                   id);
/* Stage as a number: 0 is selection. */
guint mer_procedure_stage (const MerProcedureFacts *facts);
#define MER_STAGE_COLLECTION 1
#define MER_STAGE_COUNCIL 3
#define MER_STAGE_PLANS 4
#define MER_STAGE_CONTROL 5
#define MER_STAGE_ARCHIVE 6

/* The first adopted decision about it by day: `day` (nullable) when the council met. */
const MerAgendaItem *mer_procedure_decision (const MerProcedureFacts *facts,
                                             MerDecisionSubject       about,
                                             MerDay                  *day);

void mer_procedure_check_plans (const MerProcedureFacts *facts,
                                GPtrArray               *notes);
void mer_procedure_check_use (const MerProcedureFacts *facts,
                              GPtrArray               *notes);

G_END_DECLS
