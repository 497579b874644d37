/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Returned forms, read by a worker: forty workbooks take longer than a window may wait. */

#include "config.h"

#include "ui/dialogs/mer-plan-reading-job.h"
#include "ui/mer-document-work.h"

typedef struct
{
  MerPlanBook *book;
  gint64       organization;
  GStrv        paths;
  MerProgress *progress;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  mer_plan_book_unref (self->book);
  g_strfreev (self->paths);
  g_object_unref (self->progress);
  g_free (self);
}

static gpointer
read_forms (MerDocument  *document,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  const Job         *job = data;
  MerPlanFormOptions options = { .language = mer_document_get_language (document),
                                 .organization = job->organization,
                                 .elsewhere = mer_plan_form_elsewhere,
                                 .data = document,
                                 .progress = job->progress,
                                 .cancellable = cancellable };

  return mer_plan_forms_read (job->book, (const char *const *) job->paths, &options, error);
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

  job->book = mer_plan_book_ref (book);
  job->organization = organization;
  job->paths = g_strdupv ((GStrv) (guintptr) paths);
  job->progress = g_object_ref (progress);
  g_task_set_source_tag (task, mer_plan_reading_load_async);
  mer_document_work_run_with (task, document, read_forms, job, job_free,
                              (GDestroyNotify) mer_plan_reading_free);
}

MerPlanReading *
mer_plan_reading_load_finish (GAsyncResult *result,
                              GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
