/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Folds rows into a batch and unfolds them again. A folded cell is the place of its end behind the
 * row's first byte, and in the lowest bits how many bytes lie between it and the cell before. */

#include "config.h"

#include "import/mer-row-batch.h"

#include <string.h>

#define BATCH_CELLS 8192
#define BATCH_TEXT (64 * 1024)
#define MOST_BETWEEN 3
#define BETWEEN_BITS 2
#define CACHE_LINE 64

void
mer_row_batch_clear (MerRowBatch *self)
{
  g_clear_pointer (&self->cells, g_free);
  g_clear_pointer (&self->text, g_free);
}

void
mer_row_batch_reset (MerRowBatch *self)
{
  self->n_rows = 0;
  self->n_cells = 0;
  self->n_text = 0;
}

/* --- folding ----------------------------------------------------------------------------- */

/* The bytes from the first cell to the end of the last when nothing but separators and quotation
 * marks lies between them; else those of the cells. */
static gsize
measure (const MerRow *row,
         gboolean     *is_one_piece)
{
  const MerCell *cells = row->cells;
  gsize          length = 0;
  guintptr       end = row->n_cells > 0 ? (guintptr) cells[0].text : 0;

  *is_one_piece = end != 0;
  for (guint i = 0; i < row->n_cells; i++)
    {
      guintptr text = (guintptr) cells[i].text;

      *is_one_piece &= text - end <= MOST_BETWEEN;
      length += cells[i].length;
      end = text + cells[i].length;
    }
  return *is_one_piece ? end - (guintptr) cells[0].text : length;
}

/* Room for a row: a batch that has rows already does not grow for one more. */
static gboolean
make_room (MerRowBatch *self,
           gsize        n_cells,
           gsize        n_text)
{
  gboolean fits = self->n_rows < MER_ROW_BATCH_ROWS &&
                  self->cells_room - self->n_cells >= n_cells &&
                  self->text_room - self->n_text >= n_text;

  if (fits || self->n_rows > 0)
    return fits;
  self->cells_room = MAX (n_cells, MAX (self->cells_room, BATCH_CELLS));
  self->text_room = MAX (n_text, MAX (self->text_room, BATCH_TEXT));
  g_free (self->cells);
  g_free (self->text);
  self->cells = g_new (guint32, self->cells_room);
  self->text = g_malloc0 (self->text_room + MER_ROW_BATCH_SLACK);
  return TRUE;
}

static void
fold_piece (const MerRow *row,
            guint32      *cells,
            char         *text,
            gsize         length)
{
  const char *start = row->cells[0].text;
  gsize       end = 0;

  memcpy (text, start, length);
  for (guint i = 0; i < row->n_cells; i++)
    {
      gsize at = (gsize) (row->cells[i].text - start);
      gsize between = at - end;

      end = at + row->cells[i].length;
      cells[i] = (guint32) (end << BETWEEN_BITS | between);
    }
}

static void
fold_cells (const MerRow *row,
            guint32      *cells,
            char         *text)
{
  gsize end = 0;

  for (guint i = 0; i < row->n_cells; i++)
    {
      if (row->cells[i].length > 0)
        memcpy (text + end, row->cells[i].text, row->cells[i].length);
      end += row->cells[i].length;
      cells[i] = (guint32) (end << BETWEEN_BITS);
    }
}

gboolean
mer_row_batch_add (MerRowBatch  *self,
                   const MerRow *row)
{
  gboolean is_one_piece = FALSE;
  gsize    length = measure (row, &is_one_piece);
  guint32 *cells = NULL;

  if (!make_room (self, row->n_cells, length))
    return FALSE;
  cells = self->cells + self->n_cells;
  if (is_one_piece)
    fold_piece (row, cells, self->text + self->n_text, length);
  else
    fold_cells (row, cells, self->text + self->n_text);
  self->n_cells += row->n_cells;
  self->n_text += length;
  self->rows[self->n_rows].number = row->number;
  self->rows[self->n_rows].n_cells = row->n_cells;
  self->rows[self->n_rows].length = (guint32) length;
  self->n_rows++;
  return TRUE;
}

/* --- unfolding --------------------------------------------------------------------------- */

void
mer_row_unfolding_begin (MerRowUnfolding   *self,
                         const MerRowBatch *batch)
{
  self->batch = batch;
  self->row = 0;
  self->cell = 0;
  self->text = 0;
}

void
mer_row_unfolding_clear (MerRowUnfolding *self)
{
  g_clear_pointer (&self->cells, g_free);
}

static void
unfold_cells (const guint32 *folded,
              guint          n,
              const char    *text,
              MerCell       *cells)
{
  gsize end = 0;

  for (guint i = 0; i < n; i++)
    {
      gsize start = end + (folded[i] & MOST_BETWEEN);

      end = folded[i] >> BETWEEN_BITS;
      cells[i] = (MerCell){ text + start, end - start };
    }
}

static void
fetch (gconstpointer start,
       gsize         length)
{
  for (gsize i = 0; i < length; i += CACHE_LINE)
    __builtin_prefetch ((const guint8 *) start + i);
}

/* Lets what comes next cross over from the other core while the rows at hand are worked on. */
static void
fetch_rows (const MerRowUnfolding *self)
{
  const MerRowBatch *batch = self->batch;
  guint              n = MIN (batch->n_rows - self->row, MER_ROW_BATCH_GROUP);
  gsize              n_cells = 0;
  gsize              n_text = 0;

  for (guint i = 0; i < n; i++)
    {
      n_cells += batch->rows[self->row + i].n_cells;
      n_text += batch->rows[self->row + i].length;
    }
  fetch (batch->cells + self->cell, n_cells * sizeof *batch->cells);
  fetch (batch->text + self->text, n_text);
}

guint
mer_row_unfolding_next (MerRowUnfolding *self)
{
  const MerRowBatch *batch = self->batch;
  guint              n = MIN (batch->n_rows - self->row, MER_ROW_BATCH_GROUP);
  gsize              n_cells = 0;

  for (guint i = 0; i < n; i++)
    n_cells += batch->rows[self->row + i].n_cells;
  if (n_cells > self->cells_room)
    {
      g_free (self->cells);
      self->cells = g_new (MerCell, n_cells);
      self->cells_room = n_cells;
    }
  n_cells = 0;
  for (guint i = 0; i < n; i++)
    {
      guint    row = self->row + i;
      guint    n_of_row = batch->rows[row].n_cells;
      MerCell *cells = self->cells + n_cells;

      unfold_cells (batch->cells + self->cell, n_of_row, batch->text + self->text, cells);
      self->rows[i] = (MerRow){ cells, n_of_row, batch->rows[row].number };
      n_cells += n_of_row;
      self->cell += n_of_row;
      self->text += batch->rows[row].length;
    }
  self->row += n;
  fetch_rows (self);
  return n;
}
