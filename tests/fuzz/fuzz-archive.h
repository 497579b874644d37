/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdint.h>
#include <zip.h>

#include <glib.h>

/* An archive in memory that is sound whatever its parts hold. */
typedef struct
{
  zip_source_t *whole;
  zip_t        *zip;
} FuzzArchive;

static inline void
fuzz_archive_init (FuzzArchive *self)
{
  self->whole = zip_source_buffer_create (NULL, 0, 0, NULL);
  zip_source_keep (self->whole);
  self->zip = zip_open_from_source (self->whole, ZIP_TRUNCATE, NULL);
}

/* `data` must live until the archive is finished. */
static inline void
fuzz_archive_add (FuzzArchive *self,
                  const char  *name,
                  const void  *data,
                  size_t       size)
{
  zip_source_t *source = zip_source_buffer (self->zip, data, size, 0);
  zip_int64_t   index = zip_file_add (self->zip, name, source, 0);

  g_assert_cmpint (index, >=, 0);
  zip_set_file_compression (self->zip, (zip_uint64_t) index, ZIP_CM_STORE, 0);
}

/* The archive in a buffer of its own: (transfer full). */
static inline void *
fuzz_archive_finish (FuzzArchive *self,
                     size_t      *size)
{
  zip_stat_t status;
  void      *bytes = NULL;

  g_assert_cmpint (zip_close (self->zip), ==, 0);
  zip_source_open (self->whole);
  zip_source_stat (self->whole, &status);
  *size = status.size;
  bytes = g_malloc (status.size);
  g_assert_cmpint (zip_source_read (self->whole, bytes, status.size), ==,
                   (zip_int64_t) status.size);
  zip_source_close (self->whole);
  zip_source_free (self->whole);
  return bytes;
}

/* The next piece of the input, up to a NUL. */
static inline const uint8_t *
fuzz_take (const uint8_t **data,
           size_t         *size,
           size_t         *length)
{
  const uint8_t *piece = *data;
  size_t         n = 0;

  while (n < *size && piece[n] != 0)
    n++;
  *length = n;
  *data += MIN (n + 1, *size);
  *size -= MIN (n + 1, *size);
  return piece;
}
