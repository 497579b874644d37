/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Removes all children. */
void mer_box_clear (GtkBox *box);
void mer_grid_clear (GtkGrid *grid);

G_END_DECLS
