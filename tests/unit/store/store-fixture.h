/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "store/mer-batch-store.h"
#include "store/mer-document.h"
#include "store/mer-registry-store.h"

/* A folder of its own for each test, with a document in it. */
typedef struct
{
  char        *folder;
  char        *path;
  MerDocument *document;
} Fixture;

static inline void
fixture_set_up (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("merilo-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "Район.merilo", NULL);
  self->document = mer_document_create (self->path, "Верхнеольховский район", &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->document);
}

static inline void
fixture_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  g_chmod (folder, 0700);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        fixture_remove_folder (path);
      else
        g_assert_no_errno (g_unlink (path));
    }
  g_assert_no_errno (g_rmdir (folder));
}

static inline void
fixture_tear_down (Fixture      *self,
                   gconstpointer data)
{
  if (self->document != NULL)
    g_assert_finalize_object (self->document);
  fixture_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

/* Closes the document and opens it again for writing. */
static inline void
fixture_reopen (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (g_steal_pointer (&self->document));
  self->document = mer_document_open (self->path, MER_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->document);
}

/* All bytes of a file. */
static inline GBytes *
fixture_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize size = 0;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

static inline void
fixture_begin (Fixture    *self,
               const char *label)
{
  g_autoptr (GError) error = NULL;

  mer_document_begin (self->document, label, &error);
  g_assert_no_error (error);
}

static inline void
fixture_commit (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  mer_document_commit (self->document, &error);
  g_assert_no_error (error);
}

static inline void
fixture_undo (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  mer_document_undo (self->document, &error);
  g_assert_no_error (error);
}

static inline void
fixture_redo (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  mer_document_redo (self->document, &error);
  g_assert_no_error (error);
}

static inline void
fixture_set (Fixture    *self,
             const char *key,
             const char *value)
{
  g_autoptr (GError) error = NULL;

  mer_document_set_setting (self->document, key, value, &error);
  g_assert_no_error (error);
}

static inline gint64
fixture_add_organization (Fixture    *self,
                          const char *name)
{
  g_autoptr (MerOrganization) organization = mer_organization_new (name, MER_ORGANIZATION_GENERAL);
  g_autoptr (GError) error = NULL;

  mer_store_save_organization (self->document, organization, &error);
  g_assert_no_error (error);
  g_assert_cmpint (organization->id, >, 0);
  return organization->id;
}

/* A cycle without a methodology, in an action of its own. */
static inline gint64
fixture_add_cycle (Fixture *self)
{
  g_autoptr (MerCycle) cycle = mer_cycle_new ("НОКО 2024", 2024);
  g_autoptr (GError) error = NULL;

  fixture_begin (self, "Новый цикл");
  mer_store_save_cycle (self->document, cycle, &error);
  g_assert_no_error (error);
  fixture_commit (self);
  return cycle->id;
}

/* Nothing is wrong with it. */
static inline void
fixture_assert_sound (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = mer_document_verify (self->document, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}
