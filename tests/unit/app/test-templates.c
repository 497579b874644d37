/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Templates and the registry's export come back through the import without a question: every
 * column recognized word for word, the table's sheet taken, no row rejected. */
#include "config.h"

#include <locale.h>

#include "../import/import-fixture.h"
#include "app/mer-save-template.h"
#include "report/mer-report.h"
#include "store/mer-point-store.h"

static const char registry[] =
  "Организация;Вид;ИНН;ОГРН;Адрес;Руководитель;Головная организация;Состояние;"
  "Историческое здание;Получатели\n"
  "СОШ № 3;Общее;7707083893;1027700132195;г. Энск;И. И. Иванов;;действует;да;1134\n"
  "Филиал в с. Заречье;Общее;7707083893;;;;СОШ № 3;реорганизована;нет;40\n"
  "ДС «Радуга»;Дошкольное;0105067490;;;;;действует;нет;\n"
  "Дом творчества;Дополнительное;;;;;;;;250\n";

static char *
path_in (Fixture    *self,
         const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static void
load_registry (Fixture *self)
{
  g_autoptr (MerImportResult) result =
    fixture_import (self, MER_BATCH_ORGANIZATIONS, registry);

  assert_counts (result, 4, 0, 0);
}

/* Every column is certain, and the sheet is not the one with the advice. */
static void
assert_exact (Fixture                *self,
              const MerImportOptions *options,
              guint                   n_columns)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerImportPreview) preview = mer_import_preview (self->doc, options, 10, &error);

  g_assert_no_error (error);
  g_assert_null (preview->obstacle);
  g_assert_cmpuint (g_strv_length (preview->missing), ==, 0);
  g_assert_cmpuint (preview->columns->len, ==, n_columns);
  g_assert_cmpuint (preview->header_row, ==, 1);
  g_assert_cmpstr (preview->info.sheet, !=, "Как заполнять");
  g_assert_cmpstr (preview->info.sheet, !=, "How to fill in");
  for (guint i = 0; i < preview->columns->len; i++)
    {
      const MerImportColumn *column = preview->columns->pdata[i];

      if (column->state != MER_COLUMN_EXACT || column->new_item)
        g_error ("“%s” is not certain", column->header);
    }
}

/* The template of a kind with rows added, as somebody fills it in. */
static MerTemplate *
build (Fixture         *self,
       const char      *kind,
       MerMethodology **methodology,
       GPtrArray      **organizations)
{
  MerTemplateInput input = { .language = MER_LANGUAGE_RU, .cycle = "НОКО 2024" };

  *methodology = mer_methodology_shipped ("nok-2018-education", NULL);
  *organizations = fixture_organizations (self);
  input.methodology = *methodology;
  input.registry = input.organizations = *organizations;
  input.department = "Отдел образования";
  input.deadline = "1 ноября 2024 года";
  return mer_template_kind_find (kind)->build (&input);
}

static void
add_row (MerTemplate *table,
         const char  *organization)
{
  GStrv cells = g_new0 (char *, table->columns->len + 1);

  for (guint i = 0; i < table->columns->len; i++)
    {
      const MerTemplateColumn *column = table->columns->pdata[i];

      cells[i] = g_strdup (column->choices != NULL && column->choices->len > 0
                             ? column->choices->pdata[0]
                             : "");
    }
  g_free (cells[0]);
  cells[0] = g_strdup (organization);
  g_ptr_array_add (table->rows, cells);
}

static MerImportOptions *
save (Fixture           *self,
      const MerTemplate *table,
      MerBatchKind       kind)
{
  g_autofree char *path = path_in (self, "filled.xlsx");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mer_template_render (table, &error);

  g_assert_no_error (error);
  g_assert_true (mer_report_save (bytes, path, &error));
  return mer_import_options_new (kind, path);
}

static void
test_survey (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (MerMethodology) methodology = NULL;
  g_autoptr (GPtrArray) organizations = NULL;
  g_autoptr (MerTemplate) table = NULL;
  g_autoptr (MerImportOptions) options = NULL;
  g_autoptr (MerImportResult) result = NULL;
  g_autoptr (GPtrArray) evidence = NULL;

  load_registry (self);
  table = build (self, "survey", &methodology, &organizations);
  g_assert_cmpuint (table->columns->len, ==, methodology->questions->len + 4);
  add_row (table, "СОШ № 3");
  add_row (table, "ДС «Радуга»");
  add_row (table, "СОШ № 3");
  options = save (self, table, MER_BATCH_SURVEY);
  assert_exact (self, options, table->columns->len);
  result = fixture_run (self, options);
  assert_counts (result, 3, 0, 0);
  g_assert_cmpuint (result->problems->len, ==, 0);
  evidence = mer_store_evidence (self->doc, result->cycle_id, methodology, NULL);
  g_assert_cmpuint (evidence->len, ==, 2);
  for (guint i = 0; i < methodology->questions->len; i++)
    {
      const MerEvidence *one = evidence->pdata[0];

      g_assert_cmpuint (one->tally->questions[i].count[MER_ANSWER_FIRST_OPTION], ==, one->tally->n);
    }
}

/* How many items any of the organizations must have. */
static guint
items_of_kinds (const MerMethodology *methodology,
                const GPtrArray      *organizations)
{
  guint kinds = 0, n = 0;

  for (guint i = 0; i < organizations->len; i++)
    kinds |= 1u << ((MerOrganization *) organizations->pdata[i])->kind;
  for (guint i = 0; i < methodology->places->len; i++)
    {
      const MerPlace *place = methodology->places->pdata[i];

      for (guint k = 0; k < place->items->len; k++)
        n += (((MerItem *) place->items->pdata[k])->kinds & kinds) != 0 ? 1 : 0;
    }
  return n;
}

/* Items that a kind need not have come filled in, the others are marked. */
static void
test_checklist (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (MerMethodology) methodology = NULL;
  g_autoptr (GPtrArray) organizations = NULL;
  g_autoptr (MerTemplate) table = NULL;
  g_autoptr (MerImportOptions) options = NULL;
  g_autoptr (MerImportResult) result = NULL;
  g_autoptr (GPtrArray) evidence = NULL;
  guint closed = 0, n_items = 0;

  load_registry (self);
  table = build (self, "checklist", &methodology, &organizations);
  g_assert_cmpuint (table->rows->len, ==, 4);
  n_items = items_of_kinds (methodology, organizations);
  g_assert_cmpuint (table->columns->len, ==, n_items + 2);
  for (guint r = 0; r < table->rows->len; r++)
    {
      GStrv cells = table->rows->pdata[r];

      for (guint i = 2; i < table->columns->len; i++)
        {
          if (g_str_equal (cells[i], "не требуется") || g_str_equal (cells[i], "not required"))
            closed++;
          else
            {
              g_free (cells[i]);
              cells[i] = g_strdup (i % 3 == 0 ? "0,5" : "1");
            }
        }
    }
  g_assert_cmpuint (closed, >, 0);
  options = save (self, table, MER_BATCH_CHECKLIST);
  assert_exact (self, options, table->columns->len);
  result = fixture_run (self, options);
  assert_counts (result, 4, 0, 0);
  g_assert_cmpuint (result->problems->len, ==, 0);
  evidence = mer_store_evidence (self->doc, result->cycle_id, methodology, NULL);
  g_assert_cmpuint (evidence->len, ==, 4);
  for (guint i = 0; i < evidence->len; i++)
    {
      const MerEvidence *one = evidence->pdata[i];

      closed += one->n_marks - n_items; /* items of other kinds have no column */
      for (guint k = 0; k < one->n_marks; k++)
        closed -= one->marks[k] == MER_MARK_NOT_REQUIRED ? 1 : 0;
    }
  g_assert_cmpuint (closed, ==, 0);
}

static void
test_recipients (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (MerMethodology) methodology = NULL;
  g_autoptr (GPtrArray) organizations = NULL;
  g_autoptr (MerTemplate) table = NULL;
  g_autoptr (MerImportOptions) options = NULL;
  g_autoptr (MerImportResult) result = NULL;

  load_registry (self);
  table = build (self, "recipients", &methodology, &organizations);
  for (guint r = 0; r < table->rows->len; r++)
    {
      GStrv cells = table->rows->pdata[r];

      g_free (cells[2]);
      cells[2] = g_strdup_printf ("%u", 100 + r);
    }
  options = save (self, table, MER_BATCH_ORGANIZATIONS);
  assert_exact (self, options, 3);
  result = fixture_run (self, options);
  assert_counts (result, 4, 0, 0);
  g_assert_cmpuint (result->created, ==, 0);
  g_assert_cmpuint (result->changed, ==, 4);
  g_assert_cmpuint (result->changes->len, ==, 4);
}

/* The rules of 2014 ask experts; those of 2018 do not, and there is no such table. */
static void
test_points (Fixture      *self,
             gconstpointer data)
{
  const MerTemplateKind *kind = mer_template_kind_find ("points");
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) old = mer_methodology_shipped ("nok-2014-education", NULL);
  g_autoptr (GPtrArray) organizations = NULL;
  g_autoptr (MerTemplate) table = NULL;
  g_autoptr (MerImportOptions) options = NULL;
  g_autoptr (MerImportResult) result = NULL;
  g_autoptr (GPtrArray) points = NULL;
  MerTemplateInput input = { .language = MER_LANGUAGE_RU, .cycle = "НОК 2016", .methodology = old };
  MerBatchKind     guessed = MER_BATCH_SURVEY;

  g_assert_null (mer_template_of_document (self->doc, kind, 0, &error));
  g_assert_error (error, MER_REPORT_ERROR, MER_REPORT_ERROR_KIND);
  g_clear_error (&error);
  g_assert_true (mer_document_begin (self->doc, "Правила", &error));
  g_assert_cmpint (mer_store_add_methodology (self->doc, old, NULL, &error), !=, 0);
  g_assert_true (mer_document_commit (self->doc, &error));
  load_registry (self);
  organizations = fixture_organizations (self);
  input.registry = input.organizations = organizations;
  table = kind->build (&input);
  g_assert_cmpuint (table->rows->len, ==, 4);
  for (guint r = 0; r < table->rows->len; r++)
    {
      GStrv cells = table->rows->pdata[r];

      for (guint i = 1; i < table->columns->len; i++)
        {
          g_free (cells[i]);
          cells[i] = g_strdup_printf ("%u,5", (r + i) % 10);
        }
    }
  options = save (self, table, MER_BATCH_POINTS);
  g_assert_true (mer_import_guess_kind (self->doc, options->path, &guessed, &error));
  g_assert_cmpint (guessed, ==, MER_BATCH_POINTS);
  assert_exact (self, options, table->columns->len);
  result = fixture_run (self, options);
  assert_counts (result, 4, 0, 0);
  g_assert_cmpuint (result->problems->len, ==, 0);
  points = mer_store_expert_points (self->doc, result->cycle_id, NULL);
  g_assert_cmpuint (points->len, ==, 4 * (table->columns->len - 1));
}

static void
test_organizations (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (MerMethodology) methodology = NULL;
  g_autoptr (GPtrArray) organizations = NULL;
  g_autoptr (MerTemplate) table = NULL;
  g_autoptr (MerImportOptions) options = NULL;
  g_autoptr (MerImportResult) result = NULL;

  table = build (self, "organizations", &methodology, &organizations);
  add_row (table, "СОШ № 3");
  options = save (self, table, MER_BATCH_ORGANIZATIONS);
  assert_exact (self, options, table->columns->len);
  result = fixture_run (self, options);
  assert_counts (result, 1, 0, 0);
  g_assert_cmpuint (result->created, ==, 1);
  g_assert_cmpuint (result->problems->len, ==, 0);
}

/* What is exported comes back and changes nothing; in an empty document it makes the same. */
static void
test_export (Fixture      *self,
             gconstpointer data)
{
  static const char *const names[] = { "registry.csv", "registry.xlsx" };
  g_autoptr (GError) error = NULL;
  g_autofree char *bad = path_in (self, "registry.ods");

  load_registry (self);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = path_in (self, names[i]);
      g_autoptr (MerImportOptions) options = mer_import_options_new (MER_BATCH_ORGANIZATIONS, path);
      g_autoptr (MerImportResult) result = NULL;

      g_assert_true (mer_export_registry (self->doc, 0, path, &error));
      g_assert_no_error (error);
      assert_exact (self, options, 15);
      result = fixture_run (self, options);
      assert_counts (result, 4, 0, 0);
      g_assert_cmpuint (result->changes->len, ==, 0);
      g_assert_cmpuint (result->problems->len, ==, 0);
    }
  g_assert_false (mer_export_registry (self->doc, 0, bad, &error));
  g_assert_error (error, MER_REPORT_ERROR, MER_REPORT_ERROR_FORMAT);
}

static void
test_export_elsewhere (Fixture      *self,
                       gconstpointer data)
{
  g_autofree char *path = path_in (self, "registry.xlsx");
  g_autoptr (MerImportOptions) options = mer_import_options_new (MER_BATCH_ORGANIZATIONS, path);
  g_autoptr (MerImportResult) result = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  load_registry (self);
  before = fixture_organizations (self);
  g_assert_true (mer_export_registry (self->doc, 0, path, NULL));
  g_assert_true (mer_document_undo (self->doc, NULL));
  result = fixture_run (self, options);
  assert_counts (result, 4, 0, 0);
  after = fixture_organizations (self);
  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < before->len; i++)
    {
      const MerOrganization *a = before->pdata[i];
      const MerOrganization *b = get_organization (after, a->name);

      g_assert_cmpint (a->kind, ==, b->kind);
      g_assert_cmpint (a->state, ==, b->state);
      g_assert_cmpstr (a->inn, ==, b->inn);
      g_assert_cmpstr (a->ogrn, ==, b->ogrn);
      g_assert_cmpstr (a->head, ==, b->head);
      g_assert_cmpint (a->historic_building, ==, b->historic_building);
      g_assert_cmpint (a->parent_id != 0, ==, b->parent_id != 0);
    }
}

/* Straight out of a document, as the menu and the tool write them. */
static void
test_of_document (Fixture      *self,
                  gconstpointer data)
{
  const MerTemplateKind *const *kinds = mer_template_kinds ();

  load_registry (self);
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = path_in (self, "template.xlsx");
      g_autoptr (GBytes) bytes = mer_template_of_document (self->doc, kinds[i], 0, &error);
      g_autoptr (MerImportOptions) options = mer_import_options_new (MER_BATCH_ORGANIZATIONS, path);
      g_autoptr (MerImportPreview) preview = NULL;

      if (kinds[i] == &mer_template_points)
        continue;
      g_assert_no_error (error);
      g_assert_true (mer_report_save (bytes, path, &error));
      if (g_str_equal (kinds[i]->id, "survey"))
        options->kind = MER_BATCH_SURVEY;
      else if (g_str_equal (kinds[i]->id, "checklist"))
        options->kind = MER_BATCH_CHECKLIST;
      preview = mer_import_preview (self->doc, options, 10, &error);
      g_assert_no_error (error);
      assert_exact (self, options, preview->columns->len);
    }
}

/* A cycle that assesses nobody yet awaits data of all that work. */
static void
test_none_selected (Fixture      *self,
                    gconstpointer data)
{
  static const char *const kinds[] = { "checklist", "recipients" };
  g_autoptr (MerImportResult) result =
    fixture_import (self, MER_BATCH_ORGANIZATIONS,
                    "Организация;Состояние\nСОШ № 1;действует\nСОШ № 2;закрыта\n"
                    "СОШ № 3;действует\nДС «Радуга»;действует\n");

  assert_counts (result, 4, 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = path_in (self, "template.xlsx");
      g_autoptr (GBytes) bytes = mer_template_of_document (self->doc,
                                                           mer_template_kind_find (kinds[i]), 0,
                                                           &error);
      const MerTableOptions options = { .path = path };
      MerTableReader       *reader = NULL;
      MerRow                row;
      guint                 n = 0;

      g_assert_no_error (error);
      g_assert_true (mer_report_save (bytes, path, &error));
      reader = mer_table_reader_open (&options, &error);
      g_assert_no_error (error);
      while (mer_table_reader_next (reader, &row, &error) > 0)
        n += row.n_cells > 0 && row.cells[0].length > 0 ? 1 : 0;
      g_assert_no_error (error);
      mer_table_reader_close (reader);
      g_assert_cmpuint (n, ==, 1 + 3);
    }
}

#define ADD(name, function) \
  g_test_add ("/templates/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("survey", test_survey);
  ADD ("checklist", test_checklist);
  ADD ("recipients", test_recipients);
  ADD ("points", test_points);
  ADD ("organizations", test_organizations);
  ADD ("export", test_export);
  ADD ("export-elsewhere", test_export_elsewhere);
  ADD ("of-document", test_of_document);
  ADD ("none-selected", test_none_selected);
  return g_test_run ();
}
