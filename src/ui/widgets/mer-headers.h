/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The headers of number columns stand at the right, as their numbers, and a header that
 * does not sort shows no empty indicator: GTK 4.8 offers neither. */

/* A column of numbers. */
void mer_headers_set_numeric (GtkColumnViewColumn *column);
/* Once for a view: its headers are put right after each change of columns or sorting. */
void mer_headers_follow (GtkColumnView *view);

G_END_DECLS
