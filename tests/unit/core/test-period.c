/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked of a deadline: its parts, when it comes again, whether it is over, how it sorts
 * and prints. */

#include "config.h"

#include <string.h>

#include "period-line.h"

/* "2021-04-01 2021-04-03" of the occurrence after a day, or "none". */
static char *
occurrence (const MerPeriod *period,
            const char      *after)
{
  MerDay           first = MER_DAY_NONE;
  MerDay           last = MER_DAY_NONE;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!mer_period_occurrence (period, mer_day_from_iso (after), &first, &last))
    return g_strdup ("none");
  from = mer_day_to_iso (first);
  to = mer_day_to_iso (last);
  return g_strdup_printf ("%s %s", from, to);
}

static const struct
{
  const char *phrase;
  const char *after;
  const char *days;
} occurrences[] = {
  { "декабрь 2013 г., далее ежегодно", "", "2013-12-01 2013-12-31" },
  { "декабрь 2013 г., далее ежегодно", "2013-12-01", "2014-12-01 2014-12-31" },
  { "декабрь 2013 г., далее ежегодно", "2013-12-31", "2014-12-01 2014-12-31" },
  { "декабрь 2013 г., далее ежегодно", "2030-06-01", "2030-12-01 2030-12-31" },
  { "декабрь 2013 г., далее ежегодно", "2100-12-15", "none" },
  { "февраль 2019 г., далее ежегодно", "2019-12-31", "2020-02-01 2020-02-29" },
  { "29 февраля 2020 г., далее ежегодно", "2020-03-01", "2021-02-28 2021-02-28" },
  { "до 1 марта 2021 г., ежегодно", "2021-03-01", "2022-01-01 2022-03-01" },
  { "ежегодно, 2013–2015 гг.", "2013-05-05", "2014-01-01 2014-12-31" },
  { "ежегодно, 2013–2015 гг.", "2015-01-01", "none" },
  { "2013–2015 гг., ежегодно до 1 марта", "2013-12-31", "2014-01-01 2014-03-01" },
  { "2013–2015 гг., ежегодно до 1 марта", "2015-01-01", "none" },
  { "ежеквартально", "2021-03-31", "2021-04-01 2021-06-30" },
  { "ежеквартально", "2021-10-01", "none" },
  { "ежеквартально до 3 числа", "", "2021-01-01 2021-01-03" },
  { "ежеквартально до 3 числа", "2021-01-03", "2021-04-01 2021-04-03" },
  { "февраль–ноябрь, ежеквартально до 3 числа", "", "2021-04-01 2021-04-03" },
  { "ежемесячно, 31 числа", "2021-01-31", "2021-02-28 2021-02-28" },
  { "ежемесячно с 1 по 5 число", "2021-01-05", "2021-02-01 2021-02-05" },
  { "с 15 марта по 20 мая, ежемесячно", "", "2021-03-15 2021-03-31" },
  { "с 15 марта по 20 мая, ежемесячно", "2021-04-01", "2021-05-01 2021-05-20" },
  { "с 1 ноября 2021 г. ежемесячно", "2022-01-15", "2022-02-01 2022-02-28" },
  { "раз в полугодие", "2021-01-01", "2021-07-01 2021-12-31" },
  { "3 раза в год", "2021-01-01", "2021-05-01 2021-08-31" },
  { "еженедельно", "2021-01-04", "2021-01-11 2021-01-17" },
  { "раз в две недели", "2021-01-04", "2021-01-11 2021-01-24" },
  { "5 раз в год", "", "2021-01-01 2021-03-12" },
  { "5 раз в год", "2021-03-12", "2021-03-13 2021-05-24" },
  { "5 раз в год", "2021-08-10", "2021-10-19 2021-12-31" },
  { "5 раз в год", "2021-12-31", "none" },
  { "2 раза в месяц", "2021-01-01", "2021-01-16 2021-01-31" },
  { "раз в 10 дней, с февраля по март", "2021-02-11", "2021-02-21 2021-02-28" },
  { "6 раз в год", "2021-01-01", "2021-03-01 2021-04-30" },
  { "ежегодно с ноября по февраль", "2021-11-01", "2022-11-01 2023-02-28" },
  { "раз в три года", "2021-12-31", "2024-01-01 2024-12-31" },
  { "март, сентябрь ежегодно", "2021-03-01", "2021-09-01 2021-09-30" },
  { "март, сентябрь ежегодно", "2021-09-01", "2022-03-01 2022-03-31" },
  { "декабрь 2013 г., далее ежегодно до 2016 г.", "2015-12-31", "2016-12-01 2016-12-31" },
  { "декабрь 2013 г., далее ежегодно до 2016 г.", "2016-12-01", "none" },
  { "сентябрь 2013 г.; затем 2013–2015 гг.", "2013-09-01", "2013-10-01 2015-12-31" },
  { "октябрь, март 2021 г.", "", "2021-03-01 2021-03-31" },
  { "2014 г.", "", "2014-01-01 2014-12-31" },
  { "2014 г.", "2014-01-01", "none" },
  { "ежеквартально до 15 числа месяца, следующего за отчётным кварталом", "",
    "2021-04-01 2021-04-15" },
  { "ежеквартально до 15 числа месяца, следующего за отчётным кварталом", "2021-04-15",
    "2021-07-01 2021-07-15" },
  { "ежеквартально до 15 числа месяца, следующего за отчётным кварталом", "2021-10-15",
    "2022-01-01 2022-01-15" },
  { "ежеквартально до 15 числа месяца, следующего за отчётным кварталом", "2022-01-15", "none" },
  { "ежеквартально, до 3 числа месяца, следующего за отчётным", "", "2021-04-01 2021-04-03" },
  { "до 10 числа месяца, следующего за отчётным полугодием", "2021-07-10",
    "2022-01-01 2022-01-10" },
  { "до 5 числа месяца, следующего за отчётным", "", "2021-02-01 2021-02-05" },
  { "до 5 числа месяца, следующего за отчётным", "2021-12-05", "2022-01-01 2022-01-05" },
  { "ежемесячно 5 числа следующего месяца", "", "2021-02-05 2021-02-05" },
  { "до 5 числа текущего месяца", "", "2021-01-01 2021-01-05" },
  { "3 раза в год до 31 числа месяца, следующего за отчётным периодом", "2021-05-31",
    "2021-09-01 2021-09-30" },
  { "с 15 марта по 20 мая, ежемесячно до 5 числа следующего месяца", "",
    "2021-04-01 2021-04-05" },
  { "с 15 марта по 20 мая, ежемесячно до 5 числа следующего месяца", "2021-05-05",
    "2021-06-01 2021-06-05" },
  { "постоянно", "", "none" },
  { "по плану", "", "none" },
  { "до конца месяца", "2021-01-01", "2021-02-01 2021-02-28" },
  { "до конца квартала", "2021-03-31", "2021-04-01 2021-06-30" },
  { "15 числа последнего месяца квартала", "", "2021-03-15 2021-03-15" },
  { "15 числа последнего месяца квартала", "2021-03-15", "2021-06-15 2021-06-15" },
  { "15 числа последнего месяца квартала", "2021-12-15", "none" },
  { "до 15 числа последнего месяца квартала", "2021-03-15", "2021-04-01 2021-06-15" },
  { "5–10 числа второго месяца квартала", "2021-02-05", "2021-05-05 2021-05-10" },
  { "31 числа последнего месяца квартала", "2021-03-31", "2021-06-30 2021-06-30" },
  { "апрель–ноябрь, 15 числа последнего месяца квартала", "2021-09-15", "none" },
  { "20 марта – 31 декабря, 15 числа последнего месяца квартала", "", "2021-06-15 2021-06-15" },
  { "до 25 числа последнего месяца полугодия", "2021-06-25", "2021-07-01 2021-12-25" },
  { "до конца месяца, следующего за отчётным кварталом", "2021-01-31",
    "2021-04-01 2021-04-30" },
};

static void
test_occurrences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (occurrences); i++)
    {
      g_autoptr (MerPeriod) period = mer_period_parse (occurrences[i].phrase, 2021);
      g_autofree char *days = occurrence (period, occurrences[i].after);

      g_test_message ("%s after %s", occurrences[i].phrase, occurrences[i].after);
      g_assert_cmpstr (days, ==, occurrences[i].days);
    }
}

static void
test_next (void)
{
  g_autoptr (MerPeriod) yearly = mer_period_parse ("декабрь 2013 г., далее ежегодно", 0);
  g_autoptr (MerPeriod) once = mer_period_parse ("до 30 ноября 2016 г.", 0);
  MerDay first = MER_DAY_NONE;

  /* what is under way counts, unlike with mer_period_occurrence() */
  g_assert_true (mer_period_next (yearly, mer_day_new (2015, 12, 31), &first, NULL));
  g_assert_cmpint (first, ==, mer_day_new (2015, 12, 1));
  g_assert_true (mer_period_next (once, mer_day_new (2016, 11, 30), NULL, NULL));
  g_assert_false (mer_period_next (once, mer_day_new (2016, 12, 1), NULL, NULL));
}

static void
test_overdue (void)
{
  static const struct
  {
    const char *phrase;
    const char *today;
    const char *done;
    gboolean    overdue;
  } cases[] = {
    { "до 30 ноября 2016 г.", "2016-11-30", "", FALSE },
    { "до 30 ноября 2016 г.", "2016-12-01", "", TRUE },
    { "до 30 ноября 2016 г.", "2016-12-01", "2016-11-30", FALSE },
    { "декабрь 2013 г., далее ежегодно", "2014-12-15", "2013-12-31", FALSE },
    { "декабрь 2013 г., далее ежегодно", "2015-01-01", "2013-12-31", TRUE },
    { "ежеквартально до 3 числа", "2021-04-04", "2021-01-03", TRUE },
    { "ежеквартально до 3 числа", "2021-04-03", "2021-01-03", FALSE },
    { "постоянно", "2100-01-01", "", FALSE },
    { "согласно графику", "2100-01-01", "", FALSE },
    { "с 1 сентября 2020 г.", "2030-01-01", "", FALSE },
    { "не позднее 10 дней после получения рекомендаций", "2100-01-01", "", FALSE },
    { "чепуха", "2100-01-01", "", FALSE },
    { "март 2021 г.; сентябрь 2021 г.", "2021-04-01", "", TRUE },
    { "март 2021 г.; сентябрь 2021 г.", "2021-04-01", "2021-03-31", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MerPeriod) period = mer_period_parse (cases[i].phrase, 2021);

      g_test_message ("%s on %s", cases[i].phrase, cases[i].today);
      g_assert_cmpint (mer_period_is_overdue (period, mer_day_from_iso (cases[i].today),
                                              mer_day_from_iso (cases[i].done)),
                       ==, cases[i].overdue);
    }
}

static void
test_resolve (void)
{
  g_autoptr (MerCalendar) calendar = mer_calendar_from_text ("2021-03-09 holiday", NULL);
  static const struct
  {
    const char *phrase;
    const char *event;
    const char *line;
  } cases[] = {
    { "не позднее 10 дней после получения рекомендаций", "2021-03-01", "2021-03-01 2021-03-11" },
    /* 5 March is a Friday, 8 March a holiday, 9 March marked as one */
    { "в течение 2 рабочих дней после заседания", "2021-03-05", "2021-03-05 2021-03-11" },
    { "в месячный срок со дня получения", "2021-01-31", "2021-01-31 2021-02-28" },
    { "за 3 дня до заседания", "2021-03-05", "2021-01-01 2021-03-02" },
    { "за 3 рабочих дня до заседания", "2021-03-10", "2021-01-01 2021-03-03" },
    { "после заседания", "2021-03-10", "2021-03-10 2021-12-31" },
    { "до заседания", "2021-03-10", "2021-01-01 2021-03-10" },
    { "накануне заседания", "2021-03-10", "2021-01-01 2021-03-09" },
    { "в день заседания", "2021-03-10", "2021-03-10 2021-03-10" },
    { "в ходе оценки", "2021-03-10", "2021-03-10 2021-03-10" },
    { "до заседания", "", "before 0 заседания" },
    { "не позднее 10 дней после заседания", "", "after 10 заседания" },
    { "не позднее 10 дней после заседания", "2100-12-30", "! too far" },
    { "март 2021 г.", "2021-03-10", "2021-03-01 2021-03-31" },
    /* days off that the document knows */
    { "5 рабочих дней с 3 марта 2021 г.", "", "2021-03-03 2021-03-12" },
    { "5 рабочих дней с 3 марта", "2021-01-10", "2021-03-03 2021-03-12" },
    { "за 3 рабочих дня до 10 марта 2021 г.", "", "2021-01-01 2021-03-03" },
    { "в течение 10 дней с 3 марта 2021 г.", "", "2021-03-03 2021-03-13" },
    { "5 рабочих дней с 27 декабря 2100 г.", "", "! too far" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MerPeriod) period = mer_period_parse (cases[i].phrase, 2021);
      MerDay event = mer_day_from_iso (cases[i].event);
      g_autoptr (MerPeriod) resolved = mer_period_resolve (period, event, calendar);
      g_autofree char *line = period_line (resolved);

      g_test_message ("%s, %s", cases[i].phrase, cases[i].event);
      g_assert_cmpstr (line, ==, cases[i].line);
      check_round_trip (resolved);
    }
}

static void
test_order (void)
{
  static const char *const sorted[] = {
    "до 10 декабря 2015 г.",
    "до 30 сентября 2016 г.",
    "октябрь 2016 г.",
    "до 5 декабря 2016 г.",
    "в течение 2016 года",
    "ноябрь–декабрь 2016 г.",
    "2013–2017 гг.",
    "постоянно",
    "согласно графику",
    "не позднее 10 дней после получения рекомендаций",
    "в месячный срок со дня получения",
    "до 5 декабря",
    "чепуха",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (sorted); j++)
        {
          g_autoptr (MerPeriod) a = mer_period_parse (sorted[i], 0);
          g_autoptr (MerPeriod) b = mer_period_parse (sorted[j], 0);
          int order = mer_period_compare (a, b);

          g_test_message ("%s | %s", sorted[i], sorted[j]);
          g_assert_cmpint (order < 0, ==, i < j);
          g_assert_cmpint (order > 0, ==, i > j);
          g_assert_cmpint (mer_period_equal (a, b), ==, i == j);
        }
    }
}

static void
test_texts (void)
{
  static const struct
  {
    const char *phrase;
    const char *text;       /* with blanks for U+00A0 */
    const char *understood; /* in English */
  } cases[] = {
    { "Август - Сентябрь 2013г", "август–сентябрь 2013 г.", "01.08.2013–30.09.2013" },
    { "не позднее 30.11.16", "до 30 ноября 2016 г.", "until 30.11.2016" },
    { "30.11.2016", "30 ноября 2016 г.", "30.11.2016" },
    { "2-4 квартал 2021", "II–IV кварталы 2021 г.", "01.04.2021–31.12.2021" },
    { "с 1.03.21 по 15.03.21", "с 1 по 15 марта 2021 г.", "01.03.2021–15.03.2021" },
    { "декабрь 2013, далее - ежегодно", "декабрь 2013 г., далее ежегодно",
      "01.12.2013–31.12.2013, yearly" },
    { "ежеквартально к 3 числу", "2021 г., ежеквартально до 3 числа",
      "01.01.2021–31.12.2021, quarterly by day 3 of the month" },
    { "ежемесячно 25 числа", "2021 г., ежемесячно 25 числа",
      "01.01.2021–31.12.2021, monthly on day 25 of the month" },
    { "с 01.09.2020", "с 1 сентября 2020 г.", "from 01.09.2020 on" },
    { "с 01.09.2020 постоянно", "с 1 сентября 2020 г., постоянно",
      "continuously, from 01.09.2020 on" },
    { "регулярно", "постоянно", "continuously" },
    { "согласно плану", "по отдельному плану", "as another plan or schedule sets" },
    { "через 10 раб. дней после заседания", "не позднее 10 рабочих дней после заседания",
      "10 working days after the event: заседания" },
    { "за месяц до заседания", "за 1 месяц до заседания", "1 month before the event: заседания" },
    { "в трёхдневный срок", "в течение 3 дней", "3 days after an event that is not named" },
    { "март; сентябрь 2021", "март 2021 г.; сентябрь 2021 г.",
      "01.03.2021–31.03.2021; 01.09.2021–30.09.2021" },
    { "ноябрь 2016 – февраль 2017", "ноябрь 2016 г. – февраль 2017 г.",
      "01.11.2016–28.02.2017" },
    { "31 февраля", "", "There is no such day, month or quarter." },
    { "к заседанию совета", "к заседанию совета", "before the event: заседанию совета" },
    { "одновременно с публикацией", "одновременно с публикацией",
      "on the day of the event: публикацией" },
    { "во время анкетирования", "во время анкетирования", "while it goes on: анкетирования" },
    { "пять раз в год", "2021 г., 5 раз в год", "01.01.2021–31.12.2021, 5 times a year" },
    { "22 раза в год", "2021 г., 22 раза в год", "01.01.2021–31.12.2021, 22 times a year" },
    { "сентябь–октябрь 2021", "сентябрь–октябрь 2021 г.", "01.09.2021–31.10.2021" },
    { "1 рабочий день с 1 марта", "не позднее 1 рабочего дня с 1 марта 2021 г.",
      "01.03.2021–02.03.2021" },
    { "за 2 рабочих дня до 1.03.2021", "за 2 рабочих дня до 1 марта 2021 г.",
      "until 25.02.2021" },
    { "за 2 дня до 1 марта", "до 27 февраля 2021 г.", "until 27.02.2021" },
    { "до лета", "до 1 июня 2021 г.", "until 01.06.2021" },
    { "до II полугодия 2020/21 учебного года", "до 1 января 2021 г.", "until 01.01.2021" },
    { "до начала I полугодия 2020/21 учебного года", "до 1 сентября 2020 г.",
      "until 01.09.2020" },
    { "до 15 числа месяца, следующего за отчётным кварталом",
      "2021 г., ежеквартально до 15 числа месяца, следующего за отчётным кварталом",
      "01.01.2021–31.12.2021, quarterly by day 15 of the month that follows" },
    { "ежемесячно с 1 по 5 число следующего месяца",
      "2021 г., ежемесячно 1–5 числа месяца, следующего за отчётным месяцем",
      "01.01.2021–31.12.2021, monthly on days 1–5 of the month that follows" },
    { "раз в полугодие 3 числа месяца, следующего за отчётным",
      "2021 г., раз в полугодие 3 числа месяца, следующего за отчётным полугодием",
      "01.01.2021–31.12.2021, twice a year on day 3 of the month that follows" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MerPeriod) period = mer_period_parse (cases[i].phrase, 2021);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *printed = mer_period_to_text (period);
      g_autofree char *understood = mer_period_understood (period, MER_LANGUAGE_EN);

      g_string_assign (text, printed);
      g_string_replace (text, "\302\240", " ", 0);
      g_assert_cmpstr (text->str, ==, cases[i].text);
      g_assert_cmpstr (understood, ==, cases[i].understood);
    }
}

/* Without any year the months are known, but no days. */
static void
test_without_year (void)
{
  static const struct
  {
    const char *phrase;
    const char *text;
  } cases[] = {
    { "Февраль – апрель", "февраль–апрель" },
    { "до 5 декабря", "до 5 декабря" },
    { "29 февраля", "29 февраля" },
    { "II квартал", "II квартал" },
    { "в течение года", "в течение года" },
    { "до 20 января следующего года", "до 20 января следующего года" },
    { "ежегодно до 1 марта", "до 1 марта, далее ежегодно" },
    { "с ноября по февраль", "ноябрь–февраль" },
    { "с 20 декабря по 15 января", "с 20 декабря по 15 января" },
    { "сентябрь–май учебного года", "сентябрь–май учебного года" },
    { "в течение 10 дней с 1 марта", "не позднее 10 дней с 1 марта" },
    { "5 рабочих дней с 1 марта", "не позднее 5 рабочих дней с 1 марта" },
    { "за месяц до 1 сентября", "за 1 месяц до 1 сентября" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MerPeriod) period = mer_period_parse (cases[i].phrase, 0);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *printed = mer_period_to_text (period);

      g_test_message ("%s", cases[i].phrase);
      g_assert_cmpint (mer_period_get_kind (period), ==, MER_PERIOD_RANGE);
      g_assert_true (mer_period_needs_year (period));
      g_assert_cmpint (mer_period_get_first (period), ==, MER_DAY_NONE);
      g_assert_cmpint (mer_period_get_last (period), ==, MER_DAY_NONE);
      g_assert_false (mer_period_occurrence (period, MER_DAY_NONE, NULL, NULL));
      g_assert_false (mer_period_is_overdue (period, mer_day_new (2099, 1, 1), MER_DAY_NONE));
      check_round_trip (period);
      g_string_assign (text, printed);
      g_string_replace (text, "\302\240", " ", 0);
      g_assert_cmpstr (text->str, ==, cases[i].text);
    }
}

static void
test_flags (void)
{
  g_autoptr (MerPeriod) until = mer_period_parse ("до 1 марта", 2021);
  g_autoptr (MerPeriod) since = mer_period_parse ("с 1 марта 2021 г.", 0);
  g_autoptr (MerPeriod) parts = mer_period_parse ("сентябрь 2013 г.; затем 2013–2015 гг.", 0);
  g_autoptr (MerPeriod) monthly = mer_period_parse ("ежемесячно до 5 числа", 2021);
  g_autoptr (MerPeriod) quarterly =
    mer_period_parse ("15 числа последнего месяца квартала", 2021);
  g_autoptr (MerPeriod) none = mer_period_parse (NULL, 2021);
  g_autoptr (MerPeriod) odd_year = mer_period_parse ("март", -7);
  g_autoptr (MerPeriod) bytes = mer_period_parse ("до \xff\xfe", 2021);
  g_autofree char *problem = mer_period_describe_problem (bytes, "до \xff", MER_LANGUAGE_EN);

  g_assert_true (mer_period_is_until (until));
  g_assert_true (mer_period_has_default_year (until));
  g_assert_true (mer_period_is_since (since));
  g_assert_false (mer_period_has_default_year (since));
  g_assert_cmpuint (mer_period_get_n_parts (parts), ==, 2);
  g_assert_cmpint (mer_period_get_last (mer_period_get_part (parts, 0)), ==,
                   mer_day_new (2013, 9, 30));
  g_assert_cmpint (mer_period_get_first (mer_period_get_part (parts, 1)), ==,
                   mer_day_new (2013, 10, 1));
  g_assert_true (mer_period_get_part (until, 0) == until);
  g_assert_cmpint (mer_period_get_day_of_month (monthly), ==, 5);
  g_assert_cmpint (mer_period_get_month_of_slice (monthly), ==, 0);
  g_assert_cmpint (mer_period_get_day_of_month (quarterly), ==, 15);
  g_assert_cmpint (mer_period_get_month_of_slice (quarterly), ==, 3);
  g_assert_null (mer_period_get_event (monthly));
  g_assert_cmpint (mer_period_get_problem (none), ==, MER_PERIOD_PROBLEM_EMPTY);
  g_assert_true (mer_period_needs_year (odd_year));
  g_assert_cmpint (mer_period_get_problem (bytes), ==, MER_PERIOD_PROBLEM_NOT_UNDERSTOOD);
  g_assert_true (g_utf8_validate (problem, -1, NULL));
}

static void
test_new_range (void)
{
  MerDay day = mer_day_new (2021, 3, 1);
  g_autoptr (MerPeriod) one = mer_period_new_range (day, day);
  g_autoptr (MerPeriod) two = mer_period_new_range (day, day + 40);
  g_autoptr (MerPeriod) back = mer_period_new_range (day, day - 1);
  g_autoptr (MerPeriod) far = mer_period_new_range (day, mer_day_new (2101, 1, 1));
  g_autoptr (MerPeriod) none = mer_period_new_range (MER_DAY_NONE, MER_DAY_NONE);

  check_round_trip (one);
  check_round_trip (two);
  g_assert_cmpint (mer_period_get_last (two), ==, mer_day_new (2021, 4, 10));
  g_assert_cmpint (mer_period_get_problem (back), ==, MER_PERIOD_PROBLEM_BACKWARDS);
  g_assert_cmpint (mer_period_get_problem (far), ==, MER_PERIOD_PROBLEM_YEAR_TOO_FAR);
  g_assert_cmpint (mer_period_get_kind (none), ==, MER_PERIOD_UNKNOWN);
}

static void
test_defects (void)
{
  static const struct
  {
    const char *phrase;
    guint       n;
    const char *mended;
  } cases[] = {
    { "Непозднее 5 декабря", 1, "Не позднее 5 декабря" },
    { "2013-2015 г.г.", 1, "2013-2015 гг." },
    { "2013–2015 г. г.", 1, "2013–2015 гг." },
    { "2013 г..", 1, "2013 г." },
    { "до до  1 марта 2021 г..", 3, "до 1 марта 2021 г." },
    { "март,, сентябрь", 1, "март, сентябрь" },
    { "В течении года", 1, "В течение года" },
    { "В ТЕЧЕНИИ ГОДА", 1, "В ТЕЧЕНИЕ ГОДА" },
    { "cентябрь 2013 г.", 1, "сентябрь 2013 г." },
    { "ІІІ квартал", 1, "III квартал" },
    { "Ш квартал", 1, "III квартал" },
    { "постоянно постоянно постоянно", 2, "постоянно постоянно" },
    { "август–сентябрь 2013 г.", 0, "август–сентябрь 2013 г." },
    { "III квартал 2013 г.", 0, "III квартал 2013 г." },
    { "Сентбрь 2013 г.", 1, "Сентябрь 2013 г." },
    { "до 1 марат 2013 г.", 1, "до 1 марта 2013 г." },
    { "до коца марта 2024 г.", 1, "до конца марта 2024 г." },
    { "до начла марта 2024 г.", 1, "до начала марта 2024 г." },
    { "к концу года", 0, "к концу года" },
    /* the guess is told whichever way the phrase is read then */
    { "до заседания совета, ежегондо", 1, "до заседания совета, ежегодно" },
    { "до заседания графиков", 0, "до заседания графиков" },
    { "в марте 2013 г.", 0, "в марте 2013 г." },
    { "до ежегодного заседания", 0, "до ежегодного заседания" },
    { "декабрь 2013 г., далее ежегодно", 0, "декабрь 2013 г., далее ежегодно" },
    { "не позднее 10 дней после получения рекомендаций", 0,
      "не позднее 10 дней после получения рекомендаций" },
    { "март...", 0, "март..." },
    { "", 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) defects = mer_period_defects (cases[i].phrase);
      g_autofree char *mended = mer_period_mend (cases[i].phrase);

      g_test_message ("%s", cases[i].phrase);
      g_assert_cmpuint (defects->len, ==, cases[i].n);
      g_assert_cmpstr (mended, ==, cases[i].mended);
      for (guint j = 0; j < defects->len; j++)
        {
          const MerPeriodDefect *defect = g_ptr_array_index (defects, j);
          g_autofree char       *text = mer_period_defect_to_text (defect, MER_LANGUAGE_EN);

          g_assert_cmpuint (strlen (text), >, 10);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/period/occurrences", test_occurrences);
  g_test_add_func ("/core/period/next", test_next);
  g_test_add_func ("/core/period/overdue", test_overdue);
  g_test_add_func ("/core/period/resolve", test_resolve);
  g_test_add_func ("/core/period/order", test_order);
  g_test_add_func ("/core/period/texts", test_texts);
  g_test_add_func ("/core/period/without-year", test_without_year);
  g_test_add_func ("/core/period/flags", test_flags);
  g_test_add_func ("/core/period/new-range", test_new_range);
  g_test_add_func ("/core/period/defects", test_defects);
  return g_test_run ();
}
