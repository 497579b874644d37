/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Correspondences of columns as files bring them: what is read is written and read again. */

#include "config.h"

#include "fuzz.h"
#include "import/mer-import-mapping.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerImportMapping) mapping =
    mer_import_mapping_parse ((const char *) data, (gssize) size, &error);
  g_autoptr (MerImportMapping) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *second = NULL;

  g_assert_true ((mapping == NULL) == (error != NULL));
  if (mapping == NULL)
    return 0;
  text = mer_import_mapping_to_text (mapping);
  again = mer_import_mapping_parse (text, -1, &error);
  g_assert_no_error (error);
  second = mer_import_mapping_to_text (again);
  g_assert_cmpstr (text, ==, second);
  return 0;
}
