/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-period.h"
#include "cycle/mer-rule-note.h"
#include "cycle/mer-work-plan.h"

G_BEGIN_DECLS

/* When the items of a work plan are due, what has become of them, and what is wrong with the
 * plan. Pure: all that they go by is in the context. */

typedef enum
{
  MER_WORK_STATUS_NONE,    /* a section without items */
  MER_WORK_STATUS_PLANNED, /* its time has not come, or nobody says when it comes */
  MER_WORK_STATUS_RUNNING, /* its time is now, or always */
  MER_WORK_STATUS_OVERDUE,
  MER_WORK_STATUS_DONE,
  MER_WORK_STATUS_DROPPED,
} MerWorkStatus;

typedef struct
{
  GPtrArray         *items;      /* of MerWorkItem, in order: sections, items and steps */
  GPtrArray         *links;      /* of MerLink; nullable */
  const MerCalendar *calendar;   /* nullable */
  int                year;       /* of the cycle: of deadlines that name none */
  int                first_year; /* of the plan */
  int                last_year;
  MerDay             today;
  /* The day of what a deadline counts from (an event, a meeting …); MER_DAY_NONE while it has not
   * come. Items of the plan itself are not asked for. Optional. */
  MerDay (*day_of) (const char *kind,
                    gint64      id,
                    int         year,
                    gpointer    data);
  /* The phrase by which that which a deadline is taken from is due itself; NULL where it has none.
   * Optional. */
  const char *(*phrase_of) (const char *kind,
                            gint64      id,
                            gpointer    data);
  /* From the earliest to the latest of the deadlines that stand in the plan that a deadline is
   * taken from; FALSE where there are none. Optional. */
  gboolean (*span_of) (const char *kind,
                       gint64      id,
                       int         year,
                       MerDay     *first,
                       MerDay     *last,
                       gpointer    data);
  gpointer data;
} MerWorkContext;

/* (transfer full): how the item's own deadline is understood, counted from its event or taken
 * from the item that it is linked with. */
MerPeriod *mer_work_item_period (const MerWorkContext *context,
                                 const MerWorkItem    *item);
/* What has become of it: of an item with steps by its steps, of a section by its items. */
MerWorkStatus mer_work_item_status (const MerWorkContext *context,
                                    const MerWorkItem    *item);
/* Whether its deadline is connected with what it is taken from or counts from. */
gboolean mer_work_item_has_deadline_link (const MerWorkContext *context,
                                          const MerWorkItem    *item);
/* The item of the plan that its deadline is taken from or counts from: (transfer none)
 * (nullable). */
const MerWorkItem *mer_work_item_deadline_source (const MerWorkContext *context,
                                                  const MerWorkItem    *item);
/* In the program's language: «исполнено», «просрочено»; static. */
const char *mer_work_status_title (MerWorkStatus status);
/* Whether something shows that it was done: a text, or a connection. */
gboolean mer_work_item_has_evidence (const MerWorkContext *context,
                                     const MerWorkItem    *item);
/* How many of the items (not sections, not steps, not dropped) have which status: counts[] has
 * room for all statuses. */
void mer_work_count (const MerWorkContext *context,
                     guint                *counts,
                     guint                *n_items);

/**
 * mer_work_check:
 *
 * Rules, each with a sentence that names the item:
 * - "work.deadline": a phrase that is no deadline;
 * - "work.event": a deadline that counts from an event, which is not connected: it has no day;
 * - "work.years": a deadline outside the plan's years (system B, 3.1: pointed out, not refused);
 * - "work.slip": a slip of the pen in a phrase («г.г.»);
 * - "work.circle": deadlines that are taken from one another in a circle;
 * - "work.order": preparation that is due after the start of what it prepares;
 * - "work.step": a step due after its item;
 * - "work.number": a number that is skipped or used twice;
 * - "work.evidence": done, and nothing shows it;
 * - "work.future": done on a day that has not come;
 * - "work.responsible": nobody is responsible;
 * - "work.empty": a section without items.
 *
 * Returns: (transfer full) (element-type MerRuleNote): in the order of the plan
 */
GPtrArray *mer_work_check (const MerWorkContext *context);

G_END_DECLS
