/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Calendars as text: days, recurrence, what is escaped, and lines folded between letters. */

#include "cycle/mer-icalendar.h"

#include <string.h>

static MerCalendarEntry *
entry (const char   *summary,
       const char   *first,
       const char   *last,
       MerRecurrence recurrence)
{
  MerCalendarEntry *self = g_new0 (MerCalendarEntry, 1);

  self->uid = g_strdup ("work-item-1@merilo");
  self->summary = g_strdup (summary);
  self->first = mer_day_from_iso (first);
  self->last = mer_day_from_iso (last);
  self->recurrence = recurrence;
  return self;
}

static void
test_entry (void)
{
  g_autoptr (GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mer_calendar_entry_free);
  g_autofree char *text = NULL;
  guint            left_out = 0;

  g_ptr_array_add (entries, entry ("Письма; отчёт, план\nи \\ справка", "2024-11-01",
                                   "2024-11-30", MER_RECURRENCE_YEARLY));
  g_ptr_array_add (entries, entry ("Постоянно", "", "", MER_RECURRENCE_NONE));
  ((MerCalendarEntry *) entries->pdata[0])->done = TRUE;
  text = mer_icalendar_write (entries, "План НОКО 2024", "20241203T090000Z", &left_out);
  g_assert_cmpuint (left_out, ==, 1);
  g_assert_cmpstr (text, ==,
                   "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Merilo//Merilo//RU\r\n"
                   "CALSCALE:GREGORIAN\r\nX-WR-CALNAME:План НОКО 2024\r\n"
                   "BEGIN:VEVENT\r\nUID:work-item-1@merilo\r\nDTSTAMP:20241203T090000Z\r\n"
                   "DTSTART;VALUE=DATE:20241101\r\nDTEND;VALUE=DATE:20241201\r\n"
                   "RRULE:FREQ=YEARLY\r\n"
                   "SUMMARY:Письма\\; отчёт\\, план\\nи \\\\ справка\r\n"
                   "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

static void
test_folding (void)
{
  g_autoptr (GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mer_calendar_entry_free);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GString *whole = g_string_new (NULL);

  for (guint i = 0; i < 60; i++)
    g_string_append (whole, "длинное ");
  g_ptr_array_add (entries, entry (whole->str, "2024-11-01", "2024-11-30", MER_RECURRENCE_NONE));
  text = mer_icalendar_write (entries, NULL, "20241203T090000Z", NULL);
  lines = g_strsplit (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strchr (lines[i], '\n'));
    }
  g_string_free (whole, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/icalendar/entry", test_entry);
  g_test_add_func ("/icalendar/folding", test_folding);
  return g_test_run ();
}
