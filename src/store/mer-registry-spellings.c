/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The spellings of one organization with what came under each, so that a wrong match can be found
 * and given to whom it belongs. */
#include "config.h"

#include "store/mer-registry-spellings.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-name.h"
#include "store/mer-block.h"
#include "store/mer-registry-private.h"
#include "store/mer-registry-store.h"

void
mer_spelling_free (MerSpelling *self)
{
  g_free (self->name);
  g_free (self);
}

static GPtrArray *
load_names (MerDocument *doc,
            gint64       organization_id,
            GHashTable  *by_id,
            GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_spelling_free);

  if (!mer_query_prepare (&query, doc,
                          "SELECT id, name FROM source WHERE organization_id = ?1 ORDER BY id",
                          error))
    return NULL;
  mer_query_bind_int (&query, 1, organization_id);
  while (mer_query_next (&query, error))
    {
      MerSpelling *spelling = g_new0 (MerSpelling, 1);

      spelling->id = mer_query_int (&query, 0);
      spelling->name = mer_query_text_or_empty (&query, 1);
      g_ptr_array_add (list, spelling);
      g_hash_table_insert (by_id, &spelling->id, spelling);
    }
  return mer_query_done (&query) ? g_steal_pointer (&list) : NULL;
}

/* CROSS JOIN keeps the order of the tables: a few spellings are looked up in each batch. */
static gboolean
count_questionnaires (MerDocument *doc,
                      gint64       organization_id,
                      GHashTable  *by_id,
                      GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc,
                          "SELECT s.id, b.data FROM batch t CROSS JOIN source s "
                          "CROSS JOIN block b ON b.batch_id = t.id AND b.source_id = s.id "
                          "WHERE t.removed = 0 AND s.organization_id = ?1",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, organization_id);
  while (mer_query_next (&query, error))
    {
      g_autoptr (GBytes) block = mer_query_bytes_in_place (&query, 1);
      gint64       id = mer_query_int (&query, 0);
      MerSpelling *spelling = g_hash_table_lookup (by_id, &id);

      if (spelling != NULL)
        spelling->questionnaires += mer_block_n_rows (block);
    }
  return mer_query_done (&query);
}

static gboolean
count_rows (MerDocument *doc,
            gint64       organization_id,
            GHashTable  *by_id,
            GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc,
                          "WITH mine AS (SELECT id FROM source WHERE organization_id = ?1), "
                          "live AS (SELECT id FROM batch WHERE removed = 0) "
                          "SELECT m.id, (SELECT count (*) FROM checklist c "
                          "WHERE c.source_id = m.id AND c.batch_id IN live), "
                          "(SELECT count (*) FROM ready_count c "
                          "WHERE c.source_id = m.id AND c.batch_id IN live) + "
                          "(SELECT count (*) FROM ready_value v "
                          "WHERE v.source_id = m.id AND v.batch_id IN live) + "
                          "(SELECT count (*) FROM expert_point p "
                          "WHERE p.source_id = m.id AND p.batch_id IN live) + "
                          "(SELECT count (*) FROM fact f WHERE f.source_id = m.id AND "
                          "(f.batch_id IS NULL OR f.batch_id IN live)) FROM mine m",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, organization_id);
  while (mer_query_next (&query, error))
    {
      gint64       id = mer_query_int (&query, 0);
      MerSpelling *spelling = g_hash_table_lookup (by_id, &id);

      if (spelling == NULL)
        continue;
      spelling->checklists = (guint64) mer_query_int (&query, 1);
      spelling->facts = (guint64) mer_query_int (&query, 2);
    }
  return mer_query_done (&query);
}

/**
 * mer_store_spellings:
 * @doc: a document
 * @organization_id: whose
 * @error: return location
 *
 * Returns: (transfer full) (element-type MerSpelling): oldest first
 */
GPtrArray *
mer_store_spellings (MerDocument *doc,
                     gint64       organization_id,
                     GError     **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  list = load_names (doc, organization_id, by_id, error);
  if (list == NULL || !count_questionnaires (doc, organization_id, by_id, error) ||
      !count_rows (doc, organization_id, by_id, error))
    return NULL;
  return g_steal_pointer (&list);
}

/* --- giving one away --------------------------------------------------------------------- */

/* (transfer none) (nullable), with an error when there is none. */
static const MerSourceName *
find_source (const GPtrArray *sources,
             gint64           source_id,
             GError         **error)
{
  for (guint i = 0; i < sources->len; i++)
    {
      const MerSourceName *source = sources->pdata[i];

      if (source->id == source_id)
        return source;
    }
  g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                       _("This spelling is not in the document any more."));
  return NULL;
}

static gboolean
is_own_name (const GPtrArray *organizations,
             gint64           organization_id,
             const char      *key)
{
  for (guint i = 0; i < organizations->len; i++)
    {
      const MerOrganization *organization = organizations->pdata[i];
      g_autofree char       *own = NULL;

      if (organization->id != organization_id)
        continue;
      own = mer_name_fold (organization->name, -1);
      return strcmp (own, key) == 0;
    }
  return FALSE;
}

/* Of the spellings that are an organization's own name one may have been a mistake: it goes
 * alone, or nothing would be left. */
static gboolean
give_same (MerDocument         *doc,
           const GPtrArray     *sources,
           const MerSourceName *given,
           gint64               organization_id,
           GError             **error)
{
  g_autoptr (GPtrArray) organizations = mer_store_organizations (doc, error);
  g_autofree char *key = mer_name_fold (given->name, -1);
  gboolean         alone = FALSE;

  if (organizations == NULL)
    return FALSE;
  alone = given->organization_id == 0 || is_own_name (organizations, given->organization_id, key);
  for (guint i = 0; !alone && i < sources->len; i++)
    {
      const MerSourceName *other = sources->pdata[i];
      g_autofree char     *other_key = mer_name_fold (other->name, -1);

      if (other->organization_id == given->organization_id && strcmp (key, other_key) == 0 &&
          !mer_store_set_source_organization (doc, other->id, organization_id, error))
        return FALSE;
    }
  return mer_store_set_source_organization (doc, given->id, organization_id, error);
}

/**
 * mer_store_give_spelling:
 * @doc: a document with an action under way
 * @source_id: a spelling
 * @organization_id: whom it means from now on
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
mer_store_give_spelling (MerDocument *doc,
                         gint64       source_id,
                         gint64       organization_id,
                         GError     **error)
{
  g_autoptr (GPtrArray) sources = NULL;
  const MerSourceName *given = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  sources = mer_store_source_names (doc, error);
  given = sources != NULL ? find_source (sources, source_id, error) : NULL;
  return given != NULL && give_same (doc, sources, given, organization_id, error);
}

/**
 * mer_store_split_spelling:
 * @doc: a document with an action under way
 * @source_id: a spelling
 * @error: return location
 *
 * Adds an organization that is called so and gives it the spelling.
 *
 * Returns: its id, or 0 on error
 */
gint64
mer_store_split_spelling (MerDocument *doc,
                          gint64       source_id,
                          GError     **error)
{
  g_autoptr (MerOrganization) organization = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  const MerSourceName *given = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), 0);
  if (!mer_document_require_action (doc, error))
    return 0;
  sources = mer_store_source_names (doc, error);
  given = sources != NULL ? find_source (sources, source_id, error) : NULL;
  if (given == NULL)
    return 0;
  organization = mer_organization_new (given->name, mer_organization_kind_guess (given->name));
  if (!mer_store_save_organization (doc, organization, error) ||
      !give_same (doc, sources, given, organization->id, error))
    return 0;
  return organization->id;
}
