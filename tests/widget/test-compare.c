/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The comparison of cycles: what its table shows and how it sorts, cycles of one edition and of
 * two, copying, writing, and a document with one cycle only. */

#include "config.h"

#include <string.h>

#include "store/mer-registry-store.h"
#include "ui/pages/mer-compare-table.h"
#include "ui/pages/mer-compare-window.h"
#include "widget-fixture.h"

typedef struct
{
  MerApplication *application;
  MerWindow      *window;
  char           *path;
  GtkWidget      *compare; /* nullable */
} Fixture;

static GtkWidget *
find_compare (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (MER_IS_COMPARE_WINDOW (window))
        return window;
    }
  return NULL;
}

static GtkStack *
stack_of (GtkWidget *compare)
{
  return GTK_STACK (mer_fixture_find (compare, GTK_TYPE_STACK, NULL));
}

static gboolean
is_settled (gpointer data)
{
  GtkWidget *compare = find_compare ();

  return compare != NULL &&
         !g_str_equal (gtk_stack_get_visible_child_name (stack_of (compare)), "wait");
}

static void
open_page (Fixture *self)
{
  self->application = mer_fixture_application_new ();
  self->window = mer_fixture_open (self->application, self->path);
  mer_window_show_page (self->window, "rating");
  mer_fixture_settle ();
}

static void
open_compare (Fixture *self)
{
  g_assert_true (gtk_widget_activate_action (
    mer_fixture_find (GTK_WIDGET (self->window), GTK_TYPE_SEARCH_ENTRY, NULL), "page.compare",
    NULL));
  mer_fixture_wait (is_settled, NULL);
  self->compare = find_compare ();
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->path = mer_fixture_demo_path ();
  open_page (self);
  open_compare (self);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  if (self->compare != NULL)
    gtk_window_destroy (GTK_WINDOW (self->compare));
  mer_fixture_settle ();
  mer_fixture_close (self->window);
  g_object_unref (self->application);
  g_free (self->path);
}

static MerCompareTable *
table_of (Fixture *self)
{
  return MER_COMPARE_TABLE (mer_fixture_find (self->compare, MER_TYPE_COMPARE_TABLE, NULL));
}

static GtkColumnView *
view_of (Fixture *self)
{
  return mer_compare_table_get_view (table_of (self));
}

/* The name of the row at a place of the table. */
static const char *
name_at (Fixture *self,
         guint    position)
{
  GtkSelectionModel *model = gtk_column_view_get_model (view_of (self));

  gtk_selection_model_select_item (model, position, TRUE);
  return mer_compare_table_get_row (table_of (self))->organization->name;
}

static guint
n_rows (Fixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view_of (self))));
}

static GtkColumnViewColumn *
find_column (Fixture    *self,
             const char *ending)
{
  GListModel *columns = gtk_column_view_get_columns (view_of (self));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_str_has_suffix (gtk_column_view_column_get_title (column), ending))
        return column;
    }
  return NULL;
}

/* --- rows and their order ------------------------------------------------------------------ */

static void
test_rows (Fixture      *self,
           gconstpointer data)
{
  const MerComparedRow *row = NULL;

  /* 36 of 2024, and two that were assessed in 2021 alone */
  g_assert_cmpuint (n_rows (self), ==, 38);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (view_of (self))), ==,
                    1 + 3 + 3 + 5);
  g_assert_cmpstr (name_at (self, 0), ==, "СОШ № 8");
  g_assert_cmpstr (name_at (self, 3), ==, "ДМШ № 1");
  row = mer_compare_table_get_row (table_of (self));
  g_assert_cmpuint (row->place_one, ==, 4);
  g_assert_cmpuint (row->place_other, ==, 13);
  g_assert_true (row->in_one && row->in_other);
  g_assert_cmpstr (name_at (self, 37), ==, "Хуторская начальная школа");
  g_assert_false (mer_compare_table_get_row (table_of (self))->in_one);
  /* what is selected is shown under the table, with both values */
  name_at (self, 3);
  mer_fixture_settle ();
  g_assert_nonnull (mer_fixture_find (self->compare, GTK_TYPE_LABEL, "87"));
  g_assert_nonnull (mer_fixture_find (self->compare, GTK_TYPE_LABEL, "ДМШ № 1"));
}

/* Rows without a value are last in both directions, and the third click ends sorting. */
static void
test_sorting (Fixture      *self,
              gconstpointer data)
{
  GtkColumnViewColumn *column = find_column (self, "Δ S");

  gtk_column_view_sort_by_column (view_of (self), column, GTK_SORT_ASCENDING);
  mer_fixture_settle ();
  g_assert_cmpstr (name_at (self, 0), ==, "Ольховская СОШ");
  g_assert_false (mer_compare_table_get_row (table_of (self))->place_other == 0);
  name_at (self, 37);
  g_assert_false (mer_compare_table_get_row (table_of (self))->total.has_one &&
                  mer_compare_table_get_row (table_of (self))->total.has_other);
  gtk_column_view_sort_by_column (view_of (self), column, GTK_SORT_DESCENDING);
  mer_fixture_settle ();
  g_assert_cmpstr (name_at (self, 0), ==, "ДС «Лесная поляна»");
  name_at (self, 37);
  g_assert_false (mer_compare_table_get_row (table_of (self))->total.has_one &&
                  mer_compare_table_get_row (table_of (self))->total.has_other);
  gtk_column_view_sort_by_column (view_of (self), column, GTK_SORT_ASCENDING);
  mer_fixture_settle ();
  g_assert_cmpstr (name_at (self, 0), ==, "СОШ № 8");
}

/* --- other editions ------------------------------------------------------------------------ */

static void
test_other_edition (Fixture      *self,
                    gconstpointer data)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (mer_fixture_find (self->compare, GTK_TYPE_DROP_DOWN,
                                                            NULL));
  GtkWidget   *bar = mer_fixture_find (self->compare, GTK_TYPE_INFO_BAR, NULL);

  g_assert_false (gtk_widget_get_visible (bar));
  name_at (self, 3);
  gtk_drop_down_set_selected (drop_down, 1);
  mer_fixture_wait (is_settled, NULL);
  g_assert_true (gtk_widget_get_visible (bar));
  g_assert_nonnull (mer_fixture_find (bar, GTK_TYPE_LABEL, "2014"));
  /* the name, both places, and the total in per cent; no places gained, no criteria */
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (view_of (self))), ==,
                    1 + 2 + 3);
  g_assert_null (find_column (self, "К1"));
  g_assert_nonnull (find_column (self, "% 2016"));
  g_assert_cmpuint (n_rows (self), ==, 37);
  /* who was looked at still is */
  g_assert_cmpstr (mer_compare_table_get_row (table_of (self))->organization->name, ==, "ДМШ № 1");
}

/* --- taking it along ----------------------------------------------------------------------- */

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_there (gpointer data)
{
  return *(char **) data != NULL;
}

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += *p == '\n' ? 1 : 0;
  return n;
}

static void
test_copy (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *text = NULL;

  name_at (self, 3);
  g_assert_true (gtk_widget_activate_action (self->compare, "compare.copy-all", NULL));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (self->compare), NULL, read_cb, &text);
  mer_fixture_wait (is_there, &text);
  g_assert_cmpuint (count_lines (text), ==, 1 + 38);
  g_assert_nonnull (strstr (text, "\nДМШ № 1\t4\t13\t9\t"));
  /* what was selected still is, and alone */
  g_clear_pointer (&text, g_free);
  g_assert_true (gtk_widget_activate_action (self->compare, "compare.copy", NULL));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (self->compare), NULL, read_cb, &text);
  mer_fixture_wait (is_there, &text);
  g_assert_cmpuint (count_lines (text), ==, 1 + 1);
}

static void
test_save (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *path = g_build_filename (folder, "compared.csv", NULL);
  g_autofree char *text = NULL;

  mer_compare_window_save_to (MER_COMPARE_WINDOW (self->compare), path);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpuint (count_lines (text), ==, 1 + 38);
  g_assert_nonnull (strstr (text, "ДМШ № 1;4;13;+9;92,66;87,68;+4,98;"));
}

/* --- nothing to compare -------------------------------------------------------------------- */

static gboolean
keep_latest (MerDocument *document,
             gpointer     user_data,
             GError     **error)
{
  g_autoptr (MerCycle) cycle = mer_cycle_new ("НОКО 2024", 2024);
  MerCycleMember member = { *(const gint64 *) user_data, 10, TRUE, NULL };

  cycle->methodology_id = mer_store_latest_methodology_id (document);
  if (!mer_store_save_cycle (document, cycle, error))
    return FALSE;
  return mer_store_save_member (document, cycle->id, &member, error);
}

static gboolean
add_organization (MerDocument *document,
                  gpointer     user_data,
                  GError     **error)
{
  g_autoptr (MerOrganization) organization = mer_organization_new ("СОШ № 1",
                                                                   MER_ORGANIZATION_GENERAL);

  if (!mer_store_save_organization (document, organization, error))
    return FALSE;
  *(gint64 *) user_data = organization->id;
  return TRUE;
}

static gboolean
has_rows (gpointer data)
{
  MerResults *results = mer_session_get_results (data);

  return results != NULL && results->scores->n_rows > 0;
}

static void
test_one_cycle (void)
{
  Fixture     self = { 0 };
  MerSession *session = NULL;
  gint64      id = 0;

  self.path = mer_fixture_empty_path ();
  open_page (&self);
  session = mer_window_get_session (self.window);
  g_assert_true (mer_session_perform (session, "1", NULL, add_organization, &id));
  g_assert_true (mer_session_perform (session, "2", NULL, keep_latest, &id));
  mer_fixture_wait (has_rows, session);
  mer_fixture_settle ();
  open_compare (&self);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack_of (self.compare)), ==, "empty");
  g_assert_true (gtk_widget_get_visible (
    mer_fixture_find (self.compare, ADW_TYPE_STATUS_PAGE, NULL)));
  tear_down (&self, NULL);
}

int
main (int   argc,
      char *argv[])
{
  mer_fixture_init (&argc, &argv);
#define ADD(name, function) \
  g_test_add ("/compare/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("rows", test_rows);
  ADD ("sorting", test_sorting);
  ADD ("other-edition", test_other_edition);
  ADD ("copy", test_copy);
  ADD ("save", test_save);
#undef ADD
  g_test_add_func ("/compare/one-cycle", test_one_cycle);
  return g_test_run ();
}
