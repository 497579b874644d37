/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-document-private.h"

G_BEGIN_DECLS

/**
 * MerRecordCache:
 *
 * Lists that a connection has read, for whoever wants them again: see mer_store_record_snapshot().
 * What an action changed is known from its changeset, so that only those rows are read anew; what
 * another connection wrote is not, so that all is.
 */
MerRecordCache *mer_record_cache_new (void);
void            mer_record_cache_free (MerRecordCache *self);
/* After a commit: the rows of the changeset are not what they were. Whether they are all of tables
 * that no score depends on. */
gboolean mer_record_cache_note (MerRecordCache *self,
                                GBytes         *changes);
/* Whether results are the same whatever the table holds. */
gboolean mer_store_is_unscored (const char *table);
/* Another connection has written. */
void mer_record_cache_forget (MerRecordCache *self);

G_END_DECLS
