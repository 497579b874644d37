/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The texts of a document, read by a worker over a connection of its own. */

#include "config.h"

#include "ui/dialogs/mer-search-job.h"
#include "ui/mer-document-work.h"

static gpointer
read_texts (MerDocument  *doc,
            gint64        cycle_id,
            GCancellable *cancellable,
            GError      **error)
{
  return mer_search_new (doc, error);
}

/**
 * mer_search_load_async:
 * @document: what is searched
 * @cancellable: (nullable): obeyed before and after the reading
 * @callback: called on the main loop
 * @user_data: for @callback
 */
void
mer_search_load_async (MerDocument        *document,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, mer_search_load_async);
  mer_document_work_run (task, document, 0, read_texts, (GDestroyNotify) mer_search_free);
}

MerSearch *
mer_search_load_finish (GAsyncResult *result,
                        GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
