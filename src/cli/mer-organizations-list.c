/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli organizations list: the registry as CSV or JSON, by stable words. */

#include "config.h"

#include "cli/mer-organizations-private.h"
#include "store/mer-registry-store.h"

/* In the order of cells_of(). */
static const char *const keys[] = { "id", "organization", "full-name", "kind", "state", "inn",
                                    "ogrn", "address", "site", "bus-gov-id", "head", "parent",
                                    "historic-building", "recipients", "successor",
                                    "state-day" };
#define NUMBERS (1 << 0 | 1 << 13) /* id, recipients */

static const char *
name_of (const GPtrArray *all,
         gint64           id)
{
  const MerOrganization *other = mer_organizations_find (all, id);

  return other != NULL ? other->name : NULL;
}

static char *
recipients_of (const GPtrArray *members,
               gint64           id)
{
  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      const MerCycleMember *member = members->pdata[i];

      if (member->organization_id == id && member->recipients >= 0)
        return g_strdup_printf ("%" G_GINT64_FORMAT, member->recipients);
    }
  return NULL;
}

/* (transfer full): NULL where nothing is known. */
static GPtrArray *
cells_of (const GPtrArray       *all,
          const GPtrArray       *members,
          const MerOrganization *o)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, g_strdup_printf ("%" G_GINT64_FORMAT, o->id));
  g_ptr_array_add (cells, g_strdup (o->name));
  g_ptr_array_add (cells, g_strdup (o->full_name));
  g_ptr_array_add (cells, g_strdup (mer_organization_kind_to_code (o->kind)));
  g_ptr_array_add (cells, g_strdup (mer_organization_state_to_code (o->state)));
  g_ptr_array_add (cells, g_strdup (o->inn));
  g_ptr_array_add (cells, g_strdup (o->ogrn));
  g_ptr_array_add (cells, g_strdup (o->address));
  g_ptr_array_add (cells, g_strdup (o->site));
  g_ptr_array_add (cells, g_strdup (o->bus_gov_id));
  g_ptr_array_add (cells, g_strdup (o->head));
  g_ptr_array_add (cells, g_strdup (name_of (all, o->parent_id)));
  g_ptr_array_add (cells, g_strdup (o->historic_building ? "yes" : "no"));
  g_ptr_array_add (cells, recipients_of (members, o->id));
  g_ptr_array_add (cells, g_strdup (name_of (all, o->successor_id)));
  g_ptr_array_add (cells, g_strdup (o->state_day));
  return cells;
}

static gboolean
load_members (MerDocument *doc,
              gint64       cycle_id,
              GPtrArray  **out,
              GError     **error)
{
  g_autoptr (MerCycle) cycle = NULL;

  if (!mer_store_find_cycle (doc, cycle_id, &cycle, error))
    return FALSE;
  if (cycle != NULL)
    *out = mer_store_members (doc, cycle->id, error);
  return cycle == NULL || *out != NULL;
}

MerExit
mer_cli_list_organizations (MerDocument *doc,
                            gint64       cycle_id,
                            gboolean     json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GPtrArray) all = mer_store_organizations (doc, &error);
  g_autoptr (GString) out = g_string_new (NULL);

  if (all == NULL || !load_members (doc, cycle_id, &members, &error))
    return mer_cli_fail (error);
  if (json)
    g_string_append_c (out, '[');
  else
    mer_cli_csv_row (out, keys, G_N_ELEMENTS (keys));
  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (GPtrArray) cells = cells_of (all, members, all->pdata[i]);

      if (json)
        {
          g_string_append (out, i == 0 ? "\n  " : ",\n  ");
          mer_cli_json_object (out, keys, (const char *const *) cells->pdata, cells->len, NUMBERS);
        }
      else
        mer_cli_csv_row (out, (const char *const *) cells->pdata, cells->len);
    }
  if (json)
    g_string_append (out, all->len > 0 ? "\n]\n" : "]\n");
  mer_cli_print ("%s", out->str);
  return MER_EXIT_DONE;
}
