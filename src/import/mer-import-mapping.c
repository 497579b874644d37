/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Correspondences of columns as values and as text. The text is a key file: GLib reads it, and a
 * specialist can too. */
#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "import/mer-header-text.h"
#include "import/mer-import-mapping.h"

#define FORMAT 1
#define MAX_TEXT (4 * 1024 * 1024)
#define MAX_COLUMNS 4000
#define MAX_VALUES 10000

static void
value_free (gpointer data)
{
  MerValueDecision *value = data;

  g_free (value->code);
  g_free (value->spelling);
  g_free (value->option);
  g_free (value);
}

static MerImportMapping *
mapping_new (MerBatchKind kind)
{
  MerImportMapping *self = g_new0 (MerImportMapping, 1);

  self->kind = kind;
  self->headers = g_ptr_array_new_with_free_func (g_free);
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->values = g_ptr_array_new_with_free_func (value_free);
  return self;
}

void
mer_import_mapping_free (MerImportMapping *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->headers);
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->values);
  g_free (self);
}

/* Takes the strings. */
static void
add_value (MerImportMapping *self,
           char             *code,
           char             *spelling,
           char             *option)
{
  MerValueDecision *value = g_new0 (MerValueDecision, 1);

  value->code = code;
  value->spelling = spelling;
  value->option = option;
  g_ptr_array_add (self->values, value);
}

MerImportMapping *
mer_import_mapping_new (const MerRecognition   *recognition,
                        const MerImportOptions *options)
{
  MerImportMapping *self = mapping_new (recognition->kind);

  for (guint i = 0; i < recognition->columns->len; i++)
    {
      const MerImportColumn *column = recognition->columns->pdata[i];
      gboolean               used =
        column->state == MER_COLUMN_EXACT || column->state == MER_COLUMN_SIMILAR;

      g_ptr_array_add (self->headers, g_strdup (column->header));
      g_ptr_array_add (self->codes, g_strdup (used ? column->code : MER_COLUMN_SKIP));
    }
  for (guint i = 0; options->values != NULL && i < options->values->len; i++)
    {
      const MerValueDecision *value = options->values->pdata[i];

      add_value (self, g_strdup (value->code), g_strdup (value->spelling),
                 g_strdup (value->option));
    }
  return self;
}

/* --- text ------------------------------------------------------------------------------ */

char *
mer_import_mapping_to_text (const MerImportMapping *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_set_integer (file, "mapping", "format", FORMAT);
  g_key_file_set_string (file, "mapping", "kind", mer_batch_kind_to_code (self->kind));
  for (guint i = 0; i < self->headers->len; i++)
    {
      g_autofree char *group = g_strdup_printf ("column %u", i + 1);

      g_key_file_set_string (file, group, "header", self->headers->pdata[i]);
      g_key_file_set_string (file, group, "code", self->codes->pdata[i]);
    }
  for (guint i = 0; i < self->values->len; i++)
    {
      const MerValueDecision *value = self->values->pdata[i];
      g_autofree char        *group = g_strdup_printf ("value %u", i + 1);

      g_key_file_set_string (file, group, "code", value->code);
      g_key_file_set_string (file, group, "spelling", value->spelling);
      g_key_file_set_string (file, group, "option", value->option);
    }
  return g_key_file_to_data (file, NULL, NULL);
}

static gboolean
read_columns (MerImportMapping *self,
              GKeyFile         *file)
{
  for (guint i = 0; i < MAX_COLUMNS; i++)
    {
      g_autofree char *group = g_strdup_printf ("column %u", i + 1);
      char            *header = g_key_file_get_string (file, group, "header", NULL);
      char            *code = g_key_file_get_string (file, group, "code", NULL);

      if (header == NULL || code == NULL || *code == '\0')
        {
          g_free (header);
          g_free (code);
          return i > 0 && !g_key_file_has_group (file, group);
        }
      g_ptr_array_add (self->headers, header);
      g_ptr_array_add (self->codes, code);
    }
  return FALSE;
}

static gboolean
read_values (MerImportMapping *self,
             GKeyFile         *file)
{
  for (guint i = 0; i < MAX_VALUES; i++)
    {
      g_autofree char *group = g_strdup_printf ("value %u", i + 1);
      char            *code = NULL;
      char            *spelling = NULL;
      char            *option = NULL;

      if (!g_key_file_has_group (file, group))
        return TRUE;
      code = g_key_file_get_string (file, group, "code", NULL);
      spelling = g_key_file_get_string (file, group, "spelling", NULL);
      option = g_key_file_get_string (file, group, "option", NULL);
      add_value (self, code, spelling, option);
      if (code == NULL || spelling == NULL || option == NULL)
        return FALSE;
    }
  return FALSE;
}

MerImportMapping *
mer_import_mapping_parse (const char *text,
                          gssize      length,
                          GError    **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (MerImportMapping) self = NULL;
  g_autofree char *code = NULL;
  gsize            size = length >= 0 ? (gsize) length : strlen (text);
  MerBatchKind     kind;

  if (size > 0 && size <= MAX_TEXT && g_utf8_validate (text, (gssize) size, NULL) &&
      g_key_file_load_from_data (file, text, size, G_KEY_FILE_NONE, NULL) &&
      g_key_file_get_integer (file, "mapping", "format", NULL) == FORMAT)
    code = g_key_file_get_string (file, "mapping", "kind", NULL);
  if (code != NULL && mer_batch_kind_from_code (code, &kind))
    self = mapping_new (kind);
  if (self != NULL && read_columns (self, file) && read_values (self, file))
    return g_steal_pointer (&self);
  g_set_error_literal (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
                       _("This is no correspondence of columns."));
  return NULL;
}

char *
mer_import_mapping_fingerprint (const MerImportMapping *self)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < self->headers->len; i++)
    {
      g_autofree char *key = mer_header_key (self->headers->pdata[i]);

      g_checksum_update (sum, (const guchar *) key, (gssize) strlen (key));
      g_checksum_update (sum, (const guchar *) "\n", 1);
    }
  return g_strdup (g_checksum_get_string (sum));
}

/* --- documents and files ------------------------------------------------------------------ */

gboolean
mer_import_mapping_save (MerDocument            *doc,
                         const char             *name,
                         const MerImportMapping *self,
                         GError                **error)
{
  g_autoptr (MerStoredMapping) stored = g_new0 (MerStoredMapping, 1);

  stored->name = g_strdup (name);
  stored->kind = g_strdup (mer_batch_kind_to_code (self->kind));
  stored->fingerprint = mer_import_mapping_fingerprint (self);
  stored->text = mer_import_mapping_to_text (self);
  return mer_store_save_mapping (doc, stored, error);
}

gboolean
mer_import_mapping_export (const MerStoredMapping *mapping,
                           const char             *path,
                           GError                **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) reason = NULL;
  g_autofree char *base = g_filename_display_basename (path);

  if (!g_key_file_load_from_data (file, mapping->text, (gsize) -1, G_KEY_FILE_NONE, error))
    return FALSE;
  g_key_file_set_string (file, "mapping", "name", mapping->name);
  if (g_key_file_save_to_file (file, path, &reason))
    return TRUE;
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_IO,
               /* Translators: file, reason. */
               _("The file “%s” cannot be written: %s."), base, reason->message);
  return FALSE;
}

char *
mer_import_mapping_import (MerDocument *doc,
                           const char  *path,
                           GError     **error)
{
  g_autoptr (MerImportMapping) self = NULL;
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) reason = NULL;
  g_autofree char *base = g_filename_display_basename (path);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  gsize            length;

  if (g_access (path, R_OK) != 0)
    {
      g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_IO,
                   _("The file “%s” cannot be read: %s."), base, g_strerror (errno));
      return NULL;
    }
  if (g_file_get_contents (path, &text, &length, &reason))
    self = mer_import_mapping_parse (text, (gssize) length, &reason);
  if (self == NULL)
    {
      /* Translators: file, a sentence. */
      g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
                   _("The file “%s”: %s"), base, reason->message);
      return NULL;
    }
  if (g_key_file_load_from_data (file, text, length, G_KEY_FILE_NONE, NULL))
    name = g_key_file_get_string (file, "mapping", "name", NULL);
  if (name == NULL || *g_strstrip (name) == '\0')
    {
      g_free (name);
      name = g_strdup (base);
    }
  return mer_import_mapping_save (doc, name, self, error) ? g_steal_pointer (&name) : NULL;
}
