/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings and proposals: what plans of improvement will answer to. */
#include "config.h"

#include "store/mer-finding-store.h"

#include <glib/gi18n.h>

#include "store/mer-record-store.h"
#include "store/mer-struct-store.h"

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

/* Of a finding that is there already: it may not leave a closed cycle either. */
static gboolean
require_open (MerDocument *doc,
              gint64       id,
              GError     **error)
{
  g_autoptr (MerFinding) stored = mer_store_finding (doc, id, error);

  return stored != NULL && mer_store_require_open_cycle (doc, stored->cycle_id, error);
}

/**
 * mer_store_save_finding:
 * @doc: a document with an action under way
 * @finding: what to write; its id is set when it was 0
 * @error: return location
 *
 * Without a batch it has no row of one.
 *
 * Returns: whether it was written; INVALID when its text is blank or the cycle is closed
 */
gboolean
mer_store_save_finding (MerDocument *doc,
                        MerFinding  *finding,
                        GError     **error)
{
  if (finding->batch_id == 0)
    finding->row = 0;
  return mer_document_require_action (doc, error) &&
         mer_store_require_open_cycle (doc, finding->cycle_id, error) &&
         (finding->id == 0 || require_open (doc, finding->id, error)) &&
         mer_structs_save (doc, &findings, finding, error);
}

/**
 * mer_store_delete_finding:
 * @doc: a document with an action under way
 * @id: which
 * @error: return location
 *
 * Returns: whether it was deleted; NOT_FOUND when there is none, INVALID when its cycle is closed
 */
gboolean
mer_store_delete_finding (MerDocument *doc,
                          gint64       id,
                          GError     **error)
{
  return mer_document_require_action (doc, error) && require_open (doc, id, error) &&
         mer_structs_delete (doc, &findings, id, error);
}
