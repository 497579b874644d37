/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long records of a region take: 1,500 organizations with a plan of 20 items each, as a table
 * that comes in and goes out, as a list, searched. One line a work: what, milliseconds, those
 * of the processor, the target. Files lie in TMPDIR. */

#include <locale.h>
#include <time.h>

#include "batch-fixture.h"

#include "app/mer-record-tables.h"
#include "app/mer-search.h"
#include "cycle/mer-improvement.h"
#include "store/mer-record-store.h"

#define ORGANIZATIONS 1500
#define ITEMS 20

typedef struct
{
  BatchFixture     fixture;
  char            *folder, *csv, *xlsx;
  MerRecordImport *import;
  MerSearch       *search;
} Bench;

static void
measure (Bench      *bench,
         const char *what,
         void (*work) (Bench *),
         const char *target)
{
  gint64  start = g_get_monotonic_time ();
  clock_t processor = clock ();

  work (bench);
  g_print ("%-40s %8.1f ms %8.1f ms   %s\n", what,
           (double) (g_get_monotonic_time () - start) / 1000.0,
           (double) (clock () - processor) * 1000.0 / CLOCKS_PER_SEC, target);
}

/* --- works --------------------------------------------------------------------------- */

static void
add_plans (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  fixture_begin (&bench->fixture.base, "Планы");
  for (int i = 0; i < ORGANIZATIONS; i++)
    {
      g_autofree char *name = g_strdup_printf ("МБОУ «Средняя школа № %d»", i + 10);
      g_autoptr (MerPlan) plan = mer_record_new (&mer_record_plan, bench->fixture.cycle);

      plan->organization = fixture_add_organization (&bench->fixture.base, name);
      plan->version = 1;
      g_assert_true (mer_store_save_record (bench->fixture.base.document, plan, &error));
    }
  fixture_commit (&bench->fixture.base);
}

static void
write_table (Bench *bench)
{
  g_autoptr (GString) csv =
    g_string_new ("Improvement plan;Criterion;Shortcoming;Measure;Planned for;Responsible person;"
                  "State\r\n");

  for (int i = 0; i < ORGANIZATIONS * ITEMS; i++)
    g_string_append_printf (csv,
                            "МБОУ «Средняя школа № %d», версия 1;K%d;Нет пандуса у входа № %d;"
                            "Установить пандус у входа № %d;до 1 октября 2025 г.;"
                            "Петрова Мария Ивановна;work\r\n",
                            i / ITEMS + 10, i % 5 + 1, i, i);
  g_assert_true (g_file_set_contents (bench->csv, csv->str, -1, NULL));
}

static void
read_csv (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  MerTableOptions table = { .path = bench->csv };

  g_clear_pointer (&bench->import, mer_record_import_free);
  bench->import = mer_record_import_read (bench->fixture.base.document, &mer_record_plan_item,
                                          bench->fixture.cycle, &table, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bench->import->refused, ==, 0);
}

static void
apply (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  fixture_begin (&bench->fixture.base, "Импорт");
  g_assert_true (mer_record_import_apply (bench->import, bench->fixture.base.document, &error));
  fixture_commit (&bench->fixture.base);
}

static void
save (Bench      *bench,
      const char *path)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mer_record_table_save (bench->fixture.base.document, &mer_record_plan_item,
                                        bench->fixture.cycle, path, NULL, &error));
}

static void
save_csv (Bench *bench)
{
  save (bench, bench->csv);
}

static void
save_xlsx (Bench *bench)
{
  save (bench, bench->xlsx);
}

static void
read_again (Bench *bench)
{
  read_csv (bench);
  g_assert_cmpuint (bench->import->unchanged, ==, ORGANIZATIONS * ITEMS);
}

static void
list (Bench *bench)
{
  g_autoptr (GPtrArray) records = mer_store_records (
    bench->fixture.base.document, &mer_record_plan_item, bench->fixture.cycle, NULL);
  g_autoptr (MerRecordNames) names =
    mer_record_names_new (bench->fixture.base.document, bench->fixture.cycle);
  const MerField *plan = mer_record_kind_field (&mer_record_plan_item, "plan");

  for (guint i = 0; i < records->len; i++)
    g_free (mer_record_names_words (names, records->pdata[i], plan));
}

static void
take_back (Bench *bench)
{
  g_assert_true (mer_document_undo (bench->fixture.base.document, NULL));
  g_assert_true (mer_document_redo (bench->fixture.base.document, NULL));
}

static void
make_search (Bench *bench)
{
  bench->search = mer_search_new (bench->fixture.base.document, NULL);
}

static void
search (Bench *bench)
{
  g_autoptr (GArray) hits = mer_search_find (bench->search, "пандус школа 1500", 20, NULL);

  g_assert_cmpuint (hits->len, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  Bench bench = { 0 };

  setlocale (LC_ALL, "");
  batch_fixture_set_up (&bench.fixture, NULL);
  bench.folder = g_dir_make_tmp ("bench-XXXXXX", NULL);
  bench.csv = g_build_filename (bench.folder, "plans.csv", NULL);
  bench.xlsx = g_build_filename (bench.folder, "plans.xlsx", NULL);
  write_table (&bench);
  measure (&bench, "1,500 organizations and plans", add_plans, "");
  measure (&bench, "read a table of 30,000 items", read_csv, "< 1000 ms");
  measure (&bench, "store them", apply, "< 1000 ms");
  measure (&bench, "list with names of plans", list, "< 500 ms");
  measure (&bench, "save as CSV", save_csv, "< 500 ms");
  measure (&bench, "save as XLSX", save_xlsx, "< 2000 ms");
  measure (&bench, "read it again: nothing changed", read_again, "< 1000 ms");
  measure (&bench, "undo and redo the import", take_back, "< 2000 ms");
  measure (&bench, "gather all texts", make_search, "< 1000 ms");
  measure (&bench, "search them", search, "< 50 ms");
  g_unlink (bench.csv);
  g_unlink (bench.xlsx);
  g_rmdir (bench.folder);
  mer_record_import_free (bench.import);
  mer_search_free (bench.search);
  g_free (bench.folder);
  g_free (bench.csv);
  g_free (bench.xlsx);
  batch_fixture_tear_down (&bench.fixture, NULL);
  return 0;
}
