/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A screen reader hears of rows of tables and of choices what they say, not what their widgets are
 * called, when they get the keyboard in the window. */
void mer_spoken_focus_watch (GtkWindow *window);

G_END_DECLS
