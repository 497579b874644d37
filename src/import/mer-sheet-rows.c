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
mer_sheet_rows_init (MerSheetRows *self,
                     GArray       *merges)
{
  self->merges = merges;
  self->arena = g_string_new (NULL);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->out = g_array_new (FALSE, FALSE, sizeof (MerCell));
  self->held = g_ptr_array_new_with_free_func (held_free);
}

void
mer_sheet_rows_clear (MerSheetRows *self)
{
  if (self->arena == NULL)
    return;
  g_string_free (self->arena, TRUE);
  g_array_unref (self->merges);
  g_array_unref (self->rows);
  g_array_unref (self->cells);
  g_array_unref (self->out);
  g_ptr_array_unref (self->held);
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
  if (self->next_merge == self->merges->len)
    {
      g_array_set_size (self->merges, 0);
      self->next_merge = 0;
    }
  if (self->merges->len < MER_SHEET_MAX_MERGES && area->last_row > area->first_row)
    g_array_append_vals (self->merges, area, 1);
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

/* The row's cells from `column` on, of which there are then at least `n`; blanks fill the gap. */
static MerCell *
reach (MerSheetRows *self,
       guint         column,
       guint         n)
{
  guint length = self->out->len;

  if (length < column + n)
    g_array_set_size (self->out, column + n);
  for (; length < column; length++)
    g_array_index (self->out, MerCell, length) = (MerCell){ "", 0 };
  return &g_array_index (self->out, MerCell, column);
}

/* Merged areas that begin at this row start to be held. */
static void
begin_merges (MerSheetRows *self,
              gint64        number)
{
  for (; self->next_merge < self->merges->len; self->next_merge++)
    {
      const MerSheetMerge *area = &g_array_index (self->merges, MerSheetMerge, self->next_merge);
      Held                *held = NULL;

      if (area->first_row > number)
        break;
      if (area->first_row < number)
        continue;
      held = g_new0 (Held, 1);
      held->area = *area;
      g_ptr_array_add (self->held, held);
    }
}

/* Those that ended are dropped, and the others write their text into the row. */
static void
apply_merges (MerSheetRows *self,
              gint64        number)
{
  begin_merges (self, number);
  for (guint i = 0; i < self->held->len;)
    {
      Held *held = g_ptr_array_index (self->held, i);
      guint column = held->area.column;

      if (held->area.last_row < number)
        {
          g_ptr_array_remove_index_fast (self->held, i);
          continue;
        }
      if (held->text != NULL)
        *reach (self, column, 1) = (MerCell){ held->text->str, held->text->len };
      else
        {
          held->text = g_string_new (NULL);
          if (column < self->out->len)
            g_string_append_len (held->text, g_array_index (self->out, MerCell, column).text,
                                 (gssize) g_array_index (self->out, MerCell, column).length);
        }
      i++;
    }
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
      MerCell    *out = reach (self, cell->column, cell->repeat);

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
      gboolean   merged = self->merges->len > 0 || self->held->len > 0;

      if (self->repeated == 0 || merged)
        fill (self, gathered);
      if (merged)
        apply_merges (self, number);
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
