/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A ring of batches between one thread that fills them and one that empties them. A batch has its
 * own copy of the text, since a reader keeps one row only. What passes from core to core is slow
 * to arrive, so cells lie in it as one word each, and are unfolded by who takes them. */

#include "config.h"

#include "import/mer-row-ahead.h"

#include <string.h>

/* Together they stay in the cache of a core. Whoever has to wait waits for half of them, so that
 * the two threads do not wake each other for each. */
#define N_BATCHES 8
#define ENOUGH (N_BATCHES / 2)
#define BATCH_ROWS 256
#define BATCH_CELLS 8192
#define BATCH_TEXT (64 * 1024)
#define CACHE_LINE 64
/* Bytes that may lie between two cells in a batch; in the lowest bits of a folded cell, below the
 * place of its end behind the row's first byte. */
#define MOST_BETWEEN 3
#define BETWEEN_BITS 2

typedef struct
{
  gint64  number;
  guint32 n_cells;
  guint32 length; /* of the text */
} Row;

typedef struct
{
  Row      rows[BATCH_ROWS];
  guint    n_rows;
  guint32 *cells; /* folded */
  gsize    n_cells;
  gsize    cells_room;
  char    *text;
  gsize    n_text;
  gsize    text_room;
  int      state; /* of the reader behind the last row: 1, 0 at the end, −1 with `error` */
  GError  *error;
  guint64  done;
  guint64  total;
} Batch;

/* Who takes: the batch at hand, and its rows that were not given out yet. */
typedef struct
{
  Batch *batch;
  guint  row;
  gsize  cell;
  gsize  text;

  MerRow   rows[MER_ROW_AHEAD_GROUP];
  MerCell *cells;
  gsize    cells_room;
} Taking;

struct _MerRowAhead
{
  MerTableReader *reader; /* borrowed; of the thread while it runs */
  GThread        *thread;
  Batch           batches[N_BATCHES];

  GMutex   lock; /* for what follows */
  GCond    changed;
  guint    n_filled; /* batches so far; those from n_emptied on are full */
  guint    n_emptied;
  gboolean is_over; /* no more will be filled */
  gboolean stop;

  Taking taking;
};

/* --- a row into a batch ------------------------------------------------------------------ */

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
make_room (Batch *self,
           gsize  n_cells,
           gsize  n_text)
{
  gboolean fits = self->n_rows < BATCH_ROWS && self->cells_room - self->n_cells >= n_cells &&
                  self->text_room - self->n_text >= n_text;

  if (fits || self->n_rows > 0)
    return fits;
  self->cells_room = MAX (n_cells, MAX (self->cells_room, BATCH_CELLS));
  self->text_room = MAX (n_text, MAX (self->text_room, BATCH_TEXT));
  g_free (self->cells);
  g_free (self->text);
  self->cells = g_new (guint32, self->cells_room);
  self->text = g_malloc0 (self->text_room + MER_ROW_AHEAD_SLACK);
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

/* FALSE when the batch is full. */
static gboolean
add_row (Batch        *self,
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
  self->rows[self->n_rows++] = (Row){ row->number, row->n_cells, (guint32) length };
  return TRUE;
}

/* --- the thread -------------------------------------------------------------------------- */

/* NULL when nobody wants more. */
static Batch *
next_empty (MerRowAhead *self)
{
  Batch *batch = NULL;

  g_mutex_lock (&self->lock);
  if (self->n_filled - self->n_emptied == N_BATCHES)
    {
      while (!self->stop && self->n_filled - self->n_emptied > ENOUGH)
        g_cond_wait (&self->changed, &self->lock);
    }
  if (!self->stop)
    batch = &self->batches[self->n_filled % N_BATCHES];
  g_mutex_unlock (&self->lock);
  return batch;
}

static void
hand_over (MerRowAhead *self,
           gboolean     is_last)
{
  g_mutex_lock (&self->lock);
  self->n_filled++;
  self->is_over = is_last;
  if (is_last || self->n_filled - self->n_emptied >= ENOUGH)
    g_cond_signal (&self->changed);
  g_mutex_unlock (&self->lock);
}

/* `row` is one that did not fit in the batch before, and then one that does not fit in this. */
static void
fill (MerRowAhead *self,
      Batch       *batch,
      MerRow      *row,
      gboolean     has_row)
{
  batch->n_rows = 0;
  batch->n_cells = 0;
  batch->n_text = 0;
  if (has_row)
    add_row (batch, row);
  do
    batch->state = mer_table_reader_next (self->reader, row, &batch->error);
  while (batch->state > 0 && add_row (batch, row));
  self->reader->position (self->reader, &batch->done, &batch->total);
}

static gpointer
run (gpointer data)
{
  MerRowAhead *self = data;
  MerRow       row = { 0 };
  Batch       *batch = NULL;
  int          state = 0;

  do
    {
      batch = next_empty (self);
      if (batch == NULL)
        break;
      fill (self, batch, &row, state > 0);
      state = batch->state;
      hand_over (self, state <= 0);
    }
  while (state > 0);
  return NULL;
}

/* --- who takes --------------------------------------------------------------------------- */

MerRowAhead *
mer_row_ahead_new (MerTableReader *reader)
{
  MerRowAhead *self = g_new0 (MerRowAhead, 1);

  self->reader = reader;
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  self->thread = g_thread_new ("mer-row-ahead", run, self);
  return self;
}

void
mer_row_ahead_free (MerRowAhead *self)
{
  if (self == NULL)
    return;
  g_mutex_lock (&self->lock);
  self->stop = TRUE;
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->lock);
  g_thread_join (self->thread);
  for (guint i = 0; i < N_BATCHES; i++)
    {
      g_free (self->batches[i].cells);
      g_free (self->batches[i].text);
      g_clear_error (&self->batches[i].error);
    }
  g_free (self->taking.cells);
  g_cond_clear (&self->changed);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static void
wait_for_batch (MerRowAhead *self)
{
  Taking *taking = &self->taking;

  g_mutex_lock (&self->lock);
  if (taking->batch != NULL)
    {
      self->n_emptied++;
      if (self->n_filled - self->n_emptied <= ENOUGH)
        g_cond_signal (&self->changed);
    }
  if (self->n_filled == self->n_emptied)
    {
      while (!self->is_over && self->n_filled - self->n_emptied < ENOUGH)
        g_cond_wait (&self->changed, &self->lock);
    }
  taking->batch = &self->batches[self->n_emptied % N_BATCHES];
  g_mutex_unlock (&self->lock);
  taking->row = 0;
  taking->cell = 0;
  taking->text = 0;
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
fetch_rows (const Taking *self)
{
  const Batch *batch = self->batch;
  const Row   *rows = batch->rows + self->row;
  guint        n = MIN (batch->n_rows - self->row, MER_ROW_AHEAD_GROUP);
  gsize        n_cells = 0;
  gsize        n_text = 0;

  for (guint i = 0; i < n; i++)
    {
      n_cells += rows[i].n_cells;
      n_text += rows[i].length;
    }
  fetch (batch->cells + self->cell, n_cells * sizeof *batch->cells);
  fetch (batch->text + self->text, n_text);
}

/* The next rows of the batch at hand. */
static guint
unfold_rows (Taking *self)
{
  const Batch *batch = self->batch;
  const Row   *rows = batch->rows + self->row;
  guint        n = MIN (batch->n_rows - self->row, MER_ROW_AHEAD_GROUP);
  gsize        n_cells = 0;

  for (guint i = 0; i < n; i++)
    n_cells += rows[i].n_cells;
  if (n_cells > self->cells_room)
    {
      g_free (self->cells);
      self->cells = g_new (MerCell, n_cells);
      self->cells_room = n_cells;
    }
  n_cells = 0;
  for (guint i = 0; i < n; i++)
    {
      MerCell *cells = self->cells + n_cells;

      unfold_cells (batch->cells + self->cell, rows[i].n_cells, batch->text + self->text, cells);
      self->rows[i] = (MerRow){ cells, rows[i].n_cells, rows[i].number };
      n_cells += rows[i].n_cells;
      self->cell += rows[i].n_cells;
      self->text += rows[i].length;
    }
  self->row += n;
  fetch_rows (self);
  return n;
}

int
mer_row_ahead_take (MerRowAhead *self,
                    MerRow     **rows,
                    GError     **error)
{
  Taking *taking = &self->taking;
  guint   n = 0;

  /* Behind the last batch there is none to wait for. */
  if (taking->batch == NULL ||
      (taking->row == taking->batch->n_rows && taking->batch->state > 0))
    wait_for_batch (self);
  n = unfold_rows (taking);
  *rows = taking->rows;
  if (n > 0 || taking->batch->state == 0)
    return (int) n;
  if (taking->batch->error != NULL)
    g_propagate_error (error, g_steal_pointer (&taking->batch->error));
  return -1;
}

void
mer_row_ahead_position (const MerRowAhead *self,
                        guint64           *done,
                        guint64           *total)
{
  const Batch *batch = self->taking.batch;

  *done = batch != NULL ? batch->done : 0;
  *total = batch != NULL ? batch->total : 0;
}
