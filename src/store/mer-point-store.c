/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points of experts. A value is exact decimal text: it is parsed, held against its bounds and
 * never rounded. */
#include "config.h"

#include "store/mer-point-store.h"

#include <glib/gi18n.h>
#include <string.h>

#include "store/mer-query.h"
#include "store/mer-store-error.h"

static gboolean
parse_point (const char  *text,
             MerRational *value)
{
  const MerRational zero = MER_RATIONAL_ZERO;
  const MerRational most = { MER_EXPERT_POINT_MAX, 1, NULL };
  g_auto (MerRational) parsed = MER_RATIONAL_ZERO;

  if (strchr (text, '/') != NULL || strchr (text, ',') != NULL ||
      !mer_rational_parse (text, &parsed) || parsed.big != NULL ||
      mer_rational_cmp (&parsed, &zero) < 0 || mer_rational_cmp (&parsed, &most) > 0)
    return FALSE;
  *value = mer_rational_copy (&parsed);
  return TRUE;
}

/* batch, source, organization, code, value, row */
static gboolean
prepare (MerQuery    *query,
         MerDocument *doc,
         gint64       cycle_id,
         GError     **error)
{
  if (!mer_query_prepare (query, doc,
                          "SELECT p.batch_id, p.source_id, s.organization_id, p.code, p.value, "
                          "p.file_row FROM batch t JOIN expert_point p ON p.batch_id = t.id "
                          "JOIN source s ON s.id = p.source_id "
                          "WHERE t.cycle_id = ?1 AND t.removed = 0 "
                          "ORDER BY t.file_name IS NULL, p.batch_id, p.file_row, p.source_id, "
                          "p.code",
                          error))
    return FALSE;
  mer_query_bind_int (query, 1, cycle_id);
  return TRUE;
}

/**
 * mer_store_expert_points:
 * @doc: a document
 * @cycle_id: the cycle
 * @error: return location
 *
 * Returns: (transfer full) (element-type MerReadyValue): by batch, row and code; those that were
 *   typed in come last
 */
GPtrArray *
mer_store_expert_points (MerDocument *doc,
                         gint64       cycle_id,
                         GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_ready_value_free);
  if (!prepare (&query, doc, cycle_id, error))
    return NULL;
  while (mer_query_next (&query, error))
    {
      MerReadyValue *value = g_new0 (MerReadyValue, 1);

      value->batch_id = mer_query_int (&query, 0);
      value->source_id = mer_query_int (&query, 1);
      value->organization_id = mer_query_int (&query, 2);
      value->code = mer_query_text_or_empty (&query, 3);
      value->value = mer_query_text_or_empty (&query, 4);
      value->row = mer_query_int (&query, 5);
      g_ptr_array_add (list, value);
    }
  return mer_query_done (&query) ? g_steal_pointer (&list) : NULL;
}

/**
 * mer_store_add_expert_point:
 * @doc: a document with an action under way
 * @value: what to store
 * @error: return location
 *
 * Returns: whether it was written; INVALID when the value cannot be one
 */
gboolean
mer_store_add_expert_point (MerDocument         *doc,
                            const MerReadyValue *value,
                            GError             **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_auto (MerRational) parsed = MER_RATIONAL_ZERO;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error))
    return FALSE;
  if (!parse_point (value->value, &parsed))
    return mer_store_refuse (error, MER_STORE_ERROR_INVALID,
                             _("“%s” is no number of points."), value->value);
  if (!mer_query_prepare (&query, doc,
                          "INSERT INTO expert_point (batch_id, source_id, code, value, file_row) "
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

static gboolean
take (MerQuery    *query,
      MerPointFunc func,
      gpointer     user_data,
      GError     **error)
{
  g_autofree char *code = mer_query_text_or_empty (query, 3);
  g_autofree char *text = mer_query_text_or_empty (query, 4);
  g_auto (MerRational) value = MER_RATIONAL_ZERO;
  MerEvidenceSource source = { .kind = MER_EVIDENCE_POINTS, .question = -1 };

  if (!parse_point (text, &value))
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_DAMAGED,
                   _("Points of an expert in “%s” are damaged."), query->document->name);
      return FALSE;
    }
  source.batch_id = mer_query_int (query, 0);
  source.row = mer_query_int (query, 5);
  if (mer_query_int (query, 2) != 0)
    func (mer_query_int (query, 2), code, &value, &source, user_data);
  return TRUE;
}

/**
 * mer_store_points_foreach:
 * @doc: a document
 * @cycle_id: the cycle
 * @func: (scope call): called for each point of an organization that is known
 * @user_data: for @func
 * @error: return location
 *
 * Returns: %FALSE with @error, DAMAGED when a value is no number of points
 */
gboolean
mer_store_points_foreach (MerDocument *doc,
                          gint64       cycle_id,
                          MerPointFunc func,
                          gpointer     user_data,
                          GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!prepare (&query, doc, cycle_id, error))
    return FALSE;
  while (mer_query_next (&query, error))
    {
      if (!take (&query, func, user_data, error))
        return FALSE;
    }
  return mer_query_done (&query);
}

/**
 * mer_store_verify_points:
 * @doc: a document
 * @problems: (element-type utf8): grows by a sentence a problem
 * @error: return location
 *
 * Returns: whether it could be checked
 */
gboolean
mer_store_verify_points (MerDocument *doc,
                         GPtrArray   *problems,
                         GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_query_prepare (&query, doc,
                          "SELECT batch_id, file_row, value FROM expert_point "
                          "ORDER BY batch_id, file_row, code",
                          error))
    return FALSE;
  while (mer_query_next (&query, error))
    {
      g_autofree char *text = mer_query_text_or_empty (&query, 2);
      g_auto (MerRational) value = MER_RATIONAL_ZERO;

      if (!parse_point (text, &value))
        g_ptr_array_add (problems,
                         g_strdup_printf (_("Import %lld, row %lld: “%s” is no number of points."),
                                             (long long) mer_query_int (&query, 0),
                                             (long long) mer_query_int (&query, 1), text));
    }
  return mer_query_done (&query);
}
