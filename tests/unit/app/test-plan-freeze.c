/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was approved cannot be changed past its versions, by whichever way a change comes: over the
 * demo district, where the plan of ДС «Радуга» is approved and that of Липовская СОШ is a draft. */

#include "config.h"

#include "cycle/mer-work-plan.h"
#include "plans-fixture.h"
#include "store/mer-record-store.h"

#define SIGNED "ДС «Радуга»"
#define DRAFT "Липовская СОШ"

static gint64
plan_id (Fixture    *self,
         const char *name)
{
  return sheet_of (self, name)->plan->record.id;
}

/* Whether the record may be stored; nothing of it stays. */
static gboolean
may_save (Fixture *self,
          gpointer record)
{
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  begin (self);
  done = mer_store_save_record (self->doc, record, &error);
  if (!done)
    g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  mer_document_rollback (self->doc);
  return done;
}

static gboolean
may_set (Fixture             *self,
         const MerRecordKind *kind,
         gint64               id,
         const char          *key,
         const char          *text,
         gint64               number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerRecord) record = mer_store_record (self->doc, kind, id, &error);
  const MerField *field = mer_record_kind_field (kind, key);

  g_assert_no_error (error);
  if (field->type <= MER_FIELD_CODE)
    mer_record_take_text (record, field, g_strdup (text));
  else
    mer_record_set_number (record, field, number);
  return may_save (self, record);
}

static MerPlanItem *
new_item (Fixture *self,
          gint64   plan)
{
  MerPlanItem *item = mer_record_new (&mer_record_plan_item, self->book->facts.cycle->id);

  item->plan = plan;
  item->measure = g_strdup ("Новая мера");
  return item;
}

static void
test_new_item (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (MerPlanItem) frozen = new_item (self, plan_id (self, SIGNED));
  g_autoptr (MerPlanItem) draft = new_item (self, plan_id (self, DRAFT));

  g_assert_false (may_save (self, frozen));
  g_assert_true (may_save (self, draft));
}

static void
test_move_between (Fixture      *self,
                   gconstpointer data)
{
  gint64 mine = line_of (self, DRAFT, 0)->item->record.id;
  gint64 signed_one = line_of (self, SIGNED, 0)->item->record.id;

  g_assert_false (
    may_set (self, &mer_record_plan_item, mine, "plan", NULL, plan_id (self, SIGNED)));
  g_assert_false (
    may_set (self, &mer_record_plan_item, signed_one, "plan", NULL, plan_id (self, DRAFT)));
  g_assert_true (may_set (self, &mer_record_plan_item, mine, "plan", NULL,
                          plan_id (self, "ДЮСШ «Старт»")));
}

/* What was planned stays, what is reported of its execution comes. */
static void
test_item (Fixture      *self,
           gconstpointer data)
{
  static const struct
  {
    const char *key, *text;
    gint64      number;
    gboolean    may;
  } cases[] = {
    { "measure", "Другое", 0, FALSE },
    { "finding", NULL, 1, FALSE },
    { "note", "Иначе", 0, FALSE },
    { "state", NULL, MER_PLAN_ITEM_DROPPED, FALSE },
    { "state", NULL, MER_PLAN_ITEM_WORK, TRUE },
    { "taken", "Начато", 0, TRUE },
    { "done_on", "2024-12-01", 0, TRUE },
    { "evidence", "Акт № 3", 0, TRUE },
    { "share", NULL, 55, TRUE },
  };
  gint64 frozen = line_of (self, SIGNED, 3)->item->record.id;
  gint64 draft = line_of (self, DRAFT, 0)->item->record.id;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].key);
      g_assert_cmpint (may_set (self, &mer_record_plan_item, frozen, cases[i].key, cases[i].text,
                                cases[i].number),
                       ==, cases[i].may);
      g_assert_true (may_set (self, &mer_record_plan_item, draft, cases[i].key, cases[i].text,
                              cases[i].number));
    }
}

static void
test_plan (Fixture      *self,
           gconstpointer data)
{
  static const struct
  {
    const char *key, *text;
    gint64      number;
    gboolean    may;
  } cases[] = {
    { "state", NULL, MER_PLAN_DRAFT, FALSE },
    { "organization", NULL, 1, FALSE },
    { "version", NULL, 7, FALSE },
    { "approved", "2020-01-01", 0, FALSE },
    { "approver", "Кто-то другой", 0, FALSE },
    { "approver", NULL, 0, FALSE },
    { "published", "2024-12-02", 0, TRUE },
    { "link", "https://raduga.example/p", 0, TRUE },
    { "note", "Отдан на подпись", 0, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].key);
      g_assert_cmpint (may_set (self, &mer_record_plan, plan_id (self, SIGNED), cases[i].key,
                                cases[i].text, cases[i].number),
                       ==, cases[i].may);
      g_assert_true (may_set (self, &mer_record_plan, plan_id (self, DRAFT), cases[i].key,
                              cases[i].text, cases[i].number));
    }
}

/* Nobody had said who approved it: that can still be told, once. */
static void
test_untold (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = plan_id (self, "ДС «Алёнушка»");

  begin (self);
  mer_plans_set_state (self->doc, id, MER_PLAN_APPROVED, "2024-12-02", NULL, &error);
  g_assert_no_error (error);
  commit (self);
  g_assert_true (may_set (self, &mer_record_plan, id, "approver", "Начальник отдела", 0));
  g_assert_false (may_set (self, &mer_record_plan, id, "approved", "2024-12-01", 0));
}

static void
test_delete (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerPlan) empty = mer_record_new (&mer_record_plan, self->book->facts.cycle->id);

  empty->version = 1;
  empty->state = MER_PLAN_APPROVED;
  begin (self);
  g_assert_true (mer_store_save_record (self->doc, empty, &error));
  g_assert_false (mer_store_delete_record (self->doc, &mer_record_plan, empty->record.id, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (
    mer_store_delete_record (self->doc, &mer_record_plan, plan_id (self, DRAFT), &error));
  g_assert_no_error (error);
  mer_document_rollback (self->doc);
}

static gboolean
may_move (Fixture    *self,
          const char *name)
{
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  begin (self);
  done = mer_store_move_record (self->doc, &mer_record_plan_item,
                                line_of (self, name, 1)->item->record.id, 1, &error);
  if (!done)
    g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  mer_document_rollback (self->doc);
  return done;
}

static void
test_move (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (MerPlanItem) item = mer_record_copy (line_of (self, SIGNED, 1)->item);

  g_assert_false (may_move (self, SIGNED));
  g_assert_true (may_move (self, DRAFT));
  item->record.position += 5;
  g_assert_false (may_save (self, item));
}

/* The way that is left: a change that asks for it begins the next version, and can be undone. */
static void
test_next (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (MerPlanItem) item = mer_record_copy (line_of (self, SIGNED, 3)->item);
  guint n = 0;

  g_ptr_array_add (items, item);
  item->note = g_strdup ("Перенесено на лето");
  begin (self);
  mer_plans_save_items (self->doc, items, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  commit (self);
  g_assert_cmpint (sheet_of (self, SIGNED)->plan->version, ==, 2);
  g_assert_true (mer_document_undo (self->doc, &error));
  load (self);
  g_assert_cmpint (sheet_of (self, SIGNED)->plan->version, ==, 1);
  g_assert_true (mer_document_redo (self->doc, &error));
  load (self);
  g_assert_cmpstr (line_of (self, SIGNED, 3)->item->note, ==, "Перенесено на лето");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("MERILO_TODAY", "2024-12-03", TRUE);
  add ("freeze/new-item", test_new_item);
  add ("freeze/move-between", test_move_between);
  add ("freeze/item", test_item);
  add ("freeze/plan", test_plan);
  add ("freeze/untold", test_untold);
  add ("freeze/delete", test_delete);
  add ("freeze/move", test_move);
  add ("freeze/next", test_next);
  return g_test_run ();
}
