/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MerLock:
 *
 * The right of this process to write one document: a lock file beside it, made
 * exclusively, that names user, host and since, and is rewritten every 30 seconds by a
 * thread of its own. Reference-counted: worker connections share it. Any thread.
 */
typedef struct _MerLock MerLock;

/* What a lock file says. */
typedef struct
{
  char  *user;
  char  *host;
  char  *machine; /* id of the installation */
  char  *token;   /* random, of this very lock */
  gint64 since;   /* seconds since the epoch */
  gint64 beat;    /* counts refreshes */
} MerLockInfo;

/* Frees what the strings hold. */
void mer_lock_info_clear (MerLockInfo *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MerLockInfo, mer_lock_info_clear)

/* How often a lock is refreshed; after three refreshes unseen it is stale. Tests shorten it. */
void mer_lock_set_refresh_interval (gint64 microseconds);

/* "DIR/.~lock.NAME#", as office programs name theirs. */
char *mer_lock_path (const char *document_path);

/* Takes the lock. NULL and LOCKED when another holds it: `holder` (nullable) then receives
 * who, as a part of a sentence; READ_ONLY when no lock file can be made in the folder. */
MerLock *mer_lock_acquire (const char *document_path,
                           char      **holder,
                           GError    **error);
/* The lock that this process already holds for the document, or NULL. (transfer full) */
MerLock *mer_lock_find (const char *document_path);
/* The last reference removes the lock file. */
void mer_lock_unref (MerLock *self);
/* Whether the file beside the document is still ours. */
gboolean mer_lock_is_valid (MerLock *self);
/* One writer at a time within the process: FALSE at once when another connection writes.
 * `writer` names the connection; ending what it has not begun does nothing. */
gboolean mer_lock_begin_write (MerLock      *self,
                               gconstpointer writer);
void     mer_lock_end_write (MerLock      *self,
                             gconstpointer writer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerLock, mer_lock_unref)

G_END_DECLS
