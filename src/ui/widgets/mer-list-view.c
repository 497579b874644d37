/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all tables do alike, as functions on a #GtkColumnView, which cannot be subclassed.
 * GTK 4.8 neither aligns headers nor tells what a view is sorted by, so both are done by
 * walking the header: header › button › box › (label, sort-indicator). */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/mer-text-scale.h"
#include "ui/widgets/mer-children.h"
#include "ui/widgets/mer-list-view.h"
#include "ui/widgets/mer-table-copy.h"
#include "ui/widgets/mer-type-ahead.h"

#define CELL_PADDING 18 /* style.css: 8 px at each side, and what rounding takes */

typedef struct
{
  GtkColumnView *view; /* borrowed: it owns this */
  char          *sort; /* as mer_list_view_get_sort() gave it last */
  guint          sort_idle;
} Table;

static void
table_free (gpointer data)
{
  Table *table = data;

  g_clear_handle_id (&table->sort_idle, g_source_remove);
  g_free (table->sort);
  g_free (table);
}

static const MerListColumn *
get_description (GtkColumnViewColumn *column)
{
  return g_object_get_data (G_OBJECT (column), "mer-column");
}

static char *
text_of (const MerListColumn *column,
         gpointer             item)
{
  return column->text_of != NULL ? column->text_of (item, column->number) : column->text (item);
}

static char *
tooltip_of (const MerListColumn *column,
            gpointer             item)
{
  return column->tooltip_of != NULL ? column->tooltip_of (item, column->number)
                                    : column->tooltip (item);
}

#define LEAST_CHARS 14 /* of a column that takes what is left */

/* --- cells ----------------------------------------------------------------------- */

static GtkWidget *
label_cell_new (const MerListColumn *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column->end ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label),
                           column->expand ? PANGO_ELLIPSIZE_MIDDLE : PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  /* with large text the table is rather wider than its window than without names */
  if (column->expand)
    gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  return label;
}

/* Asked for when a pointer rests: a text that is set makes GTK 4.8 ask the X server for the
 * pointer, and waiting for its answer took a third of the time of opening a document. */
static gboolean
query_tooltip_cb (GtkWidget           *cell,
                  int                  x,
                  int                  y,
                  gboolean             by_keys,
                  GtkTooltip          *tooltip,
                  const MerListColumn *column)
{
  GtkListItem     *list_item = g_object_get_data (G_OBJECT (cell), "mer-list-item");
  gpointer         item = list_item ? gtk_list_item_get_item (list_item) : NULL;
  g_autofree char *text = item ? tooltip_of (column, item) : NULL;

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          MerListColumn            *column)
{
  GtkWidget *cell = column->make ? column->make () : label_cell_new (column);

  if (column->css_class)
    gtk_widget_add_css_class (cell, column->css_class);
  g_object_set_data (G_OBJECT (cell), "mer-column", column);
  if (column->tooltip || column->tooltip_of)
    {
      gtk_widget_set_has_tooltip (cell, TRUE);
      g_signal_connect (cell, "query-tooltip", G_CALLBACK (query_tooltip_cb), column);
    }
  gtk_list_item_set_child (list_item, cell);
}

static void
show_cell (GtkWidget           *cell,
           gpointer             item,
           const MerListColumn *column)
{
  g_autofree char *text = NULL;

  if (column->show_of)
    column->show_of (cell, item, column->number);
  else if (column->show)
    column->show (cell, item);
  else
    {
      text = text_of (column, item);
      gtk_label_set_label (GTK_LABEL (cell), text);
    }
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         const MerListColumn      *column)
{
  GtkWidget *cell = gtk_list_item_get_child (list_item);

  g_object_set_data (G_OBJECT (cell), "mer-list-item", list_item);
  show_cell (cell, gtk_list_item_get_item (list_item), column);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           const MerListColumn      *column)
{
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (list_item)), "mer-list-item", NULL);
}

static GtkListItemFactory *
factory_new (const MerListColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  gpointer            data = g_memdup2 (column, sizeof *column);

  g_object_set_data_full (G_OBJECT (factory), "mer-column", data, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), data);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), data);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), data);
  return factory;
}

static guint
rank_cb (gpointer             item,
         const MerListColumn *column)
{
  return column->rank (item);
}

static void
free_closure_data (gpointer  data,
                   GClosure *closure)
{
  g_free (data);
}

/* A numeric sorter reads the rank of each row once; comparing is then without objects. */
static GtkSorter *
sorter_new (const MerListColumn *column)
{
  gpointer       data = g_memdup2 (column, sizeof *column);
  GtkExpression *rank = gtk_cclosure_expression_new (G_TYPE_UINT, NULL, 0, NULL,
                                                     G_CALLBACK (rank_cb), data, free_closure_data);

  return GTK_SORTER (gtk_numeric_sorter_new (rank));
}

static void
append_column (GtkColumnView       *view,
               const MerListColumn *column)
{
  GtkColumnViewColumn *self = gtk_column_view_column_new (_(column->title), factory_new (column));

  g_object_set_data_full (G_OBJECT (self), "mer-column", g_memdup2 (column, sizeof *column),
                          g_free);
  gtk_column_view_column_set_expand (self, column->expand);
  gtk_column_view_column_set_resizable (self, TRUE);
  if (column->rank)
    {
      g_autoptr (GtkSorter) sorter = sorter_new (column);

      gtk_column_view_column_set_sorter (self, sorter);
    }
  gtk_column_view_append_column (view, self);
  g_object_unref (self);
}

GtkColumnViewColumn *
mer_list_view_find_column (GtkColumnView *view,
                           const char    *id)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_str_equal (get_description (column)->id, id))
        return column;
    }
  return NULL;
}

/* A desktop's font can be wider than the one that widths were chosen with. */
static int
measure_widest (GtkColumnView       *view,
                const MerListColumn *column)
{
  g_autoptr (PangoLayout) layout = NULL;
  int width = 0;

  if (column->widest == NULL)
    return 0;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), column->widest ());
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width + CELL_PADDING;
}

/* Widths are meant for text of the usual size. */
static void
scale_column (GtkColumnView       *view,
              GtkColumnViewColumn *column)
{
  const MerListColumn *description = get_description (column);
  int                  width = mer_text_scale_px (GTK_WIDGET (view), description->width);

  if (width > 0 && gtk_column_view_column_get_visible (column))
    gtk_column_view_column_set_fixed_width (column,
                                            MAX (width, measure_widest (view, description)));
}

static void
scale_columns (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      scale_column (view, column);
    }
}

/* GTK 4.8 keeps room for a hidden column that has a fixed width. */
void
mer_list_view_show_column (GtkColumnView *view,
                           const char    *id,
                           gboolean       shown)
{
  GtkColumnViewColumn *column = mer_list_view_find_column (view, id);

  g_return_if_fail (column != NULL);
  gtk_column_view_column_set_visible (column, shown);
  if (shown)
    scale_column (view, column);
  else
    gtk_column_view_column_set_fixed_width (column, -1);
}

/* --- header -------------------------------------------------------------------------- */

static GtkWidget *
find_descendant (GtkWidget  *widget,
                 const char *css_name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = NULL;

      if (g_str_equal (gtk_widget_get_css_name (child), css_name))
        return child;
      found = find_descendant (child, css_name);
      if (found)
        return found;
    }
  return NULL;
}

/* Titles stand in the order of the columns. */
static GtkWidget *
find_title (GtkColumnView *view,
            guint          position)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = header ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; title && i < position; i++)
    title = gtk_widget_get_next_sibling (title);
  return title;
}

static void
align_header (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      GtkWidget *title = find_title (view, i);
      GtkWidget *label = title ? find_descendant (title, "label") : NULL;

      if (label == NULL)
        continue;
      gtk_widget_set_hexpand (label, TRUE);
      gtk_widget_set_halign (label, get_description (column)->end ? GTK_ALIGN_END
                                                                  : GTK_ALIGN_START);
    }
}

char *
mer_list_view_get_sort (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      GtkWidget *title = find_title (view, i);
      GtkWidget *indicator = title ? find_descendant (title, "sort-indicator") : NULL;

      if (indicator == NULL)
        continue;
      if (gtk_widget_has_css_class (indicator, "ascending"))
        return g_strdup (get_description (column)->id);
      if (gtk_widget_has_css_class (indicator, "descending"))
        return g_strconcat ("-", get_description (column)->id, NULL);
    }
  return g_strdup ("");
}

void
mer_list_view_set_sort (GtkColumnView *view,
                        const char    *sort)
{
  gboolean             descending = sort[0] == '-';
  GtkColumnViewColumn *column = mer_list_view_find_column (view, sort + descending);

  /* the toolkit takes no mark away from the column that was sorted by before */
  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
  gtk_column_view_sort_by_column (view, column,
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/* GTK turns a sorted column round for ever; here the third click ends it. */
static gboolean
sorted_cb (gpointer user_data)
{
  Table           *table = user_data;
  g_autofree char *sort = mer_list_view_get_sort (table->view);
  gboolean         third = table->sort[0] == '-' && g_str_equal (table->sort + 1, sort);

  table->sort_idle = 0;
  g_free (table->sort);
  table->sort = third ? g_strdup ("") : g_steal_pointer (&sort);
  if (third)
    gtk_column_view_sort_by_column (table->view, NULL, GTK_SORT_ASCENDING);
  return G_SOURCE_REMOVE;
}

static void
sorter_changed_cb (Table *table)
{
  if (table->sort_idle == 0)
    table->sort_idle = g_idle_add (sorted_cb, table);
}

/* --- selection ------------------------------------------------------------------------- */

static GtkWidget *
get_list (GtkColumnView *view)
{
  return find_descendant (GTK_WIDGET (view), "listview");
}

guint
mer_list_view_get_selected (GtkColumnView *view)
{
  g_autoptr (GtkBitset) selection =
    gtk_selection_model_get_selection (gtk_column_view_get_model (view));

  return gtk_bitset_is_empty (selection) ? GTK_INVALID_LIST_POSITION
                                         : gtk_bitset_get_minimum (selection);
}

gboolean
mer_list_view_has_focus (GtkColumnView *view)
{
  return mer_focus_within (GTK_WIDGET (view)) != NULL;
}

void
mer_list_view_select (GtkColumnView *view,
                      guint          position)
{
  GtkWidget *list = get_list (view);

  gtk_selection_model_select_item (gtk_column_view_get_model (view), position, TRUE);
  if (list)
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}

/* The row of the list that shows the position; any of its cells knows its list item. */
static GtkWidget *
find_row (GtkColumnView *view,
          guint          position)
{
  GtkWidget *list = get_list (view);

  for (GtkWidget *row = list ? gtk_widget_get_first_child (list) : NULL; row;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget   *first = gtk_widget_get_first_child (row);
      GtkWidget   *cell = first ? gtk_widget_get_first_child (first) : NULL;
      GtkListItem *item = cell ? g_object_get_data (G_OBJECT (cell), "mer-list-item") : NULL;

      if (item && gtk_list_item_get_position (item) == position)
        return row;
    }
  return NULL;
}

void
mer_list_view_focus (GtkColumnView *view,
                     guint          position)
{
  GtkWidget *list = get_list (view);
  GtkWidget *row = NULL;

  if (list)
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
  row = find_row (view, position);
  gtk_widget_grab_focus (row ? row : GTK_WIDGET (view));
}

static void
rebind_cell (GtkWidget *cell)
{
  const MerListColumn *column = g_object_get_data (G_OBJECT (cell), "mer-column");
  GtkListItem         *list_item = g_object_get_data (G_OBJECT (cell), "mer-list-item");
  gpointer             item = list_item ? gtk_list_item_get_item (list_item) : NULL;

  if (column && item)
    show_cell (cell, item, column);
}

void
mer_list_view_rebind (GtkColumnView *view)
{
  GtkWidget *list = get_list (view);

  for (GtkWidget *row = list ? gtk_widget_get_first_child (list) : NULL; row;
       row = gtk_widget_get_next_sibling (row))
    for (GtkWidget *cell = gtk_widget_get_first_child (row); cell;
         cell = gtk_widget_get_next_sibling (cell))
      if (gtk_widget_get_first_child (cell))
        rebind_cell (gtk_widget_get_first_child (cell));
}

/* --- copying --------------------------------------------------------------------- */

static char *
cell_text (GtkColumnViewColumn *column,
           gpointer             item,
           gpointer             user_data)
{
  return text_of (get_description (column), item);
}

void
mer_list_view_copy (GtkColumnView *view)
{
  mer_table_copy_rows (view, cell_text, NULL);
}

/* --- setup ----------------------------------------------------------------------- */

/**
 * mer_list_view_setup:
 * @view: a column view
 * @columns: (array length=n_columns): static descriptions
 *
 * Appends the columns, and gives the table its style, its header and its keys.
 */
void
mer_list_view_setup (GtkColumnView       *view,
                     const MerListColumn *columns,
                     guint                n_columns)
{
  Table *table = g_new0 (Table, 1);

  table->view = view;
  table->sort = g_strdup ("");
  g_object_set_data_full (G_OBJECT (view), "mer-table", table, table_free);
  gtk_widget_add_css_class (GTK_WIDGET (view), "mer");
  gtk_widget_add_css_class (GTK_WIDGET (view), "numeric");
  for (guint i = 0; i < n_columns; i++)
    append_column (view, &columns[i]);
  align_header (view);
  scale_columns (view);
  mer_text_scale_follow (GTK_WIDGET (view), G_CALLBACK (scale_columns), view);
  g_signal_connect_swapped (gtk_column_view_get_sorter (view), "changed",
                            G_CALLBACK (sorter_changed_cb), table);
  if (columns[0].text)
    mer_type_ahead_follow (view, columns[0].text);
}
