/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of what is wrong: where, in which property, in which words; and drafts as XML. */

#include "methodology/mer-methodology-edit.h"
#include "methodology/mer-methodology-xml.h"

static MerMethodology *
load_as_shipped (void)
{
  g_autoptr (GError) error = NULL;
  MerMethodology *methodology = mer_methodology_shipped ("nok-2018-education", &error);

  g_assert_no_error (error);
  return methodology;
}

/* Takes the old one. */
static MerMethodology *
set (MerMethodology *self, const char *path, const char *property, const char *value)
{
  g_autoptr (MerMethodology) old = self;
  g_autoptr (GError) error = NULL;
  MerMethodology *edited = mer_methodology_set (old, path, property, value, &error);

  g_assert_no_error (error);
  return edited;
}

/* Ticks off a remark, as a user does who has read the act. */
static MerMethodology *
confirm (MerMethodology *self, const MerMethodologyProblem *problem)
{
  g_autofree char *key = NULL;

  if (problem->path[0] != '\0')
    return set (self, problem->path, problem->property, "no");
  key = g_strconcat ("unconfirmed:", problem->property + strlen ("policy:"), NULL);
  return set (self, "", key, "no");
}

/* The shipped edition with nothing left to be confirmed. */
static MerMethodology *
load (void)
{
  MerMethodology *rules = load_as_shipped ();
  g_autoptr (GPtrArray) remarks = mer_methodology_problems (rules);

  for (guint i = 0; i < remarks->len; i++)
    {
      g_assert_false (((MerMethodologyProblem *) remarks->pdata[i])->is_error);
      rules = confirm (rules, remarks->pdata[i]);
    }
  return rules;
}

static char *
describe (const GPtrArray *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const MerMethodologyProblem *problem = problems->pdata[i];

      g_string_append_printf (text, "%s[%s]%s %s\n", problem->path,
                              problem->property != NULL ? problem->property : "",
                              problem->is_error ? "" : "?", problem->text);
    }
  return g_string_free (text, FALSE);
}

static void
assert_problems (const MerMethodology *self, const char *expected)
{
  g_autoptr (GPtrArray) problems = mer_methodology_problems (self);
  g_autofree char *found = describe (problems);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_each (void)
{
  static const struct
  {
    const char *path, *property, *value, *expected;
  } cases[] = {
    { "indicator/1.1", "weight", "0.2",
      "criterion/K1[] The weights of K1 sum up to 0.9: 0.1 is missing.\n" },
    { "indicator/1.1", "weight", "0.35",
      "criterion/K1[] The weights of K1 sum up to 1.05: 0.05 too much.\n" },
    { "criterion/K3", "weight", "0",
      "[] The weights of the criteria sum up to 0.8: 0.2 is missing.\n"
      "criterion/K3[weight] Criterion K3: the weight must be greater than zero.\n" },
    { "indicator/1.1", "cap", "50",
      "criterion/K1[] The weights of K1 give 85 points at most instead of 100.\n" },
    { "", "maximum", "160",
      "[] The weights of the criteria give 100 points at most instead of 160.\n" },
    { "criterion/K1", "title", "", "criterion/K1[title] “Name” is empty.\n" },
    { "option/q1/2", "text", "", "option/q1/2[text] “Text of the answer” is empty.\n" },
    { "indicator/1.2", "points", "",
      "indicator/1.2[points] Indicator 1.2: this kind of measure needs the points of an item.\n" },
    { "indicator/1.2", "base", "filter", NULL },
    { "indicator/2.3", "base", "filter",
      "indicator/2.3[base] Indicator 2.3: this base needs a question with a filter.\n" },
    { "indicator/1.3", "inputs", "q2 q2",
      "indicator/1.3[inputs] Indicator 1.3: it names an input twice.\n" },
    { "calculated/2.2", "mean-of", "",
      "calculated/2.2[mean-of] The calculated row 2.2 is the mean of no indicator.\n" },
    { "question/q2", "filter", "q3",
      "question/q2[filter] The filter “q3” is not one of the questions before it.\n" },
    { "option/q1/0", "positive", "no",
      "question/q1[] The question “q1” has no positive option.\n" },
    { "band/good", "from", "90",
      "band/good[from] Bands must be listed from the best to the worst.\n" },
    { "item/site.3", "unconfirmed", "yes",
      "item/site.3[unconfirmed]? To be held against the text of the act.\n" },
    { "", "unconfirmed:ties", "yes", "[policy:ties]? To be held against the text of the act.\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MerMethodology) rules =
        set (load (), cases[i].path, cases[i].property, cases[i].value);
      g_autofree char *xml = mer_methodology_to_xml (rules);
      g_autoptr (MerMethodology) strict = NULL;
      gboolean is_remark = cases[i].expected != NULL && strstr (cases[i].expected, "]?") != NULL;

      if (cases[i].expected != NULL)
        assert_problems (rules, cases[i].expected);
      g_assert_cmpint (mer_methodology_is_sound (rules), ==, is_remark);
      strict = mer_methodology_from_xml (xml, strlen (xml), "a.xml", NULL);
      g_assert_cmpint (strict != NULL, ==, is_remark);
    }
}

static void
test_none (void)
{
  g_autoptr (MerMethodology) shipped = load_as_shipped ();
  g_autoptr (MerMethodology) rules = load ();
  g_autoptr (GPtrArray) differences = mer_methodology_differences (rules, shipped);

  assert_problems (rules, "");
  g_assert_true (mer_methodology_is_sound (rules));
  g_assert_true (mer_methodology_is_sound (shipped));
  g_assert_cmpuint (differences->len, ==, 0);
}

/* All of them at once, in the order of the parts. */
static void
test_order (void)
{
  g_autoptr (MerMethodology) rules = set (load (), "band/good", "title", "");

  rules = set (g_steal_pointer (&rules), "question/q3", "short-text", "");
  rules = set (g_steal_pointer (&rules), "indicator/1.3", "inputs", "");
  rules = set (g_steal_pointer (&rules), "", "title", "");
  assert_problems (rules,
                   "[title] “Name” is empty.\n"
                   "indicator/1.3[inputs] Indicator 1.3: this kind of measure needs an input.\n"
                   "question/q3[short-text] “Short name” is empty.\n"
                   "band/good[title] “Name” is empty.\n");
}

/* A draft survives with its problems, which a strict reader refuses one and all. */
static void
test_drafts (void)
{
  g_autoptr (MerMethodology) original = load ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) a =
    mer_methodology_add (original, MER_PART_CRITERION, "", NULL, &error);
  g_autoptr (MerMethodology) b = mer_methodology_move (a, "question/q1", "", 9, NULL, &error);
  g_autoptr (MerMethodology) c = mer_methodology_remove (b, "indicator/2.1", &error);
  g_autoptr (MerMethodology) d = mer_methodology_remove (c, "indicator/2.3", &error);
  g_autoptr (MerMethodology) e =
    set (mer_methodology_ref (d), "question/q14", "text", "");
  g_autofree char *xml = mer_methodology_to_xml (e);
  g_autoptr (MerMethodology) again = NULL;
  g_autofree char *twice = NULL;
  g_auto (GStrv) sentences = NULL;

  g_assert_no_error (error);
  again = mer_methodology_draft_from_xml (xml, strlen (xml), "draft", &error);
  g_assert_no_error (error);
  twice = mer_methodology_to_xml (again);
  g_assert_cmpstr (xml, ==, twice);
  g_assert_null (mer_methodology_from_xml (xml, strlen (xml), "a.xml", &error));
  g_assert_nonnull (error);
  sentences = mer_methodology_validate (xml, strlen (xml), "a.xml");
  g_assert_cmpuint (g_strv_length (sentences), >=, 6);
  for (guint i = 0; sentences[i] != NULL; i++)
    g_assert_true (g_str_has_prefix (sentences[i], "a.xml, line "));
}

/* What is no methodology at all is no draft either. */
static void
test_no_drafts (void)
{
  static const struct
  {
    const char *from, *to, *message;
  } cases[] = {
    { "weight=\"0.3\"", "weight=\"much\"", "“weight” cannot be “much”" },
    { "measure=\"items\"", "measure=\"guess\"", "“guess”" },
    { "<input place=\"remote\"/>", "<input place=\"roof\"/>", "“roof”" },
    { "filter=\"q1\"", "filter=\"q77\"", "“q77”" },
    { "filter=\"q1\"", "filter=\"q2\"", "“q2”" },
    { "mean-of=\"2.1 2.3\"", "mean-of=\"2.1 3.1\"", "own" },
    { "key=\"ties\"", "key=\"tie\"", "“tie”" },
    { "<bands>", "<bands><evil/>", "“evil”" },
  };
  g_autoptr (MerMethodology) original = load ();
  g_autofree char *xml = mer_methodology_to_xml (original);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char      *at = strstr (xml, cases[i].from);
      g_autofree char *broken = g_strdup_printf ("%.*s%s%s", (int) (at - xml), xml, cases[i].to,
                                                 at + strlen (cases[i].from));
      g_auto (GStrv) sentences = mer_methodology_validate (broken, strlen (broken), "a.xml");
      g_autoptr (GError) error = NULL;

      g_assert_null (mer_methodology_draft_from_xml (broken, strlen (broken), "a.xml", &error));
      g_assert_nonnull (strstr (error->message, cases[i].message));
      g_assert_cmpuint (g_strv_length (sentences), ==, 1);
      g_assert_cmpstr (sentences[0], ==, error->message);
    }
}

/* Each error of a file has its own line. */
static void
test_validate (void)
{
  g_autoptr (MerMethodology) rules = set (load (), "indicator/1.1", "weight", "0.2");
  g_autofree char *xml = NULL;
  g_auto (GStrv) sentences = NULL;
  g_auto (GStrv) none = NULL;

  rules = set (g_steal_pointer (&rules), "indicator/5.3", "weight", "0.6");
  xml = mer_methodology_to_xml (rules);
  sentences = mer_methodology_validate (xml, strlen (xml), "a.xml");
  g_assert_cmpuint (g_strv_length (sentences), ==, 2);
  g_assert_nonnull (strstr (sentences[0], "K1 sum up to 0.9"));
  g_assert_nonnull (strstr (sentences[1], "K5 sum up to 1.1"));
  g_assert_true (g_str_has_prefix (sentences[0], "a.xml, line 46"));
  rules = set (g_steal_pointer (&rules), "indicator/5.3", "weight", "0.5");
  rules = set (g_steal_pointer (&rules), "indicator/1.1", "weight", "0.3");
  g_free (xml);
  xml = mer_methodology_to_xml (rules);
  none = mer_methodology_validate (xml, strlen (xml), "a.xml");
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

/* The longest code of an indicator that has a policy of its own, and the longest numbers. */
static void
test_longest (void)
{
  static const char *const numbers[] = { "999999", "123456789012/7919", "0.000001", "1/524288" };
  g_autofree char         *code = g_strnfill (48, '9');
  g_autofree char         *path = g_strconcat ("indicator/", code, NULL);
  g_autoptr (MerMethodology) rules = set (load (), "indicator/1.3", "code", code);
  g_autofree char *xml = mer_methodology_to_xml (rules);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) again = mer_methodology_from_xml (xml, strlen (xml), "a", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *draft_xml = NULL;
      g_autoptr (MerMethodology) draft = NULL;

      rules = set (g_steal_pointer (&rules), path, "cap", numbers[i]);
      draft_xml = mer_methodology_to_xml (rules);
      draft = mer_methodology_draft_from_xml (draft_xml, strlen (draft_xml), "a", &error);
      g_assert_no_error (error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/problems/none", test_none);
  g_test_add_func ("/problems/each", test_each);
  g_test_add_func ("/problems/order", test_order);
  g_test_add_func ("/problems/drafts", test_drafts);
  g_test_add_func ("/problems/no-drafts", test_no_drafts);
  g_test_add_func ("/problems/longest", test_longest);
  g_test_add_func ("/problems/validate", test_validate);
  return g_test_run ();
}
