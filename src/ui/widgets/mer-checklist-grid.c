/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The grid of checklists: what it shows, which cells are chosen, and what the toolkit wants
 * to know. Cursor and anchor are −1 or within rows and columns; layouts are made for the
 * present style or NULL. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/mer-text-scale.h"
#include "ui/widgets/mer-checklist-grid-private.h"
#include "ui/widgets/mer-theme.h"

#define PITCH 28
#define CELL_WIDTH 84
#define NAME_SHARE 0.26
#define NAME_LEAST 150
#define NAME_MOST 260
#define PLACE_HEIGHT 24
#define HEADER_HEIGHT 108

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

/* --- geometry ------------------------------------------------------------------------- */

static guint
n_columns (MerChecklistGrid *self)
{
  return self->data != NULL ? mer_checklist_data_n_columns (self->data) : 0;
}

void
mer_checklist_grid_measure_cells (MerChecklistGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int        width = gtk_widget_get_width (widget);

  self->pitch = mer_text_scale_px (widget, PITCH);
  self->cell_width = mer_text_scale_px (widget, CELL_WIDTH);
  self->place_height = mer_text_scale_px (widget, PLACE_HEIGHT);
  self->header_height = mer_text_scale_px (widget, HEADER_HEIGHT);
  self->name_width = CLAMP ((int) (width * NAME_SHARE), mer_text_scale_px (widget, NAME_LEAST),
                            mer_text_scale_px (widget, NAME_MOST));
  /* on a narrow page with large text a column must still fit beside the names */
  self->name_width = MIN (self->name_width, MAX (0, width - self->cell_width));
}

static void
configure (GtkAdjustment *adjustment,
           double         upper,
           double         page,
           double         step)
{
  double value;

  if (adjustment == NULL)
    return;
  page = MAX (page, 0);
  upper = MAX (upper, page);
  value = CLAMP (gtk_adjustment_get_value (adjustment), 0, upper - page);
  gtk_adjustment_configure (adjustment, value, 0, upper, step, page * 0.9, page);
}

static void
configure_both (MerChecklistGrid *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  mer_checklist_grid_measure_cells (self);
  configure (self->hadjustment, (double) n_columns (self) * self->cell_width,
             width - self->name_width, self->cell_width);
  configure (self->vadjustment, (double) self->rows->len * self->pitch,
             height - self->header_height, self->pitch);
}

static void
mer_checklist_grid_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  gboolean wide = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = mer_text_scale_px (widget, wide ? NAME_LEAST + CELL_WIDTH : HEADER_HEIGHT + PITCH);
  *natural = mer_text_scale_px (widget, wide ? NAME_MOST + 6 * CELL_WIDTH
                                             : HEADER_HEIGHT + 10 * PITCH);
}

void
mer_checklist_grid_cell_area (MerChecklistGrid *self,
                              int               row,
                              int               column,
                              GdkRectangle     *out)
{
  double left = self->hadjustment != NULL ? gtk_adjustment_get_value (self->hadjustment) : 0;
  double top = self->vadjustment != NULL ? gtk_adjustment_get_value (self->vadjustment) : 0;

  out->x = self->name_width + column * self->cell_width - (int) left;
  out->y = self->header_height + row * self->pitch - (int) top;
  out->width = self->cell_width;
  out->height = self->pitch;
}

gboolean
mer_checklist_grid_cell_at (MerChecklistGrid *self,
                            double            x,
                            double            y,
                            int              *row,
                            int              *column)
{
  double left = self->hadjustment != NULL ? gtk_adjustment_get_value (self->hadjustment) : 0;
  double top = self->vadjustment != NULL ? gtk_adjustment_get_value (self->vadjustment) : 0;

  if (self->data == NULL || self->pitch <= 0)
    return FALSE;
  *column = x < self->name_width ? -1 : (int) ((x - self->name_width + left) / self->cell_width);
  *row = y < self->header_height ? -1 : (int) ((y - self->header_height + top) / self->pitch);
  return *column < (int) n_columns (self) && *row < (int) self->rows->len;
}

static void
scroll_to_cursor (MerChecklistGrid *self)
{
  if (self->row < 0 || self->pitch <= 0 || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;
  if (self->hadjustment != NULL)
    gtk_adjustment_clamp_page (self->hadjustment, self->column * self->cell_width,
                               (self->column + 1) * self->cell_width);
  if (self->vadjustment != NULL)
    gtk_adjustment_clamp_page (self->vadjustment, self->row * self->pitch,
                               (self->row + 1) * self->pitch);
}

/* A pane that opens beside the grid must not cover the cell that it is of. */
static void
mer_checklist_grid_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  MerChecklistGrid *self = MER_CHECKLIST_GRID (widget);
  gboolean          narrower = width < self->last_width;

  self->last_width = width;
  configure_both (self);
  if (narrower)
    scroll_to_cursor (self);
}

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

char *
mer_checklist_grid_describe (MerChecklistGrid *self)
{
  guint row = 0;

  g_return_val_if_fail (MER_IS_CHECKLIST_GRID (self), NULL);
  if (self->row < 0)
    return NULL;
  row = mer_checklist_grid_data_row (self, (guint) self->row);
  /* Translators: a cell read aloud: the item, the organization, the mark. */
  return g_strdup_printf (
    _("%s, %s: %s"), mer_checklist_data_item (self->data, (guint) self->column)->text,
       mer_checklist_data_organization (self->data, row)->name,
       mer_checklist_state_title (
         mer_checklist_data_cell (self->data, row, (guint) self->column)));
}

/* Where the cell is, or how many are chosen. */
static char *
describe_place (MerChecklistGrid *self)
{
  MerChecklistRange range;
  guint             n;

  if (!mer_checklist_grid_get_range (self, &range))
    return g_strdup (_("No checklists"));
  n = (range.last_row - range.row + 1) * (range.last_column - range.column + 1);
  if (n > 1)
    return g_strdup_printf (ngettext ("%u cell chosen", "%u cells chosen", n), n);
  return g_strdup_printf (
    /* Translators: the place that an item belongs to; row of how many, column of how many. */
    _("%s; row %u of %u, column %u of %u"),
       mer_checklist_data_group (self->data, range.column)->title, range.row + 1, self->rows->len,
       range.column + 1, n_columns (self));
}

static void
update_accessible (MerChecklistGrid *self)
{
  g_autofree char *label = mer_checklist_grid_describe (self);
  g_autofree char *place = describe_place (self);

  if (label == NULL)
    label = g_strdup (_("Checklists"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, place, -1);
}

void
mer_checklist_grid_set_anchor (MerChecklistGrid *self,
                               int               row,
                               int               column,
                               int               anchor_row,
                               int               anchor_column)
{
  int last_row = (int) self->rows->len - 1;
  int last_column = (int) n_columns (self) - 1;

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
  scroll_to_cursor (self);
  update_accessible (self);
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
  for (guint i = 0; item != NULL && i < n_columns (self); i++)
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
  configure_both (self);
  update_accessible (self);
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

/* --- tooltips ------------------------------------------------------------------------- */

static char *
cell_tooltip (MerChecklistGrid *self,
              guint             row,
              guint             column)
{
  const MerMarkNote *note = mer_checklist_data_note (self->data, row, (int) column);
  g_autofree char   *source = mer_checklist_data_source (self->data, row, column);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (
    text, "%s\n%s: %s", mer_checklist_data_item (self->data, column)->text,
    mer_checklist_data_organization (self->data, row)->name,
    mer_checklist_state_title (mer_checklist_data_cell (self->data, row, column)));
  if (source != NULL)
    g_string_append_printf (text, "\n%s", source);
  if (!mer_checklist_data_is_asked (self->data, row, column) &&
      mer_checklist_data_item (self->data, column)->code != NULL)
    g_string_append_printf (text, "\n%s", _("Not asked of organizations of this kind"));
  if (note != NULL && note->note != NULL)
    g_string_append_printf (text, "\n%s", note->note);
  if (note != NULL && note->link != NULL)
    g_string_append_printf (text, "\n%s", note->link);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_line (GString    *text,
             const char *line)
{
  if (line != NULL)
    g_string_append_printf (text, "\n%s", line);
}

/* The whole name, and who went there when. */
static char *
name_tooltip (MerChecklistGrid *self,
              guint             row)
{
  const MerMarkNote *note = mer_checklist_data_note (self->data, row, -1);
  g_autoptr (GString) text =
    g_string_new (mer_checklist_data_organization (self->data, row)->name);
  g_autofree char *day = note != NULL ? mer_checklist_day_text (note->day) : NULL;

  if (note != NULL)
    {
      append_line (text, day);
      append_line (text, note->inspector);
      append_line (text, note->link);
      append_line (text, note->note);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
head_tooltip (MerChecklistGrid *self,
              guint             column)
{
  return g_strdup_printf ("%s\n%s", mer_checklist_data_group (self->data, column)->title,
                          mer_checklist_data_item (self->data, column)->text);
}

static gboolean
mer_checklist_grid_query_tooltip (GtkWidget  *widget,
                                  int         x,
                                  int         y,
                                  gboolean    keyboard,
                                  GtkTooltip *tooltip)
{
  MerChecklistGrid *self = MER_CHECKLIST_GRID (widget);
  g_autofree char  *text = NULL;
  GdkRectangle      area;
  int               row = self->row;
  int               column = self->column;

  if (keyboard ? row < 0 : !mer_checklist_grid_cell_at (self, x, y, &row, &column))
    return FALSE;
  if (row < 0 && column < 0)
    return FALSE;
  if (row < 0)
    text = head_tooltip (self, (guint) column);
  else if (column < 0)
    text = name_tooltip (self, mer_checklist_grid_data_row (self, (guint) row));
  else
    text = cell_tooltip (self, mer_checklist_grid_data_row (self, (guint) row), (guint) column);
  gtk_tooltip_set_text (tooltip, text);
  mer_checklist_grid_cell_area (self, MAX (row, 0), MAX (column, 0), &area);
  if (row < 0)
    area = (GdkRectangle){ area.x, 0, area.width, self->header_height };
  if (column < 0)
    area = (GdkRectangle){ 0, area.y, self->name_width, area.height };
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
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
  configure_both (self);
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
  update_accessible (self);
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
