/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The shipped edition holds what the federal order says; policies and bands. */

#include "methodology/mer-measure.h"
#include "methodology/mer-methodology-xml.h"
#include "methodology/mer-methodology.h"
#include "methodology/mer-policy.h"

static MerMethodology *
load (void)
{
  g_autoptr (GError) error = NULL;
  MerMethodology *methodology = mer_methodology_shipped ("nok-2018-education", &error);

  g_assert_no_error (error);
  g_assert_nonnull (methodology);
  return methodology;
}

static void
test_indicators (void)
{
  static const struct
  {
    const char *code, *weight, *kind, *points;
    MerBase     base;
    gboolean    may_be_undefined;
  } expected[] = {
    { "1.1", "0.3", "place-ratio", "0", MER_BASE_NONE, FALSE },
    { "1.2", "0.3", "items", "30", MER_BASE_NONE, FALSE },
    { "1.3", "0.4", "share-mean", "0", MER_BASE_CHANNEL, TRUE },
    { "2.1", "0.5", "items", "20", MER_BASE_NONE, FALSE },
    { "2.3", "0.5", "share", "0", MER_BASE_ANSWERS, FALSE },
    { "3.1", "0.3", "items", "20", MER_BASE_NONE, FALSE },
    { "3.2", "0.4", "items", "20", MER_BASE_NONE, FALSE },
    { "3.3", "0.3", "share", "0", MER_BASE_FILTER, TRUE },
    { "4.1", "0.4", "share", "0", MER_BASE_ANSWERS, FALSE },
    { "4.2", "0.4", "share", "0", MER_BASE_ANSWERS, FALSE },
    { "4.3", "0.2", "share", "0", MER_BASE_CHANNEL, TRUE },
    { "5.1", "0.3", "share", "0", MER_BASE_ANSWERS, FALSE },
    { "5.2", "0.2", "share", "0", MER_BASE_ANSWERS, FALSE },
    { "5.3", "0.5", "share", "0", MER_BASE_ANSWERS, FALSE },
  };
  g_autoptr (MerMethodology) methodology = load ();
  g_autoptr (GPtrArray) indicators = mer_methodology_indicators (methodology);

  g_assert_cmpuint (indicators->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < indicators->len; i++)
    {
      const MerIndicator *indicator = g_ptr_array_index (indicators, i);
      g_autofree char    *weight = mer_rational_to_string (&indicator->weight);
      g_autofree char    *points = mer_rational_to_string (&indicator->points);
      g_autofree char    *cap = mer_rational_to_string (&indicator->cap);

      g_assert_cmpstr (indicator->code, ==, expected[i].code);
      g_assert_cmpstr (weight, ==, expected[i].weight);
      g_assert_cmpstr (indicator->kind->id, ==, expected[i].kind);
      g_assert_cmpstr (points, ==, expected[i].points);
      g_assert_cmpstr (cap, ==, "100");
      g_assert_cmpint (indicator->base, ==, expected[i].base);
      g_assert_cmpint (indicator->may_be_undefined, ==, expected[i].may_be_undefined);
    }
}

static void
test_criteria (void)
{
  g_autoptr (MerMethodology) methodology = load ();

  g_assert_cmpuint (methodology->criteria->len, ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      const MerCriterion *criterion = g_ptr_array_index (methodology->criteria, i);
      g_autofree char    *code = g_strdup_printf ("K%u", i + 1);
      g_autofree char    *symbol = g_strdup_printf ("К%u", i + 1);
      g_autofree char    *weight = mer_rational_to_string (&criterion->weight);

      g_assert_cmpstr (criterion->code, ==, code);
      g_assert_cmpstr (criterion->symbol, ==, symbol);
      g_assert_cmpstr (weight, ==, "0.2");
      g_assert_true (mer_methodology_find_criterion (methodology, code) == criterion);
    }
  g_assert_null (mer_methodology_find_criterion (methodology, "K6"));
}

static void
test_questions (void)
{
  static const int filters[14] = { -1, 0, -1, 2, -1, -1, 5, -1, -1, -1, 9, -1, -1, -1 };
  g_autoptr (MerMethodology) methodology = load ();

  g_assert_cmpuint (methodology->questions->len, ==, 14);
  for (guint i = 0; i < 14; i++)
    {
      const MerQuestion *question = g_ptr_array_index (methodology->questions, i);
      g_autofree char   *code = g_strdup_printf ("q%u", i + 1);
      const MerOption   *yes = g_ptr_array_index (question->options, 0);
      const MerOption   *no = g_ptr_array_index (question->options, 1);

      g_assert_cmpstr (question->code, ==, code);
      g_assert_cmpint (question->filter, ==, filters[i]);
      g_assert_true (question->required);
      g_assert_cmpuint (question->options->len, ==, 3);
      g_assert_cmpstr (yes->text, ==, "Да");
      g_assert_true (yes->positive);
      g_assert_cmpstr (no->text, ==, "Нет");
      g_assert_false (no->positive);
      g_assert_true (((const MerOption *) question->options->pdata[2])->unsure);
      g_assert_false (no->unsure || yes->unsure);
      g_assert_cmpuint (g_strv_length (question->variants), >=, 10);
    }
  g_assert_nonnull (mer_methodology_find_column (methodology, "organization"));
  g_assert_null (mer_methodology_find_column (methodology, "q1"));
}

static void
test_places (void)
{
  static const struct
  {
    const char *code;
    guint       n_items;
  } expected[] = {
    { "stand", 14 },
    { "site", 54 },
    { "remote", 5 },
    { "comfort", 5 },
    { "equipment", 5 },
    { "conditions", 6 },
  };
  g_autoptr (MerMethodology) methodology = load ();

  g_assert_cmpuint (methodology->places->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      int             index = mer_methodology_find_place (methodology, expected[i].code);
      const MerPlace *place;

      g_assert_cmpint (index, >=, 0);
      place = g_ptr_array_index (methodology->places, index);
      g_assert_cmpuint (place->items->len, ==, expected[i].n_items);
      g_assert_cmpuint (g_strv_length (place->header_words), >, 0);
    }
  g_assert_cmpint (mer_methodology_find_place (methodology, "roof"), ==, -1);
}

static const MerItem *
find_item (const MerMethodology *methodology, const char *place, const char *variant)
{
  const MerPlace *found = g_ptr_array_index (methodology->places,
                                             mer_methodology_find_place (methodology, place));

  for (guint i = 0; i < found->items->len; i++)
    {
      const MerItem *item = g_ptr_array_index (found->items, i);

      if (g_strv_contains ((const char *const *) item->variants, variant))
        return item;
    }
  return NULL;
}

static void
test_item_kinds (void)
{
  g_autoptr (MerMethodology) methodology = load ();
  const MerItem *charter = find_item (methodology, "site", "Копия устава");
  const MerItem *accreditation = find_item (methodology, "site", "Аккредитация");

  g_assert_cmpuint (charter->kinds, ==, (1u << MER_N_ORGANIZATION_KINDS) - 1);
  g_assert_cmpuint (accreditation->kinds, ==,
                    1u << MER_ORGANIZATION_GENERAL | 1u << MER_ORGANIZATION_VOCATIONAL);
}

static void
test_defaults (void)
{
  g_autoptr (MerMethodology) methodology = load ();
  guint            n;
  const MerPolicy *policies = mer_policies (&n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (mer_methodology_policy (methodology, policies[i].key), ==,
                       policies[i].default_value);
      g_assert_nonnull (mer_policy_choice (&policies[i], policies[i].default_value));
      g_assert_true (mer_policy_find (policies[i].key) == &policies[i]);
    }
  g_assert_cmpstr (mer_methodology_policy (methodology, "undefined.3.3"), ==, "inherit");
  g_assert_cmpstr (mer_methodology_undefined_policy (methodology, "3.3"), ==, "undecided");
}

static void
test_with_policy (void)
{
  g_autoptr (MerMethodology) methodology = load ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) mean =
    mer_methodology_with_policy (methodology, "undefined", "mean", &error);
  g_autoptr (MerMethodology) zero =
    mer_methodology_with_decision (mean, "undefined.3.3", "zero", "2024-12-12", &error);
  g_autoptr (MerMethodology) again =
    mer_methodology_with_policy (zero, "undefined.3.3", "inherit", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (mer_methodology_undefined_policy (methodology, "3.3"), ==, "undecided");
  g_assert_cmpstr (mer_methodology_undefined_policy (mean, "3.3"), ==, "mean");
  g_assert_cmpstr (mer_methodology_undefined_policy (zero, "3.3"), ==, "zero");
  g_assert_cmpstr (mer_methodology_undefined_policy (zero, "4.3"), ==, "mean");
  g_assert_cmpstr (g_hash_table_lookup (zero->decided, "undefined.3.3"), ==, "2024-12-12");
  g_assert_null (g_hash_table_lookup (again->decided, "undefined.3.3"));
}

static void
test_unknown_policy (void)
{
  static const char *const cases[][2] = {
    { "colour", "blue" }, { "ties", "alphabetical" }, { "undefined.9.9", "zero" }, { "ties", "" }
  };
  g_autoptr (MerMethodology) methodology = load ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (mer_methodology_with_policy (methodology, cases[i][0], cases[i][1], &error));
      g_assert_error (error, MER_METHODOLOGY_ERROR, MER_METHODOLOGY_ERROR_UNKNOWN);
    }
}

static void
test_unknown_edition (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mer_methodology_shipped ("../secret", &error));
  g_assert_error (error, MER_METHODOLOGY_ERROR, MER_METHODOLOGY_ERROR_UNKNOWN);
}

static void
assert_band (MerMethodology *methodology, const char *edge, const char *score, const char *code)
{
  g_autoptr (MerMethodology) ruled =
    mer_methodology_with_policy (methodology, "band.edge", edge, NULL);
  g_auto (MerRational) value = MER_RATIONAL_ZERO;

  g_assert_true (mer_rational_parse (score, &value));
  g_assert_cmpstr (mer_methodology_band_of (ruled, &value)->code, ==, code);
}

static void
test_bands (void)
{
  g_autoptr (MerMethodology) methodology = load ();

  assert_band (methodology, "half", "100", "excellent");
  assert_band (methodology, "half", "80.5", "excellent");
  assert_band (methodology, "half", "80.49", "good");
  assert_band (methodology, "half", "0", "unsatisfactory");
  assert_band (methodology, "half", "20.5", "below-average");
  assert_band (methodology, "over", "80.01", "excellent");
  assert_band (methodology, "over", "80", "good");
  assert_band (methodology, "from", "81", "excellent");
  assert_band (methodology, "from", "80.99", "good");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/methodology/indicators", test_indicators);
  g_test_add_func ("/methodology/criteria", test_criteria);
  g_test_add_func ("/methodology/questions", test_questions);
  g_test_add_func ("/methodology/places", test_places);
  g_test_add_func ("/methodology/item-kinds", test_item_kinds);
  g_test_add_func ("/methodology/defaults", test_defaults);
  g_test_add_func ("/methodology/with-policy", test_with_policy);
  g_test_add_func ("/methodology/unknown-policy", test_unknown_policy);
  g_test_add_func ("/methodology/unknown-edition", test_unknown_edition);
  g_test_add_func ("/methodology/bands", test_bands);
  return g_test_run ();
}
