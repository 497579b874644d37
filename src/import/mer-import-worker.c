/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scan or an import in a thread of its own, on a connection and options of its own. */
#include "config.h"

#include "import/mer-import-worker-private.h"

static void
work_free (gpointer data)
{
  MerImportWork *work = data;

  g_free (work->document_path);
  mer_import_options_free (work->options);
  g_free (work->label);
  g_clear_object (&work->progress);
  g_free (work);
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  const MerImportWork *work = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = mer_document_open_worker (work->document_path, &error);
  gpointer result = NULL;

  if (doc != NULL)
    result = work->run (doc, work, cancellable, &error);
  /* Closed before the callback, so that the main connection finds the file free. */
  g_clear_object (&doc);
  if (result != NULL)
    g_task_return_pointer (task, result, work->free_result);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
mer_import_work_start (GTask                  *task,
                       const char             *document_path,
                       const MerImportOptions *options,
                       const char             *label,
                       MerProgress            *progress,
                       MerImportWorkFunc       run,
                       GDestroyNotify          free_result)
{
  MerImportWork *work = g_new0 (MerImportWork, 1);

  work->document_path = g_strdup (document_path);
  work->options = mer_import_options_copy (options);
  work->label = g_strdup (label);
  work->progress = progress != NULL ? g_object_ref (progress) : NULL;
  work->run = run;
  work->free_result = free_result;
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, run_in_thread);
}
