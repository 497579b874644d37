/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tab and Shift+Tab lead out of the lists and tables of the window, past all their rows; arrows go
 * through these. Calling it again for the same window does nothing. */
void mer_list_focus_watch (GtkWindow *window);

G_END_DECLS
