/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*MerSaveRowsFunc) (const char *path,
                                 gpointer    user_data);

/**
 * mer_save_rows_choose:
 * @widget: in the window that asks; when it goes, the question goes with it
 * @table: name of the table whose rows were rejected
 * @chosen: called with a path that ends in .xlsx or .csv, unless the user thinks better of it
 *
 * Asks where a table of rejected rows is to be saved. One question at a time.
 */
void mer_save_rows_choose (GtkWidget      *widget,
                           const char     *table,
                           MerSaveRowsFunc chosen,
                           gpointer        user_data);

G_END_DECLS
