/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What respondents tell of themselves, through the whole import: only counts are left of it, of
 * the rows that were kept. */

#include "config.h"

#include "import-fixture.h"
#include "store/mer-profile-store.h"

/* Time, organization, sex, age, role, education and fourteen answers. */
static char *
survey_text (const char *head,
             const char *rows)
{
  g_autoptr (MerMethodology) methodology = mer_methodology_shipped ("nok-2018-education", NULL);
  GString *text = g_string_new (head);

  for (guint i = 0; i < methodology->questions->len; i++)
    {
      const MerQuestion *question = g_ptr_array_index (methodology->questions, i);
      g_string_append_printf (text, ";\"%s\"", question->text);
    }
  g_string_append_printf (text, "\n%s", rows);
  return g_string_free (text, FALSE);
}

#define WHO "Отметка времени;Наименование организации;"
#define HEAD WHO "Ваш пол;Возраст;Кем Вы приходитесь ребёнку?;Образование"

static void
add_row (GString    *rows,
         const char *time,
         const char *organization,
         const char *person)
{
  g_string_append_printf (rows, "%s;%s;%s;Да;Да;Да;Да;Да;Нет;;Да;Да;Нет;;Да;Да;Да\n", time,
                          organization, person);
}

static MerImportResult *
import (Fixture    *self,
        const char *head,
        GString    *rows,
        const char *column,
        gboolean    keep)
{
  g_autofree char *text = survey_text (head, rows->str);
  g_autoptr (MerImportOptions) options = fixture_table (self, MER_BATCH_SURVEY, "t.csv", text);

  options->create_organizations = TRUE;
  options->keep_duplicates = keep;
  if (column != NULL)
    {
      options->columns = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (options->columns, g_strdup (column));
    }
  return fixture_run (self, options);
}

/* «sex female 3/4» a line. */
static char *
describe (Fixture               *self,
          const MerImportResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) counts = mer_store_profile (self->doc, result->cycle_id, &error);
  g_autoptr (GArray) shares = NULL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  shares = mer_sample_structure (counts, NULL, NULL);
  for (guint i = 0; i < shares->len; i++)
    {
      const MerSampleShare *share = &g_array_index (shares, MerSampleShare, i);

      g_string_append_printf (text, "%s %s %d/%d\n", share->field, share->value, (int) share->n,
                              (int) share->base);
    }
  return g_string_free (text, FALSE);
}

static void
test_counts (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (MerImportResult) result = NULL;
  g_autoptr (GPtrArray) counts = NULL;
  g_autofree char *text = NULL;

  add_row (rows, "14.10.2024 10:00:00", "СОШ № 1", "Ж;34;Мама;высшее");
  add_row (rows, "14.10.2024 10:00:01", "СОШ № 1", "жен.;25 лет;Родитель;высшее");
  add_row (rows, "14.10.2024 10:00:02", "СОШ № 2", "Мужской;70;Дедушка;среднее");
  add_row (rows, "14.10.2024 10:00:03", "СОШ № 2", ";17;сосед Пети;");
  /* sent twice: counted once */
  add_row (rows, "14.10.2024 10:00:02", "СОШ № 2", "Мужской;70;Дедушка;среднее");
  /* rejected: another shape */
  g_string_append (rows, "14.10.2024 10:00:04;СОШ № 2;Мужской\n");
  result = import (self, HEAD, rows, NULL, FALSE);
  assert_counts (result, 4, 1, 1);
  text = describe (self, result);
  g_assert_cmpstr (text, ==,
                   "sex female 2/3\nsex male 1/3\n"
                   "age 0-17 1/4\nage 25-34 2/4\nage 65+ 1/4\n"
                   "role parent 2/4\nrole relative 1/4\nrole other 1/4\n");
  counts = mer_store_profile (self->doc, result->cycle_id, NULL);
  g_assert_cmpint (((MerProfileCount *) counts->pdata[0])->organization_id, >, 0);
}

static void
test_kept_duplicates (Fixture      *self,
                      gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (MerImportResult) result = NULL;
  g_autofree char *text = NULL;

  for (int i = 0; i < 3; i++)
    add_row (rows, "14.10.2024 10:00:02", "СОШ № 2", "м;70;Сосед;");
  result = import (self, HEAD, rows, NULL, TRUE);
  assert_counts (result, 3, 0, 2);
  text = describe (self, result);
  /* three say so: it is no longer one person's own words */
  g_assert_cmpstr (text, ==, "sex male 3/3\nage 65+ 3/3\nrole сосед 3/3\n");
}

static void
test_by_hand (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (MerImportResult) result = NULL;
  g_autoptr (GPtrArray) batches = NULL;
  g_autofree char *text = NULL;

  for (int i = 0; i < 4; i++)
    add_row (rows, "14.10.2024", "СОШ № 2", i == 0 ? ";;;Среднее" : ";;;высшее ");
  result = import (self, HEAD, rows, "profile:Образование=Образование", FALSE);
  assert_counts (result, 4, 0, 0);
  text = describe (self, result);
  g_assert_cmpstr (text, ==, "Образование высшее 3/4\nОбразование other 1/4\n");
  batches = mer_store_batches (self->doc, 0, NULL);
  g_assert_nonnull (
    strstr (((MerBatch *) batches->pdata[0])->mapping, "profile:Образование\tОбразование"));
}

/* Two columns of one name must not keep anything from being imported. */
static void
test_two_columns (Fixture      *self,
                  gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (MerImportResult) result = NULL;
  g_autofree char *text = NULL;

  add_row (rows, "14.10.2024", "СОШ № 2", "ж;34;34;5");
  result = import (self, WHO "Пол;Возраст;Возраст;Сколько Вам лет", rows, NULL, FALSE);
  assert_counts (result, 1, 0, 0);
  text = describe (self, result);
  g_assert_cmpstr (text, ==, "sex female 1/1\nage 25-34 1/1\n");
}

/* More different answers than are told apart, and longer ones than anybody's age. */
static void
test_many_answers (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (MerImportResult) result = NULL;
  g_autofree char *text = NULL;
  g_autofree char *longest = g_strnfill (500, 'x');

  for (int i = 0; i < 5000; i++)
    {
      g_autofree char *person = g_strdup_printf (";%s;роль %d;", i == 7 ? longest : "", i);

      add_row (rows, "14.10.2024", "СОШ № 2", person);
    }
  result = import (self, HEAD, rows, NULL, FALSE);
  assert_counts (result, 5000, 0, 0);
  text = describe (self, result);
  g_assert_cmpstr (text, ==, "age other 1/1\nrole other 5000/5000\n");
}

/* Repeated rows among many of one organization leave each other row its own answers. */
static void
test_many_rows (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (MerImportResult) result = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 700; i++)
    {
      g_autofree char *time = g_strdup_printf ("14.10.2024 10:%02u:%02u", i / 60, i % 60);

      add_row (rows, time, "СОШ № 2", i % 3 == 0 ? "м;34;мать;" : "ж;70;мать;");
      if (i % 50 == 0)
        add_row (rows, time, "СОШ № 2", "м;20;отец;");
    }
  result = import (self, HEAD, rows, NULL, FALSE);
  assert_counts (result, 700, 0, 14);
  text = describe (self, result);
  g_assert_cmpstr (text, ==,
                   "sex female 466/700\nsex male 234/700\n"
                   "age 25-34 234/700\nage 65+ 466/700\nrole parent 700/700\n");
}

/* Undone with its import, and again there. */
static void
test_undo (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (MerImportResult) result = NULL;
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  add_row (rows, "14.10.2024", "СОШ № 2", "ж;34;мать;");
  result = import (self, HEAD, rows, NULL, FALSE);
  before = describe (self, result);
  g_assert_true (mer_document_undo (self->doc, NULL));
  undone = describe (self, result);
  g_assert_cmpstr (undone, ==, "");
  g_assert_true (mer_document_redo (self->doc, NULL));
  redone = describe (self, result);
  g_assert_cmpstr (redone, ==, before);
}

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/profile/counts", test_counts);
  ADD ("/profile/kept-duplicates", test_kept_duplicates);
  ADD ("/profile/by-hand", test_by_hand);
  ADD ("/profile/two-columns", test_two_columns);
  ADD ("/profile/many-answers", test_many_answers);
  ADD ("/profile/many-rows", test_many_rows);
  ADD ("/profile/undo", test_undo);
  return g_test_run ();
}
