/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Letters typed in the table select the next row in which a word of what `text` says of its item
 * (transfer full) begins with them, and scroll to it; a pause begins anew. A space among them is
 * one of them, whatever else the table does with it. Once for a view. */
void mer_type_ahead_follow (GtkColumnView *view,
                            char *(*text) (gpointer item));
/* Whether letters were typed a moment ago: what a key means then is theirs. */
gboolean mer_type_ahead_is_typing (GtkColumnView *view);

G_END_DECLS
