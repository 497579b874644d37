/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the window share. */

#include "widget-fixture.h"

#include "config.h"

#include <glib/gstdio.h>

#include "app/mer-new-document.h"
#include "ui/mer-ui.h"

#define PATIENCE (60 * G_USEC_PER_SEC)

static char *
own_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("merilo-widget-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

/* Not G_TEST_OPTION_ISOLATE_DIRS: it hides the desktop's schemas too, which the toolkit needs. */
static void
isolate (void)
{
  static const char *const variables[] = {
    "HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_CACHE_HOME",
    "XDG_STATE_HOME",
  };
  g_autofree char *home = own_folder ();

  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      g_autofree char *folder = g_build_filename (home, variables[i], NULL);

      g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
      g_setenv (variables[i], folder, TRUE);
    }
}

void
mer_fixture_init (int    *argc,
                  char ***argv)
{
  g_test_init (argc, argv, NULL);
  isolate ();
  mer_ui_init ();
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      exit (0);
    }
  adw_init ();
}

void
mer_fixture_wait (MerCondition condition,
                  gpointer     data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (!condition (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

void
mer_fixture_settle (void)
{
  for (guint i = 0; i < 1000 && g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

MerApplication *
mer_fixture_application_new (void)
{
  MerApplication *application = mer_application_new ("io.github.merilo.Test",
                                                     G_APPLICATION_NON_UNIQUE);
  g_autoptr (GError) error = NULL;

  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

char *
mer_fixture_demo_path (void)
{
  static char     *original = NULL;
  g_autofree char *folder = own_folder ();
  char            *path = g_build_filename (folder, "demo.merilo", NULL);
  g_autofree char *bytes = NULL;
  gsize            length = 0;
  g_autoptr (GError) error = NULL;

  if (original == NULL)
    {
      g_autofree char *home = own_folder ();
      g_autoptr (MerDocument) document = NULL;

      original = g_build_filename (home, "original.merilo", NULL);
      document = mer_demo_document (original, &error);
      g_assert_no_error (error);
    }
  g_file_get_contents (original, &bytes, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
  return path;
}

char *
mer_fixture_empty_path (void)
{
  g_autofree char *folder = own_folder ();
  char            *path = g_build_filename (folder, "empty.merilo", NULL);
  g_autoptr (MerDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  document = mer_new_document (path, "Empty", NULL, &error);
  g_assert_no_error (error);
  return path;
}

static gboolean
is_current (gpointer data)
{
  return mer_session_is_current (mer_window_get_session (data));
}

MerWindow *
mer_fixture_open (MerApplication *application,
                  const char     *path)
{
  MerWindow *window = mer_window_new (application);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (mer_window_open_file (window, file));
  mer_fixture_wait (is_current, window);
  mer_fixture_settle ();
  return window;
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

void
mer_fixture_close (MerWindow *window)
{
  gpointer left = window;

  g_object_add_weak_pointer (G_OBJECT (window), &left);
  gtk_window_destroy (GTK_WINDOW (window));
  mer_fixture_wait (is_gone, &left);
}

/* What a reader would see of the widget itself. */
static char *
text_of (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return g_strdup (gtk_label_get_text (GTK_LABEL (widget)));
  if (GTK_IS_EDITABLE (widget))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));
  if (GTK_IS_WINDOW (widget))
    return g_strdup (gtk_window_get_title (GTK_WINDOW (widget)));
  return NULL;
}

GtkWidget *
mer_fixture_find (GtkWidget  *widget,
                  GType       type,
                  const char *text)
{
  g_autofree char *own = g_type_is_a (G_OBJECT_TYPE (widget), type) ? text_of (widget) : NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (text == NULL || (own && strstr (own, text))))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = mer_fixture_find (child, type, text);

      if (found)
        return found;
    }
  return NULL;
}
