/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One bar of the sample table. Plan 0 is a plan that asks for nothing: a full track would
 * claim something, so nothing is drawn then either. */

#include "config.h"

#include "ui/widgets/mer-sample-bar.h"
#include "ui/widgets/mer-theme.h"

#define TRACK 10
#define TICK_WIDTH 2
#define TICK_HEIGHT 18
#define MOST 1.5

struct _MerSampleBar
{
  GtkWidget parent_instance;

  gint64 fact;
  gint64 plan;
};

G_DEFINE_FINAL_TYPE (MerSampleBar, mer_sample_bar, GTK_TYPE_WIDGET)

static void
fill (GtkSnapshot    *snapshot,
      const MerColor *color,
      double          x,
      double          y,
      double          width,
      double          height)
{
  GdkRGBA rgba = { (float) color->red, (float) color->green, (float) color->blue, 1 };

  gtk_snapshot_append_color (
    snapshot, &rgba,
    &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

static void
mer_sample_bar_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  MerSampleBar        *self = MER_SAMPLE_BAR (widget);
  const MerChartTheme *theme = mer_theme_current ();
  double               width = gtk_widget_get_width (widget);
  double               middle = gtk_widget_get_height (widget) / 2.0;
  double               whole = width / MOST;
  double               share = 0;

  if (self->plan <= 0)
    return;
  share = MIN ((double) self->fact / (double) self->plan, MOST);
  fill (snapshot, &theme->grid, 0, middle - TRACK / 2, whole, TRACK);
  fill (snapshot, &theme->bar, 0, middle - TRACK / 2, whole * share, TRACK);
  fill (snapshot, &theme->ink, whole - TICK_WIDTH, middle - TICK_HEIGHT / 2, TICK_WIDTH,
        TICK_HEIGHT);
}

static void
mer_sample_bar_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 60 : TICK_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : TICK_HEIGHT;
}

static void
mer_sample_bar_class_init (MerSampleBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = mer_sample_bar_snapshot;
  widget_class->measure = mer_sample_bar_measure;
  gtk_widget_class_set_css_name (widget_class, "samplebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
mer_sample_bar_init (MerSampleBar *self)
{
  self->plan = -1;
  mer_theme_follow (GTK_WIDGET (self));
}

GtkWidget *
mer_sample_bar_new (void)
{
  return g_object_new (MER_TYPE_SAMPLE_BAR, NULL);
}

void
mer_sample_bar_set (MerSampleBar *self,
                    gint64        fact,
                    gint64        plan)
{
  g_return_if_fail (MER_IS_SAMPLE_BAR (self));
  self->fact = fact;
  self->plan = plan;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
