/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-organization.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/* One organization of the registry, or one that a file is about to add. */
typedef struct
{
  MerOrganization *organization; /* a copy, to be changed */
  gboolean         fresh;        /* not stored yet */
  gboolean         names_parent; /* the file says whose branch it is */
} MerRegistryEntry;

/**
 * MerRegistryIndex:
 *
 * The registry by what tells organizations apart: INN, bus.gov.ru id, every spelling of
 * a name. Several may share a key: branches an INN, villages a «Солнышко».
 */
typedef struct _MerRegistryIndex MerRegistryIndex;

/* (transfer full): the registry as it is now; NULL and error when it cannot be read. */
MerRegistryIndex *mer_registry_index_new (MerDocument *doc,
                                          GError     **error);
void              mer_registry_index_free (MerRegistryIndex *self);

/* An entry for an organization that is new; takes it. The entry is the index's. */
MerRegistryEntry *mer_registry_index_add (MerRegistryIndex *self,
                                          MerOrganization  *organization);
/* Makes an entry known by the keys that its organization has by now, and by one more spelling. */
void mer_registry_index_update (MerRegistryIndex *self,
                                MerRegistryEntry *entry,
                                const char       *spelling);

/* (transfer none) (nullable) */
const MerRegistryEntry *mer_registry_index_by_id (MerRegistryIndex *self,
                                                  gint64            id);
/* Makes an entry known by the id that it was stored under. */
void mer_registry_index_set_stored (MerRegistryIndex *self,
                                    MerRegistryEntry *entry);
/* Those that have the key: (transfer none) (element-type MerRegistryEntry); NULL when none. */
const GPtrArray *mer_registry_index_by_inn (MerRegistryIndex *self,
                                            const char       *inn);
const GPtrArray *mer_registry_index_by_bus_gov_id (MerRegistryIndex *self,
                                                   const char       *id);
const GPtrArray *mer_registry_index_by_name (MerRegistryIndex *self,
                                             const char       *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerRegistryIndex, mer_registry_index_free)

G_END_DECLS
