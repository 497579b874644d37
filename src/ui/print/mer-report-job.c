/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The input of a report with its owners. The input of src/report borrows everything; here
 * stands who keeps it alive until the last page is written. */

#include "config.h"

#include "app/mer-report-source.h"
#include "ui/print/mer-report-job.h"

struct _MerReportJob
{
  gatomicrefcount  ref_count;
  char            *kind;
  MerReportSource *source;
  MerReportInput  *input;         /* of the source; borrows from what follows as well */
  MerMethodology  *methodology;   /* nullable */
  GArray          *organizations; /* nullable */
  char            *group_name;    /* nullable */
  MerRecordSet    *records;       /* nullable: newer than those of the results */
};

/**
 * mer_report_job_new:
 * @kind: id of a kind of document
 * @results: (nullable): what it reports; kept
 * @document: whose settings it prints; read now, on the thread that opened it
 *
 * Returns: (transfer full): a job for all organizations
 */
MerReportJob *
mer_report_job_new (const char  *kind,
                    MerResults  *results,
                    MerDocument *document)
{
  MerReportJob *self = g_new0 (MerReportJob, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = g_strdup (kind);
  self->source = mer_report_source_new (document, kind, results);
  self->input = mer_report_source_input (self->source);
  return self;
}

MerReportJob *
mer_report_job_ref (MerReportJob *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
mer_report_job_unref (MerReportJob *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->kind);
  mer_report_source_free (self->source);
  g_clear_pointer (&self->methodology, mer_methodology_unref);
  g_clear_pointer (&self->organizations, g_array_unref);
  g_free (self->group_name);
  g_clear_pointer (&self->records, mer_record_set_unref);
  g_free (self);
}

/**
 * mer_report_job_set_choice:
 * @self: a job that nobody else has yet
 * @ranks: which places are printed
 * @kinds: mask of kinds of organizations, 0 for all
 * @organizations: (nullable) (element-type gint64): only these; kept
 * @group_name: (nullable): how the user calls them
 */
void
mer_report_job_set_choice (MerReportJob  *self,
                           MerReportRanks ranks,
                           guint          kinds,
                           GArray        *organizations,
                           const char    *group_name)
{
  g_clear_pointer (&self->organizations, g_array_unref);
  if (organizations != NULL)
    self->organizations = g_array_ref (organizations);
  g_free (self->group_name);
  self->group_name = g_strdup (group_name);
  self->input->ranks = ranks;
  self->input->kinds = kinds;
  self->input->organizations = self->organizations;
  self->input->group_name = self->group_name;
}

/**
 * mer_report_job_set_methodology:
 * @self: a job that nobody else has yet
 * @methodology: the rules that it prints a form of; kept
 */
void
mer_report_job_set_methodology (MerReportJob   *self,
                                MerMethodology *methodology)
{
  MerMethodology *old = self->methodology;

  self->methodology = mer_methodology_ref (methodology);
  if (old != NULL)
    mer_methodology_unref (old);
  self->input->methodology = self->methodology;
}

/**
 * mer_report_job_set_record:
 * @self: a job that nobody else has yet
 * @records: the cycle's, as they are now; kept
 * @record_id: which of them is printed
 */
void
mer_report_job_set_record (MerReportJob *self,
                           MerRecordSet *records,
                           gint64        record_id)
{
  g_clear_pointer (&self->records, mer_record_set_unref);
  self->records = mer_record_set_ref (records);
  self->input->records = self->records;
  self->input->record_id = record_id;
}

/**
 * mer_report_job_build:
 * @self: a job
 *
 * Returns: (transfer full): the document's blocks; they may borrow from the job
 */
MerBlocks *
mer_report_job_build (MerReportJob *self)
{
  const MerReportKind *kind = mer_report_kind_find (self->kind);

  g_return_val_if_fail (kind != NULL, NULL);
  return kind->build (self->input);
}

/* --- writing ------------------------------------------------------------------- */

typedef struct
{
  MerReportJob *job;
  char         *path;
} WriteTask;

static void
write_task_free (gpointer data)
{
  WriteTask *task = data;

  mer_report_job_unref (task->job);
  g_free (task->path);
  g_free (task);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  const WriteTask *data = task_data;
  GError          *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (mer_report_write (data->job->kind, data->job->input, data->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * mer_report_job_write_async:
 * @self: a job
 * @path: (type filename): the file; its extension decides the format
 * @cancellable: (nullable): obeyed before the first page
 * @callback: called on the main loop
 * @user_data: for @callback
 *
 * Writes in a worker. An existing file is replaced at once or not at all.
 */
void
mer_report_job_write_async (MerReportJob       *self,
                            const char         *path,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  WriteTask *data = g_new0 (WriteTask, 1);

  data->job = mer_report_job_ref (self);
  data->path = g_strdup (path);
  g_task_set_source_tag (task, mer_report_job_write_async);
  g_task_set_task_data (task, data, write_task_free);
  g_task_run_in_thread (task, write_in_thread);
}

gboolean
mer_report_job_write_finish (GAsyncResult *result,
                             GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
