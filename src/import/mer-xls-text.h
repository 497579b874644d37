/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-xls-record.h"

G_BEGIN_DECLS

/**
 * MerXlsCursor:
 *
 * A place in the record at hand. What does not fit in a record is continued in the next; the
 * cursor steps over that border. Everything returns FALSE when the record ends too early.
 */
typedef struct
{
  MerXlsRecords *records;
  gsize          at;
} MerXlsCursor;

gboolean mer_xls_cursor_get (MerXlsCursor *self,
                             guint8       *bytes,
                             gsize         n);
gboolean mer_xls_cursor_skip (MerXlsCursor *self,
                              guint64       n);
/* Appends a text of the newer kind, of so many UTF-16 units; its flags come first. Formatting and
 * readings behind it are stepped over. */
gboolean mer_xls_cursor_text (MerXlsCursor *self,
                              guint         n_units,
                              GString      *out);

/**
 * MerXlsCodepage:
 *
 * The encoding of texts of the older kind: bytes of one of Windows' code pages.
 */
typedef struct
{
  const char *name; /* for iconv; static or owned by who set it up */
  GIConv      iconv;
} MerXlsCodepage;

/* `encoding`: what the user says, or NULL; `number`: what the file says. A number that is not
 * known reads as Western. */
void mer_xls_codepage_init (MerXlsCodepage *self,
                            const char     *encoding,
                            guint16         number);
void mer_xls_codepage_clear (MerXlsCodepage *self);
/* Appends so many bytes as UTF-8; a byte that is no character becomes U+FFFD. */
gboolean mer_xls_cursor_bytes (MerXlsCursor         *self,
                               const MerXlsCodepage *codepage,
                               guint                 n,
                               GString              *out);

G_END_DECLS
