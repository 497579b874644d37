/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Batches: one row an import. Removing one sets a flag; its blocks go at compaction. */
#include "config.h"

#include "store/mer-batch-store.h"

#include <glib/gi18n.h>

#include "store/mer-record-store.h"
#include "store/mer-registry-private.h"

#define COLUMNS                                                                         \
  "id, cycle_id, kind, file_name, sheet, sha256, imported_at, who, mapping, accepted, " \
  "rejected, duplicates, contradictions, removed, source, counted, methodology_id"

static MerBatch *
read_batch (MerQuery *query)
{
  g_autofree char *code = mer_query_text_or_empty (query, 2);
  MerBatchKind     kind = MER_BATCH_SURVEY;
  MerBatch        *self = NULL;

  if (!mer_batch_kind_from_code (code, &kind))
    kind = MER_BATCH_SURVEY;
  self = mer_batch_new (kind);
  self->id = mer_query_int (query, 0);
  self->cycle_id = mer_query_int (query, 1);
  self->file_name = mer_query_text (query, 3);
  self->sheet = mer_query_text (query, 4);
  self->sha256 = mer_query_text (query, 5);
  self->imported_at = mer_query_int (query, 6);
  self->who = mer_query_text (query, 7);
  self->mapping = mer_query_text (query, 8);
  self->accepted = mer_query_int (query, 9);
  self->rejected = mer_query_int (query, 10);
  self->duplicates = mer_query_int (query, 11);
  self->contradictions = mer_query_int (query, 12);
  self->removed = mer_query_int (query, 13) != 0;
  self->source = mer_query_text (query, 14);
  self->counted = mer_query_int (query, 15) != 0;
  self->methodology_id = mer_query_int (query, 16);
  return self;
}

/**
 * mer_store_batches:
 * @doc: a document
 * @cycle_id: a cycle, or 0 for all
 * @error: return location
 *
 * Returns: (transfer full) (element-type MerBatch): oldest first; removed ones too
 */
GPtrArray *
mer_store_batches (MerDocument *doc,
                   gint64       cycle_id,
                   GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_batch_unref);
  if (!mer_query_prepare (&query, doc,
                          "SELECT " COLUMNS " FROM batch WHERE ?1 IN (0, cycle_id) ORDER BY id",
                          error))
    return NULL;
  mer_query_bind_int (&query, 1, cycle_id);
  while (mer_query_next (&query, error))
    g_ptr_array_add (list, read_batch (&query));
  return mer_query_done (&query) ? g_steal_pointer (&list) : NULL;
}

/* The counts of an import, for the journal: its blocks are not in the changeset. */
static void
add_detail (MerDocument    *doc,
            const MerBatch *batch)
{
  g_autofree char *line = NULL;

  line = g_strdup_printf ("batch %" G_GINT64_FORMAT " sha256 %s accepted %" G_GINT64_FORMAT
                          " rejected %" G_GINT64_FORMAT " duplicates %" G_GINT64_FORMAT
                          " contradictions %" G_GINT64_FORMAT,
                          batch->id, batch->sha256 == NULL ? "-" : batch->sha256, batch->accepted,
                          batch->rejected, batch->duplicates, batch->contradictions);
  mer_document_add_detail (doc, line);
}

/* Its blocks can be read only with the questions that they were packed by: this never changes
 * once it is stored. */
static gboolean
set_version (MerDocument *doc,
             MerBatch    *batch,
             GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (batch->kind != MER_BATCH_SURVEY || batch->methodology_id != 0)
    return TRUE;
  if (!mer_query_prepare (&query, doc, "SELECT methodology_id FROM cycle WHERE id = ?1", error))
    return FALSE;
  mer_query_bind_int (&query, 1, batch->cycle_id);
  if (mer_query_next (&query, error))
    batch->methodology_id = mer_query_int (&query, 0);
  return mer_query_done (&query);
}

/**
 * mer_store_save_batch:
 * @doc: a document with an action under way
 * @batch: what to store; its id is set when it was 0
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
mer_store_save_batch (MerDocument *doc,
                      MerBatch    *batch,
                      GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  const char *sql = batch->id == 0
                      ? "INSERT INTO batch (cycle_id, kind, file_name, sheet, sha256, "
                        "imported_at, who, mapping, accepted, rejected, duplicates, "
                        "contradictions, removed, source, counted, methodology_id) "
                        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?15, "
                        "?16, ?17)"
                      : "UPDATE batch SET cycle_id = ?1, kind = ?2, file_name = ?3, "
                        "sheet = ?4, sha256 = ?5, imported_at = ?6, who = ?7, mapping = ?8, "
                        "accepted = ?9, rejected = ?10, duplicates = ?11, "
                        "contradictions = ?12, removed = ?13, source = ?15, counted = ?16 "
                        "WHERE id = ?14";

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error) ||
      !mer_store_require_open_cycle (doc, batch->cycle_id, error) ||
      (batch->id == 0 && !set_version (doc, batch, error)) ||
      !mer_query_prepare (&query, doc, sql, error))
    return FALSE;
  if (batch->id == 0)
    mer_query_bind_id (&query, 17, batch->methodology_id);
  mer_query_bind_id (&query, 1, batch->cycle_id);
  mer_query_bind_text (&query, 2, mer_batch_kind_to_code (batch->kind));
  mer_query_bind_text (&query, 3, batch->file_name);
  mer_query_bind_text (&query, 4, batch->sheet);
  mer_query_bind_text (&query, 5, batch->sha256);
  mer_query_bind_int (&query, 6, batch->imported_at);
  mer_query_bind_text (&query, 7, batch->who);
  mer_query_bind_text (&query, 8, batch->mapping);
  mer_query_bind_int (&query, 9, batch->accepted);
  mer_query_bind_int (&query, 10, batch->rejected);
  mer_query_bind_int (&query, 11, batch->duplicates);
  mer_query_bind_int (&query, 12, batch->contradictions);
  mer_query_bind_int (&query, 13, batch->removed ? 1 : 0);
  mer_query_bind_text (&query, 15, batch->source);
  mer_query_bind_int (&query, 16, batch->counted ? 1 : 0);
  if (!mer_registry_save (doc, &query, 14, &batch->id, error))
    return FALSE;
  add_detail (doc, batch);
  return TRUE;
}

static gboolean
detail_of (MerDocument *doc,
           gint64       id,
           GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc, "SELECT " COLUMNS " FROM batch WHERE id = ?1", error))
    return FALSE;
  mer_query_bind_int (&query, 1, id);
  if (mer_query_next (&query, error))
    {
      g_autoptr (MerBatch) batch = read_batch (&query);

      mer_document_add_detail (doc, "removed");
      add_detail (doc, batch);
    }
  return mer_query_done (&query);
}

/* What is approved stays as it is. */
static gboolean
check_open (MerDocument *doc,
            gint64       batch_id,
            GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc,
                          "SELECT c.title FROM batch t JOIN cycle c ON c.id = t.cycle_id "
                          "WHERE t.id = ?1 AND c.approved <> 0 "
                          "AND t.kind IN ('survey', 'checklist', 'counts', 'points')",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, batch_id);
  if (mer_query_next (&query, error))
    {
      g_autofree char *title = mer_query_text_or_empty (&query, 0);

      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                   _("The results of “%s” are approved: what enters them cannot be changed."),
                      title);
      return FALSE;
    }
  return mer_query_done (&query);
}

/* Nor does anything change in a cycle that is closed. Its cycle is 0 where there is no such
 * batch, which is told later. */
static gboolean
check_cycle_open (MerDocument *doc,
                  gint64       batch_id,
                  GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  gint64 cycle_id = 0;

  if (!check_open (doc, batch_id, error) ||
      !mer_query_prepare (&query, doc, "SELECT cycle_id FROM batch WHERE id = ?1", error))
    return FALSE;
  mer_query_bind_int (&query, 1, batch_id);
  if (mer_query_next (&query, error))
    cycle_id = mer_query_int (&query, 0);
  return (cycle_id != 0 || mer_query_done (&query)) &&
         mer_store_require_open_cycle (doc, cycle_id, error);
}

/**
 * mer_store_remove_batch:
 * @doc: a document with an action under way
 * @id: the batch
 * @error: return location
 *
 * Sets its flag: none of its answers and marks count any more. Undo clears it.
 *
 * Returns: NOT_FOUND when there is none or it is removed already, INVALID when it entered results
 *   that are approved or its cycle is closed
 */
gboolean
mer_store_remove_batch (MerDocument *doc,
                        gint64       id,
                        GError     **error)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  return mer_document_require_action (doc, error) && check_cycle_open (doc, id, error) &&
         mer_registry_run (doc, "UPDATE batch SET removed = 1 WHERE id = ?1 AND removed = 0", id,
                           error) &&
         mer_registry_check_changed (doc, _("There is no such import, or it is removed already."),
                                             error) &&
                                     detail_of (doc, id, error);
}

/**
 * mer_store_set_batch_counted:
 * @doc: a document with an action under way
 * @id: the batch
 * @counted: whether its ready counts enter the scores
 * @error: return location
 *
 * Returns: NOT_FOUND when there is no such import of ready counts, INVALID when the results that
 *   it enters are approved or its cycle is closed
 */
gboolean
mer_store_set_batch_counted (MerDocument *doc,
                             gint64       id,
                             gboolean     counted,
                             GError     **error)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  return mer_document_require_action (doc, error) && check_cycle_open (doc, id, error) &&
         mer_registry_run (doc,
                           counted ? "UPDATE batch SET counted = 1 "
                                     "WHERE id = ?1 AND removed = 0 AND kind = 'counts'"
                                   : "UPDATE batch SET counted = 0 "
                                     "WHERE id = ?1 AND removed = 0 AND kind = 'counts'",
                           id, error) &&
         mer_registry_check_changed (doc, _("There is no such import of ready counts."), error);
}

/**
 * mer_store_find_batch_by_hash:
 * @doc: a document
 * @cycle_id: the cycle
 * @sha256: hash of a file, 64 hexadecimal digits
 *
 * Returns: (transfer full) (nullable): the newest import of that very file into the cycle
 *   that was not removed
 */
MerBatch *
mer_store_find_batch_by_hash (MerDocument *doc,
                              gint64       cycle_id,
                              const char  *sha256)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  if (mer_query_prepare (&query, doc,
                         "SELECT " COLUMNS " FROM batch WHERE cycle_id = ?1 AND sha256 = ?2 "
                         "AND removed = 0 ORDER BY id DESC LIMIT 1",
                         &error))
    {
      mer_query_bind_int (&query, 1, cycle_id);
      mer_query_bind_text (&query, 2, sha256);
      if (mer_query_next (&query, &error))
        return read_batch (&query);
    }
  if (error != NULL)
    g_message ("%s", error->message);
  return NULL;
}
