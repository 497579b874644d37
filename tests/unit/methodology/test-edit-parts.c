/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adding, copying, removing and moving parts, and making weights add up. */

#include "methodology/mer-methodology-edit.h"
#include "methodology/mer-methodology-xml.h"

static MerMethodology *
load (const char *id)
{
  g_autoptr (GError) error = NULL;
  MerMethodology *methodology = mer_methodology_shipped (id, &error);

  g_assert_no_error (error);
  return methodology;
}

static void
assert_property (const MerMethodology *self,
                 const char           *path,
                 const char           *property,
                 const char           *expected)
{
  g_autofree char *value = mer_methodology_get (self, path, property);

  if (g_strcmp0 (value, expected) != 0)
    g_error ("%s %s is “%s”, not “%s”", path, property, value, expected);
}

static void
assert_same (const MerMethodology *a, const MerMethodology *b)
{
  g_autofree char *one = mer_methodology_to_xml (a);
  g_autofree char *two = mer_methodology_to_xml (b);

  g_assert_cmpstr (one, ==, two);
}

/* Codes go on where they ended; removing the new part gives the old methodology. */
static void
test_add (void)
{
  static const struct
  {
    MerPartKind kind;
    const char *owner, *path;
  } cases[] = {
    { MER_PART_CRITERION, "", "criterion/K6" },
    { MER_PART_INDICATOR, "criterion/K1", "indicator/1.4" },
    { MER_PART_INDICATOR, "criterion/K2", "indicator/2.4" },
    { MER_PART_CALCULATED, "criterion/K2", "calculated/2.4" },
    { MER_PART_CALCULATED, "criterion/K5", "calculated/5.4" },
    { MER_PART_QUESTION, "", "question/q15" },
    { MER_PART_OPTION, "question/q1", "option/q1/3" },
    { MER_PART_PLACE, "", "place/place1" },
    { MER_PART_BAND, "", "band/band1" },
  };
  g_autoptr (MerMethodology) original = load ("nok-2018-education");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = NULL;
      g_autoptr (MerMethodology) added =
        mer_methodology_add (original, cases[i].kind, cases[i].owner, &path, &error);
      g_autoptr (MerMethodology) back = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (path, ==, cases[i].path);
      back = mer_methodology_remove (added, path, &error);
      g_assert_no_error (error);
      assert_same (back, original);
    }
}

/* A district's own criteria, from nothing to sound rules, by edits alone. */
static void
test_from_blank (void)
{
  static const struct
  {
    const char *path, *property, *value;
  } sets[] = {
    { "indicator/1.1", "inputs", "q1" },
    { "indicator/1.1", "weight", "1" },
    { "indicator/1.2", "measure", "items" },
    { "indicator/1.2", "base", "" },
    { "indicator/1.2", "points", "20" },
    { "indicator/1.2", "inputs", "place1" },
    { "indicator/1.2", "weight", "3" },
  };
  g_autoptr (MerMethodology) rules = load ("blank");
  const MerPartKind kinds[] = { MER_PART_CRITERION, MER_PART_INDICATOR, MER_PART_INDICATOR,
                                MER_PART_QUESTION, MER_PART_PLACE, MER_PART_ITEM };
  const char *const owners[] = { "", "criterion/K1", "criterion/K1", "", "", "place/place1" };
  const char *const normalized[] = { "criterion/K1", "" };
  g_autofree char  *path = NULL;
  g_autofree char  *xml = NULL;
  g_autoptr (MerMethodology) again = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (MerMethodology) old = g_steal_pointer (&rules);

      g_clear_pointer (&path, g_free);
      rules = mer_methodology_add (old, kinds[i], owners[i], &path, &error);
      g_assert_no_error (error);
      g_assert_false (i < 5 && mer_methodology_is_sound (rules));
    }
  g_assert_cmpstr (path, ==, "item/place1.1");
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autoptr (MerMethodology) old = g_steal_pointer (&rules);

      rules = mer_methodology_set (old, sets[i].path, sets[i].property, sets[i].value, &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (normalized); i++)
    {
      g_autoptr (MerMethodology) old = g_steal_pointer (&rules);

      rules = mer_methodology_normalize (old, normalized[i], &error);
      g_assert_no_error (error);
    }
  assert_property (rules, "criterion/K1", "symbol", "К1");
  assert_property (rules, "criterion/K1", "weight", "1");
  assert_property (rules, "indicator/1.1", "weight", "0.25");
  assert_property (rules, "indicator/1.2", "weight", "0.75");
  g_assert_true (mer_methodology_is_sound (rules));
  xml = mer_methodology_to_xml (rules);
  again = mer_methodology_from_xml (xml, strlen (xml), "own.xml", &error);
  g_assert_no_error (error);
}

static void
test_copy (void)
{
  g_autoptr (MerMethodology) original = load ("nok-2018-education");
  g_autoptr (MerMethodology) decided =
    mer_methodology_with_decision (original, "undefined.1.3", "zero", "2024-12-12", NULL);
  g_autofree char *path = NULL, *question = NULL, *place = NULL, *option = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) a = mer_methodology_copy_part (decided, "criterion/K1", &path, &error);
  g_autoptr (MerMethodology) b = NULL, c = NULL, d = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (path, ==, "criterion/K6");
  g_assert_cmpstr (((MerCriterion *) a->criteria->pdata[1])->code, ==, "K6");
  assert_property (a, "indicator/6.3", "inputs", "q2 q4");
  assert_property (a, "", "policy:undefined.6.3", "zero");
  g_assert_false (g_hash_table_contains (a->decided, "undefined.6.3"));
  b = mer_methodology_copy_part (a, "question/q2", &question, &error);
  g_assert_cmpstr (question, ==, "question/q15");
  assert_property (b, question, "filter", "q1");
  assert_property (b, "question/q4", "filter", "q3");
  assert_property (b, "indicator/6.3", "inputs", "q2 q4");
  c = mer_methodology_copy_part (b, "place/stand", &place, &error);
  g_assert_cmpstr (place, ==, "place/place1");
  g_assert_true (mer_methodology_has_part (c, "item/place1.1"));
  assert_property (c, "indicator/1.1", "inputs", "stand site");
  d = mer_methodology_copy_part (c, "option/q1/0", &option, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (option, ==, "option/q1/1");
  assert_property (d, "option/q1/1", "text", "Да");
}

/* What referred to the part does not any more, and all else still refers to the same. */
static void
test_remove (void)
{
  g_autoptr (MerMethodology) original = load ("nok-2018-education");
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) a = mer_methodology_remove (original, "question/q1", &error);
  g_autoptr (MerMethodology) b = mer_methodology_remove (a, "question/q2", &error);
  g_autoptr (MerMethodology) c = mer_methodology_remove (b, "place/stand", &error);
  g_autoptr (MerMethodology) d = mer_methodology_remove (c, "indicator/2.1", &error);
  g_autoptr (MerMethodology) e = mer_methodology_remove (d, "indicator/4.3", &error);

  g_assert_no_error (error);
  assert_property (a, "question/q2", "filter", NULL);
  assert_property (a, "question/q4", "filter", "q3");
  assert_property (b, "indicator/1.3", "inputs", "q4");
  assert_property (b, "indicator/5.3", "inputs", "q14");
  assert_property (c, "indicator/1.1", "inputs", "site");
  assert_property (c, "indicator/3.2", "inputs", "conditions");
  assert_property (d, "calculated/2.2", "mean-of", "2.3");
  assert_property (e, "", "policy:undefined.4.3", NULL);
  g_assert_null (mer_methodology_remove (e, "", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (mer_methodology_remove (e, "indicator/4.3", &error));
  g_assert_error (error, MER_METHODOLOGY_ERROR, MER_METHODOLOGY_ERROR_UNKNOWN);
}

static void
test_move (void)
{
  static const struct
  {
    const char *path, *owner;
    guint       position;
    const char *new_path, *old_path, *old_owner;
    guint       old_position;
  } cases[] = {
    { "criterion/K1", "", 4, "criterion/K1", "criterion/K1", "", 0 },
    { "criterion/K5", "", 0, "criterion/K5", "criterion/K5", "", 4 },
    { "indicator/1.3", "criterion/K1", 0, "indicator/1.3", "indicator/1.3", "criterion/K1", 2 },
    { "indicator/1.3", "criterion/K2", 1, "indicator/1.3", "indicator/1.3", "criterion/K1", 2 },
    { "indicator/2.1", "criterion/K2", 9, "indicator/2.1", "indicator/2.1", "criterion/K2", 0 },
    { "question/q14", "", 0, "question/q14", "question/q14", "", 13 },
    { "question/q1", "", 13, "question/q1", "question/q1", "", 0 },
    { "option/q1/0", "question/q1", 2, "option/q1/2", "option/q1/2", "question/q1", 0 },
    { "option/q1/2", "question/q14", 0, "option/q14/0", "option/q14/0", "question/q1", 2 },
    { "place/conditions", "", 0, "place/conditions", "place/conditions", "", 5 },
    { "item/site.1", "place/stand", 2, "item/site.1", "item/site.1", "place/site", 0 },
    { "band/good", "", 0, "band/good", "band/good", "", 1 },
  };
  g_autoptr (MerMethodology) original = load ("nok-2018-education");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = NULL;
      g_autoptr (MerMethodology) moved = mer_methodology_move (
        original, cases[i].path, cases[i].owner, cases[i].position, &path, &error);
      g_autoptr (MerMethodology) back = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (path, ==, cases[i].new_path);
      assert_property (moved, "indicator/1.1", "inputs", "stand site");
      assert_property (moved, "indicator/3.2", "inputs", "conditions");
      assert_property (moved, "question/q4", "filter", "q3");
      back = mer_methodology_move (moved, cases[i].old_path, cases[i].old_owner,
                                   cases[i].old_position, NULL, &error);
      g_assert_no_error (error);
      assert_same (back, original);
    }
  g_assert_null (mer_methodology_move (original, "band/good", "criterion/K1", 0, NULL, &error));
  g_assert_nonnull (error);
}

static void
test_limits (void)
{
  static const struct
  {
    MerPartKind kind;
    const char *owner;
    guint       there, limit;
  } cases[] = {
    { MER_PART_INDICATOR, "criterion/K1", 14, MER_MAX_INDICATORS },
    { MER_PART_QUESTION, "", 14, 64 },
    { MER_PART_PLACE, "", 6, 50 },
    { MER_PART_OPTION, "question/q1", 3, 14 },
  };
  g_autoptr (MerMethodology) original = load ("nok-2018-education");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MerMethodology) rules = mer_methodology_ref (original);
      g_autoptr (GError) error = NULL;
      guint n = cases[i].there;

      for (; error == NULL; n++)
        {
          g_autoptr (MerMethodology) old = g_steal_pointer (&rules);

          rules = mer_methodology_add (old, cases[i].kind, cases[i].owner, NULL, &error);
        }
      g_assert_cmpuint (n - 1, ==, cases[i].limit);
    }
}

/* Weights before and after. */
static void
test_normalize (void)
{
  static const struct
  {
    const char *weights[3], *expected[3];
  } cases[] = {
    { { "0.3", "0.3", "0.3" }, { "1/3", "1/3", "1/3" } },
    { { "0", "0", "0" }, { "1/3", "1/3", "1/3" } },
    { { "0.5", "0.3", "0.4" }, { "5/12", "0.25", "1/3" } },
    { { "1", "1", "2" }, { "0.25", "0.25", "0.5" } },
    { { "0.3", "0.3", "0.4" }, { "0.3", "0.3", "0.4" } },
    { { "0.123457", "1", "999999" }, { "0", "0", "1" } },
    { { "0.333333", "0.333333", "0.654321" },
      { "111111/440329", "111111/440329", "218107/440329" } },
    { { "0.333333", "0.333332", "0.654321" }, { "0.2523", "0.2523", "0.4954" } },
  };
  const char *const paths[] = { "indicator/1.1", "indicator/1.2", "indicator/1.3" };
  g_autoptr (MerMethodology) original = load ("nok-2018-education");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MerMethodology) rules = mer_methodology_ref (original);
      g_autoptr (MerMethodology) even = NULL;

      for (guint j = 0; j < 3; j++)
        {
          g_autoptr (MerMethodology) old = g_steal_pointer (&rules);

          rules = mer_methodology_set (old, paths[j], "weight", cases[i].weights[j], &error);
          g_assert_no_error (error);
        }
      even = mer_methodology_normalize (rules, "criterion/K1", &error);
      g_assert_no_error (error);
      for (guint j = 0; j < 3; j++)
        assert_property (even, paths[j], "weight", cases[i].expected[j]);
    }
}

/* The edition of 2014 counts in points: criteria of 40, 70, 20 and 30, together 160. */
static void
test_normalize_points (void)
{
  g_autoptr (MerMethodology) a = load ("nok-2018-education");
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) b = mer_methodology_set (a, "", "maximum", "160", &error);
  g_autoptr (MerMethodology) c = mer_methodology_normalize (b, "", &error);

  g_assert_no_error (error);
  assert_property (c, "criterion/K1", "weight", "0.32");
  g_assert_true (mer_methodology_is_sound (c));
  g_assert_null (mer_methodology_normalize (c, "indicator/1.1", &error));
  g_assert_nonnull (error);
}

/* Indicators that take points up to a cap of their own: Σ weight · cap is the criterion's maximum,
 * be the points of experts, means of answers, or both with shares of other caps. */
static void
test_normalize_typed (void)
{
  /* clang-format off */
  static const struct
  {
    const char *criterion;
    const char *sets[4][2]; /* path, weight */
    const char *expected[4];
  } cases[] = {
    { "criterion/K1",
      { { "indicator/1.1", "3" }, { "indicator/1.2", "1" }, { "indicator/1.3", "0.5" },
        { "indicator/1.4", "0.5" } },
      { "2.4", "0.8", "0.4", "0.4" } },
    { "criterion/K1",
      { { "indicator/1.1", "0" }, { "indicator/1.2", "0" }, { "indicator/1.3", "0" },
        { "indicator/1.4", "0" } },
      { "1", "1", "1", "1" } },
    { "criterion/K1",
      { { "indicator/1.1", "1" }, { "indicator/1.2", "1" }, { "indicator/1.3", "0.5" },
        { "indicator/1.4", "0.5" } },
      { "4/3", "4/3", "2/3", "2/3" } },
    { "criterion/K3", { { "indicator/3.1", "0.3" }, { "indicator/3.2", "0.1" } },
      { "0.15", "0.05" } },
  };
  /* clang-format on */
  g_autoptr (MerMethodology) original = load ("nok-2014-education");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MerMethodology) rules = mer_methodology_ref (original);
      g_autoptr (MerMethodology) even = NULL;

      for (guint j = 0; j < 4 && cases[i].sets[j][0] != NULL; j++)
        {
          g_autoptr (MerMethodology) old = g_steal_pointer (&rules);

          rules = mer_methodology_set (old, cases[i].sets[j][0], "weight", cases[i].sets[j][1],
                                       &error);
          g_assert_no_error (error);
        }
      even = mer_methodology_normalize (rules, cases[i].criterion, &error);
      g_assert_no_error (error);
      for (guint j = 0; j < 4 && cases[i].sets[j][0] != NULL; j++)
        assert_property (even, cases[i].sets[j][0], "weight", cases[i].expected[j]);
      g_assert_true (mer_methodology_is_sound (even));
    }
}

/* A cap of another size changes what a unit of weight is worth. */
static void
test_normalize_caps (void)
{
  g_autoptr (MerMethodology) original = load ("nok-2014-education");
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) wide =
    mer_methodology_set (original, "indicator/1.1", "cap", "20", &error);
  g_autoptr (MerMethodology) even = mer_methodology_normalize (wide, "criterion/K1", &error);

  g_assert_no_error (error);
  g_assert_false (mer_methodology_is_sound (wide)); /* 20 + 3 · 10 of 40 */
  assert_property (even, "indicator/1.1", "weight", "0.8");
  assert_property (even, "indicator/1.2", "weight", "0.8");
  g_assert_true (mer_methodology_is_sound (even));
}

/* Columns of tables are the program's: what they are called can be changed, and what they are
 * cannot. */
static void
test_columns (void)
{
  g_autoptr (MerMethodology) original = load ("nok-2018-education");
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) named =
    mer_methodology_set (original, "column/organization", "title", "Учреждение", &error);
  g_autoptr (MerMethodology) spelled =
    mer_methodology_set (named, "column/date", "variants", "Когда\nДень", &error);
  g_autoptr (GPtrArray) differences = mer_methodology_differences (spelled, original);
  g_autoptr (MerMethodology) back = NULL;
  g_autofree char *before = mer_methodology_to_xml (original);
  g_autofree char *xml = mer_methodology_to_xml (spelled);
  g_autoptr (MerMethodology) again = NULL;
  g_autofree char *after = NULL;

  g_assert_no_error (error);
  assert_property (spelled, "column/organization", "title", "Учреждение");
  assert_property (spelled, "column/date", "variants", "Когда\nДень");
  assert_property (original, "column/organization", "title", "Организация");
  g_assert_cmpuint (differences->len, ==, 2);
  again = mer_methodology_from_xml (xml, strlen (xml), "own.xml", &error);
  g_assert_no_error (error);
  assert_property (again, "column/date", "variants", "Когда\nДень");
  back = mer_methodology_restore (spelled, original, "column/date", &error);
  g_assert_no_error (error);
  g_clear_pointer (&again, mer_methodology_unref);
  again = mer_methodology_restore (back, original, "column/organization", &error);
  g_assert_no_error (error);
  after = mer_methodology_to_xml (again);
  g_assert_cmpstr (after, ==, before);
  g_assert_null (mer_methodology_add (original, MER_PART_COLUMN, "", NULL, &error));
  g_assert_nonnull (strstr (error->message, "headings"));
  g_clear_error (&error);
  g_assert_null (mer_methodology_remove (original, "column/date", &error));
  g_clear_error (&error);
  g_assert_null (mer_methodology_copy_part (original, "column/date", NULL, &error));
  g_clear_error (&error);
  g_assert_null (mer_methodology_move (original, "column/date", "", 0, NULL, &error));
  g_clear_error (&error);
  g_clear_pointer (&back, mer_methodology_unref);
  back = mer_methodology_set (original, "column/date", "title", "", &error);
  g_assert_no_error (error);
  g_assert_false (mer_methodology_is_sound (back));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-parts/add", test_add);
  g_test_add_func ("/edit-parts/from-blank", test_from_blank);
  g_test_add_func ("/edit-parts/copy", test_copy);
  g_test_add_func ("/edit-parts/remove", test_remove);
  g_test_add_func ("/edit-parts/move", test_move);
  g_test_add_func ("/edit-parts/limits", test_limits);
  g_test_add_func ("/edit-parts/normalize", test_normalize);
  g_test_add_func ("/edit-parts/normalize-points", test_normalize_points);
  g_test_add_func ("/edit-parts/normalize-typed", test_normalize_typed);
  g_test_add_func ("/edit-parts/normalize-caps", test_normalize_caps);
  g_test_add_func ("/edit-parts/columns", test_columns);
  return g_test_run ();
}
