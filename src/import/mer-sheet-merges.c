/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts of merged cells, held for as long as rows follow that they reach down to. One a column:
 * areas do not overlap, and where a file says so, the later one counts. */

#include "config.h"

#include "import/mer-sheet-merges.h"

typedef struct
{
  MerSheetMerge area;
  GString      *text; /* NULL until its first row was met */
} Held;

static void
held_free (gpointer data)
{
  Held *self = data;

  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_free (self);
}

void
mer_sheet_merges_init (MerSheetMerges *self,
                       GArray         *areas)
{
  self->areas = areas;
  self->next = 0;
  self->held = g_hash_table_new_full (NULL, NULL, NULL, held_free);
}

void
mer_sheet_merges_clear (MerSheetMerges *self)
{
  g_clear_pointer (&self->areas, g_array_unref);
  g_clear_pointer (&self->held, g_hash_table_unref);
}

void
mer_sheet_merges_add (MerSheetMerges      *self,
                      const MerSheetMerge *area)
{
  if (self->next == self->areas->len)
    {
      g_array_set_size (self->areas, 0);
      self->next = 0;
    }
  if (self->areas->len < MER_SHEET_MAX_MERGES && area->last_row > area->first_row)
    g_array_append_vals (self->areas, area, 1);
}

gboolean
mer_sheet_merges_exist (const MerSheetMerges *self)
{
  return self->areas->len > 0 || g_hash_table_size (self->held) > 0;
}

MerCell *
mer_sheet_reach (GArray *cells,
                 guint   column,
                 guint   n)
{
  guint length = cells->len;

  if (length < column + n)
    g_array_set_size (cells, column + n);
  for (; length < column; length++)
    g_array_index (cells, MerCell, length) = (MerCell){ "", 0 };
  return &g_array_index (cells, MerCell, column);
}

/* Areas that begin at this row start to be held. */
static void
begin (MerSheetMerges *self,
       gint64          number)
{
  for (; self->next < self->areas->len; self->next++)
    {
      const MerSheetMerge *area = &g_array_index (self->areas, MerSheetMerge, self->next);
      Held                *held = NULL;

      if (area->first_row > number)
        break;
      if (area->first_row < number)
        continue;
      held = g_new0 (Held, 1);
      held->area = *area;
      g_hash_table_replace (self->held, GUINT_TO_POINTER (area->column), held);
    }
}

/* Those that ended are dropped, and the others write their text into the row. */
void
mer_sheet_merges_apply (MerSheetMerges *self,
                        gint64          number,
                        GArray         *cells)
{
  GHashTableIter iter;
  gpointer       value = NULL;

  begin (self, number);
  g_hash_table_iter_init (&iter, self->held);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Held *held = value;
      guint column = held->area.column;

      if (held->area.last_row < number)
        g_hash_table_iter_remove (&iter);
      else if (held->text != NULL)
        *mer_sheet_reach (cells, column, 1) = (MerCell){ held->text->str, held->text->len };
      else
        {
          held->text = g_string_new (NULL);
          if (column < cells->len)
            g_string_append_len (held->text, g_array_index (cells, MerCell, column).text,
                                 (gssize) g_array_index (cells, MerCell, column).length);
        }
    }
}
