/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tree of the rules. Rules are immutable values, so after an edit the rows are compared with
 * the new ones by name: what is still there keeps its node, and with it selection and expansion.
 * Rows below a row are made when they are first asked for. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/pages/mer-methodology-tree-private.h"

struct _MerMethodologyTree
{
  AdwBin parent_instance;

  /* owned */
  MerMethodologyEditing *editing;
  GListStore            *roots;
  GtkTreeListModel      *model;
  GtkSingleSelection    *selection;
  GHashTable            *cells; /* set of GtkWidget, borrowed: a cell that goes removes itself */

  GtkColumnView *table; /* child */
  MerOutline     outline;
  gboolean       refreshing; /* the selection is being kept, not chosen */
};

G_DEFINE_FINAL_TYPE (MerMethodologyTree, mer_methodology_tree, ADW_TYPE_BIN)
G_DEFINE_FINAL_TYPE (MerMethodologyNode, mer_methodology_node, G_TYPE_OBJECT)

enum
{
  SELECTED,
  TYPED,
  ENTERED,
  DROPPED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* --- nodes ------------------------------------------------------------------------------- */

static void
mer_methodology_node_finalize (GObject *object)
{
  MerMethodologyNode *self = MER_METHODOLOGY_NODE (object);

  g_clear_weak_pointer (&self->tree);
  g_clear_object (&self->children);
  g_free (self->row);
  G_OBJECT_CLASS (mer_methodology_node_parent_class)->finalize (object);
}

static void
mer_methodology_node_class_init (MerMethodologyNodeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_methodology_node_finalize;
}

static void
mer_methodology_node_init (MerMethodologyNode *self)
{
}

static MerMethodologyNode *
node_new (MerMethodologyTree *tree,
          const char         *row)
{
  MerMethodologyNode *self = g_object_new (MER_TYPE_METHODOLOGY_NODE, NULL);

  self->row = g_strdup (row);
  g_set_weak_pointer (&self->tree, tree);
  return self;
}

MerMethodologyNode *
mer_methodology_node_of (gpointer item)
{
  g_autoptr (MerMethodologyNode) node = gtk_tree_list_row_get_item (GTK_TREE_LIST_ROW (item));

  return node; /* the row keeps it */
}

static const char *
row_at (MerMethodologyTree *self,
        guint               position)
{
  g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->model, position);

  return row != NULL ? mer_methodology_node_of (row)->row : NULL;
}

static guint
find_row (MerMethodologyTree *self,
          const char         *name)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  for (guint i = 0; i < n; i++)
    if (g_str_equal (row_at (self, i), name))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/* --- following the rules ----------------------------------------------------------------- */

static MerMethodologyNode *
node_at (GListStore *store,
         guint       position)
{
  g_autoptr (MerMethodologyNode) node = g_list_model_get_item (G_LIST_MODEL (store), position);

  return node; /* the store keeps it */
}

/* The nodes from `first` to before `end`, by name: (transfer full). */
static GHashTable *
nodes_by_name (GListStore *store,
               guint       first,
               guint       end)
{
  GHashTable *nodes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  for (guint i = first; i < end; i++)
    {
      MerMethodologyNode *node = node_at (store, i);

      g_hash_table_insert (nodes, node->row, g_object_ref (node));
    }
  return nodes;
}

static void
rename_node (MerMethodologyNode *node,
             const char         *row)
{
  g_free (node->row);
  node->row = g_strdup (row);
}

/* As many rows as before: where one is gone and a new one stands in its place, it has got another
 * name, as when a new code is taken back. */
static void
follow_names (GListStore *store,
              char      **rows,
              guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      MerMethodologyNode *node = node_at (store, i);

      if (!g_strv_contains ((const char *const *) rows, node->row) &&
          mer_outline_is_part (node->row) && mer_outline_is_part (rows[i]) &&
          mer_part_kind_of (node->row) == mer_part_kind_of (rows[i]))
        rename_node (node, rows[i]);
    }
}

static void
replace_rows (MerMethodologyTree *self,
              GListStore         *store,
              char              **rows,
              guint               first,
              guint               n_old,
              guint               n_new)
{
  g_autoptr (GHashTable) old = nodes_by_name (store, first, first + n_old);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = first; i < first + n_new; i++)
    {
      MerMethodologyNode *node = g_hash_table_lookup (old, rows[i]);

      g_ptr_array_add (nodes, node != NULL ? g_object_ref (node) : node_new (self, rows[i]));
    }
  g_list_store_splice (store, first, n_old, nodes->pdata, nodes->len);
}

static void
follow_rows (MerMethodologyTree *self,
             GListStore         *store,
             char              **rows)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint n_new = g_strv_length (rows);
  guint first = 0;
  guint tail = 0;

  if (n_old == n_new)
    follow_names (store, rows, n_old);
  while (first < MIN (n_old, n_new) && g_str_equal (node_at (store, first)->row, rows[first]))
    first++;
  while (tail < MIN (n_old, n_new) - first &&
         g_str_equal (node_at (store, n_old - 1 - tail)->row, rows[n_new - 1 - tail]))
    tail++;
  if (first + tail < MAX (n_old, n_new))
    replace_rows (self, store, rows, first, n_old - first - tail, n_new - first - tail);
}

static void
follow (MerMethodologyTree *self,
        GListStore         *store,
        const char         *row)
{
  MerMethodology *methodology = mer_methodology_editing_get (self->editing);
  g_auto (GStrv) rows = NULL;

  rows = methodology != NULL ? mer_outline_children (methodology, self->outline, row)
                             : g_new0 (char *, 1);
  follow_rows (self, store, rows);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    {
      MerMethodologyNode *node = node_at (store, i);

      if (node->children != NULL)
        follow (self, node->children, node->row);
    }
}

static GListModel *
children_cb (gpointer item,
             gpointer user_data)
{
  MerMethodologyNode *node = item;
  MerMethodologyTree *self = node->tree;

  if (self == NULL || !mer_outline_may_have_children (node->row))
    return NULL;
  if (node->children == NULL)
    {
      node->children = g_list_store_new (MER_TYPE_METHODOLOGY_NODE);
      follow (self, node->children, node->row);
    }
  return G_LIST_MODEL (g_object_ref (node->children));
}

/* Set of the rows that are open. */
static GHashTable *
remember_expanded (MerMethodologyTree *self)
{
  GHashTable *expanded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint       n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->model, i);

      if (gtk_tree_list_row_get_expanded (row))
        g_hash_table_add (expanded, g_strdup (mer_methodology_node_of (row)->row));
    }
  return expanded;
}

static void
restore_expanded (MerMethodologyTree *self,
                  GHashTable         *expanded)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->model, i);

      if (g_hash_table_contains (expanded, mer_methodology_node_of (row)->row))
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

static void
refresh_cells (MerMethodologyTree *self)
{
  GHashTableIter iter;
  gpointer       cell = NULL;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    mer_methodology_cell_refresh (cell);
}

/* A row that is gone leaves the selection where it was. */
static void
changed_cb (MerMethodologyTree *self)
{
  g_autofree char *selected = g_strdup (mer_methodology_tree_get_selected (self));
  guint            position = gtk_single_selection_get_selected (self->selection);
  g_autoptr (GHashTable) expanded = remember_expanded (self);
  guint found = GTK_INVALID_LIST_POSITION;
  guint n = 0;

  self->refreshing = TRUE;
  follow (self, self->roots, NULL);
  restore_expanded (self, expanded);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  if (selected != NULL)
    found = find_row (self, selected);
  if (found == GTK_INVALID_LIST_POSITION && n > 0)
    found = selected != NULL ? MIN (position, n - 1) : 0;
  gtk_single_selection_set_selected (self->selection, found);
  self->refreshing = FALSE;
  refresh_cells (self);
  if (g_strcmp0 (selected, mer_methodology_tree_get_selected (self)) != 0)
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
selected_cb (MerMethodologyTree *self)
{
  if (!self->refreshing)
    g_signal_emit (self, signals[SELECTED], 0);
}

/* --- the object -------------------------------------------------------------------------- */

static void
mer_methodology_tree_dispose (GObject *object)
{
  MerMethodologyTree *self = MER_METHODOLOGY_TREE (object);

  if (self->table != NULL)
    gtk_column_view_set_model (self->table, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->table = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->roots);
  g_clear_object (&self->editing);
  G_OBJECT_CLASS (mer_methodology_tree_parent_class)->dispose (object);
}

static void
mer_methodology_tree_finalize (GObject *object)
{
  g_hash_table_unref (MER_METHODOLOGY_TREE (object)->cells);
  G_OBJECT_CLASS (mer_methodology_tree_parent_class)->finalize (object);
}

static void
mer_methodology_tree_class_init (MerMethodologyTreeClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_methodology_tree_dispose;
  G_OBJECT_CLASS (klass)->finalize = mer_methodology_tree_finalize;
  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[TYPED] = g_signal_new ("typed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[ENTERED] = g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[DROPPED] = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
mer_methodology_tree_init (MerMethodologyTree *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->cells = g_hash_table_new (NULL, NULL);
  self->roots = g_list_store_new (MER_TYPE_METHODOLOGY_NODE);
  self->model = gtk_tree_list_model_new (G_LIST_MODEL (g_object_ref (self->roots)), FALSE, FALSE,
                                         children_cb, NULL, NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  self->table = GTK_COLUMN_VIEW (
    gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  gtk_column_view_set_reorderable (self->table, FALSE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->table));
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/* Criteria and settings are few and lie open; questions and checklists show their headings. */
static void
expand_first (MerMethodologyTree *self)
{
  if (self->outline != MER_OUTLINE_CRITERIA && self->outline != MER_OUTLINE_RULES)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->model, i);

      if (gtk_tree_list_row_get_depth (row) == 0)
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

/**
 * mer_methodology_tree_new:
 * @editing: the rules
 * @outline: which tree of them
 *
 * Returns: (transfer floating): the tree, its first row selected
 */
MerMethodologyTree *
mer_methodology_tree_new (MerMethodologyEditing *editing,
                          MerOutline             outline)
{
  /* clang-format off */
  static const char *const names[MER_N_OUTLINES] = {
    [MER_OUTLINE_CRITERIA] = N_("Criteria"),
    [MER_OUTLINE_QUESTIONS] = N_("Questionnaire"),
    [MER_OUTLINE_CHECKLISTS] = N_("Checklists"),
    [MER_OUTLINE_RULES] = N_("Rules"),
  };
  /* clang-format on */
  MerMethodologyTree *self = g_object_new (MER_TYPE_METHODOLOGY_TREE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(names[outline]), -1);
  self->editing = g_object_ref (editing);
  self->outline = outline;
  mer_methodology_columns_setup (self->table, outline);
  g_signal_connect_object (editing, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  expand_first (self);
  return self;
}

GtkColumnView *
mer_methodology_tree_get_table (MerMethodologyTree *self)
{
  g_return_val_if_fail (MER_IS_METHODOLOGY_TREE (self), NULL);
  return self->table;
}

const char *
mer_methodology_tree_get_selected (MerMethodologyTree *self)
{
  gpointer row = NULL;

  g_return_val_if_fail (MER_IS_METHODOLOGY_TREE (self), NULL);
  row = gtk_single_selection_get_selected_item (self->selection);
  return row != NULL ? mer_methodology_node_of (row)->row : NULL;
}

/* From the top down: a row below one that is closed is not in the model. */
static void
expand_to (MerMethodologyTree *self,
           const char         *row)
{
  g_autofree char *parent = mer_outline_parent (mer_methodology_editing_get (self->editing), row);
  guint            position = GTK_INVALID_LIST_POSITION;
  g_autoptr (GtkTreeListRow) item = NULL;

  if (parent == NULL)
    return;
  expand_to (self, parent);
  position = find_row (self, parent);
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  item = gtk_tree_list_model_get_row (self->model, position);
  gtk_tree_list_row_set_expanded (item, TRUE);
}

gboolean
mer_methodology_tree_select (MerMethodologyTree *self,
                             const char         *row)
{
  guint position = GTK_INVALID_LIST_POSITION;

  g_return_val_if_fail (MER_IS_METHODOLOGY_TREE (self), FALSE);
  if (mer_methodology_editing_get (self->editing) == NULL)
    return FALSE;
  expand_to (self, row);
  position = find_row (self, row);
  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  mer_list_view_select (self->table, position);
  return TRUE;
}

void
mer_methodology_tree_rename (MerMethodologyTree *self,
                             const char         *row,
                             const char         *new_row)
{
  guint position = GTK_INVALID_LIST_POSITION;
  g_autoptr (GtkTreeListRow) item = NULL;

  g_return_if_fail (MER_IS_METHODOLOGY_TREE (self));
  position = find_row (self, row);
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  item = gtk_tree_list_model_get_row (self->model, position);
  rename_node (mer_methodology_node_of (item), new_row);
}

gboolean
mer_methodology_tree_set_expanded (MerMethodologyTree *self,
                                   gboolean            expanded)
{
  GtkTreeListRow *row = NULL;

  g_return_val_if_fail (MER_IS_METHODOLOGY_TREE (self), FALSE);
  row = gtk_single_selection_get_selected_item (self->selection);
  if (row == NULL || !gtk_tree_list_row_is_expandable (row) ||
      gtk_tree_list_row_get_expanded (row) == expanded)
    return FALSE;
  gtk_tree_list_row_set_expanded (row, expanded);
  return TRUE;
}

gboolean
mer_methodology_tree_edit_weight (MerMethodologyTree *self)
{
  const char *row = NULL;
  GtkWidget  *cell = NULL;

  g_return_val_if_fail (MER_IS_METHODOLOGY_TREE (self), FALSE);
  row = mer_methodology_tree_get_selected (self);
  cell = row != NULL ? mer_methodology_cell_find_weight (self, row) : NULL;
  if (cell == NULL || !mer_methodology_editing_may_edit (self->editing))
    return FALSE;
  gtk_editable_label_start_editing (GTK_EDITABLE_LABEL (cell));
  gtk_editable_select_region (GTK_EDITABLE (cell), 0, -1);
  return TRUE;
}

void
mer_methodology_tree_set_narrow (MerMethodologyTree *self,
                                 gboolean            narrow)
{
  static const char *const wide_only[] = { "sum", "value" };

  g_return_if_fail (MER_IS_METHODOLOGY_TREE (self));
  for (guint i = 0; i < G_N_ELEMENTS (wide_only); i++)
    if (mer_list_view_find_column (self->table, wide_only[i]) != NULL)
      mer_list_view_show_column (self->table, wide_only[i], !narrow);
}

/* --- for the cells ----------------------------------------------------------------------- */

MerMethodologyEditing *
mer_methodology_tree_get_editing (MerMethodologyTree *self)
{
  return self->editing;
}

GHashTable *
mer_methodology_tree_get_cells (MerMethodologyTree *self)
{
  return self->cells;
}

void
mer_methodology_tree_typed (MerMethodologyTree *self,
                            const char         *row,
                            const char         *text)
{
  g_signal_emit (self, signals[TYPED], 0, row, text);
}

void
mer_methodology_tree_entered (MerMethodologyTree *self,
                              const char         *row,
                              const char         *text)
{
  g_signal_emit (self, signals[ENTERED], 0, row, text);
}

void
mer_methodology_tree_dropped (MerMethodologyTree *self,
                              const char         *row,
                              const char         *target,
                              gboolean            behind)
{
  g_signal_emit (self, signals[DROPPED], 0, row, target, behind);
}
