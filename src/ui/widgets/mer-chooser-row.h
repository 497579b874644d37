/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MerChooserRow:
 *
 * A row of a form whose value is one of many that have names: a button that tells the chosen one
 * and opens a search over all of them. A part of a name finds it, spelled as names are compared
 * (core/mer-name.h). Property `selected` (int64): the id of the chosen one, 0: none.
 */
#define MER_TYPE_CHOOSER_ROW (mer_chooser_row_get_type ())
G_DECLARE_FINAL_TYPE (MerChooserRow, mer_chooser_row, MER, CHOOSER_ROW, AdwActionRow)

/* (transfer floating) */
GtkWidget *mer_chooser_row_new (const char *title);
/* Begins the list anew; what is chosen stays. `none` (nullable): the words of its first line,
 * which chooses nothing. */
void mer_chooser_row_clear (MerChooserRow *self,
                            const char    *none);
/* Appends a line. Ids are not 0. */
void   mer_chooser_row_append (MerChooserRow *self,
                               gint64         id,
                               const char    *name);
guint  mer_chooser_row_get_n (MerChooserRow *self);
gint64 mer_chooser_row_get_selected (MerChooserRow *self);
/* An id that is not in the list is shown as «№ 7». */
void mer_chooser_row_set_selected (MerChooserRow *self,
                                   gint64         id);

G_END_DECLS
