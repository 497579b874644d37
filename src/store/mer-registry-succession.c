/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was collected of an organization in one cycle, and how it goes to its successor. Answers
 * belong to spellings, and spellings to organizations in all cycles alike: a spelling under which
 * other cycles have answers too stays where it is. */
#include "config.h"

#include "store/mer-registry-spellings.h"

#include <glib/gi18n.h>

#include "store/mer-block.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-private.h"
#include "store/mer-registry-store.h"

static gboolean
count_answers (MerDocument *doc,
               gint64       cycle_id,
               gint64       organization_id,
               guint64     *n,
               GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc,
                          "SELECT b.data FROM batch t CROSS JOIN source s "
                          "CROSS JOIN block b ON b.batch_id = t.id AND b.source_id = s.id "
                          "WHERE t.removed = 0 AND t.cycle_id = ?1 AND s.organization_id = ?2",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, cycle_id);
  mer_query_bind_int (&query, 2, organization_id);
  while (mer_query_next (&query, error))
    {
      g_autoptr (GBytes) block = mer_query_bytes_in_place (&query, 0);

      *n += mer_block_n_rows (block);
    }
  return mer_query_done (&query);
}

static gboolean
count_checklists (MerDocument *doc,
                  gint64       cycle_id,
                  gint64       organization_id,
                  guint64     *n,
                  GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc,
                          "SELECT count (*) FROM checklist c JOIN batch t ON t.id = c.batch_id "
                          "JOIN source s ON s.id = c.source_id WHERE t.removed = 0 "
                          "AND t.cycle_id = ?1 AND s.organization_id = ?2",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, cycle_id);
  mer_query_bind_int (&query, 2, organization_id);
  if (!mer_query_next (&query, error))
    return FALSE;
  *n = (guint64) mer_query_int (&query, 0);
  return TRUE;
}

/**
 * mer_store_count_collected:
 * @doc: a document
 * @cycle_id: in which cycle
 * @organization_id: of whom
 * @questionnaires: (out): how many were answered
 * @checklists: (out): how many rows of checklists there are
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean
mer_store_count_collected (MerDocument *doc,
                           gint64       cycle_id,
                           gint64       organization_id,
                           guint64     *questionnaires,
                           guint64     *checklists,
                           GError     **error)
{
  *questionnaires = 0;
  *checklists = 0;
  return count_answers (doc, cycle_id, organization_id, questionnaires, error) &&
         count_checklists (doc, cycle_id, organization_id, checklists, error);
}

/* Spellings of the organization, whether they have anything in this cycle and in others. */
static const char used_sql[] =
  "WITH used AS ("
  "SELECT source_id, batch_id FROM block UNION SELECT source_id, batch_id FROM checklist "
  "UNION SELECT source_id, batch_id FROM ready_count "
  "UNION SELECT source_id, batch_id FROM ready_value "
  "UNION SELECT source_id, batch_id FROM expert_point "
  "UNION SELECT source_id, batch_id FROM fact WHERE batch_id IS NOT NULL) "
  "SELECT s.id, s.name, "
  "EXISTS (SELECT 1 FROM used u JOIN batch t ON t.id = u.batch_id WHERE u.source_id = s.id "
  "AND t.removed = 0 AND t.cycle_id = ?1), "
  "EXISTS (SELECT 1 FROM used u JOIN batch t ON t.id = u.batch_id WHERE u.source_id = s.id "
  "AND t.removed = 0 AND t.cycle_id <> ?1) "
  "FROM source s WHERE s.organization_id = ?2 ORDER BY s.id";

static gboolean
refuse (const char *name,
        GError    **error)
{
  g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
               _("Under “%s” there are answers of other cycles as well, and these would go with "
                 "it. Leave the answers where they are."),
                  name);
  return FALSE;
}

/* (element-type gint64): the spellings that go; nothing is changed while it is read. */
static GArray *
spellings_to_move (MerDocument *doc,
                   gint64       cycle_id,
                   gint64       organization_id,
                   GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!mer_query_prepare (&query, doc, used_sql, error))
    return NULL;
  mer_query_bind_int (&query, 1, cycle_id);
  mer_query_bind_int (&query, 2, organization_id);
  while (mer_query_next (&query, error))
    {
      gint64           id = mer_query_int (&query, 0);
      g_autofree char *name = mer_query_text_or_empty (&query, 1);

      if (mer_query_int (&query, 2) == 0)
        continue;
      if (mer_query_int (&query, 3) != 0)
        {
          refuse (name, error);
          return NULL;
        }
      g_array_append_val (ids, id);
    }
  return mer_query_done (&query) ? g_steal_pointer (&ids) : NULL;
}

/**
 * mer_store_move_collected:
 * @doc: a document with an action under way
 * @cycle_id: the cycle
 * @from: the organization that ended
 * @to: the one that goes on with its work
 * @error: return location
 *
 * All that came under the spellings of @from in the cycle belongs to @to from then on.
 *
 * Returns: whether it does; INVALID, and nothing is changed, when one of the spellings has answers
 *   in other cycles as well
 */
gboolean
mer_store_move_collected (MerDocument *doc,
                          gint64       cycle_id,
                          gint64       from,
                          gint64       to,
                          GError     **error)
{
  g_autoptr (GArray) ids = NULL;

  if (!mer_document_require_action (doc, error) ||
      !mer_store_require_open_cycle (doc, cycle_id, error))
    return FALSE;
  ids = spellings_to_move (doc, cycle_id, from, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!mer_store_set_source_organization (doc, g_array_index (ids, gint64, i), to, error))
      return FALSE;
  return ids != NULL;
}
