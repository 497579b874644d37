/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Methodology XML: the round trip, and every way of being wrong, with its line. */

#include <gio/gio.h>

#include "methodology/mer-methodology-xml.h"
#include "methodology/mer-methodology.h"

static const char *const shipped_id = "nok-2018-education";

static MerMethodology *
load (void)
{
  g_autoptr (GError) error = NULL;
  MerMethodology *methodology = mer_methodology_shipped (shipped_id, &error);

  g_assert_no_error (error);
  return methodology;
}

static char *
shipped_text (void)
{
  g_autoptr (MerMethodology) methodology = load ();

  return mer_methodology_to_xml (methodology);
}

/* `text` with the first `from` replaced by `to`. */
static char *
replace_once (const char *text, const char *from, const char *to)
{
  const char *at = strstr (text, from);

  g_assert_nonnull (at);
  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, to, at + strlen (from));
}

/* What is shipped stands in canonical form, so that an export of it is the file itself. */
static void
test_round_trip (void)
{
  const char *const *ids = mer_methodology_shipped_ids ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (ids[i], ".xml", NULL);
      g_autofree char *path =
        g_build_filename (g_getenv ("MER_SOURCE_DIR"), "data", "methodologies", name, NULL);
      g_autofree char *file = NULL, *once = NULL, *twice = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (MerMethodology) methodology = mer_methodology_shipped (ids[i], &error);
      g_autoptr (MerMethodology) again = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (methodology->id, ==, ids[i]);
      once = mer_methodology_to_xml (methodology);
      again = mer_methodology_from_xml (once, strlen (once), name, &error);
      g_assert_no_error (error);
      twice = mer_methodology_to_xml (again);
      g_assert_cmpstr (once, ==, twice);
      g_assert_true (g_file_get_contents (path, &file, NULL, NULL));
      g_assert_cmpstr (file, ==, once);
    }
}

/* Scales, weighted sums, bands of points, doubts: written as they were read. */
static void
test_measures_survive (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MER_SOURCE_DIR"), "tests", "data",
                                            "methodologies", "measures.xml", NULL);
  g_autofree char *file = NULL, *doubted = NULL, *once = NULL, *twice = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology = NULL;
  g_autoptr (MerMethodology) again = NULL;

  g_assert_true (g_file_get_contents (path, &file, NULL, NULL));
  doubted = replace_once (file, "<place code=\"a\">", "<place code=\"a\" unconfirmed=\"yes\">");
  methodology = mer_methodology_from_xml (doubted, strlen (doubted), "x", &error);
  g_assert_no_error (error);
  once = mer_methodology_to_xml (methodology);
  again = mer_methodology_from_xml (once, strlen (once), "x", &error);
  g_assert_no_error (error);
  twice = mer_methodology_to_xml (again);
  g_assert_cmpstr (once, ==, twice);
  g_assert_nonnull (strstr (once, "<input question=\"s\" weight=\"0.2\"/>"));
  g_assert_nonnull (strstr (once, "<band from=\"75.01\" points=\"80\"/>"));
  g_assert_nonnull (strstr (once, "<option positive=\"yes\" score=\"7.5\">"));
  g_assert_nonnull (strstr (once, "<place code=\"a\" unconfirmed=\"yes\">"));
}

/* What the act is to be asked about is marked, until somebody decides. */
static void
test_unconfirmed (void)
{
  g_autoptr (MerMethodology) methodology = load ();
  g_autoptr (MerMethodology) decided =
    mer_methodology_with_decision (methodology, "undefined.3.3", "mean", "2024-12-12", NULL);
  const MerCriterion *comfort = g_ptr_array_index (methodology->criteria, 1);
  const MerQuestion  *fourth = g_ptr_array_index (methodology->questions, 3);
  const MerQuestion  *fifth = g_ptr_array_index (methodology->questions, 4);

  g_assert_true (g_hash_table_contains (methodology->unconfirmed, "undefined.3.3"));
  g_assert_false (g_hash_table_contains (methodology->unconfirmed, "undefined.4.3"));
  g_assert_false (g_hash_table_contains (decided->unconfirmed, "undefined.3.3"));
  g_assert_true (g_hash_table_contains (methodology->unconfirmed, "undefined.3.3"));
  g_assert_true (((MerCalculated *) g_ptr_array_index (comfort->calculated, 0))->unconfirmed);
  g_assert_false (comfort->unconfirmed);
  g_assert_false (fourth->unconfirmed);
  g_assert_true (fifth->unconfirmed);
}

static void
test_policies_survive (void)
{
  g_autoptr (MerMethodology) methodology = load ();
  g_autoptr (MerMethodology) changed =
    mer_methodology_with_decision (methodology, "undefined.4.3", "exclude", "2024-12-12", NULL);
  g_autofree char *text = mer_methodology_to_xml (changed);
  g_autoptr (MerMethodology) again = mer_methodology_from_xml (text, strlen (text), "x", NULL);

  g_assert_cmpstr (mer_methodology_policy (again, "undefined.4.3"), ==, "exclude");
  g_assert_cmpstr (g_hash_table_lookup (again->decided, "undefined.4.3"), ==, "2024-12-12");
}

/* Written freely by hand: other white space, a comma, entities of characters, no policies. */
static void
test_free_form (void)
{
  g_autofree char *text = shipped_text ();
  g_autofree char *comma = replace_once (text, "weight=\"0.3\"", "weight=' 3/10 '");
  g_autofree char *title =
    replace_once (comma, "<title>Федеральная 2018 года, образование</title>",
                  "<!-- ours --><title>\n  Наша &amp; &#x43C;етодика\t&lt;1&gt; \n</title>");
  const char      *from = strstr (title, "  <policies>");
  const char      *to = strstr (title, "  <bands>");
  g_autofree char *bare = g_strdup_printf ("%.*s%s", (int) (from - title), title, to);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology =
    mer_methodology_from_xml (bare, strlen (bare), "x", &error);
  g_autofree char *once = NULL, *weight = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (methodology->title, ==, "Наша & методика <1>");
  g_assert_cmpstr (mer_methodology_policy (methodology, "rounding"), ==, "stages");
  weight = mer_rational_to_string (&mer_methodology_find_indicator (methodology, "1.1")->weight);
  g_assert_cmpstr (weight, ==, "0.3");
  once = mer_methodology_to_xml (methodology);
  g_assert_nonnull (strstr (once, "Наша &amp; методика &lt;1&gt;"));
}

static void
assert_refused (const char *text, gssize length, MerMethodologyError code, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mer_methodology_from_xml (text, length < 0 ? strlen (text) : (gsize) length,
                                           "a.xml", &error));
  g_assert_error (error, MER_METHODOLOGY_ERROR, (int) code);
  if (strstr (error->message, message) == NULL)
    g_error ("“%s” is not in “%s”", message, error->message);
}

static void
test_not_xml (void)
{
  g_autofree char *text = shipped_text ();

  assert_refused ("", 0, MER_METHODOLOGY_ERROR_XML, "a.xml, line 1");
  assert_refused ("PK\003\004 junk", -1, MER_METHODOLOGY_ERROR_XML, "a.xml, line 1");
  assert_refused ("<methodology>\n<a>\n</methodology>", -1, MER_METHODOLOGY_ERROR_XML, "line 3");
  assert_refused (text, (gssize) strlen (text) / 2, MER_METHODOLOGY_ERROR_XML, "a.xml, line ");
  assert_refused ("<a>\xff\xfe</a>", -1, MER_METHODOLOGY_ERROR_XML, "line 1");
  assert_refused ("<a>&nosuch;</a>", -1, MER_METHODOLOGY_ERROR_XML, "nosuch");
}

/* Whatever declares entities is refused before any of them exists. */
static void
test_entities (void)
{
  static const char *const cases[] = {
    "<!DOCTYPE m [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
    "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>"
    "<methodology title=\"&d;&d;&d;&d;&d;\"/>",
    "<!DOCTYPE m [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><methodology>&x;</methodology>",
    "<!DOCTYPE m SYSTEM \"http://127.0.0.1:9/m.dtd\"><methodology/>",
    "<!DOCTYPE m [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]><methodology/>",
    "<!DOCTYPE methodology><methodology/>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i], -1, MER_METHODOLOGY_ERROR_XML,
                    "A document type declaration is not allowed");
}

static void
test_too_large (void)
{
  gsize            length = 9 * 1024 * 1024;
  g_autofree char *text = g_malloc (length);

  memset (text, ' ', length);
  assert_refused (text, (gssize) length, MER_METHODOLOGY_ERROR_XML, "too large");
}

/* Changes to the shipped edition that must be refused, and in which line. */
static void
test_violations (void)
{
  static const struct
  {
    const char         *from, *to;
    MerMethodologyError code;
    const char         *message;
  } cases[] = {
    { "weight=\"0.3\"", "weight=\"much\"", MER_METHODOLOGY_ERROR_SCHEMA, "line " },
    { "weight=\"0.3\"", "weight=\"-0.3\"", MER_METHODOLOGY_ERROR_SCHEMA, "line " },
    { "weight=\"0.3\"", "wieght=\"0.3\"", MER_METHODOLOGY_ERROR_SCHEMA, "line " },
    { "weight=\"0.3\"", "weight=\"0.35\"", MER_METHODOLOGY_ERROR_INVALID,
      "The weights of K1 sum up to 1.05: 0.05 too much." },
    { "weight=\"0.3\"", "weight=\"1/0\"", MER_METHODOLOGY_ERROR_INVALID, "1/0" },
    { "weight=\"0.3\"", "weight=\"1/9999999\"", MER_METHODOLOGY_ERROR_INVALID, "1/9999999" },
    { "weight=\"0.2\"", "weight=\"0.3\"", MER_METHODOLOGY_ERROR_INVALID,
      "The weights of the criteria sum up to 1.1: 0.1 too much." },
    { "maximum=\"100\"", "maximum=\"0\"", MER_METHODOLOGY_ERROR_INVALID, "maximum" },
    { "measure=\"items\"", "measure=\"guess\"", MER_METHODOLOGY_ERROR_INVALID, "“guess”" },
    { " points=\"30\"", "", MER_METHODOLOGY_ERROR_INVALID, "Indicator 1.2" },
    { "base=\"filter\"", "base=\"channels\"", MER_METHODOLOGY_ERROR_SCHEMA, "line " },
    { "base=\"answers\"", "base=\"filter\"", MER_METHODOLOGY_ERROR_INVALID, "Indicator 2.3" },
    { "<input place=\"remote\"/>", "<input place=\"roof\"/>", MER_METHODOLOGY_ERROR_INVALID,
      "“roof”" },
    { "<input place=\"remote\"/>", "<input question=\"q1\"/>", MER_METHODOLOGY_ERROR_INVALID,
      "Indicator 1.2" },
    { "<input question=\"q5\"/>", "<input question=\"q55\"/>", MER_METHODOLOGY_ERROR_INVALID,
      "“q55”" },
    { "filter=\"q1\"", "filter=\"q9\"", MER_METHODOLOGY_ERROR_INVALID, "“q9”" },
    { "filter=\"q1\"", "filter=\"q2\"", MER_METHODOLOGY_ERROR_INVALID, "“q2”" },
    { "code=\"comment\"", "code=\"q1\"", MER_METHODOLOGY_ERROR_INVALID, "“q1” is used twice" },
    { "code=\"1.2\"", "code=\"1.1\"", MER_METHODOLOGY_ERROR_INVALID, "“1.1” is used twice" },
    { "code=\"K2\"", "code=\"S\"", MER_METHODOLOGY_ERROR_INVALID, "“S” is used twice" },
    { "code=\"K2\"", "code=\"K 2\"", MER_METHODOLOGY_ERROR_SCHEMA, "line " },
    { "code=\"stand.2\"", "code=\"stand.1\"", MER_METHODOLOGY_ERROR_INVALID, "used twice" },
    { " positive=\"yes\"", "", MER_METHODOLOGY_ERROR_INVALID, "“q1” has no positive option" },
    { "mean-of=\"2.1 2.3\"", "mean-of=\"2.1 3.1\"", MER_METHODOLOGY_ERROR_INVALID, "own" },
    { "from=\"61\"", "from=\"91\"", MER_METHODOLOGY_ERROR_INVALID, "best to the worst" },
    { "key=\"ties\"", "key=\"tie\"", MER_METHODOLOGY_ERROR_INVALID, "“tie”" },
    { "value=\"competition\"", "value=\"fair\"", MER_METHODOLOGY_ERROR_INVALID, "“fair”" },
    { "key=\"undefined.3.3\"", "key=\"undefined.3.1\"", MER_METHODOLOGY_ERROR_INVALID, "3.1" },
    { "key=\"norm\"", "key=\"ties\"", MER_METHODOLOGY_ERROR_INVALID, "“ties”" },
    { "kinds=\"general vocational\"", "kinds=\"military\"", MER_METHODOLOGY_ERROR_SCHEMA, "line " },
    { "format=\"1\"", "format=\"2\"", MER_METHODOLOGY_ERROR_SCHEMA, "line 2" },
    { "date=\"2019-03-13\"", "date=\"2019-13-13\"", MER_METHODOLOGY_ERROR_SCHEMA, "line 2" },
    { "<title>отлично</title>", "<title> </title>", MER_METHODOLOGY_ERROR_SCHEMA, "line " },
    { "<bands>", "<bands><!-- --><evil/>", MER_METHODOLOGY_ERROR_SCHEMA, "line " },
  };
  g_autofree char *text = shipped_text ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *broken = replace_once (text, cases[i].from, cases[i].to);

      assert_refused (broken, -1, cases[i].code, cases[i].message);
    }
}

static void
test_line (void)
{
  g_autofree char *text = shipped_text ();
  const char      *at = strstr (text, "key=\"ties\"");
  g_autofree char *broken = replace_once (text, "key=\"ties\"", "key=\"tie\"");
  g_autofree char *line = NULL;
  guint            number = 1;

  for (const char *c = text; c < at; c++)
    number += *c == '\n';
  line = g_strdup_printf ("a.xml, line %u: ", number);
  assert_refused (broken, -1, MER_METHODOLOGY_ERROR_INVALID, line);
}

static void
test_any_root (void)
{
  assert_refused ("<html><body/></html>", -1, MER_METHODOLOGY_ERROR_SCHEMA, "a.xml, line 1");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml/round-trip", test_round_trip);
  g_test_add_func ("/xml/measures-survive", test_measures_survive);
  g_test_add_func ("/xml/unconfirmed", test_unconfirmed);
  g_test_add_func ("/xml/policies-survive", test_policies_survive);
  g_test_add_func ("/xml/free-form", test_free_form);
  g_test_add_func ("/xml/not-xml", test_not_xml);
  g_test_add_func ("/xml/entities", test_entities);
  g_test_add_func ("/xml/too-large", test_too_large);
  g_test_add_func ("/xml/violations", test_violations);
  g_test_add_func ("/xml/line", test_line);
  g_test_add_func ("/xml/any-root", test_any_root);
  return g_test_run ();
}
