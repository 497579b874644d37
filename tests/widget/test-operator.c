/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The operator's tab, preliminary results, and the search over everything. */

#include "config.h"

#include "app/mer-preliminary.h"
#include "cycle/mer-operator.h"
#include "cycle/mer-selection.h"
#include "store/mer-record-store.h"
#include "ui/dialogs/mer-preliminary-dialog.h"
#include "ui/dialogs/mer-record-form.h"
#include "ui/dialogs/mer-search-dialog.h"
#include "ui/pages/mer-data-operator.h"
#include "ui/pages/mer-data-page.h"
#include "ui/pages/mer-record-view.h"
#include "ui/widgets/mer-record-table.h"
#include "ui/widgets/mer-rule-list.h"
#include "import-fixture.h"

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

static MerDataPage *
show_data (Fixture *self)
{
  mer_window_show_page (self->window, "data");
  mer_fixture_settle ();
  return MER_DATA_PAGE (mer_window_get_page (self->window));
}

static gint64
selected_id (MerRecordTable *table)
{
  const MerRecord *record = mer_record_table_get_selected (table);

  return record != NULL ? record->id : 0;
}

/* --- the operator ---------------------------------------------------------------------------- */

static void
test_operator (Fixture      *self,
               gconstpointer data)
{
  MerDataPage *page = show_data (self);
  MerDataView *view = mer_data_page_show_view (page, "operator");
  GtkWidget   *rules = NULL;
  GtkWidget   *table = NULL;

  mer_fixture_settle ();
  g_assert_true (MER_IS_DATA_OPERATOR (view));
  rules = mer_fixture_find (GTK_WIDGET (view), MER_TYPE_RULE_LIST, NULL);
  g_assert_cmpuint (mer_rule_list_get_notes (MER_RULE_LIST (rules))->len, ==, 2);
  mer_data_view_show_record (view, "delivery", 3);
  mer_fixture_settle ();
  table = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window)),
                                   MER_TYPE_RECORD_TABLE);
  g_assert_nonnull (table);
  g_assert_cmpstr (mer_record_table_get_kind (MER_RECORD_TABLE (table))->id, ==, "delivery");
  g_assert_cmpint (selected_id (MER_RECORD_TABLE (table)), ==, 3);
}

/* --- preliminary results --------------------------------------------------------------------- */

static gboolean
is_published (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerPreliminary) preliminary =
    mer_preliminary_load (mer_session_get_document (self->session),
                          mer_session_get_results (self->session), &error);

  g_assert_no_error (error);
  return preliminary != NULL;
}

static void
test_preliminary (Fixture      *self,
                  gconstpointer data)
{
  MerDocument *document = mer_session_get_document (self->session);
  GtkWidget   *dialog = NULL;
  GtkWidget   *view = NULL;
  g_autoptr (GError) error = NULL;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.preliminary", NULL);
  dialog = find_toplevel (MER_TYPE_PRELIMINARY_DIALOG);
  g_assert_nonnull (dialog);
  mer_fixture_settle ();
  view = GTK_WIDGET (gtk_widget_get_template_child (dialog, MER_TYPE_PRELIMINARY_DIALOG, "view"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (
                      gtk_column_view_get_model (GTK_COLUMN_VIEW (view)))),
                    ==, 1);
  g_assert_true (is_published (self));
  gtk_widget_activate_action (dialog, "preliminary.withdraw", NULL);
  mer_fixture_wait (is_current, self->session);
  mer_fixture_settle ();
  g_assert_false (is_published (self));
  gtk_widget_activate_action (dialog, "preliminary.publish", NULL);
  mer_fixture_wait (is_current, self->session);
  mer_fixture_settle ();
  g_assert_true (is_published (self));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (
                      gtk_column_view_get_model (GTK_COLUMN_VIEW (view)))),
                    ==, 0); /* nothing has changed since */
  g_assert_true (mer_document_undo (document, &error));
  g_assert_true (mer_document_undo (document, &error));
  g_assert_true (is_published (self));
  mer_fixture_wait (is_current, self->session);
  gtk_window_destroy (GTK_WINDOW (dialog));
  mer_fixture_settle ();
}

/* --- searching ------------------------------------------------------------------------------- */

static GtkWidget *
open_search (Fixture    *self,
             const char *text)
{
  GtkWidget *dialog = NULL;
  GtkWidget *entry = NULL;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.search", NULL);
  dialog = find_toplevel (MER_TYPE_SEARCH_DIALOG);
  g_assert_nonnull (dialog);
  entry = GTK_WIDGET (gtk_widget_get_template_child (dialog, MER_TYPE_SEARCH_DIALOG, "entry"));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  return dialog;
}

static GtkListBox *
list_of (GtkWidget *dialog)
{
  return GTK_LIST_BOX (gtk_widget_get_template_child (dialog, MER_TYPE_SEARCH_DIALOG, "list"));
}

static gboolean
has_answer (gpointer data)
{
  GtkStack *stack = GTK_STACK (
    gtk_widget_get_template_child (data, MER_TYPE_SEARCH_DIALOG, "stack"));

  return !g_str_equal (gtk_stack_get_visible_child_name (stack), "hint");
}

static void
go (GtkWidget *dialog)
{
  g_signal_emit_by_name (gtk_widget_get_template_child (dialog, MER_TYPE_SEARCH_DIALOG, "entry"),
                         "activate");
  mer_fixture_settle ();
  g_assert_null (find_toplevel (MER_TYPE_SEARCH_DIALOG));
}

static void
test_search_remark (Fixture      *self,
                    gconstpointer data)
{
  GtkWidget      *dialog = open_search (self, "пандуса коляск");
  MerDataPage    *page = NULL;
  MerRecordTable *table = NULL;

  mer_fixture_wait (has_answer, dialog);
  g_assert_nonnull (gtk_list_box_get_selected_row (list_of (dialog)));
  g_assert_null (gtk_list_box_get_row_at_index (list_of (dialog), 1));
  go (dialog);
  page = MER_DATA_PAGE (mer_window_get_page (self->window));
  table =
    mer_record_view_get_table (MER_RECORD_VIEW (mer_data_page_show_view (page, "discussion")));
  g_assert_cmpint (selected_id (table), ==, 5);
}

static void
test_search_organization (Fixture      *self,
                          gconstpointer data)
{
  GtkWidget *dialog = open_search (self, "родничок");

  mer_fixture_wait (has_answer, dialog);
  go (dialog); /* names come first, and organizations before what names them */
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (mer_window_get_page (self->window)), ==,
                   "MerOrganizationsPage");
}

static void
test_search_nothing (Fixture      *self,
                     gconstpointer data)
{
  GtkWidget *dialog = open_search (self, "ничего такого нет нигде");
  GtkStack  *stack = GTK_STACK (
     gtk_widget_get_template_child (dialog, MER_TYPE_SEARCH_DIALOG, "stack"));

  mer_fixture_wait (has_answer, dialog);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "nothing");
  gtk_window_destroy (GTK_WINDOW (dialog));
  mer_fixture_settle ();
}

/* Closed while the texts are still read. */
static void
test_search_closed (Fixture      *self,
                    gconstpointer data)
{
  GtkWidget *dialog = open_search (self, "школа");

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* A record of a kind that no page shows opens its form. */
static void
test_form (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MerDocument *document = mer_session_get_document (self->session);
  g_autoptr (MerEarlier) earlier = mer_record_new (&mer_record_earlier, 0);
  GtkWidget *form = NULL;

  earlier->organization = 1;
  earlier->year = 2019;
  g_assert_true (mer_document_begin (document, "Прежняя оценка", &error));
  mer_store_save_record (document, earlier, &error);
  g_assert_no_error (error);
  g_assert_true (mer_document_commit (document, &error));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-record", "(sxx)", "earlier",
                              earlier->record.id, G_GINT64_CONSTANT (0));
  form = find_toplevel (MER_TYPE_RECORD_FORM);
  g_assert_nonnull (form);
  gtk_window_destroy (GTK_WINDOW (form));
  mer_fixture_wait (is_current, self->session);
  mer_fixture_settle ();
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("MERILO_TODAY", "2024-12-03", TRUE);
  mer_fixture_init (&argc, &argv);
#define ADD(path, function) g_test_add (path, Fixture, "demo", set_up, function, tear_down)
  ADD ("/operator/tab", test_operator);
  ADD ("/operator/preliminary", test_preliminary);
  ADD ("/search/remark", test_search_remark);
  ADD ("/search/organization", test_search_organization);
  ADD ("/search/nothing", test_search_nothing);
  ADD ("/search/closed", test_search_closed);
  ADD ("/search/form", test_form);
#undef ADD
  return g_test_run ();
}
