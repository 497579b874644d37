/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What merging two organizations is going to do, read without writing. */
#include "config.h"

#include "store/mer-registry-merge.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-name.h"
#include "store/mer-block.h"
#include "store/mer-registry-private.h"
#include "store/mer-registry-store.h"

/* Branches of branches: more than there can be, and an end for loops of old documents. */
#define MAX_LEVELS 100

void
mer_merge_plan_free (MerMergePlan *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->keep, mer_organization_unref);
  g_clear_pointer (&self->gone, mer_organization_unref);
  g_clear_pointer (&self->merged, mer_organization_unref);
  g_ptr_array_unref (self->spellings);
  g_ptr_array_unref (self->cycles);
  g_ptr_array_unref (self->branches);
  g_free (self);
}

static void
cycle_free (gpointer data)
{
  MerMergeCycle *self = data;

  g_free (self->title);
  g_free (self);
}

static MerMergePlan *
plan_new (void)
{
  MerMergePlan *self = g_new0 (MerMergePlan, 1);

  self->spellings = g_ptr_array_new_with_free_func (g_free);
  self->cycles = g_ptr_array_new_with_free_func (cycle_free);
  self->branches = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/* --- who --------------------------------------------------------------------------------- */

static gboolean
is_above (const GPtrArray       *organizations,
          gint64                 above,
          const MerOrganization *below)
{
  for (guint i = 0; below != NULL && i < MAX_LEVELS; i++)
    {
      if (below->parent_id == above)
        return TRUE;
      below = mer_organizations_find (organizations, below->parent_id);
    }
  return FALSE;
}

/* No loops: the other's branches come under the kept one, which must not stand below any of them,
 * and takes the other's parent where it was below the other itself. */
static gint64
merged_parent (const GPtrArray       *organizations,
               const MerOrganization *keep,
               const MerOrganization *gone)
{
  if (is_above (organizations, gone->id, keep))
    return is_above (organizations, keep->id, gone) ? 0 : gone->parent_id;
  if (keep->parent_id != 0 || is_above (organizations, keep->id, gone))
    return keep->parent_id;
  return gone->parent_id;
}

static void
fill (char      **field,
      const char *other)
{
  if ((*field != NULL && **field != '\0') || other == NULL)
    return;
  g_free (*field);
  *field = g_strdup (other);
}

/* The kept one with what it lacks. */
static MerOrganization *
merge_fields (const GPtrArray       *organizations,
              const MerOrganization *keep,
              const MerOrganization *gone)
{
  MerOrganization *merged = mer_organization_dup (keep);

  fill (&merged->full_name, gone->full_name);
  fill (&merged->inn, gone->inn);
  fill (&merged->ogrn, gone->ogrn);
  fill (&merged->address, gone->address);
  fill (&merged->site, gone->site);
  fill (&merged->bus_gov_id, gone->bus_gov_id);
  fill (&merged->head, gone->head);
  fill (&merged->state_day, merged->state != MER_ORGANIZATION_WORKING ? gone->state_day : NULL);
  if (merged->kind == MER_ORGANIZATION_OTHER)
    merged->kind = gone->kind;
  merged->historic_building |= gone->historic_building;
  merged->parent_id = merged_parent (organizations, keep, gone);
  if (merged->successor_id == 0 && merged->state != MER_ORGANIZATION_WORKING)
    merged->successor_id = gone->successor_id;
  if (merged->successor_id == keep->id || merged->successor_id == gone->id)
    merged->successor_id = 0;
  return merged;
}

static gboolean
differ (const char *a,
        const char *b)
{
  return a != NULL && b != NULL && *a != '\0' && *b != '\0' && strcmp (a, b) != 0;
}

static gboolean
load_organizations (MerMergePlan *self,
                    MerDocument  *doc,
                    gint64        keep_id,
                    gint64        gone_id,
                    GError      **error)
{
  g_autoptr (GPtrArray) all = mer_store_organizations (doc, error);
  MerOrganization *keep, *gone;

  if (all == NULL)
    return FALSE;
  keep = mer_organizations_find (all, keep_id);
  gone = mer_organizations_find (all, gone_id);
  if (keep == NULL || gone == NULL)
    {
      g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                           _("The organization is not there any more."));
      return FALSE;
    }
  if (keep == gone)
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                   _("“%s” cannot be merged with itself."), keep->name);
      return FALSE;
    }
  self->keep = mer_organization_ref (keep);
  self->gone = mer_organization_ref (gone);
  self->merged = merge_fields (all, keep, gone);
  for (guint i = 0; i < all->len; i++)
    {
      const MerOrganization *organization = all->pdata[i];

      if (organization->parent_id == gone_id && organization != keep)
        g_ptr_array_add (self->branches, g_strdup (organization->name));
    }
  self->conflicts |= differ (keep->inn, gone->inn) ? MER_MERGE_INN : 0;
  self->conflicts |= differ (keep->ogrn, gone->ogrn) ? MER_MERGE_OGRN : 0;
  self->conflicts |= differ (keep->bus_gov_id, gone->bus_gov_id) ? MER_MERGE_BUS_GOV_ID : 0;
  return TRUE;
}

/* --- spellings --------------------------------------------------------------------------- */

static void
add_spelling (MerMergePlan *self,
              const char   *name)
{
  if (name != NULL && *name != '\0' &&
      !g_ptr_array_find_with_equal_func (self->spellings, name, g_str_equal, NULL))
    g_ptr_array_add (self->spellings, g_strdup (name));
}

/* A name by which the kept one is found anyway is no spelling to be remembered. */
static gboolean
is_known (const MerMergePlan *self,
          const char         *name)
{
  g_autofree char *key = mer_name_fold (name, -1);
  g_autofree char *own = mer_name_fold (self->keep->name, -1);

  return strcmp (key, own) == 0;
}

static gboolean
load_spellings (MerMergePlan *self,
                MerDocument  *doc,
                GError      **error)
{
  g_autoptr (GPtrArray) aliases = mer_store_aliases (doc, self->gone->id, error);

  if (aliases == NULL)
    return FALSE;
  for (guint i = 0; i < aliases->len; i++)
    add_spelling (self, aliases->pdata[i]);
  if (!is_known (self, self->gone->name))
    add_spelling (self, self->gone->name);
  if (self->gone->full_name != NULL && !is_known (self, self->gone->full_name))
    add_spelling (self, self->gone->full_name);
  return TRUE;
}

/* --- cycles ------------------------------------------------------------------------------ */

static MerMergeCycle *
cycle_for (MerMergePlan *self,
           gint64        cycle_id)
{
  for (guint i = 0; i < self->cycles->len; i++)
    {
      MerMergeCycle *cycle = self->cycles->pdata[i];

      if (cycle->cycle_id == cycle_id)
        return cycle;
    }
  return NULL;
}

/* Rows of (cycle, organization, number) into `field` of both. */
typedef void (*MerMergeFunc) (MerMergeCycle *cycle,
                              guint          which,
                              MerQuery      *query);

static void
take_members_cb (MerMergeCycle *cycle,
                 guint          which,
                 MerQuery      *query)
{
  cycle->recipients[which] = mer_query_is_null (query, 2) ? -1 : mer_query_int (query, 2);
}

static void
take_checklists_cb (MerMergeCycle *cycle,
                    guint          which,
                    MerQuery      *query)
{
  cycle->checklists[which] += (guint64) mer_query_int (query, 2);
}

static void
take_block_cb (MerMergeCycle *cycle,
               guint          which,
               MerQuery      *query)
{
  g_autoptr (GBytes) block = mer_query_bytes_in_place (query, 2);

  cycle->questionnaires[which] += mer_block_n_rows (block);
}

static gboolean
take (MerMergePlan *self,
      MerDocument  *doc,
      const char   *sql,
      MerMergeFunc  func,
      GError      **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc, sql, error))
    return FALSE;
  mer_query_bind_int (&query, 1, self->keep->id);
  mer_query_bind_int (&query, 2, self->gone->id);
  while (mer_query_next (&query, error))
    {
      MerMergeCycle *cycle = cycle_for (self, mer_query_int (&query, 0));

      if (cycle != NULL)
        func (cycle, mer_query_int (&query, 1) == self->gone->id ? 1 : 0, &query);
    }
  return mer_query_done (&query);
}

static gboolean
add_cycles (MerMergePlan *self,
            MerDocument  *doc,
            GError      **error)
{
  g_autoptr (GPtrArray) cycles = mer_store_cycles (doc, error);

  for (guint i = 0; cycles != NULL && i < cycles->len; i++)
    {
      const MerCycle *cycle = cycles->pdata[i];
      MerMergeCycle  *line = g_new0 (MerMergeCycle, 1);

      line->cycle_id = cycle->id;
      line->title = g_strdup (cycle->title);
      line->approved = cycle->approved;
      line->recipients[0] = line->recipients[1] = -1;
      g_ptr_array_add (self->cycles, line);
    }
  return cycles != NULL;
}

/* Cycles in which the other has nothing are of no interest. */
static void
keep_touched (MerMergePlan *self)
{
  for (guint i = self->cycles->len; i > 0; i--)
    {
      const MerMergeCycle *cycle = self->cycles->pdata[i - 1];
      gboolean             has[2];

      for (guint k = 0; k < 2; k++)
        has[k] = cycle->questionnaires[k] > 0 || cycle->checklists[k] > 0;
      if (cycle->approved && has[0] && has[1])
        self->conflicts |= MER_MERGE_APPROVED;
      if (!has[1] && cycle->recipients[1] < 0)
        g_ptr_array_remove_index (self->cycles, i - 1);
    }
}

static gboolean
load_cycles (MerMergePlan *self,
             MerDocument  *doc,
             GError      **error)
{
  if (!add_cycles (self, doc, error) ||
      !take (self, doc,
             "SELECT cycle_id, organization_id, recipients FROM member "
             "WHERE organization_id IN (?1, ?2)",
             take_members_cb, error) ||
      !take (self, doc,
             "SELECT t.cycle_id, s.organization_id, count (*) FROM source s "
             "JOIN checklist c ON c.source_id = s.id JOIN batch t ON t.id = c.batch_id "
             "WHERE s.organization_id IN (?1, ?2) AND t.removed = 0 GROUP BY 1, 2",
             take_checklists_cb, error) ||
      !take (self, doc,
             "SELECT t.cycle_id, s.organization_id, b.data FROM batch t CROSS JOIN source s "
             "CROSS JOIN block b ON b.batch_id = t.id AND b.source_id = s.id "
             "WHERE t.removed = 0 AND s.organization_id IN (?1, ?2)",
             take_block_cb, error))
    return FALSE;
  keep_touched (self);
  return TRUE;
}

/* --- the rest ---------------------------------------------------------------------------- */

static gboolean
load_counts (MerMergePlan *self,
             MerDocument  *doc,
             GError      **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc,
                          "SELECT (SELECT count (*) FROM group_member WHERE organization_id = ?2), "
                          "(SELECT count (*) FROM finding WHERE organization_id = ?2), "
                          "(SELECT count (*) FROM stack WHERE organization_id = ?2), "
                          "(SELECT count (*) FROM mark_note WHERE organization_id = ?2), "
                          "(SELECT count (*) FROM mark_note a JOIN mark_note b "
                          "ON b.cycle_id = a.cycle_id AND b.item_id = a.item_id "
                          "WHERE a.organization_id = ?1 AND b.organization_id = ?2)",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, self->keep->id);
  mer_query_bind_int (&query, 2, self->gone->id);
  if (mer_query_next (&query, error))
    {
      self->groups = (guint) mer_query_int (&query, 0);
      self->findings = (guint) mer_query_int (&query, 1);
      self->stacks = (guint) mer_query_int (&query, 2);
      self->notes = (guint) mer_query_int (&query, 3);
      self->dropped_notes = (guint) mer_query_int (&query, 4);
      return TRUE;
    }
  return mer_query_done (&query);
}

/**
 * mer_store_merge_plan:
 * @doc: a document
 * @keep_id: the organization that stays
 * @gone_id: the one that is merged into it
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what mer_store_merge() would do
 */
MerMergePlan *
mer_store_merge_plan (MerDocument *doc,
                      gint64       keep_id,
                      gint64       gone_id,
                      GError     **error)
{
  g_autoptr (MerMergePlan) self = plan_new ();

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  if (!load_organizations (self, doc, keep_id, gone_id, error) ||
      !load_spellings (self, doc, error) || !load_cycles (self, doc, error) ||
      !load_counts (self, doc, error))
    return NULL;
  return g_steal_pointer (&self);
}
