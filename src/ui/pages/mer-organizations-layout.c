/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Columns and panes of the page of organizations: what the user chose is kept in the
 * settings; on a narrow page some columns give way, and the column menu returns them. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/mer-text-scale.h"
#include "ui/pages/mer-organization-columns.h"
#include "ui/pages/mer-organizations-page-private.h"

#define INSPECTOR_WIDTH 288
#define INSPECTOR_WIDTH_NARROW 256

/* An action `show-ID` for each column but the first; its state is what the user wants. */
static char *
action_name (const char *column_id)
{
  return g_strconcat ("show-", column_id, NULL);
}

static GSimpleAction *
find_action (MerOrganizationsPage *self,
             const char           *column_id)
{
  g_autofree char *name = action_name (column_id);
  GActionGroup    *group = mer_page_get_actions (MER_PAGE (self));

  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (group), name));
}

/* Wide: what the settings say. Narrow: without the columns that give way. */
static gboolean
is_shown_by_default (MerOrganizationsPage *self,
                     const char           *column_id)
{
  GSettings *settings = mer_page_get_settings (MER_PAGE (self));
  g_auto (GStrv) hidden = g_settings_get_strv (settings, "organizations-hidden-columns");

  if (mer_page_get_narrow (MER_PAGE (self)) && mer_organization_column_is_wide_only (column_id))
    return FALSE;
  return !g_strv_contains ((const char *const *) hidden, column_id);
}

static void
save_hidden (MerOrganizationsPage *self)
{
  guint                n_columns = 0;
  const MerListColumn *columns = mer_organization_columns (&n_columns);
  g_autoptr (GStrvBuilder) hidden = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 1; i < n_columns; i++)
    {
      g_autoptr (GVariant) state = g_action_get_state (G_ACTION (find_action (self,
                                                                              columns[i].id)));

      if (!g_variant_get_boolean (state))
        g_strv_builder_add (hidden, columns[i].id);
    }
  names = g_strv_builder_end (hidden);
  g_settings_set_strv (mer_page_get_settings (MER_PAGE (self)), "organizations-hidden-columns",
                       (const char *const *) names);
}

static void
show_column (MerOrganizationsPage *self,
             const char           *column_id,
             gboolean              shown)
{
  mer_list_view_show_column (self->table, column_id, shown);
  g_simple_action_set_state (find_action (self, column_id), g_variant_new_boolean (shown));
}

static void
change_state_cb (GSimpleAction        *action,
                 GVariant             *value,
                 MerOrganizationsPage *self)
{
  const char *column_id = g_action_get_name (G_ACTION (action)) + strlen ("show-");

  show_column (self, column_id, g_variant_get_boolean (value));
  if (!mer_page_get_narrow (MER_PAGE (self)))
    save_hidden (self);
}

void
mer_organizations_page_update_columns (MerOrganizationsPage *self)
{
  guint                n_columns = 0;
  const MerListColumn *columns = mer_organization_columns (&n_columns);
  gboolean             narrow = mer_page_get_narrow (MER_PAGE (self));

  for (guint i = 1; i < n_columns; i++)
    show_column (self, columns[i].id, is_shown_by_default (self, columns[i].id));
  gtk_widget_set_size_request (GTK_WIDGET (self->inspector),
                               mer_text_scale_px (GTK_WIDGET (self), narrow ? INSPECTOR_WIDTH_NARROW
                                                                            : INSPECTOR_WIDTH),
                               -1);
}

static void
add_column_actions (MerOrganizationsPage *self)
{
  guint                n_columns = 0;
  const MerListColumn *columns = mer_organization_columns (&n_columns);
  GActionMap          *map = G_ACTION_MAP (mer_page_get_actions (MER_PAGE (self)));

  for (guint i = 1; i < n_columns; i++)
    {
      g_autofree char *name = action_name (columns[i].id);
      g_autofree char *full_name = g_strconcat ("page.", name, NULL);
      g_autoptr (GSimpleAction) action =
        g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (TRUE));

      g_signal_connect_object (action, "change-state", G_CALLBACK (change_state_cb), self, 0);
      g_action_map_add_action (map, G_ACTION (action));
      g_menu_append (self->columns_section, _(columns[i].title), full_name);
    }
}

static void
sorted_cb (MerOrganizationsPage *self)
{
  g_autofree char *sort = mer_list_view_get_sort (self->table);

  g_settings_set_string (mer_page_get_settings (MER_PAGE (self)), "organizations-sort", sort);
}

static void
unmap_cb (MerOrganizationsPage *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->inspector));

  if (!mer_page_get_narrow (MER_PAGE (self)) && width > INSPECTOR_WIDTH)
    g_settings_set_int (mer_page_get_settings (MER_PAGE (self)), "organizations-inspector", width);
  sorted_cb (self);
}

/* The pane keeps its width when the window grows; it begins as wide as it was left. */
static void
max_position_cb (MerOrganizationsPage *self)
{
  int width = g_settings_get_int (mer_page_get_settings (MER_PAGE (self)),
                                  "organizations-inspector");
  int whole = gtk_widget_get_width (GTK_WIDGET (self->paned));

  if (whole <= 0)
    return;
  g_signal_handlers_disconnect_by_func (self->paned, max_position_cb, self);
  if (width > INSPECTOR_WIDTH && width < whole / 2 && !mer_page_get_narrow (MER_PAGE (self)))
    gtk_paned_set_position (self->paned, whole - width);
}

void
mer_organizations_page_init_layout (MerOrganizationsPage *self)
{
  g_autofree char *sort = g_settings_get_string (mer_page_get_settings (MER_PAGE (self)),
                                                 "organizations-sort");

  add_column_actions (self);
  mer_organizations_page_update_columns (self);
  if (sort[0] != '\0')
    mer_list_view_set_sort (self->table, sort);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (mer_organizations_page_update_columns),
                    NULL);
  mer_text_scale_follow (GTK_WIDGET (self), G_CALLBACK (mer_organizations_page_update_columns),
                         self);
  g_signal_connect (self, "unmap", G_CALLBACK (unmap_cb), NULL);
  g_signal_connect_object (self->paned, "notify::max-position", G_CALLBACK (max_position_cb), self,
                           G_CONNECT_SWAPPED);
}
