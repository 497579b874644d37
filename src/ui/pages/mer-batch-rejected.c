/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rejected rows of an earlier import. The document does not hold them: they are read from the
 * file that was imported, which is recognized by its hash. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-rejected-rows.h"
#include "core/mer-language.h"
#include "ui/import/mer-save-rows.h"
#include "ui/mer-document-work.h"
#include "ui/pages/mer-batch-window.h"

#define SAVING "mer-batch-saving"

/* What is known so far: it belongs to the widget that asks. */
typedef struct
{
  MerSession           *session; /* owned */
  MerBatch             *batch;   /* owned */
  GtkFileChooserNative *chooser; /* owned, nullable */
  char                 *file;    /* owned, nullable: the table that was imported */
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  if (saving->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (saving->chooser));
  g_clear_object (&saving->chooser);
  g_object_unref (saving->session);
  mer_batch_unref (saving->batch);
  g_free (saving->file);
  g_free (saving);
}

/* --- in a worker ---------------------------------------------------------------------- */

typedef struct
{
  char   *file;
  char   *path;
  gint64  batch_id;
  guint64 n_rows;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->file);
  g_free (job->path);
  g_free (job);
}

static gpointer
write_rows (MerDocument  *document,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  Job *job = data;

  return mer_rejected_rows_write_batch (document, job->batch_id, job->file, job->path,
                                        &job->n_rows, error)
           ? job
           : NULL;
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  MerSession      *session = MER_SESSION (source);
  const Job       *job = mer_document_work_get_data (G_TASK (result));
  g_autofree char *name = g_filename_display_basename (job->path);
  g_autofree char *count = mer_format_count (mer_language_of_locale (), (gint64) job->n_rows);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  mer_session_release_busy (session);
  if (g_task_propagate_pointer (G_TASK (result), &error) == NULL)
    {
      mer_session_fail (session, _("The rejected rows were not saved"), error);
      return;
    }
  text = g_strdup_printf (ngettext ("%s rejected row was saved as “%s”",
                                    "%s rejected rows were saved as “%s”", job->n_rows),
                          count, name);
  mer_session_tell (session, text, FALSE);
}

/**
 * mer_batch_write_rejected:
 * @session: whose document; tells the outcome
 * @batch_id: the import
 * @file: (type filename): the table that was imported, wherever it is now
 * @path: (type filename): where to; ends in .xlsx or .csv
 */
void
mer_batch_write_rejected (MerSession *session,
                          gint64      batch_id,
                          const char *file,
                          const char *path)
{
  g_autoptr (GTask) task = g_task_new (session, NULL, written_cb, NULL);
  Job *job = g_new0 (Job, 1);

  job->file = g_strdup (file);
  job->path = g_strdup (path);
  job->batch_id = batch_id;
  mer_session_hold_busy (session);
  g_task_set_source_tag (task, mer_batch_write_rejected);
  mer_document_work_run_with (task, mer_session_get_document (session), write_rows, job, job_free,
                              NULL);
}

static void
path_chosen_cb (const char *path,
                gpointer    user_data)
{
  const Saving *saving = user_data;

  mer_batch_write_rejected (saving->session, saving->batch->id, saving->file, path);
}

/* --- asking --------------------------------------------------------------------------- */

static void
file_chosen_cb (GtkWidget *widget,
                int        response)
{
  Saving *saving = g_object_get_data (G_OBJECT (widget), SAVING);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (saving->chooser));

  g_clear_object (&saving->chooser);
  if (response != GTK_RESPONSE_ACCEPT || file == NULL)
    return;
  g_free (saving->file);
  saving->file = g_file_get_path (file);
  if (saving->file != NULL)
    mer_save_rows_choose (widget, saving->batch->file_name, path_chosen_cb, saving);
}

void
mer_batch_save_rejected (GtkWidget  *widget,
                         MerSession *session,
                         MerBatch   *batch)
{
  GtkRoot         *root = gtk_widget_get_root (widget);
  GtkWindow       *parent = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
  Saving          *saving = NULL;
  g_autofree char *title = NULL;

  if (batch->file_name == NULL || batch->rejected == 0)
    return;
  title = g_strdup_printf (_("Where is “%s” now?"), batch->file_name);
  saving = g_new0 (Saving, 1);
  saving->session = g_object_ref (session);
  saving->batch = mer_batch_ref (batch);
  saving->chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                                 _("_Open"), _("_Cancel"));
  g_object_set_data_full (G_OBJECT (widget), SAVING, saving, saving_free);
  g_signal_connect_object (saving->chooser, "response", G_CALLBACK (file_chosen_cb), widget,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (saving->chooser));
}
