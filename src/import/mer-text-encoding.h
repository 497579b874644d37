/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MER_TEXT_ASCII,  /* nothing over 127 was seen: UTF-8 so far */
  MER_TEXT_KNOWN,  /* see `certain` */
  MER_TEXT_BINARY, /* no text at all */
} MerTextVerdict;

typedef struct
{
  const char *encoding; /* static iconv name, never NULL */
  gsize       bom;      /* bytes of the byte order mark */
  gboolean    certain;  /* no other encoding is a likely reading */
} MerTextGuess;

/**
 * mer_text_encoding_guess:
 * @text: the beginning of a file, or a sample of it
 * @is_whole: whether the text ends where the file does: a character that is cut off at the end
 *   then speaks against UTF-8
 *
 * Byte order marks first, then the look of UTF-16 and UTF-32, then UTF-8 by its own rules, then
 * the Russian single-byte encodings by letter pairs. Text that is UTF-8 but for a few bytes stays
 * UTF-8, so that the damage is reported and not turned into other letters.
 */
MerTextVerdict mer_text_encoding_guess (const guint8 *text,
                                        gsize         length,
                                        gboolean      is_whole,
                                        MerTextGuess *out);

/* Bytes of a byte order mark of that encoding at the beginning of a file; 0 when there is none. */
gsize mer_text_encoding_mark_length (const guint8 *head,
                                     gsize         length,
                                     const char   *encoding);

/* The iconv name of what people write: "cp1251", "866", "dos", "mac-cyrillic", "utf8"; other names
 * in capitals as they are. NULL for what can be no name. */
char *mer_text_encoding_canonical (const char *name);

G_END_DECLS
