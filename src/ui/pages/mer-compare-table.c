/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of two cycles. Its rows hold the texts of all cells; how a row sorts by a column is
 * worked out once, when the comparison is set. Which column leads is found by comparing two
 * probes, because GTK 4.8 does not tell. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-cycle-comparison-table.h"
#include "ui/mer-text-scale.h"
#include "ui/pages/mer-compare-table.h"
#include "ui/pages/mer-compare-words.h"
#include "ui/widgets/mer-headers.h"
#include "ui/widgets/mer-list-view.h"
#include "ui/widgets/mer-table-copy.h"
#include "ui/widgets/mer-text-item.h"
#include "ui/widgets/mer-type-ahead.h"

#define COLUMN "mer-column"
#define CELL_PADDING 20
#define NAME_CHARS 16
/* The order of what has no value. */
#define NO_RANK G_MAXUINT

/* The columns; of criterion i: CRITERION + i. */
enum
{
  NAME,
  PLACE_ONE,
  PLACE_OTHER,
  MOVED,
  TOTAL_ONE,
  TOTAL_OTHER,
  TOTAL_CHANGE,
  CRITERION,
};

struct _MerCompareTable
{
  AdwBin parent_instance;

  GtkColumnView            *view;       /* borrowed */
  GListStore               *store;      /* owned: of MerTextItem, id: place in `rows` */
  GtkSelectionModel        *selection;  /* owned */
  const MerCycleComparison *comparison; /* borrowed, nullable */

  int      lead;     /* the column that it is sorted by; −1: place order */
  gboolean inverted; /* descending */
  gboolean probing;
};

G_DEFINE_FINAL_TYPE (MerCompareTable, mer_compare_table, ADW_TYPE_BIN)

enum
{
  SIGNAL_SELECTION_CHANGED,
  SIGNAL_ACTIVATE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* --- order --------------------------------------------------------------------------------- */

typedef struct
{
  MerCompareTable *table; /* borrowed: it owns the sorter */
  guint            column;
} SorterData;

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  const SorterData *data = user_data;
  MerCompareTable  *self = data->table;
  guint             left = mer_text_item_get_rank (a, data->column);
  guint             right = mer_text_item_get_rank (b, data->column);

  if (self->probing)
    {
      self->lead = (int) data->column;
      return -1;
    }
  if (self->inverted && (left == NO_RANK) != (right == NO_RANK))
    return left == NO_RANK ? -1 : 1;
  return (left > right) - (left < right);
}

/* Runs before the sort model hears of the change; a third click on a header ends sorting. */
static void
sorter_changed_cb (MerCompareTable *self,
                   GtkSorterChange  change,
                   GtkSorter       *sorter)
{
  g_autoptr (GObject) first = g_list_model_get_item (G_LIST_MODEL (self->store), 0);
  g_autoptr (GObject) second = g_list_model_get_item (G_LIST_MODEL (self->store), 1);
  int      lead = self->lead;
  gboolean inverted = self->inverted;

  self->lead = -1;
  self->inverted = FALSE;
  if (second == NULL)
    return;
  self->probing = TRUE;
  self->inverted = gtk_sorter_compare (sorter, first, second) == GTK_ORDERING_LARGER;
  self->probing = FALSE;
  if (lead >= 0 && self->lead == lead && inverted && !self->inverted)
    {
      self->lead = -1;
      gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
    }
}

/* --- cells --------------------------------------------------------------------------------- */

static guint
column_of (GtkColumnViewColumn *column)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (column), COLUMN));
}

static gboolean
query_tooltip_cb (GtkWidget  *label,
                  int         x,
                  int         y,
                  gboolean    by_keys,
                  GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (label)));
  return TRUE;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean   name = GPOINTER_TO_UINT (user_data) == NAME;

  gtk_label_set_xalign (GTK_LABEL (label), name ? 0 : 1);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (name)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
      gtk_label_set_width_chars (GTK_LABEL (label), NAME_CHARS);
      gtk_widget_add_css_class (label, "mer-name");
      gtk_widget_set_has_tooltip (label, TRUE);
      g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
    }
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      mer_text_item_get (gtk_list_item_get_item (item),
                                         GPOINTER_TO_UINT (user_data)));
}

/* --- columns ------------------------------------------------------------------------------- */

static char *
title_of (MerCompareTable *self,
          guint            column)
{
  const MerCycleComparison *comparison = self->comparison;
  g_autofree char          *one = mer_cycle_comparison_name_one (comparison);
  g_autofree char          *other = mer_cycle_comparison_name_other (comparison);
  const char               *total = comparison->percent ? _("S, %") : "S";

  switch (column)
    {
    case NAME:
      return g_strdup (_("Organization"));
    case PLACE_ONE:
      return g_strdup_printf ("%s %s", _("Place"), one);
    case PLACE_OTHER:
      return g_strdup_printf ("%s %s", _("Place"), other);
    case MOVED:
      return g_strdup (_("Places up"));
    case TOTAL_ONE:
      return g_strdup_printf ("%s %s", total, one);
    case TOTAL_OTHER:
      return g_strdup_printf ("%s %s", total, other);
    case TOTAL_CHANGE:
      return g_strdup ("Δ S");
    default:
      return g_strdup_printf (
        "Δ %s", mer_compare_words_criterion (comparison, column - CRITERION)->symbol);
    }
}

/* As wide as its header and its widest number need. */
static int
width_of (MerCompareTable *self,
          guint            column,
          const char      *title)
{
  const char *texts[] = { title, column < TOTAL_ONE ? "1000" : "−10,00" };
  int         widest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PangoLayout) layout =
        gtk_widget_create_pango_layout (GTK_WIDGET (self->view), texts[i]);
      int width = 0;

      pango_layout_get_pixel_size (layout, &width, NULL);
      widest = MAX (widest, width);
    }
  return widest + CELL_PADDING;
}

static void
add_column (MerCompareTable *self,
            guint            number)
{
  g_autofree char *title = title_of (self, number);
  SorterData      *data = g_new0 (SorterData, 1);
  g_autoptr (GtkSorter) sorter = NULL;
  GtkListItemFactory  *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  data->table = self;
  data->column = number;
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, data, g_free));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (number));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (number));
  g_object_set_data (G_OBJECT (column), COLUMN, GUINT_TO_POINTER (number));
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_expand (column, number == NAME);
  gtk_column_view_column_set_resizable (column, TRUE);
  if (number != NAME)
    {
      gtk_column_view_column_set_fixed_width (column, width_of (self, number, title));
      mer_headers_set_numeric (column);
    }
  gtk_column_view_append_column (self->view, column);
  g_object_unref (column);
}

static void
fill_columns (MerCompareTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  for (guint i = 0; self->comparison != NULL && i < CRITERION + self->comparison->codes->len; i++)
    {
      if (i != MOVED || !self->comparison->percent)
        add_column (self, i);
    }
}

/* --- rows ---------------------------------------------------------------------------------- */

/* What a number column sorts by, one of each row. */
typedef struct
{
  gboolean    defined;
  MerRational value;
  guint       row;
} Key;

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const Key *left = a;
  const Key *right = b;

  if (left->defined != right->defined)
    return left->defined ? -1 : 1;
  return left->defined ? mer_rational_cmp (&left->value, &right->value) : 0;
}

static Key
key_of (const MerCycleComparison *comparison,
        guint                     row,
        guint                     column)
{
  const MerComparedRow   *of = &comparison->rows[row];
  const MerComparedScore *score = column < CRITERION ? &of->total
                                                     : &of->criteria[column - CRITERION];
  Key                     key = { .row = row };
  int                     number = 0;

  if (column == TOTAL_ONE || column == TOTAL_OTHER)
    {
      key.defined = column == TOTAL_ONE ? score->has_one : score->has_other;
      if (key.defined)
        key.value = mer_rational_copy (column == TOTAL_ONE ? &score->one : &score->other);
      return key;
    }
  if (column >= TOTAL_CHANGE)
    {
      key.defined = mer_compared_change (score, &key.value);
      return key;
    }
  if (column == MOVED)
    key.defined = mer_cycle_comparison_moved (comparison, of, &number);
  else
    number = (int) (column == PLACE_ONE ? of->place_one : of->place_other);
  key.defined = column == MOVED ? key.defined : number > 0;
  if (key.defined)
    key.value = mer_rational_new (number, 1);
  return key;
}

static char *
text_of (const MerCycleComparison *comparison,
         guint                     column,
         const Key                *key)
{
  MerLanguage language = mer_language_of_locale ();
  guint       decimals = column >= TOTAL_ONE ? comparison->one->scores->decimals : 0;

  if (!key->defined)
    return g_strdup ("—");
  return column == MOVED || column >= TOTAL_CHANGE
           ? mer_format_difference (language, &key->value, decimals)
           : mer_format_rational (language, &key->value, decimals);
}

/* Equal values share a rank, so that sorting keeps their place order. */
static void
fill_column (MerCompareTable *self,
             MerTextItem    **items,
             guint            column)
{
  guint           n = self->comparison->n_rows;
  g_autofree Key *keys = g_new0 (Key, MAX (n, 1));
  guint           rank = 0;

  for (guint i = 0; i < n; i++)
    keys[i] = key_of (self->comparison, i, column);
  qsort (keys, n, sizeof (Key), compare_keys);
  for (guint i = 0; i < n; i++)
    {
      rank = i > 0 && compare_keys (&keys[i - 1], &keys[i]) == 0 ? rank : i;
      mer_text_item_set (items[keys[i].row], column, text_of (self->comparison, column, &keys[i]),
                         keys[i].defined ? rank : NO_RANK);
    }
  for (guint i = 0; i < n; i++)
    if (keys[i].defined)
      mer_rational_clear (&keys[i].value);
}

typedef struct
{
  const char *name;
  char       *key; /* owned */
  guint       row;
} Name;

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (((const Name *) a)->key, ((const Name *) b)->key);
}

static void
fill_names (MerCompareTable *self,
            MerTextItem    **items)
{
  guint            n = self->comparison->n_rows;
  g_autofree Name *names = g_new0 (Name, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      names[i].row = i;
      names[i].name = self->comparison->rows[i].organization->name;
      names[i].key = g_utf8_collate_key (names[i].name, -1);
    }
  qsort (names, n, sizeof (Name), compare_names);
  for (guint i = 0; i < n; i++)
    {
      mer_text_item_set (items[names[i].row], NAME, g_strdup (names[i].name), i);
      g_free (names[i].key);
    }
}

static void
fill_rows (MerCompareTable *self)
{
  guint n_rows = self->comparison->n_rows;
  guint n_columns = CRITERION + self->comparison->codes->len;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (items, mer_text_item_new (i, n_columns));
  if (n_rows == 0)
    return;
  fill_names (self, (MerTextItem **) items->pdata);
  for (guint column = NAME + 1; column < n_columns; column++)
    fill_column (self, (MerTextItem **) items->pdata, column);
  g_list_store_splice (self->store, 0, 0, items->pdata, n_rows);
}

void
mer_compare_table_set (MerCompareTable          *self,
                       const MerCycleComparison *comparison)
{
  g_return_if_fail (MER_IS_COMPARE_TABLE (self));
  g_list_store_remove_all (self->store);
  self->comparison = comparison;
  self->lead = -1;
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  fill_columns (self);
  if (comparison == NULL)
    return;
  fill_rows (self);
  gtk_selection_model_select_item (self->selection, 0, TRUE);
}

/* --- what is selected ---------------------------------------------------------------------- */

GtkColumnView *
mer_compare_table_get_view (MerCompareTable *self)
{
  g_return_val_if_fail (MER_IS_COMPARE_TABLE (self), NULL);
  return self->view;
}

static const MerComparedRow *
row_at (MerCompareTable *self,
        guint            position)
{
  g_autoptr (MerTextItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return item != NULL ? &self->comparison->rows[mer_text_item_get_id (item)] : NULL;
}

const MerComparedRow *
mer_compare_table_get_row (MerCompareTable *self)
{
  guint position;

  g_return_val_if_fail (MER_IS_COMPARE_TABLE (self), NULL);
  position = mer_list_view_get_selected (self->view);
  return self->comparison != NULL && position != GTK_INVALID_LIST_POSITION
           ? row_at (self, position)
           : NULL;
}

void
mer_compare_table_select (MerCompareTable *self,
                          gint64           organization_id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    {
      if (row_at (self, i)->organization->id == organization_id)
        {
          mer_list_view_select (self->view, i);
          return;
        }
    }
}

static char *
copied_text (GtkColumnViewColumn *column,
             gpointer             item,
             gpointer             user_data)
{
  return g_strdup (mer_text_item_get (item, column_of (column)));
}

void
mer_compare_table_copy (MerCompareTable *self)
{
  g_return_if_fail (MER_IS_COMPARE_TABLE (self));
  mer_table_copy_rows (self->view, copied_text, NULL);
}

/* --- the object ---------------------------------------------------------------------------- */

static void
selection_changed_cb (MerCompareTable *self)
{
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

static void
activate_cb (MerCompareTable *self,
             guint            position)
{
  const MerComparedRow *row = row_at (self, position);

  if (row != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0, row->organization->id);
}

static char *
name_of (gpointer item)
{
  return g_strdup (mer_text_item_get (item, NAME));
}

static void
mer_compare_table_dispose (GObject *object)
{
  MerCompareTable *self = MER_COMPARE_TABLE (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
      gtk_column_view_set_model (self->view, NULL);
    }
  self->view = NULL;
  self->comparison = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mer_compare_table_parent_class)->dispose (object);
}

static void
mer_compare_table_class_init (MerCompareTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mer_compare_table_dispose;
  signals[SIGNAL_SELECTION_CHANGED] =
    g_signal_new ("selection-changed", MER_TYPE_COMPARE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATE] =
    g_signal_new ("activate", MER_TYPE_COMPARE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
make_models (MerCompareTable *self)
{
  GtkSorter        *sorter = gtk_column_view_get_sorter (self->view);
  GtkSortListModel *sorted = NULL;

  /* before the sort model connects: it must find the direction known */
  g_signal_connect_swapped (sorter, "changed", G_CALLBACK (sorter_changed_cb), self);
  self->store = g_list_store_new (MER_TYPE_TEXT_ITEM);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->store)),
                                    g_object_ref (sorter));
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (sorted)));
  gtk_column_view_set_model (self->view, self->selection);
  g_signal_connect_swapped (self->selection, "selection-changed",
                            G_CALLBACK (selection_changed_cb), self);
}

static void
mer_compare_table_init (MerCompareTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->lead = -1;
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "mer");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Comparison of cycles"), -1);
  mer_headers_follow (self->view);
  make_models (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scrolled);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  mer_type_ahead_follow (self->view, name_of);
}
