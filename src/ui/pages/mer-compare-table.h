/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/mer-cycle-comparison.h"

G_BEGIN_DECLS

/**
 * MerCompareTable:
 *
 * Organizations in two cycles: places, totals, and how much each criterion has changed. It sorts
 * by every column; rows without a value come last either way.
 *
 * Signals: `selection-changed`; `activate` (x: the organization).
 */
#define MER_TYPE_COMPARE_TABLE (mer_compare_table_get_type ())
G_DECLARE_FINAL_TYPE (MerCompareTable, mer_compare_table, MER, COMPARE_TABLE, AdwBin)

/* NULL: none. It is borrowed until the next call. The first row is selected. */
void mer_compare_table_set (MerCompareTable          *self,
                            const MerCycleComparison *comparison);
/* (transfer none) */
GtkColumnView *mer_compare_table_get_view (MerCompareTable *self);
/* (transfer none) (nullable): the first of the selected rows. */
const MerComparedRow *mer_compare_table_get_row (MerCompareTable *self);
/* Selects the organization where it is one of the rows. */
void mer_compare_table_select (MerCompareTable *self,
                               gint64           organization_id);
/* Puts the selected rows on the clipboard. */
void mer_compare_table_copy (MerCompareTable *self);

G_END_DECLS
