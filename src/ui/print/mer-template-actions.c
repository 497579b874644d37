/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving a template: which one, where, and writing it in a worker with a connection of its own,
 * because a region's checklist is a table of a hundred thousand cells. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/mer-save-template.h"
#include "report/mer-report.h"
#include "report/mer-save-path.h"
#include "ui/mer-document-work.h"
#include "ui/mer-save-tell.h"
#include "ui/print/mer-template-actions.h"

GMenuModel *
mer_template_menu_new (const char           *action,
                       const MerMethodology *methodology)
{
  const MerTemplateKind *const *kinds = mer_template_kinds ();
  GMenu                        *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(kinds[i]->title), NULL);

      if (!mer_template_kind_fits (kinds[i], methodology))
        continue;
      g_menu_item_set_action_and_target (item, action, "s", kinds[i]->id);
      g_menu_append_item (section, item);
    }
  g_menu_append_section (menu, _("Save a template"), G_MENU_MODEL (section));
  return G_MENU_MODEL (menu);
}

/* --- writing ----------------------------------------------------------------------------- */

typedef struct
{
  const MerTemplateKind *kind; /* NULL: all, into the folder `path` */
  gint64                 cycle_id;
  char                  *path;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job);
}

static gpointer
write_tables (MerDocument  *document,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  const Job *job = data;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) written = NULL;

  if (job->kind == NULL)
    written = mer_save_template_set (document, job->cycle_id, job->path, error);
  else
    bytes = mer_template_of_document (document, job->kind, job->cycle_id, error);
  return written != NULL || (bytes != NULL && mer_report_save (bytes, job->path, error))
           ? GINT_TO_POINTER (TRUE)
           : NULL;
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  MerSession *session = MER_SESSION (source);
  const Job  *job = mer_document_work_get_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  mer_session_release_busy (session);
  g_task_propagate_pointer (G_TASK (result), &error);
  mer_save_tell (session, job->path, error);
}

static void
start (MerSession            *session,
       const MerTemplateKind *kind,
       const char            *path)
{
  g_autoptr (GTask) task = g_task_new (session, NULL, written_cb, NULL);
  Job *job = g_new0 (Job, 1);

  job->kind = kind;
  job->cycle_id = mer_session_get_cycle_id (session);
  job->path = g_strdup (path);
  g_task_set_source_tag (task, start);
  mer_session_hold_busy (session);
  mer_document_work_run_with (task, mer_session_get_document (session), write_tables, job,
                              job_free, NULL);
}

/**
 * mer_template_save_to:
 * @session: whose document and cycle; tells the outcome
 * @kind: id of a template
 * @path: (type filename): where
 */
void
mer_template_save_to (MerSession *session,
                      const char *kind,
                      const char *path)
{
  start (session, mer_template_kind_find (kind), path);
}

void
mer_template_save_set_to (MerSession *session,
                          const char *folder)
{
  start (session, NULL, folder);
}

/* --- the question ------------------------------------------------------------------------ */

static void
chosen_cb (GtkNativeDialog *dialog,
           int              response,
           MerSession      *session)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *complete = NULL;
  const char      *kind = g_object_get_data (G_OBJECT (dialog), "kind");

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    {
      complete = mer_save_path (path, (const char *[]){ "xlsx", NULL });
      mer_template_save_to (session, kind, complete);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/**
 * mer_template_save:
 * @parent: a widget of the window that asks
 * @session: whose document
 * @kind: id of a template
 */
void
mer_template_save (GtkWidget  *parent,
                   MerSession *session,
                   const char *kind)
{
  GtkRoot         *root = gtk_widget_get_root (parent);
  g_autofree char *name =
    g_strdup_printf (_("Template, %s.xlsx"), _(mer_template_kind_find (kind)->title));
  g_autoptr (GFile) document =
    g_file_new_for_path (mer_document_get_path (mer_session_get_document (session)));
  g_autoptr (GFile) folder = g_file_get_parent (document);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Save a template"),
                                    GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                    GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));

  gtk_file_filter_set_name (filter, _("Excel workbook"));
  gtk_file_filter_add_suffix (filter, "xlsx");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_object_set_data_full (G_OBJECT (chooser), "kind", g_strdup (kind), g_free);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), session, 0);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
folder_chosen_cb (GtkNativeDialog *dialog,
                  int              response,
                  MerSession      *session)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *folder = file != NULL ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && folder != NULL)
    mer_template_save_set_to (session, folder);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

void
mer_template_save_set (GtkWidget  *parent,
                       MerSession *session)
{
  GtkRoot              *root = gtk_widget_get_root (parent);
  GtkWindow            *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
  const char           *title = _("Folder for the tables to be filled in");
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    title, window, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Save"), _("_Cancel"));

  g_signal_connect_object (chooser, "response", G_CALLBACK (folder_chosen_cb), session, 0);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
