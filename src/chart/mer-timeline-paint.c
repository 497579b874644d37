/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paints a time scale. */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/mer-timeline-private.h"

typedef struct
{
  const MerTimelineLayout *layout;
  const MerChartTheme     *theme;
  cairo_t                 *cr;
  MerTextStyle             normal, bold, small;
} Painter;

static void
set_color (const Painter  *p,
           const MerColor *color,
           double          alpha)
{
  cairo_set_source_rgba (p->cr, color->red, color->green, color->blue, alpha);
}

static void
begin (Painter                 *p,
       const MerTimelineLayout *layout,
       cairo_t                 *cr,
       const MerChartTheme     *theme)
{
  p->layout = layout;
  p->theme = theme;
  p->cr = cr;
  p->normal = (MerTextStyle){ layout->font, layout->options.em, FALSE };
  p->bold = (MerTextStyle){ layout->font, layout->options.em, TRUE };
  p->small = (MerTextStyle){ layout->font, layout->options.em * 0.82, FALSE };
  mer_text_begin (layout->text, cr);
}

/* --- header -------------------------------------------------------------------------------- */

static const char *
month_name (MerLanguage language,
            int         month)
{
  static const char *const names[] = {
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
  };

  return mer_trc (language, "month", names[month - 1]);
}

/* clang-format off */
/* Marked for translation: the names above. */
static const char *const marked[] G_GNUC_UNUSED = {
  NC_("month", "Jan"), NC_("month", "Feb"), NC_("month", "Mar"), NC_("month", "Apr"),
  NC_("month", "May"), NC_("month", "Jun"), NC_("month", "Jul"), NC_("month", "Aug"),
  NC_("month", "Sep"), NC_("month", "Oct"), NC_("month", "Nov"), NC_("month", "Dec"),
};
/* clang-format on */

static char *
step_label (const MerTimelineLayout *layout,
            int                      month)
{
  static const char *const roman[] = { "I", "II", "III", "IV" };

  if (layout->step == 1)
    return g_strdup (month_name (layout->options.language, month));
  if (layout->step == 3)
    return g_strdup_printf (mer_tr (layout->options.language, "%s quarter"),
                            roman[(month - 1) / 3]);
  if (layout->step == 6)
    return g_strdup_printf (mer_tr (layout->options.language, "half-year %d"), month <= 6 ? 1 : 2);
  return NULL;
}

/* The first day of the step that the day lies in. */
static MerDay
step_start (const MerTimelineLayout *layout,
            MerDay                   day)
{
  int year = 0, month = 0;

  mer_day_split (day, &year, &month, NULL);
  if (layout->step <= 12)
    return mer_day_new (year, month - (month - 1) % layout->step, 1);
  return mer_day_new (year - year % (layout->step / 12), 1, 1);
}

static void
paint_steps (const Painter *p)
{
  const MerTimelineLayout *layout = p->layout;

  for (MerDay day = step_start (layout, layout->first); day <= layout->last;)
    {
      MerDay           next = mer_day_add_months (day, layout->step);
      double           x = mer_timeline_layout_x (layout, day);
      double           end = mer_timeline_layout_x (layout, next);
      int              month = 0;
      g_autofree char *label = NULL;

      mer_day_split (day, NULL, &month, NULL);
      label = step_label (layout, month);
      set_color (p, &p->theme->secondary, 1);
      if (label != NULL && mer_text_width (layout->text, &p->small, label) <= end - x - 2)
        mer_text_show (layout->text, p->cr, &p->small, label, (x + end) / 2,
                       layout->header * 0.72, MER_TEXT_CENTRE, 0);
      day = next;
    }
}

static void
paint_years (const Painter *p)
{
  const MerTimelineLayout *layout = p->layout;
  int                      last = mer_day_get_year (layout->last);

  for (int year = mer_day_get_year (layout->first); year <= last; year++)
    {
      double           x = mer_timeline_layout_x (layout, mer_day_new (year, 1, 1));
      double           end = mer_timeline_layout_x (layout, mer_day_new (year + 1, 1, 1));
      g_autofree char *label = g_strdup_printf ("%d", year);

      if (mer_text_width (layout->text, &p->bold, label) > end - x)
        continue;
      set_color (p, &p->theme->ink, 1);
      mer_text_show (layout->text, p->cr, &p->bold, label, x + 4, layout->header * 0.28,
                     MER_TEXT_LEFT, 0);
    }
}

/* «сегодня 3 декабря», over its line; it keeps off the names of the years, which stand to the right
 * of where they begin: of its own year's, or else of the next one's. */
static double
today_label_x (const Painter *p,
               double         width)
{
  const MerTimelineLayout *layout = p->layout;
  MerDay                   today = layout->options.today;
  int this = mer_day_get_year (today);
  double year = mer_timeline_layout_x (layout, mer_day_new (this, 1, 1));
  double next = mer_timeline_layout_x (layout, mer_day_new (this + 1, 1, 1));
  double least = MAX (year, layout->plot_x) + layout->options.em * 4 + width / 2;
  double most = MIN (next, layout->plot_x + layout->plot_width) - width / 2;

  return MAX (MIN (mer_timeline_layout_x (layout, today), most), least);
}

static void
paint_today_label (const Painter *p)
{
  const MerTimelineLayout *layout = p->layout;
  g_autofree char         *text = NULL;
  double                   width = 0;
  int                      month = 0, day = 0;

  if (layout->options.today < layout->first || layout->options.today > layout->last)
    return;
  mer_day_split (layout->options.today, NULL, &month, &day);
  text = g_strdup_printf (mer_tr (layout->options.language, "today, %02d.%02d"), day, month);
  width = mer_text_width (layout->text, &p->small, text);
  set_color (p, &p->theme->selected, 1);
  mer_text_show (layout->text, p->cr, &p->small, text, today_label_x (p, width),
                 layout->header * 0.28, MER_TEXT_CENTRE, 0);
}

void
mer_timeline_paint_header (const MerTimelineLayout *self,
                           cairo_t                 *cr,
                           const MerChartTheme     *theme)
{
  Painter p;

  begin (&p, self, cr, theme);
  paint_years (&p);
  paint_steps (&p);
  paint_today_label (&p);
  set_color (&p, &theme->zero, 1);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, self->plot_x, self->header - 0.5);
  cairo_rel_line_to (cr, self->plot_width, 0);
  cairo_stroke (cr);
}

/* --- body ---------------------------------------------------------------------------------- */

static void
paint_grid (const Painter *p,
            double         top,
            double         height)
{
  const MerTimelineLayout *layout = p->layout;

  set_color (p, &p->theme->grid, 1);
  cairo_set_line_width (p->cr, 1);
  for (MerDay day = step_start (layout, layout->first); day <= layout->last;
       day = mer_day_add_months (day, layout->step))
    if (day >= layout->first)
      {
        cairo_move_to (p->cr, floor (mer_timeline_layout_x (layout, day)) + 0.5, top);
        cairo_rel_line_to (p->cr, 0, height);
      }
  cairo_stroke (p->cr);
}

static void
rounded (cairo_t *cr,
         double   x,
         double   y,
         double   width,
         double   height,
         double   radius)
{
  radius = MIN (radius, width / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
diamond (cairo_t *cr,
         double   x,
         double   y,
         double   size)
{
  cairo_move_to (cr, x, y);
  cairo_rel_line_to (cr, size / 2, -size / 2);
  cairo_rel_line_to (cr, size / 2, size / 2);
  cairo_rel_line_to (cr, -size / 2, size / 2);
  cairo_close_path (cr);
}

/* On paper statuses are told apart by how much of the shape is filled. */
static void
fill_shape (const Painter        *p,
            const MerTimelineRow *row)
{
  const MerColor *color = &p->theme->status[row->status];
  double          alpha = row->continuous ? 0.3 : 1;

  set_color (p, color, alpha);
  cairo_fill_preserve (p->cr);
  if (p->theme->variant >= MER_THEME_CONTRAST_LIGHT)
    {
      set_color (p, &p->theme->ink, 1);
      cairo_set_line_width (p->cr, p->theme->variant == MER_THEME_PRINT ? 0.5 : 1);
      cairo_stroke_preserve (p->cr);
    }
  cairo_new_path (p->cr);
}

static void
paint_phrase (const Painter         *p,
              const MerTimelineRow  *row,
              const MerTimelineMark *mark)
{
  const MerTimelineLayout *layout = p->layout;

  if (row->phrase == NULL)
    return;
  set_color (p, &p->theme->secondary, 1);
  mer_text_show (layout->text, p->cr, &p->small, row->phrase, layout->plot_x + 4,
                 mark->top + mark->pitch / 2, MER_TEXT_LEFT, layout->plot_width - 8);
}

static void
paint_mark (const Painter         *p,
            const MerTimelineRow  *row,
            const MerTimelineMark *mark)
{
  double middle = mark->top + mark->pitch / 2;

  if (row->heading)
    return;
  if (mark->width <= 0)
    {
      paint_phrase (p, row, mark);
      return;
    }
  if (row->until)
    diamond (p->cr, mark->x, middle, MER_TIMELINE_DIAMOND);
  else
    rounded (p->cr, mark->x, middle - MER_TIMELINE_BAR / 2, mark->width, MER_TIMELINE_BAR, 3);
  fill_shape (p, row);
}

static void
paint_row (const Painter *p,
           guint          i,
           int            selected,
           int            hover)
{
  const MerTimelineLayout *layout = p->layout;
  const MerTimelineRow    *row = layout->rows->pdata[i];
  const MerTimelineMark   *mark = &layout->marks[i];

  if ((int) i == selected || (int) i == hover)
    {
      set_color (p, &p->theme->selected, (int) i == selected ? 0.16 : 0.06);
      cairo_rectangle (p->cr, 0, mark->top, layout->options.width, mark->pitch);
      cairo_fill (p->cr);
    }
  set_color (p, &p->theme->ink, 1);
  mer_text_show (layout->text, p->cr, row->heading ? &p->bold : &p->normal, row->label,
                 layout->label_x, mark->top + mark->pitch / 2, MER_TEXT_LEFT,
                 row->heading ? layout->options.width - layout->label_x : layout->label_width);
  paint_mark (p, row, mark);
}

static void
paint_today (const Painter *p,
             double         top,
             double         height)
{
  const MerTimelineLayout *layout = p->layout;
  double                   x = 0;

  if (layout->options.today < layout->first || layout->options.today > layout->last)
    return;
  x = mer_timeline_layout_x (layout, layout->options.today);
  set_color (p, &p->theme->selected, 1);
  cairo_set_line_width (p->cr, 2);
  cairo_move_to (p->cr, x, top);
  cairo_rel_line_to (p->cr, 0, height);
  cairo_stroke (p->cr);
}

void
mer_timeline_paint_body (const MerTimelineLayout *self,
                         cairo_t                 *cr,
                         const MerChartTheme     *theme,
                         double                   top,
                         double                   height,
                         int                      selected,
                         int                      hover)
{
  Painter p;
  guint   first = (guint) MAX (top / self->pitch, 0);
  guint   end = MIN ((guint) (MAX (top + height, 0) / self->pitch) + 1, self->rows->len);

  begin (&p, self, cr, theme);
  paint_grid (&p, top, height);
  for (guint i = first; i < end; i++)
    paint_row (&p, i, selected, hover);
  paint_today (&p, top, height);
}
