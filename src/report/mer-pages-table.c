/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables on pages: heavy rules above and below, light ones between rows, no others.
 * Names wrap, numbers keep to the right edge of their column. */
#include "config.h"

#include "report/mer-pages-private.h"

#define BODY_SIZE 10.5
#define HEADER_SIZE 10.0
#define PADDING 4.0
#define ROW_HEIGHT 18.0
#define HEADER_HEIGHT 22.0
#define HEAVY 0.75
#define LIGHT 0.25
#define GRID 0.5
#define MIN_WIDTH 90.0

typedef struct
{
  const MerTable *table;
  guint           n_columns;
  double         *x, *width; /* of each column, padding included */
  PangoLayout   **headers;
  PangoLayout   **cells; /* of columns that hold text: row × column, else NULL */
  double          line;  /* height of one line */
} MerTableFlow;

static const MerTableColumn *
column_at (const MerTableFlow *self,
           guint               i)
{
  return g_ptr_array_index (self->table->columns, i);
}

/* Columns without a width of their own share what is left; if nothing is, all shrink. */
static void
place_columns (MerTableFlow *self,
               double        width)
{
  double fixed = 0;
  guint  n_free = 0;
  double x = 0;
  double share, scale = 1;

  for (guint i = 0; i < self->n_columns; i++)
    {
      fixed += column_at (self, i)->width;
      n_free += column_at (self, i)->width <= 0;
    }
  share = n_free > 0 ? MAX ((width - fixed) / n_free, MIN_WIDTH) : 0;
  if (fixed + n_free * share > width)
    scale = width / (fixed + n_free * share);
  for (guint i = 0; i < self->n_columns; i++)
    {
      double own = column_at (self, i)->width;

      self->x[i] = x;
      self->width[i] = (own > 0 ? own : share) * scale;
      x += self->width[i];
    }
}

static PangoAlignment
pango_align (MerAlign align)
{
  switch (align)
    {
    case MER_ALIGN_RIGHT:
      return PANGO_ALIGN_RIGHT;
    case MER_ALIGN_CENTRE:
      return PANGO_ALIGN_CENTER;
    case MER_ALIGN_LEFT:
    default:
      return PANGO_ALIGN_LEFT;
    }
}

static double
layout_height (PangoLayout *layout)
{
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  return (double) height / PANGO_SCALE;
}

static double
measure_header (MerTableFlow *self,
                MerText      *text)
{
  MerTextStyle style = { MER_PAGES_SERIF, HEADER_SIZE, TRUE };
  double       height = HEADER_HEIGHT;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const MerTableColumn *column = column_at (self, i);

      self->headers[i] = mer_text_layout (text, &style, column->header,
                                          self->width[i] - 2 * PADDING);
      pango_layout_set_alignment (self->headers[i], pango_align (column->align));
      height = MAX (height, layout_height (self->headers[i]) + PADDING);
    }
  return height;
}

static double
measure_cell (MerTableFlow *self,
              MerText      *text,
              guint         row,
              guint         column,
              gboolean      section)
{
  MerTextStyle style = { MER_PAGES_SERIF, BODY_SIZE, section || column_at (self, column)->bold };
  GStrv        cells = g_ptr_array_index (self->table->rows, row);
  double       width = section ? self->x[self->n_columns - 1] + self->width[self->n_columns - 1]
                               : self->width[column];
  PangoLayout *layout = mer_text_layout (text, &style, cells[column], width - 2 * PADDING);

  if (!section)
    pango_layout_set_alignment (layout, pango_align (column_at (self, column)->align));
  self->cells[row * self->n_columns + column] = layout;
  return layout_height (layout);
}

static double
measure_row (MerTableFlow *self,
             MerText      *text,
             guint         row)
{
  double height = self->line;

  if (mer_table_is_section (self->table, row))
    height = measure_cell (self, text, row, 0, TRUE);
  else
    for (guint i = 0; i < self->n_columns; i++)
      if (column_at (self, i)->align != MER_ALIGN_RIGHT)
        height = MAX (height, measure_cell (self, text, row, i, FALSE));
  return MAX (ROW_HEIGHT, height + PADDING);
}

static void
add_rule (cairo_t *cr,
          double   y,
          double   width)
{
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, width, y);
}

static void
paint_header (const MerTableFlow *self,
              cairo_t            *cr,
              double              height)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      cairo_move_to (cr, self->x[i] + PADDING, (height - layout_height (self->headers[i])) / 2);
      pango_cairo_show_layout (cr, self->headers[i]);
    }
}

/* Numbers of one row and weight are drawn together. */
static void
paint_numbers (const MerTableFlow *self,
               MerText            *text,
               cairo_t            *cr,
               guint               row,
               double              middle,
               gboolean            bold)
{
  GStrv        cells = g_ptr_array_index (self->table->rows, row);
  MerTextStyle style = { MER_PAGES_SERIF, BODY_SIZE, bold };

  for (guint i = 0; i < self->n_columns; i++)
    {
      const MerTableColumn *column = column_at (self, i);
      double                right = self->x[i] + self->width[i] - PADDING;

      if (column->align != MER_ALIGN_RIGHT || column->bold != bold)
        continue;
      if (!mer_text_add_number (text, &style, cells[i], right, middle, MER_TEXT_RIGHT, 0))
        mer_text_show (text, cr, &style, cells[i], right, middle, MER_TEXT_RIGHT, 0);
    }
  mer_text_flush (text, cr);
}

static void
paint_row (const MerTableFlow *self,
           MerText            *text,
           cairo_t            *cr,
           guint               row,
           double              y)
{
  double top = y + (ROW_HEIGHT - self->line) / 2;

  if (!mer_table_is_section (self->table, row))
    paint_numbers (self, text, cr, row, top + self->line / 2, FALSE);
  for (guint i = 0; i < self->n_columns; i++)
    {
      PangoLayout *layout = self->cells[row * self->n_columns + i];

      if (layout == NULL)
        continue;
      cairo_move_to (cr, self->x[i] + PADDING, top);
      pango_cairo_show_layout (cr, layout);
    }
  if (!mer_table_is_section (self->table, row))
    paint_numbers (self, text, cr, row, top + self->line / 2, TRUE);
}

static void
add_uprights (const MerTableFlow *self,
              cairo_t            *cr,
              double              width,
              double              y,
              double              height,
              gboolean            inner)
{
  for (guint i = 0; inner && i < self->n_columns; i++)
    {
      cairo_move_to (cr, self->x[i], y);
      cairo_line_to (cr, self->x[i], y + height);
    }
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, 0, y + height);
  cairo_move_to (cr, width, y);
  cairo_line_to (cr, width, y + height);
}

/* All rules of one weight, as forms prescribe; a heading over the whole width is not cut. */
static void
paint_grid (const MerFlow *flow,
            cairo_t       *cr,
            double         width,
            guint          first,
            guint          n)
{
  const MerTableFlow *self = flow->table;
  double              y = flow->head;

  add_rule (cr, 0, width);
  add_rule (cr, y, width);
  add_uprights (self, cr, width, 0, flow->head, TRUE);
  for (guint row = first; row < first + n; row++)
    {
      add_uprights (self, cr, width, y, flow->heights[row],
                    !mer_table_is_section (self->table, row));
      y += flow->heights[row];
      add_rule (cr, y, width);
    }
  cairo_set_line_width (cr, GRID);
  cairo_stroke (cr);
}

/* Light rules between rows first, then the heavy ones, each weight in one stroke. */
static void
paint_rules (const MerFlow *flow,
             cairo_t       *cr,
             double         width,
             guint          first,
             guint          n)
{
  double y = flow->head;

  for (guint row = first; row + 1 < first + n; row++)
    {
      y += flow->heights[row];
      add_rule (cr, y, width);
    }
  cairo_set_line_width (cr, LIGHT);
  cairo_stroke (cr);
  add_rule (cr, 0, width);
  add_rule (cr, flow->head, width);
  add_rule (cr, y + flow->heights[first + n - 1], width);
  cairo_set_line_width (cr, HEAVY);
  cairo_stroke (cr);
}

static void
paint_table (const MerFlow *flow,
             MerText       *text,
             cairo_t       *cr,
             double         width,
             guint          first,
             guint          n)
{
  const MerTableFlow *self = flow->table;
  double              y = flow->head;

  if (self->table->grid)
    paint_grid (flow, cr, width, first, n);
  else
    paint_rules (flow, cr, width, first, n);
  paint_header (self, cr, flow->head);
  for (guint row = first; row < first + n; row++)
    {
      paint_row (self, text, cr, row, y);
      y += flow->heights[row];
    }
}

static void
table_flow_free (MerTableFlow *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_clear_object (&self->headers[i]);
  for (guint i = 0; i < self->n_columns * self->table->rows->len; i++)
    g_clear_object (&self->cells[i]);
  g_free (self->headers);
  g_free (self->cells);
  g_free (self->x);
  g_free (self->width);
  g_free (self);
}

void
mer_flow_init_table (MerFlow *flow,
                     MerText *text,
                     double   width)
{
  MerTableFlow *self = g_new0 (MerTableFlow, 1);
  MerTextStyle  style = { MER_PAGES_SERIF, BODY_SIZE, FALSE };

  self->table = flow->block->table;
  self->n_columns = self->table->columns->len;
  self->x = g_new0 (double, self->n_columns + 1);
  self->width = g_new0 (double, self->n_columns + 1);
  self->headers = g_new0 (PangoLayout *, self->n_columns + 1);
  self->cells = g_new0 (PangoLayout *, self->n_columns * self->table->rows->len + 1);
  self->line = mer_text_line_height (text, &style);
  flow->table = self;
  place_columns (self, width);
  flow->head = measure_header (self, text);
  flow->tail = HEAVY;
  mer_flow_set_units (flow, self->table->rows->len);
  for (guint i = 0; i < flow->n; i++)
    flow->heights[i] = measure_row (self, text, i);
  mer_flow_keep_ends (flow);
  for (guint i = 0; i < self->table->sections->len; i++)
    flow->keep[g_array_index (self->table->sections, guint, i)] = TRUE;
  flow->paint = paint_table;
}

void
mer_flow_free (gpointer data)
{
  MerFlow *self = data;

  g_clear_object (&self->text);
  g_clear_object (&self->name);
  g_clear_pointer ((MerTableFlow **) &self->table, table_flow_free);
  g_free (self->heights);
  g_free (self->keep);
  g_free (self);
}
