/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/mer-blocks.h"

G_BEGIN_DECLS

/* Blocks laid out on A4 pages, to be painted one at a time by print, preview and
 * PDF alike. Lengths are points. Lives on one thread. */
typedef struct _MerPages MerPages;

/* `blocks` must outlive it. */
MerPages *mer_pages_new (const MerBlocks *blocks);
/* (transfer full) */
void   mer_pages_free (MerPages *self);
guint  mer_pages_count (const MerPages *self); /* at least 1 */
double mer_pages_width (const MerPages *self);
double mer_pages_height (const MerPages *self);
/* Paints page `n` from 0, its number included, at the origin of `cr`. */
void mer_pages_paint (const MerPages *self,
                      guint           n,
                      cairo_t        *cr);
/* The page on which a block begins. */
guint mer_pages_of_block (const MerPages *self,
                          guint           block);
/* What stands on which page, as text: for golden tests. */
char *mer_pages_dump (const MerPages *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerPages, mer_pages_free)

G_END_DECLS
