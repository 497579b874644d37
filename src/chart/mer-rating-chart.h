/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "chart/mer-chart-theme.h"
#include "core/mer-language.h"
#include "scoring/mer-score-table.h"

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
  MerLanguage language;
  double width;
  double pitch;         /* height of a row; 28 in the window */
  double bar;           /* thickness of a bar; 14 in the window */
  double em;            /* text size in px */
  const char *font;     /* family, NULL: "Sans" */
  const char *series_title;   /* «НОКО 2024», for the legend */
  const char *previous_title; /* nullable */
} MerRatingChartOptions;

typedef struct
{
  gint64 organization_id;
  guint row;            /* index into the rows that were given */
  double x, y, width, height; /* of the bar; the row is pitch high around it */
  double previous_x;    /* tick of the previous cycle, NAN: none */
  gboolean defined;
  double segments[8];   /* CRITERIA: right edges */
  char *label, *value, *place, *reason;
} MerRatingMark;

typedef struct _MerRatingLayout MerRatingLayout;

/* `rows`: (element-type MerScoreRow) the rows to show, in order, kept alive by
 * `table`; `previous`: (nullable) the cycle before. Pure. */
MerRatingLayout *mer_rating_layout_new (MerScoreTable               *table,
                                        GPtrArray                   *rows,
                                        MerScoreTable               *previous,
                                        const MerRatingChartOptions *options);
void mer_rating_layout_free (MerRatingLayout *self);
guint mer_rating_layout_n_marks (const MerRatingLayout *self);
const MerRatingMark *mer_rating_layout_mark (const MerRatingLayout *self,
                                             guint                  i);
/* Heights: of the band strip above, of all rows, of axis and legend below. */
double mer_rating_layout_header_height (const MerRatingLayout *self);
double mer_rating_layout_body_height (const MerRatingLayout *self);
double mer_rating_layout_footer_height (const MerRatingLayout *self);
/* −1 when there is none at this y of the body. */
int mer_rating_layout_hit (const MerRatingLayout *self,
                           double                 y);
/* The sentence for a screen reader (specification, chapter 4). */
char *mer_rating_layout_describe (const MerRatingLayout *self);
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
