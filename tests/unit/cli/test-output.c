/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What merilo-cli writes stays one line, one field, one JSON string, whatever is in it. */

#include "cli/mer-cli.h"

static void
test_json (void)
{
  static const struct
  {
    const char *text;
    const char *json;
  } cases[] = {
    { NULL, "null" },
    { "", "\"\"" },
    { "ДС «Радуга»", "\"ДС «Радуга»\"" },
    { "a\"b\\c", "\"a\\\"b\\\\c\"" },
    { "a\tb\nc\001", "\"a\\u0009b\\u000ac\\u0001\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) json = g_string_new (NULL);

      mer_cli_json_string (json, cases[i].text);
      g_assert_cmpstr (json->str, ==, cases[i].json);
    }
}

static void
test_line (void)
{
  g_autofree char *line = mer_cli_line ("Анкеты\t2024\r\n.csv\x7f");
  g_autofree char *plain = mer_cli_line ("Анкеты 2024.csv");

  g_assert_cmpstr (line, ==, "Анкеты 2024  .csv ");
  g_assert_cmpstr (plain, ==, "Анкеты 2024.csv");
}

static void
test_id (void)
{
  gint64 id = 5;

  g_assert_true (mer_cli_parse_id (&mer_command_scores, NULL, &id));
  g_assert_cmpint (id, ==, 0);
  g_assert_true (mer_cli_parse_id (&mer_command_scores, "9223372036854775807", &id));
  g_assert_cmpint (id, ==, G_MAXINT64);
}

static void
test_wrong_id (void)
{
  static const char *const wrong[] = { "", "0", "-1", "1x", " 1", "9223372036854775808" };
  gint64                   id = 0;

  if (g_test_subprocess ())
    {
      for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
        g_assert_false (mer_cli_parse_id (&mer_command_scores, wrong[i], &id));
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*merilo-cli scores*DOC*");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/output/json", test_json);
  g_test_add_func ("/cli/output/line", test_line);
  g_test_add_func ("/cli/output/id", test_id);
  g_test_add_func ("/cli/output/wrong-id", test_wrong_id);
  return g_test_run ();
}
