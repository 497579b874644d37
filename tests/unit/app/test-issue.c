/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Issuing: which number, of which year, of what, and where it is printed. */

#include "config.h"

#include <string.h>

#include "app/mer-issue.h"
#include "cycle/mer-council.h"
#include "cycle/mer-operator.h"
#include "plans-fixture.h"
#include "store/mer-issued-store.h"
#include "store/mer-record-store.h"

static MerIssued *
new_one (Fixture    *self,
         const char *report,
         gint64      record_id)
{
  g_autoptr (GError) error = NULL;
  MerIssued *issued = mer_issue_new (self->doc, 0, report, record_id, &error);

  g_assert_no_error (error);
  return issued;
}

static void
set_text (char      **text,
          const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

/* (transfer full): the file, as html. */
static char *
issue (Fixture   *self,
       MerIssued *issued)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  set_text (&issued->format, "html");
  begin (self);
  g_assert_true (mer_issue_store (self->doc, issued, &error));
  g_assert_no_error (error);
  commit (self);
  bytes = mer_store_issued_content (self->doc, issued, &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n++;
  return n;
}

/* Each kind has its numbers, from one in every year. */
static void
test_numbers (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MerIssued) issued = new_one (self, "work-plan", 0);
      g_autofree char *page = NULL;

      g_assert_cmpstr (issued->number, ==, i == 0 ? "1" : "2");
      page = issue (self, issued);
      g_assert_cmpuint (count (page, i == 0 ? "№\302\2401 от 3 декабря" : "№\302\2402 от"), ==, 1);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MerIssued) issued = new_one (self, i == 0 ? "work-plan" : "rating", 0);

      set_text (&issued->day, i == 0 ? "2023-12-29" : "2024-12-29");
      g_assert_true (mer_issue_renumber (self->doc, issued, &error));
      g_assert_cmpstr (issued->number, ==, "1");
    }
}

/* The meeting of the demo that approved the list. */
static const MerMeeting *
meeting_of (GPtrArray *meetings)
{
  for (guint i = 0; i < meetings->len; i++)
    if (g_strcmp0 (((const MerMeeting *) meetings->pdata[i])->day, "2024-02-01") == 0)
      return meetings->pdata[i];
  g_assert_not_reached ();
}

static void
test_meeting (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GPtrArray) meetings =
    mer_store_records (self->doc, &mer_record_meeting, self->book->facts.cycle->id, NULL);
  const MerMeeting *meeting = meeting_of (meetings);
  g_autoptr (MerIssued) minutes = new_one (self, "protocol", meeting->record.id);
  g_autoptr (MerIssued) ballot = new_one (self, "ballot", meeting->record.id);
  g_autofree char *number = g_strdup_printf ("№\302\240%s", meeting->number);
  g_autofree char *page = NULL;

  g_assert_cmpstr (minutes->day, ==, "2024-02-01");
  g_assert_cmpstr (minutes->number, ==, meeting->number);
  g_assert_true (mer_issue_is_given (minutes, "day"));
  g_assert_true (mer_issue_is_given (minutes, "number"));
  g_assert_cmpstr (ballot->day, ==, "2024-12-03");
  g_assert_cmpstr (ballot->number, ==, meeting->number);
  g_assert_false (mer_issue_is_given (ballot, "day"));
  g_assert_true (mer_issue_is_given (ballot, "number"));
  page = issue (self, ballot);
  g_assert_cmpuint (count (page, number), ==, count (page, "<h1"));
  g_assert_cmpuint (count (page, "№"), ==, 2 * count (page, "<h1")); /* of the column too */
  g_assert_cmpuint (count (page, "3 декабря"), ==, 0);
}

/* Terms of reference are of the contract that they print. */
static void
test_contract (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (GPtrArray) contracts =
    mer_store_records (self->doc, &mer_record_contract, self->book->facts.cycle->id, NULL);
  g_autoptr (MerIssued) terms = new_one (self, "terms", 0);
  const MerRecord *last = contracts->pdata[contracts->len - 1];

  g_assert_cmpint (terms->source, ==, last->id);
  g_assert_nonnull (strchr (terms->title, ':'));
  g_assert_false (mer_issue_is_given (terms, "number"));
}

/* One issue of all plans: each of them tells its number. */
static void
test_plans (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (MerIssued) plans = new_one (self, "plan", 0);
  g_autofree char *page = NULL;

  set_text (&plans->number, "17");
  page = issue (self, plans);
  g_assert_cmpuint (count (page, "<h1"), >, 1);
  g_assert_cmpuint (count (page, "№\302\24017 от 3 декабря 2024"), ==, count (page, "<h1"));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("MERILO_TODAY", "2024-12-03", TRUE);
  ADD ("/app/issue/numbers", test_numbers);
  ADD ("/app/issue/meeting", test_meeting);
  ADD ("/app/issue/contract", test_contract);
  ADD ("/app/issue/plans", test_plans);
  return g_test_run ();
}
