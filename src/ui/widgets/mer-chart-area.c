/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rating chart as a widget. All geometry comes from the layout of src/chart; what
 * stands here is which stretch is visible, what is shown, and what the toolkit wants to
 * know. Invariant: the layout is either NULL or made for the
 * present width, rows, text size and style; anything that changes those drops it. */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ui/widgets/mer-chart-area-private.h"
#include "ui/widgets/mer-theme.h"

#define PITCH_EM 2.1 /* 28 px at the usual text of 13.3 px */
#define BAR_OF_PITCH 0.5

G_DEFINE_FINAL_TYPE (MerChartArea, mer_chart_area, GTK_TYPE_WIDGET)

/* Text size in pixels: one em of the desktop's font. */
static double
text_em (GtkWidget *widget)
{
  PangoContext               *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double                      size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72.0;
  return size > 1 ? size : 13.3;
}

double
mer_chart_area_row_pitch (MerChartArea *self)
{
  if (self->table_pitch > 0)
    return self->table_pitch;
  return round (text_em (GTK_WIDGET (self)) * PITCH_EM);
}

guint
mer_chart_area_n_rows (MerChartArea *self)
{
  return self->rows != NULL ? self->rows->len : 0;
}

static void
drop_layout (MerChartArea *self)
{
  g_clear_pointer (&self->layout, mer_rating_layout_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

MerRatingLayout *
mer_chart_area_ensure_layout (MerChartArea *self)
{
  double                      width = gtk_widget_get_width (GTK_WIDGET (self));
  const PangoFontDescription *font;
  MerRatingChartOptions       options = { 0 };

  if (self->layout != NULL && fabs (self->layout_width - width) < 0.5)
    return self->layout;
  g_clear_pointer (&self->layout, mer_rating_layout_free);
  if (self->table == NULL || self->rows == NULL || width < 1)
    return NULL;

  font = pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  options.style = self->style;
  options.language = mer_language_of_locale ();
  options.width = width;
  options.pitch = mer_chart_area_row_pitch (self);
  options.bar = round (options.pitch * BAR_OF_PITCH);
  options.em = text_em (GTK_WIDGET (self));
  options.font = pango_font_description_get_family (font);
  options.series_title = self->title;
  self->layout = mer_rating_layout_new (self->table, self->rows, self->past, &options);
  self->layout_width = width;
  return self->layout;
}

double
mer_chart_area_header_height (MerChartArea *self)
{
  if (self->table_header > 0)
    return self->table_header;
  return self->layout != NULL ? ceil (mer_rating_layout_header_height (self->layout)) : 0;
}

double
mer_chart_area_own_footer_height (MerChartArea *self)
{
  return self->layout != NULL ? ceil (mer_rating_layout_footer_height (self->layout)) : 0;
}

double
mer_chart_area_body_height (MerChartArea *self)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  height -= mer_chart_area_header_height (self) + mer_chart_area_own_footer_height (self);
  return MAX (0, height);
}

/* --- selection and cursor -------------------------------------------------- */

void
mer_chart_area_update_accessible (MerChartArea *self)
{
  g_autofree char *text = mer_chart_area_describe (self);
  const char      *name = _("Rating chart");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* The cursor follows what the table selects; with several rows the first is the cursor. */
static void
selection_changed_cb (MerChartArea *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);

  if (gtk_bitset_is_empty (selected))
    self->cursor = -1;
  else if (self->cursor < 0 || !gtk_bitset_contains (selected, (guint) self->cursor))
    self->cursor = (int) gtk_bitset_get_minimum (selected);
  mer_chart_area_update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- geometry -------------------------------------------------------------- */

static void
mer_chart_area_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  double em = text_em (widget);

  *minimum = (int) (em * (orientation == GTK_ORIENTATION_HORIZONTAL ? 14 : 8));
  *natural = (int) (em * (orientation == GTK_ORIENTATION_HORIZONTAL ? 24 : 20));
}

static void
mer_chart_area_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  MerChartArea *self = MER_CHART_AREA (widget);
  double        page, upper;

  mer_chart_area_ensure_layout (self);
  if (!self->own_adjustment)
    return;
  page = mer_chart_area_body_height (self);
  upper = MAX (page, mer_chart_area_n_rows (self) * mer_chart_area_row_pitch (self));
  gtk_adjustment_configure (self->vadjustment,
                            MIN (gtk_adjustment_get_value (self->vadjustment), upper - page),
                            0, upper, mer_chart_area_row_pitch (self), page * 0.9, page);
}

/* --- the object ------------------------------------------------------------ */

static void
mer_chart_area_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (mer_chart_area_parent_class)->css_changed (widget, change);
  drop_layout (MER_CHART_AREA (widget));
}

static void
mer_chart_area_dispose (GObject *object)
{
  MerChartArea *self = MER_CHART_AREA (object);

  mer_chart_area_set_selection (self, NULL);
  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->vadjustment, self);
  g_clear_object (&self->vadjustment);
  g_clear_pointer (&self->layout, mer_rating_layout_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->table, mer_score_table_unref);
  g_clear_pointer (&self->past, g_ptr_array_unref);
  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (mer_chart_area_parent_class)->dispose (object);
}

static void
mer_chart_area_class_init (MerChartAreaClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mer_chart_area_dispose;
  widget_class->snapshot = mer_chart_area_snapshot;
  widget_class->measure = mer_chart_area_measure;
  widget_class->size_allocate = mer_chart_area_size_allocate;
  widget_class->query_tooltip = mer_chart_area_query_tooltip;
  widget_class->css_changed = mer_chart_area_css_changed;

  g_signal_new ("activate", MER_TYPE_CHART_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mer_chart_area_init (MerChartArea *self)
{
  self->cursor = -1;
  self->hover = -1;
  self->style = MER_RATING_CHART_BARS;
  mer_chart_area_set_vadjustment (self, NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  mer_chart_area_add_controllers (self);
  mer_theme_follow (GTK_WIDGET (self));
  mer_chart_area_update_accessible (self);
}

/**
 * mer_chart_area_new:
 *
 * Returns: (transfer floating): a chart without rows
 */
GtkWidget *
mer_chart_area_new (void)
{
  return g_object_new (MER_TYPE_CHART_AREA, NULL);
}

/**
 * mer_chart_area_set_rows:
 * @self: a chart
 * @table: (nullable): the scores; kept
 * @rows: (nullable) (element-type MerScoreRow): rows of @table in the order shown; kept
 * @past: (nullable) (element-type MerPastYear): assessments before; kept
 *
 * What is shown. The cursor stays on its position when that still exists.
 */
void
mer_chart_area_set_rows (MerChartArea  *self,
                         MerScoreTable *table,
                         GPtrArray     *rows,
                         GPtrArray     *past)
{
  g_autoptr (MerScoreTable) old_table = self->table;
  g_autoptr (GPtrArray) old_past = self->past;
  g_autoptr (GPtrArray) old_rows = self->rows;

  g_return_if_fail (MER_IS_CHART_AREA (self));
  self->table = table != NULL ? mer_score_table_ref (table) : NULL;
  self->rows = rows != NULL ? g_ptr_array_ref (rows) : NULL;
  self->past = past != NULL ? g_ptr_array_ref (past) : NULL;
  self->hover = -1;
  if (self->selection != NULL)
    {
      self->cursor = -1;
      selection_changed_cb (self);
    }
  else if (self->cursor >= (int) mer_chart_area_n_rows (self))
    self->cursor = -1;
  drop_layout (self);
  mer_chart_area_ensure_layout (self);
  mer_chart_area_update_accessible (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * mer_chart_area_set_title:
 * @self: a chart
 * @title: (nullable): of the cycle, for the legend
 */
void
mer_chart_area_set_title (MerChartArea *self,
                          const char   *title)
{
  g_return_if_fail (MER_IS_CHART_AREA (self));
  g_free (self->title);
  self->title = g_strdup (title);
  drop_layout (self);
}

/**
 * mer_chart_area_set_style:
 * @self: a chart
 * @style: bars alone, or with names and values
 */
void
mer_chart_area_set_style (MerChartArea       *self,
                          MerRatingChartStyle style)
{
  g_return_if_fail (MER_IS_CHART_AREA (self));
  if (self->style == style)
    return;
  self->style = style;
  drop_layout (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * mer_chart_area_set_selection:
 * @self: a chart
 * @selection: (nullable): the model shared with the table; its position n is row n
 */
void
mer_chart_area_set_selection (MerChartArea      *self,
                              GtkSelectionModel *selection)
{
  g_return_if_fail (MER_IS_CHART_AREA (self));
  if (self->selection == selection)
    return;
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_set_object (&self->selection, selection);
  if (selection == NULL)
    return;
  g_signal_connect_swapped (selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                            self);
  selection_changed_cb (self);
}

/**
 * mer_chart_area_set_vadjustment:
 * @self: a chart
 * @adjustment: (nullable): of the table beside; %NULL for one of its own
 */
void
mer_chart_area_set_vadjustment (MerChartArea  *self,
                                GtkAdjustment *adjustment)
{
  g_return_if_fail (MER_IS_CHART_AREA (self));
  if (adjustment != NULL && adjustment == self->vadjustment)
    return;
  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->vadjustment, self);
  g_clear_object (&self->vadjustment);
  self->own_adjustment = adjustment == NULL;
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  self->vadjustment = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * mer_chart_area_get_vadjustment:
 * @self: a chart
 *
 * Returns: (transfer none): the adjustment that rows scroll by
 */
GtkAdjustment *
mer_chart_area_get_vadjustment (MerChartArea *self)
{
  g_return_val_if_fail (MER_IS_CHART_AREA (self), NULL);
  return self->vadjustment;
}

/**
 * mer_chart_area_set_table_geometry:
 * @self: a chart
 * @header: height of the table's header row, 0 when there is no table
 * @pitch: height of one of its rows, 0 when there is no table
 *
 * Makes the bars stand in the rows of a table, whatever their height really is.
 */
void
mer_chart_area_set_table_geometry (MerChartArea *self,
                                   int           header,
                                   double        pitch)
{
  g_return_if_fail (MER_IS_CHART_AREA (self));
  if (self->table_header == header && fabs (self->table_pitch - pitch) < 0.01)
    return;
  self->table_header = header;
  self->table_pitch = pitch;
  drop_layout (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * mer_chart_area_get_footer_height:
 * @self: a chart
 *
 * Returns: pixels of axis and legend under the rows, for the table's own foot
 */
int
mer_chart_area_get_footer_height (MerChartArea *self)
{
  g_return_val_if_fail (MER_IS_CHART_AREA (self), 0);
  mer_chart_area_ensure_layout (self);
  return (int) mer_chart_area_own_footer_height (self);
}

/**
 * mer_chart_area_get_cursor:
 * @self: a chart
 *
 * Returns: the row that the keyboard stands on, −1 for none
 */
int
mer_chart_area_get_cursor (MerChartArea *self)
{
  g_return_val_if_fail (MER_IS_CHART_AREA (self), -1);
  return self->cursor;
}

/**
 * mer_chart_area_describe:
 * @self: a chart
 *
 * Returns: (transfer full): what a screen reader says: the whole chart, then the mark
 *   under the cursor
 */
char *
mer_chart_area_describe (MerChartArea *self)
{
  g_autofree char *whole = NULL;
  g_autofree char *mark = NULL;

  g_return_val_if_fail (MER_IS_CHART_AREA (self), NULL);
  if (mer_chart_area_ensure_layout (self) == NULL)
    return g_strdup (_("No data"));
  whole = mer_rating_layout_describe (self->layout);
  if (self->cursor < 0 || (guint) self->cursor >= mer_rating_layout_n_marks (self->layout))
    return g_steal_pointer (&whole);
  mark = mer_rating_layout_describe_mark (self->layout, (guint) self->cursor);
  return g_strdup_printf ("%s %s", whole, mark);
}
