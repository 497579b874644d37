/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done with imports and their files around the flow itself: looked at afterwards, sent
 * back, taken out, dropped on the window; correspondences of columns as files. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "import/mer-import-mapping.h"
#include "ui/import/mer-import-mapping-bar.h"
#include "ui/import/mer-import-view.h"
#include "ui/pages/mer-batch-window.h"
#include "ui/pages/mer-data-files.h"
#include "ui/pages/mer-data-page.h"
#include "ui/pages/mer-repeats-bar.h"
#include "widget-fixture.h"

typedef struct
{
  MerApplication *application;
  MerWindow      *window;
  char           *path;
  MerSession     *session;
  MerImportView  *view;
  MerImportState *state;
  gint64          duplicates; /* of the last import */
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->application = mer_fixture_application_new ();
  self->path = mer_fixture_demo_path ();
  self->window = mer_fixture_open (self->application, self->path);
  self->session = mer_window_get_session (self->window);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  mer_fixture_close (self->window);
  g_object_unref (self->application);
  g_free (self->path);
}

static char *
own_file (Fixture    *self,
          const char *name)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  return g_build_filename (folder, name, NULL);
}

static char *
write_table (Fixture    *self,
             const char *name,
             const char *text)
{
  char *path = own_file (self, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

#define HEADER "Отметка времени;Организация;q1;q2;q3;q4;q5;q6;q7;q8;q9;q10;q11;q12;q13;q14\n"
#define ROW(second, name) \
  "14.10.2024 08:12:" second ";" name ";Да;Да;Да;Да;Да;Нет;;Да;Да;Нет;;Да;Да;Да\n"

static gboolean
is_current (gpointer data)
{
  return mer_session_is_current (data);
}

static gboolean
is_idle (gpointer data)
{
  MerImportState *state = data;

  return !mer_import_state_is_reading (state) && !mer_import_state_is_running (state);
}

static gboolean
has_scanned (gpointer data)
{
  return mer_import_state_get_scan (data) != NULL;
}

static void
open_flow (Fixture *self)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.import", NULL));
  mer_fixture_settle ();
  self->view = MER_IMPORT_VIEW (
    mer_fixture_find (GTK_WIDGET (self->window), MER_TYPE_IMPORT_VIEW, NULL));
}

static void
open_table (Fixture    *self,
            const char *path)
{
  open_flow (self);
  self->state = mer_import_view_add_file (self->view, path);
  mer_fixture_wait (is_idle, self->state);
  mer_fixture_settle ();
}

static void
leave (Fixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->view), "import.cancel", NULL);
  mer_fixture_settle ();
}

/* Rows of unknown organizations are rejected. */
static void
import_table (Fixture    *self,
              const char *path)
{
  open_table (self, path);
  mer_import_state_want_scan (self->state);
  mer_fixture_wait (has_scanned, self->state);
  mer_import_state_decide_unknown (self->state, MER_NAME_SKIP);
  mer_import_state_run (self->state, FALSE);
  mer_fixture_wait (is_idle, self->state);
  g_assert_true (mer_import_state_is_imported (self->state));
  self->duplicates = (gint64) mer_import_state_get_result (self->state)->duplicates;
  leave (self);
  mer_fixture_wait (is_current, self->session);
  mer_fixture_settle ();
}

static MerDataFiles *
show_files (Fixture *self)
{
  GtkWidget   *page = NULL;
  MerDataView *view = NULL;

  mer_window_show_page (self->window, "data");
  mer_fixture_settle ();
  page = mer_fixture_find (GTK_WIDGET (self->window), MER_TYPE_DATA_PAGE, NULL);
  view = mer_data_page_show_view (MER_DATA_PAGE (page), "files");
  mer_fixture_settle ();
  return MER_DATA_FILES (view);
}

static void
activate (MerDataFiles *files,
          const char   *action)
{
  g_action_group_activate_action (mer_data_view_get_actions (MER_DATA_VIEW (files)), action, NULL);
  mer_fixture_settle ();
}

static GtkWidget *
find_toplevel (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_visible (window))
        return window;
    }
  return NULL;
}

/* --- file choosers ------------------------------------------------------------------------ */

/* What GIO keeps to watch a chooser's folder is never freed, and a sanitizer would say so. */
static gboolean
may_open_choosers (void)
{
#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("GIO's watch of a folder is never freed");
  return FALSE;
#else
  return TRUE;
#endif
}

typedef struct
{
  GtkFileChooser *chooser;
  const char     *path;
} Choice;

static gboolean
has_chooser (gpointer data)
{
  Choice *choice = data;

  choice->chooser = (GtkFileChooser *) find_toplevel (GTK_TYPE_FILE_CHOOSER_DIALOG);
  return choice->chooser != NULL;
}

static gboolean
is_chosen (gpointer data)
{
  const Choice *choice = data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (choice->chooser);

  return file != NULL && g_str_equal (g_file_peek_path (file), choice->path);
}

/* As a person who has gone to the file and pressed the button. */
static void
choose (const char *path)
{
  Choice           choice = { NULL, path };
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) parent = g_file_new_for_path (folder);

  mer_fixture_wait (has_chooser, &choice);
  mer_fixture_settle ();
  if (gtk_file_chooser_get_action (choice.chooser) == GTK_FILE_CHOOSER_ACTION_SAVE)
    {
      gtk_file_chooser_set_current_folder (choice.chooser, parent, NULL);
      gtk_file_chooser_set_current_name (choice.chooser, name);
    }
  else
    gtk_file_chooser_set_file (choice.chooser, file, NULL);
  mer_fixture_wait (is_chosen, &choice);
  gtk_dialog_response (GTK_DIALOG (choice.chooser), GTK_RESPONSE_ACCEPT);
  mer_fixture_settle ();
}

/* --- an import at length -------------------------------------------------------------------- */

static void
test_details (Fixture      *self,
              gconstpointer data)
{
  g_autofree char *path = write_table (self, "Опрос.csv",
                                       HEADER ROW ("10", "СОШ № 3") ROW ("11", "Чужая")
                                         ROW ("12", "Чужая"));
  MerDataFiles    *files = NULL;
  GtkWidget       *window = NULL;
  GtkWidget       *save = NULL;

  import_table (self, path);
  files = show_files (self);
  activate (files, "problems");
  window = find_toplevel (MER_TYPE_BATCH_WINDOW);
  g_assert_nonnull (window);
  g_assert_nonnull (mer_fixture_find (window, GTK_TYPE_LABEL, "Опрос.csv"));
  g_assert_nonnull (mer_fixture_find (window, GTK_TYPE_LABEL, "Чужая"));
  /* which column was read as what */
  g_assert_nonnull (mer_fixture_find (window, GTK_TYPE_LABEL, "Отметка времени"));
  g_assert_nonnull (mer_fixture_find (window, GTK_TYPE_LABEL, "organization"));
  save = gtk_widget_get_parent (mer_fixture_find (window, GTK_TYPE_LABEL, "2"));
  g_assert_nonnull (save);
  gtk_window_destroy (GTK_WINDOW (window));
  mer_fixture_settle ();
}

/* --- the rejected rows of an earlier import ------------------------------------------------- */

static gboolean
exists (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

static gboolean
has_message (gpointer data)
{
  return find_toplevel (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static void
test_rejected (Fixture      *self,
               gconstpointer data)
{
  g_autofree char *path =
    write_table (self, "Опрос.csv", HEADER ROW ("10", "СОШ № 3") ROW ("11", "Чужая"));
  g_autofree char *other = write_table (self, "Другой.csv", HEADER ROW ("10", "СОШ № 3"));
  g_autofree char *saved = own_file (self, "Отклонено.csv");
  g_autofree char *wrong = own_file (self, "Не то.csv");
  g_autofree char *text = NULL;
  MerDataFiles    *files = NULL;

  if (!may_open_choosers ())
    return;
  import_table (self, path);
  files = show_files (self);
  activate (files, "rejected");
  choose (path);
  choose (saved);
  mer_fixture_wait (exists, saved);
  mer_fixture_wait (is_current, self->session);
  g_assert_true (g_file_get_contents (saved, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "14.10.2024 08:12:11;Чужая"));
  g_assert_null (strstr (text, "СОШ № 3"));

  /* Another file is refused, and nothing is written. */
  activate (files, "rejected");
  choose (other);
  choose (wrong);
  mer_fixture_wait (has_message, NULL);
  g_assert_false (exists (wrong));
  gtk_window_destroy (GTK_WINDOW (find_toplevel (ADW_TYPE_MESSAGE_DIALOG)));
  mer_fixture_settle ();
}

/* --- taking a file out ---------------------------------------------------------------------- */

static void
select_file (MerDataFiles *files,
             guint         position)
{
  GtkWidget *view = mer_fixture_find (GTK_WIDGET (files), GTK_TYPE_COLUMN_VIEW, NULL);

  gtk_selection_model_select_item (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)), position,
                                   TRUE);
}

/* A later file's rows were left out as repeats: that they do not come back is said. */
static void
test_repeats (Fixture      *self,
              gconstpointer data)
{
  g_autofree char *first = write_table (self, "Первый.csv",
                                        HEADER ROW ("10", "СОШ № 3") ROW ("11", "СОШ № 3"));
  g_autofree char *second = write_table (self, "Второй.csv",
                                         HEADER ROW ("10", "СОШ № 3") ROW ("13", "СОШ № 3"));
  MerDataFiles    *files = NULL;
  MerRepeatsBar   *bar = NULL;

  import_table (self, first);
  import_table (self, second);
  g_assert_cmpint (self->duplicates, ==, 1);
  files = show_files (self);
  bar = MER_REPEATS_BAR (mer_fixture_find (GTK_WIDGET (files), MER_TYPE_REPEATS_BAR, NULL));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (bar)));
  select_file (files, 1);
  mer_data_files_remove (files);
  mer_fixture_wait (is_current, self->session);
  mer_fixture_settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (bar)));
  g_assert_nonnull (strstr (mer_repeats_bar_get_text (bar), "Второй.csv"));

  /* Back again: nothing is to be told any more. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL));
  mer_fixture_wait (is_current, self->session);
  mer_fixture_settle ();
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (bar)));
}

/* --- dropping files on the window ------------------------------------------------------------- */

static void
test_drop (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *first = write_table (self, "Первый.csv", HEADER ROW ("10", "СОШ № 3"));
  g_autofree char *second = write_table (self, "Второй.csv", HEADER ROW ("11", "СОШ № 3"));
  g_autoptr (GFile) one = g_file_new_for_path (first);
  g_autoptr (GFile) two = g_file_new_for_path (second);
  g_autoptr (GFile) own = g_file_new_for_path (self->path);
  GSList list[2] = { { one, &list[1] }, { two, NULL } };
  GSList document = { own, NULL };

  g_assert_true (mer_window_drop_files (self->window, &document));
  g_assert_null (mer_fixture_find (GTK_WIDGET (self->window), MER_TYPE_IMPORT_VIEW, NULL));
  g_assert_true (mer_window_drop_files (self->window, list));
  mer_fixture_settle ();
  self->view = MER_IMPORT_VIEW (
    mer_fixture_find (GTK_WIDGET (self->window), MER_TYPE_IMPORT_VIEW, NULL));
  g_assert_nonnull (self->view);
  g_assert_cmpuint (mer_import_queue_get_n (mer_import_view_get_queue (self->view)), ==, 2);
  /* the import takes what is dropped on it by itself */
  g_assert_false (mer_window_drop_files (self->window, list));
  leave (self);
}

/* --- correspondences as files ----------------------------------------------------------------- */

static guint
n_mappings (Fixture *self)
{
  g_autoptr (GPtrArray) names = mer_import_state_list_mappings (self->state);

  return names->len;
}

static GtkWidget *
mapping_bar (Fixture *self)
{
  return mer_fixture_find (GTK_WIDGET (self->view), MER_TYPE_IMPORT_MAPPING_BAR, NULL);
}

static void
test_mappings (Fixture      *self,
               gconstpointer data)
{
  g_autofree char *first = write_table (self, "Опрос 2023.csv", HEADER ROW ("10", "СОШ № 3"));
  g_autofree char *next = write_table (self, "Опрос 2024.csv", HEADER ROW ("11", "СОШ № 3"));
  g_autofree char *saved = own_file (self, "Соответствие.txt");
  g_autofree char *broken = write_table (self, "Битое.txt", "no correspondence\n");
  g_autofree char *text = NULL;

  if (!may_open_choosers ())
    return;
  import_table (self, first);
  open_table (self, next);
  g_assert_cmpstr (mer_import_state_get_preview (self->state)->mapping, ==, "Опрос");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->view), "import.next", NULL));
  mer_fixture_settle ();
  g_assert_true (gtk_widget_activate_action (mapping_bar (self), "mapping.export", NULL));
  choose (saved);
  mer_fixture_wait (exists, saved);
  g_assert_true (g_file_get_contents (saved, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Организация"));

  g_assert_true (gtk_widget_activate_action (mapping_bar (self), "mapping.delete", NULL));
  mer_fixture_wait (is_idle, self->state);
  mer_fixture_settle ();
  g_assert_cmpuint (n_mappings (self), ==, 0);
  g_assert_null (mer_import_state_get_preview (self->state)->mapping);

  g_assert_true (gtk_widget_activate_action (mapping_bar (self), "mapping.import", NULL));
  choose (saved);
  mer_fixture_wait (is_idle, self->state);
  mer_fixture_settle ();
  g_assert_cmpuint (n_mappings (self), ==, 1);
  g_assert_cmpstr (mer_import_state_get_preview (self->state)->mapping, ==, "Опрос");

  /* What is no correspondence is refused in words, and nothing changes. */
  g_assert_false (mer_import_state_import_mapping (self->state, broken));
  mer_fixture_wait (has_message, NULL);
  gtk_window_destroy (GTK_WINDOW (find_toplevel (ADW_TYPE_MESSAGE_DIALOG)));
  g_assert_cmpuint (n_mappings (self), ==, 1);
  leave (self);
}

/* --- what a column may be --------------------------------------------------------------------- */

/* A question about the respondents that nobody foresaw. */
static void
test_own_profile (Fixture      *self,
                  gconstpointer data)
{
  g_autofree char *path = write_table (
    self, "Опрос.csv",
    "Организация;q1;q2;q3;q4;q5;q6;q7;q8;q9;q10;q11;q12;q13;q14;Район=проживания;Телефон\n"
    "СОШ № 3;Да;Да;Да;Да;Да;Нет;;Да;Да;Нет;;Да;Да;Да;Заречье;1\n");
  const MerImportColumn *column = NULL;
  g_autoptr (MerImportTarget) own = NULL;
  g_autoptr (MerImportTarget) again = NULL;

  open_table (self, path);
  own = mer_import_state_get_own_target (self->state, 15);
  g_assert_nonnull (own);
  g_assert_cmpstr (own->code, ==, "profile:Район проживания");
  g_assert_nonnull (strstr (own->title, "Район проживания"));
  /* what is personal is nobody's profile */
  g_assert_null (mer_import_state_get_own_target (self->state, 16));
  mer_import_state_decide (self->state, 15, own->code);
  mer_fixture_wait (is_idle, self->state);
  mer_fixture_settle ();
  column = g_ptr_array_index (mer_import_state_get_preview (self->state)->columns, 15);
  g_assert_cmpstr (column->code, ==, "profile:Район проживания");
  g_assert_cmpstr (column->title, ==, "Район проживания");
  g_assert_cmpint (column->state, ==, MER_COLUMN_EXACT);
  /* it is among the usual choices then */
  again = mer_import_state_get_own_target (self->state, 15);
  g_assert_null (again);
  leave (self);
}

int
main (int    argc,
      char **argv)
{
  mer_fixture_init (&argc, &argv);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/batches/details", test_details);
  ADD ("/batches/rejected", test_rejected);
  ADD ("/batches/repeats", test_repeats);
  ADD ("/batches/drop", test_drop);
  ADD ("/batches/mappings", test_mappings);
  ADD ("/batches/own-profile", test_own_profile);
  return g_test_run ();
}
