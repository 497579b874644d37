/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The XLSX reader on the parts of an archive that is sound: sheet, shared texts, styles and
 * workbook, divided by NUL. */

#define _GNU_SOURCE /* memfd_create */
#include "config.h"

#include <zip.h>

#include "fuzz-table.h"
#include "fuzz.h"

#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static const char root[] = "<Relationships><Relationship Id='r' Type='" RELATIONS
                           "/officeDocument' Target='xl/workbook.xml'/></Relationships>";
static const char relations[] = "<Relationships><Relationship Id='r1' Type='" RELATIONS
                                "/worksheet' Target='sheet.xml'/></Relationships>";
static const char workbook[] = "<workbook xmlns:r='" RELATIONS
                               "'><sheets><sheet name='1' r:id='r1'/></sheets></workbook>";

static void
add_part (zip_t      *zip,
          const char *name,
          const void *data,
          size_t      size)
{
  zip_source_t *source = zip_source_buffer (zip, data, size, 0);
  zip_int64_t   index = zip_file_add (zip, name, source, 0);

  g_assert_cmpint (index, >=, 0);
  zip_set_file_compression (zip, (zip_uint64_t) index, ZIP_CM_STORE, 0);
}

/* The next piece of the input, up to a NUL. */
static const uint8_t *
take (const uint8_t **data,
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

/* The archive in a buffer of its own: (transfer full). */
static void *
build_archive (const uint8_t *data,
               size_t         size,
               size_t        *archive_size)
{
  static const char *const names[] = { "xl/sheet.xml", "xl/sharedStrings.xml", "xl/styles.xml" };
  zip_source_t            *whole = zip_source_buffer_create (NULL, 0, 0, NULL);
  zip_t                   *zip = NULL;
  void                    *bytes = NULL;
  zip_stat_t               status;

  zip_source_keep (whole);
  zip = zip_open_from_source (whole, ZIP_TRUNCATE, NULL);
  add_part (zip, "_rels/.rels", root, sizeof root - 1);
  add_part (zip, "xl/_rels/workbook.xml.rels", relations, sizeof relations - 1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      size_t         length = 0;
      const uint8_t *piece = take (&data, &size, &length);

      if (length > 0)
        add_part (zip, names[i], piece, length);
    }
  if (size > 0)
    add_part (zip, "xl/workbook.xml", data, size);
  else
    add_part (zip, "xl/workbook.xml", workbook, sizeof workbook - 1);
  g_assert_cmpint (zip_close (zip), ==, 0);
  zip_source_open (whole);
  zip_source_stat (whole, &status);
  *archive_size = status.size;
  bytes = g_malloc (status.size);
  g_assert_cmpint (zip_source_read (whole, bytes, status.size), ==, (zip_int64_t) status.size);
  zip_source_close (whole);
  zip_source_free (whole);
  return bytes;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  MerTableOptions  options = { 0 };
  char             path[64];
  size_t           archive_size = 0;
  g_autofree void *archive = build_archive (data, size, &archive_size);
  int              file = fuzz_file (archive, archive_size, path);

  options.path = path;
  fuzz_read_table (&options);
  close (file);
  return 0;
}
