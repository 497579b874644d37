/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions of the document's tables: numbered scripts in the program's resources, each run
 * once, in a transaction of its own that also raises user_version. */
#include "config.h"

#include "store/mer-schema.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "store/mer-document.h"
#include "store/mer-store-error.h"
#include "store/mer-store-resources.h"

#define MAX_BACKUPS 100

/* Blocks and what hangs on them are too large for changesets; the journal is the record
 * itself. SQLite's own tables have no declared key. */
static const char *const not_undoable[] = {
  "block", "comment", "profile", "problem", "journal", "change", NULL
};

gboolean
mer_schema_table_is_undoable (const char *table)
{
  return !g_strv_contains (not_undoable, table) && !g_str_has_prefix (table, "sqlite_");
}

static gpointer
load_scripts (gpointer data)
{
  GPtrArray *scripts = g_ptr_array_new ();
  MerSchema *schema = g_new0 (MerSchema, 1);

  for (guint number = 1;; number++)
    {
      g_autofree char *path = NULL;
      GBytes          *bytes = NULL;

      path = g_strdup_printf ("/io/github/merilo/Merilo/store/migrations/%03u.sql", number);
      bytes = g_resource_lookup_data (mer_store_get_resource (), path,
                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      if (bytes == NULL)
        break;
      g_ptr_array_add (scripts, (gpointer) (guintptr) g_bytes_get_data (bytes, NULL));
      g_bytes_unref (bytes); /* the resource itself keeps the text */
    }
  schema->version = scripts->len;
  schema->scripts = (const char *const *) g_ptr_array_free (scripts, FALSE);
  return schema;
}

const MerSchema *
mer_schema_shipped (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_scripts, NULL);
}

static gboolean
run (sqlite3    *db,
     const char *sql,
     const char *name,
     GError    **error)
{
  int rc = sqlite3_exec (db, sql, NULL, NULL, NULL);

  if (rc != SQLITE_OK)
    mer_store_set_error (error, db, sqlite3_extended_errcode (db), name);
  return rc == SQLITE_OK;
}

static gboolean
run_script (sqlite3    *db,
            const char *script,
            guint       version,
            const char *name,
            GError    **error)
{
  g_autofree char *mark = NULL;

  mark = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u; COMMIT",
                          MER_SCHEMA_APPLICATION_ID, version);
  if (run (db, "BEGIN IMMEDIATE", name, error) && run (db, script, name, error) &&
      run (db, mark, name, error))
    return TRUE;
  if (!sqlite3_get_autocommit (db))
    sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

gboolean
mer_schema_migrate (sqlite3         *db,
                    const MerSchema *schema,
                    guint            from,
                    const char      *name,
                    GError         **error)
{
  for (guint i = from; i < schema->version; i++)
    {
      if (!run_script (db, schema->scripts[i], i + 1, name, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
back_up (const char *path,
         guint       version,
         const char *name,
         GError    **error)
{
  g_autoptr (GFile) from = g_file_new_for_path (path);

  for (guint number = 0; number < MAX_BACKUPS; number++)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (GFile) to = NULL;
      g_autofree char *to_path = NULL;

      to_path = number == 0 ? g_strdup_printf ("%s.v%u.bak", path, version)
                            : g_strdup_printf ("%s.v%u-%u.bak", path, version, number);
      to = g_file_new_for_path (to_path);
      if (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &local))
        return TRUE;
      if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_EXISTS))
        continue;
      g_unlink (to_path);
      if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
        mer_store_set_error (error, NULL, SQLITE_FULL, name);
      else
        g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_IO,
                     _("No backup copy of “%s” could be made: %s. Nothing was changed."), name,
                        local->message);
      return FALSE;
    }
  g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_EXISTS,
               _("Too many backup copies lie beside “%s”. Move them away and open it again."),
                  name);
  return FALSE;
}

gboolean
mer_schema_upgrade (sqlite3         *db,
                    const MerSchema *schema,
                    guint            from,
                    const char      *path,
                    const char      *name,
                    GError         **error)
{
  if (from >= schema->version)
    return TRUE;
  return back_up (path, from, name, error) &&
         mer_schema_migrate (db, schema, from, name, error);
}

/* All of the schema as one text, in an order that does not depend on its history. */
static char *
describe (sqlite3 *db)
{
  static const char sql[] = "SELECT type, name, tbl_name, sql FROM sqlite_schema "
                            "WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' ORDER BY name";
  sqlite3_stmt     *statement = NULL;
  GString          *text = g_string_new (NULL);
  int               rc = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  while (rc == SQLITE_OK && (rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      for (int i = 0; i < 4; i++)
        {
          const char *value = (const char *) sqlite3_column_text (statement, i);

          g_string_append_printf (text, "%s\n", value == NULL ? "" : value);
        }
      rc = SQLITE_OK;
    }
  sqlite3_finalize (statement);
  return g_string_free (text, rc != SQLITE_DONE);
}

static char *
describe_version (const MerSchema *schema,
                  guint            version)
{
  MerSchema part = { version, schema->scripts };
  sqlite3  *db = NULL;
  char     *text = NULL;

  if (sqlite3_open (":memory:", &db) == SQLITE_OK &&
      mer_schema_migrate (db, &part, 0, ":memory:", NULL))
    text = describe (db);
  sqlite3_close (db);
  return text;
}

static gpointer
describe_shipped (gpointer data)
{
  return describe_version (mer_schema_shipped (), mer_schema_shipped ()->version);
}

/* The newest shipped version is what nearly every document has: it is described once. */
static char *
expected_description (const MerSchema *schema,
                      guint            version)
{
  static GOnce once = G_ONCE_INIT;

  if (schema == mer_schema_shipped () && version == schema->version)
    return g_strdup (g_once (&once, describe_shipped, NULL));
  return describe_version (schema, version);
}

gboolean
mer_schema_check (sqlite3         *db,
                  const MerSchema *schema,
                  guint            version,
                  const char      *name,
                  GError         **error)
{
  g_autofree char *expected = expected_description (schema, version);
  g_autofree char *found = describe (db);
  int              rc = sqlite3_extended_errcode (db);

  if (found != NULL && g_strcmp0 (expected, found) == 0)
    return TRUE;
  mer_store_set_error (error, db, found == NULL && rc != SQLITE_DONE ? rc : SQLITE_CORRUPT, name);
  return FALSE;
}
