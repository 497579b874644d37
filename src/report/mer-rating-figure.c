/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chart of a rating as a figure of a document: the window's own painting code, on
 * paper, cut between rows. */
#include "config.h"

#include "chart/mer-rating-chart.h"
#include "report/mer-rating-report-private.h"

#define SERIF "PT Serif, Liberation Serif, Times New Roman, serif"
#define SANS "PT Sans, Liberation Sans, Arial, sans"
#define PITCH 17.0
#define BAR 11.0
#define TEXT_SIZE 10.0

typedef struct
{
  MerScoreTable        *table;
  GPtrArray            *rows;
  MerRatingChartOptions options;
  MerRatingLayout      *layout; /* once measured */
} Figure;

static MerRatingLayout *
lay_out (const Figure *figure,
         double        width,
         gboolean      print)
{
  MerRatingChartOptions options = figure->options;

  options.width = width;
  options.print = print;
  return mer_rating_layout_new (figure->table, figure->rows, NULL, &options);
}

static void
measure_figure (double   width,
                gpointer data)
{
  Figure *figure = data;

  g_clear_pointer (&figure->layout, mer_rating_layout_free);
  figure->layout = lay_out (figure, width, TRUE);
}

static double
figure_height (guint    first,
               guint    n,
               gpointer data)
{
  Figure *figure = data;
  double  top;

  return mer_rating_layout_stretch (figure->layout, first, n, &top) +
         mer_rating_layout_footer_height (figure->layout);
}

static void
paint_figure (cairo_t *cr,
              guint    first,
              guint    n,
              gpointer data)
{
  Figure              *figure = data;
  const MerChartTheme *theme = mer_chart_theme_get (MER_THEME_PRINT);
  double               top;
  double               height = mer_rating_layout_stretch (figure->layout, first, n, &top);

  cairo_save (cr);
  cairo_translate (cr, 0, -top);
  mer_rating_chart_paint_body (figure->layout, cr, theme, top, height, -1, -1);
  cairo_translate (cr, 0, top + height);
  mer_rating_chart_paint_footer (figure->layout, cr, theme);
  cairo_restore (cr);
}

static void
figure_free (gpointer data)
{
  Figure *figure = data;

  g_clear_pointer (&figure->layout, mer_rating_layout_free);
  g_ptr_array_unref (figure->rows);
  mer_score_table_unref (figure->table);
  g_free (figure);
}

/* Whoever hears it learns no more than who sees it. */
static char *
describe_without_places (const MerRatingReport *self,
                         const GPtrArray       *rows)
{
  g_autofree char *count = mer_format_count (self->language, rows->len);

  return g_strdup_printf (mer_trn (self->language, "Score by criteria, %s organization.",
                                   "Score by criteria, %s organizations.", rows->len),
                          count);
}

MerFigure *
mer_rating_report_figure (const MerRatingReport *self,
                          GPtrArray             *rows)
{
  Figure    *figure = g_new0 (Figure, 1);
  MerFigure *result = g_new0 (MerFigure, 1);
  g_autoptr (MerRatingLayout) window = NULL;

  figure->table = mer_score_table_ref (self->input->scores);
  figure->rows = g_ptr_array_copy (rows, NULL, NULL);
  figure->options = (MerRatingChartOptions){
    .style = MER_RATING_CHART_CRITERIA,
    .language = self->language,
    .pitch = PITCH,
    .bar = BAR,
    .em = TEXT_SIZE,
    .font = SERIF,
    .small_font = SANS,
    .rank_in_kind = self->form == MER_PUBLICATION_KINDS ||
                    self->input->ranks == MER_REPORT_RANKS_IN_KIND,
  };
  /* the words do not depend on the width; without wrapped names they come cheaper */
  window = lay_out (figure, 0, FALSE);
  result->description = mer_rating_report_has_no_places (self)
                          ? describe_without_places (self, rows)
                          : mer_rating_layout_describe (window);
  result->n_rows = rows->len;
  result->measure = measure_figure;
  result->height = figure_height;
  result->paint = paint_figure;
  result->data = figure;
  result->destroy = figure_free;
  return result;
}
