/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts of the respondents' profile. */
#include "config.h"

#include "store/mer-profile-store.h"

#include "store/mer-registry-private.h"

/**
 * mer_store_add_profile:
 * @doc: a document with an action under way
 * @batch_id: the import
 * @source_id: the spelling of the organization's name
 * @field: what was asked
 * @value: what was answered
 * @n: how many answered so
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
mer_store_add_profile (MerDocument *doc,
                       gint64       batch_id,
                       gint64       source_id,
                       const char  *field,
                       const char  *value,
                       gint64       n,
                       GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_outside (doc, error) ||
      !mer_query_prepare (&query, doc,
                          "INSERT INTO profile (batch_id, source_id, field, value, n) "
                          "VALUES (?1, ?2, ?3, ?4, ?5) "
                          "ON CONFLICT DO UPDATE SET n = n + excluded.n",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, batch_id);
  mer_query_bind_int (&query, 2, source_id);
  mer_query_bind_text (&query, 3, field);
  mer_query_bind_text (&query, 4, value);
  mer_query_bind_int (&query, 5, n);
  return mer_query_run (&query, error);
}

/**
 * mer_store_profile:
 * @doc: a document
 * @cycle_id: the cycle
 * @error: return location
 *
 * Returns: (transfer full) (element-type MerProfileCount): by organization, field and value
 */
GPtrArray *
mer_store_profile (MerDocument *doc,
                   gint64       cycle_id,
                   GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_profile_count_free);
  if (!mer_query_prepare (&query, doc,
                          "SELECT s.organization_id, p.field, p.value, sum(p.n) FROM batch t "
                          "JOIN profile p ON p.batch_id = t.id "
                          "JOIN source s ON s.id = p.source_id "
                          "WHERE t.cycle_id = ?1 AND t.removed = 0 "
                          "AND s.organization_id IS NOT NULL "
                          "GROUP BY s.organization_id, p.field, p.value ORDER BY 1, 2, 3",
                          error))
    return NULL;
  mer_query_bind_int (&query, 1, cycle_id);
  while (mer_query_next (&query, error))
    {
      MerProfileCount *count = g_new0 (MerProfileCount, 1);

      count->organization_id = mer_query_int (&query, 0);
      count->field = mer_query_text_or_empty (&query, 1);
      count->value = mer_query_text_or_empty (&query, 2);
      count->n = mer_query_int (&query, 3);
      g_ptr_array_add (list, count);
    }
  return mer_query_done (&query) ? g_steal_pointer (&list) : NULL;
}
