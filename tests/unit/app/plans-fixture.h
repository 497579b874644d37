/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>

#include "app/mer-new-document.h"
#include "app/mer-plans.h"
#include "store/mer-registry-store.h"

/* The demo district and the plans of its latest cycle. */

typedef struct
{
  char        *folder;
  char        *path;
  MerDocument *doc;
  MerPlanBook *book;
} Fixture;

static inline void
load (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->book, mer_plan_book_unref);
  self->book = mer_plans_load (self->doc, 0, &error);
  g_assert_no_error (error);
}

/* The demo as a file; made once, for it takes a second. */
static inline void
write_demo (const char *path)
{
  static char *bytes;
  static gsize size;
  g_autoptr (GError) error = NULL;

  if (bytes == NULL)
    {
      g_autoptr (MerDocument) doc = mer_demo_document (path, &error);

      g_assert_no_error (error);
      g_clear_object (&doc);
      g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
    }
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
}

static inline void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("merilo-plans-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "d.merilo", NULL);
  write_demo (self->path);
  self->doc = mer_document_open (self->path, MER_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  load (self);
}

static inline void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_clear_pointer (&self->book, mer_plan_book_unref);
  g_clear_object (&self->doc);
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static inline void
begin (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mer_document_begin (self->doc, "test", &error));
  g_assert_no_error (error);
}

static inline void
commit (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  mer_document_commit (self->doc, &error);
  g_assert_no_error (error);
  load (self);
}

static inline const MerPlanSheet *
sheet_of (Fixture    *self,
          const char *name)
{
  for (guint i = 0; i < self->book->sheets->len; i++)
    {
      const MerPlanSheet *sheet = &g_array_index (self->book->sheets, MerPlanSheet, i);

      if (sheet->organization != NULL && g_str_equal (sheet->organization->name, name))
        return sheet;
    }
  g_assert_not_reached ();
}

static inline gint64
organization_id (Fixture    *self,
                 const char *name)
{
  for (guint i = 0; i < self->book->facts.organizations->len; i++)
    {
      const MerOrganization *one = self->book->facts.organizations->pdata[i];

      if (g_str_equal (one->name, name))
        return one->id;
    }
  return 0;
}

static inline const MerPlanLine *
line_of (Fixture    *self,
         const char *name,
         guint       i)
{
  return &self->book->lines[sheet_of (self, name)->first_line + i];
}

static inline void
add (const char *name,
     void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/app/plans/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}
