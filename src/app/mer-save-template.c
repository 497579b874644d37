/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Templates and the registry's own table out of a document: what they draw upon is read here. */
#include "config.h"

#include "app/mer-save-template.h"

#include <glib/gi18n.h>
#include <string.h>

#include "report/mer-report.h"
#include "store/mer-registry-store.h"

/* What an input borrows. */
typedef struct
{
  MerTemplateInput input;
  MerCycle        *cycle;
  MerMethodology  *methodology;
  GPtrArray       *registry;
  GPtrArray       *organizations;
  GPtrArray       *members;
  GPtrArray       *items;
  char            *department;
  char            *deadline;
} Source;

static void
source_clear (Source *self)
{
  g_clear_pointer (&self->cycle, mer_cycle_unref);
  g_clear_pointer (&self->methodology, mer_methodology_unref);
  g_clear_pointer (&self->registry, g_ptr_array_unref);
  g_clear_pointer (&self->organizations, g_ptr_array_unref);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self->department);
  g_free (self->deadline);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, source_clear)

static gboolean
is_selected (const GPtrArray *members,
             gint64           id)
{
  for (guint i = 0; i < members->len; i++)
    {
      const MerCycleMember *member = members->pdata[i];

      if (member->organization_id == id)
        return member->selected;
    }
  return FALSE;
}

/* Those that the cycle assesses; before any were selected, all that work. */
static GPtrArray *
organizations_of_cycle (const GPtrArray *registry,
                        const GPtrArray *members)
{
  GPtrArray *chosen = g_ptr_array_new ();
  gboolean   selected;

  for (guint i = 0; members != NULL && i < registry->len; i++)
    {
      MerOrganization *organization = registry->pdata[i];

      if (is_selected (members, organization->id))
        g_ptr_array_add (chosen, organization);
    }
  selected = chosen->len > 0;
  for (guint i = 0; !selected && i < registry->len; i++)
    {
      MerOrganization *organization = registry->pdata[i];

      if (organization->state == MER_ORGANIZATION_WORKING)
        g_ptr_array_add (chosen, organization);
    }
  return chosen;
}

static gboolean
load_cycle (Source      *self,
            MerDocument *doc,
            gint64       cycle_id,
            GError     **error)
{
  gint64 methodology_id = 0;

  if (!mer_store_find_cycle (doc, cycle_id, &self->cycle, error))
    return FALSE;
  if (self->cycle != NULL)
    {
      methodology_id = self->cycle->methodology_id;
      self->members = mer_store_members (doc, self->cycle->id, error);
      self->items = self->members != NULL ? mer_store_items (doc, self->cycle->id, error) : NULL;
      if (self->items == NULL)
        return FALSE;
    }
  if (methodology_id == 0)
    methodology_id = mer_store_latest_methodology_id (doc);
  self->methodology = mer_store_methodology (doc, methodology_id, error);
  return self->methodology != NULL;
}

static gboolean
source_load (Source      *self,
             MerDocument *doc,
             gint64       cycle_id,
             GError     **error)
{
  self->registry = mer_store_organizations (doc, error);
  if (self->registry == NULL || !load_cycle (self, doc, cycle_id, error))
    return FALSE;
  self->organizations = organizations_of_cycle (self->registry, self->members);
  self->department = mer_document_get_setting (doc, "department");
  self->deadline = mer_document_get_setting (doc, "deadline");
  self->input = (MerTemplateInput){
    .language = mer_document_get_language (doc),
    .department = self->department,
    .deadline = self->deadline,
    .cycle = self->cycle != NULL ? self->cycle->title : NULL,
    .methodology = self->methodology,
    .organizations = self->organizations,
    .registry = self->registry,
    .members = self->members,
    .items = self->items,
  };
  return TRUE;
}

/**
 * mer_template_of_document:
 * @doc: a document
 * @kind: of the template
 * @cycle_id: whose organizations and methodology; 0: the latest
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the workbook
 */
GBytes *
mer_template_of_document (MerDocument           *doc,
                          const MerTemplateKind *kind,
                          gint64                 cycle_id,
                          GError               **error)
{
  g_auto (Source) source = { 0 };
  g_autoptr (MerTemplate) table = NULL;

  if (!source_load (&source, doc, cycle_id, error))
    return NULL;
  if (!mer_template_kind_fits (kind, source.methodology))
    {
      g_set_error (error, MER_REPORT_ERROR, MER_REPORT_ERROR_KIND,
                   _("By the rules “%s” there is nothing to fill in: they have no indicators "
                     "that an expert gives points."),
                      source.methodology->title);
      return NULL;
    }
  table = kind->build (&source.input);
  return mer_template_render (table, error);
}

/* --- all of them ----------------------------------------------------------------------------- */

static char *
path_of (MerDocument           *doc,
         const MerTemplateKind *kind,
         const char            *folder)
{
  g_autofree char *name =
    g_strdup_printf ("%s.xlsx", mer_tr (mer_document_get_language (doc), kind->title));

  return g_build_filename (folder, name, NULL);
}

static gboolean
is_free (const char *path,
         GError    **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error, MER_REPORT_ERROR, MER_REPORT_ERROR_IO,
               _("The folder has a file “%s” already. Choose another folder."), name);
  return FALSE;
}

/* First whether all can be written, so that a folder does not get some of them. */
static gboolean
all_free (MerDocument          *doc,
          const MerMethodology *methodology,
          const char           *folder,
          GError              **error)
{
  const MerTemplateKind *const *kinds = mer_template_kinds ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autofree char *path = path_of (doc, kinds[i], folder);

      if (mer_template_kind_fits (kinds[i], methodology) && !is_free (path, error))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
mer_save_template_set (MerDocument *doc,
                       gint64       cycle_id,
                       const char  *folder,
                       GError     **error)
{
  const MerTemplateKind *const *kinds = mer_template_kinds ();
  g_auto (Source) source = { 0 };
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_free);

  if (!source_load (&source, doc, cycle_id, error) ||
      !all_free (doc, source.methodology, folder, error))
    return NULL;
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (MerTemplate) table = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *path = path_of (doc, kinds[i], folder);

      if (!mer_template_kind_fits (kinds[i], source.methodology))
        continue;
      table = kinds[i]->build (&source.input);
      bytes = mer_template_render (table, error);
      if (bytes == NULL || !mer_report_save (bytes, path, error))
        return NULL;
      g_ptr_array_add (written, g_steal_pointer (&path));
    }
  return g_steal_pointer (&written);
}

static gboolean
has_extension (const char *path,
               const char *extension)
{
  g_autofree char *low = g_ascii_strdown (path, -1);

  return g_str_has_suffix (low, extension);
}

/**
 * mer_export_registry:
 * @doc: a document
 * @cycle_id: whose numbers of recipients; 0: the latest
 * @path: a file whose name ends in .csv or .xlsx
 * @error: FORMAT or IO, with a sentence
 *
 * Returns: whether it was written
 */
gboolean
mer_export_registry (MerDocument *doc,
                     gint64       cycle_id,
                     const char  *path,
                     GError     **error)
{
  g_auto (Source) source = { 0 };
  g_autoptr (MerTemplate) table = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gboolean csv = has_extension (path, ".csv");

  if (!csv && !has_extension (path, ".xlsx"))
    {
      g_set_error (error, MER_REPORT_ERROR, MER_REPORT_ERROR_FORMAT,
                   _("“%s” ends neither in .csv nor in .xlsx."), path);
      return FALSE;
    }
  if (!source_load (&source, doc, cycle_id, error))
    return FALSE;
  table = mer_template_registry (&source.input);
  bytes = csv ? mer_template_render_csv (table) : mer_template_render (table, error);
  return bytes != NULL && mer_report_save (bytes, path, error);
}
