/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A ring of batches between one thread that fills them and one that empties them. */

#include "config.h"

#include "import/mer-row-ahead.h"

/* Together they stay in the cache of a core. Whoever has to wait waits for half of them, so that
 * the two threads do not wake each other for each. */
#define N_BATCHES 8
#define ENOUGH (N_BATCHES / 2)

typedef struct
{
  MerRowBatch rows;
  int         state; /* of the reader behind the last row: 1, 0 at the end, −1 with `error` */
  GError     *error;
  guint64     done;
  guint64     total;
} Batch;

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

  Batch          *at_hand; /* of who takes */
  MerRowUnfolding unfolding;
};

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
  mer_row_batch_reset (&batch->rows);
  if (has_row)
    mer_row_batch_add (&batch->rows, row);
  do
    batch->state = mer_table_reader_next (self->reader, row, &batch->error);
  while (batch->state > 0 && mer_row_batch_add (&batch->rows, row));
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
      mer_row_batch_clear (&self->batches[i].rows);
      g_clear_error (&self->batches[i].error);
    }
  mer_row_unfolding_clear (&self->unfolding);
  g_cond_clear (&self->changed);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static void
wait_for_batch (MerRowAhead *self)
{
  g_mutex_lock (&self->lock);
  if (self->at_hand != NULL)
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
  self->at_hand = &self->batches[self->n_emptied % N_BATCHES];
  g_mutex_unlock (&self->lock);
  mer_row_unfolding_begin (&self->unfolding, &self->at_hand->rows);
}

int
mer_row_ahead_take (MerRowAhead *self,
                    MerRow     **rows,
                    GError     **error)
{
  guint n = self->at_hand != NULL ? mer_row_unfolding_next (&self->unfolding) : 0;

  /* Behind the last batch there is none to wait for. */
  if (n == 0 && (self->at_hand == NULL || self->at_hand->state > 0))
    {
      wait_for_batch (self);
      n = mer_row_unfolding_next (&self->unfolding);
    }
  *rows = self->unfolding.rows;
  if (n > 0 || self->at_hand->state == 0)
    return (int) n;
  if (self->at_hand->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->at_hand->error));
  return -1;
}

void
mer_row_ahead_position (const MerRowAhead *self,
                        guint64           *done,
                        guint64           *total)
{
  const Batch *batch = self->at_hand;

  *done = batch != NULL ? batch->done : 0;
  *total = batch != NULL ? batch->total : 0;
}
