/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-results.h"

G_BEGIN_DECLS

/* All that a document of some kind is made of, kept alive until its last page is written. */
typedef struct _MerReportSource MerReportSource;

/* `kind`: id of a kind of document; `results` (nullable): what it reports; kept. Read now, on the
 * thread of the document. (transfer full) */
MerReportSource *mer_report_source_new (MerDocument *doc,
                                        const char  *kind,
                                        MerResults  *results);
void             mer_report_source_free (MerReportSource *self);
/* What the document is built of: (transfer none). The caller may choose in it, and add to it. */
MerReportInput *mer_report_source_input (MerReportSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerReportSource, mer_report_source_free)

G_END_DECLS
