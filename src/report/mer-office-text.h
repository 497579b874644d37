/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/mer-package.h"

G_BEGIN_DECLS

/**
 * MerOfficeText:
 *
 * A document for word processors while it is written: blocks are walked here, once for all such
 * formats; a format says how a paragraph, a row, a cell or a picture is written.
 */
typedef struct _MerOfficeText MerOfficeText;

typedef struct
{
  const char *text;
  double      width; /* points */
  guint       span;  /* how many columns it covers */
  MerAlign    align;
  gboolean    bold;
} MerOfficeCell;

typedef struct
{
  guint       number;        /* from 1 */
  char       *name;          /* the part it lies in, below the format's folder */
  double      width, height; /* points */
  const char *description;   /* never NULL */
} MerOfficePicture;

typedef struct
{
  const char *pictures; /* the folder of their parts, with a slash at the end */
  gboolean    stored;   /* whether pictures are left as they are */

  /* Kinds that have a text and a style only. */
  void (*paragraph) (MerOfficeText *self,
                     MerBlockKind   kind,
                     const char    *text);
  void (*signature) (MerOfficeText  *self,
                     const MerBlock *block);
  void (*picture) (MerOfficeText          *self,
                   const MerOfficePicture *picture);
  /* `widths`: points, one a column. */
  void (*begin_table) (MerOfficeText  *self,
                       const MerTable *table,
                       const double   *widths);
  void (*begin_row) (MerOfficeText *self,
                     gboolean       header);
  void (*cell) (MerOfficeText       *self,
                const MerOfficeCell *cell);
  void (*end_row) (MerOfficeText *self,
                   gboolean       header);
  void (*end_table) (MerOfficeText *self);
} MerOfficeFormat;

struct _MerOfficeText
{
  const MerOfficeFormat *format;
  const MerBlocks       *blocks;
  MerPackage            *package;
  GString               *body;
  GString               *extra;    /* what the format collects by the way, for another part */
  const MerTable        *table;    /* that is being written */
  guint                  n_tables; /* with that one */
  guint                  n_pictures;
  gboolean               new_page; /* the next paragraph begins one */
};

/* `package` and `blocks` must outlive it; cleared by mer_office_text_clear(). */
void mer_office_text_init (MerOfficeText         *self,
                           const MerOfficeFormat *format,
                           const MerBlocks       *blocks,
                           MerPackage            *package);
void mer_office_text_clear (MerOfficeText *self);
/* Writes all blocks to the body. */
void mer_office_text_write (MerOfficeText *self);
/* Whether the paragraph that is written now begins a page; said once. */
gboolean mer_office_text_take_break (MerOfficeText *self);

/* The page and what its margins leave; mm and points. */
double mer_blocks_page_width_mm (const MerBlocks *blocks);
double mer_blocks_page_height_mm (const MerBlocks *blocks);
double mer_blocks_text_width (const MerBlocks *blocks);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MerOfficeText, mer_office_text_clear)

G_END_DECLS
