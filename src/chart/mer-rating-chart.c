/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paints the rating chart from its layout. Marks of one colour are gathered into one
 * path, and only the visible stretch is touched, so that a paint does not depend on how
 * many organizations there are. */
#include "config.h"

#include "chart/mer-rating-chart-private.h"

#include <math.h>

#define SMALL_TEXT 0.82
#define TICK_HEIGHT 20.0
#define HALO 1.25
#define DOT 9.0
#define ROW_TINT 0.16
#define HOVER_SHIFT 0.08
#define DIAGONAL_STEP 3.0
#define DOTS_STEP 4.0

void
mer_rating_set_color (cairo_t        *cr,
                      const MerColor *color)
{
  cairo_set_source_rgb (cr, color->red, color->green, color->blue);
}

void
mer_rating_begin_painting (MerRatingPainter      *p,
                           const MerRatingLayout *layout,
                           cairo_t               *cr,
                           const MerChartTheme   *theme)
{
  const MerRatingChartOptions *options = &layout->options;

  *p = (MerRatingPainter){ .layout = layout, .theme = theme, .cr = cr };
  p->selected = -1;
  p->hover = -1;
  p->normal = (MerTextStyle){ options->font, options->em, FALSE };
  p->small = (MerTextStyle){ options->small_font, options->em * SMALL_TEXT, FALSE };
  p->print = theme->variant == MER_THEME_PRINT;
  p->contrast = theme->variant == MER_THEME_CONTRAST_LIGHT ||
                theme->variant == MER_THEME_CONTRAST_DARK;
  p->hairline = p->print ? 0.25 : 1;
  mer_text_begin (layout->text, cr);
}

/* A vertical line at x, on whole pixels where there are pixels. */
static void
add_vertical (const MerRatingPainter *p,
              double                  x,
              double                  y1,
              double                  y2)
{
  if (!p->print)
    x = floor (x) + 0.5;
  cairo_move_to (p->cr, x, y1);
  cairo_line_to (p->cr, x, y2);
}

static void
paint_grid (const MerRatingPainter *p)
{
  const MerRatingLayout *layout = p->layout;

  cairo_set_line_width (p->cr, p->hairline);
  mer_rating_set_color (p->cr, &p->theme->grid);
  for (double v = layout->from + layout->step; v < layout->maximum + layout->step / 2;
       v += layout->step)
    add_vertical (p, mer_rating_layout_x (layout, v), p->top, p->top + p->height);
  cairo_stroke (p->cr);
}

static void
paint_zero_line (const MerRatingPainter *p)
{
  cairo_set_line_width (p->cr, p->print ? 0.5 : 1);
  mer_rating_set_color (p->cr, &p->theme->zero);
  add_vertical (p, p->layout->plot_x, p->top, p->top + p->height);
  cairo_stroke (p->cr);
}

static void
paint_row_tint (const MerRatingPainter *p)
{
  const MerRatingMark *mark;
  const MerColor      *accent = &p->theme->selected;

  if (p->selected < (int) p->first || p->selected >= (int) p->end)
    return;
  mark = &p->layout->marks[p->selected];
  cairo_set_source_rgba (p->cr, accent->red, accent->green, accent->blue, ROW_TINT);
  cairo_rectangle (p->cr, 0, mark->top, p->layout->options.width, mark->pitch);
  cairo_fill (p->cr);
}

static void
add_bar (const MerRatingPainter *p,
         const MerRatingMark    *mark)
{
  if (p->layout->from > 0)
    {
      double y = mark->y + mark->height / 2;

      cairo_new_sub_path (p->cr);
      cairo_arc (p->cr, mark->x + mark->width, y, DOT / 2, 0, 2 * G_PI);
    }
  else
    cairo_rectangle (p->cr, mark->x, mark->y, mark->width, mark->height);
}

void
mer_rating_fill_bars (const MerRatingPainter *p,
                      const MerColor         *color)
{
  mer_rating_set_color (p->cr, color);
  if (!p->print && !p->contrast)
    {
      cairo_fill (p->cr);
      return;
    }
  cairo_fill_preserve (p->cr);
  cairo_set_line_width (p->cr, p->print ? 0.5 : 1);
  mer_rating_set_color (p->cr, &p->theme->ink);
  cairo_stroke (p->cr);
}

/* Lighter in light styles, darker in dark ones. */
static MerColor
hovered (const MerRatingPainter *p,
         const MerColor         *color)
{
  gboolean dark = p->theme->variant == MER_THEME_DARK ||
                  p->theme->variant == MER_THEME_CONTRAST_DARK;
  double to = dark ? 0 : 1;

  return (MerColor){
    color->red + (to - color->red) * HOVER_SHIFT,
    color->green + (to - color->green) * HOVER_SHIFT,
    color->blue + (to - color->blue) * HOVER_SHIFT,
  };
}

static void
paint_bars (const MerRatingPainter *p)
{
  for (guint i = p->first; i < p->end; i++)
    if (p->layout->marks[i].defined && (int) i != p->selected && (int) i != p->hover)
      add_bar (p, &p->layout->marks[i]);
  mer_rating_fill_bars (p, &p->theme->bar);
  for (guint i = p->first; i < p->end; i++)
    {
      MerColor color = (int) i == p->selected ? p->theme->selected : p->theme->bar;

      if (!p->layout->marks[i].defined || ((int) i != p->selected && (int) i != p->hover))
        continue;
      if ((int) i == p->hover)
        color = hovered (p, &color);
      add_bar (p, &p->layout->marks[i]);
      mer_rating_fill_bars (p, &color);
    }
}

static void
paint_diagonals (cairo_t *cr,
                 double   x1,
                 double   y1,
                 double   x2,
                 double   y2)
{
  double height = y2 - y1;

  for (double x = x1 - height; x < x2; x += DIAGONAL_STEP)
    {
      cairo_move_to (cr, x, y2);
      cairo_line_to (cr, x + height, y1);
    }
  cairo_set_line_width (cr, 0.5);
  cairo_stroke (cr);
}

/* Rows of dots in one rectangle, every other one shifted, none cut at an edge. */
static void
add_dots (cairo_t *cr,
          double   x1,
          double   y1,
          double   x2,
          double   y2)
{
  gboolean odd = FALSE;

  for (double y = y1 + 1.5; y <= y2 - 1; y += DOTS_STEP / 2, odd = !odd)
    {
      double left = x1 + (odd ? DOTS_STEP : DOTS_STEP / 2);

      if (left > x2 - 1)
        continue;
      cairo_move_to (cr, left, y);
      cairo_line_to (cr, x2 - 1, y);
    }
}

/* Dots in every rectangle of a path. A dashed line whose dashes have no length but round
 * ends is a row of dots; one stroke draws them all. */
static void
paint_dots (cairo_t            *cr,
            const cairo_path_t *rectangles)
{
  const double             dash[] = { 0, DOTS_STEP };
  const cairo_path_data_t *corner = NULL;
  guint                    n_lines = 0;

  cairo_new_path (cr);
  for (int i = 0; i < rectangles->num_data; i += rectangles->data[i].header.length)
    {
      const cairo_path_data_t *at = &rectangles->data[i];

      if (at->header.type == CAIRO_PATH_MOVE_TO)
        {
          corner = at;
          n_lines = 0;
        }
      /* the second line ends in the opposite corner */
      else if (at->header.type == CAIRO_PATH_LINE_TO && ++n_lines == 2 && corner != NULL)
        add_dots (cr, corner[1].point.x, corner[1].point.y, at[1].point.x, at[1].point.y);
    }
  cairo_set_dash (cr, dash, 2, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/* Fills the current path, a set of rectangles, and leaves it for an outline. */
void
mer_rating_fill_pattern (const MerRatingPainter *p,
                         const MerColor         *color,
                         MerFill                 fill)
{
  double        x1, y1, x2, y2;
  cairo_path_t *path;

  mer_rating_set_color (p->cr, fill == MER_FILL_SOLID ? color : &p->theme->paper);
  cairo_fill_preserve (p->cr);
  cairo_path_extents (p->cr, &x1, &y1, &x2, &y2);
  if (fill == MER_FILL_SOLID || x2 <= x1)
    return;
  path = cairo_copy_path (p->cr);
  cairo_save (p->cr);
  mer_rating_set_color (p->cr, color);
  if (fill == MER_FILL_DOTS)
    paint_dots (p->cr, path);
  else
    {
      cairo_clip (p->cr);
      paint_diagonals (p->cr, x1, y1, x2, y2);
    }
  cairo_restore (p->cr);
  cairo_append_path (p->cr, path);
  cairo_path_destroy (path);
}

void
mer_rating_outline_path (const MerRatingPainter *p)
{
  if (p->print || p->contrast)
    {
      cairo_set_line_width (p->cr, p->print ? 0.5 : 1);
      mer_rating_set_color (p->cr, &p->theme->ink);
      cairo_stroke (p->cr);
    }
  cairo_new_path (p->cr);
}

/* One criterion of all visible rows at once. */
static void
paint_segment (const MerRatingPainter *p,
               guint                   criterion,
               guint                   n)
{
  double gap = p->print || p->contrast ? 0 : 1;

  for (guint i = p->first; i < p->end; i++)
    {
      const MerRatingMark *mark = &p->layout->marks[i];
      double               left, width;

      if (mark->segments == NULL)
        continue;
      left = criterion == 0 ? mark->x : mark->segments[criterion - 1];
      width = mark->segments[criterion] - left;
      if (criterion + 1 < n && width > 2 * gap)
        width -= gap;
      if (width > 0)
        cairo_rectangle (p->cr, left, mark->y, width, mark->height);
    }
  mer_rating_fill_pattern (p, &p->theme->criteria[criterion % 5],
                           p->theme->criteria_fill[criterion % 5]);
  mer_rating_outline_path (p);
}

static void
paint_segments (const MerRatingPainter *p)
{
  guint n = p->layout->table->n_criteria;

  for (guint k = 0; k < n; k++)
    paint_segment (p, k, n);
}

static void
add_tick (const MerRatingPainter *p,
          double                  x,
          double                  middle,
          double                  grow)
{
  double height = MIN (TICK_HEIGHT, p->layout->options.pitch - 2 * HALO);

  cairo_rectangle (p->cr, x - MER_RATING_TICK_WIDTH / 2 - grow, middle - height / 2 - grow,
                   MER_RATING_TICK_WIDTH + 2 * grow, height + 2 * grow);
}

static void
paint_ticks (const MerRatingPainter *p)
{
  for (int pass = 0; pass < 2; pass++)
    {
      for (guint i = p->first; i < p->end; i++)
        {
          const MerRatingMark *mark = &p->layout->marks[i];

          if (!isnan (mark->previous_x))
            add_tick (p, mark->previous_x, mark->y + mark->height / 2, pass == 0 ? HALO : 0);
        }
      mer_rating_set_color (p->cr, pass == 0 ? &p->theme->paper : &p->theme->previous);
      cairo_fill (p->cr);
    }
}

static void
paint_label (const MerRatingPainter *p,
             guint                   i,
             double                  middle)
{
  const MerRatingLayout *layout = p->layout;
  PangoLayout           *label;
  int                    width, height;

  if (layout->labels == NULL)
    {
      mer_text_show (layout->text, p->cr, &p->normal, layout->marks[i].label, layout->label_x,
                     middle, MER_TEXT_LEFT, layout->label_width);
      return;
    }
  label = g_ptr_array_index (layout->labels, i);
  pango_layout_get_size (label, &width, &height);
  cairo_move_to (p->cr, layout->label_x, middle - (double) height / PANGO_SCALE / 2);
  pango_cairo_show_layout (p->cr, label);
}

static void
paint_texts (const MerRatingPainter *p)
{
  const MerRatingLayout *layout = p->layout;
  MerTextStyle           strong = p->normal;

  strong.bold = TRUE;
  for (guint i = p->first; i < p->end; i++)
    {
      const MerRatingMark *mark = &layout->marks[i];
      double               middle = mark->y + mark->height / 2;

      mer_rating_set_color (p->cr, &p->theme->secondary);
      if (mark->reason != NULL)
        mer_text_show (layout->text, p->cr, &p->small, mark->reason, mark->x + 6, middle,
                       MER_TEXT_LEFT, layout->plot_width - 6);
      if (layout->options.style == MER_RATING_CHART_BARS)
        continue;
      if (layout->place_right > 0)
        mer_text_show (layout->text, p->cr, &p->normal, mark->place, layout->place_right, middle,
                       MER_TEXT_RIGHT, 0);
      mer_rating_set_color (p->cr, &p->theme->ink);
      paint_label (p, i, middle);
      mer_text_show (layout->text, p->cr, &strong, mark->value, layout->value_right, middle,
                     MER_TEXT_RIGHT, 0);
    }
}

static void
find_visible (MerRatingPainter *p)
{
  int first = mer_rating_layout_hit (p->layout, MAX (p->top, 0));
  int last = mer_rating_layout_hit (p->layout, p->top + p->height - 0.01);

  p->first = first < 0 ? 0 : (guint) first;
  p->end = last < 0 ? p->layout->n_marks : (guint) last + 1;
}

/**
 * mer_rating_chart_paint_body:
 * @self: the layout
 * @cr: its origin is the upper left corner of the whole body
 * @theme: colours
 * @top: where the visible stretch begins
 * @height: of the visible stretch
 * @selected: index of the selected mark, or −1
 * @hover: index of the mark under the pointer, or −1
 */
void
mer_rating_chart_paint_body (const MerRatingLayout *self,
                             cairo_t               *cr,
                             const MerChartTheme   *theme,
                             double                 top,
                             double                 height,
                             int                    selected,
                             int                    hover)
{
  MerRatingPainter p;

  mer_rating_begin_painting (&p, self, cr, theme);
  if (self->n_marks == 0)
    {
      mer_rating_set_color (cr, &theme->secondary);
      mer_text_show (self->text, cr, &p.normal, mer_rating_no_data (self->options.language),
                     self->options.width / 2, self->body / 2, MER_TEXT_CENTRE, self->options.width);
      return;
    }
  p.top = MAX (top, 0);
  p.height = MIN (height, self->body - p.top);
  if (p.height <= 0)
    return;
  p.selected = selected;
  p.hover = hover;
  find_visible (&p);
  cairo_save (cr);
  cairo_rectangle (cr, 0, p.top, self->options.width, p.height);
  cairo_clip (cr);
  paint_row_tint (&p);
  paint_grid (&p);
  if (self->options.style == MER_RATING_CHART_CRITERIA)
    paint_segments (&p);
  else
    paint_bars (&p);
  paint_zero_line (&p);
  if (self->options.style != MER_RATING_CHART_CRITERIA)
    paint_ticks (&p);
  paint_texts (&p);
  cairo_restore (cr);
}
