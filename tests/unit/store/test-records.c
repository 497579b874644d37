/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records of every kind: each field is written and read, each change taken back and done again. */

#include "batch-fixture.h"

#include "cycle/mer-council.h"
#include "cycle/mer-cycle-settings.h"
#include "cycle/mer-improvement.h"
#include "cycle/mer-operator.h"
#include "cycle/mer-record-kinds.h"
#include "cycle/mer-work-plan.h"
#include "store/mer-approval-store.h"
#include "store/mer-batch-store.h"
#include "store/mer-finding-store.h"
#include "store/mer-objection-store.h"
#include "store/mer-record-store.h"
#include "store/mer-store-error.h"

static gint64 add_filled (BatchFixture        *self,
                          const MerRecordKind *kind);

static gint64
number_for (BatchFixture   *self,
            const MerField *field)
{
  switch ((int) field->type)
    {
    case MER_FIELD_CHOICE:
      /* nothing can be put into a plan that is approved, which is the last of its states */
      return g_str_equal (field->key, "state") && field->n_choices == MER_PLAN_APPROVED + 1
               ? MER_PLAN_AGREED
               : field->n_choices - 1;
    case MER_FIELD_FLAG:
      return TRUE;
    case MER_FIELD_ORGANIZATION:
      return self->garden;
    case MER_FIELD_REFERENCE:
      return add_filled (self, mer_record_kind_find (field->target));
    default:
      return g_str_equal (field->key, "year") ? 2021 : 7;
    }
}

static gpointer
new_filled (BatchFixture        *self,
            const MerRecordKind *kind)
{
  gpointer record = mer_record_new (kind, self->cycle);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const MerField *field = &kind->fields[i];

      if (field->type == MER_FIELD_DAY)
        mer_record_take_text (record, field, g_strdup ("2024-10-14"));
      else if (field->type == MER_FIELD_DECIMAL)
        mer_record_take_text (record, field, g_strdup ("87.62"));
      else if (field->type <= MER_FIELD_CODE)
        mer_record_take_text (record, field, g_strdup_printf ("«%s»\nи ещё", field->key));
      else if (field->type != MER_FIELD_REFERENCE || g_strcmp0 (field->target, kind->id) != 0)
        mer_record_set_number (record, field, number_for (self, field));
    }
  return record;
}

static gint64
add_filled (BatchFixture        *self,
            const MerRecordKind *kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerRecord) record = new_filled (self, kind);

  g_assert_true (mer_store_save_record (self->base.document, record, &error));
  g_assert_no_error (error);
  return record->id;
}

static void
assert_count (BatchFixture        *self,
              const MerRecordKind *kind,
              guint                expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list =
    mer_store_records (self->base.document, kind, self->cycle, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, expected);
}

static void
undo (BatchFixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mer_document_undo (self->base.document, &error));
  g_assert_no_error (error);
}

static void
redo (BatchFixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mer_document_redo (self->base.document, &error));
  g_assert_no_error (error);
}

static void
assert_kind (BatchFixture        *self,
             const MerRecordKind *kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerRecord) record = NULL;
  g_autoptr (MerRecord) read = NULL;
  MerDocument *doc = self->base.document;

  fixture_begin (&self->base, "Запись");
  record = new_filled (self, kind);
  g_assert_true (mer_store_save_record (doc, record, &error));
  g_assert_no_error (error);
  fixture_commit (&self->base);
  read = mer_store_record (doc, kind, record->id, &error);
  g_assert_no_error (error);
  g_assert_true (mer_record_equal (record, read));
  undo (self);
  assert_count (self, kind, 0);
  redo (self);
  g_clear_pointer (&read, mer_record_free);
  read = mer_store_record (doc, kind, record->id, &error);
  g_assert_no_error (error);
  g_assert_true (mer_record_equal (record, read));
  undo (self);
}

static void
test_every_kind (BatchFixture *self,
                 gconstpointer data)
{
  const MerRecordKind *const *kinds = mer_record_kinds ();

  for (guint i = 0; kinds[i] != NULL; i++)
    assert_kind (self, kinds[i]);
}

/* What is part of something goes with it; what only names it stays; a member who voted stays. */
static void
test_delete (BatchFixture *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MerDocument *doc = self->base.document;
  gint64       vote = 0, meeting = 0;
  g_autoptr (MerVote) read = NULL;

  fixture_begin (&self->base, "Голосование");
  vote = add_filled (self, &mer_record_vote);
  read = mer_store_record (doc, &mer_record_vote, vote, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);

  fixture_begin (&self->base, "Удаление члена совета");
  g_assert_false (mer_store_delete_record (doc, &mer_record_member, read->member, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  mer_document_rollback (doc);

  {
    g_autoptr (MerAgendaItem) item =
      mer_store_record (doc, &mer_record_agenda_item, read->agenda_item, &error);

    g_assert_no_error (error);
    meeting = item->meeting;
  }
  fixture_begin (&self->base, "Удаление заседания");
  g_assert_true (mer_store_delete_record (doc, &mer_record_meeting, meeting, &error));
  g_assert_no_error (error);
  fixture_commit (&self->base);
  assert_count (self, &mer_record_vote, 0);
  assert_count (self, &mer_record_agenda_item, 0);
  undo (self);
  assert_count (self, &mer_record_vote, 1);
  assert_count (self, &mer_record_agenda_item, 1);
}

static void
test_order (BatchFixture *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;
  MerDocument *doc = self->base.document;
  gint64       ids[3];

  fixture_begin (&self->base, "План");
  for (guint i = 0; i < 3; i++)
    ids[i] = add_filled (self, &mer_record_work_item);
  fixture_commit (&self->base);
  fixture_begin (&self->base, "Порядок");
  g_assert_true (mer_store_move_record (doc, &mer_record_work_item, ids[2], 1, &error));
  g_assert_true (mer_store_move_record (doc, &mer_record_work_item, ids[0], 0, &error));
  fixture_commit (&self->base);
  list = mer_store_records (doc, &mer_record_work_item, self->cycle, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (((MerRecord *) list->pdata[i])->id, ==, ids[2 - i]);
}

static void
test_refused (BatchFixture *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MerDocument *doc = self->base.document;
  g_autoptr (MerWorkItem) item = mer_record_new (&mer_record_work_item, self->cycle);

  g_assert_false (mer_store_save_record (doc, item, &error)); /* no action */
  g_clear_error (&error);
  fixture_begin (&self->base, "Пункт");
  g_assert_false (mer_store_save_record (doc, item, &error)); /* no text */
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  item->what = g_strdup ("Письма");
  item->done_on = g_strdup ("вчера");
  g_assert_false (mer_store_save_record (doc, item, &error));
  g_clear_error (&error);
  g_free (item->done_on);
  item->done_on = g_strdup ("2024-02-29");
  g_assert_true (mer_store_save_record (doc, item, &error));
  g_assert_no_error (error);
  g_assert_false (mer_store_set_cycle_setting (doc, self->cycle, "share.least", "120", &error));
  g_clear_error (&error);
  g_assert_false (mer_store_set_cycle_setting (doc, self->cycle, "no.such", "1", &error));
  g_clear_error (&error);
  g_assert_true (mer_store_set_cycle_setting (doc, self->cycle, MER_SETTING_CLOSED, "01.02.2025",
                                              &error));
  g_assert_no_error (error);
  g_assert_false (mer_store_save_record (doc, item, &error)); /* closed */
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  fixture_commit (&self->base);
}

static void
assert_closed (gboolean done,
               GError **error)
{
  g_assert_false (done);
  g_assert_error (*error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (error);
}

/* A closed cycle is only read, whatever it is that somebody would change. */
static void
test_closed (BatchFixture *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MerDocument *doc = self->base.document;
  g_autoptr (MerPlan) plan = mer_record_new (&mer_record_plan, self->cycle);
  g_autoptr (MerFinding) finding = mer_finding_new (MER_FINDING_FINDING, "Нет пандуса");
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, self->cycle, &error);
  MerApproval approval = { .cycle_id = self->cycle, .methodology_id = 1 };
  char        scores[] = "organization\n";

  approval.methodology_id = cycle->methodology_id;
  approval.scores = scores;
  fixture_begin (&self->base, "Закрытие");
  finding->cycle_id = self->cycle;
  finding->organization_id = self->school;
  plan->organization = self->school;
  g_assert_true (mer_store_save_finding (doc, finding, &error));
  g_assert_true (mer_store_save_record (doc, plan, &error));
  g_assert_no_error (error);
  g_assert_true (mer_store_set_cycle_setting (doc, self->cycle, MER_SETTING_CLOSED, "01.02.2025",
                                              &error));
  assert_closed (mer_store_save_finding (doc, finding, &error), &error);
  assert_closed (mer_store_delete_finding (doc, finding->id, &error), &error);
  assert_closed (mer_store_save_record (doc, plan, &error), &error);
  assert_closed (mer_store_delete_record (doc, &mer_record_plan, plan->record.id, &error), &error);
  for (int stage = MER_APPROVAL_FINAL; stage <= MER_APPROVAL_PRELIMINARY; stage++)
    {
      assert_closed (mer_store_save_approval (doc, stage, &approval, &error), &error);
      assert_closed (mer_store_delete_approval (doc, stage, self->cycle, &error), &error);
    }
  fixture_commit (&self->base);
}

/* What was imported, objected, found or handed over in a cycle that is closed stays. */
static void
test_closed_imports (BatchFixture *self,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MerDocument *doc = self->base.document;
  gint64       batch = batch_fixture_import (self);
  g_autoptr (MerFinding) finding = mer_finding_new (MER_FINDING_FINDING, "Нет пандуса");
  g_autoptr (MerObjection) objection = mer_objection_new ("3.1", "Пандус есть");
  g_autoptr (MerDelivery) delivery = mer_record_new (&mer_record_delivery, self->cycle);

  fixture_begin (&self->base, "Цикл");
  finding->cycle_id = objection->cycle_id = self->cycle;
  finding->organization_id = objection->organization_id = self->school;
  delivery->what = g_strdup ("Отчёт");
  g_assert_true (mer_store_save_finding (doc, finding, NULL));
  g_assert_true (mer_store_save_objection (doc, objection, NULL));
  g_assert_true (mer_store_save_record (doc, delivery, NULL));
  g_assert_true (mer_store_set_cycle_setting (doc, self->cycle, MER_SETTING_CLOSED, "01.02.2025",
                                              NULL));
  g_assert_false (mer_store_remove_batch (doc, batch, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (mer_store_delete_finding (doc, finding->id, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (mer_store_delete_objection (doc, objection->id, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (
    mer_store_delete_record (doc, &mer_record_delivery, delivery->record.id, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (mer_store_set_cycle_setting (doc, self->cycle, MER_SETTING_CLOSED, NULL, NULL));
  g_assert_true (mer_store_remove_batch (doc, batch, NULL));
  g_assert_true (mer_store_delete_finding (doc, finding->id, NULL));
  g_assert_true (mer_store_delete_objection (doc, objection->id, NULL));
  fixture_commit (&self->base);
}

/* What was approved is planned; what was done of it is not. */
static void
test_approved (BatchFixture *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MerDocument *doc = self->base.document;
  g_autoptr (MerPlan) plan = mer_record_new (&mer_record_plan, self->cycle);
  g_autoptr (MerPlanItem) item = mer_record_new (&mer_record_plan_item, self->cycle);

  fixture_begin (&self->base, "План");
  plan->organization = self->school;
  plan->version = 1;
  g_assert_true (mer_store_save_record (doc, plan, &error));
  item->plan = plan->record.id;
  item->measure = g_strdup ("Установить пандус");
  g_assert_true (mer_store_save_record (doc, item, &error));
  plan->state = MER_PLAN_APPROVED;
  g_assert_true (mer_store_save_record (doc, plan, &error));
  item->taken = g_strdup ("Начато");
  g_assert_true (mer_store_save_record (doc, item, &error));
  g_assert_no_error (error);
  item->deadline = g_strdup ("2025 г.");
  assert_closed (mer_store_save_record (doc, item, &error), &error);
  assert_closed (mer_store_delete_record (doc, &mer_record_plan_item, item->record.id, &error),
                 &error);
  item->record.id = 0;
  assert_closed (mer_store_save_record (doc, item, &error), &error);
  plan->state = MER_PLAN_DRAFT;
  assert_closed (mer_store_save_record (doc, plan, &error), &error);
  fixture_commit (&self->base);
}

static gint64
chair_of (MerDocument *doc,
          gint64       meeting)
{
  g_autoptr (MerMeeting) read = mer_store_record (doc, &mer_record_meeting, meeting, NULL);

  return read->chair;
}

/* The council outlives cycles, but minutes of one that is closed keep who was in the chair. */
static void
test_closed_minutes (BatchFixture *self,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MerDocument *doc = self->base.document;
  g_autoptr (MerCouncilMember) member = mer_record_new (&mer_record_member, 0);
  g_autoptr (MerMeeting) meeting = mer_record_new (&mer_record_meeting, self->cycle);

  fixture_begin (&self->base, "Совет");
  member->name = g_strdup ("Сосновская Е. Н.");
  g_assert_true (mer_store_save_record (doc, member, &error));
  meeting->day = g_strdup ("2024-10-14");
  meeting->chair = member->record.id;
  g_assert_true (mer_store_save_record (doc, meeting, &error));
  g_assert_true (mer_store_set_cycle_setting (doc, self->cycle, MER_SETTING_CLOSED, "2025-02-01",
                                              &error));
  assert_closed (mer_store_delete_record (doc, &mer_record_member, member->record.id, &error),
                 &error);
  g_assert_cmpint (chair_of (doc, meeting->record.id), ==, member->record.id);
  g_assert_true (mer_store_set_cycle_setting (doc, self->cycle, MER_SETTING_CLOSED, NULL, &error));
  g_assert_true (mer_store_delete_record (doc, &mer_record_member, member->record.id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (chair_of (doc, meeting->record.id), ==, 0);
  fixture_commit (&self->base);
}

/* Nor does a connection go that stands in a closed cycle. */
static void
test_closed_links (BatchFixture *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MerDocument *doc = self->base.document;
  g_autoptr (MerMeasureTaken) measure = mer_record_new (&mer_record_measure, 0);
  g_autoptr (MerLink) link = mer_record_new (&mer_record_link, self->cycle);

  fixture_begin (&self->base, "Связь");
  measure->measure = g_strdup ("Установить пандус");
  g_assert_true (mer_store_save_record (doc, measure, &error));
  link->role = MER_LINK_DECIDES;
  link->from_kind = g_strdup ("agenda-item");
  link->from_id = 1;
  link->to_kind = g_strdup (mer_record_measure.id);
  link->to_id = measure->record.id;
  g_assert_true (mer_store_save_record (doc, link, &error));
  g_assert_no_error (error);
  g_assert_true (mer_store_set_cycle_setting (doc, self->cycle, MER_SETTING_CLOSED, "2025-02-01",
                                              &error));
  assert_closed (mer_store_delete_record (doc, &mer_record_measure, measure->record.id, &error),
                 &error);
  assert_count (self, &mer_record_link, 1);
  g_assert_true (mer_store_set_cycle_setting (doc, self->cycle, MER_SETTING_CLOSED, NULL, &error));
  g_assert_true (mer_store_delete_record (doc, &mer_record_measure, measure->record.id, &error));
  assert_count (self, &mer_record_link, 0);
  fixture_commit (&self->base);
}

#define ADD(path, test) \
  g_test_add (path, BatchFixture, NULL, batch_fixture_set_up, test, batch_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/records/every-kind", test_every_kind);
  ADD ("/records/delete", test_delete);
  ADD ("/records/order", test_order);
  ADD ("/records/refused", test_refused);
  ADD ("/records/closed", test_closed);
  ADD ("/records/closed-imports", test_closed_imports);
  ADD ("/records/closed-minutes", test_closed_minutes);
  ADD ("/records/closed-links", test_closed_links);
  ADD ("/records/approved", test_approved);
  return g_test_run ();
}
