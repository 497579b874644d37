/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The registry by all that organizations are known by. */

#include "config.h"

#include "app/mer-organization-finder.h"

#include <glib/gi18n.h>

#include "core/mer-name.h"
#include "core/mer-record.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"

/* Likeness from which on a name is worth telling, and for how many texts it is looked for: each
 * takes a walk through the registry. */
#define NEAR 70
#define MOST_SUGGESTIONS 50

/* Grounds, the best first. */
enum
{
  BY_INN,
  BY_EXACT_NAME,
  BY_NAME, /* or full name, folded */
  BY_SPELLING,
  N_GROUNDS
};

struct _MerOrganizationFinder
{
  GPtrArray  *all;                /* of MerOrganization */
  GPtrArray  *sources;            /* of MerSourceName */
  GHashTable *by_id;              /* gint64* → MerOrganization */
  GHashTable *grounds[N_GROUNDS]; /* text → GPtrArray of MerOrganization */
  GPtrArray  *one;                /* of MerOrganization: what was found by its id */
  guint       n_suggestions;
};

static void
add_key (MerOrganizationFinder *self,
         guint                  ground,
         const char            *key,
         MerOrganization       *organization)
{
  GPtrArray *there = NULL;

  if (key == NULL || *key == '\0')
    return;
  there = g_hash_table_lookup (self->grounds[ground], key);
  if (there == NULL)
    {
      there = g_ptr_array_new ();
      g_hash_table_insert (self->grounds[ground], g_strdup (key), there);
    }
  if (!g_ptr_array_find (there, organization, NULL))
    g_ptr_array_add (there, organization);
}

static void
add_folded (MerOrganizationFinder *self,
            guint                  ground,
            const char            *name,
            MerOrganization       *organization)
{
  g_autofree char *key = name != NULL ? mer_name_fold (name, -1) : NULL;

  add_key (self, ground, key, organization);
}

static void
add_organization (MerOrganizationFinder *self,
                  MerOrganization       *organization)
{
  g_hash_table_insert (self->by_id, &organization->id, organization);
  add_key (self, BY_INN, organization->inn, organization);
  add_key (self, BY_EXACT_NAME, organization->name, organization);
  add_folded (self, BY_NAME, organization->name, organization);
  add_folded (self, BY_NAME, organization->full_name, organization);
}

static void
add_spellings (MerOrganizationFinder *self,
               const GPtrArray       *sources)
{
  for (guint i = 0; i < sources->len; i++)
    {
      const MerSourceName *source = sources->pdata[i];
      MerOrganization     *organization = g_hash_table_lookup (self->by_id,
                                                               &source->organization_id);

      if (organization != NULL)
        add_folded (self, BY_SPELLING, source->name, organization);
    }
}

MerOrganizationFinder *
mer_organization_finder_new (MerDocument *doc,
                             GError     **error)
{
  g_autoptr (MerOrganizationFinder) self = NULL;
  g_autoptr (GPtrArray) all = mer_store_organization_snapshot (doc, error);
  g_autoptr (GPtrArray) sources = all != NULL ? mer_store_source_snapshot (doc, error) : NULL;

  if (sources == NULL)
    return NULL;
  self = g_new0 (MerOrganizationFinder, 1);
  self->all = g_steal_pointer (&all);
  self->sources = g_ptr_array_ref (sources);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->one = g_ptr_array_new ();
  for (guint i = 0; i < N_GROUNDS; i++)
    self->grounds[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                              (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->all->len; i++)
    add_organization (self, self->all->pdata[i]);
  add_spellings (self, sources);
  return g_steal_pointer (&self);
}

void
mer_organization_finder_free (MerOrganizationFinder *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < N_GROUNDS; i++)
    g_hash_table_unref (self->grounds[i]);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->one);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->all);
  g_free (self);
}

gboolean
mer_organization_finder_is_current (MerOrganizationFinder *self,
                                    MerDocument           *doc)
{
  g_autoptr (GPtrArray) all = mer_store_organization_snapshot (doc, NULL);
  g_autoptr (GPtrArray) sources = mer_store_source_snapshot (doc, NULL);

  return all == self->all && sources == self->sources;
}

const MerOrganization *
mer_organization_finder_get (MerOrganizationFinder *self,
                             gint64                 id)
{
  return g_hash_table_lookup (self->by_id, &id);
}

const GPtrArray *
mer_organization_finder_all (MerOrganizationFinder *self)
{
  return self->all;
}

/* «#5» */
static gboolean
read_id (const char *text,
         gint64     *id)
{
  return *text == '#' && g_ascii_string_to_signed (text + 1, 10, 1, G_MAXINT64, id, NULL);
}

static const GPtrArray *
find_id (MerOrganizationFinder *self,
         gint64                 id)
{
  MerOrganization *organization = g_hash_table_lookup (self->by_id, &id);

  g_ptr_array_set_size (self->one, 0);
  if (organization == NULL)
    return NULL;
  g_ptr_array_add (self->one, organization);
  return self->one;
}

const GPtrArray *
mer_organization_finder_find (MerOrganizationFinder *self,
                              const char            *text)
{
  g_autofree char *folded = NULL;
  const GPtrArray *found = NULL;
  gint64           id = 0;

  if (read_id (text, &id))
    return find_id (self, id);
  folded = mer_name_fold (text, -1);
  for (guint i = 0; found == NULL && i < N_GROUNDS; i++)
    found = g_hash_table_lookup (self->grounds[i], i <= BY_EXACT_NAME ? text : folded);
  return found;
}

/* --- sentences ------------------------------------------------------------------------------- */

static const char *
nearest_name (MerOrganizationFinder *self,
              const char            *text)
{
  g_autofree char *folded = mer_name_fold (text, -1);
  const char      *nearest = NULL;
  guint            best = NEAR - 1;

  if (self->n_suggestions++ >= MOST_SUGGESTIONS)
    return NULL;
  for (guint i = 0; i < self->all->len; i++)
    {
      const MerOrganization *organization = self->all->pdata[i];
      g_autofree char       *candidate = mer_name_fold (organization->name, -1);
      guint                  likeness = mer_name_similarity (folded, candidate);

      if (likeness > best)
        {
          best = likeness;
          nearest = organization->name;
        }
    }
  return nearest;
}

static gint64
refuse_unknown (MerOrganizationFinder *self,
                const char            *text,
                GError               **error)
{
  const char *nearest = nearest_name (self, text);

  if (nearest != NULL)
    g_set_error (error, MER_RECORD_ERROR, MER_RECORD_ERROR_INVALID,
                 _("The registry has no organization “%s”. The nearest name is “%s”."), text,
                    nearest);
  else
    g_set_error (error, MER_RECORD_ERROR, MER_RECORD_ERROR_INVALID,
                 _("The registry has no organization “%s”."), text);
  return 0;
}

static gint64
refuse_ambiguous (const GPtrArray *found,
                  const char      *text,
                  GError         **error)
{
  const MerOrganization *first = found->pdata[0], *second = found->pdata[1];

  g_set_error (error, MER_RECORD_ERROR, MER_RECORD_ERROR_INVALID,
               /* Translators: %s are a text and two names; the numbers are their ids. */
               _("“%s” may be “%s” (#%d) or “%s” (#%d). Write the number with its sign."), text,
                  first->name, (int) first->id, second->name, (int) second->id);
  return 0;
}

gint64
mer_organization_finder_only (MerOrganizationFinder *self,
                              const char            *text,
                              GError               **error)
{
  const GPtrArray *found = mer_organization_finder_find (self, text);

  if (found == NULL)
    return refuse_unknown (self, text, error);
  if (found->len > 1)
    return refuse_ambiguous (found, text, error);
  return ((const MerOrganization *) found->pdata[0])->id;
}
