/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The geometry and the words of the rating chart. */
#include <math.h>

#include "chart/mer-rating-chart.h"
#include "mer-test-golden.h"
#include "mer-test-scores.h"

static MerRatingChartOptions
make_options (MerRatingChartStyle style)
{
  return (MerRatingChartOptions){
    .style = style,
    .language = MER_LANGUAGE_RU,
    .width = 800,
    .pitch = 28,
    .bar = 14,
    .em = 13.3,
    .series_title = "НОКО 2024",
  };
}

static MerScoreTable *
make_district (void)
{
  return mer_test_scores (mer_test_district, MER_TEST_DISTRICT_N, NULL, NULL);
}

static MerRatingLayout *
lay_out (MerScoreTable               *table,
         MerScoreTable               *previous,
         const MerRatingChartOptions *options)
{
  g_autoptr (GPtrArray) rows = mer_test_rows (table);
  g_autoptr (GPtrArray) past = mer_test_past (previous);

  return mer_rating_layout_new (table, rows, past, options);
}

static void
assert_dump (MerRatingChartStyle style,
             const char         *name)
{
  g_autoptr (MerScoreTable) table = make_district ();
  g_autoptr (MerScoreTable) previous = mer_test_scores_many (10);
  MerRatingChartOptions options = make_options (style);
  g_autoptr (MerRatingLayout) layout = NULL;
  g_autofree char *dump = NULL;

  layout = lay_out (table, previous, &options);
  dump = mer_rating_layout_dump (layout);
  mer_test_golden (name, dump);
}

static void
test_bars (void)
{
  assert_dump (MER_RATING_CHART_BARS, "chart-bars.txt");
}

static void
test_labelled (void)
{
  assert_dump (MER_RATING_CHART_LABELLED, "chart-labelled.txt");
}

static void
test_criteria (void)
{
  assert_dump (MER_RATING_CHART_CRITERIA, "chart-criteria.txt");
}

static void
test_empty (void)
{
  g_autoptr (MerScoreTable) table = mer_test_scores (NULL, 0, NULL, NULL);
  MerRatingChartOptions options = make_options (MER_RATING_CHART_BARS);
  g_autoptr (MerRatingLayout) layout = lay_out (table, NULL, &options);
  g_autofree char *words = mer_rating_layout_describe (layout);

  g_assert_cmpuint (mer_rating_layout_n_marks (layout), ==, 0);
  g_assert_cmpfloat (mer_rating_layout_header_height (layout), <=, 0);
  g_assert_cmpfloat (mer_rating_layout_footer_height (layout), <=, 0);
  g_assert_cmpfloat (mer_rating_layout_body_height (layout), >, 0);
  g_assert_cmpint (mer_rating_layout_hit (layout, 5), ==, -1);
  g_assert_cmpstr (words, ==, "Рейтинга пока нет.");
}

/* One organization has neither a first nor a last beside it. */
static void
test_one (void)
{
  g_autoptr (MerScoreTable) table = mer_test_scores (mer_test_district, 1, NULL, NULL);
  MerRatingChartOptions options = make_options (MER_RATING_CHART_LABELLED);
  g_autoptr (MerRatingLayout) layout = lay_out (table, NULL, &options);
  g_autofree char *words = mer_rating_layout_describe (layout);

  g_assert_cmpuint (mer_rating_layout_n_marks (layout), ==, 1);
  g_assert_cmpstr (words, ==, "Рейтинг, 1 организация. СОШ № 8: 98,30.");
}

static void
test_all_equal (void)
{
  const MerTestOrganization same[] = {
    { "А", MER_ORGANIZATION_GENERAL, 100, 5, 90, 10 },
    { "Б", MER_ORGANIZATION_GENERAL, 100, 5, 90, 10 },
  };
  g_autoptr (MerScoreTable) table = mer_test_scores (same, 2, NULL, NULL);
  MerRatingChartOptions options = make_options (MER_RATING_CHART_BARS);
  g_autoptr (MerRatingLayout) layout = lay_out (table, NULL, &options);
  g_autofree char *words = mer_rating_layout_describe (layout);
  g_autofree char *expected =
    g_strdup_printf ("Рейтинг, 2 организации. У всех одинаковый балл, %s.",
                     mer_rating_layout_mark (layout, 0)->value);

  g_assert_cmpfloat (mer_rating_layout_mark (layout, 0)->width, >, 0);
  g_assert_cmpfloat_with_epsilon (mer_rating_layout_mark (layout, 0)->width,
                                  mer_rating_layout_mark (layout, 1)->width, 1e-9);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_undefined (void)
{
  const MerTestOrganization some[] = {
    { "С базой", MER_ORGANIZATION_GENERAL, 100, 5, 90, 10 },
    { "Без данных", MER_ORGANIZATION_GENERAL, 0, 0, 0, 0 },
    { "Без инвалидов", MER_ORGANIZATION_GENERAL, 100, 5, 90, 0 },
  };
  g_autoptr (MerScoreTable) table = mer_test_scores (some, 3, NULL, NULL);
  MerRatingChartOptions options = make_options (MER_RATING_CHART_LABELLED);
  g_autoptr (MerRatingLayout) layout = lay_out (table, NULL, &options);
  guint seen = 0;

  for (guint i = 1; i < 3; i++)
    {
      const MerRatingMark *mark = mer_rating_layout_mark (layout, i);

      g_assert_false (mark->defined);
      g_assert_cmpstr (mark->place, ==, "—");
      g_assert_cmpstr (mark->value, ==, "—");
      g_assert_cmpfloat (mark->width, <=, 0);
      if (g_str_equal (mark->reason, "не определён: нет данных"))
        seen |= 1;
      else if (g_str_equal (mark->reason, "не определён: нет данных по 3.3"))
        seen |= 2;
    }
  g_assert_cmpuint (seen, ==, 3);
}

static void
test_previous (void)
{
  g_autoptr (MerScoreTable) table = make_district ();
  g_autoptr (MerScoreTable) previous = mer_test_scores (mer_test_district, 4, NULL, NULL);
  MerRatingChartOptions options = make_options (MER_RATING_CHART_BARS);
  g_autoptr (MerRatingLayout) layout = lay_out (table, previous, &options);
  guint with = 0;

  for (guint i = 0; i < mer_rating_layout_n_marks (layout); i++)
    {
      const MerRatingMark *mark = mer_rating_layout_mark (layout, i);

      if (isnan (mark->previous_x))
        continue;
      with++;
      /* the same scores before and now: the tick stands at the end of the bar */
      g_assert_cmpfloat_with_epsilon (mark->previous_x, mark->x + mark->width, 1e-9);
    }
  g_assert_cmpuint (with, ==, 4);
}

static void
test_hit (void)
{
  g_autoptr (MerScoreTable) table = make_district ();
  MerRatingChartOptions options = make_options (MER_RATING_CHART_BARS);
  g_autoptr (MerRatingLayout) layout = lay_out (table, NULL, &options);

  g_assert_cmpint (mer_rating_layout_hit (layout, -1), ==, -1);
  g_assert_cmpint (mer_rating_layout_hit (layout, 0), ==, 0);
  g_assert_cmpint (mer_rating_layout_hit (layout, 27.9), ==, 0);
  g_assert_cmpint (mer_rating_layout_hit (layout, 28), ==, 1);
  g_assert_cmpint (mer_rating_layout_hit (layout, 28 * 12 - 1), ==, 11);
  g_assert_cmpint (mer_rating_layout_hit (layout, 28 * 12), ==, -1);
}

static void
test_many (void)
{
  g_autoptr (MerScoreTable) table = mer_test_scores_many (1500);
  MerRatingChartOptions options = make_options (MER_RATING_CHART_CRITERIA);
  g_autoptr (MerRatingLayout) layout = lay_out (table, NULL, &options);
  double top;

  g_assert_cmpuint (mer_rating_layout_n_marks (layout), ==, 1500);
  g_assert_cmpfloat_with_epsilon (mer_rating_layout_body_height (layout), 1500 * 28, 1e-6);
  g_assert_cmpint (mer_rating_layout_hit (layout, 28 * 777 + 3), ==, 777);
  g_assert_cmpfloat_with_epsilon (mer_rating_layout_stretch (layout, 10, 5, &top), 140, 1e-6);
  g_assert_cmpfloat_with_epsilon (top, 280, 1e-6);
  g_assert_cmpfloat (mer_rating_layout_stretch (layout, 1499, 2, &top), <=, 0);
}

/* The parts of a bar end where the bar ends, whatever was rounded or left out. */
static void
test_segments_fill_the_bar (void)
{
  g_autoptr (MerScoreTable) table =
    mer_test_scores (mer_test_district, MER_TEST_DISTRICT_N, "undefined", "exclude");
  MerRatingChartOptions options = make_options (MER_RATING_CHART_CRITERIA);
  g_autoptr (MerRatingLayout) layout = lay_out (table, NULL, &options);

  for (guint i = 0; i < mer_rating_layout_n_marks (layout); i++)
    {
      const MerRatingMark *mark = mer_rating_layout_mark (layout, i);

      g_assert_true (mark->defined);
      for (guint k = 1; k < table->n_criteria; k++)
        g_assert_cmpfloat (mark->segments[k], >=, mark->segments[k - 1]);
      g_assert_cmpfloat_with_epsilon (mark->segments[table->n_criteria - 1],
                                      mark->x + mark->width, 1e-6);
    }
}

static void
test_scale_from (void)
{
  g_autoptr (MerScoreTable) table = make_district ();
  MerRatingChartOptions options = make_options (MER_RATING_CHART_LABELLED);
  g_autoptr (MerRatingLayout) layout = NULL;
  g_autofree char *dump = NULL;

  options.scale_from = 60;
  layout = lay_out (table, NULL, &options);
  dump = mer_rating_layout_dump (layout);
  g_assert_nonnull (g_strstr_len (dump, -1, "scale 60..100 step 10"));
  /* a score below the scale stays at its edge */
  for (guint i = 0; i < mer_rating_layout_n_marks (layout); i++)
    g_assert_cmpfloat (mer_rating_layout_mark (layout, i)->width, >=, 0);
}

/* On paper a long name makes its row higher, in the window it does not. */
static void
test_names_wrap_on_paper (void)
{
  const MerTestOrganization named[] = {
    { "Муниципальное бюджетное общеобразовательное учреждение «Средняя школа с углублённым "
      "изучением отдельных предметов имени первооткрывателей посёлка Дальний Верхнеольховского "
      "района»",
      MER_ORGANIZATION_GENERAL, 100, 5, 90, 10 },
    { "СОШ № 1", MER_ORGANIZATION_GENERAL, 100, 4, 80, 10 },
  };
  g_autoptr (MerScoreTable) table = mer_test_scores (named, 2, NULL, NULL);
  MerRatingChartOptions options = make_options (MER_RATING_CHART_CRITERIA);
  g_autoptr (MerRatingLayout) window = lay_out (table, NULL, &options);
  g_autoptr (MerRatingLayout) paper = NULL;

  options.print = TRUE;
  options.width = 468;
  options.pitch = 17;
  paper = lay_out (table, NULL, &options);
  g_assert_cmpfloat_with_epsilon (mer_rating_layout_mark (window, 0)->pitch, 28, 1e-9);
  g_assert_cmpfloat (mer_rating_layout_mark (paper, 0)->pitch, >, 50);
  g_assert_cmpfloat_with_epsilon (mer_rating_layout_mark (paper, 1)->pitch, 17, 1e-9);
  g_assert_cmpint (mer_rating_layout_hit (paper, 40), ==, 0);
}

static void
test_narrow (void)
{
  g_autoptr (MerScoreTable) table = make_district ();
  MerRatingChartOptions options = make_options (MER_RATING_CHART_LABELLED);
  g_autoptr (MerRatingLayout) layout = NULL;

  options.width = 60;
  layout = lay_out (table, NULL, &options);
  for (guint i = 0; i < mer_rating_layout_n_marks (layout); i++)
    g_assert_cmpfloat (mer_rating_layout_mark (layout, i)->width, >=, 0);
}

static void
test_words (void)
{
  g_autoptr (MerScoreTable) table = make_district ();
  MerRatingChartOptions options = make_options (MER_RATING_CHART_BARS);
  g_autoptr (MerRatingLayout) russian = lay_out (table, table, &options);
  g_autoptr (MerRatingLayout) english = NULL;
  g_autofree char *words = mer_rating_layout_describe (russian);
  g_autofree char *mark = mer_rating_layout_describe_mark (russian, 0);
  g_autofree char *without = mer_rating_layout_describe_mark (russian, 11);
  g_autofree char *in_english = NULL;

  options.language = MER_LANGUAGE_EN;
  english = lay_out (table, NULL, &options);
  in_english = mer_rating_layout_describe (english);
  g_assert_cmpstr (words, ==,
                   "Рейтинг, 12 организаций. Первая СОШ № 8, 98,30; последняя Подгорновская "
                   "ООШ, 46,66. Без балла 1 организация.");
  g_assert_cmpstr (mark, ==, "СОШ № 8: 98,30; НОКО 2021: 98,30; 290 анкет");
  g_assert_cmpstr (without, ==, "Вечерняя школа: не определён: нет данных по 3.3; 97 анкет");
  g_assert_cmpstr (in_english, ==,
                   "Rating, 12 organizations. First is СОШ № 8, 98.30; last is Подгорновская "
                   "ООШ, 46.66. 1 has no score.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/rating/bars", test_bars);
  g_test_add_func ("/chart/rating/labelled", test_labelled);
  g_test_add_func ("/chart/rating/criteria", test_criteria);
  g_test_add_func ("/chart/rating/empty", test_empty);
  g_test_add_func ("/chart/rating/one", test_one);
  g_test_add_func ("/chart/rating/all-equal", test_all_equal);
  g_test_add_func ("/chart/rating/undefined", test_undefined);
  g_test_add_func ("/chart/rating/previous", test_previous);
  g_test_add_func ("/chart/rating/hit", test_hit);
  g_test_add_func ("/chart/rating/many", test_many);
  g_test_add_func ("/chart/rating/segments", test_segments_fill_the_bar);
  g_test_add_func ("/chart/rating/scale-from", test_scale_from);
  g_test_add_func ("/chart/rating/names-wrap", test_names_wrap_on_paper);
  g_test_add_func ("/chart/rating/narrow", test_narrow);
  g_test_add_func ("/chart/rating/words", test_words);
  return g_test_run ();
}
