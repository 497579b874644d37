/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of the council: a meeting held in place, each change saved and taken back; rows that
 * stay while they are used; where a decision leads. */

#include "config.h"

#include "app/mer-council.h"
#include "app/mer-cycle-stage.h"
#include "store/mer-record-store.h"
#include "ui/pages/mer-council-page.h"
#include "ui/pages/mer-meeting-pane.h"
#include "ui/pages/mer-meeting-question.h"
#include "ui/pages/mer-meetings-view.h"
#include "ui/widgets/mer-choice-row.h"
#include "ui/print/mer-issue-dialog.h"
#include "import-fixture.h"

static MerCouncil *
council_of (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  MerCouncil *council = mer_council_load (mer_session_get_document (self->session),
                                          mer_session_get_cycle_id (self->session), &error);

  g_assert_no_error (error);
  return council;
}

static MerCouncilPage *
show_page (Fixture *self)
{
  GtkWidget *page = NULL;

  mer_window_show_page (self->window, "council");
  mer_fixture_settle ();
  page = mer_fixture_find (GTK_WIDGET (self->window), MER_TYPE_COUNCIL_PAGE, NULL);
  g_assert_nonnull (page);
  return MER_COUNCIL_PAGE (page);
}

static MerMeetingPane *
show_meetings (Fixture *self)
{
  GtkWidget *pane = NULL;

  mer_tab_page_show_tab (MER_TAB_PAGE (show_page (self)), "meetings");
  mer_fixture_settle ();
  pane = mer_fixture_find (GTK_WIDGET (self->window), MER_TYPE_MEETING_PANE, NULL);
  g_assert_nonnull (pane);
  return MER_MEETING_PANE (pane);
}

/* The first roll is of who takes part, that of a question of who voted. */
static MerChoiceRow *
row_of (GtkWidget  *widget,
        const char *name)
{
  GtkWidget *label = NULL;

  for (GtkWidget *roll = mer_fixture_find (widget, MER_TYPE_CHOICE_ROW, NULL); roll != NULL;
       roll = gtk_widget_get_next_sibling (roll))
    {
      label = mer_fixture_find (roll, GTK_TYPE_LABEL, name);
      if (label != NULL)
        return MER_CHOICE_ROW (roll);
    }
  return NULL;
}

static guint
count_participants (Fixture *self,
                    gint64   meeting_id)
{
  g_autoptr (MerCouncil) council = council_of (self);
  MerQuorum quorum;

  mer_council_quorum (&council->context,
                      mer_record_set_find (council->records, &mer_record_meeting, meeting_id),
                      &quorum);
  return quorum.participants;
}

static void
choose (MerChoiceRow *row,
        guint         index)
{
  GtkWidget *button = mer_fixture_find (GTK_WIDGET (row), GTK_TYPE_TOGGLE_BUTTON, NULL);

  for (guint i = 0; i < index; i++)
    button = gtk_widget_get_next_sibling (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  mer_fixture_settle ();
}

static void
undo (Fixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  mer_fixture_settle ();
}

static void
test_attendance (Fixture      *self,
                 gconstpointer data)
{
  MerMeetingPane *pane = show_meetings (self);
  gint64          id = mer_meeting_pane_get_id (pane);
  MerChoiceRow   *row = row_of (GTK_WIDGET (pane), "Берёзкина");

  g_assert_cmpuint (count_participants (self, id), ==, 6);
  g_assert_cmpint (mer_choice_row_get (row), ==, MER_ATTENDANCE_PRESENT);
  choose (row, MER_ATTENDANCE_ABSENT);
  g_assert_cmpuint (count_participants (self, id), ==, 5);
  /* the row that was used is still the same */
  g_assert_true (row_of (GTK_WIDGET (pane), "Берёзкина") == row);
  undo (self);
  g_assert_cmpuint (count_participants (self, id), ==, 6);
  g_assert_cmpint (mer_choice_row_get (row), ==, MER_ATTENDANCE_PRESENT);
}

static guint
count_meetings (Fixture *self)
{
  g_autoptr (MerCouncil) council = council_of (self);

  return council->context.meetings->len;
}

static void
test_new_meeting (Fixture      *self,
                  gconstpointer data)
{
  MerMeetingPane *pane = show_meetings (self);
  gint64          before = mer_meeting_pane_get_id (pane);
  g_autoptr (MerCouncil) council = NULL;
  const MerMeeting *meeting = NULL;

  gtk_widget_activate_action (GTK_WIDGET (show_page (self)), "page.add", NULL);
  mer_fixture_settle ();
  g_assert_cmpuint (count_meetings (self), ==, 4);
  g_assert_cmpint (mer_meeting_pane_get_id (pane), !=, before);
  council = council_of (self);
  meeting = mer_record_set_find (council->records, &mer_record_meeting,
                                 mer_meeting_pane_get_id (pane));
  g_assert_cmpstr (meeting->number, ==, "4");
  g_assert_cmpstr (meeting->day, ==, "2024-12-03");
  g_assert_nonnull (row_of (GTK_WIDGET (pane), "Снегирёва"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (pane), "meeting.usual", "s", "results"));
  mer_fixture_settle ();
  g_assert_nonnull (mer_fixture_find (GTK_WIDGET (pane), MER_TYPE_MEETING_QUESTION, NULL));
  undo (self);
  g_assert_null (mer_fixture_find (GTK_WIDGET (pane), MER_TYPE_MEETING_QUESTION, NULL));
  undo (self);
  g_assert_cmpuint (count_meetings (self), ==, 3);
}

static void
test_votes (Fixture      *self,
            gconstpointer data)
{
  MerMeetingPane *pane = show_meetings (self);
  g_autoptr (MerCouncil) before = council_of (self);
  g_autoptr (MerCouncil) after = NULL;
  GtkWidget   *question = mer_fixture_find (GTK_WIDGET (pane), MER_TYPE_MEETING_QUESTION, NULL);
  gint64       id = mer_meeting_question_get_id (MER_MEETING_QUESTION (question));
  MerVoteCount count;

  mer_meeting_question_open (MER_MEETING_QUESTION (question));
  mer_fixture_settle ();
  choose (row_of (question, "Берёзкина"), MER_VOTE_AGAINST);
  after = council_of (self);
  mer_council_count_votes (
    &after->context, mer_record_set_find (after->records, &mer_record_agenda_item, id), &count);
  g_assert_cmpint (count.yes, ==, 5);
  g_assert_cmpint (count.no, ==, 1);
  undo (self);
  g_assert_cmpint (mer_choice_row_get (row_of (question, "Берёзкина")), ==, MER_VOTE_FOR);
}

static void
test_decisions (Fixture      *self,
                gconstpointer data)
{
  MerCouncilPage *page = show_page (self);
  g_autoptr (MerCouncil) council = council_of (self);
  const MerAgendaItem *item = council->context.agenda->pdata[0];
  MerRecordTable      *table = NULL;
  MerDataView         *view = mer_tab_page_show_tab (MER_TAB_PAGE (page), "decisions");

  mer_fixture_settle ();
  table = mer_record_view_get_table (MER_RECORD_VIEW (view));
  g_assert_cmpuint (mer_record_table_get_n_shown (table), ==, 8);
  mer_record_table_choose_filter (table, "publication");
  mer_fixture_settle ();
  g_assert_cmpuint (mer_record_table_get_n_shown (table), ==, 1);
  g_assert_true (mer_record_table_select (table, item->record.id));
  g_action_group_activate_action (mer_record_table_get_actions (table), "edit", NULL);
  mer_fixture_settle ();
  g_assert_cmpstr (mer_tab_page_get_shown_id (MER_TAB_PAGE (page)), ==, "meetings");
  g_assert_cmpint (mer_meeting_pane_get_id (MER_MEETING_PANE (mer_fixture_find (
                     GTK_WIDGET (page), MER_TYPE_MEETING_PANE, NULL))),
                   ==, item->meeting);
}

static gboolean
answer_cb (MerChoiceRow *row,
           int           choice,
           gpointer      user_data)
{
  return *(gboolean *) user_data;
}

static gboolean
close_cycle (MerDocument *document,
             gpointer     user_data,
             GError     **error)
{
  return mer_cycle_archive (document, *(gint64 *) user_data, TRUE, error);
}

static guint
count_questions (Fixture *self)
{
  g_autoptr (MerCouncil) council = council_of (self);

  return council->context.agenda->len;
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

/* What a closed cycle would only refuse is not offered. */
static void
test_closed_cycle (Fixture      *self,
                   gconstpointer data)
{
  MerMeetingPane *pane = show_meetings (self);
  GtkWidget      *row = GTK_WIDGET (row_of (GTK_WIDGET (pane), "Берёзкина"));
  gint64          cycle_id = mer_session_get_results (self->session)->cycle->id;
  guint           before = count_questions (self);

  g_assert_true (gtk_widget_is_sensitive (row));
  g_assert_true (mer_session_perform (self->session, "close", NULL, close_cycle, &cycle_id));
  mer_fixture_wait (is_current, self->session);
  mer_fixture_settle ();
  row = GTK_WIDGET (row_of (GTK_WIDGET (pane), "Берёзкина"));
  g_assert_false (gtk_widget_is_sensitive (row));
  /* nor a question more */
  g_assert_nonnull (mer_fixture_find (GTK_WIDGET (pane), MER_TYPE_MEETING_QUESTION, NULL));
  g_assert_cmpuint (count_questions (self), ==, before);
  gtk_widget_activate_action (GTK_WIDGET (pane), "meeting.add-question", NULL);
  gtk_widget_activate_action (
    mer_fixture_find (mer_fixture_find (GTK_WIDGET (pane), MER_TYPE_MEETING_QUESTION, NULL),
                      GTK_TYPE_BUTTON, NULL),
    "question.delete", NULL);
  g_assert_cmpuint (count_questions (self), ==, before);
  g_assert_null (find_window (ADW_TYPE_MESSAGE_DIALOG));
  /* nor minutes that would get a number */
  gtk_widget_activate_action (GTK_WIDGET (pane), "meeting.issue", NULL);
  g_assert_null (find_window (MER_TYPE_ISSUE_DIALOG));
  undo (self);
  mer_fixture_wait (is_current, self->session);
  mer_fixture_settle ();
  row = GTK_WIDGET (row_of (GTK_WIDGET (pane), "Берёзкина"));
  g_assert_true (gtk_widget_is_sensitive (row));
}

static void
test_choice_row (void)
{
  const char *words[] = { "за", "против" };
  GtkWidget  *row = g_object_ref_sink (mer_choice_row_new ("Полевой Т. М.", words, 2, TRUE));
  gboolean    taken = FALSE;

  g_signal_connect (row, "chosen", G_CALLBACK (answer_cb), &taken);
  /* what is refused does not look as if it had been taken */
  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (mer_fixture_find (row, GTK_TYPE_TOGGLE_BUTTON, NULL)), TRUE);
  g_assert_cmpint (mer_choice_row_get (MER_CHOICE_ROW (row)), ==, -1);
  g_assert_false (gtk_toggle_button_get_active (
    GTK_TOGGLE_BUTTON (mer_fixture_find (row, GTK_TYPE_TOGGLE_BUTTON, NULL))));
  taken = TRUE;
  g_assert_cmpint (mer_choice_row_get (MER_CHOICE_ROW (row)), ==, -1);
  mer_choice_row_set (MER_CHOICE_ROW (row), 1);
  g_assert_cmpint (mer_choice_row_get (MER_CHOICE_ROW (row)), ==, 1);
  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (gtk_widget_get_next_sibling (
      mer_fixture_find (row, GTK_TYPE_TOGGLE_BUTTON, NULL))),
    FALSE);
  g_assert_cmpint (mer_choice_row_get (MER_CHOICE_ROW (row)), ==, -1);
  g_assert_finalize_object (row);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("MERILO_TODAY", "2024-12-03", TRUE);
  mer_fixture_init (&argc, &argv);
#define ADD(path, test) g_test_add (path, Fixture, "demo", set_up, test, tear_down)
  ADD ("/council/attendance", test_attendance);
  ADD ("/council/new-meeting", test_new_meeting);
  ADD ("/council/votes", test_votes);
  ADD ("/council/decisions", test_decisions);
  ADD ("/council/closed-cycle", test_closed_cycle);
  g_test_add_func ("/council/choice-row", test_choice_row);
  return g_test_run ();
}
