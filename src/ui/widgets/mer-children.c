/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is inside of a widget: emptying containers, and finding and moving the keyboard, for which
 * GTK 4.8 has no function. */

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

/* Its placeholder is no row, and stays. */
void
mer_list_box_clear (GtkListBox *list)
{
  GtkListBoxRow *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

GtkWidget *
mer_focus_within (GtkWidget *widget)
{
  GtkRoot   *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget) ? focus : NULL;
}

static GtkWidget *
next_child (GtkWidget *widget,
            GtkWidget *child,
            gboolean   backward)
{
  if (child == NULL)
    return backward ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);
  return backward ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child);
}

gboolean
mer_children_focus (GtkWidget       *widget,
                    GtkDirectionType direction)
{
  gboolean backward = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP ||
                      direction == GTK_DIR_LEFT;
  GtkWidget *child = NULL;

  /* what had the keyboard last counts only while it has it */
  if (mer_focus_within (widget) != NULL)
    child = gtk_widget_get_focus_child (widget);
  if (child == NULL)
    child = next_child (widget, NULL, backward);
  for (; child != NULL; child = next_child (widget, child, backward))
    if (gtk_widget_get_mapped (child) && gtk_widget_child_focus (child, direction))
      return TRUE;
  return FALSE;
}
