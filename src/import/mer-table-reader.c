/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Chooses the reader for a file: what the file is, is decided by its bytes before its name. */

#include "config.h"

#include "import/mer-table-reader-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <unistd.h>

G_DEFINE_QUARK (mer - import - error - quark, mer_import_error)

/* Asked in this order; the last takes whatever is text. */
static const MerTableFormat *const formats[] = {
  &mer_table_format_busgov,
  &mer_table_format_ods, /* before XLSX, which takes every other archive */
  &mer_table_format_xlsx,
  &mer_table_format_xls,
  &mer_table_format_old_xls,
  &mer_table_format_foreign,
  &mer_table_format_csv,
};

static gboolean
fail (const char *path,
      int         code,
      GError    **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_IO,
               _("The file “%s” cannot be read: %s."), name, g_strerror (code));
  return FALSE;
}

gboolean
mer_table_read_head (const char *path,
                     guint8      head[MER_TABLE_HEAD_SIZE],
                     gsize      *length,
                     GError    **error)
{
  /* O_NONBLOCK: a pipe of that name must not hang us. */
  int    fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  gssize n = 0;

  if (fd < 0)
    return fail (path, errno, error);
  n = read (fd, head, MER_TABLE_HEAD_SIZE);
  if (n < 0)
    fail (path, errno, error);
  close (fd);
  *length = (gsize) MAX (n, 0);
  return n >= 0;
}

/* Excel writes «~$table.xlsx» and LibreOffice «.~lock.table.ods#» beside a table while it is open:
 * the same name at a glance, but only the name of who has it open. */
static gboolean
is_lock_file (const char *name,
              gsize       length)
{
  gboolean libreoffice = g_str_has_prefix (name, ".~lock.") && g_str_has_suffix (name, "#");

  return length < MER_TABLE_HEAD_SIZE && (libreoffice || g_str_has_prefix (name, "~$"));
}

static gboolean
check_name (const char *path,
            gsize       length,
            GError    **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (!is_lock_file (name, length))
    return TRUE;
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
               _("The file “%s” is no table: a program keeps it while the table is open. "
                 "Choose the table itself."),
                  name);
  return FALSE;
}

/**
 * mer_table_reader_open:
 * @options: borrowed; its path names the file
 *
 * Opens a table of any format that is known. A file that another program has open is read.
 *
 * Returns: (transfer full): a reader at the first row; NULL and an error of %MER_IMPORT_ERROR in
 *   a sentence that names the file
 */
MerTableReader *
mer_table_reader_open (const MerTableOptions *options,
                       GError               **error)
{
  guint8 head[MER_TABLE_HEAD_SIZE];
  gsize  length = 0;

  if (!mer_table_read_head (options->path, head, &length, error) ||
      !check_name (options->path, length, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (formats[i]->probe (head, length, options->path))
        return formats[i]->open (options, error);
    }
  g_return_val_if_reached (NULL);
}

void
mer_table_reader_close (MerTableReader *self)
{
  if (self != NULL)
    self->close (self);
}
