/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/import/mer-import-name-row.h"

G_BEGIN_DECLS

/**
 * MerImportNameChooser:
 *
 * The choice whom a name in a file means: the organizations that it is like, any other of the
 * registry by a search, a new one, or none. It tells the state and closes.
 */
#define MER_TYPE_IMPORT_NAME_CHOOSER (mer_import_name_chooser_get_type ())
G_DECLARE_FINAL_TYPE (MerImportNameChooser,
                      mer_import_name_chooser,
                      MER,
                      IMPORT_NAME_CHOOSER,
                      GtkPopover)

/* A popover of `parent`, which unparents it. */
GtkWidget *mer_import_name_chooser_new (GtkWidget *parent);
/* Opens beside a child of the parent. */
void mer_import_name_chooser_open (MerImportNameChooser *self,
                                   MerImportState       *state,
                                   MerImportNameRow     *row,
                                   GtkWidget            *beside);

G_END_DECLS
