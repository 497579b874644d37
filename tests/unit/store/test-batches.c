/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imports: batches, blocks, checklists, comments, problems, evidence; taken back, repeated,
 * removed and compacted. */
#include "batch-fixture.h"

#include <string.h>

#include "store/mer-comment-block.h"

static void
test_batch (BatchFixture *self,
            gconstpointer data)
{
  g_autoptr (MerBatch) batch = batch_fixture_new_batch (self, MER_BATCH_CHECKLIST);
  g_autoptr (MerBatch) found = NULL;
  g_autoptr (GPtrArray) batches = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  const MerBatch *stored = NULL;

  fixture_begin (&self->base, "Загрузка");
  mer_store_save_batch (self->base.document, batch, &error);
  g_assert_no_error (error);
  batch->accepted = 10;
  batch->rejected = 2;
  batch->duplicates = 3;
  batch->contradictions = 4;
  batch->sheet = g_strdup ("Лист1");
  mer_store_save_batch (self->base.document, batch, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);

  batches = mer_store_batches (self->base.document, self->cycle, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (batches->len, ==, 1);
  stored = g_ptr_array_index (batches, 0);
  g_assert_cmpint (stored->id, ==, batch->id);
  g_assert_cmpint (stored->cycle_id, ==, self->cycle);
  g_assert_cmpint (stored->kind, ==, MER_BATCH_CHECKLIST);
  g_assert_cmpstr (stored->file_name, ==, "Анкеты.csv");
  g_assert_cmpstr (stored->sheet, ==, "Лист1");
  g_assert_cmpstr (stored->mapping, ==, "organization\tОрганизация");
  g_assert_cmpstr (stored->who, ==, "специалист");
  g_assert_cmpint (stored->imported_at, ==, 1730000000);
  g_assert_cmpint (stored->accepted, ==, 10);
  g_assert_cmpint (stored->rejected, ==, 2);
  g_assert_cmpint (stored->duplicates, ==, 3);
  g_assert_cmpint (stored->contradictions, ==, 4);
  g_assert_false (stored->removed);
  found = mer_store_find_batch_by_hash (self->base.document, self->cycle, batch->sha256);
  g_assert_nonnull (found);
  g_assert_cmpint (found->id, ==, batch->id);
  g_assert_null (mer_store_find_batch_by_hash (self->base.document, self->cycle + 1,
                                               batch->sha256));
  none = mer_store_batches (self->base.document, self->cycle + 1, &error);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_evidence (BatchFixture *self,
               gconstpointer data)
{
  g_autoptr (GPtrArray) evidence = NULL;
  const MerEvidence       *school = NULL;
  const MerEvidenceSource *source = NULL;
  gint64                   batch = batch_fixture_import (self);

  evidence = batch_fixture_evidence (self);
  g_assert_cmpuint (evidence->len, ==, 2);
  school = batch_fixture_find (evidence, self->school);
  g_assert_cmpuint (school->tally->n, ==, 5);
  g_assert_false (school->has_checklist);
  for (guint q = 0; q < self->layout.n_questions; q++)
    g_assert_cmpuint (school->tally->questions[q].count[MER_ANSWER_FIRST_OPTION], ==, 5);
  g_assert_cmpuint (school->sources->len, ==, 1);
  source = &g_array_index (school->sources, MerEvidenceSource, 0);
  g_assert_cmpint (source->batch_id, ==, batch);
  g_assert_cmpuint (source->n, ==, 5);
  g_assert_cmpint (source->row, ==, 2);
  fixture_assert_sound (&self->base);
}

/* Two spellings of one organization in one file are one source of its evidence. */
static void
test_two_spellings (BatchFixture *self,
                    gconstpointer data)
{
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (MerBatch) batch = batch_fixture_new_batch (self, MER_BATCH_SURVEY);
  g_autoptr (GError) error = NULL;
  const MerEvidence *school = NULL;

  fixture_begin (&self->base, "Загрузка анкет");
  g_assert_true (mer_store_save_batch (self->base.document, batch, NULL));
  batch_fixture_add_block (self, batch->id, "школа 3", self->school, 4, 9);
  batch_fixture_add_block (self, batch->id, "СОШ №3", self->school, 6, 3);
  batch_fixture_add_block (self, batch->id, "никто", 0, 8, 30); /* skipped */
  fixture_commit (&self->base);
  evidence = batch_fixture_evidence (self);
  g_assert_cmpuint (evidence->len, ==, 1);
  school = g_ptr_array_index (evidence, 0);
  g_assert_cmpuint (school->tally->n, ==, 10);
  g_assert_cmpuint (school->sources->len, ==, 1);
  g_assert_cmpuint (g_array_index (school->sources, MerEvidenceSource, 0).n, ==, 10);
  g_assert_cmpint (g_array_index (school->sources, MerEvidenceSource, 0).row, ==, 3);
}

static void
test_undo_import (BatchFixture *self,
                  gconstpointer data)
{
  gint64 batch = batch_fixture_import (self);

  g_assert_cmpuint (batch_fixture_n_answers (self), ==, 12);
  fixture_undo (&self->base);
  g_assert_cmpuint (batch_fixture_n_answers (self), ==, 0);
  fixture_assert_sound (&self->base);
  fixture_reopen (&self->base);
  fixture_redo (&self->base);
  g_assert_cmpuint (batch_fixture_n_answers (self), ==, 12);
  fixture_assert_sound (&self->base);
  fixture_undo (&self->base);
  /* an id that was taken back is never given again: the old blocks must not come back */
  g_assert_cmpint (batch_fixture_import (self), >, batch);
  g_assert_cmpuint (batch_fixture_n_answers (self), ==, 12);
}

static void
test_remove_batch (BatchFixture *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) batches = NULL;
  gint64 batch = batch_fixture_import (self);

  fixture_begin (&self->base, "Убрать загрузку");
  mer_store_remove_batch (self->base.document, batch, &error);
  g_assert_no_error (error);
  g_assert_false (mer_store_remove_batch (self->base.document, batch, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND);
  fixture_commit (&self->base);
  g_assert_cmpuint (batch_fixture_n_answers (self), ==, 0);
  batches = mer_store_batches (self->base.document, 0, NULL);
  g_assert_cmpuint (batches->len, ==, 1);
  g_assert_true (((MerBatch *) g_ptr_array_index (batches, 0))->removed);
  fixture_undo (&self->base);
  g_assert_cmpuint (batch_fixture_n_answers (self), ==, 12);
  fixture_redo (&self->base);
  g_assert_cmpuint (batch_fixture_n_answers (self), ==, 0);
}

static void
test_organization_in_use (BatchFixture *self,
                          gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 batch = batch_fixture_import (self);

  fixture_begin (&self->base, "Удаление");
  g_assert_false (mer_store_delete_organization (self->base.document, self->school, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  mer_store_remove_batch (self->base.document, batch, &error);
  g_assert_no_error (error);
  mer_store_delete_organization (self->base.document, self->school, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
  fixture_assert_sound (&self->base);
  fixture_undo (&self->base);
  g_assert_cmpuint (batch_fixture_n_answers (self), ==, 12);
}

static void
test_compact (BatchFixture *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64   kept = batch_fixture_import (self);
  GStatBuf before;
  GStatBuf after;

  for (int i = 0; i < 30; i++)
    {
      batch_fixture_import (self);
      fixture_undo (&self->base);
    }
  g_assert_cmpint (g_stat (self->base.path, &before), ==, 0);
  mer_document_compact (self->base.document, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (self->base.path, &after), ==, 0);
  g_assert_cmpint (after.st_size, <, before.st_size);
  g_assert_null (mer_document_get_undo_label (self->base.document));
  g_assert_null (mer_document_get_redo_label (self->base.document));
  g_assert_cmpuint (batch_fixture_n_answers (self), ==, 12);
  fixture_assert_sound (&self->base);
  fixture_reopen (&self->base);
  fixture_begin (&self->base, "Убрать загрузку");
  g_assert_true (mer_store_remove_batch (self->base.document, kept, NULL));
  fixture_commit (&self->base);
  mer_document_compact (self->base.document, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (batch_fixture_n_answers (self), ==, 0);
}

/* --- checklists ---------------------------------------------------------------------------- */

static gint64
add_checklist (BatchFixture  *self,
               gint64         row,
               const gint64  *items,
               const MerMark *marks,
               guint          n)
{
  g_autoptr (MerBatch) batch = batch_fixture_new_batch (self, MER_BATCH_CHECKLIST);
  g_autoptr (GError) error = NULL;
  gint64 source = 0;

  fixture_begin (&self->base, "Загрузка чек-листа");
  mer_store_save_batch (self->base.document, batch, &error);
  g_assert_no_error (error);
  source = mer_store_source_name_id (self->base.document, "школа 3", self->school, &error);
  g_assert_no_error (error);
  mer_store_add_checklist (self->base.document, batch->id, source, row, items, marks, n, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
  return batch->id;
}

static void
add_items (BatchFixture *self,
           gint64        ids[4])
{
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;

  fixture_begin (&self->base, "Пункты");
  g_assert_true (mer_store_ensure_items (self->base.document, self->cycle, self->methodology,
                                         NULL));
  fixture_commit (&self->base);
  items = mer_store_items (self->base.document, self->cycle, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 4; i++)
    ids[i] = ((MerCycleItem *) g_ptr_array_index (items, i))->id;
}

static void
assert_marks (BatchFixture  *self,
              const MerMark *expected,
              guint          n_sources)
{
  g_autoptr (GPtrArray) evidence = batch_fixture_evidence (self);
  const MerEvidence *school = batch_fixture_find (evidence, self->school);

  g_assert_true (school->has_checklist);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (school->marks[i], ==, expected[i]);
  g_assert_cmpuint (school->sources->len, ==, n_sources);
}

/* The newest batch wins an item; a mark «not required» wins too. */
static void
test_checklists (BatchFixture *self,
                 gconstpointer data)
{
  static const MerMark first[] = { MER_MARK_PRESENT, MER_MARK_HALF, MER_MARK_ABSENT,
                                   MER_MARK_PRESENT };
  static const MerMark second[] = { MER_MARK_NOT_REQUIRED, MER_MARK_PRESENT };
  static const MerMark both[] = { MER_MARK_NOT_REQUIRED, MER_MARK_PRESENT, MER_MARK_ABSENT,
                                  MER_MARK_PRESENT };
  g_autoptr (GError) error = NULL;
  gint64 ids[4] = { 0 };
  gint64 batch = 0;

  add_items (self, ids);
  add_checklist (self, 3, ids, first, 4);
  assert_marks (self, first, 1);
  batch = add_checklist (self, 8, ids, second, 2);
  assert_marks (self, both, 2);
  add_checklist (self, 9, ids, both, 4); /* wins every item: the others are no source any more */
  assert_marks (self, both, 1);
  fixture_undo (&self->base);
  assert_marks (self, both, 2);
  fixture_begin (&self->base, "Убрать загрузку");
  mer_store_remove_batch (self->base.document, batch, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
  assert_marks (self, first, 1);
  fixture_undo (&self->base);
  assert_marks (self, both, 2);
  fixture_assert_sound (&self->base);
}

/* Items may come in any order, and ids may be far apart. */
static void
test_checklist_packing (BatchFixture *self,
                        gconstpointer data)
{
  static const MerMark marks[] = { MER_MARK_ABSENT, MER_MARK_PRESENT, MER_MARK_HALF };
  static const MerMark expected[] = { MER_MARK_PRESENT, MER_MARK_NOT_REQUIRED, MER_MARK_ABSENT,
                                      MER_MARK_NOT_REQUIRED };
  gint64               ids[4] = { 0 };
  gint64               used[3] = { 0 };

  add_items (self, ids);
  used[0] = ids[2];
  used[1] = ids[0];
  used[2] = G_MAXINT64 / 8; /* no item of this cycle: not counted */
  add_checklist (self, 3, used, marks, 3);
  assert_marks (self, expected, 1);
}

static void
test_checklist_refused (BatchFixture *self,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64  item = 0;
  MerMark mark = MER_MARK_PRESENT;

  fixture_begin (&self->base, "Загрузка");
  g_assert_false (mer_store_add_checklist (self->base.document, 1, 1, 1, &item, &mark, 1, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  item = 1;
  mark = (MerMark) 9;
  g_assert_false (mer_store_add_checklist (self->base.document, 1, 1, 1, &item, &mark, 1, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  mer_document_rollback (self->base.document);
}

/* --- comments, problems, walking -------------------------------------------------------------- */

static void
test_notes (BatchFixture *self,
            gconstpointer data)
{
  g_autoptr (MerBatch) batch = batch_fixture_new_batch (self, MER_BATCH_SURVEY);
  g_autoptr (GByteArray) written = g_byte_array_new ();
  g_autoptr (GBytes) block = NULL;
  g_autoptr (GPtrArray) comments = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  char            column[] = "Вопрос 2";
  char            code[] = "other-answer";
  char            text[] = "«частично» не да и не нет.";
  MerBatchProblem problem = { 14, column, code, text };
  gint64          source = 0;

  fixture_begin (&self->base, "Загрузка");
  g_assert_true (mer_store_save_batch (self->base.document, batch, NULL));
  source = mer_store_source_name_id (self->base.document, "школа 3", self->school, NULL);
  mer_comment_block_append (written, 5, "Далеко", strlen ("Далеко"));
  mer_comment_block_append (written, 8, "Тепло", strlen ("Тепло"));
  block = mer_comment_block_finish (written);
  g_assert_true (mer_store_add_comments (self->base.document, batch->id, source, 0, block, NULL));
  g_assert_true (mer_store_add_problem (self->base.document, batch->id, &problem, NULL));
  fixture_commit (&self->base);
  comments = mer_store_comments (self->base.document, self->cycle, self->school, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (comments->len, ==, 2);
  g_assert_cmpstr (((MerComment *) g_ptr_array_index (comments, 0))->text, ==, "Далеко");
  g_assert_cmpint (((MerComment *) g_ptr_array_index (comments, 1))->row, ==, 8);
  problems = mer_store_problems (self->base.document, batch->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpint (((MerBatchProblem *) g_ptr_array_index (problems, 0))->row, ==, 14);
  g_assert_cmpstr (((MerBatchProblem *) g_ptr_array_index (problems, 0))->column, ==, column);
  g_assert_cmpstr (((MerBatchProblem *) g_ptr_array_index (problems, 0))->text, ==, text);
  fixture_undo (&self->base);
  none = mer_store_comments (self->base.document, self->cycle, self->school, &error);
  g_assert_cmpuint (none->len, ==, 0);
}

static gboolean
count_block_cb (gint64   batch,
                gint64   source,
                gint64   organization,
                GBytes  *block,
                gpointer user_data,
                GError **error)
{
  guint *n = user_data;

  if (++(*n) < 3)
    return TRUE;
  g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID, "enough");
  return FALSE;
}

static void
test_foreach_block (BatchFixture *self,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  batch_fixture_import (self);
  g_assert_true (mer_store_foreach_block (self->base.document, self->cycle, count_block_cb, &n,
                                          &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);
  g_assert_false (mer_store_foreach_block (self->base.document, self->cycle, count_block_cb, &n,
                                           &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_assert_cmpuint (n, ==, 3);
}

/* The changeset of an import must not hold its answers. */
static void
test_small_changeset (BatchFixture *self,
                      gconstpointer data)
{
  g_autoptr (MerBatch) batch = batch_fixture_new_batch (self, MER_BATCH_SURVEY);
  g_autofree guint8 *noise = g_malloc (1 << 20);
  g_autoptr (GBytes) block = NULL;
  GStatBuf before;
  GStatBuf after;

  for (gsize i = 0; i < 1 << 20; i++)
    noise[i] = (guint8) g_test_rand_int ();
  block = g_bytes_new (noise, 1 << 20);
  g_assert_cmpint (g_stat (self->base.path, &before), ==, 0);
  fixture_begin (&self->base, "Загрузка");
  g_assert_true (mer_store_save_batch (self->base.document, batch, NULL));
  g_assert_true (mer_store_add_block (self->base.document, batch->id, 1, 0, block, NULL));
  fixture_commit (&self->base);
  g_assert_cmpint (g_stat (self->base.path, &after), ==, 0);
  g_assert_cmpint (after.st_size - before.st_size, <, (1 << 20) + 32 * 1024);
}

#define ADD(name, function)                                                               \
  g_test_add ("/store/batches/" name, BatchFixture, NULL, batch_fixture_set_up, function, \
              batch_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("batch", test_batch);
  ADD ("evidence", test_evidence);
  ADD ("two-spellings", test_two_spellings);
  ADD ("undo-import", test_undo_import);
  ADD ("remove-batch", test_remove_batch);
  ADD ("organization-in-use", test_organization_in_use);
  ADD ("compact", test_compact);
  ADD ("checklists", test_checklists);
  ADD ("checklist-packing", test_checklist_packing);
  ADD ("checklist-refused", test_checklist_refused);
  ADD ("notes", test_notes);
  ADD ("foreach-block", test_foreach_block);
  ADD ("small-changeset", test_small_changeset);
  return g_test_run ();
}
