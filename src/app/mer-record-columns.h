/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-record.h"
#include "import/mer-table-reader.h"

G_BEGIN_DECLS

/* Which column of a table is which field. */
typedef struct
{
  GPtrArray *headings; /* of char *: as the table has them */
  GArray    *fields;   /* of guint: index of the field, or one of these */
  gint64     row;      /* of the headings */
} MerRecordColumns;
#define MER_RECORD_COLUMN_ID (G_MAXUINT - 1)
#define MER_RECORD_COLUMN_IGNORED G_MAXUINT

/* Looks for the headings among the first rows and leaves the reader behind them. `shown`: the
 * table's name in sentences. NULL and COLUMNS when no row has what is needed, or one thing stands
 * in two columns. (transfer full) */
MerRecordColumns *mer_record_columns_find (MerTableReader      *reader,
                                           const MerRecordKind *kind,
                                           const char          *shown,
                                           GError             **error);
void              mer_record_columns_free (MerRecordColumns *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerRecordColumns, mer_record_columns_free)

G_END_DECLS
