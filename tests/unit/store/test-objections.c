/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Objections as they are stored: each change done, taken back and done again; what is refused. */

#include "batch-fixture.h"

#include "store/mer-objection-store.h"
#include "store/mer-registry-merge.h"

static MerObjection *
new_objection (BatchFixture *self)
{
  MerObjection *objection = mer_objection_new ("3.1", "Пандус установлен 1 сентября");

  objection->cycle_id = self->cycle;
  objection->organization_id = self->garden;
  objection->received = g_strdup ("2024-11-05");
  objection->before = g_strdup ("60");
  return objection;
}

static MerObjection *
add (BatchFixture *self)
{
  g_autoptr (GError) error = NULL;
  MerObjection *objection = new_objection (self);

  fixture_begin (&self->base, "Возражение");
  g_assert_true (mer_store_save_objection (self->base.document, objection, &error));
  g_assert_no_error (error);
  fixture_commit (&self->base);
  return objection;
}

static guint
count (BatchFixture *self,
       gint64        organization)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list =
    mer_store_objections (self->base.document, self->cycle, organization, &error);

  g_assert_no_error (error);
  return list->len;
}

static void
assert_state (BatchFixture     *self,
              gint64            id,
              MerObjectionState state,
              const char       *after)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerObjection) read = mer_store_objection (self->base.document, id, &error);

  g_assert_no_error (error);
  g_assert_cmpint (read->state, ==, state);
  g_assert_cmpstr (read->after, ==, after);
  g_assert_cmpstr (read->before, ==, "60");
  g_assert_cmpstr (read->subject, ==, "3.1");
  g_assert_cmpstr (read->ground, ==, "Пандус установлен 1 сентября");
  g_assert_cmpstr (read->received, ==, "2024-11-05");
}

static void
test_triples (BatchFixture *self,
              gconstpointer data)
{
  g_autoptr (MerObjection) objection = add (self);
  g_autoptr (MerObjection) decided = mer_objection_copy (objection);
  g_autoptr (GError) error = NULL;
  MerDocument *doc = self->base.document;

  g_assert_cmpuint (count (self, 0), ==, 1);
  g_assert_cmpuint (count (self, self->garden), ==, 1);
  g_assert_cmpuint (count (self, self->school), ==, 0);
  assert_state (self, objection->id, MER_OBJECTION_OPEN, NULL);

  decided->state = MER_OBJECTION_PARTLY;
  decided->after = g_strdup ("80");
  decided->decided = g_strdup ("2024-11-20");
  fixture_begin (&self->base, "Решение");
  g_assert_true (mer_store_save_objection (doc, decided, &error));
  fixture_commit (&self->base);
  assert_state (self, objection->id, MER_OBJECTION_PARTLY, "80");
  fixture_undo (&self->base);
  assert_state (self, objection->id, MER_OBJECTION_OPEN, NULL);
  fixture_redo (&self->base);
  assert_state (self, objection->id, MER_OBJECTION_PARTLY, "80");

  fixture_begin (&self->base, "Удаление");
  g_assert_true (mer_store_delete_objection (doc, objection->id, &error));
  g_assert_false (mer_store_delete_objection (doc, objection->id, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND);
  fixture_commit (&self->base);
  g_assert_cmpuint (count (self, 0), ==, 0);
  fixture_undo (&self->base);
  assert_state (self, objection->id, MER_OBJECTION_PARTLY, "80");
  fixture_undo (&self->base);
  fixture_undo (&self->base);
  g_assert_cmpuint (count (self, 0), ==, 0);
  fixture_redo (&self->base);
  g_assert_cmpuint (count (self, 0), ==, 1);
}

static void
assert_refused (BatchFixture *self,
                MerObjection *objection)
{
  g_autoptr (GError) error = NULL;

  fixture_begin (&self->base, "Возражение");
  g_assert_false (mer_store_save_objection (self->base.document, objection, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  mer_document_rollback (self->base.document);
}

static void
test_refused (BatchFixture *self,
              gconstpointer data)
{
  g_autoptr (MerObjection) blank = new_objection (self);
  g_autoptr (MerObjection) no_day = new_objection (self);
  g_autoptr (GError) error = NULL;

  g_free (blank->ground);
  blank->ground = g_strdup (" \t");
  assert_refused (self, blank);
  g_free (no_day->received);
  no_day->received = g_strdup ("31.02.2024");
  assert_refused (self, no_day);
  g_assert_false (mer_store_save_objection (self->base.document, blank, &error));
  g_assert_nonnull (error); /* no action under way */
}

/* What is approved stays as it is. */
static void
test_approved (BatchFixture *self,
               gconstpointer data)
{
  g_autoptr (MerObjection) objection = add (self);
  g_autoptr (MerObjection) late = new_objection (self);
  g_autoptr (MerCycle) cycle = mer_store_cycle (self->base.document, self->cycle, NULL);
  g_autoptr (MerCycle) approved = mer_cycle_new (cycle->title, cycle->year);
  g_autoptr (GError) error = NULL;

  approved->id = cycle->id;
  approved->methodology_id = cycle->methodology_id;
  approved->approved = TRUE;
  fixture_begin (&self->base, "Утверждение");
  g_assert_true (mer_store_save_cycle (self->base.document, approved, &error));
  fixture_commit (&self->base);
  assert_refused (self, late);
  assert_refused (self, objection);
  fixture_begin (&self->base, "Удаление");
  g_assert_false (mer_store_delete_objection (self->base.document, objection->id, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  mer_document_rollback (self->base.document);
}

/* Objections follow an organization that is merged, and keep one from being deleted. */
static void
test_organizations (BatchFixture *self,
                    gconstpointer data)
{
  g_autoptr (MerObjection) objection = add (self);
  g_autoptr (GError) error = NULL;
  MerDocument *doc = self->base.document;

  fixture_begin (&self->base, "Удаление");
  g_assert_false (mer_store_delete_organization (doc, self->garden, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  mer_document_rollback (doc);
  fixture_begin (&self->base, "Объединение");
  g_assert_true (mer_store_merge (doc, self->school, self->garden, FALSE, &error));
  g_assert_no_error (error);
  fixture_commit (&self->base);
  g_assert_cmpuint (count (self, self->school), ==, 1);
  fixture_undo (&self->base);
  g_assert_cmpuint (count (self, self->garden), ==, 1);
  fixture_assert_sound (&self->base);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test)                                                            \
  g_test_add ("/objections/" name, BatchFixture, NULL, batch_fixture_set_up, test, \
              batch_fixture_tear_down)
  ADD ("triples", test_triples);
  ADD ("refused", test_refused);
  ADD ("approved", test_approved);
  ADD ("organizations", test_organizations);
  return g_test_run ();
}
