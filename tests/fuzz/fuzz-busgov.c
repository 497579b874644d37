/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reader of bus.gov.ru's XML, on documents and on archives of them, whatever the probe
 * says. */

#define _GNU_SOURCE /* memfd_create */
#include "config.h"

#include "import/mer-table-reader-private.h"

#include "fuzz-table.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  MerTableOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MerTableReader) reader = NULL;
  MerRow row = { 0 };
  gint64 number = 0;
  char   path[64];
  int    file = fuzz_file (data, size, path);

  options.path = path;
  mer_table_format_busgov.probe (data, MIN (size, 4096), path);
  reader = mer_table_format_busgov.open (&options, &error);
  g_assert_true ((reader == NULL) == (error != NULL));
  while (reader != NULL && mer_table_reader_next (reader, &row, &error) > 0)
    {
      g_assert_cmpint (row.number, ==, ++number);
      for (guint i = 0; i < row.n_cells; i++)
        g_assert_true (g_utf8_validate_len (row.cells[i].text, row.cells[i].length, NULL));
    }
  close (file);
  return 0;
}
