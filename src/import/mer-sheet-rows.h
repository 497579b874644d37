/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-sheet-merges.h"

G_BEGIN_DECLS

/* A cell that holds more is of no table that people fill in. */
#define MER_SHEET_MAX_TEXT (1024 * 1024)

/**
 * MerSheetRows:
 *
 * Rows of a sheet between the parser, which gathers the cells of a piece of the file, and the
 * reader, which hands them out.
 */
typedef struct
{
  GString       *arena; /* texts of cells; to be appended to before the cell is added */
  MerSheetMerges merges;

  /*< private >*/
  GArray *rows; /* whole, not handed out yet */
  guint   next_row;
  gint64  repeated; /* times that the next row was handed out already */
  GArray *cells;    /* of `rows`, then of the row at hand */
  guint   next_cell;
  guint   row_cells; /* of the row at hand */
  GArray *out;       /* of MerCell: the row that was handed out */
} MerSheetRows;

/* `merges`: (transfer full): of MerSheetMerge, by first row. */
void mer_sheet_rows_init (MerSheetRows *self,
                          GArray       *merges);
void mer_sheet_rows_clear (MerSheetRows *self);
/* The text is what was appended to the arena since it had `offset` bytes; it stands in `repeat`
 * columns. */
void mer_sheet_rows_add (MerSheetRows *self,
                         guint         column,
                         guint         repeat,
                         gsize         offset);
/* `text` is borrowed for as long as the rows live. */
void mer_sheet_rows_add_shared (MerSheetRows *self,
                                guint         column,
                                const char   *text,
                                gsize         length);
/* An area that begins at the row at hand; more than any table has are passed over. */
void mer_sheet_rows_add_merge (MerSheetRows        *self,
                               const MerSheetMerge *area);
/* Ends a row that stands `repeat` times, from row `number` on: of the cells since the last. */
void mer_sheet_rows_end_row (MerSheetRows *self,
                             gint64        number,
                             gint64        repeat);
/* FALSE when no whole row with a cell is left. */
gboolean mer_sheet_rows_next (MerSheetRows *self,
                              MerRow       *row);
/* Makes room for the next piece, when all whole rows were handed out. */
void mer_sheet_rows_forget (MerSheetRows *self);

G_END_DECLS
