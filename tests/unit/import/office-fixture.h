/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "import/mer-table-reader.h"

/* A path in a folder of its own: (transfer full), for remove_file(). */
static inline char *
temp_path (const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("mer-office-XXXXXX", NULL);
  return g_build_filename (folder, name, NULL);
}

static inline void
remove_file (char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
  g_free (path);
}

/* The archive frees its copy of the text. */
static inline void
add_bytes (zip_t      *zip,
           const char *name,
           const char *text,
           gsize       length)
{
  char         *copy = length > 0 ? malloc (length) : NULL;
  zip_source_t *source = NULL;

  if (length > 0)
    memcpy (copy, text, length);
  source = zip_source_buffer (zip, copy, length, 1);
  g_assert_cmpint (zip_file_add (zip, name, source, ZIP_FL_OVERWRITE), >=, 0);
}

static inline void
add_part (zip_t      *zip,
          const char *name,
          const char *text)
{
  add_bytes (zip, name, text, strlen (text));
}

static inline zip_t *
create_archive (const char *path)
{
  int    code = 0;
  zip_t *zip = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, &code);

  g_assert_nonnull (zip);
  return zip;
}

static inline void
append_row (GString      *out,
            const MerRow *row)
{
  g_string_append_printf (out, "%" G_GINT64_FORMAT ":", row->number);
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_string_append (out, i > 0 ? "|" : "");
      g_string_append_len (out, row->cells[i].text, (gssize) row->cells[i].length);
    }
  g_string_append_c (out, '\n');
}

/* «number:cell|cell» a row, one a line; the error's text last. */
static inline char *
dump (const char *path,
      const char *sheet)
{
  MerTableOptions options = { path, sheet, NULL, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MerTableReader) reader = mer_table_reader_open (&options, &error);
  GString *out = g_string_new (NULL);
  MerRow   row = { 0 };

  while (reader != NULL && mer_table_reader_next (reader, &row, &error) > 0)
    append_row (out, &row);
  if (error != NULL)
    g_string_append (out, error->message);
  return g_string_free (out, FALSE);
}
