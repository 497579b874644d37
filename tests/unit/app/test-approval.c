/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The demo district approved, checked, reopened; its cycles compared; other rules tried on it. */

#include "app/mer-approval.h"
#include "app/mer-change-rules.h"
#include "app/mer-cycle-comparison-table.h"
#include "app/mer-edit-rules.h"
#include "app/mer-what-if.h"
#include "methodology/mer-methodology-edit.h"
#include "methodology/mer-methodology-xml.h"
#include "rules-fixture.h"

static void
set_up (RulesFixture *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("mer-approval-XXXXXX", &error);
  self->path = g_build_filename (self->folder, "Район.merilo", NULL);
  self->doc = mer_demo_document (self->path, &error);
  g_assert_no_error (error);
  self->cycles[0] = 1;
  self->cycles[1] = 2;
}

static gboolean
approve (RulesFixture *self,
         gint64        cycle_id,
         GError      **error)
{
  rules_begin (self);
  return rules_end (self,
                    mer_approve_results (self->doc, cycle_id, "протокол № 4", error));
}

static gboolean
is_approved (RulesFixture *self,
             gint64        cycle_id)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (self->doc, cycle_id, NULL);

  return cycle->approved;
}

static guint
count_problems (RulesFixture *self,
                guint        *n_notes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (mer_approvals_verify (self->doc, problems, notes, &error));
  g_assert_no_error (error);
  if (n_notes != NULL)
    *n_notes = notes->len;
  return problems->len;
}

static void
test_approve (RulesFixture *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) twice = NULL;
  g_autoptr (MerApproval) approval = NULL;
  g_autoptr (MerApproval) none = NULL;
  g_autofree char *hash = NULL;

  g_assert_true (approve (self, 0, &error));
  g_assert_no_error (error);
  g_assert_true (is_approved (self, 2));
  g_assert_false (is_approved (self, 3));
  g_assert_true (mer_store_find_approval (self->doc, MER_APPROVAL_FINAL, 2, &approval, &error));
  g_assert_cmpstr (approval->decision, ==, "протокол № 4");
  g_assert_cmpint (approval->methodology_id, ==, rules_version_of (self, 1));
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, approval->scores, -1);
  g_assert_cmpstr (hash, ==, approval->sha256);
  g_assert_true (g_str_has_prefix (approval->scores, "organization,1.1,1.2,"));
  g_assert_false (approve (self, 2, &twice));
  g_assert_error (twice, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_assert_cmpuint (count_problems (self, NULL), ==, 0);
  rules_undo (self);
  g_assert_false (is_approved (self, 2));
  g_assert_true (mer_store_find_approval (self->doc, MER_APPROVAL_FINAL, 2, &none, &error));
  g_assert_null (none);
  rules_redo (self);
  g_assert_true (is_approved (self, 2));
}

static void
test_draft_in_the_way (RulesFixture *self,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refused = NULL;

  rules_begin (self);
  rules_end (self, mer_edit_rules_begin (self->doc, 2, &error));
  g_assert_false (approve (self, 2, &refused));
  g_assert_error (refused, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  rules_begin (self);
  rules_end (self, mer_edit_rules_drop (self->doc, 2, &error));
  g_assert_true (approve (self, 2, &error)); /* that there is one of cycle 3 is no matter */
}

static void
test_nothing_to_approve (RulesFixture *self,
                         gconstpointer data)
{
  g_autoptr (GError) refused = NULL;
  gint64 cycle = 0;

  rules_begin (self);
  cycle = rules_add_cycle (self, "НОКО 2027", 2027);
  rules_end (self, TRUE);
  g_assert_false (approve (self, cycle, &refused));
  g_assert_error (refused, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
}

static void
test_reopen (RulesFixture *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) open = NULL;
  g_autoptr (GError) no_reason = NULL;

  rules_begin (self);
  g_assert_false (mer_reopen_results (self->doc, 2, "ошибка", &open));
  g_assert_error (open, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  rules_end (self, FALSE);
  approve (self, 2, &error);
  rules_begin (self);
  g_assert_false (mer_reopen_results (self->doc, 2, "", &no_reason));
  g_assert_error (no_reason, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  rules_end (self, mer_reopen_results (self->doc, 2, "ошибка", &error));
  g_assert_no_error (error);
  g_assert_false (is_approved (self, 2));
  rules_undo (self);
  g_assert_true (is_approved (self, 2));
  g_assert_cmpuint (count_problems (self, NULL), ==, 0);
}

/* What entered approved results cannot be taken out; where it changes nevertheless it is told. */
static void
test_frozen (RulesFixture *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refused = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  guint n_notes = 0;

  approve (self, 2, &error);
  rules_begin (self);
  rules_end (self, mer_store_remove_batch (self->doc, 6, &refused));
  g_assert_error (refused, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_assert_cmpuint (count_problems (self, &n_notes), ==, 0);
  g_assert_cmpuint (n_notes, ==, 0);
  sources = mer_store_source_names (self->doc, &error);
  rules_begin (self);
  rules_end (self, mer_store_set_source_organization (
                     self->doc, ((MerSourceName *) sources->pdata[0])->id, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_problems (self, NULL), ==, 2);
  rules_undo (self);
  g_assert_cmpuint (count_problems (self, NULL), ==, 0);
}

/* Rules that are changed after the approval do not make its scores wrong, but it is told. */
static void
test_changed_rules (RulesFixture *self,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) old = mer_methodology_in_force (self->doc, 2, &error);
  g_autoptr (MerMethodology) changed =
    mer_methodology_with_policy (old, "rounding.decimals", "1", &error);
  guint n_notes = 0;

  approve (self, 2, &error);
  rules_begin (self);
  rules_end (self, mer_change_methodology (self->doc, 2, changed, "жалоба", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_problems (self, &n_notes), ==, 0);
  g_assert_cmpuint (n_notes, ==, 1);
}

/* --- comparing ---------------------------------------------------------------------------- */

static const MerComparedRow *
row_named (const MerCycleComparison *self,
           const char               *name)
{
  for (guint i = 0; i < self->n_rows; i++)
    {
      if (g_str_equal (self->rows[i].organization->name, name))
        return &self->rows[i];
    }
  g_assert_not_reached ();
}

static void
test_same_edition (RulesFixture *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycleComparison) comparison = mer_cycle_comparison_new (self->doc, 0, 0, &error);
  const MerComparedRow *row = NULL;
  g_autofree char      *value = NULL;
  int                   moved = 0;

  g_assert_no_error (error);
  g_assert_false (comparison->percent);
  g_assert_cmpuint (comparison->codes->len, ==, 5);
  g_assert_cmpuint (comparison->notes->len, ==, 0);
  row = row_named (comparison, "СОШ № 8");
  g_assert_true (row->total.has_one && row->total.has_other);
  value = mer_rational_to_decimal (&row->total.other, 2);
  g_assert_cmpstr (value, ==, "93.87");
  row = row_named (comparison, "ДМШ № 1");
  g_assert_true (mer_cycle_comparison_moved (comparison, row, &moved));
  g_assert_cmpint (moved, ==, 9); /* 13th, and 4th now */
  row = row_named (comparison, "Красноярковская СОШ");
  g_assert_true (row->in_one && !row->in_other);
  g_assert_false (mer_cycle_comparison_moved (comparison, row, &moved));
}

/* Of other editions what is left is the percentage. */
static void
test_other_edition (RulesFixture *self,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycleComparison) comparison = mer_cycle_comparison_new (self->doc, 2, 3, &error);
  const MerComparedRow *row = NULL;
  g_autofree char      *value = NULL;
  int                   moved = 0;

  g_assert_no_error (error);
  g_assert_true (comparison->percent);
  g_assert_cmpuint (comparison->codes->len, ==, 0);
  g_assert_cmpuint (comparison->notes->len, ==, 1);
  row = row_named (comparison, "СОШ № 8");
  value = mer_rational_to_decimal (&row->total.other, 2);
  g_assert_cmpstr (value, ==, "96.80"); /* 154.88 of 160 */
  g_assert_cmpuint (row->place_other, ==, 1);
  g_assert_false (mer_cycle_comparison_moved (comparison, row, &moved));
}

/* The table to hand on has both values and the change of each criterion, and the notes. */
static void
test_blocks (RulesFixture *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycleComparison) same = mer_cycle_comparison_new (self->doc, 2, 1, &error);
  g_autoptr (MerCycleComparison) other = mer_cycle_comparison_new (self->doc, 2, 3, &error);
  g_autoptr (MerBlocks) points = mer_cycle_comparison_blocks (same, MER_LANGUAGE_RU);
  g_autoptr (MerBlocks) percent = mer_cycle_comparison_blocks (other, MER_LANGUAGE_RU);
  const MerBlock *last = points->blocks->pdata[points->blocks->len - 1];
  GStrv           first = last->table->rows->pdata[0];
  GStrv           second = last->table->rows->pdata[1];

  g_assert_no_error (error);
  g_assert_cmpuint (points->blocks->len, ==, 2);
  g_assert_cmpuint (last->table->columns->len, ==, 1 + 3 + 3 + 5 * 3);
  g_assert_cmpstr (first[0], ==, "СОШ № 8");
  g_assert_cmpstr (first[3], ==, "0");
  g_assert_cmpstr (first[6], ==, "+3,58");
  g_assert_cmpstr (second[2], ==, "—");
  g_assert_cmpstr (second[3], ==, "—");
  g_assert_cmpuint (percent->blocks->len, ==, 3);
  last = percent->blocks->pdata[2];
  g_assert_cmpuint (last->table->columns->len, ==, 1 + 2 + 3);
}

static void
test_percent (void)
{
  g_autoptr (MerMethodology) rules = mer_methodology_shipped ("nok-2014-education", NULL);
  g_auto (MerRational) total = mer_rational_new (120, 1);
  g_auto (MerRational) percent = mer_percent_of_maximum (rules, &total);
  g_autofree char *text = mer_rational_to_decimal (&percent, 2);

  g_assert_cmpstr (text, ==, "75.00"); /* of 160 */
}

static void
test_no_cycle_before (RulesFixture *self,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mer_cycle_comparison_new (self->doc, 3, 0, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND);
}

/* --- what if ------------------------------------------------------------------------------ */

/* All that is told agrees with both tables. */
static void
check_effect (const MerWhatIf *effect)
{
  guint n_moved = 0;

  for (guint i = 0; i < effect->n_rows; i++)
    {
      const MerWhatIfRow *row = &effect->rows[i];

      g_assert_true (row->before->organization == row->after->organization);
      if (row->has_change)
        n_moved += row->before->rank != row->after->rank;
    }
  g_assert_cmpuint (effect->n_moved, ==, n_moved);
  for (guint i = 1; i < effect->n_by_change; i++)
    g_assert_cmpint (mer_rational_cmp (&effect->rows[effect->by_change[i - 1]].change,
                                       &effect->rows[effect->by_change[i]].change),
                     >=, 0);
}

static void
test_what_if (RulesFixture *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerResults) results = mer_results_load (self->doc, 2, MER_RESULTS_AS_RULED, &error);
  g_autoptr (MerMethodology) heavier = NULL;
  g_autoptr (MerMethodology) rules = NULL;
  g_autoptr (MerWhatIf) same = mer_what_if_for (self->doc, results, results->methodology, &error);
  g_autoptr (MerWhatIf) effect = NULL;
  g_autoptr (MerResults) applied = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (same->n_moved + same->n_changed + same->n_undefined + same->n_defined, ==, 0);
  heavier = mer_methodology_set (results->methodology, "indicator/1.1", "weight", "0.5", &error);
  g_assert_no_error (error);
  g_assert_null (mer_what_if_for (self->doc, results, heavier, &error)); /* sum of 1.2 */
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  rules = mer_methodology_set (heavier, "indicator/1.3", "weight", "0.2", &error);
  effect = mer_what_if_for (self->doc, results, rules, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (effect->n_changed, >, 0);
  g_assert_cmpuint (effect->n_gains + effect->n_losses, ==, effect->n_changed);
  check_effect (effect);
  rules_begin (self);
  rules_end (self, mer_change_methodology (self->doc, 2, rules, NULL, &error));
  applied = mer_results_load (self->doc, 2, MER_RESULTS_AS_RULED, &error);
  for (guint i = 0; i < effect->n_rows; i++)
    g_assert_cmpint (mer_rational_cmp (&effect->after->rows[i].total.value,
                                       &applied->scores->rows[i].total.value),
                     ==, 0);
}

/* Another filter: answers are counted again, as they will be once it is in force. */
static void
test_what_if_questions (RulesFixture *self,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerResults) results = mer_results_load (self->doc, 2, MER_RESULTS_AS_RULED, &error);
  g_autoptr (MerMethodology) rules = NULL;
  g_autoptr (MerWhatIf) effect = NULL;
  g_autoptr (MerResults) applied = NULL;

  rules = mer_methodology_set (results->methodology, "question/q4", "filter", "q1", &error);
  g_assert_no_error (error);
  g_assert_true (mer_what_if_needs_evidence (results->methodology, rules));
  effect = mer_what_if_for (self->doc, results, rules, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (effect->n_changed, >, 0);
  check_effect (effect);
  rules_begin (self);
  rules_end (self, mer_change_methodology (self->doc, 2, rules, NULL, &error));
  applied = mer_results_load (self->doc, 2, MER_RESULTS_AS_RULED, &error);
  for (guint i = 0; i < effect->n_rows; i++)
    g_assert_cmpint (mer_rational_cmp (&effect->after->rows[i].total.value,
                                       &applied->scores->rows[i].total.value),
                     ==, 0);
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
    { "/approval/approve", test_approve },
    { "/approval/draft-in-the-way", test_draft_in_the_way },
    { "/approval/nothing-to-approve", test_nothing_to_approve },
    { "/approval/reopen", test_reopen },
    { "/approval/frozen", test_frozen },
    { "/approval/changed-rules", test_changed_rules },
    { "/cycle-comparison/same-edition", test_same_edition },
    { "/cycle-comparison/other-edition", test_other_edition },
    { "/cycle-comparison/blocks", test_blocks },
    { "/cycle-comparison/no-cycle-before", test_no_cycle_before },
    { "/what-if/weights", test_what_if },
    { "/what-if/questions", test_what_if_questions },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, RulesFixture, NULL, set_up, tests[i].run, rules_tear_down);
  g_test_add_func ("/cycle-comparison/percent", test_percent);
  return g_test_run ();
}
