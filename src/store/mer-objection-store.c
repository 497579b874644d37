/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Objections of organizations to marks and scores, with what was decided. */
#include "config.h"

#include "store/mer-objection-store.h"

#include <glib/gi18n.h>

#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"
#include "store/mer-store-error.h"
#include "store/mer-struct-store.h"

static const MerStructTable objections = {
  .name = "objection",
  .record = &mer_objection_struct,
  .free_row = (GDestroyNotify) mer_objection_free,
  .gone = N_("The objection is not there any more."),
  };

/**
 * mer_store_objections:
 * @doc: a document
 * @cycle_id: the cycle
 * @organization_id: whose; 0: of all
 * @error: return location
 *
 * Returns: (transfer full) (element-type MerObjection): in the order in which they were entered
 */
GPtrArray *
mer_store_objections (MerDocument *doc,
                      gint64       cycle_id,
                      gint64       organization_id,
                      GError     **error)
{
  return mer_structs_list (doc, &objections,
                           "WHERE t.cycle_id = ?1 AND (?2 = 0 OR t.organization_id = ?2) "
                           "ORDER BY t.id",
                           MER_SQL_VALUES (MER_SQL_INT (cycle_id), MER_SQL_INT (organization_id)),
                           error);
}

/**
 * mer_store_objection:
 * @doc: a document
 * @id: which
 * @error: return location
 *
 * Returns: (transfer full): %NULL and NOT_FOUND when there is none
 */
MerObjection *
mer_store_objection (MerDocument *doc,
                     gint64       id,
                     GError     **error)
{
  return mer_structs_get (doc, &objections, id, error);
}

static gboolean
require_open_cycle (MerDocument *doc,
                    gint64       cycle_id,
                    GError     **error)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, cycle_id, error);

  if (cycle == NULL || !cycle->approved)
    return cycle != NULL && mer_store_require_open_cycle (doc, cycle_id, error);
  g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
               _("The results of “%s” are approved: objections to them can be neither entered nor "
                 "decided any more."),
                  cycle->title);
  return FALSE;
}

/**
 * mer_store_save_objection:
 * @doc: a document with an action under way
 * @objection: what to write; its id is set when it was 0
 * @error: return location
 *
 * Returns: whether it was written; INVALID when its ground is blank, a day is none, or the
 *   results of its cycle are approved
 */
gboolean
mer_store_save_objection (MerDocument  *doc,
                          MerObjection *objection,
                          GError      **error)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  return mer_document_require_action (doc, error) &&
         mer_structs_check (&objections, objection, error) &&
         require_open_cycle (doc, objection->cycle_id, error) &&
         mer_structs_save (doc, &objections, objection, error);
}

/**
 * mer_store_delete_objection:
 * @doc: a document with an action under way
 * @id: which
 * @error: return location
 *
 * Returns: whether it was deleted; NOT_FOUND when there is none, INVALID when the results of its
 *   cycle are approved
 */
gboolean
mer_store_delete_objection (MerDocument *doc,
                            gint64       id,
                            GError     **error)
{
  g_autoptr (MerObjection) objection = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error))
    return FALSE;
  objection = mer_store_objection (doc, id, error);
  return objection != NULL && require_open_cycle (doc, objection->cycle_id, error) &&
         mer_structs_delete (doc, &objections, id, error);
}
