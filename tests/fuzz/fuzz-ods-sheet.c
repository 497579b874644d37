/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ODS reader on the parts of an archive that is sound: content, styles and manifest, divided
 * by NUL. */

#define _GNU_SOURCE /* memfd_create */
#include "config.h"

#include "fuzz-archive.h"
#include "fuzz-table.h"
#include "fuzz.h"

#define KIND "application/vnd.oasis.opendocument.spreadsheet"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static const char *const names[] = { "content.xml", "styles.xml", "META-INF/manifest.xml" };
  MerTableOptions          options = { 0 };
  FuzzArchive              archive;
  char                     path[64];
  size_t                   archive_size = 0;
  g_autofree void         *bytes = NULL;
  int                      file = -1;

  fuzz_archive_init (&archive);
  fuzz_archive_add (&archive, "mimetype", KIND, sizeof KIND - 1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      size_t         length = 0;
      const uint8_t *piece = fuzz_take (&data, &size, &length);

      if (length > 0)
        fuzz_archive_add (&archive, names[i], piece, length);
    }
  bytes = fuzz_archive_finish (&archive, &archive_size);
  file = fuzz_file (bytes, archive_size, path);
  options.path = path;
  fuzz_read_table (&options);
  close (file);
  return 0;
}
