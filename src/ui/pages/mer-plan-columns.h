/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The columns of the tree of plans (mer-plan-tree.h): what, until when, who, and how it stands.
 * Once for a view. */
void mer_plan_columns_set_up (GtkColumnView *view);

G_END_DECLS
