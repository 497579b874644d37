/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rejected rows of an import as a table: which rows, why, and that the mended table is
 * taken. */

#include <glib/gstdio.h>
#include <string.h>

#include "app/mer-new-document.h"
#include "app/mer-rejected-rows.h"
#include "import/mer-importer.h"

static const char checklist[] =
  "Организация;Комфортные условия [Навигация];Комфортные условия [Питьевая вода];Тел.\n"
  "СОШ № 1;1;0;12\n"
  "СОШ № 2;частично;плохо;\"34;5\"\n"
  "\n"
  "Баня;1;1;56\n"
  "СОШ № 3;1;плохо;78\n";

typedef struct
{
  char        *folder;
  MerDocument *doc;
} Fixture;

static char *
path_of (Fixture    *self,
         const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static MerImportResult *
import (Fixture           *self,
        MerBatchKind       kind,
        const char        *name,
        const char        *text,
        MerImportOptions **options)
{
  g_autofree char *path = path_of (self, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerImportOptions) given = mer_import_options_new (kind, path);
  MerImportResult *result;

  if (text != NULL)
    g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  result = mer_import_run (self->doc, given, "Загрузка", NULL, NULL, &error);
  g_assert_no_error (error);
  if (options != NULL)
    *options = g_steal_pointer (&given);
  return result;
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerImportResult) result = NULL;

  self->folder = g_dir_make_tmp ("mer-rejected-XXXXXX", &error);
  path = path_of (self, "d.merilo");
  self->doc = mer_new_document (path, "Район", NULL, &error);
  g_assert_no_error (error);
  result = import (self, MER_BATCH_ORGANIZATIONS, "o.csv",
                   "Организация;ИНН\nСОШ № 1;\nСОШ № 2;\nСОШ № 3;\n", NULL);
  g_assert_cmpuint (result->accepted, ==, 3);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  g_clear_object (&self->doc);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = path_of (self, name);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

static char *
read_text (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_csv (Fixture      *self,
          gconstpointer data)
{
  g_autoptr (MerImportOptions) options = NULL;
  g_autoptr (MerImportResult) result =
    import (self, MER_BATCH_CHECKLIST, "c.csv", checklist, &options);
  g_autoptr (MerImportResult) mended = NULL;
  g_autofree char *path = path_of (self, "отклонено.csv");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) repaired = NULL;
  guint64 n = 0;

  g_assert_cmpuint (result->accepted, ==, 1);
  g_assert_cmpuint (result->rejected, ==, 3);
  g_assert_true (mer_rejected_rows_write (self->doc, options, result, path, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 3);
  text = read_text (path);
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_true (g_str_has_prefix (lines[0], "\xef\xbb\xbfОрганизация;"));
  /* Both cells of the row are told, each group for the row that it stands in. */
  g_assert_true (g_str_has_prefix (lines[1], "СОШ № 2;частично;плохо;\"34;5\";3;"));
  g_assert_nonnull (strstr (lines[1], "частично” is no mark"));
  g_assert_nonnull (strstr (lines[1], "Row 3, column C"));
  g_assert_true (g_str_has_prefix (lines[2], "Баня;1;1;56;5;Row 5: "));
  g_assert_true (g_str_has_prefix (lines[3], "СОШ № 3;1;плохо;78;6;Row 6, column C: "));

  /* Mended and sent back: the two columns behind are none of ours. */
  repaired = g_string_new (text);
  g_string_replace (repaired, "частично", "0,5", 1);
  g_string_replace (repaired, ";плохо", ";0", 0);
  g_string_replace (repaired, "Баня", "СОШ № 1", 1);
  mended = import (self, MER_BATCH_CHECKLIST, "c2.csv", repaired->str, NULL);
  g_assert_cmpuint (mended->accepted, ==, 3);
  g_assert_cmpuint (mended->rejected, ==, 0);
}

static void
test_xlsx (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (MerImportOptions) options = NULL;
  g_autoptr (MerImportResult) result =
    import (self, MER_BATCH_CHECKLIST, "c.csv", checklist, &options);
  g_autoptr (MerImportResult) again = NULL;
  g_autofree char *path = path_of (self, "отклонено.xlsx");
  g_autoptr (GError) error = NULL;
  guint64 n = 0;

  g_assert_true (mer_rejected_rows_write (self->doc, options, result, path, &n, &error));
  g_assert_no_error (error);
  again = import (self, MER_BATCH_CHECKLIST, "отклонено.xlsx", NULL, NULL);
  g_assert_cmpuint (again->accepted, ==, 0);
  g_assert_cmpuint (again->rejected, ==, 3);
}

/* Later, from what the document keeps of the import. */
static void
test_batch (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (MerImportResult) result =
    import (self, MER_BATCH_CHECKLIST, "c.csv", checklist, NULL);
  g_autofree char *file = path_of (self, "c.csv");
  g_autofree char *path = path_of (self, "отклонено.csv");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  guint64 n = 0;

  g_assert_true (
    mer_rejected_rows_write_batch (self->doc, result->batch_id, file, path, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 3);
  text = read_text (path);
  g_assert_nonnull (strstr (text, "СОШ № 3;1;плохо;78;6;Row 6, column C: "));
  g_file_set_contents (file, "другое", -1, NULL);
  g_unlink (path);
  g_assert_false (
    mer_rejected_rows_write_batch (self->doc, result->batch_id, file, path, &n, &error));
  g_assert_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) \
  g_test_add ("/app/rejected-rows/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("csv", test_csv);
  ADD ("xlsx", test_xlsx);
  ADD ("batch", test_batch);
  return g_test_run ();
}
