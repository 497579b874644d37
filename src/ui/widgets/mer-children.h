/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Removes all children. */
void mer_box_clear (GtkBox *box);
void mer_grid_clear (GtkGrid *grid);
void mer_list_box_clear (GtkListBox *list);

/* (transfer none) (nullable): what has the keyboard below the widget; NULL when it is the widget
 * itself, or elsewhere. */
GtkWidget *mer_focus_within (GtkWidget *widget);
/* For the class of a widget that hands the keyboard on to one of its children (grab_focus): moves
 * it among them, and out. GTK 4.8 would ask such a widget for itself on the way back, so that
 * Shift+Tab would never leave it. */
gboolean mer_children_focus (GtkWidget       *widget,
                             GtkDirectionType direction);

G_END_DECLS
