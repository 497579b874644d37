/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-table-reader.h"

G_BEGIN_DECLS

#define MER_SHEET_MAX_MERGES 200000

/* Cells of one column that are merged from one row to another. */
typedef struct
{
  guint  column;
  gint64 first_row;
  gint64 last_row;
} MerSheetMerge;

/**
 * MerSheetMerges:
 *
 * Merged cells of a sheet while its rows are handed out: a cell that is merged with those below it
 * gives them its text, as the user sees it beside each of these rows; a cell merged to the right
 * stays one.
 */
typedef struct
{
  /*< private >*/
  GArray     *areas; /* of MerSheetMerge, by first row */
  guint       next;
  GHashTable *held; /* column → the merged text that still reaches down in it */
} MerSheetMerges;

/* `areas`: (transfer full): of MerSheetMerge, by first row. */
void mer_sheet_merges_init (MerSheetMerges *self,
                            GArray         *areas);
void mer_sheet_merges_clear (MerSheetMerges *self);
/* An area that begins at the next row; more than any table has are passed over. */
void mer_sheet_merges_add (MerSheetMerges      *self,
                           const MerSheetMerge *area);
/* FALSE where rows need not be changed. */
gboolean mer_sheet_merges_exist (const MerSheetMerges *self);
/* Writes the texts that reach down to a row into its cells, of MerCell; rows ascend. */
void mer_sheet_merges_apply (MerSheetMerges *self,
                             gint64          number,
                             GArray         *cells);

/* The cells from `column` on, of which there are then at least `n`; blanks fill the gap. */
MerCell *mer_sheet_reach (GArray *cells,
                          guint   column,
                          guint   n);

G_END_DECLS
