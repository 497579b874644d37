/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of the rules: what its trees show, how parts are added, copied, moved and removed in
 * them, weights that are made to sum up, and how the document takes it back. */

#include "config.h"

#include "methodology-fixture.h"

static void
test_trees (Fixture      *fixture,
            gconstpointer data)
{
  /* five criteria with fifteen indicators lie open; the rest shows its headings */
  g_assert_cmpuint (n_rows (fixture->view), >, 19);
  g_assert_cmpstr (mer_methodology_view_get_selected (fixture->view), ==, "criterion/K1");
  for (guint i = 0; i < MER_N_OUTLINES; i++)
    {
      MerMethodologyView *view = mer_methodology_page_show_outline (fixture->page, (MerOutline) i);

      mer_fixture_settle ();
      g_assert_cmpuint (n_rows (view), >, 4);
    }
  fixture->view = mer_methodology_page_show_outline (fixture->page, MER_OUTLINE_QUESTIONS);
  g_assert_true (mer_methodology_view_show (fixture->view, "option/q1/0", NULL));
  g_assert_cmpstr (mer_methodology_view_get_selected (fixture->view), ==, "option/q1/0");
  g_assert_false (mer_methodology_view_show (fixture->view, "option/q1/77", NULL));
}

/* Rules in use are not edited by a stray key. */
static void
test_in_use (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *before = xml (fixture);
  g_autofree char *after = NULL;

  g_assert_true (mer_methodology_editing_is_used (fixture->editing));
  g_assert_false (mer_methodology_editing_may_edit (fixture->editing));
  choose (fixture, "indicator/1.3");
  g_assert_false (mer_methodology_tree_edit_weight (tree_of (fixture->view)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "view.delete", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "view.move-up", NULL);
  after = xml (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.begin", NULL));
  g_assert_true (mer_methodology_editing_may_edit (fixture->editing));
  undo (fixture);
  g_assert_false (mer_methodology_editing_is_draft (fixture->editing));
}

static void
test_normalize (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *before = NULL;

  choose (fixture, "indicator/1.3");
  g_signal_emit_by_name (tree_of (fixture->view), "entered", "indicator/1.3", "0.4444");
  mer_fixture_settle ();
  g_assert_cmpuint (mer_methodology_editing_count_errors (fixture->editing), >, 0);
  before = xml (fixture);
  run (fixture, "view.normalize");
  g_assert_cmpuint (mer_methodology_editing_count_errors (fixture->editing), ==, 0);
  assert_undoes (fixture, before);
}

static GtkPaned *
paned_of (MerMethodologyView *view)
{
  return GTK_PANED (mer_fixture_find (GTK_WIDGET (view), GTK_TYPE_PANED, NULL));
}

/* The width of a tree is that of all, and is there again in the next window. */
static void
test_tree_width (Fixture      *fixture,
                 gconstpointer data)
{
  MerMethodologyView *questions = NULL;

  gtk_paned_set_position (paned_of (fixture->view), 444);
  mer_fixture_settle ();
  questions = mer_methodology_page_show_outline (fixture->page, MER_OUTLINE_QUESTIONS);
  mer_fixture_settle ();
  g_assert_cmpint (gtk_paned_get_position (paned_of (questions)), ==, 444);
  open_again (fixture);
  g_assert_cmpint (gtk_paned_get_position (paned_of (fixture->view)), ==, 444);
}

/* Keys and dragging have the same result, within a criterion and over its edge. */
static void
test_moves (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *before = xml (fixture);
  g_autofree char *by_keys = NULL;
  g_autofree char *dropped = NULL;
  guint            n = n_rows (fixture->view);

  choose (fixture, "indicator/1.3");
  run (fixture, "view.move-up");
  by_keys = xml (fixture);
  g_assert_cmpstr (mer_methodology_view_get_selected (fixture->view), ==, "indicator/1.3");
  assert_undoes (fixture, before);
  undo (fixture);
  g_signal_emit_by_name (tree_of (fixture->view), "dropped", "indicator/1.3", "indicator/1.2",
                         FALSE);
  dropped = xml (fixture);
  g_assert_cmpstr (dropped, ==, by_keys);
  undo (fixture);
  g_clear_pointer (&by_keys, g_free);
  g_clear_pointer (&dropped, g_free);
  choose (fixture, "indicator/2.1");
  run (fixture, "view.move-up");
  by_keys = xml (fixture);
  undo (fixture);
  g_signal_emit_by_name (tree_of (fixture->view), "dropped", "indicator/2.1", "criterion/K1",
                         TRUE);
  dropped = xml (fixture);
  g_assert_cmpstr (dropped, ==, by_keys);
  g_assert_cmpuint (n_rows (fixture->view), ==, n);
}

static void
test_add_copy_remove (Fixture      *fixture,
                      gconstpointer data)
{
  g_autofree char *before = xml (fixture);
  g_autofree char *copied = NULL;
  guint            n = n_rows (fixture->view);

  choose (fixture, "indicator/1.2");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "view.add-part", "s",
                                             "indicator"));
  mer_fixture_settle ();
  g_assert_cmpuint (n_rows (fixture->view), ==, n + 1);
  assert_undoes (fixture, before);
  undo (fixture);
  choose (fixture, "indicator/1.2");
  run (fixture, "view.copy-part");
  g_assert_cmpuint (n_rows (fixture->view), ==, n + 1);
  g_assert_cmpstr (mer_methodology_view_get_selected (fixture->view), !=, "indicator/1.2");
  assert_undoes (fixture, before);
  copied = xml (fixture);
  run (fixture, "view.delete");
  g_assert_cmpuint (n_rows (fixture->view), ==, n);
  assert_undoes (fixture, copied);
}

/* Tab leaves the tree at both ends, so that everything can be reached without a mouse. */
static void
test_leave_by_keys (Fixture      *fixture,
                    gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *tree = GTK_WIDGET (tree_of (fixture->view));

  choose (fixture, "criterion/K1");
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), tree));
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD));
  g_assert_false (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), tree));
}

int
main (int   argc,
      char *argv[])
{
  mer_fixture_init (&argc, &argv);
#define ADD(path, before, test) \
  g_test_add ("/methodology/" path, Fixture, NULL, before, test, tear_down)
  ADD ("trees", set_up, test_trees);
  ADD ("in-use", set_up, test_in_use);
  ADD ("normalize", set_up_draft, test_normalize);
  ADD ("tree-width", set_up, test_tree_width);
  ADD ("moves", set_up_draft, test_moves);
  ADD ("add-copy-remove", set_up_draft, test_add_copy_remove);
  ADD ("leave-by-keys", set_up, test_leave_by_keys);
#undef ADD
  return g_test_run ();
}
