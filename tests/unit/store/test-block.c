/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks against the rows they were made of: packing, tallies, unpacking, and damage. */

#include "config.h"

#include <string.h>

#include "store/mer-block.h"
#include "store/mer-comment-block.h"
#include "store/mer-document.h"

/* Four questions: a filter, one behind it, one with many options, one of a single option. */
static void
layout_for_test (MerBlockLayout *layout)
{
  memset (layout, 0, sizeof *layout);
  layout->n_questions = 4;
  layout->n_words = 1;
  for (guint i = 0, bit = 0; i < 4; i++)
    {
      static const guint8 bits[] = { 2, 2, 4, 2 };
      static const guint8 n_codes[] = { 4, 4, 11, 3 };

      layout->questions[i].bits = bits[i];
      layout->questions[i].n_codes = n_codes[i];
      layout->questions[i].filter = i == 1 ? 0 : -1;
      layout->questions[i].passing = 1 << 2;
      layout->questions[i].start = (guint16) bit;
      bit += bits[i];
    }
}

typedef struct
{
  guint   n;
  guint8  codes[3000][4];
  gint64  numbers[3000];
  gint64  times[3000];
  guint8  clock[3000];
  guint64 respondents[3000];
} Rows;

enum
{
  WITH_TIMES = 1,
  WITH_CLOCKS = 2,
  WITH_GAPS_IN_TIMES = 4,
  WITH_RESPONDENTS = 8,
  EVERYTHING = 15,
};

static Rows *
rows_make (guint n,
           int   what,
           guint seed)
{
  Rows  *self = g_new0 (Rows, 1);
  GRand *rand = g_rand_new_with_seed (seed);
  gint64 number = 1;

  self->n = n;
  for (guint i = 0; i < n; i++)
    {
      static const int n_codes[] = { 4, 4, 11, 3 };

      for (guint q = 0; q < 4; q++)
        self->codes[i][q] = (guint8) g_rand_int_range (rand, 0, n_codes[q]);
      number += g_rand_int_range (rand, 1, 4000);
      self->numbers[i] = number;
      self->times[i] = MER_BLOCK_NO_TIME;
      if ((what & WITH_TIMES) && !((what & WITH_GAPS_IN_TIMES) && i % 5 == 0))
        {
          self->times[i] = 1728864000 + (gint64) g_rand_int_range (rand, 0, 60) * 86400;
          if ((what & WITH_CLOCKS) && i % 3 != 0)
            {
              self->times[i] += g_rand_int_range (rand, 0, 86400);
              self->clock[i] = 1;
            }
        }
      if (what & WITH_RESPONDENTS)
        self->respondents[i] = (guint64) g_rand_int (rand) << 32 | g_rand_int (rand);
    }
  g_rand_free (rand);
  return self;
}

static MerBlockBuilder *
builder_of (const Rows           *rows,
            const MerBlockLayout *layout)
{
  MerBlockBuilder *builder = mer_block_builder_new (layout, rows->respondents[0] != 0, 0);

  for (guint i = 0; i < rows->n; i++)
    {
      guint32     answers[MER_BLOCK_MAX_WORDS] = { 0 };
      MerBlockRow row = { answers, rows->numbers[i], rows->times[i], rows->clock[i],
                          rows->respondents[i] };

      for (guint q = 0; q < 4; q++)
        mer_block_layout_set (layout, q, rows->codes[i][q], answers);
      mer_block_builder_add (builder, &row);
    }
  return builder;
}

static void
check_tally (GBytes               *block,
             const MerBlockLayout *layout,
             const Rows           *rows)
{
  g_autoptr (MerTally) tally = g_malloc0 (sizeof (MerTally) + 4 * sizeof (MerQuestionTally));
  g_autoptr (MerTally) naive = g_malloc0 (sizeof (MerTally) + 4 * sizeof (MerQuestionTally));
  g_autoptr (GError) error = NULL;

  tally->n_questions = 4;
  for (guint i = 0; i < rows->n; i++)
    {
      for (guint q = 0; q < 4; q++)
        {
          naive->questions[q].count[rows->codes[i][q]]++;
          if (q != 1 || rows->codes[i][0] == 2)
            naive->questions[q].passed[rows->codes[i][q]]++;
        }
    }
  g_assert_true (mer_block_tally (block, layout, tally, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tally->n, ==, rows->n);
  g_assert_true (memcmp (tally->questions, naive->questions, 4 * sizeof (MerQuestionTally)) == 0);
}

static void
check_rows (GBytes               *block,
            const MerBlockLayout *layout,
            const Rows           *rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerBlockRows) read = mer_block_unpack (block, layout, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (read->n_rows, ==, rows->n);
  g_assert_cmpint (mer_block_first_row (block), ==, rows->numbers[0]);
  g_assert_true (memcmp (read->codes, rows->codes, read->n_rows * 4) == 0);
  g_assert_true (memcmp (read->rows, rows->numbers, read->n_rows * 8) == 0);
  g_assert_true (memcmp (read->times, rows->times, read->n_rows * 8) == 0);
  g_assert_true (memcmp (read->has_time_of_day, rows->clock, read->n_rows) == 0);
  g_assert_true (memcmp (read->respondents, rows->respondents, read->n_rows * 8) == 0);
}

static void
test_round_trip (void)
{
  static const guint counts[] = { 1, 7, 8, 31, 32, 33, 64, 65, 600, 3000 };
  MerBlockLayout     layout;

  layout_for_test (&layout);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      for (int what = 0; what < 16; what++)
        {
          g_autofree Rows *rows = rows_make (counts[i], what, i * 100 + (guint) what);
          g_autoptr (MerBlockBuilder) builder = builder_of (rows, &layout);
          g_autoptr (GBytes) block = mer_block_builder_finish (builder);

          g_assert_cmpuint (mer_block_builder_n_rows (builder), ==, 0);
          g_assert_null (mer_block_builder_finish (builder));
          check_tally (block, &layout, rows);
          check_rows (block, &layout, rows);
        }
    }
}

/* Times that are decades from the first, and as far as a block can hold, among rows with near ones
 * and with none. */
static void
test_far_times (void)
{
  static const gint64 far[] = { 1728864000 + (G_GINT64_CONSTANT (1) << 30) - 1,
                                1728864000 - (G_GINT64_CONSTANT (1) << 30) + 1,
                                1728864000 + (G_GINT64_CONSTANT (1) << 30),
                                1728864000 - (G_GINT64_CONSTANT (1) << 30),
                                0,
                                -(G_GINT64_CONSTANT (1) << 38),
                                G_GINT64_CONSTANT (1) << 38 };
  MerBlockLayout      layout;

  layout_for_test (&layout);
  for (guint i = 0; i < G_N_ELEMENTS (far); i++)
    {
      for (int what = 0; what < 16; what++)
        {
          g_autofree Rows *rows = rows_make (300, what, i * 100 + (guint) what);
          g_autoptr (MerBlockBuilder) builder = NULL;
          g_autoptr (GBytes) block = NULL;

          rows->times[1] = 1728864000;
          rows->times[200] = far[i];
          rows->clock[200] = 1;
          rows->times[201] = MER_BLOCK_NO_TIME;
          rows->clock[201] = 0;
          builder = builder_of (rows, &layout);
          block = mer_block_builder_finish (builder);
          check_tally (block, &layout, rows);
          check_rows (block, &layout, rows);
        }
    }
}

static gboolean
check_riding_cb (const MerBlockRow *row,
                 gpointer           user_data)
{
  guint *n_seen = user_data;

  g_assert_cmpint (row->number, ==, 2 + *n_seen);
  g_assert_cmpuint (row->riding[0], ==, *n_seen * 3);
  g_assert_cmpuint (row->riding[1], ==, ~*n_seen);
  (*n_seen)++;
  return row->number % 5 != 0;
}

/* What rides along with a row is shown with it, also when a far time makes all rows wider, and
 * is in no block. */
static void
test_riding (void)
{
  MerBlockLayout layout;
  g_autoptr (MerBlockBuilder) builder = NULL;
  g_autoptr (MerBlockBuilder) plain = NULL;
  g_autoptr (GBytes) block = NULL;
  g_autoptr (GBytes) plain_block = NULL;
  guint n_seen = 0;

  layout_for_test (&layout);
  builder = mer_block_builder_new (&layout, TRUE, 2);
  plain = mer_block_builder_new (&layout, TRUE, 0);
  for (guint i = 0; i < 300; i++)
    {
      const guint32 answers[1] = { 0 };
      const guint32 riding[2] = { i * 3, ~i };
      gint64        time = i == 200 ? G_GINT64_CONSTANT (1) << 40 : i;
      MerBlockRow   row = { answers, 2 + i, time, TRUE, i + 1, riding };

      mer_block_builder_add (builder, &row);
      if (row.number % 5 != 0)
        mer_block_builder_add (plain, &row);
    }
  g_assert_cmpuint (mer_block_builder_filter (builder, check_riding_cb, &n_seen), ==, 60);
  g_assert_cmpuint (n_seen, ==, 300);
  block = mer_block_builder_finish (builder);
  plain_block = mer_block_builder_finish (plain);
  g_assert_true (g_bytes_equal (block, plain_block));
}

/* More rows than a block holds become several, none lost. */
static void
test_segments (void)
{
  MerBlockLayout layout;
  g_autoptr (MerBlockBuilder) builder = NULL;
  guint n = 2 * MER_BLOCK_MAX_ROWS + 77;
  guint seen = 0;
  guint n_blocks = 0;

  layout_for_test (&layout);
  builder = mer_block_builder_new (&layout, FALSE, 0);
  for (guint i = 0; i < n; i++)
    {
      guint32     answers[1] = { 0 };
      MerBlockRow row = { answers, 2 + i, MER_BLOCK_NO_TIME, FALSE, 0 };

      mer_block_layout_set (&layout, 2, i % 11, answers);
      mer_block_builder_add (builder, &row);
    }
  while (mer_block_builder_n_rows (builder) > 0)
    {
      g_autoptr (GBytes) block = mer_block_builder_finish (builder);
      g_autoptr (MerBlockRows) rows = mer_block_unpack (block, &layout, NULL);

      for (guint i = 0; i < rows->n_rows; i++, seen++)
        {
          g_assert_cmpint (rows->rows[i], ==, 2 + seen);
          g_assert_cmpuint (rows->codes[i * 4 + 2], ==, seen % 11);
        }
      n_blocks++;
    }
  g_assert_cmpuint (seen, ==, n);
  g_assert_cmpuint (n_blocks, ==, 3);
}

static gboolean
keep_even (const MerBlockRow *row,
           gpointer           user_data)
{
  guint *n_seen = user_data;

  (*n_seen)++;
  return row->number % 2 == 0;
}

static void
test_filter (void)
{
  MerBlockLayout   layout;
  g_autofree Rows *rows = rows_make (1000, WITH_TIMES, 5);
  g_autoptr (MerBlockBuilder) builder = NULL;
  g_autoptr (MerBlockRows) read = NULL;
  g_autoptr (GBytes) block = NULL;
  guint n_seen = 0;
  guint n_even = 0;
  guint dropped = 0;

  layout_for_test (&layout);
  builder = builder_of (rows, &layout);
  dropped = mer_block_builder_filter (builder, keep_even, &n_seen);
  for (guint i = 0; i < rows->n; i++)
    n_even += rows->numbers[i] % 2 == 0;
  g_assert_cmpuint (n_seen, ==, rows->n);
  g_assert_cmpuint (dropped, ==, rows->n - n_even);
  g_assert_cmpuint (mer_block_builder_n_rows (builder), ==, n_even);
  block = mer_block_builder_finish (builder);
  read = mer_block_unpack (block, &layout, NULL);
  g_assert_cmpuint (read->n_rows, ==, n_even);
  for (guint i = 0, j = 0; i < rows->n; i++)
    {
      if (rows->numbers[i] % 2 != 0)
        continue;
      g_assert_cmpint (read->rows[j], ==, rows->numbers[i]);
      g_assert_true (memcmp (read->codes + j * 4, rows->codes[i], 4) == 0);
      g_assert_cmpint (read->times[j], ==, rows->times[i]);
      j++;
    }
}

/* A bare date costs bits for the days of the campaign, not for its seconds. */
static void
test_size (void)
{
  MerBlockLayout   layout;
  g_autofree Rows *dates = rows_make (3000, WITH_TIMES, 1);
  g_autofree Rows *bare = rows_make (3000, 0, 1);
  g_autoptr (MerBlockBuilder) a = NULL;
  g_autoptr (MerBlockBuilder) b = NULL;
  g_autoptr (GBytes) with = NULL;
  g_autoptr (GBytes) without = NULL;

  layout_for_test (&layout);
  a = builder_of (dates, &layout);
  b = builder_of (bare, &layout);
  g_assert_cmpuint (mer_block_builder_memory (a), <, 3000 * 17 + 4096);
  with = mer_block_builder_finish (a);
  without = mer_block_builder_finish (b);
  g_assert_cmpuint (g_bytes_get_size (with) - g_bytes_get_size (without), <=, 3000 * 6 / 8 + 1);
}

/* Every bit of a block matters: none can be changed unseen, no prefix is taken for the whole. */
static void
test_damage (void)
{
  MerBlockLayout   layout;
  g_autofree Rows *rows = rows_make (70, EVERYTHING, 9);
  g_autoptr (MerBlockBuilder) builder = NULL;
  g_autoptr (GBytes) block = NULL;
  const guint8 *data = NULL;
  gsize         size = 0;

  layout_for_test (&layout);
  builder = builder_of (rows, &layout);
  block = mer_block_builder_finish (builder);
  data = g_bytes_get_data (block, &size);
  for (gsize bit = 0; bit < size * 8; bit++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) broken = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (MerTally) tally = g_malloc0 (sizeof (MerTally) + 4 * sizeof (MerQuestionTally));

      tally->n_questions = 4;
      copy[bit / 8] ^= (guint8) (1u << (bit % 8));
      broken = g_bytes_new (copy, size);
      g_assert_false (mer_block_tally (broken, &layout, tally, &error));
      g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_DAMAGED);
      g_assert_cmpuint (tally->n, ==, 0);
      g_assert_null (mer_block_unpack (broken, &layout, NULL));
    }
  for (gsize length = 0; length < size; length++)
    {
      g_autoptr (GBytes) broken = g_bytes_new (data, length);
      g_autoptr (GError) error = NULL;

      g_assert_null (mer_block_unpack (broken, &layout, &error));
      g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_DAMAGED);
    }
}

static void
test_other_layout (void)
{
  MerBlockLayout   layout;
  MerBlockLayout   other;
  g_autofree Rows *rows = rows_make (10, 0, 2);
  g_autoptr (MerBlockBuilder) builder = NULL;
  g_autoptr (GBytes) block = NULL;
  g_autoptr (GError) error = NULL;

  layout_for_test (&layout);
  layout_for_test (&other);
  other.questions[3].bits = 3;
  builder = builder_of (rows, &layout);
  block = mer_block_builder_finish (builder);
  g_assert_null (mer_block_unpack (block, &other, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_DAMAGED);
}

/* A code that fits the planes but not the question is damage too. */
static void
test_unknown_code (void)
{
  MerBlockLayout   layout;
  MerBlockLayout   narrower;
  g_autofree Rows *rows = rows_make (500, 0, 3);
  g_autoptr (MerBlockBuilder) builder = NULL;
  g_autoptr (GBytes) block = NULL;
  g_autoptr (GError) error = NULL;

  layout_for_test (&layout);
  layout_for_test (&narrower);
  narrower.questions[2].n_codes = 9;
  builder = builder_of (rows, &layout);
  block = mer_block_builder_finish (builder);
  g_assert_null (mer_block_unpack (block, &narrower, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_DAMAGED);
}

static void
collect_cb (gint64      row,
            const char *text,
            gsize       length,
            gpointer    user_data)
{
  g_string_append_printf (user_data, "%d:%.*s;", (int) row, (int) length, text);
}

static void
test_comments (void)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autoptr (GBytes) block = NULL;
  g_autoptr (GString) got = g_string_new (NULL);
  const guint8 *data = NULL;
  gsize         size = 0;

  g_assert_null (mer_comment_block_finish (array));
  mer_comment_block_append (array, 2, "Тепло", strlen ("Тепло"));
  mer_comment_block_append (array, 100000, "", 0);
  mer_comment_block_append (array, 100001, "Далеко", strlen ("Далеко"));
  block = mer_comment_block_finish (array);
  g_assert_cmpuint (array->len, ==, 0);
  g_assert_true (mer_comment_block_foreach (block, collect_cb, got, NULL));
  g_assert_cmpstr (got->str, ==, "2:Тепло;100000:;100001:Далеко;");
  data = g_bytes_get_data (block, &size);
  for (gsize bit = 0; bit < size * 8; bit++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) broken = NULL;
      g_autoptr (GError) error = NULL;

      copy[bit / 8] ^= (guint8) (1u << (bit % 8));
      broken = g_bytes_new (copy, size);
      g_assert_false (mer_comment_block_foreach (broken, collect_cb, got, &error));
      g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_DAMAGED);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/block/round-trip", test_round_trip);
  g_test_add_func ("/block/far-times", test_far_times);
  g_test_add_func ("/block/segments", test_segments);
  g_test_add_func ("/block/riding", test_riding);
  g_test_add_func ("/block/filter", test_filter);
  g_test_add_func ("/block/size", test_size);
  g_test_add_func ("/block/damage", test_damage);
  g_test_add_func ("/block/other-layout", test_other_layout);
  g_test_add_func ("/block/unknown-code", test_unknown_code);
  g_test_add_func ("/block/comments", test_comments);
  return g_test_run ();
}
