/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sample rule: rounding, ceiling, unknown numbers. */

#include "cycle/mer-sample-rule.h"

static void
test_default (void)
{
  static const struct
  {
    gint64 recipients;
    gint64 required;
  } cases[] = {
    { -1, -1 },
    { G_MININT64, -1 },
    { 0, 0 },
    { 1, 1 },
    { 2, 1 },
    { 3, 2 },
    { 5, 2 },
    { 6, 3 },
    { 123, 50 },
    { 521, 209 },
    { 1345, 538 },
    { 1497, 599 },
    { 1498, 600 },
    { 1500, 600 },
    { 1501, 600 },
    { G_MAXINT64, 600 },
  };
  MerSampleRule rule = MER_SAMPLE_RULE_DEFAULT;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mer_sample_rule_required (&rule, cases[i].recipients), ==, cases[i].required);
}

static void
test_settings (void)
{
  MerSampleRule everyone = { 100, G_MAXUINT };
  MerSampleRule one = { 1, 10 };

  g_assert_cmpint (mer_sample_rule_required (&everyone, 12345), ==, 12345);
  g_assert_cmpint (mer_sample_rule_required (&one, 100), ==, 1);
  g_assert_cmpint (mer_sample_rule_required (&one, 101), ==, 2);
  g_assert_cmpint (mer_sample_rule_required (&one, 100000), ==, 10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cycle/sample-rule/default", test_default);
  g_test_add_func ("/cycle/sample-rule/settings", test_settings);
  return g_test_run ();
}
