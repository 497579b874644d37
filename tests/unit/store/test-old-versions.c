/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents as earlier versions of the program wrote them, one a version of the schema
 * (tests/data/documents): each opens, keeps what it holds, and can still take back what was
 * done before it was raised. */
#include <string.h>

#include "store-fixture.h"

#include "cycle/mer-council.h"
#include "cycle/mer-improvement.h"
#include "store/mer-draft-store.h"
#include "store/mer-objection-store.h"
#include "store/mer-record-store.h"
#include "store/mer-stack-store.h"

static void
bring_document (Fixture    *self,
                const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("MER_TEST_DATA"), "documents", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_finalize_object (g_steal_pointer (&self->document));
  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (self->path, text, (gssize) length, &error);
  g_assert_no_error (error);
  self->document = mer_document_open (self->path, MER_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
}

/* Questionnaires of all organizations of the latest cycle. */
static guint
count_questionnaires (MerDocument *doc)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, 0, &error);
  g_autoptr (MerMethodology) methodology = mer_store_methodology (doc, cycle->methodology_id,
                                                                  &error);
  g_autoptr (GPtrArray) evidence = mer_store_evidence (doc, cycle->id, methodology, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < evidence->len; i++)
    n += ((const MerEvidence *) evidence->pdata[i])->tally->n;
  return n;
}

static void
assert_sound (MerDocument *doc)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = mer_document_verify (doc, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_first (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) organizations = NULL;
  g_autofree char *backup = g_strconcat (self->path, ".v1.bak", NULL);

  bring_document (self, "v1.merilo");
  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
  organizations = mer_store_organizations (self->document, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (organizations->len, ==, 38);
  g_assert_cmpuint (count_questionnaires (self->document), ==, 39);
  assert_sound (self->document);
  g_assert_true (mer_document_undo (self->document, &error)); /* the questionnaires */
  g_assert_no_error (error);
  g_assert_cmpuint (count_questionnaires (self->document), ==, 0);
  g_assert_true (mer_document_redo (self->document, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_questionnaires (self->document), ==, 39);
  for (guint i = 0; i < 3; i++)
    g_assert_true (mer_document_undo (self->document, &error));
  g_assert_null (mer_document_get_undo_label (self->document));
  assert_sound (self->document);
}

static guint
count_stack_rows (MerDocument *doc)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, 0, &error);
  g_autoptr (MerMethodology) methodology =
    mer_store_methodology (doc, cycle->methodology_id, &error);
  g_autoptr (GPtrArray) stacks = mer_store_stacks (doc, cycle->id, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < stacks->len; i++)
    {
      const MerStack *stack = stacks->pdata[i];
      g_autoptr (GPtrArray) rows = mer_store_stack_rows (doc, stack->id, methodology, &error);

      g_assert_no_error (error);
      n += rows->len;
    }
  return n;
}

/* What whose questions the batches of questionnaires of the latest cycle say that they have. */
static void
assert_version (MerDocument *doc,
                gint64       version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) batches = mer_store_batches (doc, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (batches->len, ==, 10);
  for (guint i = 0; i < batches->len; i++)
    {
      const MerBatch *batch = batches->pdata[i];

      if (batch->kind != MER_BATCH_SURVEY || batch->cycle_id == 1)
        g_assert_cmpint (batch->methodology_id, ==, 0);
      else
        g_assert_cmpint (batch->methodology_id, ==, version);
    }
}

static void
change_rules (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) old = mer_store_methodology (self->document, 2, &error);
  g_autoptr (MerMethodology) changed =
    mer_methodology_with_policy (old, "rounding.decimals", "1", &error);
  g_autoptr (MerCycle) cycle = mer_store_cycle (self->document, 0, &error);

  g_assert_no_error (error);
  fixture_begin (self, "Правила");
  cycle->methodology_id = mer_store_add_methodology (self->document, changed, NULL, &error);
  g_assert_true (mer_store_save_cycle (self->document, cycle, &error));
  fixture_commit (self);
}

static void
test_second (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) organizations = NULL;
  g_autofree char *backup = g_strconcat (self->path, ".v2.bak", NULL);
  guint            n = 0;

  bring_document (self, "v2.merilo");
  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
  organizations = mer_store_organizations (self->document, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (organizations->len, ==, 40);
  n = count_questionnaires (self->document);
  g_assert_cmpuint (n, ==, 8268 + 12);
  g_assert_cmpuint (count_stack_rows (self->document), ==, 19);
  assert_version (self->document, 0); /* that of the cycle */
  change_rules (self);
  assert_version (self->document, 2); /* no more */
  g_assert_cmpuint (count_questionnaires (self->document), ==, n);
  fixture_undo (self);
  g_assert_false (mer_store_has_draft (self->document, 1));
  assert_sound (self->document);
  for (guint i = 0; i < 2; i++)
    g_assert_true (mer_document_undo (self->document, &error)); /* the removal, the rules */
  g_assert_null (mer_document_get_undo_label (self->document));
  assert_version (self->document, 0);
  g_assert_cmpuint (count_questionnaires (self->document), ==, n);
  assert_sound (self->document);
  for (guint i = 0; i < 2; i++)
    g_assert_true (mer_document_redo (self->document, &error));
  g_assert_cmpuint (count_questionnaires (self->document), ==, n);
  assert_sound (self->document);
}

/* A document with an objection and rules of its own, from before cycles had records. */
static void
test_third (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GPtrArray) objections = NULL;
  g_autofree char *backup = g_strconcat (self->path, ".v3.bak", NULL);

  bring_document (self, "v3.merilo");
  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
  for (guint i = 0; i < 4; i++)
    {
      assert_sound (self->document);
      g_assert_true (mer_document_undo (self->document, &error));
      g_assert_no_error (error);
    }
  g_assert_null (mer_document_get_undo_label (self->document));
  for (guint i = 0; i < 4; i++)
    g_assert_true (mer_document_redo (self->document, &error));
  assert_sound (self->document);
  objections = mer_store_objections (self->document, 1, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (objections->len, ==, 1);
  members = mer_store_records (self->document, &mer_record_member, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (members->len, ==, 0);
}

/* A document with a work plan, a council and plans of improvement, from before documents were
 * issued and lists were compared with what was approved. */
static void
test_fourth (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *backup = g_strconcat (self->path, ".v4.bak", NULL);
  guint            n = 0;

  bring_document (self, "v4.merilo");
  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
  items = mer_store_records (self->document, &mer_record_plan_item, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, 157);
  for (; mer_document_get_undo_label (self->document) != NULL; n++)
    {
      assert_sound (self->document);
      g_assert_true (mer_document_undo (self->document, &error));
      g_assert_no_error (error);
    }
  g_assert_cmpuint (n, ==, 11);
  for (; n > 0; n--)
    g_assert_true (mer_document_redo (self->document, &error));
  assert_sound (self->document);
  g_clear_pointer (&items, g_ptr_array_unref);
  items = mer_store_records (self->document, &mer_record_plan_item, 0, &error);
  g_assert_cmpuint (items->len, ==, 157);
}

/* Who only reads gets what the document holds, and neither it nor its folder changes. */
static void
test_read_only (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *original = g_build_filename (g_getenv ("MER_TEST_DATA"), "documents",
                                                "v1.merilo", NULL);
  g_autofree char *backup = g_strconcat (self->path, ".v1.bak", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize            before_length, after_length;

  g_assert_finalize_object (g_steal_pointer (&self->document));
  g_file_get_contents (original, &before, &before_length, &error);
  g_assert_no_error (error);
  g_file_set_contents (self->path, before, (gssize) before_length, &error);
  g_assert_no_error (error);
  self->document = mer_document_open (self->path, MER_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (mer_document_is_read_only (self->document));
  g_assert_cmpuint (count_questionnaires (self->document), ==, 39);
  assert_sound (self->document);
  g_assert_false (mer_document_begin (self->document, "x", &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_READ_ONLY);
  g_assert_finalize_object (g_steal_pointer (&self->document));
  g_assert_true (g_file_get_contents (self->path, &after, &after_length, NULL));
  g_assert_cmpuint (after_length, ==, before_length);
  g_assert_true (memcmp (before, after, after_length) == 0);
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/old-versions/first", Fixture, NULL, fixture_set_up, test_first,
              fixture_tear_down);
  g_test_add ("/store/old-versions/second", Fixture, NULL, fixture_set_up, test_second,
              fixture_tear_down);
  g_test_add ("/store/old-versions/third", Fixture, NULL, fixture_set_up, test_third,
              fixture_tear_down);
  g_test_add ("/store/old-versions/fourth", Fixture, NULL, fixture_set_up, test_fourth,
              fixture_tear_down);
  g_test_add ("/store/old-versions/read-only", Fixture, NULL, fixture_set_up, test_read_only,
              fixture_tear_down);
  return g_test_run ();
}
