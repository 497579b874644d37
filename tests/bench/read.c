/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads all cells of a table and says how many there are. */

#include "config.h"

#include <stdlib.h>

#include "import/mer-table-reader.h"

int
main (int    argc,
      char **argv)
{
  MerTableOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MerTableReader) reader = NULL;
  MerRow  row = { 0 };
  guint64 n_rows = 0;
  guint64 n_cells = 0;

  if (argc != 2)
    return 2;
  options.path = argv[1];
  reader = mer_table_reader_open (&options, &error);
  while (reader != NULL && mer_table_reader_next (reader, &row, &error) > 0)
    {
      n_rows++;
      n_cells += row.n_cells;
    }
  if (error != NULL)
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  g_print ("%" G_GUINT64_FORMAT " rows, %" G_GUINT64_FORMAT " cells\n", n_rows, n_cells);
  return EXIT_SUCCESS;
}
