/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ready counts and the operator's values: rows of their batch, written once. */
#include "config.h"

#include "store/mer-evidence-store.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-rational.h"
#include "methodology/mer-ready-tally.h"
#include "store/mer-registry-private.h"

/* --- ready counts ------------------------------------------------------------------------ */

void
mer_ready_count_free (MerReadyCount *self)
{
  if (self == NULL)
    return;
  g_free (self->question);
  g_free (self);
}

static MerReadyCount *
read_count (MerQuery *query)
{
  MerReadyCount *self = g_new0 (MerReadyCount, 1);

  self->batch_id = mer_query_int (query, 0);
  self->source_id = mer_query_int (query, 1);
  self->organization_id = mer_query_int (query, 2);
  self->question = mer_query_text_or_empty (query, 3);
  self->asked = mer_query_int (query, 4);
  self->positive = mer_query_int (query, 5);
  self->row = mer_query_int (query, 6);
  return self;
}

/**
 * mer_store_ready_counts:
 * @doc: a document
 * @cycle_id: the cycle
 * @error: return location
 *
 * Returns: (transfer full) (element-type MerReadyCount): by batch, row and question
 */
GPtrArray *
mer_store_ready_counts (MerDocument *doc,
                        gint64       cycle_id,
                        GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_ready_count_free);
  if (!mer_query_prepare (&query, doc,
                          "SELECT r.batch_id, r.source_id, s.organization_id, r.question, "
                          "r.asked, r.positive, r.file_row FROM batch t "
                          "JOIN ready_count r ON r.batch_id = t.id "
                          "JOIN source s ON s.id = r.source_id "
                          "WHERE t.cycle_id = ?1 AND t.removed = 0 "
                          "ORDER BY r.batch_id, r.file_row, r.source_id, r.question",
                          error))
    return NULL;
  mer_query_bind_int (&query, 1, cycle_id);
  while (mer_query_next (&query, error))
    g_ptr_array_add (list, read_count (&query));
  return mer_query_done (&query) ? g_steal_pointer (&list) : NULL;
}

/**
 * mer_store_add_ready_count:
 * @doc: a document with an action under way
 * @count: what to store
 * @error: return location
 *
 * Returns: whether it was written; INVALID when the numbers cannot be
 */
gboolean
mer_store_add_ready_count (MerDocument         *doc,
                           const MerReadyCount *count,
                           GError             **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error))
    return FALSE;
  if (count->positive < 0 || count->positive > count->asked || count->asked > MER_READY_COUNT_MAX)
    {
      g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                           _("More answered positively than were asked."));
      return FALSE;
    }
  if (!mer_query_prepare (&query, doc,
                          "INSERT INTO ready_count (batch_id, source_id, question, asked, "
                          "positive, file_row) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, count->batch_id);
  mer_query_bind_int (&query, 2, count->source_id);
  mer_query_bind_text (&query, 3, count->question);
  mer_query_bind_int (&query, 4, count->asked);
  mer_query_bind_int (&query, 5, count->positive);
  mer_query_bind_int (&query, 6, count->row);
  return mer_query_run (&query, error);
}

/* --- values ------------------------------------------------------------------------------ */

void
mer_ready_value_free (MerReadyValue *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->value);
  g_free (self);
}

static MerReadyValue *
read_value (MerQuery *query)
{
  MerReadyValue *self = g_new0 (MerReadyValue, 1);

  self->batch_id = mer_query_int (query, 0);
  self->source_id = mer_query_int (query, 1);
  self->organization_id = mer_query_int (query, 2);
  self->code = mer_query_text_or_empty (query, 3);
  self->value = mer_query_text_or_empty (query, 4);
  self->row = mer_query_int (query, 5);
  return self;
}

/**
 * mer_store_ready_values:
 * @doc: a document
 * @cycle_id: the cycle
 * @error: return location
 *
 * Returns: (transfer full) (element-type MerReadyValue): by batch, row and code; those that were
 *   typed in come last
 */
GPtrArray *
mer_store_ready_values (MerDocument *doc,
                        gint64       cycle_id,
                        GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_ready_value_free);
  if (!mer_query_prepare (&query, doc,
                          "SELECT v.batch_id, v.source_id, s.organization_id, v.code, v.value, "
                          "v.file_row FROM batch t JOIN ready_value v ON v.batch_id = t.id "
                          "JOIN source s ON s.id = v.source_id "
                          "WHERE t.cycle_id = ?1 AND t.removed = 0 "
                          "ORDER BY t.file_name IS NULL, v.batch_id, v.file_row, v.source_id, "
                          "v.code",
                          error))
    return NULL;
  mer_query_bind_int (&query, 1, cycle_id);
  while (mer_query_next (&query, error))
    g_ptr_array_add (list, read_value (&query));
  return mer_query_done (&query) ? g_steal_pointer (&list) : NULL;
}

static gboolean
is_decimal (const char *text)
{
  g_auto (MerRational) value = MER_RATIONAL_ZERO;

  return strchr (text, '/') == NULL && strchr (text, ',') == NULL &&
         mer_rational_parse (text, &value);
}

/**
 * mer_store_add_ready_value:
 * @doc: a document with an action under way
 * @value: what to store
 * @error: return location
 *
 * Returns: whether it was written; INVALID when the value is no decimal
 */
gboolean
mer_store_add_ready_value (MerDocument         *doc,
                           const MerReadyValue *value,
                           GError             **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error))
    return FALSE;
  if (!is_decimal (value->value))
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                   _("“%s” is no decimal number."), value->value);
      return FALSE;
    }
  if (!mer_query_prepare (&query, doc,
                          "INSERT INTO ready_value (batch_id, source_id, code, value, file_row) "
                          "VALUES (?1, ?2, ?3, ?4, ?5)",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, value->batch_id);
  mer_query_bind_int (&query, 2, value->source_id);
  mer_query_bind_text (&query, 3, value->code);
  mer_query_bind_text (&query, 4, value->value);
  mer_query_bind_int (&query, 5, value->row);
  return mer_query_run (&query, error);
}

/* --- checking ---------------------------------------------------------------------------- */

static gboolean
verify_counts (MerDocument *doc,
               GPtrArray   *problems,
               GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc,
                          "SELECT batch_id, file_row FROM ready_count "
                          "WHERE positive < 0 OR positive > asked OR asked > ?1 "
                          "ORDER BY batch_id, file_row",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, MER_READY_COUNT_MAX);
  while (mer_query_next (&query, error))
    g_ptr_array_add (problems, g_strdup_printf (_("Import %lld, row %lld: the ready counts cannot "
                                                  "be true."),
                                                   (long long) mer_query_int (&query, 0),
                                                   (long long) mer_query_int (&query, 1)));
  return mer_query_done (&query);
}

static gboolean
verify_values (MerDocument *doc,
               GPtrArray   *problems,
               GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc,
                          "SELECT batch_id, file_row, value FROM ready_value "
                          "ORDER BY batch_id, file_row",
                          error))
    return FALSE;
  while (mer_query_next (&query, error))
    {
      g_autofree char *value = mer_query_text_or_empty (&query, 2);

      if (!is_decimal (value))
        g_ptr_array_add (problems,
                         g_strdup_printf (_("Import %lld, row %lld: “%s” is no decimal number."),
                                             (long long) mer_query_int (&query, 0),
                                             (long long) mer_query_int (&query, 1), value));
    }
  return mer_query_done (&query);
}

/**
 * mer_store_verify_evidence:
 * @doc: a document
 * @problems: (element-type utf8): grows by a sentence a problem
 * @error: return location
 *
 * Returns: whether it could be checked
 */
gboolean
mer_store_verify_evidence (MerDocument *doc,
                           GPtrArray   *problems,
                           GError     **error)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  return verify_counts (doc, problems, error) && verify_values (doc, problems, error);
}
