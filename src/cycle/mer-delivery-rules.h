/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-calendar.h"
#include "cycle/mer-operator.h"
#include "cycle/mer-rule-note.h"

G_BEGIN_DECLS

/* What the operator handed over, and the term that runs from it (law 392-FZ, article 11; domain
 * A3): the council forms its results within a month of the day on which the report was accepted.
 * Pure: all that is gone by is in the context. */

typedef struct
{
  GPtrArray *contracts;  /* of MerContract */
  GPtrArray *deliveries; /* of MerDelivery */
  GPtrArray *remarks;    /* of MerRemark */
  int        year;       /* of the cycle: of deadlines that name none */
  int        months;     /* of the council: setting council.months */
  MerDay     today;
  gboolean   approved; /* the results are final: the council's term was kept or is history */
} MerDeliveryContext;

/* The day from which the council's term runs: on which a report was first accepted; MER_DAY_NONE
 * while none is. */
MerDay mer_delivery_report_accepted (const MerDeliveryContext *context);
/* The last day of that term; MER_DAY_NONE while it does not run. */
MerDay mer_delivery_council_due (const MerDeliveryContext *context);
/* Whether it has passed without final results. */
gboolean mer_delivery_council_overdue (const MerDeliveryContext *context);
/* By when the operator had to deliver: the last day of the latest of the contracts' deadlines;
 * MER_DAY_NONE when none names a day. */
MerDay mer_delivery_contract_due (const MerDeliveryContext *context);

/* What is missing or contradictory in contracts, deliveries and remarks, rules `operator.…`:
 * (transfer full) (element-type MerRuleNote). */
GPtrArray *mer_delivery_check (const MerDeliveryContext *context);
/* The council's term as a note, `operator.council`: a warning when it is overdue. (transfer full)
 * (nullable): NULL while it does not run, and when the results are final. */
MerRuleNote *mer_delivery_council_note (const MerDeliveryContext *context);

G_END_DECLS
