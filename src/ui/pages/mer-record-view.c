/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of records as a tab. */

#include "config.h"

#include "ui/pages/mer-record-view.h"

struct _MerRecordView
{
  MerDataView parent_instance;

  const MerRecordTableInfo *info;
  MerRecordTable           *table; /* child */
};

G_DEFINE_FINAL_TYPE (MerRecordView, mer_record_view, MER_TYPE_DATA_VIEW)

enum
{
  PROP_INFO = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
forward_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  MerRecordView *self = MER_RECORD_VIEW (user_data);

  g_action_group_activate_action (mer_record_table_get_actions (self->table),
                                  g_action_get_name (G_ACTION (action)), NULL);
}

static const GActionEntry actions[] = {
  { "add", forward_cb, NULL, NULL, NULL, { 0 } },
  { "find", forward_cb, NULL, NULL, NULL, { 0 } },
  { "export", forward_cb, NULL, NULL, NULL, { 0 } },
};

static void
update_actions (MerRecordView *self)
{
  GActionGroup *group = mer_record_table_get_actions (self->table);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    mer_data_view_set_action_enabled (
      MER_DATA_VIEW (self), actions[i].name,
      g_action_group_get_action_enabled (group, actions[i].name));
}

static void
refreshed_cb (MerRecordView *self)
{
  mer_data_view_summary_changed (MER_DATA_VIEW (self));
}

/* The table follows the document by itself. */
static void
mer_record_view_update (MerDataView *view)
{
}

static char *
mer_record_view_get_summary (MerDataView *view)
{
  return NULL; /* the table's own bar tells */
}

static void
mer_record_view_set_narrow (MerDataView *view,
                            gboolean     narrow)
{
  mer_record_table_set_narrow (MER_RECORD_VIEW (view)->table, narrow);
}

static void
mer_record_view_show_record (MerDataView *view,
                             const char  *kind,
                             gint64       id)
{
  MerRecordTable *table = MER_RECORD_VIEW (view)->table;

  if (mer_record_table_select (table, id))
    gtk_widget_grab_focus (GTK_WIDGET (table));
}

static gboolean
mer_record_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MER_RECORD_VIEW (widget)->table));
}

static void
mer_record_view_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (id == PROP_INFO)
    MER_RECORD_VIEW (object)->info = g_value_get_pointer (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mer_record_view_constructed (GObject *object)
{
  MerRecordView *self = MER_RECORD_VIEW (object);
  MerDataView   *view = MER_DATA_VIEW (object);

  G_OBJECT_CLASS (mer_record_view_parent_class)->constructed (object);
  self->table =
    MER_RECORD_TABLE (mer_record_table_new (mer_data_view_get_session (view), self->info, self));
  mer_record_table_show_add (self->table, FALSE); /* it stands in the header */
  mer_data_view_add_actions (view, actions, G_N_ELEMENTS (actions));
  g_signal_connect_object (mer_record_table_get_actions (self->table), "action-enabled-changed",
                           G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->table));
}

static void
mer_record_view_class_init (MerRecordViewClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  MerDataViewClass *view_class = MER_DATA_VIEW_CLASS (klass);

  object_class->set_property = mer_record_view_set_property;
  object_class->constructed = mer_record_view_constructed;
  GTK_WIDGET_CLASS (klass)->grab_focus = mer_record_view_grab_focus;
  view_class->update = mer_record_view_update;
  view_class->get_summary = mer_record_view_get_summary;
  view_class->set_narrow = mer_record_view_set_narrow;
  view_class->show_record = mer_record_view_show_record;
  properties[PROP_INFO] =
    g_param_spec_pointer ("info", NULL, NULL,
                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
mer_record_view_init (MerRecordView *self)
{
}

MerRecordTable *
mer_record_view_get_table (MerRecordView *self)
{
  g_return_val_if_fail (MER_IS_RECORD_VIEW (self), NULL);
  return self->table;
}
