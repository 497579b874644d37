/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>

#include "app/mer-new-document.h"
#include "store/mer-registry-store.h"

/* A document of the federal edition in a folder of its own, with two cycles. */
typedef struct
{
  char        *folder;
  char        *path;
  MerDocument *doc;
  gint64       cycles[2];
} RulesFixture;

static inline void
rules_begin (RulesFixture *self)
{
  g_autoptr (GError) error = NULL;

  mer_document_begin (self->doc, "Проверка", &error);
  g_assert_no_error (error);
}

/* Commits when it was done, takes it back and says so when not. */
static inline gboolean
rules_end (RulesFixture *self,
           gboolean      done)
{
  g_autoptr (GError) error = NULL;

  if (done)
    mer_document_commit (self->doc, &error);
  else
    mer_document_rollback (self->doc);
  g_assert_no_error (error);
  return done;
}

static inline void
rules_undo (RulesFixture *self)
{
  g_autoptr (GError) error = NULL;

  mer_document_undo (self->doc, &error);
  g_assert_no_error (error);
}

static inline void
rules_redo (RulesFixture *self)
{
  g_autoptr (GError) error = NULL;

  mer_document_redo (self->doc, &error);
  g_assert_no_error (error);
}

static inline gint64
rules_add_cycle (RulesFixture *self,
                 const char   *title,
                 int           year)
{
  g_autoptr (MerCycle) cycle = mer_cycle_new (title, year);
  g_autoptr (GError) error = NULL;

  cycle->methodology_id = mer_store_latest_methodology_id (self->doc);
  mer_store_save_cycle (self->doc, cycle, &error);
  g_assert_no_error (error);
  return cycle->id;
}

/* `data` not NULL: without cycles. */
static inline void
rules_set_up (RulesFixture *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("mer-rules-XXXXXX", &error);
  self->path = g_build_filename (self->folder, "Район.merilo", NULL);
  self->doc = mer_new_document (self->path, NULL, NULL, &error);
  g_assert_no_error (error);
  if (data != NULL)
    return;
  rules_begin (self);
  self->cycles[0] = rules_add_cycle (self, "НОКО 2021", 2021);
  self->cycles[1] = rules_add_cycle (self, "НОКО 2024", 2024);
  rules_end (self, TRUE);
}

static inline void
rules_tear_down (RulesFixture *self,
                 gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name = NULL;

  g_clear_object (&self->doc);
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static inline gint64
rules_version_of (RulesFixture *self,
                  guint         cycle)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycle) found = mer_store_cycle (self->doc, self->cycles[cycle], &error);

  g_assert_no_error (error);
  return found->methodology_id;
}

static inline void
rules_set_approved (RulesFixture *self,
                    guint         cycle,
                    gboolean      approved)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycle) found = mer_store_cycle (self->doc, self->cycles[cycle], &error);

  g_assert_no_error (error);
  found->approved = approved;
  mer_store_save_cycle (self->doc, found, &error);
  g_assert_no_error (error);
}
