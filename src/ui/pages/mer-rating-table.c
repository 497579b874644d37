/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rating table. The chain is list → filter → sort → selection → column view. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/pages/mer-rating-copy.h"
#include "ui/pages/mer-rating-table-private.h"
#include "ui/widgets/mer-list-view.h"
#include "ui/widgets/mer-type-ahead.h"

G_DEFINE_FINAL_TYPE (MerRatingTable, mer_rating_table, ADW_TYPE_BIN)

enum
{
  SIGNAL_ROWS_CHANGED,
  SIGNAL_GEOMETRY_CHANGED,
  SIGNAL_ACTIVATE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* --- columns --------------------------------------------------------------- */

static GtkWidget *
get_header (MerRatingTable *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self->view));
}

/* --- geometry -------------------------------------------------------------- */

static gboolean
geometry_idle_cb (gpointer user_data)
{
  MerRatingTable *self = user_data;

  self->geometry_idle = 0;
  g_signal_emit (self, signals[SIGNAL_GEOMETRY_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* Told inside a layout: whoever listens wants to lay out anew, so it is put off. */
static void
queue_geometry (MerRatingTable *self)
{
  if (self->geometry_idle == 0)
    self->geometry_idle = g_idle_add (geometry_idle_cb, self);
}

static double
border_height (GtkWidget *widget)
{
  graphene_rect_t bounds;
  GtkWidget      *parent = widget != NULL ? gtk_widget_get_parent (widget) : NULL;

  if (parent == NULL || !gtk_widget_compute_bounds (widget, parent, &bounds))
    return 0;
  return bounds.size.height;
}

/* --- keys ------------------------------------------------------------------ */

static char *
name_of (gpointer row)
{
  return g_strdup (mer_rating_row_get_score (row)->organization->name);
}

static void
row_activated_cb (MerRatingTable *self,
                  guint           position)
{
  g_autoptr (MerRatingRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (row != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0,
                   mer_rating_row_get_score (row)->organization->id);
}

/* --- filter ---------------------------------------------------------------- */

static gboolean
filter_cb (gpointer item,
           gpointer user_data)
{
  MerRatingTable *self = user_data;

  return mer_rating_row_matches (item, &self->wanted);
}

static void
items_changed_cb (MerRatingTable *self)
{
  g_signal_emit (self, signals[SIGNAL_ROWS_CHANGED], 0);
  queue_geometry (self);
}

/* --- the object ------------------------------------------------------------ */

static void
mer_rating_table_dispose (GObject *object)
{
  MerRatingTable *self = MER_RATING_TABLE (object);

  g_clear_handle_id (&self->geometry_idle, g_source_remove);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  self->view = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (mer_rating_table_parent_class)->dispose (object);
}

static void
mer_rating_table_finalize (GObject *object)
{
  MerRatingTable *self = MER_RATING_TABLE (object);

  g_clear_pointer (&self->wanted.organizations, g_array_unref);
  g_free (self->wanted.needle);
  G_OBJECT_CLASS (mer_rating_table_parent_class)->finalize (object);
}

static void
mer_rating_table_class_init (MerRatingTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mer_rating_table_dispose;
  object_class->finalize = mer_rating_table_finalize;
  signals[SIGNAL_ROWS_CHANGED] =
    g_signal_new ("rows-changed", MER_TYPE_RATING_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[SIGNAL_GEOMETRY_CHANGED] =
    g_signal_new ("geometry-changed", MER_TYPE_RATING_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATE] =
    g_signal_new ("activate", MER_TYPE_RATING_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
make_models (MerRatingTable *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);

  /* Before the sort model connects: it must find the direction known. */
  mer_rating_table_follow_headers (self);
  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  self->filtered =
    gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (self->filter)));
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->filtered)),
                                          g_object_ref (sorter));
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->sorted)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self);
}

static void
mer_rating_table_init (MerRatingTable *self)
{
  GtkAdjustment *adjustment = NULL;

  self->lead = -1;
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "mer");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Rating"), -1);
  make_models (self);
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scrolled));
  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (queue_geometry), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  mer_type_ahead_follow (self->view, name_of);
}

/**
 * mer_rating_table_new:
 *
 * Returns: (transfer floating): an empty table
 */
GtkWidget *
mer_rating_table_new (void)
{
  return g_object_new (MER_TYPE_RATING_TABLE, NULL);
}

/**
 * mer_rating_table_set_list:
 * @self: a table
 * @list: the rating; kept
 *
 * The organization that was selected stays selected when it is still there; else the
 * first row is.
 */
void
mer_rating_table_set_list (MerRatingTable *self,
                           MerRatingList  *list)
{
  g_autoptr (GtkBitset) selected = NULL;
  gint64 organization = 0;

  g_return_if_fail (MER_IS_RATING_TABLE (self));
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (!gtk_bitset_is_empty (selected))
    {
      g_autoptr (MerRatingRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection),
                                                            gtk_bitset_get_minimum (selected));

      organization = mer_rating_row_get_score (row)->organization->id;
    }
  gtk_filter_list_model_set_model (self->filtered, NULL);
  g_set_object (&self->list, list);
  mer_rating_table_fill_columns (self);
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (list));
  if (!mer_rating_table_select (self, organization))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), 0, TRUE);
}

/**
 * mer_rating_table_set_filter:
 * @self: a table
 * @filter: which rows to show; copied
 */
void
mer_rating_table_set_filter (MerRatingTable        *self,
                             const MerRatingFilter *filter)
{
  g_return_if_fail (MER_IS_RATING_TABLE (self));
  g_clear_pointer (&self->wanted.organizations, g_array_unref);
  g_free (self->wanted.needle);
  self->wanted.kinds = filter->kinds;
  self->wanted.needle = g_strdup (filter->needle);
  if (filter->organizations != NULL)
    self->wanted.organizations = g_array_ref (filter->organizations);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * mer_rating_table_set_ranks_in_kind:
 * @self: a table
 * @in_kind: whether places are counted within the kind of organization
 */
void
mer_rating_table_set_ranks_in_kind (MerRatingTable *self,
                                    gboolean        in_kind)
{
  g_return_if_fail (MER_IS_RATING_TABLE (self));
  if (self->ranks_in_kind == in_kind)
    return;
  self->ranks_in_kind = in_kind;
  if (self->list != NULL)
    {
      g_autoptr (MerRatingList) list = g_object_ref (self->list);

      mer_rating_table_set_list (self, list);
    }
}

/**
 * mer_rating_table_set_narrow:
 * @self: a table
 * @narrow: whether there is no room for the criteria
 *
 * Columns are taken out, not hidden: GTK 4.8 leaves the room of a hidden column empty.
 */
void
mer_rating_table_set_narrow (MerRatingTable *self,
                             gboolean        narrow)
{
  g_return_if_fail (MER_IS_RATING_TABLE (self));
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  if (self->list != NULL)
    mer_rating_table_fill_columns (self);
}

/**
 * mer_rating_table_get_selection:
 * @self: a table
 *
 * Returns: (transfer none): the rows shown, in their order, with their selection
 */
GtkSelectionModel *
mer_rating_table_get_selection (MerRatingTable *self)
{
  g_return_val_if_fail (MER_IS_RATING_TABLE (self), NULL);
  return GTK_SELECTION_MODEL (self->selection);
}

/**
 * mer_rating_table_get_rows:
 * @self: a table
 *
 * Returns: (transfer full) (element-type MerScoreRow): the rows shown, in their order
 */
GPtrArray *
mer_rating_table_get_rows (MerRatingTable *self)
{
  GPtrArray *rows = g_ptr_array_new ();
  guint      n;
  guint      i;

  g_return_val_if_fail (MER_IS_RATING_TABLE (self), rows);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));
  for (i = 0; i < n; i++)
    {
      g_autoptr (MerRatingRow) row = g_list_model_get_item (G_LIST_MODEL (self->sorted), i);
      MerScoreTable *table = mer_rating_list_get_results (self->list)->scores;

      g_ptr_array_add (rows, &table->rows[mer_rating_row_get_index (row)]);
    }
  return rows;
}

/**
 * mer_rating_table_select:
 * @self: a table
 * @organization_id: whom
 *
 * Returns: whether the organization is shown; it is selected and scrolled to then
 */
gboolean
mer_rating_table_select (MerRatingTable *self,
                         gint64          organization_id)
{
  guint n;
  guint i;

  g_return_val_if_fail (MER_IS_RATING_TABLE (self), FALSE);
  n = organization_id != 0 ? g_list_model_get_n_items (G_LIST_MODEL (self->sorted)) : 0;
  for (i = 0; i < n; i++)
    {
      g_autoptr (MerRatingRow) row = g_list_model_get_item (G_LIST_MODEL (self->sorted), i);

      if (mer_rating_row_get_score (row)->organization->id != organization_id)
        continue;
      mer_list_view_select (self->view, i);
      return TRUE;
    }
  return FALSE;
}

/**
 * mer_rating_table_get_vadjustment:
 * @self: a table
 *
 * Returns: (transfer none): by which its rows scroll
 */
GtkAdjustment *
mer_rating_table_get_vadjustment (MerRatingTable *self)
{
  g_return_val_if_fail (MER_IS_RATING_TABLE (self), NULL);
  return gtk_scrolled_window_get_vadjustment (self->scrolled);
}

/**
 * mer_rating_table_get_header_height:
 * @self: a table
 *
 * Returns: pixels of the header row
 */
int
mer_rating_table_get_header_height (MerRatingTable *self)
{
  g_return_val_if_fail (MER_IS_RATING_TABLE (self), 0);
  return (int) border_height (get_header (self));
}

/**
 * mer_rating_table_get_pitch:
 * @self: a table
 *
 * Returns: pixels from one row to the next as they really are, 0 when there is no row
 */
double
mer_rating_table_get_pitch (MerRatingTable *self)
{
  GtkWidget *rows;
  GtkWidget *row;
  double     height = 0;

  g_return_val_if_fail (MER_IS_RATING_TABLE (self), 0);
  rows = gtk_widget_get_last_child (GTK_WIDGET (self->view));
  row = rows != NULL ? gtk_widget_get_first_child (rows) : NULL;
  /* Rows that have just been made are not allocated: they are as high as their border. */
  for (; row != NULL && height <= 0; row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_height (row) > 0)
      height = border_height (row);
  return height;
}

/**
 * mer_rating_table_get_view:
 * @self: a table
 *
 * Returns: (transfer none): the widget that has keys and focus
 */
GtkWidget *
mer_rating_table_get_view (MerRatingTable *self)
{
  g_return_val_if_fail (MER_IS_RATING_TABLE (self), NULL);
  return GTK_WIDGET (self->view);
}

/**
 * mer_rating_table_copy:
 * @self: a table
 *
 * Returns: (transfer full) (nullable): the selected rows with headers, as text with tabs
 *   and as HTML; %NULL when nothing is selected
 */
GdkContentProvider *
mer_rating_table_copy (MerRatingTable *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  g_return_val_if_fail (MER_IS_RATING_TABLE (self), NULL);
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (self->list == NULL || gtk_bitset_is_empty (selected))
    return NULL;
  return mer_rating_copy (self->list, G_LIST_MODEL (self->sorted), selected, self->ranks_in_kind);
}
