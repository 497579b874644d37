/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Edits of the rules: every property of every kind, what is refused, and what references do. */

#include "methodology/mer-methodology-edit.h"
#include "methodology/mer-methodology-xml.h"

static MerMethodology *
load (void)
{
  g_autoptr (GError) error = NULL;
  MerMethodology *methodology = mer_methodology_shipped ("nok-2018-education", &error);

  g_assert_no_error (error);
  return methodology;
}

static MerMethodology *
set (const MerMethodology *self, const char *path, const char *property, const char *value)
{
  g_autoptr (GError) error = NULL;
  MerMethodology *edited = mer_methodology_set (self, path, property, value, &error);

  g_assert_no_error (error);
  return edited;
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

/* What is set can be read, and setting the old value again gives the old methodology. */
static void
test_properties (void)
{
  static const struct
  {
    const char *path, *property, *value, *read;
  } cases[] = {
    { "", "title", "  Наша \n методика ", "Наша методика" },
    { "", "date", "2026-01-31", "2026-01-31" },
    { "", "maximum", "160", "160" },
    { "", "language", "en", "en" },
    { "", "id", "our-own", "our-own" },
    { "", "policy:ties", "dense", "dense" },
    { "", "unconfirmed:ties", "yes", "yes" },
    { "criterion/K1", "weight", "0,25", "0.25" },
    { "criterion/K1", "weight", "1/3", "1/3" },
    { "criterion/K1", "maximum", "40", "40" },
    { "criterion/K1", "symbol", "Кд", "Кд" },
    { "criterion/K1", "title", "", "" },
    { "criterion/K1", "code", "K9", NULL },
    { "criterion/K1", "unconfirmed", "yes", "yes" },
    { "indicator/1.3", "weight", "0.5", "0.5" },
    { "indicator/1.2", "measure", "place-ratio", "place-ratio" },
    { "indicator/1.3", "inputs", "q4, q2", "q4 q2" },
    { "indicator/1.3", "inputs", "", NULL },
    { "indicator/1.3", "input-weights", "0,3 0.7", "0.3 0.7" },
    { "indicator/1.2", "points", "50", "50" },
    { "indicator/1.2", "points", "", NULL },
    { "indicator/2.3", "base", "", NULL },
    { "indicator/2.3", "base", "channel", "channel" },
    { "indicator/2.3", "bands", "0 = 0\n 90=100 ", "0 = 0\n90 = 100" },
    { "indicator/5.3", "cap", "2.5", "2.5" },
    { "indicator/5.3", "code", "5.9", NULL },
    { "calculated/2.2", "mean-of", "2.3", "2.3" },
    { "calculated/2.2", "mean-of", "", NULL },
    { "question/q2", "filter", "q3", "q3" },
    { "question/q2", "filter", "", NULL },
    { "question/q2", "filter", "q9", "q9" },
    { "question/q1", "nobody", "", NULL },
    { "question/q2", "nobody", "не знает", "не знает" },
    { "question/q2", "required", "no", "no" },
    { "question/q2", "variants", " а \n\n б\tв", "а\nб в" },
    { "question/q2", "variants", "", "" },
    { "option/q2/1", "positive", "yes", "yes" },
    { "option/q2/1", "unsure", "yes", "yes" },
    { "option/q2/1", "score", "7,5", "7.5" },
    { "option/q2/1", "text", "Скорее нет", "Скорее нет" },
    { "place/site", "title", "Портал", "Портал" },
    { "place/site", "header-words", "портал\nсайт", "портал\nсайт" },
    { "place/site", "code", "portal", NULL },
    { "item/site.1", "text", "Новый", "Новый" },
    { "item/site.1", "kinds", "general other", "general other" },
    { "item/site.1", "kinds", "", "preschool general additional vocational other" },
    { "band/good", "from", "60.5", "60.5" },
    { "band/good", "short-title", "хор.", "хор." },
    { "column/comment", "title", "Отзыв", "Отзыв" },
    { "column/comment", "variants", "Отзыв\nМнение", "Отзыв\nМнение" },
  };
  g_autoptr (MerMethodology) original = load ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *old = mer_methodology_get (original, cases[i].path, cases[i].property);
      g_autoptr (MerMethodology) edited =
        set (original, cases[i].path, cases[i].property, cases[i].value);
      g_autoptr (MerMethodology) back = NULL;

      if (g_str_equal (cases[i].property, "code"))
        continue;
      assert_property (edited, cases[i].path, cases[i].property, cases[i].read);
      back = set (edited, cases[i].path, cases[i].property, old);
      assert_same (back, original);
    }
}

/* What can never stand is refused with a sentence. */
static void
test_refusals (void)
{
  static const struct
  {
    const char *path, *property, *value, *message;
  } cases[] = {
    { "criterion/K9", "title", "x", "no part “criterion/K9”" },
    { "option/q1/3", "text", "x", "no part" },
    { "option/q1", "text", "x", "no part" },
    { "nonsense", "text", "x", "no part" },
    { "criterion/K1", "colour", "x", "no property “colour”" },
    { "criterion/K1", "weight", "", "A number is missing" },
    { "criterion/K1", "weight", "-1", "not a number" },
    { "criterion/K1", "weight", "1/0", "not a number" },
    { "criterion/K1", "weight", "1/9999999", "not a number" },
    { "criterion/K1", "weight", "1234567", "not a number" },
    { "criterion/K1", "weight", "much", "not a number" },
    { "criterion/K1", "symbol", "", "one word" },
    { "criterion/K1", "symbol", "К 1", "one word" },
    { "criterion/K1", "symbol", "KKKKKKKKKKKKKKKKK", "longer than 16" },
    { "criterion/K1", "code", "K2", "used twice" },
    { "criterion/K1", "code", "1.1", "used twice" },
    { "criterion/K1", "code", "S", "used twice" },
    { "criterion/K1", "code", "К1", "no code" },
    { "criterion/K1", "code", "", "no code" },
    { "criterion/K1", "title", "a\x01", "cannot be kept" },
    { "criterion/K1", "title", "\xff", "cannot be kept" },
    { "criterion/K1", "unconfirmed", "maybe", "neither" },
    { "indicator/1.2", "measure", "guess", "no kind of measure" },
    { "indicator/1.2", "base", "guess", "no base" },
    { "indicator/1.2", "inputs", "site roof", "“roof”" },
    { "indicator/1.2", "inputs", "q1 q2 q3 q4 q5", "more than 4 inputs" },
    { "indicator/1.3", "input-weights", "1", "fewer" },
    { "indicator/1.3", "input-weights", "1 1 1", "more weights" },
    { "indicator/1.3", "bands", "90", "“90”" },
    { "calculated/2.2", "mean-of", "1.1", "own" },
    { "question/q1", "code", "comment", "used twice" },
    { "question/q1", "filter", "q1", "its own filter" },
    { "question/q1", "filter", "q99", "no question “q99”" },
    { "item/site.1", "kinds", "military", "military" },
    { "", "date", "2026-02-30", "not a date" },
    { "", "date", "0000-01-01", "not a date" },
    { "", "date", "26-1-1", "not a date" },
    { "", "language", "Russian", "no code of a language" },
    { "", "policy:ties", "fair", "no value “fair”" },
    { "", "policy:tie", "dense", "no setting" },
    { "", "unconfirmed:tie", "yes", "no setting" },
  };
  g_autoptr (MerMethodology) original = load ();
  g_autofree char *long_text = g_strnfill (2001, 'x');
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_null (mer_methodology_set (original, cases[i].path, cases[i].property,
                                          cases[i].value, &error));
      g_assert_nonnull (error);
      if (strstr (error->message, cases[i].message) == NULL)
        g_error ("“%s” is not in “%s”", cases[i].message, error->message);
      g_clear_error (&error);
    }
  g_assert_null (mer_methodology_set (original, "criterion/K1", "title", long_text, &error));
  g_assert_nonnull (strstr (error->message, "longer than 2000"));
}

/* References and decided policies follow a code. */
static void
test_codes (void)
{
  g_autoptr (MerMethodology) original = load ();
  g_autoptr (MerMethodology) decided =
    mer_methodology_with_decision (original, "undefined.1.3", "zero", "2024-12-12", NULL);
  g_autoptr (MerMethodology) a = set (decided, "indicator/1.3", "code", "1.7");
  g_autoptr (MerMethodology) b = set (a, "question/q1", "code", "stands");
  g_autoptr (MerMethodology) c = set (b, "place/site", "code", "portal");
  g_autoptr (MerMethodology) d = set (c, "indicator/2.1", "code", "2.9");
  g_autoptr (MerMethodology) back = NULL;

  g_assert_cmpstr (mer_methodology_policy (d, "undefined.1.7"), ==, "zero");
  g_assert_cmpstr (g_hash_table_lookup (d->decided, "undefined.1.7"), ==, "2024-12-12");
  g_assert_false (g_hash_table_contains (d->policies, "undefined.1.3"));
  assert_property (d, "question/q2", "filter", "stands");
  assert_property (d, "indicator/1.1", "inputs", "stand portal");
  assert_property (d, "calculated/2.2", "mean-of", "2.9 2.3");
  g_assert_true (mer_methodology_is_sound (d));
  back = set (d, "indicator/1.7", "code", "1.3");
  assert_property (back, "", "policy:undefined.1.3", "zero");
}

/* Where a place and a question have one code, an input says which it is. */
static void
test_ambiguous_input (void)
{
  g_autoptr (MerMethodology) original = load ();
  g_autoptr (MerMethodology) renamed = set (original, "place/site", "code", "q5");
  g_autoptr (MerMethodology) swapped = NULL;

  assert_property (renamed, "indicator/1.1", "inputs", "stand place:q5");
  assert_property (renamed, "indicator/2.3", "inputs", "question:q5");
  swapped = set (renamed, "indicator/2.3", "inputs", "place:q5 question:q5");
  assert_property (swapped, "indicator/2.3", "inputs", "place:q5 question:q5");
}

/* A base without users brings its policy, and leaving it takes it away. */
static void
test_undefined (void)
{
  g_autoptr (MerMethodology) original = load ();
  g_autoptr (MerMethodology) channel = set (original, "indicator/2.3", "base", "filter");
  g_autoptr (MerMethodology) back = set (channel, "indicator/2.3", "base", "answers");

  assert_property (channel, "", "policy:undefined.2.3", "inherit");
  assert_property (back, "", "policy:undefined.2.3", NULL);
  assert_same (back, original);
}

static void
test_names (void)
{
  static const struct
  {
    const char *path, *owner, *name;
    MerPartKind kind;
  } cases[] = {
    { "", "", "Федеральная 2018 года, образование", MER_PART_METHODOLOGY },
    { "criterion/K1", "", "К1 Открытость и доступность информации", MER_PART_CRITERION },
    { "indicator/1.2", "criterion/K1", "1.2 Дистанционные способы взаимодействия",
      MER_PART_INDICATOR },
    { "calculated/2.2", "criterion/K2",
      "2.2 Время ожидания предоставления услуги (расчётное значение)", MER_PART_CALCULATED },
    { "question/q2", "", "q2 Стенд: довольны", MER_PART_QUESTION },
    { "option/q2/0", "question/q2", "Да", MER_PART_OPTION },
    { "place/site", "", NULL, MER_PART_PLACE },
    { "item/site.12", "place/site", NULL, MER_PART_ITEM },
    { "band/good", "", "хорошо", MER_PART_BAND },
    { "column/organization", "", "Организация", MER_PART_COLUMN },
  };
  g_autoptr (MerMethodology) methodology = load ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *owner = mer_part_owner (methodology, cases[i].path);
      g_autofree char *name = mer_part_name (methodology, cases[i].path);

      g_assert_true (mer_methodology_has_part (methodology, cases[i].path));
      g_assert_cmpint (mer_part_kind_of (cases[i].path), ==, cases[i].kind);
      g_assert_cmpstr (owner, ==, cases[i].owner);
      if (cases[i].name != NULL)
        g_assert_cmpstr (name, ==, cases[i].name);
      g_assert_cmpstr (name, !=, cases[i].path);
    }
  g_assert_false (mer_methodology_has_part (methodology, "item/site"));
}

/* Every property of every kind has a label, and every choice can be set. */
static void
test_tables (void)
{
  static const char *const paths[] = {
    [MER_PART_METHODOLOGY] = "",
    [MER_PART_CRITERION] = "criterion/K1",
    [MER_PART_INDICATOR] = "indicator/1.3",
    [MER_PART_CALCULATED] = "calculated/2.2",
    [MER_PART_QUESTION] = "question/q1",
    [MER_PART_OPTION] = "option/q1/0",
    [MER_PART_PLACE] = "place/site",
    [MER_PART_ITEM] = "item/site.1",
    [MER_PART_BAND] = "band/good",
    [MER_PART_COLUMN] = "column/date",
  };
  g_autoptr (MerMethodology) methodology = load ();
  guint choices_seen = 0;

  for (guint kind = 0; kind < G_N_ELEMENTS (paths); kind++)
    for (const char *const *name = mer_part_properties ((MerPartKind) kind); *name != NULL; name++)
      {
        const char *const *choices = mer_part_property_choices ((MerPartKind) kind, *name);

        g_assert_nonnull (mer_part_property_label ((MerPartKind) kind, *name));
        for (; choices != NULL && *choices != NULL; choices++, choices_seen++)
          {
            g_autoptr (MerMethodology) edited = set (methodology, paths[kind], *name, *choices);

            assert_property (edited, paths[kind], *name, **choices == '\0' ? NULL : *choices);
            g_assert_nonnull (mer_part_choice_label ((MerPartKind) kind, *name, *choices));
          }
      }
  g_assert_cmpuint (choices_seen, >=, 13);
  g_assert_null (mer_part_property_choices (MER_PART_CRITERION, "title"));
  g_assert_cmpstr (mer_part_property_choices (MER_PART_METHODOLOGY, "policy:ties")[1], ==, "dense");
  g_assert_cmpint (mer_part_property_value (MER_PART_BAND, "from"), ==, MER_VALUE_NUMBER);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/properties", test_properties);
  g_test_add_func ("/edit/refusals", test_refusals);
  g_test_add_func ("/edit/codes", test_codes);
  g_test_add_func ("/edit/ambiguous-input", test_ambiguous_input);
  g_test_add_func ("/edit/undefined", test_undefined);
  g_test_add_func ("/edit/names", test_names);
  g_test_add_func ("/edit/tables", test_tables);
  return g_test_run ();
}
