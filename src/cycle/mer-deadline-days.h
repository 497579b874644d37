/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-calendar.h"
#include "core/mer-record.h"
#include "cycle/mer-due.h"
#include "cycle/mer-work-rules.h"

G_BEGIN_DECLS

/* The days off that the document holds: (transfer full). */
MerCalendar *mer_calendar_of_records (MerRecordSet *records);
/* The same of an array of MerHoliday; nullable. (transfer full) */
MerCalendar *mer_calendar_of_holidays (const GPtrArray *holidays);
/* The day of what a deadline may count from: an event that was held, recommendations that were
 * received, a meeting, a delivery …; until then the last day by which it is planned; MER_DAY_NONE
 * while it has none. `year`: of the cycle, for plans that name none. */
MerDay mer_records_day_of (MerRecordSet *records,
                           const char   *kind,
                           gint64        id,
                           int           year);
/* The phrase by which a record is due itself; NULL where it has none. */
const char *mer_records_phrase_of (MerRecordSet *records,
                                   const char   *kind,
                                   gint64        id);
/* From the earliest to the latest deadline of the items of a plan of improvement, but for those
 * that were dropped; `year`: of deadlines that name none. FALSE where no item has a last day, and
 * of other kinds. */
gboolean mer_records_span_of (MerRecordSet *records,
                              const char   *kind,
                              gint64        id,
                              int           year,
                              MerDay       *first,
                              MerDay       *last);
/* Lets contexts go by these records: connections, days, phrases and spans. Borrowed. */
void mer_records_serve_work (MerRecordSet   *records,
                             MerWorkContext *context);
/* The same but for connections: of those that there are few are deadlines. */
void mer_records_serve_due (MerRecordSet  *records,
                            MerDueContext *context);
/* The kinds that it knows a day of: (transfer none), NULL ends them. */
const MerRecordKind *const *mer_deadline_target_kinds (void);

G_END_DECLS
