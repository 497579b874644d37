/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Results of the demo district put to discussion, changed, withdrawn, approved. */

#include "app/mer-approval.h"
#include "app/mer-delivery-notes.h"
#include "app/mer-edit-rules.h"
#include "app/mer-preliminary.h"
#include "store/mer-query.h"
#include "store/mer-record-store.h"
#include "rules-fixture.h"

static void
set_up (RulesFixture *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("mer-preliminary-XXXXXX", &error);
  self->path = g_build_filename (self->folder, "Район.merilo", NULL);
  self->doc = mer_demo_document (self->path, &error);
  g_assert_no_error (error);
  self->cycles[0] = 1;
  self->cycles[1] = 2;
  rules_begin (self); /* the demo has it approved */
  mer_reopen_results (self->doc, 1, "проверка", &error);
  g_assert_no_error (error);
  rules_end (self, TRUE);
}

static gboolean
publish (RulesFixture *self,
         gint64        cycle_id,
         GError      **error)
{
  rules_begin (self);
  return rules_end (self, mer_preliminary_publish (self->doc, cycle_id, "протокол № 3", error));
}

static gboolean
withdraw (RulesFixture *self,
          gint64        cycle_id,
          GError      **error)
{
  rules_begin (self);
  return rules_end (self, mer_preliminary_withdraw (self->doc, cycle_id, error));
}

static MerPreliminary *
load (RulesFixture *self,
      gint64        cycle_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerResults) results =
    mer_results_load (self->doc, cycle_id, MER_RESULTS_AS_RULED, &error);
  MerPreliminary *preliminary = mer_preliminary_load (self->doc, results, &error);

  g_assert_no_error (error);
  return preliminary;
}

static void
test_publish (RulesFixture *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) twice = NULL;
  g_autoptr (MerPreliminary) made = NULL;
  g_autoptr (MerPreliminary) undone = NULL;
  g_autoptr (MerPreliminary) again = NULL;

  g_assert_true (publish (self, 1, &error));
  made = load (self, 1);
  g_assert_cmpuint (made->n_kept, ==, 35);
  g_assert_cmpuint (made->differences->len, ==, 0);
  g_assert_cmpstr (made->kept->decision, ==, "протокол № 3");
  g_assert_false (publish (self, 1, &twice));
  g_assert_error (twice, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  rules_undo (self);
  undone = load (self, 1);
  g_assert_null (undone);
  rules_redo (self);
  again = load (self, 1);
  g_assert_cmpstr (again->kept->sha256, ==, made->kept->sha256);
}

/* The paper questionnaires of one organization came after the discussion began. */
static void
test_differences (RulesFixture *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerPreliminary) demo = load (self, 2);
  g_autoptr (MerPreliminary) without = NULL;
  const MerScoreDifference *only = NULL;

  g_assert_cmpstr (demo->day, ==, "2024-11-18");
  g_assert_cmpuint (demo->n_kept, ==, 36);
  g_assert_cmpuint (demo->differences->len, ==, 1);
  only = demo->differences->pdata[0];
  g_assert_cmpstr (only->name, ==, "ДС «Родничок»");
  g_assert_cmpstr (only->was, ==, "76.81");
  g_assert_cmpstr (only->is, ==, "78.21");
  rules_begin (self);
  rules_end (self, mer_store_remove_batch (self->doc, 7, &error));
  g_assert_no_error (error);
  without = load (self, 2);
  g_assert_cmpuint (without->differences->len, ==, 0);
}

static void
test_withdraw (RulesFixture *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) none = NULL;
  g_autoptr (GError) final = NULL;
  g_autoptr (MerPreliminary) gone = NULL;
  g_autoptr (MerPreliminary) back = NULL;

  g_assert_true (withdraw (self, 2, &error));
  gone = load (self, 2);
  g_assert_null (gone);
  g_assert_false (withdraw (self, 2, &none));
  g_assert_error (none, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  rules_undo (self);
  back = load (self, 2);
  g_assert_nonnull (back);
  rules_begin (self);
  rules_end (self, mer_approve_results (self->doc, 2, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (withdraw (self, 2, &final)); /* what was discussed stays beside the final ones */
  g_assert_error (final, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
}

static void
test_refused (RulesFixture *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) draft = NULL;
  g_autoptr (GError) empty = NULL;
  gint64 cycle = 0;

  rules_begin (self);
  rules_end (self, mer_edit_rules_begin (self->doc, 1, &error));
  g_assert_false (publish (self, 1, &draft));
  g_assert_error (draft, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  rules_begin (self);
  cycle = rules_add_cycle (self, "НОКО 2027", 2027);
  rules_end (self, TRUE);
  g_assert_false (publish (self, cycle, &empty));
  g_assert_error (empty, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
}

/* Approving says what is open, and refuses nothing for it. */
static void
test_warnings (RulesFixture *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerResults) results = mer_results_load (self->doc, 2, MER_RESULTS_AS_RULED, &error);
  g_autoptr (GPtrArray) before = mer_approval_warnings (self->doc, results);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (MerRemark) remark = mer_store_record (self->doc, &mer_record_remark, 5, &error);

  g_assert_cmpuint (before->len, ==, 3); /* no total; open; another score */
  g_assert_cmpint (remark->state, ==, MER_REMARK_OPEN);
  remark->state = MER_REMARK_REJECTED;
  rules_begin (self);
  rules_end (self, mer_store_save_record (self->doc, remark, &error));
  after = mer_approval_warnings (self->doc, results);
  g_assert_cmpuint (after->len, ==, 2);
  rules_begin (self);
  g_assert_true (rules_end (self, mer_approve_results (self->doc, 2, NULL, &error)));
}

/* Altered behind our back: verify tells, and the differences say that they cannot be read. */
static void
test_verify (RulesFixture *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) unreadable = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MerApproval) kept = NULL;
  g_autoptr (MerResults) results = mer_results_load (self->doc, 2, MER_RESULTS_AS_RULED, &error);
  g_auto (MerQuery) query = MER_QUERY_INIT;

  g_assert_true (mer_approvals_verify (self->doc, problems, NULL, &error));
  g_assert_cmpuint (problems->len, ==, 0);
  rules_begin (self);
  g_assert_true (mer_query_prepare (&query, self->doc,
                                    "UPDATE preliminary SET scores = 'x' WHERE cycle_id = 2",
                                    &error));
  g_assert_true (mer_query_run (&query, &error));
  rules_end (self, TRUE);
  g_assert_true (mer_approvals_verify (self->doc, problems, NULL, &error));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_null (mer_preliminary_load (self->doc, results, &unreadable));
  g_assert_error (unreadable, MER_STORE_ERROR, MER_STORE_ERROR_DAMAGED);
}

static void
test_notes (RulesFixture *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = mer_delivery_notes_load (self->doc, 2, &error);
  g_autoptr (GPtrArray) before = mer_delivery_notes_load (self->doc, 1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (notes->len, ==, 2);
  g_assert_cmpstr (((MerRuleNote *) notes->pdata[0])->rule, ==, "operator.council");
  g_assert_cmpint (((MerRuleNote *) notes->pdata[0])->severity, ==, MER_RULE_WARNING);
  g_assert_cmpstr (((MerRuleNote *) notes->pdata[1])->rule, ==, "operator.waiting");
  g_assert_cmpuint (before->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*run) (RulesFixture *self,
                 gconstpointer data);
  } tests[] = {
    { "/preliminary/publish", test_publish },
    { "/preliminary/differences", test_differences },
    { "/preliminary/withdraw", test_withdraw },
    { "/preliminary/refused", test_refused },
    { "/preliminary/warnings", test_warnings },
    { "/preliminary/verify", test_verify },
    { "/preliminary/delivery-notes", test_notes },
  };

  g_setenv ("MERILO_TODAY", "2024-12-12", TRUE); /* the council's month ended a day ago */
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, RulesFixture, NULL, set_up, tests[i].run, rules_tear_down);
  return g_test_run ();
}
