/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cycle/mer-work-rules.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/* The work plan of a cycle as a document holds it. */

/**
 * MerWorkPlan:
 *
 * A plan with all that its deadlines go by: events, meetings, days off, the plan's years. What it
 * tells is of the moment at which it was loaded. Reference-counted.
 */
typedef struct
{
  MerRecordSet  *records;  /* the plan's, and those that its deadlines count from */
  GPtrArray     *items;    /* of MerWorkItem, steps below their item; borrows from the records */
  MerCalendar   *calendar; /* with the department's days off */
  MerWorkContext context;  /* borrows from the above */
} MerWorkPlan;

/* Any thread that may read `doc`. */
MerWorkPlan *mer_work_plan_load (MerDocument *doc,
                                 gint64       cycle_id,
                                 GError     **error);
/* The same of records that were read already. `settings`: of the cycle. */
MerWorkPlan *mer_work_plan_new (MerRecordSet *records,
                                GHashTable   *settings,
                                int           year);
MerWorkPlan *mer_work_plan_ref (MerWorkPlan *self);
void         mer_work_plan_unref (MerWorkPlan *self);

/* Adds the lines of a sample plan (cycle/mer-work-preset.h) to the cycle's plan and remembers its
 * id among the cycle's settings; the deadlines are those of `year`. Action under way. `n`
 * (optional): how many items there are, without sections. INVALID when there is no such sample, or
 * the cycle has a plan already. */
gboolean mer_work_plan_add_preset (MerDocument *doc,
                                   gint64       cycle_id,
                                   const char  *preset,
                                   int          year,
                                   guint       *n,
                                   GError     **error);

/* Deadlines for calendars: (transfer full). `doc` (nullable): what the plan was read from, for
 * names of entries that no other document has. `n` and `n_left_out` (optional): how many items it
 * has, and how many have no day. */
char *mer_work_plan_to_calendar (MerWorkPlan *self,
                                 MerDocument *doc,
                                 const char  *name,
                                 guint       *n,
                                 guint       *n_left_out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerWorkPlan, mer_work_plan_unref)

G_END_DECLS
