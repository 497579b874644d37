/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  MER_ORGANIZATION_PRESCHOOL,
  MER_ORGANIZATION_GENERAL,
  MER_ORGANIZATION_ADDITIONAL,
  MER_ORGANIZATION_VOCATIONAL,
  MER_ORGANIZATION_OTHER,
} MerOrganizationKind;
#define MER_N_ORGANIZATION_KINDS 5

typedef enum
{
  MER_ORGANIZATION_WORKING,
  MER_ORGANIZATION_REORGANIZED,
  MER_ORGANIZATION_CLOSED,
} MerOrganizationState;

/**
 * MerOrganization:
 *
 * One organization of the registry. A boxed, reference-counted value: fill the
 * fields of a mer_organization_new() before sharing it, then treat it as const.
 * Strings are %NULL when unknown, except `name`.
 */
typedef struct
{
  gint64               id;   /* 0 before it is stored */
  char                *name; /* short name, as first imported: what tables and `scores` print */
  char                *full_name;
  MerOrganizationKind  kind;
  MerOrganizationState state;
  char                *inn;
  char                *ogrn;
  char                *address;
  char                *site;
  char                *bus_gov_id;
  char                *head;         /* post or name of the head */
  gint64               parent_id;    /* 0: not a branch */
  gint64               successor_id; /* who goes on with its work; 0: nobody */
  char                *state_day;    /* ISO: since when it is reorganized or closed */
  gboolean             historic_building;
} MerOrganization;

#define MER_TYPE_ORGANIZATION (mer_organization_get_type ())
GType            mer_organization_get_type (void);
MerOrganization *mer_organization_new (const char         *name,
                                       MerOrganizationKind kind);
/* A deep copy with a reference count of its own, free to be changed. */
MerOrganization *mer_organization_dup (const MerOrganization *self);
MerOrganization *mer_organization_ref (MerOrganization *self);
void             mer_organization_unref (MerOrganization *self);

/* Stable words of files and of the store: "preschool", "general", … */
const char *mer_organization_kind_to_code (MerOrganizationKind kind);
gboolean    mer_organization_kind_from_code (const char          *code,
                                             MerOrganizationKind *out);
const char *mer_organization_state_to_code (MerOrganizationState state);
gboolean    mer_organization_state_from_code (const char           *code,
                                              MerOrganizationState *out);
/* The kind that a name speaks of («МБДОУ …», «Детский сад», «СОШ», «Лицей»,
 * «Дом творчества», «Техникум»); OTHER when none is certain. */
MerOrganizationKind mer_organization_kind_guess (const char *name);

/* That of a list, which may be NULL; 0 is nobody's: (transfer none) (nullable). */
MerOrganization *mer_organizations_find (const GPtrArray *organizations,
                                         gint64           id);
/* Its name; "" where it is not in the list. */
const char *mer_organizations_name (const GPtrArray *organizations,
                                    gint64           id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerOrganization, mer_organization_unref)

G_END_DECLS
