/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>
#include <string.h>

#include "import/mer-importer.h"
#include "methodology/mer-methodology-xml.h"
#include "store/mer-batch-store.h"
#include "store/mer-registry-store.h"

/* A document with the federal methodology in a folder of its own. */
typedef struct
{
  char        *folder;
  char        *document_path;
  MerDocument *doc;
} Fixture;

static inline void
fixture_set_up (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology = mer_methodology_shipped ("nok-2018-education", &error);

  g_assert_no_error (error);
  self->folder = g_dir_make_tmp ("mer-import-XXXXXX", &error);
  g_assert_no_error (error);
  self->document_path = g_build_filename (self->folder, "d.merilo", NULL);
  self->doc = mer_document_create (self->document_path, "Район", &error);
  g_assert_no_error (error);
  g_assert_true (mer_document_begin (self->doc, "Новый документ", &error));
  g_assert_cmpint (mer_store_add_methodology (self->doc, methodology, NULL, &error), !=, 0);
  g_assert_true (mer_document_commit (self->doc, &error));
  g_assert_no_error (error);
}

static inline void
fixture_tear_down (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_clear_object (&self->doc);
  folder = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->document_path);
}

/* Writes a table and gives the options to import it. */
static inline MerImportOptions *
fixture_table (Fixture     *self,
               MerBatchKind kind,
               const char  *name,
               const char  *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return mer_import_options_new (kind, path);
}

static inline MerImportResult *
fixture_run (Fixture                *self,
             const MerImportOptions *options)
{
  g_autoptr (GError) error = NULL;
  MerImportResult *result = mer_import_run (self->doc, options, "Загрузка", NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  return result;
}

static inline MerImportResult *
fixture_import (Fixture     *self,
                MerBatchKind kind,
                const char  *text)
{
  g_autoptr (MerImportOptions) options = fixture_table (self, kind, "t.csv", text);

  return fixture_run (self, options);
}

static inline const MerImportProblem *
find_problem (const MerImportResult *result,
              const char            *code)
{
  for (guint i = 0; i < result->problems->len; i++)
    {
      const MerImportProblem *problem = result->problems->pdata[i];

      if (strcmp (problem->code, code) == 0)
        return problem;
    }
  return NULL;
}

/* The same where there must be one. */
static inline const MerImportProblem *
get_problem (const MerImportResult *result,
             const char            *code)
{
  const MerImportProblem *problem = find_problem (result, code);

  if (problem == NULL)
    g_error ("no problem “%s”", code);
  return problem;
}

static inline void
assert_counts (const MerImportResult *result,
               guint                  accepted,
               guint                  rejected,
               guint                  duplicates)
{
  for (guint i = 0; i < result->problems->len; i++)
    g_test_message ("%s", ((const MerImportProblem *) result->problems->pdata[i])->text);
  g_assert_cmpuint (result->accepted, ==, accepted);
  g_assert_cmpuint (result->rejected, ==, rejected);
  g_assert_cmpuint (result->duplicates, ==, duplicates);
}

static inline const MerOrganization *
find_organization (GPtrArray  *organizations,
                   const char *name)
{
  for (guint i = 0; i < organizations->len; i++)
    {
      const MerOrganization *organization = organizations->pdata[i];

      if (strcmp (organization->name, name) == 0)
        return organization;
    }
  return NULL;
}

static inline const MerOrganization *
get_organization (GPtrArray  *organizations,
                  const char *name)
{
  const MerOrganization *organization = find_organization (organizations, name);

  if (organization == NULL)
    g_error ("no organization “%s”", name);
  return organization;
}

static inline GPtrArray *
fixture_organizations (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *organizations = mer_store_organizations (self->doc, &error);

  g_assert_no_error (error);
  return organizations;
}

/* The bytes of the document, to see that nothing was written. */
static inline GBytes *
fixture_bytes (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (self->document_path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

static inline char *
data_path (const char *name)
{
  return g_build_filename (g_getenv ("MER_TEST_DATA"), "import", name, NULL);
}

static inline void
assert_unchanged (Fixture *self,
                  GBytes  *before)
{
  g_autoptr (GBytes) after = fixture_bytes (self);

  g_assert_true (g_bytes_equal (before, after));
}
