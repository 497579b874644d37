/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A successor in mid-cycle: whose the answers become, what of other cycles would go along, and what
 * the council has approved. The kindergarten goes on with the work of the school. */

#include "../store/batch-fixture.h"

#include "app/mer-cycle-facts.h"
#include "app/mer-new-cycle.h"
#include "cycle/mer-cycle-settings.h"
#include "store/mer-evidence-store.h"
#include "store/mer-evidence-typed.h"
#include "store/mer-mark-store.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-spellings.h"
#include "store/mer-stack-store.h"

static void
set_successor (BatchFixture *self,
               gint64        gone,
               gint64        successor)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = mer_store_organizations (self->base.document, &error);

  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (MerOrganization) one = mer_organization_dup (all->pdata[i]);

      if (one->id != gone)
        continue;
      one->state = MER_ORGANIZATION_REORGANIZED;
      g_free (one->state_day);
      one->state_day = g_strdup ("2024-09-01");
      one->successor_id = successor;
      mer_store_save_organization (self->base.document, one, &error);
    }
  g_assert_no_error (error);
}

static void
choose (BatchFixture *self,
        gint64        id,
        gboolean      pilot,
        const char   *ground)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = g_strdup (ground);
  MerCycleMember   member = { .organization_id = id, .recipients = -1, .selected = TRUE };

  member.pilot = pilot;
  member.ground = copy;
  mer_store_save_choice (self->base.document, self->cycle, &member, &error);
  g_assert_no_error (error);
}

static void
set_up (BatchFixture *self,
        gconstpointer data)
{
  batch_fixture_set_up (self, data);
  fixture_begin (&self->base, "Подготовка");
  g_assert_true (mer_document_set_setting (self->base.document, "language", "en", NULL));
  set_successor (self, self->school, self->garden);
  choose (self, self->school, FALSE, NULL);
  fixture_commit (&self->base);
}

static void
set_approved (BatchFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycle) cycle = mer_store_cycle (self->base.document, self->cycle, &error);

  fixture_begin (&self->base, "Утверждение");
  cycle->approved = TRUE;
  mer_store_save_cycle (self->base.document, cycle, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
}

static gboolean
succeed (BatchFixture        *self,
         MerSuccessionAnswers answers,
         GError             **error)
{
  fixture_begin (&self->base, "Правопреемник");
  if (mer_cycle_succeed (self->base.document, self->cycle, self->school, answers, error))
    {
      fixture_commit (&self->base);
      return TRUE;
    }
  mer_document_rollback (self->base.document);
  return FALSE;
}

static void
assert_refused (BatchFixture        *self,
                MerSuccessionAnswers answers,
                const char          *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (succeed (self, answers, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
}

/* Who is on the list, with the words why: (transfer full). */
static char *
member_text (BatchFixture *self,
             gint64        id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) members = mer_store_members (self->base.document, self->cycle, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < members->len; i++)
    {
      const MerCycleMember *member = members->pdata[i];

      if (member->organization_id == id)
        return g_strdup_printf ("%s%s%s", member->selected ? "yes" : "no",
                                member->pilot ? " pilot " : " ",
                                member->ground != NULL ? member->ground : "");
    }
  return g_strdup ("-");
}

static guint
answers_of (BatchFixture *self,
            gint64        id)
{
  g_autoptr (GPtrArray) evidence = batch_fixture_evidence (self);

  for (guint i = 0; i < evidence->len; i++)
    {
      const MerEvidence *one = evidence->pdata[i];

      if (one->organization_id == id && one->tally != NULL)
        return (guint) one->tally->n;
    }
  return 0;
}

/* --- what is approved ------------------------------------------------------------------------ */

static void
test_approved (BatchFixture *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  batch_fixture_import (self);
  set_approved (self);
  before = member_text (self, self->school);
  assert_refused (self, MER_SUCCESSION_MOVE, "approved");
  assert_refused (self, MER_SUCCESSION_KEEP, "approved");
  after = member_text (self, self->school);
  g_assert_cmpstr (after, ==, before);
  fixture_begin (&self->base, "Ответы");
  g_assert_false (mer_store_move_collected (self->base.document, self->cycle, self->school,
                                            self->garden, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  mer_document_rollback (self->base.document);
  g_assert_cmpuint (answers_of (self, self->school), ==, 5);
  g_assert_cmpuint (answers_of (self, self->garden), ==, 7);
}

/* --- the list -------------------------------------------------------------------------------- */

static void
test_own_choice (BatchFixture *self,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;

  fixture_begin (&self->base, "Выбор");
  choose (self, self->garden, TRUE, "решение совета № 5");
  fixture_commit (&self->base);
  before = member_text (self, self->garden);
  g_assert_true (succeed (self, MER_SUCCESSION_KEEP, &error));
  g_assert_no_error (error);
  after = member_text (self, self->garden);
  g_assert_cmpstr (after, ==, "yes pilot решение совета № 5; successor of “СОШ № 3”");
  fixture_undo (&self->base);
  again = member_text (self, self->garden);
  g_assert_cmpstr (again, ==, before);
}

/* First the answers stay, then they are moved after all: what is said last holds. */
static void
test_again (BatchFixture *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  batch_fixture_import (self);
  fixture_begin (&self->base, "Выбор");
  choose (self, self->garden, FALSE, "решение совета № 5");
  fixture_commit (&self->base);
  g_assert_true (succeed (self, MER_SUCCESSION_KEEP, &error));
  fixture_begin (&self->base, "Выбор");
  choose (self, self->school, FALSE, NULL);
  fixture_commit (&self->base);
  g_assert_true (succeed (self, MER_SUCCESSION_MOVE, &error));
  g_assert_no_error (error);
  after = member_text (self, self->garden);
  g_assert_cmpstr (after, ==,
                   "yes решение совета № 5; successor of “СОШ № 3”, with its answers "
                   "(questionnaires: 5)");
}

static void
test_pilot (BatchFixture *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *successor = NULL;
  g_autofree char *gone = NULL;

  fixture_begin (&self->base, "Выбор");
  choose (self, self->school, TRUE, "пилот");
  choose (self, self->garden, FALSE, NULL);
  fixture_commit (&self->base);
  g_assert_true (succeed (self, MER_SUCCESSION_KEEP, &error));
  g_assert_no_error (error);
  successor = member_text (self, self->garden);
  gone = member_text (self, self->school);
  g_assert_cmpstr (successor, ==, "yes pilot successor of “СОШ № 3”");
  g_assert_cmpstr (gone, ==, "no пилот");
}

/* --- no successor ---------------------------------------------------------------------------- */

static void
test_circle (BatchFixture *self,
             gconstpointer data)
{
  fixture_begin (&self->base, "Подготовка");
  set_successor (self, self->garden, self->school);
  fixture_commit (&self->base);
  assert_refused (self, MER_SUCCESSION_KEEP, "circle");
}

/* Its successor has ended too. */
static void
test_ended (BatchFixture *self,
            gconstpointer data)
{
  fixture_begin (&self->base, "Подготовка");
  set_successor (self, self->garden, 0);
  fixture_commit (&self->base);
  assert_refused (self, MER_SUCCESSION_KEEP, "“ДС «Радуга»” goes on with the work of “СОШ № 3”");
}

static void
test_none (BatchFixture *self,
           gconstpointer data)
{
  fixture_begin (&self->base, "Подготовка");
  set_successor (self, self->school, 0);
  fixture_commit (&self->base);
  assert_refused (self, MER_SUCCESSION_KEEP, "“СОШ № 3” has no successor");
}

/* --- answers --------------------------------------------------------------------------------- */

static void
add_fact (BatchFixture *self,
          gint64        cycle)
{
  g_autoptr (GError) error = NULL;
  char    origin[] = "сайт";
  char    text[] = "Лицензия размещена";
  MerFact fact = { .cycle_id = cycle };

  fixture_begin (&self->base, "Факт");
  fact.source_id = mer_store_typed_source (self->base.document, self->school, &error);
  fact.origin = origin;
  fact.text = text;
  mer_store_save_fact (self->base.document, &fact, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
}

static void
add_count (BatchFixture *self)
{
  g_autoptr (GError) error = NULL;
  MerTypedCount typed = { self->school, "q14", 40, 30, "телефонный опрос" };

  fixture_begin (&self->base, "Подсчёт");
  mer_store_set_typed_count (self->base.document, self->cycle, &typed, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
}

/* Typed in for an earlier cycle that is closed by now: it would go along. */
static void
test_foreign_fact (BatchFixture *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 earlier = fixture_add_cycle (&self->base);

  add_fact (self, earlier);
  add_count (self);
  fixture_begin (&self->base, "Закрытие");
  mer_store_set_cycle_setting (self->base.document, earlier, MER_SETTING_CLOSED, "2024-01-01",
                               &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
  assert_refused (self, MER_SUCCESSION_MOVE, "other cycles");
}

static gint64
owner_of_facts (BatchFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) facts = mer_store_facts (self->base.document, self->cycle, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (facts->len, ==, 1);
  return ((const MerFact *) facts->pdata[0])->organization_id;
}

/* What has nothing but a fact of this cycle goes with it. */
static void
test_own_fact (BatchFixture *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add_fact (self, self->cycle);
  g_assert_cmpint (owner_of_facts (self), ==, self->school);
  g_assert_true (succeed (self, MER_SUCCESSION_MOVE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (owner_of_facts (self), ==, self->garden);
  fixture_undo (&self->base);
  g_assert_cmpint (owner_of_facts (self), ==, self->school);
}

static void
add_stack (BatchFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerStack) stack = mer_stack_new (self->cycle, self->school, "стопка 1");

  fixture_begin (&self->base, "Стопка");
  mer_store_save_stack (self->base.document, stack, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
}

static gint64
owner_of_stack (BatchFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stacks = mer_store_stacks (self->base.document, self->cycle, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (stacks->len, ==, 1);
  return ((const MerStack *) stacks->pdata[0])->organization_id;
}

static void
test_stack (BatchFixture *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add_stack (self);
  g_assert_true (succeed (self, MER_SUCCESSION_KEEP, &error));
  g_assert_cmpint (owner_of_stack (self), ==, self->school);
  fixture_undo (&self->base);
  g_assert_true (succeed (self, MER_SUCCESSION_MOVE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (owner_of_stack (self), ==, self->garden);
  fixture_undo (&self->base);
  g_assert_cmpint (owner_of_stack (self), ==, self->school);
  fixture_redo (&self->base);
  g_assert_cmpint (owner_of_stack (self), ==, self->garden);
  fixture_assert_sound (&self->base);
}

/* Ready counts, facts and paper are something as well. */
static void
test_count (BatchFixture *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *ground = NULL;
  MerCollected     collected = { 0 };

  g_assert_true (mer_store_count_collected (self->base.document, self->cycle, self->school,
                                            &collected, &error));
  g_assert_cmpuint (collected.questionnaires + collected.checklists + collected.others +
                      collected.stacks,
                    ==, 0);
  add_count (self);
  add_fact (self, self->cycle);
  add_fact (self, fixture_add_cycle (&self->base));
  add_stack (self);
  g_assert_true (mer_store_count_collected (self->base.document, self->cycle, self->school,
                                            &collected, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (collected.questionnaires, ==, 0);
  g_assert_cmpuint (collected.others, ==, 2);
  g_assert_cmpuint (collected.stacks, ==, 1);
  g_assert_true (succeed (self, MER_SUCCESSION_KEEP, &error));
  ground = member_text (self, self->garden);
  g_assert_cmpstr (ground, ==,
                   "yes successor of “СОШ № 3”, with which stays what was collected of it");
}

static void
test_move (BatchFixture *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *ground = NULL;

  batch_fixture_import (self);
  g_assert_true (succeed (self, MER_SUCCESSION_MOVE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (answers_of (self, self->garden), ==, 12);
  ground = member_text (self, self->garden);
  g_assert_cmpstr (ground, ==,
                   "yes successor of “СОШ № 3”, with its answers (questionnaires: 5)");
}

#define ADD(path, test)                                              \
  g_test_add ("/succession/" path, BatchFixture, NULL, set_up, test, \
              batch_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("approved", test_approved);
  ADD ("own-choice", test_own_choice);
  ADD ("again", test_again);
  ADD ("pilot", test_pilot);
  ADD ("circle", test_circle);
  ADD ("ended", test_ended);
  ADD ("none", test_none);
  ADD ("foreign-fact", test_foreign_fact);
  ADD ("own-fact", test_own_fact);
  ADD ("stack", test_stack);
  ADD ("count", test_count);
  ADD ("move", test_move);
  return g_test_run ();
}
