/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "core/mer-language.h"

G_BEGIN_DECLS

/* The block model: what a document consists of, free of any output format.
 * Builders append blocks; renderers walk them. Text is plain UTF-8 in the
 * document's language, with no-break spaces already in place. */

typedef enum
{
  MER_BLOCK_ANNEX,      /* annex mark, upper right, one line a paragraph of text */
  MER_BLOCK_TITLE,      /* bold capitals, centred */
  MER_BLOCK_SUBTITLE,   /* bold, centred */
  MER_BLOCK_HEADING,
  MER_BLOCK_PARAGRAPH,  /* justified, first-line indent */
  MER_BLOCK_TABLE,
  MER_BLOCK_FIGURE,
  MER_BLOCK_CAPTION,    /* bold, left; kept with what follows */
  MER_BLOCK_NOTE,       /* small */
  MER_BLOCK_SIGNATURE,  /* post … name; kept with two lines of text */
  MER_BLOCK_PAGE_BREAK,
} MerBlockKind;

typedef enum
{
  MER_ALIGN_LEFT,
  MER_ALIGN_RIGHT,
  MER_ALIGN_CENTRE,
} MerAlign;

typedef struct
{
  char *header;
  double width;     /* points; 0: takes what is left (one column) */
  MerAlign align;
  gboolean bold;
} MerTableColumn;

typedef struct
{
  GPtrArray *columns; /* of MerTableColumn */
  GPtrArray *rows;    /* of GStrv, one string a column */
  GArray *sections;   /* of guint: row indices that are section headings over the whole width */
} MerTable;

/* A drawing of known width that is cut between rows where it does not fit a page. */
typedef struct
{
  double header, row, footer; /* heights in points */
  guint n_rows;
  /* Draws rows [first, first + n) with header and footer into `width` points. */
  void (*paint) (cairo_t *cr,
                 double   width,
                 guint    first,
                 guint    n,
                 gpointer data);
  gpointer data;
  GDestroyNotify destroy;
  char *description; /* for a reader who does not see it */
} MerFigure;

typedef struct
{
  MerBlockKind kind;
  char *text;         /* not for TABLE, FIGURE, PAGE_BREAK */
  char *name;         /* SIGNATURE: decoded signature */
  MerTable *table;
  MerFigure *figure;
} MerBlock;

typedef struct
{
  MerLanguage language;
  char *title;         /* for file metadata */
  double margin_left, margin_right, margin_top, margin_bottom; /* mm */
  gboolean landscape;
  GPtrArray *blocks;   /* of MerBlock */
} MerBlocks;

MerBlocks *mer_blocks_new (MerLanguage language,
                           const char *title);
void mer_blocks_free (MerBlocks *self);
void mer_blocks_add_text (MerBlocks    *self,
                          MerBlockKind  kind,
                          const char   *text);
void mer_blocks_add_signature (MerBlocks  *self,
                               const char *post,
                               const char *name);
/* Takes the table, the figure. */
void mer_blocks_add_table (MerBlocks *self,
                           MerTable  *table);
void mer_blocks_add_figure (MerBlocks *self,
                            MerFigure *figure);
void mer_blocks_add_page_break (MerBlocks *self);

MerTable *mer_table_new (void);
void mer_table_add_column (MerTable   *self,
                           const char *header,
                           double      width,
                           MerAlign    align,
                           gboolean    bold);
/* Takes the strings. */
void mer_table_add_row (MerTable *self,
                        GStrv     cells);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerBlocks, mer_blocks_free)

G_END_DECLS
