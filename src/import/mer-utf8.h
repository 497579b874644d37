/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many bytes from the front are whole characters of UTF-8 without NUL; @length when all are.
 * A character that is cut off at the end is not whole. Any thread. */
gsize mer_utf8_valid_length (const guint8 *text,
                             gsize         length);

/* Bytes of a character that has begun but not ended at the end of the text: 0 to 3. */
gsize mer_utf8_cut_length (const guint8 *text,
                           gsize         length);

G_END_DECLS
