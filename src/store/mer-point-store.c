/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points of experts. A value is exact decimal text: it is parsed, held against its bounds and
 * never rounded. */
#include "config.h"

#include "store/mer-point-store.h"

#include <glib/gi18n.h>
#include <string.h>

#include "store/mer-struct-store.h"
#include "store/mer-store-error.h"

static const MerStructTable points = {
  .name = "expert_point",
  .record = &mer_ready_value_struct,
  .joins = "JOIN batch b ON b.id = t.batch_id JOIN source s ON s.id = t.source_id",
  .free_row = (GDestroyNotify) mer_ready_value_free,
};

/* Later ones overrule earlier ones. */
static const char of_cycle[] =
  "WHERE b.cycle_id = ?1 AND b.removed = 0 "
  "ORDER BY b.file_name IS NULL, t.batch_id, t.file_row, t.source_id, t.code";

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
  return mer_structs_list (doc, &points, of_cycle, MER_SQL_VALUES (MER_SQL_INT (cycle_id)), error);
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
  MerReadyValue row = *value; /* borrows its texts */
  g_auto (MerRational) parsed = MER_RATIONAL_ZERO;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error))
    return FALSE;
  if (!parse_point (value->value, &parsed))
    return mer_store_refuse (error, MER_STORE_ERROR_INVALID,
                             _("“%s” is no number of points."), value->value);
  return mer_structs_insert (doc, &points, &row, error);
}

static gboolean
take (MerQuery    *query,
      MerPointFunc func,
      gpointer     user_data,
      GError     **error)
{
  g_autoptr (MerReadyValue) point = mer_structs_read (&points, query);
  g_auto (MerRational) value = MER_RATIONAL_ZERO;
  MerEvidenceSource source = { .kind = MER_EVIDENCE_POINTS, .question = -1 };

  if (!parse_point (point->value, &value))
    return mer_store_refuse (error, MER_STORE_ERROR_DAMAGED,
                             _("Points of an expert in “%s” are damaged."), query->document->name);
  source.batch_id = point->batch_id;
  source.row = point->row;
  if (point->organization_id != 0)
    func (point->organization_id, point->code, &value, &source, user_data);
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
  if (!mer_structs_query (&query, doc, &points, of_cycle,
                          MER_SQL_VALUES (MER_SQL_INT (cycle_id)), error))
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
