/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-table-reader.h"

/* «number:cell|cell» a row, one a line; the error's text last: (transfer full). */
static inline char *
fixture_dump (const char *path,
              const char *sheet)
{
  MerTableOptions options = { path, sheet, NULL, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MerTableReader) reader = mer_table_reader_open (&options, &error);
  GString *out = g_string_new (NULL);
  MerRow   row = { 0 };

  while (reader != NULL && mer_table_reader_next (reader, &row, &error) > 0)
    {
      g_string_append_printf (out, "%" G_GINT64_FORMAT ":", row.number);
      for (guint i = 0; i < row.n_cells; i++)
        {
          g_string_append (out, i > 0 ? "|" : "");
          g_string_append_len (out, row.cells[i].text, (gssize) row.cells[i].length);
        }
      g_string_append_c (out, '\n');
    }
  if (error != NULL)
    g_string_append (out, error->message);
  return g_string_free (out, FALSE);
}
