/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A criterion of the council, counted into the total or shown beside it: scores by hand, both
 * ways of scoring, and weights that come back. */

#include <string.h>

#include "methodology/mer-methodology-xml.h"
#include "scoring/mer-explanation.h"
#include "scoring/mer-score-private.h"
#include "worked-example.h"

/* The federal edition with a sixth criterion of one indicator. */
static MerMethodology *
with_council (const char *indicator, const char *weight)
{
  g_autoptr (MerMethodology) shipped = mer_methodology_shipped ("nok-2018-education", NULL);
  g_autofree char *xml = mer_methodology_to_xml (shipped);
  const char      *end = strstr (xml, "  </criteria>\n");
  g_autoptr (GString) changed = g_string_new_len (xml, end - xml);
  g_autoptr (GError) error = NULL;
  MerMethodology *result;

  g_string_append_printf (
    changed,
    "    <criterion code=\"K6\" symbol=\"К6\" weight=\"%s\" maximum=\"100\" council=\"yes\">\n"
    "      <full-title>Готовность рекомендовать</full-title>\n"
    "      <title>Рекомендации</title>\n"
    "      <short-title>Рекомендации</short-title>\n"
    "      <indicator code=\"6.1\" weight=\"1\" measure=\"share\" cap=\"100\" %s>\n"
    "        <full-title>Доля</full-title>\n"
    "        <title>Доля</title>\n"
    "        <short-title>Доля</short-title>\n"
    "        <input question=\"%s\"/>\n"
    "      </indicator>\n"
    "    </criterion>\n",
    weight, strcmp (indicator, "q7") == 0 ? "base=\"filter\"" : "base=\"answers\"", indicator);
  g_string_append (changed, end);
  result = mer_methodology_from_xml (changed->str, changed->len, "council", &error);
  g_assert_no_error (error);
  return result;
}

static Example *
council_example (const char *indicator)
{
  Example *example = example_new ();

  mer_methodology_unref (example->methodology);
  example->methodology = with_council (indicator, "0.2");
  return example;
}

static void
assert_score (Example *example, gint64 organization, const char *code, const char *expected)
{
  g_autoptr (MerScoreTable) table = example_score (example);
  g_autofree char *text = example_text (table, organization, code, 2);

  g_assert_cmpstr (text, ==, expected);
}

/* А: 96,05 96,97 73,33 97,86 96,08 and 203 of 214 who would recommend. */
static void
test_readings (void)
{
  g_autoptr (Example) example = council_example ("q12");

  g_assert_true (mer_methodology_has_council_criteria (example->methodology));
  assert_score (example, 1, "K6", "94.86");
  assert_score (example, 1, "S", "92.06"); /* 460,29 / 5 */
  example_set (example, "council.criteria=total");
  assert_score (example, 1, "K6", "94.86");
  assert_score (example, 1, "S", "92.53"); /* 555,15 / 6 = 92,525 */
  example_set (example, "council.criteria=beside");
  assert_score (example, 1, "S", "92.06");
}

static void
test_exact (void)
{
  g_autoptr (Example) example = council_example ("q12");

  example_set (example, "rounding=exact");
  assert_score (example, 1, "S", "92.06");
  example_set (example, "council.criteria=total");
  assert_score (example, 1, "S", "92.52"); /* 92,5243…: (5·92,0568 + 94,8598) / 6 */
}

/* Nobody in Б told of a disability: the criterion beside is undefined, the total is not. */
static void
test_undefined (void)
{
  g_autoptr (Example) example = council_example ("q7");
  g_autoptr (MerScoreTable) beside = NULL;
  g_autoptr (MerScoreTable) total = NULL;

  example_set (example, "undefined.3.3=zero");
  beside = example_score (example);
  g_assert_true (example_find (beside, 2, "S")->defined);
  g_assert_false (example_find (beside, 2, "K6")->defined);
  example_set (example, "council.criteria=total");
  total = example_score (example);
  g_assert_false (example_find (total, 2, "S")->defined);
}

static void
assert_both_ways (Example *example)
{
  g_autoptr (MerScoreTable) table = example_score (example);
  g_autofree MerPlaceSum *places = g_new (MerPlaceSum, table->methodology->places->len + 1);
  g_autofree MerScore    *scores = g_new0 (MerScore, table->n_indicators + table->n_criteria);
  MerScorePlan            plan;

  mer_score_plan_init (&plan, example->methodology, example->items);
  g_assert_true (plan.integral);
  for (guint i = 0; i < table->n_rows; i++)
    {
      MerScoreRow       again = { .indicators = scores };
      MerMeasureContext context;

      again.criteria = scores + table->n_indicators;
      mer_score_plan_context (&plan, table->rows[i].evidence, places, &context);
      mer_score_row_exact (&plan, &context, &again);
      g_assert_cmpint (again.total.defined, ==, table->rows[i].total.defined);
      g_assert_cmpint (mer_rational_cmp (&again.total.value, &table->rows[i].total.value), ==, 0);
    }
  mer_score_plan_clear (&plan);
}

static void
test_both_ways (void)
{
  static const char *const questions[] = { "q7", "q12" };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (Example) example = council_example (questions[i]);

      assert_both_ways (example);
      example_set (example, "undefined=zero");
      assert_both_ways (example);
      example_set (example, "council.criteria=total");
      assert_both_ways (example);
    }
}

/* Whatever the reading, what is counted adds up, and the XML is one that can be read again. */
static void
test_weights (void)
{
  g_autoptr (MerMethodology) before = with_council ("q12", "0.2");
  g_autoptr (MerMethodology) total = NULL;
  g_autoptr (MerMethodology) back = NULL;
  g_autoptr (MerMethodology) again = NULL;
  g_autofree char *old = mer_methodology_to_xml (before);
  g_autofree char *counted = NULL;
  g_autofree char *restored = NULL;

  total = mer_methodology_with_policy (before, "council.criteria", "total", NULL);
  counted = mer_methodology_to_xml (total);
  g_assert_nonnull (strstr (counted, "code=\"K6\" symbol=\"К6\" weight=\"1/6\""));
  g_assert_nonnull (strstr (counted, "code=\"K1\" symbol=\"К1\" weight=\"1/6\""));
  again = mer_methodology_from_xml (counted, strlen (counted), "again", NULL);
  g_assert_nonnull (again);
  back = mer_methodology_with_policy (again, "council.criteria", "beside", NULL);
  restored = mer_methodology_to_xml (back);
  g_assert_cmpstr (restored, ==, old);
}

static void
test_weights_refused (void)
{
  g_autoptr (MerMethodology) before = with_council ("q12", "0.123457");
  g_autoptr (MerMethodology) total = NULL;
  g_autoptr (GError) error = NULL;

  total = mer_methodology_with_policy (before, "council.criteria", "total", &error);
  g_assert_null (total);
  g_assert_error (error, MER_METHODOLOGY_ERROR, MER_METHODOLOGY_ERROR_INVALID);
}

static void
test_explanation (void)
{
  g_autoptr (Example) example = council_example ("q12");
  g_autoptr (MerScoreTable) beside = example_score (example);
  g_autoptr (MerScoreTable) total = NULL;
  g_autoptr (MerExplanation) apart = NULL;
  g_autoptr (MerExplanation) together = NULL;

  apart = mer_explanation_new (beside, mer_score_table_find (beside, 1), "S");
  g_assert_cmpuint (apart->parts->len, ==, 5);
  g_assert_cmpuint (apart->beside->len, ==, 1);
  g_assert_cmpstr (((MerExplanation *) g_ptr_array_index (apart->beside, 0))->code, ==, "K6");
  example_set (example, "council.criteria=total");
  total = example_score (example);
  together = mer_explanation_new (total, mer_score_table_find (total, 1), "S");
  g_assert_cmpuint (together->parts->len, ==, 6);
  g_assert_cmpuint (together->beside->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/council/readings", test_readings);
  g_test_add_func ("/council/exact", test_exact);
  g_test_add_func ("/council/undefined", test_undefined);
  g_test_add_func ("/council/both-ways", test_both_ways);
  g_test_add_func ("/council/weights", test_weights);
  g_test_add_func ("/council/weights-refused", test_weights_refused);
  g_test_add_func ("/council/explanation", test_explanation);
  return g_test_run ();
}
