/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a region's document takes: 1,500 organizations × 600 questionnaires with times,
 * and a checklist. Median of nine where it can be repeated. One line a work: what,
 * milliseconds, the target. The file lies in TMPDIR. */

#include <locale.h>
#include <stdlib.h>

#include "batch-fixture.h"

#define ORGANIZATIONS 1500
#define QUESTIONNAIRES 600
#define ROUNDS 9

typedef struct
{
  BatchFixture fixture;
  gint64       organizations[ORGANIZATIONS];
  GPtrArray   *blocks;
  gsize        size;
} Bench;

static double
milliseconds (void)
{
  return (double) g_get_monotonic_time () / 1000.0;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

static void
print (const char *what,
       double      value,
       const char *unit,
       const char *target)
{
  g_print ("%-40s %8.1f %s   %s\n", what, value, unit, target);
}

static void
measure (Bench      *bench,
         const char *what,
         void (*work) (Bench *),
         guint       rounds,
         const char *target)
{
  double times[ROUNDS] = { 0 };

  for (guint i = 0; i < rounds; i++)
    {
      double start = milliseconds ();

      work (bench);
      times[i] = milliseconds () - start;
    }
  qsort (times, rounds, sizeof times[0], compare);
  print (what, times[rounds / 2], "ms", target);
}

/* --- works --------------------------------------------------------------------------- */

static void
add_organizations (Bench *bench)
{
  fixture_begin (&bench->fixture.base, "Реестр");
  g_assert_true (mer_store_ensure_items (bench->fixture.base.document, bench->fixture.cycle,
                                         bench->fixture.methodology, NULL));
  for (int i = 0; i < ORGANIZATIONS; i++)
    {
      g_autofree char *name = g_strdup_printf ("СОШ № %d", i + 10);

      bench->organizations[i] = fixture_add_organization (&bench->fixture.base, name);
    }
  fixture_commit (&bench->fixture.base);
}

static gint64
source_of (Bench *bench,
           int    i)
{
  g_autofree char *name = g_strdup_printf ("МБОУ СОШ № %d", i + 10);

  return mer_store_source_name_id (bench->fixture.base.document, name, bench->organizations[i],
                                   NULL);
}

static void
write_blocks (Bench *bench)
{
  g_autoptr (MerBatch) batch = batch_fixture_new_batch (&bench->fixture, MER_BATCH_SURVEY);

  fixture_begin (&bench->fixture.base, "Анкеты");
  g_assert_true (mer_store_save_batch (bench->fixture.base.document, batch, NULL));
  for (int i = 0; i < ORGANIZATIONS; i++)
    g_assert_true (mer_store_add_block (bench->fixture.base.document, batch->id,
                                        source_of (bench, i), 0,
                                        g_ptr_array_index (bench->blocks, i), NULL));
  fixture_commit (&bench->fixture.base);
}

static void
write_checklists (Bench *bench)
{
  g_autoptr (MerBatch) batch = batch_fixture_new_batch (&bench->fixture, MER_BATCH_CHECKLIST);
  g_autoptr (GPtrArray) items = NULL;
  g_autofree gint64  *ids = NULL;
  g_autofree MerMark *marks = NULL;

  items = mer_store_items (bench->fixture.base.document, bench->fixture.cycle, NULL);
  ids = g_new0 (gint64, items->len);
  marks = g_new0 (MerMark, items->len);
  for (guint i = 0; i < items->len; i++)
    {
      ids[i] = ((MerCycleItem *) g_ptr_array_index (items, i))->id;
      marks[i] = (MerMark) (i % 4);
    }
  fixture_begin (&bench->fixture.base, "Чек-листы");
  g_assert_true (mer_store_save_batch (bench->fixture.base.document, batch, NULL));
  for (int i = 0; i < ORGANIZATIONS; i++)
    g_assert_true (mer_store_add_checklist (bench->fixture.base.document, batch->id,
                                            source_of (bench, i), i + 2, ids, marks, items->len,
                                            NULL));
  fixture_commit (&bench->fixture.base);
}

static void
open_again (Bench *bench)
{
  fixture_reopen (&bench->fixture.base);
}

static void
read_evidence (Bench *bench)
{
  g_autoptr (GPtrArray) evidence = batch_fixture_evidence (&bench->fixture);

  g_assert_cmpuint (evidence->len, ==, ORGANIZATIONS);
}

static void
read_organizations (Bench *bench)
{
  g_autoptr (GPtrArray) list = mer_store_organizations (bench->fixture.base.document, NULL);

  g_assert_cmpuint (list->len, ==, ORGANIZATIONS + 2);
}

static void
edit_and_undo (Bench *bench)
{
  fixture_begin (&bench->fixture.base, "Правка");
  fixture_set (&bench->fixture.base, "territory", "района");
  fixture_commit (&bench->fixture.base);
  fixture_undo (&bench->fixture.base);
}

static void
verify (Bench *bench)
{
  fixture_assert_sound (&bench->fixture.base);
}

/* --- the region --------------------------------------------------------------------------- */

static GBytes *
random_block (const MerBlockLayout *layout,
              GRand                *random,
              gint64                row)
{
  g_autoptr (MerBlockBuilder) builder = mer_block_builder_new (layout, FALSE, 0);

  for (int i = 0; i < QUESTIONNAIRES; i++)
    {
      guint32     answers[MER_BLOCK_MAX_WORDS] = { 0 };
      MerBlockRow added = { answers, row, 1700000000 + row * 30, TRUE, 0 };

      for (guint q = 0; q < layout->n_questions; q++)
        mer_block_layout_set (layout, q,
                              (guint) g_rand_int_range (random, 0, layout->questions[q].n_codes),
                              answers);
      mer_block_builder_add (builder, &added);
      row += g_rand_int_range (random, 1, 2 * ORGANIZATIONS);
    }
  return mer_block_builder_finish (builder);
}

static void
make_blocks (Bench *bench)
{
  GRand *random = g_rand_new_with_seed (7);

  bench->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  for (int i = 0; i < ORGANIZATIONS; i++)
    {
      GBytes *block = random_block (&bench->fixture.layout, random, i + 2);

      bench->size += g_bytes_get_size (block);
      g_ptr_array_add (bench->blocks, block);
    }
  g_rand_free (random);
}

int
main (void)
{
  Bench    bench = { 0 };
  GStatBuf status;

  setlocale (LC_ALL, "");
  batch_fixture_set_up (&bench.fixture, NULL);
  make_blocks (&bench);
  measure (&bench, "1,500 organizations → document", add_organizations, 1, "");
  measure (&bench, "1,500 blocks → document, durable", write_blocks, 1, "");
  measure (&bench, "1,500 checklists → document, durable", write_checklists, 1, "");
  g_assert_cmpint (g_stat (bench.fixture.base.path, &status), ==, 0);
  print ("blocks", (double) bench.size / 1e6, "MB", "");
  print ("document", (double) status.st_size / 1e6, "MB", "≤ 11 MB with times");
  measure (&bench, "document → open", open_again, ROUNDS, "");
  measure (&bench, "document → all evidence", read_evidence, ROUNDS, "≤ 10 ms");
  measure (&bench, "document → organizations, sorted", read_organizations, ROUNDS, "");
  measure (&bench, "one setting, durable, and its undo", edit_and_undo, ROUNDS, "");
  measure (&bench, "verify", verify, ROUNDS, "");
  g_ptr_array_unref (bench.blocks);
  batch_fixture_tear_down (&bench.fixture, NULL);
  return 0;
}
