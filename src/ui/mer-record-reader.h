/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/mer-record-store.h"

G_BEGIN_DECLS

/* Reads the records of a cycle (0: the latest) over a connection of its own and gives them to the
 * document, whose mer_store_record_set() then takes no time. `callback` on the main loop. */
void mer_records_read_async (MerDocument        *document,
                             gint64              cycle_id,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data);
/* FALSE without an error: the document was written to meanwhile. */
gboolean mer_records_read_finish (GAsyncResult *result,
                                  GError      **error);

G_END_DECLS
