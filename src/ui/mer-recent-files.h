/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A document that was open before; immutable. */
#define MER_TYPE_RECENT_FILE (mer_recent_file_get_type ())
G_DECLARE_FINAL_TYPE (MerRecentFile, mer_recent_file, MER, RECENT_FILE, GObject)

/* (transfer none): its path; the title of the document within. */
const char *mer_recent_file_get_path (MerRecentFile *self);
const char *mer_recent_file_get_title (MerRecentFile *self);
/* Seconds since the epoch, UTC. */
gint64 mer_recent_file_get_opened_at (MerRecentFile *self);

/**
 * MerRecentFiles:
 *
 * The last documents, newest first, as a #GListModel of #MerRecentFile. Kept in a key
 * file of our own, because titles belong to it and because a desktop may clear or not
 * have a list of its own.
 */
#define MER_TYPE_RECENT_FILES (mer_recent_files_get_type ())
G_DECLARE_FINAL_TYPE (MerRecentFiles, mer_recent_files, MER, RECENT_FILES, GObject)

#define MER_RECENT_FILES_MAX 10

/* `file_name`: (type filename): the key file; it need not be there. */
MerRecentFiles *mer_recent_files_new (const char *file_name);
/* Puts the document in front. Only names that end in `.merilo` are taken. */
void mer_recent_files_add (MerRecentFiles *self,
                           const char     *path,
                           const char     *title);
void mer_recent_files_remove (MerRecentFiles *self,
                              const char     *path);

G_END_DECLS
