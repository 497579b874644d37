/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window as a whole: start view, documents, pages, undo. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-cycle-stage.h"
#include "app/mer-new-document.h"
#include "ui/mer-page-table.h"
#include "ui/pages/mer-organizations-page.h"
#include "ui/widgets/mer-record-table.h"
#include "widget-fixture.h"

static void
test_start (void)
{
  g_autoptr (MerApplication) application = mer_fixture_application_new ();
  MerWindow *window = mer_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  mer_fixture_settle ();
  g_assert_null (mer_window_get_session (window));
  g_assert_null (mer_window_get_page (window));
  mer_fixture_close (window);
}

static void
test_every_page (void)
{
  g_autoptr (MerApplication) application = mer_fixture_application_new ();
  g_autofree char   *path = mer_fixture_demo_path ();
  MerWindow         *window = mer_fixture_open (application, path);
  guint              n_pages = 0;
  const MerPageInfo *pages = mer_page_table (&n_pages);

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Верхнеольховский район");
  for (guint i = 0; i < n_pages; i++)
    {
      mer_window_show_page (window, pages[i].id);
      mer_fixture_settle ();
      g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (mer_window_get_page (window),
                                                 pages[i].get_type ()));
      g_assert_cmpstr (mer_page_get_title (mer_window_get_page (window)), !=, "");
    }
  mer_fixture_close (window);
}

static const char *const panes[] = { "MerSidebar", "AdwHeaderBar", "GtkStack" };

/* Which of the window's parts has the keyboard: its place in `panes`, or their number. */
static guint
pane_with_keyboard (MerWindow *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  for (guint i = 0; focus != NULL && i < G_N_ELEMENTS (panes); i++)
    if (gtk_widget_get_ancestor (focus, g_type_from_name (panes[i])) != NULL)
      return i;
  return G_N_ELEMENTS (panes);
}

/* By keys alone one comes from a table to the bar above it and to the list of pages, and back. */
static void
test_panes (void)
{
  g_autoptr (MerApplication) application = mer_fixture_application_new ();
  g_autofree char   *path = mer_fixture_demo_path ();
  MerWindow         *window = mer_fixture_open (application, path);
  guint              n_pages = 0;
  const MerPageInfo *pages = mer_page_table (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    {
      gboolean seen[G_N_ELEMENTS (panes) + 1] = { FALSE };

      mer_window_show_page (window, pages[i].id);
      mer_fixture_settle ();
      for (guint step = 0; step < 4; step++)
        {
          gtk_widget_activate_action (GTK_WIDGET (window), "win.next-pane", NULL);
          mer_fixture_settle ();
          seen[pane_with_keyboard (window)] = TRUE;
        }
      for (guint pane = 0; pane < G_N_ELEMENTS (panes); pane++)
        if (!seen[pane])
          g_error ("%s: the keyboard does not reach %s", pages[i].id, panes[pane]);
      g_assert_false (seen[G_N_ELEMENTS (panes)]);
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.next-pane", NULL);
  n_pages = pane_with_keyboard (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.previous-pane", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.next-pane", NULL);
  g_assert_cmpuint (pane_with_keyboard (window), ==, n_pages);
  mer_fixture_close (window);
}

/* What has the keyboard; never something of a page that is not shown. */
static GtkWidget *
shown_focus (MerWindow *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_get_mapped (focus));
  return focus;
}

static void
go_and_return (MerWindow  *window,
               const char *there,
               const char *back,
               const char *page)
{
  GtkWidget *before = shown_focus (window);

  gtk_widget_activate_action (GTK_WIDGET (window), there, NULL);
  mer_fixture_settle ();
  g_assert_true (shown_focus (window) != before);
  gtk_widget_activate_action (GTK_WIDGET (window), back, NULL);
  mer_fixture_settle ();
  if (shown_focus (window) != before)
    g_error ("%s: %s, then %s came to another place", page, there, back);
}

/* Either way and back again leads to what matters most on a page, also from beside a handle. */
static void
test_way_back (void)
{
  g_autoptr (MerApplication) application = mer_fixture_application_new ();
  g_autofree char   *path = mer_fixture_demo_path ();
  MerWindow         *window = mer_fixture_open (application, path);
  guint              n_pages = 0;
  const MerPageInfo *pages = mer_page_table (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    {
      mer_window_show_page (window, pages[i].id);
      mer_fixture_settle ();
      gtk_widget_grab_focus (GTK_WIDGET (mer_window_get_page (window)));
      go_and_return (window, "win.previous-pane", "win.next-pane", pages[i].id);
      go_and_return (window, "win.next-pane", "win.previous-pane", pages[i].id);
    }
  mer_fixture_close (window);
}

/* As GTK does it when nothing else takes the key. */
static void
press_tab (MerWindow *window,
           guint      key)
{
  GListModel *controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  gboolean    handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) one = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (one))
        g_signal_emit_by_name (one, "key-pressed", key, 0, (GdkModifierType) 0, &handled);
    }
  if (!handled)
    gtk_widget_child_focus (GTK_WIDGET (window), key == GDK_KEY_Tab ? GTK_DIR_TAB_FORWARD
                                                                    : GTK_DIR_TAB_BACKWARD);
  g_object_unref (controllers);
}

/* A screen reader hears what a row and a choice say; a row that is left may show another soon. */
static void
test_spoken (void)
{
  g_autoptr (MerApplication) application = mer_fixture_application_new ();
  g_autofree char *path = mer_fixture_demo_path ();
  MerWindow       *window = mer_fixture_open (application, path);
  GtkWidget       *row = NULL;
  GtkWidget       *filter = NULL;

  mer_window_show_page (window, "workplan");
  mer_fixture_settle ();
  gtk_widget_grab_focus (GTK_WIDGET (mer_window_get_page (window)));
  row = shown_focus (window);
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (row), ==, "GtkListItemWidget");
  g_assert_true (
    gtk_test_accessible_has_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL));
  mer_window_show_page (window, "plans");
  mer_fixture_settle ();
  filter = mer_fixture_find (GTK_WIDGET (mer_window_get_page (window)), GTK_TYPE_DROP_DOWN, NULL);
  filter = gtk_widget_get_first_child (filter);
  g_assert_true (gtk_widget_grab_focus (filter));
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (filter),
                                       GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                       gtk_widget_get_parent (filter), NULL);
  g_assert_false (
    gtk_test_accessible_has_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL));
  mer_fixture_close (window);
}

/* Tab reaches the list of pages, the header and the bars of the page, whatever had it before. */
static void
go_around (MerWindow *window)
{
  GtkWidget *page = GTK_WIDGET (mer_window_get_page (window));
  gboolean   header = FALSE;
  gboolean   sidebar = FALSE;
  gboolean   bar = FALSE;

  for (int i = 0; i < 60; i++)
    {
      GtkWidget *focus = NULL;

      press_tab (window, GDK_KEY_Tab);
      focus = shown_focus (window);
      header = header || gtk_widget_get_ancestor (focus, ADW_TYPE_HEADER_BAR) != NULL;
      sidebar = sidebar || gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX) != NULL;
      bar = bar || (GTK_IS_TOGGLE_BUTTON (focus) && gtk_widget_is_ancestor (focus, page));
    }
  g_assert_true (header);
  g_assert_true (sidebar);
  g_assert_true (bar);
}

/* Tab passes by the rows of a table, either way; arrows go through them. */
static void
test_tab_leaves (void)
{
  g_autoptr (MerApplication) application = mer_fixture_application_new ();
  g_autofree char *path = mer_fixture_demo_path ();
  MerWindow       *window = mer_fixture_open (application, path);
  GtkWidget       *table = NULL;

  mer_window_show_page (window, "plans");
  mer_fixture_settle ();
  gtk_widget_grab_focus (GTK_WIDGET (mer_window_get_page (window)));
  go_around (window);
  go_around (window);
  mer_window_show_page (window, "organizations");
  mer_fixture_settle ();
  gtk_widget_grab_focus (GTK_WIDGET (mer_window_get_page (window)));
  table = gtk_widget_get_ancestor (shown_focus (window), GTK_TYPE_COLUMN_VIEW);
  g_assert_nonnull (table);
  press_tab (window, GDK_KEY_Tab);
  g_assert_false (gtk_widget_is_ancestor (shown_focus (window), table));
  press_tab (window, GDK_KEY_ISO_Left_Tab);
  g_assert_true (gtk_widget_is_ancestor (shown_focus (window), table));
  press_tab (window, GDK_KEY_ISO_Left_Tab);
  g_assert_false (gtk_widget_is_ancestor (shown_focus (window), table));
  g_assert_true (gtk_widget_get_can_focus (table));
  go_around (window);
  go_around (window); /* what had the keyboard in one round is no end of the next */
  mer_fixture_settle ();
  g_assert_true (MER_IS_ORGANIZATIONS_PAGE (mer_window_get_page (window)));
  mer_fixture_close (window);
}

/* Pages, session and document live no longer than their window. */
static void
test_nothing_is_left (void)
{
  g_autoptr (MerApplication) application = mer_fixture_application_new ();
  g_autofree char   *path = mer_fixture_demo_path ();
  MerWindow         *window = mer_fixture_open (application, path);
  guint              n_pages = 0;
  const MerPageInfo *pages = mer_page_table (&n_pages);
  gpointer           left[16] = { NULL };
  MerDocument       *document = mer_session_get_document (mer_window_get_session (window));

  g_assert_cmpuint (n_pages + 2, <=, G_N_ELEMENTS (left));
  for (guint i = 0; i < n_pages; i++)
    {
      mer_window_show_page (window, pages[i].id);
      mer_fixture_settle ();
      left[i] = mer_window_get_page (window);
      g_object_add_weak_pointer (left[i], &left[i]);
    }
  left[n_pages] = mer_window_get_session (window);
  g_object_add_weak_pointer (left[n_pages], &left[n_pages]);
  left[n_pages + 1] = document;
  g_object_add_weak_pointer (left[n_pages + 1], &left[n_pages + 1]);
  mer_fixture_close (window);
  mer_fixture_settle ();
  for (guint i = 0; i < n_pages + 2; i++)
    g_assert_null (left[i]);
}

static gboolean
rename_document (MerDocument *document,
                 gpointer     user_data,
                 GError     **error)
{
  return mer_document_set_setting (document, "title", user_data, error);
}

static void
test_undo (void)
{
  g_autoptr (MerApplication) application = mer_fixture_application_new ();
  g_autofree char *path = mer_fixture_demo_path ();
  MerWindow       *window = mer_fixture_open (application, path);
  MerSession      *session = mer_window_get_session (window);
  char             title[] = "Another district";

  g_assert_true (mer_session_perform (session, "Renaming", "Renamed", rename_document, title));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, title);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Верхнеольховский район");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, title);
  mer_fixture_close (window);
}

static gboolean
add_organization (MerDocument *document,
                  gpointer     user_data,
                  GError     **error)
{
  g_autoptr (MerOrganization) organization =
    mer_organization_new (user_data, MER_ORGANIZATION_GENERAL);

  return mer_store_save_organization (document, organization, error);
}

static gboolean
has_subtitle (MerPage    *page,
              const char *subtitle)
{
  return g_str_equal (mer_page_get_subtitle (page), subtitle);
}

/* A page that is not shown waits with what has changed until it is. */
static void
test_hidden_page (void)
{
  g_autoptr (MerApplication) application = mer_fixture_application_new ();
  g_autofree char *path = mer_fixture_demo_path ();
  MerWindow       *window = mer_fixture_open (application, path);
  MerSession      *session = mer_window_get_session (window);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  char             first[] = "Лицей № 71", second[] = "Лицей № 72";
  MerPage         *page = NULL;

  mer_window_show_page (window, "organizations");
  mer_fixture_settle ();
  page = mer_window_get_page (window);
  before = g_strdup (mer_page_get_subtitle (page));
  g_assert_true (mer_session_perform (session, "Adding", NULL, add_organization, first));
  g_assert_false (has_subtitle (page, before));
  after = g_strdup (mer_page_get_subtitle (page));

  mer_window_show_page (window, "methodology");
  g_assert_true (mer_session_perform (session, "Adding", NULL, add_organization, second));
  mer_fixture_settle ();
  g_assert_true (has_subtitle (page, after));
  mer_window_show_page (window, "organizations");
  g_assert_true (mer_window_get_page (window) == page);
  g_assert_false (has_subtitle (page, after));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  g_assert_true (has_subtitle (page, after));
  mer_fixture_close (window);
}

static void
failed_cb (MerSession   *session,
           const char   *heading,
           const GError *error,
           int          *n_failed)
{
  (*n_failed)++;
}

static gboolean
change_then_fail (MerDocument *document,
                  gpointer     user_data,
                  GError     **error)
{
  if (!rename_document (document, user_data, error))
    return FALSE;
  g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID, "no");
  return FALSE;
}

/* What fails in the middle leaves the document as it was. */
static void
test_failed_change (void)
{
  g_autofree char *path = mer_fixture_demo_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) document = mer_document_open (path, MER_OPEN_READ_WRITE, &error);
  g_autoptr (MerSession) session = mer_session_new (document);
  g_autofree char *title = NULL;
  char             other[] = "Another district";
  int              n_failed = 0;

  g_assert_no_error (error);
  g_signal_connect (session, "failed", G_CALLBACK (failed_cb), &n_failed);
  g_assert_false (mer_session_perform (session, "Renaming", NULL, change_then_fail, other));
  g_assert_cmpint (n_failed, ==, 1);
  title = mer_document_get_setting (document, "title");
  g_assert_cmpstr (title, ==, "Верхнеольховский район");
}

/* A second writer gets a window that only reads, and says who has the document. */
static void
test_read_only (void)
{
  g_autoptr (MerApplication) application = mer_fixture_application_new ();
  g_autofree char *path = mer_fixture_demo_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) holder = mer_document_open (path, MER_OPEN_READ_WRITE, &error);
  MerWindow   *window = NULL;
  MerDocument *document = NULL;

  g_assert_no_error (error);
  window = mer_fixture_open (application, path);
  document = mer_session_get_document (mer_window_get_session (window));
  g_assert_true (mer_document_is_read_only (document));
  g_assert_null (mer_session_get_problem (mer_window_get_session (window)));
  g_assert_nonnull (mer_session_get_results (mer_window_get_session (window)));
  g_assert_nonnull (mer_fixture_find (GTK_WIDGET (window), GTK_TYPE_LABEL,
                                      mer_document_get_holder (document)));
  mer_fixture_close (window);
}

static void
test_cycles (void)
{
  g_autoptr (MerApplication) application = mer_fixture_application_new ();
  g_autofree char *path = mer_fixture_demo_path ();
  MerWindow       *window = mer_fixture_open (application, path);
  MerSession      *session = mer_window_get_session (window);
  g_autoptr (GPtrArray) cycles = mer_store_cycles (mer_session_get_document (session), NULL);
  const MerCycle *oldest = g_ptr_array_index (cycles, 0);

  g_assert_cmpuint (cycles->len, ==, 3);
  g_action_group_activate_action (G_ACTION_GROUP (window), "cycle",
                                  g_variant_new_int64 (oldest->id));
  mer_fixture_wait ((MerCondition) mer_session_is_current, session);
  g_assert_cmpint (mer_session_get_results (session)->cycle->id, ==, oldest->id);
  mer_fixture_close (window);
}

typedef struct
{
  MerWindow *window;
  guint      n_left;
  gint64     until;
} Toasts;

static gboolean
toast_cb (gpointer user_data)
{
  Toasts *self = user_data;

  if (self->n_left > 0)
    mer_window_toast (self->window, "Done", TRUE);
  return self->n_left-- > 0;
}

static gboolean
is_late (gpointer data)
{
  return g_get_monotonic_time () > ((Toasts *) data)->until;
}

/* Actions that follow one another faster than their toasts come and go. */
static void
test_toasts (void)
{
  g_autoptr (MerApplication) application = mer_fixture_application_new ();
  g_autofree char *path = mer_fixture_demo_path ();
  Toasts           self = { mer_fixture_open (application, path), 12, 0 };

  self.until = g_get_monotonic_time () + 4 * G_USEC_PER_SEC;
  g_timeout_add (150, toast_cb, &self);
  mer_fixture_wait (is_late, &self);
  mer_fixture_close (self.window);
}

/* Why nothing can be changed there is told, and gone when the cycle is open again. */
static void
test_closed_cycle (void)
{
  g_autoptr (MerApplication) application = mer_fixture_application_new ();
  g_autofree char *path = mer_fixture_demo_path ();
  MerWindow       *window = mer_fixture_open (application, path);
  MerSession      *session = mer_window_get_session (window);
  MerDocument     *document = mer_session_get_document (session);
  gint64           cycle_id = mer_session_get_results (session)->cycle->id;
  const char      *words = _("The cycle is closed. Open it again to change its records.");
  g_autoptr (GError) error = NULL;

  g_assert_null (mer_fixture_find (GTK_WIDGET (window), GTK_TYPE_LABEL, words));
  g_assert_true (mer_document_begin (document, "Closing", &error));
  g_assert_true (mer_cycle_archive (document, cycle_id, TRUE, &error));
  g_assert_true (mer_document_commit (document, &error));
  mer_fixture_settle ();
  g_assert_nonnull (mer_fixture_find (GTK_WIDGET (window), GTK_TYPE_LABEL, words));
  g_assert_true (mer_document_begin (document, "Opening", &error));
  g_assert_true (mer_cycle_open_again (document, cycle_id, &error));
  g_assert_true (mer_document_commit (document, &error));
  mer_fixture_settle ();
  g_assert_null (mer_fixture_find (GTK_WIDGET (window), GTK_TYPE_LABEL, words));
  mer_fixture_close (window);
}

/* What belongs to a cycle cannot be added while there is none: one is begun from there. */
static void
test_no_cycle (void)
{
  g_autoptr (MerApplication) application = mer_fixture_application_new ();
  g_autofree char *path = mer_fixture_empty_path ();
  MerWindow       *window = mer_fixture_open (application, path);
  GtkWidget       *table = NULL;
  GtkWidget       *button = NULL;

  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "publications"));
  mer_fixture_settle ();
  table = mer_fixture_find (GTK_WIDGET (window), MER_TYPE_RECORD_TABLE, NULL);
  g_assert_nonnull (table);
  button = mer_fixture_find (table, GTK_TYPE_LABEL, _("_New cycle…") + 1);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_true (gtk_widget_is_sensitive (button));
  mer_fixture_close (window);
}

int
main (int    argc,
      char **argv)
{
  mer_fixture_init (&argc, &argv);
  g_test_add_func ("/window/start", test_start);
  g_test_add_func ("/window/every-page", test_every_page);
  g_test_add_func ("/window/panes", test_panes);
  g_test_add_func ("/window/way-back", test_way_back);
  g_test_add_func ("/window/spoken", test_spoken);
  g_test_add_func ("/window/tab-leaves", test_tab_leaves);
  g_test_add_func ("/window/nothing-is-left", test_nothing_is_left);
  g_test_add_func ("/window/undo", test_undo);
  g_test_add_func ("/window/hidden-page", test_hidden_page);
  g_test_add_func ("/window/failed-change", test_failed_change);
  g_test_add_func ("/window/read-only", test_read_only);
  g_test_add_func ("/window/closed-cycle", test_closed_cycle);
  g_test_add_func ("/window/no-cycle", test_no_cycle);
  g_test_add_func ("/window/cycles", test_cycles);
  g_test_add_func ("/window/toasts", test_toasts);
  return g_test_run ();
}
