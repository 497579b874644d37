/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-plan-form.h"

G_BEGIN_DECLS

/* Reads returned forms (paths, NULL-terminated) in a thread, over a connection of its own.
 * `organization`: of rows without a code; 0: of those they name. Main thread. */
void            mer_plan_reading_load_async (MerDocument        *document,
                                             MerPlanBook        *book,
                                             gint64              organization,
                                             const char *const  *paths,
                                             MerProgress        *progress,
                                             GCancellable       *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer            user_data);
MerPlanReading *mer_plan_reading_load_finish (GAsyncResult *result,
                                              GError      **error);

G_END_DECLS
