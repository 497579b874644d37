/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where pages end. Works on heights alone, so it is tested without fonts. */
#include "config.h"

#include "report/mer-pages-private.h"

typedef struct
{
  GPtrArray *flows;
  GArray    *pieces;
  double     height; /* of a page's text area */
  double     y;
  guint      page;
  gboolean   open; /* the last piece may still grow */
} Breaker;

static const MerFlow *
flow_at (const Breaker *b,
         guint          i)
{
  return g_ptr_array_index (b->flows, i);
}

static gboolean
is_page_top (const Breaker *b)
{
  return b->y <= 0;
}

/* Height that unit u of flow f and all that must stay with it need from here on;
 * `started`: the flow has a piece on this page already. */
static double
needed (const Breaker *b,
        guint          f,
        guint          u,
        gboolean       started)
{
  const MerFlow *flow = flow_at (b, f);
  double         sum = started ? 0 : flow->head + (is_page_top (b) ? 0 : flow->space);

  while (TRUE)
    {
      sum += flow->heights[u];
      if (!flow->keep[u])
        return sum + flow->tail;
      if (u + 1 < flow->n)
        {
          u++;
          continue;
        }
      sum += flow->tail;
      do
        f++;
      while (f < b->flows->len && flow_at (b, f)->n == 0 && !flow_at (b, f)->page_break);
      if (f >= b->flows->len || flow_at (b, f)->page_break)
        return sum;
      flow = flow_at (b, f);
      u = 0;
      sum += flow->space + flow->head;
    }
}

static void
turn_page (Breaker *b)
{
  b->page++;
  b->y = 0;
  b->open = FALSE;
}

static void
start_piece (Breaker *b,
             guint    f,
             guint    u)
{
  const MerFlow *flow = flow_at (b, f);
  MerPiece       piece = { .flow = f, .first = u, .page = b->page };

  if (!is_page_top (b) && u == 0)
    b->y += flow->space;
  piece.y = b->y;
  g_array_append_val (b->pieces, piece);
  b->y += flow->head;
  b->open = TRUE;
}

static void
place_flow (Breaker *b,
            guint    f)
{
  const MerFlow *flow = flow_at (b, f);

  b->open = FALSE;
  if (flow->n == 0)
    return;
  for (guint u = 0; u < flow->n; u++)
    {
      if (!is_page_top (b) && b->y + needed (b, f, u, b->open) > b->height + 0.01)
        turn_page (b);
      if (!b->open)
        start_piece (b, f, u);
      g_array_index (b->pieces, MerPiece, b->pieces->len - 1).n++;
      b->y += flow->heights[u];
    }
  b->y += flow->tail;
}

/**
 * mer_pages_break:
 * @flows: (element-type MerFlow): what to put on pages
 * @height: of a page's text area
 * @n_pages: (out): how many pages there are
 *
 * A unit goes to a new page together with all that must stay with it, unless that is more
 * than a page holds.
 *
 * Returns: (transfer full) (element-type MerPiece): where each stretch lies
 */
GArray *
mer_pages_break (GPtrArray *flows,
                 double     height,
                 guint     *n_pages)
{
  Breaker b = { .flows = flows, .height = height };

  b.pieces = g_array_new (FALSE, TRUE, sizeof (MerPiece));
  for (guint f = 0; f < flows->len; f++)
    {
      if (flow_at (&b, f)->page_break && b.pieces->len > 0)
        turn_page (&b);
      place_flow (&b, f);
    }
  *n_pages = b.page + 1;
  return b.pieces;
}
