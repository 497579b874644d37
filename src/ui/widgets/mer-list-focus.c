/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tab out of lists. GTK 4.8 goes with it from row to row, which may be thousands; later ones leave
 * this to the list (GtkListTabBehavior). Where rows have controls in them, Tab goes
 * from one to the next. */

#include "config.h"

#include "ui/widgets/mer-list-focus.h"

#define WATCHED "mer-list-focus"

/* Rows have a private type. */
static gboolean
is_row (GtkWidget *widget)
{
  return widget != NULL && g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget");
}

/* The table is passed over as if it could not have the keyboard. */
static gboolean
leave (GtkRoot         *root,
       GtkWidget       *list,
       GtkDirectionType direction)
{
  gboolean moved = FALSE;

  gtk_widget_set_can_focus (list, FALSE);
  moved = gtk_widget_child_focus (GTK_WIDGET (root), direction);
  gtk_widget_set_can_focus (list, TRUE);
  return moved;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkWindow             *window)
{
  gboolean         back = key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0;
  GtkWidget       *row = gtk_window_get_focus (window);
  GtkWidget       *list = NULL;
  GtkDirectionType direction = back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD;

  if (key != GDK_KEY_Tab && key != GDK_KEY_KP_Tab && key != GDK_KEY_ISO_Left_Tab)
    return GDK_EVENT_PROPAGATE;
  if (!is_row (row) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (!back && gtk_widget_child_focus (row, direction))
    return GDK_EVENT_STOP;
  list = gtk_widget_get_ancestor (row, GTK_TYPE_COLUMN_VIEW);
  return leave (GTK_ROOT (window), list != NULL ? list : gtk_widget_get_parent (row), direction);
}

void
mer_list_focus_watch (GtkWindow *window)
{
  GtkEventController *keys = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window));
  if (g_object_get_data (G_OBJECT (window), WATCHED) != NULL)
    return;
  keys = gtk_event_controller_key_new ();
  g_object_set_data (G_OBJECT (window), WATCHED, keys);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), window);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}
