/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The operator's values beside ours, cell by cell. */

#include "config.h"

#include <glib/gstdio.h>

#include "app/mer-comparison.h"
#include "app/mer-new-document.h"
#include "import/mer-importer.h"

typedef struct
{
  char        *folder;
  char        *path;
  MerDocument *doc;
} Fixture;

static void
import (Fixture     *self,
        MerBatchKind kind,
        const char  *name,
        const char  *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (MerImportOptions) options = mer_import_options_new (kind, path);
  g_autoptr (MerImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  options->create_organizations = kind == MER_BATCH_ORGANIZATIONS;
  result = mer_import_run (self->doc, options, "Загрузка", NULL, NULL, &error);
  g_unlink (path);
  g_assert_no_error (error);
  g_assert_no_error (result->obstacle);
  g_assert_cmpuint (result->rejected, ==, 0);
}

/* `yes` of `n` are content with the comfort (q5), all with all else. */
static void
add_answers (GString    *text,
             const char *name,
             guint       n,
             guint       yes)
{
  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, name);
      for (guint q = 1; q <= 14; q++)
        g_string_append (text, q == 5 && i >= yes ? ";нет" : ";да");
      g_string_append_c (text, '\n');
    }
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("organization");
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("mer-comparison-XXXXXX", &error);
  self->path = g_build_filename (self->folder, "Район.merilo", NULL);
  self->doc = mer_new_document (self->path, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint q = 1; q <= 14; q++)
    g_string_append_printf (text, ";q%u", q);
  g_string_append_c (text, '\n');
  add_answers (text, "А", 3, 2);
  add_answers (text, "Б", 8, 7);
  add_answers (text, "Г", 4, 4);
  import (self, MER_BATCH_ORGANIZATIONS, "о.csv", "Организация\nА\nБ\nВ\nГ\n");
  import (self, MER_BATCH_SURVEY, "а.csv", text->str);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_clear_object (&self->doc);
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

/* «А 2.3 66.6 66.67 -0.07; Б …» */
static void
assert_comparison (Fixture    *self,
                   guint       n_cells,
                   const char *expected)
{
  static const char *const kinds[] = { "", " (no ours)", " (no theirs)", " (nothing)" };
  g_autoptr (GError) error = NULL;
  g_autoptr (MerResults) results = mer_results_load (self->doc, 0, MER_RESULTS_AS_RULED, &error);
  g_autoptr (MerComparison) comparison = mer_comparison_new (results, self->doc, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < comparison->differences->len; i++)
    {
      const MerDifference *difference = comparison->differences->pdata[i];

      g_string_append_printf (text, "%s%s %s%s", i > 0 ? "; " : "", difference->organization->name,
                              difference->code, kinds[difference->kind]);
      if (difference->theirs != NULL)
        g_string_append_printf (text, " %s", difference->theirs);
      if (difference->ours != NULL)
        g_string_append_printf (text, " %s", difference->ours);
      if (difference->difference != NULL)
        g_string_append_printf (text, " %s", difference->difference);
    }
  g_assert_cmpstr (text->str, ==, expected);
  g_assert_cmpuint (comparison->n_cells, ==, n_cells);
}

static void
test_none (Fixture      *self,
           gconstpointer data)
{
  assert_comparison (self, 0, "");
}

/* 66,7 is 66,67 and 87,5 is 87,50 in a column that was given with one decimal. */
static void
test_differences (Fixture      *self,
                  gconstpointer data)
{
  import (self, MER_BATCH_VALUES, "о.csv",
          "Организация;2.3;4.1;5.1\n"
          "А;66,7;100;100,00\n"
          "Б;87,5;;99,99\n"
          "В;50;;\n");
  assert_comparison (self, 7,
                     "Б 4.1 (no theirs) 100.00; Б 5.1 99.99 100.00 -0.01; Г  (nothing); "
                     "В 2.3 (no ours) 50");
}

/* Two decimals are compared as two, more than we print as those that we print. */
static void
test_decimals (Fixture      *self,
               gconstpointer data)
{
  import (self, MER_BATCH_VALUES, "о.csv",
          "Организация;2.3;4.1\n"
          "А;66,70;99,996\n"
          "Б;87,5;99,994\n"
          "Г;100;100\n");
  assert_comparison (self, 6, "А 2.3 66.70 66.67 0.03; Б 4.1 99.994 100.00 -0.006");
}

/* A newer table wins the cells that it has; each is read with its own decimals. */
static void
test_newest (Fixture      *self,
             gconstpointer data)
{
  import (self, MER_BATCH_VALUES, "о.csv",
          "Организация;2.3;4.1\nА;66,7;100\nБ;1;100\nГ;100;100\n");
  assert_comparison (self, 6, "Б 2.3 1 87.50 -86.50");
  import (self, MER_BATCH_VALUES, "п.csv", "Организация;2.3\nБ;87,52\n");
  assert_comparison (self, 6, "Б 2.3 87.52 87.50 0.02");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/comparison/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("none", test_none);
  ADD ("differences", test_differences);
  ADD ("decimals", test_decimals);
  ADD ("newest", test_newest);
#undef ADD
  return g_test_run ();
}
