/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ready counts, values and facts in the document: undo, damage, merging, compaction. */
#include "config.h"

#include "evidence-fixture.h"

#include <sqlite3.h>

#include "store/mer-evidence-typed.h"

static void
test_counts (BatchFixture *self,
             gconstpointer data)
{
  g_autoptr (GPtrArray) evidence = NULL;
  const MerEvidenceSource *source = NULL;
  g_autoptr (GError) error = NULL;
  gint64 batch = 0;

  batch_fixture_import (self);
  batch = add_count (self);
  evidence = batch_fixture_evidence (self);
  source = &g_array_index (batch_fixture_find (evidence, self->school)->sources,
                           MerEvidenceSource, 1);
  g_assert_cmpint (source->kind, ==, MER_EVIDENCE_COUNTS);
  g_assert_cmpint (source->batch_id, ==, batch);
  g_assert_cmpint (source->row, ==, 7);
  g_assert_cmpuint (source->n, ==, 40);
  g_assert_cmpuint (source->positive, ==, 36);
  g_assert_cmpint (source->question, ==, 4);
  g_assert_cmpuint (batch_fixture_n_answers (self), ==, 12);
  fixture_undo (&self->base);
  g_assert_cmpint (asked_of (self, self->school), ==, 0);
  fixture_redo (&self->base);
  g_assert_cmpint (asked_of (self, self->school), ==, 40);
  fixture_begin (&self->base, "Удаление");
  mer_store_remove_batch (self->base.document, batch, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
  g_assert_cmpint (asked_of (self, self->school), ==, 0);
}

static guint
n_assessed (BatchFixture *self)
{
  g_autoptr (GArray) list = mer_store_assessed (self->base.document, NULL);

  return list->len;
}

static void
add_line (BatchFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerBatch) batch = batch_fixture_new_batch (self, MER_BATCH_CHECKLIST);
  gint64  source = 0;
  gint64  item = 1;
  MerMark mark = MER_MARK_PRESENT;

  fixture_begin (&self->base, "Чек-лист");
  mer_store_save_batch (self->base.document, batch, &error);
  source = mer_store_source_name_id (self->base.document, "сад", self->garden, &error);
  mer_store_add_checklist (self->base.document, batch->id, source, 2, &item, &mark, 1, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
}

/* Whoever something counts of was assessed, whatever it is. */
static void
test_assessed (BatchFixture *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 batch = 0;

  g_assert_cmpuint (n_assessed (self), ==, 0);
  add_line (self);
  g_assert_cmpuint (n_assessed (self), ==, 1);
  batch = add_count (self);
  g_assert_cmpuint (n_assessed (self), ==, 2);
  fixture_begin (&self->base, "Учёт");
  g_assert_true (mer_store_set_batch_counted (self->base.document, batch, FALSE, &error));
  fixture_commit (&self->base);
  g_assert_cmpuint (n_assessed (self), ==, 1);
  fixture_undo (&self->base);
  fixture_begin (&self->base, "Удаление");
  g_assert_true (mer_store_remove_batch (self->base.document, batch, &error));
  fixture_commit (&self->base);
  g_assert_cmpuint (n_assessed (self), ==, 1);
}

/* A corrected match takes the counts along; they keep their organization from being deleted. */
static void
test_organizations (BatchFixture *self,
                    gconstpointer data)
{
  g_autoptr (GPtrArray) counts = NULL;
  g_autoptr (GError) error = NULL;

  add_count (self);
  g_assert_cmpint (asked_of (self, self->school), ==, 40);
  counts = mer_store_ready_counts (self->base.document, self->cycle, &error);
  fixture_begin (&self->base, "Соответствие");
  mer_store_set_source_organization (self->base.document,
                                     ((MerReadyCount *) counts->pdata[0])->source_id, self->garden,
                                     &error);
  g_assert_no_error (error);
  g_assert_false (
    mer_store_delete_organization (self->base.document, self->garden, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  fixture_commit (&self->base);
  g_assert_cmpint (asked_of (self, self->school), ==, -1);
  g_assert_cmpint (asked_of (self, self->garden), ==, 40);
}

static void
test_approved (BatchFixture *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 batch = add_count (self);

  approve (self);
  fixture_begin (&self->base, "Учёт");
  g_assert_false (mer_store_set_batch_counted (self->base.document, batch, FALSE, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  mer_document_rollback (self->base.document);
}

/* --- facts ------------------------------------------------------------------------------- */

static guint
n_facts (BatchFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) facts = mer_store_facts (self->base.document, self->cycle, &error);

  g_assert_no_error (error);
  return facts->len;
}

static gint64
type_fact (BatchFixture *self,
           gint64        organization,
           const char   *day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerFact) fact = g_new0 (MerFact, 1);

  fixture_begin (&self->base, "Факт");
  fact->cycle_id = self->cycle;
  fact->day = g_strdup (day);
  fact->origin = g_strdup ("«Вести»");
  fact->text = g_strdup ("Открыт пандус");
  fact->source_id = mer_store_typed_source (self->base.document, organization, &error);
  g_assert_no_error (error);
  mer_store_save_fact (self->base.document, fact, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
  return fact->id;
}

static void
test_facts (BatchFixture *self,
            gconstpointer data)
{
  gint64 id = type_fact (self, self->school, "2024-10-14");
  g_autoptr (GPtrArray) facts = mer_store_facts (self->base.document, self->cycle, NULL);
  g_autoptr (GError) error = NULL;
  MerFact *fact = facts->pdata[0];

  g_assert_cmpint (fact->organization_id, ==, self->school);
  g_assert_cmpint (fact->batch_id, ==, 0);
  fixture_begin (&self->base, "Правка");
  g_free (fact->text);
  fact->text = g_strdup ("Пандус закрыт");
  mer_store_save_fact (self->base.document, fact, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
  fixture_begin (&self->base, "Удаление");
  mer_store_delete_fact (self->base.document, id, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
  g_assert_cmpuint (n_facts (self), ==, 0);
  fixture_undo (&self->base);
  g_clear_pointer (&facts, g_ptr_array_unref);
  facts = mer_store_facts (self->base.document, self->cycle, NULL);
  g_assert_cmpstr (((MerFact *) facts->pdata[0])->text, ==, "Пандус закрыт");
  fixture_undo (&self->base);
  g_clear_pointer (&facts, g_ptr_array_unref);
  facts = mer_store_facts (self->base.document, self->cycle, NULL);
  g_assert_cmpstr (((MerFact *) facts->pdata[0])->text, ==, "Открыт пандус");
  fixture_redo (&self->base);
  fixture_redo (&self->base);
  g_assert_cmpuint (n_facts (self), ==, 0);
}

static void
test_bad_facts (BatchFixture *self,
                gconstpointer data)
{
  static const struct
  {
    const char *origin;
    const char *text;
    const char *day;
  } bad[] = {
    { "«Вести»", "", NULL },
    { "", "Текст", NULL },
    { "«Вести»", "Текст", "2024-02-30" },
    { "«Вести»", "Текст", "14.10.2024" },
  };

  fixture_begin (&self->base, "Факт");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MerFact) fact = g_new0 (MerFact, 1);

      fact->origin = g_strdup (bad[i].origin);
      fact->text = g_strdup (bad[i].text);
      fact->day = g_strdup (bad[i].day);
      fact->cycle_id = self->cycle;
      fact->source_id = mer_store_typed_source (self->base.document, self->school, &error);
      g_assert_false (mer_store_save_fact (self->base.document, fact, &error));
      g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
    }
  mer_document_rollback (self->base.document);
}

/* A spelling that means another organization is not taken for what is typed in. */
static void
test_typed_source (BatchFixture *self,
                   gconstpointer data)
{
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (GError) error = NULL;

  fixture_begin (&self->base, "Соответствие");
  mer_store_source_name_id (self->base.document, "СОШ № 3", self->garden, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
  type_fact (self, self->school, NULL);
  type_fact (self, self->garden, NULL);
  facts = mer_store_facts (self->base.document, self->cycle, NULL);
  g_assert_cmpint (((MerFact *) facts->pdata[0])->organization_id, ==, self->school);
  g_assert_cmpint (((MerFact *) facts->pdata[1])->organization_id, ==, self->garden);
}

/* Compaction drops what removed batches brought, and nothing that was typed in. */
static void
test_compact (BatchFixture *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  gint64 removed = add_count (self);

  add_count (self);
  type_fact (self, self->school, NULL);
  fixture_begin (&self->base, "Удаление");
  mer_store_remove_batch (self->base.document, removed, &error);
  fixture_commit (&self->base);
  g_assert_true (mer_document_compact (self->base.document, &error));
  g_assert_no_error (error);
  g_assert_cmpint (asked_of (self, self->school), ==, 40);
  g_assert_cmpuint (n_facts (self), ==, 1);
  problems = mer_document_verify (self->base.document, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* What a hostile file holds is told, and never counted. */
static void
test_damaged (BatchFixture *self,
              gconstpointer data)
{
  static const char *const changes[] = {
    "UPDATE ready_count SET positive = 41",
    "UPDATE ready_count SET positive = -1",
    "UPDATE ready_count SET asked = 1000000000000",
  };

  add_count (self);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (GPtrArray) evidence = NULL;
      g_autoptr (GError) error = NULL;
      sqlite3 *db = NULL;

      g_assert_finalize_object (g_steal_pointer (&self->base.document));
      g_assert_cmpint (sqlite3_open (self->base.path, &db), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (db, "UPDATE ready_count SET asked = 40, positive = 36", NULL,
                                     NULL, NULL),
                       ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (db, changes[i], NULL, NULL, NULL), ==, SQLITE_OK);
      sqlite3_close (db);
      self->base.document = mer_document_open (self->base.path, MER_OPEN_READ_WRITE, &error);
      g_assert_no_error (error);
      problems = mer_document_verify (self->base.document, &error);
      g_assert_cmpuint (problems->len, >=, 1);
      evidence = mer_store_evidence (self->base.document, self->cycle, self->methodology, &error);
      g_assert_null (evidence);
      g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_DAMAGED);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                \
  g_test_add ("/store/evidence/" name, BatchFixture, NULL, batch_fixture_set_up, function, \
              batch_fixture_tear_down)
  ADD ("counts", test_counts);
  ADD ("assessed", test_assessed);
  ADD ("organizations", test_organizations);
  ADD ("approved", test_approved);
  ADD ("facts", test_facts);
  ADD ("bad-facts", test_bad_facts);
  ADD ("typed-source", test_typed_source);
  ADD ("compact", test_compact);
  ADD ("damaged", test_damaged);
#undef ADD
  return g_test_run ();
}
