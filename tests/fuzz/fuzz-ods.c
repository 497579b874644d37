/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ODS reader on whole archives. */

#define _GNU_SOURCE /* memfd_create */
#include "config.h"

#include "fuzz-table.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  MerTableOptions options = { 0 };
  char            path[64];
  int             file = fuzz_file (data, size, path);

  options.path = path;
  fuzz_read_table (&options);
  close (file);
  return 0;
}
