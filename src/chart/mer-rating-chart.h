/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "chart/mer-chart-theme.h"
#include "core/mer-language.h"
#include "scoring/mer-score-past.h"

G_BEGIN_DECLS

/* The rating bars: data → layout → paint. No GTK; used by the window, by print
 * and by PDF alike. Lengths are pixels at 96 dpi (points when printed). */

typedef enum
{
  MER_RATING_CHART_BARS,     /* one bar a row, no names: beside a table that has them */
  MER_RATING_CHART_LABELLED, /* place, name, bar, value */
  MER_RATING_CHART_CRITERIA, /* as LABELLED, the bar cut into criteria */
} MerRatingChartStyle;

typedef struct
{
  MerRatingChartStyle style;
  MerLanguage         language;
  double              width;
  double              pitch;        /* height of a row; 28 in the window */
  double              bar;          /* thickness of a bar; 14 in the window */
  double              em;           /* text size in px */
  const char         *font;         /* family, NULL: "Sans" */
  const char         *small_font;   /* family of axis and legend, NULL: as font */
  const char         *series_title; /* «НОКО 2024», for the legend */
  gboolean            rank_in_kind; /* places within each kind of organization */
  gboolean            print;        /* no places, names wrap, margins of a table's cells */
  double              scale_from;   /* > 0: the scale begins here and bars become dots */
} MerRatingChartOptions;

typedef struct
{
  gint64      organization_id;
  double      top, pitch;          /* of the row, in the body */
  double      x, y, width, height; /* of the bar */
  double      previous_x;          /* tick of the last assessment before, NAN: none */
  gboolean    defined;
  double     *segments; /* CRITERIA: right edges, one a criterion; else NULL */
  const char *label;    /* the organization's name */
  char       *value, *place;
  char       *reason; /* why there is no bar; NULL when there is one */
} MerRatingMark;

typedef struct _MerRatingLayout MerRatingLayout;

/* `rows`: (element-type MerScoreRow) the rows to show, in order, kept alive by
 * `table`; `past`: (nullable) (element-type MerPastYear) what was before. Keeps both and copies
 * the options. Pure; the layout then stays on one thread. */
MerRatingLayout *mer_rating_layout_new (MerScoreTable               *table,
                                        GPtrArray                   *rows,
                                        GPtrArray                   *past,
                                        const MerRatingChartOptions *options);
/* (transfer full) */
void mer_rating_layout_free (MerRatingLayout *self);
/* One mark a row, in the order of the rows. */
guint mer_rating_layout_n_marks (const MerRatingLayout *self);
/* (transfer none): `i` must be less than the number of marks. */
const MerRatingMark *mer_rating_layout_mark (const MerRatingLayout *self,
                                             guint                  i);
/* Heights: of the band strip above, of all rows, of axis and legend below. */
double mer_rating_layout_header_height (const MerRatingLayout *self);
double mer_rating_layout_body_height (const MerRatingLayout *self);
double mer_rating_layout_footer_height (const MerRatingLayout *self);
/* −1 when there is none at this y of the body. */
int mer_rating_layout_hit (const MerRatingLayout *self,
                           double                 y);
/* The `n` rows from `first` that one page takes: where they begin and how high they are. */
double mer_rating_layout_stretch (const MerRatingLayout *self,
                                  guint                  first,
                                  guint                  n,
                                  double                *top);
/* The sentence for a screen reader (specification, chapter 4). */
char *mer_rating_layout_describe (const MerRatingLayout *self);
/* What a tooltip says of one mark. */
char *mer_rating_layout_describe_mark (const MerRatingLayout *self,
                                       guint                  i);
/* A text dump for golden tests. */
char *mer_rating_layout_dump (const MerRatingLayout *self);

/* Parts are painted apart so that the body can scroll between header and footer.
 * `selected`, `hover`: index or −1. `top`, `height`: the visible stretch of the body. */
void mer_rating_chart_paint_header (const MerRatingLayout *self,
                                    cairo_t               *cr,
                                    const MerChartTheme   *theme);
void mer_rating_chart_paint_body (const MerRatingLayout *self,
                                  cairo_t               *cr,
                                  const MerChartTheme   *theme,
                                  double                 top,
                                  double                 height,
                                  int                    selected,
                                  int                    hover);
void mer_rating_chart_paint_footer (const MerRatingLayout *self,
                                    cairo_t               *cr,
                                    const MerChartTheme   *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerRatingLayout, mer_rating_layout_free)

G_END_DECLS
