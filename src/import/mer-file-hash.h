/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MerFileHash:
 *
 * The SHA-256 of a file, reckoned by a thread of its own while the file is imported.
 */
typedef struct _MerFileHash MerFileHash;

/* (transfer full): begins to read the file in a thread; what goes wrong is told at the end. */
MerFileHash *mer_file_hash_start (const char *path);
/* Waits for the thread: (transfer full): 64 hex digits; NULL and %MER_IMPORT_ERROR_IO when the
 * file could not be read. The second call gives the same again. */
char *mer_file_hash_finish (MerFileHash *self,
                            GError     **error);
/* Stops the thread if it still runs. */
void mer_file_hash_free (MerFileHash *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerFileHash, mer_file_hash_free)

G_END_DECLS
