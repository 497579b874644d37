/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The import flow from a file to scores, as a user goes through it; and the data page that
 * shows what has come in. */

#include "config.h"

#include <string.h>

#include "ui/import/mer-import-columns-page.h"
#include "ui/import/mer-import-view.h"
#include "ui/pages/mer-data-files.h"
#include "ui/pages/mer-data-page.h"
#include "ui/pages/mer-data-sample.h"
#include "widget-fixture.h"

typedef struct
{
  MerApplication *application;
  MerWindow      *window;
  char           *path;
  MerSession     *session;
  MerImportView  *view;
  MerImportState *state;
} Fixture;

static void
open_flow (Fixture *self)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.import", NULL));
  mer_fixture_settle ();
  self->view = MER_IMPORT_VIEW (
    mer_fixture_find (GTK_WIDGET (self->window), MER_TYPE_IMPORT_VIEW, NULL));
  g_assert_nonnull (self->view);
  self->state = mer_import_view_get_state (self->view);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->application = mer_fixture_application_new ();
  self->path = g_strcmp0 (data, "demo") == 0 ? mer_fixture_demo_path ()
                                             : mer_fixture_empty_path ();
  self->window = mer_fixture_open (self->application, self->path);
  self->session = mer_window_get_session (self->window);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  mer_fixture_close (self->window);
  g_object_unref (self->application);
  g_free (self->path);
}

static char *
write_table (Fixture    *self,
             const char *name,
             const char *text)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  char            *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static gboolean
has_read (gpointer data)
{
  return !mer_import_state_is_reading (data);
}

static gboolean
has_run (gpointer data)
{
  return !mer_import_state_is_running (data);
}

static gboolean
is_current (gpointer data)
{
  return mer_session_is_current (data);
}

static void
choose_file (Fixture    *self,
             const char *path)
{
  mer_import_state_set_file (self->state, path);
  mer_fixture_wait (has_read, self->state);
  mer_fixture_settle ();
}

static void
go_on (Fixture      *self,
       MerImportStep expected)
{
  g_assert_true (mer_import_view_can_go_on (self->view));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->view), "import.next", NULL));
  mer_fixture_wait (has_run, self->state);
  mer_fixture_settle ();
  g_assert_cmpint (mer_import_view_get_step (self->view), ==, expected);
}

#define SURVEY_HEADER \
  "Отметка времени;Организация;q1;q2;q3;q4;q5;q6;q7;q8;q9;q10;q11;q12;q13;q14\n"
#define ROW_1(name) "14.10.2024 08:12:10;" name ";Да;Да;Да;Да;Да;Нет;;Да;Да;Нет;;Да;Да;Да\n"
#define ROW_2(name) "14.10.2024 08:15:20;" name ";Да;Нет;Нет;;Да;Да;Нет;Да;Да;Да;Да;Да;Да;Нет\n"
#define SURVEY_ROWS(name) ROW_1 (name) ROW_2 (name)

/* --- the whole way --------------------------------------------------------- */

static void
test_survey (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *path =
    write_table (self, "survey.csv", SURVEY_HEADER SURVEY_ROWS ("СОШ № 1") SURVEY_ROWS ("Лицей"));
  MerBatchKind           kind = MER_BATCH_ORGANIZATIONS;
  const MerImportResult *result = NULL;

  open_flow (self);
  g_assert_false (mer_import_view_can_go_on (self->view));
  choose_file (self, path);
  g_assert_true (mer_import_state_get_kind (self->state, &kind));
  g_assert_cmpint (kind, ==, MER_BATCH_SURVEY);
  go_on (self, MER_IMPORT_STEP_COLUMNS);
  g_assert_cmpuint (mer_import_state_get_preview (self->state)->rows->len, ==, 4);

  /* The trial: nobody knows the organizations, so nothing can be imported. */
  go_on (self, MER_IMPORT_STEP_CHECK);
  result = mer_import_state_get_result (self->state);
  g_assert_nonnull (result);
  g_assert_cmpuint (result->unmatched->len, ==, 2);
  g_assert_false (mer_import_view_can_go_on (self->view));
  gtk_switch_set_active (
    GTK_SWITCH (mer_fixture_find (GTK_WIDGET (self->view), GTK_TYPE_SWITCH, NULL)), TRUE);
  mer_fixture_wait (has_run, self->state);
  result = mer_import_state_get_result (self->state);
  g_assert_cmpuint (result->accepted, ==, 4);
  g_assert_false (mer_import_state_is_imported (self->state));

  go_on (self, MER_IMPORT_STEP_OUTCOME);
  g_assert_true (mer_import_state_is_imported (self->state));
  g_assert_cmpuint (mer_import_state_get_result (self->state)->accepted, ==, 4);
  mer_fixture_wait (is_current, self->session);
  g_assert_cmpuint (mer_session_get_results (self->session)->scores->n_rows, ==, 2);

  /* Taken back in the flow itself. */
  g_assert_true (mer_import_state_undo (self->state));
  mer_fixture_wait (is_current, self->session);
  g_assert_false (mer_import_state_is_imported (self->state));
  g_assert_true (mer_session_get_results (self->session) == NULL ||
                 mer_session_get_results (self->session)->batches->len == 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->view), "import.next", NULL));
  mer_fixture_settle ();
  g_assert_null (mer_fixture_find (GTK_WIDGET (self->window), MER_TYPE_IMPORT_VIEW, NULL));
}

static void
test_undecided (Fixture      *self,
                gconstpointer data)
{
  /* The column of question 14 says nothing that could be recognized. */
  g_autofree char *path = write_table (
    self, "survey.csv",
    "Отметка времени;Организация;q1;q2;q3;q4;q5;q6;q7;q8;q9;q10;q11;q12;q13;Колонка\n"
    "14.10.2024 08:12:10;СОШ № 1;Да;Да;Да;Да;Да;Нет;;Да;Да;Нет;;Да;Да;Да\n");
  g_autofree char *need = NULL;
  g_autofree char *nothing = NULL;

  open_flow (self);
  choose_file (self, path);
  mer_import_state_set_kind (self->state, MER_BATCH_SURVEY);
  mer_fixture_wait (has_read, self->state);
  go_on (self, MER_IMPORT_STEP_COLUMNS);
  need = mer_import_state_get_need (self->state);
  g_assert_nonnull (need);
  g_assert_false (mer_import_view_can_go_on (self->view));
  g_assert_nonnull (mer_fixture_find (GTK_WIDGET (self->view), GTK_TYPE_LABEL, need));

  mer_import_state_decide (self->state, 15, "q14");
  mer_fixture_wait (has_read, self->state);
  mer_fixture_settle ();
  nothing = mer_import_state_get_need (self->state);
  g_assert_null (nothing);
  g_assert_true (mer_import_view_can_go_on (self->view));
  {
    const MerImportPreview *preview = mer_import_state_get_preview (self->state);
    const MerImportColumn  *column = g_ptr_array_index (preview->columns, 15);

    g_assert_cmpstr (column->code, ==, "q14");
    g_assert_cmpint (column->state, ==, MER_COLUMN_EXACT);
  }
  gtk_widget_activate_action (GTK_WIDGET (self->view), "import.cancel", NULL);
  mer_fixture_settle ();
}

static void
test_unreadable (Fixture      *self,
                 gconstpointer data)
{
  g_autofree char *path = write_table (self, "empty.csv", "");
  g_autofree char *good = write_table (self, "good.csv", SURVEY_HEADER SURVEY_ROWS ("СОШ № 1"));
  g_autofree char *need = NULL;

  open_flow (self);
  choose_file (self, path);
  g_assert_null (mer_import_state_get_preview (self->state));
  g_assert_nonnull (mer_import_state_get_error (self->state));
  g_assert_false (mer_import_view_can_go_on (self->view));
  need = mer_import_state_get_need (self->state);
  g_assert_nonnull (mer_fixture_find (GTK_WIDGET (self->view), GTK_TYPE_LABEL, need));
  /* Another file, another chance; of two answers only the last counts. */
  mer_import_state_set_file (self->state, path);
  choose_file (self, good);
  g_assert_no_error (mer_import_state_get_error (self->state));
  g_assert_true (mer_import_view_can_go_on (self->view));
  gtk_widget_activate_action (GTK_WIDGET (self->view), "import.cancel", NULL);
  mer_fixture_settle ();
}

/* --- the data page --------------------------------------------------------- */

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
  ADD ("/import/survey", NULL, test_survey);
  ADD ("/import/undecided", NULL, test_undecided);
  ADD ("/import/unreadable", NULL, test_unreadable);
  ADD ("/data/files", "demo", test_files);
  ADD ("/data/recipients", "demo", test_recipients);
  return g_test_run ();
}
