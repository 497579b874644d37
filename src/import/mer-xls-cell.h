/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-xls-workbook.h"

G_BEGIN_DECLS

/* The width of a sheet. */
#define MER_XLS_MAX_COLUMNS 256

/* A cell as gathered: its text lies in the arena or among the shared strings. */
typedef struct
{
  guint32     row; /* from 0 */
  guint32     column;
  guint32     length;
  gsize       offset;
  const char *shared; /* NULL: in the arena */
} MerXlsCell;

/**
 * MerXlsCells:
 *
 * Cells with a text, in the file's order.
 */
typedef struct
{
  MerXlsWorkbook *workbook; /* borrowed */
  GArray         *cells;    /* of MerXlsCell */
  GString        *arena;

  /*< private >*/
  gboolean   awaits_text; /* a formula's text comes behind it */
  MerXlsCell awaiting;
} MerXlsCells;

void mer_xls_cells_init (MerXlsCells    *self,
                         MerXlsWorkbook *workbook);
void mer_xls_cells_clear (MerXlsCells *self);
/* Drops what was gathered. */
void mer_xls_cells_forget (MerXlsCells *self);

/* Whether the record at hand holds a cell or several of one row, blank ones aside; its row. */
gboolean mer_xls_record_is_cell (const MerXlsRecords *records,
                                 guint32             *row);
/* Adds what the record at hand gives to the cells, if anything. */
gboolean mer_xls_cells_add (MerXlsCells *self,
                            GError     **error);

static inline const char *
mer_xls_cells_text (const MerXlsCells *self,
                    const MerXlsCell  *cell)
{
  return cell->shared != NULL ? cell->shared : self->arena->str + cell->offset;
}

G_END_DECLS
