/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Returned forms, read by a worker: forty workbooks take longer than a window may wait. */

#include "config.h"

#include "ui/dialogs/mer-plan-reading-job.h"

typedef struct
{
  char        *document; /* path */
  gboolean     read_only;
  MerPlanBook *book;
  gint64       organization;
  GStrv        paths;
  MerLanguage  language;
  MerProgress *progress;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_free (self->document);
  mer_plan_book_unref (self->book);
  g_strfreev (self->paths);
  g_object_unref (self->progress);
  g_free (self);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Job *job = task_data;
  g_autoptr (MerDocument) doc = NULL;
  MerPlanFormOptions options = { .language = job->language,
                                 .organization = job->organization,
                                 .elsewhere = mer_plan_form_elsewhere,
                                 .progress = job->progress,
                                 .cancellable = cancellable };
  MerPlanReading    *reading = NULL;
  GError            *error = NULL;

  doc = job->read_only ? mer_document_open (job->document, MER_OPEN_READ_ONLY, &error)
                       : mer_document_open_worker (job->document, &error);
  options.data = doc;
  if (doc != NULL)
    reading = mer_plan_forms_read (job->book, (const char *const *) job->paths, &options, &error);
  if (reading != NULL)
    g_task_return_pointer (task, reading, (GDestroyNotify) mer_plan_reading_free);
  else
    g_task_return_error (task, error);
}

void
mer_plan_reading_load_async (MerDocument        *document,
                             MerPlanBook        *book,
                             gint64              organization,
                             const char *const  *paths,
                             MerProgress        *progress,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->document = g_strdup (mer_document_get_path (document));
  job->read_only = mer_document_is_read_only (document);
  job->book = mer_plan_book_ref (book);
  job->organization = organization;
  job->paths = g_strdupv ((GStrv) (guintptr) paths);
  job->language = mer_document_get_language (document);
  job->progress = g_object_ref (progress);
  g_task_set_source_tag (task, mer_plan_reading_load_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, read_in_thread);
}

MerPlanReading *
mer_plan_reading_load_finish (GAsyncResult *result,
                              GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
