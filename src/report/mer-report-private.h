/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/mer-report.h"

G_BEGIN_DECLS

extern const MerReportKind mer_report_rating;

extern const MerRenderer mer_renderer_pdf;
extern const MerRenderer mer_renderer_csv;
extern const MerRenderer mer_renderer_xlsx;

/* When the document is said to be made: SOURCE_DATE_EPOCH, or now. UTC. */
GDateTime *mer_report_now (void);

/* Reads a printed number back («8 706», «−3,32»); FALSE when the cell is none. */
gboolean mer_cell_to_number (const char *cell,
                             double     *value,
                             guint      *decimals);

G_END_DECLS
