/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rating page: rows, orders and filters, the chart beside them, the calculation under
 * them, what is copied, written and printed, and the rules dialog. */

#include "config.h"

#include <string.h>

#include "methodology/mer-policy.h"
#include "rating-fixture.h"
#include "ui/dialogs/mer-rules-dialog.h"
#include "ui/print/mer-print-operation.h"
#include "ui/print/mer-report-actions.h"

static guint
n_shown (Fixture *self)
{
  g_autoptr (GPtrArray) rows = mer_rating_table_get_rows (self->table);

  return rows->len;
}

static const MerScoreRow *
row_at (Fixture *self,
        guint    position)
{
  g_autoptr (GPtrArray) rows = mer_rating_table_get_rows (self->table);

  g_assert_cmpuint (position, <, rows->len);
  return g_ptr_array_index (rows, position);
}

static void
set_state (Fixture    *self,
           const char *action,
           const char *value)
{
  g_action_group_change_action_state (mer_page_get_actions (MER_PAGE (self->page)), action,
                                      g_variant_new_string (value));
  mer_fixture_settle ();
}

/* --- rows ------------------------------------------------------------------ */

static void
test_place_order (Fixture      *self,
                  gconstpointer data)
{
  const MerScoreTable *table = scores (self);
  g_autoptr (GPtrArray) rows = mer_rating_table_get_rows (self->table);

  g_assert_cmpuint (rows->len, ==, table->n_rows);
  for (guint i = 0; i < rows->len; i++)
    g_assert_true (g_ptr_array_index (rows, i) == (gpointer) &table->rows[i]);
  /* The one without a score stands last, and says so. */
  g_assert_false (row_at (self, rows->len - 1)->total.defined);
  {
    GtkSelectionModel *model = mer_rating_table_get_selection (self->table);
    g_autoptr (MerRatingRow) last = g_list_model_get_item (G_LIST_MODEL (model), rows->len - 1);
    g_autofree char *place = mer_rating_row_get_text (last, MER_RATING_PLACE, FALSE);
    g_autofree char *total = mer_rating_row_get_text (last, MER_RATING_TOTAL, FALSE);

    g_assert_cmpstr (place, ==, "—");
    g_assert_cmpstr (total, ==, "—");
  }
}

static GtkColumnViewColumn *
column_titled (Fixture    *self,
               const char *title)
{
  GListModel *columns =
    gtk_column_view_get_columns (GTK_COLUMN_VIEW (mer_rating_table_get_view (self->table)));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (strcmp (gtk_column_view_column_get_title (column), title) == 0)
        return column;
    }
  g_assert_not_reached ();
}

static void
test_sorting (Fixture      *self,
              gconstpointer data)
{
  GtkColumnView       *view = GTK_COLUMN_VIEW (mer_rating_table_get_view (self->table));
  GtkColumnViewColumn *s = column_titled (self, "S");
  guint                last = n_shown (self) - 1;
  const MerScoreRow   *best = row_at (self, 0);

  gtk_column_view_sort_by_column (view, s, GTK_SORT_ASCENDING);
  g_assert_cmpint (mer_rational_cmp (&row_at (self, 0)->total.value,
                                     &row_at (self, 1)->total.value),
                   <=, 0);
  g_assert_false (row_at (self, last)->total.defined);
  g_assert_true (row_at (self, last - 1) == best);
  /* Undefined rows stay last in the other direction too. */
  gtk_column_view_sort_by_column (view, s, GTK_SORT_DESCENDING);
  g_assert_true (row_at (self, 0) == best);
  g_assert_false (row_at (self, last)->total.defined);
  /* The third click on a header ends sorting. */
  gtk_column_view_sort_by_column (view, s, GTK_SORT_ASCENDING);
  mer_fixture_settle ();
  for (guint i = 0; i <= last; i++)
    g_assert_true (row_at (self, i) == &scores (self)->rows[i]);
}

static gboolean
is_one_row (gpointer data)
{
  return n_shown (data) == 1;
}

static void
test_filters (Fixture      *self,
              gconstpointer data)
{
  GtkWidget *search = mer_fixture_find (self->page, GTK_TYPE_SEARCH_ENTRY, NULL);
  guint      all = n_shown (self);
  guint      n = 0;

  set_state (self, "choice", "preschool");
  n = n_shown (self);
  g_assert_cmpuint (n, >, 1);
  g_assert_cmpuint (n, <, all);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (row_at (self, i)->organization->kind, ==, MER_ORGANIZATION_PRESCHOOL);
  set_state (self, "choice", "all");
  g_assert_cmpuint (n_shown (self), ==, all);

  gtk_editable_set_text (GTK_EDITABLE (search), "РАДУГА");
  mer_fixture_wait (is_one_row, self);
  g_assert_cmpstr (row_at (self, 0)->organization->name, ==, "ДС «Радуга»");
  gtk_editable_set_text (GTK_EDITABLE (search), "no such organization");
  mer_fixture_settle ();
  g_assert_true (gtk_widget_activate_action (self->page, "page.reset-filters", NULL));
  mer_fixture_settle ();
  g_assert_cmpuint (n_shown (self), ==, all);
}

static gboolean
add_group (MerDocument *document,
           gpointer     user_data,
           GError     **error)
{
  gint64   member = *(const gint64 *) user_data;
  char     name[] = "Г_руппа";
  MerGroup group = { 0, name, g_array_new (FALSE, FALSE, sizeof (gint64)) };
  gboolean done = FALSE;

  g_array_append_val (group.members, member);
  done = mer_store_save_group (document, &group, error);
  g_array_unref (group.members);
  return done;
}

static void
test_own_group (Fixture      *self,
                gconstpointer data)
{
  gint64 id = row_at (self, 4)->organization->id;
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *state = NULL;

  g_assert_true (mer_session_perform (self->session, "group", NULL, add_group, &id));
  mer_fixture_wait (is_current, self->session);
  mer_fixture_settle ();
  groups = mer_store_groups (mer_session_get_document (self->session), NULL);
  state = g_strdup_printf ("group-%" G_GINT64_FORMAT,
                           ((MerGroup *) g_ptr_array_index (groups, groups->len - 1))->id);
  set_state (self, "choice", state);
  g_assert_cmpuint (n_shown (self), ==, 1);
  g_assert_cmpint (row_at (self, 0)->organization->id, ==, id);
}

/* --- chart and calculation ------------------------------------------------- */

static void
test_chart_follows (Fixture      *self,
                    gconstpointer data)
{
  GtkSelectionModel *selection = mer_rating_table_get_selection (self->table);
  g_autofree char   *whole = mer_chart_area_describe (self->chart);

  g_assert_nonnull (strstr (whole, row_at (self, 0)->organization->name));
  gtk_test_accessible_assert_role (self->chart, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_selection_model_select_item (selection, 5, TRUE);
  g_assert_cmpint (mer_chart_area_get_cursor (self->chart), ==, 5);
  g_assert_true (mer_chart_area_get_vadjustment (self->chart) ==
                 mer_rating_table_get_vadjustment (self->table));
  set_state (self, "view", "chart");
  g_assert_true (mer_chart_area_get_vadjustment (self->chart) !=
                 mer_rating_table_get_vadjustment (self->table));
  g_assert_cmpint (mer_chart_area_get_cursor (self->chart), ==, 5);
  set_state (self, "view", "table");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (self->chart)));
  set_state (self, "view", "both");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (self->chart)));
}

static void
test_explanation (Fixture      *self,
                  gconstpointer data)
{
  const MerScoreRow *row = row_at (self, 0);
  guint              weakest = 0;
  g_autofree char   *text = NULL;

  for (guint i = 1; i < scores (self)->n_criteria; i++)
    if (mer_rational_cmp (&row->criteria[i].value, &row->criteria[weakest].value) < 0)
      weakest = i;
  g_assert_cmpint (mer_rating_explanation_get_criterion (self->explanation), ==, (int) weakest);
  text = mer_rating_explanation_get_text (self->explanation);
  g_assert_nonnull (text);
  g_assert_cmpuint (strlen (text), >, 100);
  /* Another organization, another calculation. */
  gtk_selection_model_select_item (mer_rating_table_get_selection (self->table), 7, TRUE);
  g_assert_nonnull (mer_fixture_find (GTK_WIDGET (self->explanation), GTK_TYPE_LABEL,
                                      row_at (self, 7)->organization->name));
}

static void
test_show_organization (Fixture      *self,
                        gconstpointer data)
{
  gint64             id = row_at (self, 9)->organization->id;
  GtkSelectionModel *selection = mer_rating_table_get_selection (self->table);

  set_state (self, "choice", "vocational");
  mer_page_show_organization (MER_PAGE (self->page), id);
  g_assert_true (gtk_selection_model_is_selected (selection, 9));
  g_assert_cmpint (row_at (self, 9)->organization->id, ==, id);
}

/* --- copying, writing, printing -------------------------------------------- */

static void
test_copy (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GdkContentProvider) content = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) cells = NULL;

  gtk_selection_model_select_range (mer_rating_table_get_selection (self->table), 0, 2, TRUE);
  content = mer_rating_table_copy (self->table);
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, &error));
  lines = g_strsplit (g_value_get_string (&value), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  cells = g_strsplit (lines[1], "\t", -1);
  g_assert_cmpstr (cells[0], ==, "1");
  g_assert_cmpstr (cells[1], ==, row_at (self, 0)->organization->name);
  g_assert_cmpuint (g_strv_length (cells), ==, 4 + scores (self)->n_criteria + 1);
}

typedef struct
{
  guint told;
  guint failed;
} Outcome;

static void
performed_cb (MerSession *session,
              const char *text,
              gboolean    undoable,
              Outcome    *outcome)
{
  g_assert_false (undoable);
  outcome->told++;
}

static void
failed_cb (MerSession   *session,
           const char   *heading,
           const GError *error,
           Outcome      *outcome)
{
  g_assert_nonnull (error);
  outcome->failed++;
}

static gboolean
has_outcome (gpointer data)
{
  Outcome *outcome = data;

  return outcome->told + outcome->failed > 0;
}

static void
assert_is_pdf (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize            length = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 2000);
  g_assert_cmpint (memcmp (bytes, "%PDF-", 5), ==, 0);
}

/* What cannot be written is said in a dialog. */
static void
close_dialogs (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  guint closed = 0;

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data))
      {
        gtk_window_destroy (l->data);
        closed++;
      }
  g_assert_cmpuint (closed, ==, 1);
}

static void
test_export (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (MerReportJob) job =
    mer_report_job_new ("rating", mer_session_get_results (self->session),
                        mer_session_get_document (self->session));
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *path = g_build_filename (folder, "rating.pdf", NULL);
  g_autofree char *lost = g_build_filename (folder, "no such folder", "rating.pdf", NULL);
  Outcome          outcome = { 0 };

  mer_report_job_set_choice (job, MER_REPORT_RANKS_IN_KIND, 1u << MER_ORGANIZATION_PRESCHOOL,
                             NULL, NULL);
  g_signal_connect (self->session, "performed", G_CALLBACK (performed_cb), &outcome);
  g_signal_connect (self->session, "failed", G_CALLBACK (failed_cb), &outcome);
  mer_report_export_to (self->session, job, path);
  g_assert_true (mer_session_get_busy (self->session));
  mer_fixture_wait (has_outcome, &outcome);
  g_assert_cmpuint (outcome.told, ==, 1);
  g_assert_false (mer_session_get_busy (self->session));
  assert_is_pdf (path);

  outcome.told = 0;
  mer_report_export_to (self->session, job, lost);
  mer_fixture_wait (has_outcome, &outcome);
  g_assert_cmpuint (outcome.failed, ==, 1);
  g_assert_cmpuint (outcome.told, ==, 0);
  close_dialogs ();
  g_signal_handlers_disconnect_by_data (self->session, &outcome);
}

static void
test_print (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (MerReportJob) job =
    mer_report_job_new ("rating", mer_session_get_results (self->session),
                        mer_session_get_document (self->session));
  g_autoptr (MerPrintOperation) print = mer_print_operation_new (job);
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);
  g_autoptr (GError) error = NULL;
  GtkPrintOperationResult result = GTK_PRINT_OPERATION_RESULT_ERROR;

  gtk_print_operation_set_export_filename (GTK_PRINT_OPERATION (print), path);
  result = gtk_print_operation_run (GTK_PRINT_OPERATION (print),
                                    GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  assert_is_pdf (path);
}

/* --- rules ----------------------------------------------------------------- */

static GtkDropDown *
drop_of_key (GtkWidget  *widget,
             const char *key)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (GTK_IS_DROP_DOWN (widget) &&
      g_strcmp0 (g_object_get_data (G_OBJECT (widget), "key"), key) == 0)
    return GTK_DROP_DOWN (widget);
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkDropDown *found = drop_of_key (child, key);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
choose (GtkWidget  *dialog,
        const char *key,
        const char *value)
{
  GtkDropDown     *drop = drop_of_key (dialog, key);
  const MerPolicy *policy = mer_policy_find (key);

  g_assert_nonnull (drop);
  for (guint i = 0; policy->choices[i].value != NULL; i++)
    if (strcmp (policy->choices[i].value, value) == 0)
      gtk_drop_down_set_selected (drop, i);
  mer_fixture_settle ();
}

static void
test_rules (Fixture      *self,
            gconstpointer data)
{
  MerDocument *document = mer_session_get_document (self->session);
  GtkWidget   *dialog = mer_rules_dialog_new (self->session);
  g_autoptr (GError) error = NULL;

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self->window));
  gtk_window_present (GTK_WINDOW (dialog));
  mer_fixture_settle ();
  /* Nothing to apply yet, then a choice, then the choice taken back. */
  choose (dialog, "rounding.decimals", "1");
  choose (dialog, "rounding.decimals", "2");
  g_assert_cmpuint (scores (self)->decimals, ==, 2);
  choose (dialog, "rounding.decimals", "1");
  gtk_widget_activate_action (dialog, "rules.apply", NULL);
  mer_fixture_wait (is_current, self->session);
  mer_fixture_settle ();
  g_assert_cmpuint (scores (self)->decimals, ==, 1);
  g_assert_true (mer_document_undo (document, &error));
  g_assert_no_error (error);
  mer_fixture_wait (is_current, self->session);
  g_assert_cmpuint (scores (self)->decimals, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  mer_fixture_init (&argc, &argv);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/rating/place-order", test_place_order);
  ADD ("/rating/sorting", test_sorting);
  ADD ("/rating/filters", test_filters);
  ADD ("/rating/own-group", test_own_group);
  ADD ("/rating/chart-follows", test_chart_follows);
  ADD ("/rating/explanation", test_explanation);
  ADD ("/rating/show-organization", test_show_organization);
  ADD ("/rating/copy", test_copy);
  ADD ("/rating/export", test_export);
  ADD ("/rating/print", test_print);
  ADD ("/rating/rules", test_rules);
  return g_test_run ();
}
