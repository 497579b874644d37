/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-period.h"
#include "cycle/mer-improvement.h"
#include "cycle/mer-work-plan.h"

G_BEGIN_DECLS

/* How things stand with what has a deadline and a day on which it was done: publications, events.
 * Pure: all that they go by is in the context. What is overdue is told here alone: items of the
 * work plan (mer-work-rules.h) and plans of improvement (mer-plan-rules.h) ask it too. */

typedef enum
{
  MER_DUE_OPEN,    /* neither done nor due on a day that is known */
  MER_DUE_PLANNED, /* its time has not come */
  MER_DUE_RUNNING, /* its time is now, or always */
  MER_DUE_OVERDUE,
  MER_DUE_DONE, /* what recurs: until its next occurrence begins */
} MerDueState;

typedef struct
{
  GPtrArray         *links;    /* of MerLink; nullable */
  const MerCalendar *calendar; /* nullable */
  int                year;     /* of the cycle: of deadlines that name none */
  MerDay             today;
  /* The day of what a deadline counts from; MER_DAY_NONE while it has not come. Optional. */
  MerDay (*day_of) (const char *kind,
                    gint64      id,
                    int         year,
                    gpointer    data);
  gpointer    data;
  GHashTable *periods; /* optional: phrases that were understood already, which grows */
} MerDueContext;

/* Phrases, of a context of one year alone: (transfer full). */
GHashTable *mer_due_periods_new (void);

/* (transfer full): how the deadline of the record is understood, counted from the event that it is
 * linked with. */
MerPeriod *mer_due_period (const MerDueContext *context,
                           gconstpointer        record,
                           const char          *deadline);
/* Whether the last day is over. */
gboolean mer_due_has_passed (MerDay last,
                             MerDay today);
/* `done`: the day on which it was done, or MER_DAY_NONE. */
MerDueState mer_due_state_on (const MerPeriod *period,
                              MerDay           today,
                              MerDay           done);
/* `done`: ISO day, nullable. */
MerDueState mer_due_state (const MerDueContext *context,
                           const MerPeriod     *period,
                           const char          *done);
MerDueState mer_publication_state (const MerDueContext  *context,
                                   const MerPublication *publication);
MerDueState mer_event_state (const MerDueContext *context,
                             const MerEvent      *event);
/* Days from `today` to the last day of the deadline, negative when it is over; FALSE when it has
 * none. */
gboolean mer_due_days_left (const MerDueContext *context,
                            const MerPeriod     *period,
                            const char          *done,
                            int                 *days);

G_END_DECLS
