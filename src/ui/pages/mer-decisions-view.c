/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two tables of records, the lower one of what the upper one has selected. */

#include "config.h"

#include <glib/gi18n.h>

#include "cycle/mer-improvement.h"
#include "store/mer-record-store.h"
#include "ui/pages/mer-decisions-view.h"
#include "ui/widgets/mer-record-table.h"

struct _MerDecisionsView
{
  MerDataView parent_instance;

  /* children */
  MerRecordTable *decisions;
  MerRecordTable *items;
};

G_DEFINE_FINAL_TYPE (MerDecisionsView, mer_decisions_view, MER_TYPE_DATA_VIEW)

static MerRecordState
item_state (MerRecordTable *table,
            gconstpointer   record,
            char          **words)
{
  const MerRoadItem *item = record;

  *words = g_strdup (item->done_on != NULL ? _("done") : _("planned"));
  return item->done_on != NULL ? MER_RECORD_STATE_DONE : MER_RECORD_STATE_PLANNED;
}

/* clang-format off */
static const MerRecordTableInfo decisions_info = {
  .kind = "management-decision", .single = TRUE,
  .empty_title = N_("There are no management decisions yet"),
  .empty_text = N_("Road maps and changes of programmes by the results: number, day, what is "
                   "amended, and the items."),
};

static const MerRecordTableInfo items_info = {
  .kind = "road-item", .state = item_state, .add_label = N_("_Add an item…"),
  .empty_title = N_("The decision has no items yet"),
  .empty_text = N_("What is to be done, by when, and who is responsible."),
};
/* clang-format on */

static void
selected_cb (MerDecisionsView *self)
{
  const MerRecord *decision = mer_record_table_get_selected (self->decisions);

  mer_record_table_set_owner (self->items, "decision", decision != NULL ? decision->id : -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->items), decision != NULL);
}

static void
forward_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  MerDecisionsView *self = user_data;

  g_action_group_activate_action (mer_record_table_get_actions (self->decisions),
                                  g_action_get_name (G_ACTION (action)), NULL);
}

static const GActionEntry actions[] = {
  { "add", forward_cb, NULL, NULL, NULL, { 0 } },
  { "find", forward_cb, NULL, NULL, NULL, { 0 } },
  { "export", forward_cb, NULL, NULL, NULL, { 0 } },
};

static void
mer_decisions_view_update (MerDataView *view)
{
}

static void
mer_decisions_view_set_narrow (MerDataView *view,
                               gboolean     narrow)
{
  mer_record_table_set_narrow (MER_DECISIONS_VIEW (view)->decisions, narrow);
  mer_record_table_set_narrow (MER_DECISIONS_VIEW (view)->items, narrow);
}

/* An item stands below its decision. */
static void
mer_decisions_view_show_record (MerDataView *view,
                                const char  *kind,
                                gint64       id)
{
  MerDecisionsView *self = MER_DECISIONS_VIEW (view);
  MerSession       *session = mer_data_view_get_session (view);
  g_autoptr (MerRoadItem) item = NULL;

  if (g_str_equal (kind, "road-item"))
    item = mer_store_record (mer_session_get_document (session), &mer_record_road_item, id, NULL);
  if (mer_record_table_select (self->decisions, item != NULL ? item->decision : id))
    gtk_widget_grab_focus (GTK_WIDGET (self->decisions));
  selected_cb (self);
  if (item != NULL && mer_record_table_select (self->items, id))
    gtk_widget_grab_focus (GTK_WIDGET (self->items));
}

static gboolean
mer_decisions_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MER_DECISIONS_VIEW (widget)->decisions));
}

static void
mer_decisions_view_constructed (GObject *object)
{
  MerDecisionsView *self = MER_DECISIONS_VIEW (object);
  MerSession       *session = NULL;
  GtkWidget        *paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);

  G_OBJECT_CLASS (mer_decisions_view_parent_class)->constructed (object);
  mer_data_view_add_actions (MER_DATA_VIEW (self), actions, G_N_ELEMENTS (actions));
  session = mer_data_view_get_session (MER_DATA_VIEW (self));
  self->decisions = MER_RECORD_TABLE (mer_record_table_new (session, &decisions_info, self));
  self->items = MER_RECORD_TABLE (mer_record_table_new (session, &items_info, self));
  mer_record_table_show_add (self->decisions, FALSE); /* it stands in the header */
  gtk_paned_set_start_child (GTK_PANED (paned), GTK_WIDGET (self->decisions));
  gtk_paned_set_end_child (GTK_PANED (paned), GTK_WIDGET (self->items));
  gtk_paned_set_position (GTK_PANED (paned), 260);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  g_signal_connect_object (self->decisions, "selection-changed", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->decisions, "refreshed", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), paned);
  selected_cb (self);
}

static void
mer_decisions_view_class_init (MerDecisionsViewClass *klass)
{
  MerDataViewClass *view_class = MER_DATA_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mer_decisions_view_constructed;
  GTK_WIDGET_CLASS (klass)->grab_focus = mer_decisions_view_grab_focus;
  view_class->update = mer_decisions_view_update;
  view_class->set_narrow = mer_decisions_view_set_narrow;
  view_class->show_record = mer_decisions_view_show_record;
}

static void
mer_decisions_view_init (MerDecisionsView *self)
{
}
