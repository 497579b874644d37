/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * mer_russian_text_guess:
 * @text: bytes of which some are over 127
 * @certain: (out): whether the runner-up, if it would read otherwise, is far behind
 *
 * Which single-byte encoding makes the bytes read as Russian: Windows-1251, CP866, KOI8-R, Mac
 * Cyrillic or ISO-8859-5. Judges by letter pairs, so that a few capitals are enough.
 *
 * Returns: (nullable): a static iconv name; NULL when the bytes read as Russian in none
 */
const char *mer_russian_text_guess (const guint8 *text,
                                    gsize         length,
                                    gboolean     *certain);

G_END_DECLS
