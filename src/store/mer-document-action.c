/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One action = one transaction = one line of the journal. SQLite's session extension records
 * what the action changes; the changeset goes into the journal within the same transaction,
 * so that undo can never disagree with the data. */
#include "config.h"

#include "store/mer-document.h"

#include <glib/gi18n.h>

#include "store/mer-query.h"
#include "store/mer-record-cache.h"
#include "store/mer-schema.h"
#include "store/mer-store-error.h"

gboolean
mer_document_require_action (MerDocument *self,
                             GError     **error)
{
  if (self->label != NULL)
    return TRUE;
  return mer_store_refuse (error, MER_STORE_ERROR_INVALID,
                           _("“%s” can only be changed within an action."), self->name);
}

gboolean
mer_document_require_outside (MerDocument *self,
                              GError     **error)
{
  if (!mer_document_require_action (self, error))
    return FALSE;
  self->wrote_outside = TRUE;
  return TRUE;
}

void
mer_document_add_detail (MerDocument *self,
                         const char  *line)
{
  g_string_append (self->detail, line);
  g_string_append_c (self->detail, '\n');
}

static gboolean
check_writable (MerDocument *self,
                GError     **error)
{
  if (self->lock == NULL && self->holder != NULL)
    return mer_store_refuse (error, MER_STORE_ERROR_READ_ONLY,
                             /* Translators: file name, then who holds it. */
                             _("“%s” is open for reading only. It is in use: %s."), self->name,
                                self->holder);
  if (self->lock == NULL)
    return mer_store_refuse (error, MER_STORE_ERROR_READ_ONLY,
                             _("“%s” is open for reading only."), self->name);
  if (!mer_lock_is_valid (self->lock))
    return mer_store_refuse (error, MER_STORE_ERROR_LOCKED,
                             _("Another program has taken “%s” over. Close it and open it again."),
                                self->name);
  return TRUE;
}

/* Nobody may have written since this connection read: what the user saw and decided upon
 * would no longer be so. */
static gboolean
check_revision (MerDocument *self,
                GError     **error)
{
  gint64 last = 0;

  if (!mer_query_value (self, "SELECT max (id) FROM journal", 0, &last, error))
    return FALSE;
  if (last == self->revision)
    return TRUE;
  return mer_store_refuse (error, MER_STORE_ERROR_CHANGED,
                           _("“%s” has changed since it was read. Look at it again and repeat "
                             "the action."),
                              self->name);
}

static gboolean
refuse_second_action (MerDocument *self,
                      GError     **error)
{
  return mer_store_refuse (error, MER_STORE_ERROR_LOCKED,
                           _("Another action is being written to “%s”. Wait until it has ended."),
                              self->name);
}

gboolean
mer_document_begin_transaction (MerDocument *self,
                                GError     **error)
{
  if (!check_writable (self, error))
    return FALSE;
  if (!mer_lock_begin_write (self->lock, self))
    return refuse_second_action (self, error);
  if (mer_query_exec (self, "BEGIN IMMEDIATE", error) && check_revision (self, error))
    return TRUE;
  mer_document_rollback_transaction (self);
  return FALSE;
}

gboolean
mer_document_commit_transaction (MerDocument *self,
                                 GError     **error)
{
  if (!mer_query_exec (self, "COMMIT", error))
    {
      mer_document_rollback_transaction (self);
      return FALSE;
    }
  mer_lock_end_write (self->lock, self);
  return TRUE;
}

void
mer_document_rollback_transaction (MerDocument *self)
{
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  mer_lock_end_write (self->lock, self);
}

static int
filter_cb (void       *data,
           const char *table)
{
  return mer_schema_table_is_undoable (table);
}

static void
end_action (MerDocument *self)
{
  g_clear_pointer (&self->session, sqlite3session_delete);
  g_clear_pointer (&self->label, g_free);
  if (self->detail != NULL)
    g_string_free (g_steal_pointer (&self->detail), TRUE);
  self->wrote_outside = FALSE;
}

static gboolean
record (MerDocument *self,
        GError     **error)
{
  int rc = sqlite3session_create (self->db, "main", &self->session);

  if (rc == SQLITE_OK)
    {
      sqlite3session_table_filter (self->session, filter_cb, NULL);
      rc = sqlite3session_attach (self->session, NULL);
    }
  if (rc != SQLITE_OK)
    mer_store_set_error (error, self->db, rc, self->name);
  return rc == SQLITE_OK;
}

/**
 * mer_document_begin:
 * @self: a document
 * @label: what the action is called in menu, toast and journal
 * @error: return location
 *
 * Begins an action: everything up to mer_document_commit() is one transaction.
 *
 * Returns: %FALSE and CHANGED, LOCKED or READ_ONLY when it cannot be written now
 */
gboolean
mer_document_begin (MerDocument *self,
                    const char  *label,
                    GError     **error)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (label != NULL, FALSE);
  if (self->label != NULL)
    return refuse_second_action (self, error);
  if (!mer_document_begin_transaction (self, error))
    return FALSE;
  self->label = g_strdup (label);
  self->detail = g_string_new (NULL);
  if (record (self, error))
    return TRUE;
  mer_document_rollback (self);
  return FALSE;
}

static GBytes *
take_changes (MerDocument *self,
              GError     **error)
{
  void *data = NULL;
  int   size = 0;
  int   rc = sqlite3session_changeset (self->session, &size, &data);

  g_clear_pointer (&self->session, sqlite3session_delete);
  if (rc != SQLITE_OK)
    {
      sqlite3_free (data);
      mer_store_set_error (error, self->db, rc, self->name);
      return NULL;
    }
  return g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);
}

static gboolean
commit_as (MerDocument *self,
           const char  *kind,
           GError     **error)
{
  g_autoptr (GBytes) changes = NULL;
  gboolean ok = FALSE;

  if (!mer_document_require_action (self, error))
    return FALSE;
  changes = take_changes (self, error);
  if (changes != NULL && g_bytes_get_size (changes) == 0 && !self->wrote_outside)
    {
      mer_document_rollback (self); /* nothing happened: nothing to name or to take back */
      return TRUE;
    }
  if (changes != NULL)
    ok = mer_journal_append (self, kind, 0, self->label, self->detail->str, changes, error) &&
         mer_document_commit_transaction (self, error);
  if (!ok)
    {
      mer_document_rollback (self);
      return FALSE;
    }
  self->unscored = mer_record_cache_note (self->records, changes) && !self->wrote_outside;
  end_action (self);
  mer_document_reload_after_write (self);
  return TRUE;
}

/**
 * mer_document_commit:
 * @self: a document with an action under way
 * @error: return location
 *
 * Makes the action durable. An action that changed nothing leaves no trace.
 *
 * Returns: %FALSE when it could not be written; it is then rolled back and over
 */
gboolean
mer_document_commit (MerDocument *self,
                     GError     **error)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (self), FALSE);
  return commit_as (self, MER_JOURNAL_DO, error);
}

/**
 * mer_document_commit_as_base:
 * @self: a document with an action under way
 * @error: return location
 *
 * As mer_document_commit(), but neither this action nor any before it can be taken back:
 * for what makes a document (its methodology, the whole example).
 *
 * Returns: %FALSE when it could not be written; it is then rolled back and over
 */
gboolean
mer_document_commit_as_base (MerDocument *self,
                             GError     **error)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (self), FALSE);
  return commit_as (self, MER_JOURNAL_BASE, error);
}

/**
 * mer_document_rollback:
 * @self: a document
 *
 * Takes back everything since mer_document_begin(); nothing when no action is under way.
 */
void
mer_document_rollback (MerDocument *self)
{
  g_return_if_fail (MER_IS_DOCUMENT (self));
  if (self->label == NULL)
    return;
  end_action (self);
  mer_document_rollback_transaction (self);
}
