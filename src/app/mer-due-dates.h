/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cycle/mer-due.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/**
 * MerDueDates:
 *
 * What the deadlines of one kind of records go by, as a document has it: the cycle's year, today,
 * days off, and the days of what deadlines count from. Of the moment at which it was loaded.
 */
typedef struct
{
  MerRecordSet *records; /* days off, connections and what they lead to */
  MerCalendar  *calendar;
  GPtrArray    *links;   /* of MerLink: those that deadlines of the kind count by */
  GHashTable   *periods; /* phrases that were understood already */
  MerDueContext context; /* borrows from the above */
} MerDueDates;

/* Of records that were read already; `year`: of the cycle. (transfer full) */
MerDueDates *mer_due_dates_new (MerRecordSet        *records,
                                const MerRecordKind *kind,
                                int                  year);
/* Any thread that may read `doc`. (transfer full) */
MerDueDates *mer_due_dates_load (MerDocument         *doc,
                                 const MerRecordKind *kind,
                                 gint64               cycle_id,
                                 GError             **error);
void         mer_due_dates_free (MerDueDates *self);

/* How many publications of the cycle are overdue; FALSE when the document cannot be read. */
gboolean mer_publications_overdue (MerDocument *doc,
                                   gint64       cycle_id,
                                   guint       *n,
                                   GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerDueDates, mer_due_dates_free)

G_END_DECLS
