/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MER_TEXT_KNOWN,  /* `encoding` is certain enough */
  MER_TEXT_BINARY, /* no text at all */
} MerTextVerdict;

/**
 * mer_text_encoding_guess:
 * @head: the beginning of a file
 * @encoding: (out): static iconv name
 * @bom: (out): bytes of the byte order mark
 *
 * Byte order marks first, then UTF-8 by its own rules, then NULs for UTF-16, then the Russian
 * single-byte encodings by how Russian their letters read. Text that is UTF-8 but for a few bytes
 * stays UTF-8, so that the damage is reported and not turned into other letters.
 */
MerTextVerdict mer_text_encoding_guess (const guint8 *head,
                                        gsize         length,
                                        const char  **encoding,
                                        gsize        *bom);

G_END_DECLS
