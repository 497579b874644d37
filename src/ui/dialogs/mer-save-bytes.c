/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a file goes that is made already. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "report/mer-report.h"
#include "report/mer-save-path.h"
#include "ui/dialogs/mer-save-bytes.h"
#include "ui/mer-save-tell.h"

typedef struct
{
  MerSession *session;
  GBytes     *bytes;
  char       *ending; /* "ics" */
} Request;

static void
request_free (Request *self)
{
  g_object_unref (self->session);
  g_bytes_unref (self->bytes);
  g_free (self->ending);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
write_to (const Request *request,
          const char    *path)
{
  g_autoptr (GError) error = NULL;

  mer_report_save (request->bytes, path, &error);
  mer_save_tell (request->session, path, error);
}

static void
chosen_cb (GtkNativeDialog *dialog,
           int              response,
           gpointer         user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *chosen = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *path = NULL;

  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
  if (response != GTK_RESPONSE_ACCEPT || chosen == NULL)
    return;
  path = mer_save_path (chosen, (const char *[]){ request->ending, NULL });
  write_to (request, path);
}

static void
add_filter (GtkFileChooser *chooser,
            const char     *format,
            const char     *ending)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *title = g_strdup_printf ("%s (*.%s)", format, ending);

  gtk_file_filter_set_name (filter, title);
  gtk_file_filter_add_suffix (filter, ending);
  gtk_file_chooser_add_filter (chooser, filter);
}

void
mer_save_bytes (GtkWidget  *parent,
                MerSession *session,
                const char *title,
                const char *name,
                const char *format,
                GBytes     *bytes)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  Request *request = g_new0 (Request, 1);
  g_autoptr (GFile) document =
    g_file_new_for_path (mer_document_get_path (mer_session_get_document (session)));
  g_autoptr (GFile) folder = g_file_get_parent (document);
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                 GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));

  request->session = g_object_ref (session);
  request->bytes = g_bytes_ref (bytes);
  request->ending = g_strdup (strrchr (name, '.') + 1);
  add_filter (GTK_FILE_CHOOSER (chooser), format, request->ending);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (chosen_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
