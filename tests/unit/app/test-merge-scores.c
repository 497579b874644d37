/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether answers and marks of two organizations that are merged score as if they had been
 * imported under one name; with random answers, marks and shares of both. */
#include "config.h"

#include <locale.h>

#include "../import/import-fixture.h"
#include "app/mer-results.h"
#include "store/mer-registry-merge.h"

#define N_ROUNDS 6

static void
append_survey (GString    *csv,
               const char *name,
               guint       rows)
{
  for (guint i = 0; i < rows; i++)
    {
      g_string_append (csv, name);
      for (guint q = 0; q < 14; q++)
        {
          int answer = g_test_rand_int_range (0, 5);

          g_string_append (csv, answer == 0 ? ";" : answer == 1 ? ";Нет"
                                                                : ";Да");
        }
      g_string_append_c (csv, '\n');
    }
}

static void
append_checklist (GString    *csv,
                  const char *name)
{
  static const char *const marks[] = { "0", "0,5", "1", "" };

  g_string_append (csv, "Организация;На стенде [Устав организации];На сайте [Устав организации];"
                        "Дистанционные способы [Телефон];Комфорт [Навигация];"
                        "Оборудование [Пандус];Доступность [Сайт для слабовидящих]\n");
  g_string_append (csv, name);
  for (guint i = 0; i < 6; i++)
    g_string_append_printf (csv, ";%s", marks[g_test_rand_int_range (0, 4)]);
  g_string_append_c (csv, '\n');
}

/* The same text with one name for the other. */
static char *
renamed (const char *text,
         const char *from,
         const char *to)
{
  g_autoptr (GString) out = g_string_new (text);

  g_string_replace (out, from, to, 0);
  return g_strdup (out->str);
}

typedef struct
{
  char *surveys[2];
  char *checklists[2];
} Files;

static void
files_make (Files *self)
{
  static const char *const names[] = { "Первая школа", "Вторая школа" };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GString) survey = g_string_new (NULL);
      g_autoptr (GString) checklist = g_string_new (NULL);

      g_string_append (survey, "Организация");
      for (guint q = 1; q <= 14; q++)
        g_string_append_printf (survey, ";q%u", q);
      g_string_append_c (survey, '\n');
      append_survey (survey, names[i], (guint) g_test_rand_int_range (1, 40));
      append_survey (survey, "Третья школа", (guint) g_test_rand_int_range (1, 10));
      append_checklist (checklist, names[i]);
      self->surveys[i] = g_strdup (survey->str);
      self->checklists[i] = g_strdup (checklist->str);
    }
}

static void
files_clear (Files *self)
{
  for (guint i = 0; i < 2; i++)
    {
      g_free (self->surveys[i]);
      g_free (self->checklists[i]);
    }
}

static void
import_text (Fixture     *self,
             MerBatchKind kind,
             const char  *text)
{
  g_autoptr (MerImportOptions) options = fixture_table (self, kind, "t.csv", text);
  g_autoptr (MerImportResult) result = NULL;

  options->create_organizations = TRUE;
  options->keep_duplicates = TRUE;
  result = fixture_run (self, options);
  g_assert_cmpuint (result->accepted, >, 0);
  g_assert_cmpuint (result->rejected, ==, 0);
}

static void
import_files (Fixture     *self,
              const Files *files,
              gboolean     one_name)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *survey =
        renamed (files->surveys[i], one_name ? "Вторая школа" : "\t", "Первая школа");
      g_autofree char *checklist =
        renamed (files->checklists[i], one_name ? "Вторая школа" : "\t", "Первая школа");

      import_text (self, MER_BATCH_SURVEY, survey);
      import_text (self, MER_BATCH_CHECKLIST, checklist);
    }
}

/* Every score of every organization in rating order, as exact text. */
static char *
scores_of (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerResults) results = mer_results_load (self->doc, 0, MER_RESULTS_EXACT, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < results->scores->n_rows; i++)
    {
      const MerScoreRow *row = &results->scores->rows[i];

      g_string_append_printf (text, "%s:%u", row->organization->name, row->rank);
      for (guint k = 0; k < results->scores->n_indicators; k++)
        {
          g_autofree char *value = row->indicators[k].defined
                                     ? mer_rational_to_string (&row->indicators[k].value)
                                     : g_strdup ("—");

          g_string_append_printf (text, " %s", value);
        }
      g_string_append_c (text, '\n');
    }
  return g_strdup (text->str);
}

static gint64
id_of (Fixture    *self,
       const char *name)
{
  g_autoptr (GPtrArray) organizations = fixture_organizations (self);

  return get_organization (organizations, name)->id;
}

static char *
scores_of_one_name (const Files *files)
{
  Fixture other = { 0 };
  char   *scores = NULL;

  fixture_set_up (&other, NULL);
  import_files (&other, files, TRUE);
  scores = scores_of (&other);
  fixture_tear_down (&other, NULL);
  return scores;
}

static void
merge_and_compare (Fixture     *self,
                   const Files *files)
{
  g_autofree char *wanted = scores_of_one_name (files);
  g_autofree char *before = NULL;
  g_autofree char *merged = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  import_files (self, files, FALSE);
  before = scores_of (self);
  g_assert_true (mer_document_begin (self->doc, "Объединение", NULL));
  g_assert_true (mer_store_merge (self->doc, id_of (self, "Первая школа"),
                                  id_of (self, "Вторая школа"), FALSE, NULL));
  g_assert_true (mer_document_commit (self->doc, NULL));
  merged = scores_of (self);
  g_assert_cmpstr (merged, ==, wanted);
  g_assert_cmpstr (merged, !=, before);
  g_assert_true (mer_document_undo (self->doc, NULL));
  undone = scores_of (self);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (mer_document_redo (self->doc, NULL));
  redone = scores_of (self);
  g_assert_cmpstr (redone, ==, wanted);
}

static void
test_scores (void)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      Fixture self = { 0 };
      Files   files = { 0 };

      fixture_set_up (&self, NULL);
      files_make (&files);
      merge_and_compare (&self, &files);
      files_clear (&files);
      fixture_tear_down (&self, NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/scores", test_scores);
  return g_test_run ();
}
