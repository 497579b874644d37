/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The grid of checklists: moving, typing over one cell and over a range, pasting, filters, the
 * details; each change is one action that is taken back as a whole. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-language.h"
#include "store/mer-registry-store.h"
#include "ui/pages/mer-data-checklists.h"
#include "ui/pages/mer-data-page.h"
#include "ui/widgets/mer-checklist-copy.h"
#include "widget-fixture.h"

typedef struct
{
  MerApplication    *application;
  MerWindow         *window;
  MerDataPage       *page;
  MerDataChecklists *view;
  MerChecklistGrid  *grid;
  MerDocument       *document;
  char              *path;
} Fixture;

static void
set_up_with (Fixture *fixture,
             char    *path)
{
  fixture->application = mer_fixture_application_new ();
  fixture->path = path;
  fixture->window = mer_fixture_open (fixture->application, path);
  mer_window_show_page (fixture->window, "data");
  mer_fixture_settle ();
  fixture->page = MER_DATA_PAGE (mer_window_get_page (fixture->window));
  fixture->view = MER_DATA_CHECKLISTS (mer_data_page_show_view (fixture->page, "checklists"));
  fixture->grid = mer_data_checklists_get_grid (fixture->view);
  fixture->document = mer_session_get_document (mer_window_get_session (fixture->window));
  mer_fixture_settle ();
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  set_up_with (fixture, mer_fixture_demo_path ());
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
press (Fixture        *fixture,
       guint           key,
       GdkModifierType state)
{
  g_assert_true (mer_checklist_grid_press_key (fixture->grid, key, state));
  mer_fixture_settle ();
}

static void
assert_cursor (Fixture *fixture,
               guint    row,
               guint    column)
{
  guint at_row = 0;
  guint at_column = 0;

  g_assert_true (mer_checklist_grid_get_cursor (fixture->grid, &at_row, &at_column));
  g_assert_cmpuint (at_row, ==, row);
  g_assert_cmpuint (at_column, ==, column);
}

static const MerMarkCell *
cell_at (Fixture *fixture,
         guint    row,
         guint    column)
{
  return mer_checklist_data_cell (mer_checklist_grid_get_data (fixture->grid),
                                  mer_checklist_grid_data_row (fixture->grid, row), column);
}

static const char *
sign_at (Fixture *fixture,
         guint    row,
         guint    column)
{
  return mer_checklist_sign (cell_at (fixture, row, column));
}

static gboolean
is_by_hand (Fixture *fixture,
            guint    row,
            guint    column)
{
  return mer_checklist_data_is_by_hand (mer_checklist_grid_get_data (fixture->grid),
                                        mer_checklist_grid_data_row (fixture->grid, row), column);
}

static guint
last_column (Fixture *fixture)
{
  return mer_checklist_data_n_columns (mer_checklist_grid_get_data (fixture->grid)) - 1;
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  mer_document_undo (fixture->document, &error);
  g_assert_no_error (error);
  mer_fixture_settle ();
}

static void
test_moving (Fixture      *fixture,
             gconstpointer data)
{
  guint             rows = mer_checklist_grid_n_rows (fixture->grid);
  MerChecklistRange range;

  g_assert_cmpuint (rows, ==, 36);
  assert_cursor (fixture, 0, 0);
  g_assert_true (mer_checklist_grid_press_key (fixture->grid, GDK_KEY_Up, 0));
  assert_cursor (fixture, 0, 0);
  press (fixture, GDK_KEY_Down, 0);
  press (fixture, GDK_KEY_Right, 0);
  assert_cursor (fixture, 1, 1);
  press (fixture, GDK_KEY_Return, 0);
  press (fixture, GDK_KEY_Tab, 0);
  assert_cursor (fixture, 2, 2);
  press (fixture, GDK_KEY_Return, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK);
  assert_cursor (fixture, 1, 1);
  press (fixture, GDK_KEY_End, 0);
  assert_cursor (fixture, 1, last_column (fixture));
  /* at the end of a row Tab is not the grid's: the keyboard must find a way out */
  g_assert_false (mer_checklist_grid_press_key (fixture->grid, GDK_KEY_Tab, 0));
  press (fixture, GDK_KEY_Home, GDK_CONTROL_MASK);
  assert_cursor (fixture, 0, 0);
  g_assert_false (mer_checklist_grid_press_key (fixture->grid, GDK_KEY_ISO_Left_Tab,
                                                GDK_SHIFT_MASK));
  press (fixture, GDK_KEY_End, GDK_CONTROL_MASK);
  assert_cursor (fixture, rows - 1, last_column (fixture));
  press (fixture, GDK_KEY_Page_Up, 0);
  press (fixture, GDK_KEY_Home, GDK_CONTROL_MASK);
  press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_true (mer_checklist_grid_get_range (fixture->grid, &range));
  g_assert_cmpuint (range.last_row - range.row, ==, 1);
  g_assert_cmpuint (range.last_column - range.column, ==, 1);
  press (fixture, GDK_KEY_a, GDK_CONTROL_MASK);
  g_assert_true (mer_checklist_grid_get_range (fixture->grid, &range));
  g_assert_cmpuint (range.last_row, ==, rows - 1);
  g_assert_cmpuint (range.last_column, ==, last_column (fixture));
  g_assert_false (mer_checklist_grid_press_key (fixture->grid, GDK_KEY_x, 0));
}

/* Every key of a mark; clearing shows the file's mark again. */
static void
test_typing (Fixture      *fixture,
             gconstpointer data)
{
  static const struct
  {
    guint   key;
    MerMark mark;
  } keys[] = {
    { GDK_KEY_0, MER_MARK_ABSENT },
    { GDK_KEY_2, MER_MARK_HALF },
    { GDK_KEY_1, MER_MARK_PRESENT },
    { GDK_KEY_slash, MER_MARK_HALF },
    { GDK_KEY_n, MER_MARK_NOT_REQUIRED },
    { GDK_KEY_KP_0, MER_MARK_ABSENT },
    { GDK_KEY_Cyrillic_en, MER_MARK_NOT_REQUIRED },
  };
  g_autofree char *before = NULL;
  g_autofree char *said = NULL;

  mer_checklist_grid_move_to (fixture->grid, 3, 4, FALSE);
  before = g_strdup (sign_at (fixture, 3, 4));
  g_assert_cmpstr (before, ==, "1");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      press (fixture, keys[i].key, 0);
      g_assert_cmpint (cell_at (fixture, 3, 4)->mark, ==, keys[i].mark);
      g_assert_true (is_by_hand (fixture, 3, 4) || keys[i].mark == MER_MARK_PRESENT);
    }
  assert_cursor (fixture, 3, 4);
  said = mer_checklist_grid_describe (fixture->grid);
  g_assert_nonnull (strstr (said, C_("mark", "not required")));
  press (fixture, GDK_KEY_Delete, 0);
  g_assert_cmpstr (sign_at (fixture, 3, 4), ==, before);
  g_assert_false (is_by_hand (fixture, 3, 4));
  undo (fixture);
  g_assert_cmpint (cell_at (fixture, 3, 4)->mark, ==, MER_MARK_NOT_REQUIRED);
  press (fixture, GDK_KEY_BackSpace, 0);
  g_assert_cmpstr (sign_at (fixture, 3, 4), ==, before);
}

static void
test_range (Fixture      *fixture,
            gconstpointer data)
{
  mer_checklist_grid_move_to (fixture->grid, 5, 1, FALSE);
  mer_checklist_grid_move_to (fixture->grid, 8, 3, TRUE);
  press (fixture, GDK_KEY_2, 0);
  for (guint row = 5; row <= 8; row++)
    for (guint column = 1; column <= 3; column++)
      g_assert_cmpstr (sign_at (fixture, row, column), ==, "½");
  g_assert_cmpstr (sign_at (fixture, 4, 1), !=, "½");
  undo (fixture); /* all of it is one action */
  for (guint row = 5; row <= 8; row++)
    for (guint column = 1; column <= 3; column++)
      g_assert_cmpstr (sign_at (fixture, row, column), !=, "½");
}

static gboolean
has_dialog (gpointer data)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        {
          gtk_window_destroy (GTK_WINDOW (window));
          return TRUE;
        }
    }
  return FALSE;
}

static void
test_pasting (Fixture      *fixture,
              gconstpointer data)
{
  gint64 revision = 0;

  mer_checklist_grid_move_to (fixture->grid, 2, 1, FALSE);
  mer_data_checklists_paste_text (fixture->view, "0\tда\t0,5\r\nнет\tн\t\"есть\"\r\n");
  mer_fixture_settle ();
  g_assert_cmpstr (sign_at (fixture, 2, 1), ==, "0");
  g_assert_cmpstr (sign_at (fixture, 2, 2), ==, "1");
  g_assert_cmpstr (sign_at (fixture, 2, 3), ==, "½");
  g_assert_cmpstr (sign_at (fixture, 3, 1), ==, "0");
  g_assert_cmpint (cell_at (fixture, 3, 2)->mark, ==, MER_MARK_NOT_REQUIRED);
  g_assert_cmpstr (sign_at (fixture, 3, 3), ==, "1");
  undo (fixture);
  g_assert_false (is_by_hand (fixture, 2, 3));

  revision = mer_document_get_revision (fixture->document);
  mer_data_checklists_paste_text (fixture->view, "1\tможет быть\n");
  mer_fixture_wait (has_dialog, NULL);
  g_assert_cmpint (mer_document_get_revision (fixture->document), ==, revision);
  mer_checklist_grid_move_to (fixture->grid, 35, 0, FALSE);
  mer_data_checklists_paste_text (fixture->view, "1\n1\n");
  mer_fixture_wait (has_dialog, NULL);
  g_assert_cmpint (mer_document_get_revision (fixture->document), ==, revision);

  /* one cell fills the range */
  mer_checklist_grid_move_to (fixture->grid, 0, 0, FALSE);
  mer_checklist_grid_move_to (fixture->grid, 1, 1, TRUE);
  mer_data_checklists_paste_text (fixture->view, "0,5\n");
  mer_fixture_settle ();
  g_assert_cmpstr (sign_at (fixture, 0, 0), ==, "½");
  g_assert_cmpstr (sign_at (fixture, 1, 1), ==, "½");
}

/* What is copied carries names and headers, and goes back to them wherever the cursor is. */
static void
test_copying (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *tsv = NULL;
  g_autofree char *html = NULL;
  g_autofree char *half = NULL;
  g_auto (GStrv) lines = NULL;
  MerChecklistData *shown = mer_checklist_grid_get_data (fixture->grid);

  mer_checklist_grid_move_to (fixture->grid, 4, 2, FALSE);
  mer_checklist_grid_move_to (fixture->grid, 6, 3, TRUE);
  press (fixture, GDK_KEY_2, 0);
  shown = mer_checklist_grid_get_data (fixture->grid);
  mer_checklist_copy_text (fixture->grid, &tsv, &html);
  lines = g_strsplit (tsv, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_nonnull (strstr (lines[0], mer_checklist_data_item (shown, 2)->text));
  half = g_strdup_printf (
    "%s\t%s\t%s",
    mer_checklist_data_organization (shown, mer_checklist_grid_data_row (fixture->grid, 4))->name,
    mer_language_of_locale () == MER_LANGUAGE_RU ? "0,5" : "0.5",
    mer_language_of_locale () == MER_LANGUAGE_RU ? "0,5" : "0.5");
  g_assert_cmpstr (lines[1], ==, half);
  g_assert_nonnull (strstr (html, "<th>"));
  undo (fixture);
  g_assert_cmpstr (sign_at (fixture, 4, 2), !=, "½");
  mer_checklist_grid_move_to (fixture->grid, 20, 20, FALSE);
  mer_data_checklists_paste_text (fixture->view, tsv);
  mer_fixture_settle ();
  g_assert_cmpstr (sign_at (fixture, 4, 2), ==, "½");
  g_assert_cmpstr (sign_at (fixture, 6, 3), ==, "½");
  g_assert_cmpstr (sign_at (fixture, 20, 20), !=, "½");
}

static gboolean
is_searched (gpointer data)
{
  return mer_checklist_grid_n_rows (((Fixture *) data)->grid) == 1;
}

static void
test_filters (Fixture      *fixture,
              gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  GtkWidget *search = mer_fixture_find (view, GTK_TYPE_SEARCH_ENTRY, NULL);
  guint      row = 0;
  guint      column = 0;
  gint64     id = 0;

  mer_checklist_grid_move_to (fixture->grid, 10, 5, FALSE);
  id = mer_checklist_data_organization (mer_checklist_grid_get_data (fixture->grid),
                                        mer_checklist_grid_data_row (fixture->grid, 10))
         ->id;
  gtk_editable_set_text (GTK_EDITABLE (search), "РАДУГА");
  mer_fixture_wait (is_searched, fixture);
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  mer_fixture_settle ();
  g_assert_true (gtk_widget_activate_action (view, "view.reset-filters", NULL));
  g_assert_cmpuint (mer_checklist_grid_n_rows (fixture->grid), ==, 36);
  mer_data_view_show_organization (MER_DATA_VIEW (fixture->view), id);
  g_assert_true (mer_checklist_grid_get_cursor (fixture->grid, &row, &column));
  g_assert_cmpuint (row, ==, 10);
  /* in the example nothing is missing */
  g_assert_true (gtk_widget_activate_action (view, "view.only-unfilled", NULL));
  g_assert_cmpuint (mer_checklist_grid_n_rows (fixture->grid), ==, 0);
  g_assert_false (mer_checklist_grid_get_cursor (fixture->grid, &row, &column));
  g_assert_false (mer_checklist_grid_press_key (fixture->grid, GDK_KEY_1, 0));
  g_assert_true (gtk_widget_activate_action (view, "view.reset-filters", NULL));
  g_assert_cmpuint (mer_checklist_grid_n_rows (fixture->grid), ==, 36);
  assert_cursor (fixture, 0, 0);
}

/* What is typed into the details belongs to the cell that was shown. */
static void
test_details (Fixture      *fixture,
              gconstpointer data)
{
  GtkWidget *inspector = GTK_WIDGET (mer_data_checklists_get_inspector (fixture->view));
  GtkWidget *entry = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GPtrArray) undone = NULL;
  const MerMarkNote *note = NULL;
  gint64             id = 0;

  mer_checklist_grid_move_to (fixture->grid, 7, 3, FALSE);
  id = mer_checklist_data_organization (mer_checklist_grid_get_data (fixture->grid),
                                        mer_checklist_grid_data_row (fixture->grid, 7))
         ->id;
  g_assert_false (gtk_widget_get_visible (inspector));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "view.edit", NULL));
  mer_fixture_settle ();
  g_assert_true (gtk_widget_get_visible (inspector));
  entry = mer_fixture_find (inspector, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "https://foto.example/7");
  mer_checklist_grid_move_to (fixture->grid, 8, 3, FALSE);
  mer_fixture_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  notes = mer_store_mark_notes (fixture->document, 2, id, NULL);
  g_assert_cmpuint (notes->len, ==, 2); /* the example has one of the whole checklist */
  note = g_ptr_array_index (notes, 1);
  g_assert_cmpstr (note->link, ==, "https://foto.example/7");
  g_assert_cmpint (note->item_id, ==,
                   mer_checklist_data_item (mer_checklist_grid_get_data (fixture->grid), 3)->id);
  mer_checklist_grid_move_to (fixture->grid, 7, 3, FALSE);
  mer_fixture_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "https://foto.example/7");
  undo (fixture);
  undone = mer_store_mark_notes (fixture->document, 2, id, NULL);
  g_assert_cmpuint (undone->len, ==, 1);
}

static GtkWidget *
entry_after (GtkWidget  *inspector,
             const char *label)
{
  GtkWidget *found = mer_fixture_find (inspector, GTK_TYPE_LABEL, label);

  g_assert_nonnull (found);
  return gtk_widget_get_next_sibling (found);
}

/* A mark's note and the whole checklist's are saved together; what is no date is told. */
static void
test_details_together (Fixture      *fixture,
                       gconstpointer data)
{
  GtkWidget *inspector = GTK_WIDGET (mer_data_checklists_get_inspector (fixture->view));
  GtkWidget *day = NULL;
  GtkWidget *section = NULL;
  GtkWidget *whole = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  const MerMarkNote *note = NULL;
  gint64             revision = 0;
  gint64             id = 0;

  mer_checklist_grid_move_to (fixture->grid, 7, 3, FALSE);
  id = mer_checklist_data_organization (mer_checklist_grid_get_data (fixture->grid),
                                        mer_checklist_grid_data_row (fixture->grid, 7))
         ->id;
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "view.edit", NULL));
  day = entry_after (inspector, _("Seen on"));
  section = mer_fixture_find (inspector, GTK_TYPE_LABEL, _("The whole checklist"));
  whole = entry_after (gtk_widget_get_parent (section), _("Seen by"));
  revision = mer_document_get_revision (fixture->document);
  gtk_editable_set_text (GTK_EDITABLE (day), "вчера");
  mer_checklist_inspector_save (MER_CHECKLIST_INSPECTOR (inspector));
  g_assert_cmpint (mer_document_get_revision (fixture->document), ==, revision);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (day)), ==, "вчера");
  gtk_editable_set_text (GTK_EDITABLE (day), "15.10.2024");
  gtk_editable_set_text (GTK_EDITABLE (whole), "Ольховская А. Б.");
  mer_checklist_grid_move_to (fixture->grid, 9, 9, FALSE);
  mer_fixture_settle ();
  notes = mer_store_mark_notes (fixture->document, 2, id, NULL);
  g_assert_cmpuint (notes->len, ==, 2);
  note = g_ptr_array_index (notes, 0);
  g_assert_cmpint (note->item_id, ==, 0);
  g_assert_cmpstr (note->inspector, ==, "Ольховская А. Б.");
  note = g_ptr_array_index (notes, 1);
  g_assert_cmpstr (note->day, ==, "2024-10-15");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (whole)), !=, "Ольховская А. Б.");
}

/* A cycle without any checklist, typed in from nothing. */
static void
test_from_nothing (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (MerOrganization) organization = mer_organization_new ("СОШ № 1",
                                                                   MER_ORGANIZATION_GENERAL);
  g_autoptr (MerCycle) cycle = mer_cycle_new ("НОКО 2024", 2024);
  g_autoptr (GError) error = NULL;
  MerCycleMember   member = { 0, -1, TRUE };
  g_autofree char *summary = NULL;
  guint            n = 0;

  mer_document_begin (fixture->document, "Цикл", &error);
  g_assert_no_error (error);
  cycle->methodology_id = mer_store_latest_methodology_id (fixture->document);
  g_assert_true (mer_store_save_cycle (fixture->document, cycle, NULL));
  g_assert_true (mer_store_save_organization (fixture->document, organization, NULL));
  member.organization_id = organization->id;
  g_assert_true (mer_store_save_member (fixture->document, cycle->id, &member, NULL));
  mer_document_commit (fixture->document, &error);
  g_assert_no_error (error);
  mer_fixture_settle ();
  g_assert_cmpuint (mer_checklist_grid_n_rows (fixture->grid), ==, 1);
  g_assert_cmpstr (sign_at (fixture, 0, 0), ==, "");
  n = mer_checklist_data_n_missing (mer_checklist_grid_get_data (fixture->grid), 0);
  g_assert_cmpuint (n, >, 50);
  press (fixture, GDK_KEY_1, 0);
  g_assert_cmpstr (sign_at (fixture, 0, 0), ==, "1");
  g_assert_cmpuint (mer_checklist_data_n_missing (mer_checklist_grid_get_data (fixture->grid), 0),
                    ==, n - 1);
  summary = mer_data_view_get_summary (MER_DATA_VIEW (fixture->view));
  g_assert_nonnull (summary);
  press (fixture, GDK_KEY_Delete, 0);
  g_assert_cmpstr (sign_at (fixture, 0, 0), ==, "");
}

static void
set_up_empty (Fixture      *fixture,
              gconstpointer data)
{
  set_up_with (fixture, mer_fixture_empty_path ());
}

/* An approved cycle is looked at only. */
static void
test_approved (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (fixture->document, 2, NULL);
  g_autoptr (MerCycle) approved = mer_cycle_new (cycle->title, cycle->year);
  gint64 revision = 0;

  approved->id = cycle->id;
  approved->methodology_id = cycle->methodology_id;
  approved->approved = TRUE;
  g_assert_true (mer_document_begin (fixture->document, "Утверждение", NULL));
  g_assert_true (mer_store_save_cycle (fixture->document, approved, NULL));
  g_assert_true (mer_document_commit (fixture->document, NULL));
  mer_fixture_settle ();
  revision = mer_document_get_revision (fixture->document);
  mer_checklist_grid_move_to (fixture->grid, 0, 0, FALSE);
  press (fixture, GDK_KEY_0, 0);
  g_assert_cmpint (mer_document_get_revision (fixture->document), ==, revision);
}

/* A grid of its own, without a document. */
static void
test_finalize (void)
{
  GtkWidget *grid = g_object_ref_sink (mer_checklist_grid_new ());
  guint      row = 0;
  guint      column = 0;

  g_assert_false (mer_checklist_grid_get_cursor (MER_CHECKLIST_GRID (grid), &row, &column));
  g_assert_false (mer_checklist_grid_press_key (MER_CHECKLIST_GRID (grid), GDK_KEY_1, 0));
  g_assert_null (mer_checklist_grid_describe (MER_CHECKLIST_GRID (grid)));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_ROLE_GRID);
  g_assert_finalize_object (grid);
}

int
main (int    argc,
      char **argv)
{
  mer_fixture_init (&argc, &argv);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/checklists/moving", test_moving);
  ADD ("/checklists/typing", test_typing);
  ADD ("/checklists/range", test_range);
  ADD ("/checklists/pasting", test_pasting);
  ADD ("/checklists/copying", test_copying);
  ADD ("/checklists/filters", test_filters);
  ADD ("/checklists/details", test_details);
  ADD ("/checklists/details-together", test_details_together);
  ADD ("/checklists/approved", test_approved);
#undef ADD
  g_test_add ("/checklists/from-nothing", Fixture, NULL, set_up_empty, test_from_nothing,
              tear_down);
  g_test_add_func ("/checklists/finalize", test_finalize);
  return g_test_run ();
}
