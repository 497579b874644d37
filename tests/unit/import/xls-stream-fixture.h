/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A workbook made by hand, record by record, and what the reader says of it. */

#include <glib/gstdio.h>

#include "dump-fixture.h"
#include "xls-fixture.h"

typedef struct
{
  char       *path;
  GByteArray *stream;
} Fixture;

static inline void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("mer-xls-XXXXXX", NULL);

  self->path = g_build_filename (folder, "t.xls", NULL);
  self->stream = g_byte_array_new ();
}

static inline void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  g_unlink (self->path);
  g_rmdir (folder);
  g_free (self->path);
  g_byte_array_unref (self->stream);
}

static inline void
check (Fixture    *self,
       const char *sheet,
       const char *expected)
{
  g_autofree char *got = NULL;

  xls_write (self->path, "Workbook", self->stream->data, self->stream->len);
  got = fixture_dump (self->path, sheet);
  g_assert_cmpstr (got, ==, expected);
}

/* A workbook with one sheet, which the caller fills and ends. */
static inline void
begin_sheet (Fixture *self)
{
  guint at = 0;

  xls_bof (self->stream, 5);
  at = xls_sheet (self->stream, "Лист", 0, 0);
  xls_eof (self->stream);
  xls_place_sheet (self->stream, at);
}
