/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All marks of a cycle as organization × item. Lines are laid over each other in the order
 * in which the evidence of scores takes them: the newest wins. */
#include "config.h"

#include "store/mer-mark-store.h"

#include "store/mer-batch-checklist.h"
#include "store/mer-checklist-lines.h"
#include "store/mer-registry-store.h"

static MerMarkTable *
table_new (GPtrArray *items)
{
  MerMarkTable *self = g_new0 (MerMarkTable, 1);

  self->items = items;
  self->lines = g_array_new (FALSE, FALSE, sizeof (MerMarkLine));
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->cells = g_array_new (FALSE, TRUE, sizeof (MerMarkCell));
  self->none = g_new0 (MerMarkCell, 1);
  return self;
}

/**
 * mer_mark_table_free:
 * @self: (transfer full) (nullable): a table
 */
void
mer_mark_table_free (MerMarkTable *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->items);
  g_array_unref (self->lines);
  g_hash_table_unref (self->rows);
  g_array_unref (self->cells);
  g_free (self->none);
  g_free (self);
}

/* --- columns -------------------------------------------------------------------------- */

static gboolean
has_item (GPtrArray     *items,
          const char    *place,
          const MerItem *item)
{
  for (guint i = 0; i < items->len; i++)
    {
      const MerCycleItem *known = g_ptr_array_index (items, i);

      if (g_strcmp0 (known->code, item->code) == 0 && g_str_equal (known->place, place))
        return TRUE;
    }
  return FALSE;
}

static void
add_missing_items (GPtrArray            *items,
                   const MerMethodology *methodology)
{
  for (guint i = 0; i < methodology->places->len; i++)
    {
      const MerPlace *place = g_ptr_array_index (methodology->places, i);

      for (guint j = 0; j < place->items->len; j++)
        {
          const MerItem *item = g_ptr_array_index (place->items, j);
          MerCycleItem  *added = NULL;

          if (has_item (items, place->code, item))
            continue;
          added = g_new0 (MerCycleItem, 1);
          added->place = g_strdup (place->code);
          added->code = g_strdup (item->code);
          added->text = g_strdup (item->text);
          g_ptr_array_add (items, added);
        }
    }
}

/* NULL on error. A cycle without rules has the items that files added. */
static GPtrArray *
read_items (MerDocument *doc,
            gint64       cycle_id,
            GError     **error)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, cycle_id, error);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (MerMethodology) methodology = NULL;

  if (cycle == NULL)
    return NULL;
  items = mer_store_items (doc, cycle->id, error);
  if (items == NULL || cycle->methodology_id == 0)
    return g_steal_pointer (&items);
  methodology = mer_store_methodology (doc, cycle->methodology_id, error);
  if (methodology == NULL)
    return NULL;
  add_missing_items (items, methodology);
  return g_steal_pointer (&items);
}

/* --- cells ---------------------------------------------------------------------------- */

/* Both the stored items and the marks of a line ascend: one walk over both. */
typedef struct
{
  const MerMarkTable *table;
  MerMarkCell        *cells;
  guint               next;
} MerCellTarget;

static void
set_cell_cb (gint64   item_id,
             MerMark  mark,
             gpointer user_data)
{
  MerCellTarget   *target = user_data;
  const GPtrArray *items = target->table->items;

  while (target->next < items->len)
    {
      const MerCycleItem *item = g_ptr_array_index (items, target->next);

      if (item->id == 0 || item->id > item_id)
        return;
      if (item->id == item_id)
        {
          target->cells[target->next] = (MerMarkCell){ mark, target->table->lines->len };
          return;
        }
      target->next++;
    }
}

static guint
row_for (MerMarkTable *self,
         gint64        organization_id)
{
  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, &organization_id));

  if (row != 0)
    return row - 1;
  row = g_hash_table_size (self->rows);
  g_hash_table_insert (self->rows, g_memdup2 (&organization_id, sizeof organization_id),
                       GUINT_TO_POINTER (row + 1));
  g_array_set_size (self->cells, (row + 1) * self->items->len);
  return row;
}

static gboolean
take_line (const MerChecklistLine *line,
           gpointer                user_data)
{
  MerMarkTable *self = user_data;
  guint         row = row_for (self, line->organization_id);
  MerMarkLine   taken = { line->batch_id, line->row, line->typed };
  MerCellTarget target = { self, NULL, 0 };

  if (self->items->len > 0)
    target.cells = &g_array_index (self->cells, MerMarkCell, row * self->items->len);
  g_array_append_val (self->lines, taken);
  return mer_checklist_unpack (line->marks, line->length, set_cell_cb, &target);
}

/**
 * mer_store_mark_table:
 * @doc: a document
 * @cycle_id: the cycle
 * @error: return location
 *
 * Returns: (transfer full): all its marks; DAMAGED when a line is not sound
 */
MerMarkTable *
mer_store_mark_table (MerDocument *doc,
                      gint64       cycle_id,
                      GError     **error)
{
  g_autoptr (MerMarkTable) self = NULL;
  GPtrArray *items = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  items = read_items (doc, cycle_id, error);
  if (items == NULL)
    return NULL;
  self = table_new (items);
  return mer_checklist_each_line (doc, cycle_id, take_line, self, error) ? g_steal_pointer (&self)
                                                                         : NULL;
}

const MerMarkCell *
mer_mark_table_cell (const MerMarkTable *self,
                     gint64              organization_id,
                     guint               item)
{
  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, &organization_id));

  g_return_val_if_fail (item < self->items->len, self->none);
  return row == 0 ? self->none
                  : &g_array_index (self->cells, MerMarkCell, (row - 1) * self->items->len + item);
}

const MerMarkLine *
mer_mark_table_line (const MerMarkTable *self,
                     const MerMarkCell  *cell)
{
  return cell->line == 0 ? NULL : &g_array_index (self->lines, MerMarkLine, cell->line - 1);
}

const MerMarkCell *
mer_mark_table_row (const MerMarkTable *self,
                    gint64              organization_id)
{
  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, &organization_id));

  return row == 0 || self->items->len == 0
           ? NULL
           : &g_array_index (self->cells, MerMarkCell, (row - 1) * self->items->len);
}
