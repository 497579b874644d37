/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/import/mer-import-state.h"

G_BEGIN_DECLS

/**
 * MerImportMappingBar:
 *
 * Which stored correspondence of columns is in use, and what can be done with it: chosen, left
 * out, saved as a file, taken from a file, deleted.
 */
#define MER_TYPE_IMPORT_MAPPING_BAR (mer_import_mapping_bar_get_type ())
G_DECLARE_FINAL_TYPE (MerImportMappingBar,
                      mer_import_mapping_bar,
                      MER,
                      IMPORT_MAPPING_BAR,
                      GtkBox)

/* NULL: none. */
void mer_import_mapping_bar_set_state (MerImportMappingBar *self,
                                       MerImportState      *state);

G_END_DECLS
