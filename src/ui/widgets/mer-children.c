/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Emptying containers, for which GTK 4.8 has no function. */

#include "config.h"

#include "ui/widgets/mer-children.h"

void
mer_box_clear (GtkBox *box)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

void
mer_grid_clear (GtkGrid *grid)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}
