/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done on the page of organizations. Each change of several organizations is
 * one action, and one Ctrl+Z takes it back. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/dialogs/mer-group-dialog.h"
#include "ui/dialogs/mer-merge-dialog.h"
#include "ui/dialogs/mer-organization-dialog.h"
#include "ui/dialogs/mer-spellings-dialog.h"
#include "ui/mer-page-table.h"
#include "ui/pages/mer-organizations-page-private.h"

static MerSession *
session_of (MerOrganizationsPage *self)
{
  return mer_page_get_session (MER_PAGE (self));
}

static GtkWindow *
window_of (MerOrganizationsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* --- one organization --------------------------------------------------------------- */

static void
saved_cb (GtkWidget            *dialog,
          gint64                organization_id,
          MerOrganizationsPage *self)
{
  mer_page_show_organization (MER_PAGE (self), organization_id);
}

static void
present_dialog (MerOrganizationsPage *self,
                MerOrganizationItem  *item)
{
  const MerOrganizationEntry *entry = item ? mer_organization_item_get (item) : NULL;
  const MerCycleMember        member = {
           entry ? entry->organization->id : 0,
    entry ? entry->recipients : -1,
    entry ? entry->member : TRUE,
  };
  GtkWidget *dialog = mer_organization_dialog_new (window_of (self), session_of (self),
                                                   entry ? entry->organization : NULL, &member);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  present_dialog (user_data, NULL);
}

static void
edit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr (MerOrganizationItem) item = mer_organizations_page_get_single (user_data);

  if (item)
    present_dialog (user_data, item);
}

static void
show_rating_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  g_autoptr (MerOrganizationItem) item = mer_organizations_page_get_single (user_data);

  if (item)
    gtk_widget_activate_action (GTK_WIDGET (user_data), "win.show-rating", "x",
                                mer_organization_item_get (item)->organization->id);
}

static void
spellings_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  g_autoptr (MerOrganizationItem) item = mer_organizations_page_get_single (user_data);

  if (item)
    gtk_window_present (GTK_WINDOW (
      mer_spellings_dialog_new (window_of (user_data), session_of (user_data),
                                mer_organization_item_get (item)->organization)));
}

/* --- several organizations ------------------------------------------------------------ */

static gboolean
delete_organizations (MerDocument *document,
                      gpointer     user_data,
                      GError     **error)
{
  const GArray *ids = user_data;

  for (guint i = 0; i < ids->len; i++)
    if (!mer_store_delete_organization (document, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

static void
delete_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  MerOrganizationsPage *self = user_data;
  g_autoptr (GArray) ids = mer_organizations_page_get_selected_ids (self);
  g_autofree char *done = NULL;

  done = g_strdup_printf (ngettext ("%u organization was deleted",
                                    "%u organizations were deleted", ids->len),
                          ids->len);
  mer_session_perform (session_of (self),
                       ngettext ("Deleting an organization", "Deleting organizations", ids->len),
                       done, delete_organizations, ids);
}

static void
merge_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  MerOrganizationsPage *self = user_data;
  g_autoptr (GArray) ids = mer_organizations_page_get_selected_ids (self);
  GtkWidget *dialog = NULL;

  if (ids->len != 2)
    return;
  dialog = mer_merge_dialog_new (window_of (self), session_of (self),
                                 g_array_index (ids, gint64, 0), g_array_index (ids, gint64, 1));
  if (dialog == NULL)
    return;
  g_signal_connect_object (dialog, "merged", G_CALLBACK (saved_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

/* A whole region may be selected; its ids stand in their order. */
static gboolean
is_selected (GArray *ids,
             gint64  id)
{
  return g_array_binary_search (ids, &id, compare_ids, NULL);
}

/* A field that is set alike in all the organizations. */
typedef struct
{
  GArray *ids; /* in their order */
  void (*set) (MerOrganization *organization,
               guint            value);
  guint value;
} FieldChange;

static gboolean
set_field (MerDocument *document,
           gpointer     user_data,
           GError     **error)
{
  const FieldChange *change = user_data;
  g_autoptr (GPtrArray) all = mer_store_organizations (document, error);

  for (guint i = 0; all && i < all->len; i++)
    {
      const MerOrganization *organization = g_ptr_array_index (all, i);
      g_autoptr (MerOrganization) changed = NULL;

      if (!is_selected (change->ids, organization->id))
        continue;
      changed = mer_organization_dup (organization);
      change->set (changed, change->value);
      if (!mer_store_save_organization (document, changed, error))
        return FALSE;
    }
  return all != NULL;
}

static void
set_kind (MerOrganization *organization,
          guint            value)
{
  organization->kind = (MerOrganizationKind) value;
}

static void
set_state (MerOrganization *organization,
           guint            value)
{
  organization->state = (MerOrganizationState) value;
}

static void
change_field (MerOrganizationsPage *self,
              const char           *label,
              void (*set) (MerOrganization *, guint),
              guint value)
{
  g_autoptr (GArray) ids = mer_organizations_page_get_selected_ids (self);
  g_autofree char *done = NULL;
  FieldChange      change = { ids, set, value };

  done = g_strdup_printf (ngettext ("%u organization was changed",
                                    "%u organizations were changed", ids->len),
                          ids->len);
  mer_session_perform (session_of (self), label, done, set_field, &change);
}

static void
set_kind_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  MerOrganizationKind kind;

  if (mer_organization_kind_from_code (g_variant_get_string (parameter, NULL), &kind))
    change_field (user_data, _("Changing the kind"), set_kind, kind);
}

static void
set_state_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  MerOrganizationState state;

  if (mer_organization_state_from_code (g_variant_get_string (parameter, NULL), &state))
    change_field (user_data, _("Changing the state"), set_state, state);
}

static void
close_organization_cb (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  change_field (user_data, _("Closing the organization"), set_state, MER_ORGANIZATION_CLOSED);
}

/* --- groups ----------------------------------------------------------------------------- */

static void
group_new_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  g_autoptr (GArray) ids = mer_organizations_page_get_selected_ids (user_data);

  mer_group_dialog_present (window_of (user_data), session_of (user_data), 0, ids);
}

static void
group_rename_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  mer_group_dialog_present (window_of (user_data), session_of (user_data),
                            mer_organizations_page_get_group_id (user_data), NULL);
}

static gboolean
delete_group (MerDocument *document,
              gpointer     user_data,
              GError     **error)
{
  return mer_store_delete_group (document, *(const gint64 *) user_data, error);
}

static void
group_delete_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  gint64 id = mer_organizations_page_get_group_id (user_data);

  mer_session_perform (session_of (user_data), _("Deleting a group"), _("The group was deleted"),
                                                                          delete_group, &id);
}

typedef struct
{
  gint64   group_id;
  GArray  *ids;  /* in their order */
  gboolean join; /* else leave */
} Membership;

static GArray *
changed_members (const GArray     *members,
                 const Membership *change)
{
  GArray *result = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < members->len; i++)
    if (!is_selected (change->ids, g_array_index (members, gint64, i)))
      g_array_append_val (result, g_array_index (members, gint64, i));
  if (change->join)
    g_array_append_vals (result, change->ids->data, change->ids->len);
  return result;
}

static gboolean
change_membership (MerDocument *document,
                   gpointer     user_data,
                   GError     **error)
{
  const Membership *change = user_data;
  g_autoptr (GPtrArray) groups = mer_store_groups (document, error);

  for (guint i = 0; groups && i < groups->len; i++)
    {
      MerGroup *group = g_ptr_array_index (groups, i);
      GArray   *members = NULL;

      if (group->id != change->group_id)
        continue;
      members = changed_members (group->members, change);
      g_array_unref (group->members);
      group->members = members;
      return mer_store_save_group (document, group, error);
    }
  return groups != NULL;
}

static void
change_group (MerOrganizationsPage *self,
              gint64                group_id,
              gboolean              join)
{
  g_autoptr (GArray) ids = mer_organizations_page_get_selected_ids (self);
  Membership change = { group_id, ids, join };

  mer_session_perform (session_of (self), _("Changing a group"), _("The group was changed"),
                                                                     change_membership, &change);
}

static void
group_join_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  change_group (user_data, g_variant_get_int64 (parameter), TRUE);
}

static void
group_leave_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  change_group (user_data, mer_organizations_page_get_group_id (user_data), FALSE);
}

/* --- the table ------------------------------------------------------------------------- */

static void
copy_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  mer_list_view_copy (MER_ORGANIZATIONS_PAGE (user_data)->table);
}

static void
context_menu_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  mer_list_view_popup (MER_ORGANIZATIONS_PAGE (user_data)->table);
}

static void
find_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  gtk_widget_grab_focus (GTK_WIDGET (MER_ORGANIZATIONS_PAGE (user_data)->search));
}

static void
reset_filters_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  mer_organizations_page_reset_filters (user_data);
}

static void
reset_columns_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  g_settings_reset (mer_page_get_settings (MER_PAGE (user_data)), "organizations-hidden-columns");
  mer_organizations_page_update_columns (user_data);
}

static const GActionEntry entries[] = {
  { .name = "add", .activate = add_cb },
  { .name = "edit", .activate = edit_cb },
  { .name = "delete", .activate = delete_cb },
  { .name = "close-organization", .activate = close_organization_cb },
  { .name = "set-kind", .activate = set_kind_cb, .parameter_type = "s" },
  { .name = "set-state", .activate = set_state_cb, .parameter_type = "s" },
  { .name = "show-rating", .activate = show_rating_cb },
  { .name = "spellings", .activate = spellings_cb },
  { .name = "merge", .activate = merge_cb },
  { .name = "group-new", .activate = group_new_cb },
  { .name = "group-rename", .activate = group_rename_cb },
  { .name = "group-delete", .activate = group_delete_cb },
  { .name = "group-join", .activate = group_join_cb, .parameter_type = "x" },
  { .name = "group-leave", .activate = group_leave_cb },
  { .name = "copy", .activate = copy_cb },
  { .name = "context-menu", .activate = context_menu_cb },
  { .name = "find", .activate = find_cb },
  { .name = "reset-filters", .activate = reset_filters_cb },
  { .name = "reset-columns", .activate = reset_columns_cb },
};

void
mer_organizations_page_init_actions (MerOrganizationsPage *self)
{
  mer_page_add_actions (MER_PAGE (self), entries, G_N_ELEMENTS (entries));
}

static guint
n_selected (MerOrganizationsPage *self)
{
  g_autoptr (GtkBitset) selected =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return (guint) gtk_bitset_get_size (selected);
}

void
mer_organizations_page_update_actions (MerOrganizationsPage *self)
{
  MerPage *page = MER_PAGE (self);
  g_autoptr (MerOrganizationItem) single = mer_organizations_page_get_single (self);
  gboolean writable = !mer_document_is_read_only (mer_session_get_document (session_of (self)));
  gboolean any = mer_list_view_get_selected (self->table) != GTK_INVALID_LIST_POSITION;
  gboolean rows = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;
  gboolean cycle = mer_organization_list_get_selection (self->list) != NULL;
  gboolean may_choose = cycle && mer_session_may_write (session_of (self));
  gboolean group = mer_organizations_page_get_group_id (self) != 0;
  gboolean scored = single && mer_organization_item_get (single)->score != NULL;
  gboolean working =
    single && mer_organization_item_get (single)->organization->state == MER_ORGANIZATION_WORKING;

  mer_page_set_action_enabled (page, "add", writable);
  mer_page_set_action_enabled (page, "edit", writable && single);
  mer_page_set_action_enabled (page, "delete", writable && any);
  mer_page_set_action_enabled (page, "close-organization", writable && working);
  mer_page_set_action_enabled (page, "set-kind", writable && any);
  mer_page_set_action_enabled (page, "set-state", writable && any);
  mer_page_set_action_enabled (page, "show-rating", scored && mer_page_table_find ("rating") >= 0);
  mer_page_set_action_enabled (page, "spellings", single != NULL);
  mer_page_set_action_enabled (page, "merge", writable && n_selected (self) == 2);
  mer_page_set_action_enabled (page, "group-new", writable && any);
  mer_page_set_action_enabled (page, "group-rename", writable && group);
  mer_page_set_action_enabled (page, "group-delete", writable && group);
  mer_page_set_action_enabled (page, "group-join", writable && any);
  mer_page_set_action_enabled (page, "group-leave", writable && group && any);
  mer_page_set_action_enabled (page, "choose", any && may_choose);
  mer_page_set_action_enabled (page, "set-pilot", any && may_choose);
  mer_page_set_action_enabled (page, "succeed", single && may_choose);
  mer_page_set_action_enabled (page, "propose", may_choose);
  mer_page_set_action_enabled (page, "schedule", cycle);
  mer_page_set_action_enabled (page, "copy", rows);
  mer_page_set_action_enabled (page, "context-menu", any);
}
