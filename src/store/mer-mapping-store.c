/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Remembered correspondences of columns, one row a name. */
#include "config.h"

#include "store/mer-mapping-store.h"

#include <glib/gi18n.h>

#include "store/mer-registry-private.h"

void
mer_stored_mapping_free (MerStoredMapping *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->kind);
  g_free (self->fingerprint);
  g_free (self->text);
  g_free (self);
}

/**
 * mer_store_mappings:
 * @doc: a document
 * @error: return location
 *
 * Returns: (transfer full) (element-type MerStoredMapping): all, by name
 */
GPtrArray *
mer_store_mappings (MerDocument *doc,
                    GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_stored_mapping_free);
  if (!mer_query_prepare (&query, doc,
                          "SELECT id, name, kind, fingerprint, text FROM mapping ORDER BY name",
                          error))
    return NULL;
  while (mer_query_next (&query, error))
    {
      MerStoredMapping *mapping = g_new0 (MerStoredMapping, 1);

      mapping->id = mer_query_int (&query, 0);
      mapping->name = mer_query_text_or_empty (&query, 1);
      mapping->kind = mer_query_text_or_empty (&query, 2);
      mapping->fingerprint = mer_query_text_or_empty (&query, 3);
      mapping->text = mer_query_text_or_empty (&query, 4);
      g_ptr_array_add (list, mapping);
    }
  return mer_query_done (&query) ? g_steal_pointer (&list) : NULL;
}

MerStoredMapping *
mer_store_find_mapping (MerDocument *doc,
                        const char  *name)
{
  g_autoptr (GPtrArray) all = mer_store_mappings (doc, NULL);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const MerStoredMapping *mapping = all->pdata[i];

      if (g_str_equal (mapping->name, name))
        return g_ptr_array_steal_index (all, i);
    }
  return NULL;
}

/**
 * mer_store_save_mapping:
 * @doc: a document with an action under way
 * @mapping: what to store; its id does not matter
 * @error: return location
 *
 * Returns: whether it was written, in place of the one that had its name
 */
gboolean
mer_store_save_mapping (MerDocument            *doc,
                        const MerStoredMapping *mapping,
                        GError                **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error) ||
      !mer_query_prepare (&query, doc,
                          "INSERT INTO mapping (name, kind, fingerprint, text) "
                          "VALUES (?1, ?2, ?3, ?4) ON CONFLICT (name) DO UPDATE SET "
                          "kind = ?2, fingerprint = ?3, text = ?4",
                          error))
    return FALSE;
  mer_query_bind_text (&query, 1, mapping->name);
  mer_query_bind_text (&query, 2, mapping->kind);
  mer_query_bind_text (&query, 3, mapping->fingerprint);
  mer_query_bind_text (&query, 4, mapping->text);
  return mer_query_run (&query, error);
}

/**
 * mer_store_delete_mapping:
 * @doc: a document with an action under way
 * @id: of the mapping
 * @error: return location
 *
 * Returns: NOT_FOUND when there is none
 */
gboolean
mer_store_delete_mapping (MerDocument *doc,
                          gint64       id,
                          GError     **error)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  return mer_document_require_action (doc, error) &&
         mer_registry_run (doc, "DELETE FROM mapping WHERE id = ?1", id, error) &&
         mer_registry_check_changed (doc, _("There is no such correspondence of columns."), error);
}
