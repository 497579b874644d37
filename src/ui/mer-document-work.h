/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-document.h"

G_BEGIN_DECLS

/**
 * MerDocumentWork:
 * @document: a connection of the worker's own
 * @cycle_id: as it was given; 0: the latest
 * @cancellable: (nullable): that of the task
 * @error: why there is no result
 *
 * What a worker makes of a document. In a thread.
 *
 * Returns: (transfer full): the result; NULL with @error
 */
typedef gpointer (*MerDocumentWork) (MerDocument  *document,
                                     gint64        cycle_id,
                                     GCancellable *cancellable,
                                     GError      **error);

/**
 * mer_document_work_run:
 * @task: gets the result, or why there is none
 * @document: what it is about; read over another connection, for reading alone where another
 *   program has the lock that workers share
 * @cycle_id: for @work; 0: the latest
 * @work: called in a thread
 * @free_result: frees what nobody takes
 *
 * Main thread.
 */
void mer_document_work_run (GTask          *task,
                            MerDocument    *document,
                            gint64          cycle_id,
                            MerDocumentWork work,
                            GDestroyNotify  free_result);
/* What was given to such a task, and the document's revision then. */
gint64 mer_document_work_get_cycle_id (GTask *task);
gint64 mer_document_work_get_revision (GTask *task);

G_END_DECLS
