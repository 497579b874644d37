/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checklist items of a cycle: the methodology's own, then those that files added. */
#include "config.h"

#include "store/mer-registry-store.h"

#include "store/mer-registry-private.h"

/**
 * mer_store_items:
 * @doc: a document
 * @cycle_id: the cycle
 * @error: return location
 *
 * Returns: (transfer full) (element-type MerCycleItem): in the order of marks
 */
GPtrArray *
mer_store_items (MerDocument *doc,
                 gint64       cycle_id,
                 GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_cycle_item_free);
  if (!mer_query_prepare (&query, doc,
                          "SELECT id, place, code, text FROM item WHERE cycle_id = ?1 ORDER BY id",
                          error))
    return NULL;
  mer_query_bind_int (&query, 1, cycle_id);
  while (mer_query_next (&query, error))
    {
      MerCycleItem *item = g_new0 (MerCycleItem, 1);

      item->id = mer_query_int (&query, 0);
      item->place = mer_query_text_or_empty (&query, 1);
      item->code = mer_query_text (&query, 2);
      item->text = mer_query_text_or_empty (&query, 3);
      g_ptr_array_add (list, item);
    }
  return mer_query_done (&query) ? g_steal_pointer (&list) : NULL;
}

/**
 * mer_store_add_item:
 * @doc: a document with an action under way
 * @cycle_id: the cycle
 * @item: what to add; its id is set
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
mer_store_add_item (MerDocument  *doc,
                    gint64        cycle_id,
                    MerCycleItem *item,
                    GError      **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error) ||
      !mer_query_prepare (&query, doc,
                          "INSERT INTO item (cycle_id, place, code, text) "
                          "VALUES (?1, ?2, ?3, ?4)",
                          error))
    return FALSE;
  item->id = 0;
  mer_query_bind_int (&query, 1, cycle_id);
  mer_query_bind_text (&query, 2, item->place);
  mer_query_bind_text (&query, 3, item->code);
  mer_query_bind_text (&query, 4, item->text);
  return mer_registry_save (doc, &query, 0, &item->id, error);
}

/* The item of that code, in that place if there is one, else in another. */
static const MerCycleItem *
find_item (GPtrArray  *items,
           const char *place,
           const char *code)
{
  const MerCycleItem *elsewhere = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const MerCycleItem *item = g_ptr_array_index (items, i);

      if (g_strcmp0 (item->code, code) != 0)
        continue;
      if (g_str_equal (item->place, place))
        return item;
      elsewhere = item;
    }
  return elsewhere;
}

/* An item that the rules moved to another place takes its marks along. */
static gboolean
set_place (MerDocument *doc,
           gint64       id,
           const char  *place,
           GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_document_require_action (doc, error) ||
      !mer_query_prepare (&query, doc, "UPDATE item SET place = ?1 WHERE id = ?2", error))
    return FALSE;
  mer_query_bind_text (&query, 1, place);
  mer_query_bind_int (&query, 2, id);
  return mer_query_run (&query, error);
}

static gboolean
ensure_place (MerDocument    *doc,
              gint64          cycle_id,
              const MerPlace *place,
              GPtrArray      *known,
              GError        **error)
{
  for (guint i = 0; i < place->items->len; i++)
    {
      const MerItem      *item = g_ptr_array_index (place->items, i);
      const MerCycleItem *found = find_item (known, place->code, item->code);
      MerCycleItem        added = { 0, place->code, item->code, item->text };

      if (found == NULL && !mer_store_add_item (doc, cycle_id, &added, error))
        return FALSE;
      if (found != NULL && !g_str_equal (found->place, place->code) &&
          !set_place (doc, found->id, place->code, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * mer_store_ensure_items:
 * @doc: a document with an action under way
 * @cycle_id: the cycle
 * @methodology: its rules
 * @error: return location
 *
 * Adds the items of the methodology that the cycle's list does not hold yet.
 *
 * Returns: whether all are there
 */
gboolean
mer_store_ensure_items (MerDocument          *doc,
                        gint64                cycle_id,
                        const MerMethodology *methodology,
                        GError              **error)
{
  g_autoptr (GPtrArray) known = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  known = mer_store_items (doc, cycle_id, error);
  if (known == NULL)
    return FALSE;
  for (guint i = 0; i < methodology->places->len; i++)
    {
      if (!ensure_place (doc, cycle_id, g_ptr_array_index (methodology->places, i), known, error))
        return FALSE;
    }
  return TRUE;
}
