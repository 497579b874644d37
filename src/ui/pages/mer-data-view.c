/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tabs of the data page have in common: a session, a group of actions, and how the
 * page learns of a changed summary. */

#include "config.h"

#include "ui/pages/mer-data-view.h"
#include "ui/widgets/mer-children.h"
#include "ui/widgets/mer-table-keys.h"

typedef struct
{
  MerSession         *session; /* owned */
  GSimpleActionGroup *actions; /* owned */
} MerDataViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MerDataView, mer_data_view, ADW_TYPE_BIN)

enum
{
  PROP_SESSION = 1,
  N_PROPERTIES,
};

enum
{
  SUMMARY_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint       signals[N_SIGNALS];

static MerDataViewPrivate *
get_private (MerDataView *self)
{
  return mer_data_view_get_instance_private (self);
}

static void
mer_data_view_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  if (id == PROP_SESSION)
    get_private (MER_DATA_VIEW (object))->session = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mer_data_view_dispose (GObject *object)
{
  MerDataViewPrivate *priv = get_private (MER_DATA_VIEW (object));

  g_clear_object (&priv->actions);
  g_clear_object (&priv->session);
  G_OBJECT_CLASS (mer_data_view_parent_class)->dispose (object);
}

static void
mer_data_view_class_init (MerDataViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = mer_data_view_set_property;
  object_class->dispose = mer_data_view_dispose;
  GTK_WIDGET_CLASS (klass)->focus = mer_children_focus;
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, MER_TYPE_SESSION,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[SUMMARY_CHANGED] =
    g_signal_new ("summary-changed", MER_TYPE_DATA_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
mer_data_view_init (MerDataView *self)
{
  MerDataViewPrivate *priv = get_private (self);

  priv->actions = g_simple_action_group_new ();
  gtk_widget_insert_action_group (GTK_WIDGET (self), "view", G_ACTION_GROUP (priv->actions));
}

MerSession *
mer_data_view_get_session (MerDataView *self)
{
  g_return_val_if_fail (MER_IS_DATA_VIEW (self), NULL);
  return get_private (self)->session;
}

void
mer_data_view_add_actions (MerDataView        *self,
                           const GActionEntry *entries,
                           guint               n_entries)
{
  g_return_if_fail (MER_IS_DATA_VIEW (self));
  g_action_map_add_action_entries (G_ACTION_MAP (get_private (self)->actions), entries,
                                   (int) n_entries, self);
}

void
mer_data_view_set_action_enabled (MerDataView *self,
                                  const char  *name,
                                  gboolean     enabled)
{
  GAction *action = NULL;

  g_return_if_fail (MER_IS_DATA_VIEW (self));
  action = g_action_map_lookup_action (G_ACTION_MAP (get_private (self)->actions), name);
  g_return_if_fail (action != NULL);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

GActionGroup *
mer_data_view_get_actions (MerDataView *self)
{
  g_return_val_if_fail (MER_IS_DATA_VIEW (self), NULL);
  return G_ACTION_GROUP (get_private (self)->actions);
}

void
mer_data_view_bind_table_keys (MerDataView *self,
                               GtkWidget   *list)
{
  g_return_if_fail (MER_IS_DATA_VIEW (self));
  mer_table_keys_bind (list, mer_data_view_get_actions (self), "view.");
}

void
mer_data_view_summary_changed (MerDataView *self)
{
  g_return_if_fail (MER_IS_DATA_VIEW (self));
  g_signal_emit (self, signals[SUMMARY_CHANGED], 0);
}

void
mer_data_view_update (MerDataView *self)
{
  g_return_if_fail (MER_IS_DATA_VIEW (self));
  MER_DATA_VIEW_GET_CLASS (self)->update (self);
}

char *
mer_data_view_get_summary (MerDataView *self)
{
  MerDataViewClass *klass = NULL;

  g_return_val_if_fail (MER_IS_DATA_VIEW (self), NULL);
  klass = MER_DATA_VIEW_GET_CLASS (self);
  return klass->get_summary != NULL ? klass->get_summary (self) : NULL;
}

GtkWidget *
mer_data_view_get_tools (MerDataView *self)
{
  MerDataViewClass *klass = NULL;

  g_return_val_if_fail (MER_IS_DATA_VIEW (self), NULL);
  klass = MER_DATA_VIEW_GET_CLASS (self);
  return klass->get_tools != NULL ? klass->get_tools (self) : NULL;
}

void
mer_data_view_set_narrow (MerDataView *self,
                          gboolean     narrow)
{
  MerDataViewClass *klass = NULL;

  g_return_if_fail (MER_IS_DATA_VIEW (self));
  klass = MER_DATA_VIEW_GET_CLASS (self);
  if (klass->set_narrow != NULL)
    klass->set_narrow (self, narrow);
}

void
mer_data_view_show_organization (MerDataView *self,
                                 gint64       organization_id)
{
  MerDataViewClass *klass = NULL;

  g_return_if_fail (MER_IS_DATA_VIEW (self));
  klass = MER_DATA_VIEW_GET_CLASS (self);
  if (klass->show_organization != NULL)
    klass->show_organization (self, organization_id);
}

void
mer_data_view_show_record (MerDataView *self,
                           const char  *kind,
                           gint64       id)
{
  MerDataViewClass *klass = NULL;

  g_return_if_fail (MER_IS_DATA_VIEW (self));
  klass = MER_DATA_VIEW_GET_CLASS (self);
  if (klass->show_record != NULL)
    klass->show_record (self, kind, id);
}
