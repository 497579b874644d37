/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names for what takes the keyboard inside of widgets of GTK 4.8, which gives them none: rows of
 * tables, and the button that a drop-down is. Rows are used again for others, so that only the one
 * that has the keyboard is named. */

#include "config.h"

#include "ui/widgets/mer-spoken-focus.h"

#define WATCHED "mer-spoken-focus"

typedef struct
{
  GtkWidget *row; /* weak: the one that is named */
} Watched;

static void
free_watched (gpointer data)
{
  Watched *watched = data;

  g_clear_weak_pointer (&watched->row);
  g_free (watched);
}

static gboolean
is_row (GtkWidget *widget)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget"); /* a private type */
}

static void
add_words (GtkWidget *widget,
           GString   *words)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "";

  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return;
  if (*text != '\0' && words->len > 0)
    g_string_append (words, ", ");
  g_string_append (words, text);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_words (child, words);
}

static void
name_row (Watched   *watched,
          GtkWidget *row)
{
  g_autoptr (GString) words = g_string_new (NULL);

  add_words (row, words);
  if (words->len == 0)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str,
                                  -1);
  g_set_weak_pointer (&watched->row, row);
}

/* The drop-down has the name, its button the keyboard. GTK 4.8 tells whether there is a name to its
 * tests alone. */
static void
name_choice (GtkWidget *button,
             GtkWidget *drop_down)
{
  g_autoptr (GString) chosen = g_string_new (NULL);

  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (drop_down),
                                         GTK_ACCESSIBLE_PROPERTY_LABEL))
    return;
  add_words (button, chosen);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  drop_down, NULL, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  chosen->str, -1);
}

static void
focus_changed_cb (GtkWindow  *window,
                  GParamSpec *pspec,
                  gpointer    user_data)
{
  Watched   *watched = user_data;
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *parent = focus != NULL ? gtk_widget_get_parent (focus) : NULL;

  if (watched->row != NULL && watched->row != focus)
    {
      gtk_accessible_reset_property (GTK_ACCESSIBLE (watched->row), GTK_ACCESSIBLE_PROPERTY_LABEL);
      g_clear_weak_pointer (&watched->row);
    }
  if (focus == NULL)
    return;
  if (is_row (focus))
    name_row (watched, focus);
  else if (GTK_IS_TOGGLE_BUTTON (focus) && GTK_IS_DROP_DOWN (parent))
    name_choice (focus, parent);
}

void
mer_spoken_focus_watch (GtkWindow *window)
{
  Watched *watched = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window));
  if (g_object_get_data (G_OBJECT (window), WATCHED) != NULL)
    return;
  watched = g_new0 (Watched, 1);
  g_object_set_data_full (G_OBJECT (window), WATCHED, watched, free_watched);
  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (focus_changed_cb), watched);
}
