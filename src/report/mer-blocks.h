/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "core/mer-language.h"

G_BEGIN_DECLS

/* The block model: what a document consists of, free of any output format.
 * Builders append blocks; renderers walk them. Text is plain UTF-8 in the
 * document's language; no-break spaces are put in where blocks are added. */

typedef enum
{
  MER_BLOCK_ANNEX,     /* annex mark, upper right, one line a paragraph of text */
  MER_BLOCK_TITLE,     /* bold capitals, centred */
  MER_BLOCK_SUBTITLE,  /* bold, centred */
  MER_BLOCK_HEADING,   /* bold, centred; kept with what follows */
  MER_BLOCK_PARAGRAPH, /* justified, first-line indent */
  MER_BLOCK_TABLE,
  MER_BLOCK_FIGURE,
  MER_BLOCK_CAPTION,   /* bold, left; kept with what follows */
  MER_BLOCK_NOTE,      /* small */
  MER_BLOCK_SIGNATURE, /* post … name; kept with two lines of text */
  MER_BLOCK_PAGE_BREAK,
} MerBlockKind;

typedef enum
{
  MER_ALIGN_LEFT,
  MER_ALIGN_RIGHT, /* numbers */
  MER_ALIGN_CENTRE,
} MerAlign;

typedef struct
{
  char    *header;
  double   width; /* points; 0: takes an equal part of what the others leave */
  MerAlign align;
  gboolean bold;
} MerTableColumn;

typedef struct
{
  GPtrArray *columns;   /* of MerTableColumn */
  GPtrArray *rows;      /* of GStrv, one string a column */
  GArray    *sections;  /* of guint, ascending: rows that are headings over the whole width */
  gboolean   grid;      /* rules between columns too, as official forms have them */
  gboolean   secondary; /* left out by a format that holds one table only, if there is another */
} MerTable;

/* A drawing of rows that is cut between them where it does not fit a page. */
typedef struct
{
  guint n_rows;
  /* Called once, before the others: the width in points. */
  void (*measure) (double   width,
                   gpointer data);
  /* Height in points of rows [first, first + n) with all that stands around them. */
  double (*height) (guint    first,
                    guint    n,
                    gpointer data);
  void (*paint) (cairo_t *cr,
                 guint    first,
                 guint    n,
                 gpointer data);
  gpointer       data;
  GDestroyNotify destroy;
  char          *description; /* for a reader who does not see it */
} MerFigure;

typedef struct
{
  MerBlockKind kind;
  char        *text; /* not for TABLE, FIGURE, PAGE_BREAK; SIGNATURE: the post */
  char        *name; /* SIGNATURE: decoded signature, nullable */
  MerTable    *table;
  MerFigure   *figure;
} MerBlock;

typedef struct
{
  MerLanguage language;
  char       *title;  /* for file metadata */
  char       *author; /* the same; nullable */
  /* mm */
  double     margin_left, margin_right, margin_top, margin_bottom;
  gboolean   landscape; /* also set by a table of nine number columns or more */
  GPtrArray *blocks;    /* of MerBlock */
} MerBlocks;

MerBlocks *mer_blocks_new (MerLanguage language,
                           const char *title);
/* (transfer full), with all that it holds. */
void mer_blocks_free (MerBlocks *self);
/* Copies `author`, nullable: the department, for file metadata. */
void mer_blocks_set_author (MerBlocks  *self,
                            const char *author);
void mer_blocks_add_text (MerBlocks   *self,
                          MerBlockKind kind,
                          const char  *text);
/* `name`: (nullable): then a line is left to write it on. */
void mer_blocks_add_signature (MerBlocks  *self,
                               const char *post,
                               const char *name);
/* Takes the table, the figure. */
void mer_blocks_add_table (MerBlocks *self,
                           MerTable  *table);
void mer_blocks_add_figure (MerBlocks *self,
                            MerFigure *figure);
/* Puts all blocks of `other` at the end and frees it; its title and margins do not count. */
void mer_blocks_take (MerBlocks *self,
                      MerBlocks *other);
/* What follows begins a new page. */
void mer_blocks_add_page_break (MerBlocks *self);

/* (transfer full): a table without columns and rows. */
MerTable *mer_table_new (void);
/* (transfer full) */
void mer_table_free (MerTable *self);
void mer_table_add_column (MerTable   *self,
                           const char *header,
                           double      width,
                           MerAlign    align,
                           gboolean    bold);
/* Takes the strings. */
void mer_table_add_row (MerTable *self,
                        GStrv     cells);
/* A heading over the whole width, kept with the row after it. */
void mer_table_add_section (MerTable   *self,
                            const char *heading);
/* Whether this row is a heading over the whole width. */
gboolean mer_table_is_section (const MerTable *self,
                               guint           row);

/* Puts no-break spaces where a line must not break: after «№», before «%» and a dash,
 * between a year and «год», after initials. (transfer full). */
char *mer_typography (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerBlocks, mer_blocks_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerTable, mer_table_free)

G_END_DECLS
