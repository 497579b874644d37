/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the user decides in the import flow: names, meanings of answers, what becomes of rows that
 * were not imported; and that it is remembered. */

#include "config.h"

#include <string.h>

#include "ui/import/mer-import-name-chooser.h"
#include "ui/import/mer-import-names-page.h"
#include "ui/import/mer-import-plan.h"
#include "ui/import/mer-import-reason.h"
#include "ui/import/mer-import-values.h"
#include "import-fixture.h"

static gint64
known_id (Fixture    *self,
          const char *name)
{
  const GPtrArray *known = mer_import_state_get_known (self->state);

  for (guint i = 0; i < known->len; i++)
    if (g_str_equal (((const MerImportKnown *) known->pdata[i])->name, name))
      return ((const MerImportKnown *) known->pdata[i])->id;
  g_assert_not_reached ();
}

/* Enter takes what was searched for, however quickly it follows the last letter. */
static void
search_at_once (Fixture             *self,
                GtkWidget           *page,
                const MerImportName *name)
{
  GtkWidget *chooser = mer_import_name_chooser_new (page);
  GtkWidget *search = NULL;
  g_autoptr (MerImportNameRow) row = mer_import_name_row_new (self->state, name);

  mer_import_name_chooser_open (MER_IMPORT_NAME_CHOOSER (chooser), self->state, row, NULL);
  mer_fixture_settle ();
  search = mer_fixture_find (chooser, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "СОШ");
  g_signal_emit_by_name (search, "activate");
  g_assert_true (name->decided);
  g_assert_cmpint (name->decision.action, ==, MER_NAME_CHOOSE);
  g_assert_cmpint (name->decision.organization_id, ==, known_id (self, "СОШ № 1"));
  mer_import_state_forget_name (self->state, name);
  gtk_widget_unparent (chooser);
}

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
  search_at_once (self, page, get_name (self, "Чужая"));
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

int
main (int    argc,
      char **argv)
{
  mer_fixture_init (&argc, &argv);
#define ADD(path, data, test) g_test_add (path, Fixture, data, set_up, test, tear_down)
  ADD ("/import-decisions/names", NULL, test_names);
  ADD ("/import-decisions/mapping", NULL, test_mapping);
  ADD ("/import-decisions/reasons", NULL, test_reasons);
  return g_test_run ();
}
