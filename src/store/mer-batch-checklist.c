/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checklists: an organization's line is one row, its marks packed. Each mark is one number,
 * (distance to the item before) × 4 + mark, in groups of seven bits, the lowest first, the
 * eighth bit set while more follow. Sixty marks are some sixty bytes: a region is read in a
 * millisecond, and the undo of one edited mark holds two such lines. */
#include "config.h"

#include "store/mer-batch-checklist.h"

#include <glib/gi18n.h>

#include "store/mer-query.h"

#define MAX_SHIFT 56

typedef struct
{
  gint64  item;
  MerMark mark;
} MerItemMark;

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const MerItemMark *left = a;
  const MerItemMark *right = b;

  return (left->item > right->item) - (left->item < right->item);
}

static void
add_number (GByteArray *out,
            guint64     number)
{
  guint8 byte = 0;

  do
    {
      byte = number & 0x7f;
      number >>= 7;
      if (number != 0)
        byte |= 0x80;
      g_byte_array_append (out, &byte, 1);
    }
  while (number != 0);
}

static GByteArray *
pack (const gint64  *item_ids,
      const MerMark *marks,
      guint          n)
{
  g_autofree MerItemMark *sorted = g_new0 (MerItemMark, n + 1);
  GByteArray             *out = g_byte_array_new ();
  gint64                  before = 0;

  for (guint i = 0; i < n; i++)
    sorted[i] = (MerItemMark){ item_ids[i], marks[i] };
  qsort (sorted, n, sizeof *sorted, compare_items);
  for (guint i = 0; i < n; i++)
    {
      add_number (out, (guint64) (sorted[i].item - before) * 4 + sorted[i].mark);
      before = sorted[i].item;
    }
  return out;
}

gboolean
mer_checklist_unpack (gconstpointer data,
                      gsize         size,
                      MerMarkFunc   func,
                      gpointer      user_data)
{
  const guint8 *bytes = data;
  guint64       number = 0;
  gint64        item = 0;
  guint         shift = 0;

  for (gsize i = 0; i < size; i++)
    {
      number |= (guint64) (bytes[i] & 0x7f) << shift;
      shift += 7;
      if ((bytes[i] & 0x80) != 0)
        {
          if (shift > MAX_SHIFT)
            return FALSE;
          continue;
        }
      if (number / 4 > (guint64) (G_MAXINT64 - item))
        return FALSE;
      item += (gint64) (number / 4);
      func (item, (MerMark) (number % 4), user_data);
      number = 0;
      shift = 0;
    }
  return shift == 0;
}

static gboolean
is_acceptable (const gint64  *item_ids,
               const MerMark *marks,
               guint          n,
               GError       **error)
{
  for (guint i = 0; i < n; i++)
    {
      if (item_ids[i] <= 0 || (guint) marks[i] > MER_MARK_PRESENT)
        {
          g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                               _("A checklist mark refers to no item."));
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * mer_store_add_checklist:
 * @doc: a document with an action under way
 * @batch_id: the import
 * @source_id: the spelling of the organization's name
 * @row: line in the file
 * @item_ids: (array length=n): items
 * @marks: (array length=n): their marks
 * @n: how many
 * @error: return location
 *
 * Stores one organization's line of a checklist.
 *
 * Returns: whether it was written; INVALID when that line is there already
 */
gboolean
mer_store_add_checklist (MerDocument   *doc,
                         gint64         batch_id,
                         gint64         source_id,
                         gint64         row,
                         const gint64  *item_ids,
                         const MerMark *marks,
                         guint          n,
                         GError       **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GByteArray) packed = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error) || !is_acceptable (item_ids, marks, n, error) ||
      !mer_query_prepare (&query, doc,
                          "INSERT INTO checklist (batch_id, source_id, file_row, marks) "
                          "VALUES (?1, ?2, ?3, ?4)",
                          error))
    return FALSE;
  packed = pack (item_ids, marks, n);
  mer_query_bind_int (&query, 1, batch_id);
  mer_query_bind_int (&query, 2, source_id);
  mer_query_bind_int (&query, 3, row);
  mer_query_bind_blob (&query, 4, packed->data, packed->len);
  return mer_query_run (&query, error);
}
