/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Objections of organizations to marks and scores, with what was decided. */
#include "config.h"

#include "store/mer-objection-store.h"

#include <glib/gi18n.h>

#include "store/mer-record-store.h"
#include "store/mer-registry-private.h"
#include "store/mer-registry-store.h"
#include "store/mer-store-error.h"

#define COLUMNS                                                                          \
  "id, cycle_id, organization_id, subject, item_id, received, ground, state, decision, " \
  "decided, before, after"

static MerObjection *
read_objection (MerQuery *query)
{
  MerObjection    *self = g_new0 (MerObjection, 1);
  g_autofree char *state = mer_query_text_or_empty (query, 7);

  self->id = mer_query_int (query, 0);
  self->cycle_id = mer_query_int (query, 1);
  self->organization_id = mer_query_int (query, 2);
  self->subject = mer_query_text_or_empty (query, 3);
  self->item_id = mer_query_int (query, 4);
  self->received = mer_query_text (query, 5);
  self->ground = mer_query_text_or_empty (query, 6);
  mer_objection_state_from_code (state, &self->state);
  self->decision = mer_query_text (query, 8);
  self->decided = mer_query_text (query, 9);
  self->before = mer_query_text (query, 10);
  self->after = mer_query_text (query, 11);
  return self;
}

/**
 * mer_store_objections:
 * @doc: a document
 * @cycle_id: the cycle
 * @organization_id: whose; 0: of all
 * @error: return location
 *
 * Returns: (transfer full) (element-type MerObjection): in the order in which they were entered
 */
GPtrArray *
mer_store_objections (MerDocument *doc,
                      gint64       cycle_id,
                      gint64       organization_id,
                      GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_objection_free);
  if (!mer_query_prepare (&query, doc,
                          "SELECT " COLUMNS " FROM objection WHERE cycle_id = ?1 "
                          "AND (?2 = 0 OR organization_id = ?2) ORDER BY id",
                          error))
    return NULL;
  mer_query_bind_int (&query, 1, cycle_id);
  mer_query_bind_int (&query, 2, organization_id);
  while (mer_query_next (&query, error))
    g_ptr_array_add (list, read_objection (&query));
  return mer_query_done (&query) ? g_steal_pointer (&list) : NULL;
}

/**
 * mer_store_objection:
 * @doc: a document
 * @id: which
 * @error: return location
 *
 * Returns: (transfer full): %NULL and NOT_FOUND when there is none
 */
MerObjection *
mer_store_objection (MerDocument *doc,
                     gint64       id,
                     GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  if (!mer_query_prepare (&query, doc, "SELECT " COLUMNS " FROM objection WHERE id = ?1", error))
    return NULL;
  mer_query_bind_int (&query, 1, id);
  if (mer_query_next (&query, error))
    return read_objection (&query);
  if (mer_query_done (&query))
    g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                         _("The objection is not there any more."));
  return NULL;
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  return stripped == NULL || *stripped == '\0';
}

static gboolean
check_day (const char *day,
           GError    **error)
{
  g_autofree char *midnight = day != NULL ? g_strconcat (day, "T00:00:00Z", NULL) : NULL;
  g_autoptr (GDateTime) moment =
    midnight != NULL ? g_date_time_new_from_iso8601 (midnight, NULL) : NULL;

  if (day == NULL || (strlen (day) == strlen ("2024-01-01") && moment != NULL))
    return TRUE;
  g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID, _("“%s” is no day."), day);
  return FALSE;
}

static gboolean
require_open_cycle (MerDocument *doc,
                    gint64       cycle_id,
                    GError     **error)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, cycle_id, error);

  if (cycle == NULL || !cycle->approved)
    return cycle != NULL && mer_store_require_open_cycle (doc, cycle_id, error);
  g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
               _("The results of “%s” are approved: objections to them can be neither entered nor "
                 "decided any more."),
                  cycle->title);
  return FALSE;
}

static gboolean
check (MerDocument        *doc,
       const MerObjection *objection,
       GError            **error)
{
  if (is_blank (objection->ground))
    {
      g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                           _("An objection needs its ground."));
      return FALSE;
    }
  return check_day (objection->received, error) && check_day (objection->decided, error) &&
         require_open_cycle (doc, objection->cycle_id, error);
}

/**
 * mer_store_save_objection:
 * @doc: a document with an action under way
 * @objection: what to write; its id is set when it was 0
 * @error: return location
 *
 * Returns: whether it was written; INVALID when its ground is blank, a day is none, or the
 *   results of its cycle are approved
 */
gboolean
mer_store_save_objection (MerDocument  *doc,
                          MerObjection *objection,
                          GError      **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  static const char insert[] =
    "INSERT INTO objection (cycle_id, organization_id, subject, item_id, received, ground, state, "
    "decision, decided, before, after) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
  static const char update[] =
    "UPDATE objection SET cycle_id = ?1, organization_id = ?2, subject = ?3, item_id = ?4, "
    "received = ?5, ground = ?6, state = ?7, decision = ?8, decided = ?9, before = ?10, "
    "after = ?11 WHERE id = ?12";

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error) || !check (doc, objection, error) ||
      !mer_query_prepare (&query, doc, objection->id == 0 ? insert : update, error))
    return FALSE;
  mer_query_bind_int (&query, 1, objection->cycle_id);
  mer_query_bind_int (&query, 2, objection->organization_id);
  mer_query_bind_text (&query, 3, objection->subject);
  mer_query_bind_id (&query, 4, objection->item_id);
  mer_query_bind_text (&query, 5, objection->received);
  mer_query_bind_text (&query, 6, objection->ground);
  mer_query_bind_text (&query, 7, mer_objection_state_to_code (objection->state));
  mer_query_bind_text (&query, 8, objection->decision);
  mer_query_bind_text (&query, 9, objection->decided);
  mer_query_bind_text (&query, 10, objection->before);
  mer_query_bind_text (&query, 11, objection->after);
  return mer_registry_save (doc, &query, 12, &objection->id, error);
}

/**
 * mer_store_delete_objection:
 * @doc: a document with an action under way
 * @id: which
 * @error: return location
 *
 * Returns: whether it was deleted; NOT_FOUND when there is none, INVALID when the results of its
 *   cycle are approved
 */
gboolean
mer_store_delete_objection (MerDocument *doc,
                            gint64       id,
                            GError     **error)
{
  g_autoptr (MerObjection) objection = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error))
    return FALSE;
  objection = mer_store_objection (doc, id, error);
  return objection != NULL && require_open_cycle (doc, objection->cycle_id, error) &&
         mer_registry_run (doc, "DELETE FROM objection WHERE id = ?1", id, error) &&
         mer_registry_check_changed (doc, _("The objection is not there any more."), error);
}
