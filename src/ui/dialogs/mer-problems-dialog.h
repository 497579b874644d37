/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Says that something was not done, and lists everything that is wrong with `name`, a sentence a
 * line, to be read and copied. */
void mer_problems_dialog_present (GtkWindow  *parent,
                                  const char *heading,
                                  const char *name,
                                  GStrv       problems);

G_END_DECLS
