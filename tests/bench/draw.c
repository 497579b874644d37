/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a region's chart and its printed rating take: 1,500 organizations, median of
 * nine. One line a work: what, milliseconds, the target. */

#include <stdlib.h>

#include "chart/mer-rating-chart.h"
#include "mer-test-scores.h"
#include "report/mer-report.h"

#define ORGANIZATIONS 1500
#define ROUNDS 9
#define WIDTH 800
#define HEIGHT 700

typedef struct
{
  MerScoreTable   *table;
  GPtrArray       *past;
  GPtrArray       *rows;
  MerRatingLayout *layout;
  cairo_surface_t *surface;
  MerCycle        *cycle;
} Bench;

static MerRatingLayout *
lay_out (Bench *bench)
{
  MerRatingChartOptions options = {
    .style = MER_RATING_CHART_LABELLED,
    .language = MER_LANGUAGE_RU,
    .width = WIDTH,
    .pitch = 28,
    .bar = 14,
    .em = 13.3,
    .series_title = "НОКО 2024",
  };

  return mer_rating_layout_new (bench->table, bench->rows, bench->past, &options);
}

static void
do_layout (Bench *bench)
{
  g_autoptr (MerRatingLayout) layout = lay_out (bench);

  g_assert (mer_rating_layout_n_marks (layout) == ORGANIZATIONS);
}

/* What a window shows of it, somewhere in the middle. */
static void
do_paint (Bench *bench)
{
  const MerChartTheme *theme = mer_chart_theme_get (MER_THEME_LIGHT);
  cairo_t             *cr = cairo_create (bench->surface);

  mer_rating_chart_paint_header (bench->layout, cr, theme);
  cairo_translate (cr, 0, -9000);
  mer_rating_chart_paint_body (bench->layout, cr, theme, 9000, HEIGHT, 330, 335);
  mer_rating_chart_paint_footer (bench->layout, cr, theme);
  cairo_surface_flush (bench->surface);
  cairo_destroy (cr);
}

static void
do_report (Bench *bench)
{
  MerReportInput input = {
    .language = MER_LANGUAGE_RU,
    .title = "Область",
    .territory = "области",
    .cycle = bench->cycle,
    .scores = bench->table,
    .n_registry = ORGANIZATIONS,
  };
  g_autoptr (MerBlocks) blocks = mer_report_kind_find ("rating")->build (&input);
  g_autoptr (GBytes) bytes = mer_renderer_for_path ("x.pdf", NULL)->render (blocks, NULL);

  g_assert (bytes != NULL);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static void
measure (Bench      *bench,
         const char *work,
         void (*run) (Bench *bench),
         double target)
{
  gint64 times[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      run (bench);
      times[i] = g_get_monotonic_time () - start;
    }
  qsort (times, ROUNDS, sizeof *times, compare);
  g_print ("%-44s %8.2f ms, target %6.1f ms\n", work, (double) times[ROUNDS / 2] / 1000, target);
}

int
main (void)
{
  g_autoptr (MerScoreTable) previous = mer_test_scores_many (ORGANIZATIONS);
  Bench bench = {
    .table = mer_test_scores_many (ORGANIZATIONS),
    .surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT),
    .cycle = mer_cycle_new ("НОКО 2024", 2024),
  };

  bench.past = mer_test_past (previous);
  bench.rows = mer_test_rows (bench.table);
  bench.layout = lay_out (&bench);
  measure (&bench, "rating chart laid out, 1,500 rows", do_layout, 16);
  measure (&bench, "rating chart painted, one window of 1,500 rows", do_paint, 8);
  measure (&bench, "rating report as PDF, 1,500 organizations", do_report, 350);
  mer_rating_layout_free (bench.layout);
  g_ptr_array_unref (bench.rows);
  cairo_surface_destroy (bench.surface);
  mer_cycle_unref (bench.cycle);
  mer_score_table_unref (bench.table);
  g_ptr_array_unref (bench.past);
  return 0;
}
