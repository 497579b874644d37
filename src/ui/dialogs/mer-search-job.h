/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-search.h"

G_BEGIN_DECLS

/* Reads every text of the document in a worker; the search that it gives is for any thread. */
void mer_search_load_async (MerDocument        *document,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data);
/* (transfer full): NULL and error when the document cannot be read, or it was cancelled. */
MerSearch *mer_search_load_finish (GAsyncResult *result,
                                   GError      **error);

G_END_DECLS
