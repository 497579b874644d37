/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Many returned forms read as one: each row names its file, and no item is written twice. */

#include "config.h"

#include "plan-form-fixture.h"

/* A row of MARKS. */
#define MARK_ROW ";%s;;;;M%d\n"

static char *
write_form (Fixture    *self,
            const char *name,
            const char *head,
            const char *rows)
{
  char            *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *text = g_strconcat (head, rows, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static MerPlanReading *
read_many (Fixture      *self,
           char        **paths,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr (MerProgress) progress = mer_progress_new ();
  const char *const *files = (const char *const *) paths;
  MerPlanFormOptions options = { .language = MER_LANGUAGE_RU,
                                 .elsewhere = mer_plan_form_elsewhere,
                                 .data = self->doc,
                                 .progress = progress,
                                 .cancellable = cancellable };
  MerPlanReading    *reading = mer_plan_forms_read (self->book, files, &options, error);

  if (reading != NULL)
    g_assert_cmpuint (mer_progress_get_done (progress), ==, g_strv_length (paths));
  return reading;
}

/* Two schools, and a file that is no form: one list, in which each row names its file. */
static void
test_many (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64           a = item_of (self, aljonushka, 1)->record.id;
  gint64           b = item_of (self, rainbow, 1)->record.id;
  g_autofree char *first = g_strdup_printf (MARK_ROW "Новая мера;Сделаем;;;;\n", "Начали", (int) a);
  g_autofree char *second = g_strdup_printf (MARK_ROW ";;;;120;M%d\n", "Начали", (int) b,
                                             (int) item_of (self, rainbow, 2)->record.id);
  g_auto (GStrv) paths = g_new0 (char *, 4);
  g_autoptr (MerPlanReading) reading = NULL;

  paths[0] = write_form (self, "a.csv", MARKS, first);
  paths[1] = write_form (self, "none.csv", "a;b\n", "1;2\n");
  paths[2] = write_form (self, "b.csv", MARKS, second);
  reading = read_many (self, paths, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reading->files->len, ==, 3);
  g_assert_cmpuint (reading->unread, ==, 1);
  g_assert_cmpuint (reading->changed, ==, 2);
  g_assert_cmpuint (reading->added, ==, 1); /* its file is of one organization */
  g_assert_cmpuint (reading->doubtful, ==, 1);
  g_assert_nonnull (strstr (reading->problems->pdata[0], "none.csv"));
  for (guint i = 0; i < reading->changes->len; i++)
    {
      const MerFormChange *change = reading->changes->pdata[i];
      const MerPlan       *plan = sheet_of (self, aljonushka)->plan;

      g_assert_cmpstr (change->file, ==,
                       change->item->plan == plan->record.id ? "a.csv" : "b.csv");
    }
  apply (self, reading);
  g_assert_cmpstr (mer_plan_book_line (self->book, a)->item->taken, ==, "Начали");
  for (guint i = 0; paths[i] != NULL; i++)
    g_unlink (paths[i]);
}

/* Two files of one item: what says nothing else is no question, else the first is taken and the
 * other named. */
static void
test_many_same (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int              a = (int) item_of (self, aljonushka, 1)->record.id;
  int              b = (int) item_of (self, aljonushka, 2)->record.id;
  int              c = (int) item_of (self, aljonushka, 3)->record.id;
  g_autofree char *first = g_strdup_printf (MARK_ROW MARK_ROW MARK_ROW, "Раз", a, "Раз", b, "Раз",
                                            c);
  g_autofree char *second = g_strdup_printf (MARK_ROW MARK_ROW MARK_ROW, "", a, "Раз", b, "Два",
                                             c);
  g_auto (GStrv) paths = g_new0 (char *, 3);
  g_autoptr (MerPlanReading) reading = NULL;

  paths[0] = write_form (self, "a.csv", MARKS, first);
  paths[1] = write_form (self, "b.csv", MARKS, second);
  reading = read_many (self, paths, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reading->changed, ==, 3);
  g_assert_cmpuint (reading->unchanged, ==, 2);
  g_assert_cmpuint (reading->refused, ==, 1);
  g_assert_true (says (reading, "b.csv, row 4"));
  g_assert_true (says (reading, "“a.csv”"));
  for (guint i = 0; paths[i] != NULL; i++)
    g_unlink (paths[i]);
}

/* None of them is a form, or the user stops it. */
static void
test_many_none (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) stopped = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (GStrv) paths = g_new0 (char *, 3);

  paths[0] = write_form (self, "none.csv", "a;b\n", "1;2\n");
  paths[1] = g_build_filename (self->folder, "nowhere.csv", NULL);
  g_assert_null (read_many (self, paths, NULL, &error));
  g_assert_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_COLUMNS);
  g_cancellable_cancel (cancellable);
  g_assert_null (read_many (self, paths, cancellable, &stopped));
  g_assert_error (stopped, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_unlink (paths[0]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("MERILO_TODAY", "2024-12-03", TRUE);
  add ("many", test_many);
  add ("many-same", test_many_same);
  add ("many-none", test_many_none);
  return g_test_run ();
}
