/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is due, overdue and done, on the days around a deadline. */

#include "cycle/mer-deadline-days.h"
#include "cycle/mer-due.h"

#include <locale.h>

static MerDueContext
context_of (const char *today)
{
  MerDueContext context = { .year = 2024, .today = mer_day_from_iso (today) };

  return context;
}

static void
test_publication (void)
{
  static const struct
  {
    const char *deadline;
    const char *done;
    const char *today;
    MerDueState state;
  } cases[] = {
    { "до 1 декабря 2024 г.", NULL, "2024-12-01", MER_DUE_RUNNING },
    { "до 1 декабря 2024 г.", NULL, "2024-12-02", MER_DUE_OVERDUE },
    { "до 1 декабря 2024 г.", "2024-12-05", "2024-12-06", MER_DUE_DONE },
    { "до 1 февраля 2025 г.", NULL, "2024-12-03", MER_DUE_PLANNED },
    { "март", NULL, "2024-02-29", MER_DUE_PLANNED }, /* of the cycle's year */
    { "март", NULL, "2024-03-01", MER_DUE_RUNNING },
    { "март", NULL, "2024-04-01", MER_DUE_OVERDUE },
    { "постоянно", NULL, "2024-12-03", MER_DUE_RUNNING },
    { "ежеквартально", "2024-10-10", "2024-12-03", MER_DUE_DONE },
    { "ежеквартально", "2024-07-10", "2024-12-03", MER_DUE_RUNNING },
    { "ежеквартально", "2024-07-10", "2025-01-09", MER_DUE_OVERDUE },
    { "по отдельному плану", NULL, "2024-12-03", MER_DUE_OPEN },
    { "после получения рекомендаций", NULL, "2024-12-03", MER_DUE_OPEN },
    { "когда-нибудь", NULL, "2024-12-03", MER_DUE_OPEN },
    { NULL, NULL, "2024-12-03", MER_DUE_OPEN },
    { NULL, "2024-12-01", "2024-12-03", MER_DUE_DONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MerDueContext context = context_of (cases[i].today);
      g_autoptr (MerPublication) record = mer_record_new (&mer_record_publication, 1);

      record->deadline = g_strdup (cases[i].deadline);
      record->done_on = g_strdup (cases[i].done);
      g_test_message ("%s, %s", cases[i].deadline, cases[i].today);
      g_assert_cmpint (mer_publication_state (&context, record), ==, cases[i].state);
    }
}

static void
test_event (void)
{
  MerDueContext context = context_of ("2024-12-03");
  g_autoptr (MerEvent) record = mer_record_new (&mer_record_event, 1);

  record->deadline = g_strdup ("ноябрь 2024 г.");
  g_assert_cmpint (mer_event_state (&context, record), ==, MER_DUE_OVERDUE);
  record->held = g_strdup ("2024-11-21");
  g_assert_cmpint (mer_event_state (&context, record), ==, MER_DUE_DONE);
}

static MerDay
day_of (const char *kind,
        gint64      id,
        int         year,
        gpointer    data)
{
  g_assert_cmpstr (kind, ==, "meeting");
  g_assert_cmpint (id, ==, 7);
  return mer_day_from_iso (data);
}

/* Ten working days after a meeting on a Thursday end on the Thursday a fortnight later. */
static void
test_after_event (void)
{
  MerDueContext context = context_of ("2024-03-21");
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (mer_record_free);
  g_autoptr (MerPublication) record = mer_record_new (&mer_record_publication, 1);
  MerLink *link = mer_record_new (&mer_record_link, 1);
  char     held[] = "2024-03-07";
  g_autoptr (MerPeriod) period = NULL;
  int days = 0;

  record->record.id = 5;
  record->deadline = g_strdup ("в течение 10 рабочих дней после заседания");
  link->role = MER_LINK_DEADLINE;
  link->from_kind = g_strdup ("publication");
  link->from_id = 5;
  link->to_kind = g_strdup ("meeting");
  link->to_id = 7;
  g_ptr_array_add (links, link);
  g_assert_cmpint (mer_publication_state (&context, record), ==, MER_DUE_OPEN);
  context.links = links;
  context.day_of = day_of;
  context.data = held;
  /* 8 March is a day off */
  period = mer_due_period (&context, record, record->deadline);
  g_assert_true (mer_due_days_left (&context, period, NULL, &days));
  g_assert_cmpint (days, ==, 1);
  g_assert_cmpint (mer_publication_state (&context, record), ==, MER_DUE_RUNNING);
  context.today = mer_day_from_iso ("2024-03-23");
  g_assert_cmpint (mer_publication_state (&context, record), ==, MER_DUE_OVERDUE);
}

/* Days off count whether the term runs from an event or from a date. */
static void
test_from_date (void)
{
  MerDueContext context = context_of ("2024-12-05");
  g_autoptr (MerCalendar) calendar = mer_calendar_from_text ("2024-12-02 holiday", NULL);
  g_autoptr (MerPublication) record = mer_record_new (&mer_record_publication, 1);

  record->deadline = g_strdup ("в течение 3 рабочих дней с 29 ноября 2024 г.");
  g_assert_cmpint (mer_publication_state (&context, record), ==, MER_DUE_OVERDUE);
  context.calendar = calendar;
  g_assert_cmpint (mer_publication_state (&context, record), ==, MER_DUE_RUNNING);
}

/* What is only planned is planned in the cycle's year where no other is named. */
static void
test_planned_year (void)
{
  g_autoptr (MerRecordSet) records = mer_record_set_new ();
  GPtrArray *events = g_ptr_array_new_with_free_func (mer_record_free);
  MerEvent  *event = mer_record_new (&mer_record_event, 1);

  event->record.id = 7;
  event->deadline = g_strdup ("октябрь");
  g_ptr_array_add (events, event);
  mer_record_set_take (records, &mer_record_event, events);
  g_assert_cmpint (mer_records_day_of (records, "event", 7, 2024), ==,
                   mer_day_from_iso ("2024-10-31"));
  g_assert_cmpint (mer_records_day_of (records, "event", 7, 0), ==, MER_DAY_NONE);
  event->held = g_strdup ("2024-11-05");
  g_assert_cmpint (mer_records_day_of (records, "event", 7, 2024), ==,
                   mer_day_from_iso ("2024-11-05"));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/due/publication", test_publication);
  g_test_add_func ("/due/event", test_event);
  g_test_add_func ("/due/after-event", test_after_event);
  g_test_add_func ("/due/from-date", test_from_date);
  g_test_add_func ("/due/planned-year", test_planned_year);
  return g_test_run ();
}
