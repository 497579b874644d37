/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "batch-fixture.h"

#include <sqlite3.h>

#include "store/mer-schema.h"
#include "store/mer-stack-store.h"

/* Random actions over all undoable tables, and a hash of all that stands in them. */

static inline void
hash_table (sqlite3    *db,
            const char *table,
            GChecksum  *hash)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY 1, 2", table);
  sqlite3_stmt    *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_checksum_update (hash, (const guchar *) table, -1);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        {
          int           type = sqlite3_column_type (statement, i);
          const guchar *data = sqlite3_column_blob (statement, i);
          int           size = sqlite3_column_bytes (statement, i);

          g_checksum_update (hash, (const guchar *) &type, sizeof type);
          g_checksum_update (hash, (const guchar *) &size, sizeof size);
          if (size > 0)
            g_checksum_update (hash, data, size);
        }
    }
  sqlite3_finalize (statement);
}

/* (transfer full): a hash of everything that undo restores, read through a connection of
 * its own: ten thousand states must fit in memory. */
static inline char *
dump_document (const char *path)
{
  g_autoptr (GChecksum) hash = g_checksum_new (G_CHECKSUM_SHA256);
  sqlite3      *db = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db,
                                       "SELECT name FROM sqlite_schema WHERE type = 'table' "
                                       "ORDER BY name",
                                       -1, &statement, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *table = (const char *) sqlite3_column_text (statement, 0);

      if (mer_schema_table_is_undoable (table))
        hash_table (db, table, hash);
    }
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return g_strdup (g_checksum_get_string (hash));
}

/* The id of a row that the test's seed chooses; 0 when there is none. */
static inline gint64
random_row (BatchFixture *self,
            const char   *rows)
{
  g_autofree char *sql = NULL;
  sqlite3         *db = NULL;
  sqlite3_stmt    *statement = NULL;
  gint64           value = 0;

  sql = g_strdup_printf ("SELECT id FROM %s ORDER BY id * %d %% 1009 LIMIT 1", rows,
                         g_test_rand_int_range (1, 1009));
  g_assert_cmpint (sqlite3_open_v2 (self->base.path, &db, SQLITE_OPEN_READONLY, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  if (sqlite3_step (statement) == SQLITE_ROW)
    value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return value;
}

static inline gint64
random_organization (BatchFixture *self)
{
  return random_row (self, "organization");
}

static inline char *
random_word (void)
{
  return g_strdup_printf ("слово %d", g_test_rand_int_range (0, 1000000));
}

static inline void
act_organization (BatchFixture *self)
{
  g_autofree char *name = random_word ();
  g_autoptr (MerOrganization) organization = mer_organization_new (name, MER_ORGANIZATION_OTHER);

  if (g_test_rand_bit ())
    organization->id = random_organization (self);
  if (g_test_rand_bit ())
    organization->inn = random_word ();
  g_assert_true (mer_store_save_organization (self->base.document, organization, NULL));
}

static inline void
act_delete_organization (BatchFixture *self)
{
  g_autoptr (GError) error = NULL;
  gint64 id = random_organization (self);

  if (!mer_store_delete_organization (self->base.document, id, &error) && id != 0)
    g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID); /* in use */
}

static inline void
act_setting (BatchFixture *self)
{
  static const char *const keys[] = { "territory", "department", "signatory.name" };
  g_autofree char         *value = random_word ();
  const char              *key = keys[g_test_rand_int_range (0, 3)];

  fixture_set (&self->base, key, g_test_rand_int_range (0, 4) == 0 ? NULL : value);
}

static inline void
act_group (BatchFixture *self)
{
  MerGroup *group = g_new0 (MerGroup, 1);

  group->name = random_word ();
  group->members = g_array_new (FALSE, FALSE, sizeof (gint64));
  group->id = random_row (self, "organization_group");
  for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
    {
      gint64 member = random_organization (self);

      if (member != 0)
        g_array_append_val (group->members, member);
    }
  if (group->id != 0 && g_test_rand_int_range (0, 3) == 0)
    g_assert_true (mer_store_delete_group (self->base.document, group->id, NULL));
  else
    g_assert_true (mer_store_save_group (self->base.document, group, NULL));
  mer_group_free (group);
}

static inline void
act_member (BatchFixture *self)
{
  MerCycleMember member = { random_organization (self), g_test_rand_int_range (-1, 900),
                            g_test_rand_bit () };

  if (member.organization_id != 0)
    g_assert_true (mer_store_save_member (self->base.document, self->cycle, &member, NULL));
}

static inline void
act_match (BatchFixture *self)
{
  gint64 source = random_row (self, "source");

  if (source != 0)
    g_assert_true (mer_store_set_source_organization (self->base.document, source,
                                                      random_organization (self), NULL));
}

static inline void
act_checklist (BatchFixture *self)
{
  g_autoptr (MerBatch) batch = batch_fixture_new_batch (self, MER_BATCH_CHECKLIST);
  MerCycleItem item = { 0, (char *) (guintptr) "stand", NULL, (char *) (guintptr) "Пункт" };
  MerMark      mark = (MerMark) g_test_rand_int_range (0, 4);
  gint64       source = 0;

  g_assert_true (mer_store_save_batch (self->base.document, batch, NULL));
  g_assert_true (mer_store_add_item (self->base.document, self->cycle, &item, NULL));
  source = mer_store_source_name_id (self->base.document, "чек-лист", random_organization (self),
                                     NULL);
  g_assert_true (mer_store_add_checklist (self->base.document, batch->id, source, 2, &item.id,
                                          &mark, 1, NULL));
}

static inline void
act_import (BatchFixture *self)
{
  g_autoptr (MerBatch) batch = batch_fixture_new_batch (self, MER_BATCH_SURVEY);
  g_autofree char *name = random_word ();
  guint            n = (guint) g_test_rand_int_range (1, 40);

  batch->accepted = n;
  g_assert_true (mer_store_save_batch (self->base.document, batch, NULL));
  batch_fixture_add_block (self, batch->id, name, random_organization (self), n, 2);
}

static inline void
act_remove_batch (BatchFixture *self)
{
  gint64 batch = random_row (self, "batch WHERE removed = 0");

  if (batch != 0)
    g_assert_true (mer_store_remove_batch (self->base.document, batch, NULL));
}

static inline void
act_stack (BatchFixture *self)
{
  g_autofree char *title = random_word ();
  g_autoptr (MerStack) stack = mer_stack_new (self->cycle, random_organization (self), title);

  if (stack->organization_id != 0)
    g_assert_true (mer_store_save_stack (self->base.document, stack, NULL));
}

/* A questionnaire is entered, one is corrected or deleted, a stack closed or opened again. */
static inline void
act_paper (BatchFixture *self)
{
  gint64 open = random_row (self, "stack WHERE batch_id IS NULL");
  gint64 closed = random_row (self, "stack WHERE batch_id IN (SELECT id FROM batch "
                                    "WHERE removed = 0)");
  g_autoptr (MerStackRow) row = mer_stack_row_new (self->layout.n_questions);

  row->codes[0] = (guint8) (MER_ANSWER_FIRST_OPTION + g_test_rand_int_range (0, 2));
  row->comment = g_test_rand_bit () ? random_word () : NULL;
  if (open == 0 || (closed != 0 && g_test_rand_int_range (0, 4) == 0))
    {
      if (closed != 0)
        g_assert_true (mer_store_reopen_stack (self->base.document, closed, NULL));
      return;
    }
  if (g_test_rand_int_range (0, 9) == 0)
    {
      g_assert_true (mer_store_remove_stack (self->base.document, open, NULL));
      return;
    }
  g_assert_true (mer_store_save_stack_row (self->base.document, open, self->methodology, row,
                                           NULL));
  if (row->number > 1 && g_test_rand_bit ())
    mer_store_remove_stack_row (self->base.document, open, row->number - 1, NULL);
  if (g_test_rand_int_range (0, 3) == 0)
    g_assert_cmpint (mer_store_close_stack (self->base.document, open, NULL), >, 0);
}

/* One action of one to three random changes; FALSE when it changed nothing. */
static inline gboolean
random_action (BatchFixture *self)
{
  static void (*const acts[]) (BatchFixture *) = {
    act_organization,
    act_organization,
    act_delete_organization,
    act_setting,
    act_group,
    act_member,
    act_match,
    act_checklist,
    act_import,
    act_remove_batch,
    act_stack,
    act_paper,
    act_paper,
  };
  g_autofree char *label = random_word ();
  gint64           revision = mer_document_get_revision (self->base.document);
  guint            which = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (acts));

  fixture_begin (&self->base, label);
  acts[which](self);
  if (g_test_rand_int_range (0, 4) == 0)
    act_setting (self);
  fixture_commit (&self->base);
  return mer_document_get_revision (self->base.document) != revision;
}
