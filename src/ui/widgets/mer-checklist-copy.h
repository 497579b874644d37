/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/widgets/mer-checklist-grid.h"

G_BEGIN_DECLS

/* Marks as a block of text, to and from spreadsheets. */

/* The chosen cells with names and headers, as tab-separated text and as an HTML table:
 * (transfer full), both. */
void mer_checklist_copy_text (MerChecklistGrid *grid,
                              char            **tsv,
                              char            **html);
/* Puts that on the clipboard. */
void mer_checklist_copy (MerChecklistGrid *grid);
/* What a pasted block means for the chosen cells: (element-type MerMarkChange), its items
 * belong to the grid's data. One cell fills the whole range; a block begins at its first cell;
 * one with the grid's own names and headers goes where these are. NULL and a sentence that
 * lists what cannot be understood. */
GArray *mer_checklist_parse (MerChecklistGrid *grid,
                             const char       *text,
                             GError          **error);

G_END_DECLS
