/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lock file beside a document. While the process lives it also holds flock() on it: on
 * the machine that made it, a lock without flock() is a dead process's and is stale at once
 * (ids of processes would lie across containers). For any other machine only what the waiter
 * itself sees counts: a lock whose refreshes have not come for three intervals of the
 * waiter's own clock is stale. Times written by other machines are only shown. */
#include "config.h"

#include "store/mer-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/mer-document.h"
#include "store/mer-store-error.h"

#define MAX_LOCK_SIZE 4096
#define REFRESHES_UNTIL_STALE 3
#define GROUP "lock"

struct _MerLock
{
  int           ref_count; /* under `registry_mutex` */
  char         *key;       /* canonical path of the document */
  char         *path;      /* of the lock file */
  int           fd;
  MerLockInfo   info;
  gint64        interval;
  GThread      *thread;
  GMutex        mutex;
  GCond         cond;
  gboolean      stopping; /* under `mutex` */
  gconstpointer writer;   /* under `mutex` */
};

/* What this process last saw of another's lock, and when by its own clock. */
typedef struct
{
  char  *seen;
  gint64 at;
} MerSighting;

static GMutex      registry_mutex;
static GHashTable *held;      /* key → MerLock, borrowed */
static GHashTable *sightings; /* path of the lock file → MerSighting */
static gint64      refresh_interval = 30 * G_USEC_PER_SEC;

void
mer_lock_set_refresh_interval (gint64 microseconds)
{
  g_mutex_lock (&registry_mutex);
  refresh_interval = microseconds;
  g_mutex_unlock (&registry_mutex);
}

void
mer_lock_info_clear (MerLockInfo *self)
{
  g_clear_pointer (&self->user, g_free);
  g_clear_pointer (&self->host, g_free);
  g_clear_pointer (&self->machine, g_free);
  g_clear_pointer (&self->token, g_free);
}

char *
mer_lock_path (const char *document_path)
{
  g_autofree char *folder = g_path_get_dirname (document_path);
  g_autofree char *base = g_path_get_basename (document_path);
  g_autofree char *name = g_strdup_printf (".~lock.%s#", base);

  return g_build_filename (folder, name, NULL);
}

static char *
canonical (const char *document_path)
{
  char *real = realpath (document_path, NULL);
  char *key = g_canonicalize_filename (real == NULL ? document_path : real, NULL);

  free (real); /* NOLINT: allocated by the C library */
  return key;
}

/* --- the text of a lock file ----------------------------------------------------- */

/* A bare system may have no id of its installation: its boot is then the next best. */
static char *
machine_id (void)
{
  static const char *const files[] = { "/etc/machine-id", "/proc/sys/kernel/random/boot_id" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *id = NULL;

      if (g_file_get_contents (files[i], &id, NULL, NULL) && *g_strstrip (id) != '\0')
        return g_steal_pointer (&id);
    }
  return g_strdup ("");
}

static void
info_init (MerLockInfo *self)
{
  self->user = g_strdup (g_get_user_name ());
  self->host = g_strdup (g_get_host_name ());
  self->machine = machine_id ();
  self->token = g_uuid_string_random ();
  self->since = g_get_real_time () / G_USEC_PER_SEC;
  self->beat = 0;
}

static char *
info_to_text (const MerLockInfo *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_set_string (file, GROUP, "user", self->user);
  g_key_file_set_string (file, GROUP, "host", self->host);
  g_key_file_set_string (file, GROUP, "machine", self->machine);
  g_key_file_set_string (file, GROUP, "token", self->token);
  g_key_file_set_int64 (file, GROUP, "since", self->since);
  g_key_file_set_int64 (file, GROUP, "beat", self->beat);
  return g_key_file_to_data (file, NULL, NULL);
}

static gboolean
info_from_text (MerLockInfo *self,
                const char  *text)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (!g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL))
    return FALSE;
  self->user = g_key_file_get_string (file, GROUP, "user", NULL);
  self->host = g_key_file_get_string (file, GROUP, "host", NULL);
  self->machine = g_key_file_get_string (file, GROUP, "machine", NULL);
  self->token = g_key_file_get_string (file, GROUP, "token", NULL);
  self->since = g_key_file_get_int64 (file, GROUP, "since", NULL);
  self->beat = g_key_file_get_int64 (file, GROUP, "beat", NULL);
  return self->user != NULL && self->host != NULL && self->token != NULL;
}

static char *
read_text (int fd)
{
  char    buffer[MAX_LOCK_SIZE + 1];
  ssize_t size = pread (fd, buffer, MAX_LOCK_SIZE, 0);

  return g_strndup (buffer, size < 0 ? 0 : (gsize) size);
}

/* One call writes the whole of it, so that a reader sees the old or the new text. */
static gboolean
write_info (int                fd,
            const MerLockInfo *info)
{
  g_autofree char *text = info_to_text (info);
  size_t           size = strlen (text);

  return pwrite (fd, text, size, 0) == (ssize_t) size && ftruncate (fd, (off_t) size) == 0 &&
         fsync (fd) == 0;
}

/* «user, computer host, since 9:10» */
static char *
describe (const MerLockInfo *info)
{
  g_autoptr (GDateTime) since = g_date_time_new_from_unix_local (info->since);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *when = NULL;
  gboolean         today = FALSE;

  if (info->user == NULL || info->host == NULL || since == NULL)
    return g_strdup (_("another program"));
  today = g_date_time_get_day_of_year (since) == g_date_time_get_day_of_year (now) &&
          g_date_time_get_year (since) == g_date_time_get_year (now);
  when = g_date_time_format (since, today ? "%-H:%M" : "%d.%m.%Y %-H:%M");
  /* Translators: who holds a document: user, computer, time of day or date and time. */
  return g_strdup_printf (_("%s, computer %s, since %s"), info->user, info->host, when);
}

/* --- holding it ---------------------------------------------------------------------- */

static gboolean
file_is_ours (MerLock *self)
{
  g_auto (MerLockInfo) info = { 0 };
  g_autofree char *text = NULL;
  struct stat      by_path;
  struct stat      by_fd;

  if (stat (self->path, &by_path) != 0 || fstat (self->fd, &by_fd) != 0 ||
      by_path.st_ino != by_fd.st_ino || by_path.st_dev != by_fd.st_dev)
    return FALSE;
  text = read_text (self->fd);
  return info_from_text (&info, text) && g_strcmp0 (info.token, self->info.token) == 0;
}

static gpointer
refresh_thread (gpointer data)
{
  MerLock *self = data;

  g_mutex_lock (&self->mutex);
  while (!self->stopping)
    {
      gint64 until = g_get_monotonic_time () + self->interval;

      while (!self->stopping && g_cond_wait_until (&self->cond, &self->mutex, until))
        continue;
      if (!self->stopping && file_is_ours (self))
        {
          self->info.beat++;
          write_info (self->fd, &self->info);
        }
    }
  g_mutex_unlock (&self->mutex);
  return NULL;
}

static MerLock *
lock_new (const char        *key,
          const char        *path,
          int                fd,
          const MerLockInfo *info)
{
  MerLock *self = g_new0 (MerLock, 1);

  self->ref_count = 1;
  self->key = g_strdup (key);
  self->path = g_strdup (path);
  self->fd = fd;
  self->info = *info;
  self->interval = refresh_interval;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->thread = g_thread_new ("mer-lock", refresh_thread, self);
  g_hash_table_insert (held, self->key, self);
  return self;
}

static void
lock_free (MerLock *self)
{
  g_mutex_lock (&self->mutex);
  self->stopping = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);
  if (file_is_ours (self))
    g_unlink (self->path);
  close (self->fd);
  mer_lock_info_clear (&self->info);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self->key);
  g_free (self->path);
  g_free (self);
}

void
mer_lock_unref (MerLock *self)
{
  gboolean last = FALSE;

  g_mutex_lock (&registry_mutex);
  last = --self->ref_count == 0;
  if (last)
    g_hash_table_remove (held, self->key);
  g_mutex_unlock (&registry_mutex);
  if (last)
    lock_free (self);
}

MerLock *
mer_lock_find (const char *document_path)
{
  g_autofree char *key = canonical (document_path);
  MerLock         *self = NULL;

  g_mutex_lock (&registry_mutex);
  self = held == NULL ? NULL : g_hash_table_lookup (held, key);
  if (self != NULL)
    self->ref_count++;
  g_mutex_unlock (&registry_mutex);
  return self;
}

gboolean
mer_lock_is_valid (MerLock *self)
{
  gboolean valid = FALSE;

  g_mutex_lock (&self->mutex);
  valid = file_is_ours (self);
  g_mutex_unlock (&self->mutex);
  return valid;
}

gboolean
mer_lock_begin_write (MerLock      *self,
                      gconstpointer writer)
{
  gboolean free_to_write = FALSE;

  g_mutex_lock (&self->mutex);
  free_to_write = self->writer == NULL;
  if (free_to_write)
    self->writer = writer;
  g_mutex_unlock (&self->mutex);
  return free_to_write;
}

void
mer_lock_end_write (MerLock      *self,
                    gconstpointer writer)
{
  g_mutex_lock (&self->mutex);
  if (self->writer == writer)
    self->writer = NULL;
  g_mutex_unlock (&self->mutex);
}

/* --- taking it ----------------------------------------------------------------------- */

static void
sighting_free (gpointer data)
{
  MerSighting *self = data;

  g_free (self->seen);
  g_free (self);
}

/* Whether this very text has been seen for longer than three refreshes. */
static gboolean
seen_too_long (const char *path,
               const char *text)
{
  MerSighting *sighting = g_hash_table_lookup (sightings, path);
  gint64       now = g_get_monotonic_time ();

  if (sighting != NULL && g_str_equal (sighting->seen, text))
    return now - sighting->at > REFRESHES_UNTIL_STALE * refresh_interval;
  sighting = g_new0 (MerSighting, 1);
  sighting->seen = g_strdup (text);
  sighting->at = now;
  g_hash_table_replace (sightings, g_strdup (path), sighting);
  return FALSE;
}

static gboolean
is_this_machine (const MerLockInfo *info)
{
  g_autofree char *id = machine_id ();

  return *id != '\0' && g_strcmp0 (info->machine, id) == 0 &&
         g_strcmp0 (info->host, g_get_host_name ()) == 0;
}

/* Takes a stale lock over in place. Who holds flock() on it decides alone: of two that find
 * it stale, the second reads the first one's text, or does not get flock(). */
static gboolean
take_over (const char  *path,
           MerLockInfo *mine,
           int         *out,
           char       **holder)
{
  g_auto (MerLockInfo) info = { 0 };
  g_autofree char *text = NULL;
  gboolean         known = FALSE;
  gboolean         alone = FALSE;
  gboolean         alive = FALSE;
  gboolean         stale = FALSE;
  int              fd = open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);

  alone = fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0;
  alive = fd < 0 || (!alone && errno == EWOULDBLOCK);
  if (fd < 0)
    fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  text = fd < 0 ? g_strdup ("") : read_text (fd);
  known = info_from_text (&info, text);
  stale = (alone && known && is_this_machine (&info)) || (!alive && seen_too_long (path, text));
  if (stale && write_info (fd, mine))
    {
      *out = fd;
      return TRUE;
    }
  *holder = describe (&info);
  if (fd >= 0)
    close (fd);
  return FALSE;
}

static gboolean
make (const char  *path,
      MerLockInfo *mine,
      int         *out)
{
  int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  int number = errno;

  if (fd < 0)
    return FALSE;
  (void) flock (fd, LOCK_EX | LOCK_NB); /* not every network folder can: then beats decide */
  if (write_info (fd, mine))
    {
      *out = fd;
      return TRUE;
    }
  number = errno;
  g_unlink (path);
  close (fd);
  errno = number;
  return FALSE;
}

static void
refuse (int         number,
        const char *name,
        const char *holder,
        GError    **error)
{
  if (number == EEXIST)
    g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_LOCKED,
                 /* Translators: file name, then who holds it. */
                 _("“%s” is in use: %s. Close it there, or open it for reading."), name, holder);
  else if (number == EACCES || number == EPERM || number == EROFS)
    mer_store_set_error_from_errno (error, EROFS, name);
  else
    mer_store_set_error_from_errno (error, number, name);
}

/* A folder without any right to write is respected even where the user is root. */
static gboolean
folder_is_write_protected (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct stat      status;

  return stat (folder, &status) == 0 && (status.st_mode & 0222) == 0;
}

static MerLock *
acquire (const char *key,
         const char *path,
         const char *name,
         char      **holder,
         GError    **error)
{
  MerLockInfo mine = { 0 };
  int         fd = -1;
  int         number = EROFS;

  info_init (&mine);
  if (!folder_is_write_protected (path))
    {
      if (make (path, &mine, &fd))
        return lock_new (key, path, fd, &mine);
      number = errno;
    }
  if (number == EEXIST && take_over (path, &mine, &fd, holder))
    return lock_new (key, path, fd, &mine);
  mer_lock_info_clear (&mine);
  refuse (number, name, *holder, error);
  return NULL;
}

MerLock *
mer_lock_acquire (const char *document_path,
                  char      **holder,
                  GError    **error)
{
  g_autofree char *key = canonical (document_path);
  g_autofree char *path = mer_lock_path (key);
  g_autofree char *name = g_filename_display_basename (document_path);
  g_autofree char *who = NULL;
  MerLock         *self = NULL;

  g_mutex_lock (&registry_mutex);
  if (held == NULL)
    {
      held = g_hash_table_new (g_str_hash, g_str_equal);
      sightings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, sighting_free);
    }
  self = g_hash_table_lookup (held, key);
  if (self != NULL)
    {
      who = describe (&self->info);
      refuse (EEXIST, name, who, error);
      self = NULL;
    }
  else
    self = acquire (key, path, name, &who, error);
  g_mutex_unlock (&registry_mutex);
  if (holder != NULL)
    *holder = g_steal_pointer (&who);
  return self;
}
