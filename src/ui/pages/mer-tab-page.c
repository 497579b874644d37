/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page of tabs. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/pages/mer-tab-page.h"

typedef struct
{
  MerTabs *tabs; /* child */
} MerTabPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MerTabPage, mer_tab_page, MER_TYPE_PAGE)

static MerTabs *
tabs_of (MerTabPage *self)
{
  return ((MerTabPagePrivate *) mer_tab_page_get_instance_private (self))->tabs;
}

static GtkWidget *
make_add_button (void)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "merilo-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _("_Add…"));
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_tooltip_text (button, _("Add a record (Insert)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.add");
  return button;
}

static void
view_made_cb (MerTabPage  *self,
              const char  *id,
              MerDataView *view)
{
  MerTabPageClass *klass = MER_TAB_PAGE_GET_CLASS (self);

  if (klass->view_made != NULL)
    klass->view_made (self, id, view);
}

static void
mer_tab_page_refresh (MerPage *page)
{
  mer_tabs_update (tabs_of (MER_TAB_PAGE (page)));
}

static void
mer_tab_page_show_organization (MerPage *page,
                                gint64   organization_id)
{
  mer_data_view_show_organization (mer_tabs_get_shown (tabs_of (MER_TAB_PAGE (page))),
                                   organization_id);
}

static void
mer_tab_page_show_record (MerPage    *page,
                          const char *kind,
                          gint64      id)
{
  mer_tabs_show_record (tabs_of (MER_TAB_PAGE (page)), kind, id);
}

static gboolean
mer_tab_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (tabs_of (MER_TAB_PAGE (widget))));
}

static void
mer_tab_page_constructed (GObject *object)
{
  MerTabPage        *self = MER_TAB_PAGE (object);
  MerTabPageClass   *klass = MER_TAB_PAGE_GET_CLASS (self);
  MerTabPagePrivate *priv = mer_tab_page_get_instance_private (self);

  G_OBJECT_CLASS (mer_tab_page_parent_class)->constructed (object);
  priv->tabs = g_object_new (MER_TYPE_TABS, NULL);
  g_object_set (self, "child", priv->tabs, "header-start", make_add_button (), NULL);
  g_signal_connect_object (priv->tabs, "view-made", G_CALLBACK (view_made_cb), self,
                           G_CONNECT_SWAPPED);
  mer_tabs_set_up (priv->tabs, MER_PAGE (self), klass->tabs, klass->n_tabs);
  g_signal_connect_object (mer_page_get_session (MER_PAGE (self)), "results-changed",
                           G_CALLBACK (mer_page_refresh), self, G_CONNECT_SWAPPED);
}

static void
mer_tab_page_class_init (MerTabPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = mer_tab_page_constructed;
  GTK_WIDGET_CLASS (klass)->grab_focus = mer_tab_page_grab_focus;
  MER_PAGE_CLASS (klass)->show_organization = mer_tab_page_show_organization;
  MER_PAGE_CLASS (klass)->show_record = mer_tab_page_show_record;
  MER_PAGE_CLASS (klass)->refresh = mer_tab_page_refresh;
}

static void
mer_tab_page_init (MerTabPage *self)
{
}

void
mer_tab_page_class_set_tabs (MerTabPageClass *klass,
                             const MerTab    *tabs,
                             guint            n_tabs)
{
  klass->tabs = tabs;
  klass->n_tabs = n_tabs;
  MER_PAGE_CLASS (klass)->records = mer_tabs_kinds (tabs, n_tabs);
}

MerDataView *
mer_tab_page_show_tab (MerTabPage *self,
                       const char *id)
{
  g_return_val_if_fail (MER_IS_TAB_PAGE (self), NULL);
  return mer_tabs_show (tabs_of (self), id);
}

MerDataView *
mer_tab_page_get_shown (MerTabPage *self)
{
  g_return_val_if_fail (MER_IS_TAB_PAGE (self), NULL);
  return mer_tabs_get_shown (tabs_of (self));
}

const char *
mer_tab_page_get_shown_id (MerTabPage *self)
{
  g_return_val_if_fail (MER_IS_TAB_PAGE (self), NULL);
  return mer_tabs_get_shown_id (tabs_of (self));
}
