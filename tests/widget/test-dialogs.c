/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The forms: what they refuse, what they store, and that they leave nothing behind. */

#include "config.h"

#include <string.h>

#include "cycle/mer-council.h"
#include "store/mer-record-store.h"
#include "ui/dialogs/mer-approval-dialog.h"
#include "ui/dialogs/mer-cycle-dialog.h"
#include "ui/dialogs/mer-new-document-dialog.h"
#include "ui/dialogs/mer-organization-dialog.h"
#include "ui/widgets/mer-list-view.h"
#include "widget-fixture.h"

typedef struct
{
  MerApplication *application;
  MerWindow      *window;
  MerSession     *session;
  char           *path;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->application = mer_fixture_application_new ();
  fixture->path = mer_fixture_demo_path ();
  fixture->window = mer_fixture_open (fixture->application, fixture->path);
  fixture->session = mer_window_get_session (fixture->window);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  mer_fixture_close (fixture->window);
  g_object_unref (fixture->application);
  g_free (fixture->path);
}

static void
write_field (GtkWidget  *dialog,
             GType       type,
             const char *field,
             const char *text)
{
  GObject *row = gtk_widget_get_template_child (dialog, type, field);

  g_assert_true (GTK_IS_EDITABLE (row));
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
confirm (GtkWidget *dialog)
{
  gtk_widget_activate_action (dialog, "form.confirm", NULL);
  mer_fixture_settle ();
}

static MerOrganization *
find_organization (Fixture    *fixture,
                   const char *name)
{
  g_autoptr (GPtrArray) all =
    mer_store_organizations (mer_session_get_document (fixture->session), NULL);

  for (guint i = 0; i < all->len; i++)
    {
      MerOrganization *organization = g_ptr_array_index (all, i);

      if (g_str_equal (organization->name, name))
        return mer_organization_ref (organization);
    }
  return NULL;
}

static void
test_add (Fixture      *fixture,
          gconstpointer data)
{
  GType      type = MER_TYPE_ORGANIZATION_DIALOG;
  GtkWidget *dialog =
    mer_organization_dialog_new (GTK_WINDOW (fixture->window), fixture->session, NULL, NULL);
  gpointer left = dialog;
  g_autoptr (MerOrganization) added = NULL;

  g_object_add_weak_pointer (G_OBJECT (dialog), &left);
  write_field (dialog, type, "name", "Сосновская СОШ");
  write_field (dialog, type, "recipients", "1 345");
  confirm (dialog);
  g_assert_null (left);
  added = find_organization (fixture, "Сосновская СОШ");
  g_assert_nonnull (added);
  g_assert_cmpint (added->kind, ==, MER_ORGANIZATION_GENERAL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  g_assert_null (find_organization (fixture, "Сосновская СОШ"));
}

static gboolean
is_drawn (gpointer dialog)
{
  return gtk_widget_get_width (dialog) > 0;
}

static int
width_at (Fixture *fixture,
          int      dpi)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->window));
  GtkWidget   *dialog = NULL;
  int          usual = 0;
  int          width = 0;

  g_object_get (settings, "gtk-xft-dpi", &usual, NULL);
  g_object_set (settings, "gtk-xft-dpi", dpi * 1024, NULL);
  dialog = mer_organization_dialog_new (GTK_WINDOW (fixture->window), fixture->session, NULL, NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  mer_fixture_wait (is_drawn, dialog);
  width = gtk_widget_get_width (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_set (settings, "gtk-xft-dpi", usual, NULL);
  return width;
}

/* Dialogs are as wide as their text, but no wider than the window. */
static void
test_large_text (Fixture      *fixture,
                 gconstpointer data)
{
  int usual = width_at (fixture, 96);
  int window = gtk_widget_get_width (GTK_WIDGET (fixture->window));

  g_assert_cmpint (width_at (fixture, 192), >=, 2 * usual - 2);
  g_assert_cmpint (width_at (fixture, 288), <=, window);
}

/* Each of these keeps the form open and the registry as it is. */
static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  static const struct
  {
    const char *field;
    const char *text;
  } wrong[] = {
    { "name", "" },
    { "name", "дс  \"РАДУГА\"" },
    { "inn", "0044359278" },
    { "ogrn", "1020041872068" },
    { "recipients", "много" },
    { "recipients", "-5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      GType      type = MER_TYPE_ORGANIZATION_DIALOG;
      GtkWidget *dialog =
        mer_organization_dialog_new (GTK_WINDOW (fixture->window), fixture->session, NULL, NULL);

      write_field (dialog, type, "name", "Сосновская СОШ");
      write_field (dialog, type, wrong[i].field, wrong[i].text);
      g_test_message ("%s: %s", wrong[i].field, wrong[i].text);
      confirm (dialog);
      g_assert_null (find_organization (fixture, "Сосновская СОШ"));
      gtk_window_destroy (GTK_WINDOW (dialog));
    }
}

static void
created_cb (GtkWidget   *dialog,
            MerDocument *document,
            int         *n_created)
{
  (*n_created)++;
}

static void
test_new_document (Fixture      *fixture,
                   gconstpointer data)
{
  GType            type = MER_TYPE_NEW_DOCUMENT_DIALOG;
  g_autofree char *folder = g_dir_make_tmp ("merilo-new-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Сосновский район.merilo", NULL);
  int              n_created = 0;

  for (guint pass = 0; pass < 2; pass++)
    {
      GtkWidget *dialog = mer_new_document_dialog_new (GTK_WINDOW (fixture->window), folder);
      gpointer   left = dialog;

      g_object_add_weak_pointer (G_OBJECT (dialog), &left);
      g_signal_connect (dialog, "created", G_CALLBACK (created_cb), &n_created);
      write_field (dialog, type, "title_row", "Сосновский район");
      confirm (dialog);
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
      g_assert_cmpint (n_created, ==, 1);
      /* The second time the file is there: the form stays and says so. */
      g_assert_true ((left == NULL) == (pass == 0));
      if (left)
        gtk_window_destroy (left);
    }
}

static GtkWidget *
find_cycle_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  GtkWidget  *dialog = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (MER_IS_CYCLE_DIALOG (window))
        dialog = window;
    }
  g_assert_nonnull (dialog);
  return dialog;
}

static void
test_new_cycle (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GPtrArray) cycles = NULL;
  GtkWidget *dialog = NULL;

  mer_cycle_dialog_present (GTK_WINDOW (fixture->window), fixture->session);
  dialog = find_cycle_dialog ();
  write_field (dialog, MER_TYPE_CYCLE_DIALOG, "title_row", "НОКО 2027");
  confirm (dialog);
  cycles = mer_store_cycles (mer_session_get_document (fixture->session), NULL);
  g_assert_cmpuint (cycles->len, ==, 4);
}

/* The title follows the procedure and the year until somebody types one; the year is today's. */
static void
test_new_cycle_title (Fixture      *fixture,
                      gconstpointer data)
{
  GtkWidget   *dialog = NULL;
  GtkEditable *title = NULL;
  GObject     *year = NULL, *origin = NULL;

  g_setenv ("MERILO_TODAY", "2019-05-06", TRUE);
  mer_cycle_dialog_present (GTK_WINDOW (fixture->window), fixture->session);
  dialog = find_cycle_dialog ();
  title = GTK_EDITABLE (gtk_widget_get_template_child (dialog, MER_TYPE_CYCLE_DIALOG, "title_row"));
  year = gtk_widget_get_template_child (dialog, MER_TYPE_CYCLE_DIALOG, "year");
  origin = gtk_widget_get_template_child (dialog, MER_TYPE_CYCLE_DIALOG, "origin");
  g_assert_cmpstr (gtk_editable_get_text (title), ==, "НОКО 2019");
  adw_combo_row_set_selected (ADW_COMBO_ROW (origin), 2);
  g_assert_cmpstr (gtk_editable_get_text (title), ==, "НСОКО 2019");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (year), 2013);
  g_assert_cmpstr (gtk_editable_get_text (title), ==, "НСОКО 2013");
  adw_combo_row_set_selected (ADW_COMBO_ROW (origin), 5);
  g_assert_cmpstr (gtk_editable_get_text (title), ==, "НОК УООД 2013");
  gtk_editable_set_text (title, "Проба");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (year), 2014);
  g_assert_cmpstr (gtk_editable_get_text (title), ==, "Проба");
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_setenv ("MERILO_TODAY", "2024-12-03", TRUE); /* this year's is there already */
  mer_cycle_dialog_present (GTK_WINDOW (fixture->window), fixture->session);
  dialog = find_cycle_dialog ();
  title = GTK_EDITABLE (gtk_widget_get_template_child (dialog, MER_TYPE_CYCLE_DIALOG, "title_row"));
  g_assert_cmpstr (gtk_editable_get_text (title), ==, "НОКО 2025");
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_unsetenv ("MERILO_TODAY");
}

static gboolean
is_current (gpointer data)
{
  return mer_session_is_current (data);
}

/* A cycle that is undone is not looked at any longer: the one before is. */
static void
test_new_cycle_undone (Fixture      *fixture,
                       gconstpointer data)
{
  MerDocument *document = mer_session_get_document (fixture->session);
  GtkWidget   *dialog = NULL;

  mer_cycle_dialog_present (GTK_WINDOW (fixture->window), fixture->session);
  dialog = find_cycle_dialog ();
  write_field (dialog, MER_TYPE_CYCLE_DIALOG, "title_row", "НОКО 2027");
  confirm (dialog);
  mer_fixture_wait (is_current, fixture->session);
  g_assert_cmpint (mer_session_get_cycle_id (fixture->session), !=, 0);
  g_assert_true (mer_document_undo (document, NULL));
  mer_fixture_settle ();
  mer_fixture_wait (is_current, fixture->session);
  g_assert_cmpint (mer_session_get_cycle_id (fixture->session), ==, 0);
  g_assert_nonnull (mer_session_get_results (fixture->session));
}

static gboolean
change_title (MerDocument *document,
              gpointer     title,
              GError     **error)
{
  return mer_document_set_setting (document, "title", title, error);
}

static const char *
toast_button (Fixture *fixture)
{
  GType      type = g_type_from_name ("AdwToastWidget");
  GtkWidget *toast = mer_fixture_find (GTK_WIDGET (fixture->window), type, NULL);
  GtkWidget *button = toast != NULL ? mer_fixture_find (toast, GTK_TYPE_BUTTON, NULL) : NULL;

  return button != NULL && gtk_widget_get_visible (button)
           ? gtk_button_get_label (GTK_BUTTON (button))
           : NULL;
}

/* The button of a toast takes back what the toast tells of, nothing that was done since. */
static void
test_toast_overtaken (Fixture      *fixture,
                      gconstpointer data)
{
  MerDocument *document = mer_session_get_document (fixture->session);
  char         title[] = "Первое";

  g_assert_true (
    mer_session_perform (fixture->session, "Первое", "Сделано первое", change_title,
                         title));
  mer_fixture_settle ();
  g_assert_nonnull (toast_button (fixture));
  g_assert_true (mer_document_begin (document, "Второе", NULL));
  g_assert_true (mer_document_set_setting (document, "title", "Второе", NULL));
  g_assert_true (mer_document_commit (document, NULL));
  mer_fixture_settle ();
  g_assert_null (toast_button (fixture));
}

static GtkWidget *
find_approval (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (MER_IS_APPROVAL_DIALOG (window))
        return window;
    }
  return NULL;
}

static GtkWidget *
present_approval (Fixture *fixture)
{
  GtkWidget *dialog = NULL;

  mer_fixture_wait (is_current, fixture->session);
  mer_approval_dialog_present (GTK_WINDOW (fixture->window), fixture->session);
  dialog = find_approval ();
  g_assert_nonnull (dialog);
  return dialog;
}

static gboolean
is_approved (Fixture *fixture)
{
  g_autoptr (MerCycle) cycle =
    mer_store_cycle (mer_session_get_document (fixture->session), 0, NULL);

  return cycle->approved;
}

/* Approved with the decision, reopened only for a reason. */
static void
test_approval (Fixture      *fixture,
               gconstpointer data)
{
  GtkWidget *dialog = present_approval (fixture);

  write_field (dialog, MER_TYPE_APPROVAL_DIALOG, "text_row", "протокол № 4 от 12.12.2024");
  confirm (dialog);
  g_assert_true (is_approved (fixture));
  dialog = present_approval (fixture);
  confirm (dialog); /* without a reason */
  g_assert_true (is_approved (fixture));
  write_field (dialog, MER_TYPE_APPROVAL_DIALOG, "text_row", "возражение школы");
  confirm (dialog);
  g_assert_false (is_approved (fixture));
}

/* What is in the minutes is filled in, and can be written over. */
static void
test_approval_decided (Fixture      *fixture,
                       gconstpointer data)
{
  MerDocument *document = mer_session_get_document (fixture->session);
  gint64       cycle = mer_session_get_results (fixture->session)->cycle->id;
  g_autoptr (MerMeeting) meeting = mer_record_new (&mer_record_meeting, cycle);
  g_autoptr (MerAgendaItem) item = mer_record_new (&mer_record_agenda_item, cycle);
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog = NULL;

  meeting->number = g_strdup ("4");
  meeting->day = g_strdup ("2024-12-12");
  item->question = g_strdup ("О результатах");
  item->about = MER_ABOUT_RESULTS;
  item->outcome = MER_DECISION_ADOPTED;
  g_assert_true (mer_document_begin (document, "Заседание", &error));
  g_assert_true (mer_store_save_record (document, meeting, &error));
  item->meeting = meeting->record.id;
  g_assert_true (mer_store_save_record (document, item, &error));
  g_assert_true (mer_document_commit (document, &error));
  dialog = present_approval (fixture);
  g_assert_nonnull (strstr (
    gtk_editable_get_text (GTK_EDITABLE (
      gtk_widget_get_template_child (dialog, MER_TYPE_APPROVAL_DIALOG, "text_row"))),
    "12.12.2024"));
  confirm (dialog);
  g_assert_true (is_approved (fixture));
}

static gboolean
may_confirm (gpointer data)
{
  GtkWidget *button =
    GTK_WIDGET (gtk_widget_get_template_child (data, MER_TYPE_APPROVAL_DIALOG, "confirm_button"));

  return gtk_widget_get_sensitive (button);
}

static const char *
said (GtkWidget *dialog)
{
  return gtk_label_get_label (GTK_LABEL (
    gtk_widget_get_template_child (dialog, MER_TYPE_APPROVAL_DIALOG, "introduction")));
}

/* Older results, here of another cycle, are not approved: the newer ones are waited for. */
static void
test_approval_waits (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (GPtrArray) cycles =
    mer_store_cycles (mer_session_get_document (fixture->session), NULL);
  const MerCycle *oldest = cycles->pdata[0];
  const MerCycle *newest = cycles->pdata[cycles->len - 1];
  GtkWidget      *dialog = NULL;

  mer_session_set_cycle_id (fixture->session, oldest->id);
  g_assert_false (mer_session_is_current (fixture->session));
  mer_approval_dialog_present (GTK_WINDOW (fixture->window), fixture->session);
  dialog = find_approval ();
  g_assert_false (may_confirm (dialog));
  g_assert_null (strstr (said (dialog), newest->title));
  confirm (dialog);
  mer_fixture_wait (is_current, fixture->session);
  mer_fixture_settle ();
  g_assert_nonnull (strstr (said (dialog), oldest->title));
  write_field (dialog, MER_TYPE_APPROVAL_DIALOG, "text_row", "протокол");
  g_assert_true (may_confirm (dialog));
  mer_session_set_cycle_id (fixture->session, newest->id); /* in the middle of it */
  confirm (dialog);
  g_assert_false (is_approved (fixture));
  mer_fixture_wait (is_current, fixture->session);
  mer_fixture_settle ();
  g_assert_nonnull (strstr (said (dialog), newest->title));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_read (gpointer data)
{
  return *(char **) data != NULL;
}

/* Two selected rows are three lines: the headers come first. */
static void
test_copy (Fixture      *fixture,
           gconstpointer data)
{
  GtkWidget         *page = NULL;
  GtkWidget         *table = NULL;
  GtkSelectionModel *model = NULL;
  g_autofree char   *text = NULL;
  g_auto (GStrv) lines = NULL;

  mer_window_show_page (fixture->window, "organizations");
  mer_fixture_settle ();
  page = GTK_WIDGET (mer_window_get_page (fixture->window));
  table = mer_fixture_find (page, GTK_TYPE_COLUMN_VIEW, NULL);
  model = gtk_column_view_get_model (GTK_COLUMN_VIEW (table));
  gtk_selection_model_select_range (model, 0, 2, TRUE);
  mer_list_view_copy (GTK_COLUMN_VIEW (table));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (table), NULL, text_read_cb, &text);
  mer_fixture_wait (is_read, &text);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  for (guint i = 0; i < 3; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), >=, 4);
    }
}

int
main (int    argc,
      char **argv)
{
  mer_fixture_init (&argc, &argv);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/dialogs/large-text", test_large_text);
  ADD ("/dialogs/add", test_add);
  ADD ("/dialogs/refused", test_refused);
  ADD ("/dialogs/new-document", test_new_document);
  ADD ("/dialogs/new-cycle", test_new_cycle);
  ADD ("/dialogs/new-cycle-title", test_new_cycle_title);
  ADD ("/dialogs/new-cycle-undone", test_new_cycle_undone);
  ADD ("/dialogs/toast-overtaken", test_toast_overtaken);
  ADD ("/dialogs/approval", test_approval);
  ADD ("/dialogs/approval-decided", test_approval_decided);
  ADD ("/dialogs/approval-waits", test_approval_waits);
  ADD ("/dialogs/copy", test_copy);
#undef ADD
  return g_test_run ();
}
