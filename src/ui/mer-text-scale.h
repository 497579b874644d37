/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How large the user's text is: 1 at the usual 13.3 px, 2 at 200 %. Lengths that hold text
 * and are given in px (columns, panes) are multiplied by it. */
double mer_text_scale (GtkWidget *widget);
int    mer_text_scale_px (GtkWidget *widget,
                          int        px);
/* Calls back, swapped, when the size of text changes, as long as the object lives. */
void mer_text_scale_follow (GtkWidget *widget,
                            GCallback  callback,
                            gpointer   object);

G_END_DECLS
