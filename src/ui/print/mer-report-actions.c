/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Printing a report and writing it to a file, with the questions that go before. The
 * session stays busy while a file is being written. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "report/mer-report.h"
#include "report/mer-save-path.h"
#include "ui/mer-save-tell.h"
#include "ui/print/mer-print-operation.h"
#include "ui/print/mer-report-actions.h"

/* --- printing -------------------------------------------------------------------- */

static void
print_done_cb (GtkPrintOperation      *operation,
               GtkPrintOperationResult result,
               gpointer                user_data)
{
  MerSession *session = user_data;
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  mer_session_fail (session, _("The report was not printed"), error);
}

/**
 * mer_report_print:
 * @parent: a widget of the window that asks
 * @session: who tells a failure
 * @job: what to print
 * @name: how the print queue calls it
 */
void
mer_report_print (GtkWidget    *parent,
                  MerSession   *session,
                  MerReportJob *job,
                  const char   *name)
{
  g_autoptr (MerPrintOperation) print = mer_print_operation_new (job);
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (print);
  GtkRoot           *root = gtk_widget_get_root (parent);

  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (print_done_cb), session, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}

/* --- writing a file ---------------------------------------------------------------- */

typedef struct
{
  MerSession   *session;
  MerReportJob *job;
  char         *path;
} ExportData;

static ExportData *
export_data_new (MerSession   *session,
                 MerReportJob *job,
                 const char   *path)
{
  ExportData *data = g_new0 (ExportData, 1);

  data->session = g_object_ref (session);
  data->job = mer_report_job_ref (job);
  data->path = g_strdup (path);
  return data;
}

static void
export_data_free (ExportData *data)
{
  g_object_unref (data->session);
  mer_report_job_unref (data->job);
  g_free (data->path);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExportData, export_data_free)

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ExportData) data = user_data;
  g_autoptr (GError) error = NULL;

  mer_session_release_busy (data->session);
  mer_report_job_write_finish (result, &error);
  mer_save_tell (data->session, data->path, error);
}

/**
 * mer_report_export_to:
 * @session: who tells the outcome
 * @job: what to write
 * @path: (type filename): where; the extension decides the format
 */
void
mer_report_export_to (MerSession   *session,
                      MerReportJob *job,
                      const char   *path)
{
  mer_session_hold_busy (session);
  mer_report_job_write_async (job, path, NULL, written_cb, export_data_new (session, job, path));
}

static const char *
format_name (const char *extension)
{
  static const struct
  {
    const char *extension;
    const char *name;
  } names[] = {
    { "pdf", N_ ("PDF document") },
      { "csv", N_ ("CSV table") },
        { "xlsx", N_ ("Excel workbook") },
          { "docx", N_ ("Word document") },
            { "odt", N_ ("OpenDocument text") },
              { "html", N_ ("Web page") },
            };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].extension, extension))
      return _(names[i].name);
  return extension;
}

/* One filter a renderer; the filter that is chosen decides when the name has no extension
 * of a renderer. */
static void
add_filters (GtkFileChooser *chooser)
{
  const MerRenderer *const *renderers = mer_renderers ();
  guint                     i;

  for (i = 0; renderers[i] != NULL; i++)
    {
      GtkFileFilter   *filter = gtk_file_filter_new ();
      g_autofree char *name =
        g_strdup_printf ("%s (*.%s)", format_name (renderers[i]->extension),
                         renderers[i]->extension);

      gtk_file_filter_set_name (filter, name);
      gtk_file_filter_add_suffix (filter, renderers[i]->extension);
      g_object_set_data_full (G_OBJECT (filter), "extension", g_strdup (renderers[i]->extension),
                              g_free);
      gtk_file_chooser_add_filter (chooser, filter);
      if (i == 0)
        gtk_file_chooser_set_filter (chooser, filter);
      g_object_unref (filter);
    }
}

static gboolean
has_renderer (const char *path)
{
  const MerRenderer *const *renderers = mer_renderers ();
  guint                     i;

  for (i = 0; renderers[i] != NULL; i++)
    if (mer_save_path_ends (path, renderers[i]->extension))
      return TRUE;
  return FALSE;
}

/* A name as typed wins; the name that was proposed follows the format that was chosen. */
static char *
complete_path (const char *path,
               const char *extension)
{
  g_autofree char *stem = NULL;

  if (mer_save_path_ends (path, "pdf") && strcmp (extension, "pdf") != 0)
    stem = g_strndup (path, strlen (path) - strlen (".pdf"));
  else if (!has_renderer (path))
    stem = g_strdup (path);
  return stem != NULL ? mer_save_path_free (stem, extension) : g_strdup (path);
}

static void
chosen_cb (GtkNativeDialog *dialog,
           int              response,
           gpointer         user_data)
{
  g_autoptr (ExportData) data = user_data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  GtkFileFilter   *filter = gtk_file_chooser_get_filter (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *complete = NULL;
  const char      *extension = "pdf";

  gtk_native_dialog_destroy (dialog);
  if (response != GTK_RESPONSE_ACCEPT || path == NULL)
    return;
  if (filter != NULL && g_object_get_data (G_OBJECT (filter), "extension") != NULL)
    extension = g_object_get_data (G_OBJECT (filter), "extension");
  complete = complete_path (path, extension);
  mer_report_export_to (data->session, data->job, complete);
}

/**
 * mer_report_export:
 * @parent: a widget of the window that asks
 * @session: who tells the outcome
 * @job: what to write
 * @name: proposed name without extension
 *
 * Asks for a file, beside the document at first, then writes it in a worker.
 */
void
mer_report_export (GtkWidget    *parent,
                   MerSession   *session,
                   MerReportJob *job,
                   const char   *name)
{
  GtkRoot         *root = gtk_widget_get_root (parent);
  g_autofree char *proposed = g_strconcat (name, ".pdf", NULL);
  g_autoptr (GFile) document =
    g_file_new_for_path (mer_document_get_path (mer_session_get_document (session)));
  g_autoptr (GFile) folder = g_file_get_parent (document);
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Export the report"),
                                    GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                    GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), _("_Cancel"));

  add_filters (GTK_FILE_CHOOSER (chooser));
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), proposed);
  g_signal_connect (chooser, "response", G_CALLBACK (chosen_cb),
                    export_data_new (session, job, ""));
  g_signal_connect (chooser, "response", G_CALLBACK (g_object_unref), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
