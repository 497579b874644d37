/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Source names: every spelling that files used, and the organization that it means. Blocks
 * and checklists refer to the spelling, so that a wrong match is one row's update. */
#include "config.h"

#include "store/mer-registry-store.h"

#include <glib/gi18n.h>

#include "store/mer-registry-private.h"

void
mer_source_name_free (MerSourceName *self)
{
  g_free (self->name);
  g_free (self);
}

/**
 * mer_store_source_names:
 * @doc: a document
 * @error: return location
 *
 * Returns: (transfer full) (element-type MerSourceName): all, oldest first
 */
GPtrArray *
mer_store_source_names (MerDocument *doc,
                        GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_source_name_free);
  if (!mer_query_prepare (&query, doc, "SELECT id, name, organization_id FROM source ORDER BY id",
                          error))
    return NULL;
  while (mer_query_next (&query, error))
    {
      MerSourceName *source = g_new0 (MerSourceName, 1);

      source->id = mer_query_int (&query, 0);
      source->name = mer_query_text_or_empty (&query, 1);
      source->organization_id = mer_query_int (&query, 2);
      g_ptr_array_add (list, source);
    }
  return mer_query_done (&query) ? g_steal_pointer (&list) : NULL;
}

/**
 * mer_store_aliases:
 * @doc: a document
 * @organization_id: whose
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8): spellings that files used for it
 */
GPtrArray *
mer_store_aliases (MerDocument *doc,
                   gint64       organization_id,
                   GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  list = g_ptr_array_new_with_free_func (g_free);
  if (!mer_query_prepare (&query, doc,
                          "SELECT name FROM source WHERE organization_id = ?1 ORDER BY id", error))
    return NULL;
  mer_query_bind_int (&query, 1, organization_id);
  while (mer_query_next (&query, error))
    g_ptr_array_add (list, mer_query_text_or_empty (&query, 0));
  return mer_query_done (&query) ? g_steal_pointer (&list) : NULL;
}

static gboolean
find (MerDocument *doc,
      const char  *name,
      gint64      *id,
      gint64      *organization_id,
      GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc, "SELECT id, organization_id FROM source WHERE name = ?1",
                          error))
    return FALSE;
  mer_query_bind_text (&query, 1, name);
  if (mer_query_next (&query, error))
    {
      *id = mer_query_int (&query, 0);
      *organization_id = mer_query_int (&query, 1);
    }
  return mer_query_done (&query);
}

/**
 * mer_store_set_source_organization:
 * @doc: a document with an action under way
 * @source_id: the spelling
 * @organization_id: what it means; 0: nobody
 * @error: return location
 *
 * Corrects a match: all answers and marks under that spelling follow.
 *
 * Returns: whether it was written
 */
gboolean
mer_store_set_source_organization (MerDocument *doc,
                                   gint64       source_id,
                                   gint64       organization_id,
                                   GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error) ||
      !mer_query_prepare (&query, doc, "UPDATE source SET organization_id = ?1 WHERE id = ?2",
                          error))
    return FALSE;
  mer_query_bind_id (&query, 1, organization_id);
  mer_query_bind_int (&query, 2, source_id);
  return mer_query_run (&query, error) &&
         mer_registry_check_changed (doc, _("This spelling is not in the document any more."),
                                             error);
}

static gboolean
add (MerDocument *doc,
     const char  *name,
     gint64       organization_id,
     gint64      *id,
     GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc,
                          "INSERT INTO source (name, organization_id) VALUES (?1, ?2)", error))
    return FALSE;
  mer_query_bind_text (&query, 1, name);
  mer_query_bind_id (&query, 2, organization_id);
  return mer_registry_save (doc, &query, 0, id, error);
}

/**
 * mer_store_source_name_id:
 * @doc: a document with an action under way
 * @name: a spelling, exactly as in the file
 * @organization_id: what it means; 0: its rows are skipped
 * @error: return location
 *
 * Finds the very spelling or adds it. One that meant nobody so far takes the organization;
 * one that means another keeps it.
 *
 * Returns: its id, or 0 on error
 */
gint64
mer_store_source_name_id (MerDocument *doc,
                          const char  *name,
                          gint64       organization_id,
                          GError     **error)
{
  gint64 id = 0;
  gint64 known = 0;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), 0);
  g_return_val_if_fail (name != NULL, 0);
  if (!mer_document_require_action (doc, error) || !find (doc, name, &id, &known, error))
    return 0;
  if (id == 0)
    return add (doc, name, organization_id, &id, error) ? id : 0;
  if (known == 0 && organization_id != 0 &&
      !mer_store_set_source_organization (doc, id, organization_id, error))
    return 0;
  return id;
}
