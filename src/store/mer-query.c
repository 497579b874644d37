/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prepared statements with binds only. A statement is prepared once a document and reset
 * after each use; one that is asked for while it is in use (a callback that queries) is
 * prepared anew and thrown away. */
#include "config.h"

#include "store/mer-query.h"

#include <math.h>
#include <string.h>

#include "store/mer-store-error.h"

static gboolean
fail (MerQuery *self,
      int       rc,
      GError  **error)
{
  self->rc = rc;
  mer_store_set_error (error, self->document->db, rc, self->document->name);
  return FALSE;
}

const char *
mer_query_keep (char *sql)
{
  static GMutex      mutex;
  static GHashTable *texts = NULL;
  const char        *kept = NULL;

  g_mutex_lock (&mutex);
  if (texts == NULL)
    texts = g_hash_table_new (g_str_hash, g_str_equal);
  kept = g_hash_table_lookup (texts, sql);
  if (kept != NULL)
    g_free (sql);
  else
    {
      g_hash_table_add (texts, sql);
      kept = sql;
    }
  g_mutex_unlock (&mutex);
  return kept;
}

gboolean
mer_query_prepare (MerQuery    *self,
                   MerDocument *document,
                   const char  *sql,
                   GError     **error)
{
  int rc;

  self->document = document;
  self->rc = SQLITE_OK;
  self->statement = g_hash_table_lookup (document->statements, sql);
  self->kept = TRUE;
  if (self->statement != NULL && !sqlite3_stmt_busy (self->statement))
    return TRUE;
  self->kept = self->statement == NULL;
  rc = sqlite3_prepare_v3 (document->db, sql, -1,
                           self->kept ? SQLITE_PREPARE_PERSISTENT : 0, &self->statement, NULL);
  if (rc != SQLITE_OK)
    {
      self->kept = FALSE;
      return fail (self, rc, error);
    }
  if (self->kept)
    g_hash_table_insert (document->statements, (gpointer) (guintptr) sql, self->statement);
  return TRUE;
}

static void
note (MerQuery *self,
      int       rc)
{
  if (rc != SQLITE_OK && self->rc == SQLITE_OK)
    self->rc = rc;
}

void
mer_query_bind_int (MerQuery *self,
                    int       index,
                    gint64    value)
{
  note (self, sqlite3_bind_int64 (self->statement, index, value));
}

void
mer_query_bind_id (MerQuery *self,
                   int       index,
                   gint64    id)
{
  if (id == 0)
    note (self, sqlite3_bind_null (self->statement, index));
  else
    mer_query_bind_int (self, index, id);
}

void
mer_query_bind_real (MerQuery *self,
                     int       index,
                     double    value)
{
  note (self, sqlite3_bind_double (self->statement, index, value));
}

void
mer_query_bind_text (MerQuery   *self,
                     int         index,
                     const char *text)
{
  note (self, sqlite3_bind_text (self->statement, index, text, -1, SQLITE_STATIC));
}

void
mer_query_bind_blob (MerQuery     *self,
                     int           index,
                     gconstpointer data,
                     gsize         size)
{
  note (self, sqlite3_bind_blob64 (self->statement, index, size == 0 ? "" : data, size,
                                   SQLITE_STATIC));
}

gboolean
mer_query_next (MerQuery *self,
                GError  **error)
{
  int rc = self->rc;

  if (rc == SQLITE_OK)
    rc = sqlite3_step (self->statement);
  if (rc == SQLITE_ROW)
    return TRUE;
  if (rc == SQLITE_DONE)
    return FALSE;
  return fail (self, rc, error);
}

gboolean
mer_query_done (const MerQuery *self)
{
  return self->rc == SQLITE_OK;
}

gboolean
mer_query_run (MerQuery *self,
               GError  **error)
{
  while (mer_query_next (self, error))
    continue;
  if (!mer_query_done (self))
    return FALSE;
  sqlite3_reset (self->statement);
  return TRUE;
}

gint64
mer_query_int (MerQuery *self,
               int       column)
{
  return sqlite3_column_int64 (self->statement, column);
}

double
mer_query_real_or_nan (MerQuery *self,
                       int       column)
{
  return mer_query_is_null (self, column) ? (double) NAN
                                          : sqlite3_column_double (self->statement, column);
}

gboolean
mer_query_is_null (MerQuery *self,
                   int       column)
{
  return sqlite3_column_type (self->statement, column) == SQLITE_NULL;
}

char *
mer_query_text (MerQuery *self,
                int       column)
{
  const char *text = (const char *) sqlite3_column_text (self->statement, column);

  return text == NULL ? NULL : g_utf8_make_valid (text, -1);
}

char *
mer_query_text_or_empty (MerQuery *self,
                         int       column)
{
  char *text = mer_query_text (self, column);

  return text == NULL ? g_strdup ("") : text;
}

GBytes *
mer_query_bytes (MerQuery *self,
                 int       column)
{
  const void *data = sqlite3_column_blob (self->statement, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->statement, column));
}

GBytes *
mer_query_bytes_in_place (MerQuery *self,
                          int       column)
{
  const void *data = sqlite3_column_blob (self->statement, column);

  return g_bytes_new_static (data, (gsize) sqlite3_column_bytes (self->statement, column));
}

void
mer_query_clear (MerQuery *self)
{
  if (self->statement == NULL)
    return;
  if (self->kept)
    {
      sqlite3_reset (self->statement);
      sqlite3_clear_bindings (self->statement);
    }
  else
    sqlite3_finalize (self->statement);
  self->statement = NULL;
}

gboolean
mer_query_exec (MerDocument *document,
                const char  *sql,
                GError     **error)
{
  int rc = sqlite3_exec (document->db, sql, NULL, NULL, NULL);

  if (rc != SQLITE_OK)
    mer_store_set_error (error, document->db, rc, document->name);
  return rc == SQLITE_OK;
}

gboolean
mer_query_value (MerDocument *document,
                 const char  *sql,
                 gint64       otherwise,
                 gint64      *out,
                 GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  *out = otherwise;
  if (!mer_query_prepare (&query, document, sql, error))
    return FALSE;
  if (mer_query_next (&query, error) && !mer_query_is_null (&query, 0))
    *out = mer_query_int (&query, 0);
  return mer_query_done (&query);
}
