/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo: the changeset of a journal line is applied backwards or again, in one
 * transaction together with the line that says so. */
#include "config.h"

#include "store/mer-document.h"

#include <glib/gi18n.h>

#include "store/mer-query.h"
#include "store/mer-record-cache.h"
#include "store/mer-store-error.h"

static void
clear_step (gpointer data)
{
  MerStep *step = data;

  g_free (step->label);
}

GArray *
mer_steps_new (void)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (MerStep));

  g_array_set_clear_func (steps, clear_step);
  return steps;
}

void
mer_steps_push (GArray     *steps,
                gint64      id,
                const char *label)
{
  MerStep step = { id, g_strdup (label) };

  g_array_append_val (steps, step);
}

void
mer_steps_move (GArray *from,
                GArray *to)
{
  MerStep *step = NULL;

  if (from->len == 0)
    return;
  step = &g_array_index (from, MerStep, from->len - 1);
  mer_steps_push (to, step->id, step->label);
  g_array_set_size (from, from->len - 1);
}

static const MerStep *
newest (GArray *steps)
{
  return steps->len == 0 ? NULL : &g_array_index (steps, MerStep, steps->len - 1);
}

/**
 * mer_document_get_undo_label:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what undo would take back
 */
const char *
mer_document_get_undo_label (MerDocument *self)
{
  const MerStep *step = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (self), NULL);
  step = newest (self->undo);
  return step == NULL || self->lock == NULL ? NULL : step->label;
}

/**
 * mer_document_get_redo_label:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what redo would do again
 */
const char *
mer_document_get_redo_label (MerDocument *self)
{
  const MerStep *step = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (self), NULL);
  step = newest (self->redo);
  return step == NULL || self->lock == NULL ? NULL : step->label;
}

/* The stacks are linear and the revision was compared, so the rows are what they were:
 * any conflict is damage, and nothing may be applied in part. */
static int
conflict_cb (void                   *data,
             int                     conflict,
             sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
apply (MerDocument *self,
       GBytes      *changes,
       gboolean     inverted,
       GError     **error)
{
  gsize size = 0;
  void *data = (void *) (guintptr) g_bytes_get_data (changes, &size); /* is only read */
  int   rc = SQLITE_OK;

  if (size > 0)
    rc = sqlite3changeset_apply_v2 (self->db, (int) size, data, NULL, conflict_cb, NULL, NULL, NULL,
                                    inverted ? SQLITE_CHANGESETAPPLY_INVERT : 0);
  if (rc == SQLITE_ABORT || rc == SQLITE_SCHEMA)
    g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_DAMAGED,
                 _("“%s”: the rows are not those that this action left. Nothing was changed."),
                    self->name);
  else if (rc != SQLITE_OK)
    mer_store_set_error (error, self->db, rc, self->name);
  return rc == SQLITE_OK;
}

static gboolean
step_over (MerDocument *self,
           GArray      *steps,
           const char  *kind,
           GError     **error)
{
  g_autoptr (GBytes) changes = NULL;
  const MerStep *step = newest (steps);

  if (step == NULL || self->label != NULL)
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                   _("There is nothing to undo or redo in “%s”."), self->name);
      return FALSE;
    }
  if (!mer_document_begin_transaction (self, error))
    return FALSE;
  changes = mer_journal_changes (self, step->id, error);
  if (changes == NULL || !apply (self, changes, g_str_equal (kind, MER_JOURNAL_UNDO), error) ||
      !mer_journal_append (self, kind, step->id, step->label, NULL, NULL, error))
    {
      mer_document_rollback_transaction (self);
      return FALSE;
    }
  if (!mer_document_commit_transaction (self, error))
    return FALSE;
  self->unscored = mer_record_cache_note (self->records, changes);
  mer_document_reload_after_write (self);
  return TRUE;
}

/**
 * mer_document_undo:
 * @self: a document without an action under way
 * @error: return location
 *
 * Takes back the newest action. The journal keeps it and gains a line that says so.
 *
 * Returns: whether it was taken back; on error nothing has changed
 */
gboolean
mer_document_undo (MerDocument *self,
                   GError     **error)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (self), FALSE);
  return step_over (self, self->undo, MER_JOURNAL_UNDO, error);
}

/**
 * mer_document_redo:
 * @self: a document without an action under way
 * @error: return location
 *
 * Does again what the last undo took back.
 *
 * Returns: whether it was done; on error nothing has changed
 */
gboolean
mer_document_redo (MerDocument *self,
                   GError     **error)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (self), FALSE);
  return step_over (self, self->redo, MER_JOURNAL_REDO, error);
}
