/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long one stored edit of the rules keeps the window waiting, by steps: `bench-edit-rules
 * DOCUMENT` on a copy of a document, or on an empty one in TMPDIR. Medians. What a durable
 * change of a few bytes takes on the same disk stands beside it. */

#include <locale.h>
#include <stdlib.h>

#include "batch-fixture.h"

#include "app/mer-edit-rules.h"
#include "methodology/mer-methodology-edit.h"

#define ROUNDS 31

typedef enum
{
  STEP_EDIT,
  STEP_BEGIN,
  STEP_WRITE,
  STEP_COMMIT,
  STEP_JUDGE,
  STEP_SETTING,
  N_STEPS,
} Step;

static const char *const titles[N_STEPS] = {
  "the rules with another weight",
  "beginning the action",
  "writing the draft",
  "making it durable",
  "problems",
  "a durable setting, for comparison",
};

static int
compare (const void *a,
         const void *b)
{
  const gint64 *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static void
lap (gint64 *start,
     gint64 (*times)[ROUNDS],
     Step  step,
     guint round)
{
  gint64 now = g_get_monotonic_time ();

  times[step][round] = now - *start;
  *start = now;
}

static void
edit_once (MerDocument *document,
           gint64 (*times)[ROUNDS],
           guint round)
{
  g_autofree char *weight = g_strdup_printf ("0.%02u", 20 + round);
  g_autoptr (MerRulesDraft) draft = NULL;
  g_autoptr (MerMethodology) rules = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  gint64 start = 0;

  g_assert_true (mer_edit_rules_find (document, 0, &draft, NULL));
  start = g_get_monotonic_time ();
  rules = mer_methodology_set (draft->methodology, "indicator/1.1", "weight", weight, NULL);
  lap (&start, times, STEP_EDIT, round);
  g_assert_true (mer_document_begin (document, "правка", NULL));
  lap (&start, times, STEP_BEGIN, round);
  g_assert_true (mer_edit_rules_change (document, 0, rules, NULL));
  lap (&start, times, STEP_WRITE, round);
  g_assert_true (mer_document_commit (document, NULL));
  lap (&start, times, STEP_COMMIT, round);
  problems = mer_methodology_problems (rules);
  lap (&start, times, STEP_JUDGE, round);

  g_assert_true (mer_document_begin (document, "настройка", NULL));
  g_assert_true (mer_document_set_setting (document, "bench", weight, NULL));
  g_assert_true (mer_document_commit (document, NULL));
  lap (&start, times, STEP_SETTING, round);
}

static void
measure (MerDocument *document)
{
  gint64 times[N_STEPS][ROUNDS];

  g_assert_true (mer_document_begin (document, "правка", NULL));
  if (!mer_edit_rules_begin (document, 0, NULL))
    g_print ("the rules are being edited already\n");
  g_assert_true (mer_document_commit (document, NULL));
  for (guint i = 0; i < ROUNDS; i++)
    edit_once (document, times, i);
  for (Step step = 0; step < N_STEPS; step++)
    {
      qsort (times[step], ROUNDS, sizeof **times, compare);
      g_print ("%-36s %8" G_GINT64_FORMAT " us\n", titles[step], times[step][ROUNDS / 2]);
    }
}

int
main (int   argc,
      char *argv[])
{
  BatchFixture fixture = { 0 };
  g_autoptr (MerDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (argc < 2)
    {
      batch_fixture_set_up (&fixture, NULL);
      measure (fixture.base.document);
      batch_fixture_tear_down (&fixture, NULL);
      return 0;
    }
  document = mer_document_open (argv[1], MER_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  measure (document);
  return 0;
}
