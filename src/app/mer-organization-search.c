/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which organization a user means by what was typed. */

#include "config.h"

#include "app/mer-organization-search.h"

#include "core/mer-name.h"

/**
 * mer_organization_match:
 * @organization: one of several
 * @typed: what a user typed
 * @folded: the same by mer_name_fold()
 *
 * Returns: how well the organization answers to it; 0: not at all
 */
int
mer_organization_match (const MerOrganization *organization,
                        const char            *typed,
                        const char            *folded)
{
  g_autofree char *name = mer_name_fold (organization->name, -1);
  g_autofree char *full_name = NULL;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, organization->id);

  if (g_strcmp0 (organization->name, typed) == 0)
    return 5;
  if (*folded != '\0' && g_str_equal (name, folded))
    return 4;
  if (organization->full_name != NULL)
    full_name = mer_name_fold (organization->full_name, -1);
  if (full_name != NULL && *folded != '\0' && g_str_equal (full_name, folded))
    return 3;
  if (g_strcmp0 (organization->inn, typed) == 0)
    return 2;
  return g_str_equal (id, typed) ? 1 : 0;
}

/**
 * mer_organization_by_alias:
 * @doc: a document
 * @folded: what a user typed, by mer_name_fold()
 *
 * Returns: whom files called so; 0: nobody
 */
gint64
mer_organization_by_alias (MerDocument *doc,
                           const char  *folded)
{
  g_autoptr (GPtrArray) names = mer_store_source_names (doc, NULL);

  for (guint i = 0; names != NULL && *folded != '\0' && i < names->len; i++)
    {
      const MerSourceName *source = g_ptr_array_index (names, i);
      g_autofree char     *name = mer_name_fold (source->name, -1);

      if (source->organization_id != 0 && g_str_equal (name, folded))
        return source->organization_id;
    }
  return 0;
}

static const MerOrganization *
find_by_id (GPtrArray *organizations,
            gint64     id)
{
  for (guint i = 0; i < organizations->len; i++)
    {
      const MerOrganization *organization = g_ptr_array_index (organizations, i);

      if (organization->id == id)
        return organization;
    }
  return NULL;
}

/**
 * mer_organization_search:
 * @organizations: (element-type MerOrganization): among whom
 * @doc: the document that they are of, for the spellings that its files used
 * @name: what a user typed
 *
 * Returns: (transfer none) (nullable): the organization
 */
const MerOrganization *
mer_organization_search (GPtrArray   *organizations,
                         MerDocument *doc,
                         const char  *name)
{
  g_autofree char       *folded = mer_name_fold (name, -1);
  const MerOrganization *best = NULL;
  int                    best_quality = 0;

  for (guint i = 0; i < organizations->len; i++)
    {
      const MerOrganization *organization = g_ptr_array_index (organizations, i);
      int                    quality = mer_organization_match (organization, name, folded);

      if (quality > best_quality)
        {
          best = organization;
          best_quality = quality;
        }
    }
  return best != NULL ? best
                      : find_by_id (organizations, mer_organization_by_alias (doc, folded));
}
