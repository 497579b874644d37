/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/mer-chart-text.h"
#include "chart/mer-rating-chart.h"

G_BEGIN_DECLS

/* A piece of the band strip above the plot. */
typedef struct
{
  double      x, width;
  guint       color; /* index into the theme's bands */
  const char *title;
  const char *short_title;
} MerRatingBand;

struct _MerRatingLayout
{
  MerRatingChartOptions options; /* strings owned */
  MerScoreTable        *table;
  GPtrArray            *past; /* of MerPastYear; nullable */
  MerText              *text;

  double from, maximum, step; /* of the scale */
  double plot_x, plot_width;
  double place_right, label_x, label_width, value_right;
  double header, body, footer;

  guint               n_marks;
  MerRatingMark      *marks;
  const MerScoreRow **rows;   /* of the marks */
  GPtrArray          *labels; /* of PangoLayout: names that wrap on paper; else NULL */
  GArray             *bands;  /* of MerRatingBand */
  const MerPastYear  *last;   /* of the marks that have any; NULL: none, or several */
  gboolean            has_defined, has_previous;
};

/* Where a value of the scale lies; clamped to the plot. */
double mer_rating_layout_x (const MerRatingLayout *self,
                            double                 value);

#define MER_RATING_TICK_WIDTH 2.5

/* One act of painting. */
typedef struct
{
  const MerRatingLayout *layout;
  const MerChartTheme   *theme;
  cairo_t               *cr;
  MerTextStyle           normal, small;
  gboolean               print, contrast;
  double                 hairline;
  guint                  first, end; /* of the visible marks */
  double                 top, height;
  int                    selected, hover;
} MerRatingPainter;

/* Fills `p`, which borrows all three, for one painting. */
void mer_rating_begin_painting (MerRatingPainter      *p,
                                const MerRatingLayout *layout,
                                cairo_t               *cr,
                                const MerChartTheme   *theme);
/* What is painted next has this colour. */
void mer_rating_set_color (cairo_t        *cr,
                           const MerColor *color);
/* Fills the current path as bars are filled, outlined where the style asks for it. */
void mer_rating_fill_bars (const MerRatingPainter *p,
                           const MerColor         *color);
/* Fills the current path, a set of rectangles, and leaves it for its outline. */
void mer_rating_fill_pattern (const MerRatingPainter *p,
                              const MerColor         *color,
                              MerFill                 fill);
/* Outlines the current path where the style asks for it; drops it. */
void mer_rating_outline_path (const MerRatingPainter *p);

/* «не определён: нет данных по 3.3»: (transfer full). */
char *mer_rating_reason (MerLanguage          language,
                         const MerScoreTable *table,
                         const MerScoreRow   *row);
/* What the body says when there is no row. */
const char *mer_rating_no_data (MerLanguage language);

G_END_DECLS
