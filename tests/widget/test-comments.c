/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tab of comments: what is shown, what its actions do and undo, what leaves the document. */

#include "config.h"

#include <string.h>

#include "store/mer-finding-store.h"
#include "ui/dialogs/mer-finding-dialog.h"
#include "ui/pages/mer-comment-columns.h"
#include "ui/pages/mer-data-comments-private.h"
#include "ui/pages/mer-data-page.h"
#include "widget-fixture.h"

typedef struct
{
  MerApplication  *application;
  MerWindow       *window;
  MerDataComments *view;
  MerDocument     *document;
  char            *path;
} Fixture;

static gboolean
has_comments (gpointer data)
{
  return ((Fixture *) data)->view->comments != NULL;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  GtkWidget *page = NULL;

  fixture->application = mer_fixture_application_new ();
  fixture->path = mer_fixture_demo_path ();
  fixture->window = mer_fixture_open (fixture->application, fixture->path);
  mer_window_show_page (fixture->window, "data");
  mer_fixture_settle ();
  page = mer_fixture_find (GTK_WIDGET (fixture->window), MER_TYPE_DATA_PAGE, NULL);
  fixture->view =
    MER_DATA_COMMENTS (mer_data_page_show_view (MER_DATA_PAGE (page), "comments"));
  fixture->document = mer_session_get_document (mer_window_get_session (fixture->window));
  mer_fixture_wait (has_comments, fixture);
  mer_fixture_settle ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  mer_fixture_close (fixture->window);
  g_object_unref (fixture->application);
  g_free (fixture->path);
}

static guint
n_shown (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->view->list));
}

static MerCommentItem *
item_at (Fixture *fixture,
         guint    position)
{
  MerCommentItem *item = g_list_model_get_item (G_LIST_MODEL (fixture->view->list), position);

  g_assert_nonnull (item);
  return item;
}

static void
run (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, NULL));
  mer_fixture_settle ();
}

static void
undo (Fixture *fixture)
{
  g_assert_true (mer_document_undo (fixture->document, NULL));
  mer_data_comments_reload (fixture->view);
  mer_fixture_settle ();
}

static void
select_rows (Fixture *fixture,
             guint    first,
             guint    n)
{
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (fixture->view->selection));
  gtk_selection_model_select_range (GTK_SELECTION_MODEL (fixture->view->selection), first, n,
                                    FALSE);
  mer_fixture_settle ();
}

static char *
theme_at (Fixture *fixture,
          guint    position)
{
  g_autoptr (MerCommentItem) item = item_at (fixture, position);

  return g_strdup (mer_comments_theme (mer_comment_item_get_comments (item),
                                       mer_comment_item_get (item)));
}

static void
test_filters (Fixture      *fixture,
              gconstpointer data)
{
  const MerCommentSet *set = fixture->view->comments->set;
  guint                n = n_shown (fixture);
  g_autofree char     *summary = mer_data_view_get_summary (MER_DATA_VIEW (fixture->view));

  /* one is hidden in the example */
  g_assert_cmpuint (n, ==, set->n_entries - set->n_nothing - 1);
  g_assert_nonnull (summary);
  gtk_toggle_button_set_active (fixture->view->nothing, TRUE);
  g_assert_cmpuint (n_shown (fixture), ==, set->n_entries - 1);
  run (fixture, "view.reset-filters");
  g_assert_cmpuint (n_shown (fixture), ==, n);
  gtk_drop_down_set_selected (fixture->view->mark, 1);
  g_assert_cmpuint (n_shown (fixture), >, 0);
  for (guint i = 0; i < n_shown (fixture); i++)
    {
      g_autoptr (MerCommentItem) item = item_at (fixture, i);

      g_assert_true (mer_comment_item_get (item)->names_person);
    }
  gtk_drop_down_set_selected (fixture->view->mark, 2);
  g_assert_cmpuint (n_shown (fixture), ==, 1);
  gtk_drop_down_set_selected (fixture->view->mark, 3);
  g_assert_cmpuint (n_shown (fixture), ==, 3);
  run (fixture, "view.reset-filters");
  gtk_drop_down_set_selected (fixture->view->theme, 1);
  g_assert_cmpuint (n_shown (fixture), <, n);
  g_assert_cmpuint (n_shown (fixture), >, 0);
  for (guint i = 0; i < n_shown (fixture); i++)
    {
      g_autofree char *theme = theme_at (fixture, i);

      g_assert_null (theme);
    }
}

static gboolean
is_found (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (MerCommentItem) item = NULL;

  if (n_shown (fixture) == 0)
    return FALSE;
  item = item_at (fixture, 0);
  return strstr (mer_comment_item_get (item)->folded, "пандус") != NULL;
}

static gboolean
is_nothing_found (gpointer data)
{
  return n_shown (data) == 0;
}

static void
test_search (Fixture      *fixture,
             gconstpointer data)
{
  gtk_editable_set_text (fixture->view->search, "ПАНДУС");
  mer_fixture_wait (is_found, fixture);
  gtk_editable_set_text (fixture->view->search, "бассейн с морской водой");
  mer_fixture_wait (is_nothing_found, fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->view->table_stack), ==, "nothing");
}

static void
test_themes (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *before = theme_at (fixture, 1);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *after = NULL;

  select_rows (fixture, 0, 2);
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (fixture->view), "view.theme", "s", "бассейн"));
  mer_fixture_settle ();
  first = theme_at (fixture, 0);
  second = theme_at (fixture, 1);
  third = theme_at (fixture, 2);
  g_assert_cmpstr (first, ==, "бассейн");
  g_assert_cmpstr (second, ==, "бассейн");
  g_assert_cmpstr (third, !=, "бассейн");
  /* both at once, and still selected */
  g_assert_true (
    gtk_selection_model_is_selected (GTK_SELECTION_MODEL (fixture->view->selection), 1));
  undo (fixture);
  after = theme_at (fixture, 1);
  g_assert_cmpstr (after, ==, before);
  select_rows (fixture, 2, 1);
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (fixture->view), "view.theme-number", "i", 0));
  mer_fixture_settle ();
  g_free (g_steal_pointer (&third));
  third = theme_at (fixture, 2);
  g_assert_null (third);
}

static GtkEditable *
theme_entry (Fixture *fixture)
{
  return GTK_EDITABLE (gtk_widget_get_template_child (
    GTK_WIDGET (fixture->view->inspector), MER_TYPE_COMMENT_INSPECTOR, "theme"));
}

static void
assert_theme (Fixture    *fixture,
              guint       row,
              const char *expected)
{
  g_autofree char *theme = theme_at (fixture, row);

  g_assert_cmpstr (theme, ==, expected);
}

/* A theme that is typed is stored by leaving it, for the comment that it was typed for, and is not
 * overwritten by a refresh. */
static void
test_typed_theme (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *second = theme_at (fixture, 1);

  select_rows (fixture, 0, 1);
  mer_comment_inspector_edit_theme (fixture->view->inspector);
  gtk_editable_set_text (theme_entry (fixture), "пандус");
  mer_data_view_update (MER_DATA_VIEW (fixture->view));
  mer_data_comments_reload (fixture->view);
  mer_fixture_settle ();
  g_assert_cmpstr (gtk_editable_get_text (theme_entry (fixture)), ==, "пандус");
  select_rows (fixture, 1, 1);
  mer_fixture_settle ();
  mer_data_comments_reload (fixture->view);
  assert_theme (fixture, 0, "пандус");
  assert_theme (fixture, 1, second);
  /* by another field, or the end of the window */
  mer_comment_inspector_edit_theme (fixture->view->inspector);
  gtk_editable_set_text (theme_entry (fixture), "бассейн");
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  mer_fixture_settle ();
  mer_data_comments_reload (fixture->view);
  assert_theme (fixture, 1, "бассейн");
  /* by Enter once only */
  mer_comment_inspector_edit_theme (fixture->view->inspector);
  gtk_editable_set_text (theme_entry (fixture), "лестница");
  g_signal_emit_by_name (theme_entry (fixture), "activate");
  mer_fixture_settle ();
  assert_theme (fixture, 1, "лестница");
  undo (fixture);
  assert_theme (fixture, 1, "бассейн");
  undo (fixture);
  assert_theme (fixture, 1, second);
  assert_theme (fixture, 0, "пандус");
}

/* What is hidden leaves the list, and what follows is selected. */
static void
test_hide (Fixture      *fixture,
           gconstpointer data)
{
  guint n = n_shown (fixture);
  g_autoptr (MerCommentItem) next = item_at (fixture, 4);
  g_autoptr (MerCommentItem) now = NULL;

  select_rows (fixture, 3, 1);
  run (fixture, "view.delete");
  g_assert_cmpuint (n_shown (fixture), ==, n - 1);
  now = item_at (fixture, mer_list_view_get_selected (fixture->view->table));
  g_assert_cmpint (mer_comment_item_get (now)->row, ==, mer_comment_item_get (next)->row);
  undo (fixture);
  g_assert_cmpuint (n_shown (fixture), ==, n);
}

static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_OBJECT_TYPE (window) == type)
        return window;
    }
  return NULL;
}

static void
test_finding (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GPtrArray) before = mer_store_findings (fixture->document, 2, 0, NULL);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (MerCommentItem) item = NULL;
  const MerFinding *made = NULL;
  GtkWindow        *dialog = NULL;

  gtk_drop_down_set_selected (fixture->view->mark, 1);
  select_rows (fixture, 0, 1);
  run (fixture, "view.proposal");
  dialog = find_window (MER_TYPE_FINDING_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "form.confirm", NULL));
  mer_fixture_settle ();
  after = mer_store_findings (fixture->document, 2, 0, NULL);
  g_assert_cmpuint (after->len, ==, before->len + 1);
  made = g_ptr_array_index (after, after->len - 1);
  g_assert_cmpint (made->kind, ==, MER_FINDING_PROPOSAL);
  g_assert_nonnull (made->criterion);
  /* the name does not go along */
  g_assert_null (strstr (made->text, "Ромашкин"));
  mer_data_comments_reload (fixture->view);
  item = item_at (fixture, 0);
  g_assert_true (mer_comments_has_finding (mer_comment_item_get_comments (item),
                                           mer_comment_item_get (item)));
}

static void
test_cells (Fixture      *fixture,
            gconstpointer data)
{
  guint                n_columns = 0;
  const MerListColumn *columns = mer_comment_columns (&n_columns);

  gtk_drop_down_set_selected (fixture->view->mark, 1);
  for (guint i = 0; i < n_shown (fixture); i++)
    {
      g_autoptr (MerCommentItem) item = item_at (fixture, i);
      g_autofree char *name = columns[0].text (item);
      g_autofree char *copied = columns[1].text (item);
      g_autofree char *mark = columns[3].text (item);

      g_assert_cmpstr (name, !=, "");
      g_assert_cmpstr (copied, !=, mer_comment_item_get (item)->text);
      g_assert_null (strstr (copied, "Ромашкин"));
      g_assert_cmpstr (mark, !=, "");
    }
}

static void
test_structure (Fixture      *fixture,
                gconstpointer data)
{
  GtkWindow *window = NULL;

  run (fixture, "view.structure");
  window = find_window (ADW_TYPE_WINDOW);
  g_assert_nonnull (window);
  g_assert_nonnull (mer_fixture_find (GTK_WIDGET (window), GTK_TYPE_PROGRESS_BAR, NULL));
  gtk_drop_down_set_selected (
    GTK_DROP_DOWN (mer_fixture_find (GTK_WIDGET (window), GTK_TYPE_DROP_DOWN, NULL)), 1);
  mer_fixture_settle ();
  gtk_window_destroy (window);
  mer_fixture_settle ();
}

/* Texts are read again only when they may have changed. */
static void
test_batches (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (MerCommentSet) set = mer_comment_set_ref (fixture->view->comments->set);
  guint n = n_shown (fixture);

  select_rows (fixture, 0, 1);
  run (fixture, "view.hide");
  mer_data_view_update (MER_DATA_VIEW (fixture->view));
  g_assert_true (fixture->view->comments->set == set);
  g_assert_true (mer_document_begin (fixture->document, "Удаление", NULL));
  g_assert_true (mer_store_remove_batch (fixture->document, set->entries[0].batch_id, NULL));
  g_assert_true (mer_document_commit (fixture->document, NULL));
  mer_fixture_settle ();
  mer_data_view_update (MER_DATA_VIEW (fixture->view));
  mer_fixture_wait (is_nothing_found, fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->view->stack), ==, "empty");
  g_assert_cmpuint (n, >, 0);
}

int
main (int    argc,
      char **argv)
{
  mer_fixture_init (&argc, &argv);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/comments/filters", test_filters);
  ADD ("/comments/search", test_search);
  ADD ("/comments/themes", test_themes);
  ADD ("/comments/typed-theme", test_typed_theme);
  ADD ("/comments/hide", test_hide);
  ADD ("/comments/finding", test_finding);
  ADD ("/comments/cells", test_cells);
  ADD ("/comments/structure", test_structure);
  ADD ("/comments/batches", test_batches);
#undef ADD
  return g_test_run ();
}
