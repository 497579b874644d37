/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a window can do: one table of actions, and one function that says which of them
 * are possible now. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/dialogs/mer-approval-dialog.h"
#include "ui/dialogs/mer-cycle-dialog.h"
#include "ui/dialogs/mer-preliminary-dialog.h"
#include "ui/dialogs/mer-search-dialog.h"
#include "ui/import/mer-import-view.h"
#include "ui/mer-page-table.h"
#include "ui/mer-ui.h"
#include "ui/mer-window-private.h"

static void
new_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  mer_window_new_document (MER_WINDOW (widget));
}

static void
open_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  mer_window_choose_document (MER_WINDOW (widget));
}

static void
demo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  mer_window_open_demo (MER_WINDOW (widget));
}

static void
open_recent_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));

  mer_window_open_file (MER_WINDOW (widget), file);
}

static void
forget_recent_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  mer_recent_files_remove (MER_WINDOW (widget)->recent_files, g_variant_get_string (parameter,
                                                                                    NULL));
}

static void
open_folder_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder ? g_file_get_uri (folder) : NULL;

  if (uri)
    gtk_show_uri (GTK_WINDOW (widget), uri, GDK_CURRENT_TIME);
}

static void
save_copy_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  mer_window_save_copy (MER_WINDOW (widget));
}

static void
new_cycle_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  mer_cycle_dialog_present (GTK_WINDOW (widget), MER_WINDOW (widget)->session);
}

static void
approve_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  mer_approval_dialog_present (GTK_WINDOW (widget), MER_WINDOW (widget)->session);
}

/* A text entry that has changes of its own has answered the keys before. */
static void
step_history (MerWindow *self,
              gboolean (*step) (MerDocument *, GError **),
              const char *heading)
{
  g_autoptr (GError) error = NULL;

  if (!step (mer_session_get_document (self->session), &error))
    mer_window_show_error (self, heading, error);
}

static void
undo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  MerWindow *self = MER_WINDOW (widget);

  mer_window_dismiss_toast (self);
  step_history (self, mer_document_undo, _("The action was not undone"));
}

static void
redo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  step_history (MER_WINDOW (widget), mer_document_redo, _("The action was not repeated"));
}

static void
page_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  mer_window_show_page (MER_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
page_number_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  guint              n_pages = 0;
  const MerPageInfo *pages = mer_page_table (&n_pages);
  int                number = g_variant_get_int32 (parameter);

  if (number < 1 || number > (int) n_pages)
    return;
  mer_window_show_page (MER_WINDOW (widget), pages[number - 1].id);
  gtk_widget_grab_focus (GTK_WIDGET (mer_window_get_page (MER_WINDOW (widget))));
}

/* A page was chosen by a click or Enter: a sidebar that covers it goes away, the focus follows. */
static void
page_chosen_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  MerWindow *self = MER_WINDOW (widget);

  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->page));
}

static void
show_organization (MerWindow  *self,
                   const char *page,
                   GVariant   *parameter)
{
  mer_window_show_page (self, page);
  mer_page_show_organization (mer_window_get_page (self), g_variant_get_int64 (parameter));
}

static void
show_organization_cb (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  show_organization (MER_WINDOW (widget), "organizations", parameter);
}

static void
show_rating_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  show_organization (MER_WINDOW (widget), "rating", parameter);
}

/* The results of another cycle are on their way: its rating is shown when they are there. */
void
mer_window_show_awaited (MerWindow *self)
{
  gint64 organization_id = self->awaited;

  if (organization_id == 0 || !mer_session_is_current (self->session))
    return;
  self->awaited = 0;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-rating", "x", organization_id);
}

/* Of a cycle (the first parameter) that is perhaps not the one that is looked at. */
static void
show_rating_of_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  MerWindow *self = MER_WINDOW (widget);
  gint64     cycle_id = 0;

  if (self->session == NULL)
    return;
  g_variant_get (parameter, "(xx)", &cycle_id, &self->awaited);
  mer_session_set_cycle_id (self->session, cycle_id);
  mer_window_show_awaited (self);
}

static void
show_record_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  const char *kind = NULL;
  gint64      id = 0, cycle_id = 0;

  g_variant_get (parameter, "(&sxx)", &kind, &id, &cycle_id);
  mer_window_show_record (MER_WINDOW (widget), kind, id, cycle_id);
}

static void
search_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  mer_search_dialog_present (GTK_WINDOW (widget), MER_WINDOW (widget)->session);
}

static void
preliminary_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  mer_preliminary_dialog_present (GTK_WINDOW (widget), MER_WINDOW (widget)->session);
}

static void
import_closed_cb (MerWindow  *self,
                  const char *page)
{
  mer_window_end_flow (self);
  if (page != NULL)
    mer_window_show_page (self, page);
}

static void
import_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  MerWindow *self = MER_WINDOW (widget);
  GtkWidget *view = mer_import_view_new (self->session);

  g_signal_connect_object (view, "closed", G_CALLBACK (import_closed_cb), self, G_CONNECT_SWAPPED);
  mer_window_begin_flow (self, view);
}

static void
toggle_sidebar_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  MerWindow *self = MER_WINDOW (widget);
  gboolean   shown = !adw_flap_get_reveal_flap (self->flap);

  adw_flap_set_reveal_flap (self->flap, shown);
  if (!adw_flap_get_folded (self->flap))
    g_settings_set_boolean (self->settings, "sidebar", shown);
}

static void
menu_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  MerWindow *self = MER_WINDOW (widget);

  if (self->flow == NULL)
    gtk_menu_button_popup (self->session ? self->menu_button : self->start_menu_button);
}

static void
about_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  /* clang-format off */
  adw_show_about_window (GTK_WINDOW (widget),
                         "application-name", _("Merilo"),
                         "application-icon", MER_APP_ID,
                         "version", MER_VERSION,
                         "developer-name", _("The Merilo team"),
                         "comments", _("Independent assessment of the quality of education, "
                                       "from an operator’s tables to a printed rating"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "translator-credits", _("translator-credits"),
                         NULL);
  /* clang-format on */
}

static void
next_pane_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  mer_window_change_pane (MER_WINDOW (widget), FALSE);
}

static void
previous_pane_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  mer_window_change_pane (MER_WINDOW (widget), TRUE);
}

static const struct
{
  const char *name;
  const char *parameter_type;
  void (*activate) (GtkWidget *, const char *, GVariant *);
} actions[] = {
  { "win.new", NULL, new_cb },
  { "win.open", NULL, open_cb },
  { "win.demo", NULL, demo_cb },
  { "win.open-recent", "s", open_recent_cb },
  { "win.forget-recent", "s", forget_recent_cb },
  { "win.open-folder", "s", open_folder_cb },
  { "win.save-copy", NULL, save_copy_cb },
  { "win.new-cycle", NULL, new_cycle_cb },
  { "win.approve", NULL, approve_cb },
  { "win.undo", NULL, undo_cb },
  { "win.redo", NULL, redo_cb },
  { "win.page", "s", page_cb },
  { "win.page-number", "i", page_number_cb },
  { "win.page-chosen", NULL, page_chosen_cb },
  { "win.show-organization", "x", show_organization_cb },
  { "win.show-rating", "x", show_rating_cb },
  { "win.show-rating-of", "(xx)", show_rating_of_cb },
  { "win.show-record", "(sxx)", show_record_cb },
  { "win.search", NULL, search_cb },
  { "win.preliminary", NULL, preliminary_cb },
  { "win.import", NULL, import_cb },
  { "win.toggle-sidebar", NULL, toggle_sidebar_cb },
  { "win.next-pane", NULL, next_pane_cb },
  { "win.previous-pane", NULL, previous_pane_cb },
  { "win.menu", NULL, menu_cb },
  { "win.about", NULL, about_cb },
};

/* Class bindings act after the focused widget had its turn, so a text entry keeps its own undo. */
void
mer_window_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter_type,
                                     actions[i].activate);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, 0, "win.menu", NULL);
}

static void
cycle_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  MerWindow *self = MER_WINDOW (user_data);

  if (self->session)
    mer_session_set_cycle_id (self->session, g_variant_get_int64 (parameter));
}

/* GTK would make the list of keys with each window, though few ever look at it. */
static void
show_help_overlay_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (user_data);
  g_autoptr (GtkBuilder) builder = NULL;

  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      builder = gtk_builder_new_from_resource (MER_UI_RESOURCE ("mer-shortcuts.ui"));
      gtk_application_window_set_help_overlay (
        window, GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
    }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

void
mer_window_init_actions (MerWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "show-help-overlay", .activate = show_help_overlay_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  self->cycle_action = g_simple_action_new_stateful ("cycle", G_VARIANT_TYPE_INT64,
                                                     g_variant_new_int64 (0));
  g_signal_connect_object (self->cycle_action, "activate", G_CALLBACK (cycle_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (self->cycle_action));
}

/* Labels of actions are titles («Adding an organization»); inside a phrase they begin small. */
static char *
lower_first (const char *label)
{
  g_autofree char *first = g_utf8_substring (label, 0, MIN (1, g_utf8_strlen (label, -1)));
  g_autofree char *small = g_utf8_strdown (first, -1);

  return g_strconcat (small, label + strlen (first), NULL);
}

static void
append_edit_item (MerWindow  *self,
                  const char *label,
                  const char *action,
                  const char *key)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "accel", "s", key);
  g_menu_append_item (self->edit_section, item);
}

/* Undo and redo name what they would do. */
static void
update_edit_menu (MerWindow  *self,
                  const char *undo,
                  const char *redo)
{
  g_autofree char *undo_name = lower_first (undo ? undo : "");
  g_autofree char *redo_name = lower_first (redo ? redo : "");
  /* Translators: %s names an action, as «adding an organization» */
  g_autofree char *undo_label = g_strdup_printf (_("Undo: %s"), undo_name);
  /* Translators: %s names an action, as «adding an organization» */
  g_autofree char *redo_label = g_strdup_printf (_("Redo: %s"), redo_name);

  g_menu_remove_all (self->edit_section);
  if (self->session == NULL)
    return;
  append_edit_item (self, undo ? undo_label : _("Undo"), "win.undo", "<Primary>z");
  append_edit_item (self, redo ? redo_label : _("Redo"), "win.redo", "<Primary><Shift>z");
}

void
mer_window_update_actions (MerWindow *self)
{
  GtkWidget   *widget = GTK_WIDGET (self);
  MerDocument *document = self->session ? mer_session_get_document (self->session) : NULL;
  gboolean     open = document != NULL && self->flow == NULL;
  gboolean     writable = open && !mer_document_is_read_only (document);
  gboolean     may_write = open && mer_session_may_write (self->session);
  const char  *undo = document ? mer_document_get_undo_label (document) : NULL;
  const char  *redo = document ? mer_document_get_redo_label (document) : NULL;

  gtk_widget_action_set_enabled (widget, "win.new", self->flow == NULL);
  gtk_widget_action_set_enabled (widget, "win.open", self->flow == NULL);
  gtk_widget_action_set_enabled (widget, "win.save-copy", open);
  gtk_widget_action_set_enabled (widget, "win.new-cycle", writable);
  gtk_widget_action_set_enabled (widget, "win.approve",
                                 may_write && mer_session_get_results (self->session) != NULL);
  gtk_widget_action_set_enabled (widget, "win.preliminary",
                                 open && mer_session_get_results (self->session) != NULL);
  gtk_widget_action_set_enabled (widget, "win.show-record", open);
  gtk_widget_action_set_enabled (widget, "win.search", open);
  gtk_widget_action_set_enabled (widget, "win.import", may_write);
  gtk_widget_action_set_enabled (widget, "win.undo", writable && undo);
  gtk_widget_action_set_enabled (widget, "win.redo", writable && redo);
  gtk_widget_action_set_enabled (widget, "win.page", open);
  gtk_widget_action_set_enabled (widget, "win.page-number", open);
  gtk_widget_action_set_enabled (widget, "win.show-organization", open);
  gtk_widget_action_set_enabled (widget, "win.show-rating",
                                 open && mer_page_table_find ("rating") >= 0);
  gtk_widget_action_set_enabled (widget, "win.show-rating-of",
                                 open && mer_page_table_find ("rating") >= 0);
  gtk_widget_action_set_enabled (widget, "win.toggle-sidebar", open);
  g_simple_action_set_enabled (self->cycle_action, open);
  update_edit_menu (self, undo, redo);
}
