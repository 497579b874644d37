/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of plans: its tree, what is edited in place, an item that closes by evidence, filters,
 * and what stands beside it. */

#include "config.h"

#include <glib/gstdio.h>

#include "app/mer-plans.h"
#include "cycle/mer-cycle-settings.h"
#include "store/mer-registry-store.h"
#include "ui/dialogs/mer-record-form.h"
#include "ui/dialogs/mer-plan-reading-dialog.h"
#include "ui/mer-plan-keeper.h"
#include "ui/pages/mer-plan-exchange.h"
#include "ui/pages/mer-plan-inspector-private.h"
#include "ui/pages/mer-plan-preview.h"
#include "ui/pages/mer-plans-page.h"
#include "ui/pages/mer-plans-view-private.h"
#include "widget-fixture.h"

typedef struct
{
  MerApplication *application;
  MerWindow      *window;
  MerSession     *session;
  MerPlanKeeper  *keeper;
  MerPlansView   *view;
} Fixture;

static gboolean
is_current (gpointer data)
{
  return mer_session_is_current (data) && mer_plan_keeper_is_current (mer_plan_keeper_of (data));
}

static void
wait (Fixture *self)
{
  mer_fixture_wait (is_current, self->session);
  mer_fixture_settle ();
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autofree char *path = mer_fixture_demo_path ();
  GtkWidget       *page = NULL;

  self->application = mer_fixture_application_new ();
  self->window = mer_fixture_open (self->application, path);
  self->session = mer_window_get_session (self->window);
  self->keeper = mer_plan_keeper_of (self->session);
  wait (self);
  mer_window_show_page (self->window, "plans");
  mer_fixture_settle ();
  page = mer_fixture_find (GTK_WIDGET (self->window), MER_TYPE_PLANS_PAGE, NULL);
  self->view = MER_PLANS_VIEW (mer_tab_page_show_tab (MER_TAB_PAGE (page), "plans"));
  mer_fixture_settle ();
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  mer_fixture_close (self->window);
  g_object_unref (self->application);
}

static MerPlanBook *
book (Fixture *self)
{
  return mer_plan_keeper_get_book (self->keeper);
}

/* The row of the n-th line of the organization. */
static guint
find_line (Fixture    *self,
           const char *organization,
           guint       n)
{
  GListModel *rows = gtk_multi_selection_get_model (self->view->selection);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);
      MerPlanNode *node = mer_plan_node_of (row);

      if (node->kind == MER_PLAN_NODE_LINE && node->line->organization != NULL &&
          g_str_equal (node->line->organization->name, organization) && n-- == 0)
        return i;
    }
  g_assert_not_reached ();
}

static gint64
select_line (Fixture    *self,
             const char *organization,
             guint       n)
{
  g_autoptr (GArray) ids = NULL;

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->view->selection),
                                   find_line (self, organization, n), TRUE);
  mer_fixture_settle ();
  ids = mer_plans_view_items (self->view);
  g_assert_cmpuint (ids->len, ==, 1);
  return g_array_index (ids, gint64, 0);
}

/* The n-th one-line field of the inspector: deadline, person, post, per cent, day. */
static GtkWidget *
entry_at (GtkWidget *widget,
          guint     *n)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = NULL;

      if (GTK_IS_ENTRY (child))
        found = (*n)-- == 0 ? child : NULL;
      else
        found = entry_at (child, n);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
type (Fixture    *self,
      guint       n,
      const char *text)
{
  GtkWidget *entry = entry_at (GTK_WIDGET (self->view->inspector), &n);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  wait (self);
}

static void
activate (Fixture    *self,
          const char *action)
{
  g_action_group_activate_action (mer_data_view_get_actions (MER_DATA_VIEW (self->view)), action,
                                  NULL);
  wait (self);
}

static void
test_tree (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *counter = mer_plans_page_counter (self->session);
  guint            n = self->view->n_shown;

  g_assert_nonnull (mer_fixture_find (GTK_WIDGET (self->view), GTK_TYPE_LABEL, "Алёнушка"));
  g_assert_cmpuint (n, ==, book (self)->n_lines);
  g_assert_cmpstr (counter, ==, "8 !"); /* six items and two plans */
  mer_plans_view_filter (self->view, MER_STANDING_OVERDUE);
  mer_fixture_settle ();
  g_assert_cmpuint (self->view->n_shown, ==, 6);
  gtk_toggle_button_set_active (self->view->by_organization, FALSE);
  mer_fixture_settle ();
  g_assert_cmpuint (self->view->n_shown, ==, 6);
  mer_plans_view_filter (self->view, -1);
  mer_fixture_settle ();
  g_assert_cmpuint (self->view->n_shown, ==, n);
}

static void
test_edit (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = select_line (self, "ДС «Алёнушка»", 2); /* submitted, not approved */

  type (self, 0, "до 1 мая 2025 г.");
  g_assert_cmpstr (mer_plan_book_line (book (self), id)->item->deadline, ==, "до 1 мая 2025 г.");
  g_assert_true (mer_document_undo (mer_session_get_document (self->session), &error));
  wait (self);
  g_assert_cmpstr (mer_plan_book_line (book (self), id)->item->deadline, !=, "до 1 мая 2025 г.");
  /* what was approved gets a new version */
  id = select_line (self, "ДС «Радуга»", 4);
  type (self, 0, "до 1 мая 2025 г.");
  g_assert_null (mer_plan_book_line (book (self), id));
  g_assert_cmpuint (self->view->n_shown, ==, book (self)->n_lines);
}

/* Space asks for evidence, and closes nothing by itself. */
static void
test_done (Fixture      *self,
           gconstpointer data)
{
  gint64 id = select_line (self, "ДС «Алёнушка»", 2);
  guint  more = find_line (self, "ДС «Алёнушка»", 3);

  activate (self, "done");
  g_assert_cmpint (mer_plan_book_line (book (self), id)->item->state, ==, MER_PLAN_ITEM_PLANNED);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->view->selection), more, FALSE);
  mer_fixture_settle ();
  activate (self, "done");
  type (self, 3, "Акт № 12"); /* of several: deadline, person, post, evidence */
  g_assert_cmpint (mer_plan_book_line (book (self), id)->standing, ==, MER_STANDING_DONE);
  g_assert_cmpstr (mer_plan_book_line (book (self), id)->item->evidence, ==, "Акт № 12");
  g_assert_cmpuint (book (self)->execution.n[MER_STANDING_DONE], ==, 7); /* five and these two */
  select_line (self, "ДС «Алёнушка»", 2);
  activate (self, "reopen");
  g_assert_cmpint (mer_plan_book_line (book (self), id)->standing, ==, MER_STANDING_WORK);
}

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

static gboolean
has_effect (gpointer data)
{
  GtkWidget *inspector = GTK_WIDGET (((Fixture *) data)->view->inspector);

  return mer_fixture_find (inspector, GTK_TYPE_LABEL, "2024") != NULL &&
         (mer_fixture_find (inspector, GTK_TYPE_LABEL, "92.52") != NULL || /* К1 in 2021 */
          mer_fixture_find (inspector, GTK_TYPE_LABEL, "92,52") != NULL);
}

/* Of an earlier cycle the next one tells whether the measure helped. */
static void
test_effect (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GPtrArray) cycles = mer_store_cycles (mer_session_get_document (self->session), NULL);

  for (guint i = 0; i < cycles->len; i++)
    if (((MerCycle *) cycles->pdata[i])->year == 2021)
      mer_session_set_cycle_id (self->session, ((MerCycle *) cycles->pdata[i])->id);
  wait (self);
  select_line (self, "ДС «Радуга»", 0);
  mer_fixture_wait (has_effect, self);
}

/* A window beside the main one; NULL: there is none. */
static GtkWindow *
seek_window (Fixture *self,
             GType    type)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (all, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && window != GTK_WINDOW (self->window))
        return window; /* the toolkit keeps it */
    }
  return NULL;
}

static GtkWindow *
find_window (Fixture *self,
             GType    type)
{
  GtkWindow *window = seek_window (self, type);

  g_assert_nonnull (window);
  return window;
}

/* Several organizations: one step of all that may take it, asked for its day once. */
static void
test_many_plans (Fixture      *self,
                 gconstpointer data)
{
  static const char *const names[] = { "ДС «Алёнушка»", "ДЮСШ «Старт»", "Липовская СОШ" };
  GtkSelectionModel       *selection = GTK_SELECTION_MODEL (self->view->selection);
  GListModel              *rows = gtk_multi_selection_get_model (self->view->selection);
  GtkWindow               *day = NULL;
  guint                    n = 0;

  gtk_selection_model_unselect_all (selection);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);
      MerPlanNode *node = mer_plan_node_of (row);

      for (guint k = 0; k < G_N_ELEMENTS (names) && node->kind == MER_PLAN_NODE_SHEET; k++)
        if (node->sheet->organization != NULL &&
            g_str_equal (node->sheet->organization->name, names[k]))
          gtk_selection_model_select_item (selection, i, FALSE);
    }
  mer_fixture_settle ();
  g_action_group_activate_action (mer_data_view_get_actions (MER_DATA_VIEW (self->view)), "step",
                                  g_variant_new_string ("approved"));
  mer_fixture_settle ();
  day = find_window (self, ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (day), "confirm");
  wait (self);
  for (guint i = 0; i < book (self)->sheets->len; i++)
    {
      const MerPlanSheet *sheet = &g_array_index (book (self)->sheets, MerPlanSheet, i);

      n += sheet->plan != NULL && sheet->plan->state == MER_PLAN_APPROVED &&
           g_strcmp0 (sheet->plan->approved, "2024-12-03") == 0;
    }
  g_assert_cmpuint (n, ==, 2); /* the draft cannot be approved yet */
}

static gboolean
is_read (gpointer data)
{
  GtkWindow *window = seek_window (data, ADW_TYPE_WINDOW);

  return window != NULL && gtk_widget_get_mapped (GTK_WIDGET (window)) &&
         gtk_window_get_default_widget (window) != NULL;
}

static char *
write_form (const char *name,
            gint64      id,
            const char *taken)
{
  char            *path = g_build_filename (g_get_tmp_dir (), name, NULL);
  g_autofree char *text = g_strdup_printf ("2. Measure;5a. Measures that were taken;"
                                           "Code of the row (do not change)\n;%s;M%d\n",
                                           taken, (int) id);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

/* Several at once are one list in which each row names its file, and one change. */
static void
test_reading_many (Fixture      *self,
                   gconstpointer data)
{
  gint64           a = select_line (self, "ДС «Алёнушка»", 2);
  gint64           b = select_line (self, "ДС «Радуга»", 2);
  g_autofree char *one = write_form ("merilo-form-a.csv", a, "Started");
  g_autofree char *two = write_form ("merilo-form-b.csv", b, "Begun");
  const char      *paths[] = { one, two, NULL };
  GtkWindow       *window = NULL;
  GtkWidget       *row = NULL;

  mer_plan_exchange_read_forms (GTK_WIDGET (self->view), self->session, book (self), 0, paths);
  mer_fixture_wait (is_read, self);
  window = find_window (self, ADW_TYPE_WINDOW);
  row = mer_fixture_find (GTK_WIDGET (window), GTK_TYPE_CHECK_BUTTON, NULL);
  row = gtk_widget_get_first_child (gtk_check_button_get_child (GTK_CHECK_BUTTON (row)));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (row)), "merilo-form-"));
  g_signal_emit_by_name (gtk_window_get_default_widget (window), "clicked");
  wait (self);
  g_assert_cmpstr (mer_plan_book_line (book (self), a)->item->taken, ==, "Started");
  g_assert_cmpstr (mer_plan_book_line (book (self), b)->item->taken, ==, "Begun");
  g_unlink (one);
  g_unlink (two);
}

static void
gone_cb (gpointer data,
         GObject *object)
{
  *(gboolean *) data = TRUE;
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

/* Closing the window stops the reading; nothing is shown or stored afterwards. */
static void
test_reading_stopped (Fixture      *self,
                      gconstpointer data)
{
  gint64           id = select_line (self, "ДС «Алёнушка»", 2);
  g_autofree char *path = write_form ("merilo-form-c.csv", id, "Started");
  const char      *paths[] = { path, NULL };
  gboolean         gone = FALSE;
  GtkWindow       *window = mer_plan_reading_dialog_read (
          GTK_WINDOW (self->window), self->session, book (self), 0, paths);

  g_object_weak_ref (G_OBJECT (window), gone_cb, &gone);
  gtk_window_destroy (window);
  mer_fixture_wait (is_set, &gone);
  mer_fixture_settle ();
  g_assert_null (seek_window (self, ADW_TYPE_WINDOW));
  g_assert_null (mer_plan_book_line (book (self), id)->item->taken);
  g_unlink (path);
}

/* A returned form shows what it would do, and stores what is ticked. */
static void
test_reading (Fixture      *self,
              gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "merilo-form-test.csv", NULL);
  gint64           id = select_line (self, "ДС «Алёнушка»", 2);
  g_autofree char *text = NULL;
  guint            n_lines = book (self)->n_lines;
  GtkWindow       *window = NULL;
  const char      *paths[] = { NULL, NULL };

  text = g_strdup_printf ("2. Measure;5a. Measures that were taken;"
                          "Code of the row (do not change)\n"
                          ";Started;M%d\nAnother one;;M%d\n",
                          (int) id, (int) id);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  paths[0] = path;
  mer_plan_exchange_read_forms (GTK_WIDGET (self->view), self->session, book (self),
                                mer_plans_view_sheet (self->view)->organization->id, paths);
  mer_fixture_wait (is_read, self);
  window = find_window (self, ADW_TYPE_WINDOW);
  g_assert_nonnull (mer_fixture_find (GTK_WIDGET (window), GTK_TYPE_CHECK_BUTTON, NULL));
  g_assert_null (mer_plan_book_line (book (self), id)->item->taken); /* nothing is stored yet */
  g_signal_emit_by_name (gtk_window_get_default_widget (window), "clicked");
  wait (self);
  g_assert_cmpstr (mer_plan_book_line (book (self), id)->item->taken, ==, "Started");
  g_assert_cmpuint (book (self)->n_lines, ==, n_lines); /* the doubtful row was not ticked */
  g_unlink (path);
}

static void
test_tabs (Fixture      *self,
           gconstpointer data)
{
  static const char *const ids[] = { "control", "recommendations", "decisions", "heads",
                                     "measures" };
  GtkWidget               *window = GTK_WIDGET (self->window);
  GtkWidget               *page = mer_fixture_find (window, MER_TYPE_PLANS_PAGE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      MerDataView *view = mer_tab_page_show_tab (MER_TAB_PAGE (page), ids[i]);

      mer_fixture_settle ();
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (view)));
    }
  g_assert_nonnull (mer_fixture_find (page, GTK_TYPE_LABEL, "Установить пандус"));
}

static void
test_preview (Fixture      *self,
              gconstpointer data)
{
  const MerPlanSheet *sheet = NULL;
  MerPlanPreview     *preview = NULL;

  select_line (self, "ДС «Радуга»", 0);
  sheet = mer_plans_view_sheet (self->view);
  preview = mer_plan_preview_present (GTK_WINDOW (self->window), self->session, "plan",
                                      sheet->organization->id);
  mer_fixture_settle ();
  g_assert_cmpuint (mer_plan_preview_get_n_pages (preview), >, 0);
  gtk_window_destroy (GTK_WINDOW (preview));
}

/* The day on which the register has the plan of the organization in that place; nullable. */
static char *
published_at (Fixture            *self,
              gint64              organization,
              MerPublicationPlace place)
{
  g_autoptr (GPtrArray) all =
    mer_store_records (mer_session_get_document (self->session), &mer_record_publication, 0, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const MerPublication *one = all->pdata[i];

      if (one->what == MER_PUBLICATION_PLAN && one->organization == organization &&
          one->place == (int) place)
        return g_strdup (one->done_on);
    }
  return NULL;
}

/* One address is of one place; where it tells nothing the place is chosen. */
static void
test_publication (Fixture      *self,
                  gconstpointer data)
{
  MerDocument *document = mer_session_get_document (self->session);
  g_autoptr (MerPublication) awaited = mer_record_new (&mer_record_publication,
                                                       book (self)->facts.cycle->id);
  gint64 organization = 0;

  select_line (self, "ДС «Радуга»", 0);
  organization = mer_plans_view_sheet (self->view)->organization->id;
  awaited->what = MER_PUBLICATION_PLAN;
  awaited->place = MER_PLACE_PRESS;
  awaited->organization = organization;
  g_assert_true (mer_document_begin (document, "test", NULL));
  g_assert_true (mer_store_save_record (document, awaited, NULL));
  g_assert_true (mer_document_commit (document, NULL));
  wait (self);
  for (guint i = 0; i < 2; i++)
    {
      MerRecordForm   *form = NULL;
      GtkWidget       *place = NULL;
      g_autofree char *own = NULL;
      g_autofree char *press = NULL;

      mer_plans_view_edit_plan (self->view);
      form = MER_RECORD_FORM (find_window (self, MER_TYPE_RECORD_FORM));
      place = mer_fixture_find (GTK_WIDGET (form), ADW_TYPE_COMBO_ROW, NULL);
      gtk_editable_set_text (GTK_EDITABLE (mer_record_form_get_row (form, "published")),
                             i == 0 ? "02.12.2024" : "03.12.2024");
      gtk_editable_set_text (GTK_EDITABLE (mer_record_form_get_row (form, "link")),
                             i == 0 ? "https://raduga.example/plan" : "https://vesti.example/7");
      if (i == 1)
        adw_combo_row_set_selected (ADW_COMBO_ROW (place), 1 + MER_PLACE_PRESS);
      gtk_widget_activate_action (GTK_WIDGET (form), "form.confirm", NULL);
      wait (self);
      own = published_at (self, organization, MER_PLACE_ORGANIZATION);
      press = published_at (self, organization, MER_PLACE_PRESS);
      g_assert_cmpstr (own, ==, "2024-12-02");
      g_assert_cmpstr (press, ==, i == 0 ? NULL : "2024-12-03");
      g_assert_cmpstr (mer_plans_view_sheet (self->view)->plan->published, ==, "2024-12-02");
    }
}

static void
add (const char *name,
     void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/plans/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("MERILO_TODAY", "2024-12-03", TRUE);
  mer_fixture_init (&argc, &argv);
  add ("tree", test_tree);
  add ("edit", test_edit);
  add ("done", test_done);
  add ("typing-on", test_typing_on);
  add ("both-kept", test_both_kept);
  add ("version", test_version);
  add ("refused", test_refused);
  add ("selected-away", test_selected_away);
  add ("not-done", test_not_done);
  add ("in-thread", test_in_thread);
  add ("closed", test_closed);
  add ("many-plans", test_many_plans);
  add ("reading", test_reading);
  add ("reading-many", test_reading_many);
  add ("reading-stopped", test_reading_stopped);
  add ("effect", test_effect);
  add ("tabs", test_tabs);
  add ("preview", test_preview);
  add ("publication", test_publication);
  return g_test_run ();
}
