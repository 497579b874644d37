/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tree of plans as rows: a little change is put in place, for a great one a new tree is made;
 * what was open and selected is found again by its keys. */

#include "config.h"

#include "core/mer-name.h"
#include "ui/pages/mer-plans-view-private.h"

/* So many items are shown at once when the page is first seen. */
#define FEW_ITEMS 200
/* So many rows of the top are changed in place. */
#define MOST_CHANGED 32

#define NAME_FORMAT "%d %" G_GINT64_FORMAT

/* A row is told again by its kind and key. */
static char *
name_of (MerPlanNode *node)
{
  return g_strdup_printf (NAME_FORMAT, (int) node->kind, node->key);
}

/* An item of a plan that was approved is another one in the version that a change of it made. */
static GHashTable *
names_of (MerPlansView    *self,
          const GPtrArray *nodes)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < nodes->len; i++)
    {
      MerPlanNode *node = nodes->pdata[i];
      gint64       newest = node->kind == MER_PLAN_NODE_LINE
                              ? mer_plan_inspector_newest (self->inspector, node->key)
                              : node->key;

      g_hash_table_add (names, name_of (node));
      if (newest != node->key)
        g_hash_table_add (names, g_strdup_printf (NAME_FORMAT, (int) node->kind, newest));
    }
  return names;
}

static void
remember_expanded (MerPlansView *self)
{
  GListModel *rows = mer_plans_view_rows (self);

  if (rows == NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);
      MerPlanNode *node = mer_plan_node_of (row);

      if (node->lines == NULL)
        continue;
      if (gtk_tree_list_row_get_expanded (row))
        g_hash_table_add (self->expanded, name_of (node));
      else
        {
          g_autofree char *name = name_of (node);

          g_hash_table_remove (self->expanded, name);
        }
    }
}

/* From the last to the first, so that what opens does not move what is still to be looked at. */
static void
expand (MerPlansView *self,
        GListModel   *rows,
        gboolean      all)
{
  for (guint i = g_list_model_get_n_items (rows); i > 0; i--)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i - 1);
      g_autofree char *name = name_of (mer_plan_node_of (row));

      if (all || g_hash_table_contains (self->expanded, name))
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

/* Whether what is selected has come to stand below the row. */
static gboolean
holds_selected (const MerPlanNode *node,
                GHashTable        *names)
{
  if (node->kind != MER_PLAN_NODE_GROUP || g_hash_table_size (names) == 0)
    return FALSE;
  for (guint i = 0; i < node->lines->len; i++)
    {
      const MerPlanLine *line = node->lines->pdata[i];
      g_autofree char   *name = g_strdup_printf (NAME_FORMAT, MER_PLAN_NODE_LINE,
                                                 line->item->record.id);

      if (g_hash_table_contains (names, name))
        return TRUE;
    }
  return FALSE;
}

/* Items that are given another deadline move to another quarter, and stay selected there. */
static void
follow_selected (MerPlansView *self,
                 GHashTable   *names)
{
  GListModel *rows = mer_plans_view_rows (self);

  for (guint i = g_list_model_get_n_items (rows); i > 0; i--)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i - 1);

      if (!gtk_tree_list_row_get_expanded (row) && holds_selected (mer_plan_node_of (row), names))
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

static void
select_again (MerPlansView *self,
              GHashTable   *names)
{
  GListModel *rows = mer_plans_view_rows (self);
  guint       n = g_hash_table_size (names);

  for (guint i = 0; n > 0 && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);
      g_autofree char *name = name_of (mer_plan_node_of (row));

      if (!g_hash_table_contains (names, name))
        continue;
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), i, FALSE);
      n--;
    }
}

/* A whole new tree: the view makes its rows anew. */
static void
show_tree (MerPlansView *self,
           GListStore   *roots,
           gboolean      few)
{
  g_autoptr (GPtrArray) selected = mer_plans_view_selected (self);
  g_autoptr (GHashTable) names = names_of (self, selected);
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->table));
  double         offset = gtk_adjustment_get_value (place);

  remember_expanded (self);
  g_clear_object (&self->tree);
  self->tree = gtk_tree_list_model_new (g_object_ref (G_LIST_MODEL (roots)), FALSE, FALSE,
                                        mer_plan_tree_children, NULL, NULL);
  expand (self, G_LIST_MODEL (self->tree), few);
  gtk_multi_selection_set_model (self->selection, G_LIST_MODEL (self->tree));
  follow_selected (self, names);
  select_again (self, names);
  gtk_adjustment_set_value (place, offset);
}

/* Names of the open ones among rows of the top. */
static GHashTable *
open_among (MerPlansView *self,
            guint         first,
            guint         n)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = first; i < first + n; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_child_row (self->tree, i);

      if (gtk_tree_list_row_get_expanded (row))
        g_hash_table_add (names, name_of (mer_plan_node_of (row)));
    }
  return names;
}

/* A row of the top and those below it. */
static void
select_below (MerPlansView   *self,
              GtkTreeListRow *top,
              GHashTable     *names)
{
  for (guint i = gtk_tree_list_row_get_position (top);; i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (mer_plans_view_rows (self), i);
      g_autofree char *name = row != NULL ? name_of (mer_plan_node_of (row)) : NULL;

      if (row == NULL || (row != top && gtk_tree_list_row_get_depth (row) == 0))
        return;
      if (g_hash_table_contains (names, name))
        gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), i, FALSE);
    }
}

static void
change_tree (MerPlansView         *self,
             GListStore           *roots,
             GListStore           *next,
             const MerPlanTreeGap *gap)
{
  g_autoptr (GPtrArray) selected = mer_plans_view_selected (self);
  g_autoptr (GHashTable) names = names_of (self, selected);
  g_autoptr (GHashTable) open = open_among (self, gap->first, gap->n_removed);

  mer_plan_tree_splice (roots, next, gap);
  for (guint i = gap->first; i < gap->first + gap->n_added; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_child_row (self->tree, i);
      g_autofree char *name = name_of (mer_plan_node_of (row));

      if (g_hash_table_contains (open, name) || holds_selected (mer_plan_node_of (row), names))
        gtk_tree_list_row_set_expanded (row, TRUE);
      select_below (self, row, names);
    }
}

/* FALSE: so much has changed that a new tree is shown faster. */
static gboolean
try_change (MerPlansView        *self,
            const MerPlanFilter *filter,
            GListStore          *next)
{
  GListStore    *roots = NULL;
  MerPlanTreeGap gap;

  if (self->tree == NULL || filter->by_deadline != self->by_deadline)
    return FALSE;
  roots = G_LIST_STORE (gtk_tree_list_model_get_model (self->tree));
  mer_plan_tree_compare (roots, next, &gap);
  if (gap.n_removed > MOST_CHANGED || gap.n_added > MOST_CHANGED)
    return FALSE;
  if (gap.n_removed > 0 || gap.n_added > 0)
    change_tree (self, roots, next, &gap);
  return TRUE;
}

void
mer_plans_view_fill (MerPlansView *self)
{
  g_autofree char *words = mer_name_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  MerPlanFilter    filter = { .words = words, .known = self->words };
  g_autoptr (GListStore) roots = NULL;
  gboolean few = FALSE;

  self->filling = TRUE;
  mer_plans_view_read_filter (self, &filter);
  if (self->book != NULL)
    roots = mer_plan_tree_new (self->book, &filter, &self->n_shown);
  else
    roots = g_list_store_new (MER_TYPE_PLAN_NODE);
  few = self->n_shown <= FEW_ITEMS &&
        (!self->seen[filter.by_deadline ? 1 : 0] || filter.standing >= 0 ||
         filter.person != NULL || *words != '\0');
  if (self->book != NULL)
    self->seen[filter.by_deadline ? 1 : 0] = TRUE;
  if (few || !try_change (self, &filter, roots))
    show_tree (self, roots, few);
  self->by_deadline = filter.by_deadline;
  self->filling = FALSE;
  mer_plans_view_show_number (self);
  mer_plans_view_selection_changed (self);
}
