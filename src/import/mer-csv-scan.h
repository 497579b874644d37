/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes the positions of all separators, CR and LF in `text` to `out`, which has room for
 * `length` + 64 of them, and returns their number. Any thread. */
gsize mer_csv_scan (const guint8 *text,
                    gsize         length,
                    guint8        separator,
                    guint32      *out);

G_END_DECLS
