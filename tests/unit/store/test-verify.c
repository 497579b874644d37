/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each kind of damage that verify must find, made behind the program's back. */
#include "batch-fixture.h"

#include <sqlite3.h>
#include <string.h>

#include "store/mer-comment-block.h"

static void
exec_behind (BatchFixture *self,
             const char   *sql)
{
  sqlite3 *db = NULL;
  char    *message = NULL;

  g_assert_cmpint (sqlite3_open (self->base.path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

/* Verify finds at least one problem, and one of them says `part`. */
static void
assert_found (BatchFixture *self,
              const char   *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = mer_document_verify (self->base.document, &error);
  gboolean found = FALSE;

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    {
      g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
      found = found || strstr (g_ptr_array_index (problems, i), part) != NULL;
    }
  g_assert_true (found);
}

static void
prepare (BatchFixture *self)
{
  g_autoptr (GByteArray) comments = g_byte_array_new ();
  g_autoptr (GBytes) block = NULL;
  gint64 batch = batch_fixture_import (self);

  mer_comment_block_append (comments, 4, "Тепло", strlen ("Тепло"));
  block = mer_comment_block_finish (comments);
  fixture_begin (&self->base, "Территория");
  g_assert_true (mer_store_add_comments (self->base.document, batch, 1, 0, block, NULL));
  fixture_set (&self->base, "territory", "района");
  fixture_commit (&self->base);
  fixture_assert_sound (&self->base);
}

typedef struct
{
  const char *name;
  const char *sql;
  const char *part;
} Damage;

static const Damage damages[] = {
  { "block-byte",
    "UPDATE block SET data = CAST (substr (data, 1, length (data) - 1) || x'5a' AS BLOB) "
    "WHERE rowid = 1",
    "школа 3" },
  { "block-cut", "UPDATE block SET data = substr (data, 1, length (data) - 3) WHERE rowid = 1",
    "школа 3" },
  { "block-empty", "UPDATE block SET data = x'' WHERE rowid = 2", "Радуга" },
  { "comments", "UPDATE comment SET data = CAST (x'5a' || data AS BLOB)", "Import 1" },
  { "journal-text", "UPDATE journal SET what = 'Другое' WHERE id = 3", "Line 3" },
  { "journal-who", "UPDATE journal SET who = 'Другой' WHERE id = 2", "Line 2" },
  { "journal-missing", "DELETE FROM journal WHERE id = 3", "Line 4" },
  { "journal-detail", "UPDATE journal SET detail = 'accepted 99' WHERE id = 3", "Line 3" },
  { "change-altered", "UPDATE change SET data = x'0102' WHERE journal_id = 3", "line 3" },
  { "change-missing", "DELETE FROM change WHERE journal_id = 4", "line 4" },
  { "change-huge", "UPDATE change SET size = 1 << 60 WHERE journal_id = 3", "line 3" },
  { "methodology", "UPDATE methodology SET xml = replace (xml, '2018', '2019')", "methodology" },
  { "reference", "UPDATE source SET organization_id = 999", "organization" },
};

static void
test_damage (BatchFixture *self,
             gconstpointer data)
{
  const Damage *damage = data;

  prepare (self);
  exec_behind (self, damage->sql);
  assert_found (self, damage->part);
}

static void
test_checklist (BatchFixture *self,
                gconstpointer data)
{
  prepare (self);
  exec_behind (self, "INSERT INTO checklist VALUES (1, 1, 7, x'80ffffffffffffffffffff')");
  assert_found (self, "row 7");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *name = g_strconcat ("/store/verify/", damages[i].name, NULL);

      g_test_add (name, BatchFixture, &damages[i], batch_fixture_set_up, test_damage,
                  batch_fixture_tear_down);
    }
  g_test_add ("/store/verify/checklist", BatchFixture, NULL, batch_fixture_set_up, test_checklist,
              batch_fixture_tear_down);
  return g_test_run ();
}
