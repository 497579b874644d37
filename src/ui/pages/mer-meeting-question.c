/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A question of an agenda in place: its line, its text, and beneath them votes
 * (mer-question-votes.c) and connections (mer-question-links.c). */

#include "config.h"

#include <glib/gi18n.h>

#include "cycle/mer-cycle-settings.h"
#include "store/mer-record-store.h"
#include "ui/dialogs/mer-form.h"
#include "ui/dialogs/mer-record-editor.h"
#include "ui/pages/mer-meeting-question.h"
#include "ui/pages/mer-question-links.h"
#include "ui/pages/mer-question-votes.h"
#include "ui/widgets/mer-fold.h"

/* A few frames. */
#define FOCUS_DELAY 80

struct _MerMeetingQuestion
{
  GtkBox parent_instance;

  MerSession *session; /* owned */
  gint64      item_id;
  gboolean    showing;
  guint       focus_source;

  /* children */
  MerFold          *fold;
  GtkLabel         *title;
  GtkLabel         *outcome;
  MerRecordEditor  *editor;
  MerRecordEditor  *more;
  AdwComboRow      *form;
  GtkWidget        *form_group;
  MerQuestionVotes *votes;
  MerQuestionLinks *links;
  GActionMap       *actions; /* borrowed */
};

G_DEFINE_FINAL_TYPE (MerMeetingQuestion, mer_meeting_question, GTK_TYPE_BOX)

/* --- the line ------------------------------------------------------------------------------ */

static void
show_line (MerMeetingQuestion  *self,
           MerCouncil          *council,
           const MerAgendaItem *item,
           guint                number)
{
  const MerField  *field = mer_record_kind_field (&mer_record_agenda_item, "outcome");
  g_autofree char *outcome = mer_record_to_words (item, field);
  g_autofree char *question = g_strdelimit (g_strdup (item->question), "\n", ' ');
  g_autofree char *title = g_strdup_printf ("%u. %s", number, question);
  g_autofree char *votes = NULL;
  MerVoteCount     count;

  mer_council_count_votes (&council->context, item, &count);
  if (count.yes >= 0)
    /* Translators: votes for and against a decision, abstentions, and what came of it. */
    votes = g_strdup_printf (_("for %d, against %d, abst. %d · %s"), (int) count.yes,
                                (int) MAX (count.no, 0), (int) MAX (count.abstained, 0), outcome);
  gtk_label_set_label (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), item->question);
  gtk_label_set_label (self->outcome, votes != NULL ? votes : outcome);
}

/* --- the form of publication --------------------------------------------------------------- */

typedef struct
{
  gint64      item_id;
  const char *form;
} FormChange;

static gboolean
decide_form (MerDocument *document,
             gpointer     user_data,
             GError     **error)
{
  const FormChange *change = user_data;

  return mer_council_decide_form (document, change->item_id, change->form, error);
}

static void
form_chosen_cb (MerMeetingQuestion *self)
{
  const MerCycleSetting *setting = mer_cycle_setting_find (MER_SETTING_FORM);
  guint                  chosen = adw_combo_row_get_selected (self->form);
  FormChange             change = { self->item_id, NULL };

  if (self->showing || chosen >= setting->n_choices)
    return;
  change.form = setting->choices[chosen].code;
  mer_session_perform (self->session, _("Form of publication"), NULL, decide_form, &change);
}

static void
show_form (MerMeetingQuestion  *self,
           MerCouncil          *council,
           const MerAgendaItem *item)
{
  const MerCycleSetting *setting = mer_cycle_setting_find (MER_SETTING_FORM);
  const char            *form = mer_cycle_settings_get (council->settings, MER_SETTING_FORM);
  gboolean               adopted = item->outcome == MER_DECISION_ADOPTED;

  gtk_widget_set_visible (self->form_group, item->about == MER_ABOUT_PUBLICATION);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form),
                            adopted && mer_session_may_write (self->session));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->form),
                               adopted ? _("Reports that go outside obey it")
                                       : _("It can be chosen when the decision is adopted"));
  for (guint i = 0; i < setting->n_choices; i++)
    if (g_strcmp0 (setting->choices[i].code, form) == 0)
      adw_combo_row_set_selected (self->form, i);
}

static GtkWidget *
make_form (MerMeetingQuestion *self)
{
  const MerCycleSetting *setting = mer_cycle_setting_find (MER_SETTING_FORM);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; i < setting->n_choices; i++)
    gtk_string_list_append (words, _(setting->choices[i].title));
  self->form = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->form), _(setting->title));
  mer_form_set_choices (self->form, G_LIST_MODEL (words));
  adw_combo_row_set_use_subtitle (self->form, TRUE);
  g_signal_connect_object (self->form, "notify::selected", G_CALLBACK (form_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  self->form_group = adw_preferences_group_new ();
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->form_group), GTK_WIDGET (self->form));
  return self->form_group;
}

/* --- order, deleting ----------------------------------------------------------------------- */

static gboolean
delete_question (MerDocument *document,
                 gpointer     user_data,
                 GError     **error)
{
  return mer_store_delete_record (document, &mer_record_agenda_item, *(gint64 *) user_data, error);
}

static void
delete_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  MerMeetingQuestion *self = MER_MEETING_QUESTION (user_data);
  gint64              id = self->item_id;

  mer_session_perform (self->session, _("Deleting a question"), _("The question was deleted"),
                                                                    delete_question, &id);
}

/* The question that is before or behind it in the agenda. */
static const MerAgendaItem *
neighbour (MerCouncil          *council,
           const MerAgendaItem *item,
           gboolean             before)
{
  const MerAgendaItem *found = NULL;
  gboolean             passed = FALSE;

  for (guint i = 0; i < council->context.agenda->len; i++)
    {
      const MerAgendaItem *other = council->context.agenda->pdata[i];

      if (other->meeting != item->meeting)
        continue;
      if (other->record.id == item->record.id)
        {
          passed = TRUE;
          if (before)
            return found;
        }
      else if (passed)
        return other;
      else
        found = other;
    }
  return NULL;
}

typedef struct
{
  gint64 id;
  gint64 place;
} Move;

static gboolean
move_question (MerDocument *document,
               gpointer     user_data,
               GError     **error)
{
  const Move *move = user_data;

  return mer_store_move_record (document, &mer_record_agenda_item, move->id, move->place, error);
}

static void
move (MerMeetingQuestion *self,
      gboolean            up)
{
  g_autoptr (MerCouncil) council =
    mer_council_load_meetings (mer_session_get_document (self->session),
                               mer_session_get_cycle_id (self->session), NULL);
  const MerAgendaItem *item =
    council != NULL ? mer_record_set_find (council->records, &mer_record_agenda_item,
                                           self->item_id)
                    : NULL;
  const MerAgendaItem *other = item != NULL ? neighbour (council, item, up) : NULL;
  Move                 change = { 0, 0 };

  if (other == NULL)
    return;
  /* whichever of both comes later is put before the other */
  change.id = up ? item->record.id : other->record.id;
  change.place = up ? other->record.position : item->record.position;
  mer_session_perform (self->session, _("Order of the agenda"), NULL, move_question, &change);
}

static void
move_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  move (user_data, g_str_equal (g_action_get_name (G_ACTION (action)), "up"));
}

static const GActionEntry actions[] = {
  { "delete", delete_cb, NULL, NULL, NULL, { 0 } },
  { "up", move_cb, NULL, NULL, NULL, { 0 } },
  { "down", move_cb, NULL, NULL, NULL, { 0 } },
};

/* --- showing ------------------------------------------------------------------------------- */

static void
update_actions (MerMeetingQuestion *self)
{
  gboolean may_write = mer_session_may_write (self->session);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (self->actions, actions[i].name)), may_write);
  gtk_widget_set_sensitive (GTK_WIDGET (self->editor), may_write);
  gtk_widget_set_sensitive (GTK_WIDGET (self->more), may_write);
}

void
mer_meeting_question_show (MerMeetingQuestion *self,
                           MerCouncil         *council,
                           gint64              item_id,
                           guint               number,
                           gboolean            fresh)
{
  const MerAgendaItem *item =
    mer_record_set_find (council->records, &mer_record_agenda_item, item_id);

  g_return_if_fail (MER_IS_MEETING_QUESTION (self) && item != NULL);
  self->showing = TRUE;
  self->item_id = item_id;
  show_line (self, council, item, number);
  mer_record_editor_show (self->editor, item, FALSE);
  mer_record_editor_show (self->more, item, FALSE);
  show_form (self, council, item);
  mer_question_votes_show (self->votes, council, item, fresh);
  mer_question_links_show (self->links, council, item);
  update_actions (self);
  self->showing = FALSE;
}

gint64
mer_meeting_question_get_id (MerMeetingQuestion *self)
{
  return self->item_id;
}

/* What was opened has its place only after the next frame, and a menu that was chosen from is gone
 * by then. */
static gboolean
focus_cb (gpointer user_data)
{
  MerMeetingQuestion *self = MER_MEETING_QUESTION (user_data);
  GtkWidget          *row = NULL;

  self->focus_source = 0;
  row = mer_record_editor_get_row (self->editor, "question");
  if (row != NULL && gtk_widget_get_mapped (row))
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

void
mer_meeting_question_open (MerMeetingQuestion *self)
{
  mer_fold_set_open (self->fold, TRUE);
  if (self->focus_source == 0)
    self->focus_source = g_timeout_add (FOCUS_DELAY, focus_cb, self);
}

void
mer_meeting_question_commit (MerMeetingQuestion *self)
{
  mer_record_editor_commit (self->editor);
  mer_record_editor_commit (self->more);
  mer_question_votes_commit (self->votes);
}

/* --- the object ---------------------------------------------------------------------------- */

static void
mer_meeting_question_dispose (GObject *object)
{
  MerMeetingQuestion *self = MER_MEETING_QUESTION (object);

  self->showing = TRUE;
  g_clear_handle_id (&self->focus_source, g_source_remove);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mer_meeting_question_parent_class)->dispose (object);
}

static void
mer_meeting_question_class_init (MerMeetingQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mer_meeting_question_dispose;
}

static void
mer_meeting_question_init (MerMeetingQuestion *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "question", G_ACTION_GROUP (group));
  self->actions = G_ACTION_MAP (group); /* lives as long as the widget's group */
}

static GtkWidget *
make_line (MerMeetingQuestion *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->outcome = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "mer-strong");
  gtk_widget_add_css_class (GTK_WIDGET (self->outcome), "small");
  gtk_widget_add_css_class (GTK_WIDGET (self->outcome), "mer-secondary");
  gtk_widget_add_css_class (GTK_WIDGET (self->outcome), "numeric");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->outcome));
  return box;
}

static void
add_tool (GtkBox     *box,
          const char *icon,
          const char *action,
          const char *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (box, button);
}

static GtkWidget *
make_tools (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  add_tool (GTK_BOX (box), "merilo-up-symbolic", "question.up", _("Earlier in the agenda"));
  add_tool (GTK_BOX (box), "merilo-down-symbolic", "question.down", _("Later in the agenda"));
  add_tool (GTK_BOX (box), "merilo-delete-symbolic", "question.delete", _("Delete the question"));
  return box;
}

GtkWidget *
mer_meeting_question_new (MerSession *session)
{
  static const char *const keys[] = { "question", "decision", "outcome", "about", NULL };
  static const char *const more[] = { "speaker", "heard", "spoke", "deadline", "responsible",
                                      NULL };
  MerRecordSaveFunc        save = (MerRecordSaveFunc) mer_council_save_question;
  GtkWidget               *words = gtk_label_new (_("Heard, spoke, deadline"));
  MerMeetingQuestion      *self = g_object_new (MER_TYPE_MEETING_QUESTION, NULL);
  GtkWidget               *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->session = g_object_ref (session);
  self->editor =
    MER_RECORD_EDITOR (mer_record_editor_new (session, &mer_record_agenda_item, keys, save));
  self->more =
    MER_RECORD_EDITOR (mer_record_editor_new (session, &mer_record_agenda_item, more, save));
  gtk_widget_set_margin_top (GTK_WIDGET (self->more), 8);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  self->votes = MER_QUESTION_VOTES (mer_question_votes_new (session));
  self->links = MER_QUESTION_LINKS (mer_question_links_new (session));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->editor));
  gtk_box_append (GTK_BOX (body), mer_fold_new (words, GTK_WIDGET (self->more), NULL));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->votes));
  gtk_box_append (GTK_BOX (body), make_form (self));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->links));
  gtk_box_append (GTK_BOX (body), make_tools ());
  gtk_widget_set_margin_top (body, 4);
  gtk_widget_set_margin_bottom (body, 12);
  gtk_widget_set_margin_start (body, 20);
  self->fold = MER_FOLD (mer_fold_new (make_line (self), body, NULL));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->fold));
  return GTK_WIDGET (self);
}
