/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The overview of a cycle, its settings, the choice of organizations and their schedule. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-cycle-facts.h"
#include "app/mer-cycle-stage.h"
#include "cycle/mer-cycle-settings.h"
#include "store/mer-record-store.h"
#include "ui/dialogs/mer-cycle-settings-dialog.h"
#include "ui/dialogs/mer-schedule-window.h"
#include "ui/pages/mer-organizations-page-private.h"
#include "ui/pages/mer-overview-page.h"
#include "widget-fixture.h"

typedef struct
{
  MerApplication *application;
  MerWindow      *window;
  MerSession     *session;
  char           *path;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->application = mer_fixture_application_new ();
  fixture->path = data != NULL ? mer_fixture_empty_path () : mer_fixture_demo_path ();
  fixture->window = mer_fixture_open (fixture->application, fixture->path);
  fixture->session = mer_window_get_session (fixture->window);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  mer_fixture_close (fixture->window);
  g_object_unref (fixture->application);
  g_free (fixture->path);
}

static GtkWidget *
show_page (Fixture    *fixture,
           const char *id)
{
  mer_window_show_page (fixture->window, id);
  mer_fixture_settle ();
  return GTK_WIDGET (mer_window_get_page (fixture->window));
}

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

static guint
count_part (GtkWidget  *page,
            const char *name)
{
  return count_children (
    GTK_WIDGET (gtk_widget_get_template_child (page, MER_TYPE_OVERVIEW_PAGE, name)));
}

static char *
setting (Fixture    *fixture,
         const char *key)
{
  MerDocument *document = mer_session_get_document (fixture->session);
  g_autoptr (MerCycle) cycle = mer_store_cycle (document, 0, NULL);
  g_autoptr (GHashTable) set = mer_store_cycle_settings (document, cycle->id, NULL);

  return g_strdup (mer_cycle_settings_get (set, key));
}

static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static void
test_overview (Fixture      *fixture,
               gconstpointer data)
{
  GtkWidget       *page = show_page (fixture, "overview");
  g_autofree char *before = setting (fixture, MER_SETTING_STAGE);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;

  g_assert_true (MER_IS_OVERVIEW_PAGE (page));
  g_assert_cmpuint (count_part (page, "stages"), ==, 6);
  g_assert_cmpuint (count_part (page, "figures"), ==, 4);
  g_assert_cmpuint (count_part (page, "attention"), >, 1);
  g_assert_cmpuint (count_part (page, "attention"), <=, 8); /* seven and «Show all» */
  g_assert_cmpuint (count_part (page, "deadlines"), >, 0);
  g_assert_nonnull (mer_fixture_find (page, GTK_TYPE_LABEL, "Вечерняя школа"));
  gtk_widget_activate_action (page, "page.stage", "s", "council");
  mer_fixture_settle ();
  after = setting (fixture, MER_SETTING_STAGE);
  g_assert_cmpstr (after, ==, "council");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  mer_fixture_settle ();
  undone = setting (fixture, MER_SETTING_STAGE);
  g_assert_cmpstr (undone, ==, before);
}

/* Without a cycle: three steps, the first two of which can be done at once. */
static void
test_steps (Fixture      *fixture,
            gconstpointer data)
{
  GtkWidget *page = show_page (fixture, "overview");
  GtkStack  *stack =
    GTK_STACK (gtk_widget_get_template_child (page, MER_TYPE_OVERVIEW_PAGE, "stack"));

  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
  g_assert_cmpuint (count_part (page, "steps"), ==, 3);
}

static void
test_settings (Fixture      *fixture,
               gconstpointer data)
{
  GtkWidget       *dialog = NULL;
  GtkWidget       *entry = NULL;
  g_autofree char *refused = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  mer_cycle_settings_dialog_present (GTK_WINDOW (fixture->window), fixture->session);
  mer_fixture_settle ();
  dialog = find_window (MER_TYPE_CYCLE_SETTINGS_DIALOG);
  g_assert_nonnull (dialog);
  entry = mer_fixture_find (dialog, GTK_TYPE_ENTRY, "33");
  g_assert_nonnull (entry);
  /* nobody said it: the form says what the overview does, and leaves it at that */
  g_assert_nonnull (mer_fixture_find (dialog, GTK_TYPE_LABEL, mer_stage_to_words (1)));
  before = setting (fixture, MER_SETTING_STAGE);
  gtk_editable_set_text (GTK_EDITABLE (entry), "много");
  gtk_widget_activate_action (dialog, "form.confirm", NULL);
  mer_fixture_settle ();
  refused = setting (fixture, MER_SETTING_SHARE);
  g_assert_cmpstr (refused, ==, "33");
  gtk_editable_set_text (GTK_EDITABLE (entry), "50");
  gtk_widget_activate_action (dialog, "form.confirm", NULL);
  mer_fixture_settle ();
  changed = setting (fixture, MER_SETTING_SHARE);
  g_assert_cmpstr (changed, ==, "50");
  after = setting (fixture, MER_SETTING_STAGE);
  g_assert_cmpstr (after, ==, before);
  g_assert_null (find_window (MER_TYPE_CYCLE_SETTINGS_DIALOG));
}

static GtkWidget *
find_mnemonic (GtkWidget  *widget,
               const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *text = g_strjoinv ("", parts);
  GtkWidget       *found = mer_fixture_find (widget, GTK_TYPE_LABEL, text);

  return found != NULL ? found : mer_fixture_find (widget, GTK_TYPE_LABEL, label);
}

/* A title that was emptied is refused; what is in the form is stored with the closing, as one
 * action. */
static void
test_close_cycle (Fixture      *fixture,
                  gconstpointer data)
{
  MerDocument     *document = mer_session_get_document (fixture->session);
  GtkWidget       *dialog = NULL;
  GtkWidget       *entry = NULL;
  GtkWidget       *title = NULL;
  GtkWidget       *message = NULL;
  GtkWidget       *button = NULL;
  g_autofree char *closed = NULL;
  g_autofree char *share = NULL;
  g_autofree char *open = NULL;
  g_autofree char *before = NULL;

  mer_cycle_settings_dialog_present (GTK_WINDOW (fixture->window), fixture->session);
  mer_fixture_settle ();
  dialog = find_window (MER_TYPE_CYCLE_SETTINGS_DIALOG);
  entry = mer_fixture_find (dialog, GTK_TYPE_ENTRY, "33");
  title = mer_fixture_find (dialog, ADW_TYPE_ENTRY_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (title), " ");
  gtk_widget_activate_action (dialog, "form.confirm", NULL);
  mer_fixture_settle ();
  g_assert_true (find_window (MER_TYPE_CYCLE_SETTINGS_DIALOG) == dialog);
  gtk_editable_set_text (GTK_EDITABLE (title), "Закрытый");
  gtk_editable_set_text (GTK_EDITABLE (entry), "50");
  button = gtk_widget_get_ancestor (find_mnemonic (dialog, _("C_lose the cycle")),
                                                   GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  mer_fixture_settle ();
  message = find_window (ADW_TYPE_MESSAGE_DIALOG);
  if (message != NULL)
    {
      /* in the order of a click on its button */
      g_object_ref (message);
      gtk_window_destroy (GTK_WINDOW (message));
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (message), "close");
      g_object_unref (message);
    }
  mer_fixture_settle ();
  g_assert_null (find_window (MER_TYPE_CYCLE_SETTINGS_DIALOG));
  closed = setting (fixture, MER_SETTING_CLOSED);
  share = setting (fixture, MER_SETTING_SHARE);
  g_assert_cmpstr (closed, !=, "");
  g_assert_cmpstr (share, ==, "50");
  g_assert_false (mer_session_may_write (fixture->session));
  g_assert_true (mer_document_undo (document, NULL));
  open = setting (fixture, MER_SETTING_CLOSED);
  before = setting (fixture, MER_SETTING_SHARE);
  g_assert_cmpstr (open, ==, "");
  g_assert_cmpstr (before, ==, "33");
}

static guint
count_scheduled (Fixture *fixture)
{
  g_autoptr (MerSelection) selection =
    mer_cycle_selection_load (mer_session_get_document (fixture->session), 0, NULL);

  return selection->scheduled->len;
}

static void
test_schedule (Fixture      *fixture,
               gconstpointer data)
{
  guint      before = count_scheduled (fixture);
  GtkWidget *window = NULL;
  g_autoptr (MerSelection) selection =
    mer_cycle_selection_load (mer_session_get_document (fixture->session), 0, NULL);
  gint64 id = g_array_index (selection->rows, MerSelectionRow, 0).organization->id;

  mer_schedule_window_present (GTK_WINDOW (fixture->window), fixture->session);
  mer_fixture_settle ();
  window = find_window (MER_TYPE_SCHEDULE_WINDOW);
  g_assert_nonnull (window);
  gtk_widget_activate_action (window, "schedule.set", "(xub)", id, 1u, TRUE);
  mer_fixture_settle ();
  g_assert_cmpuint (count_scheduled (fixture), ==, before + 1);
  gtk_widget_activate_action (window, "schedule.undo", NULL);
  mer_fixture_settle ();
  g_assert_cmpuint (count_scheduled (fixture), ==, before);
  gtk_widget_activate_action (window, "schedule.propose", NULL);
  mer_fixture_settle ();
  g_assert_cmpuint (count_scheduled (fixture), ==, selection->total);
  gtk_window_destroy (GTK_WINDOW (window));
  mer_fixture_settle ();
}

static guint
count_chosen (Fixture *fixture)
{
  g_autoptr (MerSelection) selection =
    mer_cycle_selection_load (mer_session_get_document (fixture->session), 0, NULL);

  return selection->chosen;
}

/* Of 38 rows the first is taken out and chosen again; the filter follows. */
static void
test_choice (Fixture      *fixture,
             gconstpointer data)
{
  MerOrganizationsPage *page = MER_ORGANIZATIONS_PAGE (show_page (fixture, "organizations"));
  guint                 chosen = count_chosen (fixture);

  g_assert_true (gtk_widget_get_visible (page->rules_bar));
  mer_list_view_select (page->table, 0);
  gtk_widget_activate_action (GTK_WIDGET (page), "page.choose", "b", FALSE);
  mer_fixture_settle ();
  g_assert_cmpuint (count_chosen (fixture), ==, chosen - 1);
  gtk_drop_down_set_selected (page->choice, 2); /* not chosen */
  mer_fixture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (page->selection)), ==,
                    38 - (chosen - 1));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  mer_fixture_settle ();
  g_assert_cmpuint (count_chosen (fixture), ==, chosen);
}

#define TEST(path, data, func) \
  g_test_add ("/overview/" path, Fixture, data, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  mer_fixture_init (&argc, &argv);
  TEST ("overview", NULL, test_overview);
  TEST ("steps", "empty", test_steps);
  TEST ("settings", NULL, test_settings);
  TEST ("close-cycle", NULL, test_close_cycle);
  TEST ("schedule", NULL, test_schedule);
  TEST ("choice", NULL, test_choice);
  return g_test_run ();
}
