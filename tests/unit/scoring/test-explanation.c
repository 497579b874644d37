/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tree of facts under a score. */

#include "worked-example.h"

#include "scoring/mer-explanation.h"

static MerExplanation *
explain (const char *policies, gint64 id, const char *code)
{
  g_autoptr (Example) example = example_new ();
  g_autoptr (MerScoreTable) table = NULL;

  example_set (example, policies);
  table = example_score (example);
  return mer_explanation_new (table, mer_score_table_find (table, id), code);
}

static void
assert_number (const MerRational *number, guint decimals, const char *expected)
{
  g_autofree char *text = mer_rational_to_decimal (number, decimals);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_tree (void)
{
  g_autoptr (MerExplanation) total = explain ("", 1, "S");
  const MerExplanation *criterion = g_ptr_array_index (total->parts, 2);
  const MerExplanation *indicator = g_ptr_array_index (criterion->parts, 2);

  g_assert_cmpint (total->level, ==, MER_EXPLAIN_TOTAL);
  g_assert_cmpuint (total->parts->len, ==, 5);
  assert_number (&total->unrounded, 4, "92.0580");
  assert_number (&total->score.value, 4, "92.0600");
  g_assert_cmpint (criterion->level, ==, MER_EXPLAIN_CRITERION);
  g_assert_cmpstr (criterion->code, ==, "K3");
  g_assert_cmpstr (criterion->symbol, ==, "К3");
  g_assert_cmpuint (criterion->parts->len, ==, 3);
  assert_number (&criterion->weight, 1, "0.2");
  g_assert_cmpint (indicator->level, ==, MER_EXPLAIN_INDICATOR);
  g_assert_cmpstr (indicator->code, ==, "3.3");
  assert_number (&indicator->weight, 1, "0.3");
  assert_number (&indicator->unrounded, 6, "77.777778");
  assert_number (&indicator->score.value, 6, "77.780000");
}

static void
test_terms (void)
{
  g_autoptr (MerExplanation) share = explain ("", 1, "1.3");
  g_autoptr (MerExplanation) places = explain ("", 1, "1.1");
  g_autoptr (MerExplanation) items = explain ("", 1, "1.2");
  const MerTerm *stand = &share->measurement.terms[0];

  g_assert_cmpuint (share->measurement.n_terms, ==, 2);
  g_assert_cmpuint (stand->halves, ==, 2 * 161);
  g_assert_cmpuint (stand->denominator, ==, 168);
  g_assert_cmpuint (stand->passed, ==, 168);
  g_assert_cmpuint (stand->answered, ==, 168);
  g_assert_cmpuint (stand->n, ==, 214);
  g_assert_cmpuint (places->measurement.terms[1].halves, ==, 2 * 49);
  g_assert_cmpuint (places->measurement.terms[1].required, ==, 52);
  g_assert_cmpuint (items->measurement.terms[0].halves, ==, 2 * 5);
  g_assert_true (items->capped);
  g_assert_false (places->capped);
}

static void
assert_base (const char *policies, const char *code, const char *key, const char *base)
{
  g_autoptr (MerExplanation) explanation = explain (policies, 1, code);

  g_assert_cmpstr (explanation->base_key, ==, key);
  g_assert_cmpstr (explanation->base, ==, base);
}

static void
test_bases (void)
{
  assert_base ("", "1.3", "base.channel", "filter");
  assert_base ("base.channel=all", "4.3", "base.channel", "all");
  assert_base ("base.channel=all base=all", "3.3", NULL, "filter");
  assert_base ("", "5.1", "base", "answered");
  assert_base ("base=all", "2.3", "base", "all");
  assert_base ("", "1.1", NULL, NULL);
  assert_base ("", "3.1", NULL, NULL);
}

static void
assert_source (const char *code, gint64 batch_id)
{
  g_autoptr (MerExplanation) explanation = explain ("", 1, code);

  g_assert_cmpuint (explanation->sources->len, ==, 1);
  g_assert_cmpint (g_array_index (explanation->sources, MerEvidenceSource, 0).batch_id, ==,
                   batch_id);
}

static void
test_sources (void)
{
  assert_source ("1.1", 1);
  assert_source ("3.2", 1);
  assert_source ("1.3", 2);
  assert_source ("5.3", 2);
}

static void
test_settled (void)
{
  g_autoptr (MerExplanation) undecided = explain ("", 2, "3.3");
  g_autoptr (MerExplanation) mean = explain ("undefined=mean", 2, "3.3");
  g_autoptr (MerExplanation) excluded = explain ("rounding=exact undefined=exclude", 2, "K3");

  g_assert_false (undecided->score.defined);
  g_assert_cmpint (undecided->score.undefined, ==, MER_UNDEFINED_NO_BASE);
  g_assert_cmpint (mean->score.settled, ==, MER_SETTLED_MEAN);
  g_assert_cmpint (mean->score.undefined, ==, MER_UNDEFINED_NO_BASE);
  assert_number (&mean->score.value, 2, "40.00");
  assert_number (&mean->unrounded, 2, "40.00");
  assert_number (&excluded->unrounded, 6, "42.857143");
}

static void
test_unknown_code (void)
{
  g_assert_null (explain ("", 1, "9.9"));
  g_assert_null (explain ("", 1, ""));
}

/* A tree outlives whoever made it. */
static void
test_keeps_its_table (void)
{
  g_autoptr (MerExplanation) explanation = explain ("", 1, "S");

  g_assert_cmpstr (explanation->row->organization->name, ==, "А");
  g_assert_cmpuint (explanation->table->n_rows, ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explanation/tree", test_tree);
  g_test_add_func ("/explanation/terms", test_terms);
  g_test_add_func ("/explanation/bases", test_bases);
  g_test_add_func ("/explanation/sources", test_sources);
  g_test_add_func ("/explanation/settled", test_settled);
  g_test_add_func ("/explanation/unknown-code", test_unknown_code);
  g_test_add_func ("/explanation/keeps-its-table", test_keeps_its_table);
  return g_test_run ();
}
