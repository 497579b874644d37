/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Meetings beside each other: list and form. */

#include "config.h"

#include <glib/gi18n.h>

#include "store/mer-record-store.h"
#include "ui/mer-text-scale.h"
#include "ui/pages/mer-meeting-pane.h"
#include "ui/pages/mer-meetings-view.h"
#include "ui/widgets/mer-record-table.h"

#define LIST_WIDTH 300
#define LIST_NARROW 220

struct _MerMeetingsView
{
  MerDataView parent_instance;

  MerCouncil *council;  /* owned, nullable */
  gint64      cycle_id; /* whose latest meeting was chosen */

  /* children */
  GtkPaned       *paned;
  MerRecordTable *table;
  MerMeetingPane *form;
};

G_DEFINE_FINAL_TYPE (MerMeetingsView, mer_meetings_view, MER_TYPE_DATA_VIEW)

static MerSession *
session_of (MerMeetingsView *self)
{
  return mer_data_view_get_session (MER_DATA_VIEW (self));
}

/* --- the list ------------------------------------------------------------------------------ */

static gpointer
load_council (MerRecordTable *table,
              MerDocument    *document,
              gint64          cycle_id)
{
  return cycle_id != 0 ? mer_council_load_meetings (document, cycle_id, NULL) : NULL;
}

static void
unload_council (gpointer council)
{
  if (council != NULL)
    mer_council_unref (council);
}

static MerRecordState
state_of (MerRecordTable *table,
          gconstpointer   record,
          char          **words)
{
  MerCouncil       *council = mer_record_table_get_context (table);
  const MerMeeting *meeting = record;
  MerQuorum         quorum;

  if (council == NULL || meeting->state != MER_MEETING_HELD)
    {
      *words = mer_record_to_words (meeting, mer_record_kind_field (&mer_record_meeting, "state"));
      return meeting->state == MER_MEETING_PLANNED ? MER_RECORD_STATE_PLANNED
                                                   : MER_RECORD_STATE_NONE;
    }
  mer_council_quorum (&council->context, meeting, &quorum);
  *words = g_strdup (quorum.reached ? _("quorum") : _("no quorum"));
  return quorum.reached ? MER_RECORD_STATE_DONE : MER_RECORD_STATE_WARNING;
}

static gboolean
add_meeting (MerDocument *document,
             gpointer     user_data,
             GError     **error)
{
  return mer_council_add_meeting (document, user_data, error);
}

/* A new one is there at once, with its number and the members in office: the rest is filled in
 * place. */
static void
open_meeting (MerRecordTable *table,
              gconstpointer   record)
{
  MerMeetingsView *self = mer_record_table_get_data (table);
  gint64           cycle_id = mer_record_table_get_cycle_id (table);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMeeting) meeting = NULL;
  const char *label = NULL;
  const char *done = NULL;

  if (((const MerRecord *) record)->id != 0)
    {
      mer_meeting_pane_edit (self->form);
      return;
    }
  meeting = mer_council_new_meeting (mer_session_get_document (session_of (self)), cycle_id, NULL,
                                     &error);
  if (meeting == NULL)
    {
      mer_session_fail (session_of (self), _("The meeting was not added"), error);
      return;
    }
  label = _("Meeting of the council: adding");
  done = _("The meeting was added");
  if (mer_session_perform (session_of (self), label, done, add_meeting, meeting))
    {
      mer_meetings_view_show (self, meeting->record.id, 0);
      mer_meeting_pane_edit (self->form);
    }
}

/* clang-format off */
static const MerRecordColumn columns[] = {
  { .key = "number", .width = 48 },
  { .key = "day", .expand = TRUE },
};

static const MerRecordTableInfo info = {
  .kind = "meeting",
  .columns = columns, .n_columns = G_N_ELEMENTS (columns),
  .state = state_of, .state_title = N_("Quorum"),
  .single = TRUE, .no_paste = TRUE,
  .add_label = N_("New _meeting"),
  .empty_title = N_("There are no meetings yet"),
  .empty_text = N_("A new meeting has the next number and the members who are in office."),
  .load = load_council, .unload = unload_council,
  .open = open_meeting,
};
/* clang-format on */

/* --- showing ------------------------------------------------------------------------------- */

static void
show_chosen (MerMeetingsView *self)
{
  const MerRecord *chosen = mer_record_table_get_selected (self->table);

  mer_meeting_pane_show (self->form, self->council, chosen != NULL ? chosen->id : 0);
}

/* Once a cycle; then whatever the user goes to. */
static void
choose_latest (MerMeetingsView *self)
{
  const GPtrArray *records = mer_record_table_get_records (self->table);
  gint64           cycle_id = mer_record_table_get_cycle_id (self->table);

  if (cycle_id == self->cycle_id || records == NULL || records->len == 0)
    return;
  self->cycle_id = cycle_id;
  mer_record_table_select (self->table,
                           ((const MerRecord *) records->pdata[records->len - 1])->id);
}

static void
mer_meetings_view_update (MerDataView *view)
{
  MerMeetingsView *self = MER_MEETINGS_VIEW (view);
  MerCouncil      *context = mer_record_table_get_context (self->table);

  g_clear_pointer (&self->council, mer_council_unref);
  self->council = context != NULL ? mer_council_ref (context) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->form),
                          self->council != NULL && self->council->context.meetings->len > 0);
  choose_latest (self);
  show_chosen (self);
}

void
mer_meetings_view_show (MerMeetingsView *self,
                        gint64           meeting_id,
                        gint64           item_id)
{
  g_return_if_fail (MER_IS_MEETINGS_VIEW (self));
  mer_record_table_refresh (self->table);
  mer_record_table_select (self->table, meeting_id);
  mer_meetings_view_update (MER_DATA_VIEW (self));
  if (item_id != 0)
    mer_meeting_pane_open_question (self->form, item_id);
}

void
mer_meetings_view_print (MerMeetingsView *self)
{
  g_return_if_fail (MER_IS_MEETINGS_VIEW (self));
  mer_meeting_pane_print (self->form);
}

/* A question is opened in its meeting. */
static void
mer_meetings_view_show_record (MerDataView *view,
                               const char  *kind,
                               gint64       id)
{
  MerMeetingsView *self = MER_MEETINGS_VIEW (view);
  g_autoptr (MerAgendaItem) item = NULL;

  if (g_str_equal (kind, "agenda-item"))
    item = mer_store_record (mer_session_get_document (session_of (self)),
                             &mer_record_agenda_item, id, NULL);
  mer_meetings_view_show (self, item != NULL ? item->meeting : id, item != NULL ? id : 0);
  if (item == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
set_widths (MerMeetingsView *self,
            gboolean         narrow)
{
  gtk_paned_set_position (self->paned, mer_text_scale_px (GTK_WIDGET (self),
                                                          narrow ? LIST_NARROW : LIST_WIDTH));
}

static void
mer_meetings_view_set_narrow (MerDataView *view,
                              gboolean     narrow)
{
  set_widths (MER_MEETINGS_VIEW (view), narrow);
}

/* --- the object ---------------------------------------------------------------------------- */

static void
forward_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  g_action_group_activate_action (
    mer_record_table_get_actions (MER_MEETINGS_VIEW (user_data)->table),
    g_action_get_name (G_ACTION (action)), NULL);
}

static const GActionEntry actions[] = {
  { "add", forward_cb, NULL, NULL, NULL, { 0 } },
  { "export", forward_cb, NULL, NULL, NULL, { 0 } },
};

static void
update_actions (MerMeetingsView *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    mer_data_view_set_action_enabled (
      MER_DATA_VIEW (self), actions[i].name,
      g_action_group_get_action_enabled (mer_record_table_get_actions (self->table),
                                         actions[i].name));
}

static gboolean
mer_meetings_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MER_MEETINGS_VIEW (widget)->table));
}

static void
mer_meetings_view_constructed (GObject *object)
{
  MerMeetingsView *self = MER_MEETINGS_VIEW (object);

  G_OBJECT_CLASS (mer_meetings_view_parent_class)->constructed (object);
  self->table = MER_RECORD_TABLE (mer_record_table_new (session_of (self), &info, self));
  self->form = MER_MEETING_PANE (mer_meeting_pane_new (session_of (self)));
  mer_record_table_show_bar (self->table, FALSE);
  self->paned = GTK_PANED (gtk_paned_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_widget_add_css_class (GTK_WIDGET (self->form), "mer-side");
  gtk_paned_set_start_child (self->paned, GTK_WIDGET (self->table));
  gtk_paned_set_end_child (self->paned, GTK_WIDGET (self->form));
  gtk_paned_set_resize_start_child (self->paned, FALSE);
  gtk_paned_set_shrink_start_child (self->paned, FALSE);
  gtk_paned_set_shrink_end_child (self->paned, FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->paned));
  set_widths (self, FALSE);
  mer_data_view_add_actions (MER_DATA_VIEW (self), actions, G_N_ELEMENTS (actions));
  g_signal_connect_object (self->table, "refreshed", G_CALLBACK (mer_meetings_view_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "selection-changed", G_CALLBACK (show_chosen), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (mer_record_table_get_actions (self->table), "action-enabled-changed",
                           G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  update_actions (self);
}

static void
mer_meetings_view_finalize (GObject *object)
{
  g_clear_pointer (&MER_MEETINGS_VIEW (object)->council, mer_council_unref);
  G_OBJECT_CLASS (mer_meetings_view_parent_class)->finalize (object);
}

static void
mer_meetings_view_class_init (MerMeetingsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = mer_meetings_view_constructed;
  G_OBJECT_CLASS (klass)->finalize = mer_meetings_view_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = mer_meetings_view_grab_focus;
  MER_DATA_VIEW_CLASS (klass)->update = mer_meetings_view_update;
  MER_DATA_VIEW_CLASS (klass)->set_narrow = mer_meetings_view_set_narrow;
  MER_DATA_VIEW_CLASS (klass)->show_record = mer_meetings_view_show_record;
}

static void
mer_meetings_view_init (MerMeetingsView *self)
{
}
