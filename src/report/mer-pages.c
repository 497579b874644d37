/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The paginated renderer: measures blocks, breaks them into pages, paints a page at a
 * time. Nothing depends on the device, so paper, PDF and preview show the same lines. */
#include "config.h"

#include "report/mer-pages-private.h"

#define MM (72 / 25.4)
#define A4_SHORT (210 * MM)
#define A4_LONG (297 * MM)
#define NUMBER_TOP (10 * MM)
#define NUMBER_SIZE 10.0

struct _MerPages
{
  const MerBlocks *blocks;
  MerText         *text;
  GPtrArray       *flows;  /* of MerFlow, one a block */
  GArray          *pieces; /* of MerPiece */
  guint            n_pages;
  double           width, height, left, top, text_width, text_height;
};

/* What stands above a block of this kind after one of that kind, in points. */
static double
space_between (MerBlockKind before,
               MerBlockKind kind)
{
  switch (kind)
    {
    case MER_BLOCK_ANNEX:
    case MER_BLOCK_PAGE_BREAK:
      return 0;
    case MER_BLOCK_TITLE:
      return 16;
    case MER_BLOCK_SUBTITLE:
      return before == MER_BLOCK_TITLE ? 1 : 6;
    case MER_BLOCK_HEADING:
      return 14;
    case MER_BLOCK_PARAGRAPH:
      return before == MER_BLOCK_PARAGRAPH ? 0 : 10;
    case MER_BLOCK_TABLE:
      return before == MER_BLOCK_CAPTION ? 4 : 10;
    case MER_BLOCK_FIGURE:
      return 5;
    case MER_BLOCK_CAPTION:
      return before == MER_BLOCK_CAPTION ? 2 : 9;
    case MER_BLOCK_NOTE:
      return before == MER_BLOCK_NOTE ? 2 : before == MER_BLOCK_CAPTION ? 4
                                                                        : 12;
    case MER_BLOCK_SIGNATURE:
    default:
      return 30;
    }
}

static void
measure_flow (MerPages *self,
              MerFlow  *flow)
{
  switch (flow->block->kind)
    {
    case MER_BLOCK_TABLE:
      mer_flow_init_table (flow, self->text, self->text_width);
      break;
    case MER_BLOCK_FIGURE:
      mer_flow_init_figure (flow, self->text, self->text_width);
      break;
    case MER_BLOCK_SIGNATURE:
      mer_flow_init_signature (flow, self->text, self->text_width);
      break;
    case MER_BLOCK_PAGE_BREAK:
      flow->page_break = TRUE;
      mer_flow_set_units (flow, 0);
      break;
    case MER_BLOCK_ANNEX:
    case MER_BLOCK_TITLE:
    case MER_BLOCK_SUBTITLE:
    case MER_BLOCK_HEADING:
    case MER_BLOCK_PARAGRAPH:
    case MER_BLOCK_CAPTION:
    case MER_BLOCK_NOTE:
    default:
      mer_flow_init_text (flow, self->text, self->text_width);
      break;
    }
}

/* The two units before a signature stay with it: it never stands alone on a page. */
static void
keep_before (GPtrArray *flows,
             guint      signature)
{
  guint left = 2;

  for (guint f = signature; f > 0 && left > 0; f--)
    {
      MerFlow *flow = g_ptr_array_index (flows, f - 1);

      if (flow->page_break)
        return;
      for (guint u = flow->n; u > 0 && left > 0; u--, left--)
        flow->keep[u - 1] = TRUE;
    }
}

static void
measure (MerPages *self)
{
  MerBlockKind before = MER_BLOCK_PAGE_BREAK;

  self->flows = g_ptr_array_new_with_free_func (mer_flow_free);
  for (guint i = 0; i < self->blocks->blocks->len; i++)
    {
      MerFlow *flow = g_new0 (MerFlow, 1);

      flow->block = g_ptr_array_index (self->blocks->blocks, i);
      flow->space = space_between (before, flow->block->kind);
      measure_flow (self, flow);
      g_ptr_array_add (self->flows, flow);
      if (flow->block->kind == MER_BLOCK_SIGNATURE)
        keep_before (self->flows, i);
      before = flow->block->kind;
    }
}

/**
 * mer_pages_new:
 * @blocks: a document; it must outlive the pages
 *
 * Returns: (transfer full): its pages, one at least
 */
MerPages *
mer_pages_new (const MerBlocks *blocks)
{
  MerPages *self = g_new0 (MerPages, 1);

  self->blocks = blocks;
  self->text = mer_text_new_for_paper ();
  self->width = blocks->landscape ? A4_LONG : A4_SHORT;
  self->height = blocks->landscape ? A4_SHORT : A4_LONG;
  self->left = blocks->margin_left * MM;
  self->top = blocks->margin_top * MM;
  self->text_width = MAX (self->width - (blocks->margin_left + blocks->margin_right) * MM, 72);
  self->text_height = MAX (self->height - (blocks->margin_top + blocks->margin_bottom) * MM, 72);
  measure (self);
  self->pieces = mer_pages_break (self->flows, self->text_height, &self->n_pages);
  return self;
}

void
mer_pages_free (MerPages *self)
{
  g_array_unref (self->pieces);
  g_ptr_array_unref (self->flows);
  mer_text_free (self->text);
  g_free (self);
}

guint
mer_pages_count (const MerPages *self)
{
  return self->n_pages;
}

double
mer_pages_width (const MerPages *self)
{
  return self->width;
}

double
mer_pages_height (const MerPages *self)
{
  return self->height;
}

static const MerPiece *
piece_at (const MerPages *self,
          guint           i)
{
  return &g_array_index (self->pieces, MerPiece, i);
}

/* Index of the first piece that is not before this page. */
static guint
first_piece (const MerPages *self,
             guint           page)
{
  guint low = 0;
  guint high = self->pieces->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (piece_at (self, middle)->page < page)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
paint_number (const MerPages *self,
              guint           page,
              cairo_t        *cr)
{
  MerTextStyle     style = { MER_PAGES_SERIF, NUMBER_SIZE, FALSE };
  double           line = mer_text_line_height (self->text, &style);
  g_autofree char *number = g_strdup_printf ("%u", page + 1);

  mer_text_show (self->text, cr, &style, number, self->left + self->text_width / 2,
                 NUMBER_TOP + line / 2, MER_TEXT_CENTRE, 0);
}

/**
 * mer_pages_paint:
 * @self: pages
 * @n: a page, from 0
 * @cr: its origin is the upper left corner of the paper, its unit the point
 */
void
mer_pages_paint (const MerPages *self,
                 guint           n,
                 cairo_t        *cr)
{
  g_return_if_fail (n < self->n_pages);
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  if (n > 0)
    paint_number (self, n, cr);
  for (guint i = first_piece (self, n); i < self->pieces->len && piece_at (self, i)->page == n; i++)
    {
      const MerPiece *piece = piece_at (self, i);
      const MerFlow  *flow = g_ptr_array_index (self->flows, piece->flow);

      cairo_save (cr);
      cairo_translate (cr, self->left, self->top + piece->y);
      flow->paint (flow, self->text, cr, self->text_width, piece->first, piece->n);
      cairo_restore (cr);
    }
  cairo_restore (cr);
}

guint
mer_pages_of_block (const MerPages *self,
                    guint           block)
{
  for (guint i = 0; i < self->pieces->len; i++)
    if (piece_at (self, i)->flow >= block)
      return piece_at (self, i)->page;
  return self->n_pages - 1;
}

/**
 * mer_pages_dump:
 * @self: pages
 *
 * Returns: (transfer full): a line a stretch: page, height, kind, units
 */
char *
mer_pages_dump (const MerPages *self)
{
  static const char *const names[] = { "annex", "title", "subtitle", "heading", "paragraph",
                                       "table", "figure", "caption", "note", "signature",
                                       "page-break" };
  GString                 *out = g_string_new (NULL);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const MerPiece *piece = piece_at (self, i);
      const MerFlow  *flow = g_ptr_array_index (self->flows, piece->flow);

      g_string_append_printf (out, "%u %.0f %s %u+%u of %u\n", piece->page + 1, piece->y,
                              names[flow->block->kind], piece->first, piece->n, flow->n);
    }
  return g_string_free (out, FALSE);
}
