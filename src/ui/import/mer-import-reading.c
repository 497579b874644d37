/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The head of a table, read by a worker: its kind when nobody said it, its columns, and which of
 * them hold what is nobody's business. And whether the very file was imported before. */

#include "config.h"

#include "import/mer-file-hash.h"
#include "ui/import/mer-import-state-private.h"

/* Rows of the preview: enough to see what a column holds, cheap enough for any file. */
#define PREVIEW_ROWS 200

typedef struct
{
  char             *document_path;
  MerImportOptions *options;
  gboolean          kind_known;
  guint             serial;
} ReadJob;

typedef struct
{
  MerImportPreview *preview; /* NULL: the kind was not recognized */
  MerImportOptions *options; /* what was recognized and left out added */
} ReadAnswer;

static void
read_job_free (gpointer data)
{
  ReadJob *job = data;

  g_free (job->document_path);
  mer_import_options_free (job->options);
  g_free (job);
}

static void
read_answer_free (gpointer data)
{
  ReadAnswer *answer = data;

  g_clear_pointer (&answer->preview, mer_import_preview_free);
  g_clear_pointer (&answer->options, mer_import_options_free);
  g_free (answer);
}

/* Leaves out columns that might be ours by their words, but hold what is nobody's business. */
static gboolean
leave_out_private (MerImportOptions       *options,
                   const MerImportPreview *preview)
{
  gboolean any = FALSE;

  for (guint i = 0; i < preview->columns->len; i++)
    {
      const MerImportColumn *column = g_ptr_array_index (preview->columns, i);

      if (column->state != MER_COLUMN_DECIDE || !mer_import_column_is_private (column))
        continue;
      if (options->mapping == NULL)
        options->mapping = g_strdup (preview->mapping);
      mer_import_options_decide_column (options, column->index, "skip");
      any = TRUE;
    }
  return any;
}

static ReadAnswer *
read_table (const ReadJob *job,
            GError       **error)
{
  g_autoptr (MerDocument) document = mer_document_open_worker (job->document_path, error);
  g_autoptr (MerImportOptions) options = mer_import_options_copy (job->options);
  g_autoptr (MerImportPreview) preview = NULL;
  ReadAnswer *answer = NULL;
  GError     *problem = NULL;

  if (document == NULL)
    return NULL;
  if (!job->kind_known &&
      !mer_import_guess_kind (document, options->path, &options->kind, &problem))
    {
      if (problem == NULL)
        return g_new0 (ReadAnswer, 1);
      g_propagate_error (error, problem);
      return NULL;
    }
  preview = mer_import_preview (document, options, PREVIEW_ROWS, error);
  if (preview != NULL && leave_out_private (options, preview))
    {
      mer_import_preview_free (preview);
      preview = mer_import_preview (document, options, PREVIEW_ROWS, error);
    }
  if (preview == NULL)
    return NULL;
  answer = g_new0 (ReadAnswer, 1);
  answer->preview = g_steal_pointer (&preview);
  answer->options = g_steal_pointer (&options);
  return answer;
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError     *error = NULL;
  ReadAnswer *answer = read_table (task_data, &error);

  if (answer == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, answer, read_answer_free);
}

static void
take_answer (MerImportState *self,
             ReadAnswer     *answer)
{
  MerImportOptions *found = answer->options;

  self->preview = g_steal_pointer (&answer->preview);
  self->options->kind = found->kind;
  self->kind_known = TRUE;
  g_clear_pointer (&self->options->columns, g_ptr_array_unref);
  self->options->columns = g_steal_pointer (&found->columns);
  g_free (self->options->mapping);
  self->options->mapping = g_steal_pointer (&found->mapping);
  mer_import_state_update_remember (self, FALSE);
  mer_import_state_fill_targets (self);
  mer_import_state_update_scan (self);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  MerImportState *self = MER_IMPORT_STATE (source);
  const ReadJob  *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  ReadAnswer *answer = g_task_propagate_pointer (G_TASK (result), &error);

  if (job->serial == self->serial && !self->closed)
    {
      self->reading = FALSE;
      g_clear_pointer (&self->preview, mer_import_preview_free);
      g_clear_error (&self->error);
      if (answer != NULL && answer->preview != NULL)
        take_answer (self, answer);
      self->error = g_steal_pointer (&error);
      mer_import_state_emit_changed (self);
    }
  g_clear_pointer (&answer, read_answer_free);
}

/* The old preview stays until the new one is there: the table does not blink. */
void
mer_import_state_start_reading (MerImportState *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, read_cb, NULL);
  MerDocument *document = mer_session_get_document (self->session);
  ReadJob     *job = g_new0 (ReadJob, 1);

  job->document_path = g_strdup (mer_document_get_path (document));
  job->options = mer_import_options_copy (self->options);
  job->kind_known = self->kind_known;
  job->serial = ++self->serial;
  self->reading = TRUE;
  mer_import_state_drop_scan (self);
  mer_import_state_drop_result (self);
  g_task_set_source_tag (task, mer_import_state_start_reading);
  g_task_set_task_data (task, job, read_job_free);
  g_task_run_in_thread (task, read_in_thread);
  mer_import_state_emit_changed (self);
}

/* --- the very file ------------------------------------------------------------------ */

typedef struct
{
  char  *document_path;
  char  *path;
  gint64 cycle_id;
} HashJob;

static void
hash_job_free (gpointer data)
{
  HashJob *job = data;

  g_free (job->document_path);
  g_free (job->path);
  g_free (job);
}

/* Imports of a file with this hash, those of the registry too, which belong to no cycle. */
static GPtrArray *
find_batches (MerDocument *document,
              const char  *sha256,
              gint64       cycle_id,
              GError     **error)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (document, cycle_id, NULL);
  g_autoptr (GPtrArray) batches = mer_store_batches (document, 0, error);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_batch_unref);

  for (guint i = 0; batches != NULL && i < batches->len; i++)
    {
      MerBatch *batch = g_ptr_array_index (batches, i);

      if (!batch->removed && g_strcmp0 (batch->sha256, sha256) == 0 &&
          (cycle == NULL || batch->cycle_id == cycle->id || batch->cycle_id == 0))
        g_ptr_array_add (found, mer_batch_ref (batch));
    }
  return found;
}

static void
hash_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const HashJob *job = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerFileHash) hash = mer_file_hash_start (job->path);
  g_autofree char *sha256 = mer_file_hash_finish (hash, &error);
  g_autoptr (MerDocument) document = NULL;

  if (sha256 != NULL)
    document = mer_document_open_worker (job->document_path, &error);
  if (document == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, find_batches (document, sha256, job->cycle_id, NULL),
                           (GDestroyNotify) g_ptr_array_unref);
}

/* A file that cannot be read says so when its head is read. */
static void
hash_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  MerImportState *self = MER_IMPORT_STATE (source);
  GPtrArray      *found = g_task_propagate_pointer (G_TASK (result), NULL);

  if (found == NULL)
    return;
  g_clear_pointer (&self->earlier, g_ptr_array_unref);
  self->earlier = found;
  if (!self->closed)
    mer_import_state_emit_changed (self);
}

void
mer_import_state_start_hashing (MerImportState *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, hash_cb, NULL);
  HashJob *job = g_new0 (HashJob, 1);

  job->document_path =
    g_strdup (mer_document_get_path (mer_session_get_document (self->session)));
  job->path = g_strdup (self->options->path);
  job->cycle_id = self->options->cycle_id;
  g_task_set_source_tag (task, mer_import_state_start_hashing);
  g_task_set_task_data (task, job, hash_job_free);
  g_task_run_in_thread (task, hash_in_thread);
}
