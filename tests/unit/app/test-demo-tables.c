/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of the invented district: repeatable, equal to the files under data/demo. */

#include "app/mer-demo-private.h"
#include "core/mer-name.h"
#include "core/mer-registry-number.h"
#include "methodology/mer-methodology-xml.h"

#include <glib/gstdio.h>

static MerMethodology *
methodology (void)
{
  g_autoptr (GError) error = NULL;
  MerMethodology *shipped = mer_methodology_shipped ("nok-2018-education", &error);

  g_assert_no_error (error);
  return shipped;
}

static void
assert_equals_file (MerDemoTable *table,
                    const char   *name)
{
  g_autofree char *expected_path = g_build_filename (g_getenv ("MER_DEMO_DATA"), name, NULL);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "merilo-test-demo-XXXXXX", NULL);
  g_autofree char *expected = NULL;
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_mkstemp (path);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (mer_demo_table_write_csv (table, path, FALSE, &error));
  g_assert_true (g_file_get_contents (path, &written, NULL, &error));
  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, &error));
  g_unlink (path);
  /* not by g_assert_cmpstr(), which would print a megabyte */
  if (g_strcmp0 (written, expected) != 0)
    g_error ("%s is not what the program makes: run merilo-cli demo --tables data/demo", name);
  mer_demo_table_free (table);
}

static void
test_committed_files (void)
{
  g_autoptr (MerMethodology) rules = methodology ();

  assert_equals_file (mer_demo_organizations_table (MER_DEMO_LATEST), "organizations.csv");
  assert_equals_file (mer_demo_checklist_table (rules, MER_DEMO_LATEST), "checklist.csv");
  assert_equals_file (mer_demo_survey_table (rules, MER_DEMO_LATEST), "survey.csv");
}

static void
test_registry (void)
{
  guint                      n = 0;
  const MerDemoOrganization *organizations = mer_demo_organizations (&n);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint kinds[MER_N_ORGANIZATION_KINDS] = { 0 };
  guint assessed = 0;

  g_assert_cmpuint (n, ==, 40);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *inn = mer_demo_inn (&organizations[i]);
      g_autofree char *ogrn = mer_demo_ogrn (&organizations[i]);

      g_assert_true (mer_inn_is_valid (inn));
      g_assert_true (mer_ogrn_is_valid (ogrn));
      g_assert_true (g_hash_table_add (seen, g_steal_pointer (&inn)));
      g_assert_true (g_hash_table_add (seen, g_steal_pointer (&ogrn)));
      g_assert_true (g_hash_table_add (seen, mer_name_fold (organizations[i].name, -1)));
      g_assert_true (g_hash_table_add (seen, mer_name_fold (organizations[i].full_name, -1)));
      kinds[organizations[i].kind]++;
      assessed += organizations[i].answers[MER_DEMO_LATEST] > 0 ? 1 : 0;
    }
  for (guint kind = 0; kind < MER_N_ORGANIZATION_KINDS; kind++)
    g_assert_cmpuint (kinds[kind], >, 0);
  g_assert_cmpuint (assessed, ==, 36);
}

/* Every spelling leads back to its organization, and to no other. */
static void
test_spellings (void)
{
  guint                      n = 0;
  const MerDemoOrganization *organizations = mer_demo_organizations (&n);
  MerDemoRandom              random = { 1 };
  guint                      varied = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = mer_name_fold (organizations[i].name, -1);
      g_autofree char *full_name = mer_name_fold (organizations[i].full_name, -1);

      for (guint j = 0; j < 100; j++)
        {
          g_autofree char *spelling = mer_demo_spelling (&organizations[i], &random);
          g_autofree char *folded = mer_name_fold (spelling, -1);

          if (g_strcmp0 (folded, full_name) != 0)
            g_assert_cmpstr (folded, ==, name);
          varied += g_strcmp0 (spelling, organizations[i].name) != 0 ? 1 : 0;
        }
    }
  g_assert_cmpuint (varied, >, n * 100 / 8);
}

static void
test_surveys (void)
{
  g_autoptr (MerMethodology) rules = methodology ();

  for (guint cycle = 0; cycle < MER_DEMO_N_CYCLES; cycle++)
    {
      g_autoptr (MerDemoTable) survey = mer_demo_survey_table (rules, cycle);
      g_autoptr (MerDemoTable) again = mer_demo_survey_table (rules, cycle);
      guint n_rows = mer_demo_table_n_rows (survey);

      g_assert_cmpuint (survey->cells->len % survey->n_columns, ==, 0);
      g_assert_cmpuint (n_rows, >, 8000);
      g_assert_cmpuint (n_rows, <, 9000);
      g_assert_cmpuint (mer_demo_table_n_rows (again), ==, n_rows);
      for (guint row = 0; row < n_rows; row += 97)
        for (guint column = 0; column < survey->n_columns; column++)
          g_assert_cmpstr (mer_demo_table_cell (survey, row, column), ==,
                           mer_demo_table_cell (again, row, column));
    }
}

/* The organization of the worked example has that example's counts. */
static void
test_worked_example (void)
{
  static const guint expected[] = {
    168, 161, 187, 176, 201, 9, 7, 209, 210, 132, 129, 203, 206, 207
  };
  g_autoptr (MerMethodology) rules = methodology ();
  g_autoptr (MerDemoTable) survey = mer_demo_survey_table (rules, MER_DEMO_LATEST);
  guint yes[14] = { 0 };
  guint n = 0;

  for (guint row = 1; row < mer_demo_table_n_rows (survey); row++)
    {
      g_autofree char *folded = mer_name_fold (mer_demo_table_cell (survey, row, 1), -1);

      if (!g_str_has_suffix (folded, "радуга"))
        continue;
      n++;
      for (guint q = 0; q < 14; q++)
        yes[q] += g_strcmp0 (mer_demo_table_cell (survey, row, q + 2), "Да") == 0 ? 1 : 0;
    }
  g_assert_cmpuint (n, ==, 214);
  for (guint q = 0; q < 14; q++)
    g_assert_cmpuint (yes[q], ==, expected[q]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/demo-tables/committed-files", test_committed_files);
  g_test_add_func ("/app/demo-tables/registry", test_registry);
  g_test_add_func ("/app/demo-tables/spellings", test_spellings);
  g_test_add_func ("/app/demo-tables/surveys", test_surveys);
  g_test_add_func ("/app/demo-tables/worked-example", test_worked_example);
  return g_test_run ();
}
