/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who voted how. Rows are those who take part; a vote of one who is not among them any more is kept
 * and shown as well. */

#include "config.h"

#include <glib/gi18n.h>

#include "store/mer-record-store.h"
#include "ui/dialogs/mer-record-editor.h"
#include "ui/pages/mer-question-votes.h"
#include "ui/widgets/mer-children.h"
#include "ui/widgets/mer-choice-row.h"

struct _MerQuestionVotes
{
  GtkBox parent_instance;

  MerSession *session; /* owned */
  gint64      item_id;
  GHashTable *rows; /* id of a member → MerChoiceRow */

  /* children */
  GtkListBox      *list;
  GtkWidget       *all;
  MerRecordEditor *counts;
};

G_DEFINE_FINAL_TYPE (MerQuestionVotes, mer_question_votes, GTK_TYPE_BOX)

/* --- changing ------------------------------------------------------------------------------ */

typedef struct
{
  gint64 item_id;
  gint64 member_id;
  int    vote;
} Change;

static gboolean
set_vote (MerDocument *document,
          gpointer     user_data,
          GError     **error)
{
  const Change *change = user_data;

  return mer_council_set_vote (document, change->item_id, change->member_id, change->vote, error);
}

static gboolean
chosen_cb (MerQuestionVotes *self,
           int               vote,
           MerChoiceRow     *row)
{
  const gint64 *member = g_object_get_data (G_OBJECT (row), "mer-member");
  Change        change = { self->item_id, *member, vote };

  return mer_session_perform (self->session, _("Vote"), NULL, set_vote, &change);
}

static gboolean
set_all (MerDocument *document,
         gpointer     user_data,
         GError     **error)
{
  MerQuestionVotes *self = user_data;
  GHashTableIter    iter;
  gpointer          key = NULL, row = NULL;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, &row))
    if (mer_choice_row_get (row) < 0 &&
        !mer_council_set_vote (document, self->item_id, *(gint64 *) key, MER_VOTE_FOR, error))
      return FALSE;
  return TRUE;
}

static void
all_cb (MerQuestionVotes *self)
{
  mer_session_perform (self->session, _("Votes"), NULL, set_all, self);
}

/* --- showing ------------------------------------------------------------------------------- */

static gboolean
takes_part (MerCouncil       *council,
            const MerMeeting *meeting,
            gint64            item_id,
            gint64            member_id)
{
  const MerAttendance *attendance =
    mer_council_attendance_of (council, meeting->record.id, member_id);

  return (attendance != NULL && attendance->state != MER_ATTENDANCE_ABSENT) ||
         mer_council_vote_of (council, item_id, member_id) != NULL;
}

static void
add_row (MerQuestionVotes       *self,
         const MerCouncilMember *member)
{
  const char *words[] = { C_("vote", "for"), C_("vote", "against"), C_("vote", "abstained") };
  GtkWidget  *row = mer_choice_row_new (member->name, words, G_N_ELEMENTS (words), TRUE);
  gint64     *id = g_memdup2 (&member->record.id, sizeof (gint64));

  g_object_set_data_full (G_OBJECT (row), "mer-member", id, g_free);
  g_signal_connect_object (row, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
  g_hash_table_insert (self->rows, id, row);
}

static gboolean
has_rows_of (MerQuestionVotes *self,
             const GPtrArray  *members)
{
  if (g_hash_table_size (self->rows) != members->len)
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    if (!g_hash_table_contains (self->rows, &((const MerRecord *) members->pdata[i])->id))
      return FALSE;
  return TRUE;
}

static void
fill (MerQuestionVotes *self,
      const GPtrArray  *members)
{
  g_hash_table_remove_all (self->rows);
  mer_list_box_clear (self->list);
  for (guint i = 0; i < members->len; i++)
    add_row (self, members->pdata[i]);
}

void
mer_question_votes_show (MerQuestionVotes    *self,
                         MerCouncil          *council,
                         const MerAgendaItem *item,
                         gboolean             fresh)
{
  const MerMeeting *meeting = mer_council_meeting_of (council->records, item);
  g_autoptr (GPtrArray) members = mer_council_members_of (council, meeting);
  gboolean     may_write = mer_session_may_write (self->session);
  MerVoteCount count;

  self->item_id = item->record.id;
  for (guint i = members->len; i-- > 0;)
    if (!takes_part (council, meeting, item->record.id,
                     ((const MerRecord *) members->pdata[i])->id))
      g_ptr_array_remove_index (members, i);
  if (fresh || !has_rows_of (self, members))
    fill (self, members);
  for (guint i = 0; i < members->len; i++)
    {
      const MerRecord *member = members->pdata[i];
      const MerVote   *vote = mer_council_vote_of (council, item->record.id, member->id);

      mer_choice_row_set (g_hash_table_lookup (self->rows, &member->id),
                          vote != NULL ? vote->vote : -1);
    }
  mer_council_count_votes (&council->context, item, &count);
  gtk_widget_set_visible (GTK_WIDGET (self->counts), !count.single);
  gtk_widget_set_visible (GTK_WIDGET (self->list), members->len > 0);
  gtk_widget_set_visible (self->all, members->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), may_write);
  gtk_widget_set_sensitive (self->all, may_write);
  mer_record_editor_show (self->counts, item, FALSE);
}

void
mer_question_votes_commit (MerQuestionVotes *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->counts)))
    mer_record_editor_commit (self->counts);
}

/* --- the object ---------------------------------------------------------------------------- */

static void
mer_question_votes_dispose (GObject *object)
{
  MerQuestionVotes *self = MER_QUESTION_VOTES (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (mer_question_votes_parent_class)->dispose (object);
}

static void
mer_question_votes_finalize (GObject *object)
{
  g_hash_table_unref (MER_QUESTION_VOTES (object)->rows);
  G_OBJECT_CLASS (mer_question_votes_parent_class)->finalize (object);
}

static void
mer_question_votes_class_init (MerQuestionVotesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mer_question_votes_dispose;
  G_OBJECT_CLASS (klass)->finalize = mer_question_votes_finalize;
}

static void
mer_question_votes_init (MerQuestionVotes *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (_("Votes"));

  self->rows = g_hash_table_new (g_int64_hash, g_int64_equal);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "mer-section");
  self->all = gtk_button_new_with_mnemonic (_("The _rest are for it"));
  gtk_widget_add_css_class (self->all, "mer-cell-button");
  g_signal_connect_object (self->all, "clicked", G_CALLBACK (all_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->all);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "mer-roll");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Votes"), -1);
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
}

GtkWidget *
mer_question_votes_new (MerSession *session)
{
  static const char *const keys[] = { "votes_for", "votes_against", "abstained", NULL };
  MerQuestionVotes        *self = g_object_new (MER_TYPE_QUESTION_VOTES, NULL);

  self->session = g_object_ref (session);
  self->counts =
    MER_RECORD_EDITOR (mer_record_editor_new (session, &mer_record_agenda_item, keys, NULL));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->counts));
  return GTK_WIDGET (self);
}
