/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "methodology/mer-methodology.h"

G_BEGIN_DECLS

/**
 * MerPaperRow:
 *
 * One question of a paper questionnaire in a list: number, short text (the full one as
 * tooltip), the options with their keys.
 *
 * Signal `chosen` (uint code): an option was clicked.
 */
#define MER_TYPE_PAPER_ROW (mer_paper_row_get_type ())
G_DECLARE_FINAL_TYPE (MerPaperRow, mer_paper_row, MER, PAPER_ROW, GtkListBoxRow)

/* `number` counts from 1. */
GtkWidget *mer_paper_row_new (const MerQuestion *question,
                              guint              number,
                              guint              n_questions);
/* A skipped question is insensitive. */
void mer_paper_row_show (MerPaperRow *self,
                         guint        code,
                         gboolean     skipped);
/* Where there is little room, long options are keys alone. */
void mer_paper_row_set_narrow (MerPaperRow *self,
                               gboolean     narrow);
/* What a screen reader says of it: (transfer none). */
const char *mer_paper_row_get_description (MerPaperRow *self);

G_END_DECLS
