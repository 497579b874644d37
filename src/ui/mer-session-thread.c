/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An action of a thread. It writes over a connection of its own; the window's hears of it when it
 * is over. */

#include "config.h"

#include "ui/mer-session-thread.h"

typedef struct
{
  char         *path;
  char         *label;
  MerChangeFunc change;
  gpointer      user_data; /* borrowed: `done` frees it */
  MerChangeDone done;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_free (self->path);
  g_free (self->label);
  g_free (self);
}

static gboolean
perform (const Job   *job,
         MerDocument *document,
         GError     **error)
{
  if (!mer_document_begin (document, job->label, error))
    return FALSE;
  if (job->change (document, job->user_data, error))
    return mer_document_commit (document, error);
  mer_document_rollback (document);
  return FALSE;
}

static void
perform_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  const Job *job = task_data;
  GError    *error = NULL;
  g_autoptr (MerDocument) document = mer_document_open_worker (job->path, &error);

  if (document != NULL && perform (job, document, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
performed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  MerSession *self = MER_SESSION (source);
  const Job  *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean changed = g_task_propagate_boolean (G_TASK (result), &error);

  mer_document_refresh (mer_session_get_document (self));
  mer_session_release_busy (self);
  if (!changed)
    mer_session_fail (self, job->label, error);
  job->done (changed, job->user_data);
}

void
mer_session_perform_in_thread (MerSession   *self,
                               const char   *label,
                               MerChangeFunc change,
                               gpointer      user_data,
                               MerChangeDone done)
{
  g_autoptr (GTask) task = NULL;
  Job *job = NULL;

  g_return_if_fail (MER_IS_SESSION (self));
  job = g_new0 (Job, 1);
  job->path = g_strdup (mer_document_get_path (mer_session_get_document (self)));
  job->label = g_strdup (label);
  job->change = change;
  job->user_data = user_data;
  job->done = done;
  mer_session_hold_busy (self);
  task = g_task_new (self, NULL, performed_cb, NULL);
  g_task_set_source_tag (task, mer_session_perform_in_thread);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, perform_in_thread);
}
