/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists are immutable once they are given away: a changed one is a new array, which shares the
 * records that are as before with the old one. Within an action nothing is remembered, because it
 * may be rolled back. */

#include "config.h"

#include "store/mer-record-cache.h"

#include "cycle/mer-record-kinds.h"
#include "cycle/mer-selection.h"
#include "store/mer-finding-store.h"
#include "store/mer-query.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"

/* From so many changed rows on the whole list is read again. */
#define MANY 256

/* What is remembered of one table, or of several: read by `read` for `id`. */
typedef struct
{
  const MerRecordKind *kind;   /* of records; NULL: of something else, always read as a whole */
  const char *const   *tables; /* that it is read from; NULL ends them */
  gint64               id;     /* of the cycle, or what `read` takes */
  gpointer (*read) (MerDocument *doc,
                    gint64       id,
                    GError     **error);
  GPtrArray  *list;
  GHashTable *changed; /* ids of rows; gint64* */
  gboolean    stale;   /* read it as a whole */
} Kept;

struct _MerRecordCache
{
  GPtrArray *kept;         /* of Kept */
  gint64     data_version; /* 0: not asked for yet */
  gint64     revision;     /* of what a worker gives */
};

static void
kept_free (gpointer data)
{
  Kept *self = data;

  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_hash_table_unref (self->changed);
  g_free (self);
}

MerRecordCache *
mer_record_cache_new (void)
{
  MerRecordCache *self = g_new0 (MerRecordCache, 1);

  self->kept = g_ptr_array_new_with_free_func (kept_free);
  return self;
}

void
mer_record_cache_free (MerRecordCache *self)
{
  g_ptr_array_unref (self->kept);
  g_free (self);
}

void
mer_record_cache_forget (MerRecordCache *self)
{
  g_ptr_array_set_size (self->kept, 0);
}

/* --- what has changed ------------------------------------------------------------------------ */

static gboolean
is_read_from (const Kept *self,
              const char *table)
{
  if (self->kind != NULL)
    return g_str_equal (self->kind->table, table);
  return g_strv_contains (self->tables, table);
}

static void
note_row (Kept  *self,
          gint64 id)
{
  if (self->stale || self->kind == NULL || g_hash_table_size (self->changed) >= MANY)
    {
      self->stale = TRUE;
      return;
    }
  g_hash_table_add (self->changed, g_memdup2 (&id, sizeof id));
}

/* The key stands in the first column of every kind's table. */
static gint64
row_of (sqlite3_changeset_iter *iter,
        int                     operation)
{
  sqlite3_value *value = NULL;

  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (iter, 0, &value);
  else
    sqlite3changeset_old (iter, 0, &value);
  return value != NULL ? sqlite3_value_int64 (value) : 0;
}

/* Tables that no score depends on: records, and what they answer to. Totals of earlier years stand
 * beside the scores. */
gboolean
mer_store_is_unscored (const char *table)
{
  const MerRecordKind *const *kinds = mer_record_kinds ();

  for (guint i = 0; kinds[i] != NULL; i++)
    if (kinds[i] != &mer_record_earlier && g_str_equal (kinds[i]->table, table))
      return TRUE;
  return g_str_equal (table, "finding");
}

static gboolean
note_change (MerRecordCache         *self,
             sqlite3_changeset_iter *iter)
{
  const char *table = NULL;
  int         n_columns = 0, operation = 0;

  if (sqlite3changeset_op (iter, &table, &n_columns, &operation, NULL) != SQLITE_OK)
    {
      mer_record_cache_forget (self);
      return FALSE;
    }
  for (guint i = 0; i < self->kept->len; i++)
    {
      Kept *kept = self->kept->pdata[i];

      if (!kept->stale && is_read_from (kept, table))
        note_row (kept, row_of (iter, operation));
    }
  return mer_store_is_unscored (table);
}

gboolean
mer_record_cache_note (MerRecordCache *self,
                       GBytes         *changes)
{
  sqlite3_changeset_iter *iter = NULL;
  gboolean                unscored = TRUE;
  gsize                   size = 0;
  gconstpointer           data = NULL;

  if (changes != NULL)
    data = g_bytes_get_data (changes, &size);
  if (size == 0)
    return FALSE;
  if (sqlite3changeset_start (&iter, (int) size, (void *) (guintptr) data) != SQLITE_OK)
    {
      mer_record_cache_forget (self);
      return FALSE;
    }
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    unscored = note_change (self, iter) && unscored;
  if (sqlite3changeset_finalize (iter) == SQLITE_OK)
    return unscored;
  mer_record_cache_forget (self);
  return FALSE;
}

/* --- reading again --------------------------------------------------------------------------- */

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const MerRecord *left = *(const MerRecord *const *) a;
  const MerRecord *right = *(const MerRecord *const *) b;

  if (left->position != right->position)
    return left->position < right->position ? -1 : 1;
  return left->id < right->id ? -1 : left->id > right->id;
}

/* The changed rows as they are now, in their order; NULL: they cannot be read. */
static GPtrArray *
read_changed (MerDocument *doc,
              const Kept  *self,
              GError     **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (mer_record_free);
  GHashTableIter iter;
  gpointer       id = NULL;

  g_hash_table_iter_init (&iter, self->changed);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autoptr (GError) problem = NULL;
      MerRecord *record = mer_store_record (doc, self->kind, *(gint64 *) id, &problem);

      if (record == NULL && !g_error_matches (problem, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return NULL;
        }
      if (record != NULL &&
          (self->id == 0 || self->kind->of_department || record->cycle_id == self->id))
        g_ptr_array_add (rows, record);
      else
        mer_record_free (record);
    }
  g_ptr_array_sort (rows, compare);
  return g_steal_pointer (&rows);
}

/* Both are in order: a new array of what is as before and of what was read anew. */
static GPtrArray *
merge (const Kept *self,
       GPtrArray  *rows)
{
  GPtrArray *list = g_ptr_array_new_full (self->list->len + rows->len, mer_record_free);
  guint      next = 0;

  for (guint i = 0; i < self->list->len; i++)
    {
      MerRecord *record = self->list->pdata[i];

      if (g_hash_table_contains (self->changed, &record->id))
        continue;
      while (next < rows->len && compare (&rows->pdata[next], &self->list->pdata[i]) < 0)
        g_ptr_array_add (list, mer_record_ref (rows->pdata[next++]));
      g_ptr_array_add (list, mer_record_ref (record));
    }
  while (next < rows->len)
    g_ptr_array_add (list, mer_record_ref (rows->pdata[next++]));
  return list;
}

static gpointer
read_whole (MerDocument *doc,
            const Kept  *self,
            GError     **error)
{
  return self->kind != NULL ? mer_store_records (doc, self->kind, self->id, error)
                            : self->read (doc, self->id, error);
}

static gboolean
bring_up_to_date (MerDocument *doc,
                  Kept        *self,
                  GError     **error)
{
  GPtrArray *list = NULL;

  if (self->list != NULL && !self->stale && g_hash_table_size (self->changed) == 0)
    return TRUE;
  if (self->list == NULL || self->stale)
    list = read_whole (doc, self, error);
  else
    {
      g_autoptr (GPtrArray) rows = read_changed (doc, self, error);

      list = rows != NULL ? merge (self, rows) : NULL;
    }
  if (list == NULL)
    return FALSE;
  g_clear_pointer (&self->list, g_ptr_array_unref);
  self->list = list;
  self->stale = FALSE;
  g_hash_table_remove_all (self->changed);
  return TRUE;
}

/* --- from a worker to the window ------------------------------------------------------------- */

/* FALSE: what another connection has written may not be told apart from what is remembered. */
static gboolean
follow (MerDocument *doc,
        GError     **error)
{
  MerRecordCache *self = doc->records;
  gint64          version = 0;

  if (!mer_query_value (doc, "PRAGMA data_version", 0, &version, error))
    return FALSE;
  if (version != self->data_version)
    mer_record_cache_forget (self);
  self->data_version = version;
  return TRUE;
}

static gboolean
is_fresh (const Kept *self)
{
  return self->list != NULL && !self->stale;
}

static Kept *
find (MerRecordCache *self,
      const Kept     *wanted)
{
  for (guint i = 0; i < self->kept->len; i++)
    {
      Kept *kept = self->kept->pdata[i];

      if (kept->kind == wanted->kind && kept->read == wanted->read && kept->id == wanted->id)
        return kept;
    }
  return NULL;
}

/* Whether nobody has written since, whether this connection has heard of it or not. */
static gboolean
is_last_revision (MerDocument *self,
                  gint64       revision)
{
  gint64 last = 0;

  return mer_query_value (self, "SELECT max (id) FROM journal", 0, &last, NULL) &&
         last == revision;
}

MerSnapshots *
mer_document_take_snapshots (MerDocument *self)
{
  MerRecordCache *cache = self->records;

  g_return_val_if_fail (MER_IS_DOCUMENT (self), NULL);
  /* somebody wrote while it was read: the lists are of several states */
  if (!is_last_revision (self, self->revision))
    mer_record_cache_forget (cache);
  cache->revision = self->revision;
  self->records = mer_record_cache_new ();
  return cache;
}

void
mer_snapshots_free (MerSnapshots *self)
{
  mer_record_cache_free (self);
}

gboolean
mer_document_give_snapshots (MerDocument  *self,
                             MerSnapshots *snapshots)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (self), FALSE);
  /* the version of the file first: who writes between the two is noticed by the next to follow */
  if (snapshots->revision != self->revision || snapshots->kept->len == 0 ||
      !follow (self, NULL) || !is_last_revision (self, snapshots->revision))
    return FALSE;
  while (snapshots->kept->len > 0)
    {
      Kept *kept = g_ptr_array_steal_index_fast (snapshots->kept, snapshots->kept->len - 1);
      Kept *there = find (self->records, kept);

      if (there != NULL && is_fresh (there))
        kept_free (kept);
      else
        {
          if (there != NULL)
            g_ptr_array_remove (self->records->kept, there);
          g_ptr_array_add (self->records->kept, kept);
        }
    }
  return TRUE;
}

gboolean
mer_store_has_snapshots (MerDocument *doc,
                         gint64       cycle_id)
{
  const MerRecordKind *const *kinds = mer_record_kinds ();

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!follow (doc, NULL))
    return FALSE;
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      const Kept  wanted = { .kind = kinds[i], .id = kinds[i]->of_department ? 0 : cycle_id };
      const Kept *kept = find (doc->records, &wanted);

      if (kept == NULL || !is_fresh (kept))
        return FALSE;
    }
  return TRUE;
}

/* --- what is asked for ----------------------------------------------------------------------- */

static Kept *
ensure (MerRecordCache *self,
        const Kept     *wanted)
{
  Kept *kept = find (self, wanted);

  if (kept != NULL)
    return kept;
  kept = g_memdup2 (wanted, sizeof *wanted);
  kept->changed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_ptr_array_add (self->kept, kept);
  return kept;
}

static GPtrArray *
get (MerDocument *doc,
     const Kept  *wanted,
     GError     **error)
{
  Kept *kept = NULL;

  if (!sqlite3_get_autocommit (doc->db))
    return read_whole (doc, wanted, error);
  if (!follow (doc, error))
    return NULL;
  kept = ensure (doc->records, wanted);
  return bring_up_to_date (doc, kept, error) ? g_ptr_array_ref (kept->list) : NULL;
}

GPtrArray *
mer_store_record_snapshot (MerDocument         *doc,
                           const MerRecordKind *kind,
                           gint64               cycle_id,
                           GError             **error)
{
  const Kept wanted = { .kind = kind, .id = kind->of_department ? 0 : cycle_id };

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  return get (doc, &wanted, error);
}

static gpointer
read_findings (MerDocument *doc,
               gint64       cycle_id,
               GError     **error)
{
  return mer_store_findings (doc, cycle_id, 0, error);
}

GPtrArray *
mer_store_finding_snapshot (MerDocument *doc,
                            gint64       cycle_id,
                            GError     **error)
{
  static const char *const tables[] = { "finding", NULL };
  const Kept               wanted = { .tables = tables, .read = read_findings, .id = cycle_id };

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  return get (doc, &wanted, error);
}

static gpointer
read_organizations (MerDocument *doc,
                    gint64       unused,
                    GError     **error)
{
  return mer_store_organizations (doc, error);
}

GPtrArray *
mer_store_organization_snapshot (MerDocument *doc,
                                 GError     **error)
{
  static const char *const tables[] = { "organization", NULL };
  const Kept               wanted = { .tables = tables, .read = read_organizations };

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  return get (doc, &wanted, error);
}

static gpointer
read_sources (MerDocument *doc,
              gint64       unused,
              GError     **error)
{
  return mer_store_source_names (doc, error);
}

GPtrArray *
mer_store_source_snapshot (MerDocument *doc,
                           GError     **error)
{
  static const char *const tables[] = { "source", NULL };
  const Kept               wanted = { .tables = tables, .read = read_sources };

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  return get (doc, &wanted, error);
}

static gpointer
read_members (MerDocument *doc,
              gint64       cycle_id,
              GError     **error)
{
  return mer_store_members (doc, cycle_id, error);
}

GPtrArray *
mer_store_member_snapshot (MerDocument *doc,
                           gint64       cycle_id,
                           GError     **error)
{
  static const char *const tables[] = { "member", "organization", NULL };
  const Kept               wanted = { .tables = tables, .read = read_members, .id = cycle_id };

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  return get (doc, &wanted, error);
}
