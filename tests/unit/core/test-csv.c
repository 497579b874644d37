/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mer-csv.h"

static void
test_csv (void)
{
  static const struct
  {
    const char *text;
    const char *csv;
  } cases[] = {
    { "", "" },
    { "ДС «Радуга»", "ДС «Радуга»" },
    { "Школа, лицей", "\"Школа, лицей\"" },
    { "ДС \"Радуга\"", "\"ДС \"\"Радуга\"\"\"" },
    { "a\nb", "\"a\nb\"" },
    { "a;b", "a;b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) csv = g_string_new (NULL);

      mer_csv_append (csv, cases[i].text, ',');
      g_assert_cmpstr (csv->str, ==, cases[i].csv);
    }
}

static void
test_other_separator (void)
{
  g_autoptr (GString) csv = g_string_new (NULL);

  mer_csv_append (csv, "1,5", ';');
  mer_csv_append (csv, "да; нет", ';');
  g_assert_cmpstr (csv->str, ==, "1,5\"да; нет\"");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/csv/field", test_csv);
  g_test_add_func ("/core/csv/other-separator", test_other_separator);
  return g_test_run ();
}
