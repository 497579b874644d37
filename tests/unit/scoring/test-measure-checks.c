/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures that do not fit their questions, places or bands, each with what is said of it. */

#include <gio/gio.h>

#include "methodology/mer-methodology-xml.h"
#include "methodology/mer-methodology.h"

/* Options of the scale: 0, 2.5, 5, 7.5, 10, unsure. */
#define N_SCALE 6

/* The text of tests/data/methodologies/measures.xml. */
static char *rules;

static void
assert_refused (const char *from, const char *to, const char *message)
{
  const char      *at = strstr (rules, from);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (at);
  text = g_strdup_printf ("%.*s%s%s", (int) (at - rules), rules, to, at + strlen (from));
  g_assert_null (mer_methodology_from_xml (text, strlen (text), "правила", &error));
  g_assert_nonnull (error);
  if (strstr (error->message, message) == NULL)
    g_error ("“%s” does not say “%s”", error->message, message);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *from, *to, *message;
  } cases[] = {
    { "<option score=\"2.5\">", "<option>", "needs a score" },
    { "score=\"7.5\"", "score=\"10.1\"", "greater score than the largest value" },
    { "score=\"2.5\"", "score=\"2.50001\"", "too fine" },
    { "\"points\" cap=\"10\"", "\"points\" cap=\"10\" base=\"answers\"", "has no base" },
    { "\"points\" cap=\"10\"", "\"points\" points=\"5\" cap=\"10\"", "has no points" },
    { "<input question=\"s\"/>", "", "needs an input" },
    { "<input question=\"s\"/>", "<input question=\"s\"/><input question=\"w\"/>",
      "takes one input" },
    { "<input question=\"s\"/>", "<input question=\"s\" weight=\"1\"/>", "have no weights" },
    { "<input question=\"s\"/>", "<input question=\"s\"/><band from=\"0\" points=\"1\"/>",
      "no bands" },
    { "<input place=\"a\" weight=\"0.5\"/>", "<input place=\"a\"/>", "needs a weight" },
    { "<input place=\"a\" weight=\"0.5\"/>", "<input place=\"a\" weight=\"0.4\"/>", "must add up" },
    { "<band from=\"0\" points=\"10\"/><band from=\"5\" points=\"7.5\"/>"
      "<band from=\"10\" points=\"0\"/>",
      "", "needs bands" },
    { "<band from=\"0\" points=\"10\"/>", "<band from=\"1\" points=\"10\"/>", "begin at zero" },
    { "<band from=\"5\"", "<band from=\"10\"", "from the lowest" },
    { "points=\"7.5\"", "points=\"11\"", "more points than the largest" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].from, cases[i].to, cases[i].message);
}

/* A scale from 0 to 10 fits a block, and so do fourteen options; fifteen do not. */
static void
test_scale_sizes (void)
{
  static const char first[] = "<option score=\"0\"><text>0</text></option>\n";
  const char       *at = strstr (rules, first);

  g_assert_nonnull (at);
  for (guint n = 11; n <= 15; n++)
    {
      g_autoptr (GString) text = g_string_new_len (rules, at - rules);
      g_autoptr (GError) error = NULL;
      g_autoptr (MerMethodology) methodology = NULL;

      for (guint i = N_SCALE; i < n; i++)
        g_string_append_printf (text, "<option score=\"%u\"><text>ещё %u</text></option>",
                                i % 10, i);
      g_string_append (text, at);
      methodology = mer_methodology_from_xml (text->str, text->len, "правила", &error);
      if (n <= MER_ANSWER_MAX_CODES - MER_ANSWER_FIRST_OPTION)
        g_assert_no_error (error);
      else
        g_assert_nonnull (error);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *path = NULL;
  int              status;

  g_test_init (&argc, &argv, NULL);
  path = g_build_filename (g_getenv ("MER_SOURCE_DIR"), "tests", "data", "methodologies",
                           "measures.xml", NULL);
  g_assert_true (g_file_get_contents (path, &rules, NULL, NULL));
  g_test_add_func ("/measure-checks/refused", test_refused);
  g_test_add_func ("/measure-checks/scale-sizes", test_scale_sizes);
  status = g_test_run ();
  g_free (rules);
  return status;
}
