/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Points of experts in the document: what counts, what is refused, and that all of it can be
 * undone, removed with its batch, compacted and checked. */

#include "config.h"

#include <sqlite3.h>

#include "batch-fixture.h"
#include "store/mer-evidence-typed.h"
#include "store/mer-point-store.h"

/* The cycle follows the rules of 2014, whose 1.1 and 1.2 an expert gives points. */
static void
set_up (BatchFixture *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycle) cycle = NULL;

  batch_fixture_set_up (self, data);
  mer_methodology_unref (self->methodology);
  self->methodology = mer_methodology_shipped ("nok-2014-education", &error);
  g_assert_no_error (error);
  fixture_begin (&self->base, "Правила");
  cycle = mer_store_cycle (self->base.document, self->cycle, &error);
  g_assert_no_error (error);
  cycle->methodology_id =
    mer_store_add_methodology (self->base.document, self->methodology, NULL, &error);
  g_assert_no_error (error);
  mer_store_save_cycle (self->base.document, cycle, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
}

static gboolean
try_point (BatchFixture *self,
           gint64        organization,
           const char   *code,
           const char   *text,
           const char   *source)
{
  MerTypedValue value = { organization, code, text, source };
  g_autoptr (GError) error = NULL;

  fixture_begin (&self->base, "Ввод");
  if (mer_store_set_typed_point (self->base.document, self->cycle, &value, &error))
    {
      fixture_commit (&self->base);
      return TRUE;
    }
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  mer_document_rollback (self->base.document);
  return FALSE;
}

static void
remove_point (BatchFixture  *self,
              gint64         organization,
              const char    *code,
              const char    *source,
              MerStoreError *refused)
{
  g_autoptr (GError) error = NULL;

  fixture_begin (&self->base, "Удаление");
  if (mer_store_remove_typed_point (self->base.document, self->cycle, organization, code, source,
                                    &error))
    {
      g_assert_null (refused);
      fixture_commit (&self->base);
      return;
    }
  g_assert_nonnull (refused);
  g_assert_error (error, MER_STORE_ERROR, (int) *refused);
  mer_document_rollback (self->base.document);
}

/* What counts of an indicator, exactly; "" nothing. */
static char *
point_of (BatchFixture *self,
          gint64        organization,
          const char   *code)
{
  g_autoptr (GPtrArray) evidence = batch_fixture_evidence (self);

  for (guint i = 0; i < evidence->len; i++)
    {
      const MerEvidence *one = evidence->pdata[i];

      for (guint j = 0; j < one->points->len; j++)
        {
          const MerExpertPoint *point = one->points->pdata[j];

          if (one->organization_id == organization && strcmp (point->code, code) == 0)
            return mer_rational_to_string (&point->value);
        }
    }
  return g_strdup ("");
}

static void
assert_point (BatchFixture *self,
              const char   *code,
              const char   *expected)
{
  g_autofree char *found = point_of (self, self->school, code);

  g_assert_cmpstr (found, ==, expected);
}

static void
assert_sound (BatchFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = mer_document_verify (self->base.document, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

static gint64
import_points (BatchFixture *self,
               const char   *value)
{
  g_autoptr (MerBatch) batch = batch_fixture_new_batch (self, MER_BATCH_POINTS);
  g_autofree char *text = g_strdup (value);
  g_autofree char *code = g_strdup ("1.1");
  MerReadyValue    row = { .code = code, .value = text, .row = 5 };
  g_autoptr (GError) error = NULL;

  fixture_begin (&self->base, "Загрузка");
  mer_store_save_batch (self->base.document, batch, &error);
  g_assert_no_error (error);
  row.batch_id = batch->id;
  row.source_id =
    mer_store_source_name_id (self->base.document, "школа 3", self->school, &error);
  g_assert_no_error (error);
  mer_store_add_expert_point (self->base.document, &row, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
  return batch->id;
}

static void
test_typed (BatchFixture *self,
            gconstpointer data)
{
  MerStoreError not_found = MER_STORE_ERROR_NOT_FOUND;

  assert_point (self, "1.1", "");
  g_assert_true (try_point (self, self->school, "1.1", "8.125", "комиссия"));
  g_assert_true (try_point (self, self->school, "1.2", "0", "комиссия"));
  assert_point (self, "1.1", "8.125");
  assert_point (self, "1.2", "0");
  g_assert_true (try_point (self, self->school, "1.1", "10", "комиссия"));
  assert_point (self, "1.1", "10");
  fixture_undo (&self->base);
  assert_point (self, "1.1", "8.125");
  fixture_redo (&self->base);
  assert_point (self, "1.1", "10");
  remove_point (self, self->school, "1.1", "комиссия", NULL);
  assert_point (self, "1.1", "");
  fixture_undo (&self->base);
  assert_point (self, "1.1", "10");
  fixture_redo (&self->base);
  remove_point (self, self->school, "1.1", NULL, &not_found);
  remove_point (self, self->school, "1.2", NULL, NULL);
  assert_sound (self);
}

static void
test_refused (BatchFixture *self,
              gconstpointer data)
{
  static const char *const values[] = { "10.01", "-1", "десять", "8,5", "1/2", "" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_assert_false (try_point (self, self->school, "1.1", values[i], "комиссия"));
  g_assert_false (try_point (self, self->school, "1.3", "5", "комиссия")); /* a mean score */
  g_assert_false (try_point (self, self->school, "9.9", "5", "комиссия"));
  g_assert_false (try_point (self, self->school, "1.1", "5", " "));
  assert_point (self, "1.1", "");
}

/* The newest file wins, what is typed in wins over files, and each gives way when it goes. */
static void
test_order (BatchFixture *self,
            gconstpointer data)
{
  gint64 first = import_points (self, "3");
  gint64 second = 0;
  g_autoptr (GError) error = NULL;

  assert_point (self, "1.1", "3");
  g_assert_true (try_point (self, self->school, "1.1", "7", "комиссия"));
  second = import_points (self, "4.5");
  assert_point (self, "1.1", "7");
  remove_point (self, self->school, "1.1", NULL, NULL);
  assert_point (self, "1.1", "4.5");
  fixture_begin (&self->base, "Удаление загрузки");
  mer_store_remove_batch (self->base.document, second, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
  assert_point (self, "1.1", "3");
  fixture_undo (&self->base);
  assert_point (self, "1.1", "4.5");
  fixture_redo (&self->base);
  mer_document_compact (self->base.document, &error);
  g_assert_no_error (error);
  assert_point (self, "1.1", "3");
  g_assert_cmpint (first, <, second);
  assert_sound (self);
}

/* What is approved stays as it is. */
static void
test_approved (BatchFixture *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycle) cycle = mer_store_cycle (self->base.document, self->cycle, &error);
  MerStoreError invalid = MER_STORE_ERROR_INVALID;

  g_assert_true (try_point (self, self->school, "1.1", "7", "комиссия"));
  fixture_begin (&self->base, "Утверждение");
  cycle->approved = TRUE;
  mer_store_save_cycle (self->base.document, cycle, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
  g_assert_false (try_point (self, self->school, "1.1", "8", "комиссия"));
  remove_point (self, self->school, "1.1", NULL, &invalid);
  assert_point (self, "1.1", "7");
}

/* A document that somebody spoiled: scores are refused, and the check says where. */
static void
test_damaged (BatchFixture *self,
              gconstpointer data)
{
  static const char *const values[] = { "-1", "семь", "1000001", "1/3", "99999999999999999999" };
  gint64                   batch = import_points (self, "3");

  g_assert_cmpint (batch, >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE expert_point SET value = '%s'", values[i]);
      g_autoptr (GPtrArray) evidence = NULL;
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) no_error = NULL;
      sqlite3 *db = NULL;

      g_assert_finalize_object (g_steal_pointer (&self->base.document));
      g_assert_cmpint (sqlite3_open (self->base.path, &db), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
      sqlite3_close (db);
      self->base.document = mer_document_open (self->base.path, MER_OPEN_READ_WRITE, &no_error);
      g_assert_no_error (no_error);
      evidence = mer_store_evidence (self->base.document, self->cycle, self->methodology, &error);
      g_assert_null (evidence);
      g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_DAMAGED);
      problems = mer_document_verify (self->base.document, &no_error);
      g_assert_no_error (no_error);
      g_assert_cmpuint (problems->len, >, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) \
  g_test_add ("/store/points/" name, BatchFixture, NULL, set_up, function, batch_fixture_tear_down)
  ADD ("typed", test_typed);
  ADD ("refused", test_refused);
  ADD ("order", test_order);
  ADD ("approved", test_approved);
  ADD ("damaged", test_damaged);
#undef ADD
  return g_test_run ();
}
