/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Attendance at a meeting. Rows are kept as long as the same members are listed, so that a change
 * does not take the keyboard from its user. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/pages/mer-meeting-roll.h"
#include "ui/widgets/mer-children.h"
#include "ui/widgets/mer-choice-row.h"

struct _MerMeetingRoll
{
  GtkBox parent_instance;

  MerSession *session; /* owned */
  gint64      meeting_id;
  char       *members; /* who is listed, as a key; nullable */
  GHashTable *rows;    /* id of a member → MerChoiceRow */

  /* children */
  GtkLabel   *quorum;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (MerMeetingRoll, mer_meeting_roll, GTK_TYPE_BOX)

/* --- changing ------------------------------------------------------------------------------ */

typedef struct
{
  gint64 meeting_id;
  gint64 member_id;
  int    state;
} Attendance;

static gboolean
set_attendance (MerDocument *document,
                gpointer     user_data,
                GError     **error)
{
  const Attendance *change = user_data;

  return mer_council_set_attendance (document, change->meeting_id, change->member_id,
                                     (MerAttendanceState) change->state, error);
}

static gboolean
attendance_chosen_cb (MerMeetingRoll *self,
                      int             state,
                      MerChoiceRow   *row)
{
  const gint64 *member = g_object_get_data (G_OBJECT (row), "mer-member");
  Attendance    change = { self->meeting_id, *member, state };

  return mer_session_perform (self->session, _("Attendance"), NULL, set_attendance, &change);
}

static void
add_member (MerMeetingRoll         *self,
            const MerCouncilMember *member)
{
  const char *words[] = {
    C_("attendance", "present"),
        C_("attendance", "absent"),
            C_("attendance", "in writing"),
        };
  GtkWidget *row = mer_choice_row_new (member->name, words, G_N_ELEMENTS (words), FALSE);
  gint64    *id = g_memdup2 (&member->record.id, sizeof (gint64));

  g_object_set_data_full (G_OBJECT (row), "mer-member", id, g_free);
  g_signal_connect_object (row, "chosen", G_CALLBACK (attendance_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
  g_hash_table_insert (self->rows, id, row);
}

static void
fill_roll (MerMeetingRoll  *self,
           const GPtrArray *members)
{
  g_hash_table_remove_all (self->rows);
  mer_list_box_clear (self->list);
  for (guint i = 0; i < members->len; i++)
    add_member (self, members->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->list), members->len > 0);
}

static void
show_quorum (MerMeetingRoll   *self,
             MerCouncil       *council,
             const MerMeeting *meeting)
{
  GtkWidget       *label = GTK_WIDGET (self->quorum);
  g_autofree char *words = NULL;
  MerQuorum        quorum;

  mer_council_quorum (&council->context, meeting, &quorum);
  if (quorum.members == 0)
    words = g_strdup (_("No member was in office on that day. Enter members and their terms."));
  else
    /* Translators: how many take part, how many members there are, how many are needed. */
    words = g_strdup_printf (quorum.reached
                             ? _("%u of %u take part, %u are needed: there is a quorum")
                             : _("%u of %u take part, %u are needed: there is no quorum"),
                                  quorum.participants, quorum.members, quorum.needed);
  gtk_label_set_label (self->quorum, words);
  gtk_widget_remove_css_class (label, quorum.reached ? "mer-warning" : "mer-confirmed");
  gtk_widget_add_css_class (label, quorum.reached ? "mer-confirmed" : "mer-warning");
}

/* --- showing ------------------------------------------------------------------------------- */

static char *
members_key (const GPtrArray *members)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < members->len; i++)
    {
      const MerCouncilMember *member = members->pdata[i];

      g_string_append_printf (key, "%" G_GINT64_FORMAT " %s\n", member->record.id, member->name);
    }
  return g_string_free (key, FALSE);
}

static void
show_rows (MerMeetingRoll   *self,
           MerCouncil       *council,
           const MerMeeting *meeting,
           const GPtrArray  *members)
{
  for (guint i = 0; i < members->len; i++)
    {
      const MerRecord     *member = members->pdata[i];
      const MerAttendance *attendance =
        mer_council_attendance_of (council, meeting->record.id, member->id);

      mer_choice_row_set (g_hash_table_lookup (self->rows, &member->id),
                          attendance != NULL ? attendance->state : -1);
    }
}

gboolean
mer_meeting_roll_show (MerMeetingRoll   *self,
                       MerCouncil       *council,
                       const MerMeeting *meeting)
{
  g_autoptr (GPtrArray) members = mer_council_members_of (council, meeting);
  g_autofree char *key = members_key (members);
  gboolean         fresh = FALSE;

  g_return_val_if_fail (MER_IS_MEETING_ROLL (self), FALSE);
  fresh = g_strcmp0 (key, self->members) != 0;
  self->meeting_id = meeting->record.id;
  if (fresh)
    fill_roll (self, members);
  show_rows (self, council, meeting, members);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), mer_session_may_write (self->session));
  show_quorum (self, council, meeting);
  g_free (self->members);
  self->members = g_steal_pointer (&key);
  return fresh;
}

/* --- the object ---------------------------------------------------------------------------- */

static void
mer_meeting_roll_dispose (GObject *object)
{
  MerMeetingRoll *self = MER_MEETING_ROLL (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (mer_meeting_roll_parent_class)->dispose (object);
}

static void
mer_meeting_roll_finalize (GObject *object)
{
  MerMeetingRoll *self = MER_MEETING_ROLL (object);

  g_free (self->members);
  g_hash_table_unref (self->rows);
  G_OBJECT_CLASS (mer_meeting_roll_parent_class)->finalize (object);
}

static void
mer_meeting_roll_class_init (MerMeetingRollClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mer_meeting_roll_dispose;
  G_OBJECT_CLASS (klass)->finalize = mer_meeting_roll_finalize;
}

static GtkWidget *
make_head (MerMeetingRoll *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (_("Who takes part"));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "mer-section");
  self->quorum = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->quorum, TRUE);
  gtk_label_set_xalign (self->quorum, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->quorum), "small");
  gtk_widget_add_css_class (GTK_WIDGET (self->quorum), "numeric");
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->quorum));
  return head;
}

static void
mer_meeting_roll_init (MerMeetingRoll *self)
{
  self->rows = g_hash_table_new (g_int64_hash, g_int64_equal);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "mer-roll");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Who takes part"), -1);
  gtk_box_append (GTK_BOX (self), make_head (self));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
}

GtkWidget *
mer_meeting_roll_new (MerSession *session)
{
  MerMeetingRoll *self = g_object_new (MER_TYPE_MEETING_ROLL, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
