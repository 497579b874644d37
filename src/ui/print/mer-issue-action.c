/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is issued, and what was: opened as a copy, or saved elsewhere. */

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "app/mer-issue.h"
#include "report/mer-report.h"
#include "store/mer-issued-store.h"
#include "ui/dialogs/mer-save-bytes.h"
#include "ui/print/mer-issue-action.h"
#include "ui/print/mer-issue-dialog.h"

static GtkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

void
mer_issue_present (GtkWidget  *parent,
                   MerSession *session,
                   const char *report,
                   gint64      record_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerIssued) issued =
    mer_issue_new (mer_session_get_document (session), mer_session_get_cycle_id (session), report,
                   record_id, &error);

  if (issued != NULL)
    mer_issue_dialog_present (window_of (parent), session, issued);
  else
    mer_session_fail (session, _("The document was not issued"), error);
}

/* --- the file ------------------------------------------------------------------------------ */

static GBytes *
read_file (MerSession      *session,
           const MerIssued *issued)
{
  g_autoptr (GError) error = NULL;
  GBytes *content =
    mer_store_issued_content (mer_session_get_document (session), issued, &error);

  if (content == NULL)
    mer_session_fail (session, _("The file cannot be read"), error);
  return content;
}

/* For other programs; gone when the user logs out. The same document has the same place, however
 * often it is opened. (transfer full) */
static char *
path_to_open (const MerIssued *issued)
{
  g_autofree char *folder =
    g_build_filename (g_get_user_runtime_dir (), "merilo", issued->sha256, NULL);
  g_autofree char *name = mer_issue_file_name (issued);

  g_mkdir_with_parents (folder, 0700);
  return g_build_filename (folder, name, NULL);
}

void
mer_issue_open (GtkWidget       *parent,
                MerSession      *session,
                const MerIssued *issued)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = read_file (session, issued);
  g_autofree char *path = path_to_open (issued);
  g_autofree char *uri = NULL;

  if (content == NULL)
    return;
  if (!mer_report_save (content, path, &error) ||
      (uri = g_filename_to_uri (path, NULL, &error)) == NULL)
    {
      mer_session_fail (session, _("The file was not opened"), error);
      return;
    }
  g_chmod (path, 0400); /* what is changed in a copy would not be kept */
  gtk_show_uri (window_of (parent), uri, GDK_CURRENT_TIME);
}

void
mer_issue_save (GtkWidget       *parent,
                MerSession      *session,
                const MerIssued *issued)
{
  g_autoptr (GBytes) content = read_file (session, issued);
  g_autofree char *name = mer_issue_file_name (issued);
  const char      *heading = _("Save the document as it was issued");

  if (content != NULL)
    mer_save_bytes (parent, session, heading, name, _("Issued document"), content);
}
