/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Trial and import of a state's table, both by the same engine and options; and what is read
 * from the file again afterwards. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-rejected-rows.h"
#include "core/mer-language.h"
#include "ui/import/mer-import-state-private.h"

void
mer_import_state_drop_result (MerImportState *self)
{
  if (self->running || self->saving || self->imported)
    return;
  g_clear_pointer (&self->result, mer_import_result_free);
  g_clear_error (&self->run_error);
}

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MerImportState) self = user_data;
  gboolean written = !self->options->dry_run;

  self->running = FALSE;
  mer_session_release_busy (self->session);
  g_clear_error (&self->run_error);
  g_clear_pointer (&self->result, mer_import_result_free);
  self->result = mer_import_run_finish (result, &self->run_error);
  self->imported = written && self->result != NULL && self->result->obstacle == NULL;
  if (written)
    mer_document_refresh (mer_session_get_document (self->session));
  if (!self->closed)
    mer_import_state_emit_changed (self);
}

/**
 * mer_import_state_run:
 * @self: a state with a preview
 * @dry_run: whether nothing is to be written
 *
 * Starts the worker; nothing happens while one is running.
 */
void
mer_import_state_run (MerImportState *self,
                      gboolean        dry_run)
{
  MerDocument     *document;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (MER_IS_IMPORT_STATE (self));
  if (self->running || self->saving)
    return;
  document = mer_session_get_document (self->session);
  name = mer_import_state_get_file_name (self);
  label = g_strdup_printf (_("Importing “%s”"), name);
  self->options->dry_run = dry_run;
  self->running = TRUE;
  g_clear_error (&self->run_error);
  g_clear_pointer (&self->result, mer_import_result_free);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->progress);
  self->cancellable = g_cancellable_new ();
  self->progress = mer_progress_new ();
  mer_session_hold_busy (self->session);
  mer_import_run_async (mer_document_get_path (document), self->options, label, self->progress,
                        self->cancellable, run_cb, g_object_ref (self));
  mer_import_state_emit_changed (self);
}

void
mer_import_state_cancel (MerImportState *self)
{
  g_return_if_fail (MER_IS_IMPORT_STATE (self));
  if (self->running)
    g_cancellable_cancel (self->cancellable);
}

void
mer_import_state_forget_result (MerImportState *self)
{
  g_return_if_fail (MER_IS_IMPORT_STATE (self));
  mer_import_state_drop_result (self);
  mer_import_state_emit_changed (self);
}

gboolean
mer_import_state_is_running (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), FALSE);
  return self->running;
}

MerProgress *
mer_import_state_get_progress (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), NULL);
  return self->progress;
}

const MerImportResult *
mer_import_state_get_result (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), NULL);
  return self->result;
}

const GError *
mer_import_state_get_run_error (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), NULL);
  return self->run_error;
}

gboolean
mer_import_state_is_imported (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), FALSE);
  return self->imported;
}

/**
 * mer_import_state_undo:
 * @self: a state whose import stands in the document
 *
 * Undoes the last action, which is the import: the flow fills the window, so that nothing
 * else can have been done since.
 *
 * Returns: whether it was taken back; if not, the session has said why
 */
gboolean
mer_import_state_undo (MerImportState *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (MER_IS_IMPORT_STATE (self) && self->imported, FALSE);
  if (!mer_document_undo (mer_session_get_document (self->session), &error))
    {
      mer_session_fail (self->session, _("The import was not undone"), error);
      return FALSE;
    }
  self->imported = FALSE;
  mer_import_state_emit_changed (self);
  return TRUE;
}

/* --- rows ----------------------------------------------------------------------------- */

void
mer_import_rows_free (MerImportRows *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->numbers, g_array_unref);
  g_free (self);
}

typedef struct
{
  MerImportOptions *options;
  GArray           *numbers;
  guint             n_columns;
} RowsJob;

static void
rows_job_free (gpointer data)
{
  RowsJob *job = data;

  mer_import_options_free (job->options);
  g_array_unref (job->numbers);
  g_free (job);
}

static void
keep_row (MerImportRows *rows,
          const MerRow  *row,
          guint          n)
{
  char **cells = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    cells[i] = i < row->n_cells && row->cells[i].length > 0
                 ? g_strndup (row->cells[i].text, row->cells[i].length)
                 : g_strdup ("");
  g_ptr_array_add (rows->rows, cells);
  g_array_append_val (rows->numbers, row->number);
}

/* Reads as far as the last row that is asked for. */
static MerImportRows *
read_rows (const RowsJob *job,
           GCancellable  *cancellable,
           GError       **error)
{
  MerTableOptions table = { job->options->path, job->options->sheet, job->options->encoding,
                            job->options->separator };
  g_autoptr (MerTableReader) reader = mer_table_reader_open (&table, error);
  g_autoptr (MerImportRows) rows = g_new0 (MerImportRows, 1);
  MerRow row;
  guint  at = 0;
  int    result = 1;

  rows->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  rows->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  while (reader != NULL && at < job->numbers->len &&
         (result = mer_table_reader_next (reader, &row, error)) > 0)
    {
      while (at < job->numbers->len && g_array_index (job->numbers, gint64, at) < row.number)
        at++;
      if (at < job->numbers->len && g_array_index (job->numbers, gint64, at) == row.number)
        keep_row (rows, &row, job->n_columns);
      if (row.number % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
    }
  return reader != NULL && result >= 0 ? g_steal_pointer (&rows) : NULL;
}

static void
rows_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError        *error = NULL;
  MerImportRows *rows = read_rows (task_data, cancellable, &error);

  if (rows != NULL)
    g_task_return_pointer (task, rows, (GDestroyNotify) mer_import_rows_free);
  else
    g_task_return_error (task, error);
}

void
mer_import_state_read_rows_async (MerImportState     *self,
                                  GArray             *numbers,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  RowsJob *job = g_new0 (RowsJob, 1);

  job->options = mer_import_options_copy (self->options);
  job->numbers = g_array_ref (numbers);
  job->n_columns = self->preview != NULL ? self->preview->columns->len : 0;
  g_task_set_source_tag (task, mer_import_state_read_rows_async);
  g_task_set_task_data (task, job, rows_job_free);
  g_task_run_in_thread (task, rows_in_thread);
}

MerImportRows *
mer_import_state_read_rows_finish (MerImportState *self,
                                   GAsyncResult   *result,
                                   GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- rejected rows -------------------------------------------------------------------- */

typedef struct
{
  char                  *document_path;
  MerImportOptions      *options;
  const MerImportResult *result; /* the state's, which keeps it meanwhile */
  char                  *path;
  guint64                n_rows;
} RejectedJob;

static void
rejected_job_free (gpointer data)
{
  RejectedJob *job = data;

  g_free (job->document_path);
  mer_import_options_free (job->options);
  g_free (job->path);
  g_free (job);
}

static void
rejected_in_thread (GTask        *task,
                    gpointer      source,
                    gpointer      task_data,
                    GCancellable *cancellable)
{
  RejectedJob *job = task_data;
  GError      *error = NULL;
  g_autoptr (MerDocument) document = mer_document_open_worker (job->document_path, &error);

  if (document != NULL && mer_rejected_rows_write (document, job->options, job->result, job->path,
                                                   &job->n_rows, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
rejected_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  MerImportState    *self = MER_IMPORT_STATE (source);
  const RejectedJob *job = g_task_get_task_data (G_TASK (result));
  g_autofree char   *name = g_filename_display_basename (job->path);
  g_autofree char   *count = mer_format_count (mer_language_of_locale (), (gint64) job->n_rows);
  g_autofree char   *text = NULL;
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  mer_session_release_busy (self->session);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    mer_session_fail (self->session, _("The rejected rows were not saved"), error);
  else
    {
      text = g_strdup_printf (ngettext ("%s rejected row was saved as “%s”",
                                        "%s rejected rows were saved as “%s”", job->n_rows),
                              count, name);
      mer_session_tell (self->session, text, FALSE);
    }
  if (!self->closed)
    mer_import_state_emit_changed (self);
}

/**
 * mer_import_state_save_rejected:
 * @self: a state with a result
 * @path: (type filename): .csv or .xlsx
 *
 * The result stays as it is until the rows are written.
 */
void
mer_import_state_save_rejected (MerImportState *self,
                                const char     *path)
{
  g_autoptr (GTask) task = NULL;
  RejectedJob *job = NULL;

  g_return_if_fail (MER_IS_IMPORT_STATE (self));
  if (self->running || self->saving || self->result == NULL)
    return;
  task = g_task_new (self, NULL, rejected_cb, NULL);
  job = g_new0 (RejectedJob, 1);
  job->document_path =
    g_strdup (mer_document_get_path (mer_session_get_document (self->session)));
  job->options = mer_import_options_copy (self->options);
  job->result = self->result;
  job->path = g_strdup (path);
  self->saving = TRUE;
  mer_session_hold_busy (self->session);
  g_task_set_source_tag (task, mer_import_state_save_rejected);
  g_task_set_task_data (task, job, rejected_job_free);
  g_task_run_in_thread (task, rejected_in_thread);
  mer_import_state_emit_changed (self);
}

gboolean
mer_import_state_is_saving (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), FALSE);
  return self->saving;
}
