/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days and working days. The calendar of May 2021 serves as the example: 1–10 May were free by
 * decree, 20 February was worked instead of the 22nd. */

#include "config.h"

#include "core/mer-calendar.h"

static void
test_days (void)
{
  static const struct
  {
    const char *iso;
    const char *text;
  } cases[] = {
    { "2021-03-01", "01.03.2021" },
    { "2020-02-29", "29.02.2020" },
    { "1990-01-01", "01.01.1990" },
    { "2100-12-31", "31.12.2100" },
  };
  static const char *const wrong[] = { "", "2021-02-29", "2021-13-01", "2021-00-10", "2021-3-1",
                                       "2021-03-01 ", " 2021-03-01", "01.03.2021", "2021/03/01",
                                       "0000-01-01", "9999-12-31", "2021-03-0a" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MerDay           day = mer_day_from_iso (cases[i].iso);
      g_autofree char *iso = mer_day_to_iso (day);
      g_autofree char *text = mer_day_to_text (day);

      g_assert_cmpstr (iso, ==, cases[i].iso);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (mer_day_from_iso (wrong[i]), ==, MER_DAY_NONE);
  g_assert_cmpint (mer_day_from_iso (NULL), ==, MER_DAY_NONE);
  g_assert_cmpint (mer_day_new (2021, 3, 2) - mer_day_new (2021, 2, 28), ==, 2);
}

static void
test_no_day (void)
{
  g_autofree char *iso = mer_day_to_iso (MER_DAY_NONE);
  g_autofree char *text = mer_day_to_text (-5);
  int              year = 1;

  g_assert_cmpstr (iso, ==, "");
  g_assert_cmpstr (text, ==, "");
  g_assert_false (mer_day_split (MER_DAY_NONE, &year, NULL, NULL));
  g_assert_cmpint (year, ==, 0);
  g_assert_cmpint (mer_day_add_months (MER_DAY_NONE, 1), ==, MER_DAY_NONE);
  g_assert_false (mer_calendar_is_working (NULL, MER_DAY_NONE));
}

static void
test_months (void)
{
  static const struct
  {
    const char *day;
    int         months;
    const char *then;
  } cases[] = {
    { "2021-01-31", 1, "2021-02-28" },
    { "2020-01-31", 1, "2020-02-29" },
    { "2021-03-31", -1, "2021-02-28" },
    { "2021-12-15", 1, "2022-01-15" },
    { "2021-01-15", -1, "2020-12-15" },
    { "2020-02-29", 12, "2021-02-28" },
    { "2021-05-10", 0, "2021-05-10" },
    { "2199-12-01", 1, "" },
    { "2021-05-10", 2000000000, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MerDay           then = mer_day_add_months (mer_day_from_iso (cases[i].day), cases[i].months);
      g_autofree char *iso = mer_day_to_iso (then);

      g_assert_cmpstr (iso, ==, cases[i].then);
    }
}

static void
test_rule (void)
{
  static const struct
  {
    const char *day;
    gboolean    working;
  } cases[] = {
    { "2021-01-08", FALSE }, /* a Friday, but a holiday */
    { "2021-01-11", TRUE },
    { "2021-02-20", FALSE },
    { "2021-02-23", FALSE },
    { "2021-03-08", FALSE },
    { "2021-04-30", TRUE },
    { "2021-05-01", FALSE },
    { "2021-05-03", TRUE },
    { "2024-05-09", FALSE },
    { "2024-06-12", FALSE },
    { "2021-11-04", FALSE },
    { "2021-11-05", TRUE },
    { "2021-12-31", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].day);
      g_assert_cmpint (mer_calendar_is_working (NULL, mer_day_from_iso (cases[i].day)), ==,
                       cases[i].working);
    }
}

static MerCalendar *
calendar_of_2021 (void)
{
  return mer_calendar_from_text ("2021-05-10 holiday\n"
                                 "# by decree\n"
                                 "2021-02-20 working\n"
                                 "\n"
                                 "2021-02-22 holiday # moved\n"
                                 "2021-05-03 holiday\r\n"
                                 "2021-05-04 holiday\n"
                                 "2021-05-05  holiday\n"
                                 "2021-05-06 holiday\n"
                                 "2021-05-07 holiday",
                                 NULL);
}

static void
test_marks (void)
{
  g_autoptr (MerCalendar) calendar = calendar_of_2021 ();
  g_autoptr (MerCalendar) copy = NULL;
  g_autoptr (MerCalendar) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again_text = NULL;

  g_assert_nonnull (calendar);
  g_assert_true (mer_calendar_is_working (calendar, mer_day_new (2021, 2, 20)));
  g_assert_false (mer_calendar_is_working (calendar, mer_day_new (2021, 2, 22)));
  g_assert_false (mer_calendar_is_working (calendar, mer_day_new (2021, 5, 3)));
  g_assert_cmpuint (mer_calendar_get_n_marks (calendar), ==, 8);
  g_assert_cmpint (mer_calendar_get_mark (calendar, 0).day, ==, mer_day_new (2021, 2, 20));
  g_assert_cmpint (mer_calendar_get_mark (calendar, 7).day, ==, mer_day_new (2021, 5, 10));
  copy = mer_calendar_copy (calendar);
  mer_calendar_mark (copy, mer_day_new (2021, 5, 3), MER_CALENDAR_USUAL);
  mer_calendar_mark (copy, mer_day_new (2021, 5, 4), MER_CALENDAR_WORKING);
  mer_calendar_mark (copy, MER_DAY_NONE, MER_CALENDAR_HOLIDAY);
  g_assert_true (mer_calendar_is_working (copy, mer_day_new (2021, 5, 3)));
  g_assert_cmpuint (mer_calendar_get_n_marks (copy), ==, 7);
  g_assert_cmpuint (mer_calendar_get_n_marks (calendar), ==, 8);
  text = mer_calendar_to_text (copy);
  again = mer_calendar_from_text (text, NULL);
  again_text = mer_calendar_to_text (again);
  g_assert_cmpstr (text, ==, again_text);
  g_assert_true (g_str_has_prefix (text, "2021-02-20 working\n2021-02-22 holiday\n"));
}

static void
test_bad_text (void)
{
  static const struct
  {
    const char *text;
    guint       line;
  } cases[] = {
    { "2021-02-30 holiday", 1 },
    { "2021-05-03 holiday\n2021-05-04", 2 },
    { "\n\n2021-05-03\tholiday", 3 },
    { "2021-05-03 праздник", 1 },
    { "holiday", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint line = 0;

      g_assert_null (mer_calendar_from_text (cases[i].text, &line));
      g_assert_cmpuint (line, ==, cases[i].line);
    }
}

static void
test_counting (void)
{
  g_autoptr (MerCalendar) calendar = calendar_of_2021 ();
  MerDay first = mer_day_new (2021, 5, 1);
  MerDay last = mer_day_new (2021, 5, 31);
  static const struct
  {
    const char *day;
    int         n;
    const char *plain; /* by the rule alone */
    const char *marked;
  } cases[] = {
    /* Friday 30 April: 3–7 May are worked by the rule, but not in the calendar of that year */
    { "2021-04-30", 1, "2021-05-03", "2021-05-11" },
    { "2021-04-30", 6, "2021-05-10", "2021-05-18" },
    { "2021-05-11", -1, "2021-05-10", "2021-04-30" },
    { "2021-02-19", 1, "2021-02-22", "2021-02-20" },
    { "2021-02-19", 2, "2021-02-24", "2021-02-24" },
    { "2020-12-31", 1, "2021-01-11", "2021-01-11" },
    { "2021-03-05", 0, "2021-03-05", "2021-03-05" },
    { "2199-12-31", 1, "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MerDay           day = mer_day_from_iso (cases[i].day);
      g_autofree char *plain = mer_day_to_iso (mer_calendar_add_working (NULL, day, cases[i].n));
      MerDay           other = mer_calendar_add_working (calendar, day, cases[i].n);
      g_autofree char *marked = mer_day_to_iso (other);

      g_test_message ("%s %+d", cases[i].day, cases[i].n);
      g_assert_cmpstr (plain, ==, cases[i].plain);
      g_assert_cmpstr (marked, ==, cases[i].marked);
    }
  /* May 2021 has 21 weekdays, and the 9th is a Sunday */
  g_assert_cmpuint (mer_calendar_count_working (NULL, first, last), ==, 21);
  g_assert_cmpuint (mer_calendar_count_working (calendar, first, last), ==, 15);
  g_assert_cmpuint (mer_calendar_count_working (calendar, last, first), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/calendar/days", test_days);
  g_test_add_func ("/core/calendar/no-day", test_no_day);
  g_test_add_func ("/core/calendar/months", test_months);
  g_test_add_func ("/core/calendar/rule", test_rule);
  g_test_add_func ("/core/calendar/marks", test_marks);
  g_test_add_func ("/core/calendar/bad-text", test_bad_text);
  g_test_add_func ("/core/calendar/counting", test_counting);
  return g_test_run ();
}
