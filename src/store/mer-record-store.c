/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records by the description of their fields: the same statements for every kind. */

#include "config.h"

#include "store/mer-record-store.h"

#include <glib/gi18n.h>

#include "cycle/mer-cycle-settings.h"
#include "cycle/mer-operator.h"
#include "cycle/mer-record-kinds.h"
#include "cycle/mer-work-plan.h"
#include "store/mer-plan-freeze.h"
#include "store/mer-registry-private.h"
#include "store/mer-store-error.h"

/* id, cycle_id and position stand before the fields. */
#define N_HEAD 3

/* --- reading ------------------------------------------------------------------------------- */

static void
append_fields (GString             *sql,
               const MerRecordKind *kind,
               const char          *format)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_string_append (sql, ", ");
      g_string_append (sql, kind->fields[i].key);
      if (format != NULL)
        g_string_append_printf (sql, " = ?%u", N_HEAD + i);
    }
}

static const char *
kept (GString *sql)
{
  return mer_query_keep (g_string_free (sql, FALSE));
}

static const char *
select_text (const MerRecordKind *kind,
             const char          *where)
{
  GString *sql = g_string_new ("SELECT id, cycle_id, position");

  append_fields (sql, kind, NULL);
  g_string_append_printf (sql, " FROM %s WHERE %s ORDER BY position, id", kind->table, where);
  return kept (sql);
}

static void
read_field (MerQuery       *query,
            int             column,
            gpointer        record,
            const MerField *field)
{
  if (field->type <= MER_FIELD_CODE)
    {
      mer_record_take_text (record, field, mer_query_text (query, column));
    }
  else if (field->type == MER_FIELD_CHOICE)
    {
      g_autofree char *code = mer_query_text (query, column);
      int              choice = mer_choice_find (field->choices, field->n_choices, code);

      /* of a newer program: refused when the document is opened */
      mer_record_set_number (record, field, MAX (choice, 0));
    }
  else if (!mer_query_is_null (query, column))
    mer_record_set_number (record, field, mer_query_int (query, column));
}

static gpointer
read_record (MerQuery            *query,
             const MerRecordKind *kind)
{
  MerRecord *record = mer_record_new (kind, 0);

  record->id = mer_query_int (query, 0);
  record->cycle_id = mer_query_int (query, 1);
  record->position = mer_query_int (query, 2);
  for (guint i = 0; i < kind->n_fields; i++)
    read_field (query, (int) (N_HEAD + i), record, &kind->fields[i]);
  return record;
}

static GPtrArray *
read_all (MerDocument         *doc,
          const MerRecordKind *kind,
          const char          *where,
          gint64               parameter,
          GError             **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (mer_record_free);

  if (!mer_query_prepare (&query, doc, select_text (kind, where), error))
    return NULL;
  mer_query_bind_int (&query, 1, parameter);
  while (mer_query_next (&query, error))
    g_ptr_array_add (list, read_record (&query, kind));
  return mer_query_done (&query) ? g_steal_pointer (&list) : NULL;
}

GPtrArray *
mer_store_records (MerDocument         *doc,
                   const MerRecordKind *kind,
                   gint64               cycle_id,
                   GError             **error)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  return read_all (doc, kind, "?1 = 0 OR cycle_id = ?1", kind->of_department ? 0 : cycle_id, error);
}

GPtrArray *
mer_store_records_where (MerDocument         *doc,
                         const MerRecordKind *kind,
                         const char          *key,
                         gint64               value,
                         GError             **error)
{
  g_autofree char *where = g_strdup_printf ("%s = ?1", key);

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  g_return_val_if_fail (mer_record_kind_field (kind, key) != NULL, NULL);
  return read_all (doc, kind, where, value, error);
}

static void
set_not_found (const MerRecordKind *kind,
               GError             **error)
{
  g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
               _("%s: there is no such record any more."), _(kind->one));
}

gpointer
mer_store_record (MerDocument         *doc,
                  const MerRecordKind *kind,
                  gint64               id,
                  GError             **error)
{
  g_autoptr (GPtrArray) found = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  found = read_all (doc, kind, "id = ?1", id, error);
  if (found == NULL)
    return NULL;
  if (found->len > 0)
    return g_ptr_array_steal_index (found, 0);
  set_not_found (kind, error);
  return NULL;
}

MerRecordSet *
mer_store_record_set (MerDocument *doc,
                      gint64       cycle_id,
                      GError     **error)
{
  const MerRecordKind *const *kinds = mer_record_kinds ();
  g_autoptr (MerRecordSet) set = mer_record_set_new ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      GPtrArray *list = mer_store_record_snapshot (doc, kinds[i], cycle_id, error);

      if (list == NULL)
        return NULL;
      mer_record_set_take (set, kinds[i], list);
    }
  return g_steal_pointer (&set);
}

/* --- writing ------------------------------------------------------------------------------- */

static gboolean
check_record (MerDocument     *doc,
              const MerRecord *record,
              GError         **error)
{
  g_autoptr (GError) problem = NULL;

  if (!mer_record_check (record, &problem))
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID, "%s: %s",
                   _(record->kind->one), problem->message);
      return FALSE;
    }
  if (record->cycle_id == 0 && !record->kind->of_department)
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                   _("%s: the record belongs to no cycle."), _(record->kind->one));
      return FALSE;
    }
  return mer_store_require_open_cycle (doc, record->cycle_id, error);
}

static gboolean
last_position (MerDocument *doc,
               MerRecord   *record,
               GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "SELECT coalesce (max (position), 0) + 1 FROM %s WHERE cycle_id IS ?1",
                   record->kind->table);
  if (!mer_query_prepare (&query, doc, kept (sql), error))
    return FALSE;
  mer_query_bind_id (&query, 1, record->cycle_id);
  if (!mer_query_next (&query, error))
    return FALSE;
  record->position = mer_query_int (&query, 0);
  return TRUE;
}

static const char *
insert_text (const MerRecordKind *kind)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO %s (cycle_id, position", kind->table);
  append_fields (sql, kind, NULL);
  g_string_append (sql, ") VALUES (?1, ?2");
  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (sql, ", ?%u", N_HEAD + i);
  g_string_append_c (sql, ')');
  return kept (sql);
}

static const char *
update_text (const MerRecordKind *kind)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "UPDATE %s SET cycle_id = ?1, position = ?2", kind->table);
  append_fields (sql, kind, "=");
  g_string_append_printf (sql, " WHERE id = ?%u", N_HEAD + kind->n_fields);
  return kept (sql);
}

static void
bind_field (MerQuery       *query,
            int             index,
            gconstpointer   record,
            const MerField *field)
{
  if (field->type <= MER_FIELD_CODE)
    mer_query_bind_text (query, index, mer_record_text (record, field));
  else if (field->type == MER_FIELD_CHOICE)
    mer_query_bind_text (query, index, field->choices[mer_record_number (record, field)].code);
  else if (mer_record_is_blank (record, field))
    mer_query_bind_id (query, index, 0);
  else
    mer_query_bind_int (query, index, mer_record_number (record, field));
}

gboolean
mer_store_save_record (MerDocument *doc,
                       gpointer     self,
                       GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  MerRecord           *record = self;
  const MerRecordKind *kind = record->kind;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error) || !check_record (doc, record, error) ||
      !mer_plan_freeze_may_save (doc, record, error) ||
      (record->position == 0 && !last_position (doc, record, error)) ||
      !mer_query_prepare (&query, doc, record->id == 0 ? insert_text (kind) : update_text (kind),
                          error))
    return FALSE;
  mer_query_bind_id (&query, 1, record->cycle_id);
  mer_query_bind_int (&query, 2, record->position);
  for (guint i = 0; i < kind->n_fields; i++)
    bind_field (&query, (int) (N_HEAD + i), record, &kind->fields[i]);
  return mer_registry_save (doc, &query, (int) (N_HEAD + kind->n_fields), &record->id, error);
}

/* --- deleting ------------------------------------------------------------------------------ */

static gboolean
refuse_needed (const MerRecordKind *kind,
               const MerRecordKind *by,
               GError             **error)
{
  g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
               _("It cannot be deleted: %s refers to it."), _(by->one));
  (void) kind;
  return FALSE;
}

/* A query of the cycles of whoever loses something: what a closed one says stays said. */
static gboolean
check_losers (MerQuery            *query,
              MerDocument         *doc,
              const MerRecordKind *by,
              GError             **error)
{
  while (mer_query_next (query, error))
    {
      g_autoptr (GError) problem = NULL;

      if (mer_store_require_open_cycle (doc, mer_query_int (query, 0), &problem))
        continue;
      if (!g_error_matches (problem, MER_STORE_ERROR, MER_STORE_ERROR_INVALID))
        g_propagate_error (error, g_steal_pointer (&problem));
      else
        g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                     /* Translators: a kind of records: meeting, agenda item. */
                     _("It cannot be deleted: a record of a closed cycle refers to it (%s). Open "
                       "that cycle again first."),
                        _(by->one));
      return FALSE;
    }
  return mer_query_done (query);
}

static gboolean
may_clear (MerDocument         *doc,
           const MerRecordKind *by,
           const MerField      *field,
           gint64               id,
           GError             **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "SELECT DISTINCT cycle_id FROM %s WHERE %s = ?1", by->table, field->key);
  if (!mer_query_prepare (&query, doc, kept (sql), error))
    return FALSE;
  mer_query_bind_int (&query, 1, id);
  return check_losers (&query, doc, by, error);
}

static gboolean
clear_reference (MerDocument         *doc,
                 const MerRecordKind *by,
                 const MerField      *field,
                 gint64               id,
                 GError             **error)
{
  GString *sql = NULL;

  if (!may_clear (doc, by, field, id, error))
    return FALSE;
  sql = g_string_new (NULL);
  g_string_printf (sql, "UPDATE %s SET %s = NULL WHERE %s = ?1", by->table, field->key, field->key);
  return mer_registry_run (doc, kept (sql), id, error);
}

static gboolean
delete_parts (MerDocument         *doc,
              const MerRecordKind *by,
              const MerField      *field,
              gint64               id,
              GError             **error)
{
  g_autoptr (GPtrArray) parts = mer_store_records_where (doc, by, field->key, id, error);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    if (!mer_store_delete_record (doc, by, ((const MerRecord *) parts->pdata[i])->id, error))
      return FALSE;
  return parts != NULL;
}

static gboolean
release_field (MerDocument         *doc,
               const MerRecordKind *kind,
               const MerRecordKind *by,
               const MerField      *field,
               gint64               id,
               GError             **error)
{
  g_autoptr (GPtrArray) users = NULL;

  if (field->type != MER_FIELD_REFERENCE || g_strcmp0 (field->target, kind->id) != 0)
    return TRUE;
  if (field->flags & MER_FIELD_OWNER)
    return delete_parts (doc, by, field, id, error);
  if (!(field->flags & MER_FIELD_REQUIRED))
    return clear_reference (doc, by, field, id, error);
  users = mer_store_records_where (doc, by, field->key, id, error);
  return users != NULL && (users->len == 0 || refuse_needed (kind, by, error));
}

static gboolean
release (MerDocument         *doc,
         const MerRecordKind *kind,
         gint64               id,
         GError             **error)
{
  const MerRecordKind *const *kinds = mer_record_kinds ();

  for (guint i = 0; kinds[i] != NULL; i++)
    for (guint j = 0; j < kinds[i]->n_fields; j++)
      if (!release_field (doc, kind, kinds[i], &kinds[i]->fields[j], id, error))
        return FALSE;
  return TRUE;
}

#define LINKS_OF                                       \
  "FROM link WHERE (from_kind = ?1 AND from_id = ?2) " \
  "OR (to_kind = ?1 AND to_id = ?2)"

static gboolean
may_delete_links (MerDocument         *doc,
                  const MerRecordKind *kind,
                  gint64               id,
                  GError             **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc, "SELECT DISTINCT cycle_id " LINKS_OF, error))
    return FALSE;
  mer_query_bind_text (&query, 1, kind->id);
  mer_query_bind_int (&query, 2, id);
  return check_losers (&query, doc, &mer_record_link, error);
}

static gboolean
delete_links (MerDocument         *doc,
              const MerRecordKind *kind,
              gint64               id,
              GError             **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!may_delete_links (doc, kind, id, error) ||
      !mer_query_prepare (&query, doc, "DELETE " LINKS_OF, error))
    return FALSE;
  mer_query_bind_text (&query, 1, kind->id);
  mer_query_bind_int (&query, 2, id);
  return mer_query_run (&query, error);
}

/* The file of an issued document goes with it. */
static gboolean
delete_content (MerDocument         *doc,
                const MerRecordKind *kind,
                gint64               id,
                GError             **error)
{
  return kind != &mer_record_issued ||
         mer_registry_run (doc, "DELETE FROM issued_content WHERE issued_id = ?1", id, error);
}

gboolean
mer_store_delete_record (MerDocument         *doc,
                         const MerRecordKind *kind,
                         gint64               id,
                         GError             **error)
{
  g_autoptr (MerRecord) record = NULL;
  GString *sql = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error))
    return FALSE;
  record = mer_store_record (doc, kind, id, error);
  if (record == NULL || !mer_store_require_open_cycle (doc, record->cycle_id, error) ||
      !mer_plan_freeze_may_delete (doc, record, error) || !release (doc, kind, id, error) ||
      !delete_links (doc, kind, id, error) || !delete_content (doc, kind, id, error))
    return FALSE;
  sql = g_string_new (NULL);
  g_string_printf (sql, "DELETE FROM %s WHERE id = ?1", kind->table);
  return mer_registry_run (doc, kept (sql), id, error);
}

/* --- order --------------------------------------------------------------------------------- */

static gboolean
set_position (MerDocument *doc,
              MerRecord   *record,
              gint64       position,
              GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  GString *sql = NULL;

  if (record->position == position)
    return TRUE;
  sql = g_string_new (NULL);
  g_string_printf (sql, "UPDATE %s SET position = ?1 WHERE id = ?2", record->kind->table);
  if (!mer_query_prepare (&query, doc, kept (sql), error))
    return FALSE;
  mer_query_bind_int (&query, 1, position);
  mer_query_bind_int (&query, 2, record->id);
  return mer_query_run (&query, error);
}

static gboolean
renumber (MerDocument *doc,
          GPtrArray   *list,
          MerRecord   *moved,
          gint64       before,
          GError     **error)
{
  gint64   next = 1;
  gboolean placed = FALSE;

  for (guint i = 0; i < list->len; i++)
    {
      MerRecord *record = list->pdata[i];

      if (record->id == moved->id)
        continue;
      if (!placed && before != 0 && record->position >= before)
        {
          placed = TRUE;
          if (!set_position (doc, moved, next++, error))
            return FALSE;
        }
      if (!set_position (doc, record, next++, error))
        return FALSE;
    }
  return placed || set_position (doc, moved, next, error);
}

gboolean
mer_store_move_record (MerDocument         *doc,
                       const MerRecordKind *kind,
                       gint64               id,
                       gint64               position,
                       GError             **error)
{
  g_autoptr (MerRecord) moved = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error))
    return FALSE;
  moved = mer_store_record (doc, kind, id, error);
  list = moved != NULL && mer_store_require_open_cycle (doc, moved->cycle_id, error) &&
             mer_plan_freeze_may_move (doc, moved, error)
           ? mer_store_records (doc, kind, moved->cycle_id, error)
           : NULL;
  return list != NULL && renumber (doc, list, moved, position, error);
}
