/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Objections with their scores: the mark that is changed, and the score before and after it. */

#include "../store/batch-fixture.h"

#include "app/mer-objections.h"
#include "report/mer-objection-words.h"

static const MerCycleItem *
remote_item (const MerMarkTable *table,
             guint               number)
{
  for (guint i = 0; i < table->items->len; i++)
    {
      const MerCycleItem *item = g_ptr_array_index (table->items, i);

      if (g_str_equal (item->place, "remote") && number-- == 0)
        return item;
    }
  g_assert_not_reached ();
}

/* One of two remote ways that are required is there: 1.2 is 30. */
static gint64
type_marks (BatchFixture *self)
{
  g_autoptr (GError) error = NULL;
  MerDocument *doc = self->base.document;
  g_autoptr (MerMarkTable) table = mer_store_mark_table (doc, self->cycle, &error);
  MerMarkChange changes[] = {
    { self->school, remote_item (table, 0), MER_MARK_PRESENT },
    { self->school, remote_item (table, 1), MER_MARK_ABSENT },
  };
  gint64 id;

  fixture_begin (&self->base, "Отметки");
  g_assert_true (mer_store_set_marks (doc, self->cycle, changes, 2, NULL, &error));
  id = mer_store_mark_item_id (doc, self->cycle, remote_item (table, 1), &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
  return id;
}

static MerObjection *
enter (BatchFixture *self,
       const char   *subject,
       gint64        item)
{
  g_autoptr (GError) error = NULL;
  MerObjection *objection = mer_objection_new (subject, "Чат работает");

  objection->cycle_id = self->cycle;
  objection->organization_id = self->school;
  objection->item_id = item;
  fixture_begin (&self->base, "Возражение");
  g_assert_true (mer_objection_enter (self->base.document, objection, &error));
  g_assert_no_error (error);
  fixture_commit (&self->base);
  return objection;
}

#define KEEP_MARK (-9)

static gboolean
decide (BatchFixture     *self,
        gint64            id,
        MerObjectionState state,
        int               mark,
        GError          **error)
{
  MerObjectionDecision decision = { .objection_id = id,
                                    .state = state,
                                    .decision = "Решено комиссией",
                                    .day = "2024-11-20",
                                    .set_mark = mark != KEEP_MARK,
                                    .mark = mark };
  gboolean             done;

  fixture_begin (&self->base, "Решение");
  done = mer_objection_decide (self->base.document, &decision, error);
  if (done)
    fixture_commit (&self->base);
  else
    mer_document_rollback (self->base.document);
  return done;
}

static void
assert_objection (BatchFixture     *self,
                  gint64            id,
                  MerObjectionState state,
                  const char       *after)
{
  g_autoptr (MerObjection) read = mer_store_objection (self->base.document, id, NULL);

  g_assert_cmpint (read->state, ==, state);
  g_assert_cmpstr (read->after, ==, after);
}

static char *
score_now (BatchFixture *self)
{
  g_autoptr (MerResults) results =
    mer_results_load (self->base.document, self->cycle, MER_RESULTS_AS_RULED, NULL);
  const MerScoreRow *row = mer_score_table_find (results->scores, self->school);

  return mer_rational_to_string (&row->indicators[1].value);
}

static void
test_accepted (BatchFixture *self,
               gconstpointer data)
{
  gint64 item = type_marks (self);
  g_autoptr (MerObjection) objection = enter (self, "1.2", item);
  g_autoptr (GError) error = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *again = NULL;

  g_assert_cmpstr (objection->before, ==, "30");
  g_assert_true (decide (self, objection->id, MER_OBJECTION_ACCEPTED, MER_MARK_PRESENT, &error));
  g_assert_no_error (error);
  assert_objection (self, objection->id, MER_OBJECTION_ACCEPTED, "60");
  changed = score_now (self);
  g_assert_cmpstr (changed, ==, "60");
  fixture_undo (&self->base);
  assert_objection (self, objection->id, MER_OBJECTION_OPEN, NULL);
  undone = score_now (self);
  g_assert_cmpstr (undone, ==, "30");
  fixture_redo (&self->base);
  assert_objection (self, objection->id, MER_OBJECTION_ACCEPTED, "60");
  again = score_now (self);
  g_assert_cmpstr (again, ==, "60");
}

static void
test_rejected (BatchFixture *self,
               gconstpointer data)
{
  gint64 item = type_marks (self);
  g_autoptr (MerObjection) objection = enter (self, "1.2", item);
  g_autoptr (GError) error = NULL;

  g_assert_false (decide (self, objection->id, MER_OBJECTION_REJECTED, MER_MARK_PRESENT, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  assert_objection (self, objection->id, MER_OBJECTION_OPEN, NULL);
  g_assert_true (decide (self, objection->id, MER_OBJECTION_REJECTED, KEEP_MARK, &error));
  g_assert_no_error (error);
  assert_objection (self, objection->id, MER_OBJECTION_REJECTED, "30");
}

/* S has no score without questionnaires: that is kept as such, and shown as a dash. */
static void
test_undefined (BatchFixture *self,
                gconstpointer data)
{
  g_autoptr (MerObjection) objection = NULL;
  g_autofree char *shown = NULL;

  type_marks (self);
  objection = enter (self, "S", 0);
  g_assert_null (objection->before);
  shown = mer_objection_score_text (objection->before, NULL, MER_LANGUAGE_RU);
  g_assert_cmpstr (shown, ==, "—");
}

static void
test_unknown (BatchFixture *self,
              gconstpointer data)
{
  g_autoptr (MerObjection) objection = mer_objection_new ("9.9", "Нет такого");
  g_autoptr (GError) error = NULL;

  type_marks (self);
  objection->cycle_id = self->cycle;
  objection->organization_id = self->school;
  fixture_begin (&self->base, "Возражение");
  g_assert_false (mer_objection_enter (self->base.document, objection, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_free (objection->subject);
  objection->subject = g_strdup ("1.2");
  objection->organization_id = self->garden;
  g_assert_false (mer_objection_enter (self->base.document, objection, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  mer_document_rollback (self->base.document);
}

/* A mark is changed only where the objection is about one. */
static void
test_no_mark (BatchFixture *self,
              gconstpointer data)
{
  g_autoptr (MerObjection) objection = NULL;
  g_autoptr (GError) error = NULL;

  type_marks (self);
  objection = enter (self, "1.2", 0);
  g_assert_false (decide (self, objection->id, MER_OBJECTION_ACCEPTED, MER_MARK_PRESENT, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test)                                                            \
  g_test_add ("/objections/" name, BatchFixture, NULL, batch_fixture_set_up, test, \
              batch_fixture_tear_down)
  ADD ("accepted", test_accepted);
  ADD ("rejected", test_rejected);
  ADD ("undefined", test_undefined);
  ADD ("unknown", test_unknown);
  ADD ("no-mark", test_no_mark);
  return g_test_run ();
}
