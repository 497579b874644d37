/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making and opening documents. The order is what keeps foreign files safe: the header is
 * read by hand, then the lock is taken, and only then SQLite sees the file. A file that is
 * refused is byte for byte as before; the one thing that SQLite may write on opening is the
 * roll-back of a transaction of ours that did not end. */
#define _GNU_SOURCE /* renameat2() */

#include "config.h"

#include "store/mer-document.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "store/mer-document-probe.h"
#include "store/mer-query.h"
#include "store/mer-schema.h"
#include "store/mer-store-error.h"

#define BUSY_TIMEOUT_MS 5000
/* Up to this size a whole check costs a few hundredths of a second; beyond it, damage is
 * found by the blocks' checksums and by verify. */
#define QUICK_CHECK_BYTES (16 * 1024 * 1024)

/* Changes stay in memory until the commit (64 MiB of them), so that an import does not keep
 * readers of the same document waiting. The size is given in KiB, as a negative number: of a
 * positive one SQLite also takes the lowest byte for a switch, and 16384 pages would turn the
 * limit off. */
static const char settings[] =
  "PRAGMA foreign_keys = ON;"
  "PRAGMA trusted_schema = OFF;"
  "PRAGMA cell_size_check = ON;"
  "PRAGMA temp_store = MEMORY;"
  "PRAGMA cache_spill = -65536;"
  "PRAGMA synchronous = EXTRA;";

/* --- connections -------------------------------------------------------------------- */

static MerDocument *
document_new (const char *path)
{
  MerDocument *self = g_object_new (MER_TYPE_DOCUMENT, NULL);

  self->path = g_strdup (path);
  self->name = g_filename_display_basename (path);
  return self;
}

static int
configure (sqlite3 *db)
{
  sqlite3_extended_result_codes (db, 1);
  sqlite3_busy_timeout (db, BUSY_TIMEOUT_MS);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  return sqlite3_exec (db, settings, NULL, NULL, NULL);
}

static gboolean
connect_to (MerDocument *self,
            int          flags,
            GError     **error)
{
  /* An absolute path: SQLite must not take a name such as ":memory:" for its own. */
  g_autofree char *path = g_canonicalize_filename (self->path, NULL);
  int              rc = sqlite3_open_v2 (path, &self->db, flags | SQLITE_OPEN_NOMUTEX, NULL);

  if (rc == SQLITE_OK)
    rc = configure (self->db);
  if (rc != SQLITE_OK)
    mer_store_set_error (error, self->db, rc, self->name);
  return rc == SQLITE_OK;
}

static gboolean
quick_check (MerDocument *self,
             GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autofree char *result = NULL;
  GStatBuf         status;

  if (g_stat (self->path, &status) != 0 || status.st_size > QUICK_CHECK_BYTES)
    return TRUE;
  if (!mer_query_prepare (&query, self, "PRAGMA quick_check (1)", error))
    return FALSE;
  if (mer_query_next (&query, error))
    result = mer_query_text (&query, 0);
  if (!mer_query_done (&query))
    return FALSE;
  if (g_strcmp0 (result, "ok") == 0)
    return TRUE;
  mer_store_set_error (error, self->db, SQLITE_CORRUPT, self->name);
  return FALSE;
}

/* What the header said before the lock was taken may have been rolled back since. */
static gboolean
check_contents (MerDocument *self,
                guint       *version,
                GError     **error)
{
  gint64 number = 0;

  if (!mer_query_value (self, "PRAGMA user_version", 0, &number, error))
    return FALSE;
  *version = (guint) CLAMP (number, 0, (gint64) mer_schema_shipped ()->version);
  return quick_check (self, error) &&
         mer_schema_check (self->db, mer_schema_shipped (), *version, self->name, error);
}

/* Puts a copy in memory in the place of the connection to the file. */
static gboolean
move_into_memory (MerDocument *self,
                  GError     **error)
{
  sqlite3        *memory = NULL;
  sqlite3_backup *copy = NULL;
  int             rc = sqlite3_open_v2 (":memory:", &memory,
                                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);

  if (rc == SQLITE_OK)
    copy = sqlite3_backup_init (memory, "main", self->db, "main");
  if (copy != NULL)
    {
      sqlite3_backup_step (copy, -1);
      sqlite3_backup_finish (copy);
    }
  if (rc == SQLITE_OK)
    rc = sqlite3_errcode (memory);
  if (rc == SQLITE_OK)
    rc = configure (memory);
  if (rc == SQLITE_OK)
    {
      g_hash_table_remove_all (self->statements); /* they are of the connection that goes */
      sqlite3_close (self->db);
      self->db = memory;
      return TRUE;
    }
  mer_store_set_error (error, memory, rc, self->name);
  sqlite3_close (memory);
  return FALSE;
}

/* A document of an earlier version is raised where it may be written; who only reads it raises a
 * copy in memory, which does not see what others write from then on. */
static gboolean
check_version (MerDocument *self,
               guint        version,
               GError     **error)
{
  if (version == mer_schema_shipped ()->version)
    return TRUE;
  if (self->lock != NULL)
    return mer_schema_upgrade (self->db, mer_schema_shipped (), version, self->path, self->name,
                               error);
  return move_into_memory (self, error) &&
         mer_schema_migrate (self->db, mer_schema_shipped (), version, self->name, error) &&
         mer_query_exec (self, "PRAGMA query_only = ON", error);
}

/* --- opening ------------------------------------------------------------------------- */

/* Takes the lock as the mode asks. FALSE only when the document must not be opened. */
static gboolean
take_lock (MerDocument    *self,
           MerOpenMode     mode,
           const MerProbe *probe,
           GError        **error)
{
  g_autoptr (GError) local = NULL;

  if (mode == MER_OPEN_READ_ONLY)
    return TRUE;
  if (probe->write_protected)
    mer_store_set_error_from_errno (&local, EROFS, self->name);
  else
    self->lock = mer_lock_acquire (self->path, &self->holder, &local);
  if (self->lock != NULL)
    return TRUE;
  if (mode == MER_OPEN_READ_WRITE_OR_READ &&
      (g_error_matches (local, MER_STORE_ERROR, MER_STORE_ERROR_LOCKED) ||
       g_error_matches (local, MER_STORE_ERROR, MER_STORE_ERROR_READ_ONLY)))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* A reader cannot roll back what a crash left unfinished. Where the document may be written
 * and nobody holds it, a connection for writing does it before. */
static void
recover (const char *path)
{
  g_autoptr (MerDocument) self = document_new (path);
  gint64 ignored = 0;

  self->lock = mer_lock_acquire (path, NULL, NULL);
  if (self->lock != NULL && connect_to (self, SQLITE_OPEN_READWRITE, NULL))
    mer_query_value (self, "SELECT count (*) FROM sqlite_schema", 0, &ignored, NULL);
}

/**
 * mer_document_open:
 * @path: an existing document
 * @mode: how
 * @error: return location
 *
 * Opens a document. A file that is foreign, newer, damaged or locked is refused with a
 * sentence and left untouched.
 *
 * Returns: (transfer full): the document, or %NULL
 */
MerDocument *
mer_document_open (const char *path,
                   MerOpenMode mode,
                   GError    **error)
{
  g_autoptr (MerDocument) self = NULL;
  MerProbe probe = { 0 };
  guint    version = 0;

  g_return_val_if_fail (path != NULL, NULL);
  if (!mer_probe (path, mer_schema_shipped ()->version, &probe, error))
    return NULL;
  if (mode == MER_OPEN_READ_ONLY && probe.hot_journal && !probe.write_protected)
    recover (path);
  self = document_new (path);
  if (!take_lock (self, mode, &probe, error) ||
      !connect_to (self, self->lock == NULL ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE,
                   error) ||
      !check_contents (self, &version, error) || !check_version (self, version, error) ||
      !mer_document_load_state (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * mer_document_open_worker:
 * @path: a document that this process has open for writing
 * @error: return location
 *
 * Opens a second connection, for a worker thread, under the lock that the process holds.
 *
 * Returns: (transfer full): the connection; used and unreferenced in the worker's thread
 */
MerDocument *
mer_document_open_worker (const char *path,
                          GError    **error)
{
  g_autoptr (MerDocument) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  self = document_new (path);
  self->lock = mer_lock_find (path);
  if (self->lock == NULL)
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_READ_ONLY,
                   _("“%s” is not open for writing."), self->name);
      return NULL;
    }
  if (!connect_to (self, SQLITE_OPEN_READWRITE, error) || !mer_document_load_state (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* --- making -------------------------------------------------------------------------- */

static gboolean
fill (MerDocument *self,
      const char  *title,
      GError     **error)
{
  return mer_schema_migrate (self->db, mer_schema_shipped (), 0, self->name, error) &&
         mer_document_load_state (self, error) &&
         mer_document_begin (self, _("New document"), error) &&
                             mer_document_set_setting (self, "title", title, error) &&
                             mer_document_set_setting (self, "language", "ru", error) &&
                             mer_document_commit_as_base (self, error);
}

/* The new name must be as durable as what it names. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int              fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  (void) fsync (fd); /* some network folders refuse it; the file itself is synced */
  close (fd);
}

/* Puts the finished file in its place only where nothing is. */
static gboolean
move_into_place (const char *from,
                 const char *to,
                 const char *name,
                 GError    **error)
{
  int rc = renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);

  if (rc != 0 && (errno == EINVAL || errno == ENOSYS)) /* a file system that cannot */
    rc = link (from, to) == 0 ? g_unlink (from) : -1;
  if (rc == 0)
    {
      sync_folder (to);
      return TRUE;
    }
  if (errno == EEXIST)
    g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_EXISTS,
                 _("There is already a file “%s”. It was not replaced."), name);
  else
    mer_store_set_error_from_errno (error, errno, name);
  return FALSE;
}

static gboolean
make_at (const char *temporary,
         const char *path,
         const char *title,
         GError    **error)
{
  g_autoptr (MerDocument) self = document_new (temporary);

  g_free (self->name);
  self->name = g_filename_display_basename (path);
  self->lock = mer_lock_acquire (path, NULL, error);
  return self->lock != NULL &&
         connect_to (self, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error) &&
         fill (self, title, error) && move_into_place (temporary, path, self->name, error);
}

/* SQLite's journal may outlive a file whose last call to the disk failed. */
static void
discard (const char *temporary)
{
  g_autofree char *journal = g_strconcat (temporary, "-journal", NULL);

  g_unlink (temporary);
  g_unlink (journal);
}

/**
 * mer_document_create:
 * @path: where; nothing may be there
 * @title: title of the document
 * @error: return location
 *
 * Makes a document under another name, complete and durable, and then moves it to `path`:
 * a failure leaves nothing behind.
 *
 * Returns: (transfer full): the document, open for writing; EXISTS when there is a file
 */
MerDocument *
mer_document_create (const char *path,
                     const char *title,
                     GError    **error)
{
  g_autofree char *name = NULL;
  g_autofree char *unique = NULL;
  g_autofree char *temporary = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);
  name = g_filename_display_basename (path);
  if (g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_EXISTS,
                   _("There is already a file “%s”. It was not replaced."), name);
      return NULL;
    }
  unique = g_uuid_string_random ();
  temporary = g_strdup_printf ("%s.%.8s.new", path, unique);
  if (!make_at (temporary, path, title, error))
    {
      discard (temporary);
      return NULL;
    }
  return mer_document_open (path, MER_OPEN_READ_WRITE, error);
}
