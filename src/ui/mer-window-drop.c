/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that are dropped on a window with a document: documents are opened, anything else is what
 * the page shown reads (returned forms of plans), or the beginning of an import. The start page and
 * the import itself take files of their own accord. */

#include "config.h"

#include "ui/import/mer-import-view.h"
#include "ui/mer-window-private.h"

static gboolean
is_document (const char *path)
{
  return g_str_has_suffix (path, ".merilo");
}

static void
open_document (MerWindow  *self,
               const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  mer_window_open_file (self, file);
}

/* The list of an import that is begun with the first table: (transfer none). */
static MerImportView *
require_import (MerWindow *self)
{
  mer_window_update_actions (self); /* another cycle may be read only now */
  gtk_widget_activate_action (GTK_WIDGET (self), "win.import", NULL);
  return MER_IMPORT_VIEW (self->flow);
}

static void
take_tables (MerWindow         *self,
             const char *const *paths)
{
  MerImportView *import = NULL;
  const char    *read_only = mer_session_why_read_only (self->session);

  if (read_only != NULL)
    {
      mer_session_tell (self->session, read_only, FALSE);
      return;
    }
  if (gtk_widget_activate_action (GTK_WIDGET (self), "page.take-files", "^aay", paths))
    return;
  import = require_import (self);
  for (guint i = 0; paths[i] != NULL; i++)
    mer_import_view_add_file (import, paths[i]);
}

gboolean
mer_window_drop_files (MerWindow *self,
                       GSList    *files)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  gboolean taken = FALSE;

  g_return_val_if_fail (MER_IS_WINDOW (self), FALSE);
  if (self->session == NULL || self->flow != NULL)
    return FALSE;
  for (GSList *at = files; at != NULL; at = at->next)
    {
      g_autofree char *path = g_file_get_path (at->data);

      if (path == NULL)
        continue;
      taken = TRUE;
      if (is_document (path))
        open_document (self, path);
      else
        g_ptr_array_add (tables, g_steal_pointer (&path));
    }
  g_ptr_array_add (tables, NULL);
  if (tables->len > 1)
    take_tables (self, (const char *const *) tables->pdata);
  return taken;
}

static gboolean
drop_cb (MerWindow    *self,
         const GValue *value)
{
  GSList  *files = NULL;
  gboolean taken = FALSE;

  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    files = gdk_file_list_get_files (g_value_get_boxed (value));
  else
    files = g_slist_prepend (NULL, g_value_get_object (value));
  taken = mer_window_drop_files (self, files);
  g_slist_free (files);
  return taken;
}

void
mer_window_init_drop (MerWindow *self)
{
  GType          types[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
