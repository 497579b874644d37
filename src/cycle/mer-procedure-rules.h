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
  const MerCycle *cycle;
  GHashTable     *settings; /* nullable: all at their defaults */
  const char     *today;    /* ISO */
  guint           n_indicators;
  guint           n_council_criteria; /* that the council added to those of the edition */
  GPtrArray      *organizations;      /* of MerOrganization */
  GPtrArray      *members;            /* of MerCycleMember */
  GPtrArray      *meetings;           /* of records, here and below */
  GPtrArray      *agenda;
  GPtrArray      *links;
  GPtrArray      *contracts;
  GPtrArray      *deliveries;
  GPtrArray      *remarks;
  GPtrArray      *recommendations;
  GPtrArray      *plans;
  GPtrArray      *plan_items;
  GPtrArray      *control_marks;
  GPtrArray      *publications;
  GPtrArray      *management_decisions;
} MerProcedureFacts;

/* (transfer full) (element-type MerRuleNote) */
GPtrArray *mer_procedure_checks (const MerProcedureFacts *facts);

/* How the council's approval of the list of organizations stands. A decision that names
 * organizations approves no list. */
typedef struct
{
  gint64 decision; /* the question that approved the list; 0: none did */
  guint  n_added;  /* since then, and not approved again */
  guint  n_taken;
  gint64 first; /* one of these organizations; 0: the list is as it was approved */
} MerListApproval;

MerListApproval mer_procedure_list_approval (const MerProcedureFacts *facts);
/* Whether the council approved the list of organizations, and it is as it was approved. */
gboolean mer_procedure_list_is_settled (const MerProcedureFacts *facts);

G_END_DECLS
