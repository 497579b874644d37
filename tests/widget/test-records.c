/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form and the table of records, for every kind and at length for a few. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "cycle/mer-council.h"
#include "cycle/mer-improvement.h"
#include "cycle/mer-record-kinds.h"
#include "cycle/mer-work-plan.h"
#include "store/mer-record-store.h"
#include "ui/dialogs/mer-record-form.h"
#include "ui/pages/mer-publications-page.h"
#include "ui/widgets/mer-chooser-row.h"
#include "ui/widgets/mer-record-table-private.h"
#include "import-fixture.h"

#define N_ITEMS 30000

static MerDocument *
document_of (Fixture *self)
{
  return mer_session_get_document (self->session);
}

static gint64
cycle_of (Fixture *self)
{
  return mer_session_get_results (self->session)->cycle->id;
}

static GPtrArray *
records_of (Fixture             *self,
            const MerRecordKind *kind)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *records = mer_store_records (document_of (self), kind, cycle_of (self), &error);

  g_assert_no_error (error);
  return records;
}

static guint
count_of (Fixture             *self,
          const MerRecordKind *kind)
{
  g_autoptr (GPtrArray) records = records_of (self, kind);

  return records->len;
}

static void
store (Fixture *self,
       gpointer record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mer_document_begin (document_of (self), "test", &error));
  g_assert_true (mer_store_save_record (document_of (self), record, &error));
  g_assert_true (mer_document_commit (document_of (self), &error));
  g_assert_no_error (error);
}

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

/* --- the form -------------------------------------------------------------------------------- */

static MerRecordForm *
present (Fixture                    *self,
         gconstpointer               record,
         const MerRecordFormOptions *options)
{
  MerRecordForm *form =
    mer_record_form_present (GTK_WINDOW (self->window), self->session, record, options);

  mer_fixture_settle ();
  return form;
}

static void
confirm (MerRecordForm *form,
         const char    *action)
{
  gtk_widget_activate_action (GTK_WIDGET (form), action, NULL);
  mer_fixture_settle ();
}

static GtkEditable *
entry (MerRecordForm *form,
       const char    *key)
{
  GtkWidget *row = mer_record_form_get_row (form, key);

  g_assert_true (GTK_IS_EDITABLE (row));
  return GTK_EDITABLE (row);
}

/* Every kind has a form: a row for what it shows, none for the rest; and nothing is left of it. */
static void
test_every_kind (Fixture      *self,
                 gconstpointer data)
{
  const MerRecordKind *const *kinds = mer_record_kinds ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (MerRecord) record = mer_record_new (kinds[i], cycle_of (self));
      MerRecordForm *form = present (self, record, NULL);
      gpointer       left = form;

      for (guint j = 0; j < kinds[i]->n_fields; j++)
        {
          const MerField *field = &kinds[i]->fields[j];
          gboolean shown = (field->flags & (MER_FIELD_HIDDEN | MER_FIELD_OWNER)) == 0;

          g_assert_true ((mer_record_form_get_row (form, field->key) != NULL) == shown);
        }
      g_object_add_weak_pointer (G_OBJECT (form), &left);
      gtk_window_destroy (GTK_WINDOW (form));
      mer_fixture_settle ();
      g_assert_null (left);
    }
}

static void
test_add (Fixture      *self,
          gconstpointer data)
{
  guint before = count_of (self, &mer_record_event);
  g_autoptr (MerEvent) record = mer_record_new (&mer_record_event, cycle_of (self));
  MerRecordForm *form = present (self, record, NULL);
  g_autoptr (GPtrArray) after = NULL;
  const MerEvent *stored = NULL;

  confirm (form, "form.confirm"); /* a name is needed */
  g_assert_cmpuint (count_of (self, &mer_record_event), ==, before);
  g_assert_true (gtk_widget_has_css_class (mer_record_form_get_row (form, "title"), "mer-noted"));
  gtk_editable_set_text (entry (form, "title"), "Семинар");
  g_assert_false (gtk_widget_has_css_class (mer_record_form_get_row (form, "title"), "mer-noted"));
  gtk_editable_set_text (entry (form, "held"), "31.02.2024");
  gtk_editable_set_text (entry (form, "participants"), "много");
  confirm (form, "form.confirm");
  g_assert_cmpuint (count_of (self, &mer_record_event), ==, before);
  gtk_editable_set_text (entry (form, "held"), "28 февраля 2024 г.");
  gtk_editable_set_text (entry (form, "participants"), "1 045");
  adw_combo_row_set_selected (ADW_COMBO_ROW (mer_record_form_get_row (form, "what")), 1);
  confirm (form, "form.confirm");
  g_assert_null (find_toplevel (MER_TYPE_RECORD_FORM));
  after = records_of (self, &mer_record_event);
  g_assert_cmpuint (after->len, ==, before + 1);
  stored = after->pdata[before];
  g_assert_cmpstr (stored->title, ==, "Семинар");
  g_assert_cmpstr (stored->held, ==, "2024-02-28");
  g_assert_cmpint (stored->participants, ==, 1045);
  g_assert_cmpint (stored->what, ==, 1);
  g_assert_true (mer_document_undo (document_of (self), NULL));
  g_assert_cmpuint (count_of (self, &mer_record_event), ==, before);
  g_assert_true (mer_document_redo (document_of (self), NULL));
  g_assert_cmpuint (count_of (self, &mer_record_event), ==, before + 1);
}

/* What a deadline is taken for stands below it, and so does that it is none; either is kept. */
static void
test_period (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (MerPublication) record = mer_record_new (&mer_record_publication, cycle_of (self));
  MerRecordForm *form = present (self, record, NULL);

  gtk_editable_set_text (entry (form, "deadline"), "август–сентябрь 2025 г.");
  g_assert_nonnull (mer_fixture_find (GTK_WIDGET (form), GTK_TYPE_LABEL, "30.09.2025"));
  gtk_editable_set_text (entry (form, "deadline"), "когда-нибудь потом");
  g_assert_null (mer_fixture_find (GTK_WIDGET (form), GTK_TYPE_LABEL, "30.09.2025"));
  g_assert_true (gtk_widget_has_css_class (mer_record_form_get_row (form, "deadline"),
                                           "mer-noted"));
  confirm (form, "form.confirm");
  g_assert_null (find_toplevel (MER_TYPE_RECORD_FORM));
}

static void
test_more (Fixture      *self,
           gconstpointer data)
{
  guint before = count_of (self, &mer_record_publication);
  g_autoptr (MerPublication) record = mer_record_new (&mer_record_publication, cycle_of (self));
  MerRecordForm *form = NULL;

  record->who = g_strdup ("Сидорова");
  form = present (self, record, NULL);
  gtk_editable_set_text (entry (form, "title"), "Первая");
  confirm (form, "form.confirm-more");
  g_assert_cmpuint (count_of (self, &mer_record_publication), ==, before + 1);
  /* the next begins as this one did */
  g_assert_cmpstr (gtk_editable_get_text (entry (form, "title")), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (entry (form, "who")), ==, "Сидорова");
  gtk_editable_set_text (entry (form, "title"), "Вторая");
  confirm (form, "form.confirm");
  g_assert_cmpuint (count_of (self, &mer_record_publication), ==, before + 2);
}

/* --- what a caller may want ------------------------------------------------------------------ */

typedef struct
{
  guint    n_saved;
  gboolean fresh;
  gboolean refuse;
  gboolean destroyed;
} Caller;

static gboolean
also_cb (MerDocument *document,
         gpointer     record,
         gpointer     user_data,
         GError     **error)
{
  if (!((Caller *) user_data)->refuse)
    return TRUE;
  g_set_error_literal (error, MER_RECORD_ERROR, MER_RECORD_ERROR_INVALID, "nothing of the sort");
  return FALSE;
}

static void
saved_cb (gconstpointer record,
          gboolean      fresh,
          gpointer      user_data)
{
  Caller *caller = user_data;

  g_assert_cmpint (((const MerRecord *) record)->id, !=, 0);
  caller->n_saved++;
  caller->fresh = fresh;
}

static void
destroyed_cb (gpointer user_data)
{
  ((Caller *) user_data)->destroyed = TRUE;
}

static void
test_options (Fixture      *self,
              gconstpointer data)
{
  static const char *const hidden[] = { "note", "organization", NULL };
  Caller                   caller = { .refuse = TRUE };
  guint                    before = count_of (self, &mer_record_publication);
  g_autoptr (MerPublication) record = mer_record_new (&mer_record_publication, cycle_of (self));
  MerRecordFormOptions options = { .hidden = hidden, .also = also_cb, .saved = saved_cb,
                                   .user_data = &caller, .destroy = destroyed_cb };
  MerRecordForm       *form = present (self, record, &options);

  g_assert_null (mer_record_form_get_row (form, "note"));
  g_assert_null (mer_record_form_get_row (form, "organization"));
  confirm (form, "form.confirm");
  g_assert_cmpuint (count_of (self, &mer_record_publication), ==, before);
  g_assert_nonnull (mer_fixture_find (GTK_WIDGET (form), GTK_TYPE_LABEL, "nothing of the sort"));
  caller.refuse = FALSE;
  confirm (form, "form.confirm");
  g_assert_cmpuint (count_of (self, &mer_record_publication), ==, before + 1);
  g_assert_cmpuint (caller.n_saved, ==, 1);
  g_assert_true (caller.fresh);
  g_assert_true (caller.destroyed);
}

static gboolean
offers_cb (const MerField *field,
           gconstpointer   target,
           gpointer        user_data)
{
  return g_strcmp0 (((const MerCouncilMember *) target)->name, "Второй") == 0;
}

static void
test_offers (Fixture      *self,
             gconstpointer data)
{
  static const char *const names[] = { "Первый", "Второй", "Третий" };
  g_autoptr (MerVote) vote = mer_record_new (&mer_record_vote, cycle_of (self));
  MerRecordFormOptions options = { .offers = offers_cb };
  MerRecordForm       *form = NULL;
  MerChooserRow       *row = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MerCouncilMember) member = mer_record_new (&mer_record_member, 0);

      member->name = g_strdup (names[i]);
      store (self, member);
    }
  form = present (self, vote, &options);
  row = MER_CHOOSER_ROW (mer_record_form_get_row (form, "member"));
  g_assert_cmpuint (mer_chooser_row_get_n (row), ==, 1);
  gtk_window_destroy (GTK_WINDOW (form));
  mer_fixture_settle ();
}

/* --- choosing -------------------------------------------------------------------------------- */

static void
test_chooser (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (MerPublication) record = mer_record_new (&mer_record_publication, cycle_of (self));
  MerRecordForm *form = present (self, record, NULL);
  MerChooserRow *row = MER_CHOOSER_ROW (mer_record_form_get_row (form, "organization"));
  GtkWidget     *button = mer_fixture_find (GTK_WIDGET (row), GTK_TYPE_MENU_BUTTON, NULL);
  GtkWidget     *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  GtkWidget     *search = NULL;
  g_autoptr (GPtrArray) stored = NULL;
  g_autoptr (MerRecordNames) names = mer_record_names_new (document_of (self), 0);
  const char *name = NULL;

  g_assert_cmpuint (mer_chooser_row_get_n (row), >, 30);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  mer_fixture_settle ();
  search = mer_fixture_find (popover, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "«радуга»");
  g_signal_emit_by_name (search, "activate");
  mer_fixture_settle ();
  g_assert_cmpint (mer_chooser_row_get_selected (row), !=, 0);
  confirm (form, "form.confirm");
  stored = records_of (self, &mer_record_publication);
  name = mer_record_names_of_organization (
    names, ((MerPublication *) stored->pdata[stored->len - 1])->organization);
  g_assert_nonnull (strstr (name, "Радуга"));
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
  MerRecordTable      *table = NULL;
  GtkWidget           *dialog = NULL;
  const MerField      *done = mer_record_kind_field (&mer_record_publication, "done_on");
  const MerField      *title = mer_record_kind_field (&mer_record_publication, "title");
  g_autofree char     *header = g_strdup_printf ("%s\t%s\nНовость\t05.11.2024\n",
                                                    g_dgettext ("merilo", title->title),
                                                 g_dgettext ("merilo", done->title));
  g_autofree char     *bad = g_strdup_printf ("title\tdone_on\nХорошая\t05.11.2024\n"
                                              "Плохая\t32.11.2024\n");
  g_autofree char     *day = NULL;

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
  mer_record_list_set_sort (table->list, 4, FALSE);
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
  g_test_message ("stored, read and shown in %d ms", (int) ((g_get_monotonic_time () - began) / 1000));
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
  ADD ("/records/form/every-kind", test_every_kind);
  ADD ("/records/form/add", test_add);
  ADD ("/records/form/period", test_period);
  ADD ("/records/form/more", test_more);
  ADD ("/records/form/options", test_options);
  ADD ("/records/form/offers", test_offers);
  ADD ("/records/form/chooser", test_chooser);
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
