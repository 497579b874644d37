/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Boundaries of the measures, settling, places, and that both ways of scoring agree. */

#include "worked-example.h"

#include "methodology/mer-methodology-xml.h"
#include "scoring/mer-score-private.h"

/* Everything there and everybody satisfied: each test spoils one thing. */
/* clang-format off */
static const Figures perfect = {
  "П", 28, 14, 104, 52, 6, 6, 5, 6, 40,
  { 40, 40, 40, 40 }, { 40, 40, 40, 40 }, { 40, 40, 40, 40, 40, 40 }
};
/* clang-format on */

static void
assert_score (Example *example, const char *code, const char *expected)
{
  g_autoptr (MerScoreTable) table = example_score (example);
  g_autofree char *text = example_text (table, 1, code, 2);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_figures (const Figures *figures,
                const char    *policies,
                const char    *code,
                const char    *expected)
{
  g_autoptr (Example) example = example_new_empty ();

  example_add (example, figures);
  example_set (example, policies);
  assert_score (example, code, expected);
  example_set (example, "rounding=exact");
  assert_score (example, code, expected);
}

static void
test_perfect (void)
{
  assert_figures (&perfect, "", "S", "100.00");
  assert_figures (&perfect, "undefined=zero base=all", "S", "100.00");
}

static void
test_caps (void)
{
  static const char *const remote[] = { "0.00", "30.00", "60.00", "90.00", "100.00", "100.00" };
  static const char *const comfort[] = { "0.00", "20.00", "40.00", "60.00",
                                         "80.00", "100.00", "100.00" };

  for (guint i = 0; i < G_N_ELEMENTS (remote); i++)
    {
      Figures figures = perfect;

      figures.remote = i;
      assert_figures (&figures, "", "1.2", remote[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (comfort); i++)
    {
      Figures figures = perfect;

      figures.comfort = i;
      figures.conditions = i;
      assert_figures (&figures, "", "2.1", comfort[i]);
      assert_figures (&figures, "", "3.2", comfort[i]);
    }
}

/* A half counts ½, an empty cell lowers the norm, none of the norm is 0. */
static void
test_marks (void)
{
  Figures figures = perfect;

  figures.stand_halves = 27;
  assert_figures (&figures, "", "1.1", "98.21");
  figures.stand_halves = 20;
  figures.stand_required = 10;
  assert_figures (&figures, "", "1.1", "100.00");
  figures.stand_halves = 0;
  assert_figures (&figures, "", "1.1", "50.00");
}

/* Nothing required in a place: no norm, no ratio; one norm for both still has one. */
static void
test_no_marks (void)
{
  Figures figures = perfect;

  figures.stand_halves = 0;
  figures.stand_required = 0;
  assert_figures (&figures, "", "1.1", "—");
  assert_figures (&figures, "", "S", "—");
  assert_figures (&figures, "norm=pooled", "1.1", "100.00");
  assert_figures (&figures, "undefined=zero", "1.1", "0.00");
}

static void
test_no_checklist (void)
{
  g_autoptr (Example) example = example_new_empty ();
  MerEvidence *evidence = example_add (example, &perfect);
  g_autoptr (MerScoreTable) table = NULL;

  evidence->has_checklist = FALSE;
  memset (evidence->marks, 0, sizeof (MerMark) * evidence->n_marks);
  example_set (example, "undefined=hundred");
  table = example_score (example);
  g_assert_cmpint (example_find (table, 1, "1.1")->undefined, ==, MER_UNDEFINED_NO_CHECKLIST);
  g_assert_cmpint (example_find (table, 1, "3.1")->undefined, ==, MER_UNDEFINED_NO_CHECKLIST);
  g_assert_false (example_find (table, 1, "1.2")->defined);
  g_assert_true (example_find (table, 1, "K4")->defined);
  g_assert_false (example_find (table, 1, "S")->defined);
}

static void
test_no_questionnaires (void)
{
  g_autoptr (Example) example = example_new_empty ();
  Figures figures = { "П", 28, 14, 104, 52, 6, 6, 5, 6, 0, { 0 }, { 0 }, { 0 } };
  g_autoptr (MerScoreTable) table = NULL;

  example_add (example, &figures);
  example_set (example, "undefined=zero");
  table = example_score (example);
  g_assert_cmpint (example_find (table, 1, "5.1")->undefined, ==, MER_UNDEFINED_NO_QUESTIONNAIRES);
  g_assert_cmpint (example_find (table, 1, "3.3")->undefined, ==, MER_UNDEFINED_NO_QUESTIONNAIRES);
  g_assert_false (example_find (table, 1, "S")->defined);
  g_assert_cmpuint (mer_score_table_find (table, 1)->rank, ==, 0);
}

static void
test_no_data (void)
{
  g_autoptr (Example) example = example_new ();
  g_autoptr (MerScoreTable) table = NULL;
  g_auto (MerRational) mean = MER_RATIONAL_ZERO;

  g_ptr_array_set_size (example->evidence, 0);
  table = example_score (example);
  g_assert_cmpint (example_find (table, 2, "S")->undefined, ==, MER_UNDEFINED_NO_DATA);
  g_assert_cmpuint (table->n_ranked, ==, 0);
  g_assert_false (mer_score_table_mean (table, &mean));
}

static void
test_nobody (void)
{
  g_autoptr (Example) example = example_new_empty ();
  g_autoptr (MerScoreTable) table = example_score (example);

  g_assert_cmpuint (table->n_rows, ==, 0);
  g_assert_null (mer_score_table_find (table, 1));
}

/* A methodology that has nothing yet gives no score, and says nothing wrong. */
static void
test_blank_methodology (void)
{
  g_autoptr (Example) example = example_new ();
  g_autoptr (MerScoreTable) table = NULL;

  mer_methodology_unref (example->methodology);
  example->methodology = mer_methodology_shipped ("blank", NULL);
  table = example_score (example);
  g_assert_cmpuint (table->n_rows, ==, 3);
  g_assert_cmpuint (table->n_indicators + table->n_criteria + table->n_ranked, ==, 0);
  g_assert_false (table->rows[0].total.defined);
}

/* 40 asked: 25 yes, 5 no, 3 hard to say, 1 other, 6 blank. */
static void
add_mixed_answers (Example *example)
{
  MerEvidence      *evidence = example_add (example, &perfect);
  MerQuestionTally *tally = &evidence->tally->questions[4];

  tally->count[MER_ANSWER_BLANK] = 6;
  tally->count[MER_ANSWER_OTHER] = 1;
  tally->count[MER_ANSWER_FIRST_OPTION] = 25;
  tally->count[MER_ANSWER_FIRST_OPTION + 1] = 5;
  tally->count[MER_ANSWER_FIRST_OPTION + 2] = 3;
  memcpy (tally->passed, tally->count, sizeof tally->passed);
}

static void
test_bases (void)
{
  static const char *const cases[][2] = {
    { "", "73.53" },                  /* 25 of 34 */
    { "hard-to-say=blank", "83.33" }, /* 25 of 30 */
    { "base=all", "62.50" },          /* 25 of 40 */
    { "base=all hard-to-say=blank", "62.50" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Example) example = example_new_empty ();

      add_mixed_answers (example);
      example_set (example, cases[i][0]);
      assert_score (example, "2.3", cases[i][1]);
    }
}

/* Who passed a filter and left the next question empty still is in the base; who answered it
 * without passing is in neither. */
static void
test_filter (void)
{
  g_autoptr (Example) example = example_new_empty ();
  MerEvidence      *evidence = example_add (example, &perfect);
  MerQuestionTally *filter = &evidence->tally->questions[5];
  MerQuestionTally *tally = &evidence->tally->questions[6];

  memset (filter, 0, sizeof *filter);
  memset (tally, 0, sizeof *tally);
  filter->count[MER_ANSWER_FIRST_OPTION] = 8;
  filter->count[MER_ANSWER_FIRST_OPTION + 1] = 30;
  filter->count[MER_ANSWER_OTHER] = 2;
  memcpy (filter->passed, filter->count, sizeof filter->passed);
  tally->count[MER_ANSWER_FIRST_OPTION] = 20;
  tally->count[MER_ANSWER_BLANK] = 20;
  tally->passed[MER_ANSWER_FIRST_OPTION] = 5;
  tally->passed[MER_ANSWER_BLANK] = 3;
  assert_score (example, "3.3", "62.50");
}

static void
test_nobody_answered (void)
{
  g_autoptr (Example) example = example_new_empty ();
  MerEvidence      *evidence = example_add (example, &perfect);
  MerQuestionTally *tally = &evidence->tally->questions[13];
  g_autoptr (MerScoreTable) table = NULL;

  memset (tally, 0, sizeof *tally);
  tally->count[MER_ANSWER_BLANK] = tally->passed[MER_ANSWER_BLANK] = 40;
  table = example_score (example);
  g_assert_cmpint (example_find (table, 1, "5.3")->undefined, ==, MER_UNDEFINED_NO_ANSWERS);
  g_assert_cmpint (example_find (table, 1, "S")->undefined, ==, MER_UNDEFINED_NO_ANSWERS);
}

/* The mean of others needs others; left out entirely, a criterion leaves the total too. */
static void
test_criterion_without_base (void)
{
  g_autoptr (Example) example = example_new_empty ();
  MerEvidence *evidence = example_add (example, &perfect);

  for (guint i = 11; i < 14; i++)
    {
      memset (&evidence->tally->questions[i], 0, sizeof (MerQuestionTally));
      evidence->tally->questions[i].count[MER_ANSWER_BLANK] = 40;
      evidence->tally->questions[i].passed[MER_ANSWER_BLANK] = 40;
    }
  example_set (example, "undefined=mean");
  assert_score (example, "5.1", "—");
  assert_score (example, "S", "—");
  example_set (example, "undefined=exclude");
  assert_score (example, "K5", "—");
  assert_score (example, "S", "100.00");
}

static void
test_half_up (void)
{
  Figures figures = perfect;

  figures.n = 800;
  figures.yes[0] = 1; /* 0.125 */
  assert_figures (&figures, "", "2.3", "0.13");
}

static void
test_decimals (void)
{
  g_autoptr (Example) example = example_new ();
  g_autoptr (MerScoreTable) table = NULL;
  g_autofree char *total = NULL;

  example_set (example, "rounding.decimals=0");
  table = example_score (example);
  g_assert_cmpuint (table->decimals, ==, 0);
  total = example_text (table, 1, "S", 2);
  g_assert_cmpstr (total, ==, "92.00");
}

/* --- places --------------------------------------------------------------------------- */

static void
add_simple (Example *example, const char *name, guint satisfied, MerOrganizationKind kind)
{
  Figures          figures = perfect;
  MerOrganization *organization;

  figures.name = name;
  figures.yes[5] = satisfied;
  example_add (example, &figures);
  organization = g_ptr_array_index (example->organizations, example->organizations->len - 1);
  organization->kind = kind;
}

static void
assert_places (const char *policies, const guint *places, const guint *in_kind)
{
  g_autoptr (Example) example = example_new_empty ();
  g_autoptr (MerScoreTable) table = NULL;

  add_simple (example, "СОШ № 12", 30, MER_ORGANIZATION_GENERAL);
  add_simple (example, "СОШ № 3", 30, MER_ORGANIZATION_GENERAL);
  add_simple (example, "ДС «Радуга»", 40, MER_ORGANIZATION_PRESCHOOL);
  add_simple (example, "ДС «Ёлочка»", 20, MER_ORGANIZATION_PRESCHOOL);
  add_simple (example, "Пустая", 0, MER_ORGANIZATION_OTHER);
  g_ptr_array_set_size (example->evidence, 4);
  example_set (example, policies);
  table = example_score (example);
  for (guint i = 0; i < 5; i++)
    {
      const MerScoreRow *row = mer_score_table_find (table, i + 1);

      g_assert_cmpuint (row->rank, ==, places[i]);
      g_assert_cmpuint (row->rank_in_kind, ==, in_kind[i]);
    }
  g_assert_cmpstr (table->rows[0].organization->name, ==, "ДС «Радуга»");
  g_assert_cmpstr (table->rows[1].organization->name, ==, "СОШ № 3");
  g_assert_cmpstr (table->rows[2].organization->name, ==, "СОШ № 12");
  g_assert_cmpstr (table->rows[4].organization->name, ==, "Пустая");
  g_assert_cmpuint (table->n_ranked, ==, 4);
}

static void
test_ties (void)
{
  const guint competition[] = { 2, 2, 1, 4, 0 }, competition_kind[] = { 1, 1, 1, 2, 0 };
  const guint dense[] = { 2, 2, 1, 3, 0 }, dense_kind[] = { 1, 1, 1, 2, 0 };
  const guint ordinal[] = { 3, 2, 1, 4, 0 }, ordinal_kind[] = { 2, 1, 1, 2, 0 };

  assert_places ("", competition, competition_kind);
  assert_places ("ties=dense", dense, dense_kind);
  assert_places ("ties=ordinal", ordinal, ordinal_kind);
  assert_places ("rounding=exact", competition, competition_kind);
}

/* What differs only behind the printed places shares a place. */
static void
test_printed_ties (void)
{
  g_autoptr (Example) example = example_new_empty ();
  g_autoptr (MerScoreTable) table = NULL;
  Figures            figures = perfect;
  const MerScoreRow *first, *second;

  figures.n = 100000;
  for (guint i = 0; i < 6; i++)
    figures.yes[i] = 100000;
  for (guint i = 0; i < 2; i++)
    {
      figures.yes[5] = 100000 - i;
      example_add (example, &figures);
    }
  example_set (example, "rounding=exact");
  table = example_score (example);
  first = mer_score_table_find (table, 1);
  second = mer_score_table_find (table, 2);
  g_assert_cmpint (mer_rational_cmp (&first->total.value, &second->total.value), >, 0);
  g_assert_cmpuint (first->rank, ==, 1);
  g_assert_cmpuint (second->rank, ==, 1);
}

/* --- branches ------------------------------------------------------------------------- */

static void
test_branches (void)
{
  g_autoptr (Example) example = example_new_empty ();
  g_autoptr (MerScoreTable) separate = NULL;
  g_autoptr (MerScoreTable) average = NULL;
  g_autofree char *own = NULL, *mean = NULL, *criterion = NULL, *branch = NULL;

  add_simple (example, "Школа", 40, MER_ORGANIZATION_GENERAL);
  add_simple (example, "Филиал", 20, MER_ORGANIZATION_GENERAL);
  add_simple (example, "Другая", 20, MER_ORGANIZATION_GENERAL);
  ((MerOrganization *) g_ptr_array_index (example->organizations, 1))->parent_id = 1;
  separate = example_score (example);
  own = example_text (separate, 1, "5.3", 2);
  g_assert_cmpstr (own, ==, "100.00");
  example_set (example, "branches=average");
  average = example_score (example);
  mean = example_text (average, 1, "5.3", 2);
  g_assert_cmpstr (mean, ==, "75.00");
  g_assert_cmpuint (example_find (average, 1, "5.3")->averaged, ==, 2);
  criterion = example_text (average, 1, "K5", 2);
  g_assert_cmpstr (criterion, ==, "87.50");
  branch = example_text (average, 2, "5.3", 2);
  g_assert_cmpstr (branch, ==, "50.00");
}

/* --- both ways of scoring ------------------------------------------------------------- */

static guint
pick (GRand *random, guint most)
{
  return (guint) g_rand_int_range (random, 0, (gint32) most + 1);
}

static void
add_random (Example *example, GRand *random)
{
  Figures figures = { .name = "Случайная" };

  figures.n = pick (random, 6) == 0 ? pick (random, 1) : 1 + pick (random, 700);
  figures.stand_required = pick (random, 14);
  figures.stand_halves = pick (random, 2 * figures.stand_required);
  figures.site_required = pick (random, 52);
  figures.site_halves = pick (random, 2 * figures.site_required);
  figures.remote = pick (random, 6);
  figures.comfort = pick (random, 6);
  figures.equipment = pick (random, 5);
  figures.conditions = pick (random, 6);
  for (guint i = 0; i < 4; i++)
    {
      figures.used[i] = pick (random, 3) == 0 ? 0 : pick (random, figures.n);
      figures.satisfied[i] = pick (random, figures.used[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (figures.yes); i++)
    figures.yes[i] = pick (random, figures.n);
  example_add (example, &figures);
}

static void
assert_same (const MerScore *a, const MerScore *b)
{
  g_assert_cmpint (a->defined, ==, b->defined);
  g_assert_cmpint (a->settled, ==, b->settled);
  g_assert_cmpint (a->undefined, ==, b->undefined);
  g_assert_cmpint (mer_rational_cmp (&a->value, &b->value), ==, 0);
}

/* Scores the row of a table again in rationals. */
static void
compare_row (const MerScorePlan *plan, const MerScoreTable *table, const MerScoreRow *row)
{
  g_autofree MerScore    *scores = g_new0 (MerScore, table->n_indicators + table->n_criteria);
  g_autofree MerPlaceSum *places = g_new (MerPlaceSum, table->methodology->places->len + 1);
  MerScoreRow             again = { .indicators = scores };
  MerMeasureContext       context;

  again.criteria = scores + table->n_indicators;
  mer_score_plan_context (plan, row->evidence, places, &context);
  mer_score_row_exact (plan, &context, &again);
  for (guint i = 0; i < table->n_indicators; i++)
    assert_same (&row->indicators[i], &again.indicators[i]);
  for (guint i = 0; i < table->n_criteria; i++)
    assert_same (&row->criteria[i], &again.criteria[i]);
  assert_same (&row->total, &again.total);
}

static void
test_both_ways (void)
{
  static const char *const policies[] = {
    "",
    "undefined=mean base.channel=all",
    "undefined=zero channel.missing=zero rounding.decimals=1",
    "undefined=hundred norm=pooled rounding.decimals=4",
    "undefined=exclude rounding.decimals=0 base=all",
    "undefined=mean undefined.3.3=exclude rounding.decimals=3",
  };
  g_autoptr (Example) example = example_new_empty ();
  g_autoptr (GRand) random = g_rand_new_with_seed (20240914);

  for (guint i = 0; i < 200; i++)
    add_random (example, random);
  for (guint i = 0; i < G_N_ELEMENTS (policies); i++)
    {
      g_autoptr (MerScoreTable) table = NULL;
      MerScorePlan plan;

      example_set (example, policies[i]);
      table = example_score (example);
      mer_score_plan_init (&plan, example->methodology, example->items);
      g_assert_true (plan.integral);
      for (guint j = 0; j < table->n_rows; j++)
        compare_row (&plan, table, &table->rows[j]);
      mer_score_plan_clear (&plan);
    }
}

/* Totals alone: each goes to its own organization, whatever the order they are given in. */
static void
test_totals (void)
{
  static const int         given[] = { 70, 90, 80 };
  static const char *const names[] = { "Я", "А", "М" };
  g_autoptr (MerMethodology) methodology =
    mer_methodology_shipped ("nok-2018-education", NULL);
  g_autoptr (GPtrArray) organizations =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mer_organization_unref);
  g_autoptr (GArray) totals = g_array_new (FALSE, TRUE, sizeof (MerRational));
  g_autoptr (MerScoreTable) table = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    {
      MerOrganization *organization = mer_organization_new (names[i], MER_ORGANIZATION_GENERAL);
      MerRational      total = mer_rational_new (given[i], 1);

      organization->id = 30 - 10 * (gint64) i;
      g_ptr_array_add (organizations, organization);
      g_array_append_val (totals, total);
    }
  table = mer_score_table_new_of_totals (methodology, organizations, totals);
  g_assert_cmpuint (table->n_ranked, ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    {
      const MerScoreRow *row = mer_score_table_find (table, 30 - 10 * (gint64) i);

      g_assert_cmpint (row->total.value.num, ==, given[i]);
      g_assert_cmpuint (row->rank, ==, 1 + (90 - (guint) given[i]) / 10);
      g_assert_true (row->organization == organizations->pdata[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/score-table/perfect", test_perfect);
  g_test_add_func ("/score-table/caps", test_caps);
  g_test_add_func ("/score-table/marks", test_marks);
  g_test_add_func ("/score-table/no-marks", test_no_marks);
  g_test_add_func ("/score-table/no-checklist", test_no_checklist);
  g_test_add_func ("/score-table/no-questionnaires", test_no_questionnaires);
  g_test_add_func ("/score-table/no-data", test_no_data);
  g_test_add_func ("/score-table/nobody", test_nobody);
  g_test_add_func ("/score-table/blank-methodology", test_blank_methodology);
  g_test_add_func ("/score-table/bases", test_bases);
  g_test_add_func ("/score-table/filter", test_filter);
  g_test_add_func ("/score-table/nobody-answered", test_nobody_answered);
  g_test_add_func ("/score-table/criterion-without-base", test_criterion_without_base);
  g_test_add_func ("/score-table/half-up", test_half_up);
  g_test_add_func ("/score-table/decimals", test_decimals);
  g_test_add_func ("/score-table/ties", test_ties);
  g_test_add_func ("/score-table/printed-ties", test_printed_ties);
  g_test_add_func ("/score-table/branches", test_branches);
  g_test_add_func ("/score-table/totals", test_totals);
  g_test_add_func ("/score-table/both-ways", test_both_ways);
  return g_test_run ();
}
