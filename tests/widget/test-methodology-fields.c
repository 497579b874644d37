/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pane of a row of the rules: what is typed is tried and stored, also when the document changes
 * under it or the window closes. */

#include "config.h"

#include "methodology-fixture.h"

static void
test_weight (Fixture      *fixture,
             gconstpointer data)
{
  MerMethodologyTree *tree = tree_of (fixture->view);
  g_autofree char    *before = xml (fixture);
  g_autofree char    *stored = NULL;
  g_autofree char    *weight = NULL;
  guint               n_errors = mer_methodology_editing_count_errors (fixture->editing);

  choose (fixture, "indicator/1.3");
  g_signal_emit_by_name (tree, "typed", "indicator/1.3", "0,5");
  weight = weight_of (fixture, "indicator/1.3");
  g_assert_cmpstr (weight, ==, "0.5");
  g_assert_cmpuint (mer_methodology_editing_count_errors (fixture->editing), ==, n_errors + 1);
  /* it is seen, but not stored yet */
  stored =
    mer_methodology_to_xml (mer_methodology_editing_get_stored (fixture->editing));
  g_assert_cmpstr (stored, ==, before);
  g_signal_emit_by_name (tree, "entered", "indicator/1.3", "0,5");
  mer_fixture_settle ();
  assert_undoes (fixture, before);
  /* what is no number changes nothing */
  g_signal_emit_by_name (tree, "entered", "indicator/1.3", "много");
  g_free (weight);
  weight = weight_of (fixture, "indicator/1.3");
  g_assert_cmpstr (weight, ==, "0.5");
}

static GtkTextBuffer *
buffer_of (MerMethodologyField *field)
{
  GtkWidget *view = mer_fixture_find (GTK_WIDGET (field), GTK_TYPE_TEXT_VIEW, NULL);

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
}

static void
test_field (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char     *before = xml (fixture);
  MerMethodologyField *field = NULL;
  g_autofree char     *title = NULL;

  choose (fixture, "indicator/1.3");
  field = find_field (GTK_WIDGET (fixture->view), "title");
  g_assert_nonnull (field);
  gtk_text_buffer_set_text (buffer_of (field), "Другое имя", -1);
  title = mer_methodology_get (mer_methodology_editing_get (fixture->editing), "indicator/1.3",
                               "title");
  g_assert_cmpstr (title, ==, "Другое имя");
  g_assert_true (mer_methodology_field_is_typing (field));
  /* going to another row stores it */
  choose (fixture, "indicator/1.2");
  assert_undoes (fixture, before);
}

/* An empty name is told while it is typed. */
static void
test_problem_while_typing (Fixture      *fixture,
                           gconstpointer data)
{
  MerMethodologyField *field = NULL;
  guint                n = mer_methodology_editing_count_errors (fixture->editing);

  choose (fixture, "indicator/1.3");
  field = find_field (GTK_WIDGET (fixture->view), "title");
  gtk_text_buffer_set_text (buffer_of (field), "", -1);
  g_assert_cmpuint (mer_methodology_editing_count_errors (fixture->editing), ==, n + 1);
  undo (fixture); /* the draft is gone, and what was typed with it */
  g_assert_cmpuint (mer_methodology_editing_count_errors (fixture->editing), ==, n);
  g_assert_false (mer_methodology_field_is_typing (
    find_field (GTK_WIDGET (fixture->view), "title")));
}

/* Something else changes the rules while a name is being typed: both are there in the end. */
static void
test_change_while_typing (Fixture      *fixture,
                          gconstpointer data)
{
  MerMethodologyField *field = NULL;
  g_autofree char     *typed = NULL;
  g_autofree char     *title = NULL;
  g_autofree char     *weight = NULL;
  g_autoptr (MerMethodology) other = NULL;

  choose (fixture, "indicator/1.3");
  field = find_field (GTK_WIDGET (fixture->view), "title");
  gtk_text_buffer_set_text (buffer_of (field), "Другое имя", -1);
  other = mer_methodology_set (mer_methodology_editing_get_stored (fixture->editing),
                               "indicator/1.1", "weight", "0.25", NULL);
  g_assert_true (mer_methodology_editing_store (fixture->editing, "Вес", NULL, other));
  mer_fixture_settle ();
  field = find_field (GTK_WIDGET (fixture->view), "title");
  g_assert_true (mer_methodology_field_is_typing (field));
  typed = mer_methodology_field_read (field);
  g_assert_cmpstr (typed, ==, "Другое имя");
  title = mer_methodology_get (mer_methodology_editing_get (fixture->editing), "indicator/1.3",
                               "title");
  g_assert_cmpstr (title, ==, "Другое имя"); /* tried on the new rules */
  mer_methodology_view_finish (fixture->view);
  mer_fixture_settle ();
  g_clear_pointer (&title, g_free);
  title = mer_methodology_get (mer_methodology_editing_get_stored (fixture->editing),
                               "indicator/1.3", "title");
  weight = mer_methodology_get (mer_methodology_editing_get_stored (fixture->editing),
                                "indicator/1.1", "weight");
  g_assert_cmpstr (title, ==, "Другое имя");
  g_assert_cmpstr (weight, ==, "0.25");
  g_assert_false (mer_methodology_field_is_typing (
    find_field (GTK_WIDGET (fixture->view), "title")));
}

/* What is being typed when the window is closed is stored. */
static void
test_close_while_typing (Fixture      *fixture,
                         gconstpointer data)
{
  g_autofree char *title = NULL;

  g_assert_true (mer_methodology_view_show (fixture->view, "indicator/1.3", "title"));
  mer_fixture_settle ();
  gtk_text_buffer_set_text (buffer_of (find_field (GTK_WIDGET (fixture->view), "title")),
                            "Другое имя", -1);
  open_again (fixture);
  title = mer_methodology_get (mer_methodology_editing_get_stored (fixture->editing),
                               "indicator/1.3", "title");
  g_assert_cmpstr (title, ==, "Другое имя");
}

static char *
short_title (Fixture    *fixture,
             const char *row)
{
  return mer_methodology_get (mer_methodology_editing_get (fixture->editing), row, "short-title");
}

static void
type_title (Fixture    *fixture,
            const char *text)
{
  gtk_text_buffer_set_text (buffer_of (find_field (GTK_WIDGET (fixture->view), "title")), text, -1);
  mer_fixture_settle ();
}

/* The tree shows the short name: that of a new part follows its name, a name of its own stays. */
static void
test_short_names (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *before = xml (fixture);
  g_autofree char *after = NULL;
  g_autofree char *row = NULL;
  g_autofree char *followed = NULL;
  g_autofree char *kept = short_title (fixture, "criterion/K1");
  g_autofree char *still = NULL;

  choose (fixture, "criterion/K1");
  type_title (fixture, "Другое имя");
  still = short_title (fixture, "criterion/K1");
  g_assert_cmpstr (still, ==, kept);
  mer_methodology_view_finish (fixture->view);
  undo (fixture);
  run (fixture, "view.add");
  row = g_strdup (mer_methodology_view_get_selected (fixture->view));
  type_title (fixture, "Кружки");
  followed = short_title (fixture, row);
  g_assert_cmpstr (followed, ==, "Кружки");
  mer_methodology_view_finish (fixture->view);
  undo (fixture); /* one action for all its names */
  undo (fixture);
  after = xml (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* A new code is the new name of the row, and the row stays chosen. */
static void
test_code (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *before = xml (fixture);
  GtkWidget       *entry = NULL;
  guint            n = n_rows (fixture->view);

  choose (fixture, "criterion/K2");
  entry = mer_fixture_find (
    GTK_WIDGET (find_field (GTK_WIDGET (fixture->view), "code")), GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "K77");
  mer_methodology_view_finish (fixture->view);
  mer_fixture_settle ();
  g_assert_cmpstr (mer_methodology_view_get_selected (fixture->view), ==, "criterion/K77");
  g_assert_cmpuint (n_rows (fixture->view), ==, n);
  assert_undoes (fixture, before);
  g_assert_cmpuint (n_rows (fixture->view), ==, n);
}

static void
test_policy (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *before = xml (fixture);
  GtkWidget       *first = NULL;
  GtkWidget       *other = NULL;

  fixture->view = mer_methodology_page_show_outline (fixture->page, MER_OUTLINE_RULES);
  mer_fixture_settle ();
  choose (fixture, "policy:ties");
  first = mer_fixture_find (GTK_WIDGET (fixture->view), GTK_TYPE_CHECK_BUTTON, NULL);
  other = gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (first));
  g_assert_true (GTK_IS_CHECK_BUTTON (other));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (other), TRUE);
  mer_fixture_settle ();
  g_assert_cmpstr (
    mer_methodology_policy (mer_methodology_editing_get (fixture->editing), "ties"), ==, "dense");
  assert_undoes (fixture, before);
}

int
main (int   argc,
      char *argv[])
{
  mer_fixture_init (&argc, &argv);
#define ADD(path, before, test) \
  g_test_add ("/methodology-fields/" path, Fixture, NULL, before, test, tear_down)
  ADD ("weight", set_up_draft, test_weight);
  ADD ("field", set_up_draft, test_field);
  ADD ("problem-while-typing", set_up_draft, test_problem_while_typing);
  ADD ("change-while-typing", set_up_draft, test_change_while_typing);
  ADD ("close-while-typing", set_up_draft, test_close_while_typing);
  ADD ("short-names", set_up_draft, test_short_names);
  ADD ("code", set_up_draft, test_code);
  ADD ("policy", set_up_draft, test_policy);
#undef ADD
  return g_test_run ();
}
