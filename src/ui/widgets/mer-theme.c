/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Between the toolkit's style and the palette of src/chart. */

#include "config.h"

#include <adwaita.h>

#include "ui/widgets/mer-contrast.h"
#include "ui/widgets/mer-theme.h"

const MerChartTheme *
mer_theme_current (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean         dark = adw_style_manager_get_dark (manager);

  if (mer_contrast_is_high (mer_contrast_get_default ()))
    return mer_chart_theme_get (dark ? MER_THEME_CONTRAST_DARK : MER_THEME_CONTRAST_LIGHT);
  return mer_chart_theme_get (dark ? MER_THEME_DARK : MER_THEME_LIGHT);
}

void
mer_theme_follow (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), widget,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (mer_contrast_get_default (), "notify::high",
                           G_CALLBACK (gtk_widget_queue_draw), widget, G_CONNECT_SWAPPED);
}

GdkRGBA
mer_theme_rgba (MerColor color)
{
  return (GdkRGBA){ (float) color.red, (float) color.green, (float) color.blue, 1 };
}
