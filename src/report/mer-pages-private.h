/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/mer-chart-text.h"
#include "report/mer-pages.h"

G_BEGIN_DECLS

#define MER_PAGES_SERIF "PT Serif, Liberation Serif, Times New Roman, serif"

/* A block on its way onto pages: units that are never cut (lines of a text, rows of a
 * table or a figure). `head` is repeated on every page that the block reaches, `tail`
 * closes its stretch there. `keep[i]`: unit i stays on one page with the unit after it,
 * be that in the next block. */
typedef struct _MerFlow MerFlow;
struct _MerFlow
{
  const MerBlock *block;
  double          space; /* above; dropped at the top of a page */
  double          head, tail;
  guint           n;
  double         *heights;
  gboolean       *keep;
  gboolean        page_break; /* begins a page */

  PangoLayout *text;  /* of text blocks */
  double       x;     /* of the text, from the left margin */
  PangoLayout *name;  /* of signatures */
  gpointer     table; /* MerTableFlow */

  void (*paint) (const MerFlow *self,
                 MerText       *text,
                 cairo_t       *cr,
                 double         width,
                 guint          first,
                 guint          n);
};

/* A stretch of one block on one page; y from the upper margin. */
typedef struct
{
  guint  flow;
  guint  first, n;
  guint  page;
  double y;
} MerPiece;

/* Fills everything of `self` but space and page_break. */
void mer_flow_init_text (MerFlow *self,
                         MerText *text,
                         double   width);
void mer_flow_init_signature (MerFlow *self,
                              MerText *text,
                              double   width);
void mer_flow_init_table (MerFlow *self,
                          MerText *text,
                          double   width);
void mer_flow_init_figure (MerFlow *self,
                           MerText *text,
                           double   width);
void mer_flow_free (gpointer self);

/* Takes memory for `n` units. */
void mer_flow_set_units (MerFlow *self,
                         guint    n);
/* The first two and the last two units stay together. */
void mer_flow_keep_ends (MerFlow *self);

/* Puts flows on pages; (element-type MerPiece), in order; `n_pages` at least 1. */
GArray *mer_pages_break (GPtrArray *flows,
                         double     height,
                         guint     *n_pages);

G_END_DECLS
