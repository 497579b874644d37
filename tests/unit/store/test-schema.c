/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules that the tables must keep so that undo sees every change, and migrations. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "store/mer-document.h"
#include "store/mer-schema.h"

static sqlite3 *
open_at (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  return db;
}

static sqlite3 *
open_shipped (void)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *db = open_at (":memory:");

  mer_schema_migrate (db, mer_schema_shipped (), 0, "test", &error);
  g_assert_no_error (error);
  return db;
}

static gint64
value_of (sqlite3    *db,
          const char *sql)
{
  sqlite3_stmt *statement = NULL;
  gint64        value = 0;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return value;
}

static gint64
count_of (sqlite3    *db,
          const char *sql,
          const char *table)
{
  sqlite3_stmt *statement = NULL;
  gint64        value = 0;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_bind_text (statement, 1, table, -1, SQLITE_TRANSIENT), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return value;
}

static void
check_table (sqlite3    *db,
             const char *table)
{
  g_test_message ("%s", table);
  g_assert_cmpint (count_of (db, "SELECT count (*) FROM pragma_table_info (?1) WHERE pk > 0",
                             table),
                   >, 0);
  g_assert_cmpint (count_of (db,
                             "SELECT count (*) FROM pragma_table_info (?1) "
                             "WHERE pk > 0 AND \"notnull\" = 0",
                             table),
                   ==, 0);
  g_assert_cmpint (count_of (db,
                             "SELECT count (*) FROM pragma_table_xinfo (?1) WHERE hidden <> 0",
                             table),
                   ==, 0);
  g_assert_cmpint (count_of (db,
                             "SELECT count (*) FROM pragma_foreign_key_list (?1) "
                             "WHERE on_delete <> 'NO ACTION' OR on_update <> 'NO ACTION'",
                             table),
                   ==, 0);
  g_assert_cmpint (count_of (db,
                             "SELECT count (*) FROM sqlite_schema "
                             "WHERE type = 'trigger' AND tbl_name = ?1",
                             table),
                   ==, 0);
}

/* The session extension does not record a table without a declared key, a NULL in a key, or
 * what a trigger or a cascade does; a generated column breaks its changeset. */
static void
test_undoable_tables (void)
{
  sqlite3      *db = open_shipped ();
  sqlite3_stmt *statement = NULL;
  guint         n_undoable = 0;
  guint         n_outside = 0;

  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT name FROM sqlite_schema WHERE type = 'table'",
                                       -1, &statement, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *table = (const char *) sqlite3_column_text (statement, 0);

      if (mer_schema_table_is_undoable (table))
        {
          check_table (db, table);
          n_undoable++;
        }
      else if (!g_str_has_prefix (table, "sqlite_"))
        n_outside++;
    }
  sqlite3_finalize (statement);
  g_assert_cmpuint (n_undoable, >=, 11);
  g_assert_cmpuint (n_outside, ==, 6); /* a new one must be decided upon, not fall out of undo */
  sqlite3_close (db);
}

/* A row that undo can bring back must never meet another row under its id. */
static void
test_ids_are_not_reused (void)
{
  static const char sql[] =
    "SELECT count (*) FROM sqlite_schema t, pragma_table_info (t.name) c "
    "WHERE t.type = 'table' AND c.name = 'id' AND c.pk = 1 AND t.name <> 'journal' "
    "AND t.sql NOT LIKE '%AUTOINCREMENT%'";
  sqlite3 *db = open_shipped ();

  g_assert_cmpint (value_of (db, sql), ==, 0);
  sqlite3_close (db);
}

static void
test_marks_file (void)
{
  sqlite3 *db = open_shipped ();

  g_assert_cmpint (value_of (db, "PRAGMA application_id"), ==, MER_SCHEMA_APPLICATION_ID);
  g_assert_cmpint (value_of (db, "PRAGMA user_version"), ==, mer_schema_shipped ()->version);
  sqlite3_close (db);
}

/* --- migrations ------------------------------------------------------------------------------ */

static const char *const good[] = { "CREATE TABLE a (x INTEGER); INSERT INTO a VALUES (1)",
                                    "ALTER TABLE a ADD COLUMN y TEXT; UPDATE a SET y = 'да'",
                                    "INSERT INTO a VALUES (2, 'нет')" };
static const char *const bad[] = { "CREATE TABLE a (x INTEGER); INSERT INTO a VALUES (1)",
                                   "ALTER TABLE a ADD COLUMN y TEXT",
                                   "INSERT INTO a VALUES (2, 'нет');"
                                   "INSERT INTO nowhere VALUES (1)" };

typedef struct
{
  char    *folder;
  char    *path;
  sqlite3 *db;
} Migration;

static void
set_up (Migration    *self,
        gconstpointer data)
{
  static const MerSchema first = { 1, good };
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("merilo-schema-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "x.merilo", NULL);
  self->db = open_at (self->path);
  mer_schema_migrate (self->db, &first, 0, "x.merilo", &error);
  g_assert_no_error (error);
}

static void
tear_down (Migration    *self,
           gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name = NULL;

  sqlite3_close (self->db);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_no_errno (g_unlink (path));
    }
  g_assert_no_errno (g_rmdir (self->folder));
  g_free (self->folder);
  g_free (self->path);
}

static void
assert_backup_is (Migration  *self,
                  const char *before,
                  gsize       size)
{
  g_autofree char *backup = g_strconcat (self->path, ".v1.bak", NULL);
  g_autofree char *found = NULL;
  gsize            found_size = 0;
  g_autoptr (GBytes) expected_bytes = g_bytes_new (before, size);
  g_autoptr (GBytes) found_bytes = NULL;

  g_assert_true (g_file_get_contents (backup, &found, &found_size, NULL));
  found_bytes = g_bytes_new (found, found_size);
  g_assert_true (g_bytes_equal (expected_bytes, found_bytes));
}

static void
test_upgrade (Migration    *self,
              gconstpointer data)
{
  static const MerSchema schema = { 3, good };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  gsize            size = 0;

  g_assert_true (g_file_get_contents (self->path, &before, &size, NULL));
  mer_schema_upgrade (self->db, &schema, 1, self->path, "x.merilo", &error);
  g_assert_no_error (error);
  g_assert_cmpint (value_of (self->db, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (value_of (self->db, "SELECT count (*) FROM a WHERE y IS NOT NULL"), ==, 2);
  assert_backup_is (self, before, size);
  g_assert_true (mer_schema_check (self->db, &schema, 3, "x.merilo", NULL));
  g_assert_false (mer_schema_check (self->db, &schema, 1, "x.merilo", &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_DAMAGED);
}

/* A script that fails leaves the last whole version, which is still usable. */
static void
test_failing_script (Migration    *self,
                     gconstpointer data)
{
  static const MerSchema schema = { 3, bad };
  g_autoptr (GError) error = NULL;

  g_assert_false (mer_schema_upgrade (self->db, &schema, 1, self->path, "x.merilo", &error));
  g_assert_nonnull (error);
  g_assert_cmpint (value_of (self->db, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (value_of (self->db, "SELECT count (*) FROM a"), ==, 1);
  g_assert_true (mer_schema_check (self->db, &schema, 2, "x.merilo", NULL));
}

/* A backup that is there already is never replaced. */
static void
test_backups_are_kept (Migration    *self,
                       gconstpointer data)
{
  static const MerSchema schema = { 2, good };
  g_autofree char       *first = g_strconcat (self->path, ".v1.bak", NULL);
  g_autofree char       *second = g_strconcat (self->path, ".v1-1.bak", NULL);
  g_autofree char       *kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (first, "earlier", -1, NULL));
  mer_schema_upgrade (self->db, &schema, 1, self->path, "x.merilo", &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (first, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "earlier");
  g_assert_true (g_file_test (second, G_FILE_TEST_EXISTS));
}

#define ADD(name, function) \
  g_test_add ("/store/schema/" name, Migration, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/schema/undoable-tables", test_undoable_tables);
  g_test_add_func ("/store/schema/ids-are-not-reused", test_ids_are_not_reused);
  g_test_add_func ("/store/schema/marks-file", test_marks_file);
  ADD ("upgrade", test_upgrade);
  ADD ("failing-script", test_failing_script);
  ADD ("backups-are-kept", test_backups_are_kept);
  return g_test_run ();
}
