/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around the bars of the rating chart and does not scroll: the strip of
 * bands above, the axis and the legend below. */
#include "config.h"

#include "chart/mer-rating-chart-private.h"

#define BAND_STRIP 5.0
#define BAND_SLOT_EM 4.2 /* 56 px at the usual size */

typedef enum
{
  TITLES_FULL,
  TITLES_SHORT,
  TITLES_NONE,
} BandTitles;

static const char *
band_text (const MerRatingBand *band,
           BandTitles           titles)
{
  return titles == TITLES_FULL ? band->title : band->short_title;
}

/* The longest form in which every name fits its piece of the strip. */
static BandTitles
choose_titles (const MerRatingPainter *p)
{
  const GArray *bands = p->layout->bands;

  for (BandTitles titles = TITLES_FULL; titles < TITLES_NONE; titles++)
    {
      gboolean fits = TRUE;

      for (guint i = 0; fits && i < bands->len; i++)
        {
          const MerRatingBand *band = &g_array_index (bands, MerRatingBand, i);
          const char          *text = band_text (band, titles);

          fits = band->width >= BAND_SLOT_EM * p->layout->options.em &&
                 mer_text_width (p->layout->text, &p->small, text) <= band->width - 4;
        }
      if (fits)
        return titles;
    }
  return TITLES_NONE;
}

static void
paint_band (const MerRatingPainter *p,
            const MerRatingBand    *band,
            BandTitles              titles)
{
  double y = p->layout->header - BAND_STRIP - 2;

  cairo_rectangle (p->cr, band->x + 0.5, y + 0.5, MAX (band->width - 1, 1), BAND_STRIP - 1);
  mer_rating_set_color (p->cr, &p->theme->bands[band->color]);
  cairo_fill_preserve (p->cr);
  if (band->color == 0 || p->print || p->contrast)
    mer_rating_set_color (p->cr, &p->theme->outline);
  cairo_set_line_width (p->cr, p->print ? 0.25 : 1);
  cairo_stroke (p->cr);
  if (titles == TITLES_NONE)
    return;
  mer_rating_set_color (p->cr, &p->theme->secondary);
  mer_text_show (p->layout->text, p->cr, &p->small, band_text (band, titles),
                 band->x + band->width / 2, y / 2 + 1, MER_TEXT_CENTRE, 0);
}

/**
 * mer_rating_chart_paint_header:
 * @self: the layout
 * @cr: its origin is the upper left corner of the header
 * @theme: colours
 *
 * The strip of bands with their names.
 */
void
mer_rating_chart_paint_header (const MerRatingLayout *self,
                               cairo_t               *cr,
                               const MerChartTheme   *theme)
{
  MerRatingPainter p;
  BandTitles       titles;

  if (self->header <= 0)
    return;
  mer_rating_begin_painting (&p, self, cr, theme);
  titles = choose_titles (&p);
  for (guint i = 0; i < self->bands->len; i++)
    paint_band (&p, &g_array_index (self->bands, MerRatingBand, i), titles);
}

static void
paint_axis (const MerRatingPainter *p)
{
  const MerRatingLayout *layout = p->layout;
  double                 y = layout->options.em * 0.75;

  mer_rating_set_color (p->cr, &p->theme->zero);
  cairo_set_line_width (p->cr, p->print ? 0.25 : 1);
  cairo_move_to (p->cr, layout->plot_x, p->print ? 0 : 0.5);
  cairo_rel_line_to (p->cr, layout->plot_width, 0);
  cairo_stroke (p->cr);
  mer_rating_set_color (p->cr, &p->theme->secondary);
  for (double v = layout->from; v < layout->maximum + layout->step / 2; v += layout->step)
    {
      g_autofree char *text = g_strdup_printf ("%.0f", v);
      double           half = mer_text_width (layout->text, &p->small, text) / 2;
      double           x = mer_rating_layout_x (layout, v);

      /* the margin is as wide as the number at the usual size of text */
      if (!p->print)
        x = MIN (x, layout->options.width - half);
      mer_text_show (layout->text, p->cr, &p->small, text, x, y, MER_TEXT_CENTRE, 0);
    }
}

/* Draws a legend's text beside its mark; returns where the next mark begins. */
static double
paint_legend_text (const MerRatingPainter *p,
                   const char             *text,
                   double                  x,
                   double                  y)
{
  mer_rating_set_color (p->cr, &p->theme->secondary);
  mer_text_show (p->layout->text, p->cr, &p->small, text, x, y, MER_TEXT_LEFT, 0);
  return x + mer_text_width (p->layout->text, &p->small, text) + p->layout->options.em * 1.4;
}

static void
paint_criteria_legend (const MerRatingPainter *p,
                       double                  y)
{
  const MerRatingLayout *layout = p->layout;
  double                 x = layout->plot_x;
  double                 height = layout->options.em * 0.75;

  for (guint k = 0; k < layout->table->n_criteria; k++)
    {
      const MerCriterion *criterion = g_ptr_array_index (layout->table->methodology->criteria, k);
      const char         *label = mer_chart_criterion_label (layout->options.language, criterion);

      if (!mer_methodology_counts (layout->table->methodology, criterion))
        continue;
      cairo_rectangle (p->cr, x, y - height / 2, height * 1.4, height);
      mer_rating_fill_pattern (p, &p->theme->criteria[k % 5], p->theme->criteria_fill[k % 5]);
      mer_rating_outline_path (p);
      x = paint_legend_text (p, label, x + height * 1.4 + 5, y);
    }
}

static void
paint_series_legend (const MerRatingPainter *p,
                     double                  y)
{
  const MerRatingLayout *layout = p->layout;
  double                 x = layout->plot_x;
  double                 size = layout->options.em * 0.75;

  if (layout->has_defined && layout->options.series_title != NULL)
    {
      cairo_rectangle (p->cr, x, y - size / 2, size * 1.4, size);
      mer_rating_fill_bars (p, &p->theme->bar);
      x = paint_legend_text (p, layout->options.series_title, x + size * 1.4 + 6, y);
    }
  if (layout->has_previous)
    {
      const char *title = layout->last != NULL
                            ? layout->last->cycle->title
                            : mer_tr (layout->options.language, "last assessment before");

      cairo_rectangle (p->cr, x, y - size * 0.75, MER_RATING_TICK_WIDTH, size * 1.5);
      mer_rating_set_color (p->cr, &p->theme->previous);
      cairo_fill (p->cr);
      x = paint_legend_text (p, title, x + MER_RATING_TICK_WIDTH + 6, y);
    }
  if (layout->from > 0)
    {
      g_autofree char *text = g_strdup_printf (mer_tr (layout->options.language, "Scale from %d"),
                                               (int) layout->from);

      mer_rating_set_color (p->cr, &p->theme->warning);
      mer_text_show (layout->text, p->cr, &p->small, text, x, y, MER_TEXT_LEFT, 0);
    }
}

/**
 * mer_rating_chart_paint_footer:
 * @self: the layout
 * @cr: its origin is the upper left corner of the footer
 * @theme: colours
 *
 * The axis, and a legend of the marks in use.
 */
void
mer_rating_chart_paint_footer (const MerRatingLayout *self,
                               cairo_t               *cr,
                               const MerChartTheme   *theme)
{
  MerRatingPainter p;
  double           y = self->options.em * 2.45;

  if (self->footer <= 0)
    return;
  mer_rating_begin_painting (&p, self, cr, theme);
  paint_axis (&p);
  if (self->options.style == MER_RATING_CHART_CRITERIA)
    paint_criteria_legend (&p, y);
  else
    paint_series_legend (&p, y);
}
