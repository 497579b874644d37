/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-table-reader.h"

G_BEGIN_DECLS

/* Rows that are unfolded at once, at most. */
#define MER_ROW_BATCH_GROUP 32
/* Bytes behind each unfolded cell that may be read, whatever stands there. */
#define MER_ROW_BATCH_SLACK 8

#define MER_ROW_BATCH_ROWS 256

/**
 * MerRowBatch:
 *
 * Rows of a table with a copy of their text, folded for the way from one core to another, which
 * is slow: a cell is one word.
 */
typedef struct
{
  struct
  {
    gint64  number;
    guint32 n_cells;
    guint32 length; /* of the text */
  } rows[MER_ROW_BATCH_ROWS];
  guint    n_rows;
  guint32 *cells; /* folded */
  gsize    n_cells;
  gsize    cells_room;
  char    *text;
  gsize    n_text;
  gsize    text_room;
} MerRowBatch;

/* Frees what it has; a batch of zeros is empty. */
void mer_row_batch_clear (MerRowBatch *self);
/* Forgets its rows. */
void mer_row_batch_reset (MerRowBatch *self);
/* FALSE when it is full; an empty one takes any row. */
gboolean mer_row_batch_add (MerRowBatch  *self,
                            const MerRow *row);

/* The way through a batch. */
typedef struct
{
  const MerRowBatch *batch;
  guint              row;
  gsize              cell;
  gsize              text;

  MerRow   rows[MER_ROW_BATCH_GROUP];
  MerCell *cells;
  gsize    cells_room;
} MerRowUnfolding;

/* Begins at the first row of a batch, which is not to be changed until its last row was used. */
void mer_row_unfolding_begin (MerRowUnfolding   *self,
                              const MerRowBatch *batch);
void mer_row_unfolding_clear (MerRowUnfolding *self);
/* Unfolds the next rows, in self->rows until the next call: how many, 0 behind the last. */
guint mer_row_unfolding_next (MerRowUnfolding *self);

G_END_DECLS
