/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The records of a cycle, read by a worker: a region has a hundred thousand of them, which no page
 * may make its user wait for. */

#include "config.h"

#include "ui/mer-record-reader.h"

#include "store/mer-registry-store.h"

typedef struct
{
  char    *path;
  gint64   cycle_id;
  gboolean read_only; /* another program has the lock that workers share */
} Job;

static void
job_free (gpointer data)
{
  g_free (((Job *) data)->path);
  g_free (data);
}

/* What pages ask for; the lists stay with the connection. */
static gboolean
read_all (MerDocument *doc,
          gint64       cycle_id,
          GError     **error)
{
  g_autoptr (MerCycle) cycle = NULL;
  g_autoptr (MerRecordSet) records = NULL;
  g_autoptr (GPtrArray) organizations = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (!mer_store_find_cycle (doc, cycle_id, &cycle, error))
    return FALSE;
  return (organizations = mer_store_organization_snapshot (doc, error)) != NULL &&
         (sources = mer_store_source_snapshot (doc, error)) != NULL &&
         (cycle == NULL ||
          ((records = mer_store_record_set (doc, cycle->id, error)) != NULL &&
           (members = mer_store_member_snapshot (doc, cycle->id, error)) != NULL &&
           (findings = mer_store_finding_snapshot (doc, cycle->id, error)) != NULL));
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Job *job = task_data;
  GError    *error = NULL;
  g_autoptr (MerDocument) doc = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  doc = job->read_only ? mer_document_open (job->path, MER_OPEN_READ_ONLY, &error)
                       : mer_document_open_worker (job->path, &error);
  if (doc != NULL && read_all (doc, job->cycle_id, &error))
    g_task_return_pointer (task, mer_document_take_snapshots (doc),
                           (GDestroyNotify) mer_snapshots_free);
  else
    g_task_return_error (task, error);
}

void
mer_records_read_async (MerDocument        *document,
                        gint64              cycle_id,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (document, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (mer_document_get_path (document));
  job->cycle_id = cycle_id;
  job->read_only = mer_document_is_read_only (document);
  g_task_set_source_tag (task, mer_records_read_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, read_in_thread);
}

gboolean
mer_records_read_finish (GAsyncResult *result,
                         GError      **error)
{
  g_autoptr (MerDocument) document = g_object_ref (g_task_get_source_object (G_TASK (result)));
  g_autoptr (MerSnapshots) snapshots = g_task_propagate_pointer (G_TASK (result), error);

  return snapshots != NULL && mer_document_give_snapshots (document, snapshots);
}
