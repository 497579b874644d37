/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of records, and the page of publications. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ui/pages/mer-publications-page.h"
#include "ui/widgets/mer-record-table-private.h"
#include "record-fixture.h"

#define N_ITEMS 30000

/* The document's records of the kind are taken away first, so that a test has its own. */
static void
clear_kind (Fixture             *self,
            const MerRecordKind *kind)
{
  g_autoptr (GPtrArray) records = records_of (self, kind);
  g_autoptr (GError) error = NULL;

  if (records->len == 0)
    return;
  g_assert_true (mer_document_begin (document_of (self), "test", &error));
  for (guint i = 0; i < records->len; i++)
    g_assert_true (mer_store_delete_record (document_of (self), kind,
                                            ((MerRecord *) records->pdata[i])->id, &error));
  g_assert_true (mer_document_commit (document_of (self), &error));
}

static void
add_publication (Fixture    *self,
                 const char *title,
                 const char *deadline,
                 const char *done)
{
  MerPublication *record = mer_record_new (&mer_record_publication, cycle_of (self));

  record->title = g_strdup (title);
  record->deadline = g_strdup (deadline);
  record->done_on = g_strdup (done);
  store (self, record);
  mer_record_free (record);
}

static void
add_three (Fixture *self)
{
  clear_kind (self, &mer_record_publication);
  add_publication (self, "Рейтинг", "до 1 декабря 2024 г.", NULL);
  add_publication (self, "Перечень", "до 1 марта 2024 г.", "2024-02-20");
  add_publication (self, "Планы", "до 1 февраля 2025 г.", NULL);
}

/* --- the table ------------------------------------------------------------------------------- */

static MerRecordTable *
publications_table (Fixture *self)
{
  MerTabPage *page = NULL;

  mer_window_show_page (self->window, "publications");
  mer_fixture_settle ();
  page = MER_TAB_PAGE (mer_window_get_page (self->window));
  return mer_record_view_get_table (
    MER_RECORD_VIEW (mer_tab_page_show_tab (page, "publications")));
}

static char *
text_at (MerRecordTable *table,
         guint           row,
         const char     *column)
{
  return mer_record_table_get_text (table, mer_record_list_get (table->list, row), column);
}

static void
assert_order (MerRecordTable *table,
              const char     *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < mer_record_table_get_n_shown (table); i++)
    {
      g_autofree char *title = text_at (table, i, "title");

      g_string_append_printf (found, "%s%s", i > 0 ? "," : "", title);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
act (MerRecordTable *table,
     const char     *action)
{
  g_assert_true (g_action_group_get_action_enabled (mer_record_table_get_actions (table), action));
  g_action_group_activate_action (mer_record_table_get_actions (table), action, NULL);
  mer_fixture_settle ();
}

static gint64
id_at (MerRecordTable *table,
       guint           row)
{
  return ((const MerRecord *) mer_record_list_get (table->list, row))->id;
}

static void
test_table (Fixture      *self,
            gconstpointer data)
{
  MerRecordTable  *table = NULL;
  g_autofree char *day = NULL;
  g_autofree char *counter = NULL;

  add_three (self);
  table = publications_table (self);
  assert_order (table, "Рейтинг,Перечень,Планы");
  day = text_at (table, 1, "done_on");
  g_assert_cmpstr (day, ==, "20.02.2024");
  counter = mer_publications_page_counter (self->session);
  g_assert_true (g_str_has_prefix (counter, "1"));
  mer_record_table_choose_filter (table, "overdue");
  assert_order (table, "Рейтинг");
  mer_record_table_choose_filter (table, NULL);
  mer_record_table_search (table, "план 2025");
  assert_order (table, "Планы");
  g_assert_true (mer_record_table_select (table, id_at (table, 0)));
  mer_record_table_search (table, "нет такого");
  g_assert_cmpuint (mer_record_table_get_n_shown (table), ==, 0);
  act (table, "reset-filters");
  assert_order (table, "Рейтинг,Перечень,Планы");
}

static void
test_sort (Fixture      *self,
           gconstpointer data)
{
  MerRecordTable *table = NULL;

  add_three (self);
  table = publications_table (self);
  mer_list_view_set_sort (table->view, "deadline");
  mer_fixture_settle ();
  assert_order (table, "Перечень,Рейтинг,Планы");
  mer_list_view_set_sort (table->view, "-title");
  mer_fixture_settle ();
  assert_order (table, "Рейтинг,Планы,Перечень");
  mer_list_view_set_sort (table->view, "done_on"); /* what has no day comes last */
  mer_fixture_settle ();
  assert_order (table, "Перечень,Рейтинг,Планы");
  mer_list_view_set_sort (table->view, "state"); /* what needs somebody comes first */
  mer_fixture_settle ();
  assert_order (table, "Рейтинг,Планы,Перечень");
  mer_list_view_set_sort (table->view, "");
  mer_fixture_settle ();
  assert_order (table, "Рейтинг,Перечень,Планы");
}

static void
test_delete (Fixture      *self,
             gconstpointer data)
{
  MerRecordTable *table = NULL;

  add_three (self);
  table = publications_table (self);
  gtk_selection_model_select_item (table->selection, 0, TRUE);
  gtk_selection_model_select_item (table->selection, 1, FALSE);
  act (table, "delete");
  assert_order (table, "Планы");
  g_assert_cmpstr (((const MerPublication *) mer_record_table_get_selected (table))->title, ==,
                   "Планы");
  g_assert_true (mer_document_undo (document_of (self), NULL));
  mer_fixture_settle ();
  assert_order (table, "Рейтинг,Перечень,Планы");
  g_assert_true (mer_document_redo (document_of (self), NULL));
  mer_fixture_settle ();
  assert_order (table, "Планы");
}

static void
test_order (Fixture      *self,
            gconstpointer data)
{
  MerRecordTable *table = NULL;

  add_three (self);
  table = publications_table (self);
  g_assert_true (mer_record_table_select (table, id_at (table, 0)));
  act (table, "move-down");
  assert_order (table, "Перечень,Рейтинг,Планы");
  act (table, "move-down"); /* the row goes on being the selected one */
  assert_order (table, "Перечень,Планы,Рейтинг");
  g_assert_false (g_action_group_get_action_enabled (mer_record_table_get_actions (table),
                                                     "move-down"));
  act (table, "move-up");
  assert_order (table, "Перечень,Рейтинг,Планы");
  act (table, "duplicate");
  assert_order (table, "Перечень,Рейтинг,Рейтинг,Планы");
  g_assert_true (mer_document_undo (document_of (self), NULL));
  mer_fixture_settle ();
  assert_order (table, "Перечень,Рейтинг,Планы");
}

/* --- tables in and out ----------------------------------------------------------------------- */

static void
test_paste (Fixture      *self,
            gconstpointer data)
{
  MerRecordTable  *table = NULL;
  GtkWidget       *dialog = NULL;
  const MerField  *done = mer_record_kind_field (&mer_record_publication, "done_on");
  const MerField  *title = mer_record_kind_field (&mer_record_publication, "title");
  g_autofree char *header = g_strdup_printf ("%s\t%s\nНовость\t05.11.2024\n",
                                             g_dgettext ("merilo", title->title),
                                             g_dgettext ("merilo", done->title));
  g_autofree char *bad = g_strdup_printf ("title\tdone_on\nХорошая\t05.11.2024\n"
                                          "Плохая\t32.11.2024\n");
  g_autofree char *day = NULL;

  add_three (self);
  table = publications_table (self);
  mer_record_table_paste_text (table, header);
  mer_fixture_settle ();
  assert_order (table, "Рейтинг,Перечень,Планы,Новость");
  day = text_at (table, 3, "done_on");
  g_assert_cmpstr (day, ==, "05.11.2024");
  mer_record_table_paste_text (table, bad);
  mer_fixture_settle ();
  assert_order (table, "Рейтинг,Перечень,Планы,Новость");
  dialog = find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_nonnull (mer_fixture_find (dialog, GTK_TYPE_LABEL, "32.11.2024"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  mer_record_table_paste_text (table, "Письмо\tother\tpress\tДС «Радуга»\tмарт 2025 г.");
  mer_fixture_settle ();
  assert_order (table, "Рейтинг,Перечень,Планы,Новость,Письмо");
  g_assert_true (mer_document_undo (document_of (self), NULL));
  mer_fixture_settle ();
  assert_order (table, "Рейтинг,Перечень,Планы,Новость");
}

/* A table that was saved changes nothing when it comes back; one that was edited does. */
static void
test_files (Fixture      *self,
            gconstpointer data)
{
  static const char *const endings[] = { "csv", "xlsx" };
  MerRecordTable          *table = NULL;
  g_autofree char         *path = NULL;

  add_three (self);
  table = publications_table (self);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *folder = g_path_get_dirname (self->path);
      g_autofree char *name = g_strconcat ("publications.", endings[i], NULL);
      g_autofree char *file = g_build_filename (folder, name, NULL);
      gint64           revision = mer_document_get_revision (document_of (self));
      g_autoptr (GError) error = NULL;

      g_assert_true (mer_record_table_export_to (table, file, &error));
      g_assert_no_error (error);
      mer_record_table_import_from (table, file);
      mer_fixture_settle ();
      g_assert_null (find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
      g_assert_cmpint (mer_document_get_revision (document_of (self)), ==, revision);
      g_unlink (file);
    }
  path = write_table (self, "more.csv", "id;title\n;Ещё одна\n");
  mer_record_table_import_from (table, path);
  mer_fixture_settle ();
  assert_order (table, "Рейтинг,Перечень,Планы,Ещё одна");
  g_free (g_steal_pointer (&path));
  path = write_table (self, "bad.csv", "id;title;done_on\n;Другая;вчера\n");
  mer_record_table_import_from (table, path);
  mer_fixture_settle ();
  assert_order (table, "Рейтинг,Перечень,Планы,Ещё одна");
  g_assert_nonnull (find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
  gtk_window_destroy (GTK_WINDOW (find_toplevel (ADW_TYPE_MESSAGE_DIALOG)));
  mer_fixture_settle ();
}

/* --- owners, and many ------------------------------------------------------------------------ */

static gint64
add_plan (Fixture *self)
{
  g_autoptr (MerPlan) plan = mer_record_new (&mer_record_plan, cycle_of (self));

  store (self, plan);
  return plan->record.id;
}

static void
fill_plan (Fixture *self,
           gint64   plan,
           guint    n)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mer_document_begin (document_of (self), "test", &error));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MerPlanItem) item = mer_record_new (&mer_record_plan_item, cycle_of (self));

      item->plan = plan;
      item->record.position = i + 1;
      item->measure = g_strdup_printf ("Мера %u", n - i);
      item->person = g_strdup_printf ("Исполнитель %u", i % 7);
      item->deadline = g_strdup ("до 1 марта 2025 г.");
      g_assert_true (mer_store_save_record (document_of (self), item, &error));
    }
  g_assert_true (mer_document_commit (document_of (self), &error));
}

static MerRecordTable *
show_table (Fixture                  *self,
            const MerRecordTableInfo *info,
            GtkWindow               **window)
{
  GtkWidget *table = mer_record_table_new (self->session, info, NULL);

  *window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (*window, 900, 600);
  gtk_window_set_child (*window, table);
  gtk_window_present (*window);
  mer_fixture_settle ();
  return MER_RECORD_TABLE (table);
}

static void
test_owner (Fixture      *self,
            gconstpointer data)
{
  static const MerRecordTableInfo info = { .kind = "plan-item", .single = TRUE };
  GtkWindow                      *window = NULL;
  gint64                          first = add_plan (self), second = add_plan (self);
  MerRecordTable                 *table = show_table (self, &info, &window);
  g_autoptr (MerPlanItem) made = NULL;

  fill_plan (self, first, 3);
  fill_plan (self, second, 5);
  mer_record_table_set_owner (table, "plan", 0);
  g_assert_cmpuint (mer_record_table_get_n_shown (table), ==, 0);
  g_assert_false (g_action_group_get_action_enabled (mer_record_table_get_actions (table), "add"));
  mer_record_table_set_owner (table, "plan", second);
  g_assert_cmpuint (mer_record_table_get_n_shown (table), ==, 5);
  made = mer_record_table_make_record (table);
  g_assert_cmpint (made->plan, ==, second);
  mer_record_table_set_owner (table, "plan", first);
  g_assert_cmpuint (mer_record_table_get_n_shown (table), ==, 3);
  gtk_window_destroy (window);
  mer_fixture_settle ();
}

static guint
count_rows (GtkWidget *widget)
{
  guint n = g_str_equal (gtk_widget_get_css_name (widget), "row") ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);
  return n;
}

/* 1,500 organizations of 20 items: few rows have widgets; an edit tells of one row alone. */
static void
changed_cb (GListModel *list,
            guint       position,
            guint       removed,
            guint       added,
            guint      *n)
{
  *n += removed + added;
}

static void
test_many (Fixture      *self,
           gconstpointer data)
{
  static const MerRecordTableInfo info = { .kind = "plan-item" };
  GtkWindow                      *window = NULL;
  gint64                          plan = add_plan (self);
  MerRecordTable                 *table = NULL;
  g_autoptr (MerPlanItem) item = NULL;
  g_autofree char *text = NULL;
  guint            n = 0;
  gint64           began = 0;

  fill_plan (self, plan, N_ITEMS);
  mer_fixture_wait (is_current, self->session);
  mer_fixture_settle ();
  table = show_table (self, &info, &window);
  mer_record_table_set_owner (table, "plan", plan);
  g_assert_cmpuint (mer_record_table_get_n_shown (table), ==, N_ITEMS);
  g_assert_cmpuint (count_rows (GTK_WIDGET (table->view)), <, 400);
  mer_list_view_set_sort (table->view, "measure");
  mer_fixture_settle ();
  text = text_at (table, 0, "measure");
  g_assert_cmpstr (text, ==, "Мера 1");
  began = g_get_monotonic_time ();
  mer_record_table_search (table, "мера 29999");
  g_test_message ("found in %d ms", (int) ((g_get_monotonic_time () - began) / 1000));
  g_assert_cmpuint (mer_record_table_get_n_shown (table), ==, 1);
  began = g_get_monotonic_time ();
  mer_record_list_set_sort (table->list, 2, TRUE);
  mer_record_table_refilter (table);
  g_test_message ("sorted in %d ms", (int) ((g_get_monotonic_time () - began) / 1000));
  began = g_get_monotonic_time ();
  mer_record_table_search (table, "");
  g_test_message ("all shown in %d ms", (int) ((g_get_monotonic_time () - began) / 1000));
  item = mer_record_copy (mer_record_list_get (table->list, 100));
  g_free (item->person);
  item->person = g_strdup ("Другой");
  g_signal_connect (table->list, "items-changed", G_CALLBACK (changed_cb), &n);
  began = g_get_monotonic_time ();
  mer_record_table_refresh (table);
  g_test_message ("read in %d ms", (int) ((g_get_monotonic_time () - began) / 1000));
  began = g_get_monotonic_time ();
  store (self, item);
  g_test_message ("stored, read, shown in %d ms",
                  (int) ((g_get_monotonic_time () - began) / 1000));
  g_assert_cmpuint (n, ==, 2);
  gtk_window_destroy (window);
  mer_fixture_settle ();
}

/* A closed document is only read. */
static void
test_no_cycle (Fixture      *self,
               gconstpointer data)
{
  static const MerRecordTableInfo info = { .kind = "publication" };
  GtkWindow                      *window = NULL;
  MerRecordTable                 *table = show_table (self, &info, &window);

  g_assert_cmpint (mer_record_table_get_cycle_id (table), ==, 0);
  g_assert_false (g_action_group_get_action_enabled (mer_record_table_get_actions (table), "add"));
  gtk_window_destroy (window);
  mer_fixture_settle ();
}

int
main (int    argc,
      char **argv)
{
  mer_fixture_init (&argc, &argv);
  g_setenv ("MERILO_TODAY", "2024-12-03", TRUE);
#define ADD(path, test) g_test_add (path, Fixture, "demo", set_up, test, tear_down)
  ADD ("/records/table", test_table);
  ADD ("/records/table/sort", test_sort);
  ADD ("/records/table/delete", test_delete);
  ADD ("/records/table/order", test_order);
  ADD ("/records/table/paste", test_paste);
  ADD ("/records/table/files", test_files);
  ADD ("/records/table/owner", test_owner);
  ADD ("/records/table/many", test_many);
  g_test_add ("/records/table/no-cycle", Fixture, "empty", set_up, test_no_cycle, tear_down);
  return g_test_run ();
}
