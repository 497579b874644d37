/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the header of an SQLite file by hand (https://www.sqlite.org/fileformat2.html, 1.3)
 * and refuses what is no document of ours before anything could touch it. */
#include "config.h"

#include "store/mer-document-probe.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/mer-document.h"
#include "store/mer-schema.h"
#include "store/mer-store-error.h"

#define HEADER_SIZE 100
#define ROLLBACK_FORMAT 1

static const char magic[16] = "SQLite format 3";

static guint32
read_u32 (const guint8 *header,
          gsize         offset)
{
  return ((guint32) header[offset] << 24) | ((guint32) header[offset + 1] << 16) |
         ((guint32) header[offset + 2] << 8) | header[offset + 3];
}

/* The folder entry is looked at before opening: opening a pipe would wait for ever. */
static gboolean
check_kind (const char        *path,
            const char        *name,
            const struct stat *status,
            GError           **error)
{
  if (S_ISDIR (status->st_mode))
    return mer_store_refuse (error, MER_STORE_ERROR_FOREIGN,
                             _("“%s” is a folder, not a Merilo document."), name);
  if (!S_ISREG (status->st_mode))
    return mer_store_refuse (error, MER_STORE_ERROR_FOREIGN,
                             _("“%s” is not a file, so it cannot be a Merilo document."), name);
  if (status->st_size == 0)
    return mer_store_refuse (error, MER_STORE_ERROR_FOREIGN,
                             _("The file “%s” is empty. It is not a Merilo document."), name);
  return TRUE;
}

static gboolean
read_header (const char *path,
             const char *name,
             guint8      header[HEADER_SIZE],
             gsize      *size,
             GError    **error)
{
  int     fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  ssize_t n = fd < 0 ? -1 : read (fd, header, HEADER_SIZE);
  int     number = errno;

  if (fd >= 0)
    close (fd);
  if (n < 0)
    {
      mer_store_set_error_from_errno (error, number, name);
      return FALSE;
    }
  *size = (gsize) n;
  return TRUE;
}

static gboolean
is_cut_off (const guint8 *header,
            gint64        file_size)
{
  guint32 page_size = ((guint32) header[16] << 8) | header[17];
  gint64  n_pages = read_u32 (header, 28);

  if (page_size == 1)
    page_size = 65536;
  if (page_size < 512 || (page_size & (page_size - 1)) != 0)
    return TRUE;
  /* The number of pages holds only where the last writer kept it (bytes 24 and 92 agree). */
  return read_u32 (header, 24) == read_u32 (header, 92) && n_pages * page_size > file_size;
}

/* Beside it lies the journal of a transaction that did not end. */
static gboolean
has_hot_journal (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  struct stat      status;

  return stat (journal, &status) == 0 && status.st_size > 0;
}

static gboolean
check_header (const guint8 *header,
              gsize         size,
              guint         newest,
              const char   *name,
              MerProbe     *out,
              GError      **error)
{
  if (size < sizeof magic || memcmp (header, magic, sizeof magic) != 0)
    return mer_store_refuse (error, MER_STORE_ERROR_FOREIGN,
                             _("“%s” is not a Merilo document."), name);
  if (size < HEADER_SIZE)
    return mer_store_refuse (error, MER_STORE_ERROR_DAMAGED,
                             _("“%s” is cut off. It was left as it is; open a copy that was "
                               "saved earlier."),
                                name);
  if (read_u32 (header, 68) != MER_SCHEMA_APPLICATION_ID)
    return mer_store_refuse (error, MER_STORE_ERROR_FOREIGN,
                             _("“%s” is a database of another program, not a Merilo document."),
                                name);
  out->version = read_u32 (header, 60);
  if (out->version > newest)
    return mer_store_refuse (error, MER_STORE_ERROR_NEWER,
                             _("“%s” was made by a newer version of Merilo. Update the program "
                               "to open it."),
                                name);
  if (header[18] != ROLLBACK_FORMAT || header[19] != ROLLBACK_FORMAT)
    return mer_store_refuse (error, MER_STORE_ERROR_FOREIGN,
                             _("“%s” was switched to another format by another program."), name);
  return TRUE;
}

gboolean
mer_probe (const char *path,
           guint       newest,
           MerProbe   *out,
           GError    **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  guint8           header[HEADER_SIZE] = { 0 };
  struct stat      status;
  gsize            size = 0;

  if (stat (path, &status) != 0)
    {
      mer_store_set_error_from_errno (error, errno, name);
      return FALSE;
    }
  if (!check_kind (path, name, &status, error) ||
      !read_header (path, name, header, &size, error) ||
      !check_header (header, size, newest, name, out, error))
    return FALSE;
  out->hot_journal = has_hot_journal (path);
  out->write_protected = (status.st_mode & 0222) == 0 || access (path, W_OK) != 0;
  if (is_cut_off (header, status.st_size) && !out->hot_journal)
    return mer_store_refuse (error, MER_STORE_ERROR_DAMAGED,
                             _("“%s” is cut off. It was left as it is; open a copy that was "
                               "saved earlier."),
                                name);
  return TRUE;
}
