/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences for what can go wrong with a document: what happened, to which file, and
 * whether the data changed. */
#include "config.h"

#include "store/mer-store-error.h"

#include <errno.h>
#include <glib/gi18n.h>

G_DEFINE_QUARK (mer - store - error - quark, mer_store_error)

gboolean
mer_store_refuse (GError      **error,
                  MerStoreError code,
                  const char   *format,
                  ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (MER_STORE_ERROR, (int) code, format, arguments);
  va_end (arguments);
  return FALSE;
}

static void
set_full (GError    **error,
          const char *name)
{
  g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_FULL,
               _("There is no room on the disk for “%s”. Nothing was changed: "
                  "all earlier data are safe."),
                  name);
}

static void
set_read_only (GError    **error,
               const char *name)
{
  g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_READ_ONLY,
               _("“%s” can only be read: the file or its folder is write-protected."), name);
}

void
mer_store_set_error_from_errno (GError    **error,
                                int         error_number,
                                const char *name)
{
  if (error_number == ENOSPC || error_number == EDQUOT)
    set_full (error, name);
  else if (error_number == EROFS)
    set_read_only (error, name);
  else
    g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_IO,
                 /* Translators: file name, then the system's reason. */
                 _("The file “%s” cannot be used: %s."), name, g_strerror (error_number));
}

static void
set_io (GError    **error,
        sqlite3    *db,
        int         rc,
        const char *name)
{
  int number = db == NULL ? 0 : sqlite3_system_errno (db);

  if (number == ENOSPC || number == EDQUOT)
    set_full (error, name);
  else
    g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_IO,
                 /* Translators: file name, then SQLite's reason and its number. */
                 _("“%s” could not be read or written: %s (%d). Nothing was changed."), name,
                    sqlite3_errstr (rc), rc);
}

void
mer_store_set_error (GError    **error,
                     sqlite3    *db,
                     int         rc,
                     const char *name)
{
  switch (rc & 0xff)
    {
    case SQLITE_FULL:
      set_full (error, name);
      break;
    case SQLITE_READONLY:
      set_read_only (error, name);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_LOCKED,
                   _("“%s” is being written by another program. Try again in a moment."), name);
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_DAMAGED,
                   _("“%s” is damaged. It was left as it is; open a copy of it that "
                      "was saved earlier."),
                      name);
      break;
    case SQLITE_CONSTRAINT:
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                   _("The change breaks a rule of the document “%s”. Nothing was changed."),
                      name);
      break;
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("It was cancelled."));
      break;
    default:
      set_io (error, db, rc, name);
    }
}
