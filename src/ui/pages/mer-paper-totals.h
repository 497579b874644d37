/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/mer-evidence.h"
#include "methodology/mer-methodology.h"

G_BEGIN_DECLS

/* Fills the grid with the counts of each question: a column an option, then blanks; where a
 * question has too many options for columns, a line of text. */
void mer_paper_totals_fill (GtkGrid              *grid,
                            const MerMethodology *methodology,
                            const MerTally       *tally);

/* «введено на 2 больше, чем лежит»: (transfer full). `expected` −1: not counted. */
char *mer_paper_totals_compare (gint64 entered,
                                gint64 expected);

G_END_DECLS
