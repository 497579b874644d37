/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a user decides before an import: what values mean, whose names are meant, which column
 * is what; and that it is remembered. */

#include "config.h"

#include "import-fixture.h"
#include "import/mer-import-mapping.h"
#include "import/mer-import-scan.h"

#define YES (MER_ANSWER_FIRST_OPTION)

/* The header with all questions, «Организация» first; `extra` is one more column. */
static char *
survey_text (const char *extra,
             const char *rows)
{
  g_autoptr (MerMethodology) methodology = mer_methodology_shipped ("nok-2018-education", NULL);
  GString *text = g_string_new ("Организация");

  for (guint i = 0; i < methodology->questions->len; i++)
    g_string_append_printf (text, ";\"%s\"",
                            ((const MerQuestion *) methodology->questions->pdata[i])->text);
  g_string_append_printf (text, ";%s\n%s", extra, rows);
  return g_string_free (text, FALSE);
}

/* One row: the same answer to all questions. */
static void
add_row (GString    *rows,
         const char *name,
         const char *answer)
{
  g_string_append (rows, name);
  for (guint i = 0; i < 14; i++)
    g_string_append_printf (rows, ";%s", answer);
  g_string_append (rows, ";\n");
}

static MerImportOptions *
survey_options (Fixture    *self,
                const char *name,
                const char *rows)
{
  g_autofree char *text = survey_text ("Заметки", rows);

  return fixture_table (self, MER_BATCH_SURVEY, name, text);
}

static void
add_organizations (Fixture *self)
{
  g_autoptr (MerImportResult) result =
    fixture_import (self, MER_BATCH_ORGANIZATIONS,
                    "Организация;ИНН\nСОШ № 1;\nСОШ № 2;\nДС «Радуга»;\n");

  g_assert_cmpuint (result->accepted, ==, 3);
}

static gint64
id_of (Fixture    *self,
       const char *name)
{
  g_autoptr (GPtrArray) organizations = fixture_organizations (self);

  return get_organization (organizations, name)->id;
}

/* How often «Да» was given to the fifth question by an organization; −1: it has no answers. */
static int
count_yes (Fixture    *self,
           const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycle) cycle = mer_store_cycle (self->doc, 0, &error);
  g_autoptr (MerMethodology) methodology = mer_store_methodology (self->doc, cycle->methodology_id,
                                                                  &error);
  g_autoptr (GPtrArray) evidence = mer_store_evidence (self->doc, cycle->id, methodology, &error);
  gint64 id = id_of (self, name);

  g_assert_no_error (error);
  for (guint i = 0; i < evidence->len; i++)
    {
      const MerEvidence *of = evidence->pdata[i];

      if (of->organization_id == id && of->tally->n > 0)
        return (int) of->tally->questions[4].count[YES];
    }
  return -1;
}

static void
test_values (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (MerImportOptions) options = NULL;
  g_autoptr (MerImportResult) result = NULL;

  add_organizations (self);
  add_row (rows, "СОШ № 1", "скорее да");
  add_row (rows, "СОШ № 1", "СКОРЕЕ ДА!");
  add_row (rows, "СОШ № 1", "Да");
  options = survey_options (self, "a.csv", rows->str);
  mer_import_options_decide_value (options, "*", "Скорее да", "Да");
  mer_import_options_decide_value (options, "q5", "да", "Нет");
  result = fixture_run (self, options);
  assert_counts (result, 3, 0, 0);
  g_assert_null (find_problem (result, "other-answer"));
  g_assert_cmpint (count_yes (self, "СОШ № 1"), ==, 2);
}

static void
test_marks (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (MerImportOptions) options = NULL;
  g_autoptr (MerImportResult) before = NULL;
  g_autoptr (MerImportResult) after = NULL;

  add_organizations (self);
  options = fixture_table (self, MER_BATCH_CHECKLIST, "c.csv",
                           "Организация;Комфортные условия [Навигация];"
                           "Комфортные условия [Питьевая вода]\nСОШ № 1;частично;1\n");
  before = fixture_run (self, options);
  assert_counts (before, 0, 1, 0);
  g_assert_cmpuint (get_problem (before, "bad-mark")->rows->len, ==, 1);
  mer_import_options_decide_value (options, "*", "Частично", "0.5");
  after = fixture_run (self, options);
  assert_counts (after, 1, 0, 0);
}

static void
test_names (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (MerImportOptions) options = NULL;
  g_autoptr (MerImportResult) trial = NULL;
  g_autoptr (MerImportResult) result = NULL;
  g_autoptr (MerImportResult) again = NULL;
  g_autoptr (GPtrArray) organizations = NULL;
  const MerImportProblem *unknown;

  add_organizations (self);
  add_row (rows, "первая школа", "Да");
  add_row (rows, "СОШ № 2", "Да");
  add_row (rows, "Первая  Школа", "Да");
  add_row (rows, "Посторонний", "Да");
  add_row (rows, "Новая гимназия", "Да");
  options = survey_options (self, "a.csv", rows->str);
  options->dry_run = TRUE;
  trial = fixture_run (self, options);
  assert_counts (trial, 1, 4, 0);
  unknown = get_problem (trial, "unknown-organization");
  g_assert_cmpuint (unknown->rows->len, ==, 2);
  g_assert_cmpint (g_array_index (unknown->rows, gint64, 0), ==, 2);
  g_assert_cmpint (g_array_index (unknown->rows, gint64, 1), ==, 4);
  g_assert_cmpuint (trial->accepted_of->len, ==, 1);

  options->dry_run = FALSE;
  mer_import_options_decide_name (options, "Первая школа", MER_NAME_CHOOSE,
                                  id_of (self, "СОШ № 1"));
  mer_import_options_decide_name (options, "Посторонний", MER_NAME_SKIP, 0);
  mer_import_options_decide_name (options, "Новая гимназия", MER_NAME_CREATE, 0);
  result = fixture_run (self, options);
  assert_counts (result, 4, 1, 0);
  g_assert_cmpuint (result->created, ==, 1);
  g_assert_cmpint (count_yes (self, "СОШ № 1"), ==, 2);
  organizations = fixture_organizations (self);
  g_assert_nonnull (find_organization (organizations, "Новая гимназия"));
  g_assert_null (find_organization (organizations, "Посторонний"));

  /* The next file is understood without a word. */
  g_string_truncate (rows, 0);
  add_row (rows, "Первая школа", "Нет");
  add_row (rows, "посторонний", "Нет");
  g_clear_pointer (&options, mer_import_options_free);
  options = survey_options (self, "b.csv", rows->str);
  again = fixture_run (self, options);
  assert_counts (again, 1, 1, 0);
}

/* Whom a spelling means is one row: what came under it before follows. */
static void
test_correction (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (MerImportOptions) options = NULL;
  g_autoptr (MerImportOptions) other = NULL;
  g_autoptr (MerImportResult) first = NULL;
  g_autoptr (MerImportResult) second = NULL;
  g_autoptr (GString) rows = g_string_new (NULL);

  add_organizations (self);
  add_row (rows, "школа", "Да");
  options = survey_options (self, "a.csv", rows->str);
  mer_import_options_decide_name (options, "школа", MER_NAME_CHOOSE, id_of (self, "СОШ № 1"));
  first = fixture_run (self, options);
  g_assert_cmpint (count_yes (self, "СОШ № 1"), ==, 1);
  add_row (rows, "школа", "Нет");
  other = survey_options (self, "b.csv", rows->str);
  mer_import_options_decide_name (other, "школа", MER_NAME_CHOOSE, id_of (self, "СОШ № 2"));
  second = fixture_run (self, other);
  assert_counts (second, 2, 0, 0);
  g_assert_cmpint (count_yes (self, "СОШ № 1"), ==, -1);
  g_assert_cmpint (count_yes (self, "СОШ № 2"), ==, 2);
}

static void
test_gone_organization (Fixture      *self,
                        gconstpointer data)
{
  g_autoptr (MerImportOptions) options = NULL;
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  add_organizations (self);
  add_row (rows, "школа", "Да");
  options = survey_options (self, "a.csv", rows->str);
  mer_import_options_decide_name (options, "школа", MER_NAME_CHOOSE, 4711);
  before = fixture_bytes (self);
  g_assert_null (mer_import_run (self->doc, options, "Загрузка", NULL, NULL, &error));
  g_assert_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_ORGANIZATIONS);
  after = fixture_bytes (self);
  g_assert_true (g_bytes_equal (before, after));
}

/* --- correspondences of columns ---------------------------------------------------------- */

static const MerImportColumn *
column_of (const MerImportPreview *preview,
           guint                   index)
{
  return preview->columns->pdata[index];
}

/* A header of the operator's own making. */
static MerImportOptions *
odd_table (Fixture    *self,
           const char *name,
           const char *answer)
{
  g_autoptr (GString) text = g_string_new ("Сводка\nЧто за школа");

  for (guint i = 0; i < 14; i++)
    g_string_append_printf (text, ";Графа %c", 'A' + (int) i);
  g_string_append (text, ";Прочее\nСОШ № 1");
  for (guint i = 0; i < 14; i++)
    g_string_append_printf (text, ";%s", answer);
  g_string_append (text, ";\n");
  return fixture_table (self, MER_BATCH_SURVEY, name, text->str);
}

static void
test_mapping (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (MerImportOptions) first = NULL;
  g_autoptr (MerImportOptions) next = NULL;
  g_autoptr (MerImportPreview) unknown = NULL;
  g_autoptr (MerImportPreview) known = NULL;
  g_autoptr (MerImportPreview) without = NULL;
  g_autoptr (MerImportResult) result = NULL;
  g_autoptr (MerImportResult) again = NULL;
  g_autoptr (GPtrArray) mappings = NULL;
  g_autoptr (GError) error = NULL;

  add_organizations (self);
  first = odd_table (self, "2023.csv", "скорее да");
  unknown = mer_import_preview (self->doc, first, 5, &error);
  g_assert_no_error (error);
  g_assert_nonnull (unknown->obstacle);
  g_assert_null (unknown->mapping);
  first->header_row = 2;
  mer_import_options_decide_column (first, 0, "organization");
  for (guint i = 0; i < 14; i++)
    {
      g_autofree char *code = g_strdup_printf ("q%u", i + 1);

      mer_import_options_decide_column (first, i + 1, code);
    }
  mer_import_options_decide_value (first, "*", "скорее да", "Да");
  first->save_mapping = g_strdup ("Оператор «Опрос»");
  result = fixture_run (self, first);
  assert_counts (result, 1, 0, 0);

  /* Next year: nothing to decide, and the value too is known. */
  next = odd_table (self, "2024.csv", "Скорее да");
  known = mer_import_preview (self->doc, next, 5, &error);
  g_assert_no_error (error);
  g_assert_no_error (known->obstacle);
  g_assert_cmpstr (known->mapping, ==, "Оператор «Опрос»");
  g_assert_cmpuint (known->header_row, ==, 2);
  g_assert_cmpstr (column_of (known, 5)->code, ==, "q5");
  g_assert_cmpint (column_of (known, 15)->state, ==, MER_COLUMN_EXTRA);
  again = fixture_run (self, next);
  assert_counts (again, 1, 0, 0);
  g_assert_cmpint (count_yes (self, "СОШ № 1"), ==, 2);

  next->mapping = g_strdup ("");
  without = mer_import_preview (self->doc, next, 5, &error);
  g_assert_no_error (error);
  g_assert_nonnull (without->obstacle);

  mappings = mer_store_mappings (self->doc, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mappings->len, ==, 1);
  g_assert_true (mer_document_undo (self->doc, &error)); /* the second import */
  g_assert_true (mer_document_undo (self->doc, &error)); /* the first, and what it remembered */
  g_ptr_array_unref (mappings);
  mappings = mer_store_mappings (self->doc, &error);
  g_assert_cmpuint (mappings->len, ==, 0);
}

/* Named by the user, it gives what columns of another header it knows. */
static void
test_mapping_by_name (Fixture      *self,
                      gconstpointer data)
{
  g_autoptr (MerImportOptions) first = NULL;
  g_autoptr (MerImportOptions) other = NULL;
  g_autoptr (MerImportOptions) wrong = NULL;
  g_autoptr (MerImportResult) result = NULL;
  g_autoptr (MerImportPreview) preview = NULL;
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  add_organizations (self);
  add_row (rows, "СОШ № 1", "Да");
  first = survey_options (self, "a.csv", rows->str);
  mer_import_options_decide_column (first, 15, "comment");
  first->save_mapping = g_strdup ("Прежнее");
  result = fixture_run (self, first);
  assert_counts (result, 1, 0, 0);
  text = survey_text ("Заметки;Ещё столбец", rows->str);
  other = fixture_table (self, MER_BATCH_SURVEY, "b.csv", text);
  other->mapping = g_strdup ("Прежнее");
  preview = mer_import_preview (self->doc, other, 5, &error);
  g_assert_no_error (error);
  g_assert_no_error (preview->obstacle);
  g_assert_cmpstr (column_of (preview, 15)->code, ==, "comment");
  wrong = survey_options (self, "c.csv", rows->str);
  wrong->mapping = g_strdup ("Нет такого");
  g_assert_null (mer_import_preview (self->doc, wrong, 5, &error));
  g_assert_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_COLUMNS);
}

static void
test_mapping_file (Fixture      *self,
                   gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "m.txt", NULL);
  g_autoptr (MerImportOptions) first = NULL;
  g_autoptr (MerImportResult) result = NULL;
  g_autoptr (MerStoredMapping) stored = NULL;
  g_autoptr (MerStoredMapping) back = NULL;
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  add_organizations (self);
  add_row (rows, "СОШ № 1", "Да");
  first = survey_options (self, "a.csv", rows->str);
  mer_import_options_decide_value (first, "q1", "Угу; =[x]\nда", "Да");
  first->save_mapping = g_strdup ("Имя = [странное]; \\n");
  result = fixture_run (self, first);
  stored = mer_store_find_mapping (self->doc, first->save_mapping);
  g_assert_nonnull (stored);
  g_assert_true (mer_import_mapping_export (stored, path, &error));
  g_assert_true (mer_document_begin (self->doc, "Удаление", &error));
  g_assert_true (mer_store_delete_mapping (self->doc, stored->id, &error));
  g_assert_false (mer_store_delete_mapping (self->doc, stored->id, NULL));
  name = mer_import_mapping_import (self->doc, path, &error);
  g_assert_no_error (error);
  g_assert_true (mer_document_commit (self->doc, &error));
  g_assert_cmpstr (name, ==, first->save_mapping);
  back = mer_store_find_mapping (self->doc, name);
  g_assert_cmpstr (back->text, ==, stored->text);
  g_assert_cmpstr (back->fingerprint, ==, stored->fingerprint);
}

static void
test_mapping_damaged (Fixture      *self,
                      gconstpointer data)
{
  static const char *const texts[] = {
    "",
    "Организация;ИНН\n",
    "[mapping]\nformat=1\nkind=survey\n",
    "[mapping]\nformat=2\nkind=survey\n[column 1]\nheader=a\ncode=q1\n",
    "[mapping]\nformat=1\nkind=poem\n[column 1]\nheader=a\ncode=q1\n",
    "[mapping]\nformat=1\nkind=survey\n[column 1]\nheader=a\n",
    "[mapping]\nformat=1\nkind=survey\n[column 1]\nheader=a\ncode=q1\n[value 1]\ncode=q1\n",
    "[mapping]\nformat=1\nkind=survey\n[column 1]\nheader=\xff\ncode=q1\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (mer_import_mapping_parse (texts[i], -1, &error));
      g_assert_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT);
    }
}

/* --- the scan ------------------------------------------------------------------------------ */

static void
test_scan (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (MerImportOptions) options = NULL;
  g_autoptr (MerImportScan) scan = NULL;
  g_autoptr (GError) error = NULL;
  const MerImportColumnValues *column;
  const MerImportValue        *value;
  const MerImportName         *name;

  add_organizations (self);
  add_row (rows, "СОШ № 1", "Да");
  add_row (rows, "ДС Радуга", "Нет");
  add_row (rows, "СОШ №1", "скорее да");
  add_row (rows, "ДС «Радугаа»", "Да");
  add_row (rows, "Баня", "Да");
  add_row (rows, "—", "");
  options = survey_options (self, "a.csv", rows->str);
  mer_import_options_decide_value (options, "q1", "скорее да", "Да");
  mer_import_options_decide_name (options, "баня", MER_NAME_SKIP, 0);
  scan = mer_import_scan (self->doc, options, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (scan->n_rows, ==, 6);
  g_assert_cmpuint (scan->columns->len, ==, 14);
  column = scan->columns->pdata[0];
  g_assert_cmpuint (column->index, ==, 1);
  g_assert_cmpuint (column->n_blank, ==, 1);
  g_assert_cmpuint (column->values->len, ==, 3);
  value = column->values->pdata[0];
  g_assert_cmpstr (value->spelling, ==, "Да");
  g_assert_cmpuint (value->count, ==, 3);
  g_assert_cmpint (value->option, ==, 0);
  value = column->values->pdata[2];
  g_assert_cmpstr (value->spelling, ==, "скорее да");
  g_assert_true (value->decided);
  g_assert_cmpint (value->option, ==, 0);
  value = ((const MerImportColumnValues *) scan->columns->pdata[1])->values->pdata[2];
  g_assert_false (value->decided);
  g_assert_cmpint (value->option, ==, -1);

  g_assert_cmpuint (scan->names->len, ==, 5);
  name = scan->names->pdata[0];
  g_assert_cmpstr (name->name, ==, "СОШ № 1");
  g_assert_cmpuint (name->n_rows, ==, 2); /* both spellings are one */
  g_assert_cmpint (name->state, ==, MER_IMPORT_NAME_EXACT);
  name = scan->names->pdata[1];
  g_assert_cmpint (name->state, ==, MER_IMPORT_NAME_EXACT);
  g_assert_cmpint (name->organization_id, ==, id_of (self, "ДС «Радуга»"));
  name = scan->names->pdata[2];
  g_assert_cmpint (name->state, ==, MER_IMPORT_NAME_SIMILAR);
  g_assert_cmpint (((const MerImportCandidate *) name->candidates->pdata[0])->organization_id, ==,
                   id_of (self, "ДС «Радуга»"));
  g_assert_cmpuint (((const MerImportCandidate *) name->candidates->pdata[0])->similarity, <, 100);
  name = scan->names->pdata[3];
  g_assert_cmpint (name->state, ==, MER_IMPORT_NAME_UNKNOWN);
  g_assert_true (name->decided);
  g_assert_cmpint (name->decision.action, ==, MER_NAME_SKIP);
  name = scan->names->pdata[4];
  g_assert_cmpint (name->state, ==, MER_IMPORT_NAME_EMPTY);
}

/* Names that operators write out, abbreviate or misspell, short or in full, come with a
 * suggestion; never with that of another number. */
static void
test_scan_nearest (Fixture      *self,
                   gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *nearest; /* NULL: nothing is near */
  } cases[] = {
    { "Средняя общеобразоватльная школа № 1", "СОШ № 1" },
    { "Муниципальное бюджетное общеобразовательное учреждение СОШ № 11", "СОШ № 11" },
    { "МБДОУ Детский сда № 5 Колосок", "ДС № 5 «Колосок»" },
    { "МБУ ДО ЦДТ", "ЦДТ" },
    { "Центр детского творчества имени Гайдара", "ЦДТ" },
    { "Гайдаровский центр", NULL },
    { "СОШ № 111", NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (MerImportOptions) options = NULL;
  g_autoptr (MerImportScan) scan = NULL;
  g_autoptr (MerImportResult) result =
    fixture_import (self, MER_BATCH_ORGANIZATIONS,
                    "Организация;Полное наименование\n"
                    "СОШ № 1;МБОУ «Средняя общеобразовательная школа № 1»\n"
                    "СОШ № 11;МБОУ «Средняя общеобразовательная школа № 11»\n"
                    "ДС № 5 «Колосок»;МБДОУ «Детский сад № 5 „Колосок“»\n"
                    "ЦДТ;МБУ ДО «Центр детского творчества им. А. Гайдара»\n");

  assert_counts (result, 4, 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    add_row (rows, cases[i].name, "Да");
  options = survey_options (self, "a.csv", rows->str);
  scan = mer_import_scan (self->doc, options, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (scan->names->len, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MerImportName *name = scan->names->pdata[i];

      g_test_message ("%s", cases[i].name);
      g_assert_true (name->state == (cases[i].nearest != NULL ? MER_IMPORT_NAME_SIMILAR
                                                              : MER_IMPORT_NAME_UNKNOWN));
      if (cases[i].nearest != NULL)
        g_assert_cmpint (((const MerImportCandidate *) name->candidates->pdata[0])->organization_id,
                         ==, id_of (self, cases[i].nearest));
    }
}

static void
test_scan_alias (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (MerImportOptions) options = NULL;
  g_autoptr (MerImportResult) result = NULL;
  g_autoptr (MerImportScan) scan = NULL;
  g_autoptr (GError) error = NULL;

  add_organizations (self);
  add_row (rows, "школа", "Да");
  options = survey_options (self, "a.csv", rows->str);
  mer_import_options_decide_name (options, "школа", MER_NAME_CHOOSE, id_of (self, "СОШ № 2"));
  result = fixture_run (self, options);
  mer_import_options_forget_name (options, "школа");
  scan = mer_import_scan (self->doc, options, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (((const MerImportName *) scan->names->pdata[0])->state, ==,
                   MER_IMPORT_NAME_ALIAS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) \
  g_test_add ("/import/decisions/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("values", test_values);
  ADD ("marks", test_marks);
  ADD ("names", test_names);
  ADD ("correction", test_correction);
  ADD ("gone-organization", test_gone_organization);
  ADD ("mapping", test_mapping);
  ADD ("mapping-by-name", test_mapping_by_name);
  ADD ("mapping-file", test_mapping_file);
  ADD ("mapping-damaged", test_mapping_damaged);
  ADD ("scan", test_scan);
  ADD ("scan-nearest", test_scan_nearest);
  ADD ("scan-alias", test_scan_alias);
  return g_test_run ();
}
