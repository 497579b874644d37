/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compaction: gives back the room of what nothing refers to any more. Imports that were
 * removed or taken back keep their line, but lose their answers; since these cannot be
 * brought back, nothing before a compaction can be undone. */
#include "config.h"

#include "store/mer-document.h"

#include <glib/gi18n.h>

#include "store/mer-query.h"

static gboolean
purge (MerDocument *self,
       const char  *sql,
       GError     **error)
{
  if (!mer_query_exec (self, sql, error))
    return FALSE;
  if (sqlite3_changes (self->db) > 0)
    self->wrote_outside = TRUE;
  return TRUE;
}

/**
 * mer_document_compact:
 * @self: a document without an action under way
 * @error: return location
 *
 * Deletes the answers, comments and problems of imports that were removed or taken back,
 * and rewrites the file without the room that they took. Needs as much free room on the
 * disk as the document has.
 *
 * Returns: %FALSE when it could not be done; the data are then as before
 */
gboolean
mer_document_compact (MerDocument *self,
                      GError     **error)
{
  static const char *const purges[] = {
    "DELETE FROM block WHERE batch_id NOT IN (SELECT id FROM batch WHERE removed = 0)",
    "DELETE FROM comment WHERE batch_id NOT IN (SELECT id FROM batch WHERE removed = 0)",
    "DELETE FROM profile WHERE batch_id NOT IN (SELECT id FROM batch WHERE removed = 0)",
    "DELETE FROM problem WHERE batch_id NOT IN (SELECT id FROM batch WHERE removed = 0)",
    "DELETE FROM checklist WHERE batch_id NOT IN (SELECT id FROM batch WHERE removed = 0)",
    "DELETE FROM ready_count WHERE batch_id NOT IN (SELECT id FROM batch WHERE removed = 0)",
    "DELETE FROM ready_value WHERE batch_id NOT IN (SELECT id FROM batch WHERE removed = 0)",
    "DELETE FROM fact WHERE batch_id NOT IN (SELECT id FROM batch WHERE removed = 0)",
    "DELETE FROM comment_note WHERE batch_id NOT IN (SELECT id FROM batch WHERE removed = 0)",
    ("UPDATE finding SET batch_id = NULL, file_row = NULL "
     "WHERE batch_id NOT IN (SELECT id FROM batch WHERE removed = 0)"),
  };

  g_return_val_if_fail (MER_IS_DOCUMENT (self), FALSE);
  if (!mer_document_begin (self, _("Compaction of the document"), error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (purges); i++)
    {
      if (!purge (self, purges[i], error))
        {
          mer_document_rollback (self);
          return FALSE;
        }
    }
  return mer_document_commit_as_base (self, error) && mer_query_exec (self, "VACUUM", error);
}
