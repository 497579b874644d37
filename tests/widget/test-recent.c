/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Recent documents and settings: what is kept, what is not. */

#include "config.h"

#include "ui/mer-settings.h"
#include "widget-fixture.h"

static char *
path_at (GListModel *files,
         guint       position)
{
  g_autoptr (MerRecentFile) file = g_list_model_get_item (files, position);

  return g_strdup (file ? mer_recent_file_get_path (file) : NULL);
}

static char *
own_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("merilo-recent-XXXXXX", NULL);

  return g_build_filename (folder, "deeper", "recent.ini", NULL);
}

static void
test_order (void)
{
  g_autofree char *name = own_file ();
  g_autoptr (MerRecentFiles) files = mer_recent_files_new (name);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  mer_recent_files_add (files, "/a.merilo", "A");
  mer_recent_files_add (files, "/b.merilo", "B");
  mer_recent_files_add (files, "/a.merilo", "A again");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (files)), ==, 2);
  first = path_at (G_LIST_MODEL (files), 0);
  second = path_at (G_LIST_MODEL (files), 1);
  g_assert_cmpstr (first, ==, "/a.merilo");
  g_assert_cmpstr (second, ==, "/b.merilo");
}

static void
test_only_documents (void)
{
  g_autofree char *name = own_file ();
  g_autoptr (MerRecentFiles) files = mer_recent_files_new (name);

  mer_recent_files_add (files, "/a.txt", "A");
  mer_recent_files_add (files, "relative.merilo", "A");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (files)), ==, 0);
}

static void
test_kept (void)
{
  g_autofree char *name = own_file ();
  g_autoptr (MerRecentFiles) files = mer_recent_files_new (name);
  g_autoptr (MerRecentFiles) again = NULL;

  for (guint i = 0; i < MER_RECENT_FILES_MAX + 5; i++)
    {
      g_autofree char *path = g_strdup_printf ("/%u.merilo", i);

      mer_recent_files_add (files, path, "Район");
    }
  mer_recent_files_remove (files, "/14.merilo");
  again = mer_recent_files_new (name);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (again)), ==, MER_RECENT_FILES_MAX - 1);
}

static void
test_damaged (void)
{
  g_autofree char *folder = g_dir_make_tmp ("merilo-recent-XXXXXX", NULL);
  g_autofree char *name = g_build_filename (folder, "recent.ini", NULL);
  g_autoptr (MerRecentFiles) files = NULL;

  g_assert_true (g_file_set_contents (name, "[Document 1]\nPath=relative\nTitle=x\n[Document 2]\n"
                                            "Title=no path\n[Document "
                                            "3]\nPath=/c.merilo\nTitle=C\n",
                                      -1, NULL));
  files = mer_recent_files_new (name);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (files)), ==, 1);
}

/* An opened document stands in the start view of the next window. */
static void
test_window (void)
{
  g_autoptr (MerApplication) application = mer_fixture_application_new ();
  g_autofree char *path = mer_fixture_demo_path ();
  MerWindow       *window = mer_fixture_open (application, path);
  MerWindow       *next = mer_window_new (application);
  g_autofree char *first =
    path_at (G_LIST_MODEL (mer_application_get_recent_files (application)), 0);

  gtk_window_present (GTK_WINDOW (next));
  mer_fixture_settle ();
  g_assert_cmpstr (first, ==, path);
  g_assert_nonnull (mer_fixture_find (GTK_WIDGET (next), GTK_TYPE_LABEL, "Верхнеольховский район"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (next), "win.forget-recent", "s", path));
  mer_fixture_settle ();
  g_assert_null (mer_fixture_find (GTK_WIDGET (next), GTK_TYPE_LABEL, "Верхнеольховский район"));
  mer_fixture_close (next);
  mer_fixture_close (window);
}

static void
test_settings (void)
{
  g_autoptr (GSettings) settings = mer_settings_new ();
  g_autofree char *style = g_settings_get_string (settings, "style");

  g_assert_cmpstr (style, ==, "system");
  g_assert_true (g_settings_set_string (settings, "style", "dark"));
  g_assert_cmpint (g_settings_get_int (settings, "window-width"), ==, 1280);
}

int
main (int    argc,
      char **argv)
{
  mer_fixture_init (&argc, &argv);
  g_test_add_func ("/recent/order", test_order);
  g_test_add_func ("/recent/only-documents", test_only_documents);
  g_test_add_func ("/recent/kept", test_kept);
  g_test_add_func ("/recent/damaged", test_damaged);
  g_test_add_func ("/recent/window", test_window);
  g_test_add_func ("/recent/settings", test_settings);
  return g_test_run ();
}
