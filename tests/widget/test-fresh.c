/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What pages keep from one change to the next is never anything else than what a second connection
 * reads from the file: after edits, additions, deletions, taking back and repeating, at random. */

#include "config.h"

#include "app/mer-overview.h"
#include "cycle/mer-improvement.h"
#include "store/mer-finding-store.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"
#include "ui/mer-plan-keeper.h"
#include "ui/pages/mer-plans-view-private.h"
#include "ui/pages/mer-record-view.h"
#include "ui/pages/mer-tab-page.h"
#include "widget-fixture.h"

#define ROUNDS 60

typedef struct
{
  MerApplication *application;
  MerWindow      *window;
  MerSession     *session;
  MerDocument    *document;
  char           *path;
  gint64          cycle;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr (MerCycle) cycle = NULL;

  self->application = mer_fixture_application_new ();
  self->path = mer_fixture_demo_path ();
  self->window = mer_fixture_open (self->application, self->path);
  self->session = mer_window_get_session (self->window);
  self->document = mer_session_get_document (self->session);
  cycle = mer_store_cycle (self->document, 0, NULL);
  self->cycle = cycle->id;
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  mer_fixture_close (self->window);
  g_object_unref (self->application);
  g_free (self->path);
}

static gboolean
is_current (gpointer data)
{
  MerSession *session = data;

  return mer_session_is_current (session) &&
         mer_plan_keeper_is_current (mer_plan_keeper_of (session));
}

static void
settle (Fixture *self)
{
  mer_fixture_wait (is_current, self->session);
  mer_fixture_settle ();
}

/* --- what is done ---------------------------------------------------------------------------- */

static gpointer
any (Fixture             *self,
     const MerRecordKind *kind)
{
  g_autoptr (GPtrArray) all = mer_store_records (self->document, kind, self->cycle, NULL);

  g_assert_cmpuint (all->len, >, 0);
  return mer_record_copy (all->pdata[g_test_rand_int_range (0, (gint32) all->len)]);
}

static void
save (Fixture *self,
      gpointer record)
{
  g_autoptr (GError) error = NULL;

  mer_store_save_record (self->document, record, &error);
  g_assert_no_error (error);
}

static void
set_text (char **member)
{
  g_free (*member);
  *member = g_strdup_printf ("Иначе %d", g_test_rand_int_range (0, 1000));
}

static void
change_item (Fixture *self)
{
  g_autoptr (MerPlanItem) item = any (self, &mer_record_plan_item);
  g_autoptr (MerPlan) plan = mer_store_record (self->document, &mer_record_plan, item->plan, NULL);

  set_text (&item->taken);
  if (plan->state != MER_PLAN_DRAFT)
    {
      /* what was approved stays as it was planned */
      save (self, item);
      return;
    }
  set_text (&item->measure);
  if (g_test_rand_bit ())
    {
      g_free (item->deadline);
      item->deadline = g_strdup (g_test_rand_bit () ? "до 1 марта 2024 г." : "постоянно");
    }
  save (self, item);
}

static void
add_item (Fixture *self)
{
  g_autoptr (MerPlanItem) item = any (self, &mer_record_plan_item);
  g_autoptr (MerPlan) plan = mer_store_record (self->document, &mer_record_plan, item->plan, NULL);

  if (plan->state != MER_PLAN_DRAFT)
    return; /* what was approved gets no item more */
  item->record.id = 0;
  item->record.position = 0;
  set_text (&item->measure);
  save (self, item);
}

static void
delete_item (Fixture *self)
{
  g_autoptr (MerPlanItem) item = any (self, &mer_record_plan_item);

  mer_store_delete_record (self->document, &mer_record_plan_item, item->record.id, NULL);
}

static void
add_mark (Fixture *self)
{
  g_autoptr (MerPlanItem) item = any (self, &mer_record_plan_item);
  g_autoptr (MerControlMark) mark = mer_record_new (&mer_record_control_mark, self->cycle);

  mark->plan_item = item->record.id;
  mark->day = g_strdup ("2024-12-01");
  mark->inspector = g_strdup ("Инспектор");
  mark->share = g_test_rand_int_range (0, 101);
  save (self, mark);
}

static void
add_finding (Fixture *self)
{
  g_autoptr (GPtrArray) organizations = mer_store_organizations (self->document, NULL);
  g_autoptr (MerFinding) finding = mer_finding_new (MER_FINDING_FINDING, "Нет пандуса");
  guint n = (guint) g_test_rand_int_range (0, (gint32) organizations->len);

  finding->cycle_id = self->cycle;
  finding->organization_id = ((MerOrganization *) organizations->pdata[n])->id;
  g_assert_true (mer_store_save_finding (self->document, finding, NULL));
}

static void
change_publication (Fixture *self)
{
  g_autoptr (MerPublication) one = any (self, &mer_record_publication);

  set_text (&one->title);
  one->record.position = g_test_rand_int_range (1, 10);
  save (self, one);
}

static void
rename_organization (Fixture *self)
{
  g_autoptr (GPtrArray) all = mer_store_organizations (self->document, NULL);
  MerOrganization *one = all->pdata[g_test_rand_int_range (0, (gint32) all->len)];

  set_text (&one->name);
  g_assert_true (mer_store_save_organization (self->document, one, NULL));
}

static void
act (Fixture *self)
{
  static void (*const acts[]) (Fixture *) = {
    change_item,
    change_item,
    add_item,
    delete_item,
    add_mark,
    add_finding,
    change_publication,
    change_publication,
    rename_organization,
  };
  int what = g_test_rand_int_range (0, 2 + (gint32) G_N_ELEMENTS (acts));

  if (what == 0)
    mer_document_undo (self->document, NULL);
  else if (what == 1)
    mer_document_redo (self->document, NULL);
  else
    {
      g_assert_true (mer_document_begin (self->document, "Действие", NULL));
      acts[what - 2](self);
      g_assert_true (mer_document_commit (self->document, NULL));
    }
}

static MerDataView *
shown_view (Fixture *self)
{
  return mer_tab_page_get_shown (MER_TAB_PAGE (mer_window_get_page (self->window)));
}

/* --- plans ----------------------------------------------------------------------------------- */

static void
dump_node (GString     *out,
           MerPlanNode *node)
{
  g_string_append_printf (out, "%d %" G_GINT64_FORMAT, (int) node->kind, node->key);
  if (node->kind == MER_PLAN_NODE_SHEET)
    g_string_append_printf (out, " %s: %u %u %u %u",
                            node->sheet->organization != NULL ? node->sheet->organization->name
                                                              : "",
                            node->sheet->n_lines, node->sheet->n_findings,
                            node->sheet->n_unanswered,
                            node->sheet->execution.n[MER_STANDING_OVERDUE]);
  if (node->kind == MER_PLAN_NODE_LINE)
    g_string_append_printf (out, " %s %d %d %" G_GINT64_FORMAT " %s", node->line->item->measure,
                            (int) node->line->last, (int) node->line->standing,
                            node->line->mark != NULL ? node->line->mark->share : -2,
                            node->sheet->organization != NULL ? node->sheet->organization->name
                                                              : "");
  if (node->kind == MER_PLAN_NODE_FINDING)
    g_string_append (out, node->finding->text);
  g_string_append_c (out, '\n');
}

/* As the view has it; `open` is filled with keys of rows that are open. */
static char *
dump_view (MerPlansView *view,
           GHashTable   *open)
{
  GString    *out = g_string_new (NULL);
  GListModel *rows = gtk_multi_selection_get_model (view->selection);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);
      MerPlanNode *node = mer_plan_node_of (row);

      g_assert_true (node->book == view->book); /* no old book is held */
      if (gtk_tree_list_row_get_expanded (row))
        g_hash_table_add (open, GSIZE_TO_POINTER ((gsize) node->key));
      dump_node (out, node);
    }
  return g_string_free (out, FALSE);
}

static char *
dump_book (MerPlanBook *book,
           gboolean     by_deadline,
           GHashTable  *open)
{
  MerPlanFilter filter = { .by_deadline = by_deadline, .standing = -1 };
  GString      *out = g_string_new (NULL);
  guint         n_shown = 0;
  g_autoptr (GListStore) roots = mer_plan_tree_new (book, &filter, &n_shown);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (roots)); i++)
    {
      g_autoptr (MerPlanNode) node = g_list_model_get_item (G_LIST_MODEL (roots), i);
      g_autoptr (GListModel) children = mer_plan_tree_children (node, NULL);

      dump_node (out, node);
      if (!g_hash_table_contains (open, GSIZE_TO_POINTER ((gsize) node->key)))
        continue;
      for (guint k = 0; children != NULL && k < g_list_model_get_n_items (children); k++)
        {
          g_autoptr (MerPlanNode) child = g_list_model_get_item (children, k);

          dump_node (out, child);
        }
    }
  return g_string_free (out, FALSE);
}

static MerDocument *
second_connection (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  MerDocument *document = mer_document_open_worker (self->path, &error);

  g_assert_no_error (error);
  return document;
}

static void
open_all (MerPlansView *view)
{
  GListModel *rows = gtk_multi_selection_get_model (view->selection);

  for (guint i = g_list_model_get_n_items (rows); i > 0; i--)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i - 1);

      gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

static void
assert_same_plans (Fixture      *self,
                   MerPlansView *view)
{
  g_autoptr (MerDocument) document = second_connection (self);
  g_autoptr (MerPlanBook) book = mer_plans_load (document, self->cycle, NULL);
  g_autoptr (GHashTable) open = g_hash_table_new (NULL, NULL);
  g_autofree char *shown = dump_view (view, open);
  g_autofree char *fresh = dump_book (book, view->by_deadline, open);

  g_assert_cmpstr (shown, ==, fresh);
}

static void
test_plans (Fixture      *self,
            gconstpointer by_deadline)
{
  MerPlansView *view = NULL;

  mer_window_show_page (self->window, "plans");
  settle (self);
  view = MER_PLANS_VIEW (shown_view (self));
  if (by_deadline != NULL)
    gtk_toggle_button_set_active (view->by_organization, FALSE);
  open_all (view);
  for (guint i = 0; i < ROUNDS; i++)
    {
      act (self);
      settle (self);
      assert_same_plans (self, view);
      if (i == ROUNDS / 2) /* what happens behind another page is caught up with */
        {
          mer_window_show_page (self->window, "publications");
          act (self);
          settle (self);
          mer_window_show_page (self->window, "plans");
          assert_same_plans (self, view);
        }
    }
}

/* --- tables, overview ------------------------------------------------------------------------ */

static void
assert_same_table (Fixture *self)
{
  MerRecordView *view = MER_RECORD_VIEW (shown_view (self));
  g_autoptr (MerDocument) document = second_connection (self);
  const GPtrArray *shown = mer_record_table_get_records (mer_record_view_get_table (view));
  g_autoptr (GPtrArray) fresh =
    mer_store_records (document, &mer_record_publication, self->cycle, NULL);
  g_autoptr (GPtrArray) all = mer_store_organizations (document, NULL);

  g_assert_cmpuint (shown->len, ==, fresh->len);
  for (guint i = 0; i < shown->len; i++)
    {
      g_autofree char      *name = mer_record_table_get_text (mer_record_view_get_table (view),
                                                              shown->pdata[i], "organization");
      const MerPublication *one = fresh->pdata[i];

      g_assert_true (mer_record_equal (shown->pdata[i], fresh->pdata[i]));
      for (guint k = 0; k < all->len; k++)
        if (((MerOrganization *) all->pdata[k])->id == one->organization)
          g_assert_true (g_str_has_prefix (name, ((MerOrganization *) all->pdata[k])->name));
    }
}

static void
test_table (Fixture      *self,
            gconstpointer data)
{
  mer_window_show_page (self->window, "publications");
  settle (self);
  for (guint i = 0; i < ROUNDS; i++)
    {
      act (self);
      assert_same_table (self); /* at once, not when somebody has the time */
      settle (self);
      assert_same_table (self);
    }
}

static char *
dump_overview (MerDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycleFacts) facts = mer_cycle_facts_load (document, 0, &error);
  g_autoptr (MerOverview) overview = NULL;
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  overview = mer_overview_new (facts, NULL);
  for (guint i = 0; i < overview->attention->len; i++)
    {
      const MerOverviewRow *row = overview->attention->pdata[i];

      g_string_append_printf (out, "%s|%s\n", row->title, row->detail != NULL ? row->detail : "");
    }
  for (guint i = 0; i < overview->deadlines->len; i++)
    g_string_append_printf (out, "%s\n",
                            ((MerOverviewDeadline *) overview->deadlines->pdata[i])->text);
  for (guint i = 0; i < overview->notes->len; i++)
    g_string_append_printf (out, "%s\n", ((MerRuleNote *) overview->notes->pdata[i])->text);
  return g_string_free (out, FALSE);
}

static void
test_overview (Fixture      *self,
               gconstpointer data)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (MerDocument) document = NULL;
      g_autofree char *kept = NULL;
      g_autofree char *fresh = NULL;

      act (self);
      document = second_connection (self);
      kept = dump_overview (self->document);
      fresh = dump_overview (document);
      g_assert_cmpstr (kept, ==, fresh);
    }
  settle (self);
}

#define ADD(path, data, function) \
  g_test_add ("/widget/fresh/" path, Fixture, data, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_setenv ("MERILO_TODAY", "2024-12-03", TRUE);
  mer_fixture_init (&argc, &argv);
  ADD ("plans", NULL, test_plans);
  ADD ("plans-by-deadline", "", test_plans);
  ADD ("table", NULL, test_table);
  ADD ("overview", NULL, test_overview);
  return g_test_run ();
}
