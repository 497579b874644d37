/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes beside marks: who looked, when, and where the evidence is. */
#include "config.h"

#include "store/mer-mark-store.h"

#include <glib/gi18n.h>

#include "core/mer-day.h"
#include "store/mer-registry-private.h"
#include "store/mer-query.h"
#include "store/mer-store-error.h"

/**
 * mer_mark_note_free:
 * @self: (transfer full) (nullable): a note
 */
void
mer_mark_note_free (MerMarkNote *self)
{
  if (self == NULL)
    return;
  g_free (self->day);
  g_free (self->inspector);
  g_free (self->link);
  g_free (self->note);
  g_free (self);
}

/**
 * mer_store_mark_notes:
 * @doc: a document
 * @cycle_id: the cycle
 * @organization_id: whose; 0: of all
 * @error: return location
 *
 * Returns: (transfer full) (element-type MerMarkNote): by organization and item
 */
GPtrArray *
mer_store_mark_notes (MerDocument *doc,
                      gint64       cycle_id,
                      gint64       organization_id,
                      GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_mark_note_free);
  if (!mer_query_prepare (&query, doc,
                          "SELECT organization_id, item_id, day, inspector, link, note "
                          "FROM mark_note WHERE cycle_id = ?1 AND ?2 IN (0, organization_id) "
                          "ORDER BY organization_id, item_id",
                          error))
    return NULL;
  mer_query_bind_int (&query, 1, cycle_id);
  mer_query_bind_int (&query, 2, organization_id);
  while (mer_query_next (&query, error))
    {
      MerMarkNote *note = g_new0 (MerMarkNote, 1);

      note->organization_id = mer_query_int (&query, 0);
      note->item_id = mer_query_int (&query, 1);
      note->day = mer_query_text (&query, 2);
      note->inspector = mer_query_text (&query, 3);
      note->link = mer_query_text (&query, 4);
      note->note = mer_query_text (&query, 5);
      g_ptr_array_add (list, note);
    }
  return mer_query_done (&query) ? g_steal_pointer (&list) : NULL;
}

static const char *
text_or_null (const char *text)
{
  return text == NULL || *text == '\0' ? NULL : text;
}

static gboolean
check_day (const char *day,
           GError    **error)
{
  return text_or_null (day) == NULL || mer_day_is_iso (day) ||
         mer_store_refuse (error, MER_STORE_ERROR_INVALID, _("“%s” is no date."), day);
}

static gboolean
delete_note (MerDocument       *doc,
             gint64             cycle_id,
             const MerMarkNote *note,
             GError           **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc,
                          "DELETE FROM mark_note WHERE cycle_id = ?1 AND organization_id = ?2 "
                          "AND item_id = ?3",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, cycle_id);
  mer_query_bind_int (&query, 2, note->organization_id);
  mer_query_bind_int (&query, 3, note->item_id);
  return mer_query_run (&query, error);
}

/**
 * mer_store_save_mark_note:
 * @doc: a document with an action under way
 * @cycle_id: the cycle
 * @note: of one mark, or of an organization's whole checklist
 * @error: return location
 *
 * Replaces the note; one without any text is deleted.
 *
 * Returns: whether it was written; INVALID when its day is no day or the results of the cycle
 *   are approved
 */
gboolean
mer_store_save_mark_note (MerDocument       *doc,
                          gint64             cycle_id,
                          const MerMarkNote *note,
                          GError           **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error) ||
      !mer_registry_require_unapproved (doc, cycle_id, error) || !check_day (note->day, error))
    return FALSE;
  if (text_or_null (note->day) == NULL && text_or_null (note->inspector) == NULL &&
      text_or_null (note->link) == NULL && text_or_null (note->note) == NULL)
    return delete_note (doc, cycle_id, note, error);
  if (!mer_query_prepare (&query, doc,
                          "INSERT INTO mark_note (cycle_id, organization_id, item_id, day, "
                          "inspector, link, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
                          "ON CONFLICT (cycle_id, organization_id, item_id) DO UPDATE SET "
                          "day = excluded.day, inspector = excluded.inspector, "
                          "link = excluded.link, note = excluded.note",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, cycle_id);
  mer_query_bind_int (&query, 2, note->organization_id);
  mer_query_bind_int (&query, 3, note->item_id);
  mer_query_bind_text (&query, 4, text_or_null (note->day));
  mer_query_bind_text (&query, 5, text_or_null (note->inspector));
  mer_query_bind_text (&query, 6, text_or_null (note->link));
  mer_query_bind_text (&query, 7, text_or_null (note->note));
  return mer_query_run (&query, error);
}
