/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the repositories share: saving a row by its id, and a block. */
#include "config.h"

#include <glib/gi18n.h>

#include "store/mer-registry-private.h"

gboolean
mer_registry_run (MerDocument *doc,
                  const char  *sql,
                  gint64       id,
                  GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc, sql, error))
    return FALSE;
  mer_query_bind_int (&query, 1, id);
  return mer_query_run (&query, error);
}

gboolean
mer_registry_save (MerDocument *doc,
                   MerQuery    *query,
                   int          index,
                   gint64      *id,
                   GError     **error)
{
  if (*id != 0)
    mer_query_bind_int (query, index, *id);
  if (!mer_query_run (query, error))
    return FALSE;
  if (*id != 0)
    return mer_registry_check_changed (doc, _("The row is not in the document any more."), error);
  *id = sqlite3_last_insert_rowid (doc->db);
  return TRUE;
}

gboolean
mer_registry_add_block (MerDocument *doc,
                        const char  *sql,
                        gint64       batch_id,
                        gint64       source_id,
                        guint        segment,
                        GBytes      *block,
                        GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_document_require_outside (doc, error) || !mer_query_prepare (&query, doc, sql, error))
    return FALSE;
  mer_query_bind_int (&query, 1, batch_id);
  mer_query_bind_int (&query, 2, source_id);
  mer_query_bind_int (&query, 3, segment);
  mer_query_bind_blob (&query, 4, g_bytes_get_data (block, NULL), g_bytes_get_size (block));
  return mer_query_run (&query, error);
}

gboolean
mer_registry_check_changed (MerDocument *doc,
                            const char  *sentence,
                            GError     **error)
{
  if (sqlite3_changes (doc->db) > 0)
    return TRUE;
  g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND, sentence);
  return FALSE;
}
