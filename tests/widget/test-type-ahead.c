/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Jumping to a row of a table by typing what it is called. */

#include "config.h"

#include "ui/widgets/mer-list-view.h"
#include "ui/widgets/mer-type-ahead.h"
#include "widget-fixture.h"

typedef struct
{
  GtkWidget     *window;
  GtkColumnView *view;
} Fixture;

static char *
text_of (gpointer item)
{
  return g_strdup (gtk_string_object_get_string (item));
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  static const char *const names[] = { "Гимназия", "СОШ 1", "ДС «Ёлочка»", "СОШ 2",
                                       "Школа искусств", NULL };
  GListModel              *list = G_LIST_MODEL (gtk_string_list_new (names));

  self->view = GTK_COLUMN_VIEW (
    gtk_column_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (list))));
  mer_type_ahead_follow (self->view, text_of);
  self->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->view));
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
}

/* Whether the table takes the key for itself. */
static gboolean
type (Fixture        *self,
      guint           key,
      GdkModifierType state)
{
  g_autoptr (GListModel) controllers =
    gtk_widget_observe_controllers (GTK_WIDGET (self->view));
  gboolean stopped = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !stopped; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &stopped);
    }
  return stopped;
}

/* The same letter after a pause goes on, and round; it finds any word. */
static void
test_letters (Fixture      *self,
              gconstpointer data)
{
  static const guint expected[] = { 1, 3, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_true (type (self, GDK_KEY_Cyrillic_es, 0));
      g_assert_cmpuint (mer_list_view_get_selected (self->view), ==, expected[i]);
      g_usleep (1100 * 1000);
    }
  g_assert_true (type (self, GDK_KEY_Cyrillic_io, 0));
  g_assert_cmpuint (mer_list_view_get_selected (self->view), ==, 2);
}

/* Letters typed at once are one beginning; what begins nothing changes nothing. */
static void
test_beginning (Fixture      *self,
                gconstpointer data)
{
  g_assert_true (type (self, GDK_KEY_Cyrillic_ES, GDK_SHIFT_MASK));
  g_assert_true (type (self, GDK_KEY_Cyrillic_o, 0));
  g_assert_cmpuint (mer_list_view_get_selected (self->view), ==, 1);
  g_assert_true (type (self, GDK_KEY_Cyrillic_yu, 0));
  g_assert_cmpuint (mer_list_view_get_selected (self->view), ==, 1);
}

static void
test_other_keys (Fixture      *self,
                 gconstpointer data)
{
  g_assert_false (type (self, GDK_KEY_Cyrillic_es, GDK_CONTROL_MASK));
  g_assert_false (type (self, GDK_KEY_space, 0));
  g_assert_false (type (self, GDK_KEY_Down, 0));
  g_assert_cmpuint (mer_list_view_get_selected (self->view), ==, 0);
}

/* A space goes on with what is being typed, and begins nothing. */
static void
test_space (Fixture      *self,
            gconstpointer data)
{
  g_assert_false (mer_type_ahead_is_typing (self->view));
  g_assert_true (type (self, GDK_KEY_Cyrillic_es, 0));
  g_assert_true (type (self, GDK_KEY_Cyrillic_o, 0));
  g_assert_true (type (self, GDK_KEY_Cyrillic_sha, 0));
  g_assert_true (mer_type_ahead_is_typing (self->view));
  g_assert_true (type (self, GDK_KEY_space, 0));
  g_assert_true (type (self, GDK_KEY_2, 0));
  g_assert_cmpuint (mer_list_view_get_selected (self->view), ==, 3);
  g_usleep (1100 * 1000);
  g_assert_false (mer_type_ahead_is_typing (self->view));
  g_assert_false (type (self, GDK_KEY_space, 0));
}

int
main (int    argc,
      char **argv)
{
  mer_fixture_init (&argc, &argv);
#define ADD(name, test) \
  g_test_add ("/type-ahead/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("letters", test_letters);
  ADD ("beginning", test_beginning);
  ADD ("other-keys", test_other_keys);
  ADD ("space", test_space);
  return g_test_run ();
}
