/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Letters typed in the table select the next row in which a word of what `text` says of its item
 * (transfer full) begins with them, and scroll to it; a pause begins anew. Once for a view. */
void mer_type_ahead_follow (GtkColumnView *view,
                            char *(*text) (gpointer item));

G_END_DECLS
