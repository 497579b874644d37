/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rules of plans of improvement: see the header. Sources: domain A3 and A4, system C of the work
 * plans (a plan ten days after the recommendations, execution counted in the assessment of the
 * head). */

#include "config.h"

#include "cycle/mer-plan-rules.h"

#include <glib/gi18n.h>

#include "cycle/mer-due.h"

MerPeriod *
mer_plan_period (const char        *phrase,
                 int                year,
                 MerDay             received,
                 const MerCalendar *calendar)
{
  g_autoptr (MerPeriod) parsed = mer_period_parse (phrase, year);
  MerDay event = mer_plan_has_unknown_event (parsed) ? MER_DAY_NONE : received;

  return mer_period_resolve (parsed, event, calendar);
}

/* --- items --------------------------------------------------------------------------------- */

/* clang-format off */
static const MerChoice standings[MER_N_STANDINGS] = {
  [MER_STANDING_PLANNED] = { "planned", N_("planned") },
  [MER_STANDING_WORK] = { "work", N_("in work") },
  [MER_STANDING_DONE] = { "done", N_("done") },
  [MER_STANDING_OVERDUE] = { "overdue", N_("overdue") },
  [MER_STANDING_DROPPED] = { "dropped", N_("dropped") },
};
/* clang-format on */

const char *
mer_standing_to_code (MerStanding standing)
{
  return standings[standing].code;
}

const char *
mer_standing_title (MerStanding standing)
{
  return standings[standing].title;
}

static gboolean
recurs (const MerPeriod *period)
{
  return period != NULL && mer_period_get_recurrence (period) != MER_RECURRENCE_NONE;
}

static gboolean
comes_again (const MerPeriod *period)
{
  return recurs (period) || (period != NULL && mer_period_get_n_parts (period) > 1);
}

/* A mark from before the item was done last is about another time. */
static gboolean
is_refused (const MerPlanItem    *item,
            const MerControlMark *mark,
            const MerPeriod      *period)
{
  MerDay done = mer_day_from_iso (item->done_on);
  MerDay marked = mark != NULL ? mer_day_from_iso (mark->day) : MER_DAY_NONE;

  if (mark == NULL || mark->verdict == MER_CONTROL_CONFIRMED)
    return FALSE;
  return !comes_again (period) || done == MER_DAY_NONE || marked == MER_DAY_NONE || marked >= done;
}

/* The day up to which what comes several times was carried out; a time that was refused is to be
 * done again. */
static MerDay
carried_out (const MerPlanItem    *item,
             const MerControlMark *mark,
             const MerPeriod      *period)
{
  MerDay done = comes_again (period) ? mer_day_from_iso (item->done_on) : MER_DAY_NONE;
  MerDay first = MER_DAY_NONE;

  if (done == MER_DAY_NONE || !is_refused (item, mark, period))
    return done;
  return mer_period_next (period, done, &first, NULL) ? MIN (done, first - 1) : MER_DAY_NONE;
}

static gboolean
is_done (const MerPlanItem    *item,
         const MerControlMark *mark,
         const MerPeriod      *period,
         MerDay                today)
{
  MerDay done = carried_out (item, mark, period);

  if (item->state != MER_PLAN_ITEM_DONE || is_refused (item, mark, period))
    return FALSE;
  return done == MER_DAY_NONE || !recurs (period) ||
         mer_due_state_on (period, today, done) == MER_DUE_DONE;
}

MerStanding
mer_plan_item_standing (const MerPlanItem    *item,
                        const MerControlMark *mark,
                        const MerPeriod      *period,
                        MerDay                today)
{
  MerDay done = carried_out (item, mark, period);

  if (item->state == MER_PLAN_ITEM_DROPPED)
    return MER_STANDING_DROPPED;
  if (is_done (item, mark, period, today))
    return MER_STANDING_DONE;
  if (period != NULL && mer_period_is_overdue (period, today, done))
    return MER_STANDING_OVERDUE;
  return item->state == MER_PLAN_ITEM_PLANNED && done == MER_DAY_NONE &&
             mer_plan_item_percent (item, mark) == 0
           ? MER_STANDING_PLANNED
           : MER_STANDING_WORK;
}

void
mer_plan_item_span (const MerPlanItem    *item,
                    const MerControlMark *mark,
                    const MerPeriod      *period,
                    MerStanding           standing,
                    MerDay               *first,
                    MerDay               *last)
{
  MerDay done = carried_out (item, mark, period);

  *first = period != NULL ? mer_period_get_first (period) : MER_DAY_NONE;
  *last = period != NULL ? mer_period_get_last (period) : MER_DAY_NONE;
  if (!comes_again (period))
    return;
  if (standing != MER_STANDING_DONE)
    mer_period_occurrence (period, done, first, last);
  else if (done != MER_DAY_NONE &&
           (!mer_period_next (period, done, first, last) || *first > done))
    *first = *last = done; /* between two times: late for the one before */
}

guint
mer_plan_item_percent (const MerPlanItem    *item,
                       const MerControlMark *mark)
{
  if (mark != NULL && mark->share >= 0)
    return (guint) mark->share;
  if (mark != NULL && mark->verdict == MER_CONTROL_NOT)
    return 0;
  if (item->state == MER_PLAN_ITEM_DONE && (mark == NULL || mark->verdict == MER_CONTROL_CONFIRMED))
    return 100;
  return item->share >= 0 ? (guint) item->share : 0;
}

const MerControlMark *
mer_control_newer (const MerControlMark *a,
                   const MerControlMark *b)
{
  int order = 0;

  if (a == NULL || b == NULL)
    return a != NULL ? a : b;
  order = g_strcmp0 (a->day, b->day);
  if (order == 0)
    return a->record.id > b->record.id ? a : b;
  return order > 0 ? a : b;
}

gboolean
mer_plan_item_differs (const MerPlanItem *a,
                       const MerPlanItem *b)
{
  return g_strcmp0 (a->criterion, b->criterion) != 0 || g_strcmp0 (a->problem, b->problem) != 0 ||
         g_strcmp0 (a->measure, b->measure) != 0 || g_strcmp0 (a->deadline, b->deadline) != 0 ||
         g_strcmp0 (a->person, b->person) != 0 || g_strcmp0 (a->post, b->post) != 0;
}

gboolean
mer_plan_item_is_replanned (const MerPlanItem *stored,
                            const MerPlanItem *item)
{
  return mer_plan_item_differs (stored, item) || stored->finding != item->finding ||
         g_strcmp0 (stored->note, item->note) != 0 ||
         stored->record.position != item->record.position ||
         (stored->state == MER_PLAN_ITEM_DROPPED) != (item->state == MER_PLAN_ITEM_DROPPED);
}

/* --- how much is carried out --------------------------------------------------------------- */

void
mer_execution_add (MerExecution *self,
                   MerStanding   standing,
                   guint         percent)
{
  self->n[standing]++;
  if (standing != MER_STANDING_DROPPED)
    self->percents += percent;
}

void
mer_execution_join (MerExecution       *self,
                    const MerExecution *other)
{
  for (guint i = 0; i < MER_N_STANDINGS; i++)
    self->n[i] += other->n[i];
  self->percents += other->percents;
}

guint
mer_execution_count (const MerExecution *self)
{
  return self->n[MER_STANDING_PLANNED] + self->n[MER_STANDING_WORK] + self->n[MER_STANDING_DONE] +
         self->n[MER_STANDING_OVERDUE];
}

gboolean
mer_execution_share (const MerExecution *self,
                     MerRational        *out)
{
  guint n = mer_execution_count (self);

  if (n > 0)
    *out = mer_rational_new ((gint64) self->n[MER_STANDING_DONE] * 100, n);
  return n > 0;
}

gboolean
mer_execution_progress (const MerExecution *self,
                        MerRational        *out)
{
  guint n = mer_execution_count (self);

  if (n > 0)
    *out = mer_rational_new (self->percents, n);
  return n > 0;
}

/* Quarters as one number: four a year. */
static int
quarter_of (MerDay day)
{
  int year = 0;
  int month = 0;

  return mer_day_split (day, &year, &month, NULL) ? year * 4 + (month - 1) / 3 : 0;
}

#define NO_QUARTER G_MAXINT

typedef struct
{
  int due;
  int done;
} Quarters;

/* When an item was due and when it was done; of what is not done, never. */
static Quarters
quarters_of (const MerPlanMoment *moment)
{
  Quarters made = { NO_QUARTER, NO_QUARTER };

  if (moment->last != MER_DAY_NONE)
    made.due = quarter_of (moment->last);
  if (moment->standing == MER_STANDING_DONE && moment->done != MER_DAY_NONE)
    made.done = quarter_of (moment->done);
  return made;
}

static void
widen (int *first,
       int *last,
       int  quarter)
{
  if (quarter == NO_QUARTER)
    return;
  *first = MIN (*first, quarter);
  *last = MAX (*last, quarter);
}

static void
count_item (MerPlanQuarter *self,
            int             quarter,
            const Quarters *item)
{
  self->total++;
  self->due += item->due <= quarter;
  self->kept += item->due <= quarter && item->done <= quarter;
  self->done += item->done <= quarter;
}

GArray *
mer_plan_quarters (const MerPlanMoment *moments,
                   guint                n,
                   MerDay               today)
{
  GArray *quarters = g_array_new (FALSE, TRUE, sizeof (MerPlanQuarter));
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Quarters));
  int now = quarter_of (today);
  int first = now;
  int last = now;

  for (guint i = 0; i < n; i++)
    {
      Quarters item = quarters_of (&moments[i]);

      if (moments[i].standing == MER_STANDING_DROPPED)
        continue;
      widen (&first, &last, item.due);
      widen (&first, &last, item.done);
      g_array_append_val (items, item);
    }
  for (int quarter = first; items->len > 0 && quarter <= last; quarter++)
    {
      MerPlanQuarter made = { .year = quarter / 4, .quarter = quarter % 4 + 1 };

      made.ahead = quarter > now;
      for (guint i = 0; i < items->len; i++)
        count_item (&made, quarter, &g_array_index (items, Quarters, i));
      g_array_append_val (quarters, made);
    }
  return quarters;
}

/* --- the plan ------------------------------------------------------------------------------ */

MerDay
mer_plan_received (const GPtrArray *recommendations,
                   gint64           organization)
{
  MerDay latest = MER_DAY_NONE;

  for (guint i = 0; i < recommendations->len; i++)
    {
      const MerRecommendation *one = recommendations->pdata[i];

      if (one->organization == organization)
        latest = MAX (latest, mer_day_from_iso (one->received));
    }
  return latest;
}

const char *
mer_plan_timing_to_code (MerPlanTiming timing)
{
  static const char *const codes[MER_N_PLAN_TIMINGS] = { "free", "awaited", "in-time", "late",
                                                         "missing" };

  return codes[timing];
}

/* The day on which it was handed in, as far as that is known. */
static MerDay
submitted_on (const MerPlan *plan)
{
  const char *days[] = { plan->submitted, plan->agreed, plan->approved };

  if (plan->state == MER_PLAN_RETURNED)
    return MER_DAY_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (mer_day_from_iso (days[i]) != MER_DAY_NONE)
      return mer_day_from_iso (days[i]);
  return MER_DAY_NONE;
}

MerPlanTiming
mer_plan_timing (const MerPlan *plan,
                 MerDay         due,
                 MerDay         today)
{
  MerDay   submitted = plan != NULL ? submitted_on (plan) : MER_DAY_NONE;
  gboolean handed_in = plan != NULL && plan->state != MER_PLAN_DRAFT &&
                       plan->state != MER_PLAN_RETURNED;

  if (due == MER_DAY_NONE)
    return MER_TIMING_FREE;
  if (submitted != MER_DAY_NONE)
    return submitted <= due ? MER_TIMING_IN_TIME : MER_TIMING_LATE;
  if (handed_in)
    return MER_TIMING_IN_TIME; /* nobody wrote down when */
  return mer_due_has_passed (due, today) ? MER_TIMING_MISSING : MER_TIMING_AWAITED;
}

const MerPlan *
mer_plan_current (const GPtrArray *plans,
                  gint64           organization)
{
  const MerPlan *newest = NULL;

  for (guint i = 0; i < plans->len; i++)
    {
      const MerPlan *plan = plans->pdata[i];

      if (plan->organization == organization &&
          (newest == NULL || plan->version > newest->version ||
           (plan->version == newest->version && plan->record.id > newest->record.id)))
        newest = plan;
    }
  return newest;
}

gboolean
mer_plan_is_frozen (const MerPlan *plan)
{
  return plan->state == MER_PLAN_APPROVED;
}

static const MerField *
state_field (void)
{
  return mer_record_kind_field (&mer_record_plan, "state");
}

const char *
mer_plan_state_to_code (MerPlanState state)
{
  return state_field ()->choices[state].code;
}

const char *
mer_plan_state_title (MerPlanState state)
{
  return state_field ()->choices[state].title;
}

gboolean
mer_plan_state_from_code (const char   *code,
                          MerPlanState *out)
{
  const MerField *field = state_field ();
  int             state = mer_choice_find (field->choices, field->n_choices, code);

  if (state >= 0)
    *out = (MerPlanState) state;
  return state >= 0;
}

/* --- the route ----------------------------------------------------------------------------- */

/* Who agrees before, and who approves. */
typedef struct
{
  const char *route;
  gboolean    handed_in; /* whether there is somebody else to hand it to */
  gboolean    agreed;    /* whether the council agrees first */
  MerPlanHand approves;
} Route;

static const Route routes[] = {
  { "department", TRUE, FALSE, MER_HAND_DEPARTMENT },
  { "council-department", TRUE, TRUE, MER_HAND_DEPARTMENT },
  { "organization", FALSE, FALSE, MER_HAND_ORGANIZATION },
  { "council", TRUE, FALSE, MER_HAND_COUNCIL },
};

static const Route *
find_route (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (routes); i++)
    if (g_strcmp0 (routes[i].route, name) == 0)
      return &routes[i];
  return &routes[0];
}

static void
add_step (MerPlanStep *steps,
          guint       *n,
          MerPlanState to,
          MerPlanHand  who)
{
  steps[*n].to = to;
  steps[*n].who = who;
  (*n)++;
}

guint
mer_plan_steps (const char  *name,
                const char  *author,
                MerPlanState from,
                MerPlanStep  steps[MER_PLAN_MOST_STEPS])
{
  const Route *route = find_route (name);
  MerPlanHand  writer = g_strcmp0 (author, "department") == 0 ? MER_HAND_DEPARTMENT
                                                              : MER_HAND_ORGANIZATION;
  guint        n = 0;

  switch (from)
    {
    case MER_PLAN_DRAFT:
    case MER_PLAN_RETURNED:
      if (route->handed_in)
        add_step (steps, &n, MER_PLAN_SUBMITTED, writer);
      else
        add_step (steps, &n, MER_PLAN_APPROVED, route->approves);
      break;
    case MER_PLAN_SUBMITTED:
      if (route->agreed)
        add_step (steps, &n, MER_PLAN_AGREED, MER_HAND_COUNCIL);
      else
        add_step (steps, &n, MER_PLAN_APPROVED, route->approves);
      add_step (steps, &n, MER_PLAN_RETURNED, route->agreed ? MER_HAND_COUNCIL : route->approves);
      break;
    case MER_PLAN_AGREED:
      add_step (steps, &n, MER_PLAN_APPROVED, route->approves);
      add_step (steps, &n, MER_PLAN_RETURNED, route->approves);
      break;
    case MER_PLAN_APPROVED: /* a change makes a new version */
    default:
      break;
    }
  return n;
}

gboolean
mer_plan_may_become (const char  *route,
                     const char  *author,
                     MerPlanState from,
                     MerPlanState to)
{
  MerPlanStep steps[MER_PLAN_MOST_STEPS];
  guint       n = mer_plan_steps (route, author, from, steps);

  for (guint i = 0; i < n; i++)
    if (steps[i].to == to)
      return TRUE;
  return FALSE;
}

const char *
mer_plan_hand_title (MerPlanHand hand)
{
  /* clang-format off */
  static const char *const titles[] = {
    [MER_HAND_ORGANIZATION] = N_("the organization"),
    [MER_HAND_DEPARTMENT] = N_("the department"),
    [MER_HAND_COUNCIL] = N_("the council"),
  };
  /* clang-format on */

  return titles[hand];
}

/* --- heads --------------------------------------------------------------------------------- */

static MerDay
since (const MerHead *head)
{
  MerDay day = mer_day_from_iso (head->since);

  return day != MER_DAY_NONE ? day : 1;
}

static MerDay
until (const MerHead *head)
{
  MerDay day = mer_day_from_iso (head->until);

  return day != MER_DAY_NONE ? day : G_MAXINT32;
}

gboolean
mer_head_overlaps (const MerHead *head,
                   MerDay         first,
                   MerDay         last)
{
  return since (head) <= last && until (head) >= first;
}

const MerHead *
mer_head_on (const GPtrArray *heads,
             gint64           organization,
             MerDay           day)
{
  const MerHead *latest = NULL;

  for (guint i = 0; i < heads->len; i++)
    {
      const MerHead *head = heads->pdata[i];

      if (head->organization != organization)
        continue;
      if (day != MER_DAY_NONE && mer_head_overlaps (head, day, day))
        return head;
      if (latest == NULL || since (head) >= since (latest))
        latest = head;
    }
  return latest;
}
