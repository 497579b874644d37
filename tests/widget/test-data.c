/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The data page: the files that have come in, and the sample. */

#include "config.h"

#include "ui/pages/mer-data-files.h"
#include "ui/pages/mer-data-page.h"
#include "ui/pages/mer-data-sample.h"
#include "ui/widgets/mer-sample-row.h"
#include "import-fixture.h"

static void
test_files (Fixture      *self,
            gconstpointer data)
{
  MerDocument     *document = mer_session_get_document (self->session);
  MerDataFiles    *files = NULL;
  g_autofree char *counter = mer_data_page_counter (self->session);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_nonnull (counter);
  mer_window_show_page (self->window, "data");
  mer_fixture_settle ();
  files = MER_DATA_FILES (mer_data_page_show_view (
    MER_DATA_PAGE (mer_fixture_find (GTK_WIDGET (self->window), MER_TYPE_DATA_PAGE, NULL)),
    "files"));
  n = mer_data_files_get_n (files);
  g_assert_cmpuint (n, >=, 2);
  g_assert_true (mer_data_files_has_selection (files));
  mer_data_files_remove (files);
  mer_fixture_wait (is_current, self->session);
  mer_fixture_settle ();
  g_assert_cmpuint (mer_data_files_get_n (files), ==, n - 1);
  g_assert_true (mer_document_undo (document, &error));
  mer_fixture_wait (is_current, self->session);
  mer_fixture_settle ();
  g_assert_cmpuint (mer_data_files_get_n (files), ==, n);
}

static void
test_recipients (Fixture      *self,
                 gconstpointer data)
{
  GtkWidget *text = NULL;
  GtkWidget *sample = NULL;
  gint64     fact = 0;
  gint64     plan = 0;
  gint64     changed = 0;

  mer_window_show_page (self->window, "data");
  mer_fixture_settle ();
  mer_sample_totals (mer_session_get_results (self->session), &fact, &plan);
  sample = mer_fixture_find (GTK_WIDGET (self->window), MER_TYPE_DATA_SAMPLE, NULL);
  text = mer_fixture_find (sample, GTK_TYPE_TEXT, NULL);
  g_assert_nonnull (text);
  /* What is no number changes nothing. */
  gtk_editable_set_text (GTK_EDITABLE (text), "many");
  g_signal_emit_by_name (text, "activate");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), !=, "many");
  gtk_editable_set_text (GTK_EDITABLE (text), "1 000");
  g_signal_emit_by_name (text, "activate");
  mer_fixture_wait (is_current, self->session);
  mer_sample_totals (mer_session_get_results (self->session), &fact, &changed);
  g_assert_cmpint (changed, !=, plan);
  g_assert_true (mer_document_undo (mer_session_get_document (self->session), NULL));
  mer_fixture_wait (is_current, self->session);
  mer_sample_totals (mer_session_get_results (self->session), &fact, &changed);
  g_assert_cmpint (changed, ==, plan);
}

int
main (int    argc,
      char **argv)
{
  mer_fixture_init (&argc, &argv);
#define ADD(path, data, test) g_test_add (path, Fixture, data, set_up, test, tear_down)
  ADD ("/data/files", "demo", test_files);
  ADD ("/data/recipients", "demo", test_recipients);
  return g_test_run ();
}
