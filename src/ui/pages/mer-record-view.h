/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-data-view.h"
#include "ui/widgets/mer-record-table.h"

G_BEGIN_DECLS

/**
 * MerRecordView:
 *
 * A #MerRecordTable as a tab of a page: its adding, finding and exporting are the page's.
 * Properties (construct-only): `session`, and `info`, a
 * pointer to a static #MerRecordTableInfo.
 */
#define MER_TYPE_RECORD_VIEW (mer_record_view_get_type ())
G_DECLARE_FINAL_TYPE (MerRecordView, mer_record_view, MER, RECORD_VIEW, MerDataView)

/* (transfer none) */
MerRecordTable *mer_record_view_get_table (MerRecordView *self);

G_END_DECLS
