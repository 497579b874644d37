/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Recent documents and settings: what is kept, what is not. */

#include "config.h"

#include "ui/mer-settings.h"
#include "ui/widgets/mer-contrast.h"
#include "ui/widgets/mer-theme.h"
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

/* --- contrast of the program's own ------------------------------------------------------------ */

/* How a widget of the program looks, as nodes to paint. */
static GBytes *
painted (GtkWidget *widget)
{
  GdkPaintable *paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot  *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkPaintable) now = NULL;

  mer_fixture_settle ();
  now = gdk_paintable_get_current_image (paintable);
  gdk_paintable_snapshot (now, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);
  g_object_unref (paintable);
  g_assert_nonnull (node);
  return gsk_render_node_serialize (node);
}

static gboolean
is_painted (gpointer window)
{
  return gtk_widget_get_width (window) > 0;
}

typedef struct
{
  GtkWidget *widget;
  GBytes    *expected;
} Painting;

/* The toolkit passes slowly from one style to the next. */
static gboolean
is_painted_so (gpointer data)
{
  const Painting *painting = data;
  g_autoptr (GBytes) now = painted (painting->widget);

  return g_bytes_equal (now, painting->expected);
}

static gboolean
is_late (gpointer data)
{
  return g_get_monotonic_time () > *(const gint64 *) data;
}

/* How it looks when nothing moves any more, as the ring of the keyboard does. */
static GBytes *
painted_still (GtkWidget *widget)
{
  g_autoptr (GBytes) before = NULL;
  GBytes *now = painted (widget);
  gint64  until = 0;

  do
    {
      g_clear_pointer (&before, g_bytes_unref);
      before = now;
      until = g_get_monotonic_time () + 300 * G_TIME_SPAN_MILLISECOND;
      mer_fixture_wait (is_late, &until);
      now = painted (widget);
    }
  while (!g_bytes_equal (before, now));
  return now;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_contrast (void)
{
  g_autoptr (MerApplication) application = mer_fixture_application_new ();
  g_autoptr (GSettings) settings = mer_settings_new ();
  MerContrast *contrast = mer_contrast_get_default ();
  MerWindow   *window = mer_window_new (application);
  g_autoptr (GBytes) usual = NULL;
  g_autoptr (GBytes) high = NULL;
  Painting again = { GTK_WIDGET (window), NULL };
  guint    n = 0;

  g_signal_connect_swapped (contrast, "notify::high", G_CALLBACK (count_cb), &n);
  gtk_window_present (GTK_WINDOW (window));
  mer_fixture_wait (is_painted, window);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  usual = painted_still (GTK_WIDGET (window));
  g_assert_true (mer_theme_current () == mer_chart_theme_get (MER_THEME_LIGHT));
  g_action_group_activate_action (G_ACTION_GROUP (application), "high-contrast", NULL);
  g_assert_true (g_settings_get_boolean (settings, "high-contrast"));
  g_assert_true (mer_theme_current () == mer_chart_theme_get (MER_THEME_CONTRAST_LIGHT));
  high = painted (GTK_WIDGET (window));
  g_assert_false (g_bytes_equal (usual, high));
  g_settings_set_boolean (settings, "high-contrast", FALSE);
  again.expected = usual;
  mer_fixture_wait (is_painted_so, &again);
  g_assert_true (mer_theme_current () == mer_chart_theme_get (MER_THEME_LIGHT));
  g_assert_cmpuint (n, ==, 2);
  g_signal_handlers_disconnect_by_data (contrast, &n);
  mer_fixture_close (window);
}

/* A program that is started anew takes what was chosen. */
static void
test_contrast_kept (void)
{
  g_autoptr (GSettings) settings = mer_settings_new ();
  g_autoptr (MerApplication) application = NULL;

  g_assert_true (g_settings_set_boolean (settings, "high-contrast", TRUE));
  application = mer_fixture_application_new ();
  g_assert_true (mer_contrast_is_high (mer_contrast_get_default ()));
  g_settings_reset (settings, "high-contrast");
  g_assert_false (mer_contrast_is_high (mer_contrast_get_default ()));
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
  g_test_add_func ("/recent/contrast", test_contrast);
  g_test_add_func ("/recent/contrast-kept", test_contrast_kept);
  g_test_add_func ("/recent/settings", test_settings);
  return g_test_run ();
}
