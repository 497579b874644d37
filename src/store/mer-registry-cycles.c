/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Assessment cycles and the organizations' parts in them. */
#include "config.h"

#include "store/mer-registry-store.h"

#include <glib/gi18n.h>

#include "store/mer-record-store.h"
#include "store/mer-registry-private.h"
#include "store/mer-store-error.h"

static MerCycle *
read_cycle (MerQuery *query)
{
  g_autofree char *title = mer_query_text_or_empty (query, 1);
  MerCycle        *self = mer_cycle_new (title, (int) mer_query_int (query, 2));

  self->id = mer_query_int (query, 0);
  self->methodology_id = mer_query_int (query, 3);
  self->operator_name = mer_query_text (query, 4);
  self->approved = mer_query_int (query, 5) != 0;
  return self;
}

/**
 * mer_store_cycles:
 * @doc: a document
 * @error: return location
 *
 * Returns: (transfer full) (element-type MerCycle): all, oldest first
 */
GPtrArray *
mer_store_cycles (MerDocument *doc,
                  GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_cycle_unref);
  if (!mer_query_prepare (&query, doc,
                          "SELECT id, title, year, methodology_id, operator, approved FROM cycle "
                          "ORDER BY year, id",
                          error))
    return NULL;
  while (mer_query_next (&query, error))
    g_ptr_array_add (list, read_cycle (&query));
  return mer_query_done (&query) ? g_steal_pointer (&list) : NULL;
}

/**
 * mer_store_cycle:
 * @doc: a document
 * @id: a cycle, or 0 for the latest
 * @error: return location
 *
 * Returns: (transfer full): the cycle; NOT_FOUND when there is none
 */
MerCycle *
mer_store_cycle (MerDocument *doc,
                 gint64       id,
                 GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  if (!mer_query_prepare (&query, doc,
                          "SELECT id, title, year, methodology_id, operator, approved FROM cycle "
                          "WHERE ?1 IN (0, id) ORDER BY year DESC, id DESC LIMIT 1",
                          error))
    return NULL;
  mer_query_bind_int (&query, 1, id);
  if (mer_query_next (&query, error))
    return read_cycle (&query);
  if (mer_query_done (&query))
    g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                 id == 0 ? _("There is no assessment cycle in “%s” yet.")
                         : _("There is no such assessment cycle in “%s”."),
                              doc->name);
  return NULL;
}

/**
 * mer_store_find_cycle:
 * @doc: a document
 * @id: a cycle, or 0 for the latest
 * @out: (out) (transfer full) (nullable): the cycle; %NULL when `id` is 0 and there is none
 * @error: return location
 *
 * Returns: whether it could be told; NOT_FOUND when the cycle that was named is not there
 */
gboolean
mer_store_find_cycle (MerDocument *doc,
                      gint64       id,
                      MerCycle   **out,
                      GError     **error)
{
  g_autoptr (GError) problem = NULL;

  *out = mer_store_cycle (doc, id, &problem);
  if (*out != NULL ||
      (id == 0 && g_error_matches (problem, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND)))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* Rules that were being edited for the next cycle are its own now. */
static gboolean
adopt_draft (MerDocument *doc,
             gint64       cycle_id,
             GError     **error)
{
  return mer_registry_run (doc, "UPDATE methodology_draft SET cycle_id = ?1 WHERE cycle_id = 0",
                           cycle_id, error);
}

/* Answers stay what they were: from now on they say whose questions they are of. */
static gboolean
pin_answers (MerDocument    *doc,
             const MerCycle *cycle,
             GError        **error)
{
  static const char *const statements[] = {
    "UPDATE batch SET methodology_id = (SELECT methodology_id FROM cycle WHERE id = ?1) "
    "WHERE cycle_id = ?1 AND kind = 'survey' AND methodology_id IS NULL "
    "AND (SELECT methodology_id FROM cycle WHERE id = ?1) <> ?2",
    "UPDATE stack SET methodology_id = (SELECT methodology_id FROM cycle WHERE id = ?1) "
    "WHERE cycle_id = ?1 AND methodology_id IS NULL "
    "AND (SELECT methodology_id FROM cycle WHERE id = ?1) <> ?2",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_auto (MerQuery) query = MER_QUERY_INIT;

      if (!mer_query_prepare (&query, doc, statements[i], error))
        return FALSE;
      mer_query_bind_int (&query, 1, cycle->id);
      mer_query_bind_int (&query, 2, cycle->methodology_id);
      if (!mer_query_run (&query, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * mer_store_save_cycle:
 * @doc: a document with an action under way
 * @cycle: what to store; its id is set when it was 0
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
mer_store_save_cycle (MerDocument *doc,
                      MerCycle    *cycle,
                      GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  gboolean    is_new = FALSE;
  const char *sql = cycle->id == 0
                      ? "INSERT INTO cycle (title, year, methodology_id, operator, approved) "
                        "VALUES (?1, ?2, ?3, ?4, ?5)"
                      : "UPDATE cycle SET title = ?1, year = ?2, methodology_id = ?3, "
                        "operator = ?4, approved = ?5 WHERE id = ?6";

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error) ||
      !mer_store_require_open_cycle (doc, cycle->id, error) ||
      (cycle->id != 0 && !pin_answers (doc, cycle, error)) ||
      !mer_query_prepare (&query, doc, sql, error))
    return FALSE;
  mer_query_bind_text (&query, 1, cycle->title == NULL ? "" : cycle->title);
  mer_query_bind_int (&query, 2, cycle->year);
  mer_query_bind_id (&query, 3, cycle->methodology_id);
  mer_query_bind_text (&query, 4, cycle->operator_name);
  mer_query_bind_int (&query, 5, cycle->approved ? 1 : 0);
  is_new = cycle->id == 0;
  return mer_registry_save (doc, &query, 6, &cycle->id, error) &&
         (!is_new || adopt_draft (doc, cycle->id, error));
}

/**
 * mer_store_members:
 * @doc: a document
 * @cycle_id: the cycle
 * @error: return location
 *
 * Returns: (transfer full) (element-type MerCycleMember): by organization
 */
GPtrArray *
mer_store_members (MerDocument *doc,
                   gint64       cycle_id,
                   GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_cycle_member_free);
  if (!mer_query_prepare (&query, doc,
                          "SELECT organization_id, recipients, selected, recipients_source, pilot, "
                          "ground, approved FROM member WHERE cycle_id = ?1 "
                          "ORDER BY organization_id",
                          error))
    return NULL;
  mer_query_bind_int (&query, 1, cycle_id);
  while (mer_query_next (&query, error))
    {
      MerCycleMember *member = g_new0 (MerCycleMember, 1);

      member->organization_id = mer_query_int (&query, 0);
      member->recipients = mer_query_is_null (&query, 1) ? -1 : mer_query_int (&query, 1);
      member->selected = mer_query_int (&query, 2) != 0;
      member->recipients_source = mer_query_text (&query, 3);
      member->pilot = mer_query_int (&query, 4) != 0;
      member->ground = mer_query_text (&query, 5);
      member->approved = mer_query_int (&query, 6);
      g_ptr_array_add (list, member);
    }
  return mer_query_done (&query) ? g_steal_pointer (&list) : NULL;
}

gboolean
mer_registry_require_unapproved (MerDocument *doc,
                                 gint64       cycle_id,
                                 GError     **error)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, cycle_id, error);

  if (cycle == NULL)
    return FALSE;
  if (!cycle->approved)
    return mer_store_require_open_cycle (doc, cycle_id, error);
  return mer_store_refuse (error, MER_STORE_ERROR_INVALID,
                           _("The results of “%s” are approved: no data can be added to it."),
                              cycle->title);
}

/* The latest decision of the council that approves the list as a whole: one that names
 * organizations is about these only. 0: none. As mer_council_list_approval(), but of the few rows
 * that matter: it is asked for with each organization that is chosen. */
static gboolean
find_approval (MerDocument *doc,
               gint64       cycle_id,
               gint64      *decision,
               GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  *decision = 0;
  if (!mer_query_prepare (&query, doc,
                          "SELECT a.id FROM agenda_item a "
                          "LEFT JOIN meeting m ON m.id = a.meeting AND m.cycle_id = a.cycle_id "
                          "WHERE a.cycle_id = ?1 AND a.about = 'selection' "
                          "AND a.outcome = 'adopted' AND NOT EXISTS (SELECT 1 FROM link l "
                          "WHERE l.role = 'decides' AND l.from_kind = 'agenda-item' "
                          "AND l.from_id = a.id AND l.to_kind = 'organization') "
                          "ORDER BY m.day DESC, a.id DESC LIMIT 1",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, cycle_id);
  if (mer_query_next (&query, error))
    *decision = mer_query_int (&query, 0);
  return *decision != 0 || mer_query_done (&query);
}

/* Before an approved list changes for the first time it is kept as it was approved. */
static gboolean
keep_approved (MerDocument *doc,
               gint64       cycle_id,
               GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  gint64 decision = 0;

  if (!find_approval (doc, cycle_id, &decision, error))
    return FALSE;
  if (decision == 0)
    return TRUE;
  if (!mer_query_prepare (&query, doc,
                          "UPDATE member SET approved = CASE WHEN selected THEN ?2 ELSE 0 END "
                          "WHERE cycle_id = ?1 AND NOT EXISTS (SELECT 1 FROM member "
                          "WHERE cycle_id = ?1 AND approved = ?2)",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, cycle_id);
  mer_query_bind_int (&query, 2, decision);
  return mer_query_run (&query, error);
}

/* Whether saving the member changes who is on the list. */
static gboolean
changes_list (MerDocument          *doc,
              gint64                cycle_id,
              const MerCycleMember *member)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  gboolean selected = FALSE;

  if (!mer_query_prepare (&query, doc,
                          "SELECT selected FROM member WHERE cycle_id = ?1 "
                          "AND organization_id = ?2",
                          NULL))
    return FALSE;
  mer_query_bind_int (&query, 1, cycle_id);
  mer_query_bind_int (&query, 2, member->organization_id);
  if (mer_query_next (&query, NULL))
    selected = mer_query_int (&query, 0) != 0;
  return selected != (member->selected != FALSE);
}

static gboolean
may_change_member (MerDocument          *doc,
                   gint64                cycle_id,
                   const MerCycleMember *member,
                   GError              **error)
{
  return mer_document_require_action (doc, error) &&
         mer_store_require_open_cycle (doc, cycle_id, error) &&
         (!changes_list (doc, cycle_id, member) || keep_approved (doc, cycle_id, error));
}

/**
 * mer_store_save_member:
 * @doc: a document with an action under way
 * @cycle_id: the cycle
 * @member: the organization's part in it; without a source of its recipients, the one that is
 *   stored stays as long as their number does. Why it was chosen is not looked at: that is
 *   mer_store_save_choice()'s
 * @error: return location
 *
 * Returns: whether it was written; INVALID when there is no such cycle or organization
 */
gboolean
mer_store_save_member (MerDocument          *doc,
                       gint64                cycle_id,
                       const MerCycleMember *member,
                       GError              **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!may_change_member (doc, cycle_id, member, error) ||
      !mer_query_prepare (&query, doc,
                          "INSERT INTO member (cycle_id, organization_id, recipients, selected, "
                          "recipients_source) VALUES (?1, ?2, ?3, ?4, ?5) "
                          "ON CONFLICT (cycle_id, organization_id) "
                          "DO UPDATE SET recipients = excluded.recipients, "
                          "selected = excluded.selected, "
                          "recipients_source = CASE WHEN excluded.recipients_source IS NULL "
                          "AND excluded.recipients IS member.recipients "
                          "THEN member.recipients_source ELSE excluded.recipients_source END",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, cycle_id);
  mer_query_bind_int (&query, 2, member->organization_id);
  if (member->recipients >= 0) /* else it stays NULL: unknown */
    mer_query_bind_int (&query, 3, member->recipients);
  mer_query_bind_int (&query, 4, member->selected ? 1 : 0);
  /* who knows of no number knows of no source of it either */
  mer_query_bind_text (&query, 5, member->recipients >= 0 ? member->recipients_source : NULL);
  return mer_query_run (&query, error);
}

/**
 * mer_store_save_choice:
 * @doc: a document with an action under way
 * @cycle_id: the cycle
 * @member: whether the organization is chosen, as a pilot, and why; its recipients are not looked
 *   at
 * @error: return location
 *
 * Returns: whether it was written; INVALID when there is no such cycle or organization
 */
gboolean
mer_store_save_choice (MerDocument          *doc,
                       gint64                cycle_id,
                       const MerCycleMember *member,
                       GError              **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!may_change_member (doc, cycle_id, member, error) ||
      !mer_query_prepare (&query, doc,
                          "INSERT INTO member (cycle_id, organization_id, selected, pilot, ground) "
                          "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (cycle_id, organization_id) "
                          "DO UPDATE SET selected = excluded.selected, pilot = excluded.pilot, "
                          "ground = excluded.ground",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, cycle_id);
  mer_query_bind_int (&query, 2, member->organization_id);
  mer_query_bind_int (&query, 3, member->selected ? 1 : 0);
  mer_query_bind_int (&query, 4, member->pilot ? 1 : 0);
  mer_query_bind_text (&query, 5, member->ground);
  return mer_query_run (&query, error);
}

/* Whoever something of a table was collected of; surveys, which are many, are asked by source. */
#define COLLECTED(table, condition)                                                        \
  "SELECT s.organization_id, c.year, c.id FROM batch t JOIN cycle c ON c.id = t.cycle_id " \
  "JOIN " table " r ON r.batch_id = t.id JOIN source s ON s.id = r.source_id "             \
  "WHERE t.removed = 0 AND " condition " AND s.organization_id IS NOT NULL UNION "

/* clang-format off */
static const char assessed_sql[] =
  "SELECT m.organization_id, c.year, c.id FROM member m JOIN cycle c ON c.id = m.cycle_id "
  "WHERE m.selected <> 0 UNION "
  "SELECT s.organization_id, c.year, c.id FROM batch t JOIN cycle c ON c.id = t.cycle_id "
  "CROSS JOIN source s CROSS JOIN block b ON b.batch_id = t.id AND b.source_id = s.id "
  "WHERE t.removed = 0 AND s.organization_id IS NOT NULL UNION "
  COLLECTED ("checklist", "1")
  COLLECTED ("ready_count", "t.counted = 1")
  COLLECTED ("expert_point", "1")
  "SELECT organization, year, 0 FROM earlier ORDER BY 1, 2, 3";
/* clang-format on */

/**
 * mer_store_assessed:
 * @doc: a document
 * @error: return location
 *
 * An organization takes part in a cycle when it was chosen for it, or when anything was collected
 * of it.
 *
 * Returns: (transfer full) (element-type MerAssessed): by organization and year
 */
GArray *
mer_store_assessed (MerDocument *doc,
                    GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (MerAssessed));

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  if (!mer_query_prepare (&query, doc, assessed_sql, error))
    return NULL;
  while (mer_query_next (&query, error))
    {
      MerAssessed found = { mer_query_int (&query, 0), (int) mer_query_int (&query, 1),
                            mer_query_int (&query, 2) };

      g_array_append_val (list, found);
    }
  return mer_query_done (&query) ? g_steal_pointer (&list) : NULL;
}
