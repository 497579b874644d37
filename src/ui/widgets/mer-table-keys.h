/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The keys of actions on the selected rows of a table, one place for all: copy (Ctrl+C), paste
 * (Ctrl+V), edit (F2), delete, context-menu (Shift+F10), show-rating (Ctrl+Enter); of these the
 * ones that `group` has. `prefix` is under which it is inserted: "page.". They are in force while
 * `list` has the focus, and so disturb no entry. */
void mer_table_keys_bind (GtkWidget    *list,
                          GActionGroup *group,
                          const char   *prefix);

G_END_DECLS
