/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include "import/mer-table-reader.h"

/* A file in memory with a path that readers can open. */
static inline int
fuzz_file (const void *data,
           size_t      size,
           char        path[64])
{
  int file = memfd_create ("fuzz", 0);

  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (write (file, data, size), ==, (gssize) size);
  g_snprintf (path, 64, "/proc/self/fd/%d", file);
  return file;
}

/* Reads a table twice, by way of rewind, and looks at every byte that it hands out. */
static inline void
fuzz_read_table (const MerTableOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerTableReader) reader = mer_table_reader_open (options, &error);
  guint64 sums[2] = { 0 };
  int     states[2] = { 0 };

  g_assert_true ((reader == NULL) == (error != NULL));
  for (guint pass = 0; reader != NULL && pass < 2; pass++)
    {
      MerRow row = { 0 };
      gint64 number = 0;

      if (pass == 1 && !reader->rewind (reader, NULL))
        return;
      g_clear_error (&error);
      while ((states[pass] = mer_table_reader_next (reader, &row, &error)) > 0)
        {
          g_assert_cmpint (row.number, >, number);
          number = row.number;
          for (guint i = 0; i < row.n_cells; i++)
            {
              g_assert_true (g_utf8_validate_len (row.cells[i].text, row.cells[i].length, NULL));
              sums[pass] = sums[pass] * 31 + row.cells[i].length;
            }
        }
      g_assert_true ((states[pass] < 0) == (error != NULL));
    }
  g_assert_cmpuint (sums[0], ==, sums[1]);
  g_assert_cmpint (states[0], ==, states[1]);
}
