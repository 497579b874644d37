/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Correspondences of columns as the flow uses them: which one is in force, under which name this
 * table's is remembered, and their files. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "import/mer-import-mapping.h"
#include "ui/import/mer-import-state-private.h"

static MerDocument *
document_of (MerImportState *self)
{
  return mer_session_get_document (self->session);
}

/**
 * mer_import_state_list_mappings:
 * @self: a state
 *
 * Returns: (transfer full) (element-type utf8): names, sorted; empty when there are none
 */
GPtrArray *
mer_import_state_list_mappings (MerImportState *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) mappings = NULL;
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), names);
  mappings = mer_store_mappings (document_of (self), &error);
  if (mappings == NULL)
    g_warning ("correspondences of columns: %s", error->message);
  for (guint i = 0; mappings != NULL && i < mappings->len; i++)
    {
      const MerStoredMapping *mapping = g_ptr_array_index (mappings, i);

      if (g_str_equal (mapping->kind, mer_batch_kind_to_code (self->options->kind)))
        g_ptr_array_add (names, g_strdup (mapping->name));
    }
  return names;
}

/**
 * mer_import_state_set_mapping:
 * @self: a state
 * @name: (nullable): a stored correspondence, "" for none, %NULL for the one that knows the header
 *
 * Columns are read anew, without what was decided about them.
 */
void
mer_import_state_set_mapping (MerImportState *self,
                              const char     *name)
{
  g_return_if_fail (MER_IS_IMPORT_STATE (self));
  g_free (self->options->mapping);
  self->options->mapping = g_strdup (name);
  self->options->header_row = 0;
  g_clear_pointer (&self->options->columns, g_ptr_array_unref);
  g_clear_pointer (&self->options->values, g_ptr_array_unref);
  mer_import_state_start_reading (self);
}

/* --- remembering ---------------------------------------------------------------------- */

void
mer_import_state_set_remember (MerImportState *self,
                               const char     *name)
{
  g_return_if_fail (MER_IS_IMPORT_STATE (self));
  self->remember_decided = TRUE;
  if (g_strcmp0 (self->options->save_mapping, name) == 0)
    return;
  g_free (self->options->save_mapping);
  self->options->save_mapping = g_strdup (name);
  mer_import_state_emit_changed (self);
}

const char *
mer_import_state_get_remember (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), NULL);
  return self->options->save_mapping;
}

/* What was recognized needs not be remembered again, unless something about it was changed. */
void
mer_import_state_update_remember (MerImportState *self,
                                  gboolean        changed)
{
  g_autofree char *suggested = NULL;

  if (self->remember_decided || self->preview == NULL)
    return;
  if (changed || self->preview->mapping == NULL)
    suggested = mer_import_state_suggest_mapping (self);
  if (!changed && self->preview->mapping != NULL && self->options->mapping != NULL)
    return;
  g_free (self->options->save_mapping);
  self->options->save_mapping = g_steal_pointer (&suggested);
}

/* «Анкеты ДОУ 2024 (14.10.2024).xlsx» → «Анкеты ДОУ»: what will be true of next year's file. */
static char *
name_without_dates (const char *file_name)
{
  g_autofree char *stem = g_strdup (file_name);
  char            *dot = strrchr (stem, '.');
  g_autofree char *undated = NULL;
  g_autoptr (GRegex) numbers = NULL;
  g_autoptr (GRegex) marks = NULL;
  char *name;

  if (dot != NULL && dot > stem)
    *dot = '\0';
  numbers = g_regex_new ("(?<!\\d)(\\d{1,4}[._-]\\d{1,2}[._-]\\d{1,4}|(19|20)\\d\\d)(?!\\d)"
                         "( *г(ода?|\\.)?(?!\\w))?",
                         G_REGEX_OPTIMIZE, 0, NULL);
  marks = g_regex_new ("[\\s_()\\[\\]]+", 0, 0, NULL);
  undated = g_regex_replace_literal (numbers, stem, -1, 0, " ", 0, NULL);
  name = undated != NULL ? g_regex_replace_literal (marks, undated, -1, 0, " ", 0, NULL) : NULL;
  return name != NULL ? g_strstrip (name) : g_strdup (stem);
}

/**
 * mer_import_state_suggest_mapping:
 * @self: a state
 *
 * Returns: (transfer full): the name of the correspondence in use, else one after the file
 */
char *
mer_import_state_suggest_mapping (MerImportState *self)
{
  g_autofree char *file = NULL;
  g_autofree char *base = NULL;
  char            *name;

  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), NULL);
  if (self->preview != NULL && self->preview->mapping != NULL)
    return g_strdup (self->preview->mapping);
  file = mer_import_state_get_file_name (self);
  base = name_without_dates (file);
  name = g_strdup (*base != '\0' ? base : mer_import_kind_title (self->options->kind));
  for (guint i = 2; i < 1000; i++)
    {
      MerStoredMapping *there = mer_store_find_mapping (document_of (self), name);

      if (there == NULL)
        break;
      mer_stored_mapping_free (there);
      g_free (name);
      name = g_strdup_printf ("%s %u", *base != '\0' ? base : file, i);
    }
  return name;
}

gboolean
mer_import_state_replaces_mapping (MerImportState *self)
{
  const char *name = mer_import_state_get_remember (self);
  g_autoptr (MerStoredMapping) there = NULL;

  if (name == NULL || self->preview == NULL || g_strcmp0 (name, self->preview->mapping) == 0)
    return FALSE;
  there = mer_store_find_mapping (document_of (self), name);
  return there != NULL;
}

/* --- files ---------------------------------------------------------------------------- */

static gboolean
delete_mapping (MerDocument *document,
                gpointer     user_data,
                GError     **error)
{
  const MerStoredMapping *mapping = user_data;

  return mer_store_delete_mapping (document, mapping->id, error);
}

/**
 * mer_import_state_delete_mapping:
 * @self: a state
 * @name: of a stored correspondence
 *
 * Deletes it, as an action that can be undone, and reads the table without it.
 */
gboolean
mer_import_state_delete_mapping (MerImportState *self,
                                 const char     *name)
{
  g_autoptr (MerStoredMapping) mapping = NULL;
  g_autofree char *done = NULL;

  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), FALSE);
  mapping = mer_store_find_mapping (document_of (self), name);
  done = g_strdup_printf (_("The correspondence “%s” was deleted"), name);
  if (mapping == NULL || !mer_session_perform (self->session, _("Deleting a correspondence"), done,
                                                                 delete_mapping, mapping))
    return FALSE;
  mer_import_state_set_mapping (self, NULL);
  return TRUE;
}

gboolean
mer_import_state_export_mapping (MerImportState *self,
                                 const char     *name,
                                 const char     *path)
{
  g_autoptr (MerStoredMapping) mapping = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), FALSE);
  mapping = mer_store_find_mapping (document_of (self), name);
  if (mapping == NULL)
    return FALSE;
  if (!mer_import_mapping_export (mapping, path, &error))
    {
      mer_session_fail (self->session, _("The correspondence was not saved"), error);
      return FALSE;
    }
  text = g_strdup_printf (_("The correspondence “%s” was saved"), name);
  mer_session_tell (self->session, text, FALSE);
  return TRUE;
}

typedef struct
{
  const char *path;
  char       *name;
} ImportedMapping;

static gboolean
import_mapping (MerDocument *document,
                gpointer     user_data,
                GError     **error)
{
  ImportedMapping *imported = user_data;

  imported->name = mer_import_mapping_import (document, imported->path, error);
  return imported->name != NULL;
}

gboolean
mer_import_state_import_mapping (MerImportState *self,
                                 const char     *path)
{
  ImportedMapping  imported = { path, NULL };
  g_autofree char *name = NULL;

  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), FALSE);
  if (!mer_session_perform (self->session, _("Taking in a correspondence"), NULL, import_mapping,
                                              &imported))
    return FALSE;
  name = imported.name;
  mer_import_state_set_mapping (self, name);
  return TRUE;
}
