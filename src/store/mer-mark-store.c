/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks set by hand. They are kept in batches of checklists without a file: the newest batch
 * wins an item, so that a new one is begun as soon as a file came after the last. Lines of an
 * organization in a batch by hand are gathered into one whenever it is written. */
#include "config.h"

#include "store/mer-mark-store.h"

#include <glib/gi18n.h>

#include "store/mer-batch-checklist.h"
#include "store/mer-batch-store.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-private.h"
#include "store/mer-registry-store.h"

/* What one organization has in one batch by hand. */
typedef struct
{
  gint64      batch_id;
  GArray     *sources; /* of gint64: spellings that it is written under; the last is kept */
  GHashTable *marks;   /* item id → mark + 1 */
  gboolean    changed;
} HandLine;

typedef struct
{
  MerDocument  *doc; /* borrowed */
  gint64        cycle_id;
  MerMarkTable *table;   /* before the change */
  GPtrArray    *batches; /* of MerBatch: by hand and not removed, oldest first */
  MerBatch     *target;  /* borrowed from batches, nullable: where new marks go */
  GHashTable   *lines;   /* organization id → GPtrArray of HandLine */
  GHashTable   *touched; /* ids of batches, as pointers into HandLine */
  guint         n_changed;
} Writer;

static void
hand_line_free (gpointer data)
{
  HandLine *line = data;

  g_array_unref (line->sources);
  g_hash_table_unref (line->marks);
  g_free (line);
}

static void
writer_clear (Writer *self)
{
  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_clear_pointer (&self->table, mer_mark_table_free);
  g_clear_pointer (&self->batches, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

/* --- what there is -------------------------------------------------------------------- */

/* The cycle's list gets the items of its rules first: marks refer to rows of it. */
static gboolean
ensure_items (MerDocument *doc,
              gint64       cycle_id,
              GError     **error)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, cycle_id, error);
  g_autoptr (MerMethodology) methodology = NULL;

  if (cycle == NULL || cycle->methodology_id == 0)
    return cycle != NULL;
  methodology = mer_store_methodology (doc, cycle->methodology_id, error);
  return methodology != NULL && mer_store_ensure_items (doc, cycle_id, methodology, error);
}

static gboolean
load_batches (Writer  *self,
              GError **error)
{
  g_autoptr (GPtrArray) all = mer_store_batches (self->doc, self->cycle_id, error);

  self->batches = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_batch_unref);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      MerBatch *batch = g_ptr_array_index (all, i);

      if (batch->removed || batch->kind != MER_BATCH_CHECKLIST)
        continue;
      self->target = batch->file_name == NULL ? batch : NULL;
      if (self->target != NULL)
        g_ptr_array_add (self->batches, mer_batch_ref (batch));
    }
  return all != NULL;
}

static void
take_mark_cb (gint64   item_id,
              MerMark  mark,
              gpointer user_data)
{
  g_hash_table_insert (user_data, g_memdup2 (&item_id, sizeof item_id),
                       GUINT_TO_POINTER (mark + 1));
}

static GPtrArray *
lines_of (Writer *self,
          gint64  organization_id)
{
  GPtrArray *lines = g_hash_table_lookup (self->lines, &organization_id);

  if (lines != NULL)
    return lines;
  lines = g_ptr_array_new_with_free_func (hand_line_free);
  g_hash_table_insert (self->lines, g_memdup2 (&organization_id, sizeof organization_id), lines);
  return lines;
}

static HandLine *
line_in (GPtrArray *lines,
         gint64     batch_id)
{
  HandLine *line = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      line = g_ptr_array_index (lines, i);
      if (line->batch_id == batch_id)
        return line;
    }
  line = g_new0 (HandLine, 1);
  line->batch_id = batch_id;
  line->sources = g_array_new (FALSE, FALSE, sizeof (gint64));
  line->marks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_ptr_array_add (lines, line);
  return line;
}

static gboolean
load_lines (Writer  *self,
            GError **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  self->touched = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->lines = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);
  if (!mer_query_prepare (&query, self->doc,
                          "SELECT s.organization_id, c.batch_id, c.source_id, c.marks "
                          "FROM batch t JOIN checklist c ON c.batch_id = t.id "
                          "JOIN source s ON s.id = c.source_id "
                          "WHERE t.cycle_id = ?1 AND t.removed = 0 AND t.kind = 'checklist' "
                          "AND t.file_name IS NULL AND s.organization_id IS NOT NULL "
                          "ORDER BY c.batch_id, c.file_row, c.source_id",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, self->cycle_id);
  while (mer_query_next (&query, error))
    {
      g_autoptr (GBytes) packed = mer_query_bytes_in_place (&query, 3);
      gint64    source_id = mer_query_int (&query, 2);
      HandLine *line = line_in (lines_of (self, mer_query_int (&query, 0)),
                                mer_query_int (&query, 1));

      g_array_append_val (line->sources, source_id);
      mer_checklist_unpack (g_bytes_get_data (packed, NULL), g_bytes_get_size (packed),
                            take_mark_cb, line->marks);
    }
  return mer_query_done (&query);
}

/* --- writing -------------------------------------------------------------------------- */

static gboolean
ensure_target (Writer  *self,
               GError **error)
{
  MerBatch *batch = NULL;

  if (self->target != NULL)
    return TRUE;
  batch = mer_batch_new (MER_BATCH_CHECKLIST);
  g_ptr_array_add (self->batches, batch);
  batch->cycle_id = self->cycle_id;
  batch->imported_at = g_get_real_time () / G_USEC_PER_SEC;
  batch->who = g_strdup (g_get_user_name ());
  self->target = batch;
  return mer_store_save_batch (self->doc, batch, error);
}

static gboolean
names_only (MerDocument *doc,
            const char  *name,
            gint64       organization_id,
            GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  gboolean fits = TRUE;

  if (!mer_query_prepare (&query, doc, "SELECT organization_id FROM source WHERE name = ?1",
                          error))
    return FALSE;
  mer_query_bind_text (&query, 1, name);
  if (mer_query_next (&query, error))
    fits = mer_query_int (&query, 0) == organization_id;
  return fits && mer_query_done (&query);
}

static char *
name_of (MerDocument *doc,
         gint64       organization_id,
         GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc, "SELECT name FROM organization WHERE id = ?1", error))
    return NULL;
  mer_query_bind_int (&query, 1, organization_id);
  if (mer_query_next (&query, error))
    return mer_query_text_or_empty (&query, 0);
  if (mer_query_done (&query))
    g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                         _("The organization is not there any more."));
  return NULL;
}

/* A spelling that means the organization: its own name, unless files use that for another or
 * for rows that are skipped. */
static gint64
source_of (MerDocument *doc,
           gint64       organization_id,
           GError     **error)
{
  g_autofree char *name = name_of (doc, organization_id, error);
  g_autofree char *apart = NULL;
  g_autoptr (GPtrArray) aliases = NULL;
  g_autoptr (GError) problem = NULL;

  if (name == NULL)
    return 0;
  if (names_only (doc, name, organization_id, &problem))
    return mer_store_source_name_id (doc, name, organization_id, error);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return 0;
    }
  aliases = mer_store_aliases (doc, organization_id, error);
  if (aliases == NULL)
    return 0;
  if (aliases->len > 0)
    return mer_store_source_name_id (doc, g_ptr_array_index (aliases, 0), organization_id, error);
  apart = g_strdup_printf ("%s [%" G_GINT64_FORMAT "]", name, organization_id);
  return mer_store_source_name_id (doc, apart, organization_id, error);
}

static gboolean
delete_line (Writer         *self,
             const HandLine *line,
             GError        **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, self->doc,
                          "DELETE FROM checklist WHERE batch_id = ?1 AND source_id = ?2", error))
    return FALSE;
  for (guint i = 0; i < line->sources->len; i++)
    {
      mer_query_bind_int (&query, 1, line->batch_id);
      mer_query_bind_int (&query, 2, g_array_index (line->sources, gint64, i));
      if (!mer_query_run (&query, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_line (Writer         *self,
             const HandLine *line,
             gint64          source_id,
             GError        **error)
{
  guint               n = g_hash_table_size (line->marks);
  g_autofree gint64  *ids = g_new (gint64, n);
  g_autofree MerMark *marks = g_new (MerMark, n);
  GHashTableIter      iter;
  gpointer            key, value;

  g_hash_table_iter_init (&iter, line->marks);
  for (guint i = 0; g_hash_table_iter_next (&iter, &key, &value); i++)
    {
      ids[i] = *(const gint64 *) key;
      marks[i] = (MerMark) (GPOINTER_TO_UINT (value) - 1);
    }
  return mer_store_add_checklist (self->doc, line->batch_id, source_id, 0, ids, marks, n, error);
}

static gboolean
write_line (Writer   *self,
            HandLine *line,
            gint64    organization_id,
            GError  **error)
{
  gint64 source_id = 0;

  g_hash_table_add (self->touched, &line->batch_id);
  if (!delete_line (self, line, error))
    return FALSE;
  if (g_hash_table_size (line->marks) == 0)
    return TRUE;
  if (line->sources->len > 0)
    source_id = g_array_index (line->sources, gint64, line->sources->len - 1);
  else
    source_id = source_of (self->doc, organization_id, error);
  return source_id != 0 && insert_line (self, line, source_id, error);
}

static gboolean
write_lines (Writer  *self,
             GError **error)
{
  GHashTableIter iter;
  gpointer       key, value;

  g_hash_table_iter_init (&iter, self->lines);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      GPtrArray *lines = value;

      for (guint i = 0; i < lines->len; i++)
        {
          HandLine *line = g_ptr_array_index (lines, i);

          if (line->changed && !write_line (self, line, *(const gint64 *) key, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* How many organizations a batch has, and when it last changed; one without any is removed. */
static gboolean
settle_batch (Writer   *self,
              MerBatch *batch,
              GError  **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!g_hash_table_contains (self->touched, &batch->id))
    return TRUE;
  if (!mer_query_prepare (&query, self->doc, "SELECT count (*) FROM checklist WHERE batch_id = ?1",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, batch->id);
  if (mer_query_next (&query, error))
    batch->accepted = mer_query_int (&query, 0);
  else
    return FALSE;
  batch->imported_at = g_get_real_time () / G_USEC_PER_SEC;
  batch->removed = batch->accepted == 0;
  return mer_store_save_batch (self->doc, batch, error);
}

/* --- one cell ------------------------------------------------------------------------- */

static int
find_item (const MerMarkTable *table,
           const MerCycleItem *item)
{
  for (guint i = 0; i < table->items->len; i++)
    {
      const MerCycleItem *known = g_ptr_array_index (table->items, i);

      if (item->id != 0 ? known->id == item->id
                        : (g_strcmp0 (known->code, item->code) == 0 &&
                           g_str_equal (known->place, item->place)))
        return (int) i;
    }
  return -1;
}

/* Out of every batch by hand: an older one must not come to light instead of a file. */
static void
clear_mark (Writer *self,
            gint64  organization_id,
            gint64  item_id)
{
  GPtrArray *lines = lines_of (self, organization_id);

  for (guint i = 0; i < lines->len; i++)
    {
      HandLine *line = g_ptr_array_index (lines, i);

      if (g_hash_table_remove (line->marks, &item_id))
        line->changed = TRUE;
    }
  self->n_changed++;
}

static gboolean
put_mark (Writer  *self,
          gint64   organization_id,
          gint64   item_id,
          MerMark  mark,
          GError **error)
{
  HandLine *line = NULL;

  if (!ensure_target (self, error))
    return FALSE;
  line = line_in (lines_of (self, organization_id), self->target->id);
  take_mark_cb (item_id, mark, line->marks);
  line->changed = TRUE;
  self->n_changed++;
  return TRUE;
}

static gboolean
apply (Writer              *self,
       const MerMarkChange *change,
       GError             **error)
{
  int                 item = find_item (self->table, change->item);
  const MerMarkCell  *cell = NULL;
  const MerMarkLine  *line = NULL;
  const MerCycleItem *known = NULL;

  if (item < 0 || change->state < MER_MARK_CLEAR || change->state > (int) MER_MARK_PRESENT)
    {
      g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                           _("A checklist mark refers to no item."));
      return FALSE;
    }
  known = g_ptr_array_index (self->table->items, (guint) item);
  cell = mer_mark_table_cell (self->table, change->organization_id, (guint) item);
  line = mer_mark_table_line (self->table, cell);
  if (change->state != MER_MARK_CLEAR && (line == NULL || (int) cell->mark != change->state))
    return put_mark (self, change->organization_id, known->id, (MerMark) change->state, error);
  if (change->state == MER_MARK_CLEAR && line != NULL && line->by_hand)
    clear_mark (self, change->organization_id, known->id);
  return TRUE;
}

/**
 * mer_store_set_marks:
 * @doc: a document with an action under way
 * @cycle_id: the cycle
 * @changes: (array length=n_changes): what to set; each cell once
 * @n_changes: how many
 * @n_changed: (out) (optional): how many cells are different now
 * @error: return location
 *
 * Sets marks by hand, or takes such marks back.
 *
 * Returns: whether it was written; INVALID when the results of the cycle are approved
 */
gboolean
mer_store_set_marks (MerDocument         *doc,
                     gint64               cycle_id,
                     const MerMarkChange *changes,
                     guint                n_changes,
                     guint               *n_changed,
                     GError             **error)
{
  g_auto (Writer) self = { .doc = doc, .cycle_id = cycle_id };

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error) ||
      !mer_registry_require_unapproved (doc, cycle_id, error) ||
      !ensure_items (doc, cycle_id, error))
    return FALSE;
  self.table = mer_store_mark_table (doc, cycle_id, error);
  if (self.table == NULL || !load_batches (&self, error) || !load_lines (&self, error))
    return FALSE;
  for (guint i = 0; i < n_changes; i++)
    if (!apply (&self, &changes[i], error))
      return FALSE;
  if (!write_lines (&self, error))
    return FALSE;
  for (guint i = 0; i < self.batches->len; i++)
    if (!settle_batch (&self, g_ptr_array_index (self.batches, i), error))
      return FALSE;
  if (n_changed != NULL)
    *n_changed = self.n_changed;
  return TRUE;
}

/**
 * mer_store_mark_item_id:
 * @doc: a document with an action under way
 * @cycle_id: the cycle
 * @item: of a #MerMarkTable
 * @error: return location
 *
 * Returns: its row, which is made where only the methodology has the item so far; 0 on error
 */
gint64
mer_store_mark_item_id (MerDocument        *doc,
                        gint64              cycle_id,
                        const MerCycleItem *item,
                        GError            **error)
{
  g_autoptr (MerMarkTable) table = NULL;
  int found = -1;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), 0);
  if (!mer_document_require_action (doc, error) ||
      !mer_registry_require_unapproved (doc, cycle_id, error) ||
      !ensure_items (doc, cycle_id, error))
    return 0;
  table = mer_store_mark_table (doc, cycle_id, error);
  if (table == NULL)
    return 0;
  found = find_item (table, item);
  if (found >= 0)
    return ((MerCycleItem *) g_ptr_array_index (table->items, (guint) found))->id;
  g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                       _("A checklist mark refers to no item."));
  return 0;
}
