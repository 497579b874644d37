/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cycle/mer-deadline-days.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/* Days off, the cycle's connections, and the records that deadlines of the kind are connected
 * with: (transfer full). */
MerRecordSet *mer_deadline_records_load (MerDocument         *doc,
                                         const MerRecordKind *kind,
                                         gint64               cycle_id,
                                         GError             **error);

G_END_DECLS
