/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns of the trees of rules. A cell asks the rules for its text whenever they change,
 * and most cells are places to drag a part from and to drop one on. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/pages/mer-methodology-tree-private.h"

#define ITEM "mer-item"
#define FILL "mer-fill"
#define CELLS "mer-cells"

typedef void (*FillFunc) (GtkWidget          *cell,
                          MerMethodologyNode *node,
                          MerMethodology     *methodology);

/* --- a cell and its item ----------------------------------------------------------------- */

static gpointer
item_of (GtkWidget *cell)
{
  return g_object_get_data (G_OBJECT (cell), ITEM);
}

static MerMethodologyNode *
node_of (GtkWidget *cell)
{
  gpointer item = item_of (cell);

  return item != NULL ? mer_methodology_node_of (item) : NULL;
}

static MerMethodology *
rules_of (MerMethodologyNode *node)
{
  if (node == NULL || node->tree == NULL)
    return NULL;
  return mer_methodology_editing_get (mer_methodology_tree_get_editing (node->tree));
}

void
mer_methodology_cell_refresh (GtkWidget *cell)
{
  MerMethodologyNode *node = node_of (cell);
  MerMethodology     *methodology = rules_of (node);
  FillFunc            fill = NULL;

  if (methodology == NULL)
    return;
  fill = (FillFunc) g_object_get_data (G_OBJECT (cell), FILL); /* NOLINT */
  fill (cell, node, methodology);
}

/* Its item may be gone from the model by now, and the tree, too. */
static void
destroyed_cb (GtkWidget *cell)
{
  GHashTable *cells = g_object_get_data (G_OBJECT (cell), CELLS);

  if (cells != NULL)
    g_hash_table_remove (cells, cell);
}

static void
show_item (GtkWidget *cell,
           gpointer   item)
{
  MerMethodologyNode *node = mer_methodology_node_of (item);
  GHashTable         *cells = NULL;

  g_object_set_data_full (G_OBJECT (cell), ITEM, g_object_ref (item), g_object_unref);
  if (node->tree == NULL)
    return;
  cells = mer_methodology_tree_get_cells (node->tree);
  g_object_set_data_full (G_OBJECT (cell), CELLS, g_hash_table_ref (cells),
                          (GDestroyNotify) g_hash_table_unref);
  g_hash_table_add (cells, cell);
  mer_methodology_cell_refresh (cell);
}

/* --- dragging ---------------------------------------------------------------------------- */

static void
clear_drop_mark (GtkWidget *cell)
{
  static const char *const classes[] = { "mer-drop-above", "mer-drop-below", "mer-drop-into" };
  GtkWidget               *row = gtk_widget_get_parent (gtk_widget_get_parent (cell));

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (row, classes[i]);
}

static void
set_drop_mark (GtkWidget  *cell,
               const char *dragged,
               const char *target,
               gboolean    behind)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (cell));

  clear_drop_mark (cell);
  if (mer_part_kind_of (dragged) != mer_part_kind_of (target))
    gtk_widget_add_css_class (row, "mer-drop-into");
  else
    gtk_widget_add_css_class (row, behind ? "mer-drop-below" : "mer-drop-above");
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            GtkWidget     *cell)
{
  MerMethodologyNode *node = node_of (cell);

  if (node == NULL || node->tree == NULL || !mer_outline_is_part (node->row) ||
      !mer_methodology_editing_may_edit (mer_methodology_tree_get_editing (node->tree)))
    return NULL;
  return gdk_content_provider_new_typed (MER_TYPE_METHODOLOGY_NODE, node);
}

static gboolean
lower_half (GtkWidget *cell,
            double     y)
{
  return y > gtk_widget_get_allocated_height (cell) / 2.0;
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double         x,
           double         y,
           GtkWidget     *cell)
{
  const GValue       *value = gtk_drop_target_get_value (target);
  MerMethodologyNode *node = node_of (cell);
  MerMethodologyNode *dragged = value != NULL ? g_value_get_object (value) : NULL;
  g_autofree char    *owner = NULL;
  guint               position = 0;

  clear_drop_mark (cell);
  if (dragged == NULL || node == NULL || dragged->tree != node->tree ||
      !mer_outline_move_to (rules_of (node), dragged->row, node->row, lower_half (cell, y), &owner,
                            &position))
    return 0;
  set_drop_mark (cell, dragged->row, node->row, lower_half (cell, y));
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target,
          GtkWidget     *cell)
{
  clear_drop_mark (cell);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         GtkWidget     *cell)
{
  MerMethodologyNode *node = node_of (cell);
  MerMethodologyNode *dragged = g_value_get_object (value);

  clear_drop_mark (cell);
  if (node == NULL || node->tree == NULL || dragged->tree != node->tree)
    return FALSE;
  mer_methodology_tree_dropped (node->tree, dragged->row, node->row, lower_half (cell, y));
  return TRUE;
}

static void
add_dragging (GtkWidget *cell)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (MER_TYPE_METHODOLOGY_NODE, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), cell);
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), cell);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), cell);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), cell);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (target));
}

static GtkWidget *
cell_new (GtkWidget *cell,
          FillFunc   fill)
{
  g_object_set_data (G_OBJECT (cell), FILL, (gpointer) fill); /* NOLINT */
  g_signal_connect (cell, "destroy", G_CALLBACK (destroyed_cb), NULL);
  return cell;
}

/* --- code, name, marks ------------------------------------------------------------------- */

static GtkWidget *
label_new (PangoEllipsizeMode ellipsize)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), ellipsize);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  return label;
}

static void
set_strong (GtkWidget          *label,
            MerMethodologyNode *node)
{
  if (mer_outline_may_have_children (node->row) && !mer_outline_policy (node->row))
    gtk_widget_add_css_class (label, "mer-strong");
  else
    gtk_widget_remove_css_class (label, "mer-strong");
}

static void
fill_code (GtkWidget          *cell,
           MerMethodologyNode *node,
           MerMethodology     *methodology)
{
  GtkWidget       *label = gtk_tree_expander_get_child (GTK_TREE_EXPANDER (cell));
  g_autofree char *code = mer_outline_code (methodology, node->row);

  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (cell), item_of (cell));
  gtk_label_set_text (GTK_LABEL (label), code);
  set_strong (label, node);
}

static GtkWidget *
make_code (void)
{
  GtkWidget *expander = gtk_tree_expander_new ();

  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), label_new (PANGO_ELLIPSIZE_END));
  add_dragging (expander);
  return cell_new (expander, fill_code);
}

/* A name and what is to be said of it: a point, a sign of warning, a sign of doubt. */
static GtkWidget *
name_box_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = label_new (PANGO_ELLIPSIZE_MIDDLE);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("merilo-warning-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("merilo-question-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_label_new ("●"));
  return box;
}

static void
set_mark (GtkWidget  *mark,
          gboolean    shown,
          const char *words)
{
  gtk_widget_set_visible (mark, shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
fill_name_box (GtkWidget          *box,
               MerMethodologyNode *node,
               MerMethodology     *methodology)
{
  guint marks =
    mer_methodology_editing_get_marks (mer_methodology_tree_get_editing (node->tree), node->row);
  GtkWidget       *label = gtk_widget_get_first_child (box);
  GtkWidget       *error = gtk_widget_get_next_sibling (label);
  GtkWidget       *doubt = gtk_widget_get_next_sibling (error);
  g_autofree char *name = mer_outline_name (methodology, node->row);

  gtk_label_set_text (GTK_LABEL (label), name);
  set_strong (label, node);
  set_mark (error, (marks & MER_MARK_ERROR) != 0, _("has a problem"));
  gtk_widget_add_css_class (error, "mer-warning");
  set_mark (doubt, (marks & MER_MARK_UNCONFIRMED) != 0, _("to be held against the act"));
  set_mark (gtk_widget_get_last_child (box), (marks & MER_MARK_DIFFERS) != 0,
            _("differs from the federal edition"));
}

static void
fill_name (GtkWidget          *cell,
           MerMethodologyNode *node,
           MerMethodology     *methodology)
{
  fill_name_box (cell, node, methodology);
}

static GtkWidget *
make_name (void)
{
  GtkWidget *box = name_box_new ();

  add_dragging (box);
  return cell_new (box, fill_name);
}

static void
fill_tree_name (GtkWidget          *cell,
                MerMethodologyNode *node,
                MerMethodology     *methodology)
{
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (cell), item_of (cell));
  fill_name_box (gtk_tree_expander_get_child (GTK_TREE_EXPANDER (cell)), node, methodology);
}

static GtkWidget *
make_tree_name (void)
{
  GtkWidget *expander = gtk_tree_expander_new ();

  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), name_box_new ());
  add_dragging (expander);
  return cell_new (expander, fill_tree_name);
}

/* --- weight, sum, value ------------------------------------------------------------------ */

static void
fill_weight (GtkWidget          *cell,
             MerMethodologyNode *node,
             MerMethodology     *methodology)
{
  g_autofree char *weight = mer_outline_weight (methodology, node->row);

  if (gtk_editable_label_get_editing (GTK_EDITABLE_LABEL (cell)))
    return;
  gtk_editable_set_text (GTK_EDITABLE (cell), weight);
  gtk_widget_set_visible (cell, *weight != '\0');
}

/* Rules that are in use are not edited by a stray click. */
static void
editing_cb (GtkWidget *cell)
{
  MerMethodologyNode *node = node_of (cell);
  gboolean            editing = gtk_editable_label_get_editing (GTK_EDITABLE_LABEL (cell));
  MerMethodology     *methodology = rules_of (node);
  g_autofree char    *weight = NULL;

  if (methodology == NULL)
    return;
  if (editing)
    {
      if (!mer_methodology_editing_may_edit (mer_methodology_tree_get_editing (node->tree)))
        gtk_editable_label_stop_editing (GTK_EDITABLE_LABEL (cell), FALSE);
      return;
    }
  mer_methodology_tree_entered (node->tree, node->row, gtk_editable_get_text (GTK_EDITABLE (cell)));
  mer_methodology_cell_refresh (cell);
}

static void
typed_cb (GtkWidget *cell)
{
  MerMethodologyNode *node = node_of (cell);

  if (rules_of (node) != NULL && gtk_editable_label_get_editing (GTK_EDITABLE_LABEL (cell)))
    mer_methodology_tree_typed (node->tree, node->row,
                                gtk_editable_get_text (GTK_EDITABLE (cell)));
}

/* Tab walks over the table and not from weight to weight: F2 or a click begins. */
static GtkWidget *
make_weight (void)
{
  GtkWidget *cell = gtk_editable_label_new ("");

  gtk_editable_set_alignment (GTK_EDITABLE (cell), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (cell), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (cell), 6);
  gtk_widget_set_halign (cell, GTK_ALIGN_FILL);
  gtk_widget_set_focusable (cell, FALSE);
  gtk_widget_add_css_class (cell, "mer-weight");
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Weight"), -1);
  g_signal_connect (cell, "notify::editing", G_CALLBACK (editing_cb), NULL);
  g_signal_connect (cell, "changed", G_CALLBACK (typed_cb), NULL);
  return cell_new (cell, fill_weight);
}

GtkWidget *
mer_methodology_cell_find_weight (MerMethodologyTree *tree,
                                  const char         *row)
{
  GHashTableIter iter;
  gpointer       cell = NULL;

  g_hash_table_iter_init (&iter, mer_methodology_tree_get_cells (tree));
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    {
      MerMethodologyNode *node = node_of (cell);

      if (GTK_IS_EDITABLE_LABEL (cell) && gtk_widget_get_mapped (cell) && node != NULL &&
          g_str_equal (node->row, row))
        return cell;
    }
  return NULL;
}

static void
fill_sum (GtkWidget          *cell,
          MerMethodologyNode *node,
          MerMethodology     *methodology)
{
  gboolean         is_wrong = FALSE;
  g_autofree char *sum = mer_outline_sum (methodology, node->row, &is_wrong);

  gtk_label_set_text (GTK_LABEL (cell), sum);
  if (is_wrong)
    gtk_widget_add_css_class (cell, "mer-warning");
  else
    gtk_widget_remove_css_class (cell, "mer-warning");
}

static GtkWidget *
make_sum (void)
{
  GtkWidget *label = label_new (PANGO_ELLIPSIZE_END);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  return cell_new (label, fill_sum);
}

static void
fill_value (GtkWidget          *cell,
            MerMethodologyNode *node,
            MerMethodology     *methodology)
{
  g_autofree char *value = mer_outline_value (methodology, node->row);

  gtk_label_set_text (GTK_LABEL (cell), value);
}

static GtkWidget *
make_value (void)
{
  GtkWidget *label = label_new (PANGO_ELLIPSIZE_END);

  gtk_widget_add_css_class (label, "small");
  gtk_widget_add_css_class (label, "mer-secondary");
  return cell_new (label, fill_value);
}

/* --- the tables -------------------------------------------------------------------------- */

/* What copying gives, and a pointer that rests is told. */
static char *
text_by (gpointer item,
         char *(*ask) (const MerMethodology *,
                       const char *) )
{
  MerMethodologyNode *node = mer_methodology_node_of (item);
  MerMethodology     *methodology = rules_of (node);

  return methodology != NULL ? ask (methodology, node->row) : g_strdup ("");
}

static char *
code_text (gpointer item)
{
  return text_by (item, mer_outline_code);
}

static char *
name_text (gpointer item)
{
  return text_by (item, mer_outline_name);
}

static char *
name_tooltip (gpointer item)
{
  return text_by (item, mer_outline_full_name);
}

static char *
weight_text (gpointer item)
{
  return text_by (item, mer_outline_weight);
}

static char *
value_text (gpointer item)
{
  return text_by (item, mer_outline_value);
}

static char *
sum_of (const MerMethodology *methodology,
        const char           *row)
{
  gboolean is_wrong = FALSE;

  return mer_outline_sum (methodology, row, &is_wrong);
}

static char *
sum_text (gpointer item)
{
  return text_by (item, sum_of);
}

/* Only what may be too long for its column. */
static char *
sum_tooltip (gpointer item)
{
  MerMethodologyNode *node = mer_methodology_node_of (item);
  MerMethodology     *methodology = rules_of (node);
  gboolean            is_wrong = FALSE;
  g_autofree char    *sum =
    methodology != NULL ? mer_outline_sum (methodology, node->row, &is_wrong) : NULL;

  return is_wrong ? g_steal_pointer (&sum) : NULL;
}

#define COLUMN(name) .text = name##_text, .make = make_##name, .show = show_item
#define NAME COLUMN (name), .tooltip = name_tooltip

/* clang-format off */
static const MerListColumn criteria[] = {
  { .id = "code", .title = N_("Code"), .width = 76, COLUMN (code) },
  { .id = "name", .title = N_("Name"), .expand = TRUE, NAME },
  { .id = "weight", .title = N_("Weight"), .width = 60, .end = TRUE, COLUMN (weight) },
  { .id = "sum", .title = N_("Sum"), .width = 152, .end = TRUE, COLUMN (sum),
    .tooltip = sum_tooltip },
};
static const MerListColumn questions[] = {
  { .id = "code", .title = N_("Code"), .width = 76, COLUMN (code) },
  { .id = "name", .title = N_("Question, answer"), .expand = TRUE, NAME },
  { .id = "value", .title = N_("Counts as"), .width = 104, COLUMN (value), .tooltip = value_text },
};
static const MerListColumn checklists[] = {
  { .id = "code", .title = N_("Code"), .width = 116, COLUMN (code) },
  { .id = "name", .title = N_("Place, item"), .expand = TRUE, NAME },
  { .id = "value", .title = N_("Whom it applies to"), .width = 104, COLUMN (value),
    .tooltip = value_text },
};
static const MerListColumn rules[] = {
  { .id = "name", .title = N_("Rule"), .expand = TRUE, .text = name_text, .tooltip = name_tooltip,
    .make = make_tree_name, .show = show_item },
  { .id = "value", .title = N_("In force"), .width = 172, COLUMN (value), .tooltip = value_text },
};

static const struct
{
  const MerListColumn *columns;
  guint                n_columns;
} tables[MER_N_OUTLINES] = {
  [MER_OUTLINE_CRITERIA] = { criteria, G_N_ELEMENTS (criteria) },
  [MER_OUTLINE_QUESTIONS] = { questions, G_N_ELEMENTS (questions) },
  [MER_OUTLINE_CHECKLISTS] = { checklists, G_N_ELEMENTS (checklists) },
  [MER_OUTLINE_RULES] = { rules, G_N_ELEMENTS (rules) },
};
/* clang-format on */

void
mer_methodology_columns_setup (GtkColumnView *table,
                               MerOutline     outline)
{
  mer_list_view_setup (table, tables[outline].columns, tables[outline].n_columns);
}
