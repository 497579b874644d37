/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the first bytes of a file say, read without SQLite, so that a file that is not
 * ours is never given to it: SQLite may write even where it was only asked to read. */
typedef struct
{
  guint    version;         /* user_version of the schema */
  gboolean hot_journal;     /* an unfinished transaction lies beside it */
  gboolean write_protected; /* the file itself */
} MerProbe;

/* FALSE: not there, unreadable, a folder, empty, foreign, newer than `newest`, or cut off. */
gboolean mer_probe (const char *path,
                    guint       newest,
                    MerProbe   *out,
                    GError    **error);

G_END_DECLS
