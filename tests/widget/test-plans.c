/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of plans: its tree, what is edited in place, an item that closes by evidence, filters,
 * and what stands beside it. */

#include "config.h"

#include <glib/gi18n.h>

#include <glib/gstdio.h>

#include "cycle/mer-cycle-settings.h"
#include "store/mer-registry-store.h"
#include "ui/dialogs/mer-record-form.h"
#include "ui/dialogs/mer-plan-reading-dialog.h"
#include "ui/pages/mer-plan-exchange.h"
#include "ui/pages/mer-plan-preview.h"
#include "plans-page-fixture.h"

static void
test_tree (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *counter = mer_plans_page_counter (self->session);
  guint            n = self->view->n_shown;

  g_assert_nonnull (mer_fixture_find (GTK_WIDGET (self->view), GTK_TYPE_LABEL, "Алёнушка"));
  g_assert_cmpuint (n, ==, book (self)->n_lines);
  g_assert_cmpstr (counter, ==, "8 !"); /* six items and two plans */
  mer_plans_view_filter (self->view, MER_STANDING_OVERDUE);
  mer_fixture_settle ();
  g_assert_cmpuint (self->view->n_shown, ==, 6);
  gtk_toggle_button_set_active (self->view->by_organization, FALSE);
  mer_fixture_settle ();
  g_assert_cmpuint (self->view->n_shown, ==, 6);
  mer_plans_view_filter (self->view, -1);
  mer_fixture_settle ();
  g_assert_cmpuint (self->view->n_shown, ==, n);
}

static void
test_edit (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = select_line (self, "ДС «Алёнушка»", 2); /* submitted, not approved */

  type (self, 0, "до 1 мая 2025 г.");
  g_assert_cmpstr (mer_plan_book_line (book (self), id)->item->deadline, ==, "до 1 мая 2025 г.");
  g_assert_true (mer_document_undo (mer_session_get_document (self->session), &error));
  wait (self);
  g_assert_cmpstr (mer_plan_book_line (book (self), id)->item->deadline, !=, "до 1 мая 2025 г.");
  /* what was approved gets a new version */
  id = select_line (self, "ДС «Радуга»", 4);
  type (self, 0, "до 1 мая 2025 г.");
  g_assert_null (mer_plan_book_line (book (self), id));
  g_assert_cmpuint (self->view->n_shown, ==, book (self)->n_lines);
}

/* Space asks for evidence, and closes nothing by itself. */
static void
test_done (Fixture      *self,
           gconstpointer data)
{
  gint64 id = select_line (self, "ДС «Алёнушка»", 2);
  guint  more = find_line (self, "ДС «Алёнушка»", 3);

  activate (self, "done");
  g_assert_cmpint (mer_plan_book_line (book (self), id)->item->state, ==, MER_PLAN_ITEM_PLANNED);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->view->selection), more, FALSE);
  mer_fixture_settle ();
  activate (self, "done");
  type (self, 3, "Акт № 12"); /* of several: deadline, person, post, evidence */
  g_assert_cmpint (mer_plan_book_line (book (self), id)->standing, ==, MER_STANDING_DONE);
  g_assert_cmpstr (mer_plan_book_line (book (self), id)->item->evidence, ==, "Акт № 12");
  g_assert_cmpuint (book (self)->execution.n[MER_STANDING_DONE], ==, 7); /* five and these two */
  select_line (self, "ДС «Алёнушка»", 2);
  activate (self, "reopen");
  g_assert_cmpint (mer_plan_book_line (book (self), id)->standing, ==, MER_STANDING_WORK);
}

static gboolean
has_effect (gpointer data)
{
  GtkWidget *inspector = GTK_WIDGET (((Fixture *) data)->view->inspector);

  return mer_fixture_find (inspector, GTK_TYPE_LABEL, "2024") != NULL &&
         (mer_fixture_find (inspector, GTK_TYPE_LABEL, "92.52") != NULL || /* К1 in 2021 */
          mer_fixture_find (inspector, GTK_TYPE_LABEL, "92,52") != NULL);
}

/* Of an earlier cycle the next one tells whether the measure helped. */
static void
test_effect (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GPtrArray) cycles = mer_store_cycles (mer_session_get_document (self->session), NULL);

  for (guint i = 0; i < cycles->len; i++)
    if (((MerCycle *) cycles->pdata[i])->year == 2021)
      mer_session_set_cycle_id (self->session, ((MerCycle *) cycles->pdata[i])->id);
  wait (self);
  select_line (self, "ДС «Радуга»", 0);
  mer_fixture_wait (has_effect, self);
}

/* A window beside the main one; NULL: there is none. */
static GtkWindow *
seek_window (Fixture *self,
             GType    type)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (all, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && window != GTK_WINDOW (self->window))
        return window; /* the toolkit keeps it */
    }
  return NULL;
}

static GtkWindow *
find_window (Fixture *self,
             GType    type)
{
  GtkWindow *window = seek_window (self, type);

  g_assert_nonnull (window);
  return window;
}

/* Several organizations: one step of all that may take it, asked for its day once. */
static void
test_many_plans (Fixture      *self,
                 gconstpointer data)
{
  static const char *const names[] = { "ДС «Алёнушка»", "ДЮСШ «Старт»", "Липовская СОШ" };
  GtkSelectionModel       *selection = GTK_SELECTION_MODEL (self->view->selection);
  GListModel              *rows = gtk_multi_selection_get_model (self->view->selection);
  GtkWindow               *day = NULL;
  guint                    n = 0;

  gtk_selection_model_unselect_all (selection);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);
      MerPlanNode *node = mer_plan_node_of (row);

      for (guint k = 0; k < G_N_ELEMENTS (names) && node->kind == MER_PLAN_NODE_SHEET; k++)
        if (node->sheet->organization != NULL &&
            g_str_equal (node->sheet->organization->name, names[k]))
          gtk_selection_model_select_item (selection, i, FALSE);
    }
  mer_fixture_settle ();
  g_action_group_activate_action (mer_data_view_get_actions (MER_DATA_VIEW (self->view)), "step",
                                  g_variant_new_string ("approved"));
  mer_fixture_settle ();
  day = find_window (self, ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (day), "confirm");
  wait (self);
  for (guint i = 0; i < book (self)->sheets->len; i++)
    {
      const MerPlanSheet *sheet = &g_array_index (book (self)->sheets, MerPlanSheet, i);

      n += sheet->plan != NULL && sheet->plan->state == MER_PLAN_APPROVED &&
           g_strcmp0 (sheet->plan->approved, "2024-12-03") == 0;
    }
  g_assert_cmpuint (n, ==, 2); /* the draft cannot be approved yet */
}

static gboolean
is_read (gpointer data)
{
  GtkWindow *window = seek_window (data, ADW_TYPE_WINDOW);

  return window != NULL && gtk_widget_get_mapped (GTK_WIDGET (window)) &&
         gtk_window_get_default_widget (window) != NULL;
}

/* Beside the document: each language is tested at the same time. */
static char *
form_path (Fixture    *self,
           const char *name)
{
  MerDocument     *document = mer_session_get_document (self->session);
  g_autofree char *folder = g_path_get_dirname (mer_document_get_path (document));

  return g_build_filename (folder, name, NULL);
}

static char *
write_form_of (Fixture    *self,
               const char *name,
               gint64      id,
               const char *measure,
               const char *taken)
{
  char            *path = form_path (self, name);
  g_autofree char *text = g_strdup_printf ("2. Measure;5a. Measures that were taken;"
                                           "Code of the row (do not change)\n%s;%s;M%d\n",
                                           measure, taken, (int) id);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static char *
write_form (Fixture    *self,
            const char *name,
            gint64      id,
            const char *taken)
{
  return write_form_of (self, name, id, "", taken);
}

/* The first item of the n-th approved plan that has any. */
static const MerPlanItem *
approved_item (Fixture *self,
               guint    n)
{
  for (guint i = 0; i < book (self)->sheets->len; i++)
    {
      const MerPlanSheet *sheet = &g_array_index (book (self)->sheets, MerPlanSheet, i);

      if (sheet->plan != NULL && mer_plan_is_frozen (sheet->plan) && sheet->n_lines > 0 && n-- == 0)
        return book (self)->lines[sheet->first_line].item;
    }
  g_assert_not_reached ();
}

static guint
n_plans (Fixture *self)
{
  g_autoptr (GPtrArray) plans = mer_store_records (mer_session_get_document (self->session),
                                                   &mer_record_plan, 0, NULL);

  return plans->len;
}

/* As many approved plans get a new version as was told: what was taken alone needs none. */
static void
test_reading_versions (Fixture      *self,
                       gconstpointer data)
{
  gint64           a = approved_item (self, 0)->record.id;
  gint64           b = approved_item (self, 1)->record.id;
  gint64           c = approved_item (self, 2)->record.id;
  g_autofree char *one = write_form_of (self, "merilo-form-d.csv", a, "Another measure", "");
  g_autofree char *two = write_form (self, "merilo-form-e.csv", b, "Begun");
  g_autofree char *three = write_form (self, "merilo-form-f.csv", c, "Started");
  const char      *paths[] = { one, two, three, NULL };
  guint            before = n_plans (self);
  g_autofree char *told = g_strdup_printf (
    ngettext ("%u approved plan gets a new version", "%u approved plans get new versions", 1), 1);
  GtkWindow *window = NULL;

  mer_plan_exchange_read_forms (GTK_WIDGET (self->view), self->session, book (self), 0, paths);
  mer_fixture_wait (is_read, self);
  window = find_window (self, ADW_TYPE_WINDOW);
  g_assert_nonnull (mer_fixture_find (GTK_WIDGET (window), GTK_TYPE_LABEL, told));
  g_signal_emit_by_name (gtk_window_get_default_widget (window), "clicked");
  wait (self);
  g_assert_cmpuint (n_plans (self), ==, before + 1);
  g_unlink (one);
  g_unlink (two);
  g_unlink (three);
}

/* Names of files need not be UTF-8: archives of other systems have them otherwise. */
static void
test_dropped_name (Fixture      *self,
                   gconstpointer data)
{
  gint64           id = select_line (self, "ДС «Алёнушка»", 2);
  g_autofree char *path = write_form (self, "merilo-\x84\xae\xe0.csv", id, "Started");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GSList list = { file, NULL };

  g_assert_true (mer_window_drop_files (self->window, &list));
  mer_fixture_wait (is_read, self);
  g_signal_emit_by_name (
    gtk_window_get_default_widget (find_window (self, ADW_TYPE_WINDOW)), "clicked");
  wait (self);
  g_assert_cmpstr (mer_plan_book_line (book (self), id)->item->taken, ==, "Started");
  g_unlink (path);
}

/* Several that are dropped at once are one list, whose rows name their files, and one change. */
static void
test_reading_many (Fixture      *self,
                   gconstpointer data)
{
  gint64           a = select_line (self, "ДС «Алёнушка»", 2);
  gint64           b = select_line (self, "ДС «Радуга»", 2);
  g_autofree char *one = write_form (self, "merilo-form-a.csv", a, "Started");
  g_autofree char *two = write_form (self, "merilo-form-b.csv", b, "Begun");
  g_autoptr (GFile) first = g_file_new_for_path (one);
  g_autoptr (GFile) second = g_file_new_for_path (two);
  GSList     list[2] = { { first, &list[1] }, { second, NULL } };
  GtkWindow *window = NULL;
  GtkWidget *row = NULL;

  g_assert_true (mer_window_drop_files (self->window, list));
  mer_fixture_wait (is_read, self);
  window = find_window (self, ADW_TYPE_WINDOW);
  row = mer_fixture_find (GTK_WIDGET (window), GTK_TYPE_CHECK_BUTTON, NULL);
  row = gtk_widget_get_first_child (gtk_check_button_get_child (GTK_CHECK_BUTTON (row)));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (row)), "merilo-form-"));
  g_signal_emit_by_name (gtk_window_get_default_widget (window), "clicked");
  wait (self);
  g_assert_cmpstr (mer_plan_book_line (book (self), a)->item->taken, ==, "Started");
  g_assert_cmpstr (mer_plan_book_line (book (self), b)->item->taken, ==, "Begun");
  g_unlink (one);
  g_unlink (two);
}

static void
gone_cb (gpointer data,
         GObject *object)
{
  *(gboolean *) data = TRUE;
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

/* Closing the window stops the reading; nothing is shown or stored afterwards. */
static void
test_reading_stopped (Fixture      *self,
                      gconstpointer data)
{
  gint64           id = select_line (self, "ДС «Алёнушка»", 2);
  g_autofree char *path = write_form (self, "merilo-form-c.csv", id, "Started");
  const char      *paths[] = { path, NULL };
  gboolean         gone = FALSE;
  GtkWindow       *window = mer_plan_reading_dialog_read (
          GTK_WINDOW (self->window), self->session, book (self), 0, paths);

  g_object_weak_ref (G_OBJECT (window), gone_cb, &gone);
  gtk_window_destroy (window);
  mer_fixture_wait (is_set, &gone);
  mer_fixture_settle ();
  g_assert_null (seek_window (self, ADW_TYPE_WINDOW));
  g_assert_null (mer_plan_book_line (book (self), id)->item->taken);
  g_unlink (path);
}

/* A returned form shows what it would do, and stores what is ticked. */
static void
test_reading (Fixture      *self,
              gconstpointer data)
{
  g_autofree char *path = form_path (self, "merilo-form-test.csv");
  gint64           id = select_line (self, "ДС «Алёнушка»", 2);
  g_autofree char *text = NULL;
  guint            n_lines = book (self)->n_lines;
  GtkWindow       *window = NULL;
  const char      *paths[] = { NULL, NULL };

  text = g_strdup_printf ("2. Measure;5a. Measures that were taken;"
                          "Code of the row (do not change)\n"
                          ";Started;M%d\nAnother one;;M%d\n",
                          (int) id, (int) id);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  paths[0] = path;
  mer_plan_exchange_read_forms (GTK_WIDGET (self->view), self->session, book (self),
                                mer_plans_view_sheet (self->view)->organization->id, paths);
  mer_fixture_wait (is_read, self);
  window = find_window (self, ADW_TYPE_WINDOW);
  g_assert_nonnull (mer_fixture_find (GTK_WIDGET (window), GTK_TYPE_CHECK_BUTTON, NULL));
  g_assert_null (mer_plan_book_line (book (self), id)->item->taken); /* nothing is stored yet */
  g_signal_emit_by_name (gtk_window_get_default_widget (window), "clicked");
  wait (self);
  g_assert_cmpstr (mer_plan_book_line (book (self), id)->item->taken, ==, "Started");
  g_assert_cmpuint (book (self)->n_lines, ==, n_lines); /* the doubtful row was not ticked */
  g_unlink (path);
}

static void
test_tabs (Fixture      *self,
           gconstpointer data)
{
  static const char *const ids[] = { "control", "recommendations", "decisions", "heads",
                                     "measures" };
  GtkWidget               *window = GTK_WIDGET (self->window);
  GtkWidget               *page = mer_fixture_find (window, MER_TYPE_PLANS_PAGE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      MerDataView *view = mer_tab_page_show_tab (MER_TAB_PAGE (page), ids[i]);

      mer_fixture_settle ();
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (view)));
    }
  g_assert_nonnull (mer_fixture_find (page, GTK_TYPE_LABEL, "Установить пандус"));
}

static void
test_preview (Fixture      *self,
              gconstpointer data)
{
  const MerPlanSheet *sheet = NULL;
  MerPlanPreview     *preview = NULL;

  select_line (self, "ДС «Радуга»", 0);
  sheet = mer_plans_view_sheet (self->view);
  preview = mer_plan_preview_present (GTK_WINDOW (self->window), self->session, "plan",
                                      sheet->organization->id);
  mer_fixture_settle ();
  g_assert_cmpuint (mer_plan_preview_get_n_pages (preview), >, 0);
  gtk_window_destroy (GTK_WINDOW (preview));
}

/* The day on which the register has the plan of the organization in that place; nullable. */
static char *
published_at (Fixture            *self,
              gint64              organization,
              MerPublicationPlace place)
{
  g_autoptr (GPtrArray) all =
    mer_store_records (mer_session_get_document (self->session), &mer_record_publication, 0, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const MerPublication *one = all->pdata[i];

      if (one->what == MER_PUBLICATION_PLAN && one->organization == organization &&
          one->place == (int) place)
        return g_strdup (one->done_on);
    }
  return NULL;
}

/* One address is of one place; where it tells nothing the place is chosen. */
static void
test_publication (Fixture      *self,
                  gconstpointer data)
{
  MerDocument *document = mer_session_get_document (self->session);
  g_autoptr (MerPublication) awaited = mer_record_new (&mer_record_publication,
                                                       book (self)->facts.cycle->id);
  gint64 organization = 0;

  select_line (self, "ДС «Радуга»", 0);
  organization = mer_plans_view_sheet (self->view)->organization->id;
  awaited->what = MER_PUBLICATION_PLAN;
  awaited->place = MER_PLACE_PRESS;
  awaited->organization = organization;
  g_assert_true (mer_document_begin (document, "test", NULL));
  g_assert_true (mer_store_save_record (document, awaited, NULL));
  g_assert_true (mer_document_commit (document, NULL));
  wait (self);
  for (guint i = 0; i < 2; i++)
    {
      MerRecordForm   *form = NULL;
      GtkWidget       *place = NULL;
      g_autofree char *own = NULL;
      g_autofree char *press = NULL;

      mer_plans_view_edit_plan (self->view);
      form = MER_RECORD_FORM (find_window (self, MER_TYPE_RECORD_FORM));
      place = mer_fixture_find (GTK_WIDGET (form), ADW_TYPE_COMBO_ROW, NULL);
      gtk_editable_set_text (GTK_EDITABLE (mer_record_form_get_row (form, "published")),
                             i == 0 ? "02.12.2024" : "03.12.2024");
      gtk_editable_set_text (GTK_EDITABLE (mer_record_form_get_row (form, "link")),
                             i == 0 ? "https://raduga.example/plan" : "https://vesti.example/7");
      if (i == 1)
        adw_combo_row_set_selected (ADW_COMBO_ROW (place), 1 + MER_PLACE_PRESS);
      gtk_widget_activate_action (GTK_WIDGET (form), "form.confirm", NULL);
      wait (self);
      own = published_at (self, organization, MER_PLACE_ORGANIZATION);
      press = published_at (self, organization, MER_PLACE_PRESS);
      g_assert_cmpstr (own, ==, "2024-12-02");
      g_assert_cmpstr (press, ==, i == 0 ? NULL : "2024-12-03");
      g_assert_cmpstr (mer_plans_view_sheet (self->view)->plan->published, ==, "2024-12-02");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("MERILO_TODAY", "2024-12-03", TRUE);
  mer_fixture_init (&argc, &argv);
  add ("tree", test_tree);
  add ("edit", test_edit);
  add ("done", test_done);
  add ("many-plans", test_many_plans);
  add ("reading", test_reading);
  add ("dropped-name", test_dropped_name);
  add ("reading-many", test_reading_many);
  add ("reading-versions", test_reading_versions);
  add ("reading-stopped", test_reading_stopped);
  add ("effect", test_effect);
  add ("tabs", test_tabs);
  add ("preview", test_preview);
  add ("publication", test_publication);
  return g_test_run ();
}
