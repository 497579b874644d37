/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ready counts and the operator's values: rows of their batch, written once. */
#include "config.h"

#include "store/mer-evidence-store.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-rational.h"
#include "methodology/mer-ready-tally.h"
#include "store/mer-struct-store.h"
#include "store/mer-store-error.h"

/* Both belong to a batch and to a spelling. */
#define OF_BATCH "JOIN batch b ON b.id = t.batch_id JOIN source s ON s.id = t.source_id"

/* --- ready counts ------------------------------------------------------------------------ */

static const MerMember count_fields[] = {
  MER_MEMBER_INT (MerReadyCount, batch_id, .key = TRUE),
  MER_MEMBER_INT (MerReadyCount, source_id, .key = TRUE),
  MER_MEMBER_INT (MerReadyCount, organization_id, .of = "s"),
  MER_MEMBER_TEXT (MerReadyCount, question, .key = TRUE),
  MER_MEMBER_INT (MerReadyCount, asked),
  MER_MEMBER_INT (MerReadyCount, positive),
  MER_MEMBER_INT (MerReadyCount, row, .column = "file_row"),
};

static const MerStruct count_struct = MER_STRUCT (MerReadyCount, count_fields);

static const MerStructTable counts = {
  .name = "ready_count",
  .record = &count_struct,
  .joins = OF_BATCH,
  .free_row = (GDestroyNotify) mer_ready_count_free,
};

void
mer_ready_count_free (MerReadyCount *self)
{
  mer_struct_free (&count_struct, self);
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
  return mer_structs_list (doc, &counts,
                           "WHERE b.cycle_id = ?1 AND b.removed = 0 "
                           "ORDER BY t.batch_id, t.file_row, t.source_id, t.question",
                           MER_SQL_VALUES (MER_SQL_INT (cycle_id)), error);
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
  MerReadyCount row = *count; /* borrows its text */

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error))
    return FALSE;
  if (count->positive < 0 || count->positive > count->asked || count->asked > MER_READY_COUNT_MAX)
    return mer_store_refuse (error, MER_STORE_ERROR_INVALID,
                             _("More answered positively than were asked."));
  return mer_structs_insert (doc, &counts, &row, error);
}

/* --- values ------------------------------------------------------------------------------ */

static const MerMember value_fields[] = {
  MER_MEMBER_INT (MerReadyValue, batch_id, .key = TRUE),
  MER_MEMBER_INT (MerReadyValue, source_id, .key = TRUE),
  MER_MEMBER_INT (MerReadyValue, organization_id, .of = "s"),
  MER_MEMBER_TEXT (MerReadyValue, code, .key = TRUE),
  MER_MEMBER_TEXT (MerReadyValue, value),
  MER_MEMBER_INT (MerReadyValue, row, .column = "file_row"),
};

const MerStruct mer_ready_value_struct = MER_STRUCT (MerReadyValue, value_fields);

static const MerStructTable values = {
  .name = "ready_value",
  .record = &mer_ready_value_struct,
  .joins = OF_BATCH,
  .free_row = (GDestroyNotify) mer_ready_value_free,
};

void
mer_ready_value_free (MerReadyValue *self)
{
  mer_struct_free (&mer_ready_value_struct, self);
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
  return mer_structs_list (doc, &values,
                           "WHERE b.cycle_id = ?1 AND b.removed = 0 "
                           "ORDER BY b.file_name IS NULL, t.batch_id, t.file_row, t.source_id, "
                           "t.code",
                           MER_SQL_VALUES (MER_SQL_INT (cycle_id)), error);
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
  MerReadyValue row = *value; /* borrows its texts */

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error))
    return FALSE;
  if (!is_decimal (value->value))
    return mer_store_refuse (error, MER_STORE_ERROR_INVALID,
                             _("“%s” is no decimal number."), value->value);
  return mer_structs_insert (doc, &values, &row, error);
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
