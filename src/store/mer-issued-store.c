/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files of issued documents: written once, compared with their hash whenever they are read. */

#include "config.h"

#include "store/mer-issued-store.h"

#include <glib/gi18n.h>

#include "store/mer-record-store.h"
#include "store/mer-registry-private.h"
#include "store/mer-store-error.h"

static gboolean
save_content (MerDocument *doc,
              gint64       id,
              GBytes      *content,
              GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc,
                          "INSERT INTO issued_content (issued_id, data) VALUES (?1, ?2)", error))
    return FALSE;
  mer_query_bind_int (&query, 1, id);
  mer_query_bind_blob (&query, 2, g_bytes_get_data (content, NULL), g_bytes_get_size (content));
  return mer_query_run (&query, error);
}

gboolean
mer_store_issue (MerDocument *doc,
                 MerIssued   *issued,
                 GBytes      *content,
                 GError     **error)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  g_free (issued->sha256);
  issued->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  issued->size = (gint64) g_bytes_get_size (content);
  return mer_store_save_record (doc, issued, error) &&
         save_content (doc, issued->record.id, content, error);
}

static GBytes *
read_content (MerDocument *doc,
              gint64       id,
              GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc, "SELECT data FROM issued_content WHERE issued_id = ?1",
                          error))
    return NULL;
  mer_query_bind_int (&query, 1, id);
  if (mer_query_next (&query, error))
    return mer_query_bytes (&query, 0);
  if (mer_query_done (&query))
    g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                         _("The file of this issued document is not there."));
  return NULL;
}

GBytes *
mer_store_issued_content (MerDocument     *doc,
                          const MerIssued *issued,
                          GError         **error)
{
  g_autoptr (GBytes) content = NULL;
  g_autofree char *hash = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  content = read_content (doc, issued->record.id, error);
  if (content == NULL)
    return NULL;
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  if (g_strcmp0 (hash, issued->sha256) == 0)
    return g_steal_pointer (&content);
  g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_DAMAGED,
               _("The file of “%s” is not what was issued: its hash differs."), issued->title);
  return NULL;
}

gboolean
mer_store_verify_issued (MerDocument *doc,
                         GPtrArray   *problems,
                         GError     **error)
{
  g_autoptr (GPtrArray) all = mer_store_records (doc, &mer_record_issued, 0, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      g_autoptr (GError) problem = NULL;
      const MerIssued *issued = all->pdata[i];
      g_autoptr (GBytes) content = mer_store_issued_content (doc, issued, &problem);

      if (content == NULL)
        g_ptr_array_add (problems, g_strdup (problem->message));
      else if (issued->size != (gint64) g_bytes_get_size (content))
        g_ptr_array_add (problems, g_strdup_printf (_("The file of “%s” has not the size with "
                                                      "which it was issued."),
                                                       issued->title));
    }
  return all != NULL && mer_issued_verify_journal (doc, all, problems, error);
}
