/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions of the methodology: rows of canonical XML that are never changed. */
#include "config.h"

#include "store/mer-registry-store.h"

#include <glib/gi18n.h>
#include <string.h>

#include "methodology/mer-methodology-xml.h"
#include "store/mer-draft-store.h"
#include "store/mer-registry-private.h"

/**
 * mer_store_add_version:
 * @doc: a document with an action under way
 * @methodology: the version
 * @note: what it was made of, why, and who decided it
 * @error: return location
 *
 * Returns: the id of the new row, or 0 on error
 */
gint64
mer_store_add_version (MerDocument           *doc,
                       const MerMethodology  *methodology,
                       const MerRulesVersion *note,
                       GError               **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autofree char *xml = NULL;
  g_autofree char *hash = NULL;
  gint64           id = 0;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), 0);
  if (!mer_document_require_action (doc, error) ||
      !mer_query_prepare (&query, doc,
                          "INSERT INTO methodology (added_at, reason, sha256, xml, base_id, "
                          "decision) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                          error))
    return 0;
  xml = mer_methodology_to_xml (methodology);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, xml, -1);
  mer_query_bind_int (&query, 1, g_get_real_time () / G_USEC_PER_SEC);
  mer_query_bind_text (&query, 2, note->reason);
  mer_query_bind_text (&query, 3, hash);
  mer_query_bind_text (&query, 4, xml);
  mer_query_bind_id (&query, 5, note->base_id);
  mer_query_bind_text (&query, 6, note->decision);
  return mer_registry_save (doc, &query, 0, &id, error) ? id : 0;
}

/**
 * mer_store_add_methodology:
 * @doc: a document with an action under way
 * @methodology: the version
 * @reason: (nullable): why it was made
 * @error: return location
 *
 * Returns: the id of the new row, or 0 on error
 */
gint64
mer_store_add_methodology (MerDocument          *doc,
                           const MerMethodology *methodology,
                           const char           *reason,
                           GError              **error)
{
  g_autofree char      *copy = g_strdup (reason);
  const MerRulesVersion note = { .reason = copy };

  return mer_store_add_version (doc, methodology, &note, error);
}

void
mer_rules_version_free (MerRulesVersion *self)
{
  if (self == NULL)
    return;
  g_free (self->reason);
  g_free (self->decision);
  g_free (self->sha256);
  g_free (self);
}

/**
 * mer_store_versions:
 * @doc: a document
 * @error: return location
 *
 * Returns: (transfer full) (element-type MerRulesVersion): all versions, oldest first
 */
GPtrArray *
mer_store_versions (MerDocument *doc,
                    GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_rules_version_free);
  if (!mer_query_prepare (&query, doc,
                          "SELECT id, base_id, added_at, reason, decision, sha256 "
                          "FROM methodology ORDER BY id",
                          error))
    return NULL;
  while (mer_query_next (&query, error))
    {
      MerRulesVersion *version = g_new0 (MerRulesVersion, 1);

      version->id = mer_query_int (&query, 0);
      version->base_id = mer_query_int (&query, 1);
      version->added_at = mer_query_int (&query, 2);
      version->reason = mer_query_text (&query, 3);
      version->decision = mer_query_text (&query, 4);
      version->sha256 = mer_query_text_or_empty (&query, 5);
      g_ptr_array_add (list, version);
    }
  return mer_query_done (&query) ? g_steal_pointer (&list) : NULL;
}

/* The cached version is good as long as the row is there: rows do not change and ids are
 * not used twice. */
static gboolean
read_xml (MerDocument *doc,
          gint64       id,
          char       **xml,
          char       **hash,
          GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc, "SELECT xml, sha256 FROM methodology WHERE id = ?1", error))
    return FALSE;
  mer_query_bind_int (&query, 1, id);
  if (mer_query_next (&query, error))
    {
      *xml = mer_query_text_or_empty (&query, 0);
      *hash = mer_query_text_or_empty (&query, 1);
      return TRUE;
    }
  if (mer_query_done (&query))
    g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                 _("There is no such version of the methodology in “%s”."), doc->name);
  return FALSE;
}

static MerMethodology *
parse (MerDocument *doc,
       const char  *xml,
       const char  *hash,
       GError     **error)
{
  g_autofree char *found = g_compute_checksum_for_string (G_CHECKSUM_SHA256, xml, -1);

  if (g_str_equal (found, hash))
    return mer_methodology_from_xml (xml, strlen (xml), doc->name, error);
  g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_DAMAGED,
               _("The methodology in “%s” was altered by another program."), doc->name);
  return NULL;
}

/**
 * mer_store_methodology:
 * @doc: a document
 * @id: row of the version
 * @error: return location
 *
 * Reads and parses one version; the parsed value is kept.
 *
 * Returns: (transfer full): the methodology; NOT_FOUND when there is none, DAMAGED when its
 *   text does not fit its hash
 */
MerMethodology *
mer_store_methodology (MerDocument *doc,
                       gint64       id,
                       GError     **error)
{
  g_autofree char *xml = NULL;
  g_autofree char *hash = NULL;
  MerMethodology  *methodology = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  if (!read_xml (doc, id, &xml, &hash, error))
    return NULL;
  methodology = g_hash_table_lookup (doc->methodologies, &id);
  if (methodology == NULL)
    {
      methodology = parse (doc, xml, hash, error);
      if (methodology == NULL)
        return NULL;
      g_hash_table_insert (doc->methodologies, g_memdup2 (&id, sizeof id), methodology);
    }
  return mer_methodology_ref (methodology);
}

/**
 * mer_store_latest_methodology_id:
 * @doc: a document
 *
 * The version of the latest cycle, so that what is changed in an older one does not reach
 * the next; without any cycle the newest version.
 *
 * Returns: the version that the next cycle is bound to; 0 when there is none
 */
gint64
mer_store_latest_methodology_id (MerDocument *doc)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), 0);
  if (!mer_query_value (doc,
                        "SELECT coalesce ((SELECT methodology_id FROM cycle "
                        "ORDER BY year DESC, id DESC LIMIT 1), "
                        "(SELECT max (id) FROM methodology))",
                        0, &id, &error))
    g_message ("%s", error->message);
  return id;
}
