/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-period.h"

/* What a phrase is expected to mean, as a line of «merilo-cli period». */
typedef struct
{
  const char *phrase;
  int         year;
  const char *line;
} PeriodCase;

static inline const char *
period_problem_name (MerPeriodProblem problem)
{
  static const char *const names[MER_N_PERIOD_PROBLEMS] = {
    "! none", "! empty", "! not understood", "! no such day", "! backwards", "! too far"
  };

  return names[problem];
}

static inline char *
period_line (const MerPeriod *period)
{
  static const char *const words[] = { "after", "before", "after", "during" };
  static const char *const units[MER_N_TERM_UNITS] = { "", "", " working days", " months" };
  g_autofree char         *first = mer_day_to_iso (mer_period_get_first (period));
  g_autofree char         *last = mer_day_to_iso (mer_period_get_last (period));
  g_autofree char         *recurrence = mer_period_recurrence_to_code (period);
  GString                 *line = g_string_new (NULL);

  if (mer_period_get_kind (period) == MER_PERIOD_UNKNOWN)
    g_string_append (line, period_problem_name (mer_period_get_problem (period)));
  else if (mer_period_get_kind (period) == MER_PERIOD_RANGE)
    g_string_append_printf (line, "%s %s", first, last);
  else if (mer_period_get_kind (period) == MER_PERIOD_AFTER_EVENT)
    g_string_append_printf (line, "%s %d%s%s%s",
                            words[mer_period_get_relation (period)],
                            ABS (mer_period_get_term (period)),
                            units[mer_period_get_term_unit (period)],
                            *mer_period_get_event (period) != '\0' ? " " : "",
                            mer_period_get_event (period));
  else
    g_string_append (line, mer_period_kind_to_code (mer_period_get_kind (period)));
  if (recurrence != NULL)
    g_string_append_printf (line, " %s", recurrence);
  return g_string_free (line, FALSE);
}

/* What is printed of a period is read back as the same. */
static inline void
check_round_trip (const MerPeriod *period)
{
  g_autofree char *text = mer_period_to_text (period);
  g_autoptr (MerPeriod) again = mer_period_parse (text, 0);

  g_test_message ("  is printed “%s”", text);
  if (mer_period_get_kind (period) == MER_PERIOD_UNKNOWN)
    {
      g_assert_cmpstr (text, ==, "");
      return;
    }
  g_assert_true (mer_period_equal (period, again));
  g_assert_cmpint (mer_period_compare (period, again), ==, 0);
}

static inline void
check_period_cases (const PeriodCase *cases,
                    guint             n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MerPeriod) period = mer_period_parse (cases[i].phrase, cases[i].year);
      g_autofree char *line = period_line (period);

      g_test_message ("%s", cases[i].phrase);
      g_assert_cmpstr (line, ==, cases[i].line);
      check_round_trip (period);
    }
}
