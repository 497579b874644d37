/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tab of other evidence on the data page of the demo district. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app/mer-comparison.h"
#include "store/mer-evidence-typed.h"
#include "ui/dialogs/mer-fact-dialog.h"
#include "ui/dialogs/mer-typed-dialog.h"
#include "ui/pages/mer-comparison-export.h"
#include "ui/pages/mer-evidence-paste.h"
#include "ui/pages/mer-evidence-typing.h"
#include "ui/widgets/mer-list-view.h"
#include "ui/widgets/mer-poll-list.h"
#include "ui/widgets/mer-text-item.h"
#include "evidence-page-fixture.h"

/* Each section offers what it can do, and no more. */
static void
test_sections (Fixture      *self,
               gconstpointer data)
{
  g_assert_true (can (self, "add"));
  g_assert_true (can (self, "paste"));
  g_assert_false (can (self, "export"));
  g_assert_true (can (self, "copy"));
  mer_data_evidence_show_section (self->view, "compare");
  mer_fixture_settle ();
  g_assert_true (can (self, "export"));
  g_assert_true (can (self, "add"));
  g_assert_false (can (self, "paste"));
  mer_data_evidence_show_section (self->view, "facts");
  mer_fixture_settle ();
  g_assert_true (can (self, "add"));
  g_assert_true (can (self, "edit"));
  g_assert_true (can (self, "delete"));
  g_assert_false (can (self, "export"));
}

static guint32
asked (Fixture *self)
{
  const MerScoreTable *scores = mer_session_get_results (self->session)->scores;
  guint32              sum = 0;

  for (guint i = 0; i < scores->n_rows; i++)
    {
      if (scores->rows[i].evidence != NULL)
        sum += scores->rows[i].evidence->tally->questions[4].asked;
    }
  return sum;
}

/* The switch brings the poll into the scores; one undo takes it out again. */
static void
test_switch (Fixture      *self,
             gconstpointer data)
{
  GtkWidget *widget = mer_fixture_find (GTK_WIDGET (self->view), GTK_TYPE_SWITCH, NULL);

  g_assert_false (gtk_switch_get_active (GTK_SWITCH (widget)));
  g_assert_cmpuint (asked (self), ==, 0);
  gtk_switch_set_active (GTK_SWITCH (widget), TRUE);
  settle (self);
  g_assert_cmpuint (asked (self), ==, 95);
  undo (self);
  g_assert_cmpuint (asked (self), ==, 0);
  widget = mer_fixture_find (GTK_WIDGET (self->view), GTK_TYPE_SWITCH, NULL);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (widget)));
}

static void
test_delete (Fixture      *self,
             gconstpointer data)
{
  mer_data_evidence_show_section (self->view, "facts");
  mer_fixture_settle ();
  g_assert_cmpuint (n_facts (self), ==, 3);
  g_action_group_activate_action (actions (self), "delete", NULL);
  settle (self);
  g_assert_cmpuint (n_facts (self), ==, 2);
  undo (self);
  g_assert_cmpuint (n_facts (self), ==, 3);
}

static GtkWidget *
find_dialog (void)
{
  return find_window (MER_TYPE_FACT_DIALOG);
}

static void
type_into (GtkWidget  *dialog,
           const char *field,
           const char *text)
{
  GObject *widget = gtk_widget_get_template_child (dialog, MER_TYPE_FACT_DIALOG, field);

  if (GTK_IS_TEXT_BUFFER (widget))
    gtk_text_buffer_set_text (GTK_TEXT_BUFFER (widget), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (widget), text);
}

/* The form is not taken without organization, source and text, or with a day that is none. */
static void
test_form (Fixture      *self,
           gconstpointer data)
{
  GtkWidget *dialog = NULL;
  GtkWidget *confirm = NULL;

  mer_data_evidence_show_section (self->view, "facts");
  mer_fixture_settle ();
  g_action_group_activate_action (actions (self), "add", NULL);
  mer_fixture_settle ();
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  confirm = GTK_WIDGET (gtk_widget_get_template_child (dialog, MER_TYPE_FACT_DIALOG, "confirm"));
  type_into (dialog, "origin", "Сайт");
  type_into (dialog, "buffer", "Открыт буфет");
  g_assert_false (gtk_widget_get_sensitive (confirm));
  gtk_drop_down_set_selected (
    GTK_DROP_DOWN (gtk_widget_get_template_child (dialog, MER_TYPE_FACT_DIALOG, "organization")),
    2);
  g_assert_true (gtk_widget_get_sensitive (confirm));
  type_into (dialog, "day", "31.11.2024");
  g_assert_false (gtk_widget_get_sensitive (confirm));
  type_into (dialog, "day", "30.11.2024");
  g_assert_true (gtk_widget_activate_action (dialog, "form.confirm", NULL));
  settle (self);
  g_assert_null (find_dialog ());
  g_assert_cmpuint (n_facts (self), ==, 4);
  undo (self);
  g_assert_cmpuint (n_facts (self), ==, 3);
}

/* The differences as a file: a header and a line each. */
static void
test_export (Fixture      *self,
             gconstpointer data)
{
  MerDocument *document = mer_session_get_document (self->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerComparison) comparison =
    mer_comparison_new (mer_session_get_results (self->session), document, &error);
  g_autofree char *path = g_strconcat (self->path, ".csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (comparison->differences->len, ==, 2);
  g_assert_true (mer_comparison_write (comparison, MER_LANGUAGE_RU, path, &error));
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_unlink (path);
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_nonnull (strstr (lines[1], "98"));
  g_assert_false (mer_comparison_write (comparison, MER_LANGUAGE_RU, "/нет/такой.csv", &error));
  g_assert_nonnull (error);
}

/* A count is refused while it cannot be true, enters the scores when it can, and one undo takes
 * it out again. */
static void
test_typed_count (Fixture      *self,
                  gconstpointer data)
{
  GtkWidget *dialog = NULL;

  g_action_group_activate_action (actions (self), "add", NULL);
  mer_fixture_settle ();
  dialog = find_typed_dialog ();
  g_assert_nonnull (dialog);
  gtk_drop_down_set_selected (typed_child (dialog, "organization"), 2);
  gtk_drop_down_set_selected (typed_child (dialog, "key"), 5);
  gtk_editable_set_text (typed_child (dialog, "source"), "звонки");
  gtk_editable_set_text (typed_child (dialog, "asked"), "40");
  g_assert_false (gtk_widget_get_sensitive (typed_child (dialog, "confirm")));
  gtk_editable_set_text (typed_child (dialog, "positive"), "41");
  g_assert_false (gtk_widget_get_sensitive (typed_child (dialog, "confirm")));
  g_assert_true (gtk_widget_get_visible (typed_child (dialog, "problem")));
  gtk_editable_set_text (typed_child (dialog, "positive"), "36");
  g_assert_true (gtk_widget_activate_action (dialog, "form.confirm", NULL));
  settle (self);
  g_assert_null (find_typed_dialog ());
  g_assert_cmpuint (asked (self), ==, 40);
  undo (self);
  g_assert_cmpuint (asked (self), ==, 0);
}

static gboolean
has_source (Fixture    *self,
            const char *source)
{
  const GPtrArray *batches = mer_session_get_results (self->session)->batches;

  for (guint i = 0; i < batches->len; i++)
    {
      const MerBatch *batch = batches->pdata[i];

      if (batch->file_name == NULL && !batch->removed && g_strcmp0 (batch->source, source) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A table that does not say where its counts are from is not pasted before it is said. */
static void
test_pasted_source (Fixture      *self,
                    gconstpointer data)
{
  const MerScoreTable *scores = mer_session_get_results (self->session)->scores;
  g_autofree char     *text =
    g_strdup_printf ("%s\tq5\t30\t20\n", scores->rows[0].organization->name);
  GtkWidget *dialog = NULL;
  GtkWidget *entry = NULL;

  mer_evidence_paste_text (GTK_WIDGET (self->view), self->session, MER_EVIDENCE_TABLE_COUNTS,
                           text, NULL);
  mer_fixture_settle ();
  dialog = find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_cmpuint (asked (self), ==, 0);
  entry = mer_fixture_find (dialog, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "  ");
  g_assert_false (
    adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "paste"));
  gtk_editable_set_text (GTK_EDITABLE (entry), " Интернет-голосование ");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "paste");
  settle (self);
  g_assert_cmpuint (asked (self), ==, 30);
  g_assert_true (has_source (self, "Интернет-голосование"));
}

/* What was typed in is listed though it is the same as ours; what a table has, when asked for. */
static void
test_typed_match (Fixture      *self,
                  gconstpointer data)
{
  MerResults      *results = mer_session_get_results (self->session);
  MerDocument     *document = mer_session_get_document (self->session);
  g_autofree char *ours = mer_rational_to_decimal (&results->scores->rows[3].total.value, 2);
  MerTypedValue    value = { .organization_id = results->scores->rows[3].organization->id,
                             .code = "S",
                             .value = ours,
                             .source = "Письмо" };
  g_autoptr (GError) error = NULL;

  mer_data_evidence_show_section (self->view, "compare");
  g_assert_true (mer_document_begin (document, "typing", &error));
  g_assert_true (mer_store_set_typed_value (document, results->cycle->id, &value, &error));
  g_assert_true (mer_document_commit (document, &error));
  g_assert_no_error (error);
  settle (self);
  g_assert_cmpuint (mer_data_evidence_get_n (self->view), ==, 3);
  mer_data_evidence_show_all (self->view, TRUE);
  g_assert_cmpuint (mer_data_evidence_get_n (self->view), >, 200);
}

/* A change of something else: the cycle is stored once more, by another name. */
static gboolean
touch (MerDocument *document,
       gpointer     user_data,
       GError     **error)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (document, 0, error);

  if (cycle == NULL)
    return FALSE;
  g_free (cycle->title);
  cycle->title = g_strdup ("Другое имя");
  return mer_store_save_cycle (document, cycle, error);
}

static guint
n_counts (Fixture *self)
{
  g_autoptr (GPtrArray) counts =
    mer_store_ready_counts (mer_session_get_document (self->session),
                            mer_session_get_results (self->session)->cycle->id, NULL);

  return counts->len;
}

static GtkColumnView *
shown_table (Fixture *self)
{
  GtkWidget *view = mer_fixture_find (GTK_WIDGET (self->view), GTK_TYPE_COLUMN_VIEW, NULL);

  g_assert_nonnull (view);
  return GTK_COLUMN_VIEW (view);
}

static MerTextItem *
selected_item (Fixture *self)
{
  return gtk_single_selection_get_selected_item (
    GTK_SINGLE_SELECTION (gtk_column_view_get_model (shown_table (self))));
}

/* Delete twice before the results come: what is selected goes, and nothing that stands below. The
 * selection stays where it was, whatever else changes. */
static void
test_delete_twice (Fixture      *self,
                   gconstpointer data)
{
  const MerScoreTable *scores = mer_session_get_results (self->session)->scores;
  g_autofree char     *rows = g_strdup_printf ("Школа\tВопрос\tОпрошено\tПоложительно\tИсточник\n"
                                                   "%s\tq5\t30\t20\tкомиссия\n%s\tq5\t10\t5\n",
                                               scores->rows[0].organization->name,
                                               scores->rows[1].organization->name);
  g_autofree char     *key = NULL;
  guint                before = n_counts (self);
  guint                place = 0;
  GListModel          *model = NULL;

  mer_evidence_paste_text (GTK_WIDGET (self->view), self->session, MER_EVIDENCE_TABLE_COUNTS, rows,
                           "Голосование");
  settle (self);
  g_assert_cmpuint (n_counts (self), ==, before + 2);
  model = G_LIST_MODEL (gtk_column_view_get_model (shown_table (self)));
  while (!g_str_equal (mer_text_item_get (selected_item (self), 5), "комиссия") ||
         !g_str_equal (mer_text_item_get (selected_item (self), 2), "30"))
    {
      g_assert_cmpuint (++place, <, g_list_model_get_n_items (model));
      mer_list_view_select (shown_table (self), place);
    }
  key = g_strdup (mer_text_item_get_key (selected_item (self)));
  mer_session_perform (self->session, "other", NULL, touch, NULL);
  settle (self);
  g_assert_cmpstr (mer_text_item_get_key (selected_item (self)), ==, key);
  g_action_group_activate_action (actions (self), "delete", NULL);
  g_action_group_activate_action (actions (self), "delete", NULL);
  g_assert_null (find_message ());
  settle (self);
  g_assert_cmpuint (n_counts (self), ==, before + 1);
  undo (self);
  g_assert_cmpuint (n_counts (self), ==, before + 2);
}

/* Rows are pasted all or none; what came from a file is neither changed nor removed. */
static void
test_typed_rows (Fixture      *self,
                 gconstpointer data)
{
  const MerScoreTable *scores = mer_session_get_results (self->session)->scores;
  g_autofree char     *good = g_strdup_printf ("Школа\tВопрос\tОпрошено\tПоложительно\tИсточник\n"
                                                   "%s\tq5\t30\t20\tОпрос\n%s\tq5\t10\t5\n",
                                               scores->rows[0].organization->name,
                                               scores->rows[1].organization->name);
  g_autofree char     *key = first_key (self, MER_EVIDENCE_TABLE_COUNTS);

  mer_evidence_typing_delete (self->session, MER_EVIDENCE_TABLE_COUNTS, NULL, key);
  settle (self);
  mer_evidence_typing_edit (GTK_WIDGET (self->view), self->session, MER_EVIDENCE_TABLE_COUNTS,
                            NULL, key);
  g_assert_null (find_typed_dialog ());
  mer_evidence_paste_text (GTK_WIDGET (self->view), self->session, MER_EVIDENCE_TABLE_COUNTS,
                           good, "Голосование");
  settle (self);
  g_assert_cmpuint (asked (self), ==, 40);
  g_assert_true (has_source (self, "Опрос"));
  g_assert_true (has_source (self, "Голосование"));
  undo (self);
  g_assert_cmpuint (asked (self), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  mer_fixture_init (&argc, &argv);
#define ADD(path, func) g_test_add ("/evidence/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("sections", test_sections);
  ADD ("switch", test_switch);
  ADD ("delete", test_delete);
  ADD ("form", test_form);
  ADD ("export", test_export);
  ADD ("typed-count", test_typed_count);
  ADD ("typed-rows", test_typed_rows);
  ADD ("pasted-source", test_pasted_source);
  ADD ("typed-match", test_typed_match);
  ADD ("delete-twice", test_delete_twice);
#undef ADD
  return g_test_run ();
}
