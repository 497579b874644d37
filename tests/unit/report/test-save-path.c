/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a file is called that somebody named without its ending. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "report/mer-save-path.h"

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("mer-save-path-XXXXXX", NULL);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

static void
assert_saved_as (Fixture    *self,
                 const char *chosen,
                 const char *expected)
{
  static const char *const endings[] = { "xlsx", "csv", NULL };
  g_autofree char         *from = g_build_filename (self->folder, chosen, NULL);
  g_autofree char         *to = g_build_filename (self->folder, expected, NULL);
  g_autofree char         *path = mer_save_path (from, endings);

  g_assert_cmpstr (path, ==, to);
}

static void
write_file (Fixture    *self,
            const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "1", 1, NULL));
}

static void
test_names (Fixture      *self,
            gconstpointer data)
{
  assert_saved_as (self, "Отчёт", "Отчёт.xlsx");
  assert_saved_as (self, "Отчёт.csv", "Отчёт.csv");
  assert_saved_as (self, "Отчёт.XLSX", "Отчёт.XLSX");
  /* a dot is no ending by itself */
  assert_saved_as (self, "Отчёт за 2024 г.", "Отчёт за 2024 г..xlsx");
  assert_saved_as (self, "Отчёт 2.0", "Отчёт 2.0.xlsx");
  assert_saved_as (self, ".csv", ".csv.xlsx");
}

/* A file that the dialog has asked about is replaced, another never. */
static void
test_replacing (Fixture      *self,
                gconstpointer data)
{
  write_file (self, "Отчёт.xlsx");
  assert_saved_as (self, "Отчёт.xlsx", "Отчёт.xlsx");
  assert_saved_as (self, "Отчёт", "Отчёт (2).xlsx");
  write_file (self, "Отчёт (2).xlsx");
  assert_saved_as (self, "Отчёт", "Отчёт (3).xlsx");
}

static void
test_table (Fixture      *self,
            gconstpointer data)
{
  g_autofree char *pdf = mer_save_path_table ("/нет/Отчёт.pdf");
  g_autofree char *year = mer_save_path_table ("/нет/Отчёт за 2024 г.");

  g_assert_cmpstr (pdf, ==, "/нет/Отчёт.pdf");
  g_assert_cmpstr (year, ==, "/нет/Отчёт за 2024 г..xlsx");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) \
  g_test_add ("/save-path/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("names", test_names);
  ADD ("replacing", test_replacing);
  ADD ("table", test_table);
#undef ADD
  return g_test_run ();
}
