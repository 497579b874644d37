/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings and proposals: what plans of improvement will answer to. */
#include "config.h"

#include "store/mer-finding-store.h"

#include <glib/gi18n.h>

#include "store/mer-struct-store.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-private.h"
#include "store/mer-store-error.h"

static const MerStructTable findings = {
  .name = "finding",
  .record = &mer_finding_struct,
  .free_row = (GDestroyNotify) mer_finding_free,
  .gone = N_("The finding is not there any more."),
  };

/**
 * mer_store_findings:
 * @doc: a document
 * @cycle_id: the cycle
 * @organization_id: whose; 0: of all
 * @error: return location
 *
 * Returns: (transfer full) (element-type MerFinding): in the order in which they were made
 */
GPtrArray *
mer_store_findings (MerDocument *doc,
                    gint64       cycle_id,
                    gint64       organization_id,
                    GError     **error)
{
  return mer_structs_list (doc, &findings,
                           "WHERE t.cycle_id = ?1 AND (?2 = 0 OR t.organization_id = ?2) "
                           "ORDER BY t.id",
                           MER_SQL_VALUES (MER_SQL_INT (cycle_id), MER_SQL_INT (organization_id)),
                           error);
}

/**
 * mer_store_finding:
 * @doc: a document
 * @id: which
 * @error: return location
 *
 * Returns: (transfer full): %NULL and NOT_FOUND when there is none
 */
MerFinding *
mer_store_finding (MerDocument *doc,
                   gint64       id,
                   GError     **error)
{
  return mer_structs_get (doc, &findings, id, error);
}

/**
 * mer_store_save_finding:
 * @doc: a document with an action under way
 * @finding: what to write; its id is set when it was 0
 * @error: return location
 *
 * Without a batch it has no row of one.
 *
 * Returns: whether it was written; INVALID when its text is blank
 */
gboolean
mer_store_save_finding (MerDocument *doc,
                        MerFinding  *finding,
                        GError     **error)
{
  if (finding->batch_id == 0)
    finding->row = 0;
  return mer_structs_save (doc, &findings, finding, error);
  g_auto (MerQuery) query = MER_QUERY_INIT;
  static const char insert[] = "INSERT INTO finding (cycle_id, organization_id, kind, criterion, "
                               "text, batch_id, file_row, created_at) "
                               "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
  static const char update[] = "UPDATE finding SET cycle_id = ?1, organization_id = ?2, "
                               "kind = ?3, criterion = ?4, text = ?5, batch_id = ?6, "
                               "file_row = ?7, created_at = ?8 WHERE id = ?9";

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error) || !check (finding, error) ||
      !mer_store_require_open_cycle (doc, finding->cycle_id, error) ||
      !mer_query_prepare (&query, doc, finding->id == 0 ? insert : update, error))
    return FALSE;
  mer_query_bind_int (&query, 1, finding->cycle_id);
  mer_query_bind_int (&query, 2, finding->organization_id);
  mer_query_bind_text (&query, 3, mer_finding_kind_to_code (finding->kind));
  mer_query_bind_text (&query, 4, finding->criterion);
  mer_query_bind_text (&query, 5, finding->text);
  mer_query_bind_id (&query, 6, finding->batch_id);
  mer_query_bind_id (&query, 7, finding->batch_id != 0 ? finding->row : 0);
  mer_query_bind_int (&query, 8, finding->created_at);
  return mer_registry_save (doc, &query, 9, &finding->id, error);
}

/**
 * mer_store_delete_finding:
 * @doc: a document with an action under way
 * @id: which
 * @error: return location
 *
 * Returns: whether it was deleted; NOT_FOUND when there is none
 */
gboolean
mer_store_delete_finding (MerDocument *doc,
                          gint64       id,
                          GError     **error)
{
  return mer_structs_delete (doc, &findings, id, error);
}
