/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "app/mer-overview.h"

G_BEGIN_DECLS

/* Whether an overview of these takes no time worth naming. */
gboolean mer_overview_is_quick (const MerCycleFacts *facts);

/* Puts one together in a worker. Takes `facts`; `results` nullable; `callback` gets `source`, which
 * is kept until then, on the main loop. */
void mer_overview_make_async (gpointer            source,
                              MerCycleFacts      *facts,
                              MerResults         *results,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback);
/* (transfer full): and the facts that it is of; NULL when it was cancelled. */
MerOverview *mer_overview_make_finish (GAsyncResult   *result,
                                       MerCycleFacts **facts);

G_END_DECLS
