/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MerTableCopy:
 *
 * Rows of a table on their way to the clipboard, as text with tabs and as an HTML table, both
 * with headers. Numbers go as spreadsheets of the user's language read them: «−1 345,50» becomes
 * -1345,50. All tables of the application copy through this.
 */
typedef struct _MerTableCopy MerTableCopy;

MerTableCopy *mer_table_copy_new (void);
void          mer_table_copy_free (MerTableCopy *self);
/* Cell after cell; a row ends with mer_table_copy_end_row(). The first row is the header. */
void mer_table_copy_add (MerTableCopy *self,
                         const char   *text);
void mer_table_copy_end_row (MerTableCopy *self);
/* (transfer none): the text so far. */
const char *mer_table_copy_get_text (const MerTableCopy *self);
const char *mer_table_copy_get_html (const MerTableCopy *self);
/* (transfer full): text and HTML. */
GdkContentProvider *mer_table_copy_provider (const MerTableCopy *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerTableCopy, mer_table_copy_free)

/* What a cell says: (transfer full). */
typedef char *(*MerTableTextFunc) (GtkColumnViewColumn *column,
                                   gpointer             item,
                                   gpointer             user_data);
/* Puts the selected rows on the clipboard, with all columns that are shown and have a title. When
 * nothing is selected it is the row that has the keyboard. FALSE when there is no row at all. */
gboolean mer_table_copy_rows (GtkColumnView   *view,
                              MerTableTextFunc text,
                              gpointer         user_data);
/* Selects the row that has the keyboard when nothing is selected. */
void mer_table_select_current (GtkColumnView *view);

G_END_DECLS
