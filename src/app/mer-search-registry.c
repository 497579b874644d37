/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is searched besides records: the registry, and what imports and scores left behind. */

#include "config.h"

#include "app/mer-search-private.h"

#include <glib/gi18n.h>

#include "store/mer-batch-store.h"
#include "store/mer-finding-store.h"
#include "store/mer-objection-store.h"
#include "store/mer-registry-store.h"

/* --- organizations --------------------------------------------------------------------------- */

static int
by_organization (gconstpointer a,
                 gconstpointer b)
{
  const MerSourceName *first = *(const MerSourceName *const *) a;
  const MerSourceName *second = *(const MerSourceName *const *) b;

  return first->organization_id < second->organization_id   ? -1
         : first->organization_id > second->organization_id ? 1
                                                            : 0;
}

/* Spellings of one organization stand together: its part of the sorted list. */
static GPtrArray *
slice_of (const GPtrArray *sources,
          gint64           organization_id)
{
  GPtrArray *slice = g_ptr_array_new ();
  guint      low = 0, high = sources->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (((const MerSourceName *) sources->pdata[middle])->organization_id < organization_id)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < sources->len &&
         ((const MerSourceName *) sources->pdata[low])->organization_id == organization_id;
       low++)
    g_ptr_array_add (slice, sources->pdata[low]);
  return slice;
}

static void
add_organization (MerSearch             *self,
                  const MerOrganization *organization,
                  const GPtrArray       *sources)
{
  static const char *const title = N_("Organization");
  g_autoptr (GPtrArray) spellings = slice_of (sources, organization->id);

  mer_search_begin (self, "organization", title, organization->id, 0, organization->name);
  mer_search_add (self, N_("Full name"), organization->full_name);
  mer_search_add (self, N_("INN"), organization->inn);
  mer_search_add (self, N_("OGRN"), organization->ogrn);
  mer_search_add (self, N_("Address"), organization->address);
  mer_search_add (self, N_("Site"), organization->site);
  mer_search_add (self, N_("Code on bus.gov.ru"), organization->bus_gov_id);
  mer_search_add (self, N_("Head"), organization->head);
  for (guint i = 0; i < spellings->len; i++)
    mer_search_add (self, N_("Other spellings"), ((MerSourceName *) spellings->pdata[i])->name);
}

static gboolean
add_organizations (MerSearch   *self,
                   MerDocument *doc,
                   GError     **error)
{
  g_autoptr (GPtrArray) all = mer_store_organizations (doc, error);
  g_autoptr (GPtrArray) sources = all != NULL ? mer_store_source_names (doc, error) : NULL;

  if (sources == NULL)
    return FALSE;
  g_ptr_array_sort (sources, by_organization);
  for (guint i = 0; i < all->len; i++)
    add_organization (self, all->pdata[i], sources);
  return TRUE;
}

/* --- of a cycle ------------------------------------------------------------------------------ */

static gboolean
add_findings (MerSearch      *self,
              MerDocument    *doc,
              MerRecordNames *names,
              gint64          cycle_id,
              GError        **error)
{
  static const char *const titles[] = { N_("Finding"), N_("Proposal") }; /* by MerFindingKind */
  g_autoptr (GPtrArray) list = mer_store_findings (doc, cycle_id, 0, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const MerFinding *finding = list->pdata[i];
      const char       *whose =
        mer_record_names_of_organization (names, finding->organization_id);
      g_autofree char *name = g_strdup_printf ("%s: %s", whose, finding->text);

      mer_search_begin (self, "finding", titles[finding->kind], finding->id, cycle_id, name);
      mer_search_add (self, N_("Criterion"), finding->criterion);
    }
  return list != NULL;
}

static gboolean
add_objections (MerSearch      *self,
                MerDocument    *doc,
                MerRecordNames *names,
                gint64          cycle_id,
                GError        **error)
{
  g_autoptr (GPtrArray) list = mer_store_objections (doc, cycle_id, 0, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const MerObjection *objection = list->pdata[i];
      const char         *whose =
        mer_record_names_of_organization (names, objection->organization_id);
      g_autofree char *name = g_strdup_printf ("%s: %s", whose, objection->subject);

      mer_search_begin (self, "objection", N_("Objection"), objection->id, cycle_id, name);
      mer_search_add (self, N_("Ground"), objection->ground);
      mer_search_add (self, N_("Decision"), objection->decision);
    }
  return list != NULL;
}

static gboolean
add_batches (MerSearch   *self,
             MerDocument *doc,
             GError     **error)
{
  g_autoptr (GPtrArray) list = mer_store_batches (doc, 0, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const MerBatch  *batch = list->pdata[i];
      g_autofree char *name = mer_batch_display_name (batch, mer_language_of_locale ());

      if (batch->removed)
        continue;
      mer_search_begin (self, "batch", N_("Import"), batch->id, batch->cycle_id, name);
      mer_search_add (self, N_("Source"), batch->source);
      mer_search_add (self, N_("Who imported it"), batch->who);
    }
  return list != NULL;
}

static gboolean
add_cycle (MerSearch      *self,
           MerDocument    *doc,
           MerRecordNames *names,
           const MerCycle *cycle,
           GError        **error)
{
  mer_search_begin (self, "cycle", N_("Cycle"), cycle->id, cycle->id, cycle->title);
  mer_search_add (self, N_("Operator"), cycle->operator_name);
  return add_findings (self, doc, names, cycle->id, error) &&
         add_objections (self, doc, names, cycle->id, error);
}

gboolean
mer_search_add_registry (MerSearch      *self,
                         MerDocument    *doc,
                         MerRecordNames *names,
                         GError        **error)
{
  g_autoptr (GPtrArray) cycles = mer_store_cycles (doc, error);

  if (cycles == NULL || !add_organizations (self, doc, error))
    return FALSE;
  for (guint i = 0; i < cycles->len; i++)
    if (!add_cycle (self, doc, names, cycles->pdata[i], error))
      return FALSE;
  return add_batches (self, doc, error);
}
