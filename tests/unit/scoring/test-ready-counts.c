/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ready counts in shares, every value computed by hand from the worked example. */

#include "worked-example.h"

#include "methodology/mer-ready-tally.h"
#include "scoring/mer-explanation.h"

/* What a poll counted, the questions by their numbers. */
static MerReadyAnswer
answer (guint number, guint32 asked, guint32 positive)
{
  return (MerReadyAnswer){ (int) number - 1, asked, positive };
}

static MerEvidence *
evidence_of (Example *example, guint id)
{
  return g_ptr_array_index (example->evidence, id - 1);
}

static void
add (Example *example, guint id, const MerReadyAnswer *answers, guint n)
{
  mer_ready_tally_add (evidence_of (example, id)->tally, example->methodology, answers, n);
}

static void
assert_score (Example *example, gint64 id, const char *code, const char *expected)
{
  g_autoptr (MerScoreTable) table = example_score (example);
  g_autoptr (MerExplanation) explanation =
    mer_explanation_new (table, mer_score_table_find (table, id), code);
  g_autofree char *text = explanation->score.defined
                            ? mer_rational_to_decimal (&explanation->score.value, 2)
                            : g_strdup ("-");

  g_assert_cmpstr (text, ==, expected);
}

/* 201 of 214 and 36 of 40: 237/254. */
static void
test_plain (void)
{
  g_autoptr (Example) example = example_new ();
  const MerReadyAnswer poll[] = { answer (5, 40, 36) };

  assert_score (example, 1, "2.3", "93.93");
  add (example, 1, poll, G_N_ELEMENTS (poll));
  assert_score (example, 1, "2.3", "93.31");
  assert_score (example, 1, "4.1", "97.66");
  g_assert_cmpuint (evidence_of (example, 1)->tally->n, ==, 214);
}

/* The asked have passed the filter: ½·(186/198 + 176/187). */
static void
test_filter (void)
{
  g_autoptr (Example) example = example_new ();
  const MerReadyAnswer poll[] = { answer (2, 30, 25) };

  add (example, 1, poll, G_N_ELEMENTS (poll));
  assert_score (example, 1, "1.3", "94.03");
}

/* A poll that tells of the filter too does not bring its positive answers in twice:
 * ½·(186/196 + 176/187). */
static void
test_filter_told (void)
{
  g_autoptr (Example) example = example_new ();
  const MerReadyAnswer poll[] = { answer (1, 50, 30), answer (2, 28, 25) };

  add (example, 1, poll, G_N_ELEMENTS (poll));
  assert_score (example, 1, "1.3", "94.51");
}

/* ½·(186/(214 + 30) + 176/214), and with 50 who were asked the filter ½·(186/(214 + 50) + …). */
static void
test_base_all (void)
{
  g_autoptr (Example) asked = example_new ();
  g_autoptr (Example) told = example_new ();
  const MerReadyAnswer poll[] = { answer (2, 30, 25), answer (1, 50, 30) };

  example_set (asked, "base.channel=all");
  add (asked, 1, poll, 1);
  assert_score (asked, 1, "1.3", "79.24");
  example_set (told, "base.channel=all");
  add (told, 1, poll, 2);
  assert_score (told, 1, "1.3", "76.35");
}

/* Of 214 questionnaires 10 leave the question blank: 227 of the 244 who answered, of 254 in all. */
static void
test_base_all_plain (void)
{
  g_autoptr (Example) example = example_new ();
  const MerReadyAnswer poll[] = { answer (5, 40, 36) };
  MerQuestionTally    *tally = &evidence_of (example, 1)->tally->questions[4];

  tally->count[MER_ANSWER_FIRST_OPTION] = tally->passed[MER_ANSWER_FIRST_OPTION] = 191;
  tally->count[MER_ANSWER_BLANK] = tally->passed[MER_ANSWER_BLANK] = 10;
  add (example, 1, poll, G_N_ELEMENTS (poll));
  assert_score (example, 1, "2.3", "93.03");
  example_set (example, "base=all");
  assert_score (example, 1, "2.3", "89.37");
}

/* Nobody of the second said to be disabled: the poll alone defines 3.3. */
static void
test_defines (void)
{
  g_autoptr (Example) example = example_new ();
  const MerReadyAnswer poll[] = { answer (7, 5, 4) };

  assert_score (example, 2, "3.3", "-");
  add (example, 2, poll, G_N_ELEMENTS (poll));
  assert_score (example, 2, "3.3", "80.00");
}

/* No questionnaire at all: what was counted is defined, the rest is not. */
static void
test_alone (void)
{
  g_autoptr (Example) example = example_new ();
  MerTally            *tally = evidence_of (example, 3)->tally;
  const MerReadyAnswer poll[] = { answer (5, 8, 6), answer (4, 4, 4) };

  memset (tally->questions, 0, tally->n_questions * sizeof tally->questions[0]);
  tally->n = 0;
  assert_score (example, 3, "2.3", "-");
  add (example, 3, poll, G_N_ELEMENTS (poll));
  assert_score (example, 3, "2.3", "75.00");
  assert_score (example, 3, "1.3", "100.00");
  assert_score (example, 3, "4.1", "-");
  g_assert_false (mer_tally_is_empty (tally));
}

static void
test_sums (void)
{
  g_autoptr (Example) example = example_new ();
  MerTally            *tally = evidence_of (example, 1)->tally;
  const MerReadyAnswer poll[] = { answer (2, 30, 25), answer (1, 50, 30) };

  add (example, 1, poll, G_N_ELEMENTS (poll));
  add (example, 1, poll, G_N_ELEMENTS (poll));
  g_assert_cmpuint (tally->questions[1].asked, ==, 60);
  g_assert_cmpuint (tally->questions[1].positive, ==, 50);
  g_assert_cmpuint (tally->questions[1].reached, ==, 100);
  mer_tally_add_ready (tally, 0, MER_ANSWER_FIRST_OPTION, MER_ANSWER_OTHER, G_MAXUINT32, 0, 0);
  mer_tally_add_ready (tally, 0, MER_ANSWER_FIRST_OPTION, MER_ANSWER_OTHER, G_MAXUINT32, 0, 0);
  g_assert_cmpuint (tally->questions[0].asked, ==, G_MAXUINT32);
}

/* Only the indicator of the question names a ready count as its source. */
static void
test_sources (void)
{
  g_autoptr (Example) example = example_new ();
  g_autoptr (MerScoreTable) table = NULL;
  g_autoptr (MerExplanation) with = NULL;
  g_autoptr (MerExplanation) without = NULL;
  const MerReadyAnswer poll[] = { answer (5, 40, 36) };
  MerEvidenceSource    source = { 7, 40, 3, MER_EVIDENCE_COUNTS, 4, 36 };

  add (example, 1, poll, G_N_ELEMENTS (poll));
  g_array_append_val (evidence_of (example, 1)->sources, source);
  table = example_score (example);
  with = mer_explanation_new (table, mer_score_table_find (table, 1), "2.3");
  without = mer_explanation_new (table, mer_score_table_find (table, 1), "4.1");
  g_assert_cmpuint (with->sources->len, ==, 2);
  g_assert_cmpint (g_array_index (with->sources, MerEvidenceSource, 1).kind, ==,
                   MER_EVIDENCE_COUNTS);
  g_assert_cmpuint (with->measurement.terms[0].asked, ==, 40);
  g_assert_cmpuint (with->measurement.terms[0].n, ==, 214);
  g_assert_cmpuint (without->sources->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ready-counts/plain", test_plain);
  g_test_add_func ("/ready-counts/filter", test_filter);
  g_test_add_func ("/ready-counts/filter-told", test_filter_told);
  g_test_add_func ("/ready-counts/base-all", test_base_all);
  g_test_add_func ("/ready-counts/base-all-plain", test_base_all_plain);
  g_test_add_func ("/ready-counts/defines", test_defines);
  g_test_add_func ("/ready-counts/alone", test_alone);
  g_test_add_func ("/ready-counts/sums", test_sums);
  g_test_add_func ("/ready-counts/sources", test_sources);
  return g_test_run ();
}
