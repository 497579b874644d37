/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a draft of the rules to rules in force: problems that are jumped to, the federal edition,
 * what the rating would be, the form of a new edition and the list of them. */

#include "config.h"

#include "methodology-fixture.h"

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

int
main (int   argc,
      char *argv[])
{
  mer_fixture_init (&argc, &argv);
#define ADD(path, before, test) \
  g_test_add ("/methodology-apply/" path, Fixture, NULL, before, test, tear_down)
  ADD ("federal", set_up_draft, test_federal);
  ADD ("next-problem", set_up_draft, test_next_problem);
  ADD ("confirm", set_up_draft, test_confirm);
  ADD ("influence-and-apply", set_up_draft, test_influence_and_apply);
  ADD ("differences", set_up_draft, test_differences);
  ADD ("form-and-versions", set_up_draft, test_form_and_versions);
  ADD ("open-and-close", set_up, test_open_and_close);
#undef ADD
  return g_test_run ();
}
