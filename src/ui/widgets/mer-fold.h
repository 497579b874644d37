/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MerFold:
 *
 * A line that opens to what is below it, by click, Space or Enter. (A GtkExpander of GTK 4.8
 * complains when it leaves its window.)
 */
#define MER_TYPE_FOLD (mer_fold_get_type ())
G_DECLARE_FINAL_TYPE (MerFold, mer_fold, MER, FOLD, GtkBox)

/* `label`: the line; `child`: what it opens. `name`: what a screen reader calls it; nullable. */
GtkWidget *mer_fold_new (GtkWidget  *label,
                         GtkWidget  *child,
                         const char *name);
void       mer_fold_set_open (MerFold *self,
                              gboolean open);

G_END_DECLS
