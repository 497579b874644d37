/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the chart area draws: the stripes of the selection and the focus ring are its own,
 * everything else is painted by src/chart, in three parts so that rows scroll between the
 * band strip and the axis. */

#include "config.h"

#include "ui/widgets/mer-chart-area-private.h"
#include "ui/widgets/mer-theme.h"

#define TINT_ALPHA 0.16f

static void
to_rgba (const MerColor *color,
         float           alpha,
         GdkRGBA        *out)
{
  out->red = (float) color->red;
  out->green = (float) color->green;
  out->blue = (float) color->blue;
  out->alpha = alpha;
}

/* A stripe behind each further selected row, as the table beside has it; the cursor's own is
 * painted by the chart. */
static void
snapshot_selection (MerChartArea        *self,
                    GtkSnapshot         *snapshot,
                    const MerChartTheme *theme,
                    double               top,
                    double               visible)
{
  double  pitch = mer_chart_area_row_pitch (self);
  double  width = gtk_widget_get_width (GTK_WIDGET (self));
  guint   first = (guint) (top / pitch);
  guint   last = MIN ((guint) ((top + visible) / pitch) + 1, mer_chart_area_n_rows (self));
  GdkRGBA tint;
  guint   i;

  to_rgba (&theme->selected, TINT_ALPHA, &tint);
  for (i = first; i < last; i++)
    {
      if (self->selection == NULL || (int) i == self->cursor ||
          !gtk_selection_model_is_selected (self->selection, i))
        continue;
      gtk_snapshot_append_color (snapshot, &tint,
                                 &GRAPHENE_RECT_INIT (0, (float) (i * pitch - top),
                                                      (float) width, (float) pitch));
    }
}

/* The ring around the mark that the keyboard stands on. */
static void
snapshot_focus (MerChartArea        *self,
                GtkSnapshot         *snapshot,
                const MerChartTheme *theme,
                double               top)
{
  const MerRatingMark *mark;
  GskRoundedRect       ring;
  GdkRGBA              color;

  if (!gtk_widget_has_visible_focus (GTK_WIDGET (self)) || self->cursor < 0 ||
      (guint) self->cursor >= mer_rating_layout_n_marks (self->layout))
    return;
  mark = mer_rating_layout_mark (self->layout, (guint) self->cursor);
  to_rgba (&theme->selected, 1, &color);
  gsk_rounded_rect_init_from_rect (&ring,
                                   &GRAPHENE_RECT_INIT ((float) mark->x - 4,
                                                        (float) (mark->y - top) - 4,
                                                        (float) MAX (mark->width, 2) + 8,
                                                        (float) mark->height + 8),
                                   2);
  gtk_snapshot_append_border (snapshot, &ring, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ color, color, color, color });
}

static void
snapshot_body (MerChartArea        *self,
               GtkSnapshot         *snapshot,
               const MerChartTheme *theme)
{
  float           width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  double          top = gtk_adjustment_get_value (self->vadjustment);
  double          visible = mer_chart_area_body_height (self);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, width, (float) visible);
  cairo_t        *cr;

  gtk_snapshot_push_clip (snapshot, &area);
  snapshot_selection (self, snapshot, theme, top, visible);
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  cairo_translate (cr, 0, -top);
  mer_rating_chart_paint_body (self->layout, cr, theme, top, visible, self->cursor, self->hover);
  cairo_destroy (cr);
  snapshot_focus (self, snapshot, theme, top);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_part (GtkSnapshot           *snapshot,
               const MerRatingLayout *layout,
               const MerChartTheme   *theme,
               double                 width,
               double                 height,
               void (*paint) (const MerRatingLayout *,
                              cairo_t *,
                              const MerChartTheme *))
{
  cairo_t *cr;

  if (height < 1)
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  paint (layout, cr, theme);
  cairo_destroy (cr);
}

void
mer_chart_area_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  MerChartArea        *self = MER_CHART_AREA (widget);
  const MerChartTheme *theme = mer_theme_current ();
  double               width = gtk_widget_get_width (widget);
  double               header, own, footer, body;

  if (mer_chart_area_ensure_layout (self) == NULL)
    return;
  header = mer_chart_area_header_height (self);
  footer = mer_chart_area_own_footer_height (self);
  own = mer_rating_layout_header_height (self->layout);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) (header - own)));
  snapshot_part (snapshot, self->layout, theme, width, own, mer_rating_chart_paint_header);
  gtk_snapshot_restore (snapshot);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) header));
  snapshot_body (self, snapshot, theme);
  body = mer_chart_area_body_height (self);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) body));
  snapshot_part (snapshot, self->layout, theme, width, footer, mer_rating_chart_paint_footer);
  gtk_snapshot_restore (snapshot);
}
