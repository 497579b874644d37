/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed into the fields of plans while these are read anew, refused, or not to be
 * changed. */

#include "config.h"

#include "cycle/mer-cycle-settings.h"
#include "plans-page-fixture.h"

/* --- typing while the plans are read anew ----------------------------------------------------- */

/* The n-th one-line field of the inspector. */
static GtkWidget *
entry_of (Fixture *self,
          guint    n)
{
  GtkWidget *entry = entry_at (GTK_WIDGET (self->view->inspector), &n);

  g_assert_nonnull (entry);
  return entry;
}

/* Enters a text and does not wait for what comes of it. */
static void
enter (GtkWidget  *entry,
       const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static const MerPlanItem *
item_of (Fixture *self,
         gint64   id)
{
  const MerPlanLine *line = mer_plan_book_line (book (self), id);

  g_assert_nonnull (line);
  return line->item;
}

/* The next field is being typed in when the book with the change comes. */
static void
test_typing_on (Fixture      *self,
                gconstpointer data)
{
  gint64     id = select_line (self, "ДС «Алёнушка»", 2);
  GtkWidget *deadline = entry_of (self, 0);
  GtkWidget *person = entry_of (self, 1);

  enter (deadline, "до 1 мая 2025 г.");
  gtk_widget_grab_focus (person);
  gtk_editable_set_text (GTK_EDITABLE (person), "Пет");
  gtk_editable_set_position (GTK_EDITABLE (person), -1);
  wait (self);
  g_assert_cmpstr (item_of (self, id)->deadline, ==, "до 1 мая 2025 г.");
  g_assert_true (entry_of (self, 1) == person);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (person)), ==, "Пет");
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (person), NULL, NULL));
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (person)), ==, 3);
  enter (person, "Петров");
  wait (self);
  g_assert_cmpstr (item_of (self, id)->person, ==, "Петров");
  /* what another change has made of it is shown in place */
  g_assert_true (mer_document_undo (mer_session_get_document (self->session), NULL));
  wait (self);
  g_assert_true (entry_of (self, 1) == person);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (person)), !=, "Петров");
}

/* The second field is stored before a book tells of the first. */
static void
test_both_kept (Fixture      *self,
                gconstpointer data)
{
  gint64 id = select_line (self, "ДС «Алёнушка»", 2);

  enter (entry_of (self, 0), "до 1 мая 2025 г.");
  enter (entry_of (self, 1), "Петров");
  wait (self);
  g_assert_cmpstr (item_of (self, id)->deadline, ==, "до 1 мая 2025 г.");
  g_assert_cmpstr (item_of (self, id)->person, ==, "Петров");
}

/* An approved plan gets one new version of both, and its item stays selected. */
static void
test_version (Fixture      *self,
              gconstpointer data)
{
  gint64             id = select_line (self, "ДС «Радуга»", 4);
  gint64             version = mer_plans_view_sheet (self->view)->plan->version;
  GtkWidget         *person = entry_of (self, 1);
  const MerPlanItem *item = NULL;
  g_autoptr (GArray) ids = NULL;

  enter (entry_of (self, 0), "до 1 мая 2025 г.");
  enter (person, "Петров");
  wait (self);
  g_assert_null (mer_plan_book_line (book (self), id));
  ids = mer_plans_view_items (self->view);
  g_assert_cmpuint (ids->len, ==, 1);
  item = item_of (self, g_array_index (ids, gint64, 0));
  g_assert_cmpstr (item->deadline, ==, "до 1 мая 2025 г.");
  g_assert_cmpstr (item->person, ==, "Петров");
  g_assert_cmpint (mer_plans_view_sheet (self->view)->plan->version, ==, version + 1);
  g_assert_true (entry_of (self, 1) == person);
}

static void
told_cb (MerSession *session,
         const char *text,
         gboolean    undoable,
         GString    *told)
{
  g_string_append (told, text);
}

/* What cannot be stored is told when it goes out of sight, and keeps the window open once. */
static void
test_refused (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GString) told = g_string_new (NULL);
  gint64   id = select_line (self, "ДС «Алёнушка»", 2);
  gint64   revision = mer_document_get_revision (mer_session_get_document (self->session));
  gboolean stays = FALSE;

  g_signal_connect (self->session, "performed", G_CALLBACK (told_cb), told);
  enter (entry_of (self, 4), "31.02.2025");
  g_assert_nonnull (mer_fixture_find (GTK_WIDGET (self->view), GTK_TYPE_LABEL, "31.02.2025"));
  g_signal_emit_by_name (self->window, "close-request", &stays);
  g_assert_true (stays);
  g_assert_nonnull (strstr (told->str, "31.02.2025"));
  g_string_truncate (told, 0);
  g_signal_emit_by_name (self->window, "close-request", &stays);
  g_assert_false (stays);
  g_assert_cmpstr (told->str, ==, "");
  mer_window_show_page (self->window, "overview");
  mer_fixture_settle ();
  g_assert_nonnull (strstr (told->str, "31.02.2025"));
  mer_window_show_page (self->window, "plans");
  mer_fixture_settle ();
  g_string_truncate (told, 0);
  select_line (self, "ДС «Алёнушка»", 3);
  g_assert_nonnull (strstr (told->str, "31.02.2025"));
  g_assert_null (item_of (self, id)->done_on);
  g_assert_cmpint (mer_document_get_revision (mer_session_get_document (self->session)), ==,
                   revision);
  g_signal_handlers_disconnect_by_data (self->session, told);
}

/* What was typed and not left is stored when another row is selected. */
static void
test_selected_away (Fixture      *self,
                    gconstpointer data)
{
  gint64 id = select_line (self, "ДС «Алёнушка»", 2);

  gtk_editable_set_text (GTK_EDITABLE (entry_of (self, 1)), "Петров");
  select_line (self, "ДС «Алёнушка»", 3);
  wait (self);
  g_assert_cmpstr (item_of (self, id)->person, ==, "Петров");
}

static GtkWidget *
evidence_of (Fixture *self)
{
  for (guint i = 0; i < self->view->inspector->fields->len; i++)
    {
      MerPlanField *field = self->view->inspector->fields->pdata[i];

      if (g_str_equal (field->field->key, "evidence"))
        return field->widget;
    }
  g_assert_not_reached ();
}

/* Whoever goes on without evidence does not close the item by naming some later. */
static void
test_not_done (Fixture      *self,
               gconstpointer data)
{
  gint64       id = select_line (self, "ДС «Алёнушка»", 2);
  GtkTextView *evidence = GTK_TEXT_VIEW (evidence_of (self));

  activate (self, "done");
  g_assert_true (self->view->inspector->done_pending);
  gtk_widget_grab_focus (entry_of (self, 1));
  mer_fixture_settle ();
  g_assert_false (self->view->inspector->done_pending);
  gtk_widget_grab_focus (GTK_WIDGET (evidence));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (evidence), "Акт № 12", -1);
  gtk_widget_grab_focus (entry_of (self, 1));
  wait (self);
  g_assert_cmpstr (item_of (self, id)->evidence, ==, "Акт № 12");
  g_assert_cmpint (item_of (self, id)->state, ==, MER_PLAN_ITEM_PLANNED);
}

static gboolean
is_enabled (Fixture    *self,
            const char *action)
{
  return g_action_group_get_action_enabled (
    mer_data_view_get_actions (MER_DATA_VIEW (self->view)), action);
}

static gboolean
has_ended (gpointer data)
{
  const Fixture *self = data;

  return !self->view->working && is_current (self->session);
}

static guint
count_findings (Fixture *self)
{
  return book (self)->facts.findings->len;
}

/* A thread finds and makes; each is one action that is taken back as any other. */
static void
test_in_thread (Fixture      *self,
                gconstpointer data)
{
  MerDocument *document = mer_session_get_document (self->session);
  guint        before = count_findings (self);
  guint        n_lines = book (self)->n_lines;

  activate (self, "find-results");
  mer_fixture_wait (has_ended, self);
  g_assert_cmpuint (count_findings (self), >, before);
  g_assert_true (mer_document_undo (document, NULL));
  wait (self);
  g_assert_cmpuint (count_findings (self), ==, before);
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->view->selection));
  g_action_group_activate_action (mer_data_view_get_actions (MER_DATA_VIEW (self->view)), "make",
                                  NULL);
  g_assert_true (self->view->working);
  g_assert_false (is_enabled (self, "make"));
  mer_fixture_wait (has_ended, self);
  mer_fixture_settle ();
  g_assert_cmpuint (book (self)->n_lines, >, n_lines);
  g_assert_true (is_enabled (self, "make"));
  g_assert_true (mer_document_undo (document, NULL));
  wait (self);
  g_assert_cmpuint (book (self)->n_lines, ==, n_lines);
}

static gboolean
close_cycle (MerDocument *document,
             gpointer     cycle_id,
             GError     **error)
{
  return mer_store_set_cycle_setting (document, *(const gint64 *) cycle_id, MER_SETTING_CLOSED,
                                      "2024-12-03", error);
}

/* A closed cycle is read only, though its document is not. */
static void
test_closed (Fixture      *self,
             gconstpointer data)
{
  gint64 cycle = book (self)->facts.cycle->id;

  select_line (self, "ДС «Алёнушка»", 2);
  g_assert_true (mer_session_may_write (self->session));
  g_assert_true (is_enabled (self, "done"));
  g_assert_true (gtk_widget_is_sensitive (entry_of (self, 0)));
  g_assert_true (mer_session_perform (self->session, "close", NULL, close_cycle, &cycle));
  wait (self);
  g_assert_false (mer_session_may_write (self->session));
  g_assert_false (is_enabled (self, "done"));
  g_assert_false (is_enabled (self, "find-results"));
  g_assert_true (is_enabled (self, "form"));
  g_assert_false (gtk_widget_is_sensitive (entry_of (self, 0)));
}

/* Items that move to another quarter stay selected, and the keyboard does not go to «Undo». */
static void
test_moved (Fixture      *self,
            gconstpointer data)
{
  GtkWidget *focus = NULL;
  g_autoptr (GArray) after = NULL;
  gint64 item = 0;

  gtk_toggle_button_set_active (self->view->by_organization, FALSE);
  wait (self);
  item = select_line (self, "ДС «Алёнушка»", 2);
  gtk_widget_grab_focus (entry_of (self, 0));
  type (self, 0, "IV квартал 2031 г.");
  after = mer_plans_view_items (self->view);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmpint (g_array_index (after, gint64, 0), ==, item);
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)));
}

/* What was typed in is gone with its item: the keyboard goes to the table. */
static void
test_gone (Fixture      *self,
           gconstpointer data)
{
  GtkWidget *focus = NULL;

  select_line (self, "ДС «Алёнушка»", 2);
  g_assert_true (gtk_widget_grab_focus (entry_of (self, 0)));
  activate (self, "delete");
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view->table)));
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("MERILO_TODAY", "2024-12-03", TRUE);
  mer_fixture_init (&argc, &argv);
  add ("typing-on", test_typing_on);
  add ("both-kept", test_both_kept);
  add ("version", test_version);
  add ("refused", test_refused);
  add ("selected-away", test_selected_away);
  add ("not-done", test_not_done);
  add ("in-thread", test_in_thread);
  add ("closed", test_closed);
  add ("moved", test_moved);
  add ("gone", test_gone);
  return g_test_run ();
}
