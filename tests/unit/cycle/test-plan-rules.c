/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rules of plans of improvement, by values that were worked out by hand. */

#include "config.h"

#include <string.h>

#include "core/mer-spoken.h"
#include "cycle/mer-plan-book.h"

#define DAY(iso) mer_day_from_iso (iso)

static MerPlanItem *
new_item (int state)
{
  MerPlanItem *item = mer_record_new (&mer_record_plan_item, 1);

  item->measure = g_strdup ("Установить пандус");
  item->state = state;
  return item;
}

static MerControlMark *
new_mark (const char *day,
          int         verdict,
          gint64      share)
{
  MerControlMark *mark = mer_record_new (&mer_record_control_mark, 1);

  mark->day = g_strdup (day);
  mark->verdict = verdict;
  mark->share = share;
  return mark;
}

static void
test_standing (void)
{
  /* state, per cent, last day, what follows on 2024-12-03 */
  static const struct
  {
    int         state;
    gint64      share;
    const char *last;
    MerStanding standing;
    guint       percent;
  } table[] = {
    { MER_PLAN_ITEM_PLANNED, -1, NULL, MER_STANDING_PLANNED, 0 },
    { MER_PLAN_ITEM_PLANNED, 0, "2024-12-03", MER_STANDING_PLANNED, 0 }, /* today is in time */
    { MER_PLAN_ITEM_PLANNED, -1, "2024-12-02", MER_STANDING_OVERDUE, 0 },
    { MER_PLAN_ITEM_PLANNED, 40, "2025-01-01", MER_STANDING_WORK, 40 },
    { MER_PLAN_ITEM_WORK, 60, "2024-11-30", MER_STANDING_OVERDUE, 60 },
    { MER_PLAN_ITEM_WORK, -1, NULL, MER_STANDING_WORK, 0 },
    { MER_PLAN_ITEM_DONE, -1, "2024-11-30", MER_STANDING_DONE, 100 },
    { MER_PLAN_ITEM_DONE, 70, NULL, MER_STANDING_DONE, 100 },
    { MER_PLAN_ITEM_DROPPED, -1, "2024-11-30", MER_STANDING_DROPPED, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (MerPlanItem) item = new_item (table[i].state);
      g_autoptr (MerPeriod) period = NULL;

      item->share = table[i].share;
      if (table[i].last != NULL)
        period = mer_period_new_range (DAY (table[i].last), DAY (table[i].last));
      g_assert_cmpint (mer_plan_item_standing (item, NULL, period, DAY ("2024-12-03")), ==,
                       table[i].standing);
      g_assert_cmpuint (mer_plan_item_percent (item, NULL), ==, table[i].percent);
    }
}

static void
test_marks (void)
{
  g_autoptr (MerPlanItem) item = new_item (MER_PLAN_ITEM_DONE);
  g_autoptr (MerControlMark) yes = new_mark ("2024-11-20", MER_CONTROL_CONFIRMED, -1);
  g_autoptr (MerControlMark) partly = new_mark ("2024-11-25", MER_CONTROL_PARTLY, 50);
  g_autoptr (MerControlMark) no = new_mark ("2024-11-25", MER_CONTROL_NOT, -1);
  g_autoptr (MerPeriod) over = mer_period_parse ("до 2 декабря 2024 г.", 2024);
  MerDay today = DAY ("2024-12-03");

  g_assert_cmpint (mer_plan_item_standing (item, yes, NULL, today), ==, MER_STANDING_DONE);
  g_assert_cmpint (mer_plan_item_standing (item, partly, NULL, today), ==,
                   MER_STANDING_WORK);
  g_assert_cmpint (mer_plan_item_standing (item, no, over, today), ==,
                   MER_STANDING_OVERDUE);
  g_assert_cmpuint (mer_plan_item_percent (item, yes), ==, 100);
  g_assert_cmpuint (mer_plan_item_percent (item, partly), ==, 50);
  g_assert_cmpuint (mer_plan_item_percent (item, no), ==, 0);
  partly->record.id = 2;
  no->record.id = 3;
  g_assert_true (mer_control_newer (yes, partly) == partly);
  g_assert_true (mer_control_newer (no, partly) == no); /* of one day: the later one */
  g_assert_true (mer_control_newer (NULL, yes) == yes);
  g_assert_null (mer_control_newer (NULL, NULL));
}

static void
test_needs_evidence (void)
{
  g_autoptr (MerPlanItem) item = new_item (MER_PLAN_ITEM_DONE);
  g_autoptr (GError) error = NULL;

  item->record.cycle_id = 1;
  item->plan = 1;
  g_assert_false (mer_record_check (item, &error));
  g_clear_error (&error);
  item->done_on = g_strdup ("2024-11-20");
  g_assert_false (mer_record_check (item, &error)); /* a tick alone closes nothing */
  g_clear_error (&error);
  item->evidence = g_strdup ("Акт № 3 от 20.11.2024");
  g_assert_true (mer_record_check (item, &error));
  g_assert_no_error (error);
}

static void
test_execution (void)
{
  MerExecution execution = { { 0 }, 0 };
  MerExecution both = { { 0 }, 0 };
  g_auto (MerRational) share = MER_RATIONAL_ZERO;
  g_auto (MerRational) progress = MER_RATIONAL_ZERO;

  g_assert_false (mer_execution_share (&execution, &share));
  mer_execution_add (&execution, MER_STANDING_DONE, 100);
  mer_execution_add (&execution, MER_STANDING_WORK, 50);
  mer_execution_add (&execution, MER_STANDING_OVERDUE, 0);
  mer_execution_add (&execution, MER_STANDING_DROPPED, 80);
  g_assert_cmpuint (mer_execution_count (&execution), ==, 3);
  g_assert_true (mer_execution_share (&execution, &share));
  g_assert_cmpint (share.num, ==, 100); /* 1 of 3 */
  g_assert_cmpint (share.den, ==, 3);
  g_assert_true (mer_execution_progress (&execution, &progress));
  g_assert_cmpint (progress.num, ==, 50); /* (100 + 50 + 0) : 3 */
  g_assert_cmpint (progress.den, ==, 1);
  mer_execution_join (&both, &execution);
  mer_execution_join (&both, &execution);
  g_assert_cmpuint (mer_execution_count (&both), ==, 6);
}

static void
assert_quarter (GArray *quarters,
                guint   i,
                int     year,
                int     quarter,
                guint   due,
                guint   kept,
                guint   done)
{
  const MerPlanQuarter *one = &g_array_index (quarters, MerPlanQuarter, i);

  g_assert_cmpint (one->year, ==, year);
  g_assert_cmpint (one->quarter, ==, quarter);
  g_assert_cmpuint (one->total, ==, 4);
  g_assert_cmpuint (one->due, ==, due);
  g_assert_cmpuint (one->kept, ==, kept);
  g_assert_cmpuint (one->done, ==, done);
}

/* Due at the ends of III 2024, IV 2024, IV 2024 and never; the first done a quarter late, the
 * second ahead of time, the fourth at the beginning of 2025. */
static void
test_quarters (void)
{
  const MerPlanMoment moments[] = {
    { MER_STANDING_DONE, DAY ("2024-09-30"), DAY ("2024-10-01") },
    { MER_STANDING_DONE, DAY ("2024-12-31"), DAY ("2024-08-15") },
    { MER_STANDING_OVERDUE, DAY ("2024-10-01"), DAY ("2024-10-05") },
    { MER_STANDING_DROPPED, DAY ("2020-01-01"), MER_DAY_NONE },
    { MER_STANDING_DONE, MER_DAY_NONE, DAY ("2025-01-01") },
  };
  g_autoptr (GArray) none = mer_plan_quarters (moments, 0, DAY ("2024-12-03"));
  g_autoptr (GArray) quarters = mer_plan_quarters (moments, 5, DAY ("2024-12-03"));

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (quarters->len, ==, 3);
  assert_quarter (quarters, 0, 2024, 3, 1, 0, 1);
  assert_quarter (quarters, 1, 2024, 4, 3, 2, 2);
  assert_quarter (quarters, 2, 2025, 1, 3, 2, 3);
  g_assert_false (g_array_index (quarters, MerPlanQuarter, 1).ahead);
  g_assert_true (g_array_index (quarters, MerPlanQuarter, 2).ahead);
}

static MerPlan *
new_plan (gint64      organization,
          gint64      version,
          int         state,
          const char *submitted)
{
  MerPlan *plan = mer_record_new (&mer_record_plan, 1);

  plan->organization = organization;
  plan->version = version;
  plan->state = state;
  plan->submitted = g_strdup (submitted);
  return plan;
}

static void
test_due (void)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (mer_record_free);
  g_autoptr (MerPlan) draft = new_plan (7, 1, MER_PLAN_DRAFT, NULL);
  g_autoptr (MerPlan) in_time = new_plan (7, 1, MER_PLAN_SUBMITTED, "2024-11-28");
  g_autoptr (MerPlan) late = new_plan (7, 1, MER_PLAN_SUBMITTED, "2024-11-29");
  g_autoptr (MerPlan) returned = new_plan (7, 1, MER_PLAN_RETURNED, "2024-11-20");
  static const char *const days[] = { "2024-11-15", "2024-11-18", NULL };
  MerDay                   due = 0;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      MerRecommendation *one = mer_record_new (&mer_record_recommendation, 1);

      one->organization = 7;
      one->received = g_strdup (days[i]);
      g_ptr_array_add (list, one);
    }
  g_assert_cmpint (mer_plan_received (list, 8), ==, MER_DAY_NONE);
  due = mer_plan_received (list, 7) + 10;
  g_assert_cmpint (due, ==, DAY ("2024-11-28")); /* ten days after 18 November */
  g_assert_cmpint (mer_plan_timing (NULL, MER_DAY_NONE, DAY ("2024-12-03")), ==,
                   MER_TIMING_FREE);
  g_assert_cmpint (mer_plan_timing (NULL, due, DAY ("2024-11-28")), ==, MER_TIMING_AWAITED);
  g_assert_cmpint (mer_plan_timing (NULL, due, DAY ("2024-11-29")), ==, MER_TIMING_MISSING);
  g_assert_cmpint (mer_plan_timing (draft, due, DAY ("2024-12-03")), ==, MER_TIMING_MISSING);
  g_assert_cmpint (mer_plan_timing (returned, due, DAY ("2024-12-03")), ==, MER_TIMING_MISSING);
  g_assert_cmpint (mer_plan_timing (in_time, due, DAY ("2024-12-03")), ==, MER_TIMING_IN_TIME);
  g_assert_cmpint (mer_plan_timing (late, due, DAY ("2024-12-03")), ==, MER_TIMING_LATE);
}

static void
test_versions (void)
{
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func (mer_record_free);
  g_autoptr (MerPlanItem) a = new_item (MER_PLAN_ITEM_PLANNED);
  g_autoptr (MerPlanItem) b = new_item (MER_PLAN_ITEM_WORK);

  g_ptr_array_add (plans, new_plan (7, 2, MER_PLAN_DRAFT, NULL));
  g_ptr_array_add (plans, new_plan (7, 1, MER_PLAN_APPROVED, NULL));
  g_ptr_array_add (plans, new_plan (0, 1, MER_PLAN_DRAFT, NULL));
  g_assert_true (mer_plan_current (plans, 7) == plans->pdata[0]);
  g_assert_true (mer_plan_current (plans, 0) == plans->pdata[2]);
  g_assert_null (mer_plan_current (plans, 8));
  g_assert_true (mer_plan_is_frozen (plans->pdata[1]));
  g_assert_false (mer_plan_is_frozen (plans->pdata[0]));
  b->taken = g_strdup ("Договор заключён");
  g_assert_false (mer_plan_item_differs (a, b)); /* what was done is not what was planned */
  b->deadline = g_strdup ("до 01.09.2025");
  g_assert_true (mer_plan_item_differs (a, b));
}

static void
assert_steps (const char  *route,
              MerPlanState from,
              const char  *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  MerPlanStep steps[MER_PLAN_MOST_STEPS];
  guint       n = mer_plan_steps (route, "organization", from, steps);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s by %s", i > 0 ? ", " : "",
                            mer_plan_state_to_code (steps[i].to),
                            mer_plan_hand_title (steps[i].who));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_route (void)
{
  MerPlanStep steps[MER_PLAN_MOST_STEPS];

  assert_steps ("department", MER_PLAN_DRAFT, "submitted by the organization");
  assert_steps ("department", MER_PLAN_SUBMITTED,
                "approved by the department, returned by the department");
  assert_steps ("council-department", MER_PLAN_SUBMITTED,
                "agreed by the council, returned by the council");
  assert_steps ("council-department", MER_PLAN_AGREED,
                "approved by the department, returned by the department");
  assert_steps ("organization", MER_PLAN_DRAFT, "approved by the organization");
  assert_steps ("council", MER_PLAN_SUBMITTED, "approved by the council, returned by the council");
  assert_steps ("council", MER_PLAN_RETURNED, "submitted by the organization");
  assert_steps ("department", MER_PLAN_APPROVED, "");
  g_assert_cmpuint (mer_plan_steps ("department", "department", MER_PLAN_DRAFT, steps), ==, 1);
  g_assert_cmpint (steps[0].who, ==, MER_HAND_DEPARTMENT);
  g_assert_true (mer_plan_may_become ("department", "organization", MER_PLAN_SUBMITTED,
                                      MER_PLAN_APPROVED));
  g_assert_false (mer_plan_may_become ("council-department", "organization", MER_PLAN_SUBMITTED,
                                       MER_PLAN_APPROVED));
}

static void
add_head (GPtrArray  *heads,
          const char *name,
          const char *since,
          const char *until)
{
  MerHead *head = mer_record_new (&mer_record_head, 1);

  head->organization = 7;
  head->name = g_strdup (name);
  head->since = g_strdup (since);
  head->until = g_strdup (until);
  g_ptr_array_add (heads, head);
}

static void
test_heads (void)
{
  g_autoptr (GPtrArray) heads = g_ptr_array_new_with_free_func (mer_record_free);

  add_head (heads, "А. А. Первая", "2019-08-15", "2024-08-31");
  add_head (heads, "Б. Б. Второй", "2024-09-02", NULL);
  g_assert_true (mer_head_on (heads, 7, DAY ("2024-08-31")) == heads->pdata[0]);
  g_assert_true (mer_head_on (heads, 7, DAY ("2024-09-02")) == heads->pdata[1]);
  g_assert_true (mer_head_on (heads, 7, DAY ("2024-09-01")) == heads->pdata[1]); /* nobody */
  g_assert_true (mer_head_on (heads, 7, MER_DAY_NONE) == heads->pdata[1]);
  g_assert_null (mer_head_on (heads, 8, DAY ("2024-09-02")));
  g_assert_true (mer_head_overlaps (heads->pdata[0], DAY ("2024-01-01"), DAY ("2024-12-31")));
  g_assert_false (mer_head_overlaps (heads->pdata[1], DAY ("2023-01-01"), DAY ("2024-09-01")));
}

static void
test_deadline (void)
{
  static const struct
  {
    const char *phrase;
    const char *first;
    const char *last;
  } table[] = {
    { "до 01.09.2025", "2025-01-01", "2025-09-01" },
    { NULL, NULL, NULL },
    { "постоянно", NULL, NULL },
    { "III квартал 2025 г.", "2025-07-01", "2025-09-30" },
    { "не позднее 10 дней после получения рекомендаций", "2024-11-18", "2024-11-28" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (MerPlanItem) item = new_item (MER_PLAN_ITEM_PLANNED);
      g_autoptr (MerPeriod) period =
        mer_plan_period (table[i].phrase, 2024, DAY ("2024-11-18"), NULL);
      MerDay first = 1;
      MerDay last = 1;

      mer_plan_item_span (item, NULL, period, MER_STANDING_PLANNED, &first, &last);
      g_assert_cmpint (first, ==, DAY (table[i].first));
      g_assert_cmpint (last, ==, DAY (table[i].last));
    }
}

/* clang-format off */
/* What comes again is due at the end of each time, as items of the work plan are. */
static const struct
{
  const char *phrase;
  int         state;
  const char *done;
  const char *mark;    /* day on which an inspector did not confirm it */
  const char *today;
  MerStanding standing;
  const char *first;   /* of the time that counts */
  const char *last;
} recurring[] = {
  /* nothing done yet: the first quarter is in time, then late */
  { "ежеквартально, 2025 г.", MER_PLAN_ITEM_PLANNED, NULL, NULL, "2025-03-31",
    MER_STANDING_PLANNED, "2025-01-01", "2025-03-31" },
  { "ежеквартально, 2025 г.", MER_PLAN_ITEM_PLANNED, NULL, NULL, "2025-04-01",
    MER_STANDING_OVERDUE, "2025-01-01", "2025-03-31" },
  { "ежеквартально, 2025 г.", MER_PLAN_ITEM_WORK, NULL, NULL, "2025-04-01",
    MER_STANDING_OVERDUE, "2025-01-01", "2025-03-31" },
  /* done once: until the next quarter begins; then in work; then late */
  { "ежеквартально, 2025 г.", MER_PLAN_ITEM_DONE, "2025-03-14", NULL, "2025-03-31",
    MER_STANDING_DONE, "2025-01-01", "2025-03-31" },
  { "ежеквартально, 2025 г.", MER_PLAN_ITEM_DONE, "2025-03-14", NULL, "2025-04-01",
    MER_STANDING_WORK, "2025-04-01", "2025-06-30" },
  { "ежеквартально, 2025 г.", MER_PLAN_ITEM_DONE, "2025-03-14", NULL, "2025-07-01",
    MER_STANDING_OVERDUE, "2025-04-01", "2025-06-30" },
  /* only in work, and yet a time of it was done */
  { "ежеквартально, 2025 г.", MER_PLAN_ITEM_WORK, "2025-03-14", NULL, "2025-04-01",
    MER_STANDING_WORK, "2025-04-01", "2025-06-30" },
  { "ежеквартально, 2025 г.", MER_PLAN_ITEM_PLANNED, "2025-03-14", NULL, "2025-07-01",
    MER_STANDING_OVERDUE, "2025-04-01", "2025-06-30" },
  /* the last time was done: nothing comes after it */
  { "ежеквартально, 2025 г.", MER_PLAN_ITEM_DONE, "2025-10-20", NULL, "2026-06-01",
    MER_STANDING_DONE, "2025-10-01", "2025-12-31" },
  /* nobody wrote down when: it is believed */
  { "ежеквартально, 2025 г.", MER_PLAN_ITEM_DONE, NULL, NULL, "2025-07-01",
    MER_STANDING_DONE, "2025-01-01", "2025-12-31" },
  { "ежеквартально, 2025 г.", MER_PLAN_ITEM_DROPPED, NULL, NULL, "2025-07-01",
    MER_STANDING_DROPPED, "2025-01-01", "2025-03-31" },
  /* what was not confirmed is to be done again; the quarter before it counts */
  { "ежеквартально, 2025 г.", MER_PLAN_ITEM_DONE, "2025-05-14", "2025-05-20", "2025-06-30",
    MER_STANDING_WORK, "2025-04-01", "2025-06-30" },
  { "ежеквартально, 2025 г.", MER_PLAN_ITEM_DONE, "2025-05-14", "2025-05-20", "2025-07-01",
    MER_STANDING_OVERDUE, "2025-04-01", "2025-06-30" },
  /* that mark was about the quarter before */
  { "ежеквартально, 2025 г.", MER_PLAN_ITEM_DONE, "2025-05-14", "2025-03-20", "2025-06-30",
    MER_STANDING_DONE, "2025-04-01", "2025-06-30" },
  /* days of months: late for the fifth, and done a few days after it */
  { "ежемесячно до 5 числа, 2025 г.", MER_PLAN_ITEM_PLANNED, NULL, NULL, "2025-01-06",
    MER_STANDING_OVERDUE, "2025-01-01", "2025-01-05" },
  { "ежемесячно до 5 числа, 2025 г.", MER_PLAN_ITEM_DONE, "2025-01-10", NULL, "2025-01-20",
    MER_STANDING_DONE, "2025-01-10", "2025-01-10" },
  { "ежемесячно до 5 числа, 2025 г.", MER_PLAN_ITEM_DONE, "2025-01-10", NULL, "2025-02-06",
    MER_STANDING_OVERDUE, "2025-02-01", "2025-02-05" },
  /* several times that are all named */
  { "март 2025 г.; сентябрь 2025 г.", MER_PLAN_ITEM_PLANNED, NULL, NULL, "2025-04-01",
    MER_STANDING_OVERDUE, "2025-03-01", "2025-03-31" },
  { "март 2025 г.; сентябрь 2025 г.", MER_PLAN_ITEM_WORK, "2025-03-14", NULL, "2025-04-01",
    MER_STANDING_WORK, "2025-09-01", "2025-09-30" },
  { "март 2025 г.; сентябрь 2025 г.", MER_PLAN_ITEM_DONE, "2025-03-14", NULL, "2026-04-01",
    MER_STANDING_DONE, "2025-03-01", "2025-03-31" },
  /* without an end it is never late */
  { "с 1 сентября 2024 г.", MER_PLAN_ITEM_WORK, NULL, NULL, "2025-02-01",
    MER_STANDING_WORK, "2024-09-01", "2024-12-31" },
};
/* clang-format on */

static void
test_recurring (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (recurring); i++)
    {
      g_autoptr (MerPlanItem) item = new_item (recurring[i].state);
      const char *marked = recurring[i].mark;
      g_autoptr (MerControlMark) mark =
        marked != NULL ? new_mark (marked, MER_CONTROL_NOT, -1) : NULL;
      g_autoptr (MerPeriod) period =
        mer_plan_period (recurring[i].phrase, 2024, MER_DAY_NONE, NULL);
      MerStanding standing = MER_STANDING_PLANNED;
      MerDay      first = MER_DAY_NONE;
      MerDay      last = MER_DAY_NONE;

      item->done_on = g_strdup (recurring[i].done);
      standing = mer_plan_item_standing (item, mark, period, DAY (recurring[i].today));
      g_test_message ("%u: %s, %s", i, recurring[i].phrase, recurring[i].today);
      g_assert_cmpint (standing, ==, recurring[i].standing);
      mer_plan_item_span (item, mark, period, standing, &first, &last);
      g_assert_cmpint (first, ==, DAY (recurring[i].first));
      g_assert_cmpint (last, ==, DAY (recurring[i].last));
    }
}

/* A plan knows of one event alone: when the recommendations were received. Of recommendations of
 * Friday 15 November, with Monday to Friday of the next week off. */
static void
test_events (void)
{
  g_autoptr (MerCalendar) calendar =
    mer_calendar_from_text ("2024-11-18 holiday\n2024-11-19 holiday\n2024-11-20 holiday\n"
                            "2024-11-21 holiday\n2024-11-22 holiday\n",
                            NULL);
  static const struct
  {
    const char *phrase;
    const char *last;
    gboolean    unknown;
  } table[] = {
    { "5 рабочих дней после получения", "2024-11-29", FALSE },
    { "в течение 5 рабочих дней со дня поступления предложений совета", "2024-11-29", FALSE },
    { "не позднее 10 дней после получения рекомендаций", "2024-11-25", FALSE },
    { "не позднее 10 дней после получения «Рекомендаций»", "2024-11-25", FALSE },
    { "не позднее 3 дней со дня, следующего за днём получения", "2024-11-18", FALSE },
    { "не позднее 3 дней с даты получения их", "2024-11-18", FALSE },
    { "в 10-дневный срок", "2024-11-25", FALSE },
    { "по получении замечаний", "2024-12-31", FALSE },
    { "до утверждения бюджета на 2030 год", "", TRUE },
    { "в ходе ремонта здания", "", TRUE },
    { "в течение 10 дней после получения заключения", "", TRUE },
    { "в течение 10 дней после получения заказа", "", TRUE },
    { "в течение 10 дней после утверждения рекомендаций", "", TRUE },
    { "за 10 дней до 1 сентября 2030 г.", "2030-08-22", FALSE },
    { "в течение 5 рабочих дней с 1 марта 2030 г.", "2030-03-11", FALSE },
    { "5 рабочих дней с 15 ноября", "2024-11-29", FALSE },
    { "до конца маря 2030 г.", "", FALSE }, /* no deadline at all */
    { "постоянно", "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (MerPeriod) period = mer_period_parse (table[i].phrase, 2024);
      g_autoptr (MerPeriod) due =
        mer_plan_period (table[i].phrase, 2024, DAY ("2024-11-15"), calendar);
      g_autofree char *text = mer_day_to_iso (mer_period_get_last (due));

      g_test_message ("%s", table[i].phrase);
      g_assert_cmpstr (text, ==, table[i].last);
      g_assert_cmpint (mer_plan_has_unknown_event (period), ==, table[i].unknown);
    }
}

static void
add_plan (GPtrArray *plans,
          gint64     id,
          int        version)
{
  MerPlan *plan = mer_record_new (&mer_record_plan, 1);

  plan->record.id = id;
  plan->organization = 7;
  plan->version = version;
  g_ptr_array_add (plans, plan);
}

static void
add_due (GPtrArray  *items,
         gint64      plan,
         int         state,
         const char *deadline)
{
  MerPlanItem *item = new_item (state);

  item->record.id = items->len + 1;
  item->plan = plan;
  item->deadline = g_strdup (deadline);
  g_ptr_array_add (items, item);
}

/* Documents print it, too: in their language, not in the program's. */
static void
check_spoken (const GPtrArray *plans,
              const GPtrArray *items)
{
  g_auto (MerSpeech) speech = mer_speech_begin (MER_LANGUAGE_RU);
  g_autoptr (GPtrArray) notes = mer_plan_check (plans, items, 2024);

  g_assert_nonnull (strstr (((const MerRuleNote *) notes->pdata[0])->text, "срок"));
}

static void
test_check (void)
{
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func (mer_record_free);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (mer_record_free);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) two = NULL;

  add_plan (plans, 12, 2);
  add_plan (plans, 11, 1); /* was replaced */
  add_due (items, 11, MER_PLAN_ITEM_PLANNED, "в ходе ремонта");
  add_due (items, 12, MER_PLAN_ITEM_DONE, "в ходе ремонта");
  add_due (items, 12, MER_PLAN_ITEM_DROPPED, "в ходе ремонта");
  add_due (items, 12, MER_PLAN_ITEM_PLANNED, "10 дней после получения рекомендаций");
  add_due (items, 12, MER_PLAN_ITEM_PLANNED, NULL);
  none = mer_plan_check (plans, items, 2024);
  g_assert_cmpuint (none->len, ==, 0);
  add_due (items, 12, MER_PLAN_ITEM_WORK, "в ходе ремонта");
  one = mer_plan_check (plans, items, 2024);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (((const MerRuleNote *) one->pdata[0])->rule, ==, "plans.event");
  g_assert_cmpint (((const MerRuleNote *) one->pdata[0])->id, ==, 6);
  g_assert_nonnull (strstr (((const MerRuleNote *) one->pdata[0])->text, "в ходе ремонта"));
  add_due (items, 12, MER_PLAN_ITEM_WORK, "до утверждения бюджета");
  two = mer_plan_check (plans, items, 2024);
  g_assert_cmpuint (two->len, ==, 1);
  g_assert_nonnull (strstr (((const MerRuleNote *) two->pdata[0])->text, "2 "));
  check_spoken (plans, items);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cycle/plan-rules/standing", test_standing);
  g_test_add_func ("/cycle/plan-rules/recurring", test_recurring);
  g_test_add_func ("/cycle/plan-rules/marks", test_marks);
  g_test_add_func ("/cycle/plan-rules/needs-evidence", test_needs_evidence);
  g_test_add_func ("/cycle/plan-rules/execution", test_execution);
  g_test_add_func ("/cycle/plan-rules/quarters", test_quarters);
  g_test_add_func ("/cycle/plan-rules/due", test_due);
  g_test_add_func ("/cycle/plan-rules/versions", test_versions);
  g_test_add_func ("/cycle/plan-rules/route", test_route);
  g_test_add_func ("/cycle/plan-rules/heads", test_heads);
  g_test_add_func ("/cycle/plan-rules/deadline", test_deadline);
  g_test_add_func ("/cycle/plan-rules/events", test_events);
  g_test_add_func ("/cycle/plan-rules/check", test_check);
  return g_test_run ();
}
