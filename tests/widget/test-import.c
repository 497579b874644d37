/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The import flow from a file to scores, as a user goes through it. */

#include "config.h"

#include <string.h>

#include "ui/import/mer-import-columns-page.h"
#include "ui/import/mer-import-sheet.h"
#include "import-fixture.h"

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
  wait_for_scan (self);
  g_assert_cmpuint (mer_import_state_get_scan (self->state)->n_rows, ==, 4);

  /* Nobody knows the organizations: it must be said what becomes of them. */
  go_on (self, MER_IMPORT_STEP_NAMES);
  g_assert_false (mer_import_view_can_go_on (self->view));
  g_assert_cmpuint (mer_import_state_count_open_names (self->state), ==, 2);
  mer_import_state_decide_unknown (self->state, MER_NAME_CREATE);
  mer_fixture_settle ();
  go_on (self, MER_IMPORT_STEP_CHECK);
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
  g_autofree char       *need = NULL;
  g_autofree char       *nothing = NULL;
  const MerImportColumn *column = NULL;

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
  column = g_ptr_array_index (mer_import_state_get_preview (self->state)->columns, 15);
  g_assert_cmpstr (column->code, ==, "q14");
  g_assert_cmpint (column->state, ==, MER_COLUMN_EXACT);
  leave (self);
}

static void
test_unreadable (Fixture      *self,
                 gconstpointer data)
{
  g_autofree char *path = write_table (self, "empty.csv", "");
  g_autofree char *good = write_table (self, "good.csv", SURVEY_HEADER SURVEY_ROWS ("СОШ № 1"));

  open_flow (self);
  choose_file (self, path);
  g_assert_null (mer_import_state_get_preview (self->state));
  g_assert_nonnull (mer_import_state_get_error (self->state));
  g_assert_false (mer_import_view_can_go_on (self->view));
  /* The sentence stands in its row. */
  g_assert_nonnull (mer_fixture_find (GTK_WIDGET (self->view), GTK_TYPE_LABEL,
                                      mer_import_state_get_error (self->state)->message));
  /* Beside a good one it is still in the way, until it is removed. */
  choose_file (self, good);
  g_assert_false (mer_import_view_can_go_on (self->view));
  mer_import_queue_remove (mer_import_view_get_queue (self->view),
                           mer_import_view_add_file (self->view, path));
  mer_fixture_settle ();
  g_assert_true (mer_import_view_can_go_on (self->view));
  leave (self);
}

/* --- files at once --------------------------------------------------------------------- */

static gboolean
queue_is_read (gpointer data)
{
  return mer_import_queue_is_read (data);
}

static void
test_several (Fixture      *self,
              gconstpointer data)
{
  g_autofree char *survey = write_table (self, "a.csv", SURVEY_HEADER SURVEY_ROWS ("СОШ № 1"));
  g_autofree char *registry = write_table (self, "b.csv", "Организация;ИНН\nСОШ № 1;\nЛицей;\n");
  MerImportQueue  *queue = NULL;
  MerBatchKind     kind = MER_BATCH_SURVEY;

  open_flow (self);
  queue = mer_import_view_get_queue (self->view);
  mer_import_view_add_file (self->view, survey);
  mer_import_view_add_file (self->view, registry);
  mer_import_view_add_file (self->view, survey); /* once is enough */
  g_assert_cmpuint (mer_import_queue_get_n (queue), ==, 2);
  mer_fixture_wait (queue_is_read, queue);
  mer_fixture_settle ();

  /* The registry goes first, and has no names to decide. */
  self->state = mer_import_view_get_state (self->view);
  g_assert_true (mer_import_state_get_kind (self->state, &kind));
  g_assert_cmpint (kind, ==, MER_BATCH_ORGANIZATIONS);
  g_assert_cmpuint (mer_import_queue_get_number (queue, self->state), ==, 1);
  go_on (self, MER_IMPORT_STEP_COLUMNS);
  go_on (self, MER_IMPORT_STEP_CHECK);
  go_on (self, MER_IMPORT_STEP_OUTCOME);
  g_assert_cmpuint (mer_import_state_get_result (self->state)->created, ==, 2);

  /* Then the questionnaires, whose organization is there now. */
  go_on (self, MER_IMPORT_STEP_COLUMNS);
  self->state = mer_import_view_get_state (self->view);
  g_assert_cmpuint (mer_import_queue_get_number (queue, self->state), ==, 2);
  mer_fixture_wait (has_read, self->state);
  wait_for_scan (self);
  g_assert_cmpuint (mer_import_state_count_open_names (self->state), ==, 0);
  go_on (self, MER_IMPORT_STEP_CHECK);
  g_assert_cmpuint (mer_import_state_get_result (self->state)->accepted, ==, 2);
  go_on (self, MER_IMPORT_STEP_OUTCOME);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->view), "import.next", NULL));
  mer_fixture_settle ();
  g_assert_null (mer_fixture_find (GTK_WIDGET (self->window), MER_TYPE_IMPORT_VIEW, NULL));
}

static gboolean
is_known (gpointer data)
{
  return mer_import_state_get_earlier (data) != NULL;
}

/* A file that is in the document already says so at once. */
static void
test_same_file (Fixture      *self,
                gconstpointer data)
{
  g_autofree char *path = write_table (self, "a.csv", "Организация;ИНН\nСОШ № 1;\nЛицей;\n");

  open_flow (self);
  choose_file (self, path);
  go_on (self, MER_IMPORT_STEP_COLUMNS);
  go_on (self, MER_IMPORT_STEP_CHECK);
  go_on (self, MER_IMPORT_STEP_OUTCOME);
  leave (self);
  open_flow (self);
  choose_file (self, path);
  mer_fixture_wait (is_known, self->state);
  mer_fixture_settle ();
  g_assert_false (mer_import_view_can_go_on (self->view));
  mer_import_state_set_keep_duplicates (self->state, TRUE);
  mer_fixture_settle ();
  g_assert_true (mer_import_view_can_go_on (self->view));
  leave (self);
}

/* --- values and correspondences ------------------------------------------------------------ */

/* --- many columns --------------------------------------------------------------------------- */

static gboolean
is_in_sight (gpointer data)
{
  return mer_import_strip_get (data, 180) != NULL;
}

static void
test_wide (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Организация;q1;q2;q3;q4;q5;q6;q7;q8;q9;q10;q11;q12;"
                                           "q13;q14");
  g_autofree char *path = NULL;
  GtkWidget       *page = NULL;
  GtkWidget       *sheet = NULL;
  MerImportStrip  *heads = NULL;

  for (guint i = 15; i < 200; i++)
    g_string_append_printf (text, ";Лишнее %u", i);
  g_string_append (text, "\nЛицей");
  for (guint i = 1; i < 200; i++)
    g_string_append (text, ";Да");
  path = write_table (self, "wide.csv", text->str);
  open_flow (self);
  choose_file (self, path);
  go_on (self, MER_IMPORT_STEP_COLUMNS);
  page = mer_fixture_find (GTK_WIDGET (self->view), MER_TYPE_IMPORT_COLUMNS_PAGE, NULL);
  sheet = mer_fixture_find (page, MER_TYPE_IMPORT_SHEET, NULL);
  heads = mer_import_sheet_get_heads (MER_IMPORT_SHEET (sheet));
  g_assert_cmpuint (mer_import_strip_get_n (heads), ==, 200);
  /* Only what is in sight is made; a column far off comes when it is looked at. */
  g_assert_cmpuint (mer_import_strip_get_n_made (heads), <, 24);
  mer_import_columns_page_show_column (MER_IMPORT_COLUMNS_PAGE (page), 180);
  mer_fixture_wait (is_in_sight, heads);
  g_assert_cmpuint (mer_import_strip_get_n_made (heads), <, 24);
  leave (self);
}

/* --- problems --------------------------------------------------------------------------------- */

/* An import that is stopped leaves the document as it was. */
static void
test_stopped (Fixture      *self,
              gconstpointer data)
{
  g_autofree char *path = write_table (self, "s.csv", SURVEY_HEADER SURVEY_ROWS ("Лицей"));

  open_flow (self);
  choose_file (self, path);
  go_on (self, MER_IMPORT_STEP_COLUMNS);
  wait_for_scan (self);
  go_on (self, MER_IMPORT_STEP_NAMES);
  mer_import_state_decide_unknown (self->state, MER_NAME_CREATE);
  mer_import_state_run (self->state, FALSE);
  mer_import_state_cancel (self->state);
  mer_fixture_wait (has_run, self->state);
  g_assert_false (mer_import_state_is_imported (self->state));
  g_assert_error (mer_import_state_get_run_error (self->state), G_IO_ERROR,
                  G_IO_ERROR_CANCELLED);
  g_assert_true (mer_session_get_results (self->session) == NULL ||
                 mer_session_get_results (self->session)->batches->len == 0);
}

static void
gone_cb (gpointer data,
         GObject *object)
{
  (*(guint *) data)--;
}

static void
count (gpointer object,
       guint   *alive)
{
  (*alive)++;
  g_object_weak_ref (G_OBJECT (object), gone_cb, alive);
}

static gboolean
are_gone (gpointer data)
{
  return *(guint *) data == 0;
}

/* Opened and closed many times, at different moments of reading: nothing is left. */
static void
test_open_close (Fixture      *self,
                 gconstpointer data)
{
  g_autofree char *path = write_table (self, "s.csv", SURVEY_HEADER SURVEY_ROWS ("Лицей"));
  static guint     n_views = 0;
  static guint     n_states = 0;

  for (guint i = 0; i < 100; i++)
    {
      MerImportState *state = NULL;

      open_flow (self);
      state = mer_import_view_add_file (self->view, path);
      count (self->view, &n_views);
      count (state, &n_states);
      if (i % 3 > 0)
        mer_fixture_wait (has_read, state);
      mer_fixture_settle ();
      if (i % 3 > 1)
        gtk_widget_activate_action (GTK_WIDGET (self->view), "import.next", NULL);
      leave (self);
    }
  mer_fixture_wait (are_gone, &n_views);
  mer_fixture_wait (are_gone, &n_states);
}

/* --- the data page --------------------------------------------------------- */

int
main (int    argc,
      char **argv)
{
  mer_fixture_init (&argc, &argv);
#define ADD(path, data, test) g_test_add (path, Fixture, data, set_up, test, tear_down)
  ADD ("/import/survey", NULL, test_survey);
  ADD ("/import/undecided", NULL, test_undecided);
  ADD ("/import/unreadable", NULL, test_unreadable);
  ADD ("/import/several", NULL, test_several);
  ADD ("/import/same-file", NULL, test_same_file);
  ADD ("/import/wide", NULL, test_wide);
  ADD ("/import/stopped", NULL, test_stopped);
  ADD ("/import/open-close", NULL, test_open_close);
  return g_test_run ();
}
