/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-table-reader.h"

G_BEGIN_DECLS

/* Wider rows are of no table that people fill in; also the width of a spreadsheet. */
#define MER_TABLE_MAX_CELLS 16384

/* What a format is told by. */
#define MER_TABLE_HEAD_SIZE 4096

/* The first bytes of a file; never waits for a pipe. */
gboolean mer_table_read_head (const char *path,
                              guint8      head[MER_TABLE_HEAD_SIZE],
                              gsize      *length,
                              GError    **error);

extern const MerTableFormat mer_table_format_busgov;
extern const MerTableFormat mer_table_format_csv;
extern const MerTableFormat mer_table_format_foreign;
extern const MerTableFormat mer_table_format_old_xls;
extern const MerTableFormat mer_table_format_xls;
extern const MerTableFormat mer_table_format_ods;
extern const MerTableFormat mer_table_format_xlsx;

G_END_DECLS
