/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tabs over one session. Summary and buttons in the toolbar are the shown view's. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/mer-ui.h"
#include "ui/pages/mer-tabs.h"
#include "ui/widgets/mer-children.h"

struct _MerTabs
{
  AdwBin parent_instance;

  /* template children */
  GtkWidget *switcher;
  GtkLabel  *summary;
  GtkBox    *tools;
  GtkStack  *views;

  MerPage      *page; /* borrowed: it holds this */
  const MerTab *tabs; /* static */
  guint         n_tabs;
};

G_DEFINE_FINAL_TYPE (MerTabs, mer_tabs, ADW_TYPE_BIN)

enum
{
  VIEW_MADE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static AdwBin *
shown_bin (MerTabs *self)
{
  return ADW_BIN (gtk_stack_get_visible_child (self->views));
}

MerDataView *
mer_tabs_get_shown (MerTabs *self)
{
  g_return_val_if_fail (MER_IS_TABS (self), NULL);
  return MER_DATA_VIEW (adw_bin_get_child (shown_bin (self)));
}

const char *
mer_tabs_get_shown_id (MerTabs *self)
{
  g_return_val_if_fail (MER_IS_TABS (self), NULL);
  return gtk_stack_get_visible_child_name (self->views);
}

static void
show_summary (MerTabs *self)
{
  g_autofree char *summary = mer_data_view_get_summary (mer_tabs_get_shown (self));

  gtk_label_set_text (self->summary, summary != NULL ? summary : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->summary), summary);
}

/* --- the page's actions ---------------------------------------------------------------------- */

static void
forward_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  g_action_group_activate_action (mer_data_view_get_actions (mer_tabs_get_shown (user_data)),
                                  g_action_get_name (G_ACTION (action)), NULL);
}

static const GActionEntry forwarded[] = {
  { "find", forward_cb, NULL, NULL, NULL, { 0 } },
  { "export", forward_cb, NULL, NULL, NULL, { 0 } },
  { "add", forward_cb, NULL, NULL, NULL, { 0 } },
};

/* A view's own actions take the page's keys. */
static void
update_forwarded (MerTabs *self)
{
  GActionGroup *actions = mer_data_view_get_actions (mer_tabs_get_shown (self));

  for (guint i = 0; i < G_N_ELEMENTS (forwarded); i++)
    mer_page_set_action_enabled (
      self->page, forwarded[i].name,
      g_action_group_get_action_enabled (actions, forwarded[i].name));
}

static void
action_changed_cb (MerTabs *self)
{
  AdwBin *bin = shown_bin (self);

  if (bin != NULL && adw_bin_get_child (bin) != NULL)
    update_forwarded (self);
}

/* --- views ----------------------------------------------------------------------------------- */

static MerDataView *
new_view (MerTabs      *self,
          const MerTab *tab)
{
  MerSession *session = mer_page_get_session (self->page);

  if (tab->get_type != NULL)
    return g_object_new (tab->get_type (), "session", session, NULL);
  return g_object_new (MER_TYPE_RECORD_VIEW, "session", session, "info", tab->records, NULL);
}

static MerDataView *
make_view (MerTabs    *self,
           const char *id)
{
  MerDataView *view = NULL;

  for (guint i = 0; i < self->n_tabs && view == NULL; i++)
    if (g_str_equal (self->tabs[i].id, id))
      view = new_view (self, &self->tabs[i]);
  g_signal_connect_object (view, "summary-changed", G_CALLBACK (show_summary), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (mer_data_view_get_actions (view), "action-enabled-changed",
                           G_CALLBACK (action_changed_cb), self, G_CONNECT_SWAPPED);
  mer_data_view_set_narrow (view, mer_page_get_narrow (self->page));
  g_signal_emit (self, signals[VIEW_MADE], 0, id, view);
  return view;
}

static void
show_tools (MerTabs *self)
{
  MerDataView *view = mer_tabs_get_shown (self);
  GtkWidget   *tools = mer_data_view_get_tools (view);

  mer_box_clear (self->tools);
  gtk_widget_set_visible (GTK_WIDGET (self->tools), tools != NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "view", mer_data_view_get_actions (view));
  if (tools != NULL)
    gtk_box_append (self->tools, tools);
}

static void
view_changed_cb (MerTabs *self)
{
  AdwBin *bin = shown_bin (self);

  if (bin == NULL || self->page == NULL)
    return;
  if (adw_bin_get_child (bin) == NULL)
    adw_bin_set_child (bin, GTK_WIDGET (make_view (self, mer_tabs_get_shown_id (self))));
  mer_data_view_update (mer_tabs_get_shown (self));
  show_tools (self);
  show_summary (self);
  update_forwarded (self);
}

void
mer_tabs_update (MerTabs *self)
{
  g_return_if_fail (MER_IS_TABS (self));
  view_changed_cb (self);
}

MerDataView *
mer_tabs_show (MerTabs    *self,
               const char *id)
{
  g_return_val_if_fail (MER_IS_TABS (self), NULL);
  gtk_stack_set_visible_child_name (self->views, id);
  return mer_tabs_get_shown (self);
}

static gboolean
shows_kind (const MerTab *tab,
            const char   *kind)
{
  return tab->records != NULL ? g_str_equal (tab->records->kind, kind)
                              : tab->kinds != NULL && g_strv_contains (tab->kinds, kind);
}

void
mer_tabs_show_record (MerTabs    *self,
                      const char *kind,
                      gint64      id)
{
  g_return_if_fail (MER_IS_TABS (self));
  for (guint i = 0; i < self->n_tabs; i++)
    if (shows_kind (&self->tabs[i], kind))
      {
        mer_data_view_show_record (mer_tabs_show (self, self->tabs[i].id), kind, id);
        return;
      }
}

const char *const *
mer_tabs_kinds (const MerTab *tabs,
                guint         n_tabs)
{
  GPtrArray *kinds = g_ptr_array_new ();

  for (guint i = 0; i < n_tabs; i++)
    {
      if (tabs[i].records != NULL)
        g_ptr_array_add (kinds, (gpointer) (guintptr) tabs[i].records->kind);
      for (guint k = 0; tabs[i].kinds != NULL && tabs[i].kinds[k] != NULL; k++)
        g_ptr_array_add (kinds, (gpointer) (guintptr) tabs[i].kinds[k]);
    }
  g_ptr_array_add (kinds, NULL);
  return (const char *const *) g_ptr_array_free (kinds, FALSE);
}

static void
narrow_changed_cb (MerTabs *self)
{
  for (GtkWidget *bin = gtk_widget_get_first_child (GTK_WIDGET (self->views)); bin != NULL;
       bin = gtk_widget_get_next_sibling (bin))
    {
      GtkWidget *view = adw_bin_get_child (ADW_BIN (bin));

      if (view != NULL)
        mer_data_view_set_narrow (MER_DATA_VIEW (view), mer_page_get_narrow (self->page));
    }
}

/* --- the object ------------------------------------------------------------------------------ */

static gboolean
mer_tabs_grab_focus (GtkWidget *widget)
{
  MerTabs *self = MER_TABS (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (mer_tabs_get_shown (self))) ||
         gtk_widget_grab_focus (self->switcher);
}

static void
mer_tabs_dispose (GObject *object)
{
  MER_TABS (object)->page = NULL; /* the views go one after another, and others are shown then */
  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_TABS);
  G_OBJECT_CLASS (mer_tabs_parent_class)->dispose (object);
}

static void
mer_tabs_class_init (MerTabsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_tabs_dispose;
  widget_class->grab_focus = mer_tabs_grab_focus;
  widget_class->focus = mer_children_focus;
  signals[VIEW_MADE] = g_signal_new ("view-made", MER_TYPE_TABS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 2, G_TYPE_STRING, MER_TYPE_DATA_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, MER_UI_RESOURCE ("mer-tabs.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerTabs, switcher);
  gtk_widget_class_bind_template_child (widget_class, MerTabs, summary);
  gtk_widget_class_bind_template_child (widget_class, MerTabs, tools);
  gtk_widget_class_bind_template_child (widget_class, MerTabs, views);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
}

/* Ctrl+Page Down and Up, as in a notebook: Tab alone does not lead from a table to the tabs. */
static gboolean
turn (MerTabs *self,
      guint    step)
{
  guint i = 0;

  while (i < self->n_tabs && g_strcmp0 (self->tabs[i].id, mer_tabs_get_shown_id (self)) != 0)
    i++;
  if (i == self->n_tabs || self->n_tabs < 2)
    return GDK_EVENT_PROPAGATE;
  gtk_stack_set_visible_child_name (self->views, self->tabs[(i + step) % self->n_tabs].id);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return GDK_EVENT_STOP;
}

static gboolean
next_cb (GtkWidget *widget,
         GVariant  *parameter,
         gpointer   user_data)
{
  return turn (MER_TABS (widget), 1);
}

static gboolean
previous_cb (GtkWidget *widget,
             GVariant  *parameter,
             gpointer   user_data)
{
  return turn (MER_TABS (widget), MER_TABS (widget)->n_tabs - 1);
}

static void
add_key (GtkEventController *keys,
         guint               key,
         GtkShortcutFunc     func)
{
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (key, GDK_CONTROL_MASK),
                      gtk_callback_action_new (func, NULL, NULL)));
}

static void
mer_tabs_init (MerTabs *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  /* before the table, which would scroll sideways */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, GDK_KEY_Page_Down, next_cb);
  add_key (keys, GDK_KEY_Page_Up, previous_cb);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
mer_tabs_set_up (MerTabs      *self,
                 MerPage      *page,
                 const MerTab *tabs,
                 guint         n_tabs)
{
  g_return_if_fail (MER_IS_TABS (self) && self->page == NULL);
  self->tabs = tabs;
  self->n_tabs = n_tabs;
  g_action_map_add_action_entries (G_ACTION_MAP (mer_page_get_actions (page)), forwarded,
                                   G_N_ELEMENTS (forwarded), self);
  for (guint i = 0; i < n_tabs; i++)
    gtk_stack_add_titled (self->views, adw_bin_new (), tabs[i].id, _(tabs[i].title));
  g_signal_connect_object (page, "notify::narrow", G_CALLBACK (narrow_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->page = page;
  mer_tabs_update (self);
}
