/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole imports: the same questionnaires as several tools export them give the same counts, and
 * whatever fails leaves the document byte for byte as it was. */
#include "config.h"

#include <locale.h>

#include "import-fixture.h"

static const char *const questions =
  "q1;q2;q3;q4;q5;q6;q7;q8;q9;q10;q11;q12;q13;q14";

/* Questionnaires of the three organizations in tests/data/import: answers «да» and «нет». */
static const struct
{
  const char *name;
  guint       yes[14], no[14];
} expected[] = {
  { "МБОУ «СОШ № 3»",
    { 4, 3, 4, 4, 4, 1, 1, 3, 4, 3, 2, 3, 4, 3 },
    { 0, 1, 0, 0, 0, 3, 0, 1, 0, 1, 1, 1, 0, 1 } },
  { "МБДОУ «Детский сад „Радуга“»",
    { 3, 3, 3, 1, 4, 1, 0, 3, 2, 2, 2, 4, 4, 3 },
    { 1, 0, 1, 2, 0, 3, 1, 1, 2, 2, 0, 0, 0, 1 } },
  { "МБУ ДО «Дом творчества»",
    { 4, 4, 3, 3, 2, 0, 0, 4, 4, 4, 3, 2, 4, 3 },
    { 0, 0, 1, 0, 2, 4, 0, 0, 0, 0, 1, 2, 0, 1 } },
};

static MerImportResult *
import_data (Fixture     *self,
             MerBatchKind kind,
             const char  *name)
{
  g_autofree char *path = data_path (name);
  g_autoptr (MerImportOptions) options = mer_import_options_new (kind, path);

  return fixture_run (self, options);
}

/* Rows of organization and date; «+» stands for fourteen times yes, «-» for no. */
static char *
survey_text (const char *rows)
{
  g_autoptr (GString) text = g_string_new (rows);

  g_string_replace (text, ";+\n", ";да;да;да;да;да;да;да;да;да;да;да;да;да;да\n", 0);
  g_string_replace (text, ";-\n", ";нет;;нет;;нет;нет;;нет;нет;нет;;нет;нет;нет\n", 0);
  g_string_prepend_c (text, '\n');
  g_string_prepend (text, questions);
  g_string_prepend (text, "organization;date;");
  return g_strdup (text->str);
}

static MerImportResult *
import_rows (Fixture    *self,
             const char *rows,
             gboolean    create)
{
  g_autofree char *text = survey_text (rows);
  g_autoptr (MerImportOptions) options =
    fixture_table (self, MER_BATCH_SURVEY, "rows.csv", text);

  options->create_organizations = create;
  return fixture_run (self, options);
}

static const MerEvidence *
evidence_of (GPtrArray *evidence,
             gint64     organization_id)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      const MerEvidence *found = evidence->pdata[i];

      if (found->organization_id == organization_id)
        return found;
    }
  g_error ("no evidence");
}

static GPtrArray *
load_evidence (Fixture *self,
               gint64   cycle_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology =
    mer_store_methodology (self->doc, mer_store_latest_methodology_id (self->doc), NULL);
  GPtrArray *evidence = mer_store_evidence (self->doc, cycle_id, methodology, &error);

  g_assert_no_error (error);
  return evidence;
}

static void
assert_tallies (Fixture *self,
                gint64   cycle_id)
{
  g_autoptr (GPtrArray) evidence = load_evidence (self, cycle_id);
  g_autoptr (GPtrArray) organizations = fixture_organizations (self);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const MerOrganization *organization = get_organization (organizations, expected[i].name);
      const MerTally        *tally = evidence_of (evidence, organization->id)->tally;

      g_assert_cmpuint (tally->n, ==, 4);
      for (guint j = 0; j < 14; j++)
        {
          g_assert_cmpuint (tally->questions[j].count[2], ==, expected[i].yes[j]);
          g_assert_cmpuint (tally->questions[j].count[3], ==, expected[i].no[j]);
        }
    }
}

/* Google Forms, Yandex Forms, LimeSurvey, and a table typed by hand in Windows-1251 with other
 * spellings of names and answers. */
static void
test_tools (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (MerImportResult) registry = NULL;
  g_autoptr (MerImportResult) result = NULL;
  g_autoptr (MerCycle) cycle = NULL;

  registry = import_data (self, MER_BATCH_ORGANIZATIONS, "registry.csv");
  assert_counts (registry, 3, 0, 0);
  result = import_data (self, MER_BATCH_SURVEY, data);
  assert_counts (result, 12, 0, 0);
  g_assert_cmpuint (result->unmatched->len, ==, 0);
  assert_tallies (self, result->cycle_id);
}

/* Questionnaires and checklists name the organizations in other orders and sets: each keeps its
 * own. An organization without a single «да» loses no question. */
static void
test_orders (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (MerImportResult) survey = import_rows (
    self,
    "СОШ № 2;;-\n"
    "ДС «Радуга»;;+\n"
    "СОШ № 2;;-\n"
    "СОШ № 1;;+\n"
    "СОШ № 2;;-\n",
    TRUE);
  g_autoptr (MerImportResult) checklist =
    fixture_import (self, MER_BATCH_CHECKLIST,
                    "Организация;на сайте [Дата создания]\nСОШ № 1;1\nСОШ №2;0\nдс радуга;½\n");
  const struct
  {
    const char *name;
    guint       n, yes, no;
    MerMark     mark;
  } cases[] = {
    { "СОШ № 1", 1, 1, 0, MER_MARK_PRESENT },
    { "СОШ № 2", 3, 0, 3, MER_MARK_ABSENT },
    { "ДС «Радуга»", 1, 1, 0, MER_MARK_HALF },
  };
  g_autoptr (GPtrArray) organizations = fixture_organizations (self);
  g_autoptr (GPtrArray) evidence = load_evidence (self, survey->cycle_id);
  g_autoptr (GPtrArray) items = mer_store_items (self->doc, survey->cycle_id, NULL);

  assert_counts (checklist, 3, 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MerEvidence *found =
        evidence_of (evidence, get_organization (organizations, cases[i].name)->id);

      g_assert_cmpuint (found->tally->n, ==, cases[i].n);
      g_assert_cmpuint (found->tally->questions[13].count[2], ==, cases[i].yes);
      g_assert_cmpuint (found->tally->questions[13].count[3], ==, cases[i].no);
      for (guint j = 0; j < items->len; j++)
        {
          if (g_strcmp0 (((MerCycleItem *) items->pdata[j])->code, "site.1") == 0)
            g_assert_cmpint (found->marks[j], ==, cases[i].mark);
        }
    }
}

/* --- the cycle --------------------------------------------------------------------- */

static void
test_cycle (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (MerImportResult) result =
    import_rows (self, "СОШ № 1;05.10.2023;+\n"
                       "СОШ № 1;06.10.2023;-\n",
                 TRUE);
  g_autoptr (MerImportResult) again = import_rows (self, "СОШ № 2;05.10.2024;+\n", TRUE);
  g_autoptr (GPtrArray) cycles = mer_store_cycles (self->doc, NULL);
  const MerCycle *cycle = cycles->pdata[0];

  g_assert_cmpuint (cycles->len, ==, 1);
  g_assert_cmpint (cycle->year, ==, 2023);
  g_assert_nonnull (strstr (cycle->title, "2023"));
  g_assert_cmpint (result->cycle_id, ==, cycle->id);
  g_assert_cmpint (again->cycle_id, ==, cycle->id);
}

/* A table without a date: the cycle is this year's. */
static void
test_cycle_of_today (Fixture      *self,
                     gconstpointer data)
{
  g_autoptr (MerImportOptions) options = fixture_table (
    self, MER_BATCH_CHECKLIST, "t.csv", "Организация;на сайте [Дата создания]\nСОШ № 1;1\n");
  g_autoptr (MerImportResult) result = NULL;
  g_autoptr (GPtrArray) cycles = NULL;

  options->create_organizations = TRUE;
  g_setenv ("MERILO_TODAY", "2019-05-06", TRUE);
  result = fixture_run (self, options);
  g_unsetenv ("MERILO_TODAY");
  g_assert_cmpuint (result->accepted, ==, 1);
  cycles = mer_store_cycles (self->doc, NULL);
  g_assert_cmpint (((MerCycle *) cycles->pdata[0])->year, ==, 2019);
}

static void
test_approved (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (MerImportResult) result = import_rows (self, "СОШ № 1;05.10.2023;+\n", TRUE);
  g_autoptr (MerCycle) cycle = mer_store_cycle (self->doc, result->cycle_id, NULL);
  g_autofree char *text = survey_text ("СОШ № 1;06.10.2023;-\n");
  g_autoptr (MerImportOptions) options = fixture_table (self, MER_BATCH_SURVEY, "b.csv", text);
  g_autoptr (GError) error = NULL;

  cycle->approved = TRUE;
  g_assert_true (mer_document_begin (self->doc, "Утверждение", NULL));
  g_assert_true (mer_store_save_cycle (self->doc, cycle, &error));
  g_assert_true (mer_document_commit (self->doc, &error));
  g_assert_null (mer_import_run (self->doc, options, "Загрузка", NULL, NULL, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
}

/* --- the batch ------------------------------------------------------------------------ */

/* What is said of a file whose name is not UTF-8 can be shown. */
static void
test_file_name (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (MerImportOptions) options =
    fixture_table (self, MER_BATCH_SURVEY, "\x84\xae\xe0.csv", "Столбец\nничего\n");
  g_autoptr (GError) error = NULL;

  g_assert_null (mer_import_run (self->doc, options, "Загрузка", NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, ".csv"));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
test_batch (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (MerImportResult) result = import_rows (
    self, "СОШ № 1;05.10.2023 10:00:00;+\n"
          "СОШ № 1;05.10.2023 10:00:00;+\n"
          "СОШ № 1;05.10.2023 11:00:00;может быть;;;;;;;;;;;;;\n",
    TRUE);
  g_autoptr (GPtrArray) batches = mer_store_batches (self->doc, result->cycle_id, NULL);
  g_autoptr (GPtrArray) problems = mer_store_problems (self->doc, result->batch_id, NULL);
  const MerBatch *batch = batches->pdata[0];

  assert_counts (result, 2, 0, 1);
  g_assert_cmpuint (batches->len, ==, 1);
  g_assert_cmpstr (batch->file_name, ==, "rows.csv");
  g_assert_cmpuint (strlen (batch->sha256), ==, 64);
  g_assert_cmpint (batch->accepted, ==, 2);
  g_assert_cmpint (batch->duplicates, ==, 1);
  g_assert_true (g_str_has_prefix (batch->mapping, "organization\torganization\n"
                                                   "date\tdate\nq1\tq1"));
  g_assert_cmpuint (problems->len, ==, result->problems->len);
  g_assert_nonnull (find_problem (result, "other-answer"));
}

static void
test_same_file (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (MerImportResult) first = import_rows (self, "СОШ № 1;05.10.2023;+\n", TRUE);
  g_autofree char *text = survey_text ("СОШ № 1;05.10.2023;+\n");
  g_autoptr (MerImportOptions) options = fixture_table (self, MER_BATCH_SURVEY, "other.csv", text);
  g_autoptr (GBytes) before = fixture_bytes (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerImportResult) kept = NULL;

  g_assert_null (mer_import_run (self->doc, options, "Загрузка", NULL, NULL, &error));
  g_assert_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_DUPLICATE_FILE);
  g_assert_nonnull (strstr (error->message, "rows.csv"));
  assert_unchanged (self, before);
  options->keep_duplicates = TRUE;
  kept = fixture_run (self, options);
  assert_counts (kept, 1, 0, 0);
}

/* A removed batch does not stand in the way of the corrected or the same file. */
static void
test_same_file_after_removal (Fixture      *self,
                              gconstpointer data)
{
  g_autoptr (MerImportResult) first = import_rows (self, "СОШ № 1;05.10.2023;+\n", TRUE);
  g_autoptr (MerImportResult) second = NULL;

  g_assert_true (mer_document_begin (self->doc, "Удаление", NULL));
  g_assert_true (mer_store_remove_batch (self->doc, first->batch_id, NULL));
  g_assert_true (mer_document_commit (self->doc, NULL));
  second = import_rows (self, "СОШ № 1;05.10.2023;+\n", TRUE);
  assert_counts (second, 1, 0, 0);
}

/* One action: undo takes back questionnaires and new organizations, redo brings both. */
static void
test_undo (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (MerImportResult) result = import_rows (self, "СОШ № 1;05.10.2023;+\n", TRUE);
  g_autoptr (GPtrArray) undone = NULL;
  g_autoptr (GPtrArray) redone = NULL;
  g_autoptr (GPtrArray) evidence = NULL;

  g_assert_true (mer_document_undo (self->doc, NULL));
  undone = fixture_organizations (self);
  g_assert_cmpuint (undone->len, ==, 0);
  g_assert_true (mer_document_redo (self->doc, NULL));
  redone = fixture_organizations (self);
  g_assert_cmpuint (redone->len, ==, 1);
  evidence = load_evidence (self, result->cycle_id);
  g_assert_cmpuint (((MerEvidence *) evidence->pdata[0])->tally->n, ==, 1);
}

/* --- names --------------------------------------------------------------------------- */

static void
test_names (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (MerImportResult) registry =
    fixture_import (self, MER_BATCH_ORGANIZATIONS,
                    "Организация;Полное наименование;ИНН\nСОШ № 3;Средняя школа № 3;7707083893\n"
                    "Солнышко;;\nСОШ № 13;;\n");
  g_autoptr (MerImportResult) result = import_rows (
    self, "сош №3;;+\n"
          "СРЕДНЯЯ ШКОЛА N 3.;;+\n"
          "7707083893;;+\n"
          "Солнышко;;-\n"
          "Солнушко;;+\n"
          "«СОЛНУШКО»;;-\n"
          "СОШ № 33;;+\n"
          ";;+\n",
    FALSE);
  g_autoptr (GPtrArray) organizations = fixture_organizations (self);
  g_autoptr (GPtrArray) evidence = load_evidence (self, result->cycle_id);
  gint64 school = get_organization (organizations, "СОШ № 3")->id;

  assert_counts (result, 4, 4, 0);
  g_assert_cmpuint (registry->created, ==, 3);
  g_assert_cmpuint (result->unmatched->len, ==, 2);
  g_assert_cmpstr (result->unmatched->pdata[0], ==, "Солнушко");
  g_assert_cmpuint (get_problem (result, "unknown-organization")->count, ==, 2);
  g_assert_cmpint (get_problem (result, "unknown-organization")->row, ==, 6);
  g_assert_nonnull (strstr (get_problem (result, "unknown-organization")->text, "Солнышко"));
  g_assert_nonnull (find_problem (result, "no-organization"));
  g_assert_cmpuint (evidence_of (evidence, school)->tally->n, ==, 3);
}

/* A misspelt name makes an organization of its own when that is asked for, and it is told. */
static void
test_create (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (MerImportResult) result = import_rows (
    self, "Детский сад «Солнышко»;;+\n"
          "детский сад \"солнышко\";;-\n"
          "Детский сад «Солнушко»;;-\n"
          "Лицей № 1;;+\n"
          "Лицей № 2;;+\n",
    TRUE);
  g_autoptr (GPtrArray) organizations = fixture_organizations (self);

  assert_counts (result, 5, 0, 0);
  g_assert_cmpuint (result->created, ==, 4);
  g_assert_cmpuint (organizations->len, ==, 4);
  g_assert_cmpint (get_organization (organizations, "Лицей № 1")->kind, ==,
                   MER_ORGANIZATION_GENERAL);
  g_assert_nonnull (strstr (get_problem (result, "similar-organization")->text, "Солнушко"));
}

static void
test_ambiguous (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (MerImportResult) registry = fixture_import (
    self, MER_BATCH_ORGANIZATIONS,
    "Организация;Полное наименование;ИНН\nСолнышко;ДС «Солнышко» с. Ольховка;7707083893\n"
    "Солнышко;ДС «Солнышко» с. Берёзовка;7736050003\n");
  g_autoptr (MerImportResult) result = import_rows (
    self, "Солнышко;;+\n"
          "ДС Солнышко с. Берёзовка;;+\n"
          "7707083893;;+\n",
    TRUE);

  assert_counts (registry, 2, 0, 0);
  assert_counts (result, 2, 1, 0);
  g_assert_nonnull (find_problem (result, "ambiguous-organization"));
}

/* --- nothing is changed ----------------------------------------------------------------- */

static void
test_nothing_accepted (Fixture      *self,
                       gconstpointer data)
{
  g_autoptr (GBytes) before = fixture_bytes (self);
  g_autoptr (MerImportResult) unmatched = import_rows (self, "СОШ № 1;;+\n", FALSE);
  g_autoptr (MerImportResult) empty = import_rows (self, "", TRUE);
  g_autoptr (MerImportResult) marks = NULL;
  g_autoptr (GPtrArray) cycles = mer_store_cycles (self->doc, NULL);

  g_assert_error (unmatched->obstacle, MER_IMPORT_ERROR, MER_IMPORT_ERROR_ORGANIZATIONS);
  g_assert_nonnull (strstr (unmatched->obstacle->message, "СОШ № 1"));
  g_assert_error (empty->obstacle, MER_IMPORT_ERROR, MER_IMPORT_ERROR_EMPTY);
  marks = fixture_import (self, MER_BATCH_CHECKLIST,
                          "Организация;на сайте [Дата создания]\nСОШ № 1;как сказать\n");
  g_assert_error (marks->obstacle, MER_IMPORT_ERROR, MER_IMPORT_ERROR_ORGANIZATIONS);
  g_assert_cmpint (marks->batch_id, ==, 0);
  g_assert_cmpint (marks->cycle_id, ==, 0);
  g_assert_cmpuint (cycles->len, ==, 0);
  assert_unchanged (self, before);
}

static void
test_dry_run (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GBytes) before = fixture_bytes (self);
  g_autofree char *text = survey_text ("СОШ № 1;;+\n"
                                       "СОШ № 2;;-\n");
  g_autoptr (MerImportOptions) options = fixture_table (self, MER_BATCH_SURVEY, "t.csv", text);
  g_autoptr (MerImportResult) result = NULL;

  options->dry_run = TRUE;
  options->create_organizations = TRUE;
  result = fixture_run (self, options);
  assert_counts (result, 2, 0, 0);
  g_assert_cmpuint (result->created, ==, 2);
  g_assert_cmpint (result->batch_id, ==, 0);
  g_assert_cmpint (result->cycle_id, ==, 0);
  assert_unchanged (self, before);
}

static void
test_failures (Fixture      *self,
               gconstpointer data)
{
  const struct
  {
    const char *text;
    gsize       length;
    int         code;
  } cases[] = {
    { "", 0, MER_IMPORT_ERROR_EMPTY },
    { "organization;q1;q2\nСОШ № 1;да;да\n", 0, MER_IMPORT_ERROR_COLUMNS },
    { "organization;q1;q1;q2;q3;q4;q5;q6;q7;q8;q9;q10;q11;q12;q13;q14\n", 0,
      MER_IMPORT_ERROR_COLUMNS },
    { "1;2;3;4;5;6;7;8;9;10;11;12;13;14;15\nСОШ № 1;да;да;да;да\n", 0, MER_IMPORT_ERROR_COLUMNS },
  };
  g_autoptr (GBytes) before = fixture_bytes (self);
  g_autofree char *path = g_build_filename (self->folder, "no-such-file.csv", NULL);
  g_autoptr (MerImportOptions) absent = mer_import_options_new (MER_BATCH_SURVEY, path);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MerImportOptions) options =
        fixture_table (self, MER_BATCH_SURVEY, "t.csv", cases[i].text);

      options->create_organizations = TRUE;
      g_assert_null (mer_import_run (self->doc, options, "Загрузка", NULL, NULL, &error));
      g_assert_error (error, MER_IMPORT_ERROR, cases[i].code);
      g_test_message ("%s", error->message);
      g_clear_error (&error);
    }
  g_assert_null (mer_import_run (self->doc, absent, "Загрузка", NULL, NULL, &error));
  g_assert_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "no-such-file.csv"));
  assert_unchanged (self, before);
}

static void
test_cancelled (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GBytes) before = fixture_bytes (self);
  g_autofree char *text = survey_text ("СОШ № 1;;+\n");
  g_autoptr (MerImportOptions) options = fixture_table (self, MER_BATCH_SURVEY, "t.csv", text);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  options->create_organizations = TRUE;
  g_cancellable_cancel (cancellable);
  g_assert_null (mer_import_run (self->doc, options, "Загрузка", NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_unchanged (self, before);
}

/* --- beside --------------------------------------------------------------------- */

typedef struct
{
  MerImportResult *result;
  GError          *error;
  gboolean         done;
} Answer;

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Answer *answer = user_data;

  answer->result = mer_import_run_finish (result, &answer->error);
  answer->done = TRUE;
}

/* In a worker with a connection of its own, while the main one stands open. */
static void
test_async (Fixture      *self,
            gconstpointer data)
{
  g_autofree char *path = data_path ("google-forms.csv");
  g_autoptr (MerImportOptions) options = mer_import_options_new (MER_BATCH_SURVEY, path);
  g_autoptr (MerProgress) progress = mer_progress_new ();
  Answer answer = { NULL, NULL, FALSE };

  options->create_organizations = TRUE;
  mer_import_run_async (self->document_path, options, "Загрузка", progress, NULL, done_cb, &answer);
  for (guint i = 0; i < 100000 && !answer.done; i++)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (answer.error);
  assert_counts (answer.result, 12, 0, 0);
  g_assert_cmpuint (mer_progress_get_done (progress), >, 0);
  mer_document_refresh (self->doc);
  assert_tallies (self, answer.result->cycle_id);
  mer_import_result_free (answer.result);
}

#define ADD(name, data, function) \
  g_test_add ("/importer/" name, Fixture, data, fixture_set_up, function, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("google-forms", "google-forms.csv", test_tools);
  ADD ("yandex-forms", "yandex-forms.csv", test_tools);
  ADD ("limesurvey", "limesurvey.csv", test_tools);
  ADD ("by-hand", "by-hand.csv", test_tools);
  ADD ("xls", "google-forms.xls", test_tools);
  ADD ("orders", NULL, test_orders);
  ADD ("cycle", NULL, test_cycle);
  ADD ("cycle-of-today", NULL, test_cycle_of_today);
  ADD ("approved", NULL, test_approved);
  ADD ("file-name", NULL, test_file_name);
  ADD ("batch", NULL, test_batch);
  ADD ("same-file", NULL, test_same_file);
  ADD ("same-file-after-removal", NULL, test_same_file_after_removal);
  ADD ("undo", NULL, test_undo);
  ADD ("names", NULL, test_names);
  ADD ("create", NULL, test_create);
  ADD ("ambiguous", NULL, test_ambiguous);
  ADD ("nothing-accepted", NULL, test_nothing_accepted);
  ADD ("dry-run", NULL, test_dry_run);
  ADD ("failures", NULL, test_failures);
  ADD ("cancelled", NULL, test_cancelled);
  ADD ("async", NULL, test_async);
  return g_test_run ();
}
