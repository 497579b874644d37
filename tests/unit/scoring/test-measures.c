/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Mean scores, experts' points, weighted sums and bands of points: values worked out by hand,
 * what is undefined, both ways of scoring, and the published results of 2015. */

#include <gio/gio.h>

#include "methodology/mer-methodology-xml.h"
#include "scoring/mer-explanation.h"
#include "scoring/mer-score-private.h"

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

typedef struct
{
  MerMethodology *methodology;
  MerEvidence    *evidence;
  GPtrArray      *items;
} Case;

static MerMethodology *
parse (const char *xml)
{
  g_autoptr (GError) error = NULL;
  MerMethodology *methodology = mer_methodology_from_xml (xml, strlen (xml), "правила", &error);

  g_assert_no_error (error);
  return methodology;
}

static Case *
case_new (MerMethodology *methodology)
{
  Case *self = g_new0 (Case, 1);

  self->methodology = methodology;
  self->evidence = mer_evidence_new (1, methodology->questions->len, 3);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_cycle_item_free);
  for (guint i = 0; i < 3; i++)
    {
      MerCycleItem *item = g_new0 (MerCycleItem, 1);

      item->id = i + 1;
      item->place = g_strdup ("a");
      g_ptr_array_add (self->items, item);
    }
  return self;
}

static void
case_free (Case *self)
{
  mer_methodology_unref (self->methodology);
  mer_evidence_free (self->evidence);
  g_ptr_array_unref (self->items);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Case, case_free)

static void
set_policy (Case *self, const char *key, const char *value)
{
  MerMethodology *old = self->methodology;

  self->methodology = mer_methodology_with_policy (old, key, value, NULL);
  g_assert_nonnull (self->methodology);
  mer_methodology_unref (old);
}

/* `counts`: blank, other, options …, and −1. */
static void
set_counts (Case *self, guint question, const int *counts)
{
  MerTally *tally = self->evidence->tally;
  guint     n = 0;

  for (guint code = 0; counts[code] >= 0; code++)
    {
      tally->questions[question].count[code] = (guint32) counts[code];
      tally->questions[question].passed[code] = (guint32) counts[code];
      n += (guint) counts[code];
    }
  tally->n = MAX (tally->n, n);
}

static void
set_point (Case *self, const char *code, const char *value)
{
  MerEvidenceSource source = {
    .batch_id = 7,
    .row = 3,
    .kind = MER_EVIDENCE_POINTS,
    .question = -1,
  };
  g_auto (MerRational) number = MER_RATIONAL_ZERO;

  g_assert_true (mer_rational_parse (value, &number));
  mer_evidence_set_point (self->evidence, code, &number, &source);
}

static MerScoreTable *
score (Case *self)
{
  g_autoptr (GPtrArray) organizations =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mer_organization_unref);
  g_autoptr (GPtrArray) evidence = g_ptr_array_new ();
  MerOrganization *organization = mer_organization_new ("Школа", MER_ORGANIZATION_GENERAL);

  organization->id = 1;
  g_ptr_array_add (organizations, organization);
  g_ptr_array_add (evidence, self->evidence);
  return mer_score_table_new (self->methodology, organizations, self->items, evidence);
}

static const MerScore *
find_score (const MerScoreTable *table, const char *code)
{
  g_autoptr (GPtrArray) indicators = mer_methodology_indicators (table->methodology);

  if (strcmp (code, "S") == 0)
    return &table->rows[0].total;
  for (guint i = 0; i < indicators->len; i++)
    if (strcmp (((MerIndicator *) g_ptr_array_index (indicators, i))->code, code) == 0)
      return &table->rows[0].indicators[i];
  for (guint i = 0; i < table->n_criteria; i++)
    if (strcmp (((MerCriterion *) g_ptr_array_index (table->methodology->criteria, i))->code,
                code) == 0)
      return &table->rows[0].criteria[i];
  g_assert_not_reached ();
}

/* Scores the row of a table again in rationals. */
static void
assert_both_ways (Case *self, const MerScoreTable *table)
{
  guint                   n = table->n_indicators + table->n_criteria;
  guint                   n_places = self->methodology->places->len;
  const MerScoreRow      *row = &table->rows[0];
  g_autofree MerScore    *scores = g_new0 (MerScore, n + 1);
  g_autofree MerPlaceSum *places = g_new (MerPlaceSum, n_places + 1);
  MerScoreRow             again = { .indicators = scores };
  MerMeasureContext       context;
  MerScorePlan            plan;

  again.criteria = scores + table->n_indicators;
  mer_score_plan_init (&plan, self->methodology, self->items);
  mer_score_plan_context (&plan, self->evidence, places, &context);
  mer_score_row_exact (&plan, &context, &again);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (scores[i].defined, ==, row->indicators[i].defined);
      g_assert_cmpint (mer_rational_cmp (&scores[i].value, &row->indicators[i].value), ==, 0);
      mer_rational_clear (&scores[i].value);
    }
  g_assert_cmpint (mer_rational_cmp (&again.total.value, &row->total.value), ==, 0);
  mer_rational_clear (&again.total.value);
  mer_score_plan_clear (&plan);
}

/* `expected`: exact text, "" where undefined. Both ways of scoring must say so. */
static void
assert_value (Case *self, const char *code, const char *expected)
{
  g_autoptr (MerScoreTable) table = score (self);
  const MerScore  *found = find_score (table, code);
  g_autofree char *text = NULL;

  text = found->defined ? mer_rational_to_string (&found->value) : g_strdup ("");
  g_assert_cmpstr (text, ==, expected);
  assert_both_ways (self, table);
}

static const int scale_counts[] = { 10, 4, 5, 9, 6, 5, 5, 6, -1 }; /* 140 points, 30 + 6 + 4 */

static void
test_mean_score (void)
{
  g_autoptr (Case) self = case_new (parse (rules));

  assert_value (self, "1.1", "");
  set_counts (self, SCALE, scale_counts);
  assert_value (self, "1.1", "3.5"); /* 140/40: who could not say is in the base */
  set_policy (self, "hard-to-say", "blank");
  assert_value (self, "1.1", "4.67"); /* 140/30 */
  set_policy (self, "rounding", "exact");
  assert_value (self, "1.1", "14/3");
  set_policy (self, "base", "all");
  assert_value (self, "1.1", "2.8"); /* 140/50 */
}

static void
test_nobody_answered (void)
{
  static const int only_blank[] = { 5, 0, 0, -1 };
  static const int only_unsure[] = { 0, 0, 0, 0, 0, 0, 0, 3, -1 };
  g_autoptr (Case) self = case_new (parse (rules));
  g_autoptr (MerScoreTable) table = NULL;

  set_counts (self, SCALE, only_blank);
  table = score (self);
  g_assert_cmpint (find_score (table, "1.1")->undefined, ==, MER_UNDEFINED_NO_ANSWERS);
  set_counts (self, SCALE, only_unsure);
  assert_value (self, "1.1", "0");
  set_policy (self, "hard-to-say", "blank");
  assert_value (self, "1.1", "");
}

static void
test_points (void)
{
  g_autoptr (Case) self = case_new (parse (rules));
  g_autoptr (MerScoreTable) table = NULL;

  set_counts (self, SCALE, scale_counts);
  table = score (self);
  g_assert_cmpint (find_score (table, "1.2")->undefined, ==, MER_UNDEFINED_NO_POINTS);
  g_assert_cmpint (find_score (table, "1.2")->settled, ==, MER_SETTLED_UNDECIDED);
  set_point (self, "1.2", "9.125");
  set_point (self, "1.3", "0");
  assert_value (self, "1.2", "9.13");
  assert_value (self, "K1", "22.63");
  set_point (self, "1.2", "0");
  assert_value (self, "1.2", "0");
  set_point (self, "1.2", "10.5"); /* the cap was lowered since */
  assert_value (self, "1.2", "10");
  set_policy (self, "rounding", "exact");
  set_point (self, "1.2", "8.125");
  assert_value (self, "1.2", "8.125");
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
  g_autoptr (Case) self = case_new (parse (rules));

  set_counts (self, SCALE, scale_counts);
  set_point (self, "1.3", "4.999999");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_policy (self, "undefined", cases[i].policy);
      assert_value (self, "1.2", cases[i].value);
      assert_value (self, "K1", cases[i].criterion);
    }
}

/* Without anything there is nothing to settle. */
static void
test_no_data (void)
{
  g_autoptr (Case) self = case_new (parse (rules));
  g_autoptr (MerScoreTable) table = NULL;

  set_policy (self, "undefined", "zero");
  table = score (self);
  g_assert_cmpint (find_score (table, "1.2")->undefined, ==, MER_UNDEFINED_NO_DATA);
  assert_value (self, "1.2", "");
  set_point (self, "1.3", "1");
  assert_value (self, "1.2", "0");
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
  g_autoptr (Case) self = case_new (parse (rules));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_point (self, "1.3", cases[i].typed);
      assert_value (self, "1.3", cases[i].points);
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
  g_autoptr (Case) self = case_new (parse (rules));

  set_counts (self, YES, three_of_four);
  assert_value (self, "2.2", "60"); /* 75 exactly */
  set_counts (self, YES, more);
  assert_value (self, "2.2", "80");
  set_counts (self, YES, less);
  assert_value (self, "2.2", "0"); /* 74.99: the share is not rounded before */
  set_counts (self, WAIT, waits);
  assert_value (self, "2.3", "50"); /* 40/3 */
  set_counts (self, WAIT, twenty);
  assert_value (self, "2.3", "0"); /* 20 exactly */
  set_counts (self, WAIT, quick);
  assert_value (self, "2.3", "100");
}

static void
test_weighted_sum (void)
{
  static const int three_of_four[] = { 0, 0, 3, 1, -1 };
  static const int ten_of_thirty[] = { 0, 0, 10, 5, 5, 5, 5, 0, -1 };
  g_autoptr (Case) self = case_new (parse (rules));
  g_autoptr (MerScoreTable) table = NULL;

  set_counts (self, YES, three_of_four);
  set_counts (self, SCALE, ten_of_thirty);
  table = score (self);
  g_assert_cmpint (find_score (table, "2.1")->undefined, ==, MER_UNDEFINED_NO_CHECKLIST);
  self->evidence->has_checklist = TRUE;
  self->evidence->marks[0] = MER_MARK_PRESENT;
  self->evidence->marks[1] = MER_MARK_PRESENT;
  self->evidence->marks[2] = MER_MARK_ABSENT;
  assert_value (self, "2.1", "62.5"); /* 50·2/3 + 30·3/4 + 20·1/3 */
  self->evidence->marks[2] = MER_MARK_HALF;
  set_policy (self, "rounding", "exact");
  assert_value (self, "2.1", "425/6"); /* 50·5/6 + 22.5 + 20/3 */
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
      set_counts (self, q, counts);
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
      g_autoptr (Case) self = case_new (parse (rules));
      g_autofree char *point = g_strdup_printf ("%d.%06d", g_rand_int_range (random, 0, 12),
                                                g_rand_int_range (random, 0, 1000000));
      g_autoptr (MerScoreTable) table = NULL;
      g_autofree char *total = NULL;

      set_policy (self, "undefined", undefined[i % G_N_ELEMENTS (undefined)]);
      set_policy (self, "hard-to-say", i % 2 == 0 ? "blank" : "answered");
      set_random (self, random);
      if (i % 3 != 0)
        set_point (self, "1.2", point);
      if (i % 7 != 0)
        set_point (self, "1.3", point);
      table = score (self);
      total = table->rows[0].total.defined ? mer_rational_to_string (&table->rows[0].total.value)
                                           : g_strdup ("");
      assert_value (self, "S", total);
    }
}

/* Counts so large that 64 bits do not hold the sums: the other way takes over. */
static void
test_large (void)
{
  static const int large[] = { 0, 0, G_MAXINT / 2, G_MAXINT / 2, 1, G_MAXINT / 2, 3, 0, -1 };
  static const int yes[] = { 0, 0, G_MAXINT, 1, -1 };
  g_autoptr (Case) self = case_new (parse (rules));

  set_counts (self, SCALE, large);
  set_counts (self, YES, yes);
  self->evidence->has_checklist = TRUE;
  self->evidence->marks[0] = MER_MARK_PRESENT;
  assert_value (self, "1.1", "3.33");
  assert_value (self, "2.1", "86.67");
}

/* --- the edition of 2014 ------------------------------------------------------------------- */

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
  set_counts (self, question, counts);
}

/* `positive` of `n`: half of them good, the others excellent. */
static void
set_share (Case *self, guint question, int n, int positive)
{
  int counts[] = { 0, 0, 0, 0, n - positive, positive / 2, positive - positive / 2, 0, -1 };

  set_counts (self, question, counts);
}

/* The four-criterion example of domain A2: 32.25, 48.125, 18.67, 25.50, in all 124.54. */
static void
test_example_2014 (void)
{
  g_autoptr (Case) self = case_2014 ();

  set_point (self, "1.1", "8.5");
  set_point (self, "1.2", "7.75");
  set_mean (self, 2, 60, 4800);
  set_mean (self, 3, 60, 4800);
  for (guint q = 4; q < 10; q++)
    set_mean (self, q, 60, 4200);
  set_mean (self, 10, 60, 3675); /* 6.125 */
  set_share (self, 11, 60, 57);
  set_share (self, 12, 60, 55);
  for (guint q = 13; q < 16; q++)
    set_share (self, q, 60, 51);
  assert_value (self, "1.3", "8");
  assert_value (self, "2.7", "6.13");
  assert_value (self, "3.2", "91.67");
  assert_value (self, "K1", "32.25");
  assert_value (self, "K3", "18.67");
  assert_value (self, "K4", "25.5");
  set_policy (self, "rounding", "exact");
  assert_value (self, "K2", "48.125");
  assert_value (self, "K3", "56/3");
  assert_value (self, "S", "2989/24"); /* 124.541667 */
}

/* A published table of 2015: 36.13 of 40, 34.58 of 70, 18.89 of 20, 22.23 of 30; its total
 * is printed as 111.83. */
static void
test_published_2015 (void)
{
  g_autoptr (Case) self = case_2014 ();
  g_autoptr (MerScoreTable) table = NULL;
  const MerBand *band = NULL;

  set_point (self, "1.1", "9.13");
  set_point (self, "1.2", "9");
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
  assert_value (self, "K1", "36.13");
  assert_value (self, "K2", "34.58");
  assert_value (self, "K3", "18.89");
  assert_value (self, "K4", "22.23");
  assert_value (self, "S", "111.83");
  table = score (self);
  band = mer_methodology_band_of (self->methodology, &table->rows[0].total.value);
  g_assert_cmpstr (band->code, ==, "good"); /* 69.9 % of 160 */
}

static void
test_maximum_2014 (void)
{
  static const int best[] = { 0, 0, 0, 0, 0, 0, 8, 0, -1 };
  g_autoptr (Case) self = case_2014 ();

  set_point (self, "1.1", "10");
  set_point (self, "1.2", "10");
  for (guint q = 2; q < 11; q++)
    set_counts (self, q, best);
  for (guint q = 11; q < 16; q++)
    set_share (self, q, 8, 8);
  assert_value (self, "K1", "40");
  assert_value (self, "K2", "70");
  assert_value (self, "K3", "20");
  assert_value (self, "K4", "30");
  assert_value (self, "S", "160");
}

/* --- explanations ---------------------------------------------------------------------------- */

static void
test_explanation (void)
{
  g_autoptr (Case) self = case_new (parse (rules));
  g_autoptr (MerScoreTable) table = NULL;
  g_autoptr (MerExplanation) mean = NULL;
  g_autoptr (MerExplanation) points = NULL;
  g_autoptr (MerExplanation) bands = NULL;
  g_auto (MerRational) measured = MER_RATIONAL_ZERO;
  g_autofree char *text = NULL;
  static const int three_of_four[] = { 0, 0, 3, 1, -1 };

  set_counts (self, SCALE, scale_counts);
  set_counts (self, YES, three_of_four);
  set_point (self, "1.2", "8.5");
  table = score (self);
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

/* --- what does not fit ----------------------------------------------------------------------- */

static void
assert_refused (const char *from, const char *to, const char *message)
{
  const char      *at = strstr (rules, from);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (at);
  text = g_strdup_printf ("%.*s%s%s", (int) (at - rules), rules, to, at + strlen (from));
  g_assert_null (mer_methodology_from_xml (text, strlen (text), "правила", &error));
  g_assert_nonnull (error);
  if (strstr (error->message, message) == NULL)
    g_error ("“%s” does not say “%s”", error->message, message);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *from, *to, *message;
  } cases[] = {
    { "<option score=\"2.5\">", "<option>", "needs a score" },
    { "score=\"7.5\"", "score=\"10.1\"", "greater score than the largest value" },
    { "score=\"2.5\"", "score=\"2.50001\"", "too fine" },
    { "\"points\" cap=\"10\"", "\"points\" cap=\"10\" base=\"answers\"", "has no base" },
    { "\"points\" cap=\"10\"", "\"points\" points=\"5\" cap=\"10\"", "has no points" },
    { "<input question=\"s\"/>", "", "needs an input" },
    { "<input question=\"s\"/>", "<input question=\"s\"/><input question=\"w\"/>",
      "takes one input" },
    { "<input question=\"s\"/>", "<input question=\"s\" weight=\"1\"/>", "have no weights" },
    { "<input question=\"s\"/>", "<input question=\"s\"/><band from=\"0\" points=\"1\"/>",
      "no bands" },
    { "<input place=\"a\" weight=\"0.5\"/>", "<input place=\"a\"/>", "needs a weight" },
    { "<input place=\"a\" weight=\"0.5\"/>", "<input place=\"a\" weight=\"0.4\"/>", "must add up" },
    { "<band from=\"0\" points=\"10\"/><band from=\"5\" points=\"7.5\"/>"
      "<band from=\"10\" points=\"0\"/>",
      "", "needs bands" },
    { "<band from=\"0\" points=\"10\"/>", "<band from=\"1\" points=\"10\"/>", "begin at zero" },
    { "<band from=\"5\"", "<band from=\"10\"", "from the lowest" },
    { "points=\"7.5\"", "points=\"11\"", "more points than the largest" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].from, cases[i].to, cases[i].message);
}

/* A scale from 0 to 10 fits a block, and so do fourteen options; fifteen do not. */
static void
test_scale_sizes (void)
{
  static const char first[] = "<option score=\"0\"><text>0</text></option>\n";
  const char       *at = strstr (rules, first);

  g_assert_nonnull (at);
  for (guint n = 11; n <= 15; n++)
    {
      g_autoptr (GString) text = g_string_new_len (rules, at - rules);
      g_autoptr (GError) error = NULL;
      g_autoptr (MerMethodology) methodology = NULL;

      for (guint i = N_SCALE; i < n; i++)
        g_string_append_printf (text, "<option score=\"%u\"><text>ещё %u</text></option>",
                                i % 10, i);
      g_string_append (text, at);
      methodology = mer_methodology_from_xml (text->str, text->len, "правила", &error);
      if (n <= MER_ANSWER_MAX_CODES - MER_ANSWER_FIRST_OPTION)
        g_assert_no_error (error);
      else
        g_assert_nonnull (error);
    }
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
  g_test_add_func ("/measures/example-2014", test_example_2014);
  g_test_add_func ("/measures/published-2015", test_published_2015);
  g_test_add_func ("/measures/maximum-2014", test_maximum_2014);
  g_test_add_func ("/measures/explanation", test_explanation);
  g_test_add_func ("/measures/refused", test_refused);
  g_test_add_func ("/measures/scale-sizes", test_scale_sizes);
  status = g_test_run ();
  g_free (rules);
  return status;
}
