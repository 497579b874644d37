/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-text-source.h"

G_BEGIN_DECLS

typedef struct
{
  guint8   separator;
  guint8   quote;  /* " or ' */
  gboolean padded; /* blanks may stand between a separator and a quotation mark */
} MerCsvDialect;

typedef enum
{
  MER_CSV_ROW_WHOLE,
  MER_CSV_ROW_CUT, /* the window ends before the row */
  MER_CSV_ROW_TOO_WIDE,
} MerCsvRowState;

/**
 * MerCsvRows:
 *
 * The rows of a CSV text, cut in the window of its source. Cells point into the window, or into
 * `unquoted` where doubled quotes had to be halved; both stay until the next row.
 */
typedef struct
{
  MerTextSource source;
  MerCsvDialect dialect;

  guint32 *marks; /* positions of separators and line ends in the window */
  gsize    n_marks;
  gsize    marks_room;
  gsize    next_mark;
  gsize    position;  /* of the next row in the window */
  gboolean ends_open; /* the file does not end with a line end: one was added */

  MerCell *cells;
  guint    n_cells;
  guint    cells_room;
  guint8  *unquoted;
  gsize    unquoted_room;
  gsize    unquoted_used;
  gint64   line;       /* number of the next row's first line */
  gint64   open_quote; /* cells before the quoted cell that has no end in the window, or −1 */
} MerCsvRows;

void mer_csv_rows_init (MerCsvRows *self);
void mer_csv_rows_clear (MerCsvRows *self);
/* Finds the marks of the window anew: after it moved, or for another dialect. */
void mer_csv_rows_scan (MerCsvRows *self);
/* Moves the window behind the rows that were read. */
gboolean mer_csv_rows_fill (MerCsvRows *self,
                            GError    **error);
/* Cuts the row at `position` into cells and steps behind it. */
MerCsvRowState mer_csv_rows_read (MerCsvRows *self);

G_END_DECLS
