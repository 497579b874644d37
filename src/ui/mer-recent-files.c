/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of recent documents: a list model over a key file with one group a document,
 * newest first. A file that cannot be read or written costs the list, nothing else. */

#include "config.h"

#include <sys/stat.h>

#include "ui/mer-recent-files.h"

struct _MerRecentFile
{
  GObject parent_instance;

  char  *path;
  char  *title;
  gint64 opened_at;
};

G_DEFINE_FINAL_TYPE (MerRecentFile, mer_recent_file, G_TYPE_OBJECT)

static void
mer_recent_file_finalize (GObject *object)
{
  MerRecentFile *self = MER_RECENT_FILE (object);

  g_free (self->path);
  g_free (self->title);
  G_OBJECT_CLASS (mer_recent_file_parent_class)->finalize (object);
}

static void
mer_recent_file_class_init (MerRecentFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_recent_file_finalize;
}

static void
mer_recent_file_init (MerRecentFile *self)
{
}

static MerRecentFile *
recent_file_new (const char *path,
                 const char *title,
                 gint64      opened_at)
{
  MerRecentFile *self = g_object_new (MER_TYPE_RECENT_FILE, NULL);

  self->path = g_strdup (path);
  self->title = g_strdup (title);
  self->opened_at = opened_at;
  return self;
}

const char *
mer_recent_file_get_path (MerRecentFile *self)
{
  g_return_val_if_fail (MER_IS_RECENT_FILE (self), NULL);
  return self->path;
}

const char *
mer_recent_file_get_title (MerRecentFile *self)
{
  g_return_val_if_fail (MER_IS_RECENT_FILE (self), NULL);
  return self->title;
}

gint64
mer_recent_file_get_opened_at (MerRecentFile *self)
{
  g_return_val_if_fail (MER_IS_RECENT_FILE (self), 0);
  return self->opened_at;
}

struct _MerRecentFiles
{
  GObject parent_instance;

  char      *file_name;
  GPtrArray *items; /* of MerRecentFile */
};

static GType
mer_recent_files_get_item_type (GListModel *model)
{
  return MER_TYPE_RECENT_FILE;
}

static guint
mer_recent_files_get_n_items (GListModel *model)
{
  return MER_RECENT_FILES (model)->items->len;
}

static gpointer
mer_recent_files_get_item (GListModel *model,
                           guint       position)
{
  MerRecentFiles *self = MER_RECENT_FILES (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items,
                                                                        position))
                                     : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = mer_recent_files_get_item_type;
  iface->get_n_items = mer_recent_files_get_n_items;
  iface->get_item = mer_recent_files_get_item;
}

/* clang-format off */
G_DEFINE_FINAL_TYPE_WITH_CODE (MerRecentFiles, mer_recent_files, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))
/* clang-format on */

static void
mer_recent_files_finalize (GObject *object)
{
  MerRecentFiles *self = MER_RECENT_FILES (object);

  g_free (self->file_name);
  g_ptr_array_unref (self->items);
  G_OBJECT_CLASS (mer_recent_files_parent_class)->finalize (object);
}

static void
mer_recent_files_class_init (MerRecentFilesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_recent_files_finalize;
}

static void
mer_recent_files_init (MerRecentFiles *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
load (MerRecentFiles *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) groups = NULL;

  if (!g_key_file_load_from_file (file, self->file_name, G_KEY_FILE_NONE, NULL))
    return;
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] && self->items->len < MER_RECENT_FILES_MAX; i++)
    {
      g_autofree char *path = g_key_file_get_string (file, groups[i], "Path", NULL);
      g_autofree char *title = g_key_file_get_string (file, groups[i], "Title", NULL);

      if (path && title && g_path_is_absolute (path))
        g_ptr_array_add (self->items,
                         recent_file_new (path, title,
                                          g_key_file_get_int64 (file, groups[i], "Opened", NULL)));
    }
}

static void
save (MerRecentFiles *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (self->file_name);

  for (guint i = 0; i < self->items->len; i++)
    {
      MerRecentFile   *item = g_ptr_array_index (self->items, i);
      g_autofree char *group = g_strdup_printf ("Document %u", i + 1);

      g_key_file_set_string (file, group, "Path", item->path);
      g_key_file_set_string (file, group, "Title", item->title);
      g_key_file_set_int64 (file, group, "Opened", item->opened_at);
    }
  if (g_mkdir_with_parents (folder, S_IRWXU) != 0 ||
      !g_key_file_save_to_file (file, self->file_name, &error))
    g_info ("The list of recent documents was not saved: %s",
            error ? error->message : g_strerror (errno));
}

/**
 * mer_recent_files_new:
 * @file_name: (type filename): the key file; it need not be there
 *
 * Returns: (transfer full): the list
 */
MerRecentFiles *
mer_recent_files_new (const char *file_name)
{
  MerRecentFiles *self = g_object_new (MER_TYPE_RECENT_FILES, NULL);

  self->file_name = g_strdup (file_name);
  load (self);
  return self;
}

static gboolean
find (MerRecentFiles *self,
      const char     *path,
      guint          *position)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      MerRecentFile *item = g_ptr_array_index (self->items, i);

      if (g_str_equal (item->path, path))
        {
          *position = i;
          return TRUE;
        }
    }
  return FALSE;
}

static void
remove_at (MerRecentFiles *self,
           guint           position)
{
  g_ptr_array_remove_index (self->items, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

/**
 * mer_recent_files_add:
 * @self: the list
 * @path: (type filename): absolute path of a document that was opened
 * @title: its title
 *
 * Puts the document in front; what stands beyond %MER_RECENT_FILES_MAX is forgotten.
 */
void
mer_recent_files_add (MerRecentFiles *self,
                      const char     *path,
                      const char     *title)
{
  guint position = 0;

  g_return_if_fail (MER_IS_RECENT_FILES (self));
  if (!g_path_is_absolute (path) || !g_str_has_suffix (path, ".merilo"))
    return;
  if (find (self, path, &position))
    remove_at (self, position);
  g_ptr_array_insert (self->items, 0,
                      recent_file_new (path, title, g_get_real_time () / G_USEC_PER_SEC));
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, 1);
  if (self->items->len > MER_RECENT_FILES_MAX)
    remove_at (self, self->items->len - 1);
  save (self);
}

void
mer_recent_files_remove (MerRecentFiles *self,
                         const char     *path)
{
  guint position = 0;

  g_return_if_fail (MER_IS_RECENT_FILES (self));
  if (!find (self, path, &position))
    return;
  remove_at (self, position);
  save (self);
}
