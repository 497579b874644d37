/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The differences between the operator's values and ours as a file. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "report/mer-report.h"
#include "report/mer-save-path.h"
#include "ui/mer-save-tell.h"
#include "ui/pages/mer-comparison-export.h"
#include "ui/pages/mer-evidence-tables.h"

static GStrv
cells_of (const MerComparison *comparison,
          const MerDifference *difference,
          MerLanguage          language)
{
  char **cells = g_new0 (char *, 6);

  cells[0] = g_strdup (difference->organization->name);
  cells[1] = mer_difference_code_text (difference, comparison->methodology);
  cells[2] = mer_decimal_text (difference->theirs, language);
  cells[3] = mer_decimal_text (difference->ours, language);
  cells[4] = mer_difference_text (difference, language);
  return cells;
}

gboolean
mer_comparison_write (const MerComparison *comparison,
                      MerLanguage          language,
                      const char          *path,
                      GError             **error)
{
  const MerRenderer *renderer = mer_renderer_for_path (path, error);
  g_autoptr (MerBlocks) blocks = NULL;
  g_autoptr (GBytes) bytes = NULL;
  MerTable *table = NULL;

  if (renderer == NULL)
    return FALSE;
  blocks = mer_blocks_new (language, mer_tr (language, "Comparison with the operator"));
  table = mer_table_new ();
  mer_table_add_column (table, mer_tr (language, "Organization"), 0, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Indicator"), 120, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Operator's"), 70, MER_ALIGN_RIGHT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Ours"), 60, MER_ALIGN_RIGHT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Difference"), 90, MER_ALIGN_RIGHT, FALSE);
  for (guint i = 0; i < comparison->differences->len; i++)
    mer_table_add_row (table, cells_of (comparison, comparison->differences->pdata[i], language));
  mer_blocks_add_table (blocks, table);
  bytes = renderer->render (blocks, error);
  return bytes != NULL && mer_report_save (bytes, path, error);
}

/* What the chooser's answer needs: the table was compared when the button was pressed. */
typedef struct
{
  MerSession *session;
  MerResults *results;
} Request;

static void
request_free (Request *self)
{
  g_object_unref (self->session);
  mer_results_unref (self->results);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
chosen_cb (GtkNativeDialog *dialog,
           int              response,
           gpointer         user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *chosen = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *path = chosen != NULL ? mer_save_path_table (chosen) : NULL;
  MerDocument     *document = mer_session_get_document (request->session);
  g_autoptr (MerComparison) comparison = NULL;
  g_autoptr (GError) error = NULL;

  gtk_native_dialog_destroy (dialog);
  if (response != GTK_RESPONSE_ACCEPT || path == NULL)
    return;
  comparison = mer_comparison_new (request->results, document, &error);
  if (comparison != NULL)
    mer_comparison_write (comparison, mer_document_get_language (document), path, &error);
  mer_save_tell (request->session, path, error);
}

static void
add_filter (GtkFileChooser *chooser,
            const char     *title,
            const char     *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name = g_strdup_printf ("%s (*.%s)", title, suffix);

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (chooser, filter);
}

void
mer_comparison_export (GtkWidget           *parent,
                       MerSession          *session,
                       const MerComparison *comparison)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  Request *request = g_new0 (Request, 1);
  g_autoptr (GFile) document =
    g_file_new_for_path (mer_document_get_path (mer_session_get_document (session)));
  g_autoptr (GFile) folder = g_file_get_parent (document);
  g_autofree char      *proposed = g_strconcat (_("Differences from the operator"), ".xlsx", NULL);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    _("Export the differences"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
       GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), _("_Cancel"));

  g_return_if_fail (comparison != NULL);
  request->session = g_object_ref (session);
  request->results = mer_results_ref (mer_session_get_results (session));
  add_filter (GTK_FILE_CHOOSER (chooser), _("Excel workbook"), "xlsx");
  add_filter (GTK_FILE_CHOOSER (chooser), _("CSV table"), "csv");
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), proposed);
  g_signal_connect (chooser, "response", G_CALLBACK (chosen_cb), request);
  g_signal_connect (chooser, "response", G_CALLBACK (g_object_unref), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
