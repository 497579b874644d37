/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-import-row.h"
#include "import/mer-registry-index.h"

G_BEGIN_DECLS

/* One row of a registry table, its cells checked. Strings are NULL where the cell is empty. */
typedef struct
{
  gint64               row;
  char                *name; /* never NULL: the full name where there is no other */
  char                *full_name;
  char                *inn;  /* valid */
  char                *ogrn; /* valid */
  char                *address;
  char                *site;
  char                *bus_gov_id;
  char                *head;
  char                *parent;
  gboolean             has_kind; /* told by the row, not guessed from the name */
  MerOrganizationKind  kind;
  gboolean             has_state;
  MerOrganizationState state;
  char                *state_day; /* ISO */
  char                *successor;
  int                  historic;   /* −1: not told */
  gint64               recipients; /* −1: none */

  MerRegistryEntry *entry;  /* whom it is about */
  MerOrganization  *before; /* what was known of it; NULL: it is new */
  gboolean          usable;
} MerRegistryRow;

/* Reads a row; NULL when it names no organization. Numbers that are wrong become notes. */
MerRegistryRow *mer_registry_row_read (MerImportJob *job,
                                       const MerRow *row);
void            mer_registry_row_free (MerRegistryRow *self);
gboolean        mer_registry_row_equal (const MerRegistryRow *a,
                                        const MerRegistryRow *b);
/* Writes what the row tells into its entry's organization; an empty cell changes nothing,
 * and an organization that is there keeps its name. Keeps what was there in `before`. */
void mer_registry_row_apply (MerRegistryRow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerRegistryRow, mer_registry_row_free)

G_END_DECLS
