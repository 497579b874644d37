/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The only place that turns errors into words for the user: what happened, and
 * whether the document changed. (transfer full) */
char *mer_error_describe (const GError *error);
/* A dialog that says that something did not happen. A cancelled operation says nothing. */
void mer_error_present (GtkWidget    *parent,
                        const char   *heading,
                        const GError *error);

G_END_DECLS
