/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small marks in data colours. */

#include "config.h"

#include "ui/widgets/mer-swatch.h"
#include "ui/widgets/mer-theme.h"

#define SWATCH_SIZE 12
#define SWATCH_RADIUS 3
#define BAR_HEIGHT 10

struct _MerSwatch
{
  GtkWidget parent_instance;

  int band;
};

G_DEFINE_FINAL_TYPE (MerSwatch, mer_swatch, GTK_TYPE_WIDGET)

static void
mer_swatch_measure (GtkWidget     *widget,
                    GtkOrientation orientation,
                    int            for_size,
                    int           *minimum,
                    int           *natural,
                    int           *minimum_baseline,
                    int           *natural_baseline)
{
  *minimum = *natural = SWATCH_SIZE;
}

static void
mer_swatch_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  MerSwatch           *self = MER_SWATCH (widget);
  const MerChartTheme *theme = mer_theme_current ();
  GskRoundedRect       outline;
  GdkRGBA              fill;
  GdkRGBA              edge = mer_theme_rgba (theme->outline);
  const GdkRGBA        edges[4] = { edge, edge, edge, edge };
  const float          widths[4] = { 1, 1, 1, 1 };
  graphene_rect_t      area;
  float                y = (float) (gtk_widget_get_height (widget) - SWATCH_SIZE) / 2;

  if (self->band < 0)
    return;
  graphene_rect_init (&area, 0, y, SWATCH_SIZE, SWATCH_SIZE);
  gsk_rounded_rect_init_from_rect (&outline, &area, SWATCH_RADIUS);
  fill = mer_theme_rgba (theme->bands[self->band]);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &fill, &area);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, widths, edges);
}

static void
mer_swatch_class_init (MerSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = mer_swatch_measure;
  widget_class->snapshot = mer_swatch_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
mer_swatch_init (MerSwatch *self)
{
  self->band = -1;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  mer_theme_follow (GTK_WIDGET (self));
}

GtkWidget *
mer_swatch_new (void)
{
  return g_object_new (MER_TYPE_SWATCH, NULL);
}

void
mer_swatch_set_band (MerSwatch *self,
                     int        band)
{
  g_return_if_fail (MER_IS_SWATCH (self));
  self->band = CLAMP (band, -1, 4);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

struct _MerShareBar
{
  GtkWidget parent_instance;

  double   share;
  gboolean selected;
};

G_DEFINE_FINAL_TYPE (MerShareBar, mer_share_bar, GTK_TYPE_WIDGET)

static void
mer_share_bar_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? BAR_HEIGHT : 48;
}

static void
mer_share_bar_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  MerShareBar         *self = MER_SHARE_BAR (widget);
  const MerChartTheme *theme = mer_theme_current ();
  GdkRGBA              track = mer_theme_rgba (theme->grid);
  GdkRGBA              fill = mer_theme_rgba (self->selected ? theme->selected : theme->bar);
  float                width = (float) gtk_widget_get_width (widget);
  float                y = (float) (gtk_widget_get_height (widget) - BAR_HEIGHT) / 2;
  graphene_rect_t      area;

  graphene_rect_init (&area, 0, y, width, BAR_HEIGHT);
  gtk_snapshot_append_color (snapshot, &track, &area);
  graphene_rect_init (&area, 0, y, width * (float) self->share, BAR_HEIGHT);
  gtk_snapshot_append_color (snapshot, &fill, &area);
}

static void
mer_share_bar_class_init (MerShareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = mer_share_bar_measure;
  widget_class->snapshot = mer_share_bar_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mer_share_bar_init (MerShareBar *self)
{
  mer_theme_follow (GTK_WIDGET (self));
}

GtkWidget *
mer_share_bar_new (double   share,
                   gboolean selected)
{
  MerShareBar *self = g_object_new (MER_TYPE_SHARE_BAR, NULL);

  self->share = CLAMP (share, 0, 1);
  self->selected = selected;
  return GTK_WIDGET (self);
}
