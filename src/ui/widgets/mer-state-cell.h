/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/widgets/mer-record-table.h"

G_BEGIN_DECLS

/* How things stand with something that is due, in a cell or a row: an icon and words in the colour
 * of the state, «⏰ просрочено». */

/* (transfer floating): shows nothing at first. */
GtkWidget *mer_state_cell_new (void);
void       mer_state_cell_show (GtkWidget     *cell,
                                MerRecordState state,
                                const char    *words);

G_END_DECLS
