/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* "Merl": SQLite's application_id of a document, at byte 68 of the file. */
#define MER_SCHEMA_APPLICATION_ID 0x4D65726C

/* The migrations from nothing to the newest version: script i makes version i + 1. */
typedef struct
{
  guint              version; /* number of scripts */
  const char *const *scripts;
} MerSchema;

/* The migrations that the program brings along. Any thread. */
const MerSchema *mer_schema_shipped (void);

/* Brings `db` from version `from` to the newest, each script in a transaction of its own
 * together with the version number. An error leaves the last whole version. */
gboolean mer_schema_migrate (sqlite3         *db,
                             const MerSchema *schema,
                             guint            from,
                             const char      *name,
                             GError         **error);
/* Copies the file beside itself as «NAME.v1.bak» (nothing replaced: a number is added) and
 * then migrates. The caller holds the lock and no transaction is open. */
gboolean mer_schema_upgrade (sqlite3         *db,
                             const MerSchema *schema,
                             guint            from,
                             const char      *path,
                             const char      *name,
                             GError         **error);
/* Whether the tables are exactly those that the scripts up to `version` make: a foreign
 * trigger, view or changed table is damage. */
gboolean mer_schema_check (sqlite3         *db,
                           const MerSchema *schema,
                           guint            version,
                           const char      *name,
                           GError         **error);
/* Whether changes of this table are recorded for undo. */
gboolean mer_schema_table_is_undoable (const char *table);

G_END_DECLS
