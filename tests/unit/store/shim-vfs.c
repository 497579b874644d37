/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wraps the system's VFS; each file holds the real one behind itself. Not for threads. */
#include "shim-vfs.h"

#include <string.h>

typedef struct
{
  sqlite3_file  base;
  sqlite3_file *real;
} ShimFile;

static sqlite3_vfs *system_vfs;
static sqlite3_vfs  shim_vfs;

static struct
{
  ShimCalls calls;
  guint     left; /* calls until the failure; 0: not armed */
  int       code;
  gboolean  lasting;
  gboolean  failed;
} shim;

void
shim_arm (ShimCalls calls,
          guint     n,
          int       code,
          gboolean  lasting)
{
  shim.calls = calls;
  shim.left = n;
  shim.code = code;
  shim.lasting = lasting;
  shim.failed = FALSE;
}

gboolean
shim_disarm (void)
{
  shim.left = 0;
  return shim.failed;
}

/* SQLITE_OK, or the error that this call shall have. */
static int
judge (ShimCalls call,
       int       own_code)
{
  if ((shim.calls & call) == 0 || shim.left == 0)
    return SQLITE_OK;
  if (shim.left > 1)
    {
      shim.left--;
      return SQLITE_OK;
    }
  if (shim.failed && !shim.lasting)
    return SQLITE_OK;
  shim.failed = TRUE;
  return shim.code == 0 ? own_code : shim.code;
}

static sqlite3_file *
real (sqlite3_file *file)
{
  return ((ShimFile *) file)->real;
}

static int
shim_close (sqlite3_file *file)
{
  int rc = SQLITE_OK;

  if (real (file)->pMethods != NULL)
    rc = real (file)->pMethods->xClose (real (file));
  g_free (((ShimFile *) file)->real);
  return rc;
}

static int
shim_read (sqlite3_file *file,
           void         *data,
           int           size,
           sqlite3_int64 offset)
{
  int rc = judge (SHIM_READ, SQLITE_IOERR_READ);

  return rc == SQLITE_OK ? real (file)->pMethods->xRead (real (file), data, size, offset) : rc;
}

static int
shim_write (sqlite3_file *file,
            const void   *data,
            int           size,
            sqlite3_int64 offset)
{
  int rc = judge (SHIM_WRITE, SQLITE_IOERR_WRITE);

  if (rc == SQLITE_OK)
    return real (file)->pMethods->xWrite (real (file), data, size, offset);
  /* half of it is there, as on a disk that is full */
  real (file)->pMethods->xWrite (real (file), data, size / 2, offset);
  return rc;
}

static int
shim_truncate (sqlite3_file *file,
               sqlite3_int64 size)
{
  int rc = judge (SHIM_WRITE, SQLITE_IOERR_TRUNCATE);

  return rc == SQLITE_OK ? real (file)->pMethods->xTruncate (real (file), size) : rc;
}

/* Nothing is really synced: no test pulls the plug, and the disk is slow. */
static int
shim_sync (sqlite3_file *file,
           int           flags)
{
  return judge (SHIM_SYNC, SQLITE_IOERR_FSYNC);
}

static int
shim_file_size (sqlite3_file  *file,
                sqlite3_int64 *size)
{
  return real (file)->pMethods->xFileSize (real (file), size);
}

static int
shim_lock (sqlite3_file *file,
           int           level)
{
  return real (file)->pMethods->xLock (real (file), level);
}

static int
shim_unlock (sqlite3_file *file,
             int           level)
{
  return real (file)->pMethods->xUnlock (real (file), level);
}

static int
shim_check_reserved (sqlite3_file *file,
                     int          *result)
{
  return real (file)->pMethods->xCheckReservedLock (real (file), result);
}

static int
shim_file_control (sqlite3_file *file,
                   int           operation,
                   void         *argument)
{
  return real (file)->pMethods->xFileControl (real (file), operation, argument);
}

static int
shim_sector_size (sqlite3_file *file)
{
  return real (file)->pMethods->xSectorSize (real (file));
}

static int
shim_characteristics (sqlite3_file *file)
{
  return real (file)->pMethods->xDeviceCharacteristics (real (file));
}

static const sqlite3_io_methods methods = {
  .iVersion = 1,
  .xClose = shim_close,
  .xRead = shim_read,
  .xWrite = shim_write,
  .xTruncate = shim_truncate,
  .xSync = shim_sync,
  .xFileSize = shim_file_size,
  .xLock = shim_lock,
  .xUnlock = shim_unlock,
  .xCheckReservedLock = shim_check_reserved,
  .xFileControl = shim_file_control,
  .xSectorSize = shim_sector_size,
  .xDeviceCharacteristics = shim_characteristics,
};

static int
shim_open (sqlite3_vfs  *vfs,
           const char   *name,
           sqlite3_file *file,
           int           flags,
           int          *out_flags)
{
  ShimFile *self = (ShimFile *) file;
  int       rc = judge (SHIM_OPEN, SQLITE_CANTOPEN);

  self->base.pMethods = NULL;
  if (rc != SQLITE_OK)
    return rc;
  self->real = g_malloc0 ((gsize) system_vfs->szOsFile);
  rc = system_vfs->xOpen (system_vfs, name, self->real, flags, out_flags);
  if (rc == SQLITE_OK)
    self->base.pMethods = &methods;
  else
    g_clear_pointer (&self->real, g_free);
  return rc;
}

static int
shim_delete (sqlite3_vfs *vfs,
             const char  *name,
             int          sync_folder)
{
  int rc = judge (SHIM_DELETE, SQLITE_IOERR_DELETE);

  return rc == SQLITE_OK ? system_vfs->xDelete (system_vfs, name, 0) : rc;
}

void
shim_install (void)
{
  system_vfs = sqlite3_vfs_find (NULL);
  shim_vfs = *system_vfs;
  shim_vfs.zName = "shim";
  shim_vfs.szOsFile = sizeof (ShimFile);
  shim_vfs.xOpen = shim_open;
  shim_vfs.xDelete = shim_delete;
  g_assert_cmpint (sqlite3_vfs_register (&shim_vfs, 1), ==, SQLITE_OK);
}
