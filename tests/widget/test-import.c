/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The import flow from a file to scores, as a user goes through it; and the data page that
 * shows what has come in. */

#include "config.h"

#include <string.h>

#include "ui/import/mer-import-columns-page.h"
#include "ui/import/mer-import-names-page.h"
#include "ui/import/mer-import-plan.h"
#include "ui/import/mer-import-reason.h"
#include "ui/import/mer-import-sheet.h"
#include "ui/import/mer-import-values.h"
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
has_scanned (gpointer data)
{
  return mer_import_state_get_scan (data) != NULL;
}

static gboolean
has_saved (gpointer data)
{
  return !mer_import_state_is_saving (data);
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
  self->state = mer_import_view_add_file (self->view, path);
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
leave (Fixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->view), "import.cancel", NULL);
  mer_fixture_settle ();
}

/* Waits for the names of the table, wherever the flow stands. */
static void
wait_for_scan (Fixture *self)
{
  mer_fixture_wait (has_scanned, self->state);
  mer_fixture_settle ();
}

static const MerImportName *
get_name (Fixture    *self,
          const char *name)
{
  const MerImportScan *scan = mer_import_state_get_scan (self->state);

  for (guint i = 0; i < scan->names->len; i++)
    {
      const MerImportName *there = g_ptr_array_index (scan->names, i);

      if (g_str_equal (there->name, name))
        return there;
    }
  g_assert_not_reached ();
}

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

/* --- names ------------------------------------------------------------------------------- */

/* Equal names are accepted by themselves, similar ones never. */
static void
test_names (Fixture      *self,
            gconstpointer data)
{
  g_autofree char *registry =
    write_table (self, "r.csv", "Организация;ИНН\nСОШ № 1;\nДетский сад «Радуга»;\n");
  g_autofree char *path =
    write_table (self, "s.csv",
                 SURVEY_HEADER ROW_1 ("сош №1") ROW_1 ("Детский сад «Рабуга»") ROW_1 ("Чужая"));
  const MerImportName *similar = NULL;
  GtkWidget           *page = NULL;

  open_flow (self);
  choose_file (self, registry);
  go_on (self, MER_IMPORT_STEP_COLUMNS);
  go_on (self, MER_IMPORT_STEP_CHECK);
  go_on (self, MER_IMPORT_STEP_OUTCOME);
  leave (self);

  open_flow (self);
  choose_file (self, path);
  go_on (self, MER_IMPORT_STEP_COLUMNS);
  wait_for_scan (self);
  go_on (self, MER_IMPORT_STEP_NAMES);
  page = mer_fixture_find (GTK_WIDGET (self->view), MER_TYPE_IMPORT_NAMES_PAGE, NULL);
  g_assert_cmpuint (mer_import_names_page_get_n_shown (MER_IMPORT_NAMES_PAGE (page)), ==, 2);
  g_assert_cmpint (get_name (self, "сош №1")->state, ==, MER_IMPORT_NAME_EXACT);
  similar = get_name (self, "Детский сад «Рабуга»");
  g_assert_cmpint (similar->state, ==, MER_IMPORT_NAME_SIMILAR);
  g_assert_true (mer_import_name_is_open (similar));
  mer_import_state_decide_unknown (self->state, MER_NAME_SKIP);
  g_assert_true (mer_import_name_is_open (similar));
  g_assert_false (mer_import_view_can_go_on (self->view));
  mer_import_state_decide_name (
    self->state, similar, MER_NAME_CHOOSE,
    ((const MerImportCandidate *) similar->candidates->pdata[0])->organization_id);
  mer_fixture_settle ();
  /* What is decided can be taken back. */
  mer_import_state_forget_name (self->state, similar);
  g_assert_false (mer_import_view_can_go_on (self->view));
  mer_import_state_decide_name (
    self->state, similar, MER_NAME_CHOOSE,
    ((const MerImportCandidate *) similar->candidates->pdata[0])->organization_id);
  mer_fixture_settle ();
  go_on (self, MER_IMPORT_STEP_CHECK);
  g_assert_cmpuint (mer_import_state_get_result (self->state)->accepted, ==, 2);
  g_assert_cmpuint (mer_import_state_get_result (self->state)->rejected, ==, 1);
  g_assert_cmpuint (mer_import_plan_get_n (MER_IMPORT_PLAN (mer_fixture_find (
                      GTK_WIDGET (self->view), MER_TYPE_IMPORT_PLAN, NULL))),
                    ==, 2);
  mer_import_state_run (self->state, FALSE);
  mer_fixture_wait (has_run, self->state);
  g_assert_true (mer_import_state_is_imported (self->state));
}

/* --- values and correspondences ------------------------------------------------------------ */

#define ODD_HEADER "Что за школа;A1;A2;A3;A4;A5;A6;A7;A8;A9;A10;A11;A12;A13;A14;Телефон\n"
#define ODD_ROW \
  "Лицей;угу;угу;угу;угу;угу;Нет;;угу;угу;Нет;;угу;угу;Конечно;+7 900 000-00-00\n"

/* The first year everything is decided; the next year the same header asks nothing. */
static void
test_mapping (Fixture      *self,
              gconstpointer data)
{
  g_autofree char *first = write_table (self, "Опрос 2023.csv", ODD_HEADER ODD_ROW);
  g_autofree char *next =
    write_table (self, "Опрос 2024.csv", ODD_HEADER ODD_ROW ODD_ROW);
  const MerImportColumnValues *values = NULL;
  const MerImportColumn       *phone = NULL;

  open_flow (self);
  choose_file (self, first);
  mer_import_state_set_kind (self->state, MER_BATCH_SURVEY);
  mer_fixture_wait (has_read, self->state);
  g_assert_cmpstr (mer_import_state_get_remember (self->state), ==, "Опрос");
  go_on (self, MER_IMPORT_STEP_COLUMNS);
  mer_import_state_decide (self->state, 0, "organization");
  for (guint i = 1; i <= 14; i++)
    {
      g_autofree char *code = g_strdup_printf ("q%u", i);

      mer_import_state_decide (self->state, i, code);
    }
  mer_fixture_wait (has_read, self->state);
  phone = g_ptr_array_index (mer_import_state_get_preview (self->state)->columns, 15);
  g_assert_cmpint (phone->state, ==, MER_COLUMN_EXTRA);
  g_assert_true (mer_import_column_is_private (phone));
  wait_for_scan (self);

  /* «угу» is none of the options: it counts as another answer until it is decided. */
  values = mer_import_state_get_values (self->state, 1);
  g_assert_nonnull (values);
  g_assert_cmpuint (mer_import_values_count_open (values), ==, 1);
  mer_import_state_decide_value (self->state, 1, "угу", "Да", TRUE);
  mer_import_state_decide_value (self->state, 14, "Конечно", "Да", FALSE);
  g_assert_cmpuint (mer_import_values_count_open (values), ==, 0);
  g_assert_cmpuint (
    mer_import_values_count_open (mer_import_state_get_values (self->state, 13)), ==, 0);
  mer_fixture_settle ();
  go_on (self, MER_IMPORT_STEP_NAMES);
  mer_import_state_decide_unknown (self->state, MER_NAME_CREATE);
  mer_fixture_settle ();
  go_on (self, MER_IMPORT_STEP_CHECK);
  go_on (self, MER_IMPORT_STEP_OUTCOME);
  g_assert_cmpuint (mer_import_state_get_result (self->state)->problems->len, ==, 0);
  leave (self);

  /* Next, Next, Import. */
  open_flow (self);
  choose_file (self, next);
  g_assert_cmpstr (mer_import_state_get_preview (self->state)->mapping, ==, "Опрос");
  g_assert_null (mer_import_state_get_remember (self->state));
  go_on (self, MER_IMPORT_STEP_COLUMNS);
  wait_for_scan (self);
  go_on (self, MER_IMPORT_STEP_CHECK);
  go_on (self, MER_IMPORT_STEP_OUTCOME);
  g_assert_cmpuint (mer_import_state_get_result (self->state)->accepted, ==, 2);
  g_assert_cmpuint (mer_import_state_get_result (self->state)->problems->len, ==, 0);
  leave (self);
}

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

static void
rows_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  MerImportRows **out = user_data;
  g_autoptr (GError) error = NULL;

  *out = mer_import_state_read_rows_finish (MER_IMPORT_STATE (source), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static void
test_reasons (Fixture      *self,
              gconstpointer data)
{
  g_autofree char *path = write_table (self, "s.csv",
                                       SURVEY_HEADER ROW_1 ("Лицей") "14.10.2024;Лицей\n" ROW_1 (
                                         "") ROW_2 ("Лицей") ROW_2 ("Лицей"));
  g_autofree char *saved = write_table (self, "rejected.csv", "");
  g_autofree char *text = NULL;
  g_autoptr (GListStore) groups = NULL;
  g_autoptr (MerImportReason) first = NULL;
  g_autoptr (MerImportRows) rows = NULL;

  open_flow (self);
  choose_file (self, path);
  go_on (self, MER_IMPORT_STEP_COLUMNS);
  wait_for_scan (self);
  go_on (self, MER_IMPORT_STEP_NAMES);
  mer_import_state_decide_unknown (self->state, MER_NAME_CREATE);
  mer_fixture_settle ();
  go_on (self, MER_IMPORT_STEP_CHECK);
  g_assert_cmpuint (mer_import_state_get_result (self->state)->rejected, ==, 2);
  g_assert_cmpuint (mer_import_state_get_result (self->state)->duplicates, ==, 1);
  groups = mer_import_reasons_of (mer_import_state_get_result (self->state));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (groups)), >=, 3);
  first = g_list_model_get_item (G_LIST_MODEL (groups), 0);
  g_assert_true (mer_import_reason_is_rejection (first));
  g_assert_cmpuint (mer_import_reason_get_rows (first)->len, ==, 1);
  mer_import_state_read_rows_async (self->state, mer_import_reason_get_rows (first), NULL,
                                    rows_read_cb, &rows);
  mer_fixture_wait (is_set, &rows);
  g_assert_cmpuint (rows->rows->len, ==, 1);
  g_assert_cmpint (g_array_index (rows->numbers, gint64, 0), ==,
                   g_array_index (mer_import_reason_get_rows (first), gint64, 0));

  mer_import_state_save_rejected (self->state, saved);
  g_assert_true (mer_import_state_is_saving (self->state));
  g_assert_false (mer_import_view_can_go_on (self->view));
  mer_fixture_wait (has_saved, self->state);
  g_assert_true (g_file_get_contents (saved, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "14.10.2024;Лицей"));

  /* The repeated row, taken all the same. */
  mer_import_state_set_keep_duplicates (self->state, TRUE);
  mer_import_state_run (self->state, TRUE);
  mer_fixture_wait (has_run, self->state);
  g_assert_cmpuint (mer_import_state_get_result (self->state)->accepted, ==, 3);
}

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
  ADD ("/import/several", NULL, test_several);
  ADD ("/import/same-file", NULL, test_same_file);
  ADD ("/import/names", NULL, test_names);
  ADD ("/import/mapping", NULL, test_mapping);
  ADD ("/import/wide", NULL, test_wide);
  ADD ("/import/reasons", NULL, test_reasons);
  ADD ("/import/stopped", NULL, test_stopped);
  ADD ("/import/open-close", NULL, test_open_close);
  ADD ("/data/files", "demo", test_files);
  ADD ("/data/recipients", "demo", test_recipients);
  return g_test_run ();
}
