/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-block.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/**
 * MerBatchReadings:
 *
 * How the blocks of each batch are read by one version of the rules: a batch says whose
 * questions it was packed by. Made on the document's thread, used on any.
 */
typedef struct _MerBatchReadings MerBatchReadings;

/* cycle_id 0: of all cycles. */
MerBatchReadings *mer_batch_readings_new (MerDocument          *doc,
                                          gint64                cycle_id,
                                          const MerMethodology *wanted,
                                          GError              **error);
void              mer_batch_readings_free (MerBatchReadings *self);
/* Of a batch that does not say: as the rules that are wanted. */
const MerBlockReading *mer_batch_readings_of (const MerBatchReadings *self,
                                              gint64                  batch_id);
/* (transfer full): the rules that a batch was packed by, NULL without error where it does not
 * say. */
gboolean mer_store_batch_methodology (MerDocument     *doc,
                                      gint64           batch_id,
                                      MerMethodology **out,
                                      GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerBatchReadings, mer_batch_readings_free)

G_END_DECLS
