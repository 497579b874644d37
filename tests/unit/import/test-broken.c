/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that are no tables, each through the whole import: a sentence that says what is wrong and
 * where, and not one byte of the document changed. */

#include "config.h"

#include <stdio.h>
#include <sys/stat.h>

#include "import-fixture.h"

static const struct
{
  const char *file;
  int         code;
  const char *sentence; /* a part of it */
} cases[] = {
  { "empty.csv", MER_IMPORT_ERROR_EMPTY, "“empty.csv” is empty" },
  { "blank-lines.csv", MER_IMPORT_ERROR_COLUMNS, "“Organization”" },
  { "header-only.csv", MER_IMPORT_ERROR_EMPTY, NULL },
  { "column-twice.csv", MER_IMPORT_ERROR_COLUMNS, "“Комфортность условий”" },
  { "column-missing.csv", MER_IMPORT_ERROR_COLUMNS, "“Стенд: обращались”" },
  { "one-column.csv", MER_IMPORT_ERROR_COLUMNS, "“Organization”" },
  { "ragged.csv", MER_IMPORT_ERROR_ROWS, NULL },
  { "open-quote.csv", MER_IMPORT_ERROR_FORMAT, "“open-quote.csv”, row 2, column 2" },
  { "bad-utf8.csv", MER_IMPORT_ERROR_ENCODING, "“bad-utf8.csv”, row 5, column 2" },
  { "binary.csv", MER_IMPORT_ERROR_FORMAT, "“binary.csv” is not a text table" },
  { "picture.csv", MER_IMPORT_ERROR_FORMAT, "“picture.csv” is not a text table" },
  { "truncated.xlsx", MER_IMPORT_ERROR_FORMAT, "“truncated.xlsx” is damaged" },
  { "cut-xml.xlsx", MER_IMPORT_ERROR_FORMAT, "“cut-xml.xlsx” is damaged" },
  { "no-workbook.xlsx", MER_IMPORT_ERROR_FORMAT, "not a spreadsheet" },
  { "entities.xlsx", MER_IMPORT_ERROR_FORMAT, "“entities.xlsx” defines entities" },
  { "external-entity.xlsx", MER_IMPORT_ERROR_FORMAT, "defines entities" },
  { "bomb.xlsx", MER_IMPORT_ERROR_LIMIT, "“bomb.xlsx” unpacks to far more" },
  { "empty-sheet.xlsx", MER_IMPORT_ERROR_EMPTY, NULL },
  { "encrypted.xlsx", MER_IMPORT_ERROR_ENCRYPTED, "“encrypted.xlsx” is encrypted" },
  { "truncated.ods", MER_IMPORT_ERROR_FORMAT, "“truncated.ods” is damaged" },
  { "cut-xml.ods", MER_IMPORT_ERROR_FORMAT, "“cut-xml.ods” is damaged" },
  { "text-document.odt", MER_IMPORT_ERROR_FORMAT, "not a spreadsheet" },
  { "entities.ods", MER_IMPORT_ERROR_FORMAT, "“entities.ods” defines entities" },
  { "bomb.ods", MER_IMPORT_ERROR_LIMIT, "“bomb.ods” unpacks to far more" },
  { "repeat-bomb.ods", MER_IMPORT_ERROR_LIMIT, "“repeat-bomb.ods” unpacks to far more" },
  { "empty-sheet.ods", MER_IMPORT_ERROR_EMPTY, NULL },
  { "encrypted.ods", MER_IMPORT_ERROR_ENCRYPTED, "“encrypted.ods” is encrypted" },
  { "old-format.xls", MER_IMPORT_ERROR_FORMAT, "“old-format.xls” has an old format" },
  { "truncated.xls", MER_IMPORT_ERROR_FORMAT, "“truncated.xls” is damaged" },
  { "cyclic.xls", MER_IMPORT_ERROR_FORMAT, "“cyclic.xls” is damaged" },
  { "document.doc", MER_IMPORT_ERROR_FORMAT, "“document.doc” is an office document" },
  { "web-page.xls", MER_IMPORT_ERROR_FORMAT, "“web-page.xls” is a web page" },
  { "web-page-utf16.xls", MER_IMPORT_ERROR_FORMAT, "“web-page-utf16.xls” is a web page" },
  { "web-archive.xls", MER_IMPORT_ERROR_FORMAT, "“web-archive.xls” is a web page" },
  { "excel-2003.xls", MER_IMPORT_ERROR_FORMAT, "“excel-2003.xls” is a table in the XML" },
  { "rich-text.doc", MER_IMPORT_ERROR_FORMAT, "“rich-text.doc” is a text document" },
  { "scan.pdf.csv", MER_IMPORT_ERROR_FORMAT, "“scan.pdf.csv” is a PDF" },
  { "packed.csv.gz", MER_IMPORT_ERROR_FORMAT, "“packed.csv.gz” is packed" },
  { "no-such-file.csv", MER_IMPORT_ERROR_IO, "“no-such-file.csv” cannot be read" },
};

/* The error of an import that changes nothing: (transfer full). */
static GError *
refuse (Fixture    *self,
        const char *path)
{
  g_autoptr (MerImportOptions) options = mer_import_options_new (MER_BATCH_SURVEY, path);
  g_autoptr (GBytes) before = fixture_bytes (self);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (MerImportResult) result = NULL;
  GError *error = NULL;

  options->create_organizations = TRUE;
  result = mer_import_run (self->doc, options, "Загрузка", NULL, NULL, &error);
  if (result != NULL && result->obstacle != NULL)
    error = g_error_copy (result->obstacle);
  g_assert_nonnull (error);
  after = fixture_bytes (self);
  g_assert_true (g_bytes_equal (before, after));
  return error;
}

static void
test_files (Fixture      *self,
            gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
        g_build_filename (g_getenv ("MER_TEST_DATA"), "broken", cases[i].file, NULL);
      g_autoptr (GError) error = refuse (self, path);

      g_test_message ("%s: %s", cases[i].file, error->message);
      g_assert_cmpint (error->domain, ==, MER_IMPORT_ERROR);
      g_assert_cmpint (error->code, ==, cases[i].code);
      if (cases[i].sentence != NULL)
        g_assert_nonnull (strstr (error->message, cases[i].sentence));
    }
}

/* Every file of the folder stands in the table. */
static void
test_complete (Fixture      *self,
               gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("MER_TEST_DATA"), "broken", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      gboolean found = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        found = found || g_str_equal (cases[i].file, name);
      g_test_message ("%s", name);
      g_assert_true (found);
    }
}

static void
test_long_line (Fixture      *self,
                gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "long.csv", NULL);
  g_autofree char *chunk = g_strnfill (1024 * 1024, 'x');
  g_autoptr (GError) error = NULL;
  FILE *file = g_fopen (path, "w");

  for (guint i = 0; i < 40; i++)
    g_assert_cmpuint (fwrite (chunk, 1, 1024 * 1024, file), ==, 1024 * 1024);
  fclose (file);
  error = refuse (self, path);
  g_assert_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, "“long.csv”"));
}

/* A pipe of that name neither hangs nor is read. */
static void
test_pipe (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "pipe.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  error = refuse (self, path);
  g_assert_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_IO);
}

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/broken/files", test_files);
  ADD ("/broken/complete", test_complete);
  ADD ("/broken/long-line", test_long_line);
  ADD ("/broken/pipe", test_pipe);
  return g_test_run ();
}
