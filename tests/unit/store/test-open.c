/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must not be opened: each anomaly is refused with a sentence that names the file, and
 * the file stays byte for byte as it was. */
#include "store-fixture.h"

#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
put_u32 (guint8 *data,
         gsize   offset,
         guint32 value)
{
  for (gsize i = 0; i < 4; i++)
    data[offset + i] = (guint8) (value >> (24 - 8 * i));
}

static void
write_file (const char *path,
            const void *data,
            gsize       size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, (gssize) size, &error);
  g_assert_no_error (error);
}

static void
close_document (Fixture *self)
{
  g_assert_finalize_object (g_steal_pointer (&self->document));
}

/* Nothing lies in the folder but the file itself. */
static void
assert_alone (Fixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_cmpstr (name, ==, "Район.merilo");
}

static void
assert_refused (Fixture *self,
                int      code)
{
  static const MerOpenMode modes[] = { MER_OPEN_READ_WRITE, MER_OPEN_READ_ONLY,
                                       MER_OPEN_READ_WRITE_OR_READ };
  g_autoptr (GBytes) before = fixture_read (self->path);

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) after = NULL;

      g_assert_null (mer_document_open (self->path, modes[i], &error));
      g_assert_error (error, MER_STORE_ERROR, code);
      g_assert_nonnull (strstr (error->message, "Район.merilo"));
      after = fixture_read (self->path);
      g_assert_true (g_bytes_equal (before, after));
      assert_alone (self);
    }
}

static void
exec_foreign (const char *path,
              const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_missing (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, "нет.merilo", NULL);

  g_assert_null (mer_document_open (path, MER_OPEN_READ_WRITE, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "нет.merilo"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_folder (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mer_document_open (self->folder, MER_OPEN_READ_WRITE, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_FOREIGN);
}

static void
test_pipe (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, "труба", NULL);

  g_assert_no_errno (mkfifo (path, 0600));
  g_assert_null (mer_document_open (path, MER_OPEN_READ_WRITE, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_FOREIGN);
}

static void
test_empty (Fixture      *self,
            gconstpointer data)
{
  close_document (self);
  write_file (self->path, "", 0);
  assert_refused (self, MER_STORE_ERROR_FOREIGN);
}

static void
test_text (Fixture      *self,
           gconstpointer data)
{
  static const char text[] = "Организация;Дата;Вопрос 1\n";

  close_document (self);
  write_file (self->path, text, sizeof text - 1);
  assert_refused (self, MER_STORE_ERROR_FOREIGN);
}

static void
test_foreign_database (Fixture      *self,
                       gconstpointer data)
{
  close_document (self);
  g_assert_no_errno (g_unlink (self->path));
  exec_foreign (self->path, "CREATE TABLE x (y); INSERT INTO x VALUES (1)");
  assert_refused (self, MER_STORE_ERROR_FOREIGN);
}

/* The bytes of the document, changed in place. */
static void
patch (Fixture *self,
       gsize    offset,
       guint32  value)
{
  g_autofree char *data = NULL;
  gsize            size = 0;

  close_document (self);
  g_assert_true (g_file_get_contents (self->path, &data, &size, NULL));
  put_u32 ((guint8 *) data, offset, value);
  write_file (self->path, data, size);
}

static void
test_newer (Fixture      *self,
            gconstpointer data)
{
  patch (self, 60, 4711);
  assert_refused (self, MER_STORE_ERROR_NEWER);
}

static void
test_negative_version (Fixture      *self,
                       gconstpointer data)
{
  patch (self, 60, 0xffffffff);
  assert_refused (self, MER_STORE_ERROR_NEWER);
}

static void
test_other_application (Fixture      *self,
                        gconstpointer data)
{
  patch (self, 68, 0x12345678);
  assert_refused (self, MER_STORE_ERROR_FOREIGN);
}

static void
test_wal (Fixture      *self,
          gconstpointer data)
{
  close_document (self);
  exec_foreign (self->path, "PRAGMA journal_mode = WAL");
  assert_refused (self, MER_STORE_ERROR_FOREIGN);
}

/* Cut anywhere: at every page and in the middle of pages. */
static void
test_cut_off (Fixture      *self,
              gconstpointer data)
{
  g_autofree char *whole = NULL;
  gsize            size = 0;

  close_document (self);
  g_assert_true (g_file_get_contents (self->path, &whole, &size, NULL));
  for (gsize n = 1; n < size; n += n < 200 ? 33 : 2048)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MerDocument) document = NULL;

      write_file (self->path, whole, n);
      document = mer_document_open (self->path, MER_OPEN_READ_WRITE, &error);
      g_assert_null (document);
      g_assert_true (g_error_matches (error, MER_STORE_ERROR, MER_STORE_ERROR_DAMAGED) ||
                     g_error_matches (error, MER_STORE_ERROR, MER_STORE_ERROR_FOREIGN));
      assert_alone (self);
    }
  write_file (self->path, whole, size - 4096);
  assert_refused (self, MER_STORE_ERROR_DAMAGED);
}

/* Every page in turn filled with rubbish: refused, or opened with the damage outside of
 * what opening reads, and then found by verify; never written to. */
static void
test_damaged_pages (Fixture      *self,
                    gconstpointer data)
{
  g_autofree char *whole = NULL;
  gsize            size = 0;

  close_document (self);
  g_assert_true (g_file_get_contents (self->path, &whole, &size, NULL));
  for (gsize page = 0; page < size / 4096; page++)
    {
      g_autofree char *damaged = g_memdup2 (whole, size);
      g_autoptr (GBytes) before = NULL;
      g_autoptr (GBytes) after = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (MerDocument) document = NULL;
      gsize from = page == 0 ? 100 : page * 4096;

      memset (damaged + from, 0x5a, 4096 - from % 4096);
      write_file (self->path, damaged, size);
      before = fixture_read (self->path);
      document = mer_document_open (self->path, MER_OPEN_READ_WRITE, &error);
      g_assert_null (document);
      g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_DAMAGED);
      after = fixture_read (self->path);
      g_assert_true (g_bytes_equal (before, after));
      assert_alone (self);
    }
}

static void
test_foreign_trigger (Fixture      *self,
                      gconstpointer data)
{
  close_document (self);
  exec_foreign (self->path, "CREATE TRIGGER t AFTER INSERT ON setting BEGIN "
                            "DELETE FROM organization; END");
  assert_refused (self, MER_STORE_ERROR_DAMAGED);
}

static void
test_missing_table (Fixture      *self,
                    gconstpointer data)
{
  close_document (self);
  exec_foreign (self->path, "DROP TABLE checklist");
  assert_refused (self, MER_STORE_ERROR_DAMAGED);
}

/* What other tools add for their own speed does not matter. */
static void
test_analyzed (Fixture      *self,
               gconstpointer data)
{
  close_document (self);
  exec_foreign (self->path, "ANALYZE");
  self->document = mer_document_open (self->path, MER_OPEN_READ_WRITE, NULL);
  g_assert_nonnull (self->document);
  fixture_assert_sound (self);
}

static void
test_write_protected_file (Fixture      *self,
                           gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  close_document (self);
  g_assert_no_errno (g_chmod (self->path, 0444));
  assert_alone (self);
  g_assert_null (mer_document_open (self->path, MER_OPEN_READ_WRITE, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  self->document = mer_document_open (self->path, MER_OPEN_READ_WRITE_OR_READ, &error);
  g_assert_no_error (error);
  g_assert_true (mer_document_is_read_only (self->document));
  g_assert_null (mer_document_get_holder (self->document));
  g_assert_false (mer_document_begin (self->document, "x", &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (mer_document_undo (self->document, &error));
  assert_alone (self);
}

static void
test_write_protected_folder (Fixture      *self,
                             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  close_document (self);
  g_assert_no_errno (g_chmod (self->folder, 0555));
  g_assert_null (mer_document_open (self->path, MER_OPEN_READ_WRITE, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  self->document = mer_document_open (self->path, MER_OPEN_READ_WRITE_OR_READ, &error);
  g_assert_no_error (error);
  g_assert_true (mer_document_is_read_only (self->document));
  title = mer_document_get_setting (self->document, "title");
  g_assert_cmpstr (title, ==, "Верхнеольховский район");
  assert_alone (self);
}

/* A name that means something to SQLite is a file like any other. */
static void
test_odd_names (Fixture      *self,
                gconstpointer data)
{
  static const char *const names[] = { ":memory:", "file:x?mode=memory", "а%20б.merilo", " " };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, names[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (MerDocument) document = mer_document_create (path, "x", &error);

      g_assert_no_error (error);
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    }
}

#define ADD(name, function) \
  g_test_add ("/store/open/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("missing", test_missing);
  ADD ("folder", test_folder);
  ADD ("pipe", test_pipe);
  ADD ("empty", test_empty);
  ADD ("text", test_text);
  ADD ("foreign-database", test_foreign_database);
  ADD ("newer", test_newer);
  ADD ("negative-version", test_negative_version);
  ADD ("other-application", test_other_application);
  ADD ("wal", test_wal);
  ADD ("cut-off", test_cut_off);
  ADD ("damaged-pages", test_damaged_pages);
  ADD ("foreign-trigger", test_foreign_trigger);
  ADD ("missing-table", test_missing_table);
  ADD ("analyzed", test_analyzed);
  ADD ("write-protected-file", test_write_protected_file);
  ADD ("write-protected-folder", test_write_protected_folder);
  ADD ("odd-names", test_odd_names);
  return g_test_run ();
}
