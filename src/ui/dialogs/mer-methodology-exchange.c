/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rules as files and as paper: saving and loading their XML, printing the forms that follow from
 * them. What is loaded becomes a draft, which is looked at and applied on the page of the rules. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/mer-change-rules.h"
#include "app/mer-edit-rules.h"
#include "methodology/mer-methodology-xml.h"
#include "report/mer-report.h"
#include "ui/dialogs/mer-methodology-exchange.h"
#include "ui/dialogs/mer-save-bytes.h"
#include "ui/dialogs/mer-problems-dialog.h"
#include "ui/print/mer-report-actions.h"

/* More than any methodology has; what is larger is not read into memory at all. */
#define MAX_BYTES ((goffset) 8 * 1024 * 1024)

static GtkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* The rules that are meant: (transfer full); NULL: the failure has been told. */
static MerMethodology *
rules_of (MerSession     *session,
          MerMethodology *methodology,
          const char     *heading)
{
  g_autoptr (GError) error = NULL;
  MerMethodology *rules = NULL;

  if (methodology != NULL)
    return mer_methodology_ref (methodology);
  rules = mer_methodology_in_force (mer_session_get_document (session),
                                    mer_session_get_cycle_id (session), &error);
  if (rules == NULL)
    mer_session_fail (session, heading, error);
  return rules;
}

static GtkFileChooserNative *
new_chooser (GtkWidget  *parent,
             MerSession *session)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GFile) document =
    g_file_new_for_path (mer_document_get_path (mer_session_get_document (session)));
  g_autoptr (GFile) folder = g_file_get_parent (document);
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Load a Methodology"), window_of (parent),
                                    GTK_FILE_CHOOSER_ACTION_OPEN, _("_Load"), _("_Cancel"));

  gtk_file_filter_set_name (filter, _("Methodology (*.xml)"));
  gtk_file_filter_add_suffix (filter, "xml");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  return chooser;
}

/* --- saving ------------------------------------------------------------------------------- */

/**
 * mer_methodology_exchange_save:
 * @parent: a widget of the window that asks
 * @session: whose rules; tells the outcome
 * @methodology: (nullable): a draft, else the rules in force
 */
void
mer_methodology_exchange_save (GtkWidget      *parent,
                               MerSession     *session,
                               MerMethodology *methodology)
{
  g_autoptr (MerMethodology) rules = rules_of (session, methodology,
                                               _("The methodology was not saved"));
  g_autofree char *name = NULL;
  g_autofree char *xml = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (rules == NULL)
    return;
  name = g_strconcat (rules->id, ".xml", NULL);
  xml = mer_methodology_to_xml (rules);
  bytes = g_bytes_new (xml, strlen (xml));
  mer_save_bytes (parent, session, _("Save the Methodology"), name, _("Methodology"), bytes);
}

/* --- loading ------------------------------------------------------------------------------ */

typedef struct
{
  MerMethodology *methodology;
  gint64          cycle_id;
} Loaded;

static gboolean
take_as_draft (MerDocument *document,
               gpointer     user_data,
               GError     **error)
{
  const Loaded *loaded = user_data;

  return mer_edit_rules_change (document, loaded->cycle_id, loaded->methodology, error);
}

/* The bytes of a file that is small enough to be a methodology. */
static char *
read_file (const char *path,
           gsize      *length,
           GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                       G_FILE_QUERY_INFO_NONE, NULL, error);
  char *text = NULL;

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR ||
      g_file_info_get_size (info) > MAX_BYTES)
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_set_error (error, MER_METHODOLOGY_ERROR, MER_METHODOLOGY_ERROR_XML,
                   _("“%s” is no file of a methodology."), name);
      return NULL;
    }
  return g_file_get_contents (path, &text, length, error) ? text : NULL;
}

static void
take (MerSession     *session,
      MerMethodology *methodology)
{
  Loaded           loaded = { methodology, mer_session_get_cycle_id (session) };
  g_autofree char *label = g_strdup_printf (_("Loading the methodology “%s”"), methodology->title);
  g_autofree char *done =
    g_strdup_printf (_("“%s” was loaded as a draft: it changes no score until it is applied"),
                        methodology->title);

  mer_session_perform (session, label, done, take_as_draft, &loaded);
}

/**
 * mer_methodology_exchange_load_from:
 * @parent: a widget of the window that asks
 * @session: whose draft it becomes; tells the outcome
 * @path: (type filename): an XML file
 *
 * All that is wrong with the file is listed; then nothing is changed.
 */
void
mer_methodology_exchange_load_from (GtkWidget  *parent,
                                    MerSession *session,
                                    const char *path)
{
  g_autoptr (GError) error = NULL;
  gsize            length = 0;
  g_autofree char *text = read_file (path, &length, &error);
  g_autofree char *name = g_filename_display_basename (path);
  g_auto (GStrv) problems = NULL;
  g_autoptr (MerMethodology) methodology = NULL;

  if (text == NULL)
    {
      mer_session_fail (session, _("The methodology was not loaded"), error);
      return;
    }
  problems = mer_methodology_validate (text, length, name);
  if (problems[0] != NULL)
    {
      mer_problems_dialog_present (window_of (parent), _("The methodology was not loaded"), name,
                                                          problems);
      return;
    }
  methodology = mer_methodology_from_xml (text, length, name, &error);
  if (methodology == NULL)
    mer_session_fail (session, _("The methodology was not loaded"), error);
  else
    take (session, methodology);
}

static void
load_chosen_cb (GtkNativeDialog *dialog,
                int              response,
                GtkWidget       *parent)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (MerSession) session =
    g_object_ref (g_object_get_data (G_OBJECT (dialog), "session"));

  gtk_native_dialog_destroy (dialog);
  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    mer_methodology_exchange_load_from (parent, session, path);
  g_object_unref (dialog);
}

/**
 * mer_methodology_exchange_load:
 * @parent: a widget of the window that asks
 * @session: whose draft it becomes; tells the outcome
 */
void
mer_methodology_exchange_load (GtkWidget  *parent,
                               MerSession *session)
{
  GtkFileChooserNative *chooser = new_chooser (parent, session);

  g_object_set_data_full (G_OBJECT (chooser), "session", g_object_ref (session), g_object_unref);
  g_signal_connect_object (chooser, "response", G_CALLBACK (load_chosen_cb), parent, 0);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* --- forms -------------------------------------------------------------------------------- */

static MerReportJob *
form_job (MerSession     *session,
          MerMethodology *methodology,
          const char     *kind)
{
  g_autoptr (MerMethodology) rules =
    rules_of (session, methodology, _("The form was not printed"));
  MerReportJob *job = NULL;

  if (rules == NULL)
    return NULL;
  job = mer_report_job_new (kind, mer_session_get_results (session),
                            mer_session_get_document (session));
  mer_report_job_set_methodology (job, rules);
  return job;
}

/**
 * mer_methodology_exchange_print:
 * @parent: a widget of the window that asks
 * @session: whose rules; tells a failure
 * @methodology: (nullable): a draft, else the rules in force
 * @kind: "questionnaire" or "checklist"
 */
void
mer_methodology_exchange_print (GtkWidget      *parent,
                                MerSession     *session,
                                MerMethodology *methodology,
                                const char     *kind)
{
  g_autoptr (MerReportJob) job = form_job (session, methodology, kind);

  if (job != NULL)
    mer_report_print (parent, session, job, _(mer_report_kind_find (kind)->title));
}

/**
 * mer_methodology_exchange_export:
 * @parent: a widget of the window that asks
 * @session: whose rules; tells the outcome
 * @methodology: (nullable): a draft, else the rules in force
 * @kind: "questionnaire" or "checklist"
 */
void
mer_methodology_exchange_export (GtkWidget      *parent,
                                 MerSession     *session,
                                 MerMethodology *methodology,
                                 const char     *kind)
{
  g_autoptr (MerReportJob) job = form_job (session, methodology, kind);

  if (job != NULL)
    mer_report_export (parent, session, job, _(mer_report_kind_find (kind)->title));
}
