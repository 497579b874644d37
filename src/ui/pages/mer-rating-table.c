/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rating table. The chain is list → filter → sort → selection → column view. Sorting
 * is the column view's own, with two things that GTK 4.8 lacks: the third click on a header
 * returns to place order, and rows without a value stay last in both directions; for both
 * the table finds out which column leads by asking the sorter to compare two probes. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-name.h"
#include "report/mer-explain-text.h"
#include "ui/pages/mer-rating-copy.h"
#include "ui/pages/mer-rating-table.h"
#include "ui/widgets/mer-headers.h"

#define TYPING_PAUSE (G_USEC_PER_SEC)

struct _MerRatingTable
{
  AdwBin parent_instance;

  GtkColumnView      *view;      /* child of the scrolled window */
  GtkScrolledWindow  *scrolled;  /* our child */
  MerRatingList      *list;      /* owned, nullable */
  GtkCustomFilter    *filter;    /* owned */
  GtkFilterListModel *filtered;  /* owned */
  GtkSortListModel   *sorted;    /* owned */
  GtkMultiSelection  *selection; /* owned */
  MerRatingFilter     wanted;    /* its array and text are owned */
  gboolean            ranks_in_kind;
  gboolean            narrow;

  /* what the headers say */
  gboolean probing;
  int      lead; /* column that is sorted by first, −1: place order */
  gboolean inverted;

  GString *typed; /* owned: letters of a jump by name */
  gint64   typed_at;
  guint    geometry_idle;
};

G_DEFINE_FINAL_TYPE (MerRatingTable, mer_rating_table, ADW_TYPE_BIN)

enum
{
  SIGNAL_ROWS_CHANGED,
  SIGNAL_GEOMETRY_CHANGED,
  SIGNAL_ACTIVATE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

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
    {
      gtk_widget_add_css_class (label, "mer-strong");
      gtk_widget_set_has_tooltip (label, TRUE);
      g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), user_data);
    }
  gtk_list_item_set_child (item, label);
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

static GtkWidget *
get_header (MerRatingTable *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self->view));
}

/* Place, name, S, difference, the criteria, n. */
static void
fill_columns (MerRatingTable *self)
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
  if (mer_rating_list_get_results (self->list)->previous != NULL)
    add_column (self, MER_RATING_DIFFERENCE);
  for (i = MER_RATING_CRITERION; i < n && !self->narrow; i++)
    add_column (self, i);
  add_column (self, MER_RATING_N);
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

static gboolean
name_starts (MerRatingTable *self,
             guint           position,
             const char     *folded)
{
  g_autoptr (MerRatingRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autofree char *name =
    mer_name_fold (mer_rating_row_get_score (row)->organization->name, -1);
  const char *word = name;

  while (word != NULL && *word != '\0')
    {
      if (g_str_has_prefix (word, folded))
        return TRUE;
      word = strchr (word, ' ');
      word = word != NULL ? word + 1 : NULL;
    }
  return FALSE;
}

static void
scroll_to (MerRatingTable *self,
           guint           position)
{
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  gtk_widget_activate_action (rows, "list.scroll-to-item", "u", position);
}

static void
jump_to_name (MerRatingTable *self)
{
  guint            n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autofree char *folded = mer_name_fold (self->typed->str, -1);
  guint            i;

  for (i = 0; *folded != '\0' && i < n; i++)
    if (name_starts (self, i, folded))
      {
        gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), i, TRUE);
        scroll_to (self, i);
        return;
      }
}

static gboolean
key_pressed_cb (MerRatingTable *self,
                guint           key,
                guint           code,
                GdkModifierType state)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  gint64   now = g_get_monotonic_time ();

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || letter == 0 ||
      !g_unichar_isgraph (letter))
    return GDK_EVENT_PROPAGATE;
  if (now - self->typed_at > TYPING_PAUSE)
    g_string_truncate (self->typed, 0);
  self->typed_at = now;
  g_string_append_unichar (self->typed, letter);
  jump_to_name (self);
  return GDK_EVENT_STOP;
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
  g_string_free (self->typed, TRUE);
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
  g_signal_connect_swapped (sorter, "changed", G_CALLBACK (sorter_changed_cb), self);
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
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkAdjustment      *adjustment = NULL;

  self->lead = -1;
  self->typed = g_string_new (NULL);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "mer");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Rating"), -1);
  mer_headers_follow (self->view);
  make_models (self);
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scrolled));
  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (queue_geometry), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
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
  fill_columns (self);
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
    fill_columns (self);
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
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), i, TRUE);
      scroll_to (self, i);
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
