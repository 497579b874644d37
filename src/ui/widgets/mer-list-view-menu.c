/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The menu of a table's rows: it opens where the pointer is, or at the cell that has the
 * keyboard. */

#include "config.h"

#include "ui/widgets/mer-children.h"
#include "ui/widgets/mer-list-view.h"

/* The row at a point: any of its cells knows its list item. */
static guint
pick_row (GtkColumnView *view,
          double         x,
          double         y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (view), x, y, GTK_PICK_DEFAULT);

  while (widget && widget != GTK_WIDGET (view) &&
         !g_str_equal (gtk_widget_get_css_name (widget), "row"))
    widget = gtk_widget_get_parent (widget);
  if (widget == NULL || widget == GTK_WIDGET (view))
    return GTK_INVALID_LIST_POSITION;
  for (GtkWidget *cell = gtk_widget_get_first_child (widget); cell;
       cell = gtk_widget_get_next_sibling (cell))
    {
      GtkWidget   *child = gtk_widget_get_first_child (cell);
      GtkListItem *item = child ? g_object_get_data (G_OBJECT (child), "mer-list-item") : NULL;

      if (item)
        return gtk_list_item_get_position (item);
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
popup_at (GtkColumnView *view,
          double         x,
          double         y)
{
  GtkWidget         *menu = g_object_get_data (G_OBJECT (view), "mer-menu");
  const GdkRectangle point = { (int) x, (int) y, 1, 1 };

  if (menu == NULL)
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), &point);
  gtk_popover_popup (GTK_POPOVER (menu));
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            GtkColumnView   *view)
{
  guint              position = pick_row (view, x, y);
  GtkSelectionModel *selection = gtk_column_view_get_model (view);

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  if (!gtk_selection_model_is_selected (selection, position))
    gtk_selection_model_select_item (selection, position, TRUE);
  popup_at (view, x, y);
}

void
mer_list_view_popup (GtkColumnView *view)
{
  GtkWidget       *focus = mer_focus_within (GTK_WIDGET (view));
  graphene_point_t origin = GRAPHENE_POINT_INIT (24, 12);
  graphene_point_t point = origin;

  if (mer_list_view_get_selected (view) == GTK_INVALID_LIST_POSITION)
    return;
  if (focus != NULL &&
      !gtk_widget_compute_point (focus, GTK_WIDGET (view), &origin, &point))
    point = origin;
  popup_at (view, (double) point.x, (double) point.y);
}

static void
view_destroyed_cb (GtkColumnView *view)
{
  GtkWidget *menu = g_object_steal_data (G_OBJECT (view), "mer-menu");

  g_clear_pointer (&menu, gtk_widget_unparent);
}

void
mer_list_view_set_menu (GtkColumnView *view,
                        GMenuModel    *menu)
{
  GtkWidget  *popover = gtk_popover_menu_new_from_model (menu);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_widget_set_parent (popover, GTK_WIDGET (view));
  g_object_set_data (G_OBJECT (view), "mer-menu", popover);
  g_signal_connect (view, "destroy", G_CALLBACK (view_destroyed_cb), NULL);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), view);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
}
