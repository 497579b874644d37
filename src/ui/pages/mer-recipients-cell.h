/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/widgets/mer-sample-row.h"

G_BEGIN_DECLS

/* (transfer floating): the cell of the sample table in which a number of recipients is edited. */
GtkWidget *mer_recipients_cell_new (void);
/* `row` is borrowed until the next one, or NULL, is set. */
void mer_recipients_cell_set_row (GtkWidget    *cell,
                                  MerSampleRow *row);
/* (transfer none) (nullable) */
MerSampleRow *mer_recipients_cell_get_row (GtkWidget *cell);

G_END_DECLS
