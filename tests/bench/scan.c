/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scans a survey as the assistant does before anything is decided.
 *
 *   scan DOCUMENT TABLE */

#include "config.h"

#include <stdlib.h>

#include "import/mer-import-scan.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (MerImportOptions) options = NULL;
  g_autoptr (MerImportScan) scan = NULL;

  if (argc != 3)
    return 2;
  doc = mer_document_open (argv[1], MER_OPEN_READ_ONLY, &error);
  options = mer_import_options_new (MER_BATCH_SURVEY, argv[2]);
  if (doc != NULL)
    scan = mer_import_scan (doc, options, NULL, NULL, &error);
  if (scan == NULL)
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  g_print ("%" G_GUINT64_FORMAT " rows, %u columns, %u names\n", (guint64) scan->n_rows,
           scan->columns->len, scan->names->len);
  return EXIT_SUCCESS;
}
