/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paper questionnaires by keys alone: what is typed stands in the document, question by
 * question, and can be walked to, corrected, removed, sealed and taken back. */

#include "config.h"

#include "methodology/mer-methodology-xml.h"
#include "ui/dialogs/mer-stack-dialog.h"
#include "ui/pages/mer-data-page.h"
#include "ui/pages/mer-data-paper-private.h"
#include "ui/pages/mer-paper-row.h"
#include "widget-fixture.h"

#define YES MER_ANSWER_FIRST_OPTION
#define NO (MER_ANSWER_FIRST_OPTION + 1)
#define ENTERED 7 /* of the example's open stack */

typedef struct
{
  MerApplication *application;
  MerWindow      *window;
  MerDataPaper   *view;
  MerDocument    *document;
  char           *path;
} Fixture;

static void
show_view (Fixture *fixture)
{
  mer_window_show_page (fixture->window, "data");
  mer_fixture_settle ();
  fixture->view = MER_DATA_PAPER (
    mer_data_page_show_view (MER_DATA_PAGE (mer_window_get_page (fixture->window)), "paper"));
  mer_fixture_settle ();
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->application = mer_fixture_application_new ();
  fixture->path = mer_fixture_demo_path ();
  fixture->window = mer_fixture_open (fixture->application, fixture->path);
  fixture->document = mer_session_get_document (mer_window_get_session (fixture->window));
  show_view (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  mer_fixture_close (fixture->window);
  g_object_unref (fixture->application);
  g_free (fixture->path);
}

/* --- keys ---------------------------------------------------------------------------------- */

static GtkWidget *
focus_of (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_nonnull (focus);
  return focus;
}

static gboolean
press_on (GtkWidget      *widget,
          guint           key,
          GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean stopped = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !stopped; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &stopped);
    }
  return stopped;
}

/* A key goes to what has the keyboard, through those around it: as the toolkit does it. */
static gboolean
press_with (Fixture        *fixture,
            guint           key,
            GdkModifierType state)
{
  GtkWidget *focus = focus_of (fixture);
  GtkWidget *widget = focus;
  gboolean   stopped = FALSE;

  for (; widget != NULL && !stopped; widget = gtk_widget_get_parent (widget))
    stopped = press_on (widget, key, state);
  if (!stopped && key == GDK_KEY_Return && GTK_IS_TEXT (focus))
    {
      g_signal_emit_by_name (focus, "activate");
      stopped = TRUE;
    }
  mer_fixture_settle ();
  return stopped;
}

static void
press (Fixture *fixture,
       guint    key)
{
  press_with (fixture, key, 0);
}

static void
type (Fixture    *fixture,
      const char *keys)
{
  for (; *keys != '\0'; keys++)
    g_assert_true (press_with (fixture, gdk_unicode_to_keyval ((guint32) *keys), 0));
}

/* --- what is there --------------------------------------------------------------------------- */

static GPtrArray *
rows (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = mer_store_stack_rows (fixture->document, fixture->view->stack_id,
                                           fixture->view->methodology, &error);

  g_assert_no_error (error);
  return found;
}

static guint
n_rows (Fixture *fixture)
{
  g_autoptr (GPtrArray) found = rows (fixture);

  return found->len;
}

static void
assert_answers (Fixture    *fixture,
                gint64      number,
                const char *answers,
                const char *comment)
{
  g_autoptr (GPtrArray) found = rows (fixture);

  for (guint i = 0; i < found->len; i++)
    {
      const MerStackRow *row = g_ptr_array_index (found, i);
      g_autoptr (GString) text = g_string_new (NULL);

      if (row->number != number)
        continue;
      for (guint q = 0; q < row->n_questions; q++)
        g_string_append_c (text, row->codes[q] == YES ? '1' : row->codes[q] == NO ? '2'
                                                                                  : '0');
      g_assert_cmpstr (text->str, ==, answers);
      g_assert_cmpstr (row->comment, ==, comment);
      return;
    }
  g_assert_not_reached ();
}

/* The question that has the keyboard, from 1; 0: the comment. */
static int
current (Fixture *fixture)
{
  GtkWidget *focus = focus_of (fixture);

  return GTK_IS_LIST_BOX_ROW (focus) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) + 1
                                     : 0;
}

static gboolean
says (Fixture    *fixture,
      const char *text)
{
  return mer_fixture_find (GTK_WIDGET (fixture->view), GTK_TYPE_LABEL, text) != NULL;
}

static gboolean
is_current (gpointer data)
{
  return mer_session_is_current (mer_window_get_session (data));
}

static void
run (Fixture    *fixture,
     GtkWidget  *widget,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
  mer_fixture_wait (is_current, fixture->window);
  mer_fixture_settle ();
}

/* --- tests ------------------------------------------------------------------------------------ */

static void
test_type (Fixture      *fixture,
           gconstpointer data)
{
  MerPaperRow *row = NULL;

  g_assert_cmpuint (n_rows (fixture), ==, ENTERED);
  g_assert_cmpint (current (fixture), ==, 1);
  type (fixture, "12"); /* the second is behind the first */
  g_assert_cmpint (current (fixture), ==, 3);
  type (fixture, "2"); /* what is behind it is passed over */
  g_assert_cmpint (current (fixture), ==, 5);
  type (fixture, "0 ");
  g_assert_cmpint (current (fixture), ==, 8);
  row = MER_PAPER_ROW (focus_of (fixture));
  g_assert_nonnull (strstr (mer_paper_row_get_description (row), "8"));
  g_assert_nonnull (strstr (mer_paper_row_get_description (row), "14"));
  press (fixture, GDK_KEY_BackSpace);
  g_assert_cmpint (current (fixture), ==, 6);
  type (fixture, "1111");
  g_assert_cmpint (current (fixture), ==, 10);
  type (fixture, "2111");
  g_assert_cmpint (current (fixture), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (focus_of (fixture)), "Тепло");
  press (fixture, GDK_KEY_Return);
  g_assert_cmpuint (n_rows (fixture), ==, ENTERED + 1);
  assert_answers (fixture, ENTERED + 1, "12200111120111", "Тепло");
  g_assert_cmpint (current (fixture), ==, 1);
  g_assert_true (says (fixture, "№ 9") || says (fixture, "no. 9"));
  /* nothing of it is left for the next */
  g_assert_false (mer_paper_form_is_changed (mer_paper_sheet_get_form (fixture->view->sheet)));
}

static void
test_meaningless_keys (Fixture      *fixture,
                       gconstpointer data)
{
  MerPaperForm *form = mer_paper_sheet_get_form (fixture->view->sheet);

  type (fixture, "4x-"); /* taken, so that no list searches for them, and without effect */
  g_assert_cmpint (current (fixture), ==, 1);
  g_assert_false (press_with (fixture, GDK_KEY_1, GDK_CONTROL_MASK));
  g_assert_false (mer_paper_form_is_changed (form));
  /* to the list of stacks, back, and over all questions at once */
  press (fixture, GDK_KEY_ISO_Left_Tab);
  g_assert_true (gtk_widget_is_ancestor (focus_of (fixture), GTK_WIDGET (fixture->view->list)));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view->sheet));
  press (fixture, GDK_KEY_Tab);
  g_assert_cmpint (current (fixture), ==, 0);
  press (fixture, GDK_KEY_ISO_Left_Tab);
  g_assert_cmpint (current (fixture), ==, 14);
  /* nothing is entered for a questionnaire without an answer, nor is it left */
  press (fixture, GDK_KEY_End);
  g_assert_cmpint (current (fixture), ==, 0);
  press (fixture, GDK_KEY_Return);
  g_assert_cmpuint (n_rows (fixture), ==, ENTERED);
  gtk_editable_set_text (GTK_EDITABLE (focus_of (fixture)), "Тепло");
  press (fixture, GDK_KEY_Page_Up);
  g_assert_cmpuint (n_rows (fixture), ==, ENTERED);
  g_assert_cmpint (fixture->view->number, ==, 0);
}

static void
test_walk_and_correct (Fixture      *fixture,
                       gconstpointer data)
{
  press (fixture, GDK_KEY_Page_Up);
  g_assert_cmpint (fixture->view->number, ==, ENTERED);
  press (fixture, GDK_KEY_Page_Up);
  g_assert_cmpint (fixture->view->number, ==, ENTERED - 1);
  type (fixture, "2");
  press (fixture, GDK_KEY_Page_Down);
  g_assert_cmpint (fixture->view->number, ==, ENTERED);
  g_assert_cmpuint (n_rows (fixture), ==, ENTERED);
  {
    g_autoptr (GPtrArray) found = rows (fixture);
    const MerStackRow *row = g_ptr_array_index (found, ENTERED - 2);

    g_assert_cmpuint (row->codes[0], ==, NO);
    g_assert_cmpuint (row->codes[1], ==, MER_ANSWER_BLANK); /* its filter lets it pass no more */
  }
  press (fixture, GDK_KEY_Page_Down);
  g_assert_cmpint (fixture->view->number, ==, 0);
  press (fixture, GDK_KEY_Page_Down); /* there is none after the next */
  g_assert_cmpint (fixture->view->number, ==, 0);
  /* what was begun is kept when it is left */
  type (fixture, "1");
  press (fixture, GDK_KEY_Page_Up);
  g_assert_cmpuint (n_rows (fixture), ==, ENTERED + 1);
  assert_answers (fixture, ENTERED + 1, "10000000000000", NULL);
}

static void
test_remove_and_undo (Fixture      *fixture,
                      gconstpointer data)
{
  press (fixture, GDK_KEY_Page_Up);
  press (fixture, GDK_KEY_Delete);
  g_assert_cmpuint (n_rows (fixture), ==, ENTERED - 1);
  run (fixture, GTK_WIDGET (fixture->window), "win.undo");
  g_assert_cmpuint (n_rows (fixture), ==, ENTERED);
  type (fixture, "2222222222");
  press_with (fixture, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_cmpuint (n_rows (fixture), ==, ENTERED + 1);
  /* while the next is being typed, the one before is taken back */
  type (fixture, "1");
  run (fixture, GTK_WIDGET (fixture->window), "win.undo");
  g_assert_cmpuint (n_rows (fixture), ==, ENTERED);
  g_assert_true (mer_paper_form_is_changed (mer_paper_sheet_get_form (fixture->view->sheet)));
  g_assert_cmpint (current (fixture), ==, 2);
  run (fixture, GTK_WIDGET (fixture->window), "win.redo");
  g_assert_cmpuint (n_rows (fixture), ==, ENTERED + 1);
}

static gint64
n_counted (Fixture *fixture)
{
  MerResults        *results = mer_session_get_results (mer_window_get_session (fixture->window));
  const MerScoreRow *row = mer_results_find_organization (results, fixture->document,
                                                          "ДС «Сказка»");

  return row->evidence->tally->n;
}

static void
test_close (Fixture      *fixture,
            gconstpointer data)
{
  gint64 before = n_counted (fixture);

  run (fixture, GTK_WIDGET (fixture->view), "view.close");
  g_assert_cmpint (n_counted (fixture), ==, before + ENTERED);
  g_assert_false (mer_data_paper_is_editable (fixture->view));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view->sheet));
  press (fixture, GDK_KEY_2); /* a closed stack is not changed */
  press (fixture, GDK_KEY_Delete);
  press (fixture, GDK_KEY_Page_Up);
  g_assert_cmpuint (n_rows (fixture), ==, ENTERED);
  run (fixture, GTK_WIDGET (fixture->window), "win.undo");
  g_assert_true (mer_data_paper_is_editable (fixture->view));
  g_assert_cmpint (n_counted (fixture), ==, before);
  run (fixture, GTK_WIDGET (fixture->window), "win.redo");
  run (fixture, GTK_WIDGET (fixture->view), "view.reopen");
  g_assert_true (mer_data_paper_is_editable (fixture->view));
  g_assert_cmpint (n_counted (fixture), ==, before);
}

static MerStackDialog *
find_dialog (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (MER_IS_STACK_DIALOG (window))
        return MER_STACK_DIALOG (window);
    }
  return NULL;
}

static void
test_new_stack (Fixture      *fixture,
                gconstpointer data)
{
  MerStackDialog *dialog = NULL;
  GtkWidget      *widget = NULL;
  const MerStack *stack = NULL;

  run (fixture, GTK_WIDGET (fixture->view), "view.add");
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  widget = mer_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (widget), "журавл");
  widget = mer_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_SPIN_BUTTON, NULL);
  gtk_editable_set_text (GTK_EDITABLE (widget), "60");
  run (fixture, GTK_WIDGET (dialog), "form.confirm");
  stack = mer_data_paper_get_stack (fixture->view);
  g_assert_cmpint (stack->expected, ==, 60);
  g_assert_cmpint (stack->entered, ==, 0);
  g_assert_true (says (fixture, "ДС «Журавлик»"));
  g_assert_cmpint (current (fixture), ==, 1);
  /* it cannot be closed while it is empty */
  g_assert_false (gtk_widget_get_sensitive (fixture->view->close_button));
  type (fixture, "2222222222");
  press (fixture, GDK_KEY_Return);
  g_assert_true (gtk_widget_get_sensitive (fixture->view->close_button));
  g_assert_cmpuint (n_rows (fixture), ==, 1);
  g_assert_true (says (fixture, "59"));
  run (fixture, GTK_WIDGET (fixture->view), "view.delete");
  g_assert_false (says (fixture, "ДС «Журавлик»"));
  run (fixture, GTK_WIDGET (fixture->window), "win.undo");
  g_assert_true (says (fixture, "ДС «Журавлик»"));
}

/* The federal rules, but their fifth question has twelve options. */
static MerMethodology *
make_long_rules (MerMethodology *rules)
{
  g_autofree char *xml = mer_methodology_to_xml (rules);
  g_autoptr (GString) text = g_string_new (xml);
  const char *question = strstr (xml, "<question code=\"q5\"");
  const char *place = g_strrstr_len (question, strstr (question, "</question>") - question,
                                     "</option>");
  g_autoptr (GString) more = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  MerMethodology *made = NULL;

  for (guint i = 4; i <= 12; i++)
    g_string_append_printf (more, "<option><text>Option %u</text></option>", i);
  g_string_insert (text, place - xml + (gssize) strlen ("</option>"), more->str);
  made = mer_methodology_from_xml (text->str, text->len, "rules", &error);
  g_assert_no_error (error);
  return made;
}

static void
test_many_options (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (MerMethodology) rules = make_long_rules (fixture->view->methodology);
  MerPaperSheet *sheet = fixture->view->sheet;
  MerPaperRow   *row = NULL;
  const guint8  *codes = NULL;

  mer_paper_sheet_set_methodology (sheet, rules);
  gtk_widget_grab_focus (GTK_WIDGET (sheet));
  mer_fixture_settle ();
  type (fixture, "22");
  g_assert_cmpint (current (fixture), ==, 5);
  row = MER_PAPER_ROW (focus_of (fixture));
  type (fixture, "c"); /* 1…9, a, b, c: the twelfth */
  codes = mer_paper_form_get_codes (mer_paper_sheet_get_form (sheet));
  g_assert_cmpuint (codes[4], ==, MER_ANSWER_FIRST_OPTION + 11);
  g_assert_nonnull (strstr (mer_paper_row_get_description (row), "Option 12"));
  g_assert_cmpint (current (fixture), ==, 6);
}

/* Whether the window would close. */
static gboolean
may_close (Fixture *fixture)
{
  gboolean stopped = FALSE;

  g_signal_emit_by_name (fixture->window, "close-request", &stopped);
  mer_fixture_settle ();
  return !stopped;
}

static void
test_close_window (Fixture      *fixture,
                   gconstpointer data)
{
  MerPaperForm *form = mer_paper_sheet_get_form (fixture->view->sheet);

  g_assert_true (may_close (fixture));
  g_assert_cmpuint (n_rows (fixture), ==, ENTERED);
  /* what cannot be kept keeps the window, and is shown */
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view->sheet));
  press (fixture, GDK_KEY_End);
  gtk_editable_set_text (GTK_EDITABLE (focus_of (fixture)), "Тепло");
  mer_window_show_page (fixture->window, "rating");
  mer_fixture_settle ();
  g_assert_false (may_close (fixture));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->view)));
  g_assert_true (mer_paper_form_is_changed (form));
  /* what has answers is kept in its stack, from any page */
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view->sheet));
  press (fixture, GDK_KEY_ISO_Left_Tab);
  press (fixture, GDK_KEY_Home);
  type (fixture, "1");
  mer_window_show_page (fixture->window, "rating");
  mer_fixture_settle ();
  g_assert_true (may_close (fixture));
  g_assert_cmpuint (n_rows (fixture), ==, ENTERED + 1);
  assert_answers (fixture, ENTERED + 1, "10000000000000", "Тепло");
  g_assert_true (may_close (fixture));
  g_assert_cmpuint (n_rows (fixture), ==, ENTERED + 1);
}

static void
look_at (Fixture *fixture,
         gint64   cycle_id)
{
  mer_session_set_cycle_id (mer_window_get_session (fixture->window), cycle_id);
  mer_fixture_wait (is_current, fixture->window);
  mer_fixture_settle ();
}

static void
test_other_cycle (Fixture      *fixture,
                  gconstpointer data)
{
  gint64 here = fixture->view->cycle->id;
  g_autoptr (GPtrArray) cycles = mer_store_cycles (fixture->document, NULL);
  const MerCycle *first = g_ptr_array_index (cycles, 0);

  g_assert_cmpint (first->id, !=, here);
  type (fixture, "1");
  look_at (fixture, first->id);
  g_assert_cmpint (fixture->view->cycle->id, ==, first->id);
  look_at (fixture, here);
  g_assert_cmpuint (n_rows (fixture), ==, ENTERED + 1);
  assert_answers (fixture, ENTERED + 1, "10000000000000", NULL);
  /* what cannot be kept keeps the cycle */
  mer_data_paper_show_number (fixture->view, 0);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view->sheet));
  press (fixture, GDK_KEY_End);
  gtk_editable_set_text (GTK_EDITABLE (focus_of (fixture)), "Тепло");
  look_at (fixture, first->id);
  look_at (fixture, mer_session_get_cycle_id (mer_window_get_session (fixture->window)));
  g_assert_cmpint (fixture->view->cycle->id, ==, here);
  g_assert_true (mer_paper_form_is_changed (mer_paper_sheet_get_form (fixture->view->sheet)));
}

#define ADD(path, function) \
  g_test_add ("/widget/paper/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  mer_fixture_init (&argc, &argv);
  ADD ("type", test_type);
  ADD ("meaningless-keys", test_meaningless_keys);
  ADD ("walk-and-correct", test_walk_and_correct);
  ADD ("remove-and-undo", test_remove_and_undo);
  ADD ("close", test_close);
  ADD ("new-stack", test_new_stack);
  ADD ("many-options", test_many_options);
  ADD ("close-window", test_close_window);
  ADD ("other-cycle", test_other_cycle);
  return g_test_run ();
}
