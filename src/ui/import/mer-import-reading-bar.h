/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/import/mer-import-state.h"

G_BEGIN_DECLS

/**
 * MerImportReadingBar:
 *
 * How a table is read: its sheet, the row of its headers, and of a text table encoding and
 * separator, each as it was recognized and to be changed.
 */
#define MER_TYPE_IMPORT_READING_BAR (mer_import_reading_bar_get_type ())
G_DECLARE_FINAL_TYPE (MerImportReadingBar,
                      mer_import_reading_bar,
                      MER,
                      IMPORT_READING_BAR,
                      GtkBox)

/* NULL: none. */
void mer_import_reading_bar_set_state (MerImportReadingBar *self,
                                       MerImportState      *state);

G_END_DECLS
