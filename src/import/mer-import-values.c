/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plain values that come out of an import. */
#include "config.h"

#include "import/mer-import-problems.h"
#include "import/mer-importer.h"

void
mer_import_result_free (MerImportResult *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->unmatched, g_ptr_array_unref);
  g_clear_pointer (&self->accepted_of, g_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_error (&self->obstacle);
  g_free (self);
}
