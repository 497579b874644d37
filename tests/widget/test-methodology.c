/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of the rules: what its trees show, what each way to edit does to the draft and how
 * the document takes it back, problems that are jumped to, and how a draft comes into force. */

#include "config.h"

#include <string.h>

#include "methodology/mer-methodology-xml.h"
#include "ui/pages/mer-methodology-apply.h"
#include "ui/pages/mer-methodology-field.h"
#include "ui/pages/mer-methodology-findings.h"
#include "ui/pages/mer-methodology-influence.h"
#include "ui/pages/mer-methodology-page.h"
#include "ui/pages/mer-methodology-tree.h"
#include "ui/pages/mer-methodology-versions.h"
#include "ui/widgets/mer-list-view.h"
#include "widget-fixture.h"

typedef struct
{
  MerApplication        *application;
  MerWindow             *window;
  MerMethodologyPage    *page;
  MerMethodologyView    *view; /* the criteria */
  MerMethodologyEditing *editing;
  MerDocument           *document;
  char                  *path;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->application = mer_fixture_application_new ();
  fixture->path = mer_fixture_demo_path ();
  fixture->window = mer_fixture_open (fixture->application, fixture->path);
  mer_window_show_page (fixture->window, "methodology");
  mer_fixture_settle ();
  fixture->page = MER_METHODOLOGY_PAGE (
    mer_fixture_find (GTK_WIDGET (fixture->window), MER_TYPE_METHODOLOGY_PAGE, NULL));
  fixture->editing = mer_methodology_page_get_editing (fixture->page);
  fixture->view = mer_methodology_page_show_outline (fixture->page, MER_OUTLINE_CRITERIA);
  fixture->document = mer_session_get_document (mer_window_get_session (fixture->window));
}

static void
set_up_draft (Fixture      *fixture,
              gconstpointer data)
{
  set_up (fixture, data);
  g_assert_true (mer_methodology_editing_begin (fixture->editing));
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

static MerMethodologyTree *
tree_of (MerMethodologyView *view)
{
  return MER_METHODOLOGY_TREE (
    mer_fixture_find (GTK_WIDGET (view), MER_TYPE_METHODOLOGY_TREE, NULL));
}

static guint
n_rows (MerMethodologyView *view)
{
  GtkColumnView *table = mer_methodology_tree_get_table (tree_of (view));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (table)));
}

static char *
xml (Fixture *fixture)
{
  return mer_methodology_to_xml (mer_methodology_editing_get (fixture->editing));
}

static void
choose (Fixture    *fixture,
        const char *row)
{
  g_assert_true (mer_methodology_view_show (fixture->view, row, NULL));
  mer_fixture_settle ();
  g_assert_cmpstr (mer_methodology_view_get_selected (fixture->view), ==, row);
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
  mer_fixture_settle ();
}

static void
redo (Fixture *fixture)
{
  g_assert_true (mer_document_redo (fixture->document, NULL));
  mer_fixture_settle ();
}

/* Whatever was done is taken back to the very bytes, and done again. */
static void
assert_undoes (Fixture    *fixture,
               const char *before)
{
  g_autofree char *after = xml (fixture);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_assert_cmpstr (before, !=, after);
  undo (fixture);
  undone = xml (fixture);
  g_assert_cmpstr (undone, ==, before);
  redo (fixture);
  redone = xml (fixture);
  g_assert_cmpstr (redone, ==, after);
}

static char *
weight_of (Fixture    *fixture,
           const char *path)
{
  return mer_methodology_get (mer_methodology_editing_get (fixture->editing), path, "weight");
}

static MerMethodologyField *
find_field (GtkWidget  *widget,
            const char *property)
{
  if (MER_IS_METHODOLOGY_FIELD (widget))
    return g_strcmp0 (mer_methodology_field_get_property_name (MER_METHODOLOGY_FIELD (widget)),
                      property) == 0
             ? MER_METHODOLOGY_FIELD (widget)
             : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      MerMethodologyField *found = find_field (child, property);

      if (found != NULL)
        return found;
    }
  return NULL;
}

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

static void
open_again (Fixture *fixture)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  mer_fixture_settle ();
  fixture->window = mer_fixture_open (fixture->application, fixture->path);
  mer_window_show_page (fixture->window, "methodology");
  mer_fixture_settle ();
  fixture->page = MER_METHODOLOGY_PAGE (
    mer_fixture_find (GTK_WIDGET (fixture->window), MER_TYPE_METHODOLOGY_PAGE, NULL));
  fixture->editing = mer_methodology_page_get_editing (fixture->page);
  fixture->view = mer_methodology_page_show_outline (fixture->page, MER_OUTLINE_CRITERIA);
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

static void
test_federal (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *before = xml (fixture);
  g_autofree char *restored = NULL;
  guint            n = mer_methodology_editing_get_differences (fixture->editing)->len;

  choose (fixture, "indicator/1.3");
  g_signal_emit_by_name (tree_of (fixture->view), "entered", "indicator/1.3", "0.5");
  mer_fixture_settle ();
  g_assert_cmpuint (mer_methodology_editing_get_differences (fixture->editing)->len, ==, n + 1);
  g_assert_true (mer_methodology_editing_get_marks (fixture->editing, "indicator/1.3") &
                 MER_MARK_DIFFERS);
  run (fixture, "view.restore");
  restored = xml (fixture);
  g_assert_cmpstr (restored, ==, before);
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

/* F8 goes from place to place, whatever tab it is on. */
static void
test_next_problem (Fixture      *fixture,
                   gconstpointer data)
{
  GPtrArray *problems = mer_methodology_editing_get_problems (fixture->editing);

  g_assert_cmpuint (problems->len, >, 0);
  for (guint i = 0; i < problems->len; i++)
    {
      const MerMethodologyProblem *problem = problems->pdata[i];
      g_autofree char             *row = mer_outline_row_of (problem->path, problem->property);

      g_assert_true (
        gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.next-problem", NULL));
      mer_fixture_settle ();
      fixture->view = mer_methodology_page_show_outline (fixture->page, mer_outline_of (row));
      g_assert_cmpstr (mer_methodology_view_get_selected (fixture->view), ==, row);
    }
}

static void
test_confirm (Fixture      *fixture,
              gconstpointer data)
{
  guint                        n = mer_methodology_editing_get_problems (fixture->editing)->len;
  g_autofree char             *before = xml (fixture);
  const MerMethodologyProblem *problem =
    g_ptr_array_index (mer_methodology_editing_get_problems (fixture->editing), n - 1);
  g_autofree char     *row = mer_outline_row_of (problem->path, problem->property);
  MerMethodologyField *field = NULL;

  fixture->view = mer_methodology_page_show_outline (fixture->page, mer_outline_of (row));
  choose (fixture, row);
  field = find_field (GTK_WIDGET (fixture->view), "unconfirmed");
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (mer_fixture_find (GTK_WIDGET (field), GTK_TYPE_CHECK_BUTTON, NULL)), FALSE);
  mer_fixture_settle ();
  g_assert_cmpuint (mer_methodology_editing_get_problems (fixture->editing)->len, ==, n - 1);
  assert_undoes (fixture, before);
}

static gboolean
is_told (gpointer data)
{
  return mer_methodology_influence_is_current (data);
}

static void
test_influence_and_apply (Fixture      *fixture,
                          gconstpointer data)
{
  MerMethodologyInfluence *influence = MER_METHODOLOGY_INFLUENCE (
    mer_fixture_find (GTK_WIDGET (fixture->page), MER_TYPE_METHODOLOGY_INFLUENCE, NULL));
  g_autofree char *nothing = NULL;
  g_autofree char *weight = NULL;
  g_autoptr (GError) error = NULL;

  mer_fixture_wait (is_told, influence);
  nothing = g_strdup (mer_methodology_influence_get_text (influence));
  g_signal_emit_by_name (tree_of (fixture->view), "entered", "indicator/1.3", "0.1");
  g_signal_emit_by_name (tree_of (fixture->view), "entered", "indicator/1.1", "0.6");
  mer_fixture_wait (is_told, influence);
  g_assert_cmpstr (mer_methodology_influence_get_text (influence), !=, nothing);
  g_assert_cmpuint (mer_methodology_editing_get_edition (fixture->editing), ==, 1);
  g_assert_true (mer_methodology_editing_apply (fixture->editing, "Решение совета",
                                                "протокол № 3", &error));
  g_assert_no_error (error);
  g_assert_false (mer_methodology_editing_is_draft (fixture->editing));
  g_assert_cmpuint (mer_methodology_editing_get_edition (fixture->editing), ==, 2);
  weight = weight_of (fixture, "indicator/1.3");
  g_assert_cmpstr (weight, ==, "0.1");
  undo (fixture);
  g_assert_true (mer_methodology_editing_is_draft (fixture->editing));
  g_assert_cmpuint (mer_methodology_editing_get_edition (fixture->editing), ==, 1);
}

static guint
n_listed (GtkWidget *list)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) n) != NULL)
    n++;
  return n;
}

/* The list behind «Отличия»: what it says, where it goes, and that all can be returned. */
static void
test_differences (Fixture      *fixture,
                  gconstpointer data)
{
  GtkWidget       *findings = mer_fixture_find (GTK_WIDGET (fixture->page),
                                                MER_TYPE_METHODOLOGY_FINDINGS, NULL);
  GtkWidget       *popover = gtk_widget_get_ancestor (findings, GTK_TYPE_POPOVER);
  GtkWidget       *list = mer_fixture_find (findings, GTK_TYPE_LIST_BOX, NULL);
  g_autofree char *before = xml (fixture);
  g_autofree char *after = NULL;

  g_signal_emit_by_name (tree_of (fixture->view), "entered", "indicator/1.3", "0.5");
  run (fixture, "view.move-down");
  gtk_popover_popup (GTK_POPOVER (popover));
  mer_fixture_settle ();
  g_assert_cmpuint (n_listed (list), ==,
                    mer_methodology_editing_get_differences (fixture->editing)->len);
  g_assert_cmpuint (n_listed (list), >, 1);
  g_signal_emit_by_name (list, "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  mer_fixture_settle ();
  g_assert_false (gtk_widget_get_mapped (popover));
  g_signal_emit_by_name (findings, "restore", "all");
  mer_fixture_settle ();
  after = xml (fixture);
  g_assert_cmpstr (after, ==, before);
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* The form that puts a draft into force, and the list in which its edition stands then. */
static void
test_form_and_versions (Fixture      *fixture,
                        gconstpointer data)
{
  GtkWindow *window = GTK_WINDOW (fixture->window);
  gpointer   form = NULL;
  gpointer   versions = NULL;
  GtkWidget *reason = NULL;

  g_signal_emit_by_name (tree_of (fixture->view), "entered", "indicator/1.3", "0.5");
  form = mer_methodology_apply_present (window, fixture->editing, "");
  g_object_add_weak_pointer (form, &form);
  /* the weights of К1 do not sum up yet */
  gtk_widget_activate_action (form, "form.confirm", NULL);
  g_assert_true (mer_methodology_editing_is_draft (fixture->editing));
  gtk_window_destroy (form);
  mer_fixture_wait (is_null, &form);
  g_signal_emit_by_name (tree_of (fixture->view), "entered", "indicator/1.1", "0.2");
  form = mer_methodology_apply_present (window, fixture->editing, "");
  g_object_add_weak_pointer (form, &form);
  reason = mer_fixture_find (form, ADW_TYPE_ENTRY_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (reason), "Решение совета");
  g_assert_true (gtk_widget_activate_action (form, "form.confirm", NULL));
  mer_fixture_wait (is_null, &form);
  g_assert_false (mer_methodology_editing_is_draft (fixture->editing));
  versions = mer_methodology_versions_present (window, fixture->editing);
  g_object_add_weak_pointer (versions, &versions);
  g_assert_cmpuint (n_listed (mer_fixture_find (versions, GTK_TYPE_LIST_BOX, NULL)), ==, 3);
  gtk_window_destroy (versions);
  mer_fixture_wait (is_null, &versions);
}

/* Each page with all its trees is gone when it is closed. */
static void
test_open_and_close (Fixture      *fixture,
                     gconstpointer data)
{
  MerSession *session = mer_window_get_session (fixture->window);

  for (guint i = 0; i < 100; i++)
    {
      MerMethodologyPage *page =
        g_object_new (MER_TYPE_METHODOLOGY_PAGE, "session", session, "settings",
                      mer_page_get_settings (MER_PAGE (fixture->page)), NULL);
      gpointer editing = mer_methodology_page_get_editing (page);

      g_object_ref_sink (page);
      g_object_add_weak_pointer (editing, &editing);
      for (guint k = 0; k < MER_N_OUTLINES; k++)
        mer_methodology_page_show_outline (page, (MerOutline) k);
      g_assert_finalize_object (page);
      mer_fixture_settle ();
      g_assert_null (editing);
    }
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
  ADD ("weight", set_up_draft, test_weight);
  ADD ("normalize", set_up_draft, test_normalize);
  ADD ("field", set_up_draft, test_field);
  ADD ("problem-while-typing", set_up_draft, test_problem_while_typing);
  ADD ("change-while-typing", set_up_draft, test_change_while_typing);
  ADD ("close-while-typing", set_up_draft, test_close_while_typing);
  ADD ("short-names", set_up_draft, test_short_names);
  ADD ("tree-width", set_up, test_tree_width);
  ADD ("code", set_up_draft, test_code);
  ADD ("moves", set_up_draft, test_moves);
  ADD ("add-copy-remove", set_up_draft, test_add_copy_remove);
  ADD ("federal", set_up_draft, test_federal);
  ADD ("policy", set_up_draft, test_policy);
  ADD ("next-problem", set_up_draft, test_next_problem);
  ADD ("confirm", set_up_draft, test_confirm);
  ADD ("influence-and-apply", set_up_draft, test_influence_and_apply);
  ADD ("differences", set_up_draft, test_differences);
  ADD ("form-and-versions", set_up_draft, test_form_and_versions);
  ADD ("open-and-close", set_up, test_open_and_close);
  ADD ("leave-by-keys", set_up, test_leave_by_keys);
#undef ADD
  return g_test_run ();
}
