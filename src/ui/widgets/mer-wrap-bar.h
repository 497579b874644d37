/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A toolbar that begins another line where its children do not fit: on a small screen or with
 * large text nothing of it is cut. Children that expand share what is left of their line. */
#define MER_TYPE_WRAP_BAR (mer_wrap_bar_get_type ())
G_DECLARE_FINAL_TYPE (MerWrapBar, mer_wrap_bar, MER, WRAP_BAR, GtkWidget)

G_END_DECLS
