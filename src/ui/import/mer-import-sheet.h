/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/import/mer-import-state.h"
#include "ui/import/mer-import-strip.h"

G_BEGIN_DECLS

/**
 * MerImportSheet:
 *
 * Rows of a table as a spreadsheet shows them: the file's own row numbers at the left, a head
 * above each column. What is private is masked.
 *
 * Signal `column-chosen` (guint): the user looks at this column.
 */
#define MER_TYPE_IMPORT_SHEET (mer_import_sheet_get_type ())
G_DECLARE_FINAL_TYPE (MerImportSheet, mer_import_sheet, MER, IMPORT_SHEET, GtkBox)

/* Heads of another kind than letter and words; call it before anything is shown. */
void mer_import_sheet_set_maker (MerImportSheet *self,
                                 MerStripMake    make,
                                 gpointer        user_data);
/* `columns` (element-type MerImportColumn), `rows` (element-type GStrv); kept. NULL: nothing. */
void mer_import_sheet_set_table (MerImportSheet *self,
                                 GPtrArray      *columns,
                                 GPtrArray      *rows,
                                 GArray         *numbers);
/* The same for as many columns as before: heads stay, and their owner puts them right. */
void mer_import_sheet_refresh (MerImportSheet *self,
                               GPtrArray      *columns,
                               GPtrArray      *rows,
                               GArray         *numbers);
/* Marks a column and scrolls to it. */
void  mer_import_sheet_select (MerImportSheet *self,
                               guint           column);
guint mer_import_sheet_get_selected (MerImportSheet *self);
/* The heads. */
MerImportStrip *mer_import_sheet_get_heads (MerImportSheet *self);

G_END_DECLS
