/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/import/mer-import-state.h"

G_BEGIN_DECLS

/**
 * MerImportRemember:
 *
 * Whether the correspondence of columns is remembered, and under which name.
 */
#define MER_TYPE_IMPORT_REMEMBER (mer_import_remember_get_type ())
G_DECLARE_FINAL_TYPE (MerImportRemember, mer_import_remember, MER, IMPORT_REMEMBER, GtkBox)

/* NULL: none. */
void mer_import_remember_set_state (MerImportRemember *self,
                                    MerImportState    *state);

G_END_DECLS
