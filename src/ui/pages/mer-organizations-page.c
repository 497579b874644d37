/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of organizations. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/pages/mer-organizations-page.h"

struct _MerOrganizationsPage
{
  MerPage parent_instance;
};

G_DEFINE_FINAL_TYPE (MerOrganizationsPage, mer_organizations_page, MER_TYPE_PAGE)

static void
mer_organizations_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_ORGANIZATIONS_PAGE);
  G_OBJECT_CLASS (mer_organizations_page_parent_class)->dispose (object);
}

static void
mer_organizations_page_class_init (MerOrganizationsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_organizations_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/merilo/Merilo/ui/mer-organizations-page.ui");
}

static void
mer_organizations_page_init (MerOrganizationsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

char *
mer_organizations_page_counter (MerSession *session)
{
  g_autoptr (GPtrArray) organizations = mer_store_organizations (mer_session_get_document (session), NULL);
  guint n = 0;

  for (guint i = 0; organizations && i < organizations->len; i++)
    {
      const MerOrganization *organization = g_ptr_array_index (organizations, i);

      n += organization->state == MER_ORGANIZATION_WORKING;
    }
  return mer_format_count (mer_language_of_locale (), n);
}
