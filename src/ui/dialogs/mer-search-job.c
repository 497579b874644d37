/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The texts of a document, read by a worker over a connection of its own. */

#include "config.h"

#include "ui/dialogs/mer-search-job.h"

typedef struct
{
  char    *path;
  gboolean read_only; /* another program has the lock that workers share */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job);
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Job *job = task_data;
  GError    *error = NULL;
  MerSearch *search = NULL;
  g_autoptr (MerDocument) doc = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  doc = job->read_only ? mer_document_open (job->path, MER_OPEN_READ_ONLY, &error)
                       : mer_document_open_worker (job->path, &error);
  search = doc != NULL ? mer_search_new (doc, &error) : NULL;
  if (search != NULL)
    g_task_return_pointer (task, search, (GDestroyNotify) mer_search_free);
  else
    g_task_return_error (task, error);
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
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (mer_document_get_path (document));
  job->read_only = mer_document_is_read_only (document);
  g_task_set_source_tag (task, mer_search_load_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, load_in_thread);
}

MerSearch *
mer_search_load_finish (GAsyncResult *result,
                        GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
