/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/import/mer-import-state.h"

G_BEGIN_DECLS

/**
 * MerImportValues:
 *
 * The spellings of a column, how often each stands there, and what it means. Before the whole
 * table is counted, and for columns that are no answers, the values of the first rows alone.
 */
#define MER_TYPE_IMPORT_VALUES (mer_import_values_get_type ())
G_DECLARE_FINAL_TYPE (MerImportValues, mer_import_values, MER, IMPORT_VALUES, GtkBox)

void mer_import_values_show (MerImportValues *self,
                             MerImportState  *state,
                             guint            column);
/* How many spellings of the column have no meaning yet. */
guint mer_import_values_count_open (const MerImportColumnValues *values);

G_END_DECLS
