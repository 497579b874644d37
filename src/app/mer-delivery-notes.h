/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-cycle.h"
#include "cycle/mer-delivery-rules.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/* What there is to say of the operator's work: cycle/mer-delivery-rules.h over a document. */

/* Of records that were read already; `today` is ISO. (transfer full) (element-type MerRuleNote) */
GPtrArray *mer_delivery_notes_of (MerRecordSet   *records,
                                  GHashTable     *settings,
                                  const MerCycle *cycle,
                                  const char     *today);
/* The same of a cycle (0: the latest), with the council's term first while it runs; today is
 * mer_today(). NULL and error when there is no such cycle or the document cannot be read. */
GPtrArray *mer_delivery_notes_load (MerDocument *doc,
                                    gint64       cycle_id,
                                    GError     **error);

G_END_DECLS
