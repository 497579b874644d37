/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of organizations: what the table shows, and what its actions do and undo. */

#include "config.h"

#include "ui/pages/mer-organization-columns.h"
#include "ui/pages/mer-organizations-page-private.h"
#include "ui/widgets/mer-list-view.h"
#include "widget-fixture.h"

typedef struct
{
  MerApplication       *application;
  MerWindow            *window;
  MerOrganizationsPage *page;
  MerDocument          *document;
  char                 *path;
} Fixture;

static void
set_up_with (Fixture *fixture,
             char    *path)
{
  fixture->application = mer_fixture_application_new ();
  fixture->path = path;
  fixture->window = mer_fixture_open (fixture->application, path);
  mer_window_show_page (fixture->window, "organizations");
  mer_fixture_settle ();
  fixture->page = MER_ORGANIZATIONS_PAGE (mer_window_get_page (fixture->window));
  fixture->document = mer_session_get_document (mer_window_get_session (fixture->window));
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  set_up_with (fixture, mer_fixture_demo_path ());
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
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->page->selection));
}

static const MerOrganizationEntry *
entry_at (Fixture *fixture,
          guint    position)
{
  g_autoptr (MerOrganizationItem) item =
    g_list_model_get_item (G_LIST_MODEL (fixture->page->selection), position);

  g_assert_nonnull (item);
  return mer_organization_item_get (item);
}

static guint
n_stored (Fixture *fixture)
{
  g_autoptr (GPtrArray) all = mer_store_organizations (fixture->document, NULL);

  return all->len;
}

static void
run (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
  mer_fixture_settle ();
}

static gboolean
is_searched (gpointer data)
{
  Fixture *fixture = data;

  return n_shown (fixture) == 1;
}

static void
test_filters (Fixture      *fixture,
              gconstpointer data)
{
  guint n_all = n_stored (fixture);
  guint n_working = n_shown (fixture);

  g_assert_cmpuint (n_working, <, n_all);
  gtk_drop_down_set_selected (fixture->page->state, 2);
  g_assert_cmpuint (n_shown (fixture), ==, n_all);
  gtk_drop_down_set_selected (fixture->page->state, 1);
  g_assert_cmpuint (n_shown (fixture), ==, n_all - n_working);
  gtk_drop_down_set_selected (fixture->page->state, 0);
  gtk_drop_down_set_selected (fixture->page->scope, 1);
  for (guint i = 0; i < n_shown (fixture); i++)
    g_assert_cmpint (entry_at (fixture, i)->organization->kind, ==, MER_ORGANIZATION_PRESCHOOL);
  run (fixture, "page.reset-filters");
  g_assert_cmpuint (n_shown (fixture), ==, n_working);
}

/* A search folds case, quotes and ё, and finds what files called an organization. */
static void
test_search (Fixture      *fixture,
             gconstpointer data)
{
  gtk_editable_set_text (fixture->page->search, "РАДУГА");
  mer_fixture_wait (is_searched, fixture);
  g_assert_cmpstr (entry_at (fixture, 0)->organization->name, ==, "ДС «Радуга»");
  gtk_editable_set_text (fixture->page->search, entry_at (fixture, 0)->organization->inn);
  mer_fixture_wait (is_searched, fixture);
  g_assert_cmpstr (entry_at (fixture, 0)->organization->name, ==, "ДС «Радуга»");
}

static void
test_sorting (Fixture      *fixture,
              gconstpointer data)
{
  guint previous = G_MAXUINT;

  mer_list_view_set_sort (fixture->page->table, "-score");
  mer_fixture_settle ();
  for (guint i = 0; i < n_shown (fixture); i++)
    {
      guint rank = entry_at (fixture, i)->ranks[MER_ORGANIZATION_RANK_SCORE];

      g_assert_cmpuint (rank, <=, previous);
      previous = rank;
    }
  g_assert_cmpuint (entry_at (fixture, 0)->score->rank, ==, 1);
  g_assert_cmpuint (previous, ==, 0);
}

static void
test_delete_and_undo (Fixture      *fixture,
                      gconstpointer data)
{
  MerOrganization *organization = mer_organization_new ("Школа на час", MER_ORGANIZATION_GENERAL);
  guint            n_before = n_stored (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (mer_document_begin (fixture->document, "Adding", &error));
  g_assert_true (mer_store_save_organization (fixture->document, organization, &error));
  g_assert_true (mer_document_commit (fixture->document, &error));
  g_assert_no_error (error);
  mer_page_show_organization (MER_PAGE (fixture->page), organization->id);
  run (fixture, "page.delete");
  g_assert_cmpuint (n_stored (fixture), ==, n_before);
  run (fixture, "win.undo");
  g_assert_cmpuint (n_stored (fixture), ==, n_before + 1);
  run (fixture, "win.undo");
  g_assert_cmpuint (n_stored (fixture), ==, n_before);
  run (fixture, "win.redo");
  g_assert_cmpuint (n_stored (fixture), ==, n_before + 1);
  mer_organization_unref (organization);
}

/* Several organizations change in one action, and one undo takes it back. */
static void
test_many (Fixture      *fixture,
           gconstpointer data)
{
  guint            n_working = n_shown (fixture);
  g_autofree char *before = g_strdup (mer_document_get_undo_label (fixture->document));

  gtk_selection_model_select_range (GTK_SELECTION_MODEL (fixture->page->selection), 0, 3, TRUE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.set-state", "s",
                                             "closed"));
  mer_fixture_settle ();
  g_assert_cmpuint (n_shown (fixture), ==, n_working - 3);
  run (fixture, "win.undo");
  g_assert_cmpuint (n_shown (fixture), ==, n_working);
  g_assert_cmpstr (mer_document_get_undo_label (fixture->document), ==, before);
}

static gint64
add_group (Fixture *fixture,
           guint    n_members)
{
  MerGroup group = { 0, NULL, NULL };
  gint64   id = 0;
  g_autoptr (GError) error = NULL;

  gtk_selection_model_select_range (GTK_SELECTION_MODEL (fixture->page->selection), 0, n_members,
                                    TRUE);
  group.name = g_strdup ("Сельские");
  group.members = mer_organizations_page_get_selected_ids (fixture->page);
  g_assert_cmpuint (group.members->len, ==, n_members);
  g_assert_true (mer_document_begin (fixture->document, "Group", &error));
  g_assert_true (mer_store_save_group (fixture->document, &group, &error));
  g_assert_true (mer_document_commit (fixture->document, &error));
  g_assert_no_error (error);
  id = group.id;
  g_free (group.name);
  g_array_unref (group.members);
  return id;
}

static void
test_groups (Fixture      *fixture,
             gconstpointer data)
{
  guint            n_all = n_shown (fixture);
  gint64           group_id = add_group (fixture, 4);
  g_autofree char *id = g_strdup_printf ("group:%" G_GINT64_FORMAT, group_id);
  guint            position = mer_scope_list_find (fixture->page->scopes, id);

  g_assert_cmpuint (position, >, 0);
  gtk_drop_down_set_selected (fixture->page->scope, position);
  g_assert_cmpuint (n_shown (fixture), ==, 4);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (fixture->page->selection), 0, TRUE);
  run (fixture, "page.group-leave");
  g_assert_cmpuint (n_shown (fixture), ==, 3);
  run (fixture, "page.group-delete");
  g_assert_cmpuint (n_shown (fixture), ==, n_all);
  run (fixture, "win.undo");
  g_assert_cmpuint (mer_scope_list_find (fixture->page->scopes, id), >, 0);
}

/* Numbers and reasons: what a cell says of an organization without a score. */
static void
test_cells (Fixture      *fixture,
            gconstpointer data)
{
  guint                n_columns = 0;
  const MerListColumn *columns = mer_organization_columns (&n_columns);

  for (guint i = 0; i < n_shown (fixture); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (fixture->page->selection), i);

      for (guint k = 0; k < n_columns; k++)
        {
          g_autofree char *text = columns[k].text (item);

          g_assert_cmpstr (text, !=, "");
        }
    }
}

static void
test_empty (void)
{
  Fixture fixture = { NULL };

  set_up_with (&fixture, mer_fixture_empty_path ());
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture.page->stack), ==, "empty");
  g_assert_cmpuint (n_shown (&fixture), ==, 0);
  tear_down (&fixture, NULL);
}

int
main (int    argc,
      char **argv)
{
  mer_fixture_init (&argc, &argv);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/organizations/filters", test_filters);
  ADD ("/organizations/search", test_search);
  ADD ("/organizations/sorting", test_sorting);
  ADD ("/organizations/delete-and-undo", test_delete_and_undo);
  ADD ("/organizations/many", test_many);
  ADD ("/organizations/groups", test_groups);
  ADD ("/organizations/cells", test_cells);
#undef ADD
  g_test_add_func ("/organizations/empty", test_empty);
  return g_test_run ();
}
