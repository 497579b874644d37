/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the store would refuse of a closed cycle is not offered: the demo's cycle is closed, and
 * opened again by undoing that. What is only read or printed stays possible. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-cycle-stage.h"
#include "record-fixture.h"
#include "ui/dialogs/mer-approval-dialog.h"
#include "ui/dialogs/mer-preliminary-dialog.h"
#include "ui/pages/mer-data-page.h"
#include "ui/pages/mer-data-paper-private.h"
#include "ui/pages/mer-record-view.h"
#include "ui/pages/mer-tab-page.h"

static void
set_up_demo (Fixture      *self,
             gconstpointer data)
{
  set_up (self, "demo");
}

static void
settle (Fixture *self)
{
  mer_fixture_settle ();
  mer_fixture_wait (is_current, self->session);
  mer_fixture_settle ();
}

static gboolean
archive (MerDocument *document,
         gpointer     user_data,
         GError     **error)
{
  return mer_cycle_archive (document, *(const gint64 *) user_data, TRUE, error);
}

static gboolean
open_again (MerDocument *document,
            gpointer     user_data,
            GError     **error)
{
  return mer_cycle_open_again (document, *(const gint64 *) user_data, error);
}

static void
close_cycle (Fixture *self)
{
  gint64 cycle_id = cycle_of (self);

  g_assert_true (mer_session_perform (self->session, "close", NULL, archive, &cycle_id));
  settle (self);
}

static void
undo (Fixture *self)
{
  g_assert_true (mer_document_undo (document_of (self), NULL));
  settle (self);
}

static const char *
closed_words (void)
{
  return _("The cycle is closed. Open it again to change its records.");
}

static MerDataView *
show_view (Fixture    *self,
           const char *name)
{
  MerDataView *view = NULL;

  mer_window_show_page (self->window, "data");
  mer_fixture_settle ();
  view = mer_data_page_show_view (MER_DATA_PAGE (mer_window_get_page (self->window)), name);
  settle (self);
  return view;
}

static gboolean
is_enabled (GActionGroup *group,
            const char   *name)
{
  g_assert_true (g_action_group_has_action (group, name));
  return g_action_group_get_action_enabled (group, name);
}

/* --- the session ----------------------------------------------------------------------------- */

static void
test_session (Fixture      *self,
              gconstpointer data)
{
  gint64 cycle_id = cycle_of (self);
  g_autoptr (GPtrArray) cycles = mer_store_cycles (document_of (self), NULL);

  g_assert_null (mer_session_why_read_only (self->session));
  close_cycle (self);
  g_assert_cmpstr (mer_session_why_read_only (self->session), ==, closed_words ());
  g_assert_false (mer_session_may_write (self->session));
  undo (self);
  g_assert_null (mer_session_why_read_only (self->session));
  g_assert_true (mer_document_redo (document_of (self), NULL));
  g_assert_false (mer_session_may_write (self->session));
  /* another cycle is not closed by it */
  mer_session_set_cycle_id (self->session, ((MerCycle *) cycles->pdata[0])->id);
  g_assert_true (mer_session_may_write (self->session));
  mer_session_set_cycle_id (self->session, cycle_id);
  g_assert_false (mer_session_may_write (self->session));
  g_assert_true (mer_session_perform (self->session, "open", NULL, open_again, &cycle_id));
  g_assert_true (mer_session_may_write (self->session));
  settle (self);
}

/* --- views of data --------------------------------------------------------------------------- */

static void
test_paper (Fixture      *self,
            gconstpointer data)
{
  static const char *const changes[] = { "add", "edit", "delete", "close" };
  MerDataPaper            *view = MER_DATA_PAPER (show_view (self, "paper"));
  GActionGroup            *group = mer_data_view_get_actions (MER_DATA_VIEW (view));

  g_assert_true (mer_data_paper_is_editable (view));
  g_assert_null (gtk_widget_get_tooltip_text (view->tools));
  close_cycle (self);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_assert_false (is_enabled (group, changes[i]));
  g_assert_false (mer_data_paper_is_editable (view));
  g_assert_nonnull (
    mer_fixture_find (GTK_WIDGET (view->sheet), GTK_TYPE_LABEL, closed_words ()));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (view->tools), ==, closed_words ());
  undo (self);
  g_assert_true (is_enabled (group, "add"));
  g_assert_true (mer_data_paper_is_editable (view));
  g_assert_null (gtk_widget_get_tooltip_text (view->tools));
}

/* What was begun in the cycle that was looked at is kept, though the next one is closed. */
static void
test_paper_left (Fixture      *self,
                 gconstpointer data)
{
  MerDataPaper *view = MER_DATA_PAPER (show_view (self, "paper"));
  gint64        here = cycle_of (self);
  g_autoptr (GPtrArray) cycles = mer_store_cycles (document_of (self), NULL);
  gint64 first = ((MerCycle *) cycles->pdata[0])->id;
  guint  before = view->rows->len;

  g_assert_cmpint (first, !=, here);
  g_assert_true (mer_session_perform (self->session, "close", NULL, archive, &first));
  settle (self);
  mer_paper_form_answer (mer_paper_sheet_get_form (view->sheet), 0, MER_ANSWER_FIRST_OPTION);
  mer_session_set_cycle_id (self->session, first);
  settle (self);
  g_assert_false (mer_data_paper_is_editable (view));
  mer_session_set_cycle_id (self->session, here);
  settle (self);
  g_assert_cmpuint (view->rows->len, ==, before + 1);
}

static void
test_files (Fixture      *self,
            gconstpointer data)
{
  MerDataView  *view = show_view (self, "files");
  GActionGroup *group = mer_data_view_get_actions (view);

  g_assert_true (is_enabled (group, "delete"));
  close_cycle (self);
  g_assert_true (is_enabled (group, "problems"));
  g_assert_false (is_enabled (group, "delete"));
  undo (self);
  g_assert_true (is_enabled (group, "delete"));
}

/* --- documents ------------------------------------------------------------------------------- */

/* Neither a number nor a day is asked for that could not be kept; what was issued can be opened. */
static void
test_issued (Fixture      *self,
             gconstpointer data)
{
  MerTabPage     *page = NULL;
  MerRecordTable *table = NULL;
  GActionGroup   *group = NULL;

  mer_window_show_page (self->window, "publications");
  settle (self);
  page = MER_TAB_PAGE (mer_window_get_page (self->window));
  table = mer_record_view_get_table (MER_RECORD_VIEW (mer_tab_page_show_tab (page, "issued")));
  settle (self);
  group = mer_record_table_get_actions (table);
  g_assert_true (is_enabled (group, "issue"));
  close_cycle (self);
  g_assert_false (is_enabled (group, "issue"));
  undo (self);
  g_assert_true (is_enabled (group, "issue"));
}

/* The terms of reference: printed as before, but not issued. */
static void
test_terms (Fixture      *self,
            gconstpointer data)
{
  GActionGroup *group = mer_data_view_get_actions (show_view (self, "operator"));

  g_assert_true (is_enabled (group, "issue-terms"));
  close_cycle (self);
  g_assert_false (is_enabled (group, "issue-terms"));
  g_assert_true (is_enabled (group, "print-terms"));
  g_assert_true (is_enabled (group, "save-terms"));
  undo (self);
  g_assert_true (is_enabled (group, "issue-terms"));
}

/* --- the window ------------------------------------------------------------------------------ */

static gboolean
is_shown (GtkWidget  *dialog,
          const char *text)
{
  GtkWidget *label = mer_fixture_find (dialog, GTK_TYPE_LABEL, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static void
test_objection (Fixture      *self,
                gconstpointer data)
{
  MerPage *page = NULL;

  mer_window_show_page (self->window, "rating");
  settle (self);
  page = mer_window_get_page (self->window);
  gtk_widget_grab_focus (GTK_WIDGET (page));
  mer_fixture_settle ();
  g_assert_true (is_enabled (mer_page_get_actions (page), "object"));
  close_cycle (self);
  g_assert_false (is_enabled (mer_page_get_actions (page), "object"));
  undo (self);
  g_assert_true (is_enabled (mer_page_get_actions (page), "object"));
}

static void
test_preliminary (Fixture      *self,
                  gconstpointer data)
{
  const char *withdraw = strchr (_("_Withdraw"), '_') + 1;
  GtkWidget  *dialog = NULL;

  dialog = GTK_WIDGET (
    mer_preliminary_dialog_present (GTK_WINDOW (self->window), self->session));
  settle (self);
  g_assert_true (is_shown (dialog, withdraw));
  g_assert_false (is_shown (dialog, closed_words ()));
  close_cycle (self);
  g_assert_false (is_shown (dialog, withdraw));
  g_assert_true (is_shown (dialog, closed_words ()));
  undo (self);
  g_assert_true (is_shown (dialog, withdraw));
  gtk_window_destroy (GTK_WINDOW (dialog));
  settle (self);
}

/* Who takes part is of the cycle; the register of organizations is not. */
static void
test_organizations (Fixture      *self,
                    gconstpointer data)
{
  static const char *const changes[] = { "choose", "set-pilot", "succeed", "propose" };
  GActionGroup            *group = NULL;

  mer_window_show_page (self->window, "organizations");
  settle (self);
  group = mer_page_get_actions (mer_window_get_page (self->window));
  g_assert_true (is_enabled (group, "choose"));
  close_cycle (self);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_assert_false (is_enabled (group, changes[i]));
  g_assert_true (is_enabled (group, "edit"));
  undo (self);
  g_assert_true (is_enabled (group, "choose"));
}

/* Neither an approval nor its withdrawal can be stored. */
static void
test_approval (Fixture      *self,
               gconstpointer data)
{
  close_cycle (self);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.approve", NULL);
  g_assert_null (find_toplevel (MER_TYPE_APPROVAL_DIALOG));
  undo (self);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.approve", NULL);
  g_assert_nonnull (find_toplevel (MER_TYPE_APPROVAL_DIALOG));
  gtk_window_destroy (GTK_WINDOW (find_toplevel (MER_TYPE_APPROVAL_DIALOG)));
  settle (self);
}

static void
performed_cb (MerSession *session,
              const char *text,
              gboolean    undoable,
              char      **told)
{
  g_free (*told);
  *told = g_strdup (text);
}

static void
test_import (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *told = NULL;
  g_autofree char *path = write_table (self, "survey.csv", SURVEY_HEADER ROW_1 ("Школа № 1"));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GSList files = { file, NULL };

  close_cycle (self);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.import", NULL);
  g_assert_null (mer_fixture_find (GTK_WIDGET (self->window), MER_TYPE_IMPORT_VIEW, NULL));
  g_signal_connect (self->session, "performed", G_CALLBACK (performed_cb), &told);
  g_assert_true (mer_window_drop_files (self->window, &files));
  g_signal_handlers_disconnect_by_data (self->session, &told);
  g_assert_cmpstr (told, ==, closed_words ());
  g_assert_null (mer_fixture_find (GTK_WIDGET (self->window), MER_TYPE_IMPORT_VIEW, NULL));
  undo (self);
  open_flow (self);
}

int
main (int    argc,
      char **argv)
{
  mer_fixture_init (&argc, &argv);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up_demo, test, tear_down)
  ADD ("/closed-cycle/session", test_session);
  ADD ("/closed-cycle/paper", test_paper);
  ADD ("/closed-cycle/paper-left", test_paper_left);
  ADD ("/closed-cycle/files", test_files);
  ADD ("/closed-cycle/issued", test_issued);
  ADD ("/closed-cycle/terms", test_terms);
  ADD ("/closed-cycle/organizations", test_organizations);
  ADD ("/closed-cycle/approval", test_approval);
  ADD ("/closed-cycle/import", test_import);
  ADD ("/closed-cycle/objection", test_objection);
  ADD ("/closed-cycle/preliminary", test_preliminary);
  return g_test_run ();
}
