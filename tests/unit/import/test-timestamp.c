/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "import/mer-timestamp.h"

static gint64
at (int year,
    int month,
    int day,
    int hour,
    int minute,
    int second)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (year, month, day, hour, minute, second);

  return g_date_time_to_unix (time);
}

static const struct
{
  const char *text;
  int         when[6];
  gboolean    time;
} cases[] = {
  { "2024-03-05", { 2024, 3, 5, 0, 0, 0 }, FALSE },
  { " 2024-03-05T14:22:10Z ", { 2024, 3, 5, 14, 22, 10 }, TRUE },
  { "2024-03-05 14:22:10.123+03:00", { 2024, 3, 5, 14, 22, 10 }, TRUE },
  { "05.03.2024", { 2024, 3, 5, 0, 0, 0 }, FALSE },
  { "05.03.2024 14:22:10", { 2024, 3, 5, 14, 22, 10 }, TRUE },
  { "05.03.2024 4:22:10", { 2024, 3, 5, 4, 22, 10 }, TRUE },
  { "05.03.2024 00:00:00", { 2024, 3, 5, 0, 0, 0 }, TRUE },
  { "05.03.2024 24:00:00", { 0 }, FALSE },
  { "05.03.2024 4:60:00", { 0 }, FALSE },
  { "31.04.2024 04:22:10", { 0 }, FALSE },
  { "05.03.20x4 04:22:10", { 0 }, FALSE },
  { "05.03.2024 4:2:10 PM", { 0 }, FALSE },
  { "5.3.24 9:07", { 2024, 3, 5, 9, 7, 0 }, TRUE },
  { "05.03.2024, 14:22", { 2024, 3, 5, 14, 22, 0 }, TRUE },
  { "3/5/2024 14:22:10", { 2024, 3, 5, 14, 22, 10 }, TRUE },
  { "3/25/2024 2:22:10 PM", { 2024, 3, 25, 14, 22, 10 }, TRUE },
  { "25/03/2024", { 2024, 3, 25, 0, 0, 0 }, FALSE },
  { "2024/03/05 4:05:06 PM GMT+3", { 2024, 3, 5, 16, 5, 6 }, TRUE },
  { "12:00 AM", { 0 }, FALSE },
  { "5 марта 2024 г., 14:22", { 2024, 3, 5, 14, 22, 0 }, TRUE },
  { "5 марта 2024 г. в 14:22", { 2024, 3, 5, 14, 22, 0 }, TRUE },
  /* Nextcloud Forms, as browsers in Russian write it */
  { "14 октября 2024 г., 10:05:33 MSK", { 2024, 10, 14, 10, 5, 33 }, TRUE },
  { "14 октября 2024 г., 10:05:33 GMT+3", { 2024, 10, 14, 10, 5, 33 }, TRUE },
  { "14 октября 2024 г. в 10:05:33 GMT+3", { 2024, 10, 14, 10, 5, 33 }, TRUE },
  { "14 октября 2024\xc2\xa0г., 10:05:33 МСК", { 2024, 10, 14, 10, 5, 33 }, TRUE },
  { "понедельник, 14 октября 2024 г., 10:05", { 2024, 10, 14, 10, 5, 0 }, TRUE },
  { "Понедельник, 14 Октября 2024 года, 10:05", { 2024, 10, 14, 10, 5, 0 }, TRUE },
  { "пн, 14 окт. 2024 г., 10:05:33", { 2024, 10, 14, 10, 5, 33 }, TRUE },
  { "14 МАЯ 2024", { 2024, 5, 14, 0, 0, 0 }, FALSE },
  { "October 14, 2024 at 10:05:33 AM GMT+3", { 2024, 10, 14, 10, 5, 33 }, TRUE },
  { "October 14, 2024 at 10:05:33\xe2\x80\xaf"
    "PM",
    { 2024, 10, 14, 22, 5, 33 },
    TRUE },
  { "Monday, October 14, 2024 10:05 AM", { 2024, 10, 14, 10, 5, 0 }, TRUE },
  { "Mon Oct 14 2024 10:05:33 GMT+0300 (Москва, стандартное время)",
    { 2024, 10, 14, 10, 5, 33 },
    TRUE },
  { "Mon, 14 Oct 2024 10:05:33 +0300", { 2024, 10, 14, 10, 5, 33 }, TRUE },
  { "14-Oct-2024 10:05", { 2024, 10, 14, 10, 5, 0 }, TRUE },
  /* Yandex, Google, LimeSurvey */
  { "2024-10-14T09:05:33.123456+03:00", { 2024, 10, 14, 9, 5, 33 }, TRUE },
  { "2024-10-14T09:05:33+0300", { 2024, 10, 14, 9, 5, 33 }, TRUE },
  { "14.10.2024 9:05:33", { 2024, 10, 14, 9, 5, 33 }, TRUE },
  { "10/14/2024 9:05:33", { 2024, 10, 14, 9, 5, 33 }, TRUE },
  { "2024-10-14 09:05:33", { 2024, 10, 14, 9, 5, 33 }, TRUE },
  { "1980-01-01 00:00:00", { 1980, 1, 1, 0, 0, 0 }, FALSE },
  { "10:05 14.10.2024", { 2024, 10, 14, 10, 5, 0 }, TRUE },
  { "14.10.2024 10.05.33", { 2024, 10, 14, 10, 5, 33 }, TRUE },
  { "45579,378854", { 2024, 10, 14, 9, 5, 33 }, TRUE },
  { "14 снега 2024", { 0 }, FALSE },
  { "October 2024", { 0 }, FALSE },
  { "вторник", { 0 }, FALSE },
  { "13/14/2024 13:00 PM", { 0 }, FALSE },
  { "10/14/2024 13:00 PM", { 0 }, FALSE },
  { "14.10.2024 10:05 вечера", { 0 }, FALSE },
  { "31 мая 2024", { 2024, 5, 31, 0, 0, 0 }, FALSE },
  { "45356", { 2024, 3, 5, 0, 0, 0 }, FALSE },
  { "45356,5", { 2024, 3, 5, 12, 0, 0 }, TRUE },
  { "45356.598726851851", { 2024, 3, 5, 14, 22, 10 }, TRUE },
  { "29.02.2024", { 2024, 2, 29, 0, 0, 0 }, FALSE },
  { "29.02.2023", { 0 }, FALSE },
  { "31.04.2024", { 0 }, FALSE },
  { "05.13.2024", { 0 }, FALSE },
  { "05.03.2024 25:00", { 0 }, FALSE },
  { "05.03.2024 вечером", { 0 }, FALSE },
  { "", { 0 }, FALSE },
  { "   ", { 0 }, FALSE },
  { "12", { 0 }, FALSE },
  { "99999999999999999999", { 0 }, FALSE },
  { "5.3.", { 0 }, FALSE },
  { "да", { 0 }, FALSE },
};

static void
test_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const int *w = cases[i].when;
      gint64     value = -1;
      gboolean   time = FALSE;
      gboolean   ok = mer_timestamp_parse (cases[i].text, strlen (cases[i].text), &value, &time);

      g_test_message ("«%s»", cases[i].text);
      g_assert_cmpint (ok, ==, w[0] != 0);
      if (!ok)
        continue;
      g_assert_cmpint (value, ==, at (w[0], w[1], w[2], w[3], w[4], w[5]));
      g_assert_cmpint (time, ==, cases[i].time);
    }
}

/* The calendar agrees with GLib's for each day of two centuries. */
static void
test_every_day (void)
{
  g_autoptr (GDateTime) day = g_date_time_new_utc (1900, 1, 1, 0, 0, 0);

  while (g_date_time_get_year (day) < 2101)
    {
      g_autofree char *text = g_date_time_format (day, "%d.%m.%Y");
      g_autoptr (GDateTime) next = g_date_time_add_days (day, 1);
      gint64   value;
      gboolean time;

      g_assert_true (mer_timestamp_parse (text, strlen (text), &value, &time));
      g_assert_cmpint (value, ==, g_date_time_to_unix (day));
      g_date_time_unref (day);
      day = g_steal_pointer (&next);
    }
}

/* Every truncation of a cell is read within its bounds. */
static void
test_truncated (void)
{
  static const char *const texts[] = {
    "5 марта 2024 г. в 14:22:10",
    "Понедельник, 14 ОКТЯБРЯ 2024 года, 10:05 МСК",
    "Mon Oct 14 2024 10:05:33 AM GMT+0300 (Москва)",
    "10:05:33.123 14-Oct-2024",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      for (gsize length = 0; length <= strlen (texts[i]); length++)
        {
          g_autofree char *cut = g_memdup2 (texts[i], length);
          gint64           value;
          gboolean         time;

          mer_timestamp_parse (cut != NULL ? cut : "", length, &value, &time);
        }
    }
}

/* 3/5/2024 is the fifth of March, unless the column says that days stand first. */
static void
test_day_first (void)
{
  gint64   time = 0;
  gboolean has_time = FALSE;

  g_assert_true (mer_timestamp_parse ("3/5/2024", 8, &time, &has_time));
  g_assert_cmpint (time, ==, at (2024, 3, 5, 0, 0, 0));
  g_assert_true (mer_timestamp_parse_day_first ("3/5/2024", 8, &time, &has_time));
  g_assert_cmpint (time, ==, at (2024, 5, 3, 0, 0, 0));
  g_assert_true (mer_timestamp_is_day_first ("25/03/2024 10:00", 16));
  g_assert_false (mer_timestamp_is_day_first ("03/25/2024", 10));
  g_assert_false (mer_timestamp_is_day_first ("12/03/2024", 10));
  g_assert_false (mer_timestamp_is_day_first ("25.03.2024", 10));
  g_assert_false (mer_timestamp_is_day_first ("25/03", 5));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timestamp/read", test_read);
  g_test_add_func ("/timestamp/every-day", test_every_day);
  g_test_add_func ("/timestamp/truncated", test_truncated);
  g_test_add_func ("/import/timestamp/day-first", test_day_first);
  return g_test_run ();
}
