/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The question about a document to be issued: what is chosen and what is not, the file that a
 * worker makes of it, and that nothing is left of one that was stopped. */

#include "config.h"

#include <string.h>

#include "app/mer-issue.h"
#include "record-fixture.h"
#include "report/mer-report.h"
#include "store/mer-issued-store.h"
#include "ui/print/mer-issue-action.h"
#include "ui/print/mer-issue-dialog.h"

static void
set_up_demo (Fixture      *self,
             gconstpointer data)
{
  set_up (self, "demo");
}

static MerIssueDialog *
present (Fixture    *self,
         const char *report,
         gint64      record_id)
{
  GtkWidget *dialog = NULL;

  mer_issue_present (GTK_WIDGET (self->window), self->session, report, record_id);
  dialog = find_toplevel (MER_TYPE_ISSUE_DIALOG);
  g_assert_nonnull (dialog);
  mer_fixture_settle ();
  return MER_ISSUE_DIALOG (dialog);
}

/* Rows in the order of the form: number, day, title. */
static GtkEditable *
row_of (MerIssueDialog *dialog,
        guint           n)
{
  GtkWidget *list = gtk_widget_get_ancestor (
    mer_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, NULL), GTK_TYPE_LIST_BOX);
  GtkWidget *row = gtk_widget_get_first_child (list);

  while (row != NULL && (!ADW_IS_ENTRY_ROW (row) || n-- > 0))
    row = gtk_widget_get_next_sibling (row);
  return GTK_EDITABLE (row);
}

static void
choose_format (MerIssueDialog *dialog,
               const char     *extension)
{
  AdwComboRow *row =
    ADW_COMBO_ROW (mer_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, NULL));
  guint i = 0;

  while (!g_str_equal (mer_renderers ()[i]->extension, extension))
    i++;
  adw_combo_row_set_selected (row, i);
}

static void
confirm (MerIssueDialog *dialog)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "form.confirm", NULL));
}

static gboolean
is_gone (gpointer data)
{
  return find_toplevel (MER_TYPE_ISSUE_DIALOG) == NULL;
}

/* (transfer full): the newest. */
static MerIssued *
latest (Fixture *self)
{
  g_autoptr (GPtrArray) all = records_of (self, &mer_record_issued);

  return mer_record_copy (all->pdata[all->len - 1]);
}

/* Every format that the tool has, each as a file of that kind: `data` is its extension, a space,
 * and what it begins with. */
static void
test_format (Fixture      *self,
             gconstpointer data)
{
  g_auto (GStrv) format = g_strsplit (data, " ", 2);
  guint           n = count_of (self, &mer_record_issued);
  MerIssueDialog *dialog = present (self, "selection", 0);
  g_autoptr (MerIssued) issued = NULL;
  g_autoptr (GBytes) content = NULL;

  choose_format (dialog, format[0]);
  confirm (dialog);
  g_assert_true (mer_issue_dialog_is_working (dialog));
  g_assert_cmpuint (count_of (self, &mer_record_issued), ==, n);
  mer_fixture_wait (is_gone, NULL);
  issued = latest (self);
  content = mer_store_issued_content (document_of (self), issued, NULL);
  g_assert_cmpstr (issued->format, ==, format[0]);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (content, NULL), format[1]));
  g_assert_true (mer_document_undo (document_of (self), NULL));
  g_assert_cmpuint (count_of (self, &mer_record_issued), ==, n);
}

/* Escape and «Stop» end the work first; the form is there as it was. */
static void
test_stop (Fixture      *self,
           gconstpointer data)
{
  guint           n = count_of (self, &mer_record_issued);
  MerIssueDialog *dialog = present (self, "rating", 0);

  for (guint i = 0; i < 2; i++)
    {
      gtk_editable_set_text (row_of (dialog, 2), "Итоги");
      confirm (dialog);
      g_assert_true (mer_issue_dialog_is_working (dialog));
      gtk_widget_activate_action (GTK_WIDGET (dialog), i == 0 ? "form.stop" : "window.close",
                                  NULL);
      g_assert_false (mer_issue_dialog_is_working (dialog));
      mer_fixture_settle ();
      g_assert_true (find_toplevel (MER_TYPE_ISSUE_DIALOG) == GTK_WIDGET (dialog));
      g_assert_cmpstr (gtk_editable_get_text (row_of (dialog, 2)), ==, "Итоги");
    }
  g_assert_cmpuint (count_of (self, &mer_record_issued), ==, n);
  confirm (dialog);
  mer_fixture_wait (is_gone, NULL);
  g_assert_cmpuint (count_of (self, &mer_record_issued), ==, n + 1);
}

/* The number follows the year of the day, as long as nobody has typed one. */
static void
test_number (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (MerIssued) other = mer_issue_new (document_of (self), 0, "rating", 0, NULL);
  MerIssueDialog *dialog = NULL;

  g_assert_true (mer_document_begin (document_of (self), "test", NULL));
  g_assert_true (mer_issue_store (document_of (self), other, NULL));
  g_assert_true (mer_document_commit (document_of (self), NULL));
  dialog = present (self, "rating", 0);
  g_assert_cmpstr (gtk_editable_get_text (row_of (dialog, 0)), ==, "2");
  gtk_editable_set_text (row_of (dialog, 1), "15.12.2023");
  g_assert_cmpstr (gtk_editable_get_text (row_of (dialog, 0)), ==, "1");
  gtk_editable_set_text (row_of (dialog, 1), "15.12.2024");
  g_assert_cmpstr (gtk_editable_get_text (row_of (dialog, 0)), ==, "2");
  gtk_editable_set_text (row_of (dialog, 0), "7-О");
  gtk_editable_set_text (row_of (dialog, 1), "15.12.2023");
  g_assert_cmpstr (gtk_editable_get_text (row_of (dialog, 0)), ==, "7-О");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Minutes have number and day of their meeting. */
static void
test_given (Fixture      *self,
            gconstpointer data)
{
  MerIssueDialog *dialog = present (self, "protocol", 0);
  MerIssueDialog *other = NULL;

  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (row_of (dialog, 0))));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (row_of (dialog, 1))));
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (row_of (dialog, 2))));
  gtk_window_destroy (GTK_WINDOW (dialog));
  mer_fixture_settle ();
  other = present (self, "rating", 0);
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (row_of (other, 0))));
  gtk_window_destroy (GTK_WINDOW (other));
}

/* What cannot be stored is told in the form. */
static void
test_problem (Fixture      *self,
              gconstpointer data)
{
  guint           n = count_of (self, &mer_record_issued);
  MerIssueDialog *dialog = present (self, "rating", 0);

  gtk_editable_set_text (row_of (dialog, 1), "вчера");
  confirm (dialog);
  g_assert_false (mer_issue_dialog_is_working (dialog));
  g_assert_cmpuint (count_of (self, &mer_record_issued), ==, n);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("MERILO_TODAY", "2024-12-03", TRUE);
  mer_fixture_init (&argc, &argv);
#define FORMAT(path, what) g_test_add (path, Fixture, what, set_up_demo, test_format, tear_down)
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up_demo, test, tear_down)
  FORMAT ("/issue/pdf", "pdf %PDF");
  FORMAT ("/issue/docx", "docx PK");
  FORMAT ("/issue/odt", "odt PK");
  FORMAT ("/issue/xlsx", "xlsx PK");
  FORMAT ("/issue/html", "html <!");
  ADD ("/issue/stop", test_stop);
  ADD ("/issue/number", test_number);
  ADD ("/issue/given", test_given);
  ADD ("/issue/problem", test_problem);
  return g_test_run ();
}
