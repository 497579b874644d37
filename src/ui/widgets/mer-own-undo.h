/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What was typed there is stored: Ctrl+Z takes the change of the document back, not letters of it.
 * `widget`: a #GtkEditable or a #GtkTextView. */
void mer_own_undo_forget (GtkWidget *widget);

G_END_DECLS
