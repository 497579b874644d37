/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text blocks, signatures and figures as flows of lines and rows. */
#include "config.h"

#include "report/mer-pages-private.h"

#define BODY_SIZE 12.0
#define HEADING_SIZE 13.0
#define CAPTION_SIZE 11.0
#define NOTE_SIZE 9.5
#define LINE_SPACING 1.15
#define MM (72 / 25.4)
#define INDENT (12.5 * MM)
#define ANNEX_WIDTH (80 * MM)
/* Of the width: the post at the left, the name at the right, the line between them. */
#define POST_SHARE 0.5
#define NAME_SHARE 0.25
#define SIGN_GAP 8.0

typedef struct
{
  double         size;
  gboolean       bold, justified, keep_next;
  PangoAlignment align;
  double         indent;
  double         spacing;
} TextForm;

static TextForm
form_of (MerBlockKind kind)
{
  switch (kind)
    {
    case MER_BLOCK_ANNEX:
      return (TextForm){ BODY_SIZE, FALSE, FALSE, TRUE, PANGO_ALIGN_LEFT, 0, 1 };
    case MER_BLOCK_SUBTITLE:
      return (TextForm){ BODY_SIZE, TRUE, FALSE, TRUE, PANGO_ALIGN_CENTER, 0, 1.05 };
    case MER_BLOCK_TITLE:
    case MER_BLOCK_HEADING:
      return (TextForm){ HEADING_SIZE, TRUE, FALSE, TRUE, PANGO_ALIGN_CENTER, 0, 1 };
    case MER_BLOCK_CAPTION:
      return (TextForm){ CAPTION_SIZE, TRUE, FALSE, TRUE, PANGO_ALIGN_LEFT, 0, 1 };
    case MER_BLOCK_NOTE:
      return (TextForm){ NOTE_SIZE, FALSE, TRUE, FALSE, PANGO_ALIGN_LEFT, 0, LINE_SPACING };
    case MER_BLOCK_PARAGRAPH:
    case MER_BLOCK_TABLE:
    case MER_BLOCK_FIGURE:
    case MER_BLOCK_SIGNATURE:
    case MER_BLOCK_PAGE_BREAK:
    default:
      return (TextForm){ BODY_SIZE, FALSE, TRUE, FALSE, PANGO_ALIGN_LEFT, INDENT, LINE_SPACING };
    }
}

void
mer_flow_set_units (MerFlow *self,
                    guint    n)
{
  self->n = n;
  self->heights = g_new0 (double, MAX (n, 1));
  self->keep = g_new0 (gboolean, MAX (n, 1));
}

void
mer_flow_keep_ends (MerFlow *self)
{
  if (self->n < 2)
    return;
  self->keep[0] = TRUE;
  self->keep[self->n - 2] = TRUE;
}

/* Lines stand `spacing` apart; what that adds to a line's own height goes above it. */
static void
paint_lines (const MerFlow *self,
             MerText       *text,
             cairo_t       *cr,
             double         width,
             guint          first,
             guint          n)
{
  PangoLayoutIter *iter = pango_layout_get_iter (self->text);
  double           y = 0;
  guint            line = 0;

  do
    {
      PangoRectangle logical;
      double         ascent;

      if (line < first)
        continue;
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      ascent = (double) (pango_layout_iter_get_baseline (iter) - logical.y) / PANGO_SCALE;
      ascent += self->heights[line] - (double) logical.height / PANGO_SCALE;
      cairo_move_to (cr, self->x + (double) logical.x / PANGO_SCALE, y + ascent);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
      y += self->heights[line];
    }
  while (++line < first + n && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
measure_lines (MerFlow *self,
               double   spacing)
{
  PangoLayoutIter *iter = pango_layout_get_iter (self->text);
  guint            line = 0;

  mer_flow_set_units (self, (guint) pango_layout_get_line_count (self->text));
  do
    {
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      self->heights[line++] = spacing * logical.height / PANGO_SCALE;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* Narrows centred text as far as it keeps its number of lines, so that none is left with
 * a single word. */
static void
balance_lines (PangoLayout *layout,
               double       width)
{
  int n = pango_layout_get_line_count (layout);
  int low = (int) (width * PANGO_SCALE / 2);
  int high = (int) (width * PANGO_SCALE);

  while (high - low > PANGO_SCALE)
    {
      int middle = low + (high - low) / 2;

      pango_layout_set_width (layout, middle);
      if (pango_layout_get_line_count (layout) > n)
        low = middle;
      else
        high = middle;
    }
  pango_layout_set_width (layout, high);
}

void
mer_flow_init_text (MerFlow *self,
                    MerText *text,
                    double   width)
{
  TextForm     form = form_of (self->block->kind);
  MerTextStyle style = { MER_PAGES_SERIF, form.size, form.bold };

  if (self->block->kind == MER_BLOCK_ANNEX)
    {
      self->x = MAX (width - ANNEX_WIDTH, 0);
      width -= self->x;
    }
  self->text = mer_text_layout (text, &style, self->block->text, width);
  pango_layout_set_alignment (self->text, form.align);
  pango_layout_set_justify (self->text, form.justified);
  pango_layout_set_indent (self->text, (int) (form.indent * PANGO_SCALE));
  if (form.align == PANGO_ALIGN_CENTER)
    {
      balance_lines (self->text, width);
      self->x += (width - (double) pango_layout_get_width (self->text) / PANGO_SCALE) / 2;
    }
  measure_lines (self, form.spacing);
  mer_flow_keep_ends (self);
  for (guint i = 0; form.keep_next && i < self->n; i++)
    self->keep[i] = TRUE;
  self->paint = paint_lines;
}

static double
layout_height (PangoLayout *layout)
{
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  return (double) height / PANGO_SCALE;
}

/* Post and name end on one line; the rule between them stands on its baseline. */
static void
paint_signature (const MerFlow *self,
                 MerText       *text,
                 cairo_t       *cr,
                 double         width,
                 guint          first,
                 guint          n)
{
  double name_width = width * NAME_SHARE;
  double height = self->heights[0];
  double rule = height - layout_height (self->name) +
                (double) pango_layout_get_baseline (self->name) / PANGO_SCALE + 1;

  cairo_move_to (cr, 0, height - layout_height (self->text));
  pango_cairo_show_layout (cr, self->text);
  cairo_move_to (cr, width - name_width, height - layout_height (self->name));
  pango_cairo_show_layout (cr, self->name);
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, width * POST_SHARE + SIGN_GAP, rule);
  cairo_line_to (cr, width - name_width - SIGN_GAP, rule);
  if (self->block->name == NULL)
    {
      cairo_move_to (cr, width - name_width, rule);
      cairo_line_to (cr, width, rule);
    }
  cairo_stroke (cr);
}

void
mer_flow_init_signature (MerFlow *self,
                         MerText *text,
                         double   width)
{
  MerTextStyle style = { MER_PAGES_SERIF, BODY_SIZE, FALSE };
  const char  *name = self->block->name != NULL ? self->block->name : " ";

  self->text = mer_text_layout (text, &style, self->block->text, width * POST_SHARE);
  self->name = mer_text_layout (text, &style, name, width * NAME_SHARE);
  pango_layout_set_alignment (self->name, PANGO_ALIGN_RIGHT);
  mer_flow_set_units (self, 1);
  self->heights[0] = MAX (layout_height (self->text), layout_height (self->name));
  self->paint = paint_signature;
}

static void
paint_figure (const MerFlow *self,
              MerText       *text,
              cairo_t       *cr,
              double         width,
              guint          first,
              guint          n)
{
  self->block->figure->paint (cr, first, n, self->block->figure->data);
}

/* A figure tells heights of stretches; its rows are the differences between them. */
void
mer_flow_init_figure (MerFlow *self,
                      MerText *text,
                      double   width)
{
  MerFigure *figure = self->block->figure;
  guint      n = figure->n_rows;

  figure->measure (width, figure->data);
  mer_flow_set_units (self, n);
  for (guint i = 0; i + 1 < n; i++)
    self->heights[i] = figure->height (i, 2, figure->data) -
                       figure->height (i + 1, 1, figure->data);
  if (n == 1)
    self->heights[0] = figure->height (0, 1, figure->data);
  else if (n > 1)
    {
      self->heights[n - 1] = figure->height (n - 2, 2, figure->data) -
                             figure->height (n - 2, 1, figure->data);
      self->tail = figure->height (0, 1, figure->data) - self->heights[0];
    }
  mer_flow_keep_ends (self);
  self->paint = paint_figure;
}
