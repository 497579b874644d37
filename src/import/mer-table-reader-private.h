/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-table-reader.h"

G_BEGIN_DECLS

/* Wider rows are of no table that people fill in; also the width of a spreadsheet. */
#define MER_TABLE_MAX_CELLS 16384

extern const MerTableFormat mer_table_format_busgov;
extern const MerTableFormat mer_table_format_csv;
extern const MerTableFormat mer_table_format_old_xls;
extern const MerTableFormat mer_table_format_xls;
extern const MerTableFormat mer_table_format_ods;
extern const MerTableFormat mer_table_format_xlsx;

G_END_DECLS
