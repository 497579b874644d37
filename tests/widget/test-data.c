/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The data page: the files that have come in, and the sample. */

#include "config.h"

#include "ui/pages/mer-data-files.h"
#include "ui/pages/mer-data-page.h"
#include "ui/pages/mer-data-sample.h"
#include "ui/pages/mer-recipients-cell.h"
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

static gint64
selected_file (MerDataFiles *files)
{
  GtkWidget          *view = mer_fixture_find (GTK_WIDGET (files), GTK_TYPE_COLUMN_VIEW, NULL);
  GtkSingleSelection *selection =
    GTK_SINGLE_SELECTION (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));

  return mer_data_files_get_id (files, gtk_single_selection_get_selected (selection));
}

/* What is selected stays selected, by what it is; taken out twice at once, it alone goes. */
static void
test_files_selection (Fixture      *self,
                      gconstpointer data)
{
  MerDataPage *page = NULL;
  MerDataView *view = NULL;
  gint64       second = 0;
  gint64       third = 0;
  guint        n = 0;

  mer_window_show_page (self->window, "data");
  mer_fixture_settle ();
  page = MER_DATA_PAGE (mer_fixture_find (GTK_WIDGET (self->window), MER_TYPE_DATA_PAGE, NULL));
  view = mer_data_page_show_view (page, "files");
  n = mer_data_files_get_n (MER_DATA_FILES (view));
  second = mer_data_files_get_id (MER_DATA_FILES (view), 1);
  third = mer_data_files_get_id (MER_DATA_FILES (view), 2);
  g_assert_cmpint (third, !=, 0);
  mer_data_view_show_record (view, "batch", second);
  mer_data_files_remove (MER_DATA_FILES (view));
  mer_data_files_remove (MER_DATA_FILES (view));
  mer_fixture_wait (is_current, self->session);
  mer_fixture_settle ();
  g_assert_cmpuint (mer_data_files_get_n (MER_DATA_FILES (view)), ==, n - 1);
  g_assert_cmpint (selected_file (MER_DATA_FILES (view)), ==, third);
  g_assert_true (mer_document_undo (mer_session_get_document (self->session), NULL));
  mer_fixture_wait (is_current, self->session);
  mer_fixture_settle ();
  g_assert_cmpint (selected_file (MER_DATA_FILES (view)), ==, third);
}

/* The cell of a row of the table, by the number of the row. */
static GtkWidget *
nth_text (GtkWidget *widget,
          guint     *n)
{
  GtkWidget *found = NULL;

  if (GTK_IS_TEXT (widget) && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = nth_text (child, n);
  return found;
}

static GtkWidget *
recipients_cell (Fixture *self,
                 guint    row)
{
  GtkWidget *sample = mer_fixture_find (GTK_WIDGET (self->window), MER_TYPE_DATA_SAMPLE, NULL);
  GtkWidget *text = nth_text (sample, &row);

  g_assert_nonnull (text);
  return text;
}

/* Results come while the next numbers are being typed: these stay, wherever they are typed. */
static void
test_typing_while_computing (Fixture      *self,
                             gconstpointer data)
{
  GtkWidget *first = NULL;
  GtkWidget *second = NULL;

  mer_window_show_page (self->window, "data");
  mer_fixture_settle ();
  first = recipients_cell (self, 0);
  second = recipients_cell (self, 1);
  gtk_widget_grab_focus (first);
  gtk_editable_set_text (GTK_EDITABLE (first), "777");
  g_signal_emit_by_name (first, "activate");
  gtk_widget_grab_focus (second);
  gtk_editable_set_text (GTK_EDITABLE (second), "88888");
  mer_fixture_wait (is_current, self->session);
  mer_fixture_settle ();
  g_assert_true (recipients_cell (self, 1) == second);
  g_assert_true (gtk_widget_has_focus (second));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (second)), ==, "88888");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (first)), ==, "777");
  /* the same cell, typed in once more before its own first number has come back */
  g_signal_emit_by_name (second, "activate");
  gtk_editable_set_text (GTK_EDITABLE (second), "88");
  mer_fixture_wait (is_current, self->session);
  mer_fixture_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (second)), ==, "88");
  g_assert_true (gtk_widget_has_focus (second));
  /* what nobody types in follows: undone, the first number is what it was */
  g_assert_true (mer_document_undo (mer_session_get_document (self->session), NULL));
  g_assert_true (mer_document_undo (mer_session_get_document (self->session), NULL));
  mer_fixture_wait (is_current, self->session);
  mer_fixture_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (first)), !=, "777");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (second)), ==, "88");
}

static gboolean
take_out (MerDocument *document,
          gpointer     user_data,
          GError     **error)
{
  const MerSampleRow *row = user_data;
  MerCycleMember      gone = { .organization_id = row->organization_id, .selected = FALSE };
  g_autoptr (MerCycle) cycle = mer_store_cycle (document, 0, error);

  return cycle != NULL && mer_store_save_choice (document, cycle->id, &gone, error);
}

/* A choice made while results are computed is not taken back by a number typed meanwhile. */
static void
test_recipients_keep_choice (Fixture      *self,
                             gconstpointer data)
{
  MerDocument *document = mer_session_get_document (self->session);
  GtkWidget   *text = NULL;
  g_autoptr (MerCycle) cycle = NULL;
  g_autoptr (GPtrArray) members = NULL;
  gboolean found = FALSE;
  gint64   organization = 0;

  mer_window_show_page (self->window, "data");
  mer_fixture_settle ();
  text = recipients_cell (self, 0);
  organization = mer_recipients_cell_get_row (text)->organization_id;
  g_assert_true (mer_session_perform (self->session, "choice", NULL, take_out,
                                      mer_recipients_cell_get_row (text)));
  gtk_editable_set_text (GTK_EDITABLE (text), "777");
  g_signal_emit_by_name (text, "activate");
  cycle = mer_store_cycle (document, 0, NULL);
  members = mer_store_members (document, cycle->id, NULL);
  for (guint i = 0; i < members->len; i++)
    {
      const MerCycleMember *member = members->pdata[i];

      if (member->organization_id != organization)
        continue;
      found = TRUE;
      g_assert_cmpint (member->recipients, ==, 777);
      g_assert_false (member->selected);
    }
  g_assert_true (found);
}

int
main (int    argc,
      char **argv)
{
  mer_fixture_init (&argc, &argv);
#define ADD(path, data, test) g_test_add (path, Fixture, data, set_up, test, tear_down)
  ADD ("/data/files", "demo", test_files);
  ADD ("/data/files-selection", "demo", test_files_selection);
  ADD ("/data/recipients", "demo", test_recipients);
  ADD ("/data/typing-while-computing", "demo", test_typing_while_computing);
  ADD ("/data/recipients-keep-choice", "demo", test_recipients_keep_choice);
  return g_test_run ();
}
