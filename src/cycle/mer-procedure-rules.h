/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-cycle.h"
#include "cycle/mer-rule-note.h"

G_BEGIN_DECLS

/* What the procedure of a district asks for (system D of work plans): who decides what, and by
 * when. Composition of the council and its protocols are checked elsewhere, selection in
 * mer-selection-rules.h. */

/* All that is known of a cycle; an array that is %NULL is empty. Not owned. */
typedef struct
{
  const MerCycle  *cycle;
  GHashTable      *settings; /* nullable: all at their defaults */
  const char      *today;    /* ISO */
  guint            n_indicators;
  guint            n_council_criteria; /* that the council added to those of the edition */
  const GPtrArray *organizations;      /* of MerOrganization */
  const GPtrArray *members;            /* of MerCycleMember */
  const GPtrArray *council;            /* of records, here and below */
  const GPtrArray *meetings;
  const GPtrArray *agenda;
  const GPtrArray *links;
  const GPtrArray *contracts;
  const GPtrArray *deliveries;
  const GPtrArray *remarks;
  const GPtrArray *recommendations;
  const GPtrArray *plans;
  const GPtrArray *plan_items;
  const GPtrArray *control_marks;
  const GPtrArray *publications;
  const GPtrArray *management_decisions;
} MerProcedureFacts;

/* (transfer full) (element-type MerRuleNote) */
GPtrArray *mer_procedure_checks (const MerProcedureFacts *facts);

G_END_DECLS
