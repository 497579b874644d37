/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The XLS reader on the stream of a workbook, in a container that is sound. */

#define _GNU_SOURCE /* memfd_create */
#include "config.h"

#include <string.h>

#include "fuzz-table.h"
#include "fuzz.h"

#define BLOCK 512
#define END_OF_CHAIN 0xfffffffeu
#define NONE 0xffffffffu
#define TABLE_BLOCK 0xfffffffdu
/* Streams that are shorter lie in small blocks, which the other target tries. */
#define LEAST_STREAM 4096
/* So much does one block of the table reach. */
#define MOST_STREAM (100 * BLOCK)

static void
put (uint8_t *at,
     uint32_t value,
     size_t   n)
{
  for (size_t i = 0; i < n; i++)
    at[i] = (uint8_t) (value >> (8 * i));
}

static void
put_entry (uint8_t    *at,
           const char *name,
           uint8_t     type,
           uint32_t    child,
           uint32_t    start,
           size_t      size)
{
  for (size_t i = 0; name[i] != 0; i++)
    at[2 * i] = (uint8_t) name[i];
  put (at + 64, (uint32_t) (2 * strlen (name) + 2), 2);
  at[66] = type;
  put (at + 68, NONE, 4);
  put (at + 72, NONE, 4);
  put (at + 76, child, 4);
  put (at + 116, start, 4);
  put (at + 120, (uint32_t) size, 4);
}

/* Header, table, directory, stream: one block each but for the last. */
static uint8_t *
build_container (const uint8_t *data,
                 size_t         size,
                 size_t        *total)
{
  size_t   stream = MAX (size, LEAST_STREAM);
  uint32_t n = (uint32_t) ((stream + BLOCK - 1) / BLOCK);
  uint8_t *file = g_malloc0 ((3 + n) * BLOCK);

  *total = (3 + n) * BLOCK;
  memcpy (file, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
  put (file + 0x1e, 9, 2);
  put (file + 0x20, 6, 2);
  put (file + 0x2c, 1, 4);
  put (file + 0x30, 1, 4);
  put (file + 0x38, LEAST_STREAM, 4);
  put (file + 0x3c, END_OF_CHAIN, 4);
  put (file + 0x44, END_OF_CHAIN, 4);
  memset (file + 0x4c, 0xff, BLOCK - 0x4c);
  put (file + 0x4c, 0, 4);
  memset (file + BLOCK, 0xff, BLOCK);
  put (file + BLOCK, TABLE_BLOCK, 4);
  put (file + BLOCK + 4, END_OF_CHAIN, 4);
  for (uint32_t i = 0; i < n; i++)
    put (file + BLOCK + 8 + (size_t) 4 * i, i + 1 < n ? i + 3 : END_OF_CHAIN, 4);
  put_entry (file + (size_t) 2 * BLOCK, "Root Entry", 5, 1, END_OF_CHAIN, 0);
  put_entry (file + (size_t) 2 * BLOCK + 128, "Workbook", 2, NONE, 2, stream);
  memcpy (file + (size_t) 3 * BLOCK, data, size);
  return file;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  MerTableOptions     options = { 0 };
  char                path[64];
  size_t              total = 0;
  g_autofree uint8_t *container = build_container (data, MIN (size, MOST_STREAM), &total);
  int                 file = fuzz_file (container, total, path);

  options.path = path;
  fuzz_read_table (&options);
  close (file);
  return 0;
}
