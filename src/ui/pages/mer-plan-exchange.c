/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plans on their way out of the window and back. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-plan-form.h"
#include "core/mer-file-name.h"
#include "report/mer-save-path.h"
#include "ui/dialogs/mer-plan-reading-dialog.h"
#include "ui/mer-save-tell.h"
#include "ui/pages/mer-plan-exchange.h"
#include "ui/pages/mer-plan-preview.h"
#include "ui/print/mer-report-actions.h"

/* What a chooser of files is for. */
typedef struct
{
  GtkWidget   *parent;
  MerSession  *session;
  MerPlanBook *book;
  gint64       organization;  /* −1: of all */
  GArray      *organizations; /* of several; nullable */
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *self = data;

  g_object_unref (self->parent);
  g_object_unref (self->session);
  mer_plan_book_unref (self->book);
  g_clear_pointer (&self->organizations, g_array_unref);
  g_free (self);
}

static Question *
question_new (GtkWidget   *parent,
              MerSession  *session,
              MerPlanBook *book,
              gint64       organization)
{
  Question *self = g_new0 (Question, 1);

  self->parent = g_object_ref (parent);
  self->session = g_object_ref (session);
  self->book = mer_plan_book_ref (book);
  self->organization = organization;
  return self;
}

static GtkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
add_filter (GtkFileChooserNative *chooser,
            const char           *title,
            const char *const    *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, title);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

static void
show_beside_document (GtkFileChooserNative *chooser,
                      MerSession           *session)
{
  g_autoptr (GFile) document =
    g_file_new_for_path (mer_document_get_path (mer_session_get_document (session)));
  g_autoptr (GFile) folder = g_file_get_parent (document);

  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static char *
chosen_path (GtkNativeDialog *dialog,
             int              response)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_object_unref (dialog);
  return file != NULL ? g_file_get_path (file) : NULL;
}

/* --- the form out ---------------------------------------------------------------------------- */

void
mer_plan_exchange_save_form_to (MerSession         *session,
                                MerPlanBook        *book,
                                const MerPlanSheet *sheet,
                                const char         *path)
{
  MerDocument     *document = mer_session_get_document (session);
  g_autofree char *department = mer_document_get_setting (document, "department");
  g_autoptr (GError) error = NULL;
  g_autoptr (MerTemplate) form =
    mer_plan_form_new (book, sheet, mer_document_get_language (document), department);
  g_autoptr (GBytes) bytes = mer_template_render (form, &error);

  if (bytes != NULL)
    mer_report_save (bytes, path, &error);
  mer_save_tell (session, path, error);
}

static void
form_chosen_cb (GtkNativeDialog *dialog,
                int              response,
                gpointer         user_data)
{
  static const char *const workbook[] = { "xlsx", NULL };
  const Question          *question = user_data;
  const MerPlanSheet      *sheet = NULL;
  g_autofree char         *path = NULL;
  g_autofree char         *whole = NULL;

  if (question->organization >= 0)
    sheet = mer_plan_book_sheet (question->book, question->organization);
  path = response == GTK_RESPONSE_ACCEPT ? chosen_path (dialog, response) : NULL;
  if (response != GTK_RESPONSE_ACCEPT)
    g_object_unref (dialog);
  if (path == NULL)
    return;
  whole = mer_save_path (path, workbook);
  mer_plan_exchange_save_form_to (question->session, question->book, sheet, whole);
}

void
mer_plan_exchange_save_form (GtkWidget          *parent,
                             MerSession         *session,
                             MerPlanBook        *book,
                             const MerPlanSheet *sheet)
{
  static const char *const workbook[] = { "xlsx", NULL };
  GtkFileChooserNative    *chooser = NULL;
  const char              *whose = NULL;
  g_autofree char         *name = NULL;
  gint64                   id = -1;

  if (book == NULL)
    return;
  if (sheet != NULL)
    id = sheet->organization != NULL ? sheet->organization->id : 0;
  whose = sheet != NULL && sheet->organization != NULL ? sheet->organization->name : _("Plans");
  name = mer_file_name (whose, "xlsx");
  chooser = gtk_file_chooser_native_new (_("Form to be filled in"), window_of (parent),
                                            GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  add_filter (chooser, _("Excel workbook"), workbook);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_data (chooser, "response", G_CALLBACK (form_chosen_cb),
                         question_new (parent, session, book, id), question_free, 0);
  show_beside_document (chooser, session);
}

static void
folder_chosen_cb (GtkNativeDialog *dialog,
                  int              response,
                  gpointer         user_data)
{
  const Question  *question = user_data;
  MerDocument     *document = mer_session_get_document (question->session);
  g_autofree char *folder = chosen_path (dialog, response);
  MerPlanScope     scope = { (const gint64 *) question->organizations->data,
                             question->organizations->len };
  g_autofree char *done = NULL;
  guint            n = 0;
  g_autoptr (GError) error = NULL;

  if (folder == NULL)
    return;
  if (!mer_plan_forms_write (document, question->book, &scope, folder, &n, &error))
    {
      mer_session_fail (question->session, _("The forms were not written"), error);
      return;
    }
  done = g_strdup_printf (ngettext ("%u form was written", "%u forms were written", n), n);
  mer_session_tell (question->session, done, FALSE);
}

void
mer_plan_exchange_save_forms (GtkWidget   *parent,
                              MerSession  *session,
                              MerPlanBook *book,
                              GArray      *organizations)
{
  Question             *question = question_new (parent, session, book, -1);
  GtkFileChooserNative *chooser = NULL;
  const char           *title = _("Folder for the forms");

  question->organizations = g_array_ref (organizations);
  chooser = gtk_file_chooser_native_new (title, window_of (parent),
                                         GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL);
  g_signal_connect_data (chooser, "response", G_CALLBACK (folder_chosen_cb), question,
                         question_free, 0);
  show_beside_document (chooser, session);
}

/* --- the form in ----------------------------------------------------------------------------- */

void
mer_plan_exchange_read_forms (GtkWidget         *parent,
                              MerSession        *session,
                              MerPlanBook       *book,
                              gint64             organization,
                              const char *const *paths)
{
  if (paths[0] == NULL)
    return;
  /* of several nobody can mean that all are of the one that is chosen */
  mer_plan_reading_dialog_read (window_of (parent), session, book,
                                paths[1] == NULL ? organization : 0, paths);
}

/* (element-type filename) (transfer full): NULL-terminated. */
static GPtrArray *
chosen_paths (GtkFileChooser *chooser)
{
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (chooser);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      char *path = g_file_get_path (file);

      if (path != NULL)
        g_ptr_array_add (paths, path);
    }
  g_ptr_array_add (paths, NULL);
  return paths;
}

static void
reading_chosen_cb (GtkNativeDialog *dialog,
                   int              response,
                   gpointer         user_data)
{
  const Question *question = user_data;
  g_autoptr (GPtrArray) paths = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    paths = chosen_paths (GTK_FILE_CHOOSER (dialog));
  g_object_unref (dialog);
  if (paths != NULL)
    mer_plan_exchange_read_forms (question->parent, question->session, question->book,
                                  question->organization,
                                  (const char *const *) paths->pdata);
}

void
mer_plan_exchange_read_form (GtkWidget   *parent,
                             MerSession  *session,
                             MerPlanBook *book,
                             gint64       organization)
{
  static const char *const tables[] = { "xlsx", "xls", "ods", "csv", NULL };
  GtkFileChooserNative    *chooser = NULL;

  if (book == NULL)
    return;
  chooser = gtk_file_chooser_native_new (_("Read filled forms"), window_of (parent),
                                            GTK_FILE_CHOOSER_ACTION_OPEN, _("_Read"), _("_Cancel"));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  add_filter (chooser, _("Tables"), tables);
  g_signal_connect_data (chooser, "response", G_CALLBACK (reading_chosen_cb),
                         question_new (parent, session, book, organization), question_free, 0);
  show_beside_document (chooser, session);
}

/* --- documents ------------------------------------------------------------------------------- */

static MerReportJob *
job_of (MerSession *session,
        const char *kind,
        GArray     *organizations)
{
  MerReportJob *job = mer_report_job_new (kind, mer_session_get_results (session),
                                          mer_session_get_document (session));

  if (organizations != NULL && organizations->len > 0)
    mer_report_job_set_choice (job, MER_REPORT_RANKS_ALL, 0, organizations, NULL);
  return job;
}

void
mer_plan_exchange_preview (GtkWidget  *parent,
                           MerSession *session,
                           gint64      organization)
{
  mer_plan_preview_present (window_of (parent), session,
                            organization != 0 ? "plan" : "plan-municipal", organization);
}

void
mer_plan_exchange_export (GtkWidget  *parent,
                          MerSession *session,
                          const char *kind,
                          GArray     *organizations)
{
  g_autoptr (MerReportJob) job = job_of (session, kind, organizations);

  mer_report_export (parent, session, job, _(mer_report_kind_find (kind)->title));
}

void
mer_plan_exchange_print (GtkWidget  *parent,
                         MerSession *session,
                         const char *kind,
                         GArray     *organizations)
{
  g_autoptr (MerReportJob) job = job_of (session, kind, organizations);

  mer_report_print (parent, session, job, _(mer_report_kind_find (kind)->title));
}
