/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plain values that go into an import and come out of it. */
#include "config.h"

#include "import/mer-import-problems.h"
#include "import/mer-importer.h"
#include "import/mer-recognition.h"

MerImportOptions *
mer_import_options_new (MerBatchKind kind,
                        const char  *path)
{
  MerImportOptions *self = g_new0 (MerImportOptions, 1);

  self->kind = kind;
  self->path = g_strdup (path);
  return self;
}

MerImportOptions *
mer_import_options_copy (const MerImportOptions *self)
{
  MerImportOptions *copy = g_memdup2 (self, sizeof *self);

  copy->path = g_strdup (self->path);
  copy->sheet = g_strdup (self->sheet);
  copy->encoding = g_strdup (self->encoding);
  copy->source = g_strdup (self->source);
  copy->columns = NULL;
  if (self->columns != NULL)
    {
      copy->columns = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; i < self->columns->len; i++)
        g_ptr_array_add (copy->columns, g_strdup (self->columns->pdata[i]));
    }
  return copy;
}

void
mer_import_options_free (MerImportOptions *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->sheet);
  g_free (self->encoding);
  g_free (self->source);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_free (self);
}

void
mer_import_result_free (MerImportResult *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->unmatched, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_error (&self->obstacle);
  g_free (self);
}
