/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a typed text means. What changes the registry must not guess: several that fit are an
 * error that names them. */
#include "config.h"

#include "app/mer-find-organization.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-name.h"
#include "store/mer-registry-store.h"

typedef gboolean (*Fits) (const MerOrganization *organization,
                          const char            *text,
                          const char            *folded);

static gboolean
same_number (const MerOrganization *organization,
             const char            *text,
             const char            *folded)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, organization->id);

  return strcmp (id, text) == 0 || g_strcmp0 (organization->inn, text) == 0;
}

static gboolean
exact_name (const MerOrganization *organization,
            const char            *text,
            const char            *folded)
{
  return g_strcmp0 (organization->name, text) == 0;
}

static gboolean
same_name (const MerOrganization *organization,
           const char            *text,
           const char            *folded)
{
  g_autofree char *name = mer_name_fold (organization->name, -1);
  g_autofree char *full =
    organization->full_name != NULL ? mer_name_fold (organization->full_name, -1) : NULL;

  return *folded != '\0' && (strcmp (folded, name) == 0 || g_strcmp0 (folded, full) == 0);
}

static GPtrArray *
collect (const GPtrArray *all,
         Fits             fits,
         const char      *text,
         const char      *folded)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      if (fits (all->pdata[i], text, folded))
        g_ptr_array_add (found, all->pdata[i]);
    }
  return found;
}

static GPtrArray *
collect_by_spelling (MerDocument     *doc,
                     const GPtrArray *all,
                     const char      *folded,
                     GError         **error)
{
  g_autoptr (GPtrArray) sources = mer_store_source_names (doc, error);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; sources != NULL && i < sources->len; i++)
    {
      const MerSourceName *source = sources->pdata[i];
      g_autofree char     *key = mer_name_fold (source->name, -1);

      for (guint k = 0; strcmp (key, folded) == 0 && k < all->len; k++)
        {
          MerOrganization *organization = all->pdata[k];

          if (organization->id == source->organization_id &&
              !g_ptr_array_find (found, organization, NULL))
            g_ptr_array_add (found, organization);
        }
    }
  return sources != NULL ? g_steal_pointer (&found) : NULL;
}

static MerOrganization *
only (const GPtrArray *found,
      const char      *text,
      GError         **error)
{
  const MerOrganization *first, *second;

  if (found->len == 1)
    return mer_organization_ref (found->pdata[0]);
  if (found->len == 0)
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                   _("The registry has no organization “%s”."), text);
      return NULL;
    }
  first = found->pdata[0];
  second = found->pdata[1];
  g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
               /* Translators: %s are a text and two names; the numbers are their ids. */
               _("“%s” may be “%s” (%d) or “%s” (%d): give the number in brackets."), text,
                  first->name, (int) first->id, second->name, (int) second->id);
  return NULL;
}

/**
 * mer_find_organizations:
 * @doc: the document that they are of, for the spellings that its files used
 * @among: (element-type MerOrganization): among whom
 * @text: what a user typed
 * @error: return location
 *
 * Returns: (transfer container) (element-type MerOrganization): those that the text fits best;
 *   %NULL and error when the document cannot be read
 */
GPtrArray *
mer_find_organizations (MerDocument     *doc,
                        const GPtrArray *among,
                        const char      *text,
                        GError         **error)
{
  static const Fits ways[] = { same_number, exact_name, same_name };
  g_autofree char  *folded = mer_name_fold (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GPtrArray) found = collect (among, ways[i], text, folded);

      if (found->len > 0)
        return g_steal_pointer (&found);
    }
  return collect_by_spelling (doc, among, folded, error);
}

/**
 * mer_find_organization:
 * @doc: a document
 * @text: what a user typed
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the organization
 */
MerOrganization *
mer_find_organization (MerDocument *doc,
                       const char  *text,
                       GError     **error)
{
  g_autoptr (GPtrArray) all = mer_store_organizations (doc, error);
  g_autoptr (GPtrArray) found =
    all != NULL ? mer_find_organizations (doc, all, text, error) : NULL;

  return found != NULL ? only (found, text, error) : NULL;
}
