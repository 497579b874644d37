/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tree of plans beside what is selected in it. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/pages/mer-plan-columns.h"
#include "ui/pages/mer-plans-view-private.h"
#include "ui/widgets/mer-children.h"
#include "ui/widgets/mer-list-view.h"
#include "ui/widgets/mer-type-ahead.h"

G_DEFINE_FINAL_TYPE (MerPlansView, mer_plans_view, MER_TYPE_DATA_VIEW)

/* --- the selection --------------------------------------------------------------------------- */

GListModel *
mer_plans_view_rows (MerPlansView *self)
{
  return gtk_multi_selection_get_model (self->selection);
}

GPtrArray *
mer_plans_view_selected (MerPlansView *self)
{
  GPtrArray *nodes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkBitset) bits =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkBitsetIter iter;
  guint         position = 0;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, bits, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (mer_plans_view_rows (self), position);

      if (row != NULL)
        g_ptr_array_add (nodes, g_object_ref (mer_plan_node_of (row)));
    }
  return nodes;
}

GArray *
mer_plans_view_items (MerPlansView *self)
{
  g_autoptr (GPtrArray) nodes = mer_plans_view_selected (self);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < nodes->len; i++)
    {
      MerPlanNode *node = nodes->pdata[i];

      if (node->kind == MER_PLAN_NODE_LINE)
        g_array_append_val (ids, node->line->item->record.id);
    }
  return ids;
}

const MerPlanSheet *
mer_plans_view_sheet (MerPlansView *self)
{
  g_autoptr (GPtrArray) nodes = mer_plans_view_selected (self);

  return nodes->len > 0 ? ((MerPlanNode *) nodes->pdata[0])->sheet : NULL;
}

GArray *
mer_plans_view_get_organizations (MerPlansView *self)
{
  g_autoptr (GPtrArray) nodes = mer_plans_view_selected (self);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64  last = -1;

  for (guint i = 0; i < nodes->len; i++)
    {
      MerPlanNode *node = nodes->pdata[i];
      gint64       id = 0;

      if (node->sheet == NULL)
        continue;
      id = node->sheet->organization != NULL ? node->sheet->organization->id : 0;
      if (id != last)
        g_array_append_val (ids, id);
      last = id;
    }
  return ids;
}

/* The foot of the page tells what was decided about the plan of the selected row. */
static void
look_at_plan (MerPlansView    *self,
              const GPtrArray *nodes)
{
  const MerPlanNode *node = nodes->len == 1 ? nodes->pdata[0] : NULL;
  const MerPlan     *plan = node != NULL && node->sheet != NULL ? node->sheet->plan : NULL;

  gtk_widget_activate_action (GTK_WIDGET (self), "page.look-at", "(sx)", "plan",
                              plan != NULL ? plan->record.id : G_GINT64_CONSTANT (0));
}

void
mer_plans_view_selection_changed (MerPlansView *self)
{
  g_autoptr (GPtrArray) nodes = NULL;

  if (self->filling)
    return;
  nodes = mer_plans_view_selected (self);
  mer_plan_inspector_show (self->inspector, self->book, nodes);
  mer_plans_view_update_actions (self);
  look_at_plan (self, nodes);
}

/* --- the book -------------------------------------------------------------------------------- */

static MerPlanKeeper *
keeper_of (MerPlansView *self)
{
  return mer_plan_keeper_of (mer_data_view_get_session (MER_DATA_VIEW (self)));
}

static gboolean
select_organization (MerPlansView *self,
                     gint64        id)
{
  GListModel *rows = mer_plans_view_rows (self);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);
      MerPlanNode *node = mer_plan_node_of (row);

      if (node->kind != MER_PLAN_NODE_SHEET || node->key != id)
        continue;
      gtk_tree_list_row_set_expanded (row, TRUE);
      mer_list_view_select (self->table, i);
      return TRUE;
    }
  return FALSE;
}

static gboolean
has_keyboard (MerPlansView *self)
{
  GtkWidget *focus = mer_focus_within (GTK_WIDGET (self));

  return focus != NULL && gtk_widget_get_mapped (focus);
}

static void
take_book (MerPlansView *self)
{
  MerPlanBook *book = mer_plan_keeper_get_book (keeper_of (self));
  gboolean     had_keyboard = has_keyboard (self);

  if (book == NULL || g_hash_table_size (self->words) > 2 * book->n_lines)
    g_hash_table_remove_all (self->words); /* most of them are gone by now */
  if (book != NULL)
    mer_plan_book_ref (book);
  g_clear_pointer (&self->book, mer_plan_book_unref);
  self->book = book;
  gtk_stack_set_visible_child_name (self->stack, book != NULL && book->sheets->len > 0 ? "table"
                                                                                       : "empty");
  self->filling = TRUE;
  mer_plans_view_fill_persons (self);
  self->filling = FALSE;
  mer_plans_view_fill (self);
  if (self->wanted != 0 && select_organization (self, self->wanted))
    self->wanted = 0;
  mer_plans_view_show_wanted (self);
  /* the field that was typed in may be gone: GTK would give the keyboard to «Undo» in the toast */
  if (had_keyboard && !has_keyboard (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->table));
  mer_data_view_summary_changed (MER_DATA_VIEW (self));
}

static void
mer_plans_view_update (MerDataView *view)
{
  MerPlansView *self = MER_PLANS_VIEW (view);

  if (mer_plan_keeper_get_book (keeper_of (self)) != self->book)
    take_book (self);
}

/* While nobody sees it, it waits until it is shown. */
static void
book_changed_cb (MerPlansView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    take_book (self);
}

static char *
mer_plans_view_get_summary (MerDataView *view)
{
  MerPlansView *self = MER_PLANS_VIEW (view);

  if (self->book == NULL || self->book->n_lines == 0)
    return NULL;
  return g_strdup_printf (_("Done %u of %u"), self->book->execution.n[MER_STANDING_DONE],
                             mer_execution_count (&self->book->execution));
}

static void
mer_plans_view_set_narrow (MerDataView *view,
                           gboolean     narrow)
{
  MerPlansView *self = MER_PLANS_VIEW (view);

  mer_list_view_show_column (self->table, "person", !narrow);
  mer_plan_inspector_set_narrow (self->inspector, narrow);
}

static void
mer_plans_view_show_organization (MerDataView *view,
                                  gint64       organization_id)
{
  MerPlansView *self = MER_PLANS_VIEW (view);

  gtk_toggle_button_set_active (self->by_organization, TRUE);
  if (self->book == NULL || !select_organization (self, organization_id))
    self->wanted = organization_id;
}

void
mer_plans_view_filter (MerPlansView *self,
                       int           standing)
{
  g_return_if_fail (MER_IS_PLANS_VIEW (self));
  gtk_drop_down_set_selected (self->standing, (guint) (standing + 1));
}

/* --- making ---------------------------------------------------------------------------------- */

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("Mark as _done…"), "view.done");
  g_menu_append (menu, _("In _work"), "view.work");
  g_menu_append (menu, _("_Edit"), "view.edit");
  g_menu_append (menu, _("Control _mark…"), "view.mark");
  g_menu_append (menu, _("Move the dead_line…"), "view.deadline");
  g_menu_append (menu, _("Measure from the _library…"), "view.measure");
  g_menu_append (menu, _("Copy to _other organizations…"), "view.copy-to");
  g_menu_append (menu, _("_Copy"), "view.copy");
  g_menu_append (menu, _("D_rop"), "view.drop");
  g_menu_append (menu, _("_Delete"), "view.delete");
  return G_MENU_MODEL (menu);
}

static void
add_key (GtkEventController *keys,
         const char         *trigger,
         const char         *action)
{
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_named_action_new (action)));
}

/* What is selected is opened (`parameter` true) or closed. */
static gboolean
open_cb (GtkWidget *widget,
         GVariant  *parameter,
         gpointer   user_data)
{
  MerPlansView *self = user_data;
  guint         position = mer_list_view_get_selected (self->table);
  g_autoptr (GtkTreeListRow) row = NULL;

  if (position != GTK_INVALID_LIST_POSITION)
    row = g_list_model_get_item (mer_plans_view_rows (self), position);
  if (row == NULL || !gtk_tree_list_row_is_expandable (row))
    return FALSE;
  gtk_tree_list_row_set_expanded (row, g_variant_get_boolean (parameter));
  return TRUE;
}

/* Among letters that look for a row a space is one of them. */
static gboolean
space_cb (GtkWidget *widget,
          GVariant  *parameter,
          gpointer   user_data)
{
  MerPlansView *self = user_data;

  return !mer_type_ahead_is_typing (self->table) &&
         gtk_widget_activate_action (GTK_WIDGET (self), "view.done", NULL);
}

static void
add_view_key (MerPlansView       *self,
              GtkEventController *keys,
              const char         *trigger,
              GtkShortcutFunc     called,
              gboolean            argument)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                            gtk_callback_action_new (called, self, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_boolean (argument));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

static void
make_table (MerPlansView *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  g_autoptr (GMenuModel) menu = make_menu ();

  self->selection = gtk_multi_selection_new (NULL);
  self->table = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  mer_plan_columns_set_up (self->table);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  mer_list_view_set_menu (self->table, menu);
  mer_data_view_bind_table_keys (MER_DATA_VIEW (self), GTK_WIDGET (self->table));
  add_view_key (self, keys, "space", space_cb, FALSE);
  add_key (keys, "<Primary>t", "view.deadline");
  add_key (keys, "Insert", "view.add");
  add_view_key (self, keys, "Right", open_cb, TRUE);
  add_view_key (self, keys, "Left", open_cb, FALSE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->table), keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Improvement plans"), -1);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->table));
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_hexpand (self->scrolled, TRUE);
  g_signal_connect_object (self->selection, "selection-changed",
                           G_CALLBACK (mer_plans_view_selection_changed), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Find shortcomings in the results"));

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("There are no findings yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("They appear after the calculation, and plans answer them."));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "view.find-results");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "suggested-action");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}

static gboolean
mer_plans_view_grab_focus (GtkWidget *widget)
{
  MerPlansView *self = MER_PLANS_VIEW (widget);
  GtkWidget    *shown = gtk_stack_get_visible_child (self->stack);

  /* a table that is not shown would keep the keyboard: Tab leads out of nothing */
  if (!gtk_widget_is_ancestor (GTK_WIDGET (self->table), shown))
    return gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
mer_plans_view_constructed (GObject *object)
{
  MerPlansView *self = MER_PLANS_VIEW (object);
  GtkWidget    *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget    *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  G_OBJECT_CLASS (mer_plans_view_parent_class)->constructed (object);
  mer_plans_view_add_actions (self);
  mer_plans_view_make_bar (self);
  make_table (self);
  self->inspector = MER_PLAN_INSPECTOR (
    mer_plan_inspector_new (mer_data_view_get_session (MER_DATA_VIEW (self))));
  gtk_paned_set_start_child (GTK_PANED (paned), self->scrolled);
  gtk_paned_set_end_child (GTK_PANED (paned), GTK_WIDGET (self->inspector));
  gtk_paned_set_resize_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_widget_set_size_request (self->scrolled, 380, -1);
  gtk_box_append (GTK_BOX (box), self->bar);
  gtk_box_append (GTK_BOX (box), paned);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, make_empty (), "empty");
  gtk_stack_add_named (self->stack, box, "table");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  g_signal_connect_object (keeper_of (self), "changed", G_CALLBACK (book_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (mer_plans_view_update), NULL);
  take_book (self);
}

static void
mer_plans_view_dispose (GObject *object)
{
  MerPlansView *self = MER_PLANS_VIEW (object);

  self->filling = TRUE;
  if (self->table != NULL)
    gtk_column_view_set_model (self->table, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->table = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->tree);
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_clear_pointer (&self->expanded, g_hash_table_unref);
  g_clear_pointer (&self->persons, g_ptr_array_unref);
  g_clear_pointer (&self->book, mer_plan_book_unref);
  G_OBJECT_CLASS (mer_plans_view_parent_class)->dispose (object);
}

static void
mer_plans_view_class_init (MerPlansViewClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  MerDataViewClass *view_class = MER_DATA_VIEW_CLASS (klass);

  object_class->constructed = mer_plans_view_constructed;
  object_class->dispose = mer_plans_view_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = mer_plans_view_grab_focus;
  view_class->update = mer_plans_view_update;
  view_class->get_summary = mer_plans_view_get_summary;
  view_class->set_narrow = mer_plans_view_set_narrow;
  view_class->show_organization = mer_plans_view_show_organization;
  view_class->show_record = mer_plans_view_show_record;
}

static void
mer_plans_view_init (MerPlansView *self)
{
  self->words = mer_plan_words_new ();
  self->persons = g_ptr_array_new_with_free_func (g_free);
  self->expanded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}
