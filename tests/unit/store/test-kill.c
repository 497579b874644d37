/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A process that imports, edits, undoes and migrates is killed (SIGKILL) at random moments.
 * No document may be damaged, no action may be half done. MER_TEST_KILLS sets how often
 * (12 for each kind of work). */
#include "random-actions.h"

#include <signal.h>
#include <unistd.h>

#define LONGEST_US 250000

static char *program; /* this very test, run again as the victim */

static guint
n_kills (void)
{
  const char *text = g_getenv ("MER_TEST_KILLS");

  return text == NULL ? 12 : (guint) g_ascii_strtoull (text, NULL, 10);
}

/* --- the victim ------------------------------------------------------------------------------ */

static void
say_ready (void)
{
  g_assert_cmpint (write (STDOUT_FILENO, "+", 1), ==, 1);
}

static void
work_for_ever (const char *path)
{
  g_autoptr (GError) error = NULL;
  BatchFixture self = { 0 };

  self.base.path = g_strdup (path);
  self.base.document = mer_document_open (path, MER_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  self.methodology = mer_methodology_shipped ("nok-2018-education", &error);
  g_assert_no_error (error);
  g_assert_true (mer_block_layout_init (&self.layout, self.methodology, NULL));
  self.cycle = 1;
  say_ready ();
  while (TRUE)
    {
      int dice = g_test_rand_int_range (0, 10);

      if (dice < 2 && mer_document_get_undo_label (self.base.document) != NULL)
        fixture_undo (&self.base);
      else if (dice < 3 && mer_document_get_redo_label (self.base.document) != NULL)
        fixture_redo (&self.base);
      else
        random_action (&self);
    }
}

static const char *const scripts[] = {
  "CREATE TABLE a (id INTEGER NOT NULL PRIMARY KEY, x TEXT);"
  "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
  "INSERT INTO a SELECT i, hex (zeroblob (20)) FROM n",
  "ALTER TABLE a ADD COLUMN y INTEGER; UPDATE a SET y = id",
  "CREATE TABLE b (id INTEGER, y INTEGER); INSERT INTO b SELECT id, y FROM a; DROP TABLE a",
  "DELETE FROM b WHERE id % 2 = 0",
};
static const MerSchema schema = { G_N_ELEMENTS (scripts), scripts };

static guint
version_of (sqlite3 *db)
{
  sqlite3_stmt *statement = NULL;
  guint         version = 0;

  g_assert_cmpint (sqlite3_prepare_v2 (db, "PRAGMA user_version", -1, &statement, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  version = (guint) sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return version;
}

static void
migrate_and_wait (const char *path)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  say_ready ();
  mer_schema_migrate (db, &schema, version_of (db), "x", &error);
  g_assert_no_error (error);
  g_usleep (60 * G_USEC_PER_SEC);
}

/* --- the killer ------------------------------------------------------------------------- */

static void
run_and_kill (const char *work,
              const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) victim = NULL;
  g_autofree char *seed = g_strdup_printf ("%d", g_test_rand_int_range (1, G_MAXINT));
  char             byte = 0;

  victim = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, work, path, seed,
                             NULL);
  g_assert_no_error (error);
  g_assert_cmpint (g_input_stream_read (g_subprocess_get_stdout_pipe (victim), &byte, 1, NULL,
                                        NULL),
                   ==, 1);
  g_usleep ((gulong) g_test_rand_int_range (0, LONGEST_US));
  g_subprocess_send_signal (victim, SIGKILL);
  g_subprocess_wait (victim, NULL, NULL);
  g_assert_true (g_subprocess_get_if_signaled (victim)); /* it had not failed by itself */
  g_assert_cmpint (g_subprocess_get_term_sig (victim), ==, SIGKILL);
}

typedef struct
{
  BatchFixture *fixture;
  GHashTable   *rows; /* batch id → number of rows */
} Counting;

static gboolean
count_rows_cb (gint64   batch,
               gint64   source,
               gint64   organization,
               GBytes  *block,
               gpointer user_data,
               GError **error)
{
  Counting *counting = user_data;
  g_autoptr (MerTally) tally = mer_tally_new (counting->fixture->layout.n_questions);
  gint64 *key = g_memdup2 (&batch, sizeof batch);
  gsize   before = GPOINTER_TO_SIZE (g_hash_table_lookup (counting->rows, &batch));

  if (!mer_block_tally (block, &counting->fixture->layout, tally, error))
    {
      g_free (key);
      return FALSE;
    }
  g_hash_table_replace (counting->rows, key, GSIZE_TO_POINTER (before + tally->n));
  return TRUE;
}

/* Each import that counts has all of its answers: they are written outside of undo. */
static void
assert_imports_whole (BatchFixture *self)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) batches = NULL;
  g_autoptr (GError) error = NULL;
  Counting counting = { self, rows };

  mer_store_foreach_block (self->base.document, self->cycle, count_rows_cb, &counting, &error);
  g_assert_no_error (error);
  batches = mer_store_batches (self->base.document, 0, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < batches->len; i++)
    {
      const MerBatch *batch = g_ptr_array_index (batches, i);

      if (!batch->removed)
        g_assert_cmpuint (GPOINTER_TO_SIZE (g_hash_table_lookup (rows, &batch->id)), ==,
                          (gsize) batch->accepted);
    }
}

static void
test_actions (BatchFixture *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_assert_cmpint (self->cycle, ==, 1);
  fixture_begin (&self->base, "Основа");
  fixture_set (&self->base, "territory", "района");
  mer_document_commit_as_base (self->base.document, &error);
  g_assert_no_error (error);
  first = dump_document (self->base.path);
  for (guint i = n_kills (); i > 0; i--)
    {
      g_assert_finalize_object (g_steal_pointer (&self->base.document));
      run_and_kill ("--work", self->base.path);
      self->base.document = mer_document_open (self->base.path, MER_OPEN_READ_WRITE, &error);
      g_assert_no_error (error);
      fixture_assert_sound (&self->base);
      assert_imports_whole (self);
    }
  g_test_message ("%" G_GINT64_FORMAT " actions", mer_document_get_revision (self->base.document));
  while (mer_document_get_undo_label (self->base.document) != NULL)
    fixture_undo (&self->base);
  last = dump_document (self->base.path);
  g_assert_cmpstr (first, ==, last);
  fixture_assert_sound (&self->base);
}

static void
test_migration (void)
{
  g_autofree char *folder = g_dir_make_tmp ("merilo-kill-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "x.merilo", NULL);
  guint            seen = 0;

  for (guint i = n_kills (); i > 0; i--)
    {
      g_autoptr (GError) error = NULL;
      sqlite3 *db = NULL;

      run_and_kill ("--migrate", path);
      g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
      seen |= 1u << version_of (db);
      if (version_of (db) > 0)
        mer_schema_check (db, &schema, version_of (db), "x", &error);
      g_assert_no_error (error);
      sqlite3_close (db);
      if (i % 3 == 0) /* from the beginning again */
        g_unlink (path);
    }
  g_test_message ("versions seen: %x", seen);
  fixture_remove_folder (folder);
}

static int
be_victim (char *argv[])
{
  char  *arguments[] = { argv[0], g_strdup ("--seed"), NULL, NULL };
  char **pointer = arguments;
  int    n = 3;

  arguments[2] = g_strdup_printf ("R02S%08x%08x%08x%08x", 1, 2, 3,
                                  (guint) g_ascii_strtoull (argv[3], NULL, 10));
  g_test_init (&n, &pointer, NULL);
  if (g_str_equal (argv[1], "--work"))
    work_for_ever (argv[2]);
  else
    migrate_and_wait (argv[2]);
  return 0;
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 4 && g_str_has_prefix (argv[1], "--") && argv[2][0] == '/')
    return be_victim (argv);
  program = g_file_read_link ("/proc/self/exe", NULL);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/kill/actions", BatchFixture, NULL, batch_fixture_set_up, test_actions,
              batch_fixture_tear_down);
  g_test_add_func ("/store/kill/migration", test_migration);
  return g_test_run ();
}
