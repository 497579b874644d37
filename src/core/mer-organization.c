/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An organization as a boxed value; its reference count is atomic, workers share it. */

#include "core/mer-organization.h"

static const char *const kind_codes[] = {
  "preschool", "general", "additional", "vocational", "other"
};
static const char *const state_codes[] = { "working", "reorganized", "closed" };

G_STATIC_ASSERT (G_N_ELEMENTS (kind_codes) == MER_N_ORGANIZATION_KINDS);

G_DEFINE_BOXED_TYPE (MerOrganization,
                     mer_organization,
                     mer_organization_ref,
                     mer_organization_unref)

/**
 * mer_organization_new:
 * @name: the short name
 * @kind: its kind
 *
 * Returns: (transfer full): a working organization that is not stored yet
 */
MerOrganization *
mer_organization_new (const char         *name,
                      MerOrganizationKind kind)
{
  MerOrganization *self = g_atomic_rc_box_new0 (MerOrganization);

  self->name = g_strdup (name);
  self->kind = kind;
  self->state = MER_ORGANIZATION_WORKING;
  return self;
}

/**
 * mer_organization_dup:
 * @self: an organization
 *
 * Returns: (transfer full): a deep copy that may be changed until it is shared
 */
MerOrganization *
mer_organization_dup (const MerOrganization *self)
{
  MerOrganization *copy = g_atomic_rc_box_new0 (MerOrganization);

  *copy = *self;
  copy->name = g_strdup (self->name);
  copy->full_name = g_strdup (self->full_name);
  copy->inn = g_strdup (self->inn);
  copy->ogrn = g_strdup (self->ogrn);
  copy->address = g_strdup (self->address);
  copy->site = g_strdup (self->site);
  copy->bus_gov_id = g_strdup (self->bus_gov_id);
  copy->head = g_strdup (self->head);
  copy->state_day = g_strdup (self->state_day);
  return copy;
}

/**
 * mer_organization_ref:
 * @self: an organization
 *
 * Any thread.
 *
 * Returns: (transfer full): @self
 */
MerOrganization *
mer_organization_ref (MerOrganization *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
organization_clear (gpointer data)
{
  MerOrganization *self = data;

  g_free (self->name);
  g_free (self->full_name);
  g_free (self->inn);
  g_free (self->ogrn);
  g_free (self->address);
  g_free (self->site);
  g_free (self->bus_gov_id);
  g_free (self->head);
  g_free (self->state_day);
}

/**
 * mer_organization_unref:
 * @self: (transfer full): an organization
 *
 * Any thread.
 */
void
mer_organization_unref (MerOrganization *self)
{
  g_atomic_rc_box_release_full (self, organization_clear);
}

static int
find_code (const char *const *codes,
           guint              n,
           const char        *code)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (codes[i], code) == 0)
      return (int) i;
  return -1;
}

/**
 * mer_organization_kind_to_code:
 * @kind: a kind
 *
 * Returns: its stable word in files and in the store
 */
const char *
mer_organization_kind_to_code (MerOrganizationKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_codes), NULL);
  return kind_codes[kind];
}

/**
 * mer_organization_kind_from_code:
 * @code: (nullable): a word
 * @out: (out): the kind, only set on success
 *
 * Returns: %FALSE when no kind is called so
 */
gboolean
mer_organization_kind_from_code (const char          *code,
                                 MerOrganizationKind *out)
{
  int index = find_code (kind_codes, G_N_ELEMENTS (kind_codes), code);

  if (index >= 0)
    *out = (MerOrganizationKind) index;
  return index >= 0;
}

/**
 * mer_organization_state_to_code:
 * @state: a state
 *
 * Returns: its stable word in files and in the store
 */
const char *
mer_organization_state_to_code (MerOrganizationState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (state_codes), NULL);
  return state_codes[state];
}

/**
 * mer_organization_state_from_code:
 * @code: (nullable): a word
 * @out: (out): the state, only set on success
 *
 * Returns: %FALSE when no state is called so
 */
gboolean
mer_organization_state_from_code (const char           *code,
                                  MerOrganizationState *out)
{
  int index = find_code (state_codes, G_N_ELEMENTS (state_codes), code);

  if (index >= 0)
    *out = (MerOrganizationState) index;
  return index >= 0;
}

MerOrganization *
mer_organizations_find (const GPtrArray *organizations,
                        gint64           id)
{
  for (guint i = 0; id != 0 && organizations != NULL && i < organizations->len; i++)
    if (((const MerOrganization *) organizations->pdata[i])->id == id)
      return organizations->pdata[i];
  return NULL;
}

const char *
mer_organizations_name (const GPtrArray *organizations,
                        gint64           id)
{
  const MerOrganization *organization = mer_organizations_find (organizations, id);

  return organization != NULL ? organization->name : "";
}
