/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A meeting in place. Widgets of questions are kept as long as the same questions are there, so
 * that a change does not take the keyboard from its user. */

#include "config.h"

#include <glib/gi18n.h>

#include "report/mer-record-print.h"
#include "store/mer-record-store.h"
#include "ui/dialogs/mer-record-editor.h"
#include "ui/pages/mer-meeting-pane.h"
#include "ui/pages/mer-meeting-question.h"
#include "ui/pages/mer-meeting-roll.h"
#include "ui/print/mer-issue-action.h"
#include "ui/print/mer-report-actions.h"
#include "ui/widgets/mer-fold.h"

struct _MerMeetingPane
{
  AdwBin parent_instance;

  MerSession *session; /* owned */
  gint64      meeting_id;
  GPtrArray  *questions; /* of MerMeetingQuestion, children */
  gint64      wanted;    /* question to be opened when it is there */

  /* children */
  GtkStack        *stack;
  GtkLabel        *title;
  MerRecordEditor *head;
  MerRecordEditor *more;
  MerMeetingRoll  *roll;
  GtkBox          *agenda;
  GtkLabel        *no_agenda;
  GtkLabel        *reason;  /* why nothing can be changed */
  GActionMap      *actions; /* borrowed: lives as long as the widget's group */
  GMenu           *usual;   /* owned: questions that may be put */
};

G_DEFINE_FINAL_TYPE (MerMeetingPane, mer_meeting_pane, ADW_TYPE_BIN)

/* --- agenda -------------------------------------------------------------------------------- */

static gboolean
has_questions (MerMeetingPane  *self,
               const GPtrArray *items)
{
  if (self->questions->len != items->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (mer_meeting_question_get_id (self->questions->pdata[i]) !=
        ((const MerRecord *) items->pdata[i])->id)
      return FALSE;
  return TRUE;
}

static void
make_questions (MerMeetingPane *self,
                guint           n)
{
  for (guint i = 0; i < self->questions->len; i++)
    gtk_box_remove (self->agenda, self->questions->pdata[i]);
  g_ptr_array_set_size (self->questions, 0);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *question = mer_meeting_question_new (self->session);

      gtk_box_append (self->agenda, question);
      g_ptr_array_add (self->questions, question);
    }
}

static GMenu *
usual_menu (GPtrArray *templates,
            guint      first,
            guint      end)
{
  GMenu *menu = g_menu_new ();

  for (guint i = first; i < end; i++)
    {
      const MerAgendaTemplate *template = templates->pdata[i];
      g_autofree char *action = g_strdup_printf ("meeting.usual::%s", template->id);

      g_menu_append (menu, _(template->question), action);
    }
  return menu;
}

/* What comes up at the cycle's stage, then the rest; nothing that is on the agenda already. */
static void
show_usual (MerMeetingPane   *self,
            const MerCouncil *council)
{
  guint n_now = 0;
  g_autoptr (GPtrArray) templates = mer_agenda_suggest (council, self->meeting_id, &n_now);
  g_autoptr (GMenu) now = usual_menu (templates, 0, n_now);
  g_autoptr (GMenu) rest = usual_menu (templates, n_now, templates->len);

  g_menu_remove_all (self->usual);
  if (n_now > 0)
    g_menu_append_section (self->usual, _("At this stage"), G_MENU_MODEL (now));
  if (n_now < templates->len)
    g_menu_append_section (self->usual, n_now > 0 ? _("Other questions") : NULL,
                                                       G_MENU_MODEL (rest));
}

static void
show_agenda (MerMeetingPane   *self,
             MerCouncil       *council,
             const MerMeeting *meeting,
             gboolean          fresh)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < council->context.agenda->len; i++)
    {
      MerAgendaItem *item = council->context.agenda->pdata[i];

      if (item->meeting == meeting->record.id)
        g_ptr_array_add (items, item);
    }
  if (!has_questions (self, items))
    make_questions (self, items->len);
  for (guint i = 0; i < items->len; i++)
    mer_meeting_question_show (self->questions->pdata[i], council,
                               ((const MerRecord *) items->pdata[i])->id, i + 1, fresh);
  show_usual (self, council);
  gtk_widget_set_visible (GTK_WIDGET (self->no_agenda), items->len == 0);
  mer_meeting_pane_open_question (self, self->wanted);
}

void
mer_meeting_pane_open_question (MerMeetingPane *self,
                                gint64          item_id)
{
  self->wanted = item_id;
  for (guint i = 0; item_id != 0 && i < self->questions->len; i++)
    if (mer_meeting_question_get_id (self->questions->pdata[i]) == item_id)
      {
        mer_meeting_question_open (self->questions->pdata[i]);
        self->wanted = 0;
      }
}

/* --- showing ------------------------------------------------------------------------------- */

static void
show_title (MerMeetingPane   *self,
            const MerMeeting *meeting)
{
  MerLanguage      language = mer_language_of_locale ();
  g_autofree char *day = mer_print_day (language, meeting->day);
  g_autofree char *title = NULL;

  title = meeting->number != NULL
    /* Translators: number and day of a meeting of the council. */
    ? g_strdup_printf (_("Meeting No. %s, %s"), meeting->number, day)
    : g_strdup_printf (_("Meeting of %s"), day);
  gtk_label_set_label (self->title, title);
}

/* What would only be refused is not offered, and it is said why. */
static void
show_reason (MerMeetingPane *self)
{
  static const char *const changes[] = { "add-question", "usual", "issue" };
  const char              *read_only = mer_session_why_read_only (self->session);
  gboolean                 may_write = read_only == NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->reason), !may_write);
  gtk_label_set_label (self->reason, read_only != NULL ? read_only : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->head), may_write);
  gtk_widget_set_sensitive (GTK_WIDGET (self->more), may_write);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (self->actions, changes[i])), may_write);
}

void
mer_meeting_pane_show (MerMeetingPane *self,
                       MerCouncil     *council,
                       gint64          meeting_id)
{
  const MerMeeting *meeting =
    council != NULL ? mer_record_set_find (council->records, &mer_record_meeting, meeting_id)
                    : NULL;
  gboolean fresh = FALSE;

  g_return_if_fail (MER_IS_MEETING_PANE (self));
  self->meeting_id = meeting != NULL ? meeting_id : 0;
  gtk_stack_set_visible_child_name (self->stack, meeting != NULL ? "form" : "none");
  if (meeting == NULL)
    return;
  fresh = mer_meeting_roll_show (self->roll, council, meeting);
  show_title (self, meeting);
  mer_record_editor_show (self->head, meeting, FALSE);
  mer_record_editor_show (self->more, meeting, fresh);
  show_agenda (self, council, meeting, fresh);
  show_reason (self);
}

gint64
mer_meeting_pane_get_id (MerMeetingPane *self)
{
  return self->meeting_id;
}

/* --- actions ------------------------------------------------------------------------------- */

typedef struct
{
  gint64 meeting_id;
  const MerAgendaTemplate *template; /* NULL: an empty question */
  gint64 item_id;                    /* out */
} Question;

static gboolean
add_question (MerDocument *document,
              gpointer     user_data,
              GError     **error)
{
  Question *question = user_data;
  g_autoptr (MerAgendaItem) item = NULL;
  g_autoptr (MerMeeting) meeting = NULL;

  if (question->template != NULL)
    return mer_council_add_question (document, question->meeting_id, question->template,
                                     &question->item_id, error);
  meeting = mer_store_record (document, &mer_record_meeting, question->meeting_id, error);
  if (meeting == NULL)
    return FALSE;
  item = mer_record_new (&mer_record_agenda_item, meeting->record.cycle_id);
  item->meeting = meeting->record.id;
  item->question = g_strdup (_("New question"));
  if (!mer_store_save_record (document, item, error))
    return FALSE;
  question->item_id = item->record.id;
  return TRUE;
}

static void
question_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  MerMeetingPane *self = MER_MEETING_PANE (user_data);
  Question        question = { self->meeting_id, NULL, 0 };

  if (self->meeting_id == 0)
    return;
  if (parameter != NULL)
    question.template = mer_agenda_template_find (g_variant_get_string (parameter, NULL));
  if (mer_session_perform (self->session, _("Adding a question"), NULL, add_question, &question))
    mer_meeting_pane_open_question (self, question.item_id);
}

static void
commit (MerMeetingPane *self)
{
  mer_record_editor_commit (self->head);
  mer_record_editor_commit (self->more);
  for (guint i = 0; i < self->questions->len; i++)
    mer_meeting_question_commit (self->questions->pdata[i]);
}

static MerReportJob *
make_job (MerMeetingPane *self,
          const char     *kind)
{
  MerDocument  *document = mer_session_get_document (self->session);
  MerReportJob *job = NULL;
  g_autoptr (MerCouncil) council = NULL;

  commit (self);
  job = mer_report_job_new (kind, mer_session_get_results (self->session), document);
  council = mer_council_load (document, mer_session_get_cycle_id (self->session), NULL);
  if (council != NULL)
    mer_report_job_set_record (job, council->records, self->meeting_id);
  return job;
}

void
mer_meeting_pane_edit (MerMeetingPane *self)
{
  GtkWidget *row = NULL;

  g_return_if_fail (MER_IS_MEETING_PANE (self));
  row = mer_record_editor_get_row (self->head, "day");
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

void
mer_meeting_pane_print (MerMeetingPane *self)
{
  g_autoptr (MerReportJob) job = NULL;

  g_return_if_fail (MER_IS_MEETING_PANE (self));
  if (self->meeting_id == 0)
    return;
  job = make_job (self, "protocol");
  mer_report_print (GTK_WIDGET (self), self->session, job, _("Minutes"));
}

static void
print_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  mer_meeting_pane_print (user_data);
}

static void
save_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  MerMeetingPane *self = MER_MEETING_PANE (user_data);
  gboolean        ballot = g_str_equal (g_action_get_name (G_ACTION (action)), "ballot");
  g_autoptr (MerReportJob) job = make_job (self, ballot ? "ballot" : "protocol");

  mer_report_export (GTK_WIDGET (self), self->session, job,
                     ballot ? _("Voting sheet") : _("Minutes"));
}

static void
issue_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  MerMeetingPane *self = MER_MEETING_PANE (user_data);

  commit (self);
  mer_issue_present (GTK_WIDGET (self), self->session, "protocol", self->meeting_id);
}

static const GActionEntry actions[] = {
  { "add-question", question_cb, NULL, NULL, NULL, { 0 } },
  { "usual", question_cb, "s", NULL, NULL, { 0 } },
  { "print", print_cb, NULL, NULL, NULL, { 0 } },
  { "save", save_cb, NULL, NULL, NULL, { 0 } },
  { "ballot", save_cb, NULL, NULL, NULL, { 0 } },
  { "issue", issue_cb, NULL, NULL, NULL, { 0 } },
};

/* --- the object ---------------------------------------------------------------------------- */

static void
mer_meeting_pane_dispose (GObject *object)
{
  MerMeetingPane *self = MER_MEETING_PANE (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (mer_meeting_pane_parent_class)->dispose (object);
}

static void
mer_meeting_pane_finalize (GObject *object)
{
  MerMeetingPane *self = MER_MEETING_PANE (object);

  g_object_unref (self->usual);
  g_ptr_array_unref (self->questions);
  G_OBJECT_CLASS (mer_meeting_pane_parent_class)->finalize (object);
}

static void
mer_meeting_pane_class_init (MerMeetingPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mer_meeting_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = mer_meeting_pane_finalize;
}

static void
mer_meeting_pane_init (MerMeetingPane *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->questions = g_ptr_array_new ();
  self->usual = g_menu_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "meeting", G_ACTION_GROUP (group));
  self->actions = G_ACTION_MAP (group);
}

/* --- layout -------------------------------------------------------------------------------- */

static GtkWidget *
menu_button (const char *label,
             GMenu      *menu)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "mer-regular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
section_title (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "mer-section");
  return label;
}

static GtkWidget *
make_title (MerMeetingPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("_Print the minutes…"), "meeting.print");
  g_menu_append (menu, _("_Save the minutes as a document…"), "meeting.save");
  g_menu_append (menu, _("_Issue the minutes…"), "meeting.issue");
  g_menu_append (menu, _("Sheet for _voting in writing…"), "meeting.ballot");
  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "title-4");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), menu_button (_("_Minutes"), menu));
  return box;
}

static GtkWidget *
make_head (MerMeetingPane *self)
{
  static const char *const first[] = { "day", "form", "state", NULL };
  static const char *const rest[] = { "number", "hour", "place", "chair",
                                      "secretary", "guests", "note", NULL };
  GtkWidget               *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget               *words = gtk_label_new_with_mnemonic (_("Number, place, chair, g_uests"));
  GtkWidget               *fold = NULL;
  MerRecordSaveFunc        save = (MerRecordSaveFunc) mer_council_save_meeting;

  self->head =
    MER_RECORD_EDITOR (mer_record_editor_new (self->session, &mer_record_meeting, first, save));
  self->more =
    MER_RECORD_EDITOR (mer_record_editor_new (self->session, &mer_record_meeting, rest, save));
  gtk_widget_set_margin_top (GTK_WIDGET (self->more), 8);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  fold = mer_fold_new (words, GTK_WIDGET (self->more), NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (box), fold);
  return box;
}

static GtkWidget *
make_agenda (MerMeetingPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *add = gtk_button_new_with_mnemonic (_("_Question"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "meeting.add-question");
  gtk_widget_add_css_class (add, "mer-cell-button");
  gtk_widget_set_tooltip_text (add, _("Add a question to the agenda"));
  gtk_box_append (GTK_BOX (head), section_title (_("Agenda")));
  gtk_box_append (GTK_BOX (head), add);
  gtk_box_append (GTK_BOX (head), menu_button (_("U_sual questions"), self->usual));
  self->agenda = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->no_agenda = GTK_LABEL (gtk_label_new (_("There are no questions on the agenda yet.")));
  gtk_label_set_xalign (self->no_agenda, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->no_agenda), "mer-secondary");
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->no_agenda));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->agenda));
  return box;
}

static GtkWidget *
make_none (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No meeting is chosen"));
  return page;
}

GtkWidget *
mer_meeting_pane_new (MerSession *session)
{
  MerMeetingPane *self = g_object_new (MER_TYPE_MEETING_PANE, NULL);
  GtkWidget      *scroller = gtk_scrolled_window_new ();
  GtkWidget      *clamp = adw_clamp_new ();
  GtkWidget      *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);

  self->session = g_object_ref (session);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 16);
  gtk_widget_set_margin_end (box, 16);
  gtk_box_append (GTK_BOX (box), make_title (self));
  self->reason = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->reason, 0);
  gtk_label_set_wrap (self->reason, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->reason), "mer-secondary");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->reason));
  gtk_box_append (GTK_BOX (box), make_head (self));
  self->roll = MER_MEETING_ROLL (mer_meeting_roll_new (session));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->roll));
  gtk_box_append (GTK_BOX (box), make_agenda (self));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 880);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, scroller, "form");
  gtk_stack_add_named (self->stack, make_none (), "none");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  return GTK_WIDGET (self);
}
