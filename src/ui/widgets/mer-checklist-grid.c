/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The grid of checklists: what it shows and which cells are chosen. Cursor and anchor are −1 or
 * within rows and columns; layouts are made for the present style or NULL. */

#include "config.h"

#include "ui/mer-text-scale.h"
#include "ui/widgets/mer-checklist-grid-private.h"
#include "ui/widgets/mer-theme.h"

G_DEFINE_FINAL_TYPE_WITH_CODE (MerChecklistGrid,
                               mer_checklist_grid,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  SIGNAL_MARK,
  SIGNAL_ACTIVATE,
  SIGNAL_MOVED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* --- cursor and range ----------------------------------------------------------------- */

guint
mer_checklist_grid_data_row (MerChecklistGrid *self,
                             guint             row)
{
  g_return_val_if_fail (MER_IS_CHECKLIST_GRID (self) && row < self->rows->len, 0);
  return g_array_index (self->rows, guint, row);
}

gboolean
mer_checklist_grid_get_cursor (MerChecklistGrid *self,
                               guint            *row,
                               guint            *column)
{
  g_return_val_if_fail (MER_IS_CHECKLIST_GRID (self), FALSE);
  if (self->row < 0)
    return FALSE;
  *row = (guint) self->row;
  *column = (guint) self->column;
  return TRUE;
}

gboolean
mer_checklist_grid_get_range (MerChecklistGrid  *self,
                              MerChecklistRange *out)
{
  g_return_val_if_fail (MER_IS_CHECKLIST_GRID (self), FALSE);
  if (self->row < 0)
    return FALSE;
  out->row = (guint) MIN (self->row, self->anchor_row);
  out->last_row = (guint) MAX (self->row, self->anchor_row);
  out->column = (guint) MIN (self->column, self->anchor_column);
  out->last_column = (guint) MAX (self->column, self->anchor_column);
  return TRUE;
}

void
mer_checklist_grid_set_anchor (MerChecklistGrid *self,
                               int               row,
                               int               column,
                               int               anchor_row,
                               int               anchor_column)
{
  int last_row = (int) self->rows->len - 1;
  int last_column = (int) mer_checklist_grid_n_columns (self) - 1;

  if (last_row < 0 || last_column < 0)
    {
      self->row = self->column = self->anchor_row = self->anchor_column = -1;
      return;
    }
  self->row = CLAMP (row, 0, last_row);
  self->column = CLAMP (column, 0, last_column);
  self->anchor_row = CLAMP (anchor_row, 0, last_row);
  self->anchor_column = CLAMP (anchor_column, 0, last_column);
}

void
mer_checklist_grid_move_to (MerChecklistGrid *self,
                            int               row,
                            int               column,
                            gboolean          extend)
{
  g_return_if_fail (MER_IS_CHECKLIST_GRID (self));
  mer_checklist_grid_set_anchor (self, row, column, extend ? self->anchor_row : row,
                                 extend ? self->anchor_column : column);
  mer_checklist_grid_scroll_to_cursor (self);
  mer_checklist_grid_update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

void
mer_checklist_grid_choose_at (MerChecklistGrid *self,
                              double            x,
                              double            y)
{
  MerChecklistRange range;
  int               row = 0;
  int               column = 0;

  g_return_if_fail (MER_IS_CHECKLIST_GRID (self));
  if (!mer_checklist_grid_get_range (self, &range) ||
      !mer_checklist_grid_cell_at (self, x, y, &row, &column) || row < 0 || column < 0)
    return;
  if ((guint) row < range.row || (guint) row > range.last_row || (guint) column < range.column ||
      (guint) column > range.last_column)
    mer_checklist_grid_move_to (self, row, column, FALSE);
}

void
mer_checklist_grid_get_cursor_area (MerChecklistGrid *self,
                                    GdkRectangle     *out)
{
  g_return_if_fail (MER_IS_CHECKLIST_GRID (self));
  mer_checklist_grid_cell_area (self, MAX (self->row, 0), MAX (self->column, 0), out);
}

/* --- what it shows -------------------------------------------------------------------- */

/* A place in the grid by what it means, to find it again in other data. */
typedef struct
{
  gint64 organization_id;
  char  *item; /* owned */
} Spot;

static char *
item_key (const MerCycleItem *item)
{
  return g_strdup_printf ("%s/%s", item->place, item->code != NULL ? item->code : item->text);
}

static void
remember (MerChecklistGrid *self,
          int               row,
          int               column,
          Spot             *out)
{
  if (row < 0 || self->data == NULL)
    return;
  out->organization_id =
    mer_checklist_data_organization (self->data, mer_checklist_grid_data_row (self, (guint) row))
      ->id;
  out->item = item_key (mer_checklist_data_item (self->data, (guint) column));
}

static int
find_row (MerChecklistGrid *self,
          gint64            organization_id,
          int               otherwise)
{
  for (guint i = 0; organization_id != 0 && i < self->rows->len; i++)
    if (mer_checklist_data_organization (self->data, mer_checklist_grid_data_row (self, i))->id ==
        organization_id)
      return (int) i;
  return otherwise;
}

static int
find_column (MerChecklistGrid *self,
             const char       *item,
             int               otherwise)
{
  for (guint i = 0; item != NULL && i < mer_checklist_grid_n_columns (self); i++)
    {
      g_autofree char *key = item_key (mer_checklist_data_item (self->data, i));

      if (g_str_equal (key, item))
        return (int) i;
    }
  return otherwise;
}

static void
restore (MerChecklistGrid *self,
         Spot             *cursor,
         Spot             *anchor)
{
  mer_checklist_grid_set_anchor (self, find_row (self, cursor->organization_id, self->row),
                                 find_column (self, cursor->item, self->column),
                                 find_row (self, anchor->organization_id, self->anchor_row),
                                 find_column (self, anchor->item, self->anchor_column));
  g_free (cursor->item);
  g_free (anchor->item);
}

void
mer_checklist_grid_set_data (MerChecklistGrid *self,
                             MerChecklistData *data,
                             GArray           *rows)
{
  Spot cursor = { 0, NULL };
  Spot anchor = { 0, NULL };

  g_return_if_fail (MER_IS_CHECKLIST_GRID (self));
  remember (self, self->row, self->column, &cursor);
  remember (self, self->anchor_row, self->anchor_column, &anchor);
  if (data != NULL)
    mer_checklist_data_ref (data);
  g_clear_pointer (&self->data, mer_checklist_data_unref);
  self->data = data;
  g_array_unref (self->rows);
  self->rows = rows != NULL ? g_array_ref (rows) : g_array_new (FALSE, FALSE, sizeof (guint));
  restore (self, &cursor, &anchor);
  mer_checklist_grid_drop_layouts (self);
  mer_checklist_grid_configure (self);
  mer_checklist_grid_update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

MerChecklistData *
mer_checklist_grid_get_data (MerChecklistGrid *self)
{
  g_return_val_if_fail (MER_IS_CHECKLIST_GRID (self), NULL);
  return self->data;
}

guint
mer_checklist_grid_n_rows (MerChecklistGrid *self)
{
  g_return_val_if_fail (MER_IS_CHECKLIST_GRID (self), 0);
  return self->rows->len;
}

/* --- the object ----------------------------------------------------------------------- */

static void
set_adjustment (MerChecklistGrid *self,
                GtkAdjustment   **place,
                GtkAdjustment    *adjustment)
{
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  if (*place != NULL)
    {
      g_signal_handlers_disconnect_by_data (*place, self);
      g_object_unref (*place);
    }
  *place = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self);
  mer_checklist_grid_configure (self);
}

static void
mer_checklist_grid_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  MerChecklistGrid *self = MER_CHECKLIST_GRID (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hpolicy = (guint) g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vpolicy = (guint) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mer_checklist_grid_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  MerChecklistGrid *self = MER_CHECKLIST_GRID (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, (int) self->hpolicy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->vpolicy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mer_checklist_grid_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (mer_checklist_grid_parent_class)->css_changed (widget, change);
  mer_checklist_grid_drop_layouts (MER_CHECKLIST_GRID (widget));
  gtk_widget_queue_resize (widget);
}

static void
drop_adjustment (MerChecklistGrid *self,
                 GtkAdjustment   **place)
{
  if (*place != NULL)
    g_signal_handlers_disconnect_by_data (*place, self);
  g_clear_object (place);
}

static void
mer_checklist_grid_dispose (GObject *object)
{
  MerChecklistGrid *self = MER_CHECKLIST_GRID (object);

  drop_adjustment (self, &self->hadjustment);
  drop_adjustment (self, &self->vadjustment);
  mer_checklist_grid_drop_layouts (self);
  g_clear_pointer (&self->data, mer_checklist_data_unref);
  G_OBJECT_CLASS (mer_checklist_grid_parent_class)->dispose (object);
}

static void
mer_checklist_grid_finalize (GObject *object)
{
  MerChecklistGrid *self = MER_CHECKLIST_GRID (object);

  g_array_unref (self->rows);
  g_ptr_array_unref (self->heads);
  G_OBJECT_CLASS (mer_checklist_grid_parent_class)->finalize (object);
}

static void
mer_checklist_grid_class_init (MerChecklistGridClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mer_checklist_grid_dispose;
  object_class->finalize = mer_checklist_grid_finalize;
  object_class->set_property = mer_checklist_grid_set_property;
  object_class->get_property = mer_checklist_grid_get_property;
  widget_class->snapshot = mer_checklist_grid_snapshot;
  widget_class->measure = mer_checklist_grid_measure;
  widget_class->size_allocate = mer_checklist_grid_size_allocate;
  widget_class->query_tooltip = mer_checklist_grid_query_tooltip;
  widget_class->css_changed = mer_checklist_grid_css_changed;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[SIGNAL_MARK] = g_signal_new ("mark", MER_TYPE_CHECKLIST_GRID, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", MER_TYPE_CHECKLIST_GRID, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MOVED] = g_signal_new ("moved", MER_TYPE_CHECKLIST_GRID, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "checklistgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
text_size_changed_cb (MerChecklistGrid *self)
{
  mer_checklist_grid_drop_layouts (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
mer_checklist_grid_init (MerChecklistGrid *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->heads = g_ptr_array_new_with_free_func ((GDestroyNotify) g_object_unref);
  self->row = self->column = self->anchor_row = self->anchor_column = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  mer_checklist_grid_add_controllers (self);
  mer_theme_follow (GTK_WIDGET (self));
  mer_text_scale_follow (GTK_WIDGET (self), G_CALLBACK (text_size_changed_cb), self);
  mer_checklist_grid_update_accessible (self);
}

/**
 * mer_checklist_grid_new:
 *
 * Returns: (transfer floating): a grid without cells
 */
GtkWidget *
mer_checklist_grid_new (void)
{
  return g_object_new (MER_TYPE_CHECKLIST_GRID, NULL);
}
