/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program: windows, settings, recent files, keys. A document is open in one window
 * at most; opening it again shows that window. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/mer-application.h"
#include "ui/mer-settings.h"
#include "ui/mer-text-scale.h"
#include "ui/mer-window.h"
#include "ui/widgets/mer-contrast.h"
#include "ui/widgets/mer-list-focus.h"
#include "ui/widgets/mer-spoken-focus.h"

struct _MerApplication
{
  AdwApplication parent_instance;

  /* owned */
  GSettings      *settings;
  MerRecentFiles *recent_files;
};

G_DEFINE_FINAL_TYPE (MerApplication, mer_application, ADW_TYPE_APPLICATION)

/* Keys that hold everywhere in a window. Those of a table's rows: mer_page_bind_table_keys();
 * undo and redo: mer-window.c, after text entries had their turn. All of them stand in
 * mer-shortcuts.ui as well. */
static const struct
{
  const char *action;
  const char *keys[3];
} keys[] = {
  { "win.new", { "<Primary>n" } },
  { "win.open", { "<Primary>o" } },
  { "win.import", { "<Primary>i" } },
  { "page.find", { "<Primary>f" } },
  { "win.search", { "<Primary>k" } },
  { "page.print", { "<Primary>p" } },
  { "page.export", { "<Primary><Shift>e" } },
  { "page.compare", { "<Primary><Shift>c" } },
  { "win.toggle-sidebar", { "F9" } },
  { "win.next-pane", { "F6" } },
  { "win.previous-pane", { "<Shift>F6" } },
  { "window.close", { "<Primary>w" } },
  { "app.quit", { "<Primary>q" } },
  { "win.show-help-overlay", { "<Primary>question" } },
};

static void
set_keys (MerApplication *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), keys[i].action,
                                           (const char *const *) keys[i].keys);
  for (guint i = 1; i <= 9; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.page-number(%u)", i);
      g_autofree char *key = g_strdup_printf ("<Alt>%u", i);
      const char      *accels[] = { key, NULL };

      gtk_application_set_accels_for_action (GTK_APPLICATION (self), action, accels);
    }
}

static void
apply_style (MerApplication *self)
{
  g_autofree char *style = g_settings_get_string (self->settings, "style");
  AdwColorScheme   scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (style, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (style, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_application_get_style_manager (ADW_APPLICATION (self)),
                                      scheme);
}

static void
apply_contrast (MerApplication *self)
{
  mer_contrast_set_wanted (mer_contrast_get_default (),
                           g_settings_get_boolean (self->settings, "high-contrast"));
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr (GList) windows =
    g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *l = windows; l; l = l->next)
    gtk_window_close (l->data);
}

static void
add_actions (MerApplication *self)
{
  const GActionEntry entries[] = {
    { .name = "quit", .activate = quit_cb },
  };
  g_autoptr (GAction) style = g_settings_create_action (self->settings, "style");
  g_autoptr (GAction) contrast = g_settings_create_action (self->settings, "high-contrast");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), style);
  g_action_map_add_action (G_ACTION_MAP (self), contrast);
}

static void
mer_application_startup (GApplication *application)
{
  MerApplication *self = MER_APPLICATION (application);

  G_APPLICATION_CLASS (mer_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (MER_APP_ID);
  add_actions (self);
  set_keys (self);
  mer_text_scale_dialogs ();
  g_signal_connect_object (self->settings, "changed::style", G_CALLBACK (apply_style), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::high-contrast", G_CALLBACK (apply_contrast),
                           self, G_CONNECT_SWAPPED);
  apply_style (self);
  apply_contrast (self);
}

static void
mer_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (mer_window_new (MER_APPLICATION (application)));
  gtk_window_present (window);
}

static void
mer_application_open (GApplication *application,
                      GFile       **files,
                      int           n_files,
                      const char   *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      MerWindow *window = mer_window_new (MER_APPLICATION (application));

      gtk_window_present (GTK_WINDOW (window));
      mer_window_open_file (window, files[i]);
    }
}

/* Windows for one task come through here, too: they are transient for one of the program's. */
static void
mer_application_window_added (GtkApplication *application,
                              GtkWindow      *window)
{
  GTK_APPLICATION_CLASS (mer_application_parent_class)->window_added (application, window);
  mer_spoken_focus_watch (window);
  mer_list_focus_watch (window);
}

static void
mer_application_dispose (GObject *object)
{
  MerApplication *self = MER_APPLICATION (object);

  g_clear_object (&self->recent_files);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mer_application_parent_class)->dispose (object);
}

static void
mer_application_class_init (MerApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_application_dispose;
  application_class->startup = mer_application_startup;
  application_class->activate = mer_application_activate;
  application_class->open = mer_application_open;
  GTK_APPLICATION_CLASS (klass)->window_added = mer_application_window_added;
}

static void
mer_application_init (MerApplication *self)
{
  g_autofree char *recent = g_build_filename (g_get_user_data_dir (), "merilo", "recent.ini", NULL);

  self->settings = mer_settings_new ();
  self->recent_files = mer_recent_files_new (recent);
}

/**
 * mer_application_new:
 * @application_id: the id; tests use their own
 * @flags: %G_APPLICATION_HANDLES_OPEN, in tests %G_APPLICATION_NON_UNIQUE
 *
 * Returns: (transfer full): the program
 */
MerApplication *
mer_application_new (const char       *application_id,
                     GApplicationFlags flags)
{
  return g_object_new (MER_TYPE_APPLICATION,
                       "application-id", application_id,
                       "flags", flags,
                       "resource-base-path", "/io/github/merilo/Merilo",
                       NULL);
}

GSettings *
mer_application_get_settings (MerApplication *self)
{
  g_return_val_if_fail (MER_IS_APPLICATION (self), NULL);
  return self->settings;
}

MerRecentFiles *
mer_application_get_recent_files (MerApplication *self)
{
  g_return_val_if_fail (MER_IS_APPLICATION (self), NULL);
  return self->recent_files;
}
