/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tab out of lists. GTK 4.8 goes with it from row to row, which may be thousands, and through the
 * sidebar by showing each page; later ones leave this to the list (GtkListTabBehavior). Where rows
 * have controls in them, Tab goes from one to the next. */

#include "config.h"

#include "ui/widgets/mer-list-focus.h"

#define WATCHED "mer-list-focus"

static gboolean
is_row (GtkWidget *widget)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget"); /* a private type */
}

/* The arrow of a tree has the keyboard in place of its row: what it does the arrow keys do. */
static GtkWidget *
row_of (GtkWidget *focus)
{
  if (!GTK_IS_TREE_EXPANDER (focus))
    return focus;
  while (focus != NULL && !is_row (focus))
    focus = gtk_widget_get_parent (focus);
  return focus;
}

/* The list or table whose row it is; NULL: none. Rows of forms, which cannot be selected, are not
 * meant. */
static GtkWidget *
list_of (GtkWidget *row)
{
  GtkWidget *parent = row != NULL ? gtk_widget_get_parent (row) : NULL;
  GtkWidget *table = NULL;

  if (GTK_IS_LIST_BOX_ROW (row) && GTK_IS_LIST_BOX (parent) &&
      gtk_list_box_get_selection_mode (GTK_LIST_BOX (parent)) != GTK_SELECTION_NONE)
    return parent;
  if (row == NULL || !is_row (row))
    return NULL;
  table = gtk_widget_get_ancestor (row, GTK_TYPE_COLUMN_VIEW);
  return table != NULL ? table : parent;
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
  GtkWidget       *row = row_of (gtk_window_get_focus (window));
  GtkWidget       *list = list_of (row);
  GtkDirectionType direction = back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD;

  if (key != GDK_KEY_Tab && key != GDK_KEY_KP_Tab && key != GDK_KEY_ISO_Left_Tab)
    return GDK_EVENT_PROPAGATE;
  if (list == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (!back && gtk_widget_child_focus (row, direction) &&
      !GTK_IS_TREE_EXPANDER (gtk_window_get_focus (window)))
    return GDK_EVENT_STOP;
  return leave (GTK_ROOT (window), list, direction);
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
