/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Replaces «_x000D_» and the like by the characters that they stand for; line ends become \n.
 * Returns the new length, which is never more. */
gsize mer_xlsx_unescape (char *text,
                         gsize length);

G_END_DECLS
