/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The edition of 2014 on its 160 points: the worked example, a published table of 2015, and the
 * best there is. */

#include "measures-case.h"

#include "methodology/mer-methodology-xml.h"

static Case *
case_2014 (void)
{
  g_autoptr (GError) error = NULL;
  MerMethodology *methodology = mer_methodology_shipped ("nok-2014-education", &error);

  g_assert_no_error (error);
  return case_new (methodology);
}

/* `n` answers whose scores sum up to `sum`, a multiple of 2.5: tens, and one of the rest. */
static void
set_mean (Case *self, guint question, int n, int sum_by_ten)
{
  int counts[] = { 0, 0, 0, 0, 0, 0, 0, 0, -1 };
  int rest = sum_by_ten % 100 / 25;

  counts[MER_ANSWER_FIRST_OPTION + 4] = sum_by_ten / 100;
  counts[MER_ANSWER_FIRST_OPTION + rest] += 1;
  counts[MER_ANSWER_FIRST_OPTION] += n - 1 - sum_by_ten / 100;
  case_set_counts (self, question, counts);
}

/* `positive` of `n`: half of them good, the others excellent. */
static void
set_share (Case *self, guint question, int n, int positive)
{
  int counts[] = { 0, 0, 0, 0, n - positive, positive / 2, positive - positive / 2, 0, -1 };

  case_set_counts (self, question, counts);
}

/* The four-criterion example of domain A2: 32.25, 48.125, 18.67, 25.50, in all 124.54. */
static void
test_example_2014 (void)
{
  g_autoptr (Case) self = case_2014 ();

  case_set_point (self, "1.1", "8.5");
  case_set_point (self, "1.2", "7.75");
  set_mean (self, 2, 60, 4800);
  set_mean (self, 3, 60, 4800);
  for (guint q = 4; q < 10; q++)
    set_mean (self, q, 60, 4200);
  set_mean (self, 10, 60, 3675); /* 6.125 */
  set_share (self, 11, 60, 57);
  set_share (self, 12, 60, 55);
  for (guint q = 13; q < 16; q++)
    set_share (self, q, 60, 51);
  case_assert_value (self, "1.3", "8");
  case_assert_value (self, "2.7", "6.13");
  case_assert_value (self, "3.2", "91.67");
  case_assert_value (self, "K1", "32.25");
  case_assert_value (self, "K3", "18.67");
  case_assert_value (self, "K4", "25.5");
  case_set_policy (self, "rounding", "exact");
  case_assert_value (self, "K2", "48.125");
  case_assert_value (self, "K3", "56/3");
  case_assert_value (self, "S", "2989/24"); /* 124.541667 */
}

/* A published table of 2015: 36.13 of 40, 34.58 of 70, 18.89 of 20, 22.23 of 30; its total
 * is printed as 111.83. */
static void
test_published_2015 (void)
{
  g_autoptr (Case) self = case_2014 ();
  g_autoptr (MerScoreTable) table = NULL;
  const MerBand *band = NULL;

  case_set_point (self, "1.1", "9.13");
  case_set_point (self, "1.2", "9");
  set_mean (self, 2, 60, 5400);
  set_mean (self, 3, 60, 5400);
  for (guint q = 4; q < 10; q++)
    set_mean (self, q, 60, 3000);
  set_mean (self, 10, 60, 2750); /* 4.583333 */
  set_share (self, 11, 18, 17);
  set_share (self, 12, 18, 17);
  set_share (self, 13, 27, 20);
  set_share (self, 14, 27, 20);
  set_share (self, 15, 31, 23);
  case_assert_value (self, "K1", "36.13");
  case_assert_value (self, "K2", "34.58");
  case_assert_value (self, "K3", "18.89");
  case_assert_value (self, "K4", "22.23");
  case_assert_value (self, "S", "111.83");
  table = case_score (self);
  band = mer_methodology_band_of (self->methodology, &table->rows[0].total.value);
  g_assert_cmpstr (band->code, ==, "good"); /* 69.9 % of 160 */
}

static void
test_maximum_2014 (void)
{
  static const int best[] = { 0, 0, 0, 0, 0, 0, 8, 0, -1 };
  g_autoptr (Case) self = case_2014 ();

  case_set_point (self, "1.1", "10");
  case_set_point (self, "1.2", "10");
  for (guint q = 2; q < 11; q++)
    case_set_counts (self, q, best);
  for (guint q = 11; q < 16; q++)
    set_share (self, q, 8, 8);
  case_assert_value (self, "K1", "40");
  case_assert_value (self, "K2", "70");
  case_assert_value (self, "K3", "20");
  case_assert_value (self, "K4", "30");
  case_assert_value (self, "S", "160");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edition-2014/example", test_example_2014);
  g_test_add_func ("/edition-2014/published-2015", test_published_2015);
  g_test_add_func ("/edition-2014/maximum", test_maximum_2014);
  return g_test_run ();
}
