/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns of the rating table, their cells and their order. Sorting is the column view's own,
 * with two things that GTK 4.8 lacks: the third click on a header returns to place order, and
 * rows without a value stay last in both directions; for both the table finds out which column
 * leads by asking the sorter to compare two probes. */

#include "config.h"

#include "report/mer-explain-text.h"
#include "ui/pages/mer-rating-difference.h"
#include "ui/pages/mer-rating-table-private.h"
#include "ui/widgets/mer-headers.h"

/* What a column's sorter and factory need to know; lives as long as they do. */
typedef struct
{
  MerRatingTable *table;
  guint           column;
} ColumnData;

static ColumnData *
column_data_new (MerRatingTable *table,
                 guint           column)
{
  ColumnData *data = g_new0 (ColumnData, 1);

  data->table = table;
  data->column = column;
  return data;
}

/* --- sorting --------------------------------------------------------------- */

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  const ColumnData *data = user_data;
  MerRatingTable   *self = data->table;

  if (self->probing)
    {
      self->lead = (int) data->column;
      return -1;
    }
  return mer_rating_list_compare (self->list, data->column, self->inverted, a, b);
}

/* Asks the sorter to compare two rows: the first column that is asked leads, and the sign
 * tells its direction. */
static void
probe_sorter (MerRatingTable *self,
              GtkSorter      *sorter)
{
  g_autoptr (GObject) first = NULL;
  g_autoptr (GObject) second = NULL;

  self->lead = -1;
  self->inverted = FALSE;
  if (self->list != NULL)
    {
      first = g_list_model_get_item (G_LIST_MODEL (self->list), 0);
      second = g_list_model_get_item (G_LIST_MODEL (self->list), 1);
    }
  /* Two rows: an item is equal to itself without anybody being asked. */
  if (second == NULL)
    return;
  self->probing = TRUE;
  self->inverted = gtk_sorter_compare (sorter, first, second) == GTK_ORDERING_LARGER;
  self->probing = FALSE;
}

/* Runs before the sort model hears of the change. */
static void
sorter_changed_cb (MerRatingTable *self,
                   GtkSorterChange change,
                   GtkSorter      *sorter)
{
  int      lead = self->lead;
  gboolean inverted = self->inverted;

  probe_sorter (self, sorter);
  if (lead >= 0 && self->lead == lead && inverted && !self->inverted)
    {
      self->lead = -1;
      gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
    }
}

/* --- cells ----------------------------------------------------------------- */

static char *
get_tooltip (const ColumnData *data,
             MerRatingRow     *row)
{
  const MerScoreRow *score = mer_rating_row_get_score (row);
  MerResults        *results = mer_rating_list_get_results (data->table->list);
  g_autoptr (MerExplanation) explanation = NULL;

  if (data->column == MER_RATING_NAME)
    return g_strdup (score->organization->full_name ? score->organization->full_name
                                                    : score->organization->name);
  if (data->column == MER_RATING_DIFFERENCE)
    return mer_rating_difference_words (results, score);
  if (score->total.defined)
    return NULL;
  explanation = mer_explanation_new (results->scores, score, "S");
  return mer_explain_undefined (explanation, mer_language_of_locale ());
}

/* Asked for when a pointer rests: a text that is set makes GTK 4.8 ask the X server for the
 * pointer and wait, for each cell that comes into view. */
static gboolean
query_tooltip_cb (GtkWidget        *label,
                  int               x,
                  int               y,
                  gboolean          by_keys,
                  GtkTooltip       *tooltip,
                  const ColumnData *data)
{
  MerRatingRow    *row = g_object_get_data (G_OBJECT (label), "mer-row");
  g_autofree char *text = row ? get_tooltip (data, row) : NULL;

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               gpointer                  user_data)
{
  const ColumnData *data = user_data;
  GtkWidget        *label = gtk_label_new (NULL);
  gboolean          name = data->column == MER_RATING_NAME;

  gtk_label_set_xalign (GTK_LABEL (label), name ? 0 : 1);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (name)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  if (name || data->column == MER_RATING_TOTAL)
    gtk_widget_add_css_class (label, "mer-strong");
  if (name || data->column == MER_RATING_TOTAL || data->column == MER_RATING_DIFFERENCE)
    {
      gtk_widget_set_has_tooltip (label, TRUE);
      g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), user_data);
    }
  gtk_list_item_set_child (item, label);
}

/* A pointer finds the reason of «—» in the tooltip, a screen reader in the description. */
static void
describe_cell (const ColumnData *data,
               GtkWidget        *label,
               MerRatingRow     *row)
{
  g_autofree char *reason = NULL;

  if (data->column != MER_RATING_DIFFERENCE)
    return;
  if (row != NULL)
    reason = get_tooltip (data, row);
  if (reason != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    reason, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              gpointer                  user_data)
{
  const ColumnData *data = user_data;
  MerRatingRow     *row = MER_RATING_ROW (gtk_list_item_get_item (item));
  GtkWidget        *label = gtk_list_item_get_child (item);
  g_autofree char  *text =
    mer_rating_row_get_text (row, data->column, data->table->ranks_in_kind);

  gtk_label_set_text (GTK_LABEL (label), text);
  g_object_set_data (G_OBJECT (label), "mer-row", row);
  describe_cell (data, label, row);
}

static void
unbind_cell_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                gpointer                  user_data)
{
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), "");
  g_object_set_data (G_OBJECT (label), "mer-row", NULL);
}

/* --- columns --------------------------------------------------------------- */

/* Widths of the specification in pixels of the usual text. */
static int
column_width (MerRatingTable *self,
              guint           column)
{
  static const int widths[] = { 60, -1, 62, 66, 48 };
  int              width = column < G_N_ELEMENTS (widths) ? widths[column] : 59;
  PangoLayout     *layout = NULL;
  int              measured = 0;

  if (width < 0)
    return -1;
  /* As wide as its widest text needs at the present size of the text. */
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view),
                                           column == MER_RATING_DIFFERENCE ? "Δ 2024"
                                           : column == MER_RATING_N        ? "1 000"
                                                                           : "100,00");
  pango_layout_get_pixel_size (layout, &measured, NULL);
  g_object_unref (layout);
  return MAX (width, measured + 18);
}

static void
add_column (MerRatingTable *self,
            guint           column)
{
  g_autofree char     *title = mer_rating_list_column_title (self->list, column);
  GtkListItemFactory  *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view_column = gtk_column_view_column_new (title, factory);
  GtkSorter           *sorter = GTK_SORTER (
              gtk_custom_sorter_new (compare_cb, column_data_new (self, column), g_free));
  ColumnData *data = column_data_new (self, column);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), data);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell_cb), data);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cell_cb), data,
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_expand (view_column, column == MER_RATING_NAME);
  gtk_column_view_column_set_fixed_width (view_column, column_width (self, column));
  if (column != MER_RATING_NAME)
    mer_headers_set_numeric (view_column);
  gtk_column_view_append_column (self->view, view_column);
  g_object_unref (sorter);
  g_object_unref (view_column);
}

/* Place, name, S, difference, the criteria, n. */
void
mer_rating_table_fill_columns (MerRatingTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  guint       n = mer_rating_list_n_columns (self->list);
  guint       i;

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  add_column (self, MER_RATING_PLACE);
  add_column (self, MER_RATING_NAME);
  add_column (self, MER_RATING_TOTAL);
  if (mer_rating_list_get_results (self->list)->past->len > 0)
    add_column (self, MER_RATING_DIFFERENCE);
  for (i = MER_RATING_CRITERION; i < n && !self->narrow; i++)
    add_column (self, i);
  add_column (self, MER_RATING_N);
}

void
mer_rating_table_follow_headers (MerRatingTable *self)
{
  mer_headers_follow (self->view);
  g_signal_connect_swapped (gtk_column_view_get_sorter (self->view), "changed",
                            G_CALLBACK (sorter_changed_cb), self);
}
