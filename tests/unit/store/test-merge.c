/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two organizations become one, and a spelling goes to another: what follows, what is refused,
 * and that all of it is taken back and done again to the byte. */
#include "random-actions.h"

#include "store/mer-registry-merge.h"
#include "store/mer-registry-spellings.h"

#define N_RANDOM_MERGES 40

static void
run_sql (BatchFixture *self,
         const char   *sql)
{
  sqlite3 *db = NULL;
  char    *message = NULL;

  g_assert_cmpint (sqlite3_open_v2 (self->base.path, &db, SQLITE_OPEN_READWRITE, NULL), ==,
                   SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

static gint64
count (BatchFixture *self,
       const char   *sql)
{
  sqlite3      *db = NULL;
  sqlite3_stmt *statement = NULL;
  gint64        value = 0;

  g_assert_cmpint (sqlite3_open_v2 (self->base.path, &db, SQLITE_OPEN_READONLY, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return value;
}

static void
save_member (BatchFixture *self,
             gint64        organization_id,
             gint64        recipients,
             gboolean      selected)
{
  g_autoptr (GError) error = NULL;
  MerCycleMember member = { 0 };

  member.organization_id = organization_id;
  member.recipients = recipients;
  member.selected = selected;
  mer_store_save_member (self->base.document, self->cycle, &member, &error);
  g_assert_no_error (error);
}

static MerOrganization *
organization (BatchFixture *self,
              gint64        id)
{
  g_autoptr (GPtrArray) all = mer_store_organizations (self->base.document, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      if (((MerOrganization *) all->pdata[i])->id == id)
        return mer_organization_dup (all->pdata[i]);
    }
  return NULL;
}

static void
merge (BatchFixture *self,
       gint64        keep,
       gint64        gone)
{
  g_autoptr (GError) error = NULL;

  fixture_begin (&self->base, "Объединение");
  mer_store_merge (self->base.document, keep, gone, FALSE, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
}

/* The other gives what the kept one lacks, and everything that hangs on it. */
static void
test_takes_over (BatchFixture *self,
                 gconstpointer data)
{
  g_autoptr (MerMergePlan) plan = NULL;
  g_autoptr (MerOrganization) kept = NULL;
  g_autoptr (MerOrganization) other = NULL;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GPtrArray) aliases = NULL;
  g_autoptr (GError) error = NULL;
  const MerMergeCycle *cycle = NULL;

  batch_fixture_import (self);
  fixture_begin (&self->base, "Подготовка");
  kept = organization (self, self->school);
  kept->address = g_strdup ("ул. Мира, 1");
  other = organization (self, self->garden);
  other->full_name = g_strdup ("МБДОУ «Детский сад „Радуга“»");
  other->address = g_strdup ("другой адрес");
  other->inn = g_strdup ("7707083893");
  g_assert_true (mer_store_save_organization (self->base.document, kept, &error));
  g_assert_true (mer_store_save_organization (self->base.document, other, &error));
  save_member (self, self->school, -1, FALSE);
  save_member (self, self->garden, 80, TRUE);
  fixture_commit (&self->base);

  plan = mer_store_merge_plan (self->base.document, self->school, self->garden, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plan->conflicts, ==, 0);
  g_assert_cmpuint (plan->cycles->len, ==, 1);
  cycle = plan->cycles->pdata[0];
  g_assert_cmpuint (cycle->questionnaires[0], ==, 5);
  g_assert_cmpuint (cycle->questionnaires[1], ==, 7);
  g_assert_cmpint (cycle->recipients[0], ==, -1);
  g_assert_cmpint (cycle->recipients[1], ==, 80);
  g_assert_cmpuint (plan->spellings->len, ==, 3);

  merge (self, self->school, self->garden);
  g_clear_pointer (&kept, mer_organization_unref);
  kept = organization (self, self->school);
  g_assert_cmpstr (kept->inn, ==, "7707083893");
  g_assert_cmpstr (kept->address, ==, "ул. Мира, 1");
  g_assert_cmpstr (kept->full_name, ==, "МБДОУ «Детский сад „Радуга“»");
  g_assert_null (organization (self, self->garden));
  members = mer_store_members (self->base.document, self->cycle, &error);
  g_assert_cmpuint (members->len, ==, 1);
  g_assert_cmpint (((MerCycleMember *) members->pdata[0])->recipients, ==, 80);
  g_assert_true (((MerCycleMember *) members->pdata[0])->selected);
  aliases = mer_store_aliases (self->base.document, self->school, &error);
  g_assert_cmpuint (aliases->len, ==, 4);
  fixture_assert_sound (&self->base);
}

/* Questionnaires add up. */
static void
test_evidence_adds_up (BatchFixture *self,
                       gconstpointer data)
{
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (GError) error = NULL;
  const MerEvidence *one = NULL;

  batch_fixture_import (self);
  merge (self, self->garden, self->school);
  evidence = mer_store_evidence (self->base.document, self->cycle, self->methodology, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (evidence->len, ==, 1);
  one = evidence->pdata[0];
  g_assert_cmpint (one->organization_id, ==, self->garden);
  g_assert_cmpuint (one->tally->n, ==, 12);
  g_assert_cmpuint (one->tally->questions[0].count[MER_ANSWER_FIRST_OPTION], ==, 12);
}

static void
test_conflicts (BatchFixture *self,
                gconstpointer data)
{
  g_autoptr (MerOrganization) kept = organization (self, self->school);
  g_autoptr (MerOrganization) other = organization (self, self->garden);
  g_autoptr (GError) error = NULL;

  kept->inn = g_strdup ("7707083893");
  other->inn = g_strdup ("5032110110");
  fixture_begin (&self->base, "Подготовка");
  g_assert_true (mer_store_save_organization (self->base.document, kept, NULL));
  g_assert_true (mer_store_save_organization (self->base.document, other, NULL));
  g_assert_false (
    mer_store_merge (self->base.document, self->school, self->garden, FALSE, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "5032110110"));
  g_clear_error (&error);
  g_assert_false (mer_store_merge (self->base.document, self->school, self->school, TRUE, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (mer_store_merge (self->base.document, self->school, 999, TRUE, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (mer_store_merge (self->base.document, self->school, self->garden, TRUE, &error));
  fixture_commit (&self->base);
  g_clear_pointer (&kept, mer_organization_unref);
  kept = organization (self, self->school);
  g_assert_cmpstr (kept->inn, ==, "7707083893");
}

/* Results that were approved do not change unasked. */
static void
test_approved (BatchFixture *self,
               gconstpointer data)
{
  g_autoptr (GPtrArray) cycles = NULL;
  g_autoptr (GError) error = NULL;
  MerCycle *cycle = NULL;

  batch_fixture_import (self);
  cycles = mer_store_cycles (self->base.document, NULL);
  cycle = cycles->pdata[0];
  cycle->approved = TRUE;
  fixture_begin (&self->base, "Утверждение");
  g_assert_true (mer_store_save_cycle (self->base.document, cycle, NULL));
  g_assert_false (
    mer_store_merge (self->base.document, self->school, self->garden, FALSE, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  mer_document_rollback (self->base.document);
}

static void
set_parent (BatchFixture *self,
            gint64        id,
            gint64        parent_id)
{
  g_autoptr (MerOrganization) one = organization (self, id);
  g_autoptr (GError) error = NULL;

  one->parent_id = parent_id;
  mer_store_save_organization (self->base.document, one, &error);
  g_assert_no_error (error);
}

static gint64
parent_of (BatchFixture *self,
           gint64        id)
{
  g_autoptr (MerOrganization) one = organization (self, id);

  return one->parent_id;
}

/* top → gone → middle → keep: nobody ends above itself. */
static void
test_parents (BatchFixture *self,
              gconstpointer data)
{
  g_autoptr (MerOrganization) loop = NULL;
  g_autoptr (GError) error = NULL;
  gint64 top, gone, middle, keep, branch;

  fixture_begin (&self->base, "Подготовка");
  top = fixture_add_organization (&self->base, "Верхняя");
  gone = fixture_add_organization (&self->base, "Уходит");
  middle = fixture_add_organization (&self->base, "Средняя");
  keep = fixture_add_organization (&self->base, "Остаётся");
  branch = fixture_add_organization (&self->base, "Филиал");
  set_parent (self, gone, top);
  set_parent (self, middle, gone);
  set_parent (self, keep, middle);
  set_parent (self, branch, gone);
  loop = organization (self, top);
  loop->parent_id = keep;
  g_assert_false (mer_store_save_organization (self->base.document, loop, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  fixture_commit (&self->base);
  merge (self, keep, gone);
  g_assert_cmpint (parent_of (self, keep), ==, top);
  g_assert_cmpint (parent_of (self, middle), ==, keep);
  g_assert_cmpint (parent_of (self, branch), ==, keep);
  merge (self, branch, keep);
  g_assert_cmpint (parent_of (self, branch), ==, top);
  g_assert_cmpint (parent_of (self, middle), ==, branch);
  merge (self, top, branch);
  g_assert_cmpint (parent_of (self, top), ==, 0);
  g_assert_cmpint (parent_of (self, middle), ==, top);
  fixture_assert_sound (&self->base);
}

/* What names an organization in any table follows: nothing refers to the one that is gone. A
 * table that comes later and refers to organizations must be added to the merge and to this
 * list. */
static void
test_every_table (BatchFixture *self,
                  gconstpointer data)
{
  g_autofree char *sql = NULL;

  g_assert_cmpint (count (self, "SELECT count (*) FROM sqlite_schema m, "
                                "pragma_foreign_key_list (m.name) f WHERE m.type = 'table' AND "
                                "f.\"table\" = 'organization' AND m.name NOT IN ('organization', "
                                "'source', 'group_member', 'member', 'mark_note', 'stack', "
                                "'finding', 'objection', 'recommendation', 'improvement_plan', "
                                "'road_item', 'publication', 'remark', 'earlier', 'scheduled', "
                                "'head')"),
                   ==, 0);
  g_assert_finalize_object (g_steal_pointer (&self->base.document));
  sql = g_strdup_printf (
    "INSERT INTO mark_note VALUES (%1$d, %3$d, 0, '2024-10-01', 'А', NULL, 'своё'), "
    "(%1$d, %2$d, 0, '2024-10-02', 'Б', NULL, 'чужое'), "
    "(%1$d, %2$d, 5, '2024-10-03', 'Б', NULL, 'чужое 5');"
    "INSERT INTO stack VALUES (1, %1$d, %2$d, 'Стопка', NULL, 0, NULL, NULL, NULL);"
    "INSERT INTO objection VALUES (1, %1$d, %2$d, '3.1', NULL, NULL, 'Пандус есть', 'open', NULL, "
    "NULL, NULL, NULL);"
    "INSERT INTO finding VALUES (1, %1$d, %2$d, 'finding', NULL, 'Нет пандуса', NULL, NULL, 0);"
    "INSERT INTO recommendation VALUES (1, %1$d, 1, %2$d, NULL, NULL, 'Пандус', NULL, NULL);"
    "INSERT INTO head (cycle_id, position, organization, name) VALUES (NULL, 1, %2$d, 'Глава');"
    "INSERT INTO organization_group VALUES (1, 'Село'), (2, 'Город');"
    "INSERT INTO group_member VALUES (1, %2$d), (2, %2$d), (2, %3$d);",
    (int) self->cycle, (int) self->garden, (int) self->school);
  run_sql (self, sql);
  self->base.document = mer_document_open (self->base.path, MER_OPEN_READ_WRITE, NULL);
  merge (self, self->school, self->garden);
  g_assert_cmpint (count (self, "SELECT count (*) FROM mark_note WHERE note = 'своё'"), ==, 1);
  g_assert_cmpint (count (self, "SELECT count (*) FROM mark_note"), ==, 2);
  g_assert_cmpint (count (self, "SELECT organization_id FROM stack"), ==, self->school);
  g_assert_cmpint (count (self, "SELECT organization_id FROM finding"), ==, self->school);
  g_assert_cmpint (count (self, "SELECT organization_id FROM objection"), ==, self->school);
  g_assert_cmpint (count (self, "SELECT organization FROM recommendation"), ==, self->school);
  g_assert_cmpint (count (self, "SELECT organization FROM head"), ==, self->school);
  g_assert_cmpint (count (self, "SELECT count (*) FROM group_member"), ==, 2);
  fixture_undo (&self->base);
  g_assert_cmpint (count (self, "SELECT count (*) FROM mark_note"), ==, 3);
  g_assert_cmpint (count (self, "SELECT organization_id FROM finding"), ==, self->garden);
  fixture_assert_sound (&self->base);
}

/* --- random documents --------------------------------------------------------------------- */

static gint64
other_than (BatchFixture *self,
            gint64        id)
{
  for (guint i = 0; i < 20; i++)
    {
      gint64 other = random_organization (self);

      if (other != id)
        return other;
    }
  return 0;
}

static void
add_random_organizations (BatchFixture *self)
{
  fixture_begin (&self->base, "Добавление");
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = random_word ();
      gint64           id = fixture_add_organization (&self->base, name);

      if (g_test_rand_bit ())
        save_member (self, id, g_test_rand_int_range (-1, 900), g_test_rand_bit ());
      g_assert_cmpint (mer_store_source_name_id (self->base.document, name, id, NULL), !=, 0);
    }
  fixture_commit (&self->base);
}

/* In a document that random actions made, merges are taken back and done again one by one and all
 * together. */
static void
test_random (BatchFixture *self,
             gconstpointer data)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_RANDOM_MERGES; i++)
    {
      gint64 keep = 0, gone = 0;

      for (guint k = 0; k < 6; k++)
        random_action (self);
      add_random_organizations (self);
      keep = random_organization (self);
      gone = other_than (self, keep);
      if (keep == 0 || gone == 0)
        continue;
      g_ptr_array_add (states, dump_document (self->base.path));
      fixture_begin (&self->base, "Объединение");
      mer_store_merge (self->base.document, keep, gone, TRUE, &error);
      g_assert_no_error (error);
      fixture_commit (&self->base);
      {
        g_autofree char *merged = dump_document (self->base.path);
        g_autofree char *back = NULL;
        g_autofree char *again = NULL;

        fixture_undo (&self->base);
        back = dump_document (self->base.path);
        g_assert_cmpstr (back, ==, states->pdata[states->len - 1]);
        fixture_redo (&self->base);
        again = dump_document (self->base.path);
        g_assert_cmpstr (again, ==, merged);
      }
    }
  g_assert_cmpuint (states->len, >, N_RANDOM_MERGES / 2);
  fixture_assert_sound (&self->base);
}

/* --- spellings ------------------------------------------------------------------------------ */

static void
test_spellings (BatchFixture *self,
                gconstpointer data)
{
  g_autoptr (GPtrArray) spellings = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (MerOrganization) own = NULL;
  g_autoptr (GError) error = NULL;
  const MerSpelling *spelling = NULL;
  g_autofree char   *before = NULL;
  g_autofree char   *back = NULL;
  gint64             id = 0;

  batch_fixture_import (self);
  merge (self, self->school, self->garden);
  spellings = mer_store_spellings (self->base.document, self->school, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (spellings->len, ==, 3);
  spelling = spellings->pdata[1];
  g_assert_cmpstr (spelling->name, ==, "Радуга");
  g_assert_cmpuint (spelling->questionnaires, ==, 7);
  g_assert_cmpuint (((MerSpelling *) spellings->pdata[0])->questionnaires, ==, 5);
  before = dump_document (self->base.path);

  fixture_begin (&self->base, "Отдельная организация");
  id = mer_store_split_spelling (self->base.document, spelling->id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, !=, 0);
  g_assert_cmpint (mer_store_split_spelling (self->base.document, 999, &error), ==, 0);
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  fixture_commit (&self->base);
  own = organization (self, id);
  g_assert_cmpstr (own->name, ==, "Радуга");
  left = mer_store_spellings (self->base.document, self->school, NULL);
  g_assert_cmpuint (left->len, ==, 2);
  evidence = mer_store_evidence (self->base.document, self->cycle, self->methodology, NULL);
  g_assert_cmpuint (evidence->len, ==, 2);
  fixture_undo (&self->base);
  back = dump_document (self->base.path);
  g_assert_cmpstr (back, ==, before);
}

static gint64
owner_of (BatchFixture *self,
          const char   *name)
{
  g_autoptr (GPtrArray) sources = mer_store_source_names (self->base.document, NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      const MerSourceName *source = sources->pdata[i];

      if (g_str_equal (source->name, name))
        return source->organization_id;
    }
  return -1;
}

/* Two spellings of one name go together; one of the organization's own name goes alone. */
static void
test_give (BatchFixture *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 first, own;

  fixture_begin (&self->base, "Подготовка");
  first = mer_store_source_name_id (self->base.document, "Лесная школа", self->school, &error);
  mer_store_source_name_id (self->base.document, "ЛЕСНАЯ школа.", self->school, &error);
  own = mer_store_source_name_id (self->base.document, "СОШ №3", self->school, &error);
  mer_store_source_name_id (self->base.document, "СОШ N 3", self->school, &error);
  mer_store_give_spelling (self->base.document, first, self->garden, &error);
  mer_store_give_spelling (self->base.document, own, self->garden, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
  g_assert_cmpint (owner_of (self, "Лесная школа"), ==, self->garden);
  g_assert_cmpint (owner_of (self, "ЛЕСНАЯ школа."), ==, self->garden);
  g_assert_cmpint (owner_of (self, "СОШ №3"), ==, self->garden);
  g_assert_cmpint (owner_of (self, "СОШ N 3"), ==, self->school);
  fixture_undo (&self->base);
  g_assert_cmpint (owner_of (self, "Лесная школа"), ==, -1);
}

#define ADD(name, function)                                                       \
  g_test_add ("/merge/" name, BatchFixture, NULL, batch_fixture_set_up, function, \
              batch_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("takes-over", test_takes_over);
  ADD ("evidence", test_evidence_adds_up);
  ADD ("conflicts", test_conflicts);
  ADD ("approved", test_approved);
  ADD ("parents", test_parents);
  ADD ("every-table", test_every_table);
  ADD ("random", test_random);
  ADD ("spellings", test_spellings);
  ADD ("give", test_give);
  return g_test_run ();
}
