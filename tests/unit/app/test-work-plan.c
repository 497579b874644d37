/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Work plans in a document: made of a sample and taken back, deadlines that count from events and
 * over days off, calendars. */

#include "cycle-fixture.h"

#include <string.h>

#include "app/mer-work-plan.h"
#include "cycle/mer-council.h"
#include "cycle/mer-improvement.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"
#include "store/mer-store-error.h"

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  begin_document (self);
  commit (self);
}

static guint
count_items (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items =
    mer_store_records (self->document, &mer_record_work_item, self->cycle, &error);

  g_assert_no_error (error);
  return items->len;
}

static void
save (Fixture *self,
      gpointer record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mer_store_save_record (self->document, record, &error));
  g_assert_no_error (error);
}

static void
test_preset (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerWorkPlan) plan = NULL;
  const MerWorkItem *item = NULL;
  guint              n = 0;

  begin (self);
  g_assert_true (
    mer_work_plan_add_preset (self->document, self->cycle, "b", 2024, &n, &error));
  g_assert_no_error (error);
  commit (self);
  g_assert_cmpuint (n, ==, 21);
  g_assert_cmpuint (count_items (self), ==, 24);
  begin (self);
  g_assert_false (
    mer_work_plan_add_preset (self->document, self->cycle, "a", 2024, NULL, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  mer_document_rollback (self->document);
  plan = mer_work_plan_load (self->document, self->cycle, &error);
  g_assert_no_error (error);
  item = plan->context.items->pdata[23];
  g_assert_cmpstr (item->number, ==, "3.5");
  g_assert_cmpstr (((const MerWorkItem *) mer_record_set_find (
                      plan->records, &mer_record_work_item, item->parent))
                     ->number,
                   ==, "3");
  g_assert_true (mer_document_undo (self->document, &error));
  g_assert_cmpuint (count_items (self), ==, 0);
  g_assert_true (mer_document_redo (self->document, &error));
  g_assert_cmpuint (count_items (self), ==, 24);
}

static MerDay
due (Fixture *self,
     gint64   id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerWorkPlan) plan = mer_work_plan_load (self->document, self->cycle, &error);
  g_autoptr (MerPeriod) period = NULL;

  g_assert_no_error (error);
  period = mer_work_item_period (
    &plan->context, mer_record_set_find (plan->records, &mer_record_work_item, id));
  return mer_period_get_last (period);
}

/* Three working days after a meeting on Friday 29 November, of which Monday is a day off. */
static void
test_days (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (MerMeeting) meeting = mer_record_new (&mer_record_meeting, self->cycle);
  g_autoptr (MerWorkItem) item = mer_record_new (&mer_record_work_item, self->cycle);
  g_autoptr (MerLink) link = mer_record_new (&mer_record_link, self->cycle);
  g_autoptr (MerHoliday) holiday = mer_record_new (&mer_record_holiday, 0);

  begin (self);
  meeting->day = g_strdup ("2024-11-29");
  save (self, meeting);
  item->what = g_strdup ("Разослать протокол");
  item->deadline = g_strdup ("в течение 3 рабочих дней после заседания");
  save (self, item);
  commit (self);
  g_assert_cmpint (due (self, item->record.id), ==, MER_DAY_NONE);
  begin (self);
  link->role = MER_LINK_DEADLINE;
  link->from_kind = g_strdup ("work-item");
  link->from_id = item->record.id;
  link->to_kind = g_strdup ("meeting");
  link->to_id = meeting->record.id;
  save (self, link);
  commit (self);
  g_assert_cmpint (due (self, item->record.id), ==, mer_day_from_iso ("2024-12-04"));
  begin (self);
  holiday->day = g_strdup ("2024-12-02");
  save (self, holiday);
  commit (self);
  g_assert_cmpint (due (self, item->record.id), ==, mer_day_from_iso ("2024-12-05"));
}

static void
add_plan_item (Fixture    *self,
               gint64      plan,
               const char *deadline,
               int         state)
{
  g_autoptr (MerPlanItem) item = mer_record_new (&mer_record_plan_item, self->cycle);

  item->plan = plan;
  item->measure = g_strdup ("Поставить пандус");
  item->deadline = g_strdup (deadline);
  item->state = state;
  save (self, item);
}

static MerWorkStatus
status (Fixture *self,
        gint64   id)
{
  g_autoptr (MerWorkPlan) plan = mer_work_plan_load (self->document, self->cycle, NULL);

  plan->context.today = mer_day_from_iso ("2025-04-01");
  return mer_work_item_status (
    &plan->context, mer_record_set_find (plan->records, &mer_record_work_item, id));
}

/* System B, 3.3: due by the last deadline of the items of the plan, dropped ones apart. */
static void
test_improvement_plan (Fixture      *self,
                       gconstpointer data)
{
  g_autoptr (MerPlan) plan = mer_record_new (&mer_record_plan, self->cycle);
  g_autoptr (MerPlan) other = mer_record_new (&mer_record_plan, self->cycle);
  g_autoptr (MerWorkItem) item = mer_record_new (&mer_record_work_item, self->cycle);
  g_autoptr (MerLink) link = mer_record_new (&mer_record_link, self->cycle);

  begin (self);
  plan->version = 1;
  plan->approved = g_strdup ("2024-12-01");
  save (self, plan);
  other->version = 2;
  save (self, other);
  item->what = g_strdup ("Контроль исполнения плана");
  item->deadline = g_strdup ("в течение срока, определённого планом");
  save (self, item);
  link->role = MER_LINK_DEADLINE;
  link->from_kind = g_strdup ("work-item");
  link->from_id = item->record.id;
  link->to_kind = g_strdup ("plan");
  link->to_id = plan->record.id;
  save (self, link);
  add_plan_item (self, plan->record.id, "постоянно", MER_PLAN_ITEM_PLANNED);
  commit (self);
  g_assert_cmpint (due (self, item->record.id), ==, MER_DAY_NONE);
  begin (self);
  add_plan_item (self, plan->record.id, "до 31 марта 2025 г.", MER_PLAN_ITEM_PLANNED);
  add_plan_item (self, plan->record.id, "февраль 2025 г.", MER_PLAN_ITEM_WORK);
  add_plan_item (self, plan->record.id, "до 1 сентября 2025 г.", MER_PLAN_ITEM_DROPPED);
  add_plan_item (self, other->record.id, "до 1 сентября 2026 г.", MER_PLAN_ITEM_PLANNED);
  commit (self);
  g_assert_cmpint (due (self, item->record.id), ==, mer_day_from_iso ("2025-03-31"));
  g_assert_cmpint (status (self, item->record.id), ==, MER_WORK_STATUS_OVERDUE);
}

static void
test_calendar (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerWorkPlan) plan = NULL;
  g_autofree char *text = NULL;
  guint            n = 0, left_out = 0;

  begin (self);
  g_assert_true (
    mer_work_plan_add_preset (self->document, self->cycle, "c", 2024, NULL, &error));
  commit (self);
  plan = mer_work_plan_load (self->document, self->cycle, &error);
  text = mer_work_plan_to_calendar (plan, self->document, "План", &n, &left_out);
  g_assert_cmpuint (n, ==, 13);
  g_assert_cmpuint (left_out, ==, 3); /* two that never end, one after an event */
  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20240401\r\nDTEND;VALUE=DATE:20250101\r\n"));
}

static gint64
add_item (Fixture    *self,
          const char *deadline)
{
  g_autoptr (MerWorkItem) item = mer_record_new (&mer_record_work_item, self->cycle);

  item->what = g_strdup ("Пункт");
  item->deadline = g_strdup (deadline);
  save (self, item);
  return item->record.id;
}

static guint
count_text (const char *text,
            const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n++;
  return n;
}

/* Only the same days of every year are a rule; quarters and lists of days are entries each. */
static void
test_recurring_calendar (Fixture      *self,
                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerWorkPlan) plan = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  guint            n = 0, left_out = 0;

  begin (self);
  add_item (self, "до 1 марта, ежегодно");
  add_item (self, "ежеквартально до 3 числа");
  add_item (self, "15 марта, 15 июня, 15 сентября");
  add_item (self, "5 раз в год");
  add_item (self, "до заседания совета");
  commit (self);
  plan = mer_work_plan_load (self->document, self->cycle, &error);
  text = mer_work_plan_to_calendar (plan, self->document, "План", &n, &left_out);
  again = mer_work_plan_to_calendar (plan, self->document, "План иначе", NULL, NULL);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpuint (left_out, ==, 1);
  g_assert_cmpuint (count_text (text, "RRULE:"), ==, 1);
  g_assert_cmpuint (count_text (text, "BEGIN:VEVENT"), ==, 1 + 4 + 3 + 5);
  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20240301\r\nDTEND;VALUE=DATE:20240302\r\n"
                                  "RRULE:FREQ=YEARLY\r\n"));
  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20240701\r\nDTEND;VALUE=DATE:20240704\r\n"));
  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20240615\r\nDTEND;VALUE=DATE:20240616\r\n"));
  for (const char *uid = strstr (text, "UID:"); uid != NULL; uid = strstr (uid + 1, "UID:"))
    {
      g_autofree char *whole = g_strndup (uid, strcspn (uid, "\r"));

      g_assert_cmpuint (count_text (text, whole), ==, 1);
      g_assert_cmpuint (count_text (again, whole), ==, 1);
    }
}

static void
assert_entries (Fixture    *self,
                const char *deadline,
                guint       n_rules,
                const char *days)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerWorkPlan) plan = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  begin (self);
  add_item (self, deadline);
  commit (self);
  plan = mer_work_plan_load (self->document, self->cycle, &error);
  plan->context.last_year = 2026;
  text = mer_work_plan_to_calendar (plan, self->document, "План", NULL, NULL);
  for (const char *at = strstr (text, "DATE:"); at != NULL; at = strstr (at + 1, "DATE:"))
    if (g_str_has_prefix (at - strlen ("DTSTART;VALUE="), "DTSTART"))
      g_string_append_printf (found, "%s%.8s", found->len > 0 ? " " : "", at + strlen ("DATE:"));
  g_test_message ("%s", deadline);
  g_assert_cmpuint (count_text (text, "RRULE:"), ==, n_rules);
  g_assert_cmpstr (found->str, ==, days);
  g_assert_true (mer_document_undo (self->document, &error));
}

/* Every year has its end of February; calendars leave a 29 February out of the others. */
static void
test_leap_day (Fixture      *self,
               gconstpointer data)
{
  assert_entries (self, "ежегодно до конца февраля", 0, "20240229 20250228 20260228");
  assert_entries (self, "29 февраля 2024 г., далее ежегодно", 0, "20240229 20250228 20260228");
  assert_entries (self, "до конца февраля 2025 г., далее ежегодно", 0, "20250228 20260228");
  assert_entries (self, "февраль, ежегодно", 0, "20240201 20250201 20260201");
  assert_entries (self, "до 28 февраля, ежегодно", 1, "20240228");
  assert_entries (self, "март, ежегодно", 1, "20240301");
  assert_entries (self, "ежегодно, 2024–2026 гг.", 0, "20240101 20250101 20260101");
}

/* An event that is only planned counts by its plan, and moves its deadline when it moves. */
static void
test_moving_event (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (MerEvent) event = mer_record_new (&mer_record_event, self->cycle);
  g_autoptr (MerLink) link = mer_record_new (&mer_record_link, self->cycle);
  gint64 before = 0;

  begin (self);
  event->title = g_strdup ("Семинар");
  event->deadline = g_strdup ("15 ноября 2024 г.");
  save (self, event);
  before = add_item (self, "за 5 дней до семинара");
  link->role = MER_LINK_DEADLINE;
  link->from_kind = g_strdup ("work-item");
  link->from_id = before;
  link->to_kind = g_strdup ("event");
  link->to_id = event->record.id;
  save (self, link);
  commit (self);
  g_assert_cmpint (due (self, before), ==, mer_day_from_iso ("2024-11-10"));
  begin (self);
  g_free (event->deadline);
  event->deadline = g_strdup ("до 25 ноября"); /* of the cycle's year */
  save (self, event);
  commit (self);
  g_assert_cmpint (due (self, before), ==, mer_day_from_iso ("2024-11-20"));
  begin (self);
  event->held = g_strdup ("2024-11-29");
  save (self, event);
  commit (self);
  g_assert_cmpint (due (self, before), ==, mer_day_from_iso ("2024-11-24"));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("MERILO_TODAY", "2024-12-03", TRUE);
  ADD ("/work-plan/preset", test_preset);
  ADD ("/work-plan/days", test_days);
  ADD ("/work-plan/improvement-plan", test_improvement_plan);
  ADD ("/work-plan/calendar", test_calendar);
  ADD ("/work-plan/recurring-calendar", test_recurring_calendar);
  ADD ("/work-plan/leap-day", test_leap_day);
  ADD ("/work-plan/moving-event", test_moving_event);
  return g_test_run ();
}
