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
/**
 * MerDocumentWorkWith:
 * @document: a connection of the worker's own
 * @data: what was given; the worker's alone until the task is done
 * @cancellable: (nullable): that of the task
 * @error: why there is no result
 *
 * The same for work that needs to know more than a cycle. In a thread.
 *
 * Returns: (transfer full): the result; NULL with @error
 */
typedef gpointer (*MerDocumentWorkWith) (MerDocument  *document,
                                         gpointer      data,
                                         GCancellable *cancellable,
                                         GError      **error);

/**
 * mer_document_work_run_with:
 * @task: gets the result, or why there is none
 * @document: as for mer_document_work_run()
 * @work: called in a thread
 * @data: (transfer full): for @work
 * @free_data: (nullable): frees it with the task
 * @free_result: (nullable): frees what nobody takes
 *
 * Main thread.
 */
void mer_document_work_run_with (GTask              *task,
                                 MerDocument        *document,
                                 MerDocumentWorkWith work,
                                 gpointer            data,
                                 GDestroyNotify      free_data,
                                 GDestroyNotify      free_result);
/* (transfer none): what was given to such a task, when it is done. */
gpointer mer_document_work_get_data (GTask *task);

/* What was given to such a task, and the document's revision then. */
gint64 mer_document_work_get_cycle_id (GTask *task);
gint64 mer_document_work_get_revision (GTask *task);

G_END_DECLS
