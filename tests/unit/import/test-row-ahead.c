/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading ahead on a thread gives the rows that the reader gives, and stops when it is told to. */

#include "config.h"

#include <string.h>

#include "import/mer-row-ahead.h"

#define MOST_CELLS 9000

/* Row i has widths[i % n] cells of its number, in one piece or apart; an error stands at the end
 * when it is asked for. */
typedef struct
{
  MerTableReader base;
  gint64         n_rows;
  gint64         at;
  const guint   *widths;
  guint          n_widths;
  gboolean       fails;
  char           text[MOST_CELLS * 8];
  MerCell        cells[MOST_CELLS];
} Source;

static int
source_next (MerTableReader *reader,
             MerRow         *row,
             GError        **error)
{
  Source *self = (Source *) reader;
  char   *end = self->text;
  guint   n = self->widths[self->at % self->n_widths];

  if (self->at == self->n_rows)
    {
      if (self->fails)
        g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_IO, "row %d", (int) self->at);
      return self->fails ? -1 : 0;
    }
  for (guint i = 0; i < n; i++)
    {
      int length = g_snprintf (end, 8, "%d", (int) (self->at * 7 + i) % 1000);

      self->cells[i] = (MerCell){ end, (gsize) length };
      /* Every third row has wide gaps, and every fifth cell is blank and nowhere. */
      end += length + (self->at % 3 == 0 ? 5 : (int) i % 4);
      if (self->at % 5 == 0 && i % 5 == 4)
        self->cells[i] = (MerCell){ NULL, 0 };
    }
  *row = (MerRow){ self->cells, n, ++self->at };
  return 1;
}

static void
source_position (MerTableReader *reader,
                 guint64        *done,
                 guint64        *total)
{
  *done = (guint64) ((Source *) reader)->at;
  *total = (guint64) ((Source *) reader)->n_rows;
}

static Source *
source_new (gint64       n_rows,
            const guint *widths,
            guint        n_widths)
{
  Source *self = g_new0 (Source, 1);

  self->base.next = source_next;
  self->base.position = source_position;
  self->n_rows = n_rows;
  self->widths = widths;
  self->n_widths = n_widths;
  return self;
}

static void
assert_same_row (const MerRow *row,
                 const MerRow *wanted)
{
  g_assert_cmpint (row->number, ==, wanted->number);
  g_assert_cmpuint (row->n_cells, ==, wanted->n_cells);
  for (guint i = 0; i < row->n_cells; i++)
    {
      gsize   length = wanted->cells[i].length;
      guint64 behind = 0;

      g_assert_cmpuint (row->cells[i].length, ==, length);
      g_assert_true (length == 0 ||
                     memcmp (row->cells[i].text, wanted->cells[i].text, length) == 0);
      memcpy (&behind, row->cells[i].text + length, MER_ROW_BATCH_SLACK);
    }
}

static void
assert_same_rows (gint64       n_rows,
                  const guint *widths,
                  guint        n_widths)
{
  g_autofree Source *source = source_new (n_rows, widths, n_widths);
  g_autofree Source *again = source_new (n_rows, widths, n_widths);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerRowAhead) ahead = mer_row_ahead_new (&source->base);
  MerRow *rows = NULL;
  int     n = 0;
  guint64 done = 0;
  guint64 total = 0;

  while ((n = mer_row_ahead_take (ahead, &rows, &error)) > 0)
    {
      for (int i = 0; i < n; i++)
        {
          MerRow wanted = { 0 };

          g_assert_cmpint (source_next (&again->base, &wanted, NULL), ==, 1);
          assert_same_row (&rows[i], &wanted);
        }
    }
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, 0);
  g_assert_cmpint (again->at, ==, n_rows);
  g_assert_cmpint (mer_row_ahead_take (ahead, &rows, &error), ==, 0);
  mer_row_ahead_position (ahead, &done, &total);
  g_assert_cmpuint (done, ==, (guint64) n_rows);
  g_assert_cmpuint (total, ==, (guint64) n_rows);
}

static void
test_rows (void)
{
  static const guint usual[] = { 27, 27, 26, 1 };
  static const guint wide[] = { 3, 9000, 2, 8192, 1, 5000, 5000 };

  assert_same_rows (0, usual, G_N_ELEMENTS (usual));
  assert_same_rows (1, usual, G_N_ELEMENTS (usual));
  assert_same_rows (20000, usual, G_N_ELEMENTS (usual));
  assert_same_rows (200, wide, G_N_ELEMENTS (wide));
}

/* The rows in front of an error come first. */
static void
test_error (void)
{
  static const guint widths[] = { 4 };
  g_autofree Source *source = source_new (1000, widths, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerRowAhead) ahead = NULL;
  MerRow *rows = NULL;
  int     n = 0;
  int     n_rows = 0;

  source->fails = TRUE;
  ahead = mer_row_ahead_new (&source->base);
  while ((n = mer_row_ahead_take (ahead, &rows, &error)) > 0)
    n_rows += n;
  g_assert_cmpint (n_rows, ==, 1000);
  g_assert_cmpint (n, ==, -1);
  g_assert_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_IO);
  g_assert_cmpstr (error->message, ==, "row 1000");
}

/* Whoever has enough does not wait for the rest. */
static void
test_stop (void)
{
  static const guint widths[] = { 27 };

  for (int taken = 0; taken < 300; taken += 50)
    {
      g_autofree Source *source = source_new (G_MAXINT32, widths, 1);
      g_autoptr (MerRowAhead) ahead = mer_row_ahead_new (&source->base);
      MerRow *rows = NULL;

      for (int i = 0; i < taken; i++)
        g_assert_cmpint (mer_row_ahead_take (ahead, &rows, NULL), >, 0);
      g_clear_pointer (&ahead, mer_row_ahead_free);
      g_assert_cmpint (source->at, <, 40000);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/row-ahead/rows", test_rows);
  g_test_add_func ("/import/row-ahead/error", test_error);
  g_test_add_func ("/import/row-ahead/stop", test_stop);
  return g_test_run ();
}
