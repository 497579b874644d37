/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Organizations of the registry. */
#include "config.h"

#include "store/mer-registry-store.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-day.h"
#include "core/mer-name.h"
#include "store/mer-query.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-private.h"

typedef struct
{
  char            *key;
  MerOrganization *organization;
} MerSorted;

static MerOrganization *
read_organization (MerQuery *query)
{
  g_autofree char *name = mer_query_text_or_empty (query, 1);
  g_autofree char *kind = mer_query_text_or_empty (query, 3);
  g_autofree char *state = mer_query_text_or_empty (query, 4);
  MerOrganization *self = mer_organization_new (name, MER_ORGANIZATION_OTHER);

  self->id = mer_query_int (query, 0);
  self->full_name = mer_query_text (query, 2);
  if (!mer_organization_kind_from_code (kind, &self->kind))
    self->kind = MER_ORGANIZATION_OTHER;
  if (!mer_organization_state_from_code (state, &self->state))
    self->state = MER_ORGANIZATION_WORKING;
  self->inn = mer_query_text (query, 5);
  self->ogrn = mer_query_text (query, 6);
  self->address = mer_query_text (query, 7);
  self->site = mer_query_text (query, 8);
  self->bus_gov_id = mer_query_text (query, 9);
  self->head = mer_query_text (query, 10);
  self->parent_id = mer_query_int (query, 11);
  self->historic_building = mer_query_int (query, 12) != 0;
  self->successor_id = mer_query_int (query, 13);
  self->state_day = mer_query_text (query, 14);
  return self;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const MerSorted *left = a;
  const MerSorted *right = b;
  int              order = strcmp (left->key, right->key);

  if (order == 0)
    order = (left->organization->id > right->organization->id) -
            (left->organization->id < right->organization->id);
  return order;
}

/* Keys are made once, not at each comparison. */
static GPtrArray *
sort (GPtrArray *organizations)
{
  g_autofree MerSorted *sorted = g_new0 (MerSorted, organizations->len + 1);

  for (guint i = 0; i < organizations->len; i++)
    {
      sorted[i].organization = g_ptr_array_index (organizations, i);
      sorted[i].key = mer_name_sort_key (sorted[i].organization->name);
    }
  qsort (sorted, organizations->len, sizeof *sorted, compare);
  for (guint i = 0; i < organizations->len; i++)
    {
      organizations->pdata[i] = sorted[i].organization;
      g_free (sorted[i].key);
    }
  return organizations;
}

/**
 * mer_store_organizations:
 * @doc: a document
 * @error: return location
 *
 * Returns: (transfer full) (element-type MerOrganization): all, as a reader expects them
 */
GPtrArray *
mer_store_organizations (MerDocument *doc,
                         GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_organization_unref);
  if (!mer_query_prepare (&query, doc,
                          "SELECT id, name, full_name, kind, state, inn, ogrn, address, site, "
                          "bus_gov_id, head, parent_id, historic_building, successor_id, state_day "
                          "FROM organization",
                          error))
    return NULL;
  while (mer_query_next (&query, error))
    g_ptr_array_add (list, read_organization (&query));
  return mer_query_done (&query) ? sort (g_steal_pointer (&list)) : NULL;
}

/**
 * mer_store_count_organizations:
 * @doc: a document
 * @state: which are counted
 * @n: (out): how many; 0 when it cannot be told
 * @error: return location
 *
 * Returns: whether it could be told
 */
gboolean
mer_store_count_organizations (MerDocument         *doc,
                               MerOrganizationState state,
                               gint64              *n,
                               GError             **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  *n = 0;
  if (!mer_query_prepare (&query, doc, "SELECT count (*) FROM organization WHERE state = ?1",
                          error))
    return FALSE;
  mer_query_bind_text (&query, 1, mer_organization_state_to_code (state));
  if (mer_query_next (&query, error))
    *n = mer_query_int (&query, 0);
  return mer_query_done (&query);
}

static gboolean
is_acceptable (const MerOrganization *organization,
               GError               **error)
{
  if (organization->name != NULL && *organization->name != '\0' &&
      mer_organization_kind_to_code (organization->kind) != NULL &&
      mer_organization_state_to_code (organization->state) != NULL &&
      (organization->id == 0 || organization->parent_id != organization->id))
    return TRUE;
  g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                       _("An organization needs a name, and cannot be a branch of itself."));
  return FALSE;
}

/* Work goes on in another organization, from a day that there is. */
static gboolean
check_successor (const MerOrganization *organization,
                 GError               **error)
{
  if (organization->state_day != NULL && !mer_day_is_iso (organization->state_day))
    g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                 _("“%s” is no day."), organization->state_day);
  else if (organization->id != 0 && organization->successor_id == organization->id)
    g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                 _("“%s” cannot be its own successor."), organization->name);
  else
    return TRUE;
  return FALSE;
}

/* Whether the parent of an organization is one of its own branches, over any number of steps.
 * UNION ends at a loop that stands in the document already. */
static gboolean
check_no_loop (MerDocument           *doc,
               const MerOrganization *organization,
               GError               **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (organization->id == 0 || organization->parent_id == 0)
    return TRUE;
  if (!mer_query_prepare (&query, doc,
                          "WITH RECURSIVE above (id) AS (SELECT ?1 UNION "
                          "SELECT o.parent_id FROM above a JOIN organization o ON o.id = a.id "
                          "WHERE o.parent_id IS NOT NULL) SELECT 1 FROM above WHERE id = ?2",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, organization->parent_id);
  mer_query_bind_int (&query, 2, organization->id);
  if (mer_query_next (&query, error))
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                   _("“%s” cannot be a branch of an organization that is its own branch."),
                      organization->name);
      return FALSE;
    }
  return mer_query_done (&query);
}

/**
 * mer_store_save_organization:
 * @doc: a document with an action under way
 * @organization: what to store; its id is set when it was 0
 * @error: return location
 *
 * Returns: whether it was written; NOT_FOUND when there is none with that id
 */
gboolean
mer_store_save_organization (MerDocument     *doc,
                             MerOrganization *organization,
                             GError         **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  const char *sql = organization->id == 0
                      ? "INSERT INTO organization (name, full_name, kind, state, inn, ogrn, "
                        "address, site, bus_gov_id, head, parent_id, historic_building, "
                        "successor_id, state_day) VALUES "
                        "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"
                      : "UPDATE organization SET name = ?1, full_name = ?2, kind = ?3, "
                        "state = ?4, inn = ?5, ogrn = ?6, address = ?7, site = ?8, "
                        "bus_gov_id = ?9, head = ?10, parent_id = ?11, "
                        "historic_building = ?12, successor_id = ?13, state_day = ?14 "
                        "WHERE id = ?15";

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error) || !is_acceptable (organization, error) ||
      !check_successor (organization, error) ||
      !check_no_loop (doc, organization, error) || !mer_query_prepare (&query, doc, sql, error))
    return FALSE;
  mer_query_bind_text (&query, 1, organization->name);
  mer_query_bind_text (&query, 2, organization->full_name);
  mer_query_bind_text (&query, 3, mer_organization_kind_to_code (organization->kind));
  mer_query_bind_text (&query, 4, mer_organization_state_to_code (organization->state));
  mer_query_bind_text (&query, 5, organization->inn);
  mer_query_bind_text (&query, 6, organization->ogrn);
  mer_query_bind_text (&query, 7, organization->address);
  mer_query_bind_text (&query, 8, organization->site);
  mer_query_bind_text (&query, 9, organization->bus_gov_id);
  mer_query_bind_text (&query, 10, organization->head);
  mer_query_bind_id (&query, 11, organization->parent_id);
  mer_query_bind_int (&query, 12, organization->historic_building ? 1 : 0);
  mer_query_bind_id (&query, 13, organization->successor_id);
  mer_query_bind_text (&query, 14, organization->state_day);
  return mer_registry_save (doc, &query, 15, &organization->id, error);
}

/* --- deleting -------------------------------------------------------------------------- */

static gboolean
count_uses (MerDocument *doc,
            const char  *sql,
            gint64       id,
            gint64      *n,
            GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc, sql, error))
    return FALSE;
  mer_query_bind_int (&query, 1, id);
  if (mer_query_next (&query, error))
    *n += mer_query_int (&query, 0);
  return mer_query_done (&query);
}

/* Answers, marks and counts of batches that were not removed, what was typed in, and branches. */
static gboolean
check_unused (MerDocument *doc,
              gint64       id,
              GError     **error)
{
  gint64 n = 0;

  if (!count_uses (doc,
                   "SELECT count (*) FROM source s JOIN block b ON b.source_id = s.id "
                   "JOIN batch t ON t.id = b.batch_id "
                   "WHERE s.organization_id = ?1 AND t.removed = 0",
                   id, &n, error) ||
      !count_uses (doc,
                   "SELECT count (*) FROM source s JOIN checklist c ON c.source_id = s.id "
                   "JOIN batch t ON t.id = c.batch_id "
                   "WHERE s.organization_id = ?1 AND t.removed = 0",
                   id, &n, error) ||
      !count_uses (doc,
                   "SELECT count (*) FROM source s JOIN ready_count c ON c.source_id = s.id "
                   "JOIN batch t ON t.id = c.batch_id "
                   "WHERE s.organization_id = ?1 AND t.removed = 0",
                   id, &n, error) ||
      !count_uses (doc,
                   "SELECT count (*) FROM source s JOIN expert_point p ON p.source_id = s.id "
                   "JOIN batch t ON t.id = p.batch_id "
                   "WHERE s.organization_id = ?1 AND t.removed = 0",
                   id, &n, error) ||
      !count_uses (doc,
                   "SELECT count (*) FROM source s JOIN fact f ON f.source_id = s.id "
                   "LEFT JOIN batch t ON t.id = f.batch_id "
                   "WHERE s.organization_id = ?1 AND coalesce (t.removed, 0) = 0",
                   id, &n, error) ||
      !count_uses (doc,
                   "SELECT (SELECT count (*) FROM organization WHERE parent_id = ?1) "
                   "+ (SELECT count (*) FROM stack WHERE organization_id = ?1) "
                   "+ (SELECT count (*) FROM finding WHERE organization_id = ?1)",
                   id, &n, error))
    return FALSE;
  if (n == 0)
    return TRUE;
  g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                       _("The organization has answers, checklist marks or branches. Close it "
                         "instead of deleting it, or remove its data first."));
  return FALSE;
}

/* Plans of improvement answer to findings: they do not vanish along the way. */
static gboolean
check_no_findings (MerDocument *doc,
                   gint64       id,
                   GError     **error)
{
  gint64 n = 0;

  if (!count_uses (doc, "SELECT count (*) FROM finding WHERE organization_id = ?1", id, &n, error))
    return FALSE;
  if (n == 0)
    return TRUE;
  g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                       _("The organization has findings or proposals. Close it instead of "
                         "deleting it, or delete them first."));
  return FALSE;
}

static gboolean
check_no_objections (MerDocument *doc,
                     gint64       id,
                     GError     **error)
{
  gint64 n = 0;

  if (!count_uses (doc, "SELECT count (*) FROM objection WHERE organization_id = ?1", id, &n,
                   error))
    return FALSE;
  if (n == 0)
    return TRUE;
  g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                       _("The organization has objections. Close it instead of deleting it, or "
                         "delete them first."));
  return FALSE;
}

static gboolean
check_no_records (MerDocument *doc,
                  gint64       id,
                  GError     **error)
{
  const MerRecordKind *first = NULL;
  guint                n = 0;

  if (!mer_store_records_of_organization (doc, id, &n, &first, error))
    return FALSE;
  if (n == 0)
    return TRUE;
  g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
               _("The organization stands in records of the cycle (%s). Close it instead of "
                 "deleting it, or delete them first."),
                  _(first->title));
  return FALSE;
}

/**
 * mer_store_delete_organization:
 * @doc: a document with an action under way
 * @id: the organization
 * @error: return location
 *
 * Deletes it and its parts in cycles and groups; its spellings then mean nobody.
 *
 * Returns: %FALSE and INVALID when answers, marks, branches or findings refer to it
 */
gboolean
mer_store_delete_organization (MerDocument *doc,
                               gint64       id,
                               GError     **error)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  return mer_document_require_action (doc, error) && check_unused (doc, id, error) &&
         check_no_findings (doc, id, error) && check_no_objections (doc, id, error) &&
         check_no_records (doc, id, error) &&
         mer_registry_run (doc,
                           "UPDATE organization SET successor_id = NULL WHERE successor_id = ?1",
                           id, error) &&
         mer_registry_run (doc, "DELETE FROM member WHERE organization_id = ?1", id, error) &&
         mer_registry_run (doc, "DELETE FROM group_member WHERE organization_id = ?1", id,
                           error) &&
         mer_registry_run (doc, "DELETE FROM mark_note WHERE organization_id = ?1", id, error) &&
         mer_registry_run (doc,
                           "UPDATE source SET organization_id = NULL WHERE organization_id = ?1",
                           id, error) &&
         mer_registry_run (doc, "DELETE FROM organization WHERE id = ?1", id, error) &&
         mer_registry_check_changed (doc, _("The organization is not there any more."), error);
}
