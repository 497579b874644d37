/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mer-document.h"

G_BEGIN_DECLS

/* Makes the rows of the list of stacks (element-type MerStack) anew and selects one of them.
 * Returns whose that one is: (transfer full) (nullable). */
char *mer_paper_stacks_fill (GtkListBox  *list,
                             MerDocument *document,
                             GPtrArray   *stacks,
                             gint64       selected);
/* The stack of a row. */
gint64 mer_paper_stacks_get (GtkListBoxRow *row);

G_END_DECLS
