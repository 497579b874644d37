/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Progress told from another thread, throttled; tallies. */

#include "core/mer-evidence.h"
#include "core/mer-progress.h"

static void
count_cb (guint *n)
{
  (*n)++;
}

static gpointer
work (gpointer data)
{
  MerProgress *progress = data;

  for (guint64 i = 0; i <= 1000; i++)
    {
      mer_progress_set (progress, i, 1000);
      if (i % 10 == 0)
        g_usleep (3000);
    }
  return NULL;
}

static void
test_progress (void)
{
  g_autoptr (MerProgress) progress = mer_progress_new ();
  guint    notified = 0;
  gint64   started = g_get_monotonic_time ();
  gint64   tenths = 0;
  GThread *thread = NULL;

  g_assert_cmpfloat (mer_progress_get_remaining (progress), <, 0);
  g_signal_connect_swapped (progress, "notify::done", G_CALLBACK (count_cb), &notified);
  thread = g_thread_new ("work", work, progress);
  while (mer_progress_get_done (progress) < 1000)
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (thread);
  tenths = (g_get_monotonic_time () - started) / (G_USEC_PER_SEC / 10);
  g_assert_cmpuint (notified, >=, 2);
  g_assert_cmpint (notified, <=, tenths + 2);
  g_assert_cmpuint (mer_progress_get_total (progress), ==, 1000);
  g_assert_cmpfloat (mer_progress_get_rate (progress), >, 0);
  g_assert_cmpfloat_with_epsilon (mer_progress_get_remaining (progress), 0, 1e-9);
}

static void
test_finalize (void)
{
  MerProgress *progress = mer_progress_new ();

  mer_progress_set (progress, 1, 0);
  g_assert_cmpfloat (mer_progress_get_remaining (progress), <, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_usleep (110000);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (progress);
}

static void
test_tally (void)
{
  g_autoptr (MerTally) sum = mer_tally_new (2);
  g_autoptr (MerTally) more = mer_tally_new (2);

  more->n = 3;
  more->questions[1].count[MER_ANSWER_FIRST_OPTION] = 2;
  more->questions[1].passed[MER_ANSWER_FIRST_OPTION] = 1;
  mer_tally_add (sum, more);
  mer_tally_add (sum, more);
  g_assert_cmpuint (sum->n, ==, 6);
  g_assert_cmpuint (sum->questions[1].count[MER_ANSWER_FIRST_OPTION], ==, 4);
  g_assert_cmpuint (sum->questions[1].passed[MER_ANSWER_FIRST_OPTION], ==, 2);
  g_assert_cmpuint (sum->questions[0].count[MER_ANSWER_FIRST_OPTION], ==, 0);
}

static void
test_evidence (void)
{
  g_autoptr (MerEvidence) evidence = mer_evidence_new (5, 14, 3);

  g_assert_cmpint (evidence->organization_id, ==, 5);
  g_assert_cmpuint (evidence->tally->n_questions, ==, 14);
  g_assert_cmpint (evidence->marks[2], ==, MER_MARK_NOT_REQUIRED);
  g_assert_cmpuint (evidence->sources->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/progress/throttled", test_progress);
  g_test_add_func ("/core/progress/finalize", test_finalize);
  g_test_add_func ("/core/tally/add", test_tally);
  g_test_add_func ("/core/evidence/new", test_evidence);
  return g_test_run ();
}
