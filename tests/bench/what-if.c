/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long it takes to tell what an edit of the rules would do to a region of 1,500
 * organizations, from the methodology with another weight to the sorted changes. */

#include <stdlib.h>

#include "app/mer-what-if.h"
#include "mer-test-scores.h"
#include "methodology/mer-methodology-edit.h"

#define ORGANIZATIONS 1500
#define ROUNDS 21

static int
compare_times (const void *a,
               const void *b)
{
  const gint64 *x = a, *y = b;

  return *x < *y ? -1 : *x > *y;
}

/* One indicator's weight, and another's that makes up for it. */
static MerMethodology *
edit (const MerMethodology *rules,
      guint                 round)
{
  g_autofree char *first = g_strdup_printf ("0.%u", 20 + round);
  g_autofree char *second = g_strdup_printf ("0.%u", 50 - round);
  g_autoptr (MerMethodology) half =
    mer_methodology_set (rules, "indicator/1.1", "weight", first, NULL);

  return mer_methodology_set (half, "indicator/1.3", "weight", second, NULL);
}

int
main (void)
{
  g_autoptr (MerScoreTable) table = mer_test_scores_many (ORGANIZATIONS);
  gint64 times[ROUNDS];
  gint64 edits[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (MerMethodology) rules = edit (table->methodology, i);
      g_autoptr (MerWhatIf) effect = NULL;

      edits[i] = g_get_monotonic_time () - begin;
      g_assert (!mer_what_if_needs_evidence (table->methodology, rules));
      effect = mer_what_if_new (table, rules, NULL);
      times[i] = g_get_monotonic_time () - begin;
      g_assert (effect->n_rows == ORGANIZATIONS);
    }
  qsort (times, ROUNDS, sizeof *times, compare_times);
  qsort (edits, ROUNDS, sizeof *edits, compare_times);
  g_print ("%-24s %8" G_GINT64_FORMAT " us   target -\n", "two edits of weights",
           edits[ROUNDS / 2]);
  g_print ("%-24s %8" G_GINT64_FORMAT " us   target 5000\n", "edits and their effect",
           times[ROUNDS / 2]);
  return 0;
}
