/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/mer-chart-theme.h"

G_BEGIN_DECLS

/* The data colours for the style that the program has now. */
const MerChartTheme *mer_theme_current (void);
/* Calls gtk_widget_queue_draw() on the widget whenever the style changes. */
void    mer_theme_follow (GtkWidget *widget);
GdkRGBA mer_theme_rgba (MerColor color);

G_END_DECLS
