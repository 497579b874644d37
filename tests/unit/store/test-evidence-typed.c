/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ready counts and values that are typed in: their batches, what is refused, what they score. */
#include "config.h"

#include "evidence-fixture.h"

#include "store/mer-evidence-typed.h"

static gboolean
try_count (BatchFixture *self,
           gint64        organization,
           const char   *question,
           gint64        asked,
           gint64        positive,
           const char   *source)
{
  MerTypedCount count = { organization, question, asked, positive, source };
  g_autoptr (GError) error = NULL;

  fixture_begin (&self->base, "Ввод");
  if (mer_store_set_typed_count (self->base.document, self->cycle, &count, &error))
    {
      fixture_commit (&self->base);
      return TRUE;
    }
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  mer_document_rollback (self->base.document);
  return FALSE;
}

static void
remove_count (BatchFixture *self,
              gint64        organization,
              const char   *question)
{
  g_autoptr (GError) error = NULL;

  fixture_begin (&self->base, "Удаление");
  mer_store_remove_typed_count (self->base.document, self->cycle, organization, question, NULL,
                                &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
}

/* Batches in use, and rows that they say they have. */
static guint
n_batches (BatchFixture *self,
           gint64       *rows)
{
  g_autoptr (GPtrArray) batches = mer_store_batches (self->base.document, self->cycle, NULL);
  guint n = 0;

  *rows = 0;
  for (guint i = 0; i < batches->len; i++)
    {
      const MerBatch *batch = batches->pdata[i];

      n += !batch->removed;
      *rows += batch->removed ? 0 : batch->accepted;
    }
  return n;
}

static void
assert_sound (BatchFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = mer_document_verify (self->base.document, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* One batch a source; a second row of the same question replaces the first; the last one takes
 * the batch along. */
static void
test_typed_counts (BatchFixture *self,
                   gconstpointer data)
{
  gint64 rows = 0;

  g_assert_true (try_count (self, self->school, "q5", 40, 36, "телефонный опрос"));
  g_assert_true (try_count (self, self->garden, "q5", 20, 10, " телефонный опрос "));
  g_assert_cmpuint (n_batches (self, &rows), ==, 1);
  g_assert_cmpint (rows, ==, 2);
  g_assert_true (try_count (self, self->school, "q5", 50, 36, "телефонный опрос"));
  g_assert_cmpint (asked_of (self, self->school), ==, 50);
  g_assert_cmpuint (n_batches (self, &rows), ==, 1);
  g_assert_cmpint (rows, ==, 2);
  g_assert_true (try_count (self, self->school, "q5", 7, 7, "голосование"));
  g_assert_cmpuint (n_batches (self, &rows), ==, 2);
  g_assert_cmpint (asked_of (self, self->school), ==, 57);
  fixture_undo (&self->base);
  g_assert_cmpuint (n_batches (self, &rows), ==, 1);
  fixture_undo (&self->base);
  g_assert_cmpint (asked_of (self, self->school), ==, 40);
  fixture_redo (&self->base);
  g_assert_cmpint (asked_of (self, self->school), ==, 50);
  remove_count (self, self->school, "q5");
  remove_count (self, self->garden, "q5");
  g_assert_cmpuint (n_batches (self, &rows), ==, 0);
  g_assert_cmpint (asked_of (self, self->garden), ==, -1);
  fixture_undo (&self->base);
  g_assert_cmpint (asked_of (self, self->garden), ==, 20);
  fixture_redo (&self->base);
  g_assert_true (mer_document_compact (self->base.document, NULL));
  assert_sound (self);
  g_assert_true (try_count (self, self->garden, "q5", 9, 9, "телефонный опрос"));
  g_assert_cmpint (asked_of (self, self->garden), ==, 9);
  assert_sound (self);
}

static void
test_bad_typed_counts (BatchFixture *self,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (try_count (self, self->school, "q5", 40, 41, "опрос"));
  g_assert_false (try_count (self, self->school, "q5", -1, -1, "опрос"));
  g_assert_false (try_count (self, self->school, "q77", 40, 36, "опрос"));
  g_assert_false (try_count (self, self->school, "q5", 40, 36, " "));
  g_assert_false (try_count (self, self->school, "q5", 40, 36, NULL));
  add_count (self);
  fixture_begin (&self->base, "Удаление");
  g_assert_false (mer_store_remove_typed_count (self->base.document, self->cycle, self->school,
                                                "q5", NULL, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND);
  mer_document_rollback (self->base.document);
  approve (self);
  g_assert_false (try_count (self, self->school, "q5", 40, 36, "опрос"));
}

/* A typed count is worth as much as an imported one. */
static void
test_typed_tally (BatchFixture *self,
                  gconstpointer data)
{
  g_autoptr (GPtrArray) imported = NULL;
  g_autoptr (GPtrArray) typed = NULL;
  const MerTally *a = NULL;
  const MerTally *b = NULL;

  batch_fixture_import (self);
  add_count (self);
  imported = batch_fixture_evidence (self);
  fixture_undo (&self->base);
  g_assert_true (try_count (self, self->school, "q5", 40, 36, "телефонный опрос"));
  typed = batch_fixture_evidence (self);
  a = batch_fixture_find (imported, self->school)->tally;
  b = batch_fixture_find (typed, self->school)->tally;
  g_assert_cmpuint (b->questions[4].positive, ==, 36);
  g_assert_cmpuint (a->n, ==, b->n);
  g_assert_cmpint (memcmp (a->questions, b->questions, a->n_questions * sizeof a->questions[0]),
                   ==, 0);
}

static gboolean
try_value (BatchFixture *self,
           const char   *code,
           const char   *text,
           const char   *source)
{
  MerTypedValue value = { self->school, code, text, source };
  g_autoptr (GError) error = NULL;

  fixture_begin (&self->base, "Ввод");
  if (mer_store_set_typed_value (self->base.document, self->cycle, &value, &error))
    {
      fixture_commit (&self->base);
      return TRUE;
    }
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  mer_document_rollback (self->base.document);
  return FALSE;
}

/* The value that wins; "" none. */
static char *
value_of (BatchFixture *self)
{
  g_autoptr (GPtrArray) values = mer_store_ready_values (self->base.document, self->cycle, NULL);

  if (values->len == 0)
    return g_strdup ("");
  return g_strdup (((MerReadyValue *) values->pdata[values->len - 1])->value);
}

#define assert_value(self, expected)          \
  G_STMT_START                                \
  {                                           \
    g_autofree char *found = value_of (self); \
    g_assert_cmpstr (found, ==, expected);    \
  }                                           \
  G_STMT_END

static void
test_typed_values (BatchFixture *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  approve (self);
  g_assert_true (try_value (self, "S", "92.60", "отчёт, с. 12"));
  g_assert_true (try_value (self, "S", "92.70", "отчёт, с. 12"));
  assert_value (self, "92.70");
  fixture_undo (&self->base);
  assert_value (self, "92.60");
  fixture_redo (&self->base);
  g_assert_true (try_value (self, "K1", "90", "отчёт, с. 12"));
  g_assert_true (try_value (self, "1.3", "90", "отчёт, с. 12"));
  fixture_undo (&self->base);
  fixture_undo (&self->base);
  g_assert_false (try_value (self, "9.9", "92.60", "отчёт, с. 12"));
  g_assert_false (try_value (self, "S", "92,60", "отчёт, с. 12"));
  g_assert_false (try_value (self, "S", "высокий", "отчёт, с. 12"));
  g_assert_false (try_value (self, "S", "92.60", ""));
  fixture_begin (&self->base, "Удаление");
  mer_store_remove_typed_value (self->base.document, self->cycle, self->school, "S",
                                "отчёт, с. 12", &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
  assert_value (self, "");
  fixture_undo (&self->base);
  assert_value (self, "92.70");
  assert_sound (self);
}

static void
test_typed_names (BatchFixture *self,
                  gconstpointer data)
{
  g_autoptr (MerBatch) counts = mer_batch_new (MER_BATCH_COUNTS);
  g_autoptr (MerBatch) values = mer_batch_new (MER_BATCH_VALUES);
  g_autofree char *counts_name = NULL;
  g_autofree char *values_name = NULL;

  counts->source = g_strdup ("опрос");
  values->source = g_strdup ("отчёт");
  counts_name = mer_batch_display_name (counts, MER_LANGUAGE_EN);
  values_name = mer_batch_display_name (values, MER_LANGUAGE_EN);
  g_assert_cmpstr (counts_name, ==, "Ready counts: опрос");
  g_assert_cmpstr (values_name, ==, "The operator's values: отчёт");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                      \
  g_test_add ("/store/evidence-typed/" name, BatchFixture, NULL, batch_fixture_set_up, function, \
              batch_fixture_tear_down)
  ADD ("typed-counts", test_typed_counts);
  ADD ("bad-typed-counts", test_bad_typed_counts);
  ADD ("typed-tally", test_typed_tally);
  ADD ("typed-values", test_typed_values);
  ADD ("typed-names", test_typed_names);
#undef ADD
  return g_test_run ();
}
