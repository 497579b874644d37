/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each kind of damage that verify must find, made behind the program's back. */
#include "batch-fixture.h"

#include <sqlite3.h>
#include <string.h>

#include "cycle/mer-operator.h"
#include "store/mer-comment-block.h"
#include "store/mer-issued-store.h"
#include "store/mer-record-store.h"

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

/* --- issued documents ------------------------------------------------------------------------ */

static gint64
issue (BatchFixture *self,
       const char   *number,
       const char   *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerIssued) issued = mer_record_new (&mer_record_issued, self->cycle);
  g_autoptr (GBytes) content = g_bytes_new_static ("Протокол", strlen ("Протокол"));

  fixture_begin (&self->base, "Выдача");
  issued->number = g_strdup (number);
  issued->day = g_strdup ("2024-10-15");
  issued->title = g_strdup (title);
  issued->report = g_strdup ("protocol");
  issued->format = g_strdup ("html");
  mer_store_issue (self->base.document, issued, content, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
  return issued->record.id;
}

static const Damage covers[] = {
  { "size", "UPDATE issued SET size = 3 WHERE id = 2", "has not the size" },
  { "size-told", "UPDATE issued SET size = 3 WHERE id = 2", "“Size, bytes”" },
  { "number", "UPDATE issued SET number = '9' WHERE id = 2", "“Number”" },
  { "no-number", "UPDATE issued SET number = NULL WHERE id = 2", "“Number”" },
  { "title", "UPDATE issued SET title = 'Другое' WHERE id = 2", "Другое" },
  { "day", "UPDATE issued SET day = '2024-10-16' WHERE id = 2", "“Day”" },
  { "hash-and-file",
    "UPDATE issued_content SET data = x'41' WHERE issued_id = 2; UPDATE issued SET size = 1, "
    "sha256 = '559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd' WHERE id = 2",
    "“SHA-256”" },
  { "missing", "DELETE FROM issued_content WHERE issued_id = 2; DELETE FROM issued WHERE id = 2",
    "Issued document No. 2" },
};

/* One that was taken back, one that was taken back and done again, one that was deleted. */
static void
test_cover (BatchFixture *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const Damage *damage = data;

  g_assert_cmpint (issue (self, "6", "Взятый назад"), ==, 1);
  fixture_undo (&self->base);
  fixture_redo (&self->base);
  fixture_assert_sound (&self->base);
  g_assert_cmpint (issue (self, "7", "Протокол"), ==, 2);
  fixture_undo (&self->base);
  fixture_assert_sound (&self->base);
  fixture_redo (&self->base);
  g_assert_cmpint (issue (self, NULL, "Удалённый"), ==, 3);
  fixture_begin (&self->base, "Порядок и удаление");
  g_assert_true (
    mer_store_move_record (self->base.document, &mer_record_issued, 2, 1, &error));
  g_assert_true (mer_store_delete_record (self->base.document, &mer_record_issued, 3, &error));
  g_assert_no_error (error);
  fixture_commit (&self->base);
  fixture_assert_sound (&self->base);
  fixture_undo (&self->base);
  fixture_assert_sound (&self->base);
  fixture_redo (&self->base);
  fixture_assert_sound (&self->base);
  exec_behind (self, damage->sql);
  assert_found (self, damage->part);
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
  for (guint i = 0; i < G_N_ELEMENTS (covers); i++)
    {
      g_autofree char *name = g_strconcat ("/store/verify/issued/", covers[i].name, NULL);

      g_test_add (name, BatchFixture, &covers[i], batch_fixture_set_up, test_cover,
                  batch_fixture_tear_down);
    }
  g_test_add ("/store/verify/checklist", BatchFixture, NULL, batch_fixture_set_up, test_checklist,
              batch_fixture_tear_down);
  return g_test_run ();
}
