/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a window that only reads can do all the same. Its document is held by another program: there
 * is no lock in this process that workers could share. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ui/pages/mer-batch-window.h"
#include "ui/pages/mer-compare-window.h"
#include "ui/pages/mer-data-comments-private.h"
#include "ui/pages/mer-data-page.h"
#include "ui/print/mer-template-actions.h"
#include "widget-fixture.h"

typedef struct
{
  MerApplication *application;
  MerWindow      *window;
  MerSession     *session;
  char           *path;
  char           *file;    /* that is written */
  GError         *failure; /* that was told; nullable */
  int             n_told;
} Fixture;

static void
failed_cb (MerSession   *session,
           const char   *heading,
           const GError *error,
           Fixture      *self)
{
  if (self->failure == NULL)
    self->failure = g_error_copy (error);
}

static void
performed_cb (Fixture *self)
{
  self->n_told++;
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  MerDocument *holder = NULL;

  self->application = mer_fixture_application_new ();
  self->path = mer_fixture_demo_path ();
  self->file = g_strconcat (self->path, ".xlsx", NULL);
  holder = mer_document_open (self->path, MER_OPEN_READ_WRITE, NULL);
  self->window = mer_fixture_open (self->application, self->path);
  g_object_unref (holder);
  self->session = mer_window_get_session (self->window);
  g_assert_true (mer_document_is_read_only (mer_session_get_document (self->session)));
  g_signal_connect (self->session, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect_swapped (self->session, "performed", G_CALLBACK (performed_cb), self);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (self->session, self);
  mer_fixture_settle ();
  mer_fixture_close (self->window);
  g_clear_error (&self->failure);
  g_object_unref (self->application);
  g_unlink (self->file);
  g_free (self->file);
  g_free (self->path);
}

static gboolean
is_told (gpointer data)
{
  const Fixture *self = data;

  return self->failure != NULL || self->n_told > 0;
}

static GtkWidget *
find_toplevel (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static const char *
shown_of_compare (void)
{
  GtkWidget *compare = find_toplevel (MER_TYPE_COMPARE_WINDOW);

  return compare != NULL ? gtk_stack_get_visible_child_name (
                             GTK_STACK (mer_fixture_find (compare, GTK_TYPE_STACK, NULL)))
                         : "wait";
}

static gboolean
is_compared (gpointer data)
{
  return !g_str_equal (shown_of_compare (), "wait");
}

static void
test_compare (Fixture      *self,
              gconstpointer data)
{
  mer_window_show_page (self->window, "rating");
  mer_fixture_settle ();
  g_assert_true (gtk_widget_activate_action (
    mer_fixture_find (GTK_WIDGET (self->window), GTK_TYPE_SEARCH_ENTRY, NULL), "page.compare",
    NULL));
  mer_fixture_wait (is_compared, NULL);
  g_assert_cmpstr (shown_of_compare (), ==, "table");
  gtk_window_destroy (GTK_WINDOW (find_toplevel (MER_TYPE_COMPARE_WINDOW)));
}

static gboolean
is_read (gpointer data)
{
  return ((MerDataComments *) data)->reading == NULL;
}

static void
test_comments (Fixture      *self,
               gconstpointer data)
{
  MerDataComments *view = NULL;

  mer_window_show_page (self->window, "data");
  mer_fixture_settle ();
  view = MER_DATA_COMMENTS (mer_data_page_show_view (
    MER_DATA_PAGE (mer_fixture_find (GTK_WIDGET (self->window), MER_TYPE_DATA_PAGE, NULL)),
    "comments"));
  mer_fixture_settle ();
  mer_fixture_wait (is_read, view);
  g_assert_no_error (self->failure);
  g_assert_nonnull (view->comments);
}

static void
test_template (Fixture      *self,
               gconstpointer data)
{
  mer_template_save_to (self->session, "survey", self->file);
  mer_fixture_wait (is_told, self);
  g_assert_no_error (self->failure);
  g_assert_true (g_file_test (self->file, G_FILE_TEST_IS_REGULAR));
}

/* It gets as far as the table, which is another one. */
static void
test_rejected (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (GPtrArray) batches =
    mer_store_batches (mer_session_get_document (self->session),
                       mer_session_get_results (self->session)->cycle->id, NULL);
  const MerBatch *batch = batches->pdata[0];

  mer_batch_write_rejected (self->session, batch->id, self->path, self->file);
  mer_fixture_wait (is_told, self);
  g_assert_nonnull (self->failure);
  g_assert_false (g_error_matches (self->failure, MER_STORE_ERROR, MER_STORE_ERROR_READ_ONLY));
}

int
main (int    argc,
      char **argv)
{
  mer_fixture_init (&argc, &argv);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/read-only/compare", test_compare);
  ADD ("/read-only/comments", test_comments);
  ADD ("/read-only/template", test_template);
  ADD ("/read-only/rejected", test_rejected);
  return g_test_run ();
}
