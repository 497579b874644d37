/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Results as they were at one moment, approved or put to discussion: the version of the rules and
 * all scores as text, with a hash. Both stand in tables of the same columns. */
#include "config.h"

#include "store/mer-approval-store.h"

#include "store/mer-record-store.h"
#include "store/mer-registry-private.h"

void
mer_approval_free (MerApproval *self)
{
  if (self == NULL)
    return;
  g_free (self->who);
  g_free (self->decision);
  g_free (self->sha256);
  g_free (self->scores);
  g_free (self);
}

static const struct
{
  const char *find;
  const char *save;
  const char *delete;
} statements[] = {
#define STATEMENTS(table, at)                                                            \
  {                                                                                      \
    "SELECT " at ", who, decision, methodology_id, sha256, scores FROM " table           \
    " WHERE cycle_id = ?1",                                                              \
      "INSERT INTO " table " (cycle_id, " at ", who, decision, methodology_id, sha256, " \
      "scores) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (cycle_id) DO UPDATE "    \
      "SET " at " = excluded." at ", who = excluded.who, decision = excluded.decision, " \
      "methodology_id = excluded.methodology_id, sha256 = excluded.sha256, "             \
      "scores = excluded.scores",                                                        \
      "DELETE FROM " table " WHERE cycle_id = ?1"                                        \
  }
  [MER_APPROVAL_FINAL] = STATEMENTS ("approval", "approved_at"),
  [MER_APPROVAL_PRELIMINARY] = STATEMENTS ("preliminary", "published_at"),
#undef STATEMENTS
};

/**
 * mer_store_find_approval:
 * @doc: a document
 * @stage: approved results, or those put to discussion
 * @cycle_id: the cycle
 * @out: (out) (transfer full) (nullable): what was kept; %NULL when nothing was
 * @error: return location
 *
 * Returns: whether it could be told
 */
gboolean
mer_store_find_approval (MerDocument     *doc,
                         MerApprovalStage stage,
                         gint64           cycle_id,
                         MerApproval    **out,
                         GError         **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  *out = NULL;
  if (!mer_query_prepare (&query, doc, statements[stage].find, error))
    return FALSE;
  mer_query_bind_int (&query, 1, cycle_id);
  if (!mer_query_next (&query, error))
    return mer_query_done (&query);
  *out = g_new0 (MerApproval, 1);
  (*out)->cycle_id = cycle_id;
  (*out)->approved_at = mer_query_int (&query, 0);
  (*out)->who = mer_query_text (&query, 1);
  (*out)->decision = mer_query_text (&query, 2);
  (*out)->methodology_id = mer_query_int (&query, 3);
  (*out)->sha256 = mer_query_text_or_empty (&query, 4);
  (*out)->scores = mer_query_text_or_empty (&query, 5);
  return TRUE;
}

/**
 * mer_store_save_approval:
 * @doc: a document with an action under way
 * @stage: approved results, or those put to discussion
 * @approval: what to store; its hash is not looked at
 * @error: return location
 *
 * Returns: whether it was written; INVALID when the cycle is closed
 */
gboolean
mer_store_save_approval (MerDocument       *doc,
                         MerApprovalStage   stage,
                         const MerApproval *approval,
                         GError           **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autofree char *hash = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error) ||
      !mer_store_require_open_cycle (doc, approval->cycle_id, error) ||
      !mer_query_prepare (&query, doc, statements[stage].save, error))
    return FALSE;
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, approval->scores, -1);
  mer_query_bind_int (&query, 1, approval->cycle_id);
  mer_query_bind_int (&query, 2, approval->approved_at);
  mer_query_bind_text (&query, 3, approval->who);
  mer_query_bind_text (&query, 4, approval->decision);
  mer_query_bind_int (&query, 5, approval->methodology_id);
  mer_query_bind_text (&query, 6, hash);
  mer_query_bind_text (&query, 7, approval->scores);
  return mer_query_run (&query, error);
}

/**
 * mer_store_delete_approval:
 * @doc: a document with an action under way
 * @stage: approved results, or those put to discussion
 * @cycle_id: the cycle
 * @error: return location
 *
 * Returns: whether there is none now; INVALID when the cycle is closed
 */
gboolean
mer_store_delete_approval (MerDocument     *doc,
                           MerApprovalStage stage,
                           gint64           cycle_id,
                           GError         **error)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  return mer_document_require_action (doc, error) &&
         mer_store_require_open_cycle (doc, cycle_id, error) &&
         mer_registry_run (doc, statements[stage].delete, cycle_id, error);
}
