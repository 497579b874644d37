/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/import/mer-import-state.h"

G_BEGIN_DECLS

/**
 * MerImportInspector:
 *
 * One column of the file at length: its whole header, what it may be when that is open,
 * and the values that stand in it.
 */
#define MER_TYPE_IMPORT_INSPECTOR (mer_import_inspector_get_type ())
G_DECLARE_FINAL_TYPE (MerImportInspector, mer_import_inspector, MER, IMPORT_INSPECTOR, GtkBox)

void mer_import_inspector_show (MerImportInspector *self,
                                MerImportState     *state,
                                guint               column);

G_END_DECLS
