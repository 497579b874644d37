/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a table by the table of their fields. The SQL is made of names that the program has,
 * never of values, and is interned: statements are kept by the address of their text. */
#include "config.h"

#include "store/mer-struct-store.h"

#include <glib/gi18n.h>
#include <math.h>

#include "core/mer-day.h"
#include "store/mer-store-error.h"

/* --- SQL --------------------------------------------------------------------------------- */

static const char *
column_of (const MerMember *field)
{
  return field->column != NULL ? field->column : field->name;
}

static gboolean
is_written (const MerMember *field)
{
  return field->type != MER_MEMBER_TYPE_ID && field->of == NULL;
}

static const MerMember *
find_id (const MerStructTable *table)
{
  for (guint i = 0; i < table->record->n_fields; i++)
    {
      if (table->record->fields[i].type == MER_MEMBER_TYPE_ID)
        return &table->record->fields[i];
    }
  return NULL;
}

static const char *
finish (GString *sql)
{
  return mer_query_keep (g_string_free (sql, FALSE));
}

static const char *
select_sql (const MerStructTable *table,
            const char           *rest)
{
  GString *sql = g_string_new ("SELECT ");

  for (guint i = 0; i < table->record->n_fields; i++)
    {
      const MerMember *field = &table->record->fields[i];

      g_string_append_printf (sql, "%s%s.%s", i > 0 ? ", " : "",
                              field->of != NULL ? field->of : "t", column_of (field));
    }
  g_string_append_printf (sql, " FROM %s t %s %s", table->name,
                          table->joins != NULL ? table->joins : "", rest);
  return finish (sql);
}

/* Each written field that is wanted, by `format`: its column once, or column and number. */
static guint
append_columns (GString              *sql,
                const MerStructTable *table,
                const char           *before,
                const char           *after,
                gboolean              numbered)
{
  guint n = 0;

  for (guint i = 0; i < table->record->n_fields; i++)
    {
      const MerMember *field = &table->record->fields[i];

      if (!is_written (field))
        continue;
      g_string_append_printf (sql, "%s%s%s%s", n > 0 ? ", " : "", before, column_of (field), after);
      n++;
      if (numbered)
        g_string_append_printf (sql, "?%u", n);
    }
  return n;
}

static void
append_insert (GString              *sql,
               const MerStructTable *table)
{
  guint n = 0;

  g_string_append_printf (sql, "INSERT INTO %s (", table->name);
  n = append_columns (sql, table, "", "", FALSE);
  g_string_append (sql, ") VALUES (");
  for (guint i = 1; i <= n; i++)
    g_string_append_printf (sql, "%s?%u", i > 1 ? ", " : "", i);
  g_string_append_c (sql, ')');
}

static const char *
insert_sql (const MerStructTable *table)
{
  GString *sql = g_string_new (NULL);

  append_insert (sql, table);
  return finish (sql);
}

static const char *
update_sql (const MerStructTable *table,
            const MerMember      *id)
{
  GString *sql = g_string_new (NULL);
  guint    n = 0;

  g_string_append_printf (sql, "UPDATE %s SET ", table->name);
  n = append_columns (sql, table, "", " = ", TRUE);
  g_string_append_printf (sql, " WHERE %s = ?%u", column_of (id), n + 1);
  return finish (sql);
}

/* The columns that are of the key, or those that are not, set to what would have been added. */
static guint
append_keyed (GString              *sql,
              const MerStructTable *table,
              gboolean              key)
{
  guint n = 0;

  for (guint i = 0; i < table->record->n_fields; i++)
    {
      const MerMember *field = &table->record->fields[i];
      const char      *column = column_of (field);

      if (!is_written (field) || field->key != key)
        continue;
      g_string_append_printf (sql, key ? "%s%s" : "%s%s = excluded.", n > 0 ? ", " : "", column);
      if (!key)
        g_string_append (sql, column);
      n++;
    }
  return n;
}

static const char *
upsert_sql (const MerStructTable *table)
{
  GString *sql = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);

  append_insert (sql, table);
  g_string_append (sql, " ON CONFLICT (");
  append_keyed (sql, table, TRUE);
  if (append_keyed (values, table, FALSE) > 0)
    g_string_append_printf (sql, ") DO UPDATE SET %s", values->str);
  else
    g_string_append (sql, ") DO NOTHING");
  return finish (sql);
}

/* --- reading ----------------------------------------------------------------------------- */

static void
bind_values (MerQuery          *query,
             const MerSqlValue *values)
{
  for (int i = 0; values != NULL && values[i].type != MER_SQL_END; i++)
    {
      if (values[i].type == MER_SQL_IS_INT)
        mer_query_bind_int (query, i + 1, values[i].number);
      else
        mer_query_bind_text (query, i + 1, values[i].text);
    }
}

static void
read_field (const MerMember *field,
            gpointer         row,
            MerQuery        *query,
            int              column)
{
  g_autofree char *code = NULL;

  switch (field->type)
    {
    case MER_MEMBER_TYPE_REAL:
      mer_member_set_real (field, row, mer_query_real_or_nan (query, column));
      break;
    case MER_MEMBER_TYPE_TEXT:
      mer_member_take_text (field, row, mer_query_text_or_empty (query, column));
      break;
    case MER_MEMBER_TYPE_NOTE:
    case MER_MEMBER_TYPE_DAY:
      mer_member_take_text (field, row, mer_query_text (query, column));
      break;
    case MER_MEMBER_TYPE_CODE:
      code = mer_query_text (query, column);
      mer_member_set_int (field, row, MAX (mer_codes_find (field->codes, code), 0));
      break;
    case MER_MEMBER_TYPE_BOOL:
      mer_member_set_int (field, row, mer_query_int (query, column) != 0);
      break;
    case MER_MEMBER_TYPE_COUNT:
      mer_member_set_int (field, row,
                          mer_query_is_null (query, column) ? -1 : mer_query_int (query, column));
      break;
    case MER_MEMBER_TYPE_ID:
    case MER_MEMBER_TYPE_INT:
    case MER_MEMBER_TYPE_REF:
    default:
      mer_member_set_int (field, row, mer_query_int (query, column));
    }
}

/**
 * mer_structs_query:
 * @query: what is prepared
 * @doc: a document
 * @table: the table
 * @rest: WHERE, ORDER BY and the like, a literal
 * @values: (nullable): its parameters
 * @error: return location
 *
 * Returns: whether it was prepared
 */
gboolean
mer_structs_query (MerQuery             *query,
                   MerDocument          *doc,
                   const MerStructTable *table,
                   const char           *rest,
                   const MerSqlValue    *values,
                   GError              **error)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_query_prepare (query, doc, select_sql (table, rest), error))
    return FALSE;
  bind_values (query, values);
  return TRUE;
}

/**
 * mer_structs_read:
 * @table: the table
 * @query: what mer_structs_query() prepared, at a row
 *
 * A word that no code of an enum is reads as its first.
 *
 * Returns: (transfer full): the row
 */
gpointer
mer_structs_read (const MerStructTable *table,
                  MerQuery             *query)
{
  gpointer row = mer_struct_new (table->record);

  for (guint i = 0; i < table->record->n_fields; i++)
    read_field (&table->record->fields[i], row, query, (int) i);
  return row;
}

/**
 * mer_structs_list:
 * @doc: a document
 * @table: the table
 * @rest: WHERE, ORDER BY and the like, a literal
 * @values: (nullable): its parameters
 * @error: return location
 *
 * Returns: (transfer full): the rows, %NULL with @error
 */
GPtrArray *
mer_structs_list (MerDocument          *doc,
                  const MerStructTable *table,
                  const char           *rest,
                  const MerSqlValue    *values,
                  GError              **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (table->free_row);

  if (!mer_structs_query (&query, doc, table, rest, values, error))
    return NULL;
  while (mer_query_next (&query, error))
    g_ptr_array_add (list, mer_structs_read (table, &query));
  return mer_query_done (&query) ? g_steal_pointer (&list) : NULL;
}

static const char *
by_id (const MerMember *id)
{
  return mer_query_keep (g_strdup_printf ("WHERE t.%s = ?1", column_of (id)));
}

/**
 * mer_structs_get:
 * @doc: a document
 * @table: a table whose rows have an id
 * @id: which
 * @error: return location
 *
 * Returns: (transfer full): the row; %NULL and NOT_FOUND when there is none
 */
gpointer
mer_structs_get (MerDocument          *doc,
                 const MerStructTable *table,
                 gint64                id,
                 GError              **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  const MerMember *field = find_id (table);

  g_return_val_if_fail (field != NULL, NULL);
  if (!mer_structs_query (&query, doc, table, by_id (field),
                          MER_SQL_VALUES (MER_SQL_INT (id)), error))
    return NULL;
  if (mer_query_next (&query, error))
    return mer_structs_read (table, &query);
  if (mer_query_done (&query))
    mer_store_refuse (error, MER_STORE_ERROR_NOT_FOUND, "%s", _(table->gone));
  return NULL;
}

/* --- checking ---------------------------------------------------------------------------- */

static gboolean
is_blank (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_find_next_char (text, NULL))
    {
      if (!g_unichar_isspace (g_utf8_get_char (text)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
refuse_bytes (const char *text,
              GError    **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  return mer_store_refuse (error, MER_STORE_ERROR_INVALID,
                           _("The text “%s” is not in UTF-8."), valid);
}

static gboolean
check_text (const MerMember *field,
            const char      *text,
            GError         **error)
{
  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    return refuse_bytes (text, error);
  if (field->required != NULL && is_blank (text))
    return mer_store_refuse (error, MER_STORE_ERROR_INVALID, "%s", _(field->required));
  if (field->type == MER_MEMBER_TYPE_DAY && text != NULL && *text != '\0' &&
      !mer_day_is_iso (text))
    return mer_store_refuse (error, MER_STORE_ERROR_INVALID, _("“%s” is no day."), text);
  return TRUE;
}

/**
 * mer_structs_check:
 * @table: the table
 * @row: what is to be written
 * @error: return location
 *
 * Returns: whether its values can be; INVALID otherwise
 */
gboolean
mer_structs_check (const MerStructTable *table,
                   gconstpointer         row,
                   GError              **error)
{
  for (guint i = 0; i < table->record->n_fields; i++)
    {
      const MerMember *field = &table->record->fields[i];

      if (field->of != NULL)
        continue;
      if (mer_member_is_text (field) &&
          !check_text (field, mer_member_get_text (field, row), error))
        return FALSE;
      if (field->type == MER_MEMBER_TYPE_REAL && isinf (mer_member_get_real (field, row)))
        return mer_store_refuse (error, MER_STORE_ERROR_INVALID,
                                 _("A number is beyond all bounds."));
    }
  return TRUE;
}

/* --- writing ----------------------------------------------------------------------------- */

static void
bind_text (MerQuery        *query,
           int              index,
           const MerMember *field,
           const char      *text)
{
  gboolean none = field->type != MER_MEMBER_TYPE_TEXT && text != NULL && *text == '\0';

  mer_query_bind_text (query, index, none ? NULL : text);
}

static void
bind_field (MerQuery        *query,
            int              index,
            const MerMember *field,
            gconstpointer    row)
{
  switch (field->type)
    {
    case MER_MEMBER_TYPE_REAL:
      mer_query_bind_real (query, index, mer_member_get_real (field, row));
      break;
    case MER_MEMBER_TYPE_TEXT:
    case MER_MEMBER_TYPE_NOTE:
    case MER_MEMBER_TYPE_DAY:
      bind_text (query, index, field, mer_member_get_text (field, row));
      break;
    case MER_MEMBER_TYPE_CODE:
      mer_query_bind_text (query, index, mer_member_get_code (field, row));
      break;
    case MER_MEMBER_TYPE_BOOL:
      mer_query_bind_int (query, index, mer_member_get_int (field, row) != 0);
      break;
    case MER_MEMBER_TYPE_COUNT:
      if (mer_member_get_int (field, row) < 0)
        mer_query_bind_text (query, index, NULL);
      else
        mer_query_bind_int (query, index, mer_member_get_int (field, row));
      break;
    case MER_MEMBER_TYPE_REF:
      mer_query_bind_id (query, index, mer_member_get_int (field, row));
      break;
    case MER_MEMBER_TYPE_ID:
    case MER_MEMBER_TYPE_INT:
    default:
      mer_query_bind_int (query, index, mer_member_get_int (field, row));
    }
}

/* How many parameters the row took. */
static int
bind_row (MerQuery             *query,
          const MerStructTable *table,
          gconstpointer         row)
{
  int n = 0;

  for (guint i = 0; i < table->record->n_fields; i++)
    {
      if (is_written (&table->record->fields[i]))
        bind_field (query, ++n, &table->record->fields[i], row);
    }
  return n;
}

static gboolean
check_changed (MerDocument          *doc,
               const MerStructTable *table,
               GError              **error)
{
  return sqlite3_changes (doc->db) > 0 ||
         mer_store_refuse (error, MER_STORE_ERROR_NOT_FOUND, "%s", _(table->gone));
}

static gboolean
write_row (MerDocument          *doc,
           const MerStructTable *table,
           const char           *sql,
           gconstpointer         row,
           gint64                id,
           GError              **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  int n = 0;

  if (!mer_document_require_action (doc, error) || !mer_structs_check (table, row, error) ||
      !mer_query_prepare (&query, doc, sql, error))
    return FALSE;
  n = bind_row (&query, table, row);
  if (id != 0)
    mer_query_bind_int (&query, n + 1, id);
  return mer_query_run (&query, error);
}

/**
 * mer_structs_insert:
 * @doc: a document with an action under way
 * @table: the table
 * @row: what to add; its id is set, if it has one
 * @error: return location
 *
 * Returns: whether it was added; INVALID when a value or the schema forbids it
 */
gboolean
mer_structs_insert (MerDocument          *doc,
                    const MerStructTable *table,
                    gpointer              row,
                    GError              **error)
{
  const MerMember *id = find_id (table);

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!write_row (doc, table, insert_sql (table), row, 0, error))
    return FALSE;
  if (id != NULL)
    mer_member_set_int (id, row, sqlite3_last_insert_rowid (doc->db));
  return TRUE;
}

/**
 * mer_structs_save:
 * @doc: a document with an action under way
 * @table: the table
 * @row: what to write; its id is set when it was 0
 * @error: return location
 *
 * Returns: whether it was written; INVALID when a value or the schema forbids it, NOT_FOUND when
 *   there is no row of that id
 */
gboolean
mer_structs_save (MerDocument          *doc,
                  const MerStructTable *table,
                  gpointer              row,
                  GError              **error)
{
  const MerMember *id = find_id (table);
  gint64           number = id != NULL ? mer_member_get_int (id, row) : 0;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (id == NULL)
    return write_row (doc, table, upsert_sql (table), row, 0, error);
  if (number == 0)
    return mer_structs_insert (doc, table, row, error);
  return write_row (doc, table, update_sql (table, id), row, number, error) &&
         check_changed (doc, table, error);
}

/**
 * mer_structs_delete:
 * @doc: a document with an action under way
 * @table: a table whose rows have an id
 * @id: which
 * @error: return location
 *
 * Returns: whether it was deleted; NOT_FOUND when there is none
 */
gboolean
mer_structs_delete (MerDocument          *doc,
                    const MerStructTable *table,
                    gint64                id,
                    GError              **error)
{
  const MerMember *field = find_id (table);
  g_autofree char *where = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc) && field != NULL, FALSE);
  where = g_strdup_printf ("WHERE %s = ?1", column_of (field));
  return mer_structs_delete_where (doc, table, where, MER_SQL_VALUES (MER_SQL_INT (id)), error) &&
         check_changed (doc, table, error);
}

/**
 * mer_structs_delete_where:
 * @doc: a document with an action under way
 * @table: the table
 * @where: which
 * @values: (nullable): its parameters
 * @error: return location
 *
 * Returns: whether all such rows, if any, were deleted
 */
gboolean
mer_structs_delete_where (MerDocument          *doc,
                          const MerStructTable *table,
                          const char           *where,
                          const MerSqlValue    *values,
                          GError              **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  const char *sql = mer_query_keep (g_strdup_printf ("DELETE FROM %s %s", table->name, where));

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error) ||
      !mer_query_prepare (&query, doc, sql, error))
    return FALSE;
  bind_values (&query, values);
  return mer_query_run (&query, error);
}
