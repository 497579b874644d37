/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The start view. A recent document whose file is gone stays in the list, greyed, until
 * the user removes it: a stick that is not plugged in is no reason to forget. */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/mer-ui.h"
#include "ui/mer-start-view.h"

struct _MerStartView
{
  GtkWidget parent_instance;

  /* template children */
  GtkWidget  *scroller;
  GtkWidget  *actions;
  GtkWidget  *demo_row;
  GtkSpinner *demo_spinner;
  GtkWidget  *recent_title;
  GtkListBox *recent;

  /* owned */
  MerRecentFiles *files;
};

G_DEFINE_FINAL_TYPE (MerStartView, mer_start_view, GTK_TYPE_WIDGET)

static void
update_recent (MerStartView *self)
{
  gboolean any = self->files && g_list_model_get_n_items (G_LIST_MODEL (self->files)) > 0;

  gtk_widget_set_visible (self->recent_title, any);
  gtk_widget_set_visible (GTK_WIDGET (self->recent), any);
}

static GMenuModel *
row_menu_new (const char *path,
              gboolean    there)
{
  GMenu *menu = g_menu_new ();
  const struct
  {
    const char *label;
    const char *action;
    gboolean    wanted;
  } items[] = {
    { _("Open"), "win.open-recent", there },
      { _("Open the folder"), "win.open-folder", there },
        { _("Remove from the list"), "win.forget-recent", TRUE },
      };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (items[i].label, NULL);

      g_menu_item_set_action_and_target (item, items[i].action, "s", path);
      if (items[i].wanted)
        g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
popup_menu (GtkWidget *row)
{
  gtk_popover_popup (GTK_POPOVER (g_object_get_data (G_OBJECT (row), "mer-menu")));
}

static void
row_pressed_cb (GtkGestureClick *gesture,
                int              n_press,
                double           x,
                double           y,
                GtkWidget       *row)
{
  popup_menu (row);
}

static gboolean
row_menu_key_cb (GtkWidget *row,
                 GVariant  *arguments,
                 gpointer   user_data)
{
  popup_menu (row);
  return TRUE;
}

static void
row_destroyed_cb (GtkWidget *row)
{
  GtkWidget *menu = g_object_steal_data (G_OBJECT (row), "mer-menu");

  if (menu)
    gtk_widget_unparent (menu);
}

static void
add_row_menu (GtkWidget  *row,
              const char *path,
              gboolean    there)
{
  g_autoptr (GMenuModel) model = row_menu_new (path, there);
  GtkWidget          *menu = gtk_popover_menu_new_from_model (model);
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcut        *shortcut = gtk_shortcut_new (
           gtk_shortcut_trigger_parse_string ("<Shift>F10|Menu"),
           gtk_callback_action_new (row_menu_key_cb, NULL, NULL));

  gtk_widget_set_parent (menu, row);
  g_object_set_data (G_OBJECT (row), "mer-menu", menu);
  g_signal_connect (row, "destroy", G_CALLBACK (row_destroyed_cb), NULL);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (row_pressed_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
  gtk_widget_add_controller (row, keys);
}

static GtkWidget *
forget_button_new (const char *path)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("merilo-close-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Remove from the list"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Remove from the list"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.forget-recent");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", path);
  return button;
}

static GtkWidget *
row_new_cb (gpointer item,
            gpointer user_data)
{
  MerRecentFile *file = MER_RECENT_FILE (item);
  const char    *path = mer_recent_file_get_path (file);
  gboolean       there = g_file_test (path, G_FILE_TEST_EXISTS);
  GtkWidget     *row = adw_action_row_new ();
  GtkWidget     *when = NULL;
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (mer_recent_file_get_opened_at (file));
  /* Translators: day and time, of g_date_time_format() */
  g_autofree char *date = at ? g_date_time_format (at, _("%Y-%m-%d %H:%M")) : NULL;
  g_autofree char *title = g_markup_escape_text (mer_recent_file_get_title (file), -1);
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *subtitle = g_markup_escape_text (there ? name : _("The file was not found"), -1);

  when = gtk_label_new (date);
  gtk_widget_add_css_class (when, "small");
  gtk_widget_add_css_class (when, "mer-secondary");
  gtk_widget_add_css_class (when, "numeric");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), when);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), forget_button_new (path));
  gtk_widget_set_tooltip_text (row, name);
  if (there)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-recent");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", path);
    }
  else
    gtk_widget_add_css_class (row, "mer-missing");
  add_row_menu (row, path, there);
  return row;
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         MerStartView  *self)
{
  GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *l = files; l; l = l->next)
    {
      g_autofree char *path = g_file_get_path (l->data);

      if (path && g_str_has_suffix (path, ".merilo"))
        return gtk_widget_activate_action (GTK_WIDGET (self), "win.open-recent", "s", path);
    }
  return FALSE;
}

static void
mer_start_view_dispose (GObject *object)
{
  MerStartView *self = MER_START_VIEW (object);

  g_clear_object (&self->files);
  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_START_VIEW);
  G_OBJECT_CLASS (mer_start_view_parent_class)->dispose (object);
}

/* Whom the program knows goes on where they were; who is new begins. */
static gboolean
mer_start_view_grab_focus (GtkWidget *widget)
{
  MerStartView  *self = MER_START_VIEW (widget);
  GtkListBox    *list = gtk_widget_get_visible (GTK_WIDGET (self->recent))
                          ? self->recent
                          : GTK_LIST_BOX (self->actions);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, 0);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
mer_start_view_class_init (MerStartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_start_view_dispose;
  widget_class->grab_focus = mer_start_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, MER_UI_RESOURCE ("mer-start-view.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerStartView, scroller);
  gtk_widget_class_bind_template_child (widget_class, MerStartView, actions);
  gtk_widget_class_bind_template_child (widget_class, MerStartView, demo_row);
  gtk_widget_class_bind_template_child (widget_class, MerStartView, demo_spinner);
  gtk_widget_class_bind_template_child (widget_class, MerStartView, recent_title);
  gtk_widget_class_bind_template_child (widget_class, MerStartView, recent);
}

static void
mer_start_view_init (MerStartView *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  update_recent (self);
}

/**
 * mer_start_view_set_recent_files:
 * @self: a start view
 * @files: what its list shows from now on
 */
void
mer_start_view_set_recent_files (MerStartView   *self,
                                 MerRecentFiles *files)
{
  g_return_if_fail (MER_IS_START_VIEW (self) && MER_IS_RECENT_FILES (files));
  if (!g_set_object (&self->files, files))
    return;
  gtk_list_box_bind_model (self->recent, G_LIST_MODEL (files), row_new_cb, NULL, NULL);
  g_signal_connect_object (files, "items-changed", G_CALLBACK (update_recent), self,
                           G_CONNECT_SWAPPED);
  update_recent (self);
}

void
mer_start_view_set_busy (MerStartView *self,
                         gboolean      busy)
{
  g_return_if_fail (MER_IS_START_VIEW (self));
  gtk_widget_set_sensitive (self->demo_row, !busy);
  gtk_spinner_set_spinning (self->demo_spinner, busy);
}
