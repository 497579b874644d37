/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>

#include "store/mer-registry-store.h"

/* A document with nothing but a cycle, in a folder of its own. */
typedef struct
{
  char        *folder;
  char        *path;
  MerDocument *document;
  gint64       cycle;
  gint64       ids[3]; /* of what a test puts into it beforehand */
} Fixture;

static inline void
begin (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mer_document_begin (self->document, "Действие", &error));
  g_assert_no_error (error);
}

static inline void
commit (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mer_document_commit (self->document, &error));
  g_assert_no_error (error);
}

/* Leaves the action that made the cycle open, for what else is to be there. */
static inline void
begin_document (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycle) cycle = mer_cycle_new ("НОКО 2024", 2024);

  self->folder = g_dir_make_tmp ("merilo-app-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "Район.merilo", NULL);
  self->document = mer_document_create (self->path, "Верхнеольховский район", &error);
  g_assert_no_error (error);
  begin (self);
  g_assert_true (mer_store_save_cycle (self->document, cycle, &error));
  self->cycle = cycle->id;
}

static inline void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_assert_finalize_object (self->document);
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}
