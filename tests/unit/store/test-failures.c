/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every call that SQLite makes to the disk fails in turn: during a save, an import, an undo, a
 * migration, a compaction, while opening and while making a document. Each time there is a
 * sentence, and the document is as before. */
#include "random-actions.h"

#include <string.h>

#include "shim-vfs.h"

/* Something done to the document at `path`; NULL error: it was done. */
typedef void (*Work) (BatchFixture *self,
                      GError      **error);

typedef struct
{
  const char *name;
  Work        work;
} Case;

typedef struct
{
  const char *name;
  ShimCalls   calls;
  int         code;
  gboolean    lasting;
} Failure;

static const Failure failures[] = {
  { "full", SHIM_WRITE, SQLITE_FULL, TRUE },
  { "write-once", SHIM_WRITE, 0, FALSE },
  { "write", SHIM_WRITES, 0, TRUE },
  { "sync-once", SHIM_SYNC, 0, FALSE },
  { "delete-once", SHIM_DELETE, 0, FALSE },
  { "read-once", SHIM_READ, 0, FALSE },
  { "short-read", SHIM_READ, SQLITE_IOERR_SHORT_READ, FALSE },
  { "open", SHIM_OPEN, 0, TRUE },
};

static void
set_up (BatchFixture *self,
        gconstpointer data)
{
  batch_fixture_set_up (self, data);
  batch_fixture_import (self);
}

/* --- what is done ------------------------------------------------------------------------- */

static void
save (BatchFixture *self,
      GError      **error)
{
  g_autoptr (MerOrganization) organization = NULL;

  organization = mer_organization_new ("Гимназия", MER_ORGANIZATION_GENERAL);
  if (!mer_document_begin (self->base.document, "Правка", error))
    return;
  if (mer_document_set_setting (self->base.document, "territory", "района", error) &&
      mer_store_save_organization (self->base.document, organization, error))
    mer_document_commit (self->base.document, error);
  else
    mer_document_rollback (self->base.document);
}

static gboolean
add_blocks (BatchFixture *self,
            gint64        batch,
            GError      **error)
{
  g_autofree guint8 *noise = g_malloc0 (40000);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GBytes) block = g_bytes_new (noise, 40000);
      g_autofree char *name = g_strdup_printf ("школа %u", i);
      gint64           source = 0;

      source = mer_store_source_name_id (self->base.document, name, self->school, error);
      if (source == 0 || !mer_store_add_block (self->base.document, batch, source, 0, block, error))
        return FALSE;
    }
  return TRUE;
}

static void
import (BatchFixture *self,
        GError      **error)
{
  g_autoptr (MerBatch) batch = batch_fixture_new_batch (self, MER_BATCH_ORGANIZATIONS);

  if (!mer_document_begin (self->base.document, "Загрузка", error))
    return;
  if (mer_store_save_batch (self->base.document, batch, error) &&
      add_blocks (self, batch->id, error))
    mer_document_commit (self->base.document, error);
  else
    mer_document_rollback (self->base.document);
}

static void
undo (BatchFixture *self,
      GError      **error)
{
  mer_document_undo (self->base.document, error);
}

static void
compact (BatchFixture *self,
         GError      **error)
{
  mer_document_compact (self->base.document, error);
}

static void
reopen (BatchFixture *self,
        GError      **error)
{
  MerDocument *again = NULL;

  g_assert_finalize_object (g_steal_pointer (&self->base.document));
  again = mer_document_open (self->base.path, MER_OPEN_READ_WRITE, error);
  self->base.document = again;
}

static const Case cases[] = {
  { "save", save },
  { "import", import },
  { "undo", undo },
  { "compact", compact },
  { "open", reopen },
};

/* --- once around ---------------------------------------------------------------------------- */

static void
assert_clear (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, MER_STORE_ERROR);
  g_assert_nonnull (strstr (error->message, "Район.merilo"));
  if (strstr (error->message, "room") != NULL)
    g_assert_cmpint (error->code, ==, MER_STORE_ERROR_FULL);
}

static void
restore (BatchFixture *self,
         GBytes       *pristine)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *journal = g_strconcat (self->base.path, "-journal", NULL);
  gsize            size = 0;
  const char      *data = g_bytes_get_data (pristine, &size);

  g_clear_object (&self->base.document);
  g_unlink (journal);
  g_file_set_contents (self->base.path, data, (gssize) size, &error);
  g_assert_no_error (error);
  self->base.document = mer_document_open (self->base.path, MER_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
}

static gboolean
is_thorough (void)
{
  return g_getenv ("MER_TEST_ALL_CALLS") != NULL;
}

/* Lets the n-th call fail; FALSE when the work had no n-th call any more. */
static gboolean
run_once (BatchFixture  *self,
          const Case    *work,
          const Failure *failure,
          const char    *before,
          guint          n)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;
  gboolean         failed = FALSE;

  shim_arm (failure->calls, n, failure->code, failure->lasting);
  work->work (self, &error);
  failed = shim_disarm ();
  if (!failed)
    {
      g_assert_no_error (error);
      return FALSE;
    }
  if (error == NULL)
    return TRUE; /* SQLite could do without, as a read that it repeats */
  assert_clear (error);
  g_clear_error (&error);
  /* the same connection works again, and so does another program after us */
  if (self->base.document != NULL)
    {
      after = dump_document (self->base.path);
      g_assert_cmpstr (before, ==, after);
      save (self, &error);
      g_assert_no_error (error);
      fixture_undo (&self->base);
      g_clear_pointer (&after, g_free);
    }
  g_clear_object (&self->base.document);
  self->base.document = mer_document_open (self->base.path, MER_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  after = dump_document (self->base.path);
  g_assert_cmpstr (before, ==, after);
  if (is_thorough () || n % 8 == 1)
    fixture_assert_sound (&self->base);
  return TRUE;
}

/* Most steps are small; the sweep takes every call at first and then fewer, unless the
 * environment asks for all. */
static guint
next_call (guint n)
{
  return is_thorough () || n < 20 ? n + 1 : n + n / 2;
}

static void
test_case (BatchFixture *self,
           gconstpointer data)
{
  const Case *work = data;
  g_autoptr (GBytes) pristine = fixture_read (self->base.path);
  g_autofree char *before = dump_document (self->base.path);

  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      guint n = 1;

      while (run_once (self, work, &failures[i], before, n))
        {
          restore (self, pristine);
          n = next_call (n);
        }
      restore (self, pristine);
      g_test_message ("%s: %u calls", failures[i].name, n - 1);
    }
}

/* --- making and migrating --------------------------------------------------------------------- */

static void
assert_folder_empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  g_assert_nonnull (dir);
  g_assert_cmpstr (g_dir_read_name (dir), ==, NULL);
}

static void
test_create (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      for (guint n = 1;; n = next_call (n))
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *folder = g_dir_make_tmp ("merilo-create-XXXXXX", NULL);
          g_autofree char *path = g_build_filename (folder, "Район.merilo", NULL);
          g_autoptr (MerDocument) document = NULL;
          gboolean failed = FALSE;

          shim_arm (failures[i].calls, n, failures[i].code, failures[i].lasting);
          document = mer_document_create (path, "Район", &error);
          failed = shim_disarm ();
          if (document == NULL)
            {
              assert_clear (error);
              if (!g_file_test (path, G_FILE_TEST_EXISTS)) /* else only reopening it failed */
                assert_folder_empty (folder);
            }
          g_clear_object (&document);
          fixture_remove_folder (folder);
          if (!failed)
            break;
        }
    }
}

static const char *const scripts[] = {
  "CREATE TABLE a (id INTEGER NOT NULL PRIMARY KEY, x TEXT);"
  "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) "
  "INSERT INTO a SELECT i, hex (zeroblob (50)) FROM n",
  "ALTER TABLE a ADD COLUMN y INTEGER; UPDATE a SET y = id",
  "CREATE TABLE b AS SELECT id, y FROM a; DROP TABLE a",
};

static void
check_migrated (const char *path,
                gboolean    done)
{
  static const MerSchema schema = { 3, scripts };
  g_autoptr (GError) error = NULL;
  sqlite3      *db = NULL;
  sqlite3_stmt *statement = NULL;
  guint         version = 0;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "PRAGMA user_version", -1, &statement, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  version = (guint) sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  g_assert_cmpuint (version, >=, done ? 3 : 1);
  mer_schema_check (db, &schema, version, "Район.merilo", &error);
  g_assert_no_error (error); /* whole versions only */
  sqlite3_close (db);
}

static void
migrate (const char *path,
         guint       to,
         guint       from,
         GError    **error)
{
  MerSchema schema = { to, scripts };
  sqlite3  *db = NULL;

  if (sqlite3_open (path, &db) == SQLITE_OK)
    mer_schema_migrate (db, &schema, from, "Район.merilo", error);
  else
    g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_IO, "Район.merilo");
  sqlite3_close (db);
}

static void
test_migration (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      for (guint n = 1;; n = next_call (n))
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *folder = g_dir_make_tmp ("merilo-migrate-XXXXXX", NULL);
          g_autofree char *path = g_build_filename (folder, "Район.merilo", NULL);
          gboolean         failed = FALSE;

          migrate (path, 1, 0, &error);
          g_assert_no_error (error);
          shim_arm (failures[i].calls, n, failures[i].code, failures[i].lasting);
          migrate (path, 3, 1, &error);
          failed = shim_disarm ();
          if (error != NULL)
            assert_clear (error);
          check_migrated (path, error == NULL);
          fixture_remove_folder (folder);
          if (!failed)
            break;
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shim_install ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("/store/failures/", cases[i].name, NULL);

      g_test_add (name, BatchFixture, &cases[i], set_up, test_case, batch_fixture_tear_down);
    }
  g_test_add_func ("/store/failures/create", test_create);
  g_test_add_func ("/store/failures/migration", test_migration);
  return g_test_run ();
}
