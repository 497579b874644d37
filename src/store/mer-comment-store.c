/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes on comments: theme and whether they may leave the document. A note that says no more
 * than no note would is deleted. */
#include "config.h"

#include "store/mer-comment-store.h"

#include <glib/gi18n.h>
#include <string.h>

#include "store/mer-registry-private.h"

static const char *const state_codes[] = { "masked", "hidden", "open" };

void
mer_comment_note_free (MerCommentNote *self)
{
  if (self == NULL)
    return;
  g_free (self->theme);
  g_free (self);
}

/* A word that no version wrote hides: what should not be seen must not be shown by chance. */
static MerCommentState
state_from_code (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_codes); i++)
    {
      if (strcmp (state_codes[i], code) == 0)
        return (MerCommentState) i;
    }
  return MER_COMMENT_HIDDEN;
}

/**
 * mer_store_comment_notes:
 * @doc: a document
 * @cycle_id: the cycle
 * @error: return location
 *
 * Returns: (transfer full) (element-type MerCommentNote): by batch and row
 */
GPtrArray *
mer_store_comment_notes (MerDocument *doc,
                         gint64       cycle_id,
                         GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_comment_note_free);
  if (!mer_query_prepare (&query, doc,
                          "SELECT n.batch_id, n.file_row, n.theme, n.state FROM batch t "
                          "JOIN comment_note n ON n.batch_id = t.id "
                          "WHERE t.cycle_id = ?1 AND t.removed = 0 "
                          "ORDER BY n.batch_id, n.file_row",
                          error))
    return NULL;
  mer_query_bind_int (&query, 1, cycle_id);
  while (mer_query_next (&query, error))
    {
      MerCommentNote  *note = g_new0 (MerCommentNote, 1);
      g_autofree char *state = mer_query_text_or_empty (&query, 3);

      note->batch_id = mer_query_int (&query, 0);
      note->row = mer_query_int (&query, 1);
      note->theme = mer_query_text (&query, 2);
      note->state = state_from_code (state);
      g_ptr_array_add (list, note);
    }
  return mer_query_done (&query) ? g_steal_pointer (&list) : NULL;
}

/**
 * mer_comment_notes_find:
 * @notes: (element-type MerCommentNote): by batch and row
 * @batch_id: an import
 * @row: a row of its file
 *
 * Returns: (nullable): the note, owned by the array
 */
const MerCommentNote *
mer_comment_notes_find (GPtrArray *notes,
                        gint64     batch_id,
                        gint64     row)
{
  guint from = 0;
  guint to = notes->len;

  while (from < to)
    {
      guint                 middle = from + (to - from) / 2;
      const MerCommentNote *note = g_ptr_array_index (notes, middle);

      if (note->batch_id == batch_id && note->row == row)
        return note;
      if (note->batch_id < batch_id || (note->batch_id == batch_id && note->row < row))
        from = middle + 1;
      else
        to = middle;
    }
  return NULL;
}

/* Makes sure that there is a note to change, or takes away one that says nothing. */
static gboolean
run_on (MerDocument *doc,
        const char  *sql,
        gint64       batch_id,
        gint64       row,
        GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_document_require_action (doc, error) || !mer_query_prepare (&query, doc, sql, error))
    return FALSE;
  mer_query_bind_int (&query, 1, batch_id);
  mer_query_bind_int (&query, 2, row);
  return mer_query_run (&query, error);
}

static gboolean
set_value (MerDocument *doc,
           const char  *sql,
           gint64       batch_id,
           gint64       row,
           const char  *value,
           GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!run_on (doc,
               "INSERT OR IGNORE INTO comment_note (batch_id, file_row, theme, state) "
               "VALUES (?1, ?2, NULL, 'masked')",
               batch_id, row, error) ||
      !mer_query_prepare (&query, doc, sql, error))
    return FALSE;
  mer_query_bind_int (&query, 1, batch_id);
  mer_query_bind_int (&query, 2, row);
  mer_query_bind_text (&query, 3, value);
  return mer_query_run (&query, error) &&
         run_on (doc,
                 "DELETE FROM comment_note WHERE batch_id = ?1 AND file_row = ?2 "
                 "AND theme IS NULL AND state = 'masked'",
                 batch_id, row, error);
}

/**
 * mer_store_set_comment_theme:
 * @doc: a document with an action under way
 * @batch_id: the import that brought the comment
 * @row: the row of its file
 * @theme: (nullable): what it is about; %NULL or blank: nothing
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
mer_store_set_comment_theme (MerDocument *doc,
                             gint64       batch_id,
                             gint64       row,
                             const char  *theme,
                             GError     **error)
{
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  stripped = theme != NULL ? g_strstrip (g_strdup (theme)) : NULL;
  if (stripped != NULL && *stripped == '\0')
    g_clear_pointer (&stripped, g_free);
  return set_value (doc,
                    "UPDATE comment_note SET theme = ?3 WHERE batch_id = ?1 AND file_row = ?2",
                    batch_id, row, stripped, error);
}

/**
 * mer_store_set_comment_state:
 * @doc: a document with an action under way
 * @batch_id: the import that brought the comment
 * @row: the row of its file
 * @state: whether it may leave the document
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
mer_store_set_comment_state (MerDocument    *doc,
                             gint64          batch_id,
                             gint64          row,
                             MerCommentState state,
                             GError        **error)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (state_codes), FALSE);
  return set_value (doc,
                    "UPDATE comment_note SET state = ?3 WHERE batch_id = ?1 AND file_row = ?2",
                    batch_id, row, state_codes[state], error);
}
