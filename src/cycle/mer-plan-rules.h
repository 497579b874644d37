/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-period.h"
#include "core/mer-rational.h"
#include "cycle/mer-improvement.h"
#include "cycle/mer-rule-note.h"
#include "cycle/mer-selection.h"

G_BEGIN_DECLS

/* What plans of improvement obey: when a plan is due, how an item stands, how much is carried
 * out, through whose hands a plan goes, what makes a new version. Plain functions over records. */

/**
 * mer_plan_period:
 * @phrase: (nullable): a deadline as it was typed
 * @year: of phrases that name none
 * @received: the day that «после получения рекомендаций» counts from, or %MER_DAY_NONE
 * @calendar: (nullable): whose working days count
 *
 * Returns: (transfer full): how it is understood; without days where it counts from another event
 *   than the receipt of recommendations
 */
MerPeriod *mer_plan_period (const char        *phrase,
                            int                year,
                            MerDay             received,
                            const MerCalendar *calendar);
/* Whether it counts from an event that is not known to a plan: another than the receipt of
 * recommendations, proposals or remarks. It has no day then. FALSE of what is no deadline of an
 * event. */
gboolean mer_plan_has_unknown_event (const MerPeriod *period);

/**
 * mer_plan_check:
 * @plans: (element-type MerPlan): all versions
 * @items: (element-type MerPlanItem): of all versions
 * @year: of the cycle
 *
 * - "plans.event": deadlines of items that count from an event that is not known to their plans;
 *   neither of the done nor of the dropped.
 *
 * Returns: (transfer full) (element-type MerRuleNote)
 */
GPtrArray *mer_plan_check (const GPtrArray *plans,
                           const GPtrArray *items,
                           int              year);

/* --- items --------------------------------------------------------------------------------- */

typedef enum
{
  MER_STANDING_PLANNED,
  MER_STANDING_WORK,
  MER_STANDING_DONE,
  MER_STANDING_OVERDUE, /* neither done nor dropped, and its last day is over */
  MER_STANDING_DROPPED,
} MerStanding;
#define MER_N_STANDINGS (MER_STANDING_DROPPED + 1)

/* "planned", "work", "done", "overdue", "dropped": as the tool prints it. */
const char *mer_standing_to_code (MerStanding standing);
/* English msgid. */
const char *mer_standing_title (MerStanding standing);
/**
 * mer_plan_item_standing:
 * @item: an item
 * @mark: (nullable): its newest control mark: what an inspector did not confirm, or confirmed in
 *   part, is not done
 * @period: (nullable): its deadline, mer_plan_period()
 * @today: today
 *
 * What comes again, or at several times that are named, is done up to the day on which it was
 * done last: the next time may be overdue. What recurs and is done is in work again when its next
 * time begins; without a day it is done for good.
 *
 * Returns: how it stands
 */
MerStanding mer_plan_item_standing (const MerPlanItem    *item,
                                    const MerControlMark *mark,
                                    const MerPeriod      *period,
                                    MerDay                today);
/* The days by which it stands so: of what comes several times those of the first time that was not
 * carried out, of the done those of the last; else those of its deadline. MER_DAY_NONE where it
 * has none. */
void mer_plan_item_span (const MerPlanItem    *item,
                         const MerControlMark *mark,
                         const MerPeriod      *period,
                         MerStanding           standing,
                         MerDay               *first,
                         MerDay               *last);
/* How much of it is done, 0–100: what the newest mark says, else the item. */
guint mer_plan_item_percent (const MerPlanItem    *item,
                             const MerControlMark *mark);
/* The newer of two marks of one item; each may be NULL. */
const MerControlMark *mer_control_newer (const MerControlMark *a,
                                         const MerControlMark *b);
/* Whether what was planned differs, and not only what was done. */
gboolean mer_plan_item_differs (const MerPlanItem *a,
                                const MerPlanItem *b);
/* Whether a stored item becomes another one than was planned: that, or it answers another finding,
 * has another note or place, is dropped or taken up again. An approved plan needs a new version for
 * it. */
gboolean mer_plan_item_is_replanned (const MerPlanItem *stored,
                                     const MerPlanItem *item);

/* --- how much is carried out --------------------------------------------------------------- */

typedef struct
{
  guint n[MER_N_STANDINGS];
  guint percents; /* sum over all that are not dropped */
} MerExecution;

void mer_execution_add (MerExecution *self,
                        MerStanding   standing,
                        guint         percent);
void mer_execution_join (MerExecution       *self,
                         const MerExecution *other);
/* Items that are to be carried out: all but the dropped. */
guint mer_execution_count (const MerExecution *self);
/* Per cent of them that are done; FALSE where there are none. */
gboolean mer_execution_share (const MerExecution *self,
                              MerRational        *out);
/* Mean per cent: what is half done counts as half; FALSE where there are none. */
gboolean mer_execution_progress (const MerExecution *self,
                                 MerRational        *out);

/* How things stand at the end of a quarter. */
typedef struct
{
  int      year;
  int      quarter; /* 1–4 */
  guint    total;   /* items that are to be carried out */
  guint    due;     /* of these, with a last day up to the end of the quarter */
  guint    kept;    /* of the due, done by then */
  guint    done;    /* of all, done by then */
  gboolean ahead;   /* the quarter has not begun yet */
} MerPlanQuarter;

/* What a quarter is reckoned of. */
typedef struct
{
  MerStanding standing;
  MerDay      last; /* or MER_DAY_NONE */
  MerDay      done; /* or MER_DAY_NONE */
} MerPlanMoment;

/* (transfer full) (element-type MerPlanQuarter): from the first quarter in which something was
 * due or done to the last, at least to that of `today`; empty without items. */
GArray *mer_plan_quarters (const MerPlanMoment *moments,
                           guint                n,
                           MerDay               today);

/* --- the plan ------------------------------------------------------------------------------ */

/* The day on which the last of the organization's recommendations was received; MER_DAY_NONE. */
MerDay mer_plan_received (const GPtrArray *recommendations,
                          gint64           organization);

typedef enum
{
  MER_TIMING_FREE,    /* no recommendation was received: nothing to be in time for */
  MER_TIMING_AWAITED, /* not submitted, and there is time */
  MER_TIMING_IN_TIME,
  MER_TIMING_LATE,    /* submitted after it was due */
  MER_TIMING_MISSING, /* not submitted, and it was due before today */
} MerPlanTiming;
#define MER_N_PLAN_TIMINGS (MER_TIMING_MISSING + 1)

const char *mer_plan_timing_to_code (MerPlanTiming timing);
/* `plan` nullable: there is none. `due`: day of receipt and the days for a plan, or
 * MER_DAY_NONE. */
MerPlanTiming mer_plan_timing (const MerPlan *plan,
                               MerDay         due,
                               MerDay         today);
/* The newest version among them: (transfer none) (nullable). */
const MerPlan *mer_plan_current (const GPtrArray *plans,
                                 gint64           organization);
/* What was approved is changed by a new version only. */
gboolean mer_plan_is_frozen (const MerPlan *plan);

/* Through whose hands a plan goes. */
typedef enum
{
  MER_HAND_ORGANIZATION,
  MER_HAND_DEPARTMENT,
  MER_HAND_COUNCIL,
} MerPlanHand;

typedef struct
{
  MerPlanState to;
  MerPlanHand  who;
} MerPlanStep;
#define MER_PLAN_MOST_STEPS 4

/* What may come next, the way forward first. `route` and `author`: values of the settings
 * plan.route and plan.author. Returns how many steps there are. */
guint       mer_plan_steps (const char  *route,
                            const char  *author,
                            MerPlanState from,
                            MerPlanStep  steps[MER_PLAN_MOST_STEPS]);
gboolean    mer_plan_may_become (const char  *route,
                                 const char  *author,
                                 MerPlanState from,
                                 MerPlanState to);
const char *mer_plan_hand_title (MerPlanHand hand); /* English msgid */
const char *mer_plan_state_to_code (MerPlanState state);
const char *mer_plan_state_title (MerPlanState state); /* English msgid */
gboolean    mer_plan_state_from_code (const char   *code,
                                      MerPlanState *out);

/* --- heads --------------------------------------------------------------------------------- */

/* Whether the head was in office on some day from `first` to `last`. */
gboolean mer_head_overlaps (const MerHead *head,
                            MerDay         first,
                            MerDay         last);
/* Who answers on that day; of a day without anybody, and of MER_DAY_NONE, who came last:
 * (transfer none) (nullable). */
const MerHead *mer_head_on (const GPtrArray *heads,
                            gint64           organization,
                            MerDay           day);

G_END_DECLS
