/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/widgets/mer-text-item.h"

G_BEGIN_DECLS

/* Puts `items` (of MerTextItem) in place of the rows of `store`, which `view` shows with one row
 * selected at a time. The row that was selected stays so, found again by its key or else its id;
 * when it is gone, the one that comes to its place is selected. A keyboard that is in the table
 * stays there. */
void mer_text_rows_replace (GtkColumnView *view,
                            GListStore    *store,
                            GPtrArray     *items);

/* Whether both rows are of the same thing. */
typedef gboolean (*MerSameRow) (gpointer row,
                                gpointer other);

/* The same for rows of another type. */
void mer_rows_replace (GtkColumnView *view,
                       GListStore    *store,
                       GPtrArray     *items,
                       MerSameRow     is_same);

G_END_DECLS
