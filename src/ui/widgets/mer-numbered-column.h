/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Columns of a table whose cells are all made by the same callbacks, which tell them apart by a
 * number. */
typedef struct
{
  GCallback setup;
  GCallback bind;
  GCallback unbind; /* NULL: there is nothing to undo */
} MerCellCallbacks;

/* (transfer full): the column, at the end of the view. `width`: −1: what the others leave. */
GtkColumnViewColumn *mer_numbered_column_append (GtkColumnView          *view,
                                                 const MerCellCallbacks *cells,
                                                 guint                   number,
                                                 const char             *title,
                                                 int                     width);
/* The number of the column, in one of its callbacks. */
guint mer_numbered_column_of (GtkSignalListItemFactory *factory);

G_END_DECLS
