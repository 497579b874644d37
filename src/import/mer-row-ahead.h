/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-row-batch.h"

G_BEGIN_DECLS

/**
 * MerRowAhead:
 *
 * Reads a table on a thread of its own, some batches of rows ahead of who works on them: reading
 * and understanding then share the time of two cores, and rows come many at a time, so that what
 * their work will need can be fetched from memory beforehand.
 */
typedef struct _MerRowAhead MerRowAhead;

/* (transfer full): begins at once. Until it is freed the reader, which is borrowed, is not to be
 * touched by anybody else. */
MerRowAhead *mer_row_ahead_new (MerTableReader *reader);
/* Stops reading and waits for the thread. */
void mer_row_ahead_free (MerRowAhead *self);

/* The next rows, at most MER_ROW_BATCH_GROUP, in `rows` until the next call: how many; 0 at the end
 * of the table; −1 and error as the reader gave it. Not from several threads at once. */
int mer_row_ahead_take (MerRowAhead *self,
                        MerRow     **rows,
                        GError     **error);
/* How much of the file was read when the rows at hand were. */
void mer_row_ahead_position (const MerRowAhead *self,
                             guint64           *done,
                             guint64           *total);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerRowAhead, mer_row_ahead_free)

G_END_DECLS
