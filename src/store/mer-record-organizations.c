/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records that name an organization, of whatever kind. */

#include "config.h"

#include "cycle/mer-record-kinds.h"
#include "store/mer-query.h"
#include "store/mer-record-store.h"

typedef gboolean (*FieldFunc) (MerDocument         *doc,
                               const MerRecordKind *kind,
                               const MerField      *field,
                               gpointer             data,
                               GError             **error);

static gboolean
each_field (MerDocument *doc,
            FieldFunc    func,
            gpointer     data,
            GError     **error)
{
  const MerRecordKind *const *kinds = mer_record_kinds ();

  for (guint i = 0; kinds[i] != NULL; i++)
    for (guint j = 0; j < kinds[i]->n_fields; j++)
      if (kinds[i]->fields[j].type == MER_FIELD_ORGANIZATION &&
          !func (doc, kinds[i], &kinds[i]->fields[j], data, error))
        return FALSE;
  return TRUE;
}

/* `format` has a place for the table and two for the column. */
static const char *
statement (const char     *format,
           const char     *table,
           const MerField *field)
{
  g_auto (GStrv) parts = g_strsplit (format, "@", -1);

  return mer_query_keep (
    g_strconcat (parts[0], table, parts[1], field->key, parts[2], field->key, parts[3], NULL));
}

typedef struct
{
  gint64               organization_id;
  guint                n;
  const MerRecordKind *first;
} Count;

static gboolean
count_field (MerDocument         *doc,
             const MerRecordKind *kind,
             const MerField      *field,
             gpointer             data,
             GError             **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  Count *count = data;
  guint  n = 0;

  if (!mer_query_prepare (
        &query, doc,
        statement ("SELECT count (*) FROM @ WHERE @ = ?1 AND @ IS NOT NULL", kind->table, field),
        error))
    return FALSE;
  mer_query_bind_int (&query, 1, count->organization_id);
  if (!mer_query_next (&query, error))
    return FALSE;
  n = (guint) mer_query_int (&query, 0);
  if (n > 0 && count->first == NULL)
    count->first = kind;
  count->n += n;
  return TRUE;
}

gboolean
mer_store_records_of_organization (MerDocument          *doc,
                                   gint64                organization_id,
                                   guint                *n,
                                   const MerRecordKind **first,
                                   GError              **error)
{
  Count count = { organization_id, 0, NULL };

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!each_field (doc, count_field, &count, error))
    return FALSE;
  *n = count.n;
  *first = count.first;
  return TRUE;
}

static gboolean
move_field (MerDocument         *doc,
            const MerRecordKind *kind,
            const MerField      *field,
            gpointer             data,
            GError             **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  const gint64 *ids = data;

  if (!mer_query_prepare (&query, doc,
                          statement ("UPDATE @ SET @ = ?1 WHERE @ = ?2", kind->table, field),
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, ids[0]);
  mer_query_bind_int (&query, 2, ids[1]);
  return mer_query_run (&query, error);
}

gboolean
mer_store_move_records (MerDocument *doc,
                        gint64       keep_id,
                        gint64       gone_id,
                        GError     **error)
{
  gint64 ids[] = { keep_id, gone_id };

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  return mer_document_require_action (doc, error) && each_field (doc, move_field, ids, error);
}
