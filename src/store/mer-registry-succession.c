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
#include "store/mer-store-error.h"

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

/* Rows under its spellings in what was not removed, and stacks that are still typed in. */
static const char rows_sql[] =
  "WITH mine AS (SELECT id FROM source WHERE organization_id = ?2), "
  "live AS (SELECT id FROM batch WHERE removed = 0 AND cycle_id = ?1) "
  "SELECT (SELECT count (*) FROM checklist WHERE source_id IN mine AND batch_id IN live), "
  "(SELECT count (*) FROM ready_count WHERE source_id IN mine AND batch_id IN live) + "
  "(SELECT count (*) FROM ready_value WHERE source_id IN mine AND batch_id IN live) + "
  "(SELECT count (*) FROM expert_point WHERE source_id IN mine AND batch_id IN live) + "
  "(SELECT count (*) FROM fact WHERE source_id IN mine AND cycle_id = ?1 AND "
  "(batch_id IS NULL OR batch_id IN live)), "
  "(SELECT count (*) FROM stack WHERE organization_id = ?2 AND cycle_id = ?1 AND "
  "(batch_id IS NULL OR batch_id NOT IN live))";

static gboolean
count_rows (MerDocument  *doc,
            gint64        cycle_id,
            gint64        organization_id,
            MerCollected *collected,
            GError      **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc, rows_sql, error))
    return FALSE;
  mer_query_bind_int (&query, 1, cycle_id);
  mer_query_bind_int (&query, 2, organization_id);
  if (!mer_query_next (&query, error))
    return FALSE;
  collected->checklists = (guint64) mer_query_int (&query, 0);
  collected->others = (guint64) mer_query_int (&query, 1);
  collected->stacks = (guint64) mer_query_int (&query, 2);
  return TRUE;
}

/**
 * mer_store_count_collected:
 * @doc: a document
 * @cycle_id: in which cycle
 * @organization_id: of whom
 * @collected: (out caller-allocates): how much there is
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean
mer_store_count_collected (MerDocument  *doc,
                           gint64        cycle_id,
                           gint64        organization_id,
                           MerCollected *collected,
                           GError      **error)
{
  *collected = (MerCollected){ 0 };
  return count_answers (doc, cycle_id, organization_id, &collected->questionnaires, error) &&
         count_rows (doc, cycle_id, organization_id, collected, error);
}

/* Spellings of the organization, whether they have anything in this cycle and in others. Facts are
 * of a cycle by themselves: what was typed in has no batch. */
static const char used_sql[] =
  "WITH live AS (SELECT id, cycle_id FROM batch WHERE removed = 0), "
  "used AS (SELECT u.source_id, t.cycle_id FROM ("
  "SELECT source_id, batch_id FROM block UNION SELECT source_id, batch_id FROM checklist "
  "UNION SELECT source_id, batch_id FROM ready_count "
  "UNION SELECT source_id, batch_id FROM ready_value "
  "UNION SELECT source_id, batch_id FROM expert_point) u JOIN live t ON t.id = u.batch_id "
  "UNION SELECT source_id, cycle_id FROM fact "
  "WHERE batch_id IS NULL OR batch_id IN (SELECT id FROM live)) "
  "SELECT s.id, s.name, "
  "EXISTS (SELECT 1 FROM used u WHERE u.source_id = s.id AND u.cycle_id = ?1), "
  "EXISTS (SELECT 1 FROM used u WHERE u.source_id = s.id AND u.cycle_id <> ?1) "
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

/* What names the organization itself: paper that is typed in or can be opened again, and who saw
 * which mark. Where the successor has a note of its own the other's stays. */
static gboolean
move_named (MerDocument *doc,
            gint64       cycle_id,
            gint64       from,
            gint64       to,
            GError     **error)
{
  static const char *const steps[] = {
    "UPDATE stack SET organization_id = ?3 WHERE cycle_id = ?1 AND organization_id = ?2",
    "UPDATE mark_note SET organization_id = ?3 WHERE cycle_id = ?1 AND organization_id = ?2 AND "
    "NOT EXISTS (SELECT 1 FROM mark_note own WHERE own.organization_id = ?3 AND "
    "own.cycle_id = ?1 AND own.item_id = mark_note.item_id)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_auto (MerQuery) query = MER_QUERY_INIT;

      if (!mer_query_prepare (&query, doc, steps[i], error))
        return FALSE;
      mer_query_bind_int (&query, 1, cycle_id);
      mer_query_bind_int (&query, 2, from);
      mer_query_bind_int (&query, 3, to);
      if (!mer_query_run (&query, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_cycle (MerDocument *doc,
             gint64       cycle_id,
             GError     **error)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, cycle_id, error);

  if (cycle == NULL)
    return FALSE;
  if (!cycle->approved)
    return mer_store_require_open_cycle (doc, cycle_id, error);
  return mer_store_refuse (error, MER_STORE_ERROR_INVALID,
                           _("The results of “%s” are approved: what enters them cannot be "
                             "changed."),
                              cycle->title);
}

/**
 * mer_store_move_collected:
 * @doc: a document with an action under way
 * @cycle_id: the cycle
 * @from: the organization that ended
 * @to: the one that goes on with its work
 * @error: return location
 *
 * All that came under the spellings of @from in the cycle belongs to @to from then on, and so do
 * its stacks of paper.
 *
 * Returns: whether it does; INVALID, and nothing is changed, when one of the spellings has answers
 *   in other cycles as well, or the results of the cycle are approved
 */
gboolean
mer_store_move_collected (MerDocument *doc,
                          gint64       cycle_id,
                          gint64       from,
                          gint64       to,
                          GError     **error)
{
  g_autoptr (GArray) ids = NULL;

  if (!mer_document_require_action (doc, error) || !check_cycle (doc, cycle_id, error))
    return FALSE;
  ids = spellings_to_move (doc, cycle_id, from, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!mer_store_set_source_organization (doc, g_array_index (ids, gint64, i), to, error))
      return FALSE;
  return ids != NULL && move_named (doc, cycle_id, from, to, error);
}
