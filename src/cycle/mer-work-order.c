/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The order in which a work plan is read, whenever its lines were entered. */

#include "config.h"

#include "cycle/mer-work-order.h"

/* Sections, items and steps; a file may say more. */
#define MAX_DEPTH 8

typedef struct
{
  GHashTable *ids;   /* of all lines */
  GHashTable *parts; /* id of a line -> GPtrArray of its parts */
  GHashTable *done;  /* lines that are in order already */
  GPtrArray  *order;
} Order;

static gboolean
has_whole (const Order       *self,
           const MerWorkItem *item)
{
  return item->parent != 0 && item->parent != item->record.id &&
         g_hash_table_contains (self->ids, &item->parent);
}

static void
add_part (Order       *self,
          MerWorkItem *item)
{
  GPtrArray *parts = g_hash_table_lookup (self->parts, &item->parent);

  if (parts == NULL)
    {
      parts = g_ptr_array_new ();
      g_hash_table_insert (self->parts, &item->parent, parts);
    }
  g_ptr_array_add (parts, item);
}

static void
put (Order       *self,
     MerWorkItem *item,
     guint        depth)
{
  GPtrArray *parts = NULL;

  if (!g_hash_table_add (self->done, item))
    return;
  g_ptr_array_add (self->order, item);
  parts = item->record.id != 0 ? g_hash_table_lookup (self->parts, &item->record.id) : NULL;
  for (guint i = 0; parts != NULL && depth < MAX_DEPTH && i < parts->len; i++)
    put (self, parts->pdata[i], depth + 1);
}

static void
put_all (Order           *self,
         const GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (self->ids, &((MerWorkItem *) items->pdata[i])->record.id);
  for (guint i = 0; i < items->len; i++)
    if (has_whole (self, items->pdata[i]))
      add_part (self, items->pdata[i]);
  for (guint i = 0; i < items->len; i++)
    if (!has_whole (self, items->pdata[i]))
      put (self, items->pdata[i], 0);
  /* a file may have parts of one another, or part below part without end */
  for (guint i = 0; i < items->len; i++)
    put (self, items->pdata[i], 0);
}

GPtrArray *
mer_work_items_in_order (const GPtrArray *items)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) parts = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                        (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  Order self = { ids, parts, done, g_ptr_array_new () };

  put_all (&self, items);
  return self.order;
}

/* Which of its steps it is, from 1. */
static guint
index_of_step (const GPtrArray   *items,
               const MerWorkItem *step)
{
  guint n = 1;

  for (guint i = 0; i < items->len && items->pdata[i] != step; i++)
    {
      const MerWorkItem *other = items->pdata[i];

      n += other->level == MER_WORK_STEP && other->parent == step->parent ? 1 : 0;
    }
  return n;
}

char *
mer_work_item_number (const GPtrArray   *items,
                      const MerWorkItem *item)
{
  const MerWorkItem *whole = NULL;

  if (item->number != NULL || item->level != MER_WORK_STEP || item->parent == 0)
    return g_strdup (item->number != NULL ? item->number : "");
  whole = mer_records_find (items, item->parent);
  if (whole == NULL || whole->number == NULL || whole->level == MER_WORK_SECTION)
    return g_strdup ("");
  return g_strdup_printf (g_str_has_suffix (whole->number, ".") ? "%s%u" : "%s.%u", whole->number,
                          index_of_step (items, item));
}

char *
mer_work_item_label (const GPtrArray   *items,
                     const MerWorkItem *item)
{
  g_autofree char *number = mer_work_item_number (items, item);
  g_autofree char *what = g_strdelimit (g_strdup (item->what), "\n", ' ');

  return *number != '\0' ? g_strdup_printf ("%s %s", number, what) : g_steal_pointer (&what);
}
