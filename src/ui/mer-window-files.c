/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents of a window: new, open, the example, a copy. */

#include "config.h"

#include <sys/stat.h>

#include <glib/gi18n.h>

#include "app/mer-new-document.h"
#include "ui/dialogs/mer-new-document-dialog.h"
#include "ui/mer-window-private.h"

static void
add_filter (GtkFileChooserNative *chooser)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Merilo documents"));
  gtk_file_filter_add_suffix (filter, "merilo");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

/* Begins in the folder that was used last. */
static void
restore_folder (MerWindow            *self,
                GtkFileChooserNative *chooser)
{
  g_autofree char *folder = g_settings_get_string (self->settings, "folder");
  g_autoptr (GFile) file = NULL;

  if (folder[0] == '\0')
    return;
  file = g_file_new_for_path (folder);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), file, NULL);
}

static void
remember_folder (MerWindow *self,
                 GFile     *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *path = folder ? g_file_get_path (folder) : NULL;

  if (path && g_utf8_validate (path, -1, NULL))
    g_settings_set_string (self->settings, "folder", path);
}

/* Takes the file that was chosen, if one was, and lets the chooser go. */
static GFile *
finish_chooser (MerWindow       *self,
                GtkNativeDialog *chooser,
                int              response)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_clear_object (&self->chooser);
  if (file)
    remember_folder (self, file);
  return g_steal_pointer (&file);
}

static void
start_chooser (MerWindow            *self,
               GtkFileChooserNative *chooser,
               GCallback             callback)
{
  g_set_object (&self->chooser, GTK_NATIVE_DIALOG (chooser));
  add_filter (chooser);
  restore_folder (self, chooser);
  gtk_native_dialog_set_modal (self->chooser, TRUE);
  g_signal_connect_object (chooser, "response", callback, self, 0);
  gtk_native_dialog_show (self->chooser);
}

/* --- open ----------------------------------------------------------------------- */

static void
open_response_cb (GtkNativeDialog *chooser,
                  int              response,
                  MerWindow       *self)
{
  g_autoptr (GFile) file = finish_chooser (self, chooser, response);

  if (file)
    mer_window_open_file (self, file);
}

void
mer_window_choose_document (MerWindow *self)
{
  g_autoptr (GtkFileChooserNative) chooser =
    gtk_file_chooser_native_new (_("Open a Document"), GTK_WINDOW (self),
                                    GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));

  start_chooser (self, chooser, G_CALLBACK (open_response_cb));
}

/* --- new ------------------------------------------------------------------------ */

static void
created_cb (MerNewDocumentDialog *dialog,
            MerDocument          *document,
            MerWindow            *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (mer_document_get_path (document));
  MerWindow *window = self;

  remember_folder (self, file);
  if (self->session)
    window = mer_window_new (MER_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  mer_window_set_document (window, document);
  mer_window_show_page (window, "organizations"); /* where the work begins */
  gtk_window_present (GTK_WINDOW (window));
}

void
mer_window_new_document (MerWindow *self)
{
  g_autofree char *folder = g_settings_get_string (self->settings, "folder");
  GtkWidget       *dialog = mer_new_document_dialog_new (GTK_WINDOW (self), folder);

  g_signal_connect_object (dialog, "created", G_CALLBACK (created_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- the example ------------------------------------------------------------------ */

static char *
demo_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "merilo", "demo.merilo", NULL);
}

static void
make_demo_in_thread (GTask        *task,
                     gpointer      source,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  const char      *path = task_data;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (MerDocument) document = NULL;
  GError *error = NULL;

  if (g_mkdir_with_parents (folder, S_IRWXU) != 0)
    {
      int code = errno;

      g_task_return_new_error (task, G_IO_ERROR, (int) g_io_error_from_errno (code), "%s",
                               g_strerror (code));
      return;
    }
  document = mer_demo_document (path, &error);
  if (document)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
demo_made_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  MerWindow *self = MER_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (g_task_get_task_data (G_TASK (result)));
  gboolean made = g_task_propagate_boolean (G_TASK (result), &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  mer_start_view_set_busy (self->start, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.demo", TRUE);
  if (made)
    mer_window_open_file (self, file);
  else
    mer_window_show_error (self, _("The example was not made"), error);
}

/* The example is made once and then belongs to the user, who may change it. */
void
mer_window_open_demo (MerWindow *self)
{
  g_autofree char *path = demo_path ();
  g_autoptr (GTask) task = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);

      mer_window_open_file (self, file);
      return;
    }
  mer_start_view_set_busy (self->start, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.demo", FALSE);
  task = g_task_new (self, self->cancellable, demo_made_cb, NULL);
  g_task_set_source_tag (task, mer_window_open_demo);
  g_task_set_task_data (task, g_steal_pointer (&path), g_free);
  g_task_run_in_thread (task, make_demo_in_thread);
}

/* --- a copy ------------------------------------------------------------------------- */

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MerWindow) self = MER_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  gboolean copied = g_file_copy_finish (G_FILE (source), result, &error);

  if (self->session)
    mer_session_release_busy (self->session);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (copied)
    mer_window_toast (self, _("The copy was saved"), FALSE);
  else
    mer_window_show_error (self, _("The copy was not saved"), error);
}

static void
copy_response_cb (GtkNativeDialog *chooser,
                  int              response,
                  MerWindow       *self)
{
  g_autoptr (GFile) file = finish_chooser (self, chooser, response);
  g_autoptr (GFile) source = NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL || self->session == NULL)
    return;
  source = g_file_new_for_path (mer_document_get_path (mer_session_get_document (self->session)));
  if (g_file_equal (file, source))
    {
      g_set_error (&error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   _("This is the document itself. Choose another name."));
      mer_session_fail (self->session, _("The copy was not saved"), error);
      return;
    }
  mer_session_hold_busy (self->session);
  g_file_copy_async (source, file, G_FILE_COPY_OVERWRITE, G_PRIORITY_DEFAULT, self->cancellable,
                     NULL, NULL, copied_cb, g_object_ref (self));
}

/* Between actions the file is complete, so a copy of its bytes is a document. */
void
mer_window_save_copy (MerWindow *self)
{
  const char      *path = mer_document_get_path (mer_session_get_document (self->session));
  g_autofree char *base = g_filename_display_basename (path);
  g_autofree char *name = NULL;
  g_autoptr (GtkFileChooserNative) chooser =
    gtk_file_chooser_native_new (_("Save a Copy"), GTK_WINDOW (self),
                                    GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));

  if (g_str_has_suffix (base, ".merilo"))
    base[strlen (base) - strlen (".merilo")] = '\0';
  /* Translators: the name of a copied file, %s is the name of the document */
  name = g_strdup_printf (_("%s (copy).merilo"), base);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  start_chooser (self, chooser, G_CALLBACK (copy_response_cb));
}
