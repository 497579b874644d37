/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Mean scores, experts' points, weighted sums and bands of points: values worked out by hand,
 * what is undefined, and both ways of scoring. */

#include "measures-case.h"

#include "scoring/mer-explanation.h"

/* Questions of the invented rules, by index. */
enum
{
  SCALE,
  YES,
  WAIT,
  N_QUESTIONS
};

/* Options of the scale: 0, 2.5, 5, 7.5, 10, unsure. */
#define N_SCALE 6

/* The text of tests/data/methodologies/measures.xml. */
static char *rules;

static const int scale_counts[] = { 10, 4, 5, 9, 6, 5, 5, 6, -1 }; /* 140 points, 30 + 6 + 4 */

static void
test_mean_score (void)
{
  g_autoptr (Case) self = case_new (case_parse (rules));

  case_assert_value (self, "1.1", "");
  case_set_counts (self, SCALE, scale_counts);
  case_assert_value (self, "1.1", "3.5"); /* 140/40: who could not say is in the base */
  case_set_policy (self, "hard-to-say", "blank");
  case_assert_value (self, "1.1", "4.67"); /* 140/30 */
  case_set_policy (self, "rounding", "exact");
  case_assert_value (self, "1.1", "14/3");
  case_set_policy (self, "base", "all");
  case_assert_value (self, "1.1", "2.8"); /* 140/50 */
}

static void
test_nobody_answered (void)
{
  static const int only_blank[] = { 5, 0, 0, -1 };
  static const int only_unsure[] = { 0, 0, 0, 0, 0, 0, 0, 3, -1 };
  g_autoptr (Case) self = case_new (case_parse (rules));
  g_autoptr (MerScoreTable) table = NULL;

  case_set_counts (self, SCALE, only_blank);
  table = case_score (self);
  g_assert_cmpint (case_find_score (table, "1.1")->undefined, ==, MER_UNDEFINED_NO_ANSWERS);
  case_set_counts (self, SCALE, only_unsure);
  case_assert_value (self, "1.1", "0");
  case_set_policy (self, "hard-to-say", "blank");
  case_assert_value (self, "1.1", "");
}

static void
test_points (void)
{
  g_autoptr (Case) self = case_new (case_parse (rules));
  g_autoptr (MerScoreTable) table = NULL;

  case_set_counts (self, SCALE, scale_counts);
  table = case_score (self);
  g_assert_cmpint (case_find_score (table, "1.2")->undefined, ==, MER_UNDEFINED_NO_POINTS);
  g_assert_cmpint (case_find_score (table, "1.2")->settled, ==, MER_SETTLED_UNDECIDED);
  case_set_point (self, "1.2", "9.125");
  case_set_point (self, "1.3", "0");
  case_assert_value (self, "1.2", "9.13");
  case_assert_value (self, "K1", "22.63");
  case_set_point (self, "1.2", "0");
  case_assert_value (self, "1.2", "0");
  case_set_point (self, "1.2", "10.5"); /* the cap was lowered since */
  case_assert_value (self, "1.2", "10");
  case_set_policy (self, "rounding", "exact");
  case_set_point (self, "1.2", "8.125");
  case_assert_value (self, "1.2", "8.125");
}

static void
test_missing_points (void)
{
  static const struct
  {
    const char *policy, *value, *criterion;
  } cases[] = {
    { "undecided", "", "" },
    { "zero", "0", "13.5" },     /* 3.5 + 0 + 10 */
    { "mean", "6.75", "20.25" }, /* (3.5 + 10) / 2 */
    { "hundred", "10", "23.5" }, /* its maximum, not 100 */
    { "exclude", "", "20.25" },  /* 13.5 · 3/2 */
  };
  g_autoptr (Case) self = case_new (case_parse (rules));

  case_set_counts (self, SCALE, scale_counts);
  case_set_point (self, "1.3", "4.999999");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      case_set_policy (self, "undefined", cases[i].policy);
      case_assert_value (self, "1.2", cases[i].value);
      case_assert_value (self, "K1", cases[i].criterion);
    }
}

/* Without anything there is nothing to settle. */
static void
test_no_data (void)
{
  g_autoptr (Case) self = case_new (case_parse (rules));
  g_autoptr (MerScoreTable) table = NULL;

  case_set_policy (self, "undefined", "zero");
  table = case_score (self);
  g_assert_cmpint (case_find_score (table, "1.2")->undefined, ==, MER_UNDEFINED_NO_DATA);
  case_assert_value (self, "1.2", "");
  case_set_point (self, "1.3", "1");
  case_assert_value (self, "1.2", "0");
}

static void
test_typed_bands (void)
{
  static const struct
  {
    const char *typed, *points;
  } cases[] = {
    { "0", "10" },
    { "4.999999999", "10" },
    { "5", "7.5" },
    { "9.99", "7.5" },
    { "10", "0" },
    { "1000000", "0" },
  };
  g_autoptr (Case) self = case_new (case_parse (rules));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      case_set_point (self, "1.3", cases[i].typed);
      case_assert_value (self, "1.3", cases[i].points);
    }
}

static void
test_bands (void)
{
  static const int three_of_four[] = { 0, 0, 3, 1, -1 };
  static const int more[] = { 0, 0, 7502, 2498, -1 };
  static const int less[] = { 0, 0, 7499, 2501, -1 };
  static const int waits[] = { 0, 0, 1, 1, 1, -1 };
  static const int quick[] = { 0, 0, 1, 0, 0, -1 };
  static const int twenty[] = { 0, 0, 0, 1, 1, -1 };
  g_autoptr (Case) self = case_new (case_parse (rules));

  case_set_counts (self, YES, three_of_four);
  case_assert_value (self, "2.2", "60"); /* 75 exactly */
  case_set_counts (self, YES, more);
  case_assert_value (self, "2.2", "80");
  case_set_counts (self, YES, less);
  case_assert_value (self, "2.2", "0"); /* 74.99: the share is not rounded before */
  case_set_counts (self, WAIT, waits);
  case_assert_value (self, "2.3", "50"); /* 40/3 */
  case_set_counts (self, WAIT, twenty);
  case_assert_value (self, "2.3", "0"); /* 20 exactly */
  case_set_counts (self, WAIT, quick);
  case_assert_value (self, "2.3", "100");
}

static void
test_weighted_sum (void)
{
  static const int three_of_four[] = { 0, 0, 3, 1, -1 };
  static const int ten_of_thirty[] = { 0, 0, 10, 5, 5, 5, 5, 0, -1 };
  g_autoptr (Case) self = case_new (case_parse (rules));
  g_autoptr (MerScoreTable) table = NULL;

  case_set_counts (self, YES, three_of_four);
  case_set_counts (self, SCALE, ten_of_thirty);
  table = case_score (self);
  g_assert_cmpint (case_find_score (table, "2.1")->undefined, ==, MER_UNDEFINED_NO_CHECKLIST);
  self->evidence->has_checklist = TRUE;
  self->evidence->marks[0] = MER_MARK_PRESENT;
  self->evidence->marks[1] = MER_MARK_PRESENT;
  self->evidence->marks[2] = MER_MARK_ABSENT;
  case_assert_value (self, "2.1", "62.5"); /* 50·2/3 + 30·3/4 + 20·1/3 */
  self->evidence->marks[2] = MER_MARK_HALF;
  case_set_policy (self, "rounding", "exact");
  case_assert_value (self, "2.1", "425/6"); /* 50·5/6 + 22.5 + 20/3 */
}

/* --- both ways of scoring ------------------------------------------------------------------ */

static void
set_random (Case *self, GRand *random)
{
  static const guint sizes[N_QUESTIONS] = { N_SCALE, 2, 3 };

  for (guint q = 0; q < N_QUESTIONS; q++)
    {
      int counts[MER_ANSWER_MAX_CODES + 1];

      for (guint code = 0; code < sizes[q] + 2; code++)
        counts[code] = g_rand_int_range (random, 0, 4) == 0 ? 0 : g_rand_int_range (random, 0, 900);
      counts[sizes[q] + 2] = -1;
      case_set_counts (self, q, counts);
    }
  self->evidence->has_checklist = g_rand_boolean (random);
  for (guint i = 0; i < 3; i++)
    self->evidence->marks[i] = (MerMark) g_rand_int_range (random, 0, 4);
}

static void
test_both_ways (void)
{
  static const char *const undefined[] = { "undecided", "zero", "mean", "hundred", "exclude" };
  g_autoptr (GRand) random = g_rand_new_with_seed (20141205);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (Case) self = case_new (case_parse (rules));
      g_autofree char *point = g_strdup_printf ("%d.%06d", g_rand_int_range (random, 0, 12),
                                                g_rand_int_range (random, 0, 1000000));
      g_autoptr (MerScoreTable) table = NULL;
      g_autofree char *total = NULL;

      case_set_policy (self, "undefined", undefined[i % G_N_ELEMENTS (undefined)]);
      case_set_policy (self, "hard-to-say", i % 2 == 0 ? "blank" : "answered");
      set_random (self, random);
      if (i % 3 != 0)
        case_set_point (self, "1.2", point);
      if (i % 7 != 0)
        case_set_point (self, "1.3", point);
      table = case_score (self);
      total = table->rows[0].total.defined ? mer_rational_to_string (&table->rows[0].total.value)
                                           : g_strdup ("");
      case_assert_value (self, "S", total);
    }
}

/* Counts so large that 64 bits do not hold the sums: the other way takes over. */
static void
test_large (void)
{
  static const int large[] = { 0, 0, G_MAXINT / 2, G_MAXINT / 2, 1, G_MAXINT / 2, 3, 0, -1 };
  static const int yes[] = { 0, 0, G_MAXINT, 1, -1 };
  g_autoptr (Case) self = case_new (case_parse (rules));

  case_set_counts (self, SCALE, large);
  case_set_counts (self, YES, yes);
  self->evidence->has_checklist = TRUE;
  self->evidence->marks[0] = MER_MARK_PRESENT;
  case_assert_value (self, "1.1", "3.33");
  case_assert_value (self, "2.1", "86.67");
}

/* --- explanations ---------------------------------------------------------------------------- */

static void
test_explanation (void)
{
  g_autoptr (Case) self = case_new (case_parse (rules));
  g_autoptr (MerScoreTable) table = NULL;
  g_autoptr (MerExplanation) mean = NULL;
  g_autoptr (MerExplanation) points = NULL;
  g_autoptr (MerExplanation) bands = NULL;
  g_auto (MerRational) measured = MER_RATIONAL_ZERO;
  g_autofree char *text = NULL;
  static const int three_of_four[] = { 0, 0, 3, 1, -1 };

  case_set_counts (self, SCALE, scale_counts);
  case_set_counts (self, YES, three_of_four);
  case_set_point (self, "1.2", "8.5");
  table = case_score (self);
  mean = mer_explanation_new (table, &table->rows[0], "1.1");
  g_assert_cmpuint (mean->measurement.terms[0].units, ==, 2);
  g_assert_cmpuint (mean->measurement.terms[0].halves, ==, 2 * 2 * 140);
  g_assert_cmpuint (mean->measurement.terms[0].denominator, ==, 40);
  g_assert_cmpuint (mean->measurement.terms[0].counts[MER_ANSWER_FIRST_OPTION + 1], ==, 9);
  points = mer_explanation_new (table, &table->rows[0], "1.2");
  g_assert_cmpuint (points->sources->len, ==, 1);
  g_assert_cmpint (g_array_index (points->sources, MerEvidenceSource, 0).batch_id, ==, 7);
  bands = mer_explanation_new (table, &table->rows[0], "2.2");
  g_assert_nonnull (bands->measurement.band);
  mer_measurement_measured (&bands->measurement, &measured);
  text = mer_rational_to_string (&measured);
  g_assert_cmpstr (text, ==, "75");
}

int
main (int argc, char *argv[])
{
  g_autofree char *path = NULL;
  int              status;

  g_test_init (&argc, &argv, NULL);
  path = g_build_filename (g_getenv ("MER_SOURCE_DIR"), "tests", "data", "methodologies",
                           "measures.xml", NULL);
  g_assert_true (g_file_get_contents (path, &rules, NULL, NULL));
  g_test_add_func ("/measures/mean-score", test_mean_score);
  g_test_add_func ("/measures/nobody-answered", test_nobody_answered);
  g_test_add_func ("/measures/points", test_points);
  g_test_add_func ("/measures/missing-points", test_missing_points);
  g_test_add_func ("/measures/no-data", test_no_data);
  g_test_add_func ("/measures/typed-bands", test_typed_bands);
  g_test_add_func ("/measures/bands", test_bands);
  g_test_add_func ("/measures/weighted-sum", test_weighted_sum);
  g_test_add_func ("/measures/both-ways", test_both_ways);
  g_test_add_func ("/measures/large", test_large);
  g_test_add_func ("/measures/explanation", test_explanation);
  status = g_test_run ();
  g_free (rules);
  return status;
}
