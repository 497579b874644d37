/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From results to plans, and what changes of plans do: over the demo district's latest cycle,
 * whose plans stand in src/app/mer-demo-plans.c. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app/mer-new-document.h"
#include "app/mer-plan-effect.h"
#include "app/mer-plan-form.h"
#include "app/mer-plans.h"
#include "store/mer-registry-store.h"

typedef struct
{
  char        *folder;
  char        *path;
  MerDocument *doc;
  MerPlanBook *book;
} Fixture;

static void
load (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->book, mer_plan_book_unref);
  self->book = mer_plans_load (self->doc, 0, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("merilo-plans-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "d.merilo", NULL);
  self->doc = mer_demo_document (self->path, &error);
  g_assert_no_error (error);
  load (self);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_clear_pointer (&self->book, mer_plan_book_unref);
  g_clear_object (&self->doc);
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static void
begin (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mer_document_begin (self->doc, "test", &error));
  g_assert_no_error (error);
}

static void
commit (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  mer_document_commit (self->doc, &error);
  g_assert_no_error (error);
  load (self);
}

static const MerPlanSheet *
sheet_of (Fixture    *self,
          const char *name)
{
  for (guint i = 0; i < self->book->sheets->len; i++)
    {
      const MerPlanSheet *sheet = &g_array_index (self->book->sheets, MerPlanSheet, i);

      if (sheet->organization != NULL && g_str_equal (sheet->organization->name, name))
        return sheet;
    }
  return NULL;
}

static gint64
organization_id (Fixture    *self,
                 const char *name)
{
  for (guint i = 0; i < self->book->facts.organizations->len; i++)
    {
      const MerOrganization *one = self->book->facts.organizations->pdata[i];

      if (g_str_equal (one->name, name))
        return one->id;
    }
  return 0;
}

static const MerPlanLine *
line_of (Fixture    *self,
         const char *name,
         guint       i)
{
  return &self->book->lines[sheet_of (self, name)->first_line + i];
}

/* --- from results ---------------------------------------------------------------------------- */

static void
test_find (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char  *name = "ДС «Капелька»";
  gint64       known = sheet_of (self, "Подгорновская ООШ")->organization->id;
  gint64       id = organization_id (self, name);
  guint        n_findings = self->book->facts.findings->len;
  guint        n = 0;
  guint        found = 0;
  MerPlansMade made = { 0 };

  begin (self);
  g_assert_true (mer_plans_find (self->doc, 0, known, 90, &n, &error));
  g_assert_cmpuint (n, ==, 0); /* found before */
  g_assert_true (mer_plans_find (self->doc, 0, known, 95, &n, &error));
  g_assert_cmpuint (n, ==, 0); /* the same ones, put right: all its shares are low */
  g_assert_true (mer_plans_find (self->doc, 0, id, 95, &found, &error));
  g_assert_cmpuint (found, >, 0);
  g_assert_true (mer_plans_recommend (self->doc, 0, id, "2024-12-03", &n, &error));
  g_assert_cmpuint (n, ==, found);
  g_assert_true (mer_plans_make (self->doc, 0, id, &made, &error));
  g_assert_no_error (error);
  commit (self);
  g_assert_cmpuint (self->book->facts.findings->len, ==, n_findings + found);
  g_assert_cmpuint (made.n_plans, ==, 1);
  g_assert_cmpuint (made.n_items, ==, found);
  g_assert_cmpuint (sheet_of (self, name)->n_unanswered, ==, 0);
  begin (self);
  g_assert_true (mer_plans_make (self->doc, 0, id, &made, &error));
  commit (self);
  g_assert_cmpuint (made.n_items, ==, 0); /* again: nothing is left to answer */
}

static void
test_suggest (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) measures = mer_store_records (self->doc, &mer_record_measure, 0, &error);
  const MerMethodology  *rules = self->book->facts.methodology;
  const MerMeasureTaken *found = NULL;

  found = mer_plans_suggest (measures, rules, "K3", "Нет пандуса у входа");
  g_assert_nonnull (strstr (found->measure, "пандус"));
  found = mer_plans_suggest (measures, rules, "4.1", "Мало довольных"); /* of its criterion */
  g_assert_cmpstr (found->criterion, ==, "K4");
  g_assert_null (mer_plans_suggest (measures, rules, "K2", "Шумно"));
}

/* --- changes --------------------------------------------------------------------------------- */

static gboolean
save_one (Fixture     *self,
          MerPlanItem *item,
          guint       *n_versions,
          GError     **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, item);
  return mer_plans_save_items (self->doc, items, n_versions, error);
}

/* ДС «Радуга» has an approved plan of nine items. */
static void
test_version (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *name = "ДС «Радуга»";
  g_autoptr (MerPlanItem) item = mer_record_copy (line_of (self, name, 3)->item);
  gint64 old_plan = item->plan;
  gint64 old_item = item->record.id;
  guint  n_marks = self->book->facts.marks->len;
  guint  n = 0;

  begin (self);
  item->taken = g_strdup ("Начато"); /* execution alone */
  g_assert_true (save_one (self, item, &n, &error));
  g_assert_cmpuint (n, ==, 0);
  g_free (item->deadline);
  item->deadline = g_strdup ("до 1 октября 2025 г.");
  g_assert_true (save_one (self, item, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  commit (self);
  g_assert_cmpint (item->plan, !=, old_plan);
  g_assert_cmpint (item->record.id, !=, old_item);
  g_assert_cmpint (sheet_of (self, name)->plan->version, ==, 2);
  g_assert_cmpint (sheet_of (self, name)->plan->state, ==, MER_PLAN_DRAFT);
  g_assert_cmpuint (sheet_of (self, name)->n_lines, ==, 9);
  g_assert_cmpuint (sheet_of (self, name)->execution.n[MER_STANDING_DONE], ==, 2); /* as before */
  g_assert_cmpuint (self->book->facts.marks->len, ==, n_marks + 2);
  g_assert_null (mer_plan_book_line (self->book, old_item));
  g_assert_cmpstr (mer_plan_book_line (self->book, item->record.id)->item->deadline, ==,
                   "до 1 октября 2025 г.");
  /* what was replaced is changed no more */
  begin (self);
  item->plan = old_plan;
  item->record.id = old_item;
  g_assert_false (save_one (self, item, NULL, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  mer_document_rollback (self->doc);
}

static void
test_undo (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *name = "ДС «Радуга»";
  g_autoptr (MerPlanItem) before = mer_record_copy (line_of (self, name, 5)->item);
  g_autoptr (MerPlanItem) item = mer_record_copy (before);
  gint64 changed = 0;

  begin (self);
  g_free (item->measure);
  item->measure = g_strdup ("Другая мера");
  g_assert_true (save_one (self, item, NULL, &error));
  commit (self);
  changed = item->record.id;
  g_assert_true (mer_document_undo (self->doc, &error));
  load (self);
  g_assert_cmpint (sheet_of (self, name)->plan->version, ==, 1);
  g_assert_true (mer_record_equal (mer_plan_book_line (self->book, before->record.id)->item,
                                   before));
  g_assert_true (mer_document_redo (self->doc, &error));
  load (self);
  g_assert_cmpint (sheet_of (self, name)->plan->version, ==, 2);
  g_assert_cmpstr (mer_plan_book_line (self->book, changed)->item->measure, ==, "Другая мера");
}

static void
test_copy_and_delete (Fixture      *self,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *from = "ДС «Радуга»";
  const char *to = "Липовская СОШ";
  gint64      ids[] = { line_of (self, from, 0)->item->record.id };
  gint64      organizations[] = { sheet_of (self, to)->organization->id,
                                  sheet_of (self, "Подгорновская ООШ")->organization->id };
  guint       n_lines = sheet_of (self, to)->n_lines;
  guint       n = 0;

  begin (self);
  g_assert_true (mer_plans_copy_items (self->doc, ids, 1, organizations, 2, &n, &error));
  g_assert_no_error (error);
  commit (self);
  g_assert_cmpuint (sheet_of (self, "Подгорновская ООШ")->n_lines, ==, 1); /* it had no plan */
  g_assert_cmpint (line_of (self, "Подгорновская ООШ", 0)->item->state, ==,
                   MER_PLAN_ITEM_PLANNED);
  g_assert_null (line_of (self, "Подгорновская ООШ", 0)->item->evidence);
  g_assert_cmpuint (sheet_of (self, to)->n_lines + 1, ==, n_lines + n);
  begin (self);
  g_assert_true (mer_plans_delete_items (self->doc, ids, 1, &n, &error));
  commit (self);
  g_assert_cmpuint (n, ==, 1); /* an approved plan loses nothing without a new version */
  g_assert_cmpuint (sheet_of (self, from)->n_lines, ==, 8);
}

static void
test_state (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 draft = sheet_of (self, "Липовская СОШ")->plan->record.id;

  begin (self);
  g_assert_false (mer_plans_set_state (self->doc, draft, MER_PLAN_APPROVED, "2024-12-03", NULL,
                                       &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (mer_plans_set_state (self->doc, draft, MER_PLAN_SUBMITTED, "2024-12-03", NULL,
                                      &error));
  g_assert_true (mer_plans_set_state (self->doc, draft, MER_PLAN_APPROVED, "2024-12-04",
                                      "Начальник отдела", &error));
  commit (self);
  g_assert_cmpstr (sheet_of (self, "Липовская СОШ")->plan->approved, ==, "2024-12-04");
  g_assert_cmpint (sheet_of (self, "Липовская СОШ")->timing, ==, MER_TIMING_LATE);
}

/* --- the form -------------------------------------------------------------------------------- */

static char *
write_csv (Fixture    *self,
           const char *text)
{
  char *path = g_build_filename (self->folder, "form.csv", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static MerPlanReading *
read_form (Fixture    *self,
           const char *path,
           const char *organization)
{
  g_autoptr (GError) error = NULL;
  MerTableOptions table = { .path = path };
  gint64          id = organization != NULL ? sheet_of (self, organization)->organization->id : 0;
  MerPlanReading *reading = mer_plan_form_read (self->book, &table, MER_LANGUAGE_RU, id, &error);

  g_assert_no_error (error);
  return reading;
}

static void
test_round_trip (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, "form.xlsx", NULL);
  g_autoptr (MerTemplate) form = mer_plan_form_new (self->book, NULL, MER_LANGUAGE_RU, "Отдел");
  g_autoptr (GBytes) bytes = mer_template_render (form, &error);
  g_autoptr (MerPlanReading) reading = NULL;

  g_assert_no_error (error);
  g_assert_true (mer_report_save (bytes, path, &error));
  reading = read_form (self, path, NULL);
  g_assert_cmpuint (reading->unchanged, ==, self->book->n_lines);
  g_assert_cmpuint (reading->changed + reading->added + reading->refused, ==, 0);
  g_assert_cmpuint (reading->problems->len, ==, 0);
  g_unlink (path);
}

#define HEADER                                                                      \
  "Organization;Criterion;2. Measure;3. Planned term;5a. Measures that were taken;" \
  "5b. Actual term;Evidence (document, address on the site);Done, per cent;"        \
  "Code of the row (do not change)\n"

static void
assert_problem (const MerPlanReading *reading,
                guint                 i,
                const char           *part)
{
  g_assert_cmpuint (reading->problems->len, >, i);
  g_assert_nonnull (strstr (reading->problems->pdata[i], part));
}

static void
test_filled (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char      *name = "ДС «Алёнушка»";
  gint64           a = line_of (self, name, 1)->item->record.id;
  gint64           b = line_of (self, name, 2)->item->record.id;
  gint64           c = line_of (self, name, 3)->item->record.id;
  gint64           other = line_of (self, "СОШ № 1", 0)->item->record.id;
  guint            n_lines = sheet_of (self, name)->n_lines;
  g_autofree char *text = g_strdup_printf (
    "План;;;;;;;;\n" HEADER ";;Мера;до 1 мая 2025 г.;Сделано;01.12.2024;Акт № 1;100;M%d\n"
    ";;Мера;до 1 мая 2025 г.;Сделано;02.12.2024;;50 %%;М%d\n"
    ";;Мера;;;31.02.2025;;;M%d\n;;Мера;;;;;;M%d\n;;Мера;;;;;;M999999\n"
    "СОШ № 1;;Мера;;;;;;M%d\n;;Мера;;;;;120;M%d\n;К2 Комфортность;Своя мера;постоянно;;;;;\n",
    (int) a, (int) b, (int) c, (int) a, (int) other, (int) c);
  g_autofree char *path = write_csv (self, text);
  g_autoptr (MerPlanReading) reading = read_form (self, path, name);

  g_assert_cmpuint (reading->changed, ==, 2);
  g_assert_cmpuint (reading->added, ==, 1);
  g_assert_cmpuint (reading->refused, ==, 5);
  assert_problem (reading, 0, "form.csv"); /* no evidence: stays in work */
  assert_problem (reading, 1, "31.02.2025");
  assert_problem (reading, 2, "M"); /* twice */
  assert_problem (reading, 3, "M999999");
  assert_problem (reading, 4, "M"); /* another's */
  begin (self);
  g_assert_true (mer_plan_reading_apply (reading, self->doc, &error));
  g_assert_no_error (error);
  commit (self);
  g_assert_cmpint (mer_plan_book_line (self->book, a)->standing, ==, MER_STANDING_DONE);
  g_assert_cmpint (mer_plan_book_line (self->book, b)->standing, ==, MER_STANDING_WORK);
  g_assert_cmpint (mer_plan_book_line (self->book, b)->item->share, ==, 50);
  g_assert_cmpuint (sheet_of (self, name)->n_lines, ==, n_lines + 1);
  g_unlink (path);
}

static void
test_no_form (Fixture      *self,
              gconstpointer data)
{
  static const char *const files[] = { "a;b\n1;2\n", "2. Measure;x\n1;2\n",
                                       "Code of the row (do not change)\nM1\n" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = write_csv (self, files[i]);
      MerTableOptions  table = { .path = path };

      g_assert_null (mer_plan_form_read (self->book, &table, MER_LANGUAGE_RU, 0, &error));
      g_assert_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_COLUMNS);
      g_assert_nonnull (strstr (error->message, "form.csv"));
      g_unlink (path);
    }
}

/* --- did it help ----------------------------------------------------------------------------- */

static void
test_effect (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerPlanEffects) effects = mer_plan_effects_load (self->doc, 0, 0, &error);
  g_autoptr (MerPlanEffects) none = NULL;
  const MerPlanEffect *first = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (effects->book->facts.cycle->year, ==, 2021);
  g_assert_cmpuint (effects->effects->len, >, 0);
  first = &g_array_index (effects->effects, MerPlanEffect, 0);
  g_assert_true (first->score.has_one && first->score.has_other);
  g_assert_cmpstr (first->line->organization->name, ==, "ДС «Радуга»");
  /* К1: 92,52 in 2021, 96,05 in the worked example of 2024 */
  g_assert_cmpint (first->score.one.num * 100, ==, 9605 * first->score.one.den);
  g_assert_cmpint (first->score.other.num * 100, ==, 9252 * first->score.other.den);
  none = mer_plan_effects_load (self->doc, self->book->facts.cycle->id, 0, &error);
  g_assert_null (none);
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND);
}

static void
add (const char *name,
     void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/app/plans/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("MERILO_TODAY", "2024-12-03", TRUE);
  add ("find", test_find);
  add ("suggest", test_suggest);
  add ("version", test_version);
  add ("undo", test_undo);
  add ("copy-and-delete", test_copy_and_delete);
  add ("state", test_state);
  add ("round-trip", test_round_trip);
  add ("filled", test_filled);
  add ("no-form", test_no_form);
  add ("effect", test_effect);
  return g_test_run ();
}
