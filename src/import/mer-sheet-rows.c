/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The queue of rows between parser and reader. Whole rows are handed out; the rest of an
 * unfinished row moves to the front before the next piece. Repeated cells and rows are written
 * out only when they are handed out, so that a file cannot make them cost memory. */

#include "config.h"

#include "import/mer-sheet-rows.h"

/* A cell as gathered: its text lies in the arena or elsewhere. */
typedef struct
{
  guint32     column;
  guint32     repeat;
  guint32     length;
  gsize       offset;
  const char *shared; /* NULL: in the arena */
} Cell;

typedef struct
{
  gint64 number;
  gint64 repeat;
  guint  n_cells;
} Row;

void
mer_sheet_rows_init (MerSheetRows *self,
                     GArray       *merges)
{
  mer_sheet_merges_init (&self->merges, merges);
  self->arena = g_string_new (NULL);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->out = g_array_new (FALSE, FALSE, sizeof (MerCell));
}

void
mer_sheet_rows_clear (MerSheetRows *self)
{
  if (self->arena == NULL)
    return;
  g_string_free (self->arena, TRUE);
  mer_sheet_merges_clear (&self->merges);
  g_array_unref (self->rows);
  g_array_unref (self->cells);
  g_array_unref (self->out);
  self->arena = NULL;
}

/* --- gathering */

void
mer_sheet_rows_add (MerSheetRows *self,
                    guint         column,
                    guint         repeat,
                    gsize         offset)
{
  Cell cell = { column, repeat, (guint32) (self->arena->len - offset), offset, NULL };

  g_array_append_val (self->cells, cell);
  self->row_cells++;
}

void
mer_sheet_rows_add_shared (MerSheetRows *self,
                           guint         column,
                           const char   *text,
                           gsize         length)
{
  Cell cell = { column, 1, (guint32) length, 0, text };

  g_array_append_val (self->cells, cell);
  self->row_cells++;
}

void
mer_sheet_rows_add_merge (MerSheetRows        *self,
                          const MerSheetMerge *area)
{
  mer_sheet_merges_add (&self->merges, area);
}

void
mer_sheet_rows_end_row (MerSheetRows *self,
                        gint64        number,
                        gint64        repeat)
{
  Row row = { number, repeat, self->row_cells };

  self->row_cells = 0;
  g_array_append_val (self->rows, row);
}

/* --- handing out */

void
mer_sheet_rows_forget (MerSheetRows *self)
{
  gsize from = self->arena->len;

  g_array_remove_range (self->cells, 0, self->next_cell);
  g_array_set_size (self->rows, 0);
  self->next_cell = 0;
  self->next_row = 0;
  /* A row with thousands of cells must not be moved for each piece of one of its texts. */
  if (self->cells->len > 0 && g_array_index (self->cells, Cell, 0).shared == NULL)
    from = g_array_index (self->cells, Cell, 0).offset;
  else
    {
      for (guint i = 0; i < self->cells->len; i++)
        {
          const Cell *cell = &g_array_index (self->cells, Cell, i);
          if (cell->shared == NULL)
            from = MIN (from, cell->offset);
        }
    }
  if (from == 0)
    return;
  for (guint i = 0; i < self->cells->len; i++)
    g_array_index (self->cells, Cell, i).offset -= from;
  g_string_erase (self->arena, 0, (gssize) from);
}

static void
fill (MerSheetRows *self,
      const Row    *gathered)
{
  g_array_set_size (self->out, 0);
  for (guint i = 0; i < gathered->n_cells; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, self->next_cell + i);
      const char *text = cell->shared != NULL ? cell->shared : self->arena->str + cell->offset;
      MerCell    *out = mer_sheet_reach (self->out, cell->column, cell->repeat);

      for (guint j = 0; j < cell->repeat; j++)
        out[j] = (MerCell){ text, cell->length };
    }
}

gboolean
mer_sheet_rows_next (MerSheetRows *self,
                     MerRow       *row)
{
  while (self->next_row < self->rows->len)
    {
      const Row *gathered = &g_array_index (self->rows, Row, self->next_row);
      gint64     number = gathered->number + self->repeated;
      gboolean   merged = mer_sheet_merges_exist (&self->merges);

      if (self->repeated == 0 || merged)
        fill (self, gathered);
      if (merged)
        mer_sheet_merges_apply (&self->merges, number, self->out);
      if (++self->repeated >= gathered->repeat)
        {
          self->repeated = 0;
          self->next_row++;
          self->next_cell += gathered->n_cells;
        }
      row->cells = (MerCell *) (void *) self->out->data;
      row->n_cells = self->out->len;
      row->number = number;
      if (gathered->n_cells > 0)
        return TRUE;
    }
  return FALSE;
}
