/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The CSV reader. The first byte chooses encoding and separator, the rest is the file. */

#define _GNU_SOURCE /* memfd_create */
#include "config.h"

#include "fuzz-table.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static const char *const encodings[] = { NULL, "UTF-8", "WINDOWS-1251", "UTF-16LE" };
  static const char *const rarer[] = { NULL, "UTF-32", "UTF-7", "GB18030" };
  static const char        separators[] = { 0, ';', ',', '\t' };
  MerTableOptions          options = { 0 };
  char                     path[64];
  int                      file = -1;

  if (size < 1)
    return 0;
  file = fuzz_file (data + 1, size - 1, path);
  options.path = path;
  options.encoding = encodings[data[0] % 4];
  if (rarer[data[0] >> 4 & 3] != NULL)
    options.encoding = rarer[data[0] >> 4 & 3];
  options.separator = separators[data[0] / 4 % 4];
  fuzz_read_table (&options);
  close (file);
  return 0;
}
