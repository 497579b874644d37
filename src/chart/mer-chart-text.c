/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text for charts and printed tables: one Pango context, tabular lining figures,
 * and no state that outlives its owner. */
#include "config.h"

#include "chart/mer-chart-text.h"

#include <string.h>

/* Numbers are drawn from glyphs that were shaped once: a table of a region has twelve
 * thousand of them. Any other text takes the way of a layout. */
static const char figure_chars[] = "0123456789,.+%-−—\302\240";
#define N_FIGURE_CHARS 18

typedef struct
{
  gunichar      character;
  unsigned long glyph;
  double        width;
} Figure;

/* The glyphs of one style; `font` is NULL when its figures are spread over fonts. */
typedef struct
{
  MerTextStyle         style;
  guint                serial; /* of the context when they were shaped */
  cairo_scaled_font_t *font;
  double               line_height, baseline;
  Figure               figures[N_FIGURE_CHARS];
} Figures;

struct _MerText
{
  PangoContext  *context;
  PangoAttrList *attributes;
  GPtrArray     *styles; /* of Figures */
  gboolean       paper;
  GArray        *glyphs; /* of numbers that wait to be drawn */
  GArray        *clusters;
  GString       *characters;
  Figures       *waiting; /* their style */
};

static void
figures_free (gpointer data)
{
  Figures *self = data;

  g_clear_pointer (&self->font, cairo_scaled_font_destroy);
  g_free (self);
}

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
  self->styles = g_ptr_array_new_with_free_func (figures_free);
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  self->clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  self->characters = g_string_new (NULL);
  return self;
}

MerText *
mer_text_new_for_paper (void)
{
  MerText              *self = mer_text_new ();
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  self->paper = TRUE;
  return self;
}

void
mer_text_free (MerText *self)
{
  g_array_unref (self->glyphs);
  g_array_unref (self->clusters);
  g_string_free (self->characters, TRUE);
  g_ptr_array_unref (self->styles);
  g_object_unref (self->context);
  pango_attr_list_unref (self->attributes);
  g_free (self);
}

void
mer_text_begin (MerText *self,
                cairo_t *cr)
{
  if (!self->paper)
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

/* Shapes one character; FALSE when it is not one glyph of the same font as those before. */
static gboolean
shape_figure (MerText    *self,
              Figures    *figures,
              PangoFont **font,
              Figure     *figure)
{
  g_autoptr (PangoLayout) layout = NULL;
  char             text[8] = { 0 };
  PangoLayoutLine *line;
  PangoGlyphItem  *run;

  g_unichar_to_utf8 (figure->character, text);
  layout = mer_text_layout (self, &figures->style, text, 0);
  line = pango_layout_get_line_readonly (layout, 0);
  if (line == NULL || line->runs == NULL)
    return FALSE;
  run = line->runs->data;
  if (run->glyphs->num_glyphs != 1 || (*font != NULL && run->item->analysis.font != *font))
    return FALSE;
  if (*font == NULL)
    *font = g_object_ref (run->item->analysis.font);
  figure->glyph = run->glyphs->glyphs[0].glyph;
  figure->width = (double) run->glyphs->glyphs[0].geometry.width / PANGO_SCALE;
  return TRUE;
}

static void
shape_figures (MerText *self,
               Figures *figures)
{
  g_autoptr (PangoFont) font = NULL;
  g_autoptr (PangoLayout) sample = mer_text_layout (self, &figures->style, "8", 0);
  const char    *at = figure_chars;
  gboolean       one_font = TRUE;
  PangoRectangle logical;

  for (guint i = 0; one_font && i < N_FIGURE_CHARS; i++, at += g_utf8_skip[(guchar) *at])
    {
      figures->figures[i].character = g_utf8_get_char (at);
      one_font = shape_figure (self, figures, &font, &figures->figures[i]);
    }
  pango_layout_get_extents (sample, NULL, &logical);
  figures->line_height = (double) logical.height / PANGO_SCALE;
  figures->baseline = (double) pango_layout_get_baseline (sample) / PANGO_SCALE;
  g_clear_pointer (&figures->font, cairo_scaled_font_destroy);
  if (one_font && PANGO_IS_CAIRO_FONT (font))
    figures->font = cairo_scaled_font_reference (
      pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)));
  figures->serial = pango_context_get_serial (self->context);
}

static gboolean
same_style (const MerTextStyle *a,
            const MerTextStyle *b)
{
  return a->bold == b->bold && ABS (a->size - b->size) < 0.001 &&
         strcmp (a->family, b->family) == 0;
}

static Figures *
find_figures (MerText            *self,
              const MerTextStyle *style)
{
  Figures *figures = NULL;

  for (guint i = 0; figures == NULL && i < self->styles->len; i++)
    {
      Figures *candidate = g_ptr_array_index (self->styles, i);

      if (same_style (&candidate->style, style))
        figures = candidate;
    }
  if (figures == NULL)
    {
      figures = g_new0 (Figures, 1);
      figures->style = *style;
      figures->style.family = g_intern_string (style->family);
      g_ptr_array_add (self->styles, figures);
    }
  if (figures->serial != pango_context_get_serial (self->context))
    shape_figures (self, figures);
  return figures;
}

static const Figure *
find_figure (const Figures *figures,
             gunichar       character)
{
  if (character >= '0' && character <= '9')
    return &figures->figures[character - '0'];
  for (guint i = 10; i < N_FIGURE_CHARS; i++)
    if (figures->figures[i].character == character)
      return &figures->figures[i];
  return NULL;
}

/* Appends the glyphs of a number that begins at x = 0; returns its width, or −1 when the
 * text is none, and then appends some of them only. */
static double
append_glyphs (MerText       *self,
               const Figures *figures,
               const char    *text)
{
  double x = 0;

  if (figures->font == NULL)
    return -1;
  for (const char *at = text; *at != '\0'; at += g_utf8_skip[(guchar) *at])
    {
      const Figure        *figure = find_figure (figures, g_utf8_get_char (at));
      cairo_glyph_t        glyph = { 0, x, 0 };
      cairo_text_cluster_t cluster = { g_utf8_skip[(guchar) *at], 1 };

      if (figure == NULL)
        return -1;
      glyph.index = figure->glyph;
      g_array_append_val (self->glyphs, glyph);
      g_array_append_val (self->clusters, cluster);
      x += figure->width;
    }
  return x;
}

/**
 * mer_text_add_number:
 * @self: the context
 * @style: font; the same until the next flush
 * @text: «92,06», «—»
 * @x: left edge, middle or right edge
 * @y: middle of the line
 * @align: what @x means
 * @limit: room for it, or ≤ 0
 *
 * Puts a number beside those that mer_text_flush() will draw at once: to a PDF that costs
 * a fraction of drawing them one by one.
 *
 * Returns: whether @text is nothing but a number and fits
 */
gboolean
mer_text_add_number (MerText            *self,
                     const MerTextStyle *style,
                     const char         *text,
                     double              x,
                     double              y,
                     MerTextAlign        align,
                     double              limit)
{
  Figures *figures = find_figures (self, style);
  guint    first = self->glyphs->len;
  double   width = append_glyphs (self, figures, text);

  if (width < 0 || (limit > 0 && width > limit))
    {
      g_array_set_size (self->glyphs, first);
      g_array_set_size (self->clusters, first);
      return FALSE;
    }
  if (align != MER_TEXT_LEFT)
    x -= align == MER_TEXT_RIGHT ? width : width / 2;
  y += figures->baseline - figures->line_height / 2;
  for (guint i = first; i < self->glyphs->len; i++)
    {
      cairo_glyph_t *glyph = &g_array_index (self->glyphs, cairo_glyph_t, i);

      glyph->x += x;
      glyph->y = y;
    }
  g_string_append (self->characters, text);
  self->waiting = figures;
  return TRUE;
}

void
mer_text_flush (MerText *self,
                cairo_t *cr)
{
  if (self->glyphs->len == 0)
    return;
  cairo_set_scaled_font (cr, self->waiting->font);
  cairo_show_text_glyphs (cr, self->characters->str, (int) self->characters->len,
                          (const cairo_glyph_t *) (gpointer) self->glyphs->data,
                          (int) self->glyphs->len,
                          (const cairo_text_cluster_t *) (gpointer) self->clusters->data,
                          (int) self->clusters->len, 0);
  g_array_set_size (self->glyphs, 0);
  g_array_set_size (self->clusters, 0);
  g_string_truncate (self->characters, 0);
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
                      const MerTextStyle *style)
{
  return find_figures (self, style)->line_height;
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
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle logical;
  double         drawn;

  if (mer_text_add_number (self, style, text, x, y, align, width))
    {
      mer_text_flush (self, cr);
      return;
    }
  layout = mer_text_layout (self, style, text, 0);
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
 * @criterion: a criterion
 *
 * Returns: (transfer none): «К1» as the methodology writes it in Russian, else its code
 */
const char *
mer_chart_criterion_label (MerLanguage         language,
                           const MerCriterion *criterion)
{
  return language == MER_LANGUAGE_RU ? criterion->symbol : criterion->code;
}
