/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The time scale: where bars stand, how wide its steps are, what a reader is told. */

#include "chart/mer-timeline-chart.h"

static GPtrArray *
rows_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) mer_timeline_row_free);
}

static MerTimelineRow *
add (GPtrArray  *rows,
     const char *label,
     const char *first,
     const char *last)
{
  MerTimelineRow *row = g_new0 (MerTimelineRow, 1);

  row->id = rows->len + 1;
  row->label = g_strdup (label);
  row->first = mer_day_from_iso (first);
  row->last = mer_day_from_iso (last);
  g_ptr_array_add (rows, row);
  return row;
}

static MerTimelineLayout *
layout_of (GPtrArray *rows,
           double     width)
{
  MerTimelineOptions options = {
    .language = MER_LANGUAGE_EN,
    .width = width,
    .em = 13,
    .today = mer_day_from_iso ("2024-12-03"),
  };

  return mer_timeline_layout_new (rows, &options);
}

static void
test_marks (void)
{
  g_autoptr (GPtrArray) rows = rows_new ();
  g_autoptr (MerTimelineLayout) layout = NULL;
  const MerTimelineMark *year = NULL, *half = NULL, *point = NULL, *none = NULL, *always = NULL;

  add (rows, "year", "2024-01-01", "2024-12-31");
  add (rows, "half", "2024-07-01", "2024-12-31");
  add (rows, "point", "2024-01-01", "2024-06-30")->until = TRUE;
  add (rows, "none", "", "");
  add (rows, "always", "", "")->continuous = TRUE;
  layout = layout_of (rows, 1048);
  year = mer_timeline_layout_mark (layout, 0);
  half = mer_timeline_layout_mark (layout, 1);
  point = mer_timeline_layout_mark (layout, 2);
  none = mer_timeline_layout_mark (layout, 3);
  always = mer_timeline_layout_mark (layout, 4);
  /* 184 of the 366 days of 2024 */
  g_assert_cmpfloat_with_epsilon (half->width, year->width * 184 / 366, 0.01);
  g_assert_cmpfloat_with_epsilon (half->x, year->x + year->width * 182 / 366, 0.01);
  g_assert_cmpfloat_with_epsilon (point->x + point->width, half->x, 0.01);
  g_assert_cmpfloat_with_epsilon (none->width, 0, 0.01);
  g_assert_cmpfloat_with_epsilon (always->width, year->width, 0.01);
  g_assert_cmpint (mer_timeline_layout_hit (layout, half->top + 1), ==, 1);
  g_assert_cmpint (mer_timeline_layout_hit (layout, always->top + always->pitch + 1), ==, -1);
  g_assert_cmpint (mer_timeline_layout_hit (layout, -1), ==, -1);
}

static void
test_steps (void)
{
  g_autoptr (GPtrArray) rows = rows_new ();
  g_autoptr (MerTimelineLayout) wide = NULL;
  g_autoptr (MerTimelineLayout) narrow = NULL;
  g_autoptr (MerTimelineLayout) long_one = NULL;

  add (rows, "year", "2024-01-01", "2024-12-31");
  wide = layout_of (rows, 1048);
  narrow = layout_of (rows, 640);
  g_assert_cmpint (mer_timeline_layout_step_months (wide), ==, 1);
  g_assert_cmpint (mer_timeline_layout_step_months (narrow), ==, 3);
  add (rows, "years", "2013-01-01", "2026-12-31");
  long_one = layout_of (rows, 1048);
  g_assert_cmpint (mer_timeline_layout_step_months (long_one), ==, 12);
}

static void
test_words (void)
{
  g_autoptr (GPtrArray) rows = rows_new ();
  g_autofree char *empty = NULL;
  g_autofree char *text = NULL;
  MerDay           today = mer_day_from_iso ("2024-12-03");

  empty = mer_timeline_describe (rows, today, MER_LANGUAGE_EN);
  g_assert_cmpstr (empty, ==, "The time scale is empty.");
  add (rows, "1", "2024-01-01", "2024-11-30")->status = MER_TIMELINE_OVERDUE;
  add (rows, "2", "2024-01-01", "2024-12-31");
  add (rows, "3", "2024-01-01", "2024-12-20")->status = MER_TIMELINE_DONE;
  add (rows, "I", "", "")->heading = TRUE;
  text = mer_timeline_describe (rows, today, MER_LANGUAGE_EN);
  g_assert_cmpstr (text, ==, "3 items, 1 is overdue, 1 is due within a month.");
}

/* Each theme, a scale without rows and one of a single day: nothing to trip over. */
static void
test_paint (void)
{
  g_autoptr (GPtrArray) rows = rows_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 800, 400);
  cairo_t         *cr = cairo_create (surface);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (MerTimelineLayout) layout = layout_of (rows, 800);

      for (int variant = 0; variant <= MER_THEME_PRINT; variant++)
        {
          const MerChartTheme *theme = mer_chart_theme_get ((MerThemeVariant) variant);

          mer_timeline_paint_header (layout, cr, theme);
          mer_timeline_paint_body (layout, cr, theme, 0, 400, 0, 1);
        }
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      add (rows, "day", "2024-12-03", "2024-12-03")->status = MER_TIMELINE_OVERDUE;
      add (rows, "text", "", "")->phrase = g_strdup ("по отдельному плану");
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/marks", test_marks);
  g_test_add_func ("/timeline/steps", test_steps);
  g_test_add_func ("/timeline/words", test_words);
  g_test_add_func ("/timeline/paint", test_paint);
  return g_test_run ();
}
