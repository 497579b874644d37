/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Work of a thread over a connection of its own to the document that a window shows. */

#include "config.h"

#include "ui/mer-document-work.h"

typedef struct
{
  char           *path;
  gint64          cycle_id;
  gint64          revision;
  gboolean        read_only;
  MerDocumentWork work;
  GDestroyNotify  free_result;
} Job;

static void
job_free (gpointer data)
{
  g_free (((Job *) data)->path);
  g_free (data);
}

static void
work_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Job *job = task_data;
  g_autoptr (MerDocument) doc = NULL;
  gpointer result = NULL;
  GError  *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  doc = job->read_only ? mer_document_open (job->path, MER_OPEN_READ_ONLY, &error)
                       : mer_document_open_worker (job->path, &error);
  if (doc != NULL)
    result = job->work (doc, job->cycle_id, cancellable, &error);
  if (result != NULL)
    g_task_return_pointer (task, result, job->free_result);
  else
    g_task_return_error (task, error);
}

void
mer_document_work_run (GTask          *task,
                       MerDocument    *document,
                       gint64          cycle_id,
                       MerDocumentWork work,
                       GDestroyNotify  free_result)
{
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (mer_document_get_path (document));
  job->cycle_id = cycle_id;
  job->revision = mer_document_get_revision (document);
  job->read_only = mer_document_is_read_only (document);
  job->work = work;
  job->free_result = free_result;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work_in_thread);
}

gint64
mer_document_work_get_cycle_id (GTask *task)
{
  return ((const Job *) g_task_get_task_data (task))->cycle_id;
}

gint64
mer_document_work_get_revision (GTask *task)
{
  return ((const Job *) g_task_get_task_data (task))->revision;
}
