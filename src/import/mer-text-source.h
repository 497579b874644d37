/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-table-reader.h"

G_BEGIN_DECLS

/* A record longer than this is no line of a table. */
#define MER_TEXT_MAX_RECORD (16 * 1024 * 1024)
/* Readable bytes behind the end of the text; the first is zero. */
#define MER_TEXT_PADDING 64

/**
 * MerTextSource:
 *
 * A file as UTF-8, in a window that moves over it. It is read, not mapped: a file that another
 * program cuts short while it is read gives an error, where a mapping would kill the process; and
 * every encoding goes the same way. The window grows only for a record that does not fit in it.
 */
typedef struct
{
  guint8  *text; /* whole characters, checked; MER_TEXT_PADDING bytes more are readable */
  gsize    length;
  gboolean at_end;  /* the window reaches to the end of the file */
  gboolean damaged; /* behind the window is a byte that is no text in this encoding */

  const char *encoding; /* "UTF-8", "WINDOWS-1251", … */
  gboolean    encoding_certain;
  guint64     file_size;
  guint64     file_done; /* bytes of the file that are in the window or behind us */

  /*< private >*/
  int      fd;
  char    *path;
  char    *encoding_owned;
  guint64  text_start; /* behind the byte order mark */
  gsize    capacity;
  GIConv   iconv; /* (GIConv) -1 for UTF-8 */
  guint8  *raw;   /* bytes on their way through iconv */
  gsize    raw_length;
  gboolean flushed;    /* iconv holds nothing back */
  gboolean file_ended; /* all of it is in the window, behind us, or in `raw` */
} MerTextSource;

/* `encoding`: an iconv name as people write it, or NULL to find it out. The window is filled. */
gboolean mer_text_source_open (MerTextSource *self,
                               const char    *path,
                               const char    *encoding,
                               GError       **error);
void     mer_text_source_clear (MerTextSource *self);
gboolean mer_text_source_rewind (MerTextSource *self,
                                 GError       **error);
/* Forgets the first `consumed` bytes of the window and adds what comes behind it. FALSE and
 * error when reading fails; %MER_IMPORT_ERROR_LIMIT when nothing was consumed and the window is
 * as large as it may be. */
gboolean mer_text_source_fill (MerTextSource *self,
                               gsize          consumed,
                               GError       **error);

G_END_DECLS
