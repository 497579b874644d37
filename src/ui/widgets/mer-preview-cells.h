/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MerPreviewCells:
 *
 * One column of a table preview, painted: cells of text at a fixed pitch, or the row
 * numbers beside them. One widget a column, however many rows there are.
 */
#define MER_TYPE_PREVIEW_CELLS (mer_preview_cells_get_type ())
G_DECLARE_FINAL_TYPE (MerPreviewCells, mer_preview_cells, MER, PREVIEW_CELLS, GtkWidget)

GtkWidget *mer_preview_cells_new (void);
/* Shows that there is something, and not what: set it before the rows. */
void mer_preview_cells_set_masked (MerPreviewCells *self,
                                   gboolean         masked);
/* `rows`: (element-type GStrv), kept; `column`: which cell of each. */
void mer_preview_cells_set_rows (MerPreviewCells *self,
                                 GPtrArray       *rows,
                                 guint            column);
/* `numbers`: (element-type gint64), kept. */
void mer_preview_cells_set_numbers (MerPreviewCells *self,
                                    GArray          *numbers);

G_END_DECLS
