/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mer-name.h"
#include "import/mer-registry-index.h"
#include "store/mer-registry-store.h"

struct _MerRegistryIndex
{
  GPtrArray  *entries; /* of MerRegistryEntry */
  GHashTable *by_inn;  /* key → GPtrArray of MerRegistryEntry */
  GHashTable *by_bus_id;
  GHashTable *by_name;
  GHashTable *by_id; /* gint64* → MerRegistryEntry */
};

static void
entry_free (gpointer data)
{
  MerRegistryEntry *entry = data;

  mer_organization_unref (entry->organization);
  g_free (entry);
}

static GHashTable *
table_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify) g_ptr_array_unref);
}

static void
add_key (GHashTable       *table,
         char             *key,
         MerRegistryEntry *entry)
{
  GPtrArray *entries;

  if (key == NULL || *key == '\0')
    {
      g_free (key);
      return;
    }
  entries = g_hash_table_lookup (table, key);
  if (entries == NULL)
    {
      entries = g_ptr_array_new ();
      g_hash_table_insert (table, g_strdup (key), entries);
    }
  if (!g_ptr_array_find (entries, entry, NULL))
    g_ptr_array_add (entries, entry);
  g_free (key);
}

static void
add_name (MerRegistryIndex *self,
          const char       *name,
          MerRegistryEntry *entry)
{
  if (name != NULL)
    add_key (self->by_name, mer_name_fold (name, -1), entry);
}

void
mer_registry_index_update (MerRegistryIndex *self,
                           MerRegistryEntry *entry,
                           const char       *spelling)
{
  const MerOrganization *organization = entry->organization;

  add_name (self, organization->name, entry);
  add_name (self, organization->full_name, entry);
  add_name (self, spelling, entry);
  add_key (self->by_inn, g_strdup (organization->inn), entry);
  add_key (self->by_bus_id, g_strdup (organization->bus_gov_id), entry);
}

MerRegistryEntry *
mer_registry_index_add (MerRegistryIndex *self,
                        MerOrganization  *organization)
{
  MerRegistryEntry *entry = g_new0 (MerRegistryEntry, 1);

  entry->organization = organization;
  entry->fresh = organization->id == 0;
  g_ptr_array_add (self->entries, entry);
  mer_registry_index_update (self, entry, NULL);
  return entry;
}

MerRegistryIndex *
mer_registry_index_new (MerDocument *doc,
                        GError     **error)
{
  g_autoptr (MerRegistryIndex) self = NULL;
  g_autoptr (GPtrArray) organizations = mer_store_organizations (doc, error);
  g_autoptr (GPtrArray) sources = NULL;

  if (organizations == NULL)
    return NULL;
  sources = mer_store_source_names (doc, error);
  if (sources == NULL)
    return NULL;
  self = g_new0 (MerRegistryIndex, 1);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->by_inn = table_new ();
  self->by_bus_id = table_new ();
  self->by_name = table_new ();
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < organizations->len; i++)
    {
      MerRegistryEntry *entry =
        mer_registry_index_add (self, mer_organization_dup (organizations->pdata[i]));

      g_hash_table_insert (self->by_id, &entry->organization->id, entry);
    }
  for (guint i = 0; i < sources->len; i++)
    {
      const MerSourceName *source = sources->pdata[i];
      MerRegistryEntry    *entry = g_hash_table_lookup (self->by_id, &source->organization_id);

      if (entry != NULL)
        add_name (self, source->name, entry);
    }
  return g_steal_pointer (&self);
}

void
mer_registry_index_free (MerRegistryIndex *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_bus_id);
  g_hash_table_unref (self->by_inn);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

const MerRegistryEntry *
mer_registry_index_by_id (MerRegistryIndex *self,
                          gint64            id)
{
  return g_hash_table_lookup (self->by_id, &id);
}

void
mer_registry_index_set_stored (MerRegistryIndex *self,
                               MerRegistryEntry *entry)
{
  entry->fresh = FALSE;
  g_hash_table_insert (self->by_id, &entry->organization->id, entry);
}

const GPtrArray *
mer_registry_index_by_inn (MerRegistryIndex *self,
                           const char       *inn)
{
  return inn != NULL ? g_hash_table_lookup (self->by_inn, inn) : NULL;
}

const GPtrArray *
mer_registry_index_by_bus_gov_id (MerRegistryIndex *self,
                                  const char       *id)
{
  return id != NULL ? g_hash_table_lookup (self->by_bus_id, id) : NULL;
}

const GPtrArray *
mer_registry_index_by_name (MerRegistryIndex *self,
                            const char       *name)
{
  g_autofree char *key = name != NULL ? mer_name_fold (name, -1) : NULL;

  return key != NULL ? g_hash_table_lookup (self->by_name, key) : NULL;
}
