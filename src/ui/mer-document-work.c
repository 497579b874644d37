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
  MerDocumentWork work; /* NULL: work_with */
  GDestroyNotify  free_result;

  MerDocumentWorkWith work_with;
  gpointer            data;
  GDestroyNotify      free_data;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->free_data != NULL)
    job->free_data (job->data);
  g_free (job->path);
  g_free (job);
}

static gpointer
do_work (const Job    *job,
         MerDocument  *doc,
         GCancellable *cancellable,
         GError      **error)
{
  return job->work != NULL ? job->work (doc, job->cycle_id, cancellable, error)
                           : job->work_with (doc, job->data, cancellable, error);
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
    result = do_work (job, doc, cancellable, &error);
  if (result != NULL)
    g_task_return_pointer (task, result, job->free_result);
  else
    g_task_return_error (task, error);
}

/* Takes the job. */
static void
start (GTask       *task,
       MerDocument *document,
       Job         *job)
{
  job->path = g_strdup (mer_document_get_path (document));
  job->revision = mer_document_get_revision (document);
  job->read_only = mer_document_is_read_only (document);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work_in_thread);
}

void
mer_document_work_run (GTask          *task,
                       MerDocument    *document,
                       gint64          cycle_id,
                       MerDocumentWork work,
                       GDestroyNotify  free_result)
{
  Job *job = g_new0 (Job, 1);

  job->cycle_id = cycle_id;
  job->work = work;
  job->free_result = free_result;
  start (task, document, job);
}

void
mer_document_work_run_with (GTask              *task,
                            MerDocument        *document,
                            MerDocumentWorkWith work,
                            gpointer            data,
                            GDestroyNotify      free_data,
                            GDestroyNotify      free_result)
{
  Job *job = g_new0 (Job, 1);

  job->work_with = work;
  job->data = data;
  job->free_data = free_data;
  job->free_result = free_result;
  start (task, document, job);
}

gpointer
mer_document_work_get_data (GTask *task)
{
  return ((const Job *) g_task_get_task_data (task))->data;
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
