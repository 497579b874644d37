/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a table of rejected rows goes. The ending of the name decides the format; a name without
 * one gets a spreadsheet's. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "report/mer-save-path.h"
#include "ui/import/mer-save-rows.h"

typedef struct
{
  GtkFileChooserNative *chooser; /* owned */
  MerSaveRowsFunc       chosen;
  gpointer              user_data;
} Question;

#define QUESTION "mer-save-rows"

static void
question_free (gpointer data)
{
  Question *question = data;

  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (question->chooser));
  g_object_unref (question->chooser);
  g_free (question);
}

static void
response_cb (GtkWidget *widget,
             int        response)
{
  const Question *question = g_object_get_data (G_OBJECT (widget), QUESTION);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (question->chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *whole =
    path != NULL ? mer_save_path (path, (const char *[]){ "xlsx", "csv", NULL }) : NULL;
  MerSaveRowsFunc chosen = question->chosen;
  gpointer        user_data = question->user_data;

  g_object_set_data (G_OBJECT (widget), QUESTION, NULL);
  if (response == GTK_RESPONSE_ACCEPT && whole != NULL)
    chosen (whole, user_data);
}

static void
add_filter (GtkFileChooser *chooser,
            const char     *name,
            const char     *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (chooser, filter);
}

void
mer_save_rows_choose (GtkWidget      *widget,
                      const char     *table,
                      MerSaveRowsFunc chosen,
                      gpointer        user_data)
{
  GtkRoot         *root = gtk_widget_get_root (widget);
  Question        *question = NULL;
  g_autofree char *stem = g_strdup (table);
  char            *dot = strrchr (stem, '.');
  g_autofree char *name = NULL;

  if (g_object_get_data (G_OBJECT (widget), QUESTION) != NULL)
    return;
  if (dot != NULL && dot > stem)
    *dot = '\0';
  name = g_strdup_printf (_("%s, rejected rows.xlsx"), stem);
  question = g_new0 (Question, 1);
  question->chosen = chosen;
  question->user_data = user_data;
  question->chooser = gtk_file_chooser_native_new (
    _("Save the rejected rows"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
       GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (question->chooser), name);
  add_filter (GTK_FILE_CHOOSER (question->chooser), _("Spreadsheet (XLSX)"), "xlsx");
  add_filter (GTK_FILE_CHOOSER (question->chooser), _("Text table (CSV)"), "csv");
  g_object_set_data_full (G_OBJECT (widget), QUESTION, question, question_free);
  g_signal_connect_object (question->chooser, "response", G_CALLBACK (response_cb), widget,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (question->chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (question->chooser));
}
