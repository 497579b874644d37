/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is painted: looked at by single pixels, so that fonts do not matter. */
#include <math.h>

#include "chart/mer-rating-chart.h"
#include "mer-test-scores.h"

#define WIDTH 400

typedef struct
{
  cairo_surface_t     *surface;
  cairo_t             *cr;
  const MerChartTheme *theme;
} Canvas;

static void
canvas_init (Canvas         *self,
             MerThemeVariant variant,
             int             height)
{
  self->theme = mer_chart_theme_get (variant);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, height);
  self->cr = cairo_create (self->surface);
  cairo_set_source_rgb (self->cr, self->theme->paper.red, self->theme->paper.green,
                        self->theme->paper.blue);
  cairo_paint (self->cr);
}

static void
canvas_clear (Canvas *self)
{
  g_assert_cmpint (cairo_status (self->cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (self->cr);
  cairo_surface_destroy (self->surface);
}

static guint32
pixel (const Canvas *self,
       double        x,
       double        y)
{
  const guchar *data;

  cairo_surface_flush (self->surface);
  data = cairo_image_surface_get_data (self->surface);
  data += (int) y * cairo_image_surface_get_stride (self->surface) + (int) x * 4;
  return ((guint32) data[2] << 16) | ((guint32) data[1] << 8) | data[0];
}

static guint32
color_of (const MerColor *color)
{
  return ((guint32) lround (color->red * 255) << 16) |
         ((guint32) lround (color->green * 255) << 8) | (guint32) lround (color->blue * 255);
}

static MerRatingLayout *
lay_out (MerScoreTable      *table,
         MerScoreTable      *previous,
         MerRatingChartStyle style)
{
  g_autoptr (GPtrArray) rows = mer_test_rows (table);
  g_autoptr (GPtrArray) past = mer_test_past (previous);
  MerRatingChartOptions options = {
    .style = style,
    .language = MER_LANGUAGE_RU,
    .width = WIDTH,
    .pitch = 28,
    .bar = 14,
    .em = 13.3,
    .series_title = "НОКО 2024",
  };

  return mer_rating_layout_new (table, rows, past, &options);
}

static MerScoreTable *
make_district (void)
{
  return mer_test_scores (mer_test_district, MER_TEST_DISTRICT_N, NULL, NULL);
}

static void
test_bars (void)
{
  g_autoptr (MerScoreTable) table = make_district ();
  g_autoptr (MerRatingLayout) layout = lay_out (table, NULL, MER_RATING_CHART_BARS);
  Canvas canvas;

  for (guint v = MER_THEME_LIGHT; v <= MER_THEME_PRINT; v++)
    {
      canvas_init (&canvas, v, 12 * 28);
      mer_rating_chart_paint_body (layout, canvas.cr, canvas.theme, 0, 12 * 28, 3, -1);
      g_assert_cmphex (pixel (&canvas, 30, 14), ==, color_of (&canvas.theme->bar));
      g_assert_cmphex (pixel (&canvas, 30, 3 * 28 + 14), ==, color_of (&canvas.theme->selected));
      /* nothing stands where a score is undefined, beside its reason */
      g_assert_cmphex (pixel (&canvas, 390, 11 * 28 + 14), ==, color_of (&canvas.theme->paper));
      canvas_clear (&canvas);
    }
}

static void
test_hover_differs (void)
{
  g_autoptr (MerScoreTable) table = make_district ();
  g_autoptr (MerRatingLayout) layout = lay_out (table, NULL, MER_RATING_CHART_BARS);
  Canvas canvas;

  canvas_init (&canvas, MER_THEME_LIGHT, 12 * 28);
  mer_rating_chart_paint_body (layout, canvas.cr, canvas.theme, 0, 12 * 28, -1, 2);
  g_assert_cmphex (pixel (&canvas, 30, 2 * 28 + 14), !=, pixel (&canvas, 30, 28 + 14));
  canvas_clear (&canvas);
}

/* A halo of paper keeps the tick apart from the bar that it stands in. */
static void
test_tick_and_halo (void)
{
  g_autoptr (MerScoreTable) table = make_district ();
  g_autoptr (MerScoreTable) previous = mer_test_scores_many (10);
  g_autoptr (MerRatingLayout) layout = lay_out (table, previous, MER_RATING_CHART_BARS);
  const MerRatingMark *mark = mer_rating_layout_mark (layout, 0);
  Canvas               canvas;
  guint                paper = 0;

  canvas_init (&canvas, MER_THEME_LIGHT, 12 * 28);
  mer_rating_chart_paint_body (layout, canvas.cr, canvas.theme, 0, 12 * 28, -1, -1);
  g_assert_false (isnan (mark->previous_x));
  g_assert_cmpfloat (mark->previous_x, <, mark->x + mark->width);
  g_assert_cmphex (pixel (&canvas, mark->previous_x, 14), ==, color_of (&canvas.theme->previous));
  for (int dx = -3; dx <= 3; dx++)
    paper += pixel (&canvas, mark->previous_x + dx, 14) != color_of (&canvas.theme->bar);
  g_assert_cmpuint (paper, >=, 4);
  canvas_clear (&canvas);
}

static void
test_criteria (void)
{
  g_autoptr (MerScoreTable) table = make_district ();
  g_autoptr (MerRatingLayout) layout = lay_out (table, NULL, MER_RATING_CHART_CRITERIA);
  const MerRatingMark *mark = mer_rating_layout_mark (layout, 0);
  Canvas               canvas;

  canvas_init (&canvas, MER_THEME_DARK, 12 * 28);
  mer_rating_chart_paint_body (layout, canvas.cr, canvas.theme, 0, 12 * 28, -1, -1);
  for (guint k = 0; k < 5; k++)
    g_assert_cmphex (pixel (&canvas, mark->segments[k] - 4, 14), ==,
                     color_of (&canvas.theme->criteria[k]));
  canvas_clear (&canvas);
}

/* On paper the second part is hatched and the fourth dotted: neither plain black nor white. */
static void
test_print_patterns (void)
{
  g_autoptr (MerScoreTable) table = make_district ();
  g_autoptr (MerRatingLayout) layout = lay_out (table, NULL, MER_RATING_CHART_CRITERIA);
  const MerRatingMark *mark = mer_rating_layout_mark (layout, 0);
  Canvas               canvas;

  canvas_init (&canvas, MER_THEME_PRINT, 12 * 28);
  mer_rating_chart_paint_body (layout, canvas.cr, canvas.theme, 0, 12 * 28, -1, -1);
  for (guint k = 1; k < 5; k += 2)
    {
      guint marked = 0;
      guint all = 0;

      for (double x = mark->segments[k - 1] + 2; x < mark->segments[k] - 2; x++)
        for (double y = mark->y + 2; y < mark->y + mark->height - 2; y++, all++)
          marked += (pixel (&canvas, x, y) & 0xff) < 0xf0;
      g_assert_cmpuint (marked, >, all / 20);
      g_assert_cmpuint (marked, <, all * 19 / 20);
    }
  canvas_clear (&canvas);
}

/* Only what is in sight is drawn. */
static void
test_stretch_only (void)
{
  g_autoptr (MerScoreTable) table = mer_test_scores_many (1500);
  g_autoptr (MerRatingLayout) layout = lay_out (table, NULL, MER_RATING_CHART_BARS);
  Canvas canvas;

  canvas_init (&canvas, MER_THEME_LIGHT, 600);
  cairo_translate (canvas.cr, 0, -28 * 700);
  mer_rating_chart_paint_body (layout, canvas.cr, canvas.theme, 28 * 700, 280, -1, -1);
  g_assert_cmphex (pixel (&canvas, 30, 14), ==, color_of (&canvas.theme->bar));
  g_assert_cmphex (pixel (&canvas, 30, 300), ==, color_of (&canvas.theme->paper));
  canvas_clear (&canvas);
}

static void
test_frame (void)
{
  g_autoptr (MerScoreTable) table = make_district ();
  g_autoptr (MerRatingLayout) layout = lay_out (table, NULL, MER_RATING_CHART_BARS);
  double header = mer_rating_layout_header_height (layout);
  Canvas canvas;

  for (guint v = MER_THEME_LIGHT; v <= MER_THEME_PRINT; v++)
    {
      canvas_init (&canvas, v, 100);
      mer_rating_chart_paint_header (layout, canvas.cr, canvas.theme);
      /* the lowest band begins the strip */
      g_assert_cmphex (pixel (&canvas, 30, header - 5), ==, color_of (&canvas.theme->bands[4]));
      cairo_translate (canvas.cr, 0, 40);
      mer_rating_chart_paint_footer (layout, canvas.cr, canvas.theme);
      canvas_clear (&canvas);
    }
}

static guint
count_pixels (const Canvas *canvas,
              guint32       color)
{
  guint n = 0;

  for (int x = 0; x < WIDTH; x++)
    for (int y = 0; y < 100; y++)
      n += pixel (canvas, x, y) == color;
  return n;
}

/* The legend names the tick of the cycle before only when there is one. */
static void
test_legend (void)
{
  g_autoptr (MerScoreTable) table = make_district ();
  g_autoptr (MerRatingLayout) with = lay_out (table, table, MER_RATING_CHART_BARS);
  g_autoptr (MerRatingLayout) without = lay_out (table, NULL, MER_RATING_CHART_BARS);
  Canvas canvas;

  canvas_init (&canvas, MER_THEME_LIGHT, 100);
  mer_rating_chart_paint_footer (without, canvas.cr, canvas.theme);
  g_assert_cmpuint (count_pixels (&canvas, color_of (&canvas.theme->bar)), >, 50);
  g_assert_cmpuint (count_pixels (&canvas, color_of (&canvas.theme->previous)), ==, 0);
  mer_rating_chart_paint_footer (with, canvas.cr, canvas.theme);
  g_assert_cmpuint (count_pixels (&canvas, color_of (&canvas.theme->previous)), >, 10);
  canvas_clear (&canvas);
}

static void
test_empty (void)
{
  g_autoptr (MerScoreTable) table = mer_test_scores (NULL, 0, NULL, NULL);
  Canvas canvas;

  for (guint style = MER_RATING_CHART_BARS; style <= MER_RATING_CHART_CRITERIA; style++)
    {
      g_autoptr (MerRatingLayout) layout = lay_out (table, NULL, style);

      canvas_init (&canvas, MER_THEME_LIGHT, 100);
      mer_rating_chart_paint_header (layout, canvas.cr, canvas.theme);
      mer_rating_chart_paint_body (layout, canvas.cr, canvas.theme, 0, 100, -1, -1);
      mer_rating_chart_paint_footer (layout, canvas.cr, canvas.theme);
      /* the sentence that there is nothing */
      g_assert_cmpuint (count_pixels (&canvas, 0xffffff), <, WIDTH * 100 - 50);
      canvas_clear (&canvas);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/paint/bars", test_bars);
  g_test_add_func ("/chart/paint/hover", test_hover_differs);
  g_test_add_func ("/chart/paint/tick", test_tick_and_halo);
  g_test_add_func ("/chart/paint/criteria", test_criteria);
  g_test_add_func ("/chart/paint/print-patterns", test_print_patterns);
  g_test_add_func ("/chart/paint/stretch", test_stretch_only);
  g_test_add_func ("/chart/paint/frame", test_frame);
  g_test_add_func ("/chart/paint/legend", test_legend);
  g_test_add_func ("/chart/paint/empty", test_empty);
  return g_test_run ();
}
