/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The XLSX reader on the parts of an archive that is sound: sheet, shared texts, styles and
 * workbook, divided by NUL. */

#define _GNU_SOURCE /* memfd_create */
#include "config.h"

#include "fuzz-archive.h"
#include "fuzz-table.h"
#include "fuzz.h"

#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static const char root[] = "<Relationships><Relationship Id='r' Type='" RELATIONS
                           "/officeDocument' Target='xl/workbook.xml'/></Relationships>";
static const char relations[] = "<Relationships><Relationship Id='r1' Type='" RELATIONS
                                "/worksheet' Target='sheet.xml'/></Relationships>";
static const char workbook[] = "<workbook xmlns:r='" RELATIONS
                               "'><sheets><sheet name='1' r:id='r1'/></sheets></workbook>";

/* The archive in a buffer of its own: (transfer full). */
static void *
build_archive (const uint8_t *data,
               size_t         size,
               size_t        *archive_size)
{
  static const char *const names[] = { "xl/sheet.xml", "xl/sharedStrings.xml", "xl/styles.xml" };
  FuzzArchive              archive;

  fuzz_archive_init (&archive);
  fuzz_archive_add (&archive, "_rels/.rels", root, sizeof root - 1);
  fuzz_archive_add (&archive, "xl/_rels/workbook.xml.rels", relations, sizeof relations - 1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      size_t         length = 0;
      const uint8_t *piece = fuzz_take (&data, &size, &length);

      if (length > 0)
        fuzz_archive_add (&archive, names[i], piece, length);
    }
  if (size > 0)
    fuzz_archive_add (&archive, "xl/workbook.xml", data, size);
  else
    fuzz_archive_add (&archive, "xl/workbook.xml", workbook, sizeof workbook - 1);
  return fuzz_archive_finish (&archive, archive_size);
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
