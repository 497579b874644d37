/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is told of issued documents, compared with the journal: its chain covers what every action
 * wrote, so that a number or a title that was changed past the program differs from what is to be
 * read there. */

#include "config.h"

#include "store/mer-issued-store.h"

#include <glib/gi18n.h>

#include "store/mer-document-private.h"
#include "store/mer-query.h"
#include "store/mer-record-store.h"

/* id, cycle_id and position stand before the fields; the place in a list is nothing that was
 * issued. */
#define N_HEAD 3

/* One row as the journal has it: values as text, NULL where there is none. */
typedef struct
{
  gint64     id;
  GPtrArray *values;
} Row;

static void
row_free (gpointer data)
{
  Row *self = data;

  g_ptr_array_unref (self->values);
  g_free (self);
}

static char *
value_text (sqlite3_value *value)
{
  return g_strdup ((const char *) sqlite3_value_text (value));
}

/* --- what the journal says ------------------------------------------------------------------- */

static void
insert_row (GHashTable             *rows,
            sqlite3_changeset_iter *iter,
            int                     n_columns)
{
  Row *row = g_new0 (Row, 1);

  row->values = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < n_columns; i++)
    {
      sqlite3_value *value = NULL;

      sqlite3changeset_new (iter, i, &value);
      if (i == 0 && value != NULL)
        row->id = sqlite3_value_int64 (value);
      g_ptr_array_add (row->values, value != NULL ? value_text (value) : NULL);
    }
  g_hash_table_replace (rows, &row->id, row);
}

static void
update_row (GHashTable             *rows,
            sqlite3_changeset_iter *iter,
            gint64                  id)
{
  Row *row = g_hash_table_lookup (rows, &id);

  for (guint i = 0; row != NULL && i < row->values->len; i++)
    {
      sqlite3_value *value = NULL;

      if (sqlite3changeset_new (iter, (int) i, &value) != SQLITE_OK || value == NULL)
        continue;
      g_free (row->values->pdata[i]);
      row->values->pdata[i] = value_text (value);
    }
}

static void
follow_change (GHashTable             *rows,
               sqlite3_changeset_iter *iter)
{
  sqlite3_value *key = NULL;
  const char    *table = NULL;
  int            n_columns = 0, operation = 0;
  gint64         id = 0;

  if (sqlite3changeset_op (iter, &table, &n_columns, &operation, NULL) != SQLITE_OK ||
      !g_str_equal (table, mer_record_issued.table))
    return;
  if (operation == SQLITE_INSERT)
    {
      insert_row (rows, iter, n_columns);
      return;
    }
  sqlite3changeset_old (iter, 0, &key);
  id = key != NULL ? sqlite3_value_int64 (key) : 0;
  if (operation == SQLITE_UPDATE)
    update_row (rows, iter, id);
  else
    g_hash_table_remove (rows, &id);
}

static gboolean
follow_changes (GHashTable *rows,
                GBytes     *changes,
                gboolean    inverted)
{
  sqlite3_changeset_iter *iter = NULL;
  gsize                   size = 0;
  gconstpointer           data = g_bytes_get_data (changes, &size);

  if (size == 0)
    return TRUE;
  if (sqlite3changeset_start_v2 (&iter, (int) size, (void *) (guintptr) data,
                                 inverted ? SQLITE_CHANGESETSTART_INVERT : 0) != SQLITE_OK)
    return FALSE;
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    follow_change (rows, iter);
  return sqlite3changeset_finalize (iter) == SQLITE_OK;
}

/* The line whose changes a line made, or took back. */
static gboolean
follow_line (MerDocument *doc,
             GHashTable  *rows,
             MerQuery    *query)
{
  g_autofree char *kind = mer_query_text_or_empty (query, 1);
  gboolean         is_undo = g_str_equal (kind, MER_JOURNAL_UNDO);
  gboolean         is_step = is_undo || g_str_equal (kind, MER_JOURNAL_REDO);
  g_autoptr (GBytes) changes = NULL;

  if (!is_step && mer_query_is_null (query, 3))
    return TRUE;
  changes = mer_journal_changes (doc, mer_query_int (query, is_step ? 2 : 0), NULL);
  return changes != NULL && follow_changes (rows, changes, is_undo);
}

/* NULL without an error: the journal is damaged, which others tell. */
static GHashTable *
read_journal (MerDocument *doc,
              GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, row_free);

  if (!mer_query_prepare (&query, doc,
                          "SELECT id, kind, target, change_hash FROM journal ORDER BY id", error))
    return NULL;
  while (mer_query_next (&query, error))
    if (!follow_line (doc, rows, &query))
      return NULL;
  return mer_query_done (&query) ? g_steal_pointer (&rows) : NULL;
}

/* --- comparing ------------------------------------------------------------------------------- */

static char *
field_text (const MerIssued *issued,
            const MerField  *field)
{
  if (field->type <= MER_FIELD_CODE)
    return g_strdup (mer_record_text (issued, field));
  if (field->type == MER_FIELD_CHOICE)
    return g_strdup (field->choices[mer_record_number (issued, field)].code);
  if (mer_record_is_blank (issued, field))
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT, mer_record_number (issued, field));
}

static void
compare (const MerIssued *issued,
         const Row       *row,
         GPtrArray       *problems)
{
  const MerRecordKind *kind = issued->record.kind;

  for (guint i = 0; i < kind->n_fields && N_HEAD + i < row->values->len; i++)
    {
      g_autofree char *is = field_text (issued, &kind->fields[i]);

      if (g_strcmp0 (is, row->values->pdata[N_HEAD + i]) != 0)
        g_ptr_array_add (problems, /* Translators: title of a document, name of a field. */
                         g_strdup_printf (_("What is told of the issued document “%s” was altered: "
                                            "“%s” is not what the journal says."),
                                             issued->title, _(kind->fields[i].title)));
    }
}

static void
tell_missing (GHashTable *rows,
              GPtrArray  *problems)
{
  GHashTableIter iter;
  Row           *row = NULL;

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &row))
    g_ptr_array_add (problems,
                     g_strdup_printf (_("Issued document No. %lld is not there any more, although "
                                        "the journal knows of no deletion."),
                                         (long long) row->id));
}

gboolean
mer_issued_verify_journal (MerDocument     *doc,
                           const GPtrArray *all,
                           GPtrArray       *problems,
                           GError         **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GHashTable) rows = read_journal (doc, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  for (guint i = 0; rows != NULL && i < all->len; i++)
    {
      const MerIssued *issued = all->pdata[i];
      const Row       *row = g_hash_table_lookup (rows, &issued->record.id);

      if (row != NULL)
        compare (issued, row, problems);
      g_hash_table_remove (rows, &issued->record.id);
    }
  if (rows != NULL)
    tell_missing (rows, problems);
  return TRUE;
}
