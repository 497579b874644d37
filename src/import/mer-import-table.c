/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The beginning of preview, guess and run: the table opened, its columns recognized for
 * the cycle that it goes into. */
#include "config.h"

#include <glib/gi18n.h>

#include "import/mer-import-mapping.h"
#include "import/mer-import-table.h"
#include "store/mer-registry-store.h"

static gboolean
find_methodology (MerImportTable *self,
                  MerDocument    *doc,
                  MerBatchKind    kind,
                  GError        **error)
{
  self->methodology_id = self->cycle != NULL ? self->cycle->methodology_id
                                             : mer_store_latest_methodology_id (doc);
  if (self->methodology_id != 0)
    {
      self->methodology = mer_store_methodology (doc, self->methodology_id, error);
      return self->methodology != NULL;
    }
  if (kind == MER_BATCH_ORGANIZATIONS || kind == MER_BATCH_FACTS || kind == MER_BATCH_RECIPIENTS)
    return TRUE;
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_COLUMNS,
               _("The document has no methodology, so that nothing tells what its questions are. "
                 "Add a methodology first."));
  return FALSE;
}

gboolean
mer_import_table_recognize (MerImportTable *self,
                            GError        **error)
{
  const MerImportOptions     *options = self->options;
  const MerRecognitionRequest request = {
    .kind = options->kind,
    .methodology = self->methodology,
    .items = self->items,
    .overrides = options->columns,
    .header_row = options->header_row,
  };

  g_clear_pointer (&self->recognition, mer_recognition_free);
  if (!self->reader->rewind (self->reader, error))
    return FALSE;
  self->recognition = mer_recognize (self->reader, &request, error);
  return self->recognition != NULL;
}

/* A correspondence that was found by itself may speak of what the methodology has no longer. */
static gboolean
recognize_or_forget (MerImportTable         *self,
                     const MerImportOptions *options,
                     GError                **error)
{
  if (self->mapping == NULL || options->mapping != NULL)
    return mer_import_table_recognize (self, error);
  if (mer_import_table_recognize (self, NULL))
    return TRUE;
  g_clear_pointer (&self->mapping, g_free);
  g_clear_pointer (&self->options, mer_import_options_free);
  self->options = mer_import_options_copy (options);
  return mer_import_table_recognize (self, error);
}

gboolean
mer_import_table_open (MerImportTable         *self,
                       MerDocument            *doc,
                       const MerImportOptions *options,
                       GError                **error)
{
  const MerTableOptions table = {
    .path = options->path,
    .sheet = options->sheet,
    .encoding = options->encoding,
    .separator = options->separator,
  };

  if (!mer_store_find_cycle (doc, options->cycle_id, &self->cycle, error) ||
      !find_methodology (self, doc, options->kind, error))
    return FALSE;
  if (options->kind == MER_BATCH_CHECKLIST && self->cycle != NULL)
    {
      self->items = mer_store_items (doc, self->cycle->id, error);
      if (self->items == NULL)
        return FALSE;
    }
  self->reader = mer_table_reader_open (&table, error);
  self->options = mer_import_options_copy (options);
  return self->reader != NULL &&
         mer_import_mapping_apply (doc, self->options, self->reader, &self->mapping, error) &&
         recognize_or_forget (self, options, error);
}

void
mer_import_table_clear (MerImportTable *self)
{
  g_clear_pointer (&self->recognition, mer_recognition_free);
  g_clear_pointer (&self->reader, mer_table_reader_close);
  g_clear_pointer (&self->options, mer_import_options_free);
  g_clear_pointer (&self->mapping, g_free);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->methodology, mer_methodology_unref);
  g_clear_pointer (&self->cycle, mer_cycle_unref);
}
