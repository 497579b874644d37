/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The document of the invented district: what the window and the pictures show of it. */

#include "app/mer-new-document.h"
#include "app/mer-results.h"
#include "methodology/mer-methodology-edit.h"
#include "store/mer-draft-store.h"
#include "store/mer-point-store.h"
#include "store/mer-stack-store.h"

#include <glib/gstdio.h>

typedef struct
{
  char        *folder;
  MerDocument *doc;
  MerResults  *results;
} Fixture;

static char *
document_path (const Fixture *self)
{
  return g_build_filename (self->folder, "demo.merilo", NULL);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("mer-demo-XXXXXX", &error);
  path = document_path (self);
  self->doc = mer_demo_document (path, &error);
  g_assert_no_error (error);
  self->results = mer_results_load (self->doc, 0, MER_RESULTS_AS_RULED, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *path = document_path (self);

  mer_results_unref (self->results);
  g_clear_object (&self->doc);
  g_unlink (path);
  /* nothing else is left behind */
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
}

static void
test_contents (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (GPtrArray) cycles = mer_store_cycles (self->doc, NULL);
  g_autoptr (GPtrArray) groups = mer_store_groups (self->doc, NULL);
  g_autoptr (GPtrArray) problems = mer_document_verify (self->doc, NULL);
  g_autofree char *territory = mer_document_get_setting (self->doc, "territory");
  MerScoreTable   *before = NULL;

  g_assert_cmpuint (cycles->len, ==, 3);
  g_assert_true (((MerCycle *) g_ptr_array_index (cycles, 1))->approved);
  g_assert_false (self->results->cycle->approved);
  g_assert_cmpuint (groups->len, ==, 1);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpstr (territory, ==, "Верхнеольховского района");
  g_assert_null (mer_document_get_undo_label (self->doc));
  /* 40 in the registry, of which one is closed and one was joined to another */
  g_assert_cmpuint (self->results->n_registry, ==, 38);
  g_assert_cmpuint (self->results->scores->n_rows, ==, 36);
  g_assert_cmpuint (self->results->scores->n_ranked, ==, 35);
  before = mer_score_past_of_cycle (self->results->past, self->results->previous_cycle);
  g_assert_cmpuint (before->n_rows, ==, 35);
  for (guint i = 0; i < self->results->batches->len; i++)
    {
      const MerBatch *batch = g_ptr_array_index (self->results->batches, i);

      g_assert_cmpint (batch->rejected, ==, 0);
    }
}

/* The earlier year: other rules, experts' points from a file and typed in, a draft of the rules
 * with one change; the cycle that is worked on has none. */
static void
test_earlier (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GPtrArray) cycles = mer_store_cycles (self->doc, NULL);
  const MerCycle *oldest = g_ptr_array_index (cycles, 0);
  g_autoptr (MerResults) results =
    mer_results_load (self->doc, oldest->id, MER_RESULTS_AS_RULED, NULL);
  g_autoptr (GPtrArray) points = mer_store_expert_points (self->doc, oldest->id, NULL);
  g_autoptr (MerRulesDraft) draft = NULL;
  g_autoptr (GPtrArray) differences = NULL;

  g_assert_cmpstr (results->methodology->id, ==, "nok-2014-education");
  g_assert_cmpuint (results->scores->n_rows, ==, 13);
  g_assert_cmpuint (results->scores->n_ranked, ==, 13);
  g_assert_cmpuint (points->len, ==, 2 * 13);
  for (guint i = 0; i < results->batches->len; i++)
    g_assert_cmpint (((MerBatch *) g_ptr_array_index (results->batches, i))->rejected, ==, 0);
  g_assert_true (mer_store_find_draft (self->doc, oldest->id, &draft, NULL));
  differences = mer_methodology_differences (results->methodology, draft->methodology);
  g_assert_cmpuint (differences->len, ==, 1);
  g_assert_false (mer_store_has_draft (self->doc, self->results->cycle->id));
  g_assert_cmpint (mer_store_latest_methodology_id (self->doc), ==,
                   self->results->cycle->methodology_id);
}

/* One stack is closed and counts, one is still being typed in and does not. */
static void
test_paper (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (GPtrArray) stacks = mer_store_stacks (self->doc, self->results->cycle->id, NULL);
  const MerStack    *closed = g_ptr_array_index (stacks, 0);
  const MerStack    *open = g_ptr_array_index (stacks, 1);
  const MerScoreRow *row = mer_results_find_organization (self->results, self->doc,
                                                          "ДС «Родничок»");

  g_assert_cmpuint (stacks->len, ==, 2);
  g_assert_cmpint (closed->batch_id, >, 0);
  g_assert_cmpint (closed->entered, ==, 12);
  g_assert_cmpint (closed->expected, ==, 12);
  g_assert_cmpint (open->batch_id, ==, 0);
  g_assert_cmpint (open->entered, ==, 7);
  g_assert_cmpint (open->expected, ==, 20);
  /* 54 of the file and 12 on paper: as many as the tables to import by hand hold */
  g_assert_cmpuint (row->evidence->tally->n, ==, 66);
  row = mer_results_find_organization (self->results, self->doc, "ДС «Сказка»");
  g_assert_cmpuint (row->evidence->tally->n, ==, 101);
}

static char *
total_of (Fixture    *self,
          const char *name)
{
  const MerScoreRow *row = mer_results_find_organization (self->results, self->doc, name);

  g_assert_nonnull (row);
  return row->total.defined ? mer_rational_to_decimal (&row->total.value, 2) : NULL;
}

static void
test_scores (Fixture      *self,
             gconstpointer data)
{
  g_autofree char     *example = total_of (self, "ДС «Радуга»");
  g_autofree char     *undecided = total_of (self, "Вечерняя школа");
  const MerScoreTable *table = self->results->scores;
  MerRational          sums[5] = { MER_RATIONAL_ZERO, MER_RATIONAL_ZERO, MER_RATIONAL_ZERO,
                                   MER_RATIONAL_ZERO, MER_RATIONAL_ZERO };

  g_assert_cmpstr (example, ==, "92.06");
  g_assert_null (undecided);
  g_assert_cmpuint (table->n_criteria, ==, 5);
  for (guint r = 0; r < table->n_ranked; r++)
    for (guint k = 0; k < 5; k++)
      {
        MerRational sum = mer_rational_add (&sums[k], &table->rows[r].criteria[k].value);

        mer_rational_clear (&sums[k]);
        sums[k] = sum;
      }
  /* accessibility is clearly the weakest: its mean is ten points below each other's */
  for (guint k = 0; k < 5; k++)
    {
      MerRational margin = mer_rational_new (table->n_ranked * 10, 1);
      g_auto (MerRational) raised = mer_rational_add (&sums[2], &margin);

      if (k != 2)
        g_assert_cmpint (mer_rational_cmp (&raised, &sums[k]), <, 0);
    }
  for (guint k = 0; k < 5; k++)
    mer_rational_clear (&sums[k]);
}

static void
test_states (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GPtrArray) organizations = mer_store_organizations (self->doc, NULL);
  guint gone = 0;

  for (guint i = 0; i < organizations->len; i++)
    {
      const MerOrganization *organization = g_ptr_array_index (organizations, i);

      gone += organization->state != MER_ORGANIZATION_WORKING ? 1 : 0;
      g_assert_nonnull (organization->inn);
      g_assert_nonnull (organization->address);
      g_assert_nonnull (organization->head);
    }
  g_assert_cmpuint (gone, ==, 2);
}

static void
test_existing_file (Fixture      *self,
                    gconstpointer data)
{
  g_autofree char *path = document_path (self);
  g_autoptr (GError) error = NULL;

  g_assert_null (mer_demo_document (path, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_EXISTS);
}

#define ADD(path, function) \
  g_test_add ("/app/demo/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("contents", test_contents);
  ADD ("earlier", test_earlier);
  ADD ("paper", test_paper);
  ADD ("scores", test_scores);
  ADD ("states", test_states);
  ADD ("existing-file", test_existing_file);
  return g_test_run ();
}
