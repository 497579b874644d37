/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text for charts and printed tables: one Pango context, tabular lining figures,
 * and no state that outlives its owner. */
#include "config.h"

#include "chart/mer-chart-text.h"

struct _MerText
{
  PangoContext  *context;
  PangoAttrList *attributes;
};

/**
 * mer_text_new:
 *
 * Returns: (transfer full): an empty cache over the calling thread's font map
 */
MerText *
mer_text_new (void)
{
  MerText *self = g_new0 (MerText, 1);

  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  self->attributes = pango_attr_list_new ();
  pango_attr_list_insert (self->attributes,
                          pango_attr_font_features_new ("tnum=1, lnum=1"));
  return self;
}

void
mer_text_free (MerText *self)
{
  g_object_unref (self->context);
  pango_attr_list_unref (self->attributes);
  g_free (self);
}

void
mer_text_begin (MerText *self,
                cairo_t *cr)
{
  pango_cairo_update_context (cr, self->context);
}

/**
 * mer_text_layout:
 * @self: the context
 * @style: font
 * @text: one or more lines
 * @width: where to wrap, or ≤ 0
 *
 * Returns: (transfer full): a layout to measure and show
 */
PangoLayout *
mer_text_layout (MerText            *self,
                 const MerTextStyle *style,
                 const char         *text,
                 double              width)
{
  PangoLayout          *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, style->family);
  pango_font_description_set_absolute_size (font, style->size * PANGO_SCALE);
  pango_font_description_set_weight (font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_attributes (layout, self->attributes);
  pango_layout_set_text (layout, text, -1);
  if (width > 0)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  return layout;
}

static double
layout_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

double
mer_text_width (MerText            *self,
                const MerTextStyle *style,
                const char         *text)
{
  g_autoptr (PangoLayout) layout = mer_text_layout (self, style, text, 0);

  return layout_width (layout);
}

double
mer_text_line_height (MerText            *self,
                      const MerTextStyle *style,
                      double             *baseline)
{
  g_autoptr (PangoLayout) layout = mer_text_layout (self, style, "8", 0);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  if (baseline != NULL)
    *baseline = (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
  return (double) logical.height / PANGO_SCALE;
}

/**
 * mer_text_show:
 * @self: the context, begun on @cr
 * @cr: where to draw, in its current source
 * @style: font
 * @text: one line
 * @x: left edge, middle or right edge
 * @y: middle of the line
 * @align: what @x means
 * @width: room for the text, or ≤ 0 for as much as it takes
 */
void
mer_text_show (MerText            *self,
               cairo_t            *cr,
               const MerTextStyle *style,
               const char         *text,
               double              x,
               double              y,
               MerTextAlign        align,
               double              width)
{
  g_autoptr (PangoLayout) layout = mer_text_layout (self, style, text, 0);
  PangoRectangle logical;
  double         drawn;

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (width > 0 && layout_width (layout) > width)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_MIDDLE);
    }
  pango_layout_get_extents (layout, NULL, &logical);
  drawn = (double) logical.width / PANGO_SCALE;
  if (align == MER_TEXT_CENTRE)
    x -= drawn / 2;
  else if (align == MER_TEXT_RIGHT)
    x -= drawn;
  cairo_move_to (cr, x - (double) logical.x / PANGO_SCALE,
                 y - (double) logical.height / PANGO_SCALE / 2);
  pango_cairo_show_layout (cr, layout);
}

/**
 * mer_chart_criterion_label:
 * @language: of the output
 * @code: "K1"
 *
 * Returns: (transfer full): «К1»
 */
char *
mer_chart_criterion_label (MerLanguage language,
                           const char *code)
{
  if (language == MER_LANGUAGE_RU && code[0] == 'K')
    return g_strconcat ("К", code + 1, NULL);
  return g_strdup (code);
}
