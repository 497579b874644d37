/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Merging two organizations, names in files, templates, and what goes through the clipboard. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "store/mer-registry-spellings.h"
#include "ui/dialogs/mer-merge-dialog.h"
#include "ui/dialogs/mer-spellings-dialog.h"
#include "ui/pages/mer-data-page.h"
#include "ui/pages/mer-data-sample-private.h"
#include "ui/pages/mer-organizations-page-private.h"
#include "ui/pages/mer-recipients-paste.h"
#include "ui/print/mer-template-actions.h"
#include "ui/widgets/mer-table-copy.h"
#include "ui/widgets/mer-table-paste.h"
#include "widget-fixture.h"

typedef struct
{
  MerApplication *application;
  MerWindow      *window;
  MerSession     *session;
  MerDocument    *document;
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
  fixture->document = mer_session_get_document (fixture->session);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  mer_fixture_close (fixture->window);
  g_object_unref (fixture->application);
  g_free (fixture->path);
}

static GtkWidget *
show_page (Fixture    *fixture,
           const char *name)
{
  mer_window_show_page (fixture->window, name);
  mer_fixture_settle ();
  return GTK_WIDGET (mer_window_get_page (fixture->window));
}

static guint
n_stored (Fixture *fixture)
{
  g_autoptr (GPtrArray) all = mer_store_organizations (fixture->document, NULL);

  return all->len;
}

static GtkWidget *
find_toplevel (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

/* --- merging ----------------------------------------------------------------------------- */

/* The first two rows of the table; both have an INN of their own. */
static GtkWidget *
open_merge (Fixture *fixture)
{
  MerOrganizationsPage *page = MER_ORGANIZATIONS_PAGE (show_page (fixture, "organizations"));

  gtk_selection_model_select_range (GTK_SELECTION_MODEL (page->selection), 0, 2, TRUE);
  mer_fixture_settle ();
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "page.merge", NULL));
  mer_fixture_settle ();
  return find_toplevel (MER_TYPE_MERGE_DIALOG);
}

/* Different INNs must be confirmed; then one action merges, and undo brings both back. */
static void
test_merge (Fixture      *fixture,
            gconstpointer data)
{
  guint      n = n_stored (fixture);
  GtkWidget *dialog = open_merge (fixture);
  GtkWidget *force = NULL;

  g_assert_nonnull (dialog);
  gtk_widget_activate_action (dialog, "form.confirm", NULL);
  g_assert_cmpuint (n_stored (fixture), ==, n);
  force = mer_fixture_find (dialog, GTK_TYPE_SWITCH, NULL);
  g_assert_true (gtk_widget_get_mapped (force));
  gtk_switch_set_active (GTK_SWITCH (force), TRUE);
  gtk_widget_activate_action (dialog, "form.confirm", NULL);
  mer_fixture_settle ();
  g_assert_cmpuint (n_stored (fixture), ==, n - 1);
  g_assert_null (find_toplevel (MER_TYPE_MERGE_DIALOG));
  g_assert_true (mer_document_undo (fixture->document, NULL));
  g_assert_cmpuint (n_stored (fixture), ==, n);
}

/* The action is there for exactly two. */
static void
test_merge_needs_two (Fixture      *fixture,
                      gconstpointer data)
{
  MerOrganizationsPage *page = MER_ORGANIZATIONS_PAGE (show_page (fixture, "organizations"));
  GActionGroup         *actions = mer_page_get_actions (MER_PAGE (page));

  for (guint n = 1; n < 4; n++)
    {
      gtk_selection_model_select_range (GTK_SELECTION_MODEL (page->selection), 0, n, TRUE);
      mer_fixture_settle ();
      g_assert_cmpint (g_action_group_get_action_enabled (actions, "merge"), ==, n == 2);
      g_assert_cmpint (g_action_group_get_action_enabled (actions, "spellings"), ==, n == 1);
    }
}

/* --- names in files ------------------------------------------------------------------------ */

static void
test_spellings (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GPtrArray) all = mer_store_organizations (fixture->document, NULL);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  const MerOrganization *organization = all->pdata[0];
  GtkWidget             *dialog = NULL;
  guint                  n = all->len;

  show_page (fixture, "organizations");
  before = mer_store_spellings (fixture->document, organization->id, NULL);
  g_assert_cmpuint (before->len, >, 0);
  dialog = mer_spellings_dialog_new (GTK_WINDOW (fixture->window), fixture->session, organization);
  gtk_window_present (GTK_WINDOW (dialog));
  mer_fixture_settle ();
  /* the first choice: an organization of its own */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (mer_fixture_find (dialog, GTK_TYPE_DROP_DOWN, NULL)),
                              0);
  mer_fixture_settle ();
  g_assert_cmpuint (n_stored (fixture), ==, n + 1);
  after = mer_store_spellings (fixture->document, organization->id, NULL);
  g_assert_cmpuint (after->len, ==, before->len - 1);
  gtk_window_close (GTK_WINDOW (dialog));
  mer_fixture_settle ();
  g_assert_null (find_toplevel (MER_TYPE_SPELLINGS_DIALOG));
  g_assert_true (mer_document_undo (fixture->document, NULL));
  g_assert_cmpuint (n_stored (fixture), ==, n);
}

/* --- templates ----------------------------------------------------------------------------- */

static gboolean
is_idle (gpointer session)
{
  return !mer_session_get_busy (session);
}

static void
test_template (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *path = g_build_filename (folder, "template.xlsx", NULL);
  g_autofree char *text = NULL;
  gsize            size = 0;
  GActionGroup    *actions = mer_page_get_actions (MER_PAGE (show_page (fixture, "data")));

  g_assert_true (g_action_group_has_action (actions, "save-template"));
  mer_template_save_to (fixture->session, "checklist", path);
  mer_fixture_wait (is_idle, fixture->session);
  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  g_assert_cmpuint (size, >, 1000);
  g_assert_cmpint (memcmp (text, "PK", 2), ==, 0);
  g_unlink (path);
}

/* --- copying --------------------------------------------------------------------------------- */

static gboolean
is_russian (void)
{
  return mer_language_of_locale () == MER_LANGUAGE_RU;
}

static void
test_copy_cells (void)
{
  static const char *const cells[] = { "СОШ № 3 <„А“ & „Б“>", "1\302\240345", "92,06", "92.06",
                                       "−3,32", "+2,35", "0105067490", "=1+2", "—", "а\tб\nв" };
  g_autoptr (MerTableCopy) copy = mer_table_copy_new ();
  const char *html = NULL;

  mer_table_copy_add (copy, "−1");
  mer_table_copy_end_row (copy);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    mer_table_copy_add (copy, cells[i]);
  mer_table_copy_end_row (copy);
  g_assert_cmpstr (mer_table_copy_get_text (copy), ==,
                   is_russian ()
                     ? "−1\nСОШ № 3 <„А“ & „Б“>\t1345\t92,06\t92.06\t-3,32\t2,35\t0105067490\t"
                       "'=1+2\t—\tа б в\n"
                     : "−1\nСОШ № 3 <„А“ & „Б“>\t1345\t92,06\t92.06\t−3,32\t'+2,35\t0105067490\t"
                       "'=1+2\t—\tа б в\n");
  html = mer_table_copy_get_html (copy);
  g_assert_nonnull (strstr (html, "<th>−1</th>"));
  g_assert_nonnull (strstr (html, "<td>СОШ № 3 &lt;„А“ &amp; „Б“&gt;</td>"));
  g_assert_nonnull (strstr (html, "<td sdval=\"1345\" sdnum=\"1033;\">1345</td>"));
  if (is_russian ())
    g_assert_nonnull (strstr (html, "<td sdval=\"-3.32\" sdnum=\"1033;\">-3,32</td>"));
  else
    g_assert_nonnull (strstr (html, "<td sdval=\"92.06\" sdnum=\"1033;\">92.06</td>"));
  g_assert_nonnull (strstr (html, "mso-number-format:\"\\@\"'>0105067490</td>"));
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

static char *
clipboard_text (GtkWidget *widget)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, text_read_cb, &text);
  mer_fixture_wait (is_read, &text);
  return text;
}

static MerDataSample *
show_sample (Fixture *fixture)
{
  GtkWidget *page = show_page (fixture, "data");

  return MER_DATA_SAMPLE (mer_data_page_show_view (MER_DATA_PAGE (page), "sample"));
}

/* Every table of the window copies its selected rows; of one in which nothing is selected, the
 * row that has the keyboard. */
static void
test_copy_tables (Fixture      *fixture,
                  gconstpointer data)
{
  MerDataSample     *sample = show_sample (fixture);
  GtkWidget         *view = mer_fixture_find (GTK_WIDGET (sample), GTK_TYPE_COLUMN_VIEW, NULL);
  GtkSelectionModel *model = gtk_column_view_get_model (GTK_COLUMN_VIEW (view));
  GActionGroup      *actions = mer_data_view_get_actions (MER_DATA_VIEW (sample));
  g_autofree char   *two = NULL;
  g_autofree char   *one = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) cells = NULL;

  gtk_selection_model_select_range (model, 0, 2, TRUE);
  g_action_group_activate_action (actions, "copy", NULL);
  two = clipboard_text (view);
  lines = g_strsplit (two, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  cells = g_strsplit (lines[1], "\t", -1);
  g_assert_cmpuint (g_strv_length (cells), ==, 5);
  gtk_selection_model_unselect_all (model);
  gtk_widget_grab_focus (view);
  mer_fixture_settle ();
  g_action_group_activate_action (actions, "copy", NULL);
  one = clipboard_text (view);
  g_strfreev (g_steal_pointer (&lines));
  lines = g_strsplit (one, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
}

/* --- pasting --------------------------------------------------------------------------------- */

static void
test_parse (void)
{
  g_autoptr (GPtrArray) rows =
    mer_table_parse ("а\t1\r\n\"два\nстроки и \"\"кавычки\"\"\"\t2\r\n\"Радуга\" сад\t\n\n\t\n");
  g_autoptr (GPtrArray) none = mer_table_parse ("");

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpstr (((GStrv) rows->pdata[0])[1], ==, "1");
  g_assert_cmpstr (((GStrv) rows->pdata[1])[0], ==, "два\nстроки и \"кавычки\"");
  g_assert_cmpstr (((GStrv) rows->pdata[1])[1], ==, "2");
  g_assert_cmpstr (((GStrv) rows->pdata[2])[0], ==, "\"Радуга\" сад");
  g_assert_cmpstr (((GStrv) rows->pdata[2])[1], ==, "");
}

static void
test_recipients_text (void)
{
  g_assert_cmpint (mer_recipients_parse ("1 134"), ==, 1134);
  g_assert_cmpint (mer_recipients_parse ("1\302\240134,00"), ==, 1134);
  g_assert_cmpint (mer_recipients_parse (""), ==, -1);
  g_assert_cmpint (mer_recipients_parse ("—"), ==, -1);
  g_assert_cmpint (mer_recipients_parse ("12,5"), ==, -2);
  g_assert_cmpint (mer_recipients_parse ("много"), ==, -2);
  g_assert_cmpint (mer_recipients_parse ("7707083893"), ==, -2);
}

static gint64
recipients_of (Fixture *fixture,
               gint64   organization_id)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (fixture->document, 0, NULL);
  g_autoptr (GPtrArray) members = mer_store_members (fixture->document, cycle->id, NULL);

  for (guint i = 0; i < members->len; i++)
    {
      const MerCycleMember *member = members->pdata[i];

      if (member->organization_id == organization_id)
        return member->recipients;
    }
  return -1;
}

/* A column fills downward from a row; a header is passed over and a blank changes nothing. */
static void
test_paste_column (Fixture      *fixture,
                   gconstpointer data)
{
  MerDataSample *sample = show_sample (fixture);
  g_autoptr (GArray) ids = mer_data_sample_get_ids (sample);
  gint64 first = g_array_index (ids, gint64, 1), second = g_array_index (ids, gint64, 2),
         third = g_array_index (ids, gint64, 3);
  gint64 before[] = { recipients_of (fixture, first), recipients_of (fixture, second) };

  mer_data_sample_paste_text (sample, "Получатели\n1 001\n\n1003\n", 1);
  mer_fixture_settle ();
  g_assert_cmpint (recipients_of (fixture, first), ==, 1001);
  g_assert_cmpint (recipients_of (fixture, second), ==, before[1]);
  g_assert_cmpint (recipients_of (fixture, third), ==, 1003);
  g_assert_true (mer_document_undo (fixture->document, NULL));
  g_assert_cmpint (recipients_of (fixture, first), ==, before[0]);
}

static char *
name_of (Fixture *fixture,
         gint64   id)
{
  g_autoptr (GPtrArray) all = mer_store_organizations (fixture->document, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const MerOrganization *organization = all->pdata[i];

      if (organization->id == id)
        return g_utf8_strup (organization->name, -1);
    }
  return NULL;
}

/* Names say whose a number is, whatever the order; an ordinal before and figures behind them are
 * passed over, and a name that nobody has is told. */
static void
test_paste_names (Fixture      *fixture,
                  gconstpointer data)
{
  MerDataSample *sample = show_sample (fixture);
  g_autoptr (GArray) ids = mer_data_sample_get_ids (sample);
  gint64           first = g_array_index (ids, gint64, 0);
  gint64           last = g_array_index (ids, gint64, ids->len - 1);
  g_autofree char *first_name = name_of (fixture, first);
  g_autofree char *last_name = name_of (fixture, last);
  g_autofree char *text = g_strdup_printf ("№\tОрганизация\tПолучатели\tВыборка\n"
                                           "1\t%s\t777\t5\n2\tНет такой\t9\t9\n3\t%s\t778\t5\n",
                                           last_name, first_name);

  mer_data_sample_paste_text (sample, text, 4);
  mer_fixture_settle ();
  g_assert_cmpint (recipients_of (fixture, first), ==, 778);
  g_assert_cmpint (recipients_of (fixture, last), ==, 777);
}

static void
test_paste_complaint (void)
{
  g_autoptr (GPtrArray) rows = mer_table_parse ("5\n6\nмного\n7\n");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (MerRecipientsPaste) paste = NULL;
  g_autofree char *complaint = NULL;
  gint64           id = 1;

  g_array_append_val (ids, id);
  paste = mer_recipients_paste (rows, ids, 0, by_name);
  g_assert_cmpuint (paste->values->len, ==, 1);
  g_assert_cmpuint (paste->misread->len, ==, 1);
  g_assert_cmpuint (paste->beyond, ==, 2);
  complaint = mer_recipients_paste_complaint (paste);
  g_assert_nonnull (strstr (complaint, "много"));
}

/* Rows that are pasted while a cell has the keyboard go to the table, from that row on. */
static void
test_paste_into_cell (Fixture      *fixture,
                      gconstpointer data)
{
  MerDataSample *sample = show_sample (fixture);
  GtkWidget     *view = mer_fixture_find (GTK_WIDGET (sample), GTK_TYPE_COLUMN_VIEW, NULL);
  GtkWidget     *cell = mer_fixture_find (view, GTK_TYPE_TEXT, NULL);
  g_autoptr (GArray) ids = mer_data_sample_get_ids (sample);
  guint start = 0;

  g_assert_nonnull (cell);
  gtk_widget_grab_focus (cell);
  start = mer_data_sample_get_start (sample, cell);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (view), "2001\n2002\n");
  g_signal_emit_by_name (cell, "paste-clipboard");
  mer_fixture_settle ();
  g_assert_cmpint (recipients_of (fixture, g_array_index (ids, gint64, start)), ==, 2001);
  g_assert_cmpint (recipients_of (fixture, g_array_index (ids, gint64, start + 1)), ==, 2002);
}

int
main (int    argc,
      char **argv)
{
  mer_fixture_init (&argc, &argv);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/registry/merge", test_merge);
  ADD ("/registry/merge-needs-two", test_merge_needs_two);
  ADD ("/registry/spellings", test_spellings);
  ADD ("/registry/template", test_template);
  ADD ("/registry/copy-tables", test_copy_tables);
  ADD ("/registry/paste-column", test_paste_column);
  ADD ("/registry/paste-names", test_paste_names);
  ADD ("/registry/paste-into-cell", test_paste_into_cell);
#undef ADD
  g_test_add_func ("/registry/copy-cells", test_copy_cells);
  g_test_add_func ("/registry/parse", test_parse);
  g_test_add_func ("/registry/recipients-text", test_recipients_text);
  g_test_add_func ("/registry/paste-complaint", test_paste_complaint);
  return g_test_run ();
}
